//! When a workflow runs, in its own time zone, and what is due now. Pure.
//!
//! The cron arithmetic is croner's: in the hour that summer time leaves out a run happens at the
//! first moment after it, and in the hour that comes twice a fixed time runs once.

use std::time::Duration;

use chrono::{SubsecRound as _, Utc};
use chrono_tz::Tz;
use croner::{
    Cron,
    parser::{CronParser, Seconds, Year},
};

use crate::clock::Timestamp;

/// Up to this late a run counts as on time: the tick comes every few seconds, and machines pause.
pub const ON_TIME: Duration = Duration::from_mins(1);

/// A cron line in a time zone.
#[derive(Debug, Clone)]
pub struct Schedule {
    cron: Cron,
    zone: Tz,
}

/// What happens to a run that was due while the daemon was down.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Missed {
    /// However many there were, one run as soon as possible.
    #[default]
    RunOnce,
    /// It is recorded as missed.
    Skip,
}

/// The text is no schedule.
#[derive(Debug, thiserror::Error)]
#[error("this is no schedule: {0}")]
pub struct NotASchedule(String);

/// What there is to do about a workflow at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// Nothing: its last slot has been dealt with.
    Nothing,
    /// Run it for this slot.
    Run(Timestamp),
    /// Record that this slot, and with it any before, was missed.
    Missed(Timestamp),
}

impl Schedule {
    /// Reads a cron line of five fields (POSIX `crontab`, with names, `L`, `#` and `W`).
    ///
    /// # Errors
    /// When it cannot be read, or has a field for seconds.
    pub fn parse(line: &str, zone: Tz) -> Result<Self, NotASchedule> {
        let parser = CronParser::builder().seconds(Seconds::Disallowed).year(Year::Disallowed).build();
        let cron = parser.parse(line).map_err(|error| NotASchedule(error.to_string()))?;
        Ok(Self { cron, zone })
    }

    /// The zone it is kept in.
    pub fn zone(&self) -> Tz {
        self.zone
    }

    /// The first slot after `instant`; none when there is none within croner's horizon of years.
    pub fn next_after(&self, instant: Timestamp) -> Option<Timestamp> {
        let local = instant.with_timezone(&self.zone);
        self.cron.find_next_occurrence(&local, false).ok().map(|slot| slot.with_timezone(&Utc).trunc_subsecs(0))
    }

    /// The last slot that is not after `instant`.
    pub fn last_until(&self, instant: Timestamp) -> Option<Timestamp> {
        let local = instant.with_timezone(&self.zone);
        self.cron.find_previous_occurrence(&local, true).ok().map(|slot| slot.with_timezone(&Utc).trunc_subsecs(0))
    }

    /// What is due at `now`, when every slot until `dealt_with` has been. Of several slots that
    /// went by only the last one counts: one digest carries what all of them would have.
    pub fn due(&self, dealt_with: Timestamp, now: Timestamp, missed: Missed, max_lateness: Duration) -> Due {
        let Some(slot) = self.last_until(now).filter(|slot| *slot > dealt_with) else { return Due::Nothing };
        let late = (now - slot).to_std().unwrap_or_default();
        let may_run = late <= ON_TIME || (missed == Missed::RunOnce && late <= max_lateness);
        if may_run { Due::Run(slot) } else { Due::Missed(slot) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIX_HOURS: Duration = Duration::from_hours(6);

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn brussels(line: &str) -> Schedule {
        Schedule::parse(line, chrono_tz::Europe::Brussels).unwrap()
    }

    #[test]
    fn eight_in_the_morning_stays_eight_when_the_clocks_change() {
        let daily = brussels("0 8 * * *");
        assert_eq!(daily.next_after(at("2026-10-24T12:00:00Z")), Some(at("2026-10-25T07:00:00Z")));
        assert_eq!(daily.next_after(at("2026-10-23T12:00:00Z")), Some(at("2026-10-24T06:00:00Z")));
        assert_eq!(daily.next_after(at("2027-03-27T12:00:00Z")), Some(at("2027-03-28T06:00:00Z")));
    }

    #[test]
    fn the_hour_that_is_left_out_runs_once_and_the_doubled_one_too() {
        let half_past_two = brussels("30 2 * * *");
        assert_eq!(half_past_two.next_after(at("2027-03-27T12:00:00Z")), Some(at("2027-03-28T01:00:00Z")));
        let autumn = half_past_two.next_after(at("2026-10-24T12:00:00Z")).unwrap();
        assert_eq!(autumn, at("2026-10-25T00:30:00Z"));
        assert_eq!(half_past_two.next_after(autumn), Some(at("2026-10-26T01:30:00Z")));
    }

    #[test]
    fn after_three_days_down_there_is_one_run_or_one_miss() {
        let daily = brussels("0 8 * * *");
        let (before, back) = (at("2026-11-17T07:00:00Z"), at("2026-11-20T10:00:00Z"));
        let slot = at("2026-11-20T07:00:00Z");
        assert_eq!(daily.due(before, back, Missed::RunOnce, SIX_HOURS), Due::Run(slot));
        assert_eq!(daily.due(before, back, Missed::Skip, SIX_HOURS), Due::Missed(slot));
        assert_eq!(daily.due(before, at("2026-11-20T14:00:00Z"), Missed::RunOnce, SIX_HOURS), Due::Missed(slot));
        assert_eq!(daily.due(slot, back, Missed::RunOnce, SIX_HOURS), Due::Nothing);
    }

    #[test]
    fn a_clock_that_is_set_back_repeats_nothing() {
        let daily = brussels("0 8 * * *");
        let done = at("2026-11-20T07:00:00Z");
        assert_eq!(daily.due(done, at("2026-11-20T05:30:00Z"), Missed::RunOnce, SIX_HOURS), Due::Nothing);
        assert_eq!(daily.due(done, at("2026-11-20T07:00:30Z"), Missed::RunOnce, SIX_HOURS), Due::Nothing);
    }

    #[test]
    fn seconds_and_nonsense_are_no_schedule() {
        for bad in ["* * * * * *", "61 * * * *", "often", ""] {
            assert!(Schedule::parse(bad, chrono_tz::UTC).is_err(), "{bad:?}");
        }
    }
}
