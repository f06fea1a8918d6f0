//! Writing Fluent: one message on one line, which every Fluent parser reads as the same text.
//!
//! The serializer of `fluent-syntax` is not used: it does not indent line feeds inside a text and
//! moves a first line that begins with `[` or `*`, both of which corrupt prose.

use std::fmt::Write as _;

use super::SegmentId;

/// The text of a message, escaped for the right side of `id = …`.
///
/// Braces would begin a placeable and blanks at the edges would be trimmed, so both become string
/// literals. Everything else is itself, because the text starts on the line of its id: there a `[`,
/// `*` or `.` means nothing (Fluent 1.0, production `inline_text`).
pub fn escape(text: &str) -> String {
    let core = text.trim_matches(' ');
    let lead = text.len() - text.trim_start_matches(' ').len();
    let trail = if core.is_empty() { 0 } else { text.len() - text.trim_end_matches(' ').len() };
    let mut out = String::with_capacity(text.len() + 8);
    push_blanks(&mut out, lead);
    for c in core.chars() {
        match c {
            '{' => out.push_str("{ \"{\" }"),
            '}' => out.push_str("{ \"}\" }"),
            '\n' | '\r' => {
                let _ = write!(out, "{{ \"\\u{:04X}\" }}", u32::from(c));
            }
            _ => out.push(c),
        }
    }
    push_blanks(&mut out, trail);
    if out.is_empty() { "{ \"\" }".to_owned() } else { out }
}

fn push_blanks(out: &mut String, count: usize) {
    if count > 0 {
        let _ = write!(out, "{{ \"{}\" }}", " ".repeat(count));
    }
}

/// A whole message, with its line feed.
pub fn message(id: &SegmentId, text: &str) -> String {
    format!("{id} = {}\n", escape(text))
}

/// A text as the line of a comment: comments end at the line feed and have no escapes.
pub fn comment(text: &str) -> String {
    text.replace(['\r', '\n'], " ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::translation::Catalog;

    fn read_back(text: &str) -> Option<String> {
        let ftl = message(&"p-1".parse().unwrap(), text);
        let (catalog, found) = Catalog::parse("x.ftl".as_ref(), &ftl, &Catalog::default());
        assert_eq!(found, [], "{ftl:?}");
        catalog.text(&"p-1".parse().unwrap()).map(str::to_owned)
    }

    #[test]
    fn what_fluent_would_take_for_syntax_is_read_back_as_text() {
        for text in [
            "**vet** begin",
            "[link](u) begin",
            ".punt",
            "{ accolade }",
            "  blanks  ",
            " ",
            "",
            "# kop",
            "a = b",
            "-x",
            "\"q\" \\ \\u0041",
            "٣ أيام",
        ] {
            assert_eq!(read_back(text).as_deref(), Some(text));
        }
    }

    proptest! {
        #[test]
        fn any_line_is_read_back_as_it_was(text in "[^\\p{Cc}\\x{feff}]{0,80}") {
            prop_assert_eq!(read_back(&text), Some(text));
        }

        #[test]
        fn any_line_of_signs_is_read_back_as_it_was(text in "[\\[\\]*.{}\"# =\\-\\\\$a]{0,30}") {
            prop_assert_eq!(read_back(&text), Some(text));
        }
    }
}
