//! What an Atom feed holds that is no article: a copy of a whole blog has its comments, its looks and its settings too.

use std::ops::Range;

use super::{
    article::Article,
    export::{Passed, Token, Tokens},
    feed::Item,
};

/// What an entry is, as far as its elements say.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct State {
    /// Why it is no article.
    passed: Option<&'static str>,
    /// Whether nobody could read it.
    is_draft: bool,
    /// The line it begins on.
    line: usize,
}

/// What Blogger calls what is no article, in the categories of its older copies and in an element of its newer ones.
const KINDS: [(&str, &str); 6] = [
    ("kind#comment", "comment"),
    ("kind#template", "template"),
    ("kind#settings", "settings"),
    ("<blogger:type>COMMENT<", "comment"),
    ("<blogger:status>SOFT_TRASHED<", "trash"),
    // Somebody's answer to an article (RFC 4685, section 3).
    ("<thr:in-reply-to", "comment"),
];

/// What says that an entry is a draft (RFC 5023, section 13.1.1).
const DRAFTS: [&str; 2] = ["<app:draft>yes<", "<blogger:status>DRAFT<"];

/// Takes out of the articles of an Atom feed what is none, says of drafts that they are, and tells what it took.
pub(super) fn take_others(text: &str, items: &mut Vec<Item>) -> Vec<(usize, String)> {
    let states = states(text);
    // What the parser reads otherwise than it stands there is kept as it is.
    if states.len() != items.len() {
        return Vec::new();
    }
    let mut passed = Passed::default();
    let mut nth = 0;
    items.retain_mut(|Item { article, page }| {
        let State { passed: why, is_draft, line } = states[nth];
        nth += 1;
        article.categories.retain(|name| !name.contains("/kind#"));
        if is_draft {
            article.doubts.push("it was a draft there, which nobody could read".to_owned());
            *page = None;
        }
        if let Some(kind) = why {
            passed.add(kind, line, title_of(article));
        }
        why.is_none()
    });
    passed.lines()
}

fn title_of(article: &Article) -> &str {
    article.title.as_deref().unwrap_or_default()
}

/// What each entry says of itself, in their order.
fn states(text: &str) -> Vec<State> {
    let (mut states, mut begun): (_, Option<(usize, usize)>) = (Vec::new(), None);
    let mut line = 1;
    for (token, Range { start, end }) in (Tokens { text, at: 0 }) {
        match token {
            Token::Begin("entry") => begun = Some((start, line)),
            Token::End("entry") => states.extend(begun.take().map(|(begin, line)| state(&text[begin..end], line))),
            _ => {}
        }
        line += text[start..end].matches('\n').count();
    }
    states
}

fn state(entry: &str, line: usize) -> State {
    // Texts within are escaped, so a tag is one of the feed.
    let passed = KINDS.iter().find(|(sign, _)| entry.contains(sign)).map(|(_, kind)| *kind);
    State { passed, is_draft: DRAFTS.iter().any(|sign| entry.contains(sign)), line }
}
