//! Canonical inline Markdown: one way to write down the content of a block, on one line.
//!
//! Emphasis is `*`, strong emphasis `**`, a hard break `<br>`, and a link always carries its own
//! address: a translator sees where it leads, the text means the same in any post, and no message
//! depends on a definition elsewhere. As little as possible is escaped, so that prose reads as prose.

use std::fmt::Write as _;

use comrak::{
    arena_tree::NodeEdge,
    nodes::{Node, NodeLink, NodeValue},
};

/// How cautiously to write. Whoever writes reads it back, and takes the first that comes back as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Style {
    /// Emphasis beside or directly inside other emphasis is `_`, which keeps `**` from meaning something else.
    pub(super) underscores: bool,
    /// Which signs are escaped.
    pub(super) escape: Escape,
}

/// Which signs get a backslash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Escape {
    /// Those that most likely mean something where they stand.
    Little,
    /// Brackets, angles and the like wherever they stand; no address is left bare.
    Signs,
    /// All.
    All,
}

/// The styles, the most readable first.
pub(super) const STYLES: [Style; 6] = [
    Style { underscores: false, escape: Escape::Little },
    Style { underscores: true, escape: Escape::Little },
    Style { underscores: false, escape: Escape::Signs },
    Style { underscores: true, escape: Escape::Signs },
    Style { underscores: false, escape: Escape::All },
    Style { underscores: true, escape: Escape::All },
];

/// The content of a block as inline Markdown.
pub(super) fn write_inlines(block: Node<'_>, style: Style) -> String {
    let mut writer = Writer { out: String::new(), style, brackets: 0, delimiters: Vec::new() };
    let mut skipped: Option<Node<'_>> = None;
    for edge in block.traverse() {
        match edge {
            NodeEdge::Start(node) if !node.same_node(block) && skipped.is_none() => {
                let children = writer.begin(node);
                skipped = Some(node).filter(|_| children == Children::Written);
            }
            NodeEdge::End(node) if skipped.is_some_and(|skipped| skipped.same_node(node)) => skipped = None,
            NodeEdge::End(node) if !node.same_node(block) && skipped.is_none() => writer.end(node),
            _ => {}
        }
    }
    writer.out
}

/// The address of a link whose text is the address itself, which then stands there bare.
pub(crate) fn bare_address(link: Node<'_>) -> Option<String> {
    let data = link.data();
    let NodeValue::Link(target) = &data.value else { return None };
    let only = link.first_child().filter(|child| child.next_sibling().is_none() && target.title.is_empty())?;
    let only = only.data();
    let NodeValue::Text(text) = &only.value else { return None };
    let begins = |head: &str| text.get(..head.len()).is_some_and(|start| start.eq_ignore_ascii_case(head));
    let is_web = target.url == *text && ["http://", "https://", "ftp://"].iter().any(|head| begins(head));
    let is_www = begins("www.") && target.url.strip_prefix("http://") == Some(text);
    let is_mail = target.url.strip_prefix("mailto:") == Some(text);
    (is_web || is_www || is_mail).then(|| text.to_string())
}

/// Whether the content of a node is still to be written.
#[derive(PartialEq, Eq)]
enum Children {
    ToWrite,
    Written,
}

struct Writer {
    out: String,
    style: Style,
    /// How many link texts and descriptions of pictures surround the place.
    brackets: usize,
    /// What the emphasis around the place was begun with.
    delimiters: Vec<&'static str>,
}

impl Writer {
    fn begin(&mut self, node: Node<'_>) -> Children {
        match &node.data().value {
            NodeValue::Text(text) => self.write_text(node, text),
            NodeValue::LineBreak => self.out.push_str("<br>"),
            NodeValue::Code(code) => self.out.push_str(&code_span(&code.literal)),
            NodeValue::HtmlInline(html) => self.out.push_str(html),
            NodeValue::FootnoteReference(note) => drop(write!(self.out, "[^{}]", note.name)),
            NodeValue::Emph => self.begin_emphasis(node, "*", "_"),
            NodeValue::Strong => self.begin_emphasis(node, "**", "__"),
            NodeValue::Strikethrough => self.out.push_str("~~"),
            NodeValue::Link(_) => {
                let bare = bare_address(node).filter(|_| self.style.escape == Escape::Little && self.brackets == 0);
                if let Some(address) = bare {
                    self.out.push_str(&address);
                    return Children::Written;
                }
                self.out.push('[');
                self.brackets += 1;
            }
            NodeValue::Image(_) => {
                self.out.push_str("![");
                self.brackets += 1;
            }
            _ => {}
        }
        Children::ToWrite
    }

    fn end(&mut self, node: Node<'_>) {
        match &node.data().value {
            NodeValue::Emph | NodeValue::Strong => {
                let delimiter = self.delimiters.pop().unwrap_or_default();
                self.out.push_str(delimiter);
            }
            NodeValue::Strikethrough => self.out.push_str("~~"),
            NodeValue::Link(link) | NodeValue::Image(link) => {
                self.brackets = self.brackets.saturating_sub(1);
                self.out.push_str(&link_end(link));
            }
            _ => {}
        }
    }

    fn begin_emphasis(&mut self, node: Node<'_>, stars: &'static str, underscores: &'static str) {
        let is_emphasis = |node: Node<'_>| matches!(node.data().value, NodeValue::Emph | NodeValue::Strong);
        let after_emphasis = node.previous_sibling().is_some_and(is_emphasis);
        let at_edge = node.previous_sibling().is_none() || node.next_sibling().is_none();
        let inside = self.delimiters.last().filter(|_| at_edge && node.parent().is_some_and(is_emphasis));
        let stars_clash = inside.map_or(after_emphasis && self.out.ends_with('*'), |around| around.starts_with('*'));
        let delimiter = if stars_clash && self.style.underscores { underscores } else { stars };
        self.delimiters.push(delimiter);
        self.out.push_str(delimiter);
    }

    fn write_text(&mut self, node: Node<'_>, text: &str) {
        let in_emphasis = node.parent().is_some_and(|parent| {
            matches!(parent.data().value, NodeValue::Emph | NodeValue::Strong | NodeValue::Strikethrough)
        });
        let enclosed = in_emphasis || self.brackets > 0;
        let (first, last) = (node.previous_sibling().is_none(), node.next_sibling().is_none());
        let before_link = node.next_sibling().is_some_and(|next| matches!(next.data().value, NodeValue::Link(_)));
        // The edges of a block are as good as blanks.
        let mut before = if first && !enclosed { Some(' ') } else { self.out.chars().next_back() };
        let beyond = (last && !enclosed).then_some(' ');
        let is_prose = self.style.escape == Escape::Little && !in_emphasis;
        let is_plain = if is_prose { is_prose_sign } else { u8::is_ascii_alphanumeric };
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let word = run_at(text, at, is_plain);
            if let Some(end) = word.chars().next_back() {
                self.out.push_str(word);
                before = Some(end);
                at += word.len();
                continue;
            }
            let rest = &text[at + c.len_utf8()..];
            let after = rest.chars().next().or(beyond);
            let at_edge = (first && at == 0) || (last && rest.is_empty());
            // Blanks beside the signs of emphasis would make them mean themselves.
            if c.is_control() || (c.is_whitespace() && in_emphasis && at_edge) {
                let _ = write!(self.out, "&#{};", u32::from(c));
            } else {
                let calls_link = c == '!' && before_link && rest.is_empty();
                if calls_link || self.is_escaped(c, before, after, rest) {
                    self.out.push('\\');
                }
                self.out.push(c);
            }
            before = Some(c);
            at += c.len_utf8();
        }
    }

    /// Whether a character between `before` and `after` gets a backslash; `rest` is all of its text after it.
    fn is_escaped(&self, c: char, before: Option<char>, after: Option<char>, rest: &str) -> bool {
        let between_blanks = is_blank(before) && is_blank(after);
        let in_word = is_word(before) && is_word(after);
        let likely = match c {
            '\\' => after.is_none_or(|after| after.is_ascii_punctuation()),
            '`' => true,
            '*' => !between_blanks,
            '_' => !between_blanks && !in_word,
            '~' => before == Some('~') || after.is_none_or(|after| after == '~') || !is_blank(before),
            // Somewhere there may be a footnote of that name.
            '[' if after == Some('^') => true,
            '[' | ']' => self.brackets > 0,
            '<' => after.is_none_or(|after| after.is_ascii_alphabetic() || "/!?".contains(after)),
            '&' => begins_entity(rest),
            _ => false,
        };
        likely
            || match self.style.escape {
                Escape::Little => false,
                Escape::Signs => "[]<&~@:".contains(c),
                Escape::All => c.is_ascii_punctuation(),
            }
    }
}

/// Code between as many backticks as it needs.
pub(crate) fn code_span(code: &str) -> String {
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let blanks_would_go = code.starts_with(' ') && code.ends_with(' ') && !code.trim_matches(' ').is_empty();
    let pad = if blanks_would_go || code.starts_with('`') || code.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{code}{pad}{fence}")
}

/// What stands after the text of a link or the description of a picture.
pub(crate) fn link_end(link: &NodeLink) -> String {
    let mut out = "](".to_owned();
    write_address(&mut out, &link.url);
    if !link.title.is_empty() {
        out.push_str(" \"");
        write_title(&mut out, &link.title);
        out.push('"');
    }
    out + ")"
}

fn write_address(out: &mut String, url: &str) {
    let is_plain = !url.is_empty() && !url.contains(|c: char| c.is_control() || c == ' ' || c == '<');
    if !is_plain {
        out.push('<');
    }
    for (at, c) in url.char_indices() {
        match c {
            '\\' | '<' | '>' | '(' | ')' => drop(write!(out, "\\{c}")),
            // The parser looks for entities here before it looks at backslashes.
            '&' if begins_entity(&url[at + 1..]) => out.push_str("&amp;"),
            c if c.is_control() => drop(write!(out, "&#{};", u32::from(c))),
            c => out.push(c),
        }
    }
    if !is_plain {
        out.push('>');
    }
}

fn write_title(out: &mut String, title: &str) {
    for (at, c) in title.char_indices() {
        match c {
            '"' | '\\' => drop(write!(out, "\\{c}")),
            '&' if begins_entity(&title[at + 1..]) => out.push_str("&amp;"),
            c => out.push(c),
        }
    }
}

/// The ASCII characters that stand at a place of a text, as far as nothing else is made of them.
fn run_at(text: &str, at: usize, is_plain: fn(&u8) -> bool) -> &str {
    let length = text.as_bytes()[at..].iter().take_while(|byte| is_plain(byte)).count();
    &text[at..at + length]
}

/// Whether nothing is ever made of a sign outside emphasis, where as little as possible is escaped.
fn is_prose_sign(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b',' | b'.' | b';' | b'\'' | b'(' | b')' | b'?' | b'-')
}

fn is_blank(c: Option<char>) -> bool {
    c.is_some_and(char::is_whitespace)
}

fn is_word(c: Option<char>) -> bool {
    c.is_some_and(char::is_alphanumeric)
}

/// Whether what follows an `&` could make it an entity.
pub(crate) fn begins_entity(rest: &str) -> bool {
    let name = rest.strip_prefix('#').unwrap_or(rest);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric());
    end.is_some_and(|end| end > 0 && name[end..].starts_with(';'))
}
