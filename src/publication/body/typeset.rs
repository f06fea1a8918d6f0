//! Punctuation in the tree of a body: what belongs together may stand in several nodes, and code is no text.

use comrak::nodes::{Node, NodeValue};

use super::super::punctuation::{OBJECT, Punctuation, find, may_change, put};
use crate::{
    locale::Locale,
    posts::markdown::{Kind, tags_of},
};

/// The elements of raw HTML in which nothing is set.
const AS_TYPED: [&str; 5] = ["code", "kbd", "samp", "var", "pre"];

/// Sets what stands in the place `node` for text of a kind, in its language.
pub(super) fn set_leaf(punctuation: Punctuation, kind: Kind, node: Node<'_>, locale: &Locale) {
    if punctuation == Punctuation::AsWritten {
        return;
    }
    let set = |text: &mut String| {
        if may_change(text) {
            *text = punctuation.set(text, locale).into_owned();
        }
    };
    match (kind, &mut node.data_mut().value) {
        (Kind::Caption, NodeValue::Image(image)) => return set(&mut image.title),
        (Kind::CalloutTitle, NodeValue::Alert(alert)) => return alert.title.iter_mut().for_each(set),
        _ => {}
    }
    let is_changed = |node: Node<'_>| matches!(&node.data().value, NodeValue::Text(text) if may_change(text));
    if node.descendants().any(is_changed) {
        set_inline(node, locale);
    }
}

fn set_inline(block: Node<'_>, locale: &Locale) {
    let mut line = Line { text: String::new(), parts: Vec::new(), typed: 0 };
    block.children().for_each(|child| line.read(child));
    let found = find(&line.text, locale);
    for (from, node) in line.parts {
        if let NodeValue::Text(text) = &mut node.data_mut().value {
            let own = from..from + text.len();
            if found.iter().any(|mark| own.contains(&mark.at)) {
                *text = put(text, from, &found).into();
            }
        }
    }
}

/// The text of a block on one line.
struct Line<'a> {
    text: String,
    /// The nodes that are set, each with where it begins in the text.
    parts: Vec<(usize, Node<'a>)>,
    /// How many elements of code are open.
    typed: usize,
}

impl<'a> Line<'a> {
    fn read(&mut self, node: Node<'a>) {
        match &node.data().value {
            NodeValue::Text(text) if self.typed == 0 => {
                self.parts.push((self.text.len(), node));
                self.text.push_str(text);
            }
            NodeValue::Text(_) | NodeValue::Code(_) | NodeValue::Image(_) => self.text.push(OBJECT),
            NodeValue::SoftBreak | NodeValue::LineBreak => self.text.push(' '),
            NodeValue::HtmlInline(html) => {
                for tag in tags_of(html).iter().filter(|tag| AS_TYPED.contains(&tag.name.as_str())) {
                    self.typed = if tag.closes { self.typed.saturating_sub(1) } else { self.typed + 1 };
                }
            }
            // Its sign is small and stands behind the word.
            NodeValue::FootnoteReference(_) => {}
            _ => node.children().for_each(|child| self.read(child)),
        }
    }
}
