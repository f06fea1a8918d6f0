//! A text taken apart, by its syntax tree, into words and what stays as it is.

use comrak::nodes::{Node, NodeValue};

use super::piece::{Mark, Piece};
use crate::posts::markdown::{self, code_span, link_end};

/// The pieces and marks that were found so far.
pub(super) struct Found<'a> {
    names: &'a [String],
    pieces: Vec<Piece>,
    marks: Vec<Mark>,
}

impl<'a> Found<'a> {
    /// Nothing yet; `names` stay as they are.
    pub(super) fn among(names: &'a [String]) -> Self {
        Self { names, pieces: Vec::new(), marks: Vec::new() }
    }

    /// Adds the content of a block.
    pub(super) fn read(&mut self, parent: Node<'_>) {
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
    pub(super) fn push_words(&mut self, words: &str) {
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

    /// All pieces and their marks.
    pub(super) fn finish(mut self) -> (Vec<Piece>, Vec<Mark>) {
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
