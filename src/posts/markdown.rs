//! Markdown: which extensions are on, and how a document falls into translatable blocks.

use comrak::{
    Arena, Options,
    nodes::{Node, NodeValue, Sourcepos},
};
use serde::{Deserialize, Serialize};

/// What a translatable block is; a translator sees it, and some kinds must be translated
/// before a variant may be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The post's title.
    Title,
    /// The post's summary.
    Summary,
    /// The alternative text of a picture.
    Alt,
    /// The caption of a picture.
    Caption,
    /// The credit of a picture.
    Credit,
    /// A heading in the body.
    Heading,
    /// A paragraph, wherever it stands: in the body, a list, a quote, a callout or a footnote.
    Paragraph,
    /// One cell of a table.
    Cell,
    /// The title of a callout.
    CalloutTitle,
}

/// One translatable block of a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: Kind,
    /// Its text: inline Markdown on one line for blocks of the body, else plain text.
    pub text: String,
    /// The line of the file it starts on, from 1.
    pub line: usize,
    /// What the writer tells translators about it.
    pub note: Option<String>,
}

/// A place in the syntax tree that a translation can be put into.
pub struct Leaf<'a> {
    /// What it is.
    pub kind: Kind,
    /// The paragraph, heading or cell; for alt texts and captions the picture; for callout titles the callout.
    pub node: Node<'a>,
}

/// Parser and renderer settings, the same for posts and for translated blocks.
pub fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    options.extension.footnotes = true;
    options.extension.alerts = true;
    options
}

/// Parses Markdown into a tree that lives in `arena`.
pub fn parse_markdown<'a>(arena: &'a Arena<'a>, text: &str) -> Node<'a> {
    comrak::parse_document(arena, text, &options())
}

/// Whether the tree holds raw HTML, which must be sanitised.
pub fn has_raw_html(root: Node<'_>) -> bool {
    root.descendants().any(|node| matches!(node.data().value, NodeValue::HtmlBlock(_) | NodeValue::HtmlInline(_)))
}

/// The places a body links or points to that are not on the web: other posts and pictures,
/// each with the line it stands on, counted from `first_line`.
pub fn local_targets(body: &str, first_line: usize) -> Vec<(Target, usize)> {
    let arena = Arena::new();
    let mut targets = Vec::new();
    for node in parse_markdown(&arena, body).descendants() {
        let data = node.data();
        let line = data.sourcepos.start.line + first_line - 1;
        match &data.value {
            NodeValue::Link(link) => {
                targets.extend(post_link(&link.url).map(|(slug, _)| (Target::Post(slug.to_owned()), line)))
            }
            NodeValue::Image(image) if is_relative(&image.url) => {
                targets.push((Target::Picture(image.url.clone()), line))
            }
            _ => {}
        }
    }
    targets
}

/// Something inside the publication that a body refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// Another post, by its slug, as `[text](slug.md)` says it.
    Post(String),
    /// A picture beside the post.
    Picture(String),
}

/// Something in a body that cannot work, whatever else the publication holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slip {
    /// A picture that is named from the root of some disk or site.
    Picture(String),
    /// A link with a scheme that no reader should follow.
    Address(String),
    /// A sign for a footnote that is not there.
    Footnote(String),
}

/// The schemes that a link may have.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// What cannot work in a body, each with the line it stands on, counted from `first_line`.
pub fn slips(body: &str, first_line: usize) -> Vec<(Slip, usize)> {
    let arena = Arena::new();
    let mut slips = Vec::new();
    for node in parse_markdown(&arena, body).descendants() {
        let data = node.data();
        let line = data.sourcepos.start.line + first_line - 1;
        match &data.value {
            NodeValue::Link(link) => {
                let scheme = link.url.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
                let scheme = scheme.filter(|scheme| !scheme.contains(['/', '#', '?']));
                if scheme.is_some_and(|scheme| !SCHEMES.contains(&scheme.as_str())) {
                    slips.push((Slip::Address(link.url.clone()), line));
                }
            }
            NodeValue::Image(image) if image.url.starts_with('/') => {
                slips.push((Slip::Picture(image.url.clone()), line));
            }
            // The parser leaves the sign as text when there is no such footnote.
            NodeValue::Text(text) => {
                let names = text.split("[^").skip(1).filter_map(|rest| Some(rest.split_once(']')?.0));
                let meant = names.filter(|name| !name.is_empty() && !body.contains(&format!("\\[^{name}]")));
                slips.extend(meant.map(|name| (Slip::Footnote(name.to_owned()), line)));
            }
            _ => {}
        }
    }
    slips
}

/// Splits a link to another post, `slug.md` or `slug.md#place`, into slug and place.
pub fn post_link(url: &str) -> Option<(&str, Option<&str>)> {
    let (path, place) = url.split_once('#').map_or((url, None), |(path, place)| (path, Some(place)));
    let slug = path.trim_start_matches("./").trim_start_matches("../").strip_suffix(".md")?;
    (!slug.contains(['/', ':'])).then_some((slug, place))
}

/// Whether an address names a file beside the post.
pub fn is_relative(url: &str) -> bool {
    !(url.is_empty() || url.starts_with(['/', '#']) || url.contains(':'))
}

/// The picture that a paragraph consists of, when it is nothing but one: a figure.
pub fn only_picture(paragraph: Node<'_>) -> Option<Node<'_>> {
    let only = paragraph.first_child().filter(|child| child.next_sibling().is_none())?;
    matches!(only.data().value, NodeValue::Image(_)).then_some(only)
}

/// Every place that holds translatable text, in document order (footnotes last).
pub fn leaves<'a>(root: Node<'a>) -> Vec<Leaf<'a>> {
    let mut leaves = Vec::new();
    for node in root.descendants() {
        let kind = match &node.data().value {
            NodeValue::Paragraph => Kind::Paragraph,
            NodeValue::Heading(_) => Kind::Heading,
            NodeValue::TableCell => Kind::Cell,
            NodeValue::Alert(alert) if alert.title.is_some() => Kind::CalloutTitle,
            _ => continue,
        };
        match (kind, only_picture(node)) {
            (Kind::Paragraph, Some(picture)) => {
                leaves.push(Leaf { kind: Kind::Alt, node: picture });
                if matches!(&picture.data().value, NodeValue::Image(image) if !image.title.is_empty()) {
                    leaves.push(Leaf { kind: Kind::Caption, node: picture });
                }
            }
            (Kind::CalloutTitle, _) => leaves.push(Leaf { kind, node }),
            _ if node.first_child().is_some() => leaves.push(Leaf { kind, node }),
            _ => {}
        }
    }
    leaves
}

/// The text of one leaf: what a translator gets to see.
pub fn leaf_text(leaf: &Leaf<'_>, source: &Lines<'_>) -> String {
    let data = leaf.node.data();
    match (&data.value, leaf.kind) {
        (NodeValue::Image(image), Kind::Caption) => image.title.clone(),
        (NodeValue::Image(_), _) => leaf.node.collect_text(),
        (NodeValue::Alert(alert), _) => alert.title.clone().unwrap_or_default(),
        (NodeValue::Heading(heading), _) => {
            let text = source.slice(data.sourcepos);
            if heading.setext { without_underline(text) } else { without_hashes(text).to_owned() }
        }
        (NodeValue::TableCell, _) => source.slice(data.sourcepos).trim().replace("\\|", "|"),
        _ => fold_lines(source.slice(data.sourcepos)),
    }
}

/// The leaves of a parsed body that have something to translate, each with its text:
/// numbers, signs and bare addresses are the same in every language.
pub fn translatable_leaves<'a>(root: Node<'a>, body: &str) -> Vec<(Leaf<'a>, String)> {
    let source = Lines::new(body);
    let texts = leaves(root).into_iter().map(|leaf| {
        let text = leaf_text(&leaf, &source);
        (leaf, text)
    });
    texts.filter(|(_, text)| is_translatable(text)).collect()
}

/// The blocks of a body whose first line is line `first_line` of its file.
pub fn body_blocks(body: &str, first_line: usize) -> Vec<Block> {
    let arena = Arena::new();
    translatable_leaves(parse_markdown(&arena, body), body)
        .into_iter()
        .map(|(leaf, text)| Block {
            kind: leaf.kind,
            text,
            line: leaf.node.data().sourcepos.start.line + first_line - 1,
            note: None,
        })
        .collect()
}

/// Whether a text has words in it: numbers, signs and bare addresses are the same in every language.
pub fn is_translatable(text: &str) -> bool {
    let bare_address =
        (text.starts_with("http://") || text.starts_with("https://")) && !text.contains(char::is_whitespace);
    !bare_address && text.chars().any(char::is_alphabetic)
}

/// Whether a text, parsed on its own, is a single paragraph: only that has a place in another post's structure.
pub fn is_one_paragraph(text: &str) -> bool {
    let arena = Arena::new();
    let root = parse_markdown(&arena, text);
    let only = root.first_child().filter(|child| child.next_sibling().is_none());
    only.is_some_and(|child| matches!(child.data().value, NodeValue::Paragraph))
}

/// The link reference definitions (`[label]: address`) of a document, which a block that is
/// parsed on its own needs to find its links.
pub fn reference_definitions(body: &str) -> String {
    let is_definition = |line: &&str| {
        let text = line.trim_start();
        text.starts_with('[') && !text.starts_with("[^") && text.find("]:").is_some_and(|end| end > 1)
    };
    body.lines().filter(is_definition).collect::<Vec<_>>().join("\n")
}

/// A text with the byte offset of each line, to turn the parser's positions into slices.
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// Indexes the lines of `text`.
    pub fn new(text: &'a str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts }
    }

    /// The text at a position: columns count bytes from 1, and the end is inclusive.
    fn slice(&self, at: Sourcepos) -> &'a str {
        let offset = |line: usize, column: usize| self.starts.get(line.wrapping_sub(1)).map(|start| start + column);
        let range = offset(at.start.line, at.start.column.saturating_sub(1)).zip(offset(at.end.line, at.end.column));
        range.and_then(|(start, end)| self.text.get(start..end.min(self.text.len()))).unwrap_or_default()
    }
}

/// Joins the lines of a paragraph with spaces; a hard break stays one, as a backslash and a line feed.
/// Quote markers and indentation at the head of a line belong to what surrounds the paragraph.
fn fold_lines(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for (index, line) in text.lines().enumerate() {
        let line = if index == 0 { line } else { line.trim_start_matches([' ', '\t', '>']) };
        let hard = line.ends_with("  ") || (line.ends_with('\\') && !line.ends_with("\\\\"));
        if index > 0 && !folded.ends_with('\n') {
            folded.push(' ');
        }
        folded.push_str(line.trim_end_matches([' ', '\t', '\r']).trim_end_matches(if hard { '\\' } else { '\0' }));
        if hard {
            folded.push_str("<br>\n");
        }
    }
    folded.trim_end().trim_end_matches("<br>").replace("<br>\n", "<br>")
}

fn without_hashes(text: &str) -> &str {
    let text = text.trim_start_matches('#').trim();
    let bare = text.trim_end_matches('#');
    if bare.ends_with([' ', '\t']) || bare.is_empty() { bare.trim_end() } else { text }
}

fn without_underline(text: &str) -> String {
    let (text, _) = text.trim_end().rsplit_once('\n').unwrap_or((text, ""));
    fold_lines(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(text: &str) -> Vec<(Kind, String)> {
        body_blocks(text, 1).into_iter().map(|block| (block.kind, block.text)).collect()
    }

    #[test]
    fn every_block_of_text_is_found_once_and_in_order() {
        let text = "## Kop ##\n\nEen *alinea*\nop twee regels.\n\n- punt\n\n  > citaat\n  > verder\n\n1. **een** stap\n\n\
                    | a | b\\|c |\n|---|---|\n| 12 | d |\n\n> [!TIP]\n> Doe dit.\n\nMet noot.[^1]\n\n[^1]: De noot.\n";
        let expected = [
            (Kind::Heading, "Kop"),
            (Kind::Paragraph, "Een *alinea* op twee regels."),
            (Kind::Paragraph, "punt"),
            (Kind::Paragraph, "citaat verder"),
            (Kind::Paragraph, "**een** stap"),
            (Kind::Cell, "a"),
            (Kind::Cell, "b|c"),
            (Kind::Cell, "d"),
            (Kind::Paragraph, "Doe dit."),
            (Kind::Paragraph, "Met noot.[^1]"),
            (Kind::Paragraph, "De noot."),
        ];
        assert_eq!(blocks(text), expected.map(|(kind, text)| (kind, text.to_owned())));
    }

    #[test]
    fn a_figure_gives_its_alt_text_and_its_caption() {
        let figure = "![Een stoel](stoel.svg \"Meer is er niet nodig\")\n\nTekst met ![icoon](i.svg) erin.\n";
        let expected = [
            (Kind::Alt, "Een stoel"),
            (Kind::Caption, "Meer is er niet nodig"),
            (Kind::Paragraph, "Tekst met ![icoon](i.svg) erin."),
        ];
        assert_eq!(blocks(figure), expected.map(|(kind, text)| (kind, text.to_owned())));
    }

    #[test]
    fn code_numbers_and_bare_addresses_are_not_translated() {
        assert_eq!(blocks("```\nlet x;\n```\n\n12,5 %\n\nhttps://voorbeeld.be/a\n\n<div>html</div>\n"), []);
    }

    #[test]
    fn a_setext_heading_loses_its_underline() {
        assert_eq!(blocks("Kop hier\n========\n"), [(Kind::Heading, "Kop hier".to_owned())]);
    }
}
