//! Putting a variant's words into the tree of the Dutch body.

use std::collections::HashMap;

use comrak::{
    Arena,
    nodes::{AstNode, Node, NodeValue},
};

use super::{BodyHeading, Place, Words, place};
use crate::{
    locale::Locale,
    posts::{
        Post,
        markdown::{Body, Definitions, Kind, Leaf, parse_texts},
    },
    translation::Resolved,
};

/// What is known of a body once the words of a variant are in it.
pub(super) struct Grafted {
    /// The blocks that are in another language than the page.
    pub(super) languages: HashMap<Place, Locale>,
    /// The same of captions, by the places of their pictures.
    pub(super) captions: HashMap<Place, Locale>,
    /// The headings.
    pub(super) headings: Vec<(Place, BodyHeading)>,
}

/// Puts the words of the variant into the Dutch tree.
pub(super) fn graft_variant<'a>(
    arena: &'a Arena<'a>,
    body: &Body<'a>,
    post: &Post,
    words: &Words,
    source: &Locale,
) -> Grafted {
    let mut resolved: Vec<Option<&Resolved>> = vec![None; body.leaves.len()];
    let front = words.blocks.len().saturating_sub(post.body_leaves.len());
    for (leaf, block) in post.body_leaves.iter().zip(&words.blocks[front..]) {
        resolved[*leaf] = Some(block);
    }
    let leaves = || body.leaves.iter().zip(&resolved);
    // The same place has the same address in every language, so it is made from the Dutch words.
    let mut seen = HashMap::new();
    let anchors: Vec<_> =
        body.leaves.iter().filter(|leaf| leaf.kind == Kind::Heading).map(|leaf| anchor(leaf.node, &mut seen)).collect();
    let translated = leaves().filter_map(|(leaf, block)| Some((leaf, block.filter(|block| block.locale != *source)?)));
    graft_texts(
        arena,
        translated.map(|(leaf, block)| (leaf, block.text.as_str())),
        &Definitions::of(&post.body, body.root),
    );
    let locale_of = |leaf: &Leaf<'_>, block: Option<&Resolved>| match block {
        Some(block) => block.locale.clone(),
        None if leaf.is_kept => source.clone(),
        None => words.locale.clone(),
    };
    let (mut languages, mut captions) = (HashMap::new(), HashMap::new());
    for (leaf, block) in leaves() {
        let locale = locale_of(leaf, *block);
        if locale.language() != words.locale.language() {
            let into = if leaf.kind == Kind::Caption { &mut captions } else { &mut languages };
            into.insert(place(leaf.node), locale);
        }
    }
    let mut headings = Vec::new();
    let with_heading = leaves().filter(|(leaf, _)| leaf.kind == Kind::Heading);
    for ((leaf, block), id) in with_heading.zip(anchors) {
        let NodeValue::Heading(heading) = &mut leaf.node.data_mut().value else { continue };
        // The title is the page's only heading of level 1.
        heading.level = heading.level.max(2);
        headings.push((leaf, id, heading.level, locale_of(leaf, *block)));
    }
    let heading = |(leaf, id, level, locale): (&Leaf<'_>, _, _, _)| {
        (place(leaf.node), BodyHeading { id, text: leaf.node.collect_text(), locale, level })
    };
    Grafted { languages, captions, headings: headings.into_iter().map(heading).collect() }
}

/// Puts each text in the place of what its leaf says. All of them are parsed together.
fn graft_texts<'a, 't>(arena: &'a Arena<'a>, texts: impl Iterator<Item = (&'t Leaf<'a>, &'t str)>, around: &Definitions)
where
    'a: 't,
{
    let (markdown, plain): (Vec<_>, Vec<_>) = texts.partition(|(leaf, _)| leaf.kind.is_markdown());
    for (leaf, text) in plain {
        graft_plain(arena, leaf, text);
    }
    let parsed = parse_texts(arena, markdown.iter().map(|(_, text)| *text), around);
    for ((leaf, _), parsed) in markdown.into_iter().zip(parsed) {
        let (own, dutch) = (tags(parsed), tags(leaf.node));
        let is_dutch = own.iter().map(|(_, tag)| tag).eq(dutch.iter().map(|(_, tag)| tag));
        if !is_dutch && !closes_what_it_opens(&own) {
            own.iter().for_each(|(node, _)| node.detach());
        }
        detach_children(leaf.node);
        for child in parsed.children().collect::<Vec<_>>() {
            leaf.node.append(child);
        }
    }
}

/// The HTML tags in a block, in order.
fn tags<'a>(block: Node<'a>) -> Vec<(Node<'a>, String)> {
    let tags = block.descendants().filter_map(|node| match &node.data().value {
        NodeValue::HtmlInline(tag) => Some((node, tag.clone())),
        _ => None,
    });
    tags.collect()
}

/// The elements that a translation may bring along where the Dutch has none: `1<sup>er</sup>`.
const OF_A_LINE: [&str; 21] = [
    "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp",
    "small", "strong", "sub", "sup", "u",
];

/// Whether tags are those of a line and nest: a `</li>` would end the list around the block, and a `<b>`
/// alone would reach into the next one.
fn closes_what_it_opens(tags: &[(Node<'_>, String)]) -> bool {
    let mut open = Vec::new();
    let fits = tags.iter().all(|(_, tag)| {
        let (closes, tag) = tag.strip_prefix("</").map_or((false, &tag[1..]), |tag| (true, tag));
        let end = tag.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(tag.len());
        let name = tag[..end].to_ascii_lowercase();
        if closes {
            return open.pop() == Some(name);
        }
        let is_known = OF_A_LINE.contains(&name.as_str());
        open.push(name);
        is_known
    });
    fits && open.is_empty()
}

fn graft_plain<'a>(arena: &'a Arena<'a>, leaf: &Leaf<'a>, text: &str) {
    match (leaf.kind, &mut leaf.node.data_mut().value) {
        (Kind::Caption, NodeValue::Image(image)) => return text.clone_into(&mut image.title),
        (Kind::CalloutTitle, NodeValue::Alert(alert)) => return alert.title = Some(text.to_owned()),
        _ => {}
    }
    detach_children(leaf.node);
    leaf.node.append(arena.alloc(AstNode::from(NodeValue::Text(text.to_owned().into()))));
}

fn detach_children(node: Node<'_>) {
    for child in node.children().collect::<Vec<_>>() {
        child.detach();
    }
}

/// The number of each footnote in the Dutch text; translations keep it.
pub(super) fn footnote_numbers(root: Node<'_>) -> HashMap<String, u32> {
    let notes = root.descendants().filter_map(|node| match &node.data().value {
        NodeValue::FootnoteReference(note) => Some((note.name.clone(), note.ix)),
        _ => None,
    });
    notes.collect()
}

/// Numbers the references of each footnote anew, in the order they stand in now. Gives how often
/// each footnote is referred to: a translation may do so more or less often than the Dutch text.
pub(super) fn number_footnotes(root: Node<'_>, numbers: &HashMap<String, u32>) -> HashMap<String, u32> {
    let mut seen: HashMap<String, u32> = HashMap::new();
    for node in root.descendants() {
        if let NodeValue::FootnoteReference(note) = &mut node.data_mut().value {
            let nth = seen.entry(note.name.clone()).or_default();
            *nth += 1;
            note.ref_num = *nth;
            note.ix = numbers.get(&note.name).copied().unwrap_or(note.ix);
        }
    }
    seen
}

/// An `id` for a heading: its words in lower case with hyphens, and a number if it stands there twice.
fn anchor(heading: Node<'_>, seen: &mut HashMap<String, u32>) -> String {
    let words: String =
        heading.collect_text().to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let id = words.split_whitespace().collect::<Vec<_>>().join("-");
    let id = if id.is_empty() { "deel".to_owned() } else { id };
    let count = seen.entry(id.clone()).or_default();
    *count += 1;
    if *count == 1 { id } else { format!("{id}-{count}") }
}
