//! What a body links to and shows.

use comrak::nodes::{Node, NodeValue};

use super::slice::Lines;

/// Something inside the publication that a body refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// Another post, by its slug, as `[text](slug.md)` says it.
    Post(String),
    /// A picture beside the post.
    Picture(String),
}

/// The places a tree links or points to that are not on the web: other posts and pictures,
/// each with its line, counted from `first_line`, and column.
pub(super) fn local_targets(root: Node<'_>, lines: &Lines<'_>, first_line: usize) -> Vec<(Target, (usize, usize))> {
    let mut targets = Vec::new();
    for node in root.descendants() {
        let data = node.data();
        let at = lines.in_file(data.sourcepos.start, first_line);
        match &data.value {
            NodeValue::Link(link) => {
                targets.extend(post_link(&link.url).map(|(slug, _)| (Target::Post(slug.to_owned()), at)))
            }
            NodeValue::Image(image) if is_relative(&image.url) => {
                targets.push((Target::Picture(image.url.clone()), at))
            }
            _ => {}
        }
    }
    targets
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
