//! The body of a post in the language it was written in, taken apart once for all variants of it.

use std::collections::HashMap;

use comrak::{
    Arena,
    nodes::{AstNode, Node, NodeValue},
};
use rustc_hash::FxHashMap;

use super::graft::tags;
use crate::posts::markdown::{self, Definitions, Kind, Leaf};

/// What the page around a body has an `id` for already.
const PAGE_IDS: [&str; 6] = ["content", "contents-title", "related", "sources-title", "teaser", "teaser-email"];

/// A body as it was written, from which that of each variant is made.
pub(in crate::publication) struct Original<'a> {
    body: markdown::Body<'a>,
    /// Of each place that holds text: the place of its block among all, its HTML tags, and the `id` of a heading.
    leaves: Vec<LeafFacts>,
    /// By its node, the first of the places that it is, and how many it is.
    places: FxHashMap<*const AstNode<'a>, (usize, usize)>,
    definitions: Definitions,
    footnote_numbers: HashMap<String, u32>,
    length: usize,
}

/// What is known of a place that holds text.
#[derive(Debug, Default)]
pub(super) struct LeafFacts {
    /// Which of the blocks of the body stands there; none where nothing is translated.
    pub(super) block: Option<usize>,
    /// The HTML tags in it.
    pub(super) tags: Vec<String>,
    /// The `id` of a heading: the same place has the same address in every language, so it is made from the words of the
    /// source.
    pub(super) anchor: Option<String>,
}

impl<'a> Original<'a> {
    /// Takes a body apart. `with_block` says which of the places in it that hold text have a block.
    pub(in crate::publication) fn parse(arena: &'a Arena<'a>, text: &str, with_block: &[usize]) -> Self {
        let body = markdown::parse_body(arena, text);
        let mut seen = HashMap::from(PAGE_IDS.map(|id| (id.to_owned(), 1)));
        let facts = |leaf: &Leaf<'_>| LeafFacts {
            block: None,
            tags: tags(leaf.node).into_iter().map(|(_, tag)| tag).collect(),
            anchor: (leaf.kind == Kind::Heading).then(|| anchor(leaf.node, &mut seen)),
        };
        let mut leaves: Vec<LeafFacts> = body.leaves.iter().map(facts).collect();
        for (block, leaf) in with_block.iter().enumerate() {
            leaves[*leaf].block = Some(block);
        }
        let mut places = FxHashMap::default();
        for (number, leaf) in body.leaves.iter().enumerate() {
            places.entry(std::ptr::from_ref(leaf.node)).or_insert((number, 0)).1 += 1;
        }
        let definitions = Definitions::of(text, body.root);
        let footnote_numbers = footnote_numbers(body.root);
        Self { body, leaves, places, definitions, footnote_numbers, length: text.len() }
    }

    /// The places that hold text, with what is known of each.
    pub(super) fn leaves(&self) -> impl Iterator<Item = (&Leaf<'a>, &LeafFacts)> {
        self.body.leaves.iter().zip(&self.leaves)
    }

    /// Where its headings are.
    pub(in crate::publication) fn ids(&self) -> impl Iterator<Item = &String> {
        self.leaves.iter().filter_map(|leaf| leaf.anchor.as_ref())
    }

    /// What the rest of the body means to a block of it.
    pub(super) fn definitions(&self) -> &Definitions {
        &self.definitions
    }

    /// The number of each footnote; translations keep it.
    pub(super) fn footnote_numbers(&self) -> &HashMap<String, u32> {
        &self.footnote_numbers
    }

    /// The bytes of the text.
    pub(super) fn length(&self) -> usize {
        self.length
    }

    /// A copy of the tree, and in it the node of each place that holds text. What stands inside those that are to be
    /// `replaced`, in their order, is left out.
    pub(super) fn copy<'c>(&self, arena: &'c Arena<'c>, replaced: &[bool]) -> (Node<'c>, Vec<Node<'c>>) {
        let root = copy_node(arena, self.body.root);
        let mut leaves = vec![root; self.body.leaves.len()];
        let mut open = vec![(self.body.root, root)];
        while let Some((from, to)) = open.pop() {
            // An alt text and a caption, which are both of the picture, stand next to each other.
            let (first, count) = self.places.get(&std::ptr::from_ref(from)).copied().unwrap_or_default();
            leaves[first..first + count].fill(to);
            if replaced[first..first + count].contains(&true) {
                continue;
            }
            for child in from.children() {
                let copy = copy_node(arena, child);
                to.append(copy);
                open.push((child, copy));
            }
        }
        (root, leaves)
    }
}

/// A node alone, at its place.
fn copy_node<'c>(arena: &'c Arena<'c>, node: Node<'_>) -> Node<'c> {
    let data = node.data();
    let copy = arena.alloc(AstNode::from(data.value.clone()));
    copy.data_mut().sourcepos = data.sourcepos;
    copy
}

/// The number of each footnote in the text.
fn footnote_numbers(root: Node<'_>) -> HashMap<String, u32> {
    let notes = root.descendants().filter_map(|node| match &node.data().value {
        NodeValue::FootnoteReference(note) => Some((note.name.clone(), note.ix)),
        _ => None,
    });
    notes.collect()
}

/// An `id` for a heading: its words in lower case with hyphens, and a number if it stands there twice.
fn anchor(heading: Node<'_>, seen: &mut HashMap<String, u32>) -> String {
    let words: String =
        heading.collect_text().to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let id = words.split_whitespace().collect::<Vec<_>>().join("-");
    let id = if id.is_empty() { "deel".to_owned() } else { id };
    // Those begin the ids of footnotes.
    let id = if id.starts_with("fn-") || id.starts_with("fnref-") { format!("deel-{id}") } else { id };
    let count = seen.entry(id.clone()).or_default();
    *count += 1;
    if *count == 1 { id } else { format!("{id}-{count}") }
}
