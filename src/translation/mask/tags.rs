//! The tags that stand for markup while a text is away: written so that XML and HTML agree, and read strictly.

use std::borrow::Cow;

use super::piece::{Piece, Refusal};

/// The tag around words that are to be translated.
const AROUND: &str = "g";

/// The tag around what stays as it is; services leave it alone by that name.
pub(super) const KEPT: &str = "code";

/// Pieces as text with tags; `shown` gives what a kept piece looks like, for the service to see.
pub(super) fn write<'a>(pieces: &[Piece], shown: impl Fn(usize) -> &'a str) -> String {
    let mut text = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(words) => text.push_str(&escape(words)),
            Piece::Open(mark) => text.push_str(&format!("<{AROUND} id=\"{}\">", mark + 1)),
            Piece::Close(_) => text.push_str(&format!("</{AROUND}>")),
            Piece::Kept(mark) => {
                text.push_str(&format!("<{KEPT} id=\"{}\">{}</{KEPT}>", mark + 1, escape(shown(*mark))));
            }
        }
    }
    text
}

/// The tag that a piece stands for.
pub(super) fn name(piece: &Piece) -> String {
    match piece {
        Piece::Text(words) => words.clone(),
        Piece::Open(mark) => format!("<{AROUND} id=\"{}\">", mark + 1),
        Piece::Close(_) => format!("</{AROUND}>"),
        Piece::Kept(mark) => format!("<{KEPT} id=\"{}\">", mark + 1),
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Text with tags as pieces. What stands between the tags of something kept is not looked at.
///
/// # Errors
/// When there is a tag that [`write()`] does not write, or one is not closed.
pub(super) fn read(text: &str) -> Result<Vec<Piece>, Refusal> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut words = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        words.push_str(&rest[..at]);
        rest = &rest[at..];
        let is_tag = rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'));
        if !is_tag {
            words.push('<');
            rest = &rest[1..];
            continue;
        }
        push(&mut pieces, &mut words);
        let end = rest.find('>').ok_or_else(|| Refusal::Invented(head(rest)))?;
        let tag = &rest[..=end];
        rest = &rest[end + 1..];
        let inside = tag[1..tag.len() - 1].trim_end();
        if inside == format!("/{AROUND}") {
            pieces.push(Piece::Close(0));
            continue;
        }
        let (inside, is_whole) = inside.strip_suffix('/').map_or((inside, false), |inside| (inside.trim_end(), true));
        match inside.split_once(char::is_whitespace).and_then(|(name, id)| Some((name, mark(id)?))) {
            Some((AROUND, mark)) if !is_whole => pieces.push(Piece::Open(mark)),
            Some((KEPT, mark)) => {
                pieces.push(Piece::Kept(mark));
                if !is_whole {
                    let close = format!("</{KEPT}>");
                    let end = rest.find(&close).ok_or(Refusal::Unbalanced)?;
                    rest = &rest[end + close.len()..];
                }
            }
            _ => return Err(Refusal::Invented(head(tag))),
        }
    }
    words.push_str(rest);
    push(&mut pieces, &mut words);
    Ok(pieces)
}

fn push(pieces: &mut Vec<Piece>, words: &mut String) {
    if !words.is_empty() {
        pieces.push(Piece::Text(unescape(words)));
        words.clear();
    }
}

/// The mark that `id="1"` names.
fn mark(attribute: &str) -> Option<usize> {
    let value = attribute.trim().strip_prefix("id=")?;
    let number = value.trim_matches(['"', '\'']);
    number.parse::<usize>().ok()?.checked_sub(1)
}

/// The first characters of something that should not be there, for the report.
fn head(text: &str) -> String {
    text.chars().take(40).collect()
}

/// Text with its entities resolved; an `&` that begins none is itself.
fn unescape(text: &str) -> String {
    /// The longest entity that is looked for: `&#x10FFFF;`.
    const LONGEST: usize = 10;
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find(';').filter(|end| *end <= LONGEST);
        match end.and_then(|end| Some((end, entity(&rest[1..end])?))) {
            Some((end, resolved)) => {
                out.push_str(&resolved);
                rest = &rest[end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

fn entity(name: &str) -> Option<Cow<'static, str>> {
    let known = match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        "nbsp" => "\u{a0}",
        _ => "",
    };
    if !known.is_empty() {
        return Some(Cow::Borrowed(known));
    }
    let number = name.strip_prefix('#')?;
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
        None => number.parse().ok()?,
    };
    // A control character in disguise stays an entity: shown, it harms nobody.
    char::from_u32(code).filter(|c| !c.is_control()).map(|c| Cow::Owned(c.to_string()))
}
