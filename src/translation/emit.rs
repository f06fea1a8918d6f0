//! Writing Fluent: one message on one line, which every Fluent parser reads as the same text.
//!
//! The serializer of `fluent-syntax` is not used: it does not indent line feeds inside a text and
//! moves a first line that begins with `[` or `*`, both of which corrupt prose.

use std::{borrow::Cow, fmt::Write as _};

use super::SegmentId;

/// The text of a message, escaped for the right side of `id = …`.
///
/// Braces would begin a placeable, blanks at the edges would be trimmed, and editors and parsers differ
/// on controls and on other ends of lines: all of them become string literals. Everything else is itself,
/// because the text starts on the line of its id: there a `[`, `*` or `.` means nothing (Fluent 1.0,
/// production `inline_text`).
pub fn escape(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let core = text.trim_matches(' ');
    let lead = text.len() - text.trim_start_matches(' ').len();
    let trail = if core.is_empty() { 0 } else { text.len() - text.trim_end_matches(' ').len() };
    let mut out = String::with_capacity(text.len() + 8);
    push_blanks(&mut out, lead);
    for c in core.chars() {
        match c {
            '{' => out.push_str("{ \"{\" }"),
            '}' => out.push_str("{ \"}\" }"),
            c if is_unsafe(c) => drop(write!(out, "{{ \"\\u{:04X}\" }}", u32::from(c))),
            _ => out.push(c),
        }
    }
    push_blanks(&mut out, trail);
    if out.is_empty() { "{ \"\" }".to_owned() } else { out }
}

/// Whether a text is its own right side, as nearly every one is.
fn is_plain(text: &str) -> bool {
    let is_blank_at_edge = text.is_empty() || text.starts_with(' ') || text.ends_with(' ');
    // Most are of characters that a keyboard has; those are looked at many at once.
    let is_simple = |byte: u8| matches!(byte, b' '..=b'z' | b'|' | b'~');
    let are_simple = || text.bytes().fold(true, |all, byte| all & is_simple(byte));
    !is_blank_at_edge && (are_simple() || text.chars().all(|c| !matches!(c, '{' | '}') && !is_unsafe(c)))
}

/// Whether some program on the way may change or drop the character: controls, the line and paragraph
/// separators, and what marks the byte order at the head of a file.
fn is_unsafe(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}')
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
pub fn comment(text: &str) -> Cow<'_, str> {
    if memchr::memchr2(b'\n', b'\r', text.as_bytes()).is_some() {
        text.replace(['\r', '\n'], " ").into()
    } else {
        text.into()
    }
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
            "12,5",
            "-3.0",
            "{\"5\"}",
            "{ $naam }",
            "één\r\ntwee\rdrie\nvier\u{b}\u{c}vijf",
            "\u{feff}begin\u{feff}",
            "\0\u{1}\u{1f}\u{7f}\u{80}\u{85}\u{9f}",
            "\u{2028}a\u{2029}",
            "\ta\t",
            "\u{a0}\u{2003}a\u{3000}",
            "\u{fffe}\u{ffff}\u{10ffff}\u{e000}",
            "}\n\np-2 = x",
        ] {
            assert_eq!(read_back(text).as_deref(), Some(text));
        }
    }

    #[test]
    fn a_very_long_text_is_read_back_as_it_was() {
        let text = "{ een } *twee* \n".repeat(20_000);
        assert_eq!(read_back(&text), Some(text));
    }

    proptest! {
        #[test]
        fn any_line_is_read_back_as_it_was(text in any::<String>()) {
            prop_assert_eq!(read_back(&text), Some(text));
        }

        #[test]
        fn any_controls_and_blanks_are_read_back_as_they_were(
            text in "[\\x00-\\x20\\x7f-\\xa0\\u{2000}-\\u{200f}\\u{2028}\\u{2029}\\u{feff}{}\"a]{0,40}"
        ) {
            prop_assert_eq!(read_back(&text), Some(text));
        }

        #[test]
        fn any_line_of_signs_is_read_back_as_it_was(text in "[\\[\\]*.{}\"# =\\-\\\\$a1]{0,30}") {
            prop_assert_eq!(read_back(&text), Some(text));
        }
    }
}
