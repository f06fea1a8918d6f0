//! Header fields: folded, encoded where they have to be, and free of control characters.

use std::fmt::Write as _;

use base64::{Engine as _, engine::general_purpose::STANDARD};

use crate::line::one_line;

/// Where a line is folded if it can be (RFC 5322 section 2.1.1; RFC 2047 section 2 says
/// 76 for a line with encoded words).
const FOLD_AT: usize = 76;

/// A longer word is sent as encoded words, as nothing else can break it: with a header
/// name before it, it stays far below the 998 bytes that a line may have.
const LONGEST_WORD: usize = 500;

/// A longer display name is cut: a header is no place for a text.
const LONGEST_NAME_CHARS: usize = 80;

/// The parts of an encoded word around its payload.
const WORD_START: &str = "=?utf-8?B?";
const WORD_END: &str = "?=";

/// Writes an unstructured field, such as a subject.
pub(super) fn write_text(out: &mut String, name: &str, text: &str) {
    let text = one_line(text);
    let start = out.len();
    write_name(out, name);
    if is_plain(&text) && text.split(' ').all(|word| word.len() <= LONGEST_WORD) {
        write_folded(out, start, &text);
    } else {
        write_encoded_words(out, start, &text);
    }
    out.push_str("\r\n");
}

/// Writes a field such as `To: name <id>`: an address or a list, and what people call it.
pub(super) fn write_named(out: &mut String, field: &str, name: &str, id: &str) {
    let start = out.len();
    write_name(out, field);
    let name: String = one_line(name).chars().take(LONGEST_NAME_CHARS).collect();
    if !name.is_empty() {
        write_phrase(out, start, &name);
        let column = out.len() - line_start(out, start);
        out.push_str(if column + id.len() + " <>".len() > FOLD_AT { "\r\n " } else { " " });
    }
    let _ = write!(out, "<{id}>\r\n");
}

/// Writes a field whose value is known to be printable ASCII and of a modest length.
pub(super) fn write_plain(out: &mut String, name: &str, value: &str) {
    write_name(out, name);
    out.push_str(value);
    out.push_str("\r\n");
}

fn write_name(out: &mut String, name: &str) {
    out.push_str(name);
    out.push_str(": ");
}

/// A display name: as it is in quotes, or as encoded words.
fn write_phrase(out: &mut String, start: usize, phrase: &str) {
    let atoms = |b: u8| b.is_ascii_alphanumeric() || b" -_'".contains(&b);
    if phrase.bytes().all(atoms) {
        out.push_str(phrase);
    } else if is_plain(phrase) {
        let _ = write!(out, "\"{}\"", phrase.replace('\\', "\\\\").replace('"', "\\\""));
    } else {
        write_encoded_words(out, start, phrase);
    }
}

/// Whether a text may stand in a header as it is: ASCII, and nothing a reader would decode.
fn is_plain(text: &str) -> bool {
    text.is_ascii() && !text.contains("=?")
}

fn write_folded(out: &mut String, start: usize, text: &str) {
    for (index, word) in text.split(' ').enumerate() {
        if index > 0 {
            let column = out.len() - line_start(out, start);
            out.push_str(if column + 1 + word.len() > FOLD_AT { "\r\n " } else { " " });
        }
        out.push_str(word);
    }
}

/// RFC 2047: words of at most 75 characters, each with whole characters in it, one a line.
fn write_encoded_words(out: &mut String, start: usize, text: &str) {
    let mut rest = text;
    while !rest.is_empty() {
        let column = out.len() - line_start(out, start);
        let room = FOLD_AT.saturating_sub(column + WORD_START.len() + WORD_END.len()) / 4 * 3;
        let mut end = room.min(rest.len());
        while !rest.is_char_boundary(end) {
            end -= 1;
        }
        if end > 0 {
            out.push_str(WORD_START);
            STANDARD.encode_string(&rest[..end], out);
            out.push_str(WORD_END);
            rest = &rest[end..];
        }
        if !rest.is_empty() {
            out.push_str("\r\n ");
        }
    }
}

fn line_start(out: &str, start: usize) -> usize {
    out[start..].rfind('\n').map_or(start, |newline| start + newline + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(value: &str) -> String {
        let mut out = String::new();
        write_text(&mut out, "Subject", value);
        out
    }

    fn to(name: &str) -> String {
        let mut out = String::new();
        write_named(&mut out, "To", name, "an@example.org");
        out
    }

    #[test]
    fn an_ascii_subject_stays_readable_and_is_folded_between_words() {
        assert_eq!(text("Hello there"), "Subject: Hello there\r\n");
        let long = text(&"word ".repeat(40));
        assert!(long.split("\r\n").all(|line| line.len() <= FOLD_AT), "{long}");
        assert_eq!(long.replace("\r\n ", " "), format!("Subject: {}\r\n", "word ".repeat(40).trim()));
    }

    #[test]
    fn an_encoded_word_never_splits_a_character_and_fits_its_line() {
        for subject in ["Fysiotherapie: één ", "آلام الظهر والحركة اليومية", "😀"] {
            let encoded = text(&subject.repeat(30));
            assert!(encoded.is_ascii());
            assert!(encoded.split("\r\n").all(|line| line.len() <= FOLD_AT), "{encoded}");
            for word in encoded.split("=?utf-8?B?").skip(1) {
                let payload = word.split("?=").next().unwrap();
                String::from_utf8(STANDARD.decode(payload).unwrap()).unwrap();
            }
        }
    }

    #[test]
    fn what_looks_encoded_or_cannot_be_broken_is_encoded() {
        assert!(text("=?utf-8?Q?x?=").starts_with("Subject: =?utf-8?B?"));
        assert!(text(&"a".repeat(2_000)).split("\r\n").all(|line| line.len() <= FOLD_AT));
    }

    #[test]
    fn control_characters_become_spaces() {
        for control in ('\0'..'\u{a0}').filter(|c| c.is_control()).chain(['\u{2028}', '\u{2029}']) {
            assert_eq!(one_line(&format!("a{control}{control}Bcc: b")), "a Bcc: b", "{control:?}");
        }
    }

    #[test]
    fn a_name_is_quoted_when_it_must_be() {
        assert_eq!(to(""), "To: <an@example.org>\r\n");
        assert_eq!(to("An O'Dea"), "To: An O'Dea <an@example.org>\r\n");
        assert_eq!(to(r#"An, "x\" <b@c>"#), "To: \"An, \\\"x\\\\\\\" <b@c>\" <an@example.org>\r\n");
        assert!(to("Zoë").starts_with("To: =?utf-8?B?"));
        assert!(to(&"ض".repeat(5_000)).split("\r\n").all(|line| line.len() <= FOLD_AT));
    }
}
