//! An article as Markdown: one way to write each thing, and nothing that reads back as something else.

use std::fmt::Write as _;

use comrak::{
    Arena,
    nodes::{AstNode, Node, NodeCode, NodeLink, NodeValue},
};

use super::prose::{Figure, Line, Part, Span, is_blank, plain};
use crate::{
    line::one_line,
    posts::markdown::{options, write_line},
};

/// The body of a post.
pub(super) fn render_markdown(parts: &[Part]) -> String {
    let mut out = String::new();
    write_parts(&mut out, parts, "");
    out
}

/// Writes parts, each line after `indent`, with an empty line between them.
fn write_parts(out: &mut String, parts: &[Part], indent: &str) {
    let mut last: Option<&Part> = None;
    let mut signs = Signs::default();
    for part in parts.iter().filter(|part| !is_empty(part)) {
        if last.is_some() {
            out.push_str(indent.trim_end());
            out.push('\n');
        }
        // Two lists in a row with the same signs would be read as one.
        if matches!((last, part), (Some(Part::List(..)), Part::List(..))) {
            signs.are_other = !signs.are_other;
        }
        write_part(out, part, indent, signs);
        last = Some(part);
    }
}

fn is_empty(part: &Part) -> bool {
    match part {
        Part::Heading(_, line) | Part::Paragraph(line) => is_blank(line),
        Part::List(_, items) => items.iter().flatten().all(is_empty),
        Part::Quote(parts) | Part::Note(_, parts) => parts.iter().all(is_empty),
        Part::Code(_, text) => text.trim().is_empty(),
        Part::Table(rows) => rows.iter().flatten().all(|cell| is_blank(cell)),
        Part::Figure(figure) => figure.src.is_empty(),
        Part::Rule => false,
    }
}

fn write_part(out: &mut String, part: &Part, indent: &str, signs: Signs) {
    let mut put = |line: &str| {
        out.push_str(format!("{indent}{line}").trim_end());
        out.push('\n');
    };
    match part {
        Part::Heading(level, line) => {
            let text = inline(line);
            let close = if text.ends_with('#') { " #" } else { "" };
            put(&format!("{} {text}{close}", "#".repeat(usize::from(*level))));
        }
        Part::Paragraph(line) => put(&as_prose(inline(line))),
        Part::Code(language, text) => {
            let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
            let fence = "`".repeat((longest + 1).max(3));
            put(&format!("{fence}{}", language.as_deref().unwrap_or_default()));
            text.trim_end_matches('\n').lines().for_each(&mut put);
            put(&fence);
        }
        Part::Table(rows) => write_table(put, rows),
        Part::Figure(figure) => put(&as_image(figure)),
        Part::Rule => put("---"),
        Part::Quote(parts) => write_parts(out, parts, &format!("{indent}> ")),
        Part::Note(number, parts) => {
            let deeper = format!("{indent}    ");
            let mut content = String::new();
            write_parts(&mut content, parts, &deeper);
            // The mark stands where the first line has its indent.
            let _ = write!(out, "{indent}[^{number}]: {}", content.strip_prefix(&deeper).unwrap_or(&content));
        }
        Part::List(first, items) => write_list(out, signs.marker(*first), items, indent),
    }
}

/// What stands before the items of a list.
#[derive(Debug, Clone, Copy, Default)]
struct Signs {
    /// Whether it is the other of the two ways.
    are_other: bool,
}

impl Signs {
    /// What stands before the n-th item.
    fn marker(self, first: Option<u64>) -> impl Fn(usize) -> String {
        move |at| match first {
            Some(first) => {
                let number = first.saturating_add(at as u64).min(MAX_NUMBER);
                format!("{number}{} ", if self.are_other { ')' } else { '.' })
            }
            None => if self.are_other { "* " } else { "- " }.to_owned(),
        }
    }
}

fn write_list(out: &mut String, marker: impl Fn(usize) -> String, items: &[Vec<Part>], indent: &str) {
    // Items of one line each stand close together.
    let is_close = items.iter().all(|item| {
        let blocks = item.iter().filter(|part| !is_empty(part));
        blocks.enumerate().all(|(at, part)| at == 0 || matches!((at, part), (1, Part::List(..))))
    });
    let full = items.iter().filter(|item| !item.iter().all(is_empty));
    for (at, item) in full.enumerate() {
        if at > 0 && !is_close {
            out.push_str(indent.trim_end());
            out.push('\n');
        }
        let marker = marker(at);
        let deeper = format!("{indent}{}", " ".repeat(marker.len()));
        let mut content = String::new();
        write_parts(&mut content, item, &deeper);
        if is_close {
            content = content
                .lines()
                .filter(|line| line.trim() != indent.trim())
                .fold(String::new(), |text, line| text + line + "\n");
        }
        // The marker stands where the first line has its indent.
        out.push_str(indent);
        out.push_str(&marker);
        out.push_str(content.strip_prefix(&deeper).unwrap_or(&content));
    }
}

/// The biggest number that an item of a list may have (CommonMark 0.31, section 5.2).
const MAX_NUMBER: u64 = 999_999_999;

fn write_table(mut put: impl FnMut(&str), rows: &[Vec<Line>]) {
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    for (at, row) in rows.iter().enumerate() {
        let cells = (0..width).map(|at| row.get(at).map(|cell| inline(cell).replace('|', "\\|")).unwrap_or_default());
        put(&format!("| {} |", cells.collect::<Vec<_>>().join(" | ")));
        if at == 0 {
            put(&format!("|{}", "---|".repeat(width)));
        }
    }
}

fn as_image(figure: &Figure) -> String {
    let arena = Arena::new();
    let paragraph = node(&arena, NodeValue::Paragraph);
    let title = figure.caption.as_deref().map(one_line).unwrap_or_default();
    let image = node(&arena, NodeValue::Image(Box::new(NodeLink { url: figure.src.clone(), title })));
    append_text(&arena, image, &one_line(&figure.alt));
    paragraph.append(image);
    write_line(&arena, paragraph).unwrap_or_default()
}

/// A paragraph that does not begin like a list, a heading or a quote.
fn as_prose(line: String) -> String {
    if line.is_empty() || is_prose(&line) {
        return line;
    }
    let signs = line.char_indices().filter(|(_, c)| c.is_ascii_punctuation());
    let escaped = signs.map(|(at, _)| format!("{}\\{}", &line[..at], &line[at..]));
    escaped.take(4).find(|line| is_prose(line)).unwrap_or(line)
}

/// Whether a line of a document is a paragraph. The end of the line belongs to it: `1.` begins a list there.
fn is_prose(line: &str) -> bool {
    let arena = Arena::new();
    let root = comrak::parse_document(&arena, &format!("{line}\n"), &options());
    let only = root.first_child().filter(|child| child.next_sibling().is_none());
    only.is_some_and(|child| matches!(child.data().value, NodeValue::Paragraph))
}

/// What stands around the number of a note while its line is written, since the line is read again without its
/// document, where the note is: characters that [`visible`](super::prose::visible) leaves in no text.
const MARK: char = '\u{fdd0}';
const MARK_END: char = '\u{fdd1}';

/// A line as inline Markdown.
fn inline(line: &[Span]) -> String {
    let arena = Arena::new();
    let paragraph = node(&arena, NodeValue::Paragraph);
    append_spans(&arena, paragraph, &tidy(line));
    let written = write_line(&arena, paragraph).unwrap_or_else(|| write_plainly(line));
    let mut pieces = written.split(MARK);
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (number, after) = piece.split_once(MARK_END).unwrap_or((piece, ""));
        // Behind a bracket these signs would say where it leads.
        let escape = if after.starts_with(['(', '[', ':']) { "\\" } else { "" };
        let _ = write!(out, "[^{number}]{escape}{after}");
    }
    out
}

/// The words alone, for a line whose markup cannot be written down.
fn write_plainly(line: &[Span]) -> String {
    let arena = Arena::new();
    let paragraph = node(&arena, NodeValue::Paragraph);
    append_text(&arena, paragraph, &plain(line));
    write_line(&arena, paragraph).unwrap_or_default()
}

fn node<'a>(arena: &'a Arena<'a>, value: NodeValue) -> Node<'a> {
    arena.alloc(AstNode::from(value))
}

fn append_text<'a>(arena: &'a Arena<'a>, parent: Node<'a>, text: &str) {
    if !text.is_empty() {
        parent.append(node(arena, NodeValue::Text(text.to_owned().into())));
    }
}

fn append_spans<'a>(arena: &'a Arena<'a>, parent: Node<'a>, line: &[Span]) {
    for span in line {
        let (value, inner) = match span {
            Span::Text(text) => {
                append_text(arena, parent, text);
                continue;
            }
            Span::Code(text) => {
                let literal = one_line(text);
                (NodeValue::Code(NodeCode { num_backticks: 1, literal }), &[][..])
            }
            // It is among the words of a tidy line.
            Span::Note(_) => continue,
            Span::Break => (NodeValue::LineBreak, &[][..]),
            Span::Raised(is_above, inner) => {
                let name = if *is_above { "sup" } else { "sub" };
                parent.append(node(arena, NodeValue::HtmlInline(format!("<{name}>"))));
                append_spans(arena, parent, inner);
                parent.append(node(arena, NodeValue::HtmlInline(format!("</{name}>"))));
                continue;
            }
            Span::Emphasis(inner) => (NodeValue::Emph, &inner[..]),
            Span::Strong(inner) => (NodeValue::Strong, &inner[..]),
            Span::Struck(inner) => (NodeValue::Strikethrough, &inner[..]),
            Span::Link(url, inner) => {
                (NodeValue::Link(Box::new(NodeLink { url: url.clone(), title: String::new() })), &inner[..])
            }
        };
        let child = node(arena, value);
        append_spans(arena, child, inner);
        parent.append(child);
    }
}

/// A line in the form that the parser would give it: single blanks, none at the edges or just inside
/// emphasis, no markup around nothing or around its like.
fn tidy(line: &[Span]) -> Line {
    let mut out = Line::new();
    for span in line {
        let (outer, inner): (fn(Line) -> Span, _) = match span {
            Span::Text(text) => {
                push_words(&mut out, text);
                continue;
            }
            Span::Code(text) if one_line(text).is_empty() => continue,
            Span::Note(number) => {
                push_words(&mut out, &format!("{MARK}{number}{MARK_END}"));
                continue;
            }
            Span::Break => {
                trim_end(&mut out);
                if !out.is_empty() {
                    out.push(Span::Break);
                }
                continue;
            }
            Span::Code(_) => {
                out.push(span.clone());
                continue;
            }
            Span::Emphasis(inner) => (Span::Emphasis, inner),
            Span::Strong(inner) => (Span::Strong, inner),
            Span::Struck(inner) => (Span::Struck, inner),
            Span::Link(_, inner) | Span::Raised(_, inner) => {
                let (before, inner, after) = without_edges(inner);
                push_words(&mut out, before);
                match span {
                    _ if inner.is_empty() => {}
                    Span::Link(url, _) => out.push(Span::Link(url.clone(), inner)),
                    _ => out.push(Span::Raised(matches!(span, Span::Raised(true, _)), inner)),
                }
                push_words(&mut out, after);
                continue;
            }
        };
        let (before, inner, after) = without_edges(inner);
        push_words(&mut out, before);
        if !inner.is_empty() {
            let same = |last: &Span| std::mem::discriminant(last) == std::mem::discriminant(&outer(Line::new()));
            match out.last_mut() {
                Some(last) if same(last) => merge(last, inner),
                _ => out.push(outer(inner)),
            }
        }
        push_words(&mut out, after);
    }
    trim_end(&mut out);
    out
}

/// Adds to a span that has content.
fn merge(span: &mut Span, more: Line) {
    if let Span::Emphasis(inner) | Span::Strong(inner) | Span::Struck(inner) = span {
        inner.extend(more);
        *inner = tidy(inner);
    }
}

/// What is inside of markup, with the blanks at its edges apart.
fn without_edges(line: &[Span]) -> (&'static str, Line, &'static str) {
    let blank = |span: Option<&Span>, edge: fn(&str) -> Option<char>| match span {
        Some(Span::Text(text)) if edge(text).is_some_and(crate::line::is_break) => " ",
        _ => "",
    };
    let before = blank(line.first(), |text| text.chars().next());
    let after = blank(line.last(), |text| text.chars().next_back());
    (before, tidy(line), after)
}

/// Adds words after what is there, with single blanks.
fn push_words(out: &mut Line, text: &str) {
    let begins_blank = text.starts_with(crate::line::is_break);
    let ends_blank = text.ends_with(crate::line::is_break);
    let words = one_line(text);
    let at_start = out.is_empty() || matches!(out.last(), Some(Span::Break));
    let after_blank = at_start || matches!(out.last(), Some(Span::Text(last)) if last.ends_with(' '));
    let mut piece = String::new();
    if begins_blank && !after_blank {
        piece.push(' ');
    }
    piece.push_str(&words);
    if ends_blank && !words.is_empty() {
        piece.push(' ');
    }
    match out.last_mut() {
        _ if piece.is_empty() => {}
        Some(Span::Text(last)) => last.push_str(&piece),
        _ => out.push(Span::Text(piece)),
    }
}

fn trim_end(out: &mut Line) {
    while let Some(last) = out.last_mut() {
        match last {
            Span::Text(text) => {
                text.truncate(text.trim_end_matches(' ').len());
                if !text.is_empty() {
                    return;
                }
            }
            Span::Break => {}
            _ => return,
        }
        out.pop();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::intake::prose::{line_of, visible};

    proptest! {
        #[test]
        fn whatever_a_paragraph_says_it_reads_back_as_that_paragraph(
            texts in prop::collection::vec("[-#>*_`~!|<&\\[\\]()+=.:0-9a-z \\\\é]{1,24}", 1..5)
        ) {
            let expected: Vec<_> = texts.iter().map(|text| one_line(&visible(text))).collect();
            let parts: Vec<_> = texts.iter().map(|text| Part::Paragraph(line_of(text))).collect();
            let markdown = render_markdown(&parts);
            let arena = Arena::new();
            let root = comrak::parse_document(&arena, &markdown, &options());
            let read: Vec<_> = root.children().map(|node| {
                assert!(matches!(node.data().value, NodeValue::Paragraph), "{markdown}");
                node.collect_text()
            }).collect();
            let expected: Vec<_> = expected.into_iter().filter(|text| !text.is_empty()).collect();
            prop_assert_eq!(read, expected, "{}", markdown);
        }
    }

    #[test]
    fn markup_is_written_as_the_parser_would_read_it() {
        let text = |text: &str| Span::Text(text.to_owned());
        let line = vec![
            text("een "),
            Span::Strong(vec![text(" vet "), Span::Emphasis(vec![text("en schuin ")])]),
            Span::Break,
            Span::Link("https://a.example/(b)".to_owned(), vec![text(" hier ")]),
            text("."),
            Span::Break,
        ];
        let markdown = render_markdown(&[Part::Paragraph(line)]);
        assert_eq!(markdown, "een **vet *en schuin***<br>[hier](https://a.example/\\(b\\)) .\n");
    }
}
