//! What a check gets to see of one message, and where it says what it found.

use std::{cell::OnceCell, ops::Range, path::Path};

use super::{
    digits::{Number, numbers_of},
    signs::Markup,
};
use crate::{
    diagnostic::{Diagnostic, Positions},
    line::visible,
    posts::markdown::Kind,
    translation::pattern::{Plain, range_of},
};

/// The Dutch text that translations are held against. What it consists of is found out once for all languages.
pub(super) struct Original<'a> {
    pub(super) kind: Kind,
    pub(super) text: &'a str,
    definitions: &'a str,
    markup: OnceCell<Markup>,
    numbers: OnceCell<Vec<Number>>,
}

/// One message with the Dutch text it translates.
pub(super) struct Message<'a> {
    /// Its id, a slice of the file.
    pub(super) id: &'a str,
    /// Where in the file the id stands.
    pub(super) at: Range<usize>,
    pub(super) plain: &'a Plain,
    pub(super) original: &'a Original<'a>,
}

/// What was found in one file.
pub(super) struct Findings<'a> {
    file: &'a Path,
    ftl: &'a str,
    positions: OnceCell<Positions<'a>>,
    all: Vec<Diagnostic>,
}

impl<'a> Original<'a> {
    /// `definitions` are the link references of its post.
    pub(super) fn new(kind: Kind, text: &'a str, definitions: &'a str) -> Self {
        Self { kind, text, definitions, markup: OnceCell::new(), numbers: OnceCell::new() }
    }

    /// Whether it is inline Markdown; in plain texts no sign means anything.
    pub(super) fn is_markdown(&self) -> bool {
        self.kind.is_markdown()
    }

    pub(super) fn markup(&self) -> &Markup {
        self.markup.get_or_init(|| Markup::of(self.text, self.definitions))
    }

    /// The markup of a translation of it.
    pub(super) fn markup_of(&self, translation: &str) -> Markup {
        Markup::of(translation, self.definitions)
    }

    pub(super) fn numbers(&self) -> &[Number] {
        self.numbers.get_or_init(|| numbers_of(self.text, self.is_markdown()))
    }
}

impl<'a> Message<'a> {
    /// The translation, as a reader gets to see it.
    pub(super) fn text(&self) -> &'a str {
        &self.plain.text
    }

    /// Where in the file the bytes `within` its text stand.
    pub(super) fn in_file(&self, within: Range<usize>) -> Range<usize> {
        self.plain.in_file(within)
    }
}

impl<'a> Findings<'a> {
    pub(super) fn new(file: &'a Path, ftl: &'a str) -> Self {
        Self { file, ftl, positions: OnceCell::new(), all: Vec::new() }
    }

    /// Where a slice of the file stands in it.
    pub(super) fn range_of(&self, part: &str) -> Range<usize> {
        range_of(self.ftl, part)
    }

    /// Adds an error about the bytes `at` of the file.
    pub(super) fn error(&mut self, code: &'static str, at: Range<usize>, message: String, help: impl Into<String>) {
        self.add(Diagnostic::error(self.file, code, message).help(help), at);
    }

    /// Adds a warning about the bytes `at` of the file.
    pub(super) fn warning(&mut self, code: &'static str, at: Range<usize>, message: String, help: impl Into<String>) {
        self.add(Diagnostic::warning(self.file, code, message).help(help), at);
    }

    fn add(&mut self, found: Diagnostic, at: Range<usize>) {
        let positions = self.positions.get_or_init(|| Positions::new(self.ftl));
        self.all.push(found.spanning(positions, at));
    }

    pub(super) fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.all
    }
}

/// A text as it is quoted in a finding: [visible], and of a long one the beginning and the end.
pub(super) fn quoted(text: &str) -> String {
    /// Longer than this it would hide what is said about it.
    const MOST: usize = 60;
    let text = visible(text);
    let count = text.chars().count();
    if count <= MOST {
        return text;
    }
    let head: String = text.chars().take(MOST / 2).collect();
    let tail: String = text.chars().skip(count - MOST / 2).collect();
    format!("{head}…{tail}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quoted_text_is_short_and_steers_no_terminal() {
        assert_eq!(quoted("een\u{1b}[31m \u{202e}twee"), "een\u{fffd}[31m \u{fffd}twee");
        assert_eq!(quoted(&"é".repeat(500)).chars().count(), 61);
    }
}
