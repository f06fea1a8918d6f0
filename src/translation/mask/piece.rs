//! What a text is taken apart into, and why an answer cannot be put together again.

use std::fmt;

/// A part of a text. The numbers are places in its marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words.
    Text(String),
    /// Where a mark around words begins.
    Open(usize),
    /// Where it ends.
    Close(usize),
    /// Something that stays as it is.
    Kept(usize),
}

/// Something that is no words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Mark {
    /// What it begins with, in Markdown; all of it, if it is kept.
    pub(super) open: String,
    /// What it ends with.
    pub(super) close: Option<String>,
}

/// Why an answer is not used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A mark of the Dutch text is not there, or more than once.
    #[error("{mark} is there {times} times instead of once")]
    Lost {
        /// The mark, as it is written.
        mark: String,
        /// How often it is there.
        times: usize,
    },
    /// It holds a tag or an address that the Dutch text has not.
    #[error("it holds {0:?}, which the Dutch has not")]
    Invented(String),
    /// Its tags overlap.
    #[error("its markup is not nested")]
    Unbalanced,
    /// There is nothing in it, or nothing between two tags.
    #[error("there are no words in {0}")]
    Empty(String),
    /// It holds a character that nobody can see.
    #[error("it holds the control character U+{0:04X}")]
    Control(u32),
    /// As Markdown it would not be one paragraph.
    #[error("it reads as more than one paragraph")]
    NotOneParagraph,
    /// As Markdown its marks would not be those it has.
    #[error("its markup cannot be written around these words")]
    Unwritable,
    /// It is the Dutch text.
    #[error("it is the same as the Dutch")]
    Untranslated,
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.close {
            Some(close) => write!(f, "`{}…{close}`", self.open),
            None => write!(f, "`{}`", self.open),
        }
    }
}
