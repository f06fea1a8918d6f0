//! The best assignment: of pairs that exclude each other, those that together weigh most, in whatever order.

use std::collections::HashSet;

use super::in_order::{Weighed, heaviest_in_order};

/// Up to as many places on either side the best assignment is computed, which takes their cube; beyond it
/// (a table of which every cell was rewritten alike) the best in order is kept, and what that leaves by weight.
const MOST_PLACES: usize = 96;

/// Selects pairs so that each place occurs at most once.
pub(super) fn select_heaviest(possible: &[Weighed]) -> Vec<Weighed> {
    let mut selected = Vec::new();
    for group in connected(possible) {
        let group = Group::new(group);
        if group.olds.len().max(group.news.len()) <= MOST_PLACES {
            selected.extend(group.best());
        } else {
            selected.extend(group.in_order_and_then_by_weight());
        }
    }
    selected.sort_by_key(|pair| pair.new);
    selected
}

/// The pairs in groups that have no place in common, so that each can be solved by itself.
fn connected(possible: &[Weighed]) -> Vec<Vec<Weighed>> {
    let olds = possible.iter().map(|pair| pair.old + 1).max().unwrap_or(0);
    let news = possible.iter().map(|pair| pair.new + 1).max().unwrap_or(0);
    let mut chief: Vec<usize> = (0..olds + news).collect();
    for pair in possible {
        let (a, b) = (chief_of(&mut chief, pair.old), chief_of(&mut chief, olds + pair.new));
        chief[a.max(b)] = a.min(b);
    }
    let mut groups = vec![Vec::new(); olds];
    for pair in possible {
        groups[chief_of(&mut chief, pair.old)].push(*pair);
    }
    groups.retain(|group| !group.is_empty());
    groups
}

/// Who speaks for the group that a place is in: its lowest place, which is always an old one.
fn chief_of(chief: &mut [usize], mut place: usize) -> usize {
    while chief[place] != place {
        chief[place] = chief[chief[place]];
        place = chief[place];
    }
    place
}

/// Pairs, and the places in them.
struct Group {
    pairs: Vec<Weighed>,
    olds: Vec<usize>,
    news: Vec<usize>,
}

impl Group {
    fn new(pairs: Vec<Weighed>) -> Self {
        let places = |of: fn(&Weighed) -> usize| {
            let mut places: Vec<usize> = pairs.iter().map(of).collect();
            places.sort_unstable();
            places.dedup();
            places
        };
        let (olds, news) = (places(|pair| pair.old), places(|pair| pair.new));
        Self { pairs, olds, news }
    }

    /// The best assignment, by the Hungarian method: the old places come in one by one, and each time the cheapest way
    /// to make room is taken. A place may always stay alone, at no cost.
    fn best(self) -> Vec<Weighed> {
        let (olds, news) = (self.olds.len(), self.news.len());
        if let [only] = self.pairs[..] {
            return vec![only];
        }
        let mut cost = vec![vec![0_i64; news + olds]; olds];
        for pair in &self.pairs {
            let at = |places: &[usize], place| places.binary_search(&place).unwrap_or_default();
            let cell = &mut cost[at(&self.olds, pair.old)][at(&self.news, pair.new)];
            *cell = (*cell).min(-pair.weight);
        }
        let taken_by = cheapest(&cost);
        let is_selected = |pair: &Weighed| {
            let (old, new) = (self.olds.binary_search(&pair.old), self.news.binary_search(&pair.new));
            new.is_ok_and(|new| taken_by[new] == old.ok())
        };
        let mut selected: Vec<_> = self.pairs.iter().copied().filter(is_selected).collect();
        selected.sort_by_key(|pair| (pair.new, std::cmp::Reverse(pair.weight)));
        selected.dedup_by_key(|pair| pair.new);
        selected
    }

    fn in_order_and_then_by_weight(self) -> Vec<Weighed> {
        let mut selected = heaviest_in_order(&self.pairs);
        let mut rest = self.pairs;
        rest.sort_by_key(|pair| (std::cmp::Reverse(pair.weight), pair.old.abs_diff(pair.new), pair.new, pair.old));
        let mut olds: HashSet<usize> = selected.iter().map(|pair| pair.old).collect();
        let mut news: HashSet<usize> = selected.iter().map(|pair| pair.new).collect();
        for pair in rest {
            if !olds.contains(&pair.old) && !news.contains(&pair.new) {
                olds.insert(pair.old);
                news.insert(pair.new);
                selected.push(pair);
            }
        }
        selected
    }
}

/// Which row has each column when every row has one and all together cost least. There are no fewer columns than rows.
fn cheapest(cost: &[Vec<i64>]) -> Vec<Option<usize>> {
    let columns = cost.first().map_or(0, Vec::len);
    let mut taken_by: Vec<Option<usize>> = vec![None; columns];
    let (mut row_price, mut column_price) = (vec![0; cost.len()], vec![0; columns]);
    for newcomer in 0..cost.len() {
        // What it costs to reach each column by moving rows along, and from which column.
        let mut reach = vec![(i64::MAX, None); columns];
        let mut is_done = vec![false; columns];
        let (mut row, mut from) = (newcomer, None);
        let free = loop {
            for column in (0..columns).filter(|&column| !is_done[column]) {
                let step = cost[row][column] - row_price[row] - column_price[column];
                if step < reach[column].0 {
                    reach[column] = (step, from);
                }
            }
            let open = (0..columns).filter(|&column| !is_done[column]);
            let Some(nearest) = open.min_by_key(|&column| reach[column].0) else { return taken_by };
            let step = reach[nearest].0;
            row_price[newcomer] += step;
            for column in 0..columns {
                if is_done[column] {
                    column_price[column] -= step;
                    if let Some(row) = taken_by[column] {
                        row_price[row] += step;
                    }
                } else if reach[column].0 != i64::MAX {
                    reach[column].0 -= step;
                }
            }
            is_done[nearest] = true;
            match taken_by[nearest] {
                Some(other) => (row, from) = (other, Some(nearest)),
                None => break nearest,
            }
        };
        let mut at = free;
        while let Some(before) = reach[at].1 {
            taken_by[at] = taken_by[before];
            at = before;
        }
        taken_by[at] = Some(newcomer);
    }
    taken_by
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn pair((old, new, weight): (usize, usize, i64)) -> Weighed {
        Weighed { old, new, weight }
    }

    fn weight(pairs: &[Weighed]) -> i64 {
        pairs.iter().map(|pair| pair.weight).sum()
    }

    /// The weight of the best selection, by trying them all.
    fn by_trying(possible: &[Weighed]) -> i64 {
        let Some((first, rest)) = possible.split_first() else { return 0 };
        let others: Vec<_> =
            rest.iter().filter(|pair| pair.old != first.old && pair.new != first.new).copied().collect();
        by_trying(rest).max(first.weight + by_trying(&others))
    }

    #[test]
    fn the_likest_pair_gives_way_when_the_others_gain_more() {
        let possible = [(0, 0, 10), (0, 1, 9), (1, 0, 9)].map(pair);
        assert_eq!(select_heaviest(&possible), [possible[2], possible[1]]);
    }

    #[test]
    fn a_group_too_big_to_try_everything_goes_by_order_first() {
        let all = 0..MOST_PLACES + 1;
        let possible: Vec<_> = all.clone().flat_map(|old| all.clone().map(move |new| pair((old, new, 5)))).collect();
        assert!(select_heaviest(&possible).iter().all(|pair| pair.old == pair.new));
    }

    proptest! {
        #[test]
        fn no_selection_is_heavier(possible in prop::collection::vec((0..5_usize, 0..5_usize, 1..20_i64), 0..14)) {
            let possible: Vec<_> = possible.into_iter().map(pair).collect();
            let selected = select_heaviest(&possible);
            for (at, pair) in selected.iter().enumerate() {
                prop_assert!(possible.contains(pair));
                prop_assert!(selected[at + 1..].iter().all(|other| other.old != pair.old && other.new != pair.new));
            }
            prop_assert_eq!(weight(&selected), by_trying(&possible));
        }
    }
}
