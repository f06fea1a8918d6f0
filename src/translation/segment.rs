//! One translatable block of a post, with an id that survives edits.

use std::{fmt, str::FromStr, sync::Arc};

use ring::digest;

use crate::posts::markdown::Kind;

/// A segment's id, which is also its Fluent message's: `title`, `p-9c41d0`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SegmentId(Arc<str>);

/// The text is no Fluent identifier.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("{0:?} is no id: begin with a letter, then letters, digits, `-` and `_`")]
pub struct NotASegmentId(String);

/// One translatable block of a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// Its id.
    pub id: SegmentId,
    /// What it is.
    pub kind: Kind,
    /// The Dutch text, on one line.
    pub text: String,
    /// What the writer tells translators about it.
    pub note: Option<String>,
    /// The Dutch text that it had at the last sync, if that was another.
    pub before: Option<String>,
}

impl SegmentId {
    /// Whether a text is an id.
    pub(super) fn is_one(text: &str) -> bool {
        let plain = text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        plain && text.starts_with(|first: char| first.is_ascii_alphabetic())
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The fixed id of a front-matter text: there is one of each in a post.
    pub fn fixed(kind: Kind, in_front_matter: bool) -> Option<Self> {
        let name = match kind {
            Kind::Title => "title",
            Kind::Summary => "summary",
            Kind::Alt if in_front_matter => "image-alt",
            Kind::Caption if in_front_matter => "image-caption",
            Kind::Credit => "image-credit",
            _ => return None,
        };
        Some(Self(name.into()))
    }

    /// Whether it is the id of a front-matter text, which no other text may have.
    pub fn is_fixed(&self) -> bool {
        matches!(self.as_str(), "title" | "summary" | "image-alt" | "image-caption" | "image-credit")
    }

    /// The ids that a text may be born with, of which it gets the first that is free: `p-` and the head
    /// of its hash, with a counter for a text that stands there twice, and a longer head. They do not end.
    pub fn births(text: &str) -> impl Iterator<Item = Self> + use<'_> {
        (0_u64..).flat_map(move |nth| {
            // What is taken at first is most likely the same text again: salt it rather than lengthen it.
            let (salted, lengths) =
                if nth == 0 { (text.to_owned(), &[6][..]) } else { (format!("{text}\n{nth}"), &[6, 8, 12, 16][..]) };
            let hash = hash(&salted);
            lengths.iter().map(move |length| Self(format!("p-{}", &hash[..*length]).into()))
        })
    }
}

/// The first 16 hexadecimal digits of a text's SHA-256: enough to tell the versions of one sentence apart.
pub(super) fn hash(text: &str) -> String {
    let digest = digest::digest(&digest::SHA256, text.as_bytes());
    let mut hex = String::with_capacity(16);
    for byte in &digest.as_ref()[..8] {
        for digit in [byte >> 4, byte & 15] {
            hex.push(char::from(b"0123456789abcdef"[usize::from(digit)]));
        }
    }
    hex
}

impl FromStr for SegmentId {
    type Err = NotASegmentId;

    fn from_str(text: &str) -> Result<Self, NotASegmentId> {
        if Self::is_one(text) { Ok(Self(text.into())) } else { Err(NotASegmentId(text.to_owned())) }
    }
}

impl fmt::Display for SegmentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for SegmentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
