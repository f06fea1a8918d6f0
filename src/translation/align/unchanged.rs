//! Finds texts that stayed the same, wherever they went.
//!
//! A text that stood there once then and stands there once now is simple. One that stands there often (a `ja` in a
//! table) goes by its neighbors: what follows the same text is the same. What that leaves open goes by order.

use std::{collections::VecDeque, hash::Hash};

use rustc_hash::FxHashMap;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::pairs::Pairs;

/// How often neighbors are asked again, after new pairs have been found. Twice is enough in any real text.
const MOST_ROUNDS: usize = 8;

/// Pairs up equal elements of `old` and `new` that are still alone.
pub(super) fn keep_unchanged<T: Eq + Hash>(old: &[T], new: &[T], pairs: &mut Pairs) {
    if pairs.count() == 0 && old == new {
        (0..old.len()).for_each(|at| {
            pairs.join(at, at);
        });
        return;
    }
    let (old, new) = number(old, new);
    for _ in 0..MOST_ROUNDS {
        let before = pairs.count();
        pair_unique(&old, &new, pairs);
        pair_neighbors(&old, &new, pairs);
        if pairs.count() == before {
            break;
        }
    }
    pair_in_order(&old, &new, pairs);
    pair_moved(&old, &new, pairs);
}

/// The same number for what is equal, from 0.
fn number<T: Eq + Hash>(old: &[T], new: &[T]) -> (Vec<usize>, Vec<usize>) {
    let mut numbers = FxHashMap::default();
    let mut number = |element| {
        let next = numbers.len();
        *numbers.entry(element).or_insert(next)
    };
    (old.iter().map(&mut number).collect(), new.iter().map(&mut number).collect())
}

/// What is there once on each side.
fn pair_unique(old: &[usize], new: &[usize], pairs: &mut Pairs) {
    let once = |elements: &[usize], alone: Vec<usize>| {
        let mut once = vec![Seen::Never; old.len() + new.len()];
        for at in alone {
            let seen = &mut once[elements[at]];
            *seen = if *seen == Seen::Never { Seen::Once(at) } else { Seen::Often };
        }
        once
    };
    let olds = once(old, pairs.lone_olds());
    let news = once(new, pairs.lone_news());
    for both in olds.into_iter().zip(news) {
        if let (Seen::Once(old), Seen::Once(new)) = both {
            pairs.join(old, new);
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Seen {
    Never,
    Once(usize),
    Often,
}

/// What stands beside a pair and is equal is a pair as well, and so on from there.
fn pair_neighbors(old: &[usize], new: &[usize], pairs: &mut Pairs) {
    for (at, text) in new.iter().enumerate() {
        if let Some(was) = pairs.old_after_neighbor(at).filter(|&was| old.get(was) == Some(text)) {
            pairs.join(was, at);
        }
    }
    for (at, text) in new.iter().enumerate().rev() {
        if let Some(was) = pairs.old_before_neighbor(at).filter(|&was| old.get(was) == Some(text)) {
            pairs.join(was, at);
        }
    }
}

/// As many as possible of the others in the order they were in.
fn pair_in_order(old: &[usize], new: &[usize], pairs: &mut Pairs) {
    let (olds, news) = (pairs.lone_olds(), pairs.lone_news());
    let there = |elements: &[usize], alone: &[usize]| {
        let mut there = vec![false; old.len() + new.len()];
        alone.iter().for_each(|&at| there[elements[at]] = true);
        there
    };
    let (in_old, in_new) = (there(old, &olds), there(new, &news));
    let olds: Vec<usize> = olds.into_iter().filter(|&at| in_new[old[at]]).collect();
    let news: Vec<usize> = news.into_iter().filter(|&at| in_old[new[at]]).collect();
    let texts = |elements: &[usize], places: &[usize]| places.iter().map(|&at| elements[at]).collect::<Vec<_>>();
    for op in capture_diff_slices(Algorithm::Myers, &texts(old, &olds), &texts(new, &news)) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            for nth in 0..len {
                pairs.join(olds[old_index + nth], news[new_index + nth]);
            }
        }
    }
}

/// The rest: the first that is there now was the first that was there then.
fn pair_moved(old: &[usize], new: &[usize], pairs: &mut Pairs) {
    let mut places = vec![VecDeque::new(); old.len() + new.len()];
    for at in pairs.lone_olds() {
        places[old[at]].push_back(at);
    }
    for at in pairs.lone_news() {
        if let Some(was) = places[new[at]].pop_front() {
            pairs.join(was, at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What each word of `new` was, by its place in `old`; `-` for none.
    fn was(old: &str, new: &str) -> String {
        let (old, new): (Vec<_>, Vec<_>) = (old.split(' ').collect(), new.split(' ').collect());
        let mut pairs = Pairs::none(old.len(), new.len());
        keep_unchanged(&old, &new, &mut pairs);
        let place = |at| pairs.old_of(at).map_or("-".to_owned(), |old: usize| old.to_string());
        (0..new.len()).map(place).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_text_that_stands_there_once_is_found_wherever_it_went() {
        assert_eq!(was("a b c d", "d c x a b"), "3 2 - 0 1");
        assert_eq!(was("a a b b", "b b a a"), "2 3 0 1", "all of them, if it stands there twice");
    }

    #[test]
    fn cells_go_by_the_row_they_are_in() {
        assert_eq!(was("wandelen ja nee fietsen ja nee slapen nee ja", "slapen nee ja wandelen ja nee"), "6 7 8 0 1 2");
    }

    #[test]
    fn one_cell_that_changes_takes_no_other_with_it() {
        assert_eq!(was("a ja nee ja b ja ja nee", "a ja ja ja b ja ja nee"), "0 1 - 3 4 5 6 7");
        assert_eq!(was("ja ja nee nee ja nee", "ja ja ja nee nee ja nee"), "0 1 - 2 3 4 5");
    }

    #[test]
    fn where_neighbors_say_nothing_the_order_does() {
        assert_eq!(was("ja x nee y ja", "p ja q nee r ja"), "- 0 - 2 - 4");
    }
}
