//! When something is, as front matter says it.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeZone as _, Utc};
use chrono_tz::Tz;

use crate::clock::Timestamp;

/// An instant with its offset from UTC, or a day or a time in `zone`.
pub(super) fn parse_instant(text: &str, zone: Tz) -> Option<Timestamp> {
    // As other programs write them, also without seconds, or with no colon in the offset.
    let with_offset =
        ["%Y-%m-%dT%H:%M:%S%.f%#z", "%Y-%m-%dT%H:%M%#z", "%Y-%m-%d %H:%M:%S%.f %#z", "%Y-%m-%d %H:%M %#z"];
    let instant = with_offset.iter().find_map(|form| DateTime::parse_from_str(text, form).ok());
    if let Some(instant) = DateTime::parse_from_rfc3339(text).ok().or(instant) {
        return Some(instant.with_timezone(&Utc));
    }
    let local = text.parse::<NaiveDate>().map(|day| day.and_time(NaiveTime::MIN)).ok().or_else(|| {
        ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M"]
            .iter()
            .find_map(|form| NaiveDateTime::parse_from_str(text, form).ok())
    })?;
    // In the hour that a clock change leaves out, an hour later exists in every zone.
    let later = local + chrono::Duration::hours(1);
    zone.from_local_datetime(&local)
        .earliest()
        .or_else(|| zone.from_local_datetime(&later).earliest())
        .map(|at| at.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_midnight_in_the_publications_zone() {
        let zone = chrono_tz::Europe::Brussels;
        assert_eq!(parse_instant("2026-10-02", zone).unwrap().to_rfc3339(), "2026-10-01T22:00:00+00:00");
        assert_eq!(parse_instant("2026-12-02 08:00", zone).unwrap().to_rfc3339(), "2026-12-02T07:00:00+00:00");
        assert_eq!(parse_instant("2026-10-02T07:30:00+02:00", zone).unwrap().to_rfc3339(), "2026-10-02T05:30:00+00:00");
        for same in [
            "2026-10-02T07:30:00+0200",
            "2026-10-02 07:30:00 +0200",
            "2026-10-02 07:30:00 +02:00",
            "2026-10-02 07:30 +0200",
            "2026-10-02T07:30+02:00",
            "2026-10-02T05:30Z",
            "2026-10-02 05:30:00 Z",
            "2026-10-02 07:30:00.0 +02:00",
        ] {
            let read = parse_instant(same, Tz::UTC).map(|instant| instant.to_rfc3339());
            assert_eq!(read.as_deref(), Some("2026-10-02T05:30:00+00:00"), "{same}");
        }
        for bad in ["gisteren", "2026-13-01", "02/10/2026", ""] {
            assert_eq!(parse_instant(bad, zone), None, "{bad}");
        }
    }
}
