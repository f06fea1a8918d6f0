//! Writing Markdown down from a tree, for what was not Markdown before.

use comrak::{Arena, nodes::Node};

use super::{
    inline::{STYLES, write_inlines},
    standalone::{Definitions, parse_texts, same_content},
};

/// The content of a block as one line of Markdown: the most readable one that reads back as the block is.
/// None when there is no such line.
pub(crate) fn write_line<'a>(arena: &'a Arena<'a>, block: Node<'a>) -> Option<String> {
    STYLES.into_iter().find_map(|style| {
        let line = write_inlines(block, style);
        let read = parse_texts(arena, [line.as_str()], &Definitions::default());
        let is_same = !line.contains(['\n', '\r']) && read.first().is_some_and(|read| same_content(block, read));
        is_same.then_some(line)
    })
}
