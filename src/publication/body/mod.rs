//! The body of a variant as HTML: the Dutch tree gives the structure, the variant the words.
//!
//! Each translated block is parsed as a small document of its own, and its inline content is grafted
//! under the Dutch block it translates. So no translation can break a list, a table or a footnote,
//! and every block that stands in another language than the page says so (WCAG 2.2, 3.1.2).

mod boxes;
mod graft;
mod html;
mod original;
mod typeset;
mod foreign;
pub(super) mod letter;

use std::collections::HashMap;

use comrak::{
    Arena,
    html::format_document_with_formatter,
    nodes::{Node, NodeValue},
    options::Plugins,
};

pub(super) use self::original::Original;
use self::{
    graft::Grafted,
    html::{Footnotes, State},
};
use super::{Punctuation, pictures::Shown};
use crate::{
    locale::Locale,
    posts::markdown::{self, CALLOUTS, can_be_shown, is_followed, is_picture, is_relative, post_link},
    translation::Resolved,
};

/// A body and its headings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Body {
    /// Sanitised HTML.
    pub(super) html: String,
    /// The headings that a table of contents lists.
    pub(super) headings: Vec<BodyHeading>,
}

/// One heading of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct BodyHeading {
    /// Its `id`, made from the Dutch text: the same place has the same address in every language.
    pub(super) id: String,
    /// Its text, plain.
    pub(super) text: String,
    /// The language of the text.
    pub(super) locale: Locale,
    /// 2 for a section, 3 for one inside it.
    pub(super) level: u8,
}

/// What a body refers to, answered by whoever knows the site.
pub(super) trait Surroundings {
    /// The language that posts are written in.
    fn source(&self) -> &Locale;
    /// What comes before `#place` in a link to a place in this body: nothing on its own page, and the
    /// address of that page where the body is read elsewhere, beside others.
    fn own_page(&self) -> String;
    /// The address of another post for this reader, if it has one.
    fn post_url(&self, slug: &str) -> Option<String>;
    /// What the author wrote, `/appointment`, as an address; anything but such a path as it is.
    fn rooted(&self, written: &str) -> String;
    /// A picture that lies beside the post.
    fn picture(&self, name: &str) -> Shown;
    /// How quotes and what belongs to them are set.
    fn punctuation(&self) -> Punctuation;
    /// Whether a picture stands before the body.
    fn has_lead(&self) -> bool;
    /// The title of a callout that has none of its own.
    fn callout_title(&self, kind: &str) -> String;
    /// What a box is called that may scroll: `table`, `code`.
    fn box_name(&self, kind: &str) -> String;
    /// What the footnotes are called.
    fn footnotes_title(&self) -> String;
    /// What the link from a footnote back to the text is called.
    fn footnote_back(&self, number: usize) -> String;
}

/// What stands in the places of a post's blocks for the readers of a locale.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words<'w> {
    /// The locale.
    pub(super) locale: &'w Locale,
    /// The blocks of the body, in their order.
    pub(super) blocks: &'w [Resolved],
}

/// Renders a body with the words of a variant.
pub(super) fn render_body(original: &Original<'_>, words: Words<'_>, around: &impl Surroundings) -> Body {
    let arena = Arena::new();
    let (root, Grafted { languages, captions, headings }) =
        graft::graft_variant(&arena, original, words, (around.source(), around.punctuation()));
    let numbers = original.footnote_numbers();
    let references = graft::number_footnotes(root, numbers);
    let pictures = point_links(root, around);
    let raw_html = markdown::has_raw_html(root);
    let mut options = markdown::options();
    options.render.r#unsafe = raw_html;
    let state = State {
        page: words.locale.clone(),
        html_language: (around.source().language() != words.locale.language()).then(|| around.source().clone()),
        languages,
        captions,
        anchors: headings.iter().map(|(at, heading)| (*at, heading.id.clone())).collect(),
        titles: CALLOUTS.map(|kind| around.callout_title(kind)),
        names: ["table", "code"].map(|kind| around.box_name(kind)),
        boxes: HashMap::new(),
        pictures,
        notes: Footnotes {
            title: around.footnotes_title(),
            back: (1..=numbers.len()).map(|number| around.footnote_back(number)).collect(),
            references,
            begun: 0,
            linked_back: false,
        },
        own_page: around.own_page(),
        has_lead: around.has_lead(),
    };
    let mut html = String::with_capacity(original.length() * 2);
    // Writing to a string cannot fail.
    let _ = format_document_with_formatter(root, &options, &mut html, &Plugins::default(), html::write_node, state);
    let html = if raw_html { html::sanitise(&html, &around.own_page()) } else { html };
    Body { html, headings: headings.into_iter().map(|(_, heading)| heading).collect() }
}

/// The place of a block in the Dutch text: line and column, which no two blocks share.
type Place = (usize, usize);

fn place(node: Node<'_>) -> Place {
    let start = node.data().sourcepos.start;
    (start.line, start.column)
}

/// Turns links to posts and pictures beside the post into addresses; where there is no such post, and of what no reader should
/// follow or no page can show, the words stay. Gives the pictures by their addresses.
fn point_links(root: Node<'_>, around: &impl Surroundings) -> HashMap<String, Shown> {
    let mut pictures = HashMap::new();
    let mut broken = Vec::new();
    let own_page = around.own_page();
    for node in root.descendants() {
        match &mut node.data_mut().value {
            NodeValue::Link(link) => {
                if let Some((slug, at)) = post_link(&link.url) {
                    match around.post_url(slug) {
                        Some(url) => link.url = at.map_or(url.clone(), |at| format!("{url}#{at}")),
                        None => broken.push(node),
                    }
                } else if !is_followed(&link.url) {
                    broken.push(node);
                } else if is_picture(&link.url) {
                    link.url = around.picture(&link.url).src;
                } else if link.url.starts_with('#') {
                    link.url.insert_str(0, &own_page);
                } else {
                    link.url = around.rooted(&link.url);
                }
            }
            NodeValue::Image(image) if is_relative(&image.url) => {
                let shown = around.picture(&image.url);
                image.url.clone_from(&shown.src);
                pictures.insert(shown.src.clone(), shown);
            }
            NodeValue::Image(image) if !can_be_shown(&image.url) => broken.push(node),
            NodeValue::Image(image) => image.url = around.rooted(&image.url),
            _ => {}
        }
    }
    for link in broken {
        while let Some(child) = link.first_child() {
            link.insert_before(child);
        }
        link.detach();
    }
    pictures
}

#[cfg(test)]
mod tests;
