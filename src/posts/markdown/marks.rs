//! Signs that mean something elsewhere, and here are shown as they are, or mean something else.

use comrak::{
    Arena,
    nodes::{Node, NodeValue},
};

use super::{Slip, parse_markdown, slice::Lines, too_deep};

/// The first words of a plain text that look marked, with their signs: readers would see the signs themselves.
pub(crate) fn marked_in(text: &str) -> Option<String> {
    // Most have none, and then nothing has to be parsed.
    if !text.contains(['*', '_', '`', '[', '~']) || too_deep(text, 1).is_some() {
        return None;
    }
    let (arena, lines) = (Arena::new(), Lines::new(text));
    let is_marked = |node: &Node<'_>| match node.data().value {
        NodeValue::Emph | NodeValue::Strong | NodeValue::Code(_) | NodeValue::Strikethrough => true,
        NodeValue::Link(_) => text.contains("]("),
        _ => false,
    };
    let marked = parse_markdown(&arena, text).descendants().find(is_marked)?;
    let sourcepos = marked.data().sourcepos;
    Some(lines.slice(sourcepos).to_owned())
}

/// What a part of a body looks like that was hardly meant so.
pub(super) fn shown_otherwise(node: Node<'_>, body: &str, lines: &Lines<'_>) -> Option<Slip> {
    let data = node.data();
    let from = |node: Node<'_>| body.split_at_checked(lines.offset(node.data().sourcepos.start));
    match &data.value {
        NodeValue::Item(_) => {
            let (_, written) = from(node.first_child()?)?;
            let sign = ["[ ]", "[x]", "[X]"].into_iter().find(|sign| written.starts_with(sign))?;
            written[sign.len()..].starts_with(' ').then_some(Slip::TickBox(sign))
        }
        // Between letters it was written to set something lower, as in H~2~O.
        NodeValue::Strikethrough => {
            let (before, written) = from(node)?;
            let is_single = written.starts_with('~') && !written.starts_with("~~");
            let is_lower = is_single && before.ends_with(char::is_alphanumeric);
            is_lower.then(|| Slip::Struck(node.collect_text()))
        }
        NodeValue::Image(image) => marked_in(&image.title).map(Slip::Marked),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_look_marked_are_found_with_their_signs() {
        for (text, marked) in [
            ("Een **vette** duif", Some("**vette**")),
            ("Foto: *camera*", Some("*camera*")),
            ("Zie [de duif](duif.md)", Some("[de duif](duif.md)")),
            ("Typ `duif`", Some("`duif`")),
            ("3 * 4 * 5, foto_van_duif.jpg, [sic], https://duif.example/~an/", None),
            ("Gewoon een duif", None),
        ] {
            assert_eq!(marked_in(text).as_deref(), marked, "{text}");
        }
    }
}
