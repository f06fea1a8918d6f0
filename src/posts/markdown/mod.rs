//! Markdown: which extensions are on, and how a body falls into translatable blocks.
//!
//! [`parse_body`] gives the tree that both blocks and pages are made from: comments to translators
//! are taken out of it, and what can be written in several ways stands there in one. [`read_blocks`]
//! writes each block of text as one line of canonical Markdown (`inline`) and makes sure that the
//! line, parsed as a translation is (`standalone`), gives the same tree again.

mod kind;
mod nesting;
mod links;
mod slips;
mod marks;
mod markers;
mod tidy;
mod leaves;
mod inline;
mod slice;
mod tags;
mod standalone;
mod writing;
mod blocks;

pub(crate) use inline::{bare_address, begins_entity, code_span, link_end};
pub(crate) use standalone::{HEAD, parse_as_written};
pub(crate) use writing::write_line;

pub use blocks::{ReadBlocks, read_blocks};
pub use kind::{Block, Kind};
pub use leaves::{Body, Leaf, parse_body};
pub use links::{
    Link, Target, can_be_shown, file_beside, is_followed, is_picture, is_relative, links, mentioned, only_picture,
    post_link,
};
pub use markers::MarkerSlip;
pub(crate) use marks::marked_in;
pub use nesting::{MOST_NESTED, too_deep};
pub(crate) use slips::attributes;
pub use slips::{CALLOUTS, Slip, slips};
pub use standalone::{Definitions, fits, parse_texts, reference_definitions};
pub use tags::{Tag, pair, tags_of};

use comrak::{
    Arena, Options,
    nodes::{Node, NodeValue},
};

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

/// A file's text with one kind of line end, and without the character that ends texts elsewhere
/// (CommonMark 0.31, sections 2.1 and 2.3): parsers differ on both.
pub fn clean_text(text: &str) -> String {
    if memchr::memchr2(b'\r', b'\0', text.as_bytes()).is_none() {
        return text.to_owned();
    }
    text.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "\u{fffd}")
}

/// Parses Markdown into a tree that lives in `arena`.
fn parse_markdown<'a>(arena: &'a Arena<'a>, text: &str) -> Node<'a> {
    comrak::parse_document(arena, text, &options())
}

/// Whether the tree holds raw HTML, which must be sanitised.
pub fn has_raw_html(root: Node<'_>) -> bool {
    root.descendants().any(|node| matches!(node.data().value, NodeValue::HtmlBlock(_) | NodeValue::HtmlInline(_)))
}
