//! Finding each segment's old self when the Dutch text has changed, so that its translations stay with it.
//!
//! Texts that stayed the same keep their ids, wherever they moved to. Of the rest, the most alike
//! pairs find each other first; what is like nothing is new.

use std::collections::{HashMap, HashSet, VecDeque};

use similar::TextDiff;

use super::{Segment, SegmentId};
use crate::posts::markdown::{Block, Kind};

/// From this likeness on (share of words in common, 0 to 1) a text is an edit of another: gettext's bound.
const EDITED: f32 = 0.6;

/// A text that had an id before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The id it had.
    pub id: SegmentId,
    /// The text it had.
    pub text: String,
    /// Whether it was in the post the last time, and not one that had been deleted before.
    pub current: bool,
}

/// Gives every block an id: its old one when it can be found among `known`, else a new one.
pub fn align(known: &[Known], blocks: &[Block]) -> Vec<Segment> {
    let mut ids: Vec<Option<SegmentId>> = fixed_ids(blocks);
    let mut used: HashSet<SegmentId> = ids.iter().flatten().cloned().collect();
    keep_unchanged(known, blocks, &mut ids, &mut used);
    keep_edited(known, blocks, &mut ids, &mut used);
    for (block, id) in blocks.iter().zip(&mut ids) {
        if id.is_none() {
            let taken = |id: &SegmentId| used.contains(id) || known.iter().any(|old| old.id == *id);
            let born = SegmentId::born(&block.text, taken);
            used.insert(born.clone());
            *id = Some(born);
        }
    }
    let segments = blocks.iter().zip(ids);
    let segment = |(block, id): (&Block, Option<SegmentId>)| {
        Some(Segment { id: id?, kind: block.kind, text: block.text.clone(), note: block.note.clone() })
    };
    segments.filter_map(segment).collect()
}

fn fixed_ids(blocks: &[Block]) -> Vec<Option<SegmentId>> {
    let front = blocks.iter().take_while(|block| is_front_matter(block.kind)).count();
    let mut seen = HashSet::new();
    let fixed =
        |(at, block): (usize, &Block)| SegmentId::fixed(block.kind, at < front).filter(|id| seen.insert(id.clone()));
    blocks.iter().enumerate().map(fixed).collect()
}

fn is_front_matter(kind: Kind) -> bool {
    matches!(kind, Kind::Title | Kind::Summary | Kind::Alt | Kind::Caption | Kind::Credit)
}

/// Equal texts: the first new one takes the first old id, and texts of now come before deleted ones.
fn keep_unchanged(known: &[Known], blocks: &[Block], ids: &mut [Option<SegmentId>], used: &mut HashSet<SegmentId>) {
    let mut by_text: HashMap<&str, VecDeque<&SegmentId>> = HashMap::new();
    for old in known.iter().filter(|old| old.current).chain(known.iter().filter(|old| !old.current)) {
        by_text.entry(&old.text).or_default().push_back(&old.id);
    }
    for (block, id) in blocks.iter().zip(ids) {
        if id.is_some() {
            continue;
        }
        let queue = by_text.get_mut(block.text.as_str());
        if let Some(old) = queue.and_then(|queue| next_unused(queue, used)) {
            used.insert(old.clone());
            *id = Some(old);
        }
    }
}

fn next_unused(queue: &mut VecDeque<&SegmentId>, used: &HashSet<SegmentId>) -> Option<SegmentId> {
    while let Some(id) = queue.pop_front() {
        if !used.contains(id) {
            return Some(id.clone());
        }
    }
    None
}

/// Texts that are much alike: the likest pair first, and of equals the one nearest to its old place.
fn keep_edited(known: &[Known], blocks: &[Block], ids: &mut [Option<SegmentId>], used: &mut HashSet<SegmentId>) {
    let mut pairs = Vec::new();
    for (at, block) in blocks.iter().enumerate().filter(|(at, _)| ids[*at].is_none()) {
        for (was_at, old) in known.iter().enumerate().filter(|(_, old)| old.current && !used.contains(&old.id)) {
            let likeness = likeness(&old.text, &block.text);
            if likeness >= EDITED {
                pairs.push((likeness, at.abs_diff(was_at), at, was_at));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| (a.1, a.2, a.3).cmp(&(b.1, b.2, b.3))));
    for (_, _, at, was_at) in pairs {
        let id = &known[was_at].id;
        if ids[at].is_none() && used.insert(id.clone()) {
            ids[at] = Some(id.clone());
        }
    }
}

/// The share of words two texts have in common in order, from 0 to 1.
fn likeness(a: &str, b: &str) -> f32 {
    let (short, long) = if a.len() < b.len() { (a.len(), b.len()) } else { (b.len(), a.len()) };
    // Even if the shorter were wholly inside the longer, they could not be alike enough.
    if short * 4 < long {
        return 0.0;
    }
    TextDiff::from_words(a, b).ratio()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(texts: &[&str]) -> Vec<Block> {
        let block = |text: &&str| Block { kind: Kind::Paragraph, text: (*text).to_owned(), line: 1, note: None };
        texts.iter().map(block).collect()
    }

    fn known(segments: &[Segment]) -> Vec<Known> {
        segments.iter().map(|s| Known { id: s.id.clone(), text: s.text.clone(), current: true }).collect()
    }

    fn ids(segments: &[Segment]) -> Vec<&str> {
        segments.iter().map(|segment| segment.id.as_str()).collect()
    }

    const OLD: [&str; 4] = [
        "Rust is zelden het beste antwoord op rugpijn.",
        "Blijf bewegen binnen wat je aankunt.",
        "Ga wandelen, fietsen of zwemmen.",
        "Bel ons gerust met je vragen.",
    ];

    #[test]
    fn an_insertion_moves_no_id() {
        let old = align(&[], &blocks(&OLD));
        let new = align(&known(&old), &blocks(&[OLD[0], "Iets heel nieuws hier.", OLD[1], OLD[2], OLD[3]]));
        assert_eq!([ids(&new)[0], ids(&new)[2], ids(&new)[3], ids(&new)[4]], ids(&old)[..]);
    }

    #[test]
    fn an_edited_sentence_keeps_its_id() {
        let old = align(&[], &blocks(&OLD));
        let edited = "Blijf bewegen binnen wat je vandaag aankunt.";
        let new = align(&known(&old), &blocks(&[OLD[0], edited, OLD[2], OLD[3]]));
        assert_eq!(ids(&new), ids(&old));
    }

    #[test]
    fn a_moved_sentence_keeps_its_id_and_a_rewritten_one_does_not() {
        let old = align(&[], &blocks(&OLD));
        let new = align(&known(&old), &blocks(&[OLD[3], OLD[0], "Slaap voldoende, dat helpt je herstel.", OLD[2]]));
        assert_eq!([ids(&new)[0], ids(&new)[1], ids(&new)[3]], [ids(&old)[3], ids(&old)[0], ids(&old)[2]]);
        assert!(!ids(&old).contains(&ids(&new)[2]));
    }

    #[test]
    fn a_text_that_stands_twice_has_two_ids_and_a_deleted_one_comes_back() {
        let twice = align(&[], &blocks(&[OLD[0], OLD[0]]));
        assert_ne!(ids(&twice)[0], ids(&twice)[1]);
        let mut memory = known(&twice);
        memory[1].current = false;
        let back = align(&memory, &blocks(&[OLD[0], OLD[0]]));
        assert_eq!(ids(&back), ids(&twice));
    }
}
