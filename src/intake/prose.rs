//! What an article says, whatever it was written in: the shapes that pages, feeds and dumps have in common.

use crate::locale::is_direction_control;

/// A part of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// A heading; the level is 2 to 6, since the title is the only one of level 1.
    Heading(u8, Line),
    /// A paragraph.
    Paragraph(Line),
    /// A list with the number of its first item, or without numbers.
    List(Option<u64>, Vec<Vec<Part>>),
    /// A quote.
    Quote(Vec<Part>),
    /// Lines of code, and their language if it is said.
    Code(Option<String>, String),
    /// The rows of a table, the first of which is its head, and empty where it has none.
    Table(Vec<Vec<Line>>),
    /// A picture of its own.
    Figure(Figure),
    /// A footnote and its number.
    Note(String, Vec<Part>),
    /// A line across.
    Rule,
}

/// Text on one line, with its markup.
pub(super) type Line = Vec<Span>;

/// A stretch of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Span {
    /// Words.
    Text(String),
    /// Emphasis.
    Emphasis(Line),
    /// Strong emphasis.
    Strong(Line),
    /// Text that no longer holds.
    Struck(Line),
    /// Text above the line, or else below it.
    Raised(bool, Line),
    /// Code.
    Code(String),
    /// A link.
    Link(String, Line),
    /// The mark of a footnote, with its number.
    Note(String),
    /// A new line within a block.
    Break,
}

/// A picture with what is said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Figure {
    /// Where it is: an address, and later the name of a file beside the post.
    pub(super) src: String,
    /// What it shows, for who cannot see it. Empty when nobody said so.
    pub(super) alt: String,
    /// The line below it.
    pub(super) caption: Option<String>,
}

/// The words of a line, without markup.
pub(super) fn plain(line: &[Span]) -> String {
    let mut text = String::new();
    append_plain(line, &mut text);
    crate::line::one_line(&text)
}

fn append_plain(line: &[Span], text: &mut String) {
    for span in line {
        match span {
            Span::Text(words) | Span::Code(words) => text.push_str(words),
            Span::Emphasis(inner) | Span::Strong(inner) | Span::Struck(inner) | Span::Link(_, inner) => {
                append_plain(inner, text);
            }
            Span::Raised(is_above, inner) => {
                let mut held = String::new();
                append_plain(inner, &mut held);
                text.push_str(if *is_above { "^(" } else { "_(" });
                text.push_str(held.trim());
                text.push(')');
                text.extend(held.ends_with(char::is_whitespace).then_some(' '));
            }
            Span::Note(_) => {}
            Span::Break => text.push(' '),
        }
    }
}

/// Whether there is nothing to see in a line.
pub(super) fn is_blank(line: &[Span]) -> bool {
    line.iter().all(|span| match span {
        Span::Text(words) | Span::Code(words) => words.trim().is_empty(),
        Span::Emphasis(inner) | Span::Strong(inner) | Span::Struck(inner) => is_blank(inner),
        Span::Raised(_, inner) | Span::Link(_, inner) => is_blank(inner),
        Span::Note(_) => false,
        Span::Break => true,
    })
}

/// The words of a part and of all within it.
pub(super) fn words_of(part: &Part) -> String {
    let all = |parts: &[Part]| parts.iter().map(words_of).collect::<Vec<_>>().join(" ");
    match part {
        Part::Heading(_, line) | Part::Paragraph(line) => plain(line),
        Part::List(_, items) => items.iter().map(|item| all(item)).collect::<Vec<_>>().join(" "),
        Part::Quote(parts) | Part::Note(_, parts) => all(parts),
        Part::Table(rows) => rows.iter().flatten().map(|cell| plain(cell)).collect::<Vec<_>>().join(" "),
        Part::Figure(figure) => figure.caption.clone().unwrap_or_default(),
        Part::Code(..) | Part::Rule => String::new(),
    }
}

/// The paragraphs of a line: one ends where there are two breaks or more, with nothing but blanks between them.
pub(super) fn paragraphs_of(line: Line) -> Vec<Line> {
    let mut paragraphs = vec![Line::new()];
    for span in line {
        let pieces = match span {
            Span::Emphasis(inner) => paragraphs_of(inner).into_iter().map(Span::Emphasis).collect(),
            Span::Strong(inner) => paragraphs_of(inner).into_iter().map(Span::Strong).collect(),
            Span::Struck(inner) => paragraphs_of(inner).into_iter().map(Span::Struck).collect(),
            other => vec![other],
        };
        for (at, piece) in pieces.into_iter().enumerate() {
            let last = paragraphs.len() - 1;
            let is_second_break = matches!(piece, Span::Break) && ends_with_break(&paragraphs[last]);
            match piece {
                _ if is_second_break => {
                    let end = paragraphs[last].iter().rposition(|span| matches!(span, Span::Break));
                    paragraphs[last].truncate(end.unwrap_or_default());
                    paragraphs.push(Line::new());
                }
                piece if at > 0 => paragraphs.push(vec![piece]),
                piece => paragraphs[last].push(piece),
            }
        }
    }
    paragraphs
}

/// Whether nothing but blanks stands behind the last break of a line.
fn ends_with_break(line: &[Span]) -> bool {
    let is_blank = |span: &&Span| matches!(span, Span::Text(text) if text.trim().is_empty());
    matches!(line.iter().rev().find(|span| !is_blank(span)), Some(Span::Break))
}

/// All figures, in order; those in quotes and lists among them.
pub(super) fn figures(parts: &mut [Part]) -> Vec<&mut Figure> {
    let mut found = Vec::new();
    for part in parts {
        match part {
            Part::Figure(figure) => found.push(figure),
            Part::Quote(inner) | Part::Note(_, inner) => found.extend(figures(inner)),
            Part::List(_, items) => found.extend(items.iter_mut().flat_map(|item| figures(item))),
            _ => {}
        }
    }
    found
}

/// A text without the characters that nobody sees and that change what is around them: controls,
/// zero-width blanks, hyphens that may be, signs that turn the direction.
pub(super) fn visible(text: &str) -> String {
    let is_unseen = |c: char| {
        let is_no_character = ('\u{fdd0}'..='\u{fdef}').contains(&c);
        is_no_character || matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}') || is_direction_control(c)
    };
    // Controls that are no blanks got into it by mistake.
    let text = text.replace(|c: char| is_unseen(c) || c.is_control() && !c.is_whitespace(), "");
    text.replace(|c: char| c.is_control(), " ")
}

/// Text as a line, with the addresses in it as links.
pub(super) fn line_of(text: &str) -> Line {
    let mut line = Line::new();
    let text = visible(text);
    let mut rest = text.as_str();
    while let Some(at) = ["https://", "http://"].iter().filter_map(|head| rest.find(head)).min() {
        let (before, address) = rest.split_at(at);
        let address = &address[..address_length(address)];
        push_text(&mut line, before);
        line.push(Span::Link(address.to_owned(), vec![Span::Text(address.to_owned())]));
        rest = &rest[at + address.len()..];
    }
    push_text(&mut line, rest);
    line
}

fn push_text(line: &mut Line, text: &str) {
    match line.last_mut() {
        _ if text.is_empty() => {}
        Some(Span::Text(words)) => words.push_str(text),
        _ => line.push(Span::Text(text.to_owned())),
    }
}

/// How far the address at the head of a text reaches: to a blank, without the signs that end sentences.
fn address_length(text: &str) -> usize {
    let end = text.find(|c: char| c.is_whitespace() || "<>\"".contains(c)).unwrap_or(text.len());
    let mut address = &text[..end];
    loop {
        let shorter = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’', '”', '*', '_', '~']);
        let shorter = match shorter.strip_suffix(')') {
            Some(inner) if inner.matches('(').count() <= inner.matches(')').count() => inner,
            _ => shorter,
        };
        if shorter.len() == address.len() {
            return address.len();
        }
        address = shorter;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_in_a_text_ends_where_a_person_would_end_it() {
        for (text, address) in [
            ("zie https://a.example/b.", "https://a.example/b"),
            ("(https://a.example/b_(c)), ook", "https://a.example/b_(c)"),
            ("https://a.example/?q=1&r=2 en meer", "https://a.example/?q=1&r=2"),
        ] {
            let line = line_of(text);
            let found = line.iter().find_map(|span| match span {
                Span::Link(address, _) => Some(address.as_str()),
                _ => None,
            });
            assert_eq!((found, plain(&line).as_str()), (Some(address), text));
        }
    }
}
