//! The text of a message, and where in its file each part of it stands.
//!
//! Post messages are resolved from the syntax tree rather than formatted: text, string literals and
//! glossary terms are all they may hold, and Fluent's formatter stops after 100 placeables.

use std::{borrow::Cow, ops::Range};

use fluent_syntax::{
    ast::{Expression, InlineExpression, Pattern, PatternElement},
    unicode::unescape_unicode_to_string,
};

/// The text of a message on one line: what a reader gets to see.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Plain {
    /// The text.
    pub(super) text: String,
    /// The same with the names of terms in place of their words, where it has any: what a translator wrote.
    pub(super) written: Option<String>,
    parts: Vec<Part>,
    at_line_end: bool,
}

/// A part of a text that stands in one piece in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Part {
    /// Where in the text it begins.
    start: usize,
    /// Where in the file it stands.
    file: Range<usize>,
    /// Whether the file says it byte for byte; a placeable says it in its own way.
    verbatim: bool,
}

/// Something in a message that its text cannot hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unusable {
    /// What it is.
    pub(super) what: Foreign,
    /// Where in the file it stands.
    pub(super) at: Range<usize>,
}

/// What a post's text cannot hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Foreign {
    /// `{ -name }` where the glossary has no such term.
    Term(String),
    /// `{ $name }`: posts are given nothing.
    Variable(String),
    /// `{ $n -> … }`
    Selector,
    /// Another message, a number, a function, an attribute of a term.
    Other,
}

/// Where in `text` its slice `part` stands, in bytes.
pub(super) fn range_of(text: &str, part: &str) -> Range<usize> {
    let start = part.as_ptr().addr().saturating_sub(text.as_ptr().addr());
    start..start + part.len()
}

impl Plain {
    /// Resolves a pattern of the file `ftl`; `term` gives the words of a term.
    ///
    /// # Errors
    /// With the first thing in it that a post's text cannot hold.
    pub(super) fn resolve<'g>(
        ftl: &str,
        pattern: &Pattern<&str>,
        term: impl Fn(&str) -> Option<Cow<'g, str>>,
    ) -> Result<Self, Unusable> {
        let mut plain = Self::default();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => plain.push_lines(ftl, value),
                PatternElement::Placeable { expression: Expression::Inline(inline) } => {
                    plain.push_inline(ftl, inline, &term)?;
                }
                PatternElement::Placeable { expression: Expression::Select { selector, .. } } => {
                    return Err(Unusable { what: Foreign::Selector, at: place_of(ftl, selector) });
                }
            }
        }
        Ok(plain)
    }

    fn push_inline<'g>(
        &mut self,
        ftl: &str,
        inline: &InlineExpression<&str>,
        term: &impl Fn(&str) -> Option<Cow<'g, str>>,
    ) -> Result<(), Unusable> {
        let at = place_of(ftl, inline);
        let what = match inline {
            InlineExpression::StringLiteral { value } => {
                self.push(&unescape_unicode_to_string(value), around(ftl, at), false);
                return Ok(());
            }
            InlineExpression::TermReference { id, attribute: None, .. } => match term(id.name) {
                Some(words) => {
                    if self.written.is_none() {
                        self.written = Some(self.text.clone());
                    }
                    self.push_as(&words, &named(id.name), around(ftl, at), false);
                    return Ok(());
                }
                None => Foreign::Term(id.name.to_owned()),
            },
            InlineExpression::VariableReference { id } => Foreign::Variable(id.name.to_owned()),
            _ => Foreign::Other,
        };
        Err(Unusable { what, at })
    }

    /// Adds the lines of a text; their ends become single spaces, since one message is one block.
    fn push_lines(&mut self, ftl: &str, value: &str) {
        for (nth, line) in value.split('\n').enumerate() {
            if nth > 0 {
                for text in [Some(&mut self.text), self.written.as_mut()].into_iter().flatten() {
                    text.truncate(text.trim_end().len());
                }
                self.at_line_end = true;
            }
            let line = if self.at_line_end { line.trim_start() } else { line };
            self.push(line, range_of(ftl, line), true);
        }
    }

    fn push(&mut self, part: &str, file: Range<usize>, verbatim: bool) {
        self.push_as(part, part, file, verbatim);
    }

    /// Adds a part that a reader sees otherwise than it is `written`.
    fn push_as(&mut self, part: &str, written: &str, file: Range<usize>, verbatim: bool) {
        let blank = if self.at_line_end && !self.text.is_empty() && !part.is_empty() { " " } else { "" };
        self.text.push_str(blank);
        self.at_line_end &= part.is_empty();
        if !part.is_empty() {
            self.parts.push(Part { start: self.text.len(), file, verbatim });
        }
        self.text.push_str(part);
        if let Some(all) = &mut self.written {
            all.push_str(blank);
            all.push_str(written);
        }
    }

    /// Where in the file a second paragraph begins: what stands below a blank line.
    pub(super) fn second_paragraph(&self, ftl: &str) -> Option<Range<usize>> {
        let is_apart = |pair: &&[Part]| {
            let between = ftl.get(pair[0].file.end..pair[1].file.start);
            between.is_some_and(|between| between.matches('\n').count() > 1)
        };
        self.parts.windows(2).find(is_apart).map(|pair| pair[1].file.clone())
    }

    /// Where in the file the bytes `within` the text stand. Of what a placeable says, it is the whole placeable.
    pub(super) fn in_file(&self, within: Range<usize>) -> Range<usize> {
        let part_at = |at: usize| self.parts.get(self.parts.partition_point(|part| part.start <= at).saturating_sub(1));
        let Some((first, last)) = part_at(within.start).zip(part_at(within.end.saturating_sub(1).max(within.start)))
        else {
            return 0..0;
        };
        let place = |part: &Part, at: usize| (part.file.start + at.saturating_sub(part.start)).min(part.file.end);
        let start = if first.verbatim { place(first, within.start) } else { first.file.start };
        let end = if last.verbatim { place(last, within.end) } else { last.file.end };
        start..end.max(start)
    }
}

/// Where in the file an expression stands, as far as the parser tells: at least its name.
fn place_of(ftl: &str, inline: &InlineExpression<&str>) -> Range<usize> {
    let with_sign = |name: &str| {
        let at = range_of(ftl, name);
        at.start.saturating_sub(1)..at.end
    };
    match inline {
        InlineExpression::StringLiteral { value } => {
            let at = range_of(ftl, value);
            at.start.saturating_sub(1)..at.end + 1
        }
        InlineExpression::NumberLiteral { value } => range_of(ftl, value),
        InlineExpression::VariableReference { id } | InlineExpression::TermReference { id, .. } => with_sign(id.name),
        InlineExpression::FunctionReference { id, .. } | InlineExpression::MessageReference { id, .. } => {
            range_of(ftl, id.name)
        }
        InlineExpression::Placeable { expression } => match &**expression {
            Expression::Inline(inline) | Expression::Select { selector: inline, .. } => place_of(ftl, inline),
        },
    }
}

/// A term as it is written in a message.
pub(super) fn named(term: &str) -> String {
    format!("{{ -{term} }}")
}

/// An expression with the braces around it.
fn around(ftl: &str, inner: Range<usize>) -> Range<usize> {
    let start = ftl[..inner.start].trim_end().strip_suffix('{').map_or(inner.start, str::len);
    let end = ftl[inner.end..].trim_start().strip_prefix('}').map_or(inner.end, |rest| ftl.len() - rest.len());
    start..end
}

#[cfg(test)]
mod tests {
    use fluent_syntax::{ast::Entry, parser};

    use super::*;

    fn plain(ftl: &str) -> Result<Plain, Unusable> {
        let resource = parser::parse(ftl).unwrap();
        let Some(Entry::Message(message)) = resource.body.first() else { panic!("no message") };
        Plain::resolve(ftl, message.value.as_ref().unwrap(), |name| (name == "practice").then(|| "Beweegreden".into()))
    }

    /// What the file says where the text says `words`.
    fn written(ftl: &str, words: &str) -> String {
        let plain = plain(ftl).unwrap();
        let start = plain.text.find(words).unwrap();
        ftl[plain.in_file(start..start + words.len())].to_owned()
    }

    #[test]
    fn words_are_found_behind_escapes_terms_and_folded_lines() {
        let ftl = "a = { \"{\" }één{\"}\"} bij { -practice }, خطوة\n    op regel twee  \n\n    en { \"vier\" } hier\n";
        assert_eq!(plain(ftl).unwrap().text, "{één} bij Beweegreden, خطوة op regel twee en vier hier");
        for words in ["één", "bij", "خطوة", "regel twee", "hier"] {
            assert_eq!(written(ftl, words), words);
        }
        assert_eq!(written(ftl, "Beweeg"), "{ -practice }");
        assert_eq!(written(ftl, "{"), "{ \"{\" }");
        assert_eq!(written(ftl, "}"), "{\"}\"}");
        assert_eq!(written(ftl, "vier hier"), "{ \"vier\" } hier");
        assert_eq!(written(ftl, "خطوة op"), "خطوة\n    op");
    }

    #[test]
    fn what_a_text_cannot_hold_is_found_where_it_stands() {
        for (ftl, wrong) in [
            ("a = b { $name } c\n", "$name"),
            ("a = b { -name(case: \"x\") } c\n", "-name"),
            ("a = b { NUMBER($x) } c\n", "NUMBER"),
            ("a = b { 5 } c\n", "5"),
            ("a = b { $n ->\n   *[one] c\n }\n", "$n"),
            ("a = b { { \"x\" } } c\n", "\"x\""),
        ] {
            assert_eq!(&ftl[plain(ftl).unwrap_err().at], wrong);
        }
    }
}
