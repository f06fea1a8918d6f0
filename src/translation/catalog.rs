//! Reading the Fluent messages of one post in one locale: plain texts, and a diagnostic for the rest.
//!
//! Post messages are resolved from the syntax tree rather than formatted: text, string literals and
//! glossary terms are all they may hold, and Fluent's formatter stops after 100 placeables.

use std::{
    collections::{HashMap, VecDeque},
    path::Path,
};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser::{self, ParserError},
    unicode::unescape_unicode_to_string,
};

use super::SegmentId;
use crate::diagnostic::{Diagnostic, position};

/// The code of what is no Fluent.
pub(super) const SYNTAX: &str = "fluent-syntax";

/// The messages of one file (and its terms), as plain texts.
#[derive(Debug, Clone, Default)]
pub struct Catalog {
    messages: HashMap<SegmentId, Message>,
    terms: HashMap<String, String>,
}

/// One message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Its text on one line.
    pub text: String,
    /// The line of the file it begins on, from 1.
    pub line: usize,
}

impl Catalog {
    /// Reads a file; `glossary` holds the terms that messages may refer to as `{ -name }`.
    /// What cannot be used is left out and reported; the other messages stay.
    pub fn parse(file: &Path, ftl: &str, glossary: &Self) -> (Self, Vec<Diagnostic>) {
        let mut found = Vec::new();
        let resource = match parser::parse(ftl) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                found.extend(errors.iter().map(|error| syntax_error(file, ftl, error)));
                resource
            }
        };
        let mut lines = entry_lines(ftl);
        let mut catalog = Self::default();
        for entry in &resource.body {
            match entry {
                Entry::Message(message) => {
                    let name = message.id.name;
                    let line = lines.get_mut(name).and_then(VecDeque::pop_front).unwrap_or(1);
                    catalog.add_message(file, name, message.value.as_ref(), line, glossary, &mut found);
                }
                Entry::Term(term) => match resolve(&term.value, glossary) {
                    Ok(text) => drop(catalog.terms.insert(term.id.name.to_owned(), text)),
                    Err(reason) => found.push(not_plain(file, term.id.name, 1, &reason)),
                },
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => {}
            }
        }
        (catalog, found)
    }

    fn add_message(
        &mut self,
        file: &Path,
        name: &str,
        value: Option<&Pattern<&str>>,
        line: usize,
        glossary: &Self,
        found: &mut Vec<Diagnostic>,
    ) {
        let (Some(value), Ok(id)) = (value, name.parse::<SegmentId>()) else {
            let message = format!("`{name}` has no text of its own");
            found.push(
                Diagnostic::error(file, "no-text", message).at(line, 1).help(format!("write it as `{name} = …`")),
            );
            return;
        };
        match resolve(value, glossary) {
            Ok(_) if self.messages.contains_key(&id) => {
                let message = format!("`{name}` stands here a second time; the first one is used");
                found.push(
                    Diagnostic::error(file, "duplicate-message", message).at(line, 1).help("delete one of the two"),
                );
            }
            Ok(text) => drop(self.messages.insert(id, Message { text, line })),
            Err(reason) => found.push(not_plain(file, name, line, &reason)),
        }
    }

    /// The text of a message.
    pub fn text(&self, id: &SegmentId) -> Option<&str> {
        self.messages.get(id).map(|message| message.text.as_str())
    }

    /// The line a message begins on.
    pub fn line(&self, id: &SegmentId) -> Option<usize> {
        self.messages.get(id).map(|message| message.line)
    }

    /// All messages, in no particular order.
    pub fn messages(&self) -> impl Iterator<Item = (&SegmentId, &Message)> {
        self.messages.iter()
    }

    /// Leaves out a message that turned out to be unusable.
    pub fn remove(&mut self, id: &SegmentId) {
        self.messages.remove(id);
    }
}

/// The text of a pattern that refers to nothing else: a term's own words.
pub(super) fn plain_text(pattern: &Pattern<&str>) -> Option<String> {
    resolve(pattern, &Catalog::default()).ok()
}

/// The text of a pattern, line feeds folded to spaces: one message is one block.
fn resolve(pattern: &Pattern<&str>, glossary: &Catalog) -> Result<String, String> {
    let mut folded = Folded::default();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => folded.push_lines(value),
            PatternElement::Placeable { expression: Expression::Inline(inline) } => match inline {
                InlineExpression::StringLiteral { value } => folded.push(&unescape_unicode_to_string(value)),
                InlineExpression::TermReference { id, attribute: None, .. } => match glossary.terms.get(id.name) {
                    Some(term) => folded.push(term),
                    None => return Err(format!("the term `-{}` is not in terms.ftl", id.name)),
                },
                InlineExpression::VariableReference { id } => {
                    return Err(format!("`${}` is a variable, and posts have none", id.name));
                }
                _ => return Err("only text, \"quoted text\" and { -terms } can stand here".to_owned()),
            },
            PatternElement::Placeable { .. } => return Err("a post's text has no selectors".to_owned()),
        }
    }
    Ok(folded.text)
}

/// A text whose line ends become single spaces.
#[derive(Default)]
struct Folded {
    text: String,
    at_line_end: bool,
}

impl Folded {
    fn push(&mut self, part: &str) {
        if self.at_line_end && !self.text.is_empty() && !part.is_empty() {
            self.text.push(' ');
        }
        self.at_line_end &= part.is_empty();
        self.text.push_str(part);
    }

    fn push_lines(&mut self, value: &str) {
        for (nth, line) in value.split('\n').enumerate() {
            if nth > 0 {
                self.text.truncate(self.text.trim_end().len());
                self.at_line_end = true;
            }
            self.push(if self.at_line_end { line.trim_start() } else { line });
        }
    }
}

fn syntax_error(file: &Path, ftl: &str, error: &ParserError) -> Diagnostic {
    let start = error.slice.as_ref().map_or(error.pos.start, |entry| entry.start);
    let (line, column) = position(ftl, start);
    let message = format!("this cannot be read as Fluent: {}; the other messages are used", error.kind);
    let help = "a message is one line, `id = text`; write a brace as { \"{\" }";
    Diagnostic::error(file, SYNTAX, message).at(line, column).help(help)
}

fn not_plain(file: &Path, name: &str, line: usize, reason: &str) -> Diagnostic {
    let message = format!("`{name}` is not used: {reason}");
    Diagnostic::error(file, "not-plain-text", message)
        .at(line, 1)
        .help("write the text out; a brace is written { \"{\" }")
}

/// The lines that messages of each name begin on, which the parser does not tell.
fn entry_lines(ftl: &str) -> HashMap<&str, VecDeque<usize>> {
    let mut lines: HashMap<_, VecDeque<_>> = HashMap::new();
    for (index, line) in ftl.lines().enumerate() {
        if let Some((name, _)) = line.split_once('=')
            && line.starts_with(|first: char| first.is_ascii_alphabetic())
        {
            lines.entry(name.trim_end()).or_default().push_back(index + 1);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(ftl: &str) -> (Catalog, Vec<Diagnostic>) {
        let (glossary, _) = Catalog::parse("terms.ftl".as_ref(), "-practice = Beweegreden\n", &Catalog::default());
        Catalog::parse("x.ftl".as_ref(), ftl, &glossary)
    }

    fn text<'a>(catalog: &'a Catalog, id: &str) -> Option<&'a str> {
        catalog.text(&id.parse().unwrap())
    }

    #[test]
    fn a_term_is_put_in_and_a_wrapped_message_is_one_line() {
        let (catalog, found) = parse("a = Welcome at { -practice }.\nb = one\n    two\n\n    three\n");
        assert_eq!(found, []);
        assert_eq!(text(&catalog, "a"), Some("Welcome at Beweegreden."));
        assert_eq!(text(&catalog, "b"), Some("one two three"));
    }

    #[test]
    fn one_bad_message_takes_no_other_down() {
        let (catalog, found) = parse("a = fine\nb = { broken\nc = also fine\nd = { $name }\ne = { -unknown }\n");
        assert_eq!(text(&catalog, "a"), Some("fine"));
        assert_eq!(text(&catalog, "c"), Some("also fine"));
        let places: Vec<_> = found.iter().map(|d| (d.code, d.line)).collect();
        assert_eq!(places, [("fluent-syntax", 2), ("not-plain-text", 4), ("not-plain-text", 5)]);
    }
}
