//! Putting a variant's words into the tree of the Dutch body.

use std::collections::HashMap;

use comrak::{
    Arena,
    nodes::{AstNode, Node, NodeValue},
};
use rustc_hash::FxHashMap;

use super::{
    BodyHeading, Place, Words,
    original::{LeafFacts, Original},
    place,
    typeset::set_leaf,
};
use crate::{
    locale::Locale,
    posts::markdown::{Definitions, Kind, Leaf, only_picture, pair, parse_texts, tags_of},
    publication::Punctuation,
};

/// What is known of a body once the words of a variant are in it.
pub(super) struct Grafted {
    /// The blocks that are in another language than the page.
    pub(super) languages: FxHashMap<Place, Locale>,
    /// The same of captions, by the places of their pictures.
    pub(super) captions: FxHashMap<Place, Locale>,
    /// The headings.
    pub(super) headings: Vec<(Place, BodyHeading)>,
}

/// Makes the tree of a variant: that of the Dutch, with its words in it.
pub(super) fn graft_variant<'a>(
    arena: &'a Arena<'a>,
    original: &Original<'_>,
    words: Words<'_>,
    (source, punctuation): (&Locale, Punctuation),
) -> (Node<'a>, Grafted) {
    let block = |facts: &LeafFacts| words.blocks.get(facts.block?);
    let translated = |facts: &LeafFacts| block(facts).filter(|block| block.locale != *source);
    let is_replaced = |(leaf, facts): (&Leaf<'_>, &LeafFacts)| {
        !matches!(leaf.kind, Kind::Caption | Kind::CalloutTitle) && translated(facts).is_some()
    };
    let replaced: Vec<bool> = original.leaves().map(is_replaced).collect();
    let (root, nodes) = original.copy(arena, &replaced);
    let leaves = || original.leaves().zip(nodes.iter().copied()).map(|((leaf, facts), node)| (leaf, facts, node));
    let texts = leaves().filter_map(|(leaf, facts, node)| {
        let text = translated(facts)?.text.as_str();
        Some(Graft { kind: leaf.kind, node, tags: &facts.tags, text })
    });
    graft_texts(arena, texts, original.definitions());
    let locale_of = |leaf: &Leaf<'_>, facts: &LeafFacts| match block(facts) {
        Some(block) => block.locale.clone(),
        None if leaf.is_kept => source.clone(),
        None => words.locale.clone(),
    };
    let mut grafted = Grafted { languages: FxHashMap::default(), captions: FxHashMap::default(), headings: Vec::new() };
    for (leaf, facts, node) in leaves() {
        // What opens here and closes nowhere would reach into the next block.
        if !facts.tags.is_empty() {
            drop_loose(&tags(node));
        }
        let locale = locale_of(leaf, facts);
        set_leaf(punctuation, leaf.kind, node, &locale);
        if let Some((id, level)) = facts.anchor.clone().zip(below_title(node)) {
            let heading = BodyHeading { id, text: node.collect_text(), locale: locale.clone(), level };
            grafted.headings.push((place(node), heading));
        }
        if locale.language() != words.locale.language() {
            let into = if leaf.kind == Kind::Caption { &mut grafted.captions } else { &mut grafted.languages };
            into.insert(place(node), locale);
        }
    }
    mark_containers(root, &mut grafted.languages);
    (root, grafted)
}

/// Lets a list, a quote or a table that is all in one other language say so in the place of what is in it: its signs, its line
/// and its columns then stand where words begin.
fn mark_containers(root: Node<'_>, languages: &mut FxHashMap<Place, Locale>) {
    if languages.is_empty() {
        return;
    }
    let is_text = |node: &Node<'_>| match node.data().value {
        NodeValue::Paragraph | NodeValue::Heading(_) => only_picture(node).is_none(),
        NodeValue::TableCell => node.first_child().is_some(),
        _ => false,
    };
    let holds =
        |node: &Node<'_>| matches!(node.data().value, NodeValue::List(_) | NodeValue::BlockQuote | NodeValue::Table(_));
    for container in root.descendants().filter(holds) {
        let texts: Vec<Place> = container.descendants().filter(is_text).map(place).collect();
        let language = texts.first().and_then(|at| languages.get(at)).cloned();
        let Some(language) = language.filter(|one| texts.iter().all(|at| languages.get(at) == Some(one))) else {
            continue;
        };
        texts.iter().for_each(|at| drop(languages.remove(at)));
        languages.insert(place(container), language);
    }
}

/// The level of a heading, which is made one that stands below the title: that is the page's only one of level 1.
fn below_title(node: Node<'_>) -> Option<u8> {
    let NodeValue::Heading(heading) = &mut node.data_mut().value else { return None };
    heading.level = heading.level.max(2);
    Some(heading.level)
}

/// A text for a place of the tree, and the HTML tags that the Dutch has there.
struct Graft<'a, 't> {
    kind: Kind,
    node: Node<'a>,
    tags: &'t [String],
    text: &'t str,
}

/// Puts each text in its place. All of them are parsed together.
fn graft_texts<'a, 't>(arena: &'a Arena<'a>, texts: impl Iterator<Item = Graft<'a, 't>>, around: &Definitions) {
    let (markdown, plain): (Vec<_>, Vec<_>) = texts.partition(|graft| graft.kind.is_markdown());
    for Graft { kind, node, text, .. } in plain {
        graft_plain(arena, kind, node, text);
    }
    let parsed = parse_texts(arena, markdown.iter().map(|graft| graft.text), around);
    for (Graft { node, tags: dutch, .. }, parsed) in markdown.into_iter().zip(parsed) {
        let own = tags(parsed);
        let is_dutch = own.iter().map(|(_, tag)| tag).eq(dutch);
        if !is_dutch && !closes_what_it_opens(&own) {
            own.iter().for_each(|(node, _)| node.detach());
        }
        for child in parsed.children().collect::<Vec<_>>() {
            node.append(child);
        }
    }
}

/// The HTML tags in a block, in order.
pub(super) fn tags<'a>(block: Node<'a>) -> Vec<(Node<'a>, String)> {
    let tags = block.descendants().filter_map(|node| match &node.data().value {
        NodeValue::HtmlInline(tag) => Some((node, tag.clone())),
        _ => None,
    });
    tags.collect()
}

/// Takes out the tags that have no other end among them.
fn drop_loose(tags: &[(Node<'_>, String)]) {
    let read: Vec<_> =
        tags.iter().flat_map(|(node, tag)| tags_of(tag).into_iter().map(move |tag| (node, tag))).collect();
    let (_, loose) = pair(read.iter().map(|(_, tag)| tag));
    loose.into_iter().for_each(|nth| read[nth].0.detach());
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

fn graft_plain<'a>(arena: &'a Arena<'a>, kind: Kind, node: Node<'a>, text: &str) {
    match (kind, &mut node.data_mut().value) {
        (Kind::Caption, NodeValue::Image(image)) => return text.clone_into(&mut image.title),
        (Kind::CalloutTitle, NodeValue::Alert(alert)) => return alert.title = Some(text.to_owned()),
        _ => {}
    }
    node.append(arena.alloc(AstNode::from(NodeValue::Text(text.to_owned().into()))));
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
