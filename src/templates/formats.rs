//! Dates and numbers as a language writes them (CLDR, by ICU4X).

use std::{fmt, str::FromStr, sync::Arc};

use chrono::{DateTime, Datelike as _, SecondsFormat, Timelike as _};
use chrono_tz::Tz;
use icu_datetime::{
    DateTimeFormatter, DateTimeFormatterLoadError, fieldsets,
    fieldsets::enums::{CalendarPeriodFieldSet, CompositeDateTimeFieldSet, DateFieldSet, TimeFieldSet},
    input::{Date, DateTime as IcuDateTime, Time},
    options::YearStyle,
};
use icu_decimal::{DecimalFormatter, input::Decimal};

use crate::{clock::Timestamp, locale::Locale};

/// How much of a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateStyle {
    /// `zondag 22 november 2026`
    Full,
    /// `22 november 2026`
    Long,
    /// `22 nov 2026`
    Medium,
    /// `22-11-2026`
    Short,
    /// `november 2026`
    Month,
    /// `22 november`, under a heading that says the year
    Day,
    /// `2026`
    Year,
    /// `18:14`
    Time,
    /// `2026-11-22`, for machines: the same in every language.
    Iso,
    /// `2026-11-22T18:14:00+01:00`, for machines: the moment, by the clocks of the site.
    Instant,
}

impl DateStyle {
    /// The names by which templates and messages ask for a style.
    pub const NAMES: [(&'static str, Self); 10] = [
        ("full", Self::Full),
        ("long", Self::Long),
        ("medium", Self::Medium),
        ("short", Self::Short),
        ("month", Self::Month),
        ("day", Self::Day),
        ("year", Self::Year),
        ("time", Self::Time),
        ("iso", Self::Iso),
        ("instant", Self::Instant),
    ];
}

/// The text names no date style.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("{0:?} is no date style: use full, long, medium, short, month, day, year, time, iso or instant")]
pub struct NotADateStyle(String);

impl FromStr for DateStyle {
    type Err = NotADateStyle;

    fn from_str(name: &str) -> Result<Self, NotADateStyle> {
        Self::NAMES
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, style)| *style)
            .ok_or_else(|| NotADateStyle(name.to_owned()))
    }
}

/// How one language writes a day, in the time zone of the site.
#[derive(Debug, Clone)]
pub struct Days {
    formats: Arc<Formats>,
    zone: Tz,
}

impl Days {
    /// The days of a language.
    pub fn new(locale: &Locale, zone: Tz) -> Self {
        Self { formats: Arc::new(Formats::new(locale)), zone }
    }

    /// The day of a moment, as `22 november 2026`.
    pub fn write(&self, at: Timestamp) -> String {
        self.formats.date(&at.with_timezone(&self.zone), DateStyle::Long)
    }
}

/// The formatters of one language, built once; shared by all threads.
pub(super) struct Formats {
    full: Formatter,
    long: Formatter,
    medium: Formatter,
    short: Formatter,
    month: Formatter,
    day: Formatter,
    year: Formatter,
    time: Formatter,
    decimal: Option<DecimalFormatter>,
}

type Formatter = Option<DateTimeFormatter<CompositeDateTimeFieldSet>>;

impl Formats {
    /// The formatters of `locale`; a language that CLDR does not know is written as its root
    /// locale says, `2026 M11 22`.
    pub(super) fn new(locale: &Locale) -> Self {
        use CompositeDateTimeFieldSet::{CalendarPeriod, Date, Time};
        let tag: icu_locale::Locale = locale.as_str().parse().unwrap_or(icu_locale::Locale::UNKNOWN);
        let formatter = |fields| -> Formatter {
            let built: Result<_, DateTimeFormatterLoadError> = DateTimeFormatter::try_new((&tag).into(), fields);
            built.ok()
        };
        Self {
            full: formatter(Date(DateFieldSet::YMDE(fieldsets::YMDE::long()))),
            long: formatter(Date(DateFieldSet::YMD(fieldsets::YMD::long()))),
            medium: formatter(Date(DateFieldSet::YMD(fieldsets::YMD::medium()))),
            short: formatter(Date(DateFieldSet::YMD(fieldsets::YMD::short().with_year_style(YearStyle::Full)))),
            month: formatter(CalendarPeriod(CalendarPeriodFieldSet::YM(fieldsets::YM::long()))),
            day: formatter(Date(DateFieldSet::MD(fieldsets::MD::long()))),
            year: formatter(CalendarPeriod(CalendarPeriodFieldSet::Y(fieldsets::Y::long()))),
            time: formatter(Time(TimeFieldSet::T(fieldsets::T::hm()))),
            decimal: DecimalFormatter::try_new((&tag).into(), icu_decimal::options::DecimalFormatterOptions::default())
                .ok(),
        }
    }

    /// A date, as its time zone has it.
    pub(super) fn date(&self, at: &DateTime<Tz>, style: DateStyle) -> String {
        let formatter = match style {
            DateStyle::Full => &self.full,
            DateStyle::Long => &self.long,
            DateStyle::Medium => &self.medium,
            DateStyle::Short => &self.short,
            DateStyle::Month => &self.month,
            DateStyle::Day => &self.day,
            DateStyle::Year => &self.year,
            DateStyle::Time => &self.time,
            DateStyle::Iso | DateStyle::Instant => &None,
        };
        match (formatter, icu_date_time(at)) {
            (Some(formatter), Some(date)) => formatter.format(&date).to_string(),
            _ if style == DateStyle::Time => at.format("%H:%M").to_string(),
            _ if style == DateStyle::Instant => at.to_rfc3339_opts(SecondsFormat::Secs, false),
            _ => at.format("%F").to_string(),
        }
    }

    /// A number, with at most `fraction` digits after the decimal sign.
    pub(super) fn number(&self, number: f64, fraction: u8) -> String {
        let Ok(mut decimal) = Decimal::try_from_str(&number.to_string()) else {
            return number.to_string();
        };
        decimal.round(-i16::from(fraction));
        decimal.absolute.trim_end();
        match &self.decimal {
            Some(formatter) => formatter.format(&decimal).to_string(),
            None => decimal.to_string(),
        }
    }
}

impl fmt::Debug for Formats {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Formats")
    }
}

fn icu_date_time(at: &DateTime<Tz>) -> Option<IcuDateTime<icu_calendar::Iso>> {
    let date = Date::try_new_iso(at.year(), u8::try_from(at.month()).ok()?, u8::try_from(at.day()).ok()?).ok()?;
    let time = Time::try_new(
        u8::try_from(at.hour()).ok()?,
        u8::try_from(at.minute()).ok()?,
        u8::try_from(at.second()).ok()?,
        0,
    );
    Some(IcuDateTime { date, time: time.ok()? })
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone as _;

    use super::*;

    /// Half past midnight in Brussels on the day the clocks go back, still the day before in UTC.
    fn late() -> DateTime<Tz> {
        let utc = chrono::Utc.with_ymd_and_hms(2026, 10, 24, 22, 30, 0).unwrap();
        utc.with_timezone(&chrono_tz::Europe::Brussels)
    }

    fn formats(tag: &str) -> Formats {
        Formats::new(&tag.parse().unwrap())
    }

    #[test]
    fn a_date_is_written_as_its_language_does_in_the_zone_of_the_site() {
        for (tag, long, short) in [
            ("nl", "25 oktober 2026", "25-10-2026"),
            ("nl-BE", "25 oktober 2026", "25/10/2026"),
            ("en-GB", "25 October 2026", "25/10/2026"),
            ("fr", "25 octobre 2026", "25/10/2026"),
            ("de", "25. Oktober 2026", "25.10.2026"),
            ("ar", "25 أكتوبر 2026", "25\u{200f}/10\u{200f}/2026"),
            ("ar-EG", "٢٥ أكتوبر ٢٠٢٦", "٢٥\u{200f}/١٠\u{200f}/٢٠٢٦"),
        ] {
            let formats = formats(tag);
            assert_eq!(formats.date(&late(), DateStyle::Long), long, "{tag}");
            assert_eq!(formats.date(&late(), DateStyle::Short), short, "{tag}");
            assert_eq!(formats.date(&late(), DateStyle::Iso), "2026-10-25", "{tag}");
        }
        assert_eq!(formats("nl").date(&late(), DateStyle::Full), "zondag 25 oktober 2026");
        assert_eq!(formats("fr").date(&late(), DateStyle::Month), "octobre 2026");
        assert_eq!(formats("de").date(&late(), DateStyle::Day), "25. Oktober");
        assert_eq!(formats("ar-EG").date(&late(), DateStyle::Year), "٢٠٢٦");
        assert_eq!(formats("nl").date(&late(), DateStyle::Time), "00:30");
        assert_eq!(formats("ar-EG").date(&late(), DateStyle::Instant), "2026-10-25T00:30:00+02:00");
    }

    #[test]
    fn a_number_has_the_signs_of_its_language() {
        assert_eq!(formats("nl").number(1_234_567.891, 2), "1.234.567,89");
        assert_eq!(formats("fr").number(1234.5, 2), "1\u{202f}234,5");
        assert_eq!(formats("de").number(12.0, 2), "12");
        assert_eq!(formats("ar-EG").number(1234.5, 1), "١٬٢٣٤٫٥");
    }

    #[test]
    fn an_unknown_language_still_gets_its_dates() {
        assert!(formats("tlh").date(&late(), DateStyle::Long).contains("2026"));
    }
}
