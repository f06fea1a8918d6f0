//! What publishing systems put between the title of a page and its text, and between its paragraphs: buttons, numbers of
//! readers, the topic once more.

use dom_query::{Document, NodeRef};

/// The marks of a page of Medium.
const MEDIUM: &str = "[data-testid='storyTitle'], .pw-post-title, .pw-post-body-paragraph";

/// What is text there. All else are names, dates and buttons.
const TEXT: [&str; 16] = [
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "figure",
    "img",
    "blockquote",
    "pre",
    "ul",
    "ol",
    "table",
    "iframe",
    "hr",
];

/// No button there has more characters.
const LONGEST_BUTTON: usize = 80;

/// Links to the topic of an article, above its title, and to where readers subscribe or share it.
const AROUND: &str = "a.gh-article-tag, .button-wrapper:has(a[href$='/subscribe']), \
                      .button-wrapper:has(a[href*='/subscribe?']), .button-wrapper:has(a[href*='action=share'])";

/// Takes away what is no text.
pub(super) fn drop_rubble(document: &Document) {
    document.select(AROUND).remove();
    if document.select(MEDIUM).is_empty() {
        return;
    }
    let article = document.select("article");
    for block in article.select("div").nodes() {
        if is_button(*block) {
            block.remove_from_parent();
        }
    }
}

/// Whether there is no text within, but a few words.
fn is_button(block: NodeRef<'_>) -> bool {
    let is_text = |inner: NodeRef<'_>| inner.node_name().is_some_and(|name| TEXT.contains(&&*name));
    if block.ancestors_it(None).any(is_text) {
        return false;
    }
    let mut length = 0;
    for inner in block.descendants_it() {
        length += if inner.is_text() { inner.text().trim().chars().count() } else { 0 };
        if is_text(inner) || length > LONGEST_BUTTON {
            return false;
        }
    }
    true
}
