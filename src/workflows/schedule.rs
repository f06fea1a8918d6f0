//! When a workflow runs, in its own time zone, and what is due now. Pure.
//!
//! What a cron line names are times on the wall, which is croner's arithmetic; which moments they are is ours: in the hour
//! that summer time leaves out all times in it are the first moment after it, and in the hour that comes twice each is once.
//! A line for every hour is about no time on the wall, and runs as often as an hour passes.

use std::time::Duration;

use chrono::{MappedLocalTime, NaiveDateTime, SubsecRound as _, TimeDelta, TimeZone as _, Timelike as _, Utc};
use chrono_tz::Tz;
use croner::{
    Cron,
    parser::{CronParser, Seconds, Year},
};

use super::days_off::DaysOff;
use crate::{clock::Timestamp, diagnostic::count, fingerprint::Fingerprint};

/// Up to this late a run counts as on time: the tick comes every few seconds, and machines pause.
pub const ON_TIME: Duration = Duration::from_mins(1);

/// The shortest and the longest time from one run to the next of a workflow that runs `every` so often:
/// shorter it would hardly ever rest, and for longer a cron line says at which hour.
pub const EVERY: std::ops::RangeInclusive<Duration> = Duration::from_mins(1)..=Duration::from_hours(24);

/// How far ahead and back a slot is looked for: beyond the leap year that a century leaves out.
const HORIZON: TimeDelta = TimeDelta::days(9 * 366);

/// By how much a day may be longer or shorter than 24 hours when the clocks change, and then some.
const CHANGE_OF_CLOCKS: TimeDelta = TimeDelta::hours(3);

/// The longest that clocks have ever skipped.
const LONGEST_GAP: TimeDelta = TimeDelta::hours(25);

/// So far ahead somebody wants to know what the clocks do to a run: over both of their changes.
const A_YEAR: TimeDelta = TimeDelta::days(366);

/// What runs more often in a day runs every so many minutes or hours, and is about no time of day.
const MOST_TIMES_OF_DAY: usize = 12;

/// When a workflow runs, in a time zone.
#[derive(Debug, Clone)]
pub struct Schedule {
    beat: Beat,
    zone: Tz,
    days_off: DaysOff,
}

#[derive(Debug, Clone)]
enum Beat {
    /// At times on the wall.
    Cron(Box<Cron>),
    /// At some minutes of every hour.
    Hourly(Box<Cron>),
    /// At the multiples of so much time since 1970, whatever the clocks on the wall say.
    Every(TimeDelta),
}

/// What happens to a run that was due while the daemon was down.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Missed {
    /// However many there were, one run as soon as possible.
    #[default]
    RunOnce,
    /// It is recorded as skipped.
    Skip,
}

/// The text is no schedule.
#[derive(Debug, thiserror::Error)]
#[error("this is no schedule: {0}")]
pub struct NotASchedule(String);

/// The fields of a cron line, and what may stand in them.
const FIELDS: [(&str, &str); 5] = [
    ("minute", "0 to 59"),
    ("hour", "0 to 23"),
    ("day of the month", "1 to 31, or L for the last"),
    ("month", "1 to 12, or JAN to DEC"),
    ("weekday", "0 to 7, or SUN to SAT, and FRI#1 to FRI#5 or FRIL for one of the month"),
];

/// Which part of a line cannot be read: the field that cannot alone.
fn why_not(line: &str, readable: impl Fn(&str) -> bool) -> Option<String> {
    let fields: Vec<&str> = line.split_whitespace().collect();
    if fields.len() != FIELDS.len() {
        return Some(format!("it has {}", count(fields.len(), "field")));
    }
    FIELDS.iter().enumerate().find_map(|(at, (what, range))| {
        let mut alone = ["*"; FIELDS.len()];
        alone[at] = fields[at];
        (!readable(&alone.join(" "))).then(|| format!("`{}` is no {what}, which is {range}", fields[at]))
    })
}

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
        let cron = parser.parse(line).map_err(|error| {
            let readable = |line: &str| parser.parse(line).is_ok();
            NotASchedule(why_not(line, readable).unwrap_or_else(|| error.to_string()))
        })?;
        let is_hourly = matches!(line.split_whitespace().nth(1), Some("*" | "*/1" | "0-23"));
        let cron = Box::new(cron);
        let beat = if is_hourly { Beat::Hourly(cron) } else { Beat::Cron(cron) };
        Ok(Self { beat, zone, days_off: DaysOff::default() })
    }

    /// Runs every so often; how seldom and how often it may be says [`EVERY`].
    ///
    /// # Errors
    /// When it is outside of that.
    pub fn every(interval: Duration, zone: Tz) -> Result<Self, NotASchedule> {
        match TimeDelta::from_std(interval) {
            Ok(every) if EVERY.contains(&interval) => {
                Ok(Self { beat: Beat::Every(every), zone, days_off: DaysOff::default() })
            }
            _ => Err(NotASchedule("it runs once a minute at most, and once a day at least".to_owned())),
        }
    }

    /// The same, with days on which it does not run.
    #[must_use]
    pub fn but_not_on(self, days_off: DaysOff) -> Self {
        Self { days_off, ..self }
    }

    /// What tells it from another, and is the same in all versions of the program. A day off more or less makes no other: what
    /// is due stays due.
    pub fn print(&self) -> Fingerprint {
        let beat = match &self.beat {
            Beat::Cron(cron) | Beat::Hourly(cron) => cron.to_string(),
            Beat::Every(every) => format!("every {}", every.num_seconds()),
        };
        Fingerprint::of_parts([beat.as_str(), self.zone.name(), ""])
    }

    /// The zone it is kept in.
    pub fn zone(&self) -> Tz {
        self.zone
    }

    /// The first slot after `instant`; none when there is none within some years.
    pub fn next_after(&self, instant: Timestamp) -> Option<Timestamp> {
        let mut from = instant;
        while from - instant < HORIZON {
            let slot = self.beat.next_after(from, self.zone)?;
            if !self.is_off(slot) {
                return Some(slot);
            }
            // On through the day, but for its last hours, which may be others than they seem.
            let left = TimeDelta::days(1) - self.time_of_day(slot) - CHANGE_OF_CLOCKS;
            from = slot + left.max(TimeDelta::zero());
        }
        None
    }

    /// The last slot that is not after `instant`.
    pub fn last_until(&self, instant: Timestamp) -> Option<Timestamp> {
        let mut until = instant;
        while instant - until < HORIZON {
            let slot = self.beat.last_until(until, self.zone)?;
            if !self.is_off(slot) {
                return Some(slot);
            }
            let gone = self.time_of_day(slot) - CHANGE_OF_CLOCKS;
            until = slot - gone.max(TimeDelta::seconds(1));
        }
        None
    }

    /// The shortest time between two of the next runs; none where there are no two.
    pub fn shortest_pause(&self, now: Timestamp) -> Option<Duration> {
        /// Enough for a line that names some times of a day, and for a week of them.
        const LOOKED_AT: usize = 50;
        let slots = std::iter::successors(self.next_after(now), |slot| self.next_after(*slot)).take(LOOKED_AT);
        let slots: Vec<_> = slots.collect();
        slots.windows(2).filter_map(|pair| (pair[1] - pair[0]).to_std().ok()).min()
    }

    /// The first time of day within a year that no clock shows on its day, because summer time begins then, and
    /// the slot that it becomes. None for what runs so often that it is about no time of day.
    pub fn next_left_out(&self, now: Timestamp) -> Option<(NaiveDateTime, Timestamp)> {
        let Beat::Cron(cron) = &self.beat else { return None };
        let begin = now.with_timezone(&self.zone).naive_local().and_utc();
        // Read in a zone whose clocks never change, the line gives every time of day that it names.
        let named = || cron.iter_after(begin).take_while(|time| *time - begin < A_YEAR).map(|time| time.naive_utc());
        let first = named().next()?;
        if named().take_while(|time| *time - first < TimeDelta::days(1)).count() > MOST_TIMES_OF_DAY {
            return None;
        }
        let is_left_out = |time: &NaiveDateTime| {
            !self.days_off.contains(time.date()) && self.zone.from_local_datetime(time) == MappedLocalTime::None
        };
        let shown = named().find(is_left_out)?;
        let minutes_before = (1..=CHANGE_OF_CLOCKS.num_minutes()).map(|minutes| shown - TimeDelta::minutes(minutes));
        let last_shown = minutes_before.filter_map(|time| self.zone.from_local_datetime(&time).latest()).next()?;
        Some((shown, self.next_after(last_shown.with_timezone(&Utc))?))
    }

    fn is_off(&self, slot: Timestamp) -> bool {
        !self.days_off.is_empty() && self.days_off.contains(slot.with_timezone(&self.zone).date_naive())
    }

    /// What the clock on the wall shows at a slot.
    fn time_of_day(&self, slot: Timestamp) -> TimeDelta {
        TimeDelta::seconds(slot.with_timezone(&self.zone).num_seconds_from_midnight().into())
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

impl Beat {
    fn next_after(&self, instant: Timestamp, zone: Tz) -> Option<Timestamp> {
        match self {
            Self::Cron(cron) => {
                // Before the clocks change, times later on the wall may be earlier ones.
                let begin = instant.with_timezone(&zone).naive_local() - CHANGE_OF_CLOCKS;
                let shown = cron.iter_after(begin.and_utc());
                shown.filter_map(|shown| moment_of(shown.naive_utc(), zone)).find(|slot| *slot > instant)
            }
            Self::Hourly(cron) => {
                let local = instant.with_timezone(&zone);
                cron.find_next_occurrence(&local, false).ok().map(|slot| slot.with_timezone(&Utc).trunc_subsecs(0))
            }
            Self::Every(every) => self.last_until(instant, zone)?.checked_add_signed(*every),
        }
    }

    fn last_until(&self, instant: Timestamp, zone: Tz) -> Option<Timestamp> {
        match self {
            Self::Cron(cron) => {
                let begin = instant.with_timezone(&zone).naive_local() + CHANGE_OF_CLOCKS;
                let shown = cron.iter_before(begin.and_utc());
                shown.filter_map(|shown| moment_of(shown.naive_utc(), zone)).find(|slot| *slot <= instant)
            }
            Self::Hourly(cron) => {
                let local = instant.with_timezone(&zone);
                cron.find_previous_occurrence(&local, true).ok().map(|slot| slot.with_timezone(&Utc).trunc_subsecs(0))
            }
            Self::Every(every) => {
                let seconds = every.num_seconds();
                Timestamp::from_timestamp(instant.timestamp().div_euclid(seconds) * seconds, 0)
            }
        }
    }
}

/// When a clock on the wall shows a time first, or would if its hour were not left out.
fn moment_of(shown: NaiveDateTime, zone: Tz) -> Option<Timestamp> {
    // An island that changes sides of the date line leaves out a day.
    let at_or_after = (0..=LONGEST_GAP.num_minutes()).map(|minutes| shown + TimeDelta::minutes(minutes));
    at_or_after
        .filter_map(|time| zone.from_local_datetime(&time).earliest())
        .next()
        .map(|slot| slot.with_timezone(&Utc))
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
    fn a_line_that_cannot_be_read_says_which_part_of_it() {
        for (line, why) in [
            (
                "0 8 * * FRIDAY",
                "`FRIDAY` is no weekday, which is 0 to 7, or SUN to SAT, and FRI#1 to FRI#5 or FRIL for one of the month",
            ),
            ("0 25 * * FRI", "`25` is no hour, which is 0 to 23"),
            ("0 8 * * ", "it has 4 fields"),
            ("every friday", "it has 2 fields"),
        ] {
            let error = Schedule::parse(line, chrono_tz::Europe::Brussels).unwrap_err().to_string();
            assert_eq!(error, format!("this is no schedule: {why}"), "{line}");
        }
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

    /// The slots of a line from one moment to another, forward, which are the same backward.
    fn slots(line: &str, zone: Tz, from: &str, to: &str) -> Vec<String> {
        let (schedule, from, to) = (Schedule::parse(line, zone).unwrap(), at(from), at(to));
        let forward = std::iter::successors(schedule.next_after(from), |slot| schedule.next_after(*slot));
        let forward: Vec<_> = forward.take_while(|slot| *slot <= to).collect();
        let before = |slot: Timestamp| schedule.last_until(slot - TimeDelta::seconds(1));
        let backward = std::iter::successors(schedule.last_until(to), |slot| before(*slot));
        let mut backward: Vec<_> = backward.take_while(|slot| *slot > from).collect();
        backward.reverse();
        assert_eq!(forward, backward, "{line}");
        forward.iter().map(|slot| slot.format("%d %H:%M").to_string()).collect()
    }

    #[test]
    fn so_do_lines_that_name_several_times_in_that_hour_or_beside_it() {
        let brussels = chrono_tz::Europe::Brussels;
        let spring = |line: &str| slots(line, brussels, "2027-03-27T12:00:00Z", "2027-03-28T12:00:00Z").join(", ");
        assert_eq!(spring("30 2,14 * * *"), "27 13:30, 28 01:00");
        assert_eq!(spring("15,45 2 * * *"), "28 01:00");
        assert_eq!(spring("*/30 2 * * *"), "28 01:00");
        assert_eq!(spring("30 2-4 * * *"), "28 01:00, 28 01:30, 28 02:30");
        assert_eq!(spring("30 */12 * * *"), "27 23:30, 28 10:30");
        assert_eq!(spring("0,30 2,3 * * *"), "28 01:00, 28 01:30");
        let autumn = |line: &str| slots(line, brussels, "2026-10-24T20:00:00Z", "2026-10-25T12:00:00Z").join(", ");
        assert_eq!(autumn("30 2,12 * * *"), "25 00:30, 25 11:30");
        assert_eq!(autumn("15,45 2 * * *"), "25 00:15, 25 00:45");
        assert_eq!(autumn("*/30 1-3 * * *"), "24 23:00, 24 23:30, 25 00:00, 25 00:30, 25 02:00, 25 02:30");
        // Every hour is every hour: 25 of them.
        assert_eq!(slots("30 * * * *", brussels, "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z").len(), 25);
        assert_eq!(slots("30 * * * *", brussels, "2027-03-27T23:00:00Z", "2027-03-28T22:00:00Z").len(), 23);
        // A day that was left out, and half an hour.
        let samoa = slots("0 8 * * *", chrono_tz::Pacific::Apia, "2011-12-29T12:00:00Z", "2011-12-31T20:00:00Z");
        assert_eq!(samoa.join(", "), "29 18:00, 30 10:00, 30 18:00, 31 18:00");
        let lord_howe =
            slots("0,15 2,3 * * *", chrono_tz::Australia::Lord_Howe, "2027-10-02T12:00:00Z", "2027-10-02T20:00:00Z");
        assert_eq!(lord_howe.join(", "), "02 15:30, 02 16:00, 02 16:15");
    }

    #[test]
    fn a_schedule_is_told_from_every_other() {
        let off = |text: &str| {
            let mut days = DaysOff::default();
            days.add(text).unwrap();
            days
        };
        let every = |minutes| Schedule::every(Duration::from_mins(minutes), chrono_tz::UTC).unwrap();
        let all = [
            brussels("0 8 * * *"),
            brussels("0 9 * * *"),
            Schedule::parse("0 8 * * *", chrono_tz::Europe::Paris).unwrap(),
            every(5),
            every(6),
        ];
        let prints: std::collections::HashSet<_> = all.iter().map(|one| one.print().to_string()).collect();
        assert_eq!(prints.len(), all.len());
        assert_eq!(brussels("0 8 * * *").but_not_on(off("12-25")).print(), all[0].print());
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

    #[test]
    fn every_quarter_of_an_hour_is_at_the_same_minutes_whenever_the_daemon_started() {
        let often = Schedule::every(Duration::from_mins(15), chrono_tz::Europe::Brussels).unwrap();
        assert_eq!(often.next_after(at("2026-11-20T07:14:59.5Z")), Some(at("2026-11-20T07:15:00Z")));
        assert_eq!(often.next_after(at("2026-11-20T07:15:00Z")), Some(at("2026-11-20T07:30:00Z")));
        assert_eq!(often.last_until(at("2026-11-20T07:15:00Z")), Some(at("2026-11-20T07:15:00Z")));
        for too in [Duration::from_secs(59), Duration::from_hours(25), Duration::ZERO] {
            assert!(Schedule::every(too, chrono_tz::UTC).is_err(), "{too:?}");
        }
    }

    #[test]
    fn a_time_of_day_that_no_clock_shows_is_told_with_the_run_that_it_becomes() {
        let now = at("2026-11-20T07:00:00Z");
        let told = |line: &str, zone: Tz| {
            let (shown, slot) = Schedule::parse(line, zone).unwrap().next_left_out(now)?;
            Some((shown.to_string(), slot.to_rfc3339()))
        };
        let (brussels, lord_howe) = (chrono_tz::Europe::Brussels, chrono_tz::Australia::Lord_Howe);
        let becomes = |shown: &str, slot: &str| Some((shown.to_owned(), slot.to_owned()));
        let summer = becomes("2027-03-28 02:30:00", "2027-03-28T01:00:00+00:00");
        assert_eq!(told("30 2 * * *", brussels), summer);
        assert_eq!(told("30 2 * * SUN", brussels), summer);
        assert_eq!(told("0 3 * * *", brussels), None, "the first moment after it");
        assert_eq!(told("30 2 * * MON", brussels), None);
        assert_eq!(told("*/15 * * * *", brussels), None, "it is about no time of day");
        // Its clocks go from two to half past two.
        assert_eq!(told("15 2 * * *", lord_howe), becomes("2027-10-03 02:15:00", "2027-10-02T15:30:00+00:00"));
        assert_eq!(told("45 2 * * *", lord_howe), None);
        assert_eq!(told("30 2 * * *", chrono_tz::America::Sao_Paulo), None, "it has no summer time any more");
        let off = but_not_on(Schedule::parse("30 2 * * *", brussels).unwrap(), &["03-28"]);
        assert_eq!(off.next_left_out(now), None);
    }

    /// A schedule and the days on which it does not run.
    fn but_not_on(schedule: Schedule, days: &[&str]) -> Schedule {
        let mut days_off = DaysOff::default();
        days.iter().for_each(|day| days_off.add(day).unwrap());
        schedule.but_not_on(days_off)
    }

    #[test]
    fn on_a_day_off_nothing_is_due_before_it_or_after_it() {
        let daily = but_not_on(brussels("0 8 * * *"), &["12-25", "2026-12-26"]);
        let eve = at("2026-12-24T07:00:00Z");
        assert_eq!(daily.next_after(eve), Some(at("2026-12-27T07:00:00Z")));
        assert_eq!(daily.last_until(at("2026-12-26T20:00:00Z")), Some(eve));
        assert_eq!(daily.due(eve, at("2026-12-26T07:00:10Z"), Missed::RunOnce, SIX_HOURS), Due::Nothing);
    }

    #[test]
    fn a_day_off_is_as_long_as_the_clocks_make_it() {
        // In Brussels the 25th of October has 25 hours, and the 28th of March 23.
        for (day, first, last) in [
            ("2026-10-25", "2026-10-25T23:00:00Z", "2026-10-24T21:59:00Z"),
            ("2027-03-28", "2027-03-28T22:00:00Z", "2027-03-27T22:59:00Z"),
        ] {
            let minutes = but_not_on(brussels("* * * * *"), &[day]);
            let noon = at(&format!("{day}T11:00:00Z"));
            assert_eq!(
                (minutes.next_after(noon), minutes.last_until(noon)),
                (Some(at(first)), Some(at(last))),
                "{day}"
            );
        }
    }

    #[test]
    fn who_never_has_a_day_on_never_runs() {
        let christmas = brussels("0 8 25 12 *");
        assert_eq!(but_not_on(christmas, &["12-25"]).next_after(at("2026-11-20T07:00:00Z")), None);
    }
}
