//! One way to say each thing in a tree, so that the same words are the same tree.
//!
//! How a writer wraps the lines changes nothing: line ends inside a paragraph are spaces. A hard
//! break is one however it was written, `<br>` included. Pictures are described in plain text.

use comrak::{
    Arena,
    arena_tree::NodeEdge,
    nodes::{AstNode, Node, NodeValue},
};

/// Brings the inline content of a whole tree into its one form.
pub(super) fn tidy<'a>(arena: &'a Arena<'a>, root: Node<'a>) {
    let nodes = outside_descriptions(root);
    for node in &nodes {
        unify(arena, node);
    }
    for node in &nodes {
        join_texts(node);
    }
    for node in nodes {
        let is_block_of_text =
            matches!(node.data().value, NodeValue::Paragraph | NodeValue::Heading(_) | NodeValue::TableCell);
        if is_block_of_text || matches!(node.data().value, NodeValue::LineBreak) {
            trim_edges(node);
        }
    }
}

/// All nodes but those inside the description of a picture, where pictures may stand in pictures.
fn outside_descriptions(root: Node<'_>) -> Vec<Node<'_>> {
    let mut nodes = Vec::new();
    let mut depth = 0;
    for edge in root.traverse() {
        match edge {
            NodeEdge::Start(node) => {
                if depth == 0 {
                    nodes.push(node);
                }
                depth += usize::from(is_picture(node));
            }
            NodeEdge::End(node) => depth -= usize::from(is_picture(node)),
        }
    }
    nodes
}

fn is_picture(node: Node<'_>) -> bool {
    matches!(node.data().value, NodeValue::Image(_))
}

/// Whether a tag is a hard break: `<br>`, `<br/>`, `<BR />`.
fn is_break(tag: &str) -> bool {
    let name = tag.trim_start_matches('<').trim_end_matches('>').trim_end_matches('/').trim();
    name.eq_ignore_ascii_case("br")
}

fn unify<'a>(arena: &'a Arena<'a>, node: Node<'a>) {
    let mut data = node.data_mut();
    match &mut data.value {
        value @ NodeValue::SoftBreak => *value = NodeValue::Text(" ".into()),
        NodeValue::HtmlInline(tag) if is_break(tag) => data.value = NodeValue::LineBreak,
        NodeValue::HtmlInline(html) => *html = html.replace('\n', " "),
        NodeValue::Link(link) => link.title = on_one_line(&link.title),
        NodeValue::Alert(alert) => {
            alert.title = alert.title.take().map(|title| on_one_line(&title)).filter(|title| !title.is_empty());
        }
        NodeValue::Image(image) => {
            image.title = on_one_line(&image.title);
            drop(data);
            describe_plainly(arena, node);
        }
        _ => {}
    }
}

/// Leaves of a picture's description only what a reader gets to hear.
fn describe_plainly<'a>(arena: &'a Arena<'a>, picture: Node<'a>) {
    let text = on_one_line(&picture.collect_text());
    for child in picture.children().collect::<Vec<_>>() {
        child.detach();
    }
    if !text.is_empty() {
        picture.append(arena.alloc(AstNode::from(NodeValue::Text(text.into()))));
    }
}

/// A plain text without line feeds, tabs and other controls.
fn on_one_line(text: &str) -> String {
    text.replace(|c: char| c.is_control(), " ").trim_matches(' ').to_owned()
}

/// Joins a text with those that follow it.
fn join_texts(node: Node<'_>) {
    if node.parent().is_none() || !matches!(node.data().value, NodeValue::Text(_)) {
        return;
    }
    while let Some(next) = node.next_sibling()
        && let NodeValue::Text(more) = &next.data().value
    {
        if let NodeValue::Text(text) = &mut node.data_mut().value {
            text.to_mut().push_str(more);
        }
        next.detach();
    }
}

/// Takes away the blanks at the edges of a block of text, and those beside a hard break.
fn trim_edges(node: Node<'_>) {
    let is_break = matches!(node.data().value, NodeValue::LineBreak);
    let (first, last) =
        if is_break { (node.next_sibling(), node.previous_sibling()) } else { (node.first_child(), node.last_child()) };
    for (edge, at_start) in [(first, true), (last, false)] {
        let Some(edge) = edge else { continue };
        let mut data = edge.data_mut();
        let NodeValue::Text(text) = &mut data.value else { continue };
        let trimmed = if at_start { text.trim_start_matches([' ', '\t']) } else { text.trim_end_matches([' ', '\t']) };
        if trimmed.len() < text.len() {
            *text = trimmed.to_owned().into();
        }
        let is_empty = text.is_empty();
        drop(data);
        if is_empty {
            edge.detach();
        }
    }
}
