//! The heaviest chain: of pairs that exclude or cross each other, those that keep the order and together weigh most.

/// A possible pair, and what it is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Weighed {
    /// The place in the old list.
    pub(super) old: usize,
    /// The place in the new list.
    pub(super) new: usize,
    /// What it is worth to pair them.
    pub(super) weight: i64,
}

/// The heaviest of all selections in which each place occurs at most once and no two pairs cross.
///
/// This is the alignment of two sequences at the least cost, computed over the pairs that are possible at all instead
/// of over all places: the cost grows with `n log n` for `n` pairs.
pub(super) fn heaviest_in_order(possible: &[Weighed]) -> Vec<Weighed> {
    let mut sorted = possible.to_vec();
    // Of pairs with the same old place the later new one comes first, so that none can follow another.
    sorted.sort_by_key(|pair| (pair.old, std::cmp::Reverse(pair.new), pair.weight));
    let news = sorted.iter().map(|pair| pair.new + 1).max().unwrap_or(0);
    let mut best = Heaviest::new(news);
    let mut before: Vec<Option<usize>> = Vec::with_capacity(sorted.len());
    for (at, pair) in sorted.iter().enumerate() {
        let chain = best.before(pair.new);
        before.push(chain.map(|(_, last)| last));
        best.offer(pair.new, (pair.weight + chain.map_or(0, |(weight, _)| weight), at));
    }
    let mut chain = Vec::new();
    let mut link = best.before(news).map(|(_, last)| last);
    while let Some(at) = link {
        chain.push(sorted[at]);
        link = before[at];
    }
    chain.reverse();
    chain
}

/// For every place the heaviest chain that ends before it, as its weight and last pair: a Fenwick tree of maxima.
struct Heaviest(Vec<Option<(i64, usize)>>);

impl Heaviest {
    fn new(places: usize) -> Self {
        Self(vec![None; places + 1])
    }

    fn before(&self, place: usize) -> Option<(i64, usize)> {
        let mut best: Option<(i64, usize)> = None;
        let mut at = place;
        while at > 0 {
            best = best.into_iter().chain(self.0[at]).reduce(heavier);
            at &= at - 1;
        }
        best
    }

    fn offer(&mut self, place: usize, chain: (i64, usize)) {
        let mut at = place + 1;
        while at < self.0.len() {
            self.0[at] = Some(self.0[at].map_or(chain, |there| heavier(there, chain)));
            at += at & at.wrapping_neg();
        }
    }
}

/// Of two that weigh the same, the one that came first.
fn heavier(a: (i64, usize), b: (i64, usize)) -> (i64, usize) {
    if b.0 > a.0 || (b.0 == a.0 && b.1 < a.1) { b } else { a }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn pair((old, new, weight): (usize, usize, i64)) -> Weighed {
        Weighed { old, new, weight }
    }

    #[test]
    fn two_light_pairs_in_order_give_way_to_a_heavy_one_across() {
        let possible = [(0, 1, 3), (1, 2, 3), (2, 0, 7)].map(pair);
        assert_eq!(heaviest_in_order(&possible), [possible[2]]);
    }

    /// The weight of the best alignment, by the table that everybody knows.
    fn by_the_table(possible: &[Weighed], olds: usize, news: usize) -> i64 {
        let mut best = vec![vec![0; news + 1]; olds + 1];
        for old in 0..olds {
            for new in 0..news {
                let both = possible.iter().filter(|pair| (pair.old, pair.new) == (old, new)).map(|pair| pair.weight);
                let both = best[old][new] + both.max().unwrap_or(0);
                best[old + 1][new + 1] = both.max(best[old][new + 1]).max(best[old + 1][new]);
            }
        }
        best[olds][news]
    }

    proptest! {
        #[test]
        fn no_selection_in_order_is_heavier(
            possible in prop::collection::vec((0..8_usize, 0..8_usize, 1..20_i64), 0..40)
        ) {
            let possible: Vec<_> = possible.into_iter().map(pair).collect();
            let chain = heaviest_in_order(&possible);
            prop_assert!(chain.windows(2).all(|two| two[0].old < two[1].old && two[0].new < two[1].new));
            let weight: i64 = chain.iter().map(|pair| pair.weight).sum();
            prop_assert_eq!(weight, by_the_table(&possible, 8, 8));
        }
    }
}
