//! What Markdown finds in a text: links, code, footnote signs, and signs that are left over.

use std::ops::Range;

use comrak::{
    Arena,
    nodes::{NodeValue, Sourcepos},
};

use crate::posts::markdown::{self, Definitions, HEAD, post_link};

/// What Markdown found in a text, each in the text's order.
#[derive(Debug, Default)]
pub(super) struct Markup {
    pub(super) links: Vec<Spot>,
    pub(super) code: Vec<Spot>,
    pub(super) notes: Vec<Spot>,
    pub(super) left_over: Vec<Spot>,
}

/// Something in a text: an address, a code, a name, a sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) what: String,
    pub(super) at: Range<usize>,
}

impl Markup {
    /// Reads a text as inline Markdown; `definitions` say where its links by name lead.
    pub(super) fn of(text: &str, definitions: &str) -> Self {
        if !has_signs(text) {
            return Self::default();
        }
        let arena = Arena::new();
        let parsed = markdown::parse_as_written(&arena, [text], &Definitions::around(text, definitions));
        let mut markup = Self::default();
        let mut texts = Vec::new();
        for node in parsed.iter().flat_map(|block| block.descendants()) {
            let data = node.data();
            let Some(at) = place(data.sourcepos, text) else { continue };
            match &data.value {
                NodeValue::Link(link) => markup.links.push(address(text, at, &link.url)),
                NodeValue::Image(image) => markup.links.push(address(text, at, &image.url)),
                NodeValue::Code(code) => markup.code.push(Spot { what: code.literal.clone(), at }),
                NodeValue::FootnoteReference(note) => markup.notes.push(Spot { what: note.name.clone(), at }),
                // The text of a bare address is no prose.
                NodeValue::Text(_) if !is_bare_address(node.parent(), text) => texts.push(at),
                _ => {}
            }
        }
        markup.left_over = left_over(text, &texts);
        markup
    }
}

/// Whether a text may hold anything but plain words.
pub(super) fn has_signs(text: &str) -> bool {
    let is_sign = |b: u8| matches!(b, b'*' | b'_' | b'[' | b']' | b'`' | b'<' | b'~' | b'@');
    text.bytes().any(is_sign) || text.contains("://") || text.contains("www.")
}

fn place(at: Sourcepos, text: &str) -> Option<Range<usize>> {
    let start = at.start.column.checked_sub(1 + HEAD.len())?;
    let end = at.end.column.checked_sub(HEAD.len())?.min(text.len());
    (at.start.line == 1 && text.is_char_boundary(start) && text.is_char_boundary(end) && start <= end)
        .then_some(start..end)
}

fn is_bare_address(parent: Option<comrak::nodes::Node<'_>>, text: &str) -> bool {
    parent.is_some_and(|parent| {
        let data = parent.data();
        let at = place(data.sourcepos, text);
        matches!(data.value, NodeValue::Link(_)) && at.is_some_and(|at| !text[at].starts_with('['))
    })
}

/// The address of a link that stands at `at`: where it is written out, else the whole link. A link to a
/// post may be written `slug.md` or `./slug.md`.
fn address(text: &str, at: Range<usize>, url: &str) -> Spot {
    let what = match post_link(url) {
        Some((slug, Some(part))) => format!("{slug}.md#{part}"),
        Some((slug, None)) => format!("{slug}.md"),
        None => url.to_owned(),
    };
    let link = &text[at.clone()];
    let written = link.rfind("](").and_then(|from| Some(from + link[from..].find(url)?)).or_else(|| link.find(url));
    let at = match written {
        Some(from) if !url.is_empty() => at.start + from..at.start + from + url.len(),
        _ => at,
    };
    Spot { what, at }
}

/// The signs in prose that look as if they were to open or close something. `texts` are its stretches.
fn left_over(text: &str, texts: &[Range<usize>]) -> Vec<Spot> {
    let mut found = Vec::new();
    let mut open = Vec::new();
    for stretch in texts {
        let mut at = stretch.start;
        // A backslash before the first sign belongs to it, and may not be counted in.
        if text[..at].ends_with('\\') {
            at += text[at..].chars().next().map_or(0, char::len_utf8);
        }
        while at < stretch.end {
            let rest = &text[at..stretch.end];
            let Some(c) = rest.chars().next() else { break };
            let mut length = c.len_utf8();
            match c {
                '\\' => length += rest[1..].chars().next().filter(char::is_ascii_punctuation).map_or(0, char::len_utf8),
                '*' | '_' | '~' | '`' => {
                    let run = rest.bytes().take_while(|b| char::from(*b) == c).count();
                    length = run;
                    if looks_meant(c, run, &text[..at], &text[at + run..]) {
                        found.push(spot(text, at..at + run));
                    }
                }
                ']' if rest.starts_with("](") || text[at..].starts_with("] (http") => {
                    found.push(spot(text, at..at + 2));
                    open.pop();
                }
                '[' => open.push(at),
                ']' if open.pop().is_none() => found.push(spot(text, at..at + 1)),
                _ => {}
            }
            at += length;
        }
    }
    found.extend(open.into_iter().map(|at| spot(text, at..at + 1)));
    found
}

fn spot(text: &str, at: Range<usize>) -> Spot {
    Spot { what: text[at.clone()].to_owned(), at }
}

/// Whether somebody meant to mark words up with a run of this sign. Not so with a star between blanks
/// (5 * 3) or letters (Leser*innen), a low line inside a word or drawn to be filled in, and one tilde (~5).
fn looks_meant(sign: char, run: usize, before: &str, after: &str) -> bool {
    let left = before.chars().next_back();
    let right = after.chars().next();
    let is_blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    match sign {
        '`' => true,
        '~' => run == 2,
        '_' if run > 2 || (is_letter(left) && is_letter(right)) => false,
        _ if run > 1 => true,
        _ => !(is_blank(left) && is_blank(right) || is_letter(left) && is_letter(right)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left_over(text: &str) -> Vec<String> {
        Markup::of(text, "").left_over.into_iter().map(|spot| spot.what).collect()
    }

    fn written<'t>(text: &'t str, spots: &[Spot]) -> Vec<&'t str> {
        spots.iter().map(|spot| &text[spot.at.clone()]).collect()
    }

    #[test]
    fn signs_that_mark_nothing_are_left_over() {
        for (text, signs) in [
            ("een **vet* woord", &["*"][..]),
            ("een **vet woord", &["**"]),
            ("een ** vet ** woord", &["**", "**"]),
            ("een _schuin woord", &["_"]),
            ("een `code woord", &["`"]),
            ("een ~~weg woord", &["~~"]),
            ("een [link](https://x.example woord", &["]("]),
            ("een [link] (https://x.example) woord", &["] "]),
            ("een [link woord", &["["]),
            ("een link] woord", &["]"]),
            ("قل **كلمة* أخرى", &["*"]),
        ] {
            assert_eq!(left_over(text), signs, "{text}");
        }
    }

    #[test]
    fn signs_that_mean_themselves_are_not() {
        for text in [
            "een **vet** en *schuin* `co*de` ~~weg~~ [link](https://x.example/a_b*c) woord",
            "5 * 3 is 15, en 5*3 ook",
            "Leser*innen, snake_case, naam: ____",
            "ongeveer ~5 km [...] en [sic]",
            "\\*geen nadruk\\* \\[geen link\\] \\_ \\`",
            "https://x.example/een_pad_a en www.y.example/b*c",
            "Met noot.[^1]",
            "2 < 3 & 4",
        ] {
            assert_eq!(left_over(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn addresses_code_and_signs_are_found_where_they_are_written() {
        let text = "één [x.md](x.md#y) `a b`, https://z.example/é <b@c.example> [op naam][n][^1]";
        let markup = Markup::of(text, "[n]: https://n.example");
        assert_eq!(written(text, &markup.links), ["x.md#y", "https://z.example/é", "<b@c.example>", "[op naam][n]"]);
        assert_eq!(written(text, &markup.code), ["`a b`"]);
        assert_eq!(written(text, &markup.notes), ["[^1]"]);
    }
}
