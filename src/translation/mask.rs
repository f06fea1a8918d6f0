//! Masking: a text as a translation service gets to see it, its markup as numbered tags, and the way back.
//!
//! A service sees `Meer <g id="1">rust</g>.<code id="2">[^a]</code>`, which is XML and HTML alike: `g` is
//! around words that are to be translated, `code` around what stays as it is (code, footnote signs, line
//! breaks, addresses, placeables, and names that are the same in both languages). What comes back must hold each tag
//! exactly once and nothing else. It is then written as Markdown and read again: only if that gives the
//! same marks around the same words is it a translation. So no service can bring in a link, or lose one.

use std::fmt;

use comrak::{
    Arena,
    nodes::{Node, NodeValue},
};

use super::{Segment, tags};
use crate::{
    locale::is_direction_control,
    posts::markdown::{self, Kind, begins_entity, code_span, link_end},
};

/// A word before every text that is parsed, so that one that begins like a list or a heading is a paragraph.
const FRONT: &str = "x ";

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
struct Mark {
    /// What it begins with, in Markdown; all of it, if it is kept.
    open: String,
    /// What it ends with.
    close: Option<String>,
}

/// Which signs among words get a backslash.
#[derive(Debug, Clone, Copy)]
enum Escape {
    /// Those that look as if they were to mark something.
    Meant,
    /// All.
    All,
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
            // A list or heading would lose the sign it begins with; the word before it hides that here.
            && markdown::fits(self.kind, &self.source, text)
    }

    fn take_apart(&self, text: &str) -> (Vec<Piece>, Vec<Mark>) {
        let mut found = Found { names: &self.names, pieces: Vec::new(), marks: Vec::new() };
        if !self.kind.is_markdown() {
            found.push_text(text);
            return found.finish();
        }
        let arena = Arena::new();
        let notes: String = footnotes(text).map(|name| format!("\n\n[^{name}]: -")).collect();
        let document = format!("{FRONT}{text}\n\n{}{notes}", self.definitions);
        if let Some(paragraph) = comrak::parse_document(&arena, &document, &markdown::options()).first_child() {
            found.read(paragraph);
        }
        if let Some(Piece::Text(first)) = found.pieces.first_mut() {
            *first = first.strip_prefix(FRONT).unwrap_or(first).to_owned();
        }
        found.finish()
    }
}

/// The pieces and marks that were found so far.
struct Found<'a> {
    names: &'a [String],
    pieces: Vec<Piece>,
    marks: Vec<Mark>,
}

impl Found<'_> {
    fn read(&mut self, parent: Node<'_>) {
        for node in parent.children() {
            let data = node.data();
            match &data.value {
                NodeValue::Text(text) => self.push_words(text),
                NodeValue::SoftBreak => self.push_words(" "),
                NodeValue::LineBreak => self.keep("<br>".to_owned()),
                NodeValue::Code(code) => self.keep(code_span(&code.literal)),
                NodeValue::HtmlInline(html) => self.keep(html.clone()),
                NodeValue::FootnoteReference(note) => self.keep(format!("[^{}]", note.name)),
                NodeValue::Emph => self.surround(node, "*", "*"),
                NodeValue::Strong => self.surround(node, "**", "**"),
                NodeValue::Strikethrough => self.surround(node, "~~", "~~"),
                NodeValue::Link(link) => match bare_address(node) {
                    Some(address) => self.keep(address),
                    None => self.surround(node, "[", &link_end(link)),
                },
                NodeValue::Image(image) => self.surround(node, "![", &link_end(image)),
                _ => self.read(node),
            }
        }
    }

    fn keep(&mut self, written: String) {
        self.pieces.push(Piece::Kept(self.marks.len()));
        self.marks.push(Mark { open: written, close: None });
    }

    fn surround(&mut self, node: Node<'_>, open: &str, close: &str) {
        let mark = self.marks.len();
        self.marks.push(Mark { open: open.to_owned(), close: Some(close.to_owned()) });
        self.pieces.push(Piece::Open(mark));
        self.read(node);
        self.pieces.push(Piece::Close(mark));
    }

    /// Adds words as they are; names among them are found at the end, when they are whole.
    fn push_words(&mut self, words: &str) {
        match self.pieces.last_mut() {
            Some(Piece::Text(last)) => last.push_str(words),
            _ => self.pieces.push(Piece::Text(words.to_owned())),
        }
    }

    /// Adds words, and apart from them the names and placeables among them.
    fn push_text(&mut self, text: &str) {
        let mut rest = text;
        while let Some((start, end)) = next_kept(rest, self.names) {
            if start > 0 {
                self.push_words(&rest[..start]);
            }
            self.keep(rest[start..end].to_owned());
            rest = &rest[end..];
        }
        if !rest.is_empty() {
            self.push_words(rest);
        }
    }

    fn finish(mut self) -> (Vec<Piece>, Vec<Mark>) {
        for piece in std::mem::take(&mut self.pieces) {
            match piece {
                Piece::Text(text) => self.push_text(&text),
                other => self.pieces.push(other),
            }
        }
        (self.pieces, self.marks)
    }
}

/// Where the first name or placeable stands.
fn next_kept(text: &str, names: &[String]) -> Option<(usize, usize)> {
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let whole = |at: usize, length: usize| {
        !is_word(text[..at].chars().next_back()) && !is_word(text[at + length..].chars().next())
    };
    let name = names.iter().filter_map(|name| {
        let at = text.match_indices(name.as_str()).map(|(at, _)| at).find(|at| whole(*at, name.len()))?;
        Some((at, at + name.len()))
    });
    let placeable = text.find('{').and_then(|start| Some((start, start + text[start..].find('}')? + 1)));
    name.chain(placeable).min_by_key(|(start, end)| (*start, usize::MAX - end))
}

/// A link whose text is its address, as it is written wherever it stands.
fn bare_address(link: Node<'_>) -> Option<String> {
    let address = markdown::bare_address(link)?;
    let has_head = address.contains("://") || address.contains('@');
    let ends_early = address.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>'));
    match (ends_early, has_head) {
        (true, _) => None,
        (false, true) => Some(format!("<{address}>")),
        // Between angles, one without a scheme is no address.
        (false, false) => Some(address),
    }
}

/// The names of the footnotes that a text may refer to.
fn footnotes(text: &str) -> impl Iterator<Item = &str> {
    text.split("[^").skip(1).filter_map(|rest| rest.split_once(']').map(|(name, _)| name))
}

/// Adds words, with a backslash before the signs that look as if they were to mark something: whoever
/// reads one of them alone takes it for a slip. `is_last`: nothing comes after the words.
fn push_meant(text: &mut String, words: &str, is_last: bool) {
    let is_blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let brackets_alone = !are_paired(words);
    // A mark that comes next is neither blank nor letter.
    let beyond = (!is_last).then_some('*');
    let mut before = text.chars().next_back();
    for (at, c) in words.char_indices() {
        let rest = &words[at + c.len_utf8()..];
        let after = rest.chars().next().or(beyond);
        let in_word = is_letter(before) && is_letter(after);
        let is_meant = match c {
            '`' => true,
            '*' | '_' => !(in_word || is_blank(before) && is_blank(after)) || before == Some(c) || after == Some(c),
            '~' => before == Some('~') || after == Some('~'),
            '[' | ']' => brackets_alone,
            '<' => after.is_some_and(|after| after.is_ascii_alphabetic() || "/!?".contains(after)),
            '&' => begins_entity(rest),
            '\\' => after.is_none_or(|after| after.is_ascii_punctuation()),
            _ => false,
        };
        if is_meant {
            text.push('\\');
        }
        text.push(c);
        before = Some(c);
    }
}

/// Whether each bracket has its other half, and none looks like that of a link.
fn are_paired(words: &str) -> bool {
    let depth = words.chars().try_fold(0_usize, |depth, c| match c {
        '[' => Some(depth + 1),
        ']' => depth.checked_sub(1),
        _ => Some(depth),
    });
    depth == Some(0) && !words.contains("](") && !words.contains("] (http")
}

/// Adds words, with a backslash before every sign that could be taken for markup.
fn push_escaped(text: &mut String, words: &str) {
    let at_start = text.is_empty();
    let mut number_at_start = at_start;
    for (at, c) in words.char_indices() {
        let begins_a_block = at_start && at == 0 && matches!(c, '#' | '>' | '-' | '+' | '=' | ':');
        let ends_a_number = number_at_start && at > 0 && matches!(c, '.' | ')');
        if begins_a_block || ends_a_number || matches!(c, '\\' | '*' | '_' | '[' | ']' | '`' | '<' | '~' | '&') {
            text.push('\\');
        }
        number_at_start &= c.is_ascii_digit();
        text.push(c);
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.close {
            Some(close) => write!(f, "`{}…{close}`", self.open),
            None => write!(f, "`{}`", self.open),
        }
    }
}

#[cfg(test)]
mod tests;
