//! A body part, encoded once for a cohort, with gaps that are filled for each recipient.

use base64::{Engine as _, engine::general_purpose::STANDARD};

use super::content::{PersonalDay, PersonalLink};

/// The longest line of quoted-printable and base64 (RFC 2045 sections 6.7 and 6.8).
const LINE: usize = 76;

/// The bytes that fill a line of base64.
const BASE64_LINE_BYTES: usize = LINE / 4 * 3;

/// A body part ready to be written for anybody.
#[derive(Debug)]
pub(super) struct Part {
    encoding: Encoding,
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Encoding {
    /// The pieces are encoded already; a gap stands between two soft line breaks.
    QuotedPrintable,
    /// The pieces are plain: base64 has no place where it could be cut.
    Base64,
}

#[derive(Debug)]
enum Piece {
    Shared(Vec<u8>),
    Personal(Gap),
}

/// Where something personal goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gap {
    Link(PersonalLink),
    Day(PersonalDay),
}

impl Gap {
    fn all() -> impl Iterator<Item = Self> {
        PersonalLink::ALL.into_iter().map(Self::Link).chain(PersonalDay::ALL.into_iter().map(Self::Day))
    }

    fn placeholder(self) -> &'static str {
        match self {
            Self::Link(link) => link.placeholder(),
            Self::Day(day) => day.placeholder(),
        }
    }
}

impl Part {
    /// Encodes what is shared, in whichever encoding is shorter.
    pub(super) fn new(text: &str) -> Self {
        let text = with_crlf(text);
        let escaped = text.bytes().filter(|b| must_escape(*b)).count();
        // Escaping adds two bytes each; base64 adds a third, and line ends.
        let encoding = if escaped * 2 > text.len() * 3 / 8 { Encoding::Base64 } else { Encoding::QuotedPrintable };
        let pieces = split(&text)
            .into_iter()
            .map(|piece| match piece {
                Ok(shared) if encoding == Encoding::Base64 => Piece::Shared(shared.as_bytes().to_vec()),
                Ok(shared) => {
                    let mut out = Vec::with_capacity(shared.len() * 5 / 4);
                    write_quoted_printable(&mut out, shared.as_bytes());
                    Piece::Shared(out)
                }
                Err(gap) => Piece::Personal(gap),
            })
            .collect();
        Self { encoding, pieces }
    }

    /// The name of its encoding, for Content-Transfer-Encoding.
    pub(super) fn encoding(&self) -> &'static str {
        match self.encoding {
            Encoding::QuotedPrintable => "quoted-printable",
            Encoding::Base64 => "base64",
        }
    }

    /// About how many bytes it takes, links aside.
    pub(super) fn size_hint(&self) -> usize {
        let shared = |piece: &Piece| {
            if let Piece::Shared(bytes) = piece { bytes.len() } else { 0 }
        };
        let bytes: usize = self.pieces.iter().map(shared).sum();
        if self.encoding == Encoding::Base64 { bytes * 3 / 2 } else { bytes }
    }

    /// Writes the part with the gaps filled by what `link` says, and by the `day` if it is known.
    pub(super) fn write<'a>(&self, out: &mut Vec<u8>, link: impl Fn(PersonalLink) -> &'a str, day: Option<&'a str>) {
        let mut plain = Vec::new();
        for piece in self.pieces_for(day.is_some()) {
            let personal = match piece {
                Piece::Shared(shared) if self.encoding == Encoding::Base64 => {
                    plain.extend_from_slice(shared);
                    continue;
                }
                Piece::Shared(encoded) => {
                    out.extend_from_slice(encoded);
                    continue;
                }
                Piece::Personal(Gap::Link(personal)) => link(*personal),
                Piece::Personal(Gap::Day(PersonalDay::Day)) => day.unwrap_or_default(),
                Piece::Personal(Gap::Day(_)) => "",
            };
            if self.encoding == Encoding::Base64 {
                plain.extend_from_slice(personal.as_bytes());
            } else {
                out.extend_from_slice(b"=\r\n");
                write_quoted_printable(out, personal.as_bytes());
                if !personal.is_empty() {
                    out.extend_from_slice(b"=\r\n");
                }
            }
        }
        if self.encoding == Encoding::Base64 {
            write_base64(out, &plain);
        }
    }

    /// What is for a recipient whose day is known, or is not.
    fn pieces_for(&self, is_known: bool) -> impl Iterator<Item = &Piece> {
        let mut is_for_them = true;
        self.pieces.iter().filter(move |piece| {
            match piece {
                Piece::Personal(Gap::Day(PersonalDay::Known)) => is_for_them = is_known,
                Piece::Personal(Gap::Day(PersonalDay::Unknown)) => is_for_them = !is_known,
                Piece::Personal(Gap::Day(PersonalDay::End)) => is_for_them = true,
                _ => {}
            }
            is_for_them
        })
    }
}

/// Cuts a text at its placeholders: `Ok` is shared, `Err` is a gap.
fn split(text: &str) -> Vec<Result<&str, Gap>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    loop {
        let next =
            Gap::all().filter_map(|gap| rest.find(gap.placeholder()).map(|at| (at, gap))).min_by_key(|(at, _)| *at);
        let Some((at, gap)) = next else { break };
        pieces.push(Ok(&rest[..at]));
        pieces.push(Err(gap));
        rest = &rest[at + gap.placeholder().len()..];
    }
    pieces.push(Ok(rest));
    pieces
}

/// Every line end as CRLF, also a lone CR, which no relay should have to guess about.
fn with_crlf(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 32);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                chars.next_if_eq(&'\n');
                out.push_str("\r\n");
            }
            '\n' => out.push_str("\r\n"),
            other => out.push(other),
        }
    }
    out
}

fn must_escape(byte: u8) -> bool {
    !matches!(byte, b' '..=b'<' | b'>'..=b'~' | b'\t' | b'\r' | b'\n')
}

/// RFC 2045 section 6.7, from column 0. Line ends are CRLF already.
fn write_quoted_printable(out: &mut Vec<u8>, bytes: &[u8]) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut column = 0;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte == b'\r' {
            out.extend_from_slice(b"\r\n");
            column = 0;
            at += 2;
            continue;
        }
        let ends_line = matches!(bytes.get(at + 1), None | Some(b'\r'));
        let escape = must_escape(byte) || (ends_line && matches!(byte, b' ' | b'\t'));
        let width = if escape { 3 } else { 1 };
        // The last column is for the `=` of a soft line break.
        if column + width > LINE - 1 {
            out.extend_from_slice(b"=\r\n");
            column = 0;
        }
        if escape {
            out.extend([b'=', HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]]);
        } else {
            out.push(byte);
        }
        column += width;
        at += 1;
    }
}

fn write_base64(out: &mut Vec<u8>, bytes: &[u8]) {
    out.reserve(bytes.len() * 3 / 2);
    let mut line = String::with_capacity(LINE);
    for chunk in bytes.chunks(BASE64_LINE_BYTES) {
        line.clear();
        STANDARD.encode_string(chunk, &mut line);
        out.extend_from_slice(line.as_bytes());
        out.extend_from_slice(b"\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str, link: &'static str) -> String {
        let mut out = Vec::new();
        Part::new(text).write(&mut out, |_| link, None);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn who_asked_on_a_known_day_is_told_of_it_and_nobody_else() {
        let [day, known, unknown, end] = PersonalDay::ALL.map(PersonalDay::placeholder);
        for word in ["Omdat".to_owned(), "لأنك طلبت ".repeat(20)] {
            let part = Part::new(&format!("{word} {known}op {day}{unknown}ooit{end}."));
            for (given, expected) in [(Some("3 mei 2026"), "op 3 mei 2026."), (None, "ooit.")] {
                let mut out = Vec::new();
                part.write(&mut out, |_| "", given);
                let written = String::from_utf8(out).unwrap().replace("=\r\n", "").replace("=20", " ");
                match part.encoding() {
                    "base64" => {
                        let decoded = STANDARD.decode(written.replace("\r\n", "")).unwrap();
                        assert_eq!(String::from_utf8(decoded).unwrap(), format!("{word} {expected}"));
                    }
                    _ => assert_eq!(written, format!("{word} {expected}")),
                }
            }
        }
    }

    #[test]
    fn line_ends_become_crlf_whatever_they_were() {
        assert_eq!(written("a\nb\rc\r\nd", ""), "a\r\nb\r\nc\r\nd");
    }

    #[test]
    fn a_space_before_a_line_end_is_not_lost() {
        assert_eq!(written("a \nb\t", ""), "a=20\r\nb=09");
    }

    #[test]
    fn a_long_line_is_broken_softly() {
        let out = written(&"é".repeat(20), "");
        assert!(out.contains("=\r\n") || Part::new(&"é".repeat(20)).encoding() == "base64");
        let out = written(&format!("https://example.org/{}", "a/".repeat(2_000)), "");
        assert!(out.split("\r\n").all(|line| line.len() <= LINE));
        assert_eq!(out.replace("=\r\n", "").len(), 4_020);
    }

    #[test]
    fn arabic_is_sent_as_base64_and_dutch_is_not() {
        assert_eq!(Part::new(&"آلام الظهر ".repeat(20)).encoding(), "base64");
        assert_eq!(Part::new(&"een café in Brugge ".repeat(20)).encoding(), "quoted-printable");
    }

    #[test]
    fn a_gap_is_filled_and_what_fills_it_is_not_looked_at_again() {
        let text = format!("a {} b", PersonalLink::Unsubscribe.placeholder());
        let out = written(&text, PersonalLink::Preferences.placeholder());
        assert_eq!(out.replace("=\r\n", ""), "a=20https://preferences.personal.invalid/ b");
    }
}
