//! The translation memory: what was translated before, anywhere in the publication, found again by its Dutch text.
//!
//! It is made of translations that are `current`, and of those in the obsolete tail of a catalog that a
//! person made or approved. The others are left out on purpose: a stale translation says something else
//! than the Dutch above it, and one that a machine made and nobody read would, offered again, look like
//! the work of two.
//!
//! A text is found by its rarest words (an inverted index), so looking one up costs the same in a
//! publication of ten posts and of ten thousand, but for words that all posts share.

use std::{
    cmp::Reverse,
    collections::{BTreeSet, HashMap},
};

use similar::{Algorithm, capture_diff_slices, diff_ratio};

use super::{Fill, Origin, Segment, SegmentId, State, Translations, difference::marked};
use crate::{
    locale::Locale,
    posts::{Post, Slug},
};

/// From this likeness on (share of words in common, in order) a translation is worth correcting; below it,
/// writing anew is quicker.
const ALIKE: f32 = 0.7;

/// The share of a text's own words, in percent, that any text at least [`ALIKE`] must have in common with
/// it. With `2c / (a + b) ≥ 0.7`, and so `b ≥ 0.538 a`, the `c` words in common are at least `0.538 a`.
const SHARED_PERCENT: usize = 53;

/// The most texts that are compared word by word for one lookup.
const MOST_CANDIDATES: usize = 64;

/// A word that more texts than this have says nothing about any of them, unless a text has no rarer ones.
const COMMON: usize = 1_000;

/// A translation that was made before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The post it stands in.
    pub post: Slug,
    /// Its segment there.
    pub id: SegmentId,
    /// Whether its Dutch text has left the post.
    pub obsolete: bool,
    /// The Dutch text it was made from.
    pub source: String,
    /// The translation.
    pub target: String,
    words: Vec<String>,
}

/// The translations of one locale, across all posts.
#[derive(Debug, Default)]
pub struct Memory {
    entries: Vec<Entry>,
    exact: HashMap<String, Vec<usize>>,
    by_word: HashMap<String, Vec<usize>>,
}

/// A translation that may do for a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Match<'a> {
    /// The translation.
    pub entry: &'a Entry,
    /// How alike its Dutch text is, from 0.7 to 1.
    pub likeness: f32,
    /// Whether it is the same text, blanks aside.
    pub exact: bool,
}

impl Memory {
    /// What `posts` have in `locale`.
    pub fn new(translations: &Translations, locale: &Locale, posts: &[Post]) -> Self {
        let mut entries = Vec::new();
        for post in posts {
            let Some(translated) = translations.translated(locale, &post.slug) else { continue };
            let segments = translations.segments(&post.slug);
            for segment in segments {
                if let Some((target, State::Current)) = translated.find(segment) {
                    entries.push(Entry::new(&post.slug, &segment.id, false, &segment.text, target));
                }
            }
            for (id, message) in translated.catalog.messages() {
                if segments.iter().all(|segment| segment.id != *id)
                    && let Some(record) = translated.records.get(id.as_str())
                    && record.is_of(message.written())
                    && record.state(&record.source) == State::Current
                {
                    entries.push(Entry::new(&post.slug, id, true, &record.source, &message.text));
                }
            }
        }
        Self::index(entries)
    }

    fn index(mut entries: Vec<Entry>) -> Self {
        entries.sort_by(|a, b| (a.obsolete, &a.post, &a.id).cmp(&(b.obsolete, &b.post, &b.id)));
        let mut memory = Self::default();
        for (at, entry) in entries.iter().enumerate() {
            memory.exact.entry(normal(&entry.source)).or_default().push(at);
            for word in entry.words.iter().collect::<BTreeSet<_>>() {
                memory.by_word.entry(word.clone()).or_default().push(at);
            }
        }
        memory.entries = entries;
        memory
    }

    /// How many translations there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The translations that may do for a Dutch text, best first. Of equals the one that is still in its post
    /// comes first, then by post and id, so that the answer is always the same.
    pub fn find(&self, dutch: &str) -> Vec<Match<'_>> {
        if let Some(exact) = self.exact.get(&normal(dutch)) {
            let found = exact.iter().map(|at| Match { entry: &self.entries[*at], likeness: 1.0, exact: true });
            return found.collect();
        }
        let words = lowercase_words(dutch);
        let mut found: Vec<(usize, f32)> =
            self.candidates(&words).into_iter().map(|at| (at, likeness(&words, &self.entries[at].words))).collect();
        found.retain(|(_, likeness)| *likeness >= ALIKE);
        found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        // The same words in other signs (a comma, a capital) are alike, and yet not the same text.
        let found = found.into_iter().map(|(at, likeness)| Match { entry: &self.entries[at], likeness, exact: false });
        found.collect()
    }

    /// The texts that share most of the rarest words of `words`.
    fn candidates(&self, words: &[String]) -> Vec<usize> {
        let mut rarest: Vec<(usize, &String)> = words
            .iter()
            .collect::<BTreeSet<_>>()
            .into_iter()
            .map(|word| (self.by_word.get(word).map_or(0, Vec::len), word))
            .collect();
        rarest.sort();
        // Whoever shares 53 % of the words has at least one of any other 47 % and one more.
        let enough = (words.len() - words.len() * SHARED_PERCENT / 100 + 1).min(rarest.len());
        let mut hits: HashMap<usize, usize> = HashMap::new();
        for (texts, word) in &rarest[..enough] {
            if *texts > COMMON && !hits.is_empty() {
                break;
            }
            for at in self.by_word.get(*word).into_iter().flatten() {
                *hits.entry(*at).or_default() += 1;
            }
        }
        let length = words.len();
        let mut candidates: Vec<(usize, usize)> = hits.into_iter().collect();
        candidates.sort_by_key(|(at, hits)| (Reverse(*hits), self.entries[*at].words.len().abs_diff(length), *at));
        candidates.truncate(MOST_CANDIDATES);
        candidates.into_iter().map(|(at, _)| at).collect()
    }
}

impl Entry {
    fn new(post: &Slug, id: &SegmentId, obsolete: bool, source: &str, target: &str) -> Self {
        let (source, target) = (source.to_owned(), target.to_owned());
        Self { post: post.clone(), id: id.clone(), obsolete, words: lowercase_words(&source), source, target }
    }
}

impl Match<'_> {
    /// What is written into the catalog for `segment`, with a word on where it came from.
    pub fn fill(&self, segment: &Segment) -> Fill {
        let place = format!("from {} {}", self.entry.post, self.entry.id);
        let from = if self.exact {
            format!("{place}, the same text")
        } else {
            // Never "100 %": whoever reads that looks no further, and it is not the same text.
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share from 0 to 1")]
            let percent = ((self.likeness * 100.0) as u32).min(99);
            format!("{place}, {percent} % alike; it translates: {}", excerpt(&self.entry.source, &segment.text))
        };
        Fill { text: self.entry.target.clone(), origin: Origin::Memory, from }
    }
}

/// A text with all blanks as single spaces.
fn normal(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a text in small letters, without the signs around them.
fn lowercase_words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// The share of words in common and in order, from 0 to 1.
fn likeness(a: &[String], b: &[String]) -> f32 {
    diff_ratio(&capture_diff_slices(Algorithm::Myers, a, b), a.len(), b.len())
}

/// The text that a translation was made from; where it is much like `new`, what differs is marked in it,
/// as it is above stale translations.
fn excerpt(old: &str, new: &str) -> String {
    marked(old, new).unwrap_or_else(|| format!("\"{old}\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn memory(texts: &[(&str, &str)]) -> Memory {
        let entry = |(nth, (source, target)): (usize, &(&str, &str))| {
            let id = format!("p-{nth}").parse().unwrap();
            Entry::new(&"zitten".parse().unwrap(), &id, false, source, target)
        };
        Memory::index(texts.iter().enumerate().map(entry).collect())
    }

    fn segment(text: &str) -> Segment {
        let kind = crate::posts::markdown::Kind::Paragraph;
        Segment { id: "p-new".parse().unwrap(), kind, text: text.to_owned(), note: None, before: None }
    }

    const SLEEP: &str = "Slaap minstens zes uur per nacht in een donkere kamer.";

    #[test]
    fn the_same_text_is_found_whatever_its_blanks() {
        let memory = memory(&[(SLEEP, "Sleep."), ("Wandel elke dag.", "Walk.")]);
        let dutch = "Wandel  elke\u{a0}dag.";
        let found = memory.find(dutch);
        assert_eq!(found.len(), 1);
        let fill = found[0].fill(&segment(dutch));
        assert_eq!((fill.text.as_str(), fill.from.as_str()), ("Walk.", "from zitten p-1, the same text"));
        assert_eq!(fill.origin, Origin::Memory);
    }

    #[test]
    fn a_text_much_like_it_is_offered_with_what_it_translates() {
        let memory = memory(&[(SLEEP, "Sleep six hours."), ("Slaap is niet alles.", "No.")]);
        let dutch = "Slaap minstens acht uur per nacht in een donkere kamer.";
        let found = memory.find(dutch);
        assert_eq!(found.len(), 1);
        let expected = "from zitten p-0, 90 % alike; it translates: Slaap minstens [-zes-] {+acht+} uur per nacht in …";
        assert_eq!(found[0].fill(&segment(dutch)).from, expected);
        assert!(memory.find("Wandel minstens acht keer per week naar een ander dorp.").is_empty());
        assert!(memory.find("").is_empty() && memory.find("…").is_empty());
    }

    #[test]
    fn a_comma_more_is_not_the_same_text() {
        let memory = memory(&[("Wandel elke dag, en rust.", "Walk.")]);
        let found = memory.find("Wandel elke dag en rust.");
        assert!(found[0].fill(&segment("Wandel elke dag en rust.")).from.contains("99 % alike"));
    }

    #[test]
    fn the_best_comes_first_and_equals_in_one_order() {
        let memory = memory(&[
            ("een twee drie vier vijf zes zeven acht negen elf", "a"),
            ("een twee drie vier vijf zes zeven acht tien elf", "b"),
            ("een twee drie vier vijf zes zeven acht tien elf", "c"),
        ]);
        let found = memory.find("een twee drie vier vijf zes zeven acht tien twaalf");
        assert_eq!(found.iter().map(|found| found.entry.target.as_str()).collect::<Vec<_>>(), ["b", "c", "a"]);
    }

    #[test]
    fn the_index_finds_what_comparing_with_everything_finds() {
        // A small language of its own: sentences that differ from each other in a few words.
        let mut state = 7_u64;
        let mut next = move |most: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(state >> 33).unwrap() % most
        };
        let mut sentence = |length: usize| (0..length).map(|_| format!("w{}", next(400))).collect::<Vec<_>>();
        let bases: Vec<_> = (0..300).map(|nth| sentence(4 + nth % 20)).collect();
        let texts: Vec<String> = bases.iter().map(|words| words.join(" ")).collect();
        let memory = memory(&texts.iter().map(|text| (text.as_str(), "x")).collect::<Vec<_>>());
        let mut found = 0;
        for (nth, base) in bases.iter().enumerate() {
            let mut query = base.clone();
            let at = nth % query.len();
            query[at] = "anders".to_owned();
            let query = query.join(" ");
            let all =
                memory.entries.iter().filter(|entry| likeness(&lowercase_words(&query), &entry.words) >= ALIKE).count();
            assert_eq!(memory.find(&query).len(), all, "{query}");
            found += all;
        }
        assert!(found >= 300, "{found}");
    }
}
