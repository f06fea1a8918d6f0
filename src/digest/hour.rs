//! The hour of a reader's day at which their digest leaves, wherever they are.

use chrono::{NaiveDate, NaiveTime, TimeDelta, TimeZone as _, Utc};
use chrono_tz::Tz;

use crate::clock::Timestamp;

/// The most minutes that clocks leave out when they are set forward, and then some. Where they left out a whole day, as
/// in Samoa (30 December 2011), the hour comes on the next.
const MOST_LEFT_OUT: i64 = 3 * 60;

/// So many days on, the hour has come in every zone.
const DAYS: i64 = 3;

/// An hour of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LocalHour {
    /// What the clock on the wall shows.
    pub time: NaiveTime,
    /// The zone of readers who named none.
    pub zone: Tz,
}

impl LocalHour {
    /// The first moment from `slot` on at which the clocks of a zone show it. On a day on which they leave it out it is the first that they show after it, and of two such moments the first.
    pub fn first_from(&self, slot: Timestamp, zone: Option<Tz>) -> Timestamp {
        let zone = zone.unwrap_or(self.zone);
        let today = slot.with_timezone(&zone).date_naive();
        let days = (0..DAYS).filter_map(|days| self.on(today + TimeDelta::days(days), zone));
        days.into_iter().find(|at| *at >= slot).unwrap_or(slot)
    }

    fn on(&self, day: NaiveDate, zone: Tz) -> Option<Timestamp> {
        let shown = day.and_time(self.time);
        let minutes = (0..MOST_LEFT_OUT).map(|minutes| shown + TimeDelta::minutes(minutes));
        let first = minutes.filter_map(|shown| zone.from_local_datetime(&shown).earliest()).next()?;
        Some(first.with_timezone(&Utc))
    }
}

#[cfg(test)]
mod tests {
    use chrono_tz::{America, Asia, Australia, Europe, Pacific};

    use super::*;

    #[test]
    fn eight_in_the_morning_is_eight_wherever_somebody_is_and_whatever_the_clocks_do() {
        let hour = |time: &str| LocalHour { time: time.parse().unwrap(), zone: Europe::Brussels };
        let leaves = |time: &str, slot: &str, zone| hour(time).first_from(slot.parse().unwrap(), zone).to_rfc3339();
        // Planned at noon UTC on a Thursday, it comes on Friday at eight, wherever that is.
        let thursday = "2026-10-08T12:00:00Z";
        for (zone, expected) in [
            (None, "2026-10-09T06:00:00+00:00"),
            (Some(Pacific::Kiritimati), "2026-10-08T18:00:00+00:00"),
            (Some(Asia::Kolkata), "2026-10-09T02:30:00+00:00"),
            (Some(America::New_York), "2026-10-08T12:00:00+00:00"),
            (Some(Pacific::Honolulu), "2026-10-08T18:00:00+00:00"),
        ] {
            assert_eq!(leaves("08:00:00", thursday, zone), expected, "{zone:?}");
        }
        // The clocks of Brussels are set back on the 25th of October and forward on the 28th of March.
        assert_eq!(leaves("08:00:00", "2026-10-24T12:00:00Z", None), "2026-10-25T07:00:00+00:00");
        assert_eq!(leaves("08:00:00", "2027-03-27T12:00:00Z", None), "2027-03-28T06:00:00+00:00");
        assert_eq!(leaves("02:30:00", "2026-10-24T12:00:00Z", None), "2026-10-25T00:30:00+00:00", "the first of two");
        assert_eq!(leaves("02:30:00", "2027-03-27T12:00:00Z", None), "2027-03-28T01:00:00+00:00", "the first after it");
        let lord_howe = Some(Australia::Lord_Howe);
        assert_eq!(leaves("02:15:00", "2027-10-02T12:00:00Z", lord_howe), "2027-10-02T15:30:00+00:00");
        assert_eq!(leaves("08:00:00", "2011-12-29T20:00:00Z", Some(Pacific::Apia)), "2011-12-30T18:00:00+00:00");
    }
}
