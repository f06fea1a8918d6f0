//! Markdown inside a text: links, code and footnote signs that differ, and signs that are left over.

use std::{collections::HashMap, ops::Range};

use comrak::{
    Arena,
    nodes::{NodeValue, Sourcepos},
};
use url::Url;

use super::message::{Findings, Message, quoted};
use crate::{
    diagnostic::nearest,
    posts::markdown::{self, Definitions, HEAD, post_link},
};

/// The most differences of a kind that are shown of one text: one with more is hardly a translation of
/// this Dutch text, and saying so again and again helps nobody.
const MOST_OF_A_KIND: usize = 3;

/// What Markdown found in a text, each in the text's order.
#[derive(Debug, Default)]
pub(super) struct Markup {
    links: Vec<Spot>,
    code: Vec<Spot>,
    notes: Vec<Spot>,
    left_over: Vec<Spot>,
}

/// Something in a text: an address, a code, a name, a sign.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Spot {
    what: String,
    at: Range<usize>,
}

impl Spot {
    /// It as a message says it.
    fn said(&self) -> String {
        quoted(&self.what)
    }
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
fn has_signs(text: &str) -> bool {
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

/// Reports what differs from the Dutch text. Plain texts have no markup.
pub(super) fn check_markup(message: &Message<'_>, findings: &mut Findings<'_>) {
    if !message.original.is_markdown() || !(has_signs(message.text()) || has_signs(message.original.text)) {
        return;
    }
    let dutch = message.original.markup();
    let own = message.original.markup_of(message.text());
    check_links(message, &dutch.links, &own.links, findings);
    check_code(message, &dutch.code, &own.code, findings);
    check_notes(message, &dutch.notes, &own.notes, findings);
    check_left_over(message, &dutch.left_over, &own.left_over, findings);
}

/// What the Dutch text has and the translation lacks, and the reverse; each as often as it is so.
fn difference<'s>(dutch: &'s [Spot], own: &'s [Spot]) -> (Vec<&'s Spot>, Vec<&'s Spot>) {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for spot in dutch {
        *counts.entry(&spot.what).or_default() += 1;
    }
    let mut added = Vec::new();
    for spot in own {
        match counts.get_mut(spot.what.as_str()).filter(|count| **count > 0) {
            Some(count) => *count -= 1,
            None => added.push(spot),
        }
    }
    let mut missing = Vec::new();
    for spot in dutch.iter().rev() {
        if let Some(count) = counts.get_mut(spot.what.as_str()).filter(|count| **count > 0) {
            *count -= 1;
            missing.push(spot);
        }
    }
    missing.reverse();
    (missing, added)
}

fn check_links(message: &Message<'_>, dutch: &[Spot], own: &[Spot], findings: &mut Findings<'_>) {
    let (missing, added) = difference(dutch, own);
    let id = message.id;
    for (nth, link) in added.iter().enumerate().take(MOST_OF_A_KIND) {
        let at = message.in_file(link.at.clone());
        let (text, help) = match missing.get(nth) {
            Some(lost) if missing.len() == added.len() => (
                format!("a link of `{id}` leads to {}, that of the Dutch text to {}", link.said(), lost.said()),
                format!(
                    "write {}; a link to a post keeps its name, and leads to the post in this language",
                    lost.said()
                ),
            ),
            _ => {
                let help = "leave it out, or add it to the Dutch text too".to_owned();
                (format!("`{id}` has a link to {} that the Dutch text does not have", link.said()), help)
            }
        };
        let leads_elsewhere = match missing.get(nth) {
            Some(lost) if missing.len() == added.len() => site_of(&link.what) != site_of(&lost.what),
            _ => !dutch.iter().any(|known| site_of(&known.what) == site_of(&link.what)),
        };
        if leads_elsewhere {
            findings.error("different-link", at, text, help);
        } else {
            findings.warning("different-link", at, text, help);
        }
    }
    if missing.len() != added.len() {
        for lost in missing.iter().take(MOST_OF_A_KIND) {
            let text = format!("`{id}` lacks the link to {} of the Dutch text", lost.said());
            let help = format!("write it as [words]({})", lost.said());
            findings.warning("different-link", message.at.clone(), text, help);
        }
    }
}

/// The site that an address belongs to; none for another post. Languages of one site count as the same:
/// `nl.wikipedia.org` and `fr.wikipedia.org`.
fn site_of(address: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    let host = url.host_str().or_else(|| url.path().rsplit_once('@').map(|(_, domain)| domain))?.to_lowercase();
    let is_part = |label: &str| label == "www" || (2..=3).contains(&label.len()) && label.is_ascii();
    let site = host.split_once('.').filter(|(label, rest)| is_part(label) && rest.contains('.'));
    Some(site.map_or(host.as_str(), |(_, rest)| rest).to_owned())
}

fn check_code(message: &Message<'_>, dutch: &[Spot], own: &[Spot], findings: &mut Findings<'_>) {
    let (missing, added) = difference(dutch, own);
    let id = message.id;
    for code in added.iter().take(MOST_OF_A_KIND) {
        let text = format!("`{id}` has the code {:?}, which the Dutch text does not have", code.said());
        let help = match nearest(&code.what, missing.iter().map(|spot| spot.what.as_str())) {
            Some(meant) => format!("did you mean {meant:?}? what is between backticks stays as it is"),
            None => "what is between backticks stays as it is".to_owned(),
        };
        findings.warning("different-code", message.in_file(code.at.clone()), text, help);
    }
    if added.is_empty() {
        for code in missing.iter().take(MOST_OF_A_KIND) {
            let text = format!("`{id}` lacks the code {:?} of the Dutch text", code.said());
            findings.warning("different-code", message.at.clone(), text, "put it between backticks, as it is");
        }
    }
}

fn check_notes(message: &Message<'_>, dutch: &[Spot], own: &[Spot], findings: &mut Findings<'_>) {
    let (missing, added) = difference(dutch, own);
    let id = message.id;
    for note in added.iter().take(MOST_OF_A_KIND) {
        let text = format!("`{id}` has the footnote sign [^{}], which the Dutch text does not have here", note.said());
        let help = match missing.first() {
            Some(lost) => format!("write [^{}]: the names of footnotes are not translated", lost.said()),
            None => "leave it out".to_owned(),
        };
        findings.error("different-footnote", message.in_file(note.at.clone()), text, help);
    }
    for note in missing.iter().skip(added.len()).take(MOST_OF_A_KIND) {
        let text = format!("`{id}` lacks the footnote sign [^{}] of the Dutch text", note.said());
        let help = format!("write [^{}] where the footnote belongs", note.said());
        findings.error("different-footnote", message.at.clone(), text, help);
    }
}

fn check_left_over(message: &Message<'_>, dutch: &[Spot], own: &[Spot], findings: &mut Findings<'_>) {
    let (_, added) = difference(dutch, own);
    // Where the Dutch shows a sign as it is, the translation may well do so too.
    let shown = |sign: &&&Spot| message.original.text.contains(&format!("\\{}", sign.what));
    let Some(sign) = added.iter().find(|sign| !shown(sign)) else { return };
    let text = &message.text();
    let (reason, help) = match sign.what.as_str() {
        "](" => ("begins the address of a link that is not closed", "write a link as [words](address)"),
        "] " => ("is cut off from its address by a blank", "write a link as [words](address), without a blank"),
        "[" => ("opens something that nothing closes", "write a link as [words](address), and \\[ for the sign"),
        "]" => ("closes something that nothing opens", "write a link as [words](address), and \\] for the sign"),
        _ if text[sign.at.end..].starts_with(char::is_whitespace)
            && text[..sign.at.start].ends_with(char::is_whitespace) =>
        {
            ("stands alone", "put it right beside the words it marks")
        }
        _ => (
            "marks nothing",
            "open and close with the same signs, right beside the words; a \\ before one shows it as it is",
        ),
    };
    findings.error(
        "unbalanced-markdown",
        message.in_file(sign.at.clone()),
        format!("the {} in `{}` {reason}, so readers see it", sign.said().trim(), message.id),
        help,
    );
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

    #[test]
    fn languages_are_parts_of_one_site_and_other_hosts_are_not() {
        for (one, other, same) in [
            ("https://nl.wikipedia.org/wiki/Slak", "https://fr.wikipedia.org/wiki/Escargot", true),
            ("https://www.x.example/a", "http://x.example/b?c", true),
            ("https://x.example/a", "https://y.example/a", false),
            ("https://x.example/a", "https://x.example@y.example/a", false),
            ("https://x.example/a", "https://y.example\\@x.example/a", false),
            ("mailto:a@x.example", "mailto:a@y.example", false),
            ("slakken.md", "regenton.md", true),
            ("slakken.md", "https://x.example/slakken.md", false),
        ] {
            assert_eq!(site_of(one) == site_of(other), same, "{one} {other}");
        }
    }

    #[test]
    fn a_difference_counts_how_often_something_is_there() {
        let spots = |names: &str| -> Vec<Spot> {
            names.chars().map(|name| Spot { what: name.to_string(), at: 0..0 }).collect()
        };
        let names = |spots: Vec<&Spot>| spots.iter().map(|spot| spot.what.as_str()).collect::<String>();
        let (dutch, own) = (spots("aabc"), spots("abbd"));
        let (missing, added) = difference(&dutch, &own);
        assert_eq!((names(missing).as_str(), names(added).as_str()), ("ac", "bd"));
    }
}
