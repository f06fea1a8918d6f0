//! Whether HTML can be made into a tree at all: not too deep, not too many elements.
//!
//! Parsers of HTML follow a standard that lets a small text become a huge tree, or one so deep that
//! walking it exhausts the stack. So the tags are counted before a tree is built.

use std::cell::RefCell;

use html5ever::{
    LocalName,
    tendril::StrTendril,
    tokenizer::{
        BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts, states::RawKind,
    },
};

/// Deeper than this no page is meant: browsers end at 512, and page builders use some sixty.
const MAX_DEPTH: usize = 200;

/// Elements of a page that are read; the longest articles have some thousands.
const MAX_ELEMENTS: usize = 60_000;

/// Emphasis that is begun and not ended is begun again in each block that follows, so elements of this
/// kind multiply; ten of them are more than anybody means.
const MAX_OPEN_EMPHASIS: usize = 16;

/// Why HTML is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TooMuch {
    /// Elements within elements.
    #[error("its elements are nested more than {MAX_DEPTH} deep")]
    Depth,
    /// Elements.
    #[error("it has more than {MAX_ELEMENTS} elements")]
    Elements,
    /// Open emphasis.
    #[error("it begins emphasis again and again without ending it")]
    Emphasis,
}

/// Whether a tree can be made of this HTML.
///
/// # Errors
/// With the reason why not.
pub(super) fn check_shape(html: &str) -> Result<(), TooMuch> {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    let tokenizer = Tokenizer::new(Counter::default(), TokenizerOpts::default());
    // The sink lets it run to the end and only counts; nothing here can stop it.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.borrow().too_much.map_or(Ok(()), Err)
}

#[derive(Default)]
struct Counter(RefCell<Count>);

#[derive(Default)]
struct Count {
    open: Vec<LocalName>,
    elements: usize,
    too_much: Option<TooMuch>,
}

impl TokenSink for Counter {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let Token::TagToken(tag) = token else { return TokenSinkResult::Continue };
        self.0.borrow_mut().count(&tag);
        match (tag.kind, &*tag.name) {
            (TagKind::StartTag, "script") => TokenSinkResult::RawData(RawKind::ScriptData),
            (TagKind::StartTag, "style" | "iframe" | "noembed" | "noframes" | "xmp") => {
                TokenSinkResult::RawData(RawKind::Rawtext)
            }
            (TagKind::StartTag, "title" | "textarea") => TokenSinkResult::RawData(RawKind::Rcdata),
            (TagKind::StartTag, "plaintext") => TokenSinkResult::Plaintext,
            _ => TokenSinkResult::Continue,
        }
    }
}

impl Count {
    fn count(&mut self, tag: &Tag) {
        if self.too_much.is_some() {
            return;
        }
        if tag.kind == TagKind::EndTag {
            if let Some(at) = self.open.iter().rposition(|name| *name == tag.name) {
                // A block that ends does not end the emphasis in it.
                let (kept, ended) = self.open.split_at(at);
                let again = ended[1..].iter().filter(|name| is_emphasis(name));
                self.open = kept.iter().chain(again).cloned().collect();
            }
            return;
        }
        self.elements += 1;
        let in_drawing = self.open.iter().any(|name| matches!(&**name, "svg" | "math"));
        if !(is_childless(&tag.name) || in_drawing && tag.self_closing) {
            // A link within a link ends the first.
            if &*tag.name == "a" {
                self.open.retain(|name| &**name != "a");
            }
            self.open.push(tag.name.clone());
        }
        let emphasis = self.open.iter().filter(|name| is_emphasis(name)).count();
        self.too_much = match () {
            () if self.elements > MAX_ELEMENTS => Some(TooMuch::Elements),
            () if emphasis > MAX_OPEN_EMPHASIS => Some(TooMuch::Emphasis),
            () if self.open.len() > MAX_DEPTH => Some(TooMuch::Depth),
            () => None,
        };
    }
}

/// Elements without content, and those that end by themselves when their like begins.
fn is_childless(name: &str) -> bool {
    const VOID: [&str; 15] = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "frame",
    ];
    const ENDED: [&str; 17] = [
        "p", "li", "dd", "dt", "option", "optgroup", "tr", "td", "th", "tbody", "thead", "tfoot", "caption",
        "colgroup", "html", "head", "body",
    ];
    VOID.contains(&name) || ENDED.contains(&name)
}

/// The elements that the standard calls formatting, but for links.
fn is_emphasis(name: &str) -> bool {
    matches!(
        name,
        "b" | "big" | "code" | "em" | "font" | "i" | "nobr" | "s" | "small" | "strike" | "strong" | "tt" | "u"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_honest_page_is_read_however_sloppy() {
        let sloppy = "<ul><li>een<li>twee</ul><p>a<p>b<br><img src=x></b></i>".repeat(2_000);
        assert_eq!(check_shape(&sloppy), Ok(()));
        let drawing = format!("<svg>{}</svg>", "<path d='M0 0'/>".repeat(5_000));
        assert_eq!(check_shape(&drawing), Ok(()));
        let script = format!("<script>{}</script><style>{}</style>", "'<div>'".repeat(9_000), "<b>".repeat(9_000));
        assert_eq!(check_shape(&script), Ok(()));
    }

    #[test]
    fn what_would_become_too_deep_or_too_big_is_not_read() {
        assert_eq!(check_shape(&"<div>".repeat(10_000)), Err(TooMuch::Depth));
        assert_eq!(check_shape(&"<table><tr><td>".repeat(1_000)), Err(TooMuch::Depth));
        assert_eq!(check_shape(&"<b>".repeat(100)), Err(TooMuch::Emphasis));
        let again: String = (0..100).map(|n| format!("<p><font size={n}></p>")).collect();
        assert_eq!(check_shape(&again), Err(TooMuch::Emphasis));
        assert_eq!(check_shape(&"<p>a</p>".repeat(100_000)), Err(TooMuch::Elements));
    }
}
