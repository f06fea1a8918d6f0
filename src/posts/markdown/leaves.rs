//! The places of a body that hold text.

use comrak::{
    Arena,
    arena_tree::NodeEdge,
    nodes::{LineColumn, Node, NodeValue},
};

use super::{
    Kind,
    markers::{MarkerSlip, node_id, take_markers},
    only_picture, parse_markdown,
    tidy::tidy,
};

/// A body as blocks and pages are made from it.
pub struct Body<'a> {
    /// The whole tree.
    pub root: Node<'a>,
    /// The places of it that hold text, in document order (footnotes last).
    pub leaves: Vec<Leaf<'a>>,
    /// What is wrong with its comments to translators, with its place.
    pub(super) marker_slips: Vec<(MarkerSlip, LineColumn)>,
}

/// A place in the tree that holds text.
pub struct Leaf<'a> {
    /// What it is.
    pub kind: Kind,
    /// The paragraph, heading or cell; for alt texts and captions the picture; for callout titles the callout.
    pub node: Node<'a>,
    /// Whether the writer wants it the same in every language.
    pub is_kept: bool,
    /// What the writer tells translators about it.
    pub note: Option<String>,
}

/// Parses a body into a tree that lives in `arena`.
pub fn parse_body<'a>(arena: &'a Arena<'a>, text: &str) -> Body<'a> {
    let root = parse_markdown(arena, text);
    let (marks, marker_slips) = take_markers(root);
    tidy(arena, root);
    let mut leaves = Vec::new();
    let mut above = Vec::new();
    for edge in root.traverse() {
        match edge {
            NodeEdge::Start(node) => {
                above.extend(marks.get(&node_id(node)));
                let is_kept = above.iter().any(|marks| marks.is_kept);
                let notes: Vec<_> = above.iter().flat_map(|marks| &marks.notes).map(String::as_str).collect();
                let note = (!notes.is_empty()).then(|| notes.join(" "));
                let here = leaves_at(node);
                leaves.extend(here.map(|(kind, node)| Leaf { kind, node, is_kept, note: note.clone() }));
            }
            NodeEdge::End(node) if marks.contains_key(&node_id(node)) => drop(above.pop()),
            NodeEdge::End(_) => {}
        }
    }
    Body { root, leaves, marker_slips }
}

/// The texts that a block itself holds: one, or the two of a figure.
fn leaves_at<'a>(node: Node<'a>) -> impl Iterator<Item = (Kind, Node<'a>)> {
    let kind = match &node.data().value {
        NodeValue::Paragraph => Some(paragraph_kind(node)),
        NodeValue::Heading(_) => Some(Kind::Heading),
        NodeValue::TableCell => Some(Kind::Cell),
        NodeValue::Alert(alert) if alert.title.is_some() => Some(Kind::CalloutTitle),
        _ => None,
    };
    let is_paragraph = matches!(node.data().value, NodeValue::Paragraph);
    let figure = if is_paragraph { only_picture(node) } else { None };
    let captioned =
        figure.filter(|picture| matches!(&picture.data().value, NodeValue::Image(image) if !image.title.is_empty()));
    let own = kind.filter(|kind| figure.is_none() && (*kind == Kind::CalloutTitle || node.first_child().is_some()));
    let figure = figure.map(|picture| (Kind::Alt, picture));
    figure.into_iter().chain(captioned.map(|picture| (Kind::Caption, picture))).chain(own.map(|kind| (kind, node)))
}

fn paragraph_kind(paragraph: Node<'_>) -> Kind {
    match paragraph.parent().map(|parent| parent.data()).as_deref().map(|data| &data.value) {
        Some(NodeValue::Item(_)) => Kind::ListItem,
        Some(NodeValue::BlockQuote) => Kind::Quote,
        Some(NodeValue::Alert(_)) => Kind::Callout,
        Some(NodeValue::FootnoteDefinition(_)) => Kind::Footnote,
        _ => Kind::Paragraph,
    }
}
