//! A line that says who wrote a text, when, and how long it takes to read, and nothing else.

use super::{
    date::read_date,
    names::Names,
    prose::visible,
    signature::{MAX_BYLINE, are_minutes, is_reading_time, pieces_of, read_author, read_byline, read_dated},
};
use crate::line::one_line;

/// What a byline says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mark {
    /// When, as it is written.
    Date(String),
    /// Who: somebody who writes here, or who is said to have written it.
    Authors(Vec<String>),
    /// What is written as names are, and may be something else.
    Names(Vec<String>),
    /// How long it takes to read.
    ReadingTime,
}

/// Words within a name that begin small.
const SMALL: [&str; 12] = ["de", "den", "der", "van", "von", "ter", "ten", "te", "la", "le", "el", "'t"];

/// The marks of a line that holds nothing else: "An Peeters · 11/09/24 · 5 min leestijd".
pub(super) fn read_marks(line: &str, names: &Names) -> Option<Vec<Mark>> {
    let text = one_line(&visible(line));
    let text = text.trim_matches(|c: char| !c.is_alphanumeric());
    if text.is_empty() || text.len() > MAX_BYLINE {
        return None;
    }
    let pieces: Option<Vec<_>> = pieces_of(text).iter().map(|piece| read_piece(piece, names)).collect();
    Some(pieces?.concat())
}

fn read_piece(piece: &str, names: &Names) -> Option<Vec<Mark>> {
    if let Some(marks) = read_mark(piece, names) {
        return Some(marks);
    }
    // "Gepubliceerd op 2 februari 2023 door Els"
    if let Some(at) = piece.find(" door ") {
        return Some([read_mark(&piece[..at], names)?, read_mark(&piece[at + 1..], names)?].concat());
    }
    if let Some((who, date)) = with_date_at_end(piece) {
        return Some([read_piece(who, names)?, vec![Mark::Date(date.to_owned())]].concat());
    }
    // "An Peeters, kinesitherapeut, 3 mei 2025"
    let mut marks = Vec::new();
    for word in piece.contains(',').then(|| piece.split(',')).into_iter().flatten().map(str::trim) {
        let is_named = matches!(marks.last(), Some(Mark::Authors(_) | Mark::Names(_)));
        match read_mark(word, names) {
            Some(more) => marks.extend(more),
            None if is_named && could_be_profession(word) => {}
            None => return None,
        }
    }
    (!marks.is_empty()).then_some(marks)
}

fn read_mark(text: &str, names: &Names) -> Option<Vec<Mark>> {
    if read_date(text).is_some() {
        return Some(vec![Mark::Date(text.to_owned())]);
    }
    if let Some(date) = read_dated(text) {
        return Some(vec![Mark::Date(date)]);
    }
    let is_minutes = text.starts_with(|c: char| c.is_ascii_digit()) && are_minutes(&text.to_lowercase());
    if is_minutes || is_reading_time(text) {
        return Some(vec![Mark::ReadingTime]);
    }
    if let Some((authors, date)) = read_author(text) {
        return Some([Some(Mark::Authors(authors)), date.map(Mark::Date)].into_iter().flatten().collect());
    }
    let listed = read_byline(text);
    if !listed.is_empty() && listed.iter().all(|name| names.knows(name)) {
        return Some(vec![Mark::Authors(listed)]);
    }
    (!listed.is_empty() && listed.iter().all(|name| could_be_name(name))).then(|| vec![Mark::Names(listed)])
}

/// "An Peeters 11/09/24", "An Peeters op 3 mei 2025".
fn with_date_at_end(piece: &str) -> Option<(&str, &str)> {
    let blanks = piece.match_indices(' ').map(|(at, _)| at);
    let (who, date) = blanks.map(|at| (&piece[..at], &piece[at + 1..])).find(|(_, date)| read_date(date).is_some())?;
    Some((who.strip_suffix(" op").unwrap_or(who).trim_end_matches([',', ':']), date))
}

/// Two words or a few, which begin as names do.
fn could_be_name(text: &str) -> bool {
    /// Names with more words are hardly ever signed in full.
    const WORDS: std::ops::RangeInclusive<usize> = 2..=5;
    let words: Vec<&str> = text.split(' ').collect();
    let is_word = |word: &&str| {
        let is_small = SMALL.contains(&word.to_lowercase().as_str()) || word.contains('\'') || word.contains('’');
        word.chars().all(|c| c.is_alphabetic() || "'’-.".contains(c))
            && (is_small || word.starts_with(char::is_uppercase))
    };
    WORDS.contains(&words.len())
        && words.iter().all(is_word)
        && words[0].starts_with(char::is_uppercase)
        && !text.ends_with('.')
}

/// What may stand behind a name: "kinesitherapeut", "tuinier in Gent".
fn could_be_profession(text: &str) -> bool {
    let is_short = (1..=4).contains(&text.split(' ').count());
    is_short
        && text.starts_with(char::is_lowercase)
        && !text.ends_with('.')
        && !text.contains(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::names::tests::names;

    #[test]
    fn a_byline_is_told_from_a_sentence_and_a_heading() {
        let date = |text: &str| Mark::Date(text.to_owned());
        let an = || Mark::Authors(vec!["An Peeters".to_owned()]);
        let els = || Mark::Names(vec!["Els de l'Île".to_owned()]);
        for (line, marks) in [
            ("11/09/24", vec![date("11/09/24")]),
            ("Juni 2025", vec![date("Juni 2025")]),
            ("2 min", vec![Mark::ReadingTime]),
            ("An Peeters", vec![an()]),
            ("An Peeters 11/09/24", vec![an(), date("11/09/24")]),
            ("An Peeters op 3 mei 2025", vec![an(), date("3 mei 2025")]),
            ("An Peeters, kinesitherapeut", vec![an()]),
            ("Door: An Peeters | 11/09/24 | 5 min lezen", vec![an(), date("11/09/24"), Mark::ReadingTime]),
            ("An Peeters · 11/09/24 · 5 min leestijd", vec![an(), date("11/09/24"), Mark::ReadingTime]),
            ("Juni 2025 – Els de l'Île – 3 minuten lezen", vec![date("Juni 2025"), els(), Mark::ReadingTime]),
            ("maandag, 3 februari 2025", vec![date("maandag, 3 februari 2025")]),
            ("Gepubliceerd op 2 februari 2023 door An Peeters", vec![date("2 februari 2023"), an()]),
        ] {
            assert_eq!(read_marks(line, &names()).as_deref(), Some(&marks[..]), "{line}");
        }
        for line in [
            "Tot slot",
            "Slaap",
            "5 minuten bewegen",
            "In juni 2025 regende het",
            "An Peeters, die het zag gebeuren op de akker",
            "Rozen, tulpen",
            "Wat gebeurt er in je slaap?",
            "",
        ] {
            assert_eq!(read_marks(line, &names()), None, "{line}");
        }
    }
}
