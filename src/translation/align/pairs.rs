//! Which old text has become which new one.

/// Pairs of places in two lists; each place is in at most one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pairs {
    of_old: Vec<Option<usize>>,
    of_new: Vec<Option<usize>>,
    aside: Vec<bool>,
    count: usize,
}

impl Pairs {
    /// No pairs yet between lists of these lengths.
    pub(super) fn none(olds: usize, news: usize) -> Self {
        Self { of_old: vec![None; olds], of_new: vec![None; news], aside: vec![false; news], count: 0 }
    }

    /// Makes a pair, unless one of the two is in another; says whether it did.
    pub(super) fn join(&mut self, old: usize, new: usize) -> bool {
        let are_alone = self.is_alone_old(old) && self.is_alone_new(new);
        if are_alone {
            (self.of_old[old], self.of_new[new]) = (Some(new), Some(old));
            self.count += 1;
        }
        are_alone
    }

    /// Leaves a new place out of all pairs from now on.
    pub(super) fn set_aside(&mut self, new: usize) {
        self.aside[new] = true;
    }

    /// How many pairs there are.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// What a new text was.
    pub(super) fn old_of(&self, new: usize) -> Option<usize> {
        self.of_new[new]
    }

    /// Whether there is such an old place, and it is in no pair.
    pub(super) fn is_alone_old(&self, old: usize) -> bool {
        self.of_old.get(old).is_some_and(Option::is_none)
    }

    /// Whether there is such a new place, it is in no pair, and may come into one.
    pub(super) fn is_alone_new(&self, new: usize) -> bool {
        self.of_new.get(new).is_some_and(Option::is_none) && !self.aside[new]
    }

    /// The old places that are in no pair.
    pub(super) fn lone_olds(&self) -> Vec<usize> {
        (0..self.of_old.len()).filter(|&old| self.is_alone_old(old)).collect()
    }

    /// The new places that are in no pair, and may come into one.
    pub(super) fn lone_news(&self) -> Vec<usize> {
        (0..self.of_new.len()).filter(|&new| self.is_alone_new(new)).collect()
    }

    /// The old place right after that of the new text before `new`; the first one for the first.
    pub(super) fn old_after_neighbor(&self, new: usize) -> Option<usize> {
        if new == 0 { Some(0) } else { self.of_new[new - 1].map(|old| old + 1) }
    }

    /// The old place right before that of the new text after `new`; the last one for the last.
    pub(super) fn old_before_neighbor(&self, new: usize) -> Option<usize> {
        let next = if new + 1 == self.of_new.len() { Some(self.of_old.len()) } else { self.of_new[new + 1] };
        next?.checked_sub(1)
    }
}
