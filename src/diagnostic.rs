//! What is wrong with something a person wrote: where it is, and what to do about it.
//!
//! Content errors are data, not failures: loading returns what could be read
//! together with all diagnostics, so that one bad file never stops the others.

use std::{
    ops::Range,
    path::{Path, PathBuf},
    time::Duration,
};

use serde::Serialize;

use crate::line::line_starts;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Something that is wanted does not happen: a post is not published, a message not used.
    Error,
    /// It works, though perhaps not as meant.
    Warning,
}

/// One finding about one place in one file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Diagnostic {
    /// The file, relative to the publication's folder.
    pub file: PathBuf,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters (Unicode scalar values, whatever their width), from 1.
    pub column: usize,
    /// Where the words that are wrong end, when that is known. Boxed, because diagnostics travel as errors too.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub end: Option<Box<End>>,
    /// How bad it is.
    pub severity: Severity,
    /// A stable name for this kind of finding, such as `unknown-key`.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// Where the words that are wrong end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct End {
    /// The line of the last character, from 1.
    #[serde(rename = "end_line")]
    pub line: usize,
    /// The column after the last character, counted as [`Diagnostic::column`] is.
    #[serde(rename = "end_column")]
    pub column: usize,
}

impl Diagnostic {
    /// An error at the start of `file`; [`at`](Self::at) moves it.
    pub fn error(file: &Path, code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, file, code, message.into())
    }

    /// A warning at the start of `file`; [`at`](Self::at) moves it.
    pub fn warning(file: &Path, code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, file, code, message.into())
    }

    fn new(severity: Severity, file: &Path, code: &'static str, message: String) -> Self {
        Self { file: file.to_owned(), line: 1, column: 1, end: None, severity, code, message, help: String::new() }
    }

    /// Says where in the file, both counted from 1.
    #[must_use]
    pub fn at(mut self, line: usize, column: usize) -> Self {
        self.line = line.max(1);
        self.column = column.max(1);
        self
    }

    /// Says which bytes of the file are wrong.
    #[must_use]
    pub fn spanning(self, positions: &Positions<'_>, wrong: Range<usize>) -> Self {
        let (line, column) = positions.of(wrong.start);
        let (end_line, end_column) = positions.of(wrong.end);
        Self { line, column, end: Some(Box::new(End { line: end_line, column: end_column })), ..self }
    }

    /// Says what to do about it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// Whether something that is wanted does not happen.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// Line and column (in characters), both from 1, of a byte offset in `text`.
pub fn position(text: &str, offset: usize) -> (usize, usize) {
    let mut end = offset.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let before = &text[..end];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

/// A text with the offset of each of its lines, for many positions in one file.
#[derive(Debug)]
pub struct Positions<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Positions<'a> {
    /// Finds the lines of `text`.
    pub fn new(text: &'a str) -> Self {
        Self { text, starts: line_starts(text) }
    }

    /// Line and column, as [`position`] counts them, of a byte offset.
    pub fn of(&self, offset: usize) -> (usize, usize) {
        let mut end = offset.min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let line = self.starts.partition_point(|start| *start <= end);
        (line, self.text[self.starts[line - 1]..end].chars().count() + 1)
    }
}

/// A length of time in words, to the second: `1 day and 12 hours`.
pub fn in_words(time: Duration) -> String {
    let mut left = time.as_secs();
    let mut parts = Vec::new();
    for (unit, seconds) in [("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1)] {
        let number = left / seconds;
        left %= seconds;
        if number > 0 {
            parts.push(count(number, unit));
        }
    }
    match parts.split_last() {
        None => "no time".to_owned(),
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} and {last}", before.join(", ")),
    }
}

/// "1 post" or "2 posts": a number and a noun whose plural has an s.
pub fn count(number: impl TryInto<u64>, noun: &str) -> String {
    let number = number.try_into().unwrap_or(u64::MAX);
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// The known name that is most like `name`, for "did you mean"; none where several are as like it.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    /// Below this Jaro-Winkler likeness two names are different words, not a slip.
    const LIKENESS: f64 = 0.75;
    let alike = known.into_iter().map(|candidate| (strsim::jaro_winkler(name, candidate), candidate));
    let mut alike: Vec<_> = alike.filter(|(likeness, _)| *likeness >= LIKENESS).collect();
    alike.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    alike.dedup();
    match alike[..] {
        // Of several that are as near, nobody knows which was meant.
        [(first, _), (second, _), ..] if first.total_cmp(&second).is_eq() => None,
        [(_, candidate), ..] => Some(candidate),
        [] => None,
    }
}

/// What the parser of a TOML file says, in words for whoever wrote the file, and what to do about it. `section` is the one
/// of README.md that has a table of the file's keys.
pub fn toml_error(message: &str, section: &str) -> (String, String) {
    let message = message.trim();
    if let Some((found, wanted)) =
        message.strip_prefix("invalid type: ").and_then(|rest| rest.split_once(", expected "))
    {
        let found = found.split([' ', '`', '"']).next().unwrap_or_default();
        let found = match found {
            "string" => "a text",
            "integer" | "floating" | "float" => "a number",
            "boolean" => "true or false",
            "sequence" => "a list",
            _ => "a table",
        };
        let (wanted, help) = match wanted {
            "a string" | "string" => ("a text", "write it in quotes"),
            "a boolean" => ("true or false", "write true or false, without quotes"),
            "a sequence" => ("a list", "write it in brackets, also if it is one: [\"…\"]"),
            _ if wanted.contains("map") || wanted.contains("struct") => {
                ("a table", "write its keys below a line with its name: [name]")
            }
            _ if wanted.starts_with(['u', 'i']) || wanted.contains("integer") || wanted.contains("nonzero") => {
                ("a number", "write it without quotes")
            }
            _ => (wanted, ""),
        };
        let help = if help.is_empty() { listed(section) } else { help.to_owned() };
        return (format!("{found} stands here, and it is to be {wanted}"), help);
    }
    if message == "duplicate key" {
        let help =
            "take one of them out; where there may be several, each begins with its name in double brackets: [[name]]";
        return ("this is there twice".to_owned(), help.to_owned());
    }
    if message.starts_with("invalid basic string") || message.starts_with("invalid literal string") {
        let help = "a text ends with the quote that it begins with, on the same line";
        return ("this text does not end".to_owned(), help.to_owned());
    }
    (message.to_owned(), unknown_key_help(message, section))
}

fn listed(section: &str) -> String {
    format!("README.md lists the keys and their values in its section \"{section}\"")
}

/// What to do about "unknown field `titel`, expected one of `title`, `schedule`" or "unknown variant `runonce`, expected
/// `run-once` or `skip`".
fn unknown_key_help(message: &str, section: &str) -> String {
    let mut names = message.split('`').skip(1).step_by(2);
    let is_unknown = ["unknown field", "unknown variant"].iter().any(|begin| message.starts_with(begin));
    match names.next().filter(|_| is_unknown).and_then(|name| nearest(name, names)) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => listed(section),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_of_time_is_told_as_it_is() {
        for (seconds, words) in [
            (0, "no time"),
            (60, "1 minute"),
            (5_400, "1 hour and 30 minutes"),
            (129_600, "1 day and 12 hours"),
            (90_061, "1 day, 1 hour, 1 minute and 1 second"),
        ] {
            assert_eq!(in_words(Duration::from_secs(seconds)), words);
        }
    }

    #[test]
    fn a_position_counts_characters_not_bytes() {
        assert_eq!(position("één\ntwee", 5), (1, 4));
        assert_eq!(position("één\ntwee", 7), (2, 2));
        assert_eq!(position("kort", 99), (1, 5));
    }

    #[test]
    fn many_positions_are_found_as_one_is() {
        let text = "één\n\n\tخطوة 歩\nslot";
        let positions = Positions::new(text);
        for offset in 0..text.len() + 2 {
            assert_eq!(positions.of(offset), position(text, offset), "{offset}");
        }
    }

    #[test]
    fn an_end_is_told_to_other_programs_where_it_is_known() {
        let found = Diagnostic::error("a.ftl".as_ref(), "x", "y");
        let json = serde_json::to_value(found.clone()).unwrap();
        assert!(json.get("end_line").is_none() && json.get("end").is_none(), "{json}");
        let json = serde_json::to_value(found.spanning(&Positions::new("één twee\n"), 6..10)).unwrap();
        assert_eq!((&json["column"], &json["end_line"], &json["end_column"]), (&5.into(), &1.into(), &9.into()));
    }

    #[test]
    fn one_is_not_many() {
        assert_eq!([count(0, "post"), count(1, "post"), count(2_usize, "post")], ["0 posts", "1 post", "2 posts"]);
    }

    #[test]
    fn a_word_that_a_file_does_not_know_is_compared_with_those_it_does() {
        for (message, help) in [
            ("unknown field `titel`, expected one of `title`, `schedule`", "did you mean `title`?"),
            ("unknown variant `runonce`, expected `run-once` or `skip`", "did you mean `run-once`?"),
            ("missing field `title`", "README.md lists the keys and their values in its section \"x.toml\""),
        ] {
            assert_eq!(unknown_key_help(message, "x.toml"), help);
        }
    }

    #[test]
    fn what_the_reader_of_toml_says_is_said_so_that_a_person_knows_what_to_write() {
        for (message, said, help) in [
            (
                "invalid type: string \"2026-12-25\", expected a sequence",
                "a text stands here, and it is to be a list",
                "write it in brackets, also if it is one: [\"…\"]",
            ),
            (
                "invalid type: integer `15`, expected a string",
                "a number stands here, and it is to be a text",
                "write it in quotes",
            ),
            (
                "invalid type: string \"yes\", expected a boolean",
                "a text stands here, and it is to be true or false",
                "write true or false, without quotes",
            ),
            (
                "invalid type: string \"5\", expected u32",
                "a text stands here, and it is to be a number",
                "write it without quotes",
            ),
        ] {
            assert_eq!(toml_error(message, "x.toml"), (said.to_owned(), help.to_owned()), "{message}");
        }
        assert!(toml_error("duplicate key", "x.toml").1.contains("[[name]]"));
        assert!(
            toml_error("invalid basic string, expected `\"`", "x.toml").1.contains("the quote that it begins with")
        );
        assert_eq!(
            toml_error("missing field `title`", "x.toml"),
            ("missing field `title`".to_owned(), listed("x.toml"))
        );
    }

    #[test]
    fn a_slip_finds_the_word_that_was_meant() {
        assert_eq!(nearest("topcis", ["title", "topics"]), Some("topics"));
        assert_eq!(nearest("kleur", ["title", "topics"]), None);
    }
}
