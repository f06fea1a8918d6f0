//! Boxes of a body that are wider than their column at times, and scroll; and quotes that stand out.

use std::fmt::{self, Write as _};

use comrak::{
    html::{ChildRendering, Context, format_node_default},
    nodes::{Node, NodeCodeBlock, NodeValue},
};

use super::html::{State, names_source};
use crate::posts::markdown::only_picture;

/// A line of code with no more characters fits on the narrowest screen (320 pixels).
const SURELY_FITS: usize = 24;

/// The longest quote that stands out, in characters: some four lines.
const MOST_PULLED: usize = 200;

/// What boxes scroll.
#[derive(Debug, Clone, Copy)]
enum Scrolling {
    /// A part of the page that has data in it.
    Table,
    /// A piece of code, of which a page may have many: no part of it to be listed.
    Code,
}

/// A block of code, whose long lines scroll inside its own box, which keyboards must be able to reach.
pub(super) fn write_code(
    context: &mut Context<'_, '_, State>,
    node: Node<'_>,
    code: &NodeCodeBlock,
) -> Result<ChildRendering, fmt::Error> {
    context.cr()?;
    context.write_str("<pre")?;
    if !surely_fits(node, code) {
        write_stop(context, node, Scrolling::Code)?;
    }
    context.write_str("><code")?;
    if let Some(language) = code.info.split_whitespace().next() {
        context.write_str(" class=\"language-")?;
        context.escape(language)?;
        context.write_str("\"")?;
    }
    context.write_str(">")?;
    context.escape(&code.literal)?;
    context.write_str("</code></pre>\n")?;
    Ok(ChildRendering::Skip)
}

/// A table, which scrolls inside its own box, which keyboards must be able to reach.
pub(super) fn write_table(
    context: &mut Context<'_, '_, State>,
    node: Node<'_>,
    entering: bool,
) -> Result<ChildRendering, fmt::Error> {
    if entering {
        context.cr()?;
        let language = context.user.language(node);
        write!(context, "<div class=\"table\"{language}")?;
        write_stop(context, node, Scrolling::Table)?;
        context.write_str(">")?;
        return format_node_default(context, node, entering);
    }
    let rendering = format_node_default(context, node, entering)?;
    context.write_str("</div>")?;
    context.lf()?;
    Ok(rendering)
}

/// What lets keyboards stop at a box, and says what it is (WCAG 2.2, 4.1.2): its kind, and the heading that it stands under.
fn write_stop(context: &mut Context<'_, '_, State>, node: Node<'_>, scrolling: Scrolling) -> fmt::Result {
    let [table, code] = &context.user.names;
    let (role, kind) = match scrolling {
        Scrolling::Table => ("region", table),
        Scrolling::Code => ("group", code),
    };
    let name = match heading_above(node) {
        Some(heading) => format!("{kind} – {heading}"),
        None => kind.clone(),
    };
    write!(context, " tabindex=\"0\" role=\"{role}\" aria-label=\"")?;
    context.escape(&name)?;
    // Two boxes under one heading are two in a list of all of them.
    let count = context.user.boxes.entry(name).or_default();
    *count += 1;
    match *count {
        1 => context.write_str("\""),
        nth => write!(context, " ({nth})\""),
    }
}

/// The text of the last heading above a block.
fn heading_above(node: Node<'_>) -> Option<String> {
    let heading = node
        .ancestors()
        .flat_map(|around| around.preceding_siblings())
        .find(|before| matches!(before.data().value, NodeValue::Heading(_)))?;
    Some(heading.collect_text().trim().to_owned()).filter(|text| !text.is_empty())
}

/// Whether no line of a block of code can be wider than its box.
fn surely_fits(node: Node<'_>, code: &NodeCodeBlock) -> bool {
    let is_narrow = |line: &str| line.len() <= SURELY_FITS && line.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    is_outermost(node) && code.literal.lines().all(is_narrow)
}

/// Whether a quote is one short paragraph, and who said it.
pub(super) fn is_pull_quote(quote: Node<'_>) -> bool {
    let Some(said) = quote.first_child() else { return false };
    let is_short = matches!(said.data().value, NodeValue::Paragraph)
        && only_picture(said).is_none()
        && said.collect_text().chars().count() <= MOST_PULLED;
    let is_alone = said.next_sibling().is_none_or(|after| after.next_sibling().is_none() && names_source(after));
    is_short && is_alone && is_outermost(quote)
}

/// Whether a block stands in no other.
fn is_outermost(node: Node<'_>) -> bool {
    node.parent().is_some_and(|parent| parent.parent().is_none())
}
