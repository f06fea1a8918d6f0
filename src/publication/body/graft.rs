//! Putting a variant's words into the tree of the Dutch body.

use std::{collections::HashMap, fmt::Write as _};

use comrak::{
    Arena,
    nodes::{AstNode, Node, NodeValue},
};

use super::{BodyHeading, Place, place};
use crate::{
    locale::Locale,
    posts::{
        Post,
        markdown::{self, Kind, Leaf},
    },
    translation::{Resolved, Variant},
};

/// Puts the words of the variant into the Dutch tree. Gives the blocks that are in another language
/// than the page, and the headings.
pub(super) fn graft_variant<'a>(
    arena: &'a Arena<'a>,
    root: Node<'a>,
    post: &Post,
    variant: &Variant,
    notes: &HashMap<String, u32>,
) -> (HashMap<Place, Locale>, Vec<(Place, BodyHeading)>) {
    let stubs = stub_definitions(&post.body, notes);
    let mut languages = HashMap::new();
    let mut headings = Vec::new();
    let mut anchors: HashMap<String, u32> = HashMap::new();
    let leaves = markdown::translatable_leaves(root, &post.body);
    let front = variant.blocks.len().saturating_sub(leaves.len());
    for ((leaf, dutch), resolved) in leaves.iter().zip(&variant.blocks[front..]) {
        let anchor = (leaf.kind == Kind::Heading).then(|| anchor(&leaf.node.collect_text(), &mut anchors));
        if resolved.text != *dutch {
            graft(arena, leaf, &resolved.text, &stubs);
        }
        if !variant.is_own(resolved) {
            languages.insert(place(leaf.node), resolved.locale.clone());
        }
        if let (Some(id), NodeValue::Heading(heading)) = (anchor, &mut leaf.node.data_mut().value) {
            // The title is the page's only heading of level 1.
            heading.level = heading.level.max(2);
            headings.push((leaf, id, heading.level, resolved));
        }
    }
    let headings =
        headings.into_iter().map(|(leaf, id, level, resolved)| (place(leaf.node), heading(leaf, id, level, resolved)));
    (languages, headings.collect())
}

fn heading(leaf: &Leaf<'_>, id: String, level: u8, resolved: &Resolved) -> BodyHeading {
    BodyHeading { id, text: leaf.node.collect_text(), locale: resolved.locale.clone(), level }
}

fn graft<'a>(arena: &'a Arena<'a>, leaf: &Leaf<'a>, text: &str, stubs: &str) {
    match (leaf.kind, &mut leaf.node.data_mut().value) {
        (Kind::Caption, NodeValue::Image(image)) => {
            text.clone_into(&mut image.title);
            return;
        }
        (Kind::CalloutTitle, NodeValue::Alert(alert)) => {
            alert.title = Some(text.to_owned());
            return;
        }
        _ => {}
    }
    for child in leaf.node.children().collect::<Vec<_>>() {
        child.detach();
    }
    if leaf.kind == Kind::Alt {
        leaf.node.append(arena.alloc(AstNode::from(NodeValue::Text(text.to_owned().into()))));
        return;
    }
    let root = markdown::parse_markdown(arena, &format!("{text}\n\n{stubs}"));
    let Some(paragraph) = root.first_child() else { return };
    for child in paragraph.children().collect::<Vec<_>>() {
        leaf.node.append(child);
    }
    if leaf.kind != Kind::Cell {
        let is_break = |node: &Node<'a>| matches!(&node.data().value, NodeValue::HtmlInline(tag) if tag == "<br>");
        for tag in leaf.node.descendants().filter(is_break).collect::<Vec<_>>() {
            tag.data_mut().value = NodeValue::LineBreak;
        }
    }
}

/// Makes line ends inside a paragraph spaces, as they are in translations: wrapping a Dutch
/// paragraph anew then changes no page.
pub(super) fn fold_soft_breaks(root: Node<'_>) {
    for node in root.descendants() {
        let value = &mut node.data_mut().value;
        if matches!(value, NodeValue::SoftBreak) {
            *value = NodeValue::Text(" ".into());
        }
    }
}

/// What a block parsed on its own needs to find its links and footnotes.
fn stub_definitions(body: &str, notes: &HashMap<String, u32>) -> String {
    let mut stubs = markdown::reference_definitions(body);
    for name in notes.keys() {
        let _ = write!(stubs, "\n\n[^{name}]: -");
    }
    stubs
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
fn anchor(text: &str, seen: &mut HashMap<String, u32>) -> String {
    let words: String = text.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let id = words.split_whitespace().collect::<Vec<_>>().join("-");
    let id = if id.is_empty() { "deel".to_owned() } else { id };
    let count = seen.entry(id.clone()).or_default();
    *count += 1;
    if *count == 1 { id } else { format!("{id}-{count}") }
}

#[cfg(test)]
mod tests {
    use comrak::html::format_document;

    use super::*;

    /// The HTML of a document, after every block was replaced by its own text if `grafted`.
    fn html(text: &str, grafted: bool) -> String {
        let arena = Arena::new();
        let root = markdown::parse_markdown(&arena, text);
        let numbers = footnote_numbers(root);
        if grafted {
            let stubs = stub_definitions(text, &numbers);
            for (leaf, own) in markdown::translatable_leaves(root, text) {
                graft(&arena, &leaf, &own, &stubs);
            }
        }
        number_footnotes(root, &numbers);
        fold_soft_breaks(root);
        let mut html = String::new();
        format_document(root, &markdown::options(), &mut html).unwrap();
        html
    }

    #[test]
    fn a_block_that_is_replaced_by_its_own_text_stays_as_it_was() {
        for text in [
            "## Kop met *nadruk* ##\n\nAlinea over\ntwee regels met `code` en [een link](andere.md \"titel\").\n",
            "1. **een** stap\n2. twee\n   - dieper\n\n     nog een alinea\n",
            "> citaat\n> over regels\n>\n> > dieper\n",
            "| a | b \\| c |\n|:-:|--:|\n| *x* | `y` |\n",
            "Tekst[^a] en nog eens[^a], dan[^b].\n\n[^a]: Eerste noot.\n[^b]: Tweede noot.\n",
            "Een [verwijzing][ref] en ![beeld](x.svg).\n\n[ref]: https://voorbeeld.be \"Titel\"\n",
            "> [!WARNING]\n> Let op met **dit**.\n",
            "Harde regel  \nmet een einde\\\nen verder.\n",
            "Tekens: \\* \\_ &amp; &lt;b> {accolade} [vierkant] 1\\. 2 < 3\n",
            "![alt tekst](beeld.svg \"bijschrift\")\n",
            "Setext\n======\n\n***\n\n~~weg~~ https://voorbeeld.be/pad\n",
        ] {
            assert_eq!(html(text, true), html(text, false), "{text}");
        }
    }

    #[test]
    fn a_translation_that_brings_structure_along_breaks_nothing_around_it() {
        let arena = Arena::new();
        let root = markdown::parse_markdown(&arena, "- een\n- twee\n\nslot\n");
        let leaves = markdown::translatable_leaves(root, "- een\n- twee\n\nslot\n");
        graft(&arena, &leaves[0].0, "one\n\n- two\n\n</li></ul><script>", "");
        let mut html = String::new();
        format_document(root, &markdown::options(), &mut html).unwrap();
        assert_eq!(html.matches("<li>").count(), 2);
        assert!(html.contains("<p>slot</p>") && !html.contains("script"), "{html}");
    }
}
