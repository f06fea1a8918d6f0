//! How fast mail may leave: pure rules. The database keeps where each lane has its next free place.
//!
//! A mail needs a place on each lane that it takes: that of all mail, that of its receiver's group, and that of the
//! relay by which it leaves.
//! Places on a lane lie one interval apart (the generic cell rate algorithm), so a lane is one number.

use std::{collections::HashMap, fmt, num::NonZeroUsize, str::FromStr};

use chrono::{NaiveDate, TimeDelta};
use serde::{Deserialize, Deserializer, de};

use crate::clock::Timestamp;

/// Places are given out so far ahead; who comes later asks again, so that a rate that is changed holds soon.
pub const HORIZON: TimeDelta = TimeDelta::minutes(10);

/// A place that was not used for so long is given up: after a pause not everything leaves at once.
pub const KEPT: TimeDelta = TimeDelta::minutes(1);

/// So many refusals of a group in a row, without one mail that it took, are no accident.
pub const MOST_REFUSALS: u32 = 5;

/// For so long a group is left alone that refuses our mail, whoever it is for.
pub const REFUSED_PAUSE: TimeDelta = TimeDelta::minutes(30);

/// For so long a group is left alone that says that we send too fast.
pub const TOO_FAST_PAUSE: TimeDelta = TimeDelta::minutes(10);

/// Mails on the first day of a warm-up; each following day has half as many again.
const FIRST_DAY: f64 = 200.0;
const GROWTH: f64 = 1.5;

/// After so many days nothing is left to warm up.
const LONGEST_WARM_UP: i64 = 30;

/// Receivers under one roof, which count together, where the operator says nothing else.
const KNOWN: [(&str, &[&str]); 5] = [
    ("google", &["gmail.com", "googlemail.com"]),
    (
        "microsoft",
        &[
            "outlook.com",
            "hotmail.com",
            "live.com",
            "msn.com",
            "hotmail.fr",
            "live.fr",
            "outlook.be",
            "hotmail.be",
            "live.be",
            "live.nl",
            "hotmail.nl",
            "outlook.fr",
            "outlook.de",
            "hotmail.de",
        ],
    ),
    ("yahoo", &["yahoo.com", "ymail.com", "aol.com", "yahoo.fr", "yahoo.de", "rocketmail.com"]),
    ("apple", &["icloud.com", "me.com", "mac.com"]),
    ("proximus", &["skynet.be", "proximus.be", "belgacom.net"]),
];

/// So many mails in a time: `20/s`, `600/m`, `10000/h`, `50000/d`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    count: u32,
    per: TimeDelta,
}

/// The text is no rate.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("{0:?} is no rate such as `20/s`, `600/m`, `10000/h` or `50000/d`")]
pub struct NotARate(String);

impl Rate {
    /// From one place to the next, in microseconds.
    fn interval(self) -> i64 {
        (self.per.num_microseconds().unwrap_or(i64::MAX) / i64::from(self.count)).max(1)
    }

    /// How far behind the clock a lane may be, which is what may leave at once after a quiet time.
    fn slack(self) -> i64 {
        let second = 1_000_000;
        (self.per.num_microseconds().unwrap_or(i64::MAX) / 24).max(second)
    }
}

impl FromStr for Rate {
    type Err = NotARate;

    fn from_str(text: &str) -> Result<Self, NotARate> {
        let wrong = || NotARate(text.to_owned());
        let (count, unit) = text.trim().split_once('/').ok_or_else(wrong)?;
        let per = match unit.trim() {
            "s" => TimeDelta::seconds(1),
            "m" => TimeDelta::minutes(1),
            "h" => TimeDelta::hours(1),
            "d" => TimeDelta::days(1),
            _ => return Err(wrong()),
        };
        let count = count.trim().parse().ok().filter(|count| (1..=1_000_000).contains(count)).ok_or_else(wrong)?;
        Ok(Self { count, per })
    }
}

impl<'de> Deserialize<'de> for Rate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

/// Receivers that count together.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// What it is called in the log.
    pub name: String,
    /// What stands behind the `@` of its addresses.
    #[serde(default)]
    pub domains: Vec<String>,
    /// How fast it gets mail.
    pub rate: Option<Rate>,
    /// How many connections are used for it at a time.
    pub connections: Option<NonZeroUsize>,
}

/// How fast mail may leave.
#[derive(Debug, Clone)]
pub struct Throttle {
    rate: Option<Rate>,
    warm_up: Option<NaiveDate>,
    groups: Vec<Group>,
    by_domain: HashMap<String, usize>,
}

/// A lane that a mail takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lane<'a> {
    /// Its name in the database.
    pub name: &'a str,
    /// How fast it is; without a rate it is merely closed at times.
    pub rate: Option<Rate>,
}

/// Where a lane is, as the database keeps it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The next free place, in microseconds since 1970.
    pub next: i64,
    /// Until when nothing leaves.
    pub closed_until: Option<Timestamp>,
}

/// What a mail is told that wants to leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leave {
    /// Now.
    Now,
    /// At this moment, for which it has a place.
    At(Timestamp),
    /// It is to ask again then.
    AskAgain(Timestamp),
}

impl Throttle {
    /// Mail leaves as fast as the relay takes it.
    pub fn open() -> Self {
        Self::new(None, None, Vec::new())
    }

    /// A throttle with these limits. A group of a known name takes its place, but keeps its domains if it names none.
    pub fn new(rate: Option<Rate>, warm_up: Option<NaiveDate>, own: Vec<Group>) -> Self {
        let known = KNOWN.iter().map(|(name, domains)| Group {
            name: (*name).to_owned(),
            domains: domains.iter().map(|domain| (*domain).to_owned()).collect(),
            rate: None,
            connections: None,
        });
        let mut groups: Vec<Group> = known.collect();
        for group in own {
            match groups.iter_mut().find(|known| known.name == group.name) {
                Some(known) if group.domains.is_empty() => {
                    *known = Group { domains: std::mem::take(&mut known.domains), ..group }
                }
                Some(known) => *known = group,
                None => groups.push(group),
            }
        }
        let places = groups.iter().enumerate();
        let by_domain =
            places.flat_map(|(at, group)| group.domains.iter().map(move |domain| (domain.to_lowercase(), at)));
        let by_domain = by_domain.collect();
        Self { rate, warm_up, groups, by_domain }
    }

    /// Whether no rate is set.
    pub fn is_open(&self) -> bool {
        self.rate.is_none() && self.warm_up.is_none() && self.groups.iter().all(|group| group.rate.is_none())
    }

    /// The group of a receiver: its name, or the domain itself where it stands alone.
    pub fn group_of<'a>(&'a self, domain: &'a str) -> &'a str {
        self.group(domain).map_or(domain, |group| group.name.as_str())
    }

    /// How many connections may be used for a receiver's group.
    pub fn connections(&self, domain: &str) -> Option<NonZeroUsize> {
        self.group(domain)?.connections
    }

    /// The domains that share a receiver's connections; the domain itself where it stands alone.
    pub fn domains_beside<'a>(&'a self, domain: &'a str) -> Vec<&'a str> {
        match self.group(domain) {
            Some(group) => group.domains.iter().map(String::as_str).collect(),
            None => vec![domain],
        }
    }

    /// The lanes that mail to a domain takes.
    pub fn lanes<'a>(&'a self, domain: &'a str, now: Timestamp) -> Vec<Lane<'a>> {
        let mut lanes =
            vec![Lane { name: self.group_of(domain), rate: self.group(domain).and_then(|group| group.rate) }];
        // No domain has a name like these.
        lanes.extend(self.rate.map(|rate| Lane { name: "all mail", rate: Some(rate) }));
        lanes.extend(self.warm_up_rate(now).map(|rate| Lane { name: "warm-up", rate: Some(rate) }));
        lanes
    }

    fn group(&self, domain: &str) -> Option<&Group> {
        self.by_domain.get(&domain.to_lowercase()).map(|at| &self.groups[*at])
    }

    /// How much a new sender sends on this day; receivers trust one that grows slowly.
    fn warm_up_rate(&self, now: Timestamp) -> Option<Rate> {
        let day = (now.date_naive() - self.warm_up?).num_days();
        let grown = FIRST_DAY * GROWTH.powi(i32::try_from(day.clamp(0, LONGEST_WARM_UP)).ok()?);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of mails")]
        let count = grown as u32;
        (day < LONGEST_WARM_UP).then_some(Rate { count, per: TimeDelta::days(1) })
    }
}

impl Default for Throttle {
    fn default() -> Self {
        Self::open()
    }
}

impl Place {
    /// A lane on which nothing has left yet.
    pub fn fresh() -> Self {
        Self { next: 0, closed_until: None }
    }

    /// When it has its next free place, in microseconds since 1970: after a quiet time, some are in the past.
    pub(super) fn free_at(self, rate: Rate, now: Timestamp) -> i64 {
        self.next.max(now.timestamp_micros() - rate.slack())
    }
}

/// Gives a mail its place on its lanes, and moves them on. `places` are those of `lanes`, in the same order.
pub fn leave(lanes: &[Lane<'_>], places: &mut [Place], now: Timestamp) -> Leave {
    let closed = places.iter().filter_map(|place| place.closed_until).max();
    if let Some(until) = closed.filter(|until| *until > now) {
        return Leave::AskAgain(until);
    }
    let micros = now.timestamp_micros();
    let free = |lane: &Lane<'_>, place: &Place| lane.rate.map(|rate| place.free_at(rate, now));
    let at = lanes.iter().zip(&*places).filter_map(|(lane, place)| free(lane, place)).max();
    let Some(at) = at else { return Leave::Now };
    if at > micros + HORIZON.num_microseconds().unwrap_or(0) {
        return Leave::AskAgain(now + HORIZON);
    }
    for (lane, place) in lanes.iter().zip(&mut *places) {
        if let (Some(rate), Some(own)) = (lane.rate, free(lane, place)) {
            // A lane that is not the slowest goes on from its own place, so that it lags behind no further.
            place.next = own + rate.interval();
        }
    }
    match Timestamp::from_timestamp_micros(at) {
        Some(at) if at > now => Leave::At(at),
        _ => Leave::Now,
    }
}

/// The names of the groups whose domains are known.
pub fn known_groups() -> impl Iterator<Item = &'static str> {
    KNOWN.iter().map(|(name, _)| *name)
}

/// Whether a relay says that we send too fast.
pub fn is_too_fast(reply: &str) -> bool {
    let reply = reply.to_lowercase();
    let words = [
        "rate limit",
        "too many",
        "too fast",
        "throttl",
        "slow down",
        "unusual rate",
        "4.7.28",
        "try again more slowly",
    ];
    reply.starts_with('4') && words.iter().any(|word| reply.contains(word))
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.per.num_seconds() {
            1 => 's',
            60 => 'm',
            3_600 => 'h',
            _ => 'd',
        };
        write!(f, "{}/{unit}", self.count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + TimeDelta::seconds(1_000_000 + seconds)
    }

    fn rate(text: &str) -> Rate {
        text.parse().unwrap()
    }

    /// Offers so many mails at a moment; says how many leave at once, and when the last of the others may.
    fn offer(lanes: &[Lane<'_>], places: &mut [Place], count: usize, now: Timestamp) -> (usize, Option<TimeDelta>) {
        let told: Vec<_> = (0..count).map(|_| leave(lanes, places, now)).collect();
        let last = told.iter().rev().find_map(|one| if let Leave::At(at) = one { Some(*at - now) } else { None });
        (told.iter().filter(|one| **one == Leave::Now).count(), last)
    }

    #[test]
    fn a_lane_gives_out_places_one_interval_apart() {
        let lanes = [Lane { name: "google", rate: Some(rate("10/s")) }];
        let mut places = [Place::fresh()];
        // A second's worth may leave after a quiet time.
        assert_eq!(offer(&lanes, &mut places, 30, at(0)), (11, Some(TimeDelta::milliseconds(1_900))));
        assert_eq!(offer(&lanes, &mut places, 1, at(1)), (0, Some(TimeDelta::milliseconds(1_000))));
        assert_eq!(offer(&lanes, &mut places, 5, at(60)).0, 5, "who was quiet may be quick again");
    }

    #[test]
    fn over_an_hour_no_more_leaves_than_the_rate_says() {
        for text in ["1/s", "7/s", "100/m", "5000/h"] {
            let lanes = [Lane { name: "x", rate: Some(rate(text)) }];
            let mut places = [Place::fresh()];
            let mut left = 0;
            for second in 0..3_600 {
                while leave(&lanes, &mut places, at(second)) == Leave::Now {
                    left += 1;
                }
            }
            let rate = rate(text);
            let allowed = 3_600 * i64::from(rate.count) / rate.per.num_seconds();
            // Trying takes places too: one a second is given to nobody here.
            assert!(left <= allowed + allowed / 20 + 2, "{text}: {left} of {allowed}");
        }
    }

    #[test]
    fn who_would_wait_too_long_asks_again() {
        let lanes = [Lane { name: "x", rate: Some(rate("60/m")) }];
        let mut places = [Place::fresh()];
        let told: Vec<_> = (0..1_000).map(|_| leave(&lanes, &mut places, at(0))).collect();
        assert_eq!(told.last(), Some(&Leave::AskAgain(at(0) + HORIZON)));
        let waiting = told.iter().filter(|one| matches!(one, Leave::At(_))).count();
        assert!((595..=605).contains(&waiting), "{waiting}");
    }

    #[test]
    fn a_closed_lane_lets_nothing_through_until_it_opens() {
        let lanes = [Lane { name: "x", rate: None }];
        let mut places = [Place { closed_until: Some(at(100)), ..Place::fresh() }];
        assert_eq!(leave(&lanes, &mut places, at(0)), Leave::AskAgain(at(100)));
        assert_eq!(leave(&lanes, &mut places, at(100)), Leave::Now);
    }

    #[test]
    fn receivers_under_one_roof_count_together_and_the_operator_may_say_otherwise() {
        let own = vec![
            Group { name: "google".to_owned(), domains: vec![], rate: Some(rate("10/s")), connections: None },
            Group {
                name: "school".to_owned(),
                domains: vec!["School.example".to_owned(), "live.be".to_owned()],
                rate: None,
                connections: NonZeroUsize::new(2),
            },
        ];
        let throttle = Throttle::new(Some(rate("50/s")), None, own);
        assert_eq!(throttle.group_of("GoogleMail.com"), "google");
        assert_eq!(throttle.group_of("elders.example"), "elders.example");
        assert_eq!((throttle.group_of("live.be"), throttle.group_of("live.com")), ("school", "microsoft"));
        assert_eq!(throttle.connections("school.example").map(NonZeroUsize::get), Some(2));
        let lanes: Vec<_> = throttle.lanes("gmail.com", at(0)).iter().map(|lane| (lane.name, lane.rate)).collect();
        assert_eq!(lanes, [("google", Some(rate("10/s"))), ("all mail", Some(rate("50/s")))]);
        assert!(Throttle::open().is_open() && !throttle.is_open());
    }

    #[test]
    fn a_new_sender_grows_by_half_each_day_until_nothing_is_left_to_warm_up() {
        let start = NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();
        let throttle = Throttle::new(None, Some(start), Vec::new());
        let on = |day: i64| {
            let now = start.and_hms_opt(12, 0, 0).unwrap().and_utc() + TimeDelta::days(day);
            throttle.warm_up_rate(now).map(|rate| rate.count)
        };
        assert_eq!([on(-3), on(0), on(1), on(10)], [Some(200), Some(200), Some(300), Some(11_533)]);
        assert_eq!(on(30), None);
    }

    #[test]
    fn a_rate_is_read_as_it_is_written() {
        for text in ["20/s", "600/m", "10000/h", "50000/d"] {
            assert_eq!(rate(text).to_string(), text);
        }
        for bad in ["", "20", "/s", "0/s", "-1/s", "20/w", "1.5/s"] {
            assert!(bad.parse::<Rate>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_relay_that_wants_it_slower_is_understood() {
        assert!(is_too_fast("421 4.7.28 our system has detected an unusual rate of mail"));
        assert!(is_too_fast("450 4.7.1 Error: too many connections"));
        assert!(!is_too_fast("450 4.2.0 greylisted") && !is_too_fast("550 too many recipients"));
    }
}
