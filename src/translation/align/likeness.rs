//! How much alike two texts are, word by word, in thousandths.

use std::collections::HashMap;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// The likeness of a text to itself.
pub(super) const SAME: u32 = 1000;

/// Beyond as many pairs of words only equal words are compared: two paragraphs of 200 words, quite different.
const MOST_WORD_PAIRS: usize = 40_000;

/// A word is a slip or a form of another when as many thousandths of the longer stand at both ends of both.
const SLIP: usize = 600;

/// A piece of a text has as many thousandths of its letters in it, in order.
const IS_PIECE: u32 = 850;

/// Fewer words may well stand in another text in the same order by chance.
const FEWEST_WORDS_OF_A_PIECE: usize = 5;

/// The words of texts, each with a number, so that comparing two costs the same however long they are.
#[derive(Default)]
pub(super) struct Vocabulary<'t> {
    numbers: HashMap<&'t str, u32>,
    words: Vec<&'t str>,
    /// Letters in each.
    sizes: Vec<usize>,
}

/// A text as the numbers of its words. Each sign is a word too, and so is each sign of a
/// script that has no spaces.
pub(super) struct Words {
    /// In order.
    numbers: Vec<u32>,
    /// Sorted, to see at a glance what two texts can have in common.
    bag: Vec<u32>,
    /// Letters and signs in all of them.
    size: usize,
}

impl Words {
    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.numbers.len()
    }

    /// The numbers of those that differ.
    pub(super) fn different(&self) -> impl Iterator<Item = u32> {
        self.bag.chunk_by(u32::eq).map(|equal| equal[0])
    }
}

impl<'t> Vocabulary<'t> {
    /// Takes a text apart.
    pub(super) fn read(&mut self, text: &'t str) -> Words {
        let mut numbers = Vec::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let end =
                if is_letter(first) { rest.find(|c| !is_letter(c)).unwrap_or(rest.len()) } else { first.len_utf8() };
            let (word, after) = rest.split_at(end);
            if !first.is_whitespace() {
                numbers.push(self.number(word));
            }
            rest = after;
        }
        let mut bag = numbers.clone();
        bag.sort_unstable();
        let size = self.size(&numbers);
        Words { numbers, bag, size }
    }

    /// How many different words have been read.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    fn number(&mut self, word: &'t str) -> u32 {
        *self.numbers.entry(word).or_insert_with(|| {
            self.words.push(word);
            self.sizes.push(word.chars().count());
            u32::try_from(self.words.len() - 1).unwrap_or(u32::MAX)
        })
    }

    fn word(&self, number: u32) -> &'t str {
        self.words[number as usize]
    }

    /// How many letters a word has.
    pub(super) fn size_of(&self, number: u32) -> usize {
        self.sizes[number as usize]
    }

    fn size(&self, numbers: &[u32]) -> usize {
        numbers.iter().map(|&number| self.size_of(number)).sum()
    }

    /// How much two texts have in common: twice the letters of the words that stand in both in the same order,
    /// by all letters. Of a word with a slip in it the letters count that are not part of the slip.
    ///
    /// A text that is wholly a piece of the other counts as more than that: the half of a paragraph that was split,
    /// or what is left of one that was cut short.
    pub(super) fn likeness(&self, a: &Words, b: &Words) -> u32 {
        let common = self.in_common(&a.numbers, &b.numbers);
        let likeness = thousandths(2 * common, a.size + b.size);
        let shorter = if a.size <= b.size { a } else { b };
        let is_piece =
            shorter.numbers.len() >= FEWEST_WORDS_OF_A_PIECE && thousandths(common, shorter.size) >= IS_PIECE;
        if is_piece { likeness.max(550 + likeness / 10) } else { likeness }
    }

    /// What [`Self::likeness`] may be at most, apart from slips, by a look at which words there are.
    pub(super) fn likeness_at_most(&self, a: &Words, b: &Words) -> u32 {
        let (mut at, mut other, mut common) = (0, 0, 0);
        while let (Some(x), Some(y)) = (a.bag.get(at), b.bag.get(other)) {
            if x == y {
                common += self.size_of(*x);
            }
            at += usize::from(x <= y);
            other += usize::from(y <= x);
        }
        let likeness = thousandths(2 * common, a.size + b.size);
        let is_piece = thousandths(common, a.size.min(b.size)) >= IS_PIECE;
        if is_piece { likeness.max(550 + likeness / 10) } else { likeness }
    }

    /// The letters of the words in common, in the order that has most.
    fn in_common(&self, a: &[u32], b: &[u32]) -> usize {
        let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
        let (same, a, b) = (self.size(&a[..head]), &a[head..], &b[head..]);
        let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
        let (a, after, b) = (&a[..a.len() - tail], &a[a.len() - tail..], &b[..b.len() - tail]);
        let between = if a.len() * b.len() > MOST_WORD_PAIRS { self.equal(a, b) } else { self.equal_or_slips(a, b) };
        same + self.size(after) + between
    }

    fn equal(&self, a: &[u32], b: &[u32]) -> usize {
        let size = |op: DiffOp| match op {
            DiffOp::Equal { old_index, len, .. } => self.size(&a[old_index..old_index + len]),
            _ => 0,
        };
        capture_diff_slices(Algorithm::Myers, a, b).into_iter().map(size).sum()
    }

    fn equal_or_slips(&self, a: &[u32], b: &[u32]) -> usize {
        let mut best = vec![0; b.len() + 1];
        for &x in a {
            let mut diagonal = 0;
            for (at, &y) in b.iter().enumerate() {
                let both = diagonal + self.kept(x, y);
                diagonal = best[at + 1];
                best[at + 1] = both.max(diagonal).max(best[at]);
            }
        }
        best[b.len()]
    }

    /// The letters that one word keeps of another, if it is one with a slip.
    fn kept(&self, x: u32, y: u32) -> usize {
        let (long, short) = (self.size_of(x).max(self.size_of(y)), self.size_of(x).min(self.size_of(y)));
        if x == y || short * 1000 < long * SLIP {
            return if x == y { long } else { 0 };
        }
        let (x, y) = (self.word(x).chars(), self.word(y).chars());
        let head = x.clone().zip(y.clone()).take_while(|(x, y)| x == y).count();
        let tail = x.rev().zip(y.rev()).take_while(|(x, y)| x == y).count();
        let kept = (head + tail).min(short);
        if kept * 1000 >= long * SLIP { kept } else { 0 }
    }
}

/// Letters and digits make words, except in scripts that do not part them (from the radicals of Chinese on).
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && c < '\u{2e80}'
}

fn thousandths(part: usize, whole: usize) -> u32 {
    let share = (part * 1000).checked_div(whole);
    share.and_then(|share| u32::try_from(share).ok()).unwrap_or(SAME)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likeness(a: &str, b: &str) -> u32 {
        let mut vocabulary = Vocabulary::default();
        let (a, b) = (vocabulary.read(a), vocabulary.read(b));
        let there = vocabulary.likeness(&a, &b);
        assert_eq!(there, vocabulary.likeness(&b, &a), "it is the same either way");
        there
    }

    #[test]
    fn a_text_is_like_itself_and_not_like_another() {
        assert_eq!(likeness("Blijf bewegen.", "Blijf bewegen."), SAME);
        assert_eq!(likeness("Ja", "Nee"), 0);
        assert_eq!(likeness("", "Nee"), 0);
    }

    #[test]
    fn a_slip_in_a_word_leaves_most_of_it() {
        assert!(likeness("Pompoenpitten", "Pompoenpiten") > 900);
        assert!(likeness("Banaan", "Walnoten") < 300);
    }

    #[test]
    fn another_number_leaves_the_words() {
        assert_eq!(likeness("Stap 1", "Stap 2"), 800);
    }

    #[test]
    fn scripts_without_spaces_are_compared_sign_by_sign() {
        assert!(likeness("请继续活动身体", "请继续适当活动身体") > 800);
    }

    #[test]
    fn half_a_paragraph_is_a_piece_of_it_and_the_longer_half_more_so() {
        let whole = "Een pauze is geen straf en ook geen stilstand, want rust hoort bij het opbouwen van kracht.";
        let (short, long) = whole.split_at(whole.find(" want").unwrap());
        let (_, end) = whole.split_at(whole.find("het opbouwen").unwrap());
        assert!(likeness(whole, short) >= 600 && likeness(whole, long) > 600);
        assert!(likeness(whole, end) >= 550, "{}", likeness(whole, end));
        assert!(likeness(whole, end) < likeness(whole, short));
    }

    #[test]
    fn a_giant_of_a_paragraph_is_compared_in_time() {
        let words = |step: usize| (0..4_000).map(|n| format!("woord{} ", n * step % 4_001)).collect::<String>();
        assert!(likeness(&words(1), &words(3)) < 600);
    }
}
