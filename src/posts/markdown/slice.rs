//! A block as its writer wrote it, on one line.

use std::cell::Cell;

use comrak::nodes::{LineColumn, NodeValue, Sourcepos};

use super::Leaf;
use crate::line::line_starts;

/// A text with the byte offset of each line, to turn the parser's positions into slices.
pub(super) struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
    /// The place whose column was asked for last, and that column: in a line of a megabyte not all is to be counted again.
    last: Cell<(LineColumn, usize)>,
}

impl<'a> Lines<'a> {
    /// Indexes the lines of `text`.
    pub(super) fn new(text: &'a str) -> Self {
        let last = Cell::new((LineColumn { line: 0, column: 1 }, 1));
        Self { text, starts: line_starts(text), last }
    }

    /// What the writer wrote, without the signs that make it a heading or a cell.
    pub(super) fn written(&self, leaf: &Leaf<'_>) -> String {
        let data = leaf.node.data();
        let text = self.slice(data.sourcepos);
        match &data.value {
            NodeValue::Heading(heading) if heading.setext => {
                let (text, _) = text.trim_end().rsplit_once('\n').unwrap_or((text, ""));
                fold_lines(text)
            }
            NodeValue::Heading(_) => without_hashes(text).to_owned(),
            NodeValue::TableCell => text.trim().replace("\\|", "|"),
            _ => fold_lines(text),
        }
    }

    /// The column in characters, from 1, of a position that the parser counts in bytes.
    pub(super) fn column(&self, at: LineColumn) -> usize {
        let (last, column) = self.last.get();
        let goes_on = last.line == at.line && last.column <= at.column;
        let (from, counted) = if goes_on { (last.column, column) } else { (1, 1) };
        let line = self.starts.get(at.line.wrapping_sub(1)).and_then(|start| self.text.get(*start..));
        let between = line.and_then(|line| line.get(from - 1..at.column.saturating_sub(1).max(from - 1)));
        let Some(between) = between else { return at.column };
        let column = counted + between.chars().count();
        self.last.set((at, column));
        column
    }

    /// Line and column in a file of which the text begins at line `first_line`.
    pub(super) fn in_file(&self, at: LineColumn, first_line: usize) -> (usize, usize) {
        (at.line + first_line - 1, self.column(at))
    }

    /// The byte offset of a position.
    pub(super) fn offset(&self, at: LineColumn) -> usize {
        self.starts.get(at.line.wrapping_sub(1)).map_or(0, |start| start + at.column.saturating_sub(1))
    }

    /// The text at a position: columns count bytes from 1, and the end is inclusive.
    pub(super) fn slice(&self, at: Sourcepos) -> &'a str {
        let offset = |line: usize, column: usize| self.starts.get(line.wrapping_sub(1)).map(|start| start + column);
        let range = offset(at.start.line, at.start.column.saturating_sub(1)).zip(offset(at.end.line, at.end.column));
        range.and_then(|(start, end)| self.text.get(start..end.min(self.text.len()))).unwrap_or_default()
    }
}

/// Joins the lines of a paragraph with spaces, hard breaks with `<br>`. Quote markers and
/// indentation at the head of a line belong to what surrounds the paragraph.
fn fold_lines(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let count = text.lines().count();
    for (index, line) in text.lines().enumerate() {
        let line = if index == 0 { line } else { line.trim_start_matches([' ', '\t', '>']) };
        let bare = line.trim_end_matches([' ', '\t']);
        let by_backslash = bare.ends_with('\\') && !bare.ends_with("\\\\") && bare.len() == line.len();
        let end = match () {
            () if index + 1 == count => "",
            () if by_backslash || line.ends_with("  ") => "<br>",
            () => " ",
        };
        folded.push_str(if by_backslash && !end.is_empty() { &bare[..bare.len() - 1] } else { bare });
        folded.push_str(end);
    }
    folded
}

fn without_hashes(text: &str) -> &str {
    let text = text.trim_start_matches('#').trim();
    let bare = text.trim_end_matches('#');
    if bare.ends_with([' ', '\t']) || bare.is_empty() { bare.trim_end() } else { text }
}
