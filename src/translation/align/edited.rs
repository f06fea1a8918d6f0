//! Finds texts that were edited, split or merged: by how much alike they are, and by where they stand.

use std::cmp::Reverse;

use super::{
    Text,
    assignment::select_heaviest,
    in_order::Weighed,
    likeness::{SAME, Vocabulary, Words},
    pairs::Pairs,
};
use crate::posts::markdown::Kind;

/// From this likeness on a text is an edit of another, wherever it stands: gettext's bound.
const EDITED: u32 = 600;

/// From this likeness on it is when it also stands in the same place: a paragraph that was half rewritten.
const EDITED_IN_PLACE: u32 = 400;

/// With fewer words than these it must be the very place, with the same text before and after it: two of four words
/// say little.
const LONG: usize = 6;

/// Likeness below this says nothing. What a pair is worth is counted from here, so that one pair that is much alike
/// is worth more than two that hardly are.
const CHANCE: u32 = 350;

/// While no more pairs than these are possible, all of them are looked at.
const FEW_PAIRS: usize = 2_500;

/// Else, in the same place, those that are at most so many texts apart.
const BAND: usize = 12;

/// And elsewhere those that share a word which at most so many old texts have: an edited sentence
/// keeps some rare word.
const RARE: usize = 12;

/// And of those the ones that share most.
const MOST_ELSEWHERE: usize = 8;

/// One thousandth of likeness outweighs whatever order says about all pairs of a post together.
const THOUSANDTH: i64 = 1 << 32;

/// What order says about one pair: at most this much.
const FARTHEST: i64 = 1 << 16;

/// Pairs up what is alone and alike, so that all together changes least. Of possibilities that are equal, the one
/// in which fewest texts change their place is taken.
pub(super) fn keep_edited<'t>(olds: &[Text<'t>], news: &[Text<'t>], pairs: &mut Pairs) {
    let mut vocabulary = Vocabulary::default();
    let was = Side::read(olds, pairs.lone_olds(), &mut vocabulary);
    let now = Side::read(news, pairs.lone_news(), &mut vocabulary);
    let spots = Spots::find(olds.len(), news.len(), pairs);
    let mut possible = if was.places.len() * now.places.len() <= FEW_PAIRS {
        was.places.iter().flat_map(|&old| now.places.iter().map(move |&new| (old, new))).collect()
    } else {
        let mut possible = elsewhere(&was, &now, &vocabulary);
        possible.extend(in_place(&now, &spots, pairs));
        possible
    };
    possible.sort_unstable();
    possible.dedup();
    let weighed = possible.into_iter().filter_map(|(old, new)| {
        let (old_words, new_words) = (was.words(old)?, now.words(new)?);
        let kinds = likeness_of_kinds(olds[old].kind, news[new].kind);
        let is_long = old_words.count().min(new_words.count()) >= LONG;
        let bound = match spots.offset(old, new) {
            Offset::Same if kinds == SAME => EDITED_IN_PLACE,
            Offset::Near(_) if kinds == SAME && is_long => EDITED_IN_PLACE,
            _ => EDITED,
        };
        // A glance does not see words with a slip in them, hence the quarter; a short text may have no others.
        if is_long && vocabulary.likeness_at_most(old_words, new_words) * kinds / SAME < bound * 3 / 4 {
            return None;
        }
        let likeness = vocabulary.likeness(old_words, new_words) * kinds / SAME;
        let weight = (i64::from(likeness) - i64::from(CHANCE)) * THOUSANDTH - spots.offset(old, new).price();
        (likeness >= bound).then_some(Weighed { old, new, weight })
    });
    for pair in select_heaviest(&weighed.collect::<Vec<_>>()) {
        pairs.join(pair.old, pair.new);
    }
}

/// The texts of one side that are alone, with their words.
struct Side {
    /// In rising order.
    places: Vec<usize>,
    words: Vec<Words>,
}

impl Side {
    fn read<'t>(texts: &[Text<'t>], places: Vec<usize>, vocabulary: &mut Vocabulary<'t>) -> Self {
        let words = places.iter().map(|&at| vocabulary.read(texts[at].text)).collect();
        Self { places, words }
    }

    fn words(&self, place: usize) -> Option<&Words> {
        self.places.binary_search(&place).ok().map(|nth| &self.words[nth])
    }
}

/// How likely a text of one kind becomes one of the other: a heading is rarely an edit of a paragraph,
/// a caption may be.
fn likeness_of_kinds(was: Option<Kind>, now: Option<Kind>) -> u32 {
    let is_heading = |kind| matches!(kind, Kind::Heading | Kind::CalloutTitle);
    match (was, now) {
        (Some(was), Some(now)) if was != now => {
            if is_heading(was) != is_heading(now) {
                750
            } else if (was == Kind::Cell) != (now == Kind::Cell) {
                850
            } else {
                950
            }
        }
        _ => SAME,
    }
}

/// Pairs that stand in the same place, as far as the [`BAND`] goes.
fn in_place(now: &Side, spots: &Spots, pairs: &Pairs) -> Vec<(usize, usize)> {
    let mut possible = Vec::new();
    for &new in &now.places {
        for expected in spots.of_new[new].expected() {
            let band = expected.saturating_sub(BAND)..=expected + BAND;
            possible.extend(band.filter(|&old| pairs.is_alone_old(old)).map(|old| (old, new)));
        }
    }
    possible
}

/// Pairs that share a rare word: for each new text the old ones that share most of their letters.
fn elsewhere(was: &Side, now: &Side, vocabulary: &Vocabulary<'_>) -> Vec<(usize, usize)> {
    let mut holders = vec![Vec::new(); vocabulary.len()];
    for (nth, words) in was.words.iter().enumerate() {
        for word in words.different() {
            holders[word as usize].push(nth);
        }
    }
    let mut possible = Vec::new();
    let mut shared = vec![0; was.places.len()];
    for (words, &new) in now.words.iter().zip(&now.places) {
        let mut sharers = Vec::new();
        for word in words.different() {
            for &nth in holders[word as usize].iter().filter(|_| holders[word as usize].len() <= RARE) {
                if shared[nth] == 0 {
                    sharers.push(nth);
                }
                shared[nth] += vocabulary.size_of(word);
            }
        }
        sharers.sort_unstable_by_key(|&nth| (Reverse(shared[nth]), nth));
        sharers.iter().for_each(|&nth| shared[nth] = 0);
        possible.extend(sharers.into_iter().take(MOST_ELSEWHERE).map(|nth| (was.places[nth], new)));
    }
    possible
}

/// Where texts stand, told by the nearest texts before and after them that have stayed.
struct Spots {
    of_old: Vec<Spot>,
    of_new: Vec<Spot>,
}

/// Where one text stands, in terms of old places.
#[derive(Debug, Clone, Copy, Default)]
struct Spot {
    /// The first place after the nearest text before it that has stayed, and how far this is from there.
    from: (usize, usize),
    /// The last place, plus one, before the nearest text after it that has stayed, and how far this is from there.
    to: (usize, usize),
}

impl Spots {
    fn find(olds: usize, news: usize, pairs: &Pairs) -> Self {
        Self {
            of_old: Spot::all(olds, olds, |old| (!pairs.is_alone_old(old)).then_some(old)),
            of_new: Spot::all(news, olds, |new| pairs.old_of(new)),
        }
    }

    /// How far apart the two stand.
    fn offset(&self, old: usize, new: usize) -> Offset {
        let (old, new) = (self.of_old[old], self.of_new[new]);
        if (old.from, old.to) == (new.from, new.to) {
            return Offset::Same;
        }
        let apart = |a: (usize, usize), b: (usize, usize)| (a.0 == b.0).then(|| a.1.abs_diff(b.1));
        let nearest = apart(old.from, new.from).into_iter().chain(apart(old.to, new.to)).min();
        nearest.map_or(Offset::Elsewhere, Offset::Near)
    }
}

/// How far apart two texts stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Offset {
    /// In the same place, counted from the text before and from that after it.
    Same,
    /// So many texts from there, counted from one of the two.
    Near(usize),
    /// Between other texts.
    Elsewhere,
}

impl Offset {
    /// What is taken off for it.
    fn price(self) -> i64 {
        match self {
            Self::Same => 0,
            Self::Near(texts) => i64::try_from(texts + 1).map_or(FARTHEST, |texts| texts.min(FARTHEST)),
            Self::Elsewhere => FARTHEST,
        }
    }
}

impl Spot {
    /// Where each of `count` texts stands; `stayed` says which old place a text had that has stayed.
    fn all(count: usize, olds: usize, stayed: impl Fn(usize) -> Option<usize>) -> Vec<Self> {
        let mut spots = vec![Self::default(); count];
        let mut from = (0, 0);
        for (at, spot) in spots.iter_mut().enumerate() {
            spot.from = from;
            from = stayed(at).map_or((from.0, from.1 + 1), |old| (old + 1, 0));
        }
        let mut to = (olds, 1);
        for (at, spot) in spots.iter_mut().enumerate().rev() {
            spot.to = to;
            to = stayed(at).map_or((to.0, to.1 + 1), |old| (old, 1));
        }
        spots
    }

    /// The old places at which it would have stood, had only its neighbors stayed.
    fn expected(self) -> [usize; 2] {
        [self.from.0 + self.from.1, self.to.0.saturating_sub(self.to.1)]
    }
}

#[cfg(test)]
mod tests {
    use super::{super::unchanged::keep_unchanged, *};

    fn text(text: &str) -> Text<'_> {
        Text { kind: Some(Kind::Paragraph), text }
    }

    /// What each new text was.
    fn was(olds: &[&str], news: &[&str]) -> Vec<Option<usize>> {
        let (olds, news): (Vec<_>, Vec<_>) =
            (olds.iter().map(|old| text(old)).collect(), news.iter().map(|new| text(new)).collect());
        let mut pairs = Pairs::none(olds.len(), news.len());
        keep_unchanged(&olds, &news, &mut pairs);
        keep_edited(&olds, &news, &mut pairs);
        (0..news.len()).map(|new| pairs.old_of(new)).collect()
    }

    #[test]
    fn texts_that_are_equally_alike_keep_their_order() {
        let olds =
            ["Loop de eerste keer 5 minuten.", "Loop de eerste keer 6 minuten.", "Loop de eerste keer 7 minuten."];
        let news = ["Wandel de eerste keer 1 uur.", "Wandel de eerste keer 2 uur.", "Wandel de eerste keer 3 uur."];
        assert_eq!(was(&olds, &news), [Some(0), Some(1), Some(2)]);
    }

    #[test]
    fn half_a_text_is_an_edit_where_it_stood_and_not_elsewhere() {
        let old = "Wissel elke twintig minuten van houding of ga even liggen.";
        let new = "Wissel elke twintig minuten van plaats zodra je dat kunt regelen.";
        let likeness = {
            let mut vocabulary = Vocabulary::default();
            let (old, new) = (vocabulary.read(old), vocabulary.read(new));
            vocabulary.likeness(&old, &new)
        };
        assert!((EDITED_IN_PLACE..EDITED).contains(&likeness), "{likeness}");
        assert_eq!(was(&["Eerst dit.", old, "Dan dat."], &["Eerst dit.", new, "Dan dat."])[1], Some(1));
        assert_eq!(was(&["Eerst dit.", old, "Dan dat."], &[new, "Eerst dit.", "Dan dat."])[0], None);
    }

    #[test]
    fn a_heading_becomes_a_paragraph_only_when_little_else_changed() {
        let olds = [Text { kind: Some(Kind::Heading), text: "Hoe lang duurt het voor de pijn weg is?" }];
        let become_of = |kind, text| {
            let news = [Text { kind: Some(kind), text }];
            let mut pairs = Pairs::none(1, 1);
            keep_edited(&olds, &news, &mut pairs);
            pairs.old_of(0).is_some()
        };
        let edited = "Hoe lang duurt het meestal voor je pijn verdwenen is?";
        assert!(become_of(Kind::Heading, edited));
        assert!(!become_of(Kind::Cell, "Hoe lang duurt het na een val?"));
        assert!(become_of(Kind::Paragraph, "Hoe lang duurt het voor de pijn weg is."));
    }
}
