//! Masking: a text as a translation service gets to see it, its markup as numbered tags, and the way back.
//!
//! A service sees `Meer <g id="1">rust</g>.<code id="2">[^a]</code>`, which is XML and HTML alike: `g` is
//! around words that are to be translated, `code` around what stays as it is (code, footnote signs, line
//! breaks, addresses, placeables, and names that are the same in both languages). What comes back must hold each tag
//! exactly once and nothing else. It is then written as Markdown and read again: only if that gives the
//! same marks around the same words is it a translation. So no service can bring in a link, or lose one.

mod escape;
mod found;
mod piece;
mod tags;

pub use piece::Refusal;

use comrak::Arena;

use self::{
    escape::{push_escaped, push_meant},
    found::Found,
    piece::{Mark, Piece},
};
use super::Segment;
use crate::{
    locale::is_direction_control,
    posts::markdown::{self, Definitions, Kind},
};

/// A text taken apart into words and marks.
#[derive(Debug, Clone)]
pub struct Masked {
    source: String,
    kind: Kind,
    definitions: String,
    names: Vec<String>,
    pieces: Vec<Piece>,
    marks: Vec<Mark>,
}

/// Which signs among words get a backslash.
#[derive(Debug, Clone, Copy)]
enum Escape {
    /// Those that look as if they were to mark something.
    Meant,
    /// All.
    All,
}

impl Masked {
    /// Takes a segment apart. `definitions` are the body's link reference definitions, and `names` words
    /// that are the same in both languages.
    pub fn new(segment: &Segment, definitions: &str, names: &[String]) -> Self {
        let mut masked = Self {
            source: segment.text.clone(),
            kind: segment.kind,
            definitions: definitions.to_owned(),
            names: names.iter().filter(|name| !name.is_empty()).cloned().collect(),
            pieces: Vec::new(),
            marks: Vec::new(),
        };
        (masked.pieces, masked.marks) = masked.take_apart(&segment.text);
        masked
    }

    /// The text with its marks as tags, well-formed as XML and as HTML.
    pub fn as_tagged(&self) -> String {
        tags::write(&self.pieces, |kept| &self.marks[kept].open)
    }

    /// The characters that a service is asked to translate: those of the words.
    pub fn characters(&self) -> usize {
        self.words().map(|words| words.chars().count()).sum()
    }

    /// Whether there is anything to translate in it.
    pub fn has_words(&self) -> bool {
        self.words().any(|words| words.chars().any(char::is_alphabetic))
    }

    fn words(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Text(text) => Some(text.as_str()),
            _ => None,
        })
    }

    /// Whether a finished translation has the marks of this text, emphasis aside: the links, code and footnotes.
    pub fn has_the_marks_of(&self, translation: &str) -> bool {
        let sorted = |marks: &[Mark]| {
            let is_emphasis = |mark: &&Mark| matches!(mark.open.as_str(), "*" | "**" | "~~");
            let is_name = |mark: &&Mark| self.names.contains(&mark.open);
            let mut marks: Vec<_> = marks.iter().filter(|mark| !is_emphasis(mark) && !is_name(mark)).cloned().collect();
            marks.sort();
            marks
        };
        sorted(&self.take_apart(translation).1) == sorted(&self.marks)
    }

    /// Makes a translation of what a service sent back for [`as_tagged`](Self::as_tagged).
    ///
    /// # Errors
    /// When the answer is no faithful translation of this text.
    pub fn unmask(&self, answer: &str) -> Result<String, Refusal> {
        let answer = answer.trim();
        if let Some(control) = answer.chars().find(|c| c.is_control() || is_direction_control(*c)) {
            return Err(Refusal::Control(u32::from(control)));
        }
        let pieces = tags::read(answer)?;
        self.check_marks(&pieces)?;
        let text = [Escape::Meant, Escape::All]
            .into_iter()
            .map(|escape| self.put_together(&pieces, escape))
            .find(|text| self.reads_as(text, &pieces))
            .ok_or(Refusal::Unwritable)?;
        if !markdown::fits(self.kind, &self.source, &text) {
            return Err(Refusal::NotOneParagraph);
        }
        let blanks = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        if self.has_words() && blanks(&text) == blanks(&self.source) {
            return Err(Refusal::Untranslated);
        }
        Ok(text)
    }

    /// Each mark exactly once, nested, with something in it; and no address that is new.
    fn check_marks(&self, pieces: &[Piece]) -> Result<(), Refusal> {
        let mut times = vec![0_usize; self.marks.len()];
        let mut open = Vec::new();
        for (at, piece) in pieces.iter().enumerate() {
            match *piece {
                Piece::Open(mark) | Piece::Kept(mark) => {
                    let kept = matches!(piece, Piece::Kept(_));
                    match self.marks.get(mark) {
                        Some(known) if known.close.is_none() == kept => times[mark] += 1,
                        _ => return Err(Refusal::Invented(tags::name(piece))),
                    }
                    if !kept {
                        open.push(mark);
                    }
                }
                Piece::Close(_) => {
                    let mark = open.pop().ok_or(Refusal::Unbalanced)?;
                    if matches!(pieces[at - 1], Piece::Open(_)) {
                        return Err(Refusal::Empty(self.marks[mark].to_string()));
                    }
                }
                Piece::Text(ref words) => {
                    let is_address = |word: &&str| word.contains("://") || word.contains("www.");
                    let new = words.split_whitespace().filter(is_address).find(|word| !self.source.contains(*word));
                    if let Some(address) = new {
                        return Err(Refusal::Invented(address.to_owned()));
                    }
                }
            }
        }
        if !open.is_empty() {
            return Err(Refusal::Unbalanced);
        }
        if let Some((mark, times)) = self.marks.iter().zip(times).find(|(_, times)| *times != 1) {
            return Err(Refusal::Lost { mark: mark.to_string(), times });
        }
        let has_words = pieces.iter().any(|piece| matches!(piece, Piece::Text(text) if !text.trim().is_empty()));
        if self.has_words() && !has_words { Err(Refusal::Empty("the answer".to_owned())) } else { Ok(()) }
    }

    /// Pieces as Markdown.
    fn put_together(&self, pieces: &[Piece], escape: Escape) -> String {
        let mut text = String::new();
        let mut open = Vec::new();
        for (at, piece) in pieces.iter().enumerate() {
            match piece {
                Piece::Text(words) if self.kind.is_markdown() => {
                    let is_last = at + 1 == pieces.len();
                    match escape {
                        Escape::Meant => push_meant(&mut text, words, is_last),
                        Escape::All => push_escaped(&mut text, words),
                    }
                }
                Piece::Text(words) => text.push_str(words),
                Piece::Open(mark) => {
                    text.push_str(&self.marks[*mark].open);
                    open.push(*mark);
                }
                Piece::Close(_) => {
                    let close = open.pop().and_then(|mark| self.marks[mark].close.as_deref());
                    text.push_str(close.unwrap_or_default());
                }
                Piece::Kept(mark) => text.push_str(&self.marks[*mark].open),
            }
        }
        text
    }

    /// Whether a text, read as Markdown, has the same marks around the same words.
    fn reads_as(&self, text: &str, pieces: &[Piece]) -> bool {
        let (read, marks) = self.take_apart(text);
        let same = |(a, b): (&Piece, &Piece)| match (a, b) {
            (Piece::Text(a), Piece::Text(b)) => a == b,
            (Piece::Open(a), Piece::Open(b)) | (Piece::Kept(a), Piece::Kept(b)) => marks[*a] == self.marks[*b],
            (Piece::Close(_), Piece::Close(_)) => true,
            _ => false,
        };
        read.len() == pieces.len() && read.iter().zip(pieces).all(same)
            // As a block of its own, what begins like a list would lose the sign it begins with.
            && markdown::fits(self.kind, &self.source, text)
    }

    fn take_apart(&self, text: &str) -> (Vec<Piece>, Vec<Mark>) {
        let mut found = Found::among(&self.names);
        if self.kind.is_markdown() {
            let arena = Arena::new();
            let around = Definitions::around(text, &self.definitions);
            markdown::parse_as_written(&arena, [text], &around).into_iter().for_each(|block| found.read(block));
        } else {
            found.push_words(text);
        }
        found.finish()
    }
}

#[cfg(test)]
mod tests;
