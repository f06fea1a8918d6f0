//! By which relay a mail leaves, where relays have rates of their own: pure rules.
//!
//! How much a relay was given is kept in the database, so a mail has its place there before it is sent: by which
//! relay it leaves is settled when it is claimed. Where no relay has a rate, whoever sends it chooses.

use std::num::NonZeroU32;

use super::throttle::{Lane, Place, Rate};
use crate::clock::Timestamp;

/// A relay, as whoever claims sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exit {
    /// The name of its lane in the database.
    pub lane: String,
    /// How fast it gets mail.
    pub rate: Option<Rate>,
    /// Those with the lowest number are used while one of them can be.
    pub priority: u8,
    /// How much mail it gets, beside others of the same priority.
    pub weight: NonZeroU32,
}

/// The relays by which mail can leave.
#[derive(Debug, Clone, Default)]
pub struct Exits {
    all: Vec<Exit>,
    well: Vec<bool>,
    turns: Turns,
}

/// Whose turn it is. Each is given its weight, and the one that is owed most comes next and pays for all: so turns
/// are spread evenly, and one that was away is owed nothing for that time.
#[derive(Debug, Clone, Default)]
pub struct Turns(Vec<i64>);

impl Exits {
    /// All relays that are configured, of which each is well.
    pub fn new(all: Vec<Exit>) -> Self {
        Self { well: vec![true; all.len()], all, turns: Turns::default() }
    }

    /// Whether no relay has a rate.
    pub fn are_open(&self) -> bool {
        self.all.iter().all(|exit| exit.rate.is_none())
    }

    /// Hears which of them can be used now, in their order.
    pub fn heed(&mut self, well: Vec<bool>) {
        self.well = well;
    }

    /// The lanes of those that have a rate.
    pub fn lanes(&self) -> impl Iterator<Item = &str> {
        self.all.iter().filter(|exit| exit.rate.is_some()).map(|exit| exit.lane.as_str())
    }

    /// Whether a mail can leave by the relay with this lane, at the place that it has there.
    pub fn lead_by(&self, lane: &str) -> bool {
        self.usable().any(|at| self.all[at].lane == lane)
    }

    /// By which relay a mail leaves next: one that has a place now, or else the one that has a place first. `place` says
    /// where a lane is.
    pub fn choose(&mut self, place: impl Fn(&str) -> Place, now: Timestamp) -> Option<Lane<'_>> {
        let first = self.usable().map(|at| self.all[at].priority).min()?;
        let equals: Vec<_> = self.usable().filter(|at| self.all[*at].priority == first).collect();
        let free_at = |at: usize| match self.all[at].rate {
            Some(rate) => place(&self.all[at].lane).free_at(rate, now),
            None => i64::MIN,
        };
        let weight = |at: usize| (at, i64::from(self.all[at].weight.get()));
        let now = now.timestamp_micros();
        let at_once: Vec<_> = equals.iter().copied().filter(|at| free_at(*at) <= now).map(weight).collect();
        let soonest = equals.iter().copied().min_by_key(|at| free_at(*at));
        let chosen = &self.all[self.turns.next(&at_once).or(soonest)?];
        Some(Lane { name: &chosen.lane, rate: chosen.rate })
    }

    /// Those that are well; all of them if none is, since then each is asked.
    fn usable(&self) -> impl Iterator<Item = usize> {
        let any = self.well.contains(&true);
        (0..self.all.len()).filter(move |at| !any || self.well.get(*at).copied().unwrap_or(true))
    }
}

impl Turns {
    /// Who comes next of these, each with its weight.
    pub fn next(&mut self, weights: &[(usize, i64)]) -> Option<usize> {
        let last = weights.iter().map(|(at, _)| *at).max()?;
        self.0.resize(self.0.len().max(last + 1), 0);
        for (at, weight) in weights {
            self.0[*at] += weight;
        }
        let (chosen, _) = *weights.iter().max_by_key(|(at, _)| (self.0[*at], std::cmp::Reverse(*at)))?;
        self.0[chosen] -= weights.iter().map(|(_, weight)| weight).sum::<i64>();
        Some(chosen)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use chrono::TimeDelta;

    use super::*;
    use crate::outbox::throttle::{Leave, leave};

    #[test]
    fn turns_are_spread_by_weight_and_nobody_catches_up() {
        let mut order = Turns::default();
        let mut turns = |weights: &[(usize, i64)], count: usize| -> String {
            (0..count).map(|_| order.next(weights).unwrap().to_string()).collect()
        };
        assert_eq!(turns(&[(0, 3), (1, 1)], 8), "00100010");
        assert_eq!(turns(&[(2, 1)], 3), "222", "the others are away");
        assert_eq!(turns(&[(0, 1), (1, 1), (2, 1)], 6), "012012");
        assert_eq!(order.next(&[]), None);
    }

    fn exit(lane: &str, rate: Option<&str>, priority: u8, weight: u32) -> Exit {
        let (lane, rate) = (lane.to_owned(), rate.map(|rate| rate.parse().unwrap()));
        Exit { lane, rate, priority, weight: NonZeroU32::new(weight).unwrap() }
    }

    /// Gives so many mails their places; says how many leave at once by each relay, and how many wait for it.
    fn offer(exits: &mut Exits, count: usize) -> HashMap<String, (usize, usize)> {
        let now = Timestamp::UNIX_EPOCH + TimeDelta::days(20_000);
        let mut places = HashMap::<String, Place>::new();
        let mut told = HashMap::<String, (usize, usize)>::new();
        for _ in 0..count {
            let at = |lane: &str| places.get(lane).copied().unwrap_or(Place::fresh());
            let lane = exits.choose(at, now).unwrap();
            let mut own = [at(lane.name)];
            let said = leave(&[lane], &mut own, now);
            let counts = told.entry(lane.name.to_owned()).or_default();
            if said == Leave::Now {
                counts.0 += 1
            } else {
                counts.1 += 1
            }
            places.insert(lane.name.to_owned(), own[0]);
        }
        told
    }

    #[test]
    fn who_has_a_place_gets_the_mail_and_then_who_has_one_first() {
        let mut exits = Exits::new(vec![exit("slow", Some("10/s"), 1, 1), exit("quick", Some("30/s"), 1, 1)]);
        let told = offer(&mut exits, 80);
        // A second's worth of each leaves at once, and the rest waits three to one.
        assert_eq!((told["slow"].0, told["quick"].0), (11, 31));
        assert!((27..=30).contains(&told["quick"].1) && (8..=11).contains(&told["slow"].1), "{told:?}");
        let mut exits = Exits::new(vec![exit("slow", Some("10/s"), 1, 1), exit("open", None, 1, 1)]);
        assert_eq!(offer(&mut exits, 80), HashMap::from([("slow".to_owned(), (11, 0)), ("open".to_owned(), (69, 0))]));
    }

    #[test]
    fn the_backup_gets_nothing_while_another_is_well_however_slow_that_is() {
        let mut exits = Exits::new(vec![exit("first", Some("1/s"), 1, 1), exit("backup", Some("100/s"), 2, 1)]);
        assert_eq!(offer(&mut exits, 20).get("backup"), None);
        assert!(exits.lead_by("first") && !exits.are_open());
        exits.heed(vec![false, true]);
        assert_eq!(offer(&mut exits, 20)["backup"], (20, 0));
        assert!(!exits.lead_by("first"), "a place there is of no use");
        exits.heed(vec![false, false]);
        assert_eq!(offer(&mut exits, 20).get("backup"), None, "where none is well each is asked");
    }
}
