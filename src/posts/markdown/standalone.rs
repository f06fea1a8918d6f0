//! Blocks that are parsed on their own, away from their document, as translations are.

use std::{collections::BTreeSet, fmt::Write as _};

use comrak::{
    Arena,
    arena_tree::NodeEdge,
    nodes::{Node, NodeValue},
};

use super::{Kind, parse_markdown, tidy::tidy, too_deep};

/// What the rest of a body means to a block of it: where links by name lead, and which footnotes there are.
#[derive(Debug, Default)]
pub struct Definitions {
    text: String,
}

impl Definitions {
    /// Reads them off a body and its tree.
    pub fn of(body: &str, root: Node<'_>) -> Self {
        let mut text = reference_definitions(body);
        let notes = root.descendants().filter_map(|node| match &node.data().value {
            NodeValue::FootnoteReference(note) => Some(note.name.clone()),
            _ => None,
        });
        add_notes(&mut text, &notes.collect());
        Self { text }
    }

    /// The same for one text of a body, whose link references are `references`: every footnote it names is there.
    pub fn around(text: &str, references: &str) -> Self {
        if !text.contains('[') {
            return Self::default();
        }
        let mut definitions = format!("\n{references}");
        let notes = text.split("[^").skip(1).filter_map(|rest| Some(rest.split_once(']')?.0.to_owned()));
        add_notes(&mut definitions, &notes.collect());
        Self { text: definitions }
    }
}

fn add_notes(text: &mut String, names: &BTreeSet<String>) {
    for name in names {
        let _ = write!(text, "\n[^{name}]: -\n");
    }
}

/// The lines of a body that say where links by name lead (`[label]: address`), each a block of its own.
pub fn reference_definitions(body: &str) -> String {
    let lines = body.lines().map(|line| line.trim_start_matches([' ', '\t', '>']));
    let is_definition =
        |line: &&str| line.starts_with('[') && !line.starts_with("[^") && line.find("]:").is_some_and(|end| end > 1);
    lines.filter(is_definition).fold(String::new(), |text, line| text + "\n" + line + "\n")
}

/// What stands before a text when it is parsed alone; the parser's columns count it.
pub(crate) const HEAD: &str = "# ";

/// Parses texts as inline Markdown, as [`parse_body`](super::parse_body) has it: each thing in its one form. Gives a
/// node for each, whose children are its content.
pub fn parse_texts<'a, 'b>(
    arena: &'a Arena<'a>,
    texts: impl IntoIterator<Item = &'b str>,
    around: &Definitions,
) -> Vec<Node<'a>> {
    let nodes = parse_as_written(arena, texts, around);
    nodes.iter().for_each(|node| tidy(arena, node));
    nodes
}

/// The same as the parser gives it, for whoever asks where in its text something stands.
///
/// Each text is the whole content of a heading, because the line of a heading holds nothing but inline
/// content: `1. Begin` or `# 1` at the head of a message means no list and no heading there.
pub(crate) fn parse_as_written<'a, 'b>(
    arena: &'a Arena<'a>,
    texts: impl IntoIterator<Item = &'b str>,
    around: &Definitions,
) -> Vec<Node<'a>> {
    let mut document = String::new();
    let mut count = 0;
    for text in texts {
        // The closing sign keeps one at the end of the text from being taken for it.
        let _ = match memchr::memchr2(b'\n', b'\r', text.as_bytes()) {
            Some(_) => writeln!(document, "{HEAD}{} #", text.replace(['\n', '\r'], " ")),
            None => writeln!(document, "{HEAD}{text} #"),
        };
        count += 1;
    }
    document.push_str(&around.text);
    parse_markdown(arena, &document).children().take(count).collect()
}

/// Whether two blocks have the same inline content, and so look the same.
pub(super) fn same_content(one: Node<'_>, other: Node<'_>) -> bool {
    let mut edges = one.traverse().zip(other.traverse()).skip(1);
    edges.all(|pair| match pair {
        (NodeEdge::Start(a), NodeEdge::Start(b)) => same_value(&a.data().value, &b.data().value),
        // Only the blocks themselves may be of different kinds.
        (NodeEdge::End(_), NodeEdge::End(_)) => true,
        _ => false,
    })
}

fn same_value(one: &NodeValue, other: &NodeValue) -> bool {
    match (one, other) {
        (NodeValue::Code(one), NodeValue::Code(other)) => one.literal == other.literal,
        (NodeValue::FootnoteReference(one), NodeValue::FootnoteReference(other)) => one.name == other.name,
        _ => one == other,
    }
}

/// Whether `text` can stand where a block of `kind` says `source` in the source language.
///
/// A text that begins like a list, a heading, a quote or code was hardly meant as a line of prose,
/// unless the source text begins so too. In a plain text no sign means anything.
pub fn fits(kind: Kind, source: &str, text: &str) -> bool {
    !text.contains(['\n', '\r']) && (!kind.is_markdown() || is_prose(text) || !is_prose(source))
}

/// Whether a text, as a document, is a single paragraph.
fn is_prose(text: &str) -> bool {
    // What begins with a letter begins nothing else.
    if text.starts_with(char::is_alphabetic) {
        return true;
    }
    if too_deep(text, 1).is_some() {
        return false;
    }
    let arena = Arena::new();
    // Without the end of its line the parser does not see that a number alone is a list.
    let root = parse_markdown(&arena, &format!("{text}\n"));
    let only = root.first_child().filter(|child| child.next_sibling().is_none());
    only.is_some_and(|child| matches!(child.data().value, NodeValue::Paragraph))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_translation_that_begins_like_a_block_is_taken_only_where_the_dutch_begins_so() {
        for text in
            ["- punt", "1. stap", "1.", "-", "#", "# kop", "> citaat", "    code", "```", "<div>", "[a]: b", "***"]
        {
            assert!(!fits(Kind::Paragraph, "Gewone tekst", text), "{text}");
            assert!(!fits(Kind::Cell, "Gewone tekst", text), "{text}");
            assert!(fits(Kind::Heading, "1. Begin klein", text), "{text}");
            assert!(fits(Kind::Alt, "Gewone tekst", text), "{text}");
        }
        for text in ["Gewoon", "*schuin*", "1\\. stap", "[^1]", "", "**vet** - en", "2 is meer", "<b>x</b>", "`x`"] {
            assert_eq!(fits(Kind::Footnote, "Gewone tekst", text), !text.is_empty(), "{text}");
        }
        assert!(!fits(Kind::Paragraph, "Tekst", &">".repeat(100_000)));
        assert!(!fits(Kind::Paragraph, "Tekst", "een\n\ntwee"));
        assert!(!fits(Kind::Title, "Tekst", "een\rtwee"));
    }

    #[test]
    fn no_text_reaches_out_of_its_line() {
        let arena = Arena::new();
        let texts = ["```", "> x", "<!--", "[^1]: x", "[a]: /b", "a\n\n# b", "x #", "", "`", "<script>", "| a |\n|--|"];
        let nodes = parse_texts(&arena, texts, &Definitions::default());
        let said: Vec<_> = nodes.iter().map(|node| node.collect_text()).collect();
        let expected = ["```", "> x", "<!--", "[^1]: x", "[a]: /b", "a  # b", "x #", "", "`", "", "| a | |--|"];
        assert_eq!(said, expected);
    }
}
