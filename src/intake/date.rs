//! Dates as people write them under an article: `11/09/24`, `3 mei 2025`, `Juni 2025`.

use chrono::{Datelike as _, NaiveDate};

/// A day that was read, and what was guessed to read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Read {
    pub(super) day: NaiveDate,
    pub(super) doubt: Option<String>,
}

/// The months, in the languages of the country and in English.
const MONTHS: [&[&str]; 12] = [
    &["januari", "jan", "january", "janvier"],
    &["februari", "feb", "february", "février"],
    &["maart", "mrt", "maa", "march", "mars"],
    &["april", "apr", "avril"],
    &["mei", "may", "mai"],
    &["juni", "jun", "june", "juin"],
    &["juli", "jul", "july", "juillet"],
    &["augustus", "aug", "august", "août"],
    &["september", "sep", "sept", "septembre"],
    &["oktober", "okt", "october", "oct", "octobre"],
    &["november", "nov", "novembre"],
    &["december", "dec", "décembre"],
];

/// The days of the week, which say nothing that the date does not.
const DAYS: [&str; 14] = [
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
    "ma",
    "di",
    "wo",
    "do",
    "vr",
    "za",
    "zo",
];

/// Reads a text that is nothing but a date. The day stands before the month, as everywhere around here;
/// where it could be the other way round that is a doubt, and so is a month without a day.
pub(super) fn read_date(text: &str) -> Option<Read> {
    let text = text.trim().trim_end_matches(['.', ',']).to_lowercase();
    let words = text.split(|c: char| c.is_whitespace() || "/.-,".contains(c)).filter(|w| !w.is_empty());
    let words: Vec<&str> = words.skip_while(|word| DAYS.contains(word)).collect();
    let sure = |day| Some(Read { day, doubt: None });
    match words[..] {
        [year, month, day] if year.len() == 4 && is_number(year) && is_number(month) => {
            sure(NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?)
        }
        [day, month, year] if is_number(month) => {
            let (day, month): (u32, u32) = (day.parse().ok()?, month.parse().ok()?);
            let read = NaiveDate::from_ymd_opt(read_year(year)?, month, day)?;
            let could_be_other = day <= 12 && month != day;
            let doubt = could_be_other.then(|| format!("the date {text:?} was read as {}", in_words(read)));
            Some(Read { day: read, doubt })
        }
        [day, month, year] => sure(NaiveDate::from_ymd_opt(read_year(year)?, month_of(month)?, day.parse().ok()?)?),
        [month, year] if year.len() == 4 => {
            let day = NaiveDate::from_ymd_opt(read_year(year)?, month_of(month)?, 1)?;
            Some(Read { day, doubt: Some(format!("{text:?} names no day: the first of the month was taken")) })
        }
        _ => None,
    }
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

/// A year of four digits, or of two in this century, also as `'25`.
fn read_year(word: &str) -> Option<i32> {
    let word = word.strip_prefix(['\'', '’', '‘']).filter(|digits| digits.len() == 2).unwrap_or(word);
    if !is_number(word) {
        return None;
    }
    match word.len() {
        2 => Some(2000 + word.parse::<i32>().ok()?),
        4 => word.parse().ok(),
        _ => None,
    }
}

fn month_of(word: &str) -> Option<u32> {
    let at = MONTHS.iter().position(|names| names.contains(&word))?;
    u32::try_from(at + 1).ok()
}

fn in_words(day: NaiveDate) -> String {
    let month = MONTHS[day.month0() as usize][0];
    format!("{} {month} {}", day.day(), day.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_as_people_here_write_it() {
        for (text, day, is_sure) in [
            ("11/09/24", "2024-09-11", false),
            ("13/04/25", "2025-04-13", true),
            ("5-5-2025", "2025-05-05", true),
            ("Juni 2025", "2025-06-01", false),
            ("3 mei 2025.", "2025-05-03", true),
            ("maandag 3 februari 2025", "2025-02-03", true),
            ("11 sept. 2024", "2024-09-11", true),
            ("2024-09-11", "2024-09-11", true),
            ("1 mei '25", "2025-05-01", true),
            ("1 mei ’25", "2025-05-01", true),
        ] {
            let read = read_date(text).unwrap();
            assert_eq!((read.day.to_string().as_str(), read.doubt.is_none()), (day, is_sure), "{text}");
        }
        for text in [
            "",
            "31/02/24",
            "99/99/99",
            "gisteren",
            "11/09",
            "1/2/3",
            "2025",
            "mei",
            "1 mei '2025",
            "11/09/24 om 10 uur",
        ] {
            assert_eq!(read_date(text), None, "{text}");
        }
    }
}
