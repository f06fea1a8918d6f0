//! Where a picture lies that its page loads late, or has in several sizes.

use dom_query::{Document, NodeRef};

/// Where pages keep the address of a picture that they load late, and have a stand-in in `src`.
const LATE: [&str; 3] = ["data-src", "data-lazy-src", "data-original"];

/// Where they keep those of its sizes.
const LATE_SETS: [&str; 2] = ["data-srcset", "data-lazy-srcset"];

/// Puts what browsers without scripts are shown in the place of the picture that is loaded late, which is the same one.
pub(super) fn rewrite_lazy(document: &Document) {
    for instead in document.select("noscript").nodes() {
        let [shown] = pictures_in(*instead)[..] else { continue };
        let late = instead.prev_element_sibling().map(|before| {
            let mut pictures = pictures_in(before);
            pictures.extend(Some(before).filter(|before| before.has_name("img")));
            pictures
        });
        let Some([late]) = late.as_deref() else { continue };
        for name in ["src", "alt"] {
            let said = if name == "src" { address_of(*late) } else { late.attr(name).map(String::from) };
            let is_missing = said.is_none_or(|said| said.trim().is_empty() || is_inline(&said));
            if let Some(value) = shown.attr(name).filter(|_| is_missing) {
                late.set_attr(name, &value);
            }
        }
        instead.remove_from_parent();
    }
}

fn pictures_in(node: NodeRef<'_>) -> Vec<NodeRef<'_>> {
    node.descendants_it().filter(|inner| inner.has_name("img")).collect()
}

/// The address of a picture: of its sizes the largest, and one that is no part of the page if there is one.
pub(super) fn address_of(picture: NodeRef<'_>) -> Option<String> {
    let said = |name: &&str| picture.attr(name).map(String::from).filter(|said| !said.trim().is_empty());
    let largest_in = |name: &&str| largest(&said(name)?);
    let late = LATE.iter().find_map(said).or_else(|| LATE_SETS.iter().find_map(largest_in));
    let own = said(&"src").filter(|src| !is_inline(src)).or_else(|| largest_in(&"srcset"));
    late.or(own).or_else(|| beside(picture)).or_else(|| said(&"src"))
}

/// The address that stands beside a picture, in the sizes of the same `picture`.
fn beside(picture: NodeRef<'_>) -> Option<String> {
    let around = picture.parent().filter(|around| around.has_name("picture"))?;
    let is_known = |source: &NodeRef<'_>| source.attr("type").is_none_or(|kind| !kind.contains("avif"));
    let sources = around.children_it(false).filter(|child| child.has_name("source")).filter(is_known);
    sources
        .flat_map(|source| ["data-srcset", "srcset"].map(|name| source.attr(name)))
        .flatten()
        .find_map(|set| largest(&set))
}

/// The largest of several sizes (HTML, section 4.8.4.2.2).
fn largest(set: &str) -> Option<String> {
    let mut found: Option<(f64, &str)> = None;
    let mut rest = set;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
        let (address, after) = rest.split_at(rest.find(char::is_whitespace).unwrap_or(rest.len()));
        if address.is_empty() {
            return found.map(|(_, address)| address.to_owned());
        }
        // A comma at the end of an address ends it, and one within is part of it.
        let end = if address.ends_with(',') { 0 } else { after.find(',').unwrap_or(after.len()) };
        let (size, after) = after.split_at(end);
        let size = size.trim().trim_end_matches(['w', 'x']).parse().unwrap_or(1.0);
        if !is_inline(address) && found.is_none_or(|(most, _)| size > most) {
            found = Some((size, address.trim_end_matches(',')));
        }
        rest = after;
    }
}

/// Whether an address is the picture itself.
fn is_inline(address: &str) -> bool {
    address.trim_start().starts_with("data:")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::{html::read_html, markdown::render_markdown};

    #[test]
    fn the_largest_of_several_sizes_is_taken() {
        for (set, address) in [
            ("/a-400.jpg 400w, /a-800.jpg 800w", Some("/a-800.jpg")),
            ("/a.jpg 2x,/b.jpg 1.5x", Some("/a.jpg")),
            ("/a,b.jpg, /c.jpg 2x", Some("/c.jpg")),
            (" /a,b.jpg ", Some("/a,b.jpg")),
            ("data:image/gif;base64,R0lG 9w, /a.jpg 1w", Some("/a.jpg")),
            (" , ", None),
        ] {
            assert_eq!(largest(set).as_deref(), address, "{set}");
        }
    }

    #[test]
    fn a_picture_that_is_loaded_late_comes_in_once() {
        let stub = "src='data:image/gif;base64,R0lG'";
        let shown = "<noscript><img src='/a.jpg' alt='Een hond'></noscript>";
        let picture = "![Een hond](https://tuin.example/a.jpg)\n";
        let titled = "![Een hond](https://tuin.example/a.jpg \"De hond\")\n";
        for (html, text) in [
            (format!("<figure><img {stub} data-src='/a.jpg' alt=''>{shown}<figcaption>De hond</figcaption></figure>"), titled),
            (format!("<figure><a href='/a.jpg'><img {stub} data-x='/a.jpg'></a>{shown}<figcaption>De hond</figcaption></figure>"), titled),
            (format!("<p><img {stub} alt='Een hond'>{shown}</p>"), picture),
            (format!("<img {stub} alt='Een hond' srcset='/a-4.jpg 4w, /a.jpg 8w'>"), picture),
            ("<img src=x alt='Een hond' data-srcset='/a.jpg 8w'>".to_owned(), picture),
            ("<picture><source type='image/avif' srcset='/a.avif'><source srcset='/a.jpg 8w'><img alt='Een hond'></picture>".to_owned(), picture),
            ("Een<noscript><img src='https://tel.example/?x'></noscript> twee".to_owned(), "Een twee\n"),
        ] {
            let base = "https://tuin.example/".parse().unwrap();
            assert_eq!(render_markdown(&read_html(&html, Some(&base)).unwrap()), text, "{html}");
        }
    }
}
