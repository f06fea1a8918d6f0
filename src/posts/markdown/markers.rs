//! Comments that speak to translators: `<!-- no-translate -->` and `<!-- note: … -->`.
//!
//! Each stands on a line of its own and is about the block that comes next, the whole of it: all
//! items of a list, all cells of a table. None of them is in any page, feed or mail.

use std::collections::HashMap;

use comrak::nodes::{LineColumn, Node, NodeValue};

use crate::diagnostic::nearest;

/// What a comment says about the block after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Marker {
    /// `<!-- no-translate -->`: it stays as it is in every language.
    NoTranslate,
    /// `<!-- note: … -->`: what translators should know about it.
    Note(String),
}

/// What is wrong with a comment that seems to be for translators.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarkerSlip {
    /// It is nearly one: what it says, and what was probably meant.
    Misspelled(String, &'static str),
    /// No block comes after it.
    Loose(String),
    /// It does not stand on a line of its own.
    Crowded(String),
}

/// What the markers say about one block.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Marks {
    /// Whether it stays as it is.
    pub(super) is_kept: bool,
    /// The notes on it, in order.
    pub(super) notes: Vec<String>,
}

/// The identity of a node, for as long as its arena lives.
pub(super) type NodeId = usize;

/// The identity of `node`.
pub(super) fn node_id(node: Node<'_>) -> NodeId {
    std::ptr::from_ref(node).addr()
}

/// Longer comments are remarks to oneself, not misspelled markers.
const LONGEST_SLIP: usize = 24;

/// Reads the text of one HTML comment; other HTML and other comments are nothing to it.
pub(super) fn read_marker(html: &str) -> Option<Result<Marker, MarkerSlip>> {
    let said = html.trim().strip_prefix("<!--")?;
    let end = said.find("-->")?;
    let (said, after) = (said[..end].trim(), &said[end + 3..]);
    let word = said.split([':', ' ']).next().unwrap_or_default();
    let written = || said.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    let misspelled = |meant| Some(Err(MarkerSlip::Misspelled(written(), meant)));
    let marker = if said == "no-translate" {
        Marker::NoTranslate
    } else if let Some(note) = said.strip_prefix("note:").map(str::trim)
        && !note.is_empty()
    {
        Marker::Note(note.split_ascii_whitespace().collect::<Vec<_>>().join(" "))
    } else if word.eq_ignore_ascii_case("note") || (said.contains(':') && nearest(word, ["note"]).is_some()) {
        return misspelled("note: …");
    } else if said.len() <= LONGEST_SLIP && nearest(&said.to_lowercase(), ["no-translate"]).is_some() {
        return misspelled("no-translate");
    } else {
        return None;
    };
    Some(if after.trim().is_empty() { Ok(marker) } else { Err(MarkerSlip::Crowded(written())) })
}

/// Takes the markers out of a tree. Gives what they say, by the block they are about, and what is
/// wrong with those that say nothing, with its place.
pub(super) fn take_markers(root: Node<'_>) -> (HashMap<NodeId, Marks>, Vec<(MarkerSlip, LineColumn)>) {
    let mut marks: HashMap<NodeId, Marks> = HashMap::new();
    let mut slips = Vec::new();
    let mut found = Vec::new();
    for node in root.descendants() {
        let at = place(node);
        let (said, in_text) = match &node.data().value {
            NodeValue::HtmlBlock(block) => (read_marker(&block.literal), false),
            NodeValue::HtmlInline(html) => (read_marker(html), true),
            _ => continue,
        };
        match said {
            Some(Ok(marker)) => found.push((node, in_text, marker)),
            Some(Err(slip)) => slips.push((slip, at)),
            None => {}
        }
    }
    let mut parents = Vec::new();
    for (node, ..) in &found {
        let parent = node.parent();
        node.detach();
        parents.push(parent);
    }
    let mut blocks: HashMap<NodeId, Vec<Node<'_>>> = HashMap::new();
    for ((node, in_text, marker), parent) in found.into_iter().zip(parents) {
        let Some(parent) = parent else { continue };
        let name = match &marker {
            Marker::NoTranslate => "no-translate",
            Marker::Note(_) => "note: …",
        };
        if in_text {
            slips.push((MarkerSlip::Crowded(name.to_owned()), place(node)));
            continue;
        }
        // In the tree footnotes stand last, in the text anywhere: the text says what comes next.
        let blocks = blocks.entry(node_id(parent)).or_insert_with(|| {
            let mut blocks: Vec<_> = parent.children().collect();
            blocks.sort_by_key(|block| place(block));
            blocks
        });
        let next = blocks.partition_point(|block| place(block) < place(node));
        match blocks.get(next) {
            Some(block) => {
                let marks = marks.entry(node_id(block)).or_default();
                match marker {
                    Marker::NoTranslate => marks.is_kept = true,
                    Marker::Note(note) => marks.notes.push(note),
                }
            }
            None => slips.push((MarkerSlip::Loose(name.to_owned()), place(node))),
        }
    }
    slips.sort_by_key(|(_, at)| *at);
    (marks, slips)
}

fn place(node: Node<'_>) -> LineColumn {
    node.data().sourcepos.start
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_is_a_marker_or_nearly_one_or_none() {
        let misspelled = |said: &str, meant| Some(Err(MarkerSlip::Misspelled(said.to_owned(), meant)));
        for (html, expected) in [
            ("<!-- no-translate -->\n", Some(Ok(Marker::NoTranslate))),
            ("<!--no-translate-->", Some(Ok(Marker::NoTranslate))),
            ("<!-- note: een\n  stoel -->", Some(Ok(Marker::Note("een stoel".to_owned())))),
            ("<!-- no-tranlate -->", misspelled("no-tranlate", "no-translate")),
            ("<!-- notranslate -->", misspelled("notranslate", "no-translate")),
            ("<!-- No-Translate -->", misspelled("No-Translate", "no-translate")),
            ("<!-- noot: een stoel -->", misspelled("noot: een stoel", "note: …")),
            ("<!-- note -->", misspelled("note", "note: …")),
            ("<!-- Note: een -->", misspelled("Note: een", "note: …")),
            ("<!-- no-translate --> tekst", Some(Err(MarkerSlip::Crowded("no-translate".to_owned())))),
            ("<!-- nog nakijken -->", None),
            ("<!-- TODO: bron zoeken -->", None),
            ("<!-- http://voorbeeld.be -->", None),
            ("<div>no-translate</div>", None),
            ("<!-- no-translate", None),
            ("<!-->", None),
        ] {
            assert_eq!(read_marker(html), expected, "{html:?}");
        }
    }
}
