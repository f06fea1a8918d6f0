//! Finding each segment's old self when the Dutch text has changed, so that its translations stay with it.
//!
//! Texts that stayed the same keep their ids, wherever they moved to (`unchanged`); one that had been deleted and
//! comes back gets its old one. Of the rest, those that are alike become each other, so that all together changes least
//! (`edited`): of a paragraph that was split the longer half stays it, and of two that were merged the longer one
//! becomes the whole. What is like nothing is new. The same texts always give the same ids, on every machine.

mod pairs;
mod unchanged;
mod likeness;
mod in_order;
mod assignment;
mod edited;

use std::collections::VecDeque;

use rustc_hash::{FxHashMap, FxHashSet};

use self::{edited::keep_edited, pairs::Pairs, unchanged::keep_unchanged};
use super::{Segment, SegmentId};
use crate::posts::markdown::{Block, Kind};

/// A text that had an id before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The id it had.
    pub id: SegmentId,
    /// What it was, as far as that is remembered.
    pub kind: Option<Kind>,
    /// The text it had.
    pub text: String,
    /// Whether it was in the post the last time, and not one that had been deleted before.
    pub current: bool,
}

/// A text to be paired with another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Text<'t> {
    kind: Option<Kind>,
    text: &'t str,
}

/// Gives every block an id: its old one when it can be found among `known`, else a new one.
///
/// Texts of now stand in `known` in the order that they had. Whatever else is in there, no two blocks get
/// the same id, and no new id is one that is remembered.
pub fn align<'b>(known: &[Known], blocks: &'b [Block]) -> Vec<Segment> {
    let mut ids = fixed_ids(blocks);
    keep_old_ids(known, blocks, &mut ids);
    let mut taken: FxHashSet<SegmentId> = known.iter().map(|old| old.id.clone()).collect();
    taken.extend(ids.iter().flatten().cloned());
    let texts: FxHashMap<&SegmentId, &str> =
        known.iter().rev().filter(|old| old.current).map(|old| (&old.id, old.text.as_str())).collect();
    // Where a text stands a thousand times, each goes on with the ids where the one before it stopped.
    let mut births: FxHashMap<&str, Box<dyn Iterator<Item = SegmentId> + 'b>> = FxHashMap::default();
    let segment = |(block, id): (&'b Block, Option<SegmentId>)| {
        let mut born = || {
            let births = births.entry(&block.text).or_insert_with(|| Box::new(SegmentId::births(&block.text)));
            births.find(|id| !taken.contains(id))
        };
        let id = id.or_else(&mut born)?;
        taken.insert(id.clone());
        let before = texts.get(&id).filter(|before| **before != block.text).map(|before| (*before).to_owned());
        Some(Segment { id, kind: block.kind, text: block.text.clone(), note: block.note.clone(), before })
    };
    blocks.iter().zip(ids).filter_map(segment).collect()
}

/// Whatever is written there now, the title is the title.
fn fixed_ids(blocks: &[Block]) -> Vec<Option<SegmentId>> {
    let front = blocks.iter().take_while(|block| is_front_matter(block.kind)).count();
    let mut seen = FxHashSet::default();
    let fixed =
        |(at, block): (usize, &Block)| SegmentId::fixed(block.kind, at < front).filter(|id| seen.insert(id.clone()));
    blocks.iter().enumerate().map(fixed).collect()
}

fn is_front_matter(kind: Kind) -> bool {
    matches!(kind, Kind::Title | Kind::Summary | Kind::Alt | Kind::Caption | Kind::Credit)
}

/// Gives the blocks that have no id yet those of the texts that they were.
fn keep_old_ids(known: &[Known], blocks: &[Block], ids: &mut [Option<SegmentId>]) {
    let mut seen = FxHashSet::default();
    let free = known.iter().filter(|old| !old.id.is_fixed());
    let (current, deleted): (Vec<_>, Vec<_>) = free.partition(|old| old.current);
    let current: Vec<&Known> = current.into_iter().filter(|old| seen.insert(&old.id)).collect();
    let deleted: Vec<&Known> = deleted.into_iter().filter(|old| seen.insert(&old.id)).collect();

    let body: Vec<usize> = (0..blocks.len()).filter(|&at| ids[at].is_none()).collect();
    let olds: Vec<_> = current.iter().map(|old| Text { kind: old.kind, text: &old.text }).collect();
    let news: Vec<_> = body.iter().map(|&at| Text { kind: Some(blocks[at].kind), text: &blocks[at].text }).collect();
    let mut pairs = Pairs::none(olds.len(), news.len());
    keep_unchanged(&olds, &news, &mut pairs);
    keep_unchanged(&regardless_of_kind(&olds), &regardless_of_kind(&news), &mut pairs);
    for (new, old) in come_back(&deleted, &news, &pairs) {
        ids[body[new]] = Some(old.id.clone());
        pairs.set_aside(new);
    }
    keep_edited(&olds, &news, &mut pairs);
    for (new, &at) in body.iter().enumerate() {
        if let Some(old) = pairs.old_of(new) {
            ids[at] = Some(current[old].id.clone());
        }
    }
}

fn regardless_of_kind<'t>(texts: &[Text<'t>]) -> Vec<Text<'t>> {
    texts.iter().map(|text| Text { kind: None, ..*text }).collect()
}

/// Texts that had been deleted and are back, word for word.
fn come_back<'k>(deleted: &[&'k Known], news: &[Text<'_>], pairs: &Pairs) -> Vec<(usize, &'k Known)> {
    let mut by_text: FxHashMap<&str, VecDeque<&'k Known>> = FxHashMap::default();
    for &old in deleted {
        by_text.entry(&old.text).or_default().push_back(old);
    }
    let back = |new: usize| Some((new, by_text.get_mut(news[new].text)?.pop_front()?));
    pairs.lone_news().into_iter().filter_map(back).collect()
}

#[cfg(test)]
mod properties;

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(texts: &[&str]) -> Vec<Block> {
        let block = |text: &&str| Block { kind: Kind::Paragraph, text: (*text).to_owned(), line: 1, note: None };
        texts.iter().map(block).collect()
    }

    fn known(segments: &[Segment]) -> Vec<Known> {
        segments
            .iter()
            .map(|s| Known { id: s.id.clone(), kind: Some(s.kind), text: s.text.clone(), current: true })
            .collect()
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
    fn the_longer_half_of_a_split_paragraph_stays_it_and_a_merged_one_is_the_longer() {
        let whole = format!("{} {} {}", OLD[0], OLD[1], OLD[2]);
        let half = format!("{} {}", OLD[0], OLD[1]);
        let old = align(&[], &blocks(&[&whole, OLD[3]]));
        let split = align(&known(&old), &blocks(&[&half, OLD[2], OLD[3]]));
        assert_eq!([ids(&split)[0], ids(&split)[2]], ids(&old)[..]);
        assert!(!ids(&old).contains(&ids(&split)[1]));
        let merged = align(&known(&split), &blocks(&[&whole, OLD[3]]));
        assert_eq!(ids(&merged), ids(&old));
    }

    #[test]
    fn a_text_that_comes_back_is_itself_and_not_an_edit_of_another() {
        let old = align(&[], &blocks(&[OLD[1], "Blijf bewegen binnen wat je vandaag aankunt."]));
        let mut memory = known(&old);
        memory[0].current = false;
        let back = align(&memory, &blocks(&[OLD[1]]));
        assert_eq!(ids(&back)[0], ids(&old)[0]);
    }

    #[test]
    fn another_number_is_an_edit_and_another_answer_is_not() {
        let old = align(&[], &blocks(&["Eerst.", "Stap 1", "Ja", "Later."]));
        let new = align(&known(&old), &blocks(&["Eerst.", "Stap 2", "Nee", "Later."]));
        assert_eq!(ids(&new)[1], ids(&old)[1]);
        assert!(!ids(&old).contains(&ids(&new)[2]));
    }

    #[test]
    fn no_paragraph_takes_the_id_of_the_summary() {
        let [title, summary] = [Kind::Title, Kind::Summary].map(|kind| Block { kind, ..blocks(&[OLD[0]]).remove(0) });
        let old = align(&[], &[title.clone(), summary]);
        let new = align(&known(&old), &[vec![title], blocks(&[OLD[1], OLD[0]])].concat());
        assert!(new[1..].iter().all(|segment| !segment.id.is_fixed()), "{new:?}");
    }

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
