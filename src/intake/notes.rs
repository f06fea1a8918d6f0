//! Footnotes as Substack makes them: a mark in the text, and a note of the same number below it.

use std::collections::BTreeSet;

use dom_query::NodeRef;

use super::{
    prose::{Line, Part, Span, words_of},
    raised::as_characters,
};

/// Digits of a number; no text has more notes.
const MOST_DIGITS: usize = 4;

/// The number that an element is the mark of.
pub(super) fn mark_of(node: NodeRef<'_>) -> Option<String> {
    node.has_class("footnote-anchor").then(|| number(node))?
}

/// The number of a note, and the element with its text.
pub(super) fn note_of(node: NodeRef<'_>) -> Option<(String, NodeRef<'_>)> {
    if !node.has_class("footnote") {
        return None;
    }
    let within = |class| node.descendants_it().find(|inner| inner.has_class(class));
    Some((number(within("footnote-number")?)?, within("footnote-content")?))
}

fn number(node: NodeRef<'_>) -> Option<String> {
    let text = node.text().trim().to_owned();
    let is_number = (1..=MOST_DIGITS).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then_some(text)
}

/// Keeps the marks and the notes that belong together. A note alone is text, and a mark alone a number.
pub(super) fn pair_notes(parts: Vec<Part>) -> Vec<Part> {
    let mut marked = BTreeSet::new();
    let parts = with_marks(parts, &mut |name| {
        marked.insert(name.clone());
        Span::Note(name)
    });
    let mut noted = BTreeSet::new();
    let parts = parts.into_iter().flat_map(|part| match part {
        Part::Note(name, inner) => {
            let is_full = inner.iter().any(|part| !words_of(part).is_empty());
            if is_full && marked.contains(&name) && noted.insert(name.clone()) {
                return vec![Part::Note(name, inner)];
            }
            [vec![Part::Paragraph(vec![Span::Text(name)])], inner].concat()
        }
        other => vec![other],
    });
    let parts: Vec<_> = parts.collect();
    with_marks(parts, &mut |name| {
        if noted.contains(&name) { Span::Note(name) } else { Span::Text(as_characters(&name, true).unwrap_or(name)) }
    })
}

/// Parts with something else in the place of each mark.
fn with_marks(parts: Vec<Part>, place: &mut impl FnMut(String) -> Span) -> Vec<Part> {
    let parts = parts.into_iter().map(|part| match part {
        Part::Heading(level, line) => Part::Heading(level, in_line(line, place)),
        Part::Paragraph(line) => Part::Paragraph(in_line(line, place)),
        Part::List(first, items) => Part::List(first, items.into_iter().map(|item| with_marks(item, place)).collect()),
        Part::Quote(inner) => Part::Quote(with_marks(inner, place)),
        Part::Note(name, inner) => Part::Note(name, with_marks(inner, place)),
        Part::Table(rows) => {
            let mut row = |cells: Vec<Line>| cells.into_iter().map(|cell| in_line(cell, place)).collect();
            Part::Table(rows.into_iter().map(&mut row).collect())
        }
        Part::Code(..) | Part::Figure(_) | Part::Rule => part,
    });
    parts.collect()
}

fn in_line(line: Line, place: &mut impl FnMut(String) -> Span) -> Line {
    let spans = line.into_iter().map(|span| match span {
        Span::Note(name) => place(name),
        Span::Emphasis(inner) => Span::Emphasis(in_line(inner, place)),
        Span::Strong(inner) => Span::Strong(in_line(inner, place)),
        Span::Struck(inner) => Span::Struck(in_line(inner, place)),
        Span::Raised(is_above, inner) => Span::Raised(is_above, in_line(inner, place)),
        Span::Link(address, inner) => Span::Link(address, in_line(inner, place)),
        Span::Text(_) | Span::Code(_) | Span::Break => span,
    });
    spans.collect()
}

#[cfg(test)]
mod tests {
    use crate::intake::{html::read_html, markdown::render_markdown};

    #[test]
    fn a_note_is_one_if_a_mark_leads_to_it() {
        let mark = |number| format!("<a class='footnote-anchor' href='#footnote-{number}'>{number}</a>");
        let note = |number, html: &str| {
            format!(
                "<div class='footnote'><a class='footnote-number' href='#footnote-anchor-{number}'>{number}</a>\
                 <div class='footnote-content'>{html}</div></div>"
            )
        };
        for (html, text) in [
            (
                format!(
                    "<p>Adem{} uit<i>{}</i>.</p>{}{}",
                    mark(1),
                    mark(2),
                    note(1, "<p>Eén.</p><p>Nog.</p>"),
                    note(2, "<p>Twee.</p>")
                ),
                "Adem[^1] uit*[^2]*.\n\n[^1]: Eén.\n\n    Nog.\n\n[^2]: Twee.\n",
            ),
            (
                format!("<p>Adem{}(s)<sup>{}</sup>: uit</p>{}", mark(1), mark(1), note(1, "x")),
                "Adem[^1]\\(s)[^1]\\: uit\n\n[^1]: x\n",
            ),
            (format!("<p>Adem{} &#xfdd0;1&#xfdd1;</p>", mark(12)), "Adem¹² 1\n"),
            (note(1, "<p>Los.</p>"), "1\n\nLos.\n"),
            (
                format!("<p>Adem{}</p>{}{}", mark(1), note(1, "<p>a</p>"), note(1, "<p>b</p>")),
                "Adem[^1]\n\n[^1]: a\n\n1\n\nb\n",
            ),
        ] {
            assert_eq!(render_markdown(&read_html(&html, None).unwrap()), text, "{html}");
        }
    }
}
