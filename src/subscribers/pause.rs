//! A time in which somebody wants no digest, though they stay.

use chrono::TimeDelta;

use crate::clock::Timestamp;

/// The longest pause: who is away for more than a year had better leave and come back.
pub const MAX_PAUSE: TimeDelta = TimeDelta::days(366);

/// A pause, also one that is over: what was released in it and is old news when the next digest
/// is made does not come any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// When it began.
    pub since: Timestamp,
    /// When it ends or ended.
    pub until: Timestamp,
}

impl Pause {
    /// Whether it lasts.
    pub fn holds(&self, now: Timestamp) -> bool {
        now < self.until
    }

    /// Whether something happened in it.
    pub fn covers(&self, at: Timestamp) -> bool {
        self.since <= at && at < self.until
    }

    /// The pause of somebody who from now on wants one until this moment, or none.
    pub fn wished(before: Option<Self>, until: Option<Timestamp>, now: Timestamp) -> Option<Self> {
        match (before.filter(|pause| pause.holds(now)), until) {
            (Some(pause), until) => Some(Self { until: until.unwrap_or(now), ..pause }),
            (None, Some(until)) => Some(Self { since: now, until }),
            (None, None) => before,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + TimeDelta::days(day)
    }

    #[test]
    fn a_pause_can_be_moved_and_ended_and_stays_known() {
        let pause = |since, until| Some(Pause { since: at(since), until: at(until) });
        for (before, until, now, after) in [
            (None, None, 5, None),
            (None, Some(9), 5, pause(5, 9)),
            (pause(1, 9), Some(12), 5, pause(1, 12)),
            (pause(1, 9), None, 5, pause(1, 5)),
            (pause(1, 4), None, 5, pause(1, 4)),
            (pause(1, 4), Some(9), 5, pause(5, 9)),
        ] {
            assert_eq!(Pause::wished(before, until.map(at), at(now)), after, "{before:?} {until:?}");
        }
    }
}
