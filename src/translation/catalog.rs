//! Reading the Fluent messages of one post in one locale: plain texts, and a diagnostic for the rest.

use std::{borrow::Cow, path::Path};

use fluent_syntax::ast::{Entry, Pattern};
use rustc_hash::FxHashMap;

use super::{
    SegmentId,
    explain::{NO_FORMS, explain},
    pattern::{Foreign, Plain, Unusable, named, range_of},
    syntax::{self, Slip},
    wrapped::{Above, wrapped_lines},
};
use crate::diagnostic::{Diagnostic, Positions, nearest, position};

/// The code of what is no Fluent.
pub(super) const SYNTAX: &str = "fluent-syntax";

/// The messages of one file (and its terms), as plain texts.
#[derive(Debug, Clone, Default)]
pub struct Catalog {
    messages: FxHashMap<SegmentId, Message>,
    terms: FxHashMap<String, String>,
}

/// One message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Its text on one line.
    pub text: String,
    /// The same as it was written, where that is another: with the names of terms.
    written: Option<String>,
    /// The line of the file it begins on, from 1.
    pub line: usize,
}

impl Message {
    /// What its translator wrote: its text, with the names of terms in place of their words. It stays the same
    /// whatever becomes of the terms, so this is what a record is of.
    pub fn written(&self) -> &str {
        self.written.as_deref().unwrap_or(&self.text)
    }
}

/// The terms that messages may refer to as `{ -name }`.
#[derive(Clone, Copy)]
enum Terms<'g> {
    /// Those of a file, with their words.
    Of(&'g Catalog),
    /// Whatever they are called, each for itself: the words do not matter.
    Any,
}

impl<'g> Terms<'g> {
    fn words(self, name: &str) -> Option<Cow<'g, str>> {
        match self {
            Self::Of(glossary) => glossary.term(name).map(Cow::Borrowed),
            Self::Any => Some(Cow::Owned(named(name))),
        }
    }
}

impl Catalog {
    /// Reads a file as it is written, for whoever keeps it in step: its terms stand for themselves.
    pub(super) fn parse_as_written(file: &Path, ftl: &str) -> (Self, Vec<Diagnostic>) {
        Self::parse_with(file, ftl, Terms::Any, true)
    }

    /// Reads a file for what it remembers, which of half a text is more than nothing.
    pub(super) fn parse_memory(file: &Path, ftl: &str) -> (Self, Vec<Diagnostic>) {
        Self::parse_with(file, ftl, Terms::Of(&Self::default()), false)
    }

    /// Reads a file; `glossary` holds the terms that messages may refer to as `{ -name }`.
    /// What cannot be used is left out and reported; the other messages stay. A message is left out too if a line
    /// goes on with it that is not indented: what it says without that line may be the opposite.
    pub fn parse(file: &Path, ftl: &str, glossary: &Self) -> (Self, Vec<Diagnostic>) {
        Self::parse_with(file, ftl, Terms::Of(glossary), true)
    }

    fn parse_with(file: &Path, ftl: &str, terms: Terms<'_>, only_whole: bool) -> (Self, Vec<Diagnostic>) {
        let (resource, slips) = syntax::parse(ftl);
        let mut found = Vec::new();
        let source = Source { file, ftl, positions: Positions::new(ftl), terms };
        let mut catalog = Self::default();
        for entry in &resource.body {
            match entry {
                Entry::Message(message) => {
                    catalog.add_message(&source, message.id.name, message.value.as_ref(), &mut found);
                }
                Entry::Term(term) => match Plain::resolve(ftl, &term.value, |name| terms.words(name)) {
                    Ok(_) if catalog.terms.contains_key(term.id.name) => {
                        let name = term.id.name;
                        let message = format!("the term `-{name}` stands here a second time; the first one is used");
                        found.push(source.error("duplicate-term", message, name).help("delete one of the two"));
                    }
                    Ok(plain) => drop(catalog.terms.insert(term.id.name.to_owned(), plain.text)),
                    Err(unusable) => found.push(source.unusable(term.id.name, &unusable)),
                },
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => {}
            }
        }
        if slips.is_empty() {
            return (catalog, found);
        }
        let wrapped = wrapped_lines(ftl, |id| catalog.messages.contains_key(id));
        let above = slips.iter().map(|slip| wrapped.get(&slip.at));
        let errors = slips.iter().zip(above.clone()).map(|(slip, above)| syntax_error(file, ftl, slip, above));
        found.splice(0..0, errors);
        for Above { id, line, .. } in above.flatten().filter(|_| only_whole) {
            if catalog.line(id) == Some(*line) {
                catalog.remove(id);
            }
        }
        (catalog, found)
    }

    fn add_message(
        &mut self,
        source: &Source<'_>,
        name: &str,
        value: Option<&Pattern<&str>>,
        found: &mut Vec<Diagnostic>,
    ) {
        let (Some(value), Ok(id)) = (value, name.parse::<SegmentId>()) else {
            let message = format!("`{name}` has no text of its own");
            found.push(source.error("no-text", message, name).help(format!("write it as `{name} = …`")));
            return;
        };
        match Plain::resolve(source.ftl, value, |name| source.terms.words(name)) {
            Ok(_) if self.messages.contains_key(&id) => {
                let message = format!("`{name}` stands here a second time; the first one is used");
                found.push(source.error("duplicate-message", message, name).help("delete one of the two"));
            }
            Ok(plain) => {
                let (line, _) = source.positions.of(range_of(source.ftl, name).start);
                self.messages.insert(id, Message { text: plain.text, written: plain.written, line });
            }
            Err(unusable) => found.push(source.unusable(name, &unusable)),
        }
    }

    /// The words of a term.
    pub(super) fn term(&self, name: &str) -> Option<&str> {
        self.terms.get(name).map(String::as_str)
    }

    /// The text of a message.
    pub fn text(&self, id: &SegmentId) -> Option<&str> {
        self.messages.get(id).map(|message| message.text.as_str())
    }

    /// What the translator of a message wrote; see [`Message::written`].
    pub fn written(&self, id: &SegmentId) -> Option<&str> {
        self.messages.get(id).map(Message::written)
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

/// A file that is being read.
struct Source<'a> {
    file: &'a Path,
    ftl: &'a str,
    positions: Positions<'a>,
    terms: Terms<'a>,
}

impl Source<'_> {
    /// An error about `part`, a slice of the file.
    fn error(&self, code: &'static str, message: String, part: &str) -> Diagnostic {
        Diagnostic::error(self.file, code, message).spanning(&self.positions, range_of(self.ftl, part))
    }

    /// Whether the file has a term of this name.
    fn defines(&self, term: &str) -> bool {
        let is_it = |rest: &str| rest.trim_start().starts_with('=');
        self.ftl.lines().any(|line| line.strip_prefix(&format!("-{term}")).is_some_and(is_it))
    }

    /// Says why the text of `name` cannot be used.
    fn unusable(&self, name: &str, unusable: &Unusable) -> Diagnostic {
        let written = "write the text out; a brace is written { \"{\" }";
        let (code, reason, help) = match &unusable.what {
            Foreign::Term(term) if self.defines(term) => {
                let reason = format!("the term `-{term}` leads back to itself, or is not used either");
                ("circular-term", reason, "write the words out in one of the terms".to_owned())
            }
            Foreign::Term(term) => {
                let known = match self.terms {
                    Terms::Of(glossary) => glossary.terms.keys().map(String::as_str).collect(),
                    Terms::Any => Vec::new(),
                };
                let help = match nearest(term, known) {
                    Some(meant) => format!("did you mean `-{meant}`?"),
                    None => format!("write the words out, or add `-{term} = …` to terms.ftl"),
                };
                ("unknown-term", format!("the term `-{term}` is not in terms.ftl"), help)
            }
            Foreign::Variable(variable) => {
                ("unknown-variable", format!("`${variable}` is a variable, and posts have none"), written.to_owned())
            }
            Foreign::Selector => ("not-plain-text", NO_FORMS.0.to_owned(), NO_FORMS.1.to_owned()),
            Foreign::Other => {
                let reason = "only text, \"quoted text\" and { -terms } can stand here";
                ("not-plain-text", reason.to_owned(), written.to_owned())
            }
        };
        Diagnostic::error(self.file, code, format!("`{name}` is not used: {reason}"))
            .spanning(&self.positions, unusable.at.clone())
            .help(help)
    }
}

fn syntax_error(file: &Path, ftl: &str, slip: &Slip, above: Option<&Above>) -> Diagnostic {
    let (line, column) = position(ftl, slip.at);
    let text = ftl.get(slip.at..).unwrap_or_default().lines().next().unwrap_or_default();
    let (message, help) = explain(text, &slip.reason, above.map(|above| above.id.as_str()));
    Diagnostic::error(file, SYNTAX, message).at(line, column).help(help)
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
        assert_eq!(places, [("fluent-syntax", 2), ("unknown-variable", 4), ("unknown-term", 5)]);
    }

    #[test]
    fn of_half_a_message_nothing_is_used_but_by_who_only_remembers() {
        let ftl = "a = Open het water\nniet.\nb = fine\n\nlost\nc = also fine\n";
        let (catalog, found) = parse(ftl);
        assert_eq!(["a", "b", "c"].map(|id| text(&catalog, id)), [None, Some("fine"), Some("also fine")]);
        assert!(
            found[0].message.contains("goes on with `a`") && found[1].message.contains("after `lost`"),
            "{found:?}"
        );
        let (memory, _) = Catalog::parse_memory("x.ftl".as_ref(), ftl);
        assert_eq!(text(&memory, "a"), Some("Open het water"));
    }

    #[test]
    fn no_message_of_ours_holds_a_line_end_or_a_control() {
        for bad in ["{ $n -> [one] un *[other] {3} }", "{ $n ->", "{ $n -> x", "{ \"", "{ \"\\u00\" }", "{ F(a: ) }"] {
            let (_, found) = parse(&format!("a = {bad}\nb = fine\n"));
            assert!(!found.is_empty() && found.iter().all(|one| !one.message.contains(char::is_control)), "{found:?}");
        }
    }
}
