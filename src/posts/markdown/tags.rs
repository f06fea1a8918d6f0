//! The tags of HTML in a body: where each is, and which have no other end.

use std::collections::HashMap;

/// Elements that have no end (HTML Living Standard, section 13.1.2).
const VOID: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// Elements whose end need not be written (section 13.1.2.4).
const END_OMITTED: [&str; 16] = [
    "caption", "colgroup", "dd", "dt", "li", "optgroup", "option", "p", "rp", "rt", "tbody", "td", "tfoot", "th",
    "thead", "tr",
];

/// A tag as it stands in HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag<'h> {
    /// From `<` to `>`.
    pub text: &'h str,
    /// Its name in lower case.
    pub name: String,
    /// Whether it ends an element.
    pub closes: bool,
}

impl<'h> Tag<'h> {
    /// The tag that begins with a text; none if that begins with no tag.
    fn at(text: &'h str) -> Option<Self> {
        let rest = text.strip_prefix('<')?;
        let (closes, rest) = rest.strip_prefix('/').map_or((false, rest), |rest| (true, rest));
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(rest.len());
        let name = rest[..end].to_ascii_lowercase();
        name.starts_with(|c: char| c.is_ascii_alphabetic()).then(|| Self {
            text: &text[..length_of(text)],
            name,
            closes,
        })
    }

    /// Whether it begins an element that has no end.
    pub fn is_void(&self) -> bool {
        VOID.contains(&self.name.as_str())
    }
}

/// The bytes of the tag that a text begins with: a `>` between quotes does not end it.
fn length_of(text: &str) -> usize {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '>') => return at + 1,
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    text.len()
}

/// The tags of a piece of HTML, in their order; comments have none.
pub fn tags_of(html: &str) -> Vec<Tag<'_>> {
    let (mut tags, mut from) = (Vec::new(), 0);
    while let Some(at) = html[from..].find('<').map(|at| from + at) {
        let rest = &html[at..];
        from = at
            + match Tag::at(rest) {
                Some(tag) => {
                    let length = tag.text.len();
                    tags.push(tag);
                    length
                }
                None if rest.starts_with("<!--") => rest.find("-->").map_or(rest.len(), |end| end + 3),
                None => 1,
            };
    }
    tags
}

/// The end of each tag that begins an element, by the places of both; and the places of those that have no other end,
/// though they need one.
pub fn pair<'t, 'h: 't>(tags: impl IntoIterator<Item = &'t Tag<'h>>) -> (Vec<(usize, usize)>, Vec<usize>) {
    let (mut open, mut pairs, mut loose) = (Vec::<(usize, &str)>::new(), Vec::new(), Vec::<(usize, &str)>::new());
    // How often each is open, so that nobody looks for what is not.
    let mut names = HashMap::<&str, usize>::new();
    for (at, tag) in tags.into_iter().enumerate().filter(|(_, tag)| !tag.is_void()) {
        if !tag.closes {
            open.push((at, &tag.name));
            *names.entry(&tag.name).or_default() += 1;
            continue;
        }
        if names.get(tag.name.as_str()).is_none_or(|count| *count == 0) {
            loose.push((at, tag.name.as_str()));
            continue;
        }
        while let Some((begun, name)) = open.pop() {
            names.entry(name).and_modify(|count| *count -= 1);
            if name == tag.name {
                pairs.push((begun, at));
                break;
            }
            loose.push((begun, name));
        }
    }
    loose.extend(open);
    loose.sort_unstable();
    let needs_end = |name: &str| !END_OMITTED.contains(&name);
    (pairs, loose.into_iter().filter(|(_, name)| needs_end(name)).map(|(at, _)| at).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn loose(html: &str) -> Vec<&str> {
        let tags = tags_of(html);
        pair(&tags).1.into_iter().map(|at| tags[at].text).collect()
    }

    #[test]
    fn a_tag_ends_where_it_ends_and_comments_have_none() {
        let html = "a < b <IMG alt='1 > 0'> <!-- <b> --> <my-box\nid=x></my-box> <3 <b";
        let tags: Vec<_> = tags_of(html).into_iter().map(|tag| (tag.text, tag.name)).collect();
        let expected =
            [("<IMG alt='1 > 0'>", "img"), ("<my-box\nid=x>", "my-box"), ("</my-box>", "my-box"), ("<b", "b")];
        assert_eq!(tags, expected.map(|(text, name)| (text, name.to_owned())));
    }

    #[test]
    fn what_has_no_other_end_is_loose_unless_it_needs_none() {
        assert_eq!(loose("<b>x</b><br><ul><li>a<li>b</ul><table><tr><td>c</table><p>d"), [""; 0]);
        assert_eq!(loose("<details><summary>Open</details>"), ["<summary>"]);
        assert_eq!(loose("<b>x <i>y</b> z</i> <s>"), ["<i>", "</i>", "<s>"]);
    }
}
