//! What an Atom feed holds that is no article: a copy of a whole blog has its comments, its looks and its settings too.

use super::{
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

/// The tags that say why an entry is no article: how they begin, and what stands in them. Older copies of Blogger have
/// categories for it.
const TAGS: [(&str, &str, &str); 4] = [
    ("<category", "kind#comment", "comment"),
    ("<category", "kind#template", "template"),
    ("<category", "kind#settings", "settings"),
    // Somebody's answer to an article (RFC 4685, section 3).
    ("<thr:in-reply-to", "", "comment"),
];

/// Elements of newer ones that say the same, and what they say.
const WORDS: [(&str, &str, &str); 2] =
    [("blogger:type", "COMMENT", "comment"), ("blogger:status", "SOFT_TRASHED", "trash")];

/// What says that an entry is a draft (RFC 5023, section 13.1.1).
const DRAFTS: [(&str, &str); 2] = [("app:draft", "yes"), ("blogger:status", "DRAFT")];

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
            passed.add(kind, line, article.title.as_deref().unwrap_or_default());
        }
        why.is_none()
    });
    passed.lines()
}

/// What each entry says of itself, in their order. What stands in its text is none of it.
fn states(text: &str) -> Vec<State> {
    let (mut states, mut begun, mut inside, mut line) = (Vec::new(), None::<State>, "", 1);
    for (token, range) in (Tokens { text, at: 0 }) {
        let written = &text[range];
        match token {
            Token::Begin("entry") => begun = Some(State { line, ..State::default() }),
            Token::End("entry") => states.extend(begun.take()),
            Token::Begin(name) => inside = name,
            Token::End(_) => inside = "",
            _ => {}
        }
        if let Some(state) = &mut begun {
            match token {
                Token::Begin(_) | Token::Other => state.read_tag(written),
                Token::Text(words) => state.read_words(inside, words.trim()),
                Token::End(_) | Token::Data(_) => {}
            }
        }
        line += written.matches('\n').count();
    }
    states
}

impl State {
    fn read_tag(&mut self, tag: &str) {
        let said = TAGS.iter().find(|(begin, sign, _)| tag.starts_with(begin) && tag.contains(sign));
        self.passed = self.passed.or(said.map(|(.., kind)| *kind));
    }

    fn read_words(&mut self, element: &str, words: &str) {
        let said = WORDS.iter().find(|(name, word, _)| (*name, *word) == (element, words));
        self.passed = self.passed.or(said.map(|(.., kind)| *kind));
        self.is_draft |= DRAFTS.contains(&(element, words));
    }
}
