//! What a body links to and shows.

use std::borrow::Cow;

use comrak::{
    Arena,
    nodes::{Node, NodeHtmlBlock, NodeValue},
};
use percent_encoding::percent_decode_str;
use serde::{Deserialize, Serialize};

use super::{
    parse_markdown,
    slice::Lines,
    slips::{attributes, tags_in},
};

/// Something inside the publication that a body refers to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Target {
    /// Another post, by its slug, as `[text](slug.md)` says it.
    Post(String),
    /// A picture beside the post, by the address that the text has for it.
    Picture(String),
}

/// The places a tree links or points to that are not on the web: other posts and pictures,
/// each with its line, counted from `first_line`, and column.
pub(super) fn local_targets(root: Node<'_>, lines: &Lines<'_>, first_line: usize) -> Vec<(Target, (usize, usize))> {
    let mut targets = Vec::new();
    for node in root.descendants() {
        let data = node.data();
        let at = lines.in_file(data.sourcepos.start, first_line);
        match &data.value {
            // To see it large, or to take it along.
            NodeValue::Link(link) if is_picture(&link.url) => targets.push((Target::Picture(link.url.clone()), at)),
            NodeValue::Link(link) => {
                targets.extend(post_link(&link.url).map(|(slug, _)| (Target::Post(slug.to_owned()), at)))
            }
            NodeValue::Image(image) if is_relative(&image.url) => {
                targets.push((Target::Picture(image.url.clone()), at))
            }
            _ => {}
        }
    }
    targets
}

/// A link in a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The address that it leads to.
    pub url: String,
    /// Its line and column.
    pub at: (usize, usize),
    /// Whether it is written in HTML, which is published as it is.
    pub in_html: bool,
}

/// The links of a body, with their lines counted from `first_line`.
pub fn links(body: &str, first_line: usize) -> Vec<Link> {
    let (arena, lines) = (Arena::new(), Lines::new(body));
    let mut links = Vec::new();
    for node in parse_markdown(&arena, body).descendants() {
        let data = node.data();
        let at = lines.in_file(data.sourcepos.start, first_line);
        match &data.value {
            NodeValue::Link(link) => links.push(Link { url: link.url.clone(), at, in_html: false }),
            NodeValue::HtmlBlock(NodeHtmlBlock { literal: html, .. }) | NodeValue::HtmlInline(html) => {
                let hrefs = tags_in(html, "a").flat_map(attributes).filter(|(name, _)| name == "href");
                links.extend(hrefs.map(|(_, url)| Link { url: url.to_owned(), at, in_html: true }));
            }
            _ => {}
        }
    }
    links
}

/// The schemes that a link may have.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// Whether a reader should follow a link to an address: any other scheme does something that nobody expects.
pub fn is_followed(url: &str) -> bool {
    let scheme = url.split_once(':').map(|(scheme, _)| scheme.trim_start().to_ascii_lowercase());
    let scheme = scheme.filter(|scheme| !scheme.contains(['/', '#', '?']));
    scheme.is_none_or(|scheme| SCHEMES.contains(&scheme.as_str()))
}

/// Whether a page can show a picture at an address: beside the post, on the web, or written into the address (the kinds that the
/// parser lets through).
pub fn can_be_shown(url: &str) -> bool {
    const WRITTEN_IN: [&str; 4] = ["data:image/png", "data:image/gif", "data:image/jpeg", "data:image/webp"];
    !url.is_empty() && (is_followed(url) || WRITTEN_IN.iter().any(|kind| url.starts_with(kind)))
}

/// Splits a link to another post, `slug.md` or `slug.md#place`, into slug and place.
pub fn post_link(url: &str) -> Option<(&str, Option<&str>)> {
    let (path, place) = url.split_once('#').map_or((url, None), |(path, place)| (path, Some(place)));
    let slug = path.strip_suffix(".md")?.trim_start_matches("./").trim_start_matches("../");
    (!slug.contains(['/', ':'])).then_some((slug, place))
}

/// Whether an address names a file beside the post.
pub fn is_relative(url: &str) -> bool {
    !(url.is_empty() || url.starts_with(['/', '#']) || url.contains(':'))
}

/// The file beside the post that such an address names: `./foto%20groot.jpg` is `foto groot.jpg` (RFC 3986, sections 2.1 and
/// 5.2.4).
pub fn file_beside(url: &str) -> Cow<'_, str> {
    let path = percent_decode_str(url).decode_utf8().unwrap_or(Cow::Borrowed(url));
    if !path.split('/').any(|part| part == ".") {
        return path;
    }
    path.split('/').filter(|part| *part != ".").collect::<Vec<_>>().join("/").into()
}

/// The picture that a paragraph consists of, when it is nothing but one: a figure.
pub fn only_picture(paragraph: Node<'_>) -> Option<Node<'_>> {
    let only = paragraph.first_child().filter(|child| child.next_sibling().is_none())?;
    matches!(only.data().value, NodeValue::Image(_)).then_some(only)
}

/// Whatever in a text may name another post or a picture of the publication; rather too much than too little.
pub fn mentioned(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    addresses(text).filter(|address| post_link(address).is_some() || is_picture(address))
}

/// Every word with a dot.
fn addresses(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let is_around = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | '<' | '>' | '"' | '\'' | '|');
    let mut done = 0;
    let words = text.match_indices('.').filter_map(move |(dot, _)| {
        if dot < done {
            return None;
        }
        let begin = text[done..dot].rfind(is_around).map_or(done, |at| {
            let around = text[done + at..].chars().next().map_or(1, char::len_utf8);
            done + at + around
        });
        done = text[dot..].find(is_around).map_or(text.len(), |at| dot + at);
        Some(&text[begin..done])
    });
    words.map(|word| if word.contains('\\') { word.replace('\\', "").into() } else { word.into() })
}

/// Whether an address names a picture beside the post, by its ending.
pub fn is_picture(address: &str) -> bool {
    const EXTENSIONS: [&str; 7] = ["svg", "jpg", "jpeg", "png", "webp", "gif", "avif"];
    let extension = address.rsplit_once('.').map_or("", |(_, extension)| extension);
    EXTENSIONS.iter().any(|known| extension.eq_ignore_ascii_case(known)) && is_relative(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_a_file_as_the_web_writes_it() {
        for (url, file) in [
            ("een.png", "een.png"),
            ("./een.png", "een.png"),
            ("././sub/./een.png", "sub/een.png"),
            ("Foto%20Twee.png", "Foto Twee.png"),
            ("caf%C3%A9.png", "café.png"),
            ("100%.png", "100%.png"),
            ("50%25.png", "50%.png"),
            ("%ff.png", "%ff.png"),
            ("%2e%2e/buiten.png", "../buiten.png"),
        ] {
            assert_eq!(file_beside(url), file, "{url}");
        }
    }

    #[test]
    fn every_word_with_a_dot_may_be_an_address() {
        let text = "Zie [de rug](rug.md#a.b) en\u{a0}«foto.\\_1.jpg|x.png» of niets. (a.b)c";
        let found: Vec<_> = addresses(text).collect();
        assert_eq!(found, ["rug.md#a.b", "«foto._1.jpg", "x.png»", "niets.", "a.b"]);
        assert_eq!(addresses("").count() + addresses("geen").count(), 0);
    }
}
