//! The translatable blocks of a body, each with a text that gives the same tree again.

use comrak::{
    Arena,
    arena_tree::NodeEdge,
    nodes::{LineColumn, Node, NodeValue},
};

use super::{
    Block, Kind, Leaf,
    inline::{STYLES, bare_address, write_inlines},
    leaves::parse_body,
    links::{Target, local_targets},
    markers::MarkerSlip,
    slice::Lines,
    standalone::{Definitions, parse_texts, same_content},
};

/// What can be translated of a body, and what cannot though it looks so.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct ReadBlocks {
    /// The blocks, in document order (footnotes last).
    pub blocks: Vec<Block>,
    /// For each of them, which leaf of the body's tree it is.
    pub leaves: Vec<usize>,
    /// What inside the publication it refers to, with line and column.
    pub targets: Vec<(Target, (usize, usize))>,
    /// What is wrong with comments to translators, with line and column.
    pub marker_slips: Vec<(MarkerSlip, (usize, usize))>,
    /// The blocks that no line of Markdown gives back as they are, by how they begin, with line and column.
    pub untranslatable: Vec<(String, (usize, usize))>,
}

/// Reads the blocks of a body whose first line is line `first_line` of its file.
pub fn read_blocks(text: &str, first_line: usize) -> ReadBlocks {
    let arena = Arena::new();
    let body = parse_body(&arena, text);
    let lines = Lines::new(text);
    let in_file = |at: LineColumn| lines.in_file(at, first_line);
    let mut offers: Vec<_> =
        body.leaves.iter().enumerate().filter(|(_, leaf)| !leaf.is_kept && has_words(leaf)).map(Offer::new).collect();
    settle(&arena, &lines, &Definitions::of(text, body.root), &mut offers);
    let mut read = ReadBlocks {
        targets: local_targets(body.root, &lines, first_line),
        marker_slips: body.marker_slips.into_iter().map(|(slip, at)| (slip, in_file(at))).collect(),
        ..ReadBlocks::default()
    };
    for Offer { nth, leaf, text, is_settled } in offers {
        let start = leaf.node.data().sourcepos.start;
        if is_settled {
            let line = start.line + first_line - 1;
            read.blocks.push(Block { kind: leaf.kind, text, line, note: leaf.note.clone() });
            read.leaves.push(nth);
        } else {
            read.untranslatable.push((beginning(&leaf.node.collect_text()), in_file(start)));
        }
    }
    read
}

/// A leaf with the text that it may be offered to translators as.
struct Offer<'a, 'b> {
    nth: usize,
    leaf: &'b Leaf<'a>,
    text: String,
    /// Whether the text is known to give the same tree again.
    is_settled: bool,
}

impl<'a, 'b> Offer<'a, 'b> {
    fn new((nth, leaf): (usize, &'b Leaf<'a>)) -> Self {
        match plain_text(leaf) {
            Some(text) => Self { nth, leaf, text, is_settled: true },
            None => {
                let text = write_inlines(leaf.node, STYLES[0]);
                Self { nth, leaf, is_settled: is_simple(leaf.node, &text), text }
            }
        }
    }
}

/// Finds for each offer a text that, parsed on its own as a translation is, has the same content as the
/// leaf: the most readable one, at last the writer's own. All blocks are parsed together.
fn settle<'a>(arena: &'a Arena<'a>, lines: &Lines<'_>, around: &Definitions, offers: &mut [Offer<'a, '_>]) {
    for round in 0..=STYLES.len() {
        let mut open: Vec<_> = offers.iter_mut().filter(|offer| !offer.is_settled).collect();
        if open.is_empty() {
            return;
        }
        for offer in &mut open {
            match STYLES.get(round) {
                _ if round == 0 => {}
                Some(style) => offer.text = write_inlines(offer.leaf.node, *style),
                None => offer.text = lines.written(offer.leaf),
            }
        }
        let parsed = parse_texts(arena, open.iter().map(|offer| offer.text.as_str()), around);
        for (offer, parsed) in open.into_iter().zip(parsed) {
            offer.is_settled = !offer.text.contains(['\n', '\r']) && same_content(offer.leaf.node, parsed);
        }
    }
}

/// The text of a leaf that is not Markdown.
fn plain_text(leaf: &Leaf<'_>) -> Option<String> {
    match (&leaf.node.data().value, leaf.kind) {
        (NodeValue::Image(image), Kind::Caption) => Some(image.title.clone()),
        (NodeValue::Image(_), _) => Some(leaf.node.collect_text()),
        (NodeValue::Alert(alert), _) => alert.title.clone(),
        _ => None,
    }
}

/// Whether a block is one text without a sign that could mean anything, and so surely reads as itself.
fn is_simple(block: Node<'_>, text: &str) -> bool {
    let only = block.first_child().filter(|child| child.next_sibling().is_none());
    let is_text = only.is_some_and(|child| matches!(child.data().value, NodeValue::Text(_)));
    let means_something = |c: char| "\\`*_~[]<>&@#!".contains(c) || c.is_control();
    is_text && !text.contains(means_something) && !text.contains("://") && !text.to_ascii_lowercase().contains("www.")
}

/// Whether there are words in it: numbers, signs, code and bare addresses are the same in every language.
fn has_words(leaf: &Leaf<'_>) -> bool {
    if let Some(text) = plain_text(leaf) {
        return is_words(&text);
    }
    let mut in_address = false;
    leaf.node.traverse().any(|edge| match edge {
        NodeEdge::Start(node) => match &node.data().value {
            NodeValue::Text(text) => !in_address && is_words(text),
            NodeValue::Link(link) => {
                in_address = bare_address(node).is_some();
                is_words(&link.title)
            }
            NodeValue::Image(image) => is_words(&image.title),
            _ => false,
        },
        NodeEdge::End(node) => {
            in_address &= !matches!(node.data().value, NodeValue::Link(_));
            false
        }
    })
}

fn is_words(text: &str) -> bool {
    let is_address = ["http://", "https://"].iter().any(|head| text.starts_with(head));
    text.contains(char::is_alphabetic) && (!is_address || text.contains(char::is_whitespace))
}

/// How many characters of a block a person needs to recognize it.
const BEGINNING: usize = 40;

fn beginning(text: &str) -> String {
    match text.char_indices().nth(BEGINNING) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(text: &str) -> Vec<(Kind, String)> {
        read_blocks(text, 1).blocks.into_iter().map(|block| (block.kind, block.text)).collect()
    }

    fn texts(text: &str) -> Vec<String> {
        blocks(text).into_iter().map(|(_, text)| text).collect()
    }

    #[test]
    fn every_block_of_text_is_found_once_and_in_order() {
        let text = "## Kop ##\n\nEen *alinea*\nop twee regels.\n\n- punt\n\n  > citaat\n  > verder\n\n1. **een** stap\n\n\
                    | a | b\\|c |\n|---|---|\n| 12 | d |\n\n> [!TIP] Goed zo\n> Doe dit.\n\nMet noot.[^1]\n\n[^1]: De noot.\n";
        let expected = [
            (Kind::Heading, "Kop"),
            (Kind::Paragraph, "Een *alinea* op twee regels."),
            (Kind::ListItem, "punt"),
            (Kind::Quote, "citaat verder"),
            (Kind::ListItem, "**een** stap"),
            (Kind::Cell, "a"),
            (Kind::Cell, "b|c"),
            (Kind::Cell, "d"),
            (Kind::CalloutTitle, "Goed zo"),
            (Kind::Callout, "Doe dit."),
            (Kind::Paragraph, "Met noot.[^1]"),
            (Kind::Footnote, "De noot."),
        ];
        assert_eq!(blocks(text), expected.map(|(kind, text)| (kind, text.to_owned())));
    }

    #[test]
    fn a_figure_gives_its_alt_text_and_its_caption() {
        let figure = "![Een *stoel*](stoel.svg \"Meer is er\n niet nodig\")\n\nTekst met ![icoon](i.svg) erin.\n";
        let expected = [
            (Kind::Alt, "Een stoel"),
            (Kind::Caption, "Meer is er niet nodig"),
            (Kind::Paragraph, "Tekst met ![icoon](i.svg) erin."),
        ];
        assert_eq!(blocks(figure), expected.map(|(kind, text)| (kind, text.to_owned())));
    }

    #[test]
    fn code_numbers_signs_and_bare_addresses_are_not_translated() {
        for text in [
            "```\nlet x;\n```",
            "    let x;",
            "12,5 %",
            "https://voorbeeld.be/a",
            "<https://voorbeeld.be/a>",
            "an@voorbeeld.be",
            "www.voorbeeld.be",
            "<div>html</div>",
            "`code`",
            "**12** <br> *34*",
            "![](x.svg)",
            "![12](x.svg \"https://voorbeeld.be\")",
            "| 1 | 2 |\n|---|---|\n| `a` | :) |",
        ] {
            assert_eq!(blocks(text), [], "{text}");
        }
    }

    #[test]
    fn the_same_words_are_the_same_text_however_they_are_written() {
        for (one, ways) in [
            ("*x* en **y**", &["_x_ en __y__", "*x*\nen **y**", "  *x* en\n__y__", "_x_ &#101;n **y**"][..]),
            ("een - twee.", &["een \\- twee\\.", "een &#45; twee&period;"]),
            ("a & b < c", &["a &amp; b &lt; c", "a \\& b \\< c"]),
            ("één\u{a0}m", &["&eacute;&eacute;n&nbsp;m"]),
            ("een<br>twee", &["een  \ntwee", "een\\\ntwee", "een<br/>twee", "een <BR />\ntwee", "een     \n   twee"]),
            ("~~weg~~", &["~weg~"]),
            ("x ``a`b``", &["x ``a`b``", "x ``` a`b ```", "x\n``a`b``"]),
            (
                "[hier](/a \"t\") is",
                &["[hier](</a> 't') is", "[hier][x] is\n\n[x]: /a 't'", "[hier] is\n\n[HIER]: /a (t)"],
            ),
            ("zie https://a.be/x", &["zie <https://a.be/x>", "zie [https://a.be/x](https://a.be/x)"]),
            ("1. Begin", &["1\\. Begin", "## 1. Begin", "1&#46; Begin\n===", "&#49;. Begin"]),
            ("# niets", &["\\# niets", "## # niets ##", "&num; niets"]),
            ("**_heel_** sterk", &["__*heel*__ sterk", "**_heel_** sterk"]),
            ("***heel*** sterk", &["*__heel__* sterk", "_**heel**_ sterk"]),
        ] {
            for way in ways {
                assert_eq!(texts(way), [one], "{way}");
            }
        }
    }

    #[test]
    fn as_little_as_possible_is_escaped() {
        for text in [
            "Prijs: 3 * 4 = 12 [sic] (ja), 50 % & meer; a_b_c, 2 < 3 > 1 ~ #4 ^5 | {x} $y",
            "Wie? Jij! ‘Goed’ - en \"beter\" … 'best' 👩‍👧 עברית العربية",
            "een: twee; www en http en @ thuis",
        ] {
            assert_eq!(texts(text), [text]);
        }
        let signs = "a \\*b\\* \\_c\\_ \\`d\\` \\[e\\](f) \\<g> \\&amp; \\~\\~h\\~\\~";
        assert_eq!(texts(&format!("{signs} \\!\\(")), [format!("{signs} !(")]);
    }

    #[test]
    fn a_note_goes_to_all_of_the_next_block_and_no_translate_takes_all_of_it() {
        let text = "<!-- note: een -->\n- a\n- b\n\n<!-- note: twee -->\n<!-- note: drie -->\n## c\n\nd\n\n\
                    <!-- no-translate -->\n> e\n>\n> - f\n\n<!-- no-translate -->\n| g |\n|---|\n| h |\n\ni[^1]\n\n\
                    <!-- note: vier -->\n[^1]: j\n\n- k\n\n  <!-- no-translate -->\n  l\n";
        let found = read_blocks(text, 1);
        assert_eq!((found.marker_slips, found.untranslatable), (vec![], vec![]));
        let blocks: Vec<_> = found.blocks.iter().map(|b| (b.text.as_str(), b.note.as_deref())).collect();
        let expected = [
            ("a", Some("een")),
            ("b", Some("een")),
            ("c", Some("twee drie")),
            ("d", None),
            ("i[^1]", None),
            ("k", None),
            ("j", Some("vier")),
        ];
        assert_eq!(blocks, expected);
    }

    #[test]
    fn a_marker_without_a_block_is_told_with_its_place() {
        let text =
            "- a\n\n  <!-- no-translate -->\n- b <!-- note: x --> c\n\n<!-- no-tranlate -->\n\n<!-- note: y -->\n";
        let expected = [
            (MarkerSlip::Loose("no-translate".to_owned()), (12, 3)),
            (MarkerSlip::Crowded("note: …".to_owned()), (13, 5)),
            (MarkerSlip::Misspelled("no-tranlate".to_owned(), "no-translate"), (15, 1)),
            (MarkerSlip::Loose("note: …".to_owned()), (17, 1)),
        ];
        assert_eq!(read_blocks(text, 10).marker_slips, expected);
    }
}
