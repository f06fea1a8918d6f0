//! Raw HTML on a page in another language: nobody translates it, so it says which language it is in.

use crate::posts::markdown::{attributes, pair, tags_of};

/// HTML with the attributes of a language on each element that begins and ends in it, but on none within another; and on
/// each picture, whose description is in that language too. What begins in one block and ends in another has texts between
/// that are translated.
pub(super) fn mark_language(html: &str, language: &str) -> String {
    let tags = tags_of(html);
    let (mut pairs, _) = pair(&tags);
    pairs.extend(tags.iter().enumerate().filter(|(_, tag)| tag.name == "img").map(|(at, _)| (at, at)));
    pairs.sort_unstable();
    let (mut marked, mut written, mut after) = (String::with_capacity(html.len() + language.len()), 0, None);
    for (begin, end) in pairs {
        if after.is_some_and(|last| begin <= last) {
            continue;
        }
        after = Some(end);
        let tag = &tags[begin];
        if attributes(tag.text.trim_end_matches('>')).iter().any(|(name, _)| name == "lang") {
            continue;
        }
        let at = tag.text.as_ptr() as usize - html.as_ptr() as usize + 1 + tag.name.len();
        marked.push_str(&html[written..at]);
        marked.push_str(language);
        written = at;
    }
    marked + &html[written..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_and_ends_in_a_block_is_marked_and_what_does_not_is_left() {
        for (html, marked) in [
            ("<p>Een <b>rug</b>.</p>\n<p>Twee</p>", "<p L>Een <b>rug</b>.</p>\n<p L>Twee</p>"),
            ("<details><summary>Meer</summary>\n", "<details><summary L>Meer</summary>\n"),
            ("</details>\n<!-- <p>x</p> -->", "</details>\n<!-- <p>x</p> -->"),
            ("<p lang='en'>Back</p><img alt='Rug'>", "<p lang='en'>Back</p><img L alt='Rug'>"),
            ("<div><img alt='Rug'></div>", "<div L><img alt='Rug'></div>"),
        ] {
            assert_eq!(mark_language(html, " L"), marked);
        }
    }
}
