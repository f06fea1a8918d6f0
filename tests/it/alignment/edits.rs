//! Edits of posts as writers make them, from a seed, with the truth about what became of each block.

use std::ops::Range;

use postduif::posts::markdown::{Block, Kind};

/// What a writer does to a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Edit {
    /// Other words in one text, an eighth of them at most.
    Words,
    /// Two letters of a word change places, one is doubled or one is left out.
    Typo,
    /// A new paragraph; every fourth time the copy of a short text that is there already.
    Insertion,
    /// One to three texts in a row.
    Deletion,
    /// Two texts that follow each other.
    Swap,
    /// A paragraph becomes two, at the end of a sentence if it has several.
    Split,
    /// Two paragraphs become one.
    Merge,
    /// A heading with all that follows it goes elsewhere.
    Section,
    /// Another word in a heading.
    Retitle,
    /// Three to six of these.
    Several,
}

/// All of them.
pub(crate) const EDITS: [Edit; 10] = [
    Edit::Words,
    Edit::Typo,
    Edit::Insertion,
    Edit::Deletion,
    Edit::Swap,
    Edit::Split,
    Edit::Merge,
    Edit::Section,
    Edit::Retitle,
    Edit::Several,
];

/// A block after the edit, and which block of the old post it is; none if it is new.
#[derive(Debug, Clone)]
pub(crate) struct Edited {
    pub(crate) block: Block,
    pub(crate) was: Option<usize>,
}

/// Words that a writer might put in.
const WORDS: [&str; 24] = [
    "avond",
    "boom",
    "dikwijls",
    "eenvoudig",
    "fiets",
    "gewicht",
    "huis",
    "inzicht",
    "jaar",
    "kalm",
    "langzaam",
    "markt",
    "nieuw",
    "oefenen",
    "pauze",
    "regen",
    "stoel",
    "tuin",
    "uitleg",
    "vooral",
    "week",
    "zacht",
    "zorg",
    "zwaarder",
];

/// A small generator of pseudo-random numbers (PCG's multiplier): the same edits each time.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// A number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end.max(1)
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        (!all.is_empty()).then(|| all[self.below(all.len())])
    }

    fn word(&mut self) -> &'static str {
        WORDS[self.below(WORDS.len())]
    }
}

/// A post that is being edited.
pub(crate) struct Manuscript {
    pub(crate) blocks: Vec<Edited>,
    /// Where the body begins.
    body: usize,
}

impl Manuscript {
    pub(crate) fn of(blocks: &[Block]) -> Self {
        let is_front = |block: &&Block| matches!(block.kind, Kind::Title | Kind::Summary | Kind::Credit);
        let body = blocks.iter().rposition(|block| is_front(&block)).map_or(0, |last| last + 1);
        let edited = |(was, block): (usize, &Block)| Edited { block: block.clone(), was: Some(was) };
        Self { blocks: blocks.iter().enumerate().map(edited).collect(), body }
    }

    pub(crate) fn texts(&self) -> Vec<Block> {
        self.blocks.iter().map(|edited| edited.block.clone()).collect()
    }

    /// Makes one edit; says whether there was anything to make it on.
    pub(crate) fn edit(&mut self, edit: Edit, dice: &mut Dice) -> bool {
        match edit {
            Edit::Words => self.some_with(dice, |text| text.split(' ').count() >= 4).is_some_and(|at| {
                change_words(&mut self.blocks[at].block.text, dice);
                true
            }),
            Edit::Typo => self.some_with(dice, |text| !long_words(text).is_empty()).is_some_and(|at| {
                slip(&mut self.blocks[at].block.text, dice);
                true
            }),
            Edit::Insertion => self.insert(dice),
            Edit::Deletion => {
                let at = self.body + dice.below(self.blocks.len() - self.body);
                let end = (at + 1 + dice.below(3)).min(self.blocks.len());
                self.blocks.drain(at..end).count() > 0
            }
            Edit::Swap => {
                let at = self.body + dice.below((self.blocks.len() - self.body).saturating_sub(1));
                self.blocks.swap(at, at + 1);
                true
            }
            Edit::Split => self.split(dice),
            Edit::Merge => self.merge(dice),
            Edit::Section => self.move_section(dice),
            Edit::Retitle => self.retitle(dice),
            Edit::Several => {
                let count = 3 + dice.below(4);
                let others = &EDITS[..EDITS.len() - 1];
                (0..count).filter(|_| self.edit(others[dice.below(others.len())], dice)).count() > 1
            }
        }
    }

    /// A place in the whole post of a text that will do.
    fn some_with(&self, dice: &mut Dice, will_do: impl Fn(&str) -> bool) -> Option<usize> {
        let places: Vec<_> = (0..self.blocks.len()).filter(|&at| will_do(&self.blocks[at].block.text)).collect();
        dice.one_of(&places)
    }

    fn body_places(&self, kind: Kind) -> Vec<usize> {
        (self.body..self.blocks.len()).filter(|&at| self.blocks[at].block.kind == kind).collect()
    }

    fn insert(&mut self, dice: &mut Dice) -> bool {
        let at = self.body + dice.below(self.blocks.len() - self.body + 1);
        let is_short = |&at: &usize| self.blocks[at].block.text.len() < 24;
        let short: Vec<_> = (self.body..self.blocks.len()).filter(is_short).collect();
        let copied = dice.one_of(&short).filter(|_| dice.below(4) == 0);
        let block = copied.map_or_else(
            || {
                let words: Vec<_> = (0..8 + dice.below(30)).map(|_| dice.word()).collect();
                Block { kind: Kind::Paragraph, text: format!("{}.", words.join(" ")), line: 1, note: None }
            },
            |copied| self.blocks[copied].block.clone(),
        );
        self.blocks.insert(at, Edited { block, was: None });
        true
    }

    fn split(&mut self, dice: &mut Dice) -> bool {
        let cuts = |text: &str| {
            let sentences: Vec<usize> = text.match_indices(". ").map(|(at, _)| at + 1).collect();
            let spaces: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
            let enough = spaces.len() >= 12;
            if !sentences.is_empty() {
                sentences
            } else if enough {
                spaces[4..spaces.len() - 4].to_vec()
            } else {
                vec![]
            }
        };
        let places = self.body_places(Kind::Paragraph);
        let places: Vec<_> = places.into_iter().filter(|&at| !cuts(&self.blocks[at].block.text).is_empty()).collect();
        let Some(at) = dice.one_of(&places) else { return false };
        let Edited { block, was } = self.blocks[at].clone();
        let Some(cut) = dice.one_of(&cuts(&block.text)) else { return false };
        let (head, tail) = (block.text[..cut].trim(), block.text[cut..].trim());
        let head_is_longer = head.chars().count() >= tail.chars().count();
        let half = |text: &str, is_longer: bool| Edited {
            block: Block { text: text.to_owned(), ..block.clone() },
            was: was.filter(|_| is_longer),
        };
        let halves = [half(head, head_is_longer), half(tail, !head_is_longer)];
        self.blocks.splice(at..=at, halves).count() > 0
    }

    fn merge(&mut self, dice: &mut Dice) -> bool {
        let is_paragraph = |at: &usize| self.blocks[*at].block.kind == Kind::Paragraph;
        let places: Vec<_> =
            (self.body + 1..self.blocks.len()).filter(|at| is_paragraph(at) && is_paragraph(&(at - 1))).collect();
        let Some(at) = dice.one_of(&places) else { return false };
        let second = self.blocks.remove(at);
        let first = &mut self.blocks[at - 1];
        if second.block.text.chars().count() > first.block.text.chars().count() {
            first.was = second.was;
        }
        first.block.text = format!("{} {}", first.block.text, second.block.text);
        true
    }

    fn sections(&self) -> Vec<Range<usize>> {
        let starts = self.body_places(Kind::Heading);
        let ends = starts.iter().skip(1).copied().chain([self.blocks.len()]);
        starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
    }

    fn move_section(&mut self, dice: &mut Dice) -> bool {
        let sections = self.sections();
        if sections.len() < 2 {
            return false;
        }
        let from = dice.below(sections.len());
        let to = (from + 1 + dice.below(sections.len() - 1)) % sections.len();
        let moved: Vec<_> = self.blocks.drain(sections[from].clone()).collect();
        // Before the section it goes to, or after it when that stood further down.
        let place = if to > from { sections[to].end - moved.len() } else { sections[to].start };
        self.blocks.splice(place..place, moved).count() == 0
    }

    fn retitle(&mut self, dice: &mut Dice) -> bool {
        let Some(at) = dice.one_of(&self.body_places(Kind::Heading)) else { return false };
        let text = &mut self.blocks[at].block.text;
        let mut words: Vec<&str> = text.split(' ').collect();
        if words.len() >= 3 {
            let nth = dice.below(words.len());
            words[nth] = dice.word();
        } else {
            words.push(dice.word());
        }
        *text = words.join(" ");
        true
    }
}

/// Puts other words in the place of up to an eighth of those there are, and of at least one.
pub(crate) fn change_words(text: &mut String, dice: &mut Dice) {
    let mut words: Vec<&str> = text.split(' ').collect();
    for _ in 0..=dice.below(words.len() / 8) {
        let nth = dice.below(words.len());
        words[nth] = dice.word();
    }
    *text = words.join(" ");
}

/// The words in which a slip still leaves the word to be recognized, as ranges of bytes.
fn long_words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_ascii_alphabetic(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.extend((at - from >= 5).then_some(from..at));
                start = None;
            }
            _ => {}
        }
    }
    words
}

fn slip(text: &mut String, dice: &mut Dice) {
    let Some(word) = long_words(text).get(dice.below(long_words(text).len())).cloned() else { return };
    let at = word.start + 1 + dice.below(word.len() - 2);
    let (letter, next) = (text[at..=at].to_owned(), text[at + 1..at + 2].to_owned());
    let kind = if letter == next { 1 } else { dice.below(3) };
    match kind {
        0 => text.replace_range(at..at + 2, &format!("{next}{letter}")),
        1 => text.insert_str(at, &letter),
        _ => drop(text.remove(at)),
    }
}
