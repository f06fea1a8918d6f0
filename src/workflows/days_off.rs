//! Days on which a workflow does not run: holidays, as its file or a list beside it names them.

use std::{collections::BTreeSet, fmt, str::FromStr};

use chrono::{Datelike as _, NaiveDate};

/// A leap year, in which every day of a year can be looked up.
const LEAP_YEAR: i32 = 2000;

/// The days on which a workflow does not run, in its own time zone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DaysOff(BTreeSet<DayOff>);

/// One of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum DayOff {
    /// `2027-03-29`.
    Once(NaiveDate),
    /// `12-25`: the month and the day.
    EachYear(u32, u32),
}

impl fmt::Display for DaysOff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|day| match day {
            DayOff::Once(day) => write!(f, "{day} "),
            DayOff::EachYear(month, day) => write!(f, "{month:02}-{day:02} "),
        })
    }
}

/// The text is no day.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no day; write 2027-03-29, or 12-25 for every year")]
pub struct NotADay(String);

impl DaysOff {
    /// Whether a day is one of them. The 29th of February comes in leap years only.
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.0.contains(&DayOff::Once(day)) || self.0.contains(&DayOff::EachYear(day.month(), day.day()))
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a day.
    ///
    /// # Errors
    /// When it is none.
    pub fn add(&mut self, text: &str) -> Result<(), NotADay> {
        self.0.insert(text.parse()?);
        Ok(())
    }

    /// Adds the days of a list: one on each line, and behind `#` what it is called.
    ///
    /// # Errors
    /// With the first line, counted from 1, that names no day.
    pub fn add_list(&mut self, list: &str) -> Result<(), (usize, NotADay)> {
        for (number, line) in (1..).zip(list.lines()) {
            let day = line.split('#').next().unwrap_or_default().trim().trim_start_matches('\u{feff}');
            if !day.is_empty() {
                self.add(day).map_err(|error| (number, error))?;
            }
        }
        Ok(())
    }
}

impl FromStr for DayOff {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Self, NotADay> {
        let is_plain = text.chars().all(|c| c.is_ascii_digit() || c == '-');
        let once = || text.parse().ok().map(Self::Once);
        let each_year = || {
            let day: NaiveDate = format!("{LEAP_YEAR}-{text}").parse().ok()?;
            (text.len() == 5).then(|| Self::EachYear(day.month(), day.day()))
        };
        let day = if is_plain { each_year().or_else(once) } else { None };
        day.ok_or_else(|| NotADay(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_off_is_one_day_or_the_same_of_every_year() {
        let mut days = DaysOff::default();
        days.add_list("\u{feff}12-25 # Kerstmis\n\n# Paasmaandag\n2027-03-29\n02-29\n").unwrap();
        let is_off = |day: &str| days.contains(day.parse().unwrap());
        assert!(is_off("2026-12-25") && is_off("2031-12-25") && is_off("2027-03-29") && is_off("2028-02-29"));
        assert!(!is_off("2028-03-29") && !is_off("2026-12-24"));
    }

    #[test]
    fn what_is_no_day_is_named_with_its_line() {
        for text in ["25-12", "25 dec", "13-01", "02-30", "2027-2-1x", "1-1", "", "-12-25", "+2027-01-01"] {
            assert_eq!(DaysOff::default().add(text), Err(NotADay(text.to_owned())), "{text:?}");
        }
        let wrong = DaysOff::default().add_list("12-25\n26 dec # Tweede kerstdag\n").unwrap_err();
        assert_eq!(wrong, (2, NotADay("26 dec".to_owned())));
    }
}
