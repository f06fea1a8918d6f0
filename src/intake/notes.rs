//! Footnotes as Substack makes them: a mark in the text, and a note of the same number below it. What WordPress,
//! Pandoc, Hugo and Jekyll make is rewritten to that.

use std::collections::{BTreeMap, BTreeSet};

use dom_query::{Document, NodeRef};
use percent_encoding::percent_decode_str;

use super::{
    prose::{Line, Part, Span, words_of},
    raised::{as_characters, on_the_line},
    sources::announces_sources,
};

/// Digits of a number; no text has more notes.
const MOST_DIGITS: usize = 4;

/// The links that lead from a text to its notes, and the lists of these.
const MARKS: &str = "a.footnote[href^='#'], a.footnote-ref[href^='#'], a[role='doc-noteref'][href^='#'], \
                     sup[role='doc-noteref'] > a[href^='#'], sup.fn > a[href^='#'], sup[data-fn] > a[href^='#']";
const LISTS: &str = ".footnotes ol, [role='doc-endnotes'] ol, ol.footnotes, ol.wp-block-footnotes";

/// What may be around such a list.
const AROUND: &str = ".footnotes, [role='doc-endnotes']";

/// Arrows that lead back to the mark.
const ARROWS: [char; 4] = ['↩', '↑', '\u{fe0e}', '\u{fe0f}'];

/// Rewrites the notes to which marks lead, and these marks. Where a list of them is that of the sources, it stays.
pub(super) fn rewrite_notes(document: &Document) {
    let mut marks: BTreeMap<String, Vec<NodeRef<'_>>> = BTreeMap::new();
    let found = document.select(MARKS);
    for mark in found.nodes() {
        let target = mark.attr("href").unwrap_or_default();
        let target = percent_decode_str(target.trim_start_matches('#')).decode_utf8_lossy().into_owned();
        marks.entry(target).or_default().push(*mark);
    }
    let (mut number, mut last) = (0, None);
    for list in document.select(LISTS).nodes() {
        let around = list.ancestors_it(None).find(|outer| outer.is(AROUND)).unwrap_or(*list);
        let are_sources = match last {
            Some((id, are_sources)) if id == around.id => are_sources,
            _ => is_of_sources(around),
        };
        last = Some((around.id, are_sources));
        if are_sources || is_of_sources(*list) {
            continue;
        }
        for note in list.children_it(false).filter(|child| child.has_name("li")).collect::<Vec<_>>() {
            let Some(marks) = note.attr("id").and_then(|id| marks.remove(&*id)) else { continue };
            number += 1;
            drop_arrows(note);
            around.before_html(format!(
                "<section class=\"footnote\"><a class=\"footnote-number\">{number}</a>\
                 <div class=\"footnote-content\">{}</div></section>",
                note.inner_html()
            ));
            note.remove_from_parent();
            for mark in marks {
                let raised = mark.parent().filter(|outer| outer.has_name("sup") && outer.text() == mark.text());
                // Where only words are read, it goes on standing above the line.
                let sign = as_characters(&number.to_string(), true).unwrap_or_default();
                let link = format!("<a class=\"footnote-anchor\" href=\"#footnote-{number}\">{sign}</a>");
                raised.unwrap_or(mark).replace_with_html(link);
            }
        }
        for left in [*list, around].into_iter().filter(|left| is_empty(*left)) {
            left.remove_from_parent();
        }
    }
}

fn is_empty(node: NodeRef<'_>) -> bool {
    !node.descendants_it().any(|inner| inner.is_text() && !inner.text().trim().is_empty())
}

/// Whether the heading above a list announces the sources.
fn is_of_sources(list: NodeRef<'_>) -> bool {
    list.prev_element_sibling().is_some_and(|above| announces_sources(&above.text()))
}

fn drop_arrows(note: NodeRef<'_>) {
    for link in note.descendants_it().filter(|inner| inner.has_name("a")).collect::<Vec<_>>() {
        let is_named =
            ["reversefootnote", "footnote-back", "footnote-backref"].iter().any(|class| link.has_class(class));
        let is_said = link.attr("role").is_some_and(|role| &*role == "doc-backlink");
        let is_arrow = link.text().trim().chars().all(|c| ARROWS.contains(&c));
        if is_named || is_said || is_arrow && link.attr("href").is_some_and(|to| to.starts_with('#')) {
            link.remove_from_parent();
        }
    }
}

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
    let text = on_the_line(node.text().trim());
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
    fn notes_are_the_same_whatever_made_them() {
        for (marks, notes) in [
            // Jekyll
            (
                [
                    "<sup id='fnref:1'><a href='#fn:1' class='footnote' role='doc-noteref'>1</a></sup>",
                    "<sup id='fnref:é' role='doc-noteref'><a href='#fn:%C3%A9' class='footnote'>2</a></sup>",
                ],
                "<div class='footnotes' role='doc-endnotes'><ol><li id='fn:1' role='doc-endnote'><p>Eén. <a href='#fnref:1' \
                 class='reversefootnote' role='doc-backlink'>&#8617;</a></p></li><li id='fn:é'><p>Twee.</p><p>En <em>meer</em>.\
                 &#160;<a href='#fnref:é' class='reversefootnote'>&#8617;</a> <a href='#x' class='reversefootnote'>&#8617;<sup>2</sup></a>\
                 </p></li></ol></div>",
            ),
            // Pandoc
            (
                [
                    "<a href='#fn1' class='footnote-ref' id='fnref1' role='doc-noteref'><sup>1</sup></a>",
                    "<a href='#fn2' class='footnote-ref' id='fnref2'><sup>2</sup></a>",
                ],
                "<section class='footnotes footnotes-end-of-document' role='doc-endnotes'><hr><ol><li id='fn1'><p>Eén.<a \
                 href='#fnref1' class='footnote-back' role='doc-backlink'>↩︎</a></p></li><li id='fn2'><p>Twee.</p><p>En <em>meer</em>.\
                 <a href='#fnref2' class='footnote-back'>↩︎</a></p></li></ol></section>",
            ),
            // WordPress
            (
                [
                    "<sup data-fn='a-1' class='fn'><a href='#a-1' id='a-1-link'>1</a></sup>",
                    "<sup data-fn='b-2' class='fn'><a href='#b-2' id='b-2-link'>2</a></sup>",
                ],
                "<ol class='wp-block-footnotes'><li id='a-1'>Eén. <a href='#a-1-link' aria-label='Terug'>↩︎</a></li>\
                 <li id='b-2'>Twee.<br><br>En <em>meer</em>. <a href='#b-2-link'>↩︎</a></li></ol>",
            ),
        ] {
            let html = format!("<p>Adem{} uit{}.</p>{notes}", marks[0], marks[1]);
            let text = "Adem[^1] uit[^2].\n\n[^1]: Eén.\n\n[^2]: Twee.\n\n    En *meer*.\n";
            assert_eq!(render_markdown(&read_html(&html, None).unwrap()), text, "{html}");
        }
        let loose = "<p>Adem<sup><a href='#fn:1' class='footnote'>1</a></sup></p><ol class='footnotes'><li id='x'>Los.</li></ol>";
        assert_eq!(render_markdown(&read_html(loose, None).unwrap()), "Adem¹\n\n1. Los.\n");
        let sources = loose.replace("id='x'", "id='fn:1'").replace("<ol", "<h2>Bronnen</h2><ol");
        assert_eq!(render_markdown(&read_html(&sources, None).unwrap()), "Adem¹\n\n## Bronnen\n\n1. Los.\n");
    }

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
