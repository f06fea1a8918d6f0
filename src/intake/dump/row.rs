//! What a line of a dump is: text, an item of a list, a byline, or what stood around the article on its page.

use crate::{
    intake::{
        date,
        prose::visible,
        signature::{MAX_BYLINE, is_reading_time, read_author, read_dated},
        sources::announces_sources,
    },
    line::one_line,
};

/// A line of a dump.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Row {
    /// Nothing to see.
    Empty,
    /// Where an article ends and the next begins: "Lees post", "Terug naar blog".
    Boundary,
    /// How long it takes to read, which also stands at the head of an article.
    ReadingTime,
    /// Who wrote it, and what stands there of a date.
    Byline(Vec<String>, Option<String>),
    /// What stands there of a date alone.
    Dated(String),
    /// The heading above the sources.
    Sources,
    /// A source that stands by itself.
    Source(String),
    /// Who made a picture that the dump does not have.
    Credit(String),
    /// An item of a list, with its number if it has one.
    Item(Option<u64>, String),
    /// Anything else.
    Text(String),
}

/// The links that stand below and above articles on their pages.
const BOUNDARIES: [&str; 15] = [
    "deel dit artikel",
    "deel dit bericht",
    "deel deze post",
    "terug naar blog",
    "terug naar overzicht",
    "terug naar het overzicht",
    "lees post",
    "lees meer",
    "lees verder",
    "heb je deze al gelezen",
    "lees ook",
    "gerelateerde artikels",
    "gerelateerde artikelen",
    "vorige post",
    "volgende post",
];

impl Row {
    /// Reads a line.
    pub(super) fn read(line: &str) -> Self {
        let text = without_hashes(one_line(&visible(line)).trim()).to_owned();
        let bare = text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        if text.is_empty() {
            return Self::Empty;
        }
        if BOUNDARIES.contains(&bare.as_str()) {
            return Self::Boundary;
        }
        if text.len() < MAX_BYLINE && is_reading_time(&text) {
            return Self::ReadingTime;
        }
        if announces_sources(&text) {
            return Self::Sources;
        }
        if let Some(source) = read_source(&text) {
            return Self::Source(source);
        }
        if let Some((number, item)) = read_item(&text) {
            return Self::Item(number, item);
        }
        if let Some(date) = read_dated(&text) {
            return Self::Dated(date);
        }
        if let Some((names, date)) = read_author(&text) {
            return Self::Byline(names, date);
        }
        let lower = text.to_lowercase();
        let credits = ["foto:", "foto's:", "afbeelding:", "beeld:", "beelden:", "illustratie:", "beelden gegenereerd"];
        if credits.iter().any(|head| lower.starts_with(head)) {
            return Self::Credit(text);
        }
        Self::Text(text)
    }
}

/// A line without the signs that Markdown has before headings.
fn without_hashes(text: &str) -> &str {
    let bare = text.trim_start_matches('#');
    if bare.starts_with(char::is_whitespace) { bare.trim_start() } else { text }
}

/// `Bron: https://zaad.example/prei`. Without an address it is as likely that of a picture.
fn read_source(text: &str) -> Option<String> {
    let (head, source) = text.split_once(':')?;
    let is_source = announces_sources(head) && ["http://", "https://", "10."].iter().any(|sign| source.contains(sign));
    is_source.then(|| source.trim().to_owned())
}

/// "• punt", "- punt" or "3. stap".
fn read_item(text: &str) -> Option<(Option<u64>, String)> {
    let rest = |sign: &str| text.strip_prefix(sign).filter(|rest| rest.starts_with(char::is_whitespace));
    if let Some(item) = ["•", "-", "*", "◦", "▪", "·", "–"].iter().find_map(|sign| rest(sign)) {
        return Some((None, item.trim().to_owned()));
    }
    let end = text.find(|c: char| !c.is_ascii_digit()).filter(|end| (1..=2).contains(end))?;
    let item = text[end..].strip_prefix(['.', ')'])?;
    let item = Some(item).filter(|item| item.starts_with(char::is_whitespace))?;
    Some((text[..end].parse().ok(), item.trim().to_owned()))
}

/// Whether a line is nothing but a date.
pub(super) fn is_date(text: &str) -> bool {
    date::read_date(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_known_by_how_it_begins() {
        let by = |name: &str, date: Option<&str>| Row::Byline(vec![name.to_owned()], date.map(str::to_owned));
        let text = |text: &str| Row::Text(text.to_owned());
        for (line, row) in [
            ("\u{a0} ", Row::Empty),
            ("Lees post", Row::Boundary),
            ("## Wat de merel weet", text("Wat de merel weet")),
            ("#merel en #egel", text("#merel en #egel")),
            ("Heb je deze al gelezen?", Row::Boundary),
            ("Geschreven op 3 februari 2025", Row::Dated("3 februari 2025".to_owned())),
            ("Gepubliceerd: 31.12.24", Row::Dated("31.12.24".to_owned())),
            ("Geschreven op papier", text("Geschreven op papier")),
            ("Door An Maes in februari 2025", by("An Maes", Some("februari 2025"))),
            ("Leestijd: 5 min", Row::ReadingTime),
            ("⏱ 5 min leestijd", Row::ReadingTime),
            ("± 5 minuten lezen", Row::ReadingTime),
            ("4 min. leestijd", Row::ReadingTime),
            ("5-minute read", Row::ReadingTime),
            ("Ga vijf minuten lezen", text("Ga vijf minuten lezen")),
            ("📚 Bronnen:", Row::Sources),
            ("Bron: https://zaad.example/prei", Row::Source("https://zaad.example/prei".to_owned())),
            ("Bron: Pexels", text("Bron: Pexels")),
            ("3 minuten om te lezen", Row::ReadingTime),
            ("Geschreven door An", by("An", None)),
            ("\u{a0}Geschreven door An Maes, Juni 2025", by("An Maes", Some("Juni 2025"))),
            ("Geschreven door An op 13/04/25", by("An", Some("13/04/25"))),
            ("  • een punt", Row::Item(None, "een punt".to_owned())),
            ("  2. een stap", Row::Item(Some(2), "een stap".to_owned())),
            ("2024 was een nat jaar", text("2024 was een nat jaar")),
            ("Foto: Pexels", Row::Credit("Foto: Pexels".to_owned())),
            ("Door goed te snoeien bloeit een roos langer.", text("Door goed te snoeien bloeit een roos langer.")),
            ("Lees post na post", text("Lees post na post")),
        ] {
            assert_eq!(Row::read(line), row, "{line}");
        }
    }
}
