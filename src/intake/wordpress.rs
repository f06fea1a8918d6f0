//! How WordPress writes the text of a post, and what it puts into it when somebody reads it.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::export::{Token, Tokens};

/// Elements whose lines stay as they are.
const KEPT: [&str; 4] = ["pre", "script", "style", "textarea"];

/// The text of a post with a break where WordPress shows one: an empty line ends a paragraph, and any other line only
/// where the text is not in blocks.
pub(super) fn with_breaks(html: &str) -> String {
    let html = html.replace("\r\n", "\n");
    let is_in_blocks = html.contains("<!-- wp:");
    let mut out = String::new();
    let mut kept: Option<&str> = None;
    for (token, range) in (Tokens { text: &html, at: 0 }) {
        match token {
            Token::Begin(name) if kept.is_none() => kept = KEPT.into_iter().find(|one| name.eq_ignore_ascii_case(one)),
            Token::End(name) if kept.is_some_and(|kept| name.eq_ignore_ascii_case(kept)) => kept = None,
            _ => {}
        }
        match token {
            Token::Text(text) if kept.is_none() && is_in_blocks => out.push_str(&with_paragraphs(text)),
            Token::Text(text) if kept.is_none() => out.push_str(&text.replace('\n', "<br>\n")),
            _ => out.push_str(&html[range]),
        }
    }
    out
}

/// Text with two breaks in the place of each empty line.
fn with_paragraphs(text: &str) -> String {
    let lines: Vec<&str> = text.split('\n').collect();
    let is_empty = |at: usize| at > 0 && at + 1 < lines.len() && lines[at].trim().is_empty();
    let broken = lines.iter().enumerate().map(|(at, line)| if is_empty(at) { "<br><br>" } else { line });
    broken.collect::<Vec<_>>().join("\n")
}

/// What stands where a block is shown that has a number, and where the footnotes are.
const BLOCK: &str = "<!-- wp:block ";
const NOTES: [&str; 2] = ["<!-- wp:footnotes /-->", "<!-- wp:footnotes -->"];
const END: &str = "-->";

/// So much longer an export becomes at most by the blocks that its posts share, in bytes: one that names a long block again and
/// again would fill any memory.
const MOST_SHARED: usize = 20 << 20;

/// A feed with each block that several posts show in its place; of one that is not there, or too long, its number stays.
pub(super) fn with_blocks(feed: &str, blocks: &BTreeMap<String, String>) -> String {
    #[derive(Deserialize)]
    struct Block {
        r#ref: u64,
    }
    let (mut whole, mut rest) = (String::with_capacity(feed.len()), feed);
    while let Some((before, after)) = rest.split_once(BLOCK) {
        whole.push_str(before);
        let (told, after) = after.split_once(END).unwrap_or((after, ""));
        rest = after;
        let Ok(Block { r#ref: number }) = serde_json::from_str(told.trim().trim_end_matches('/')) else { continue };
        let room = (feed.len() + MOST_SHARED).saturating_sub(whole.len() + rest.len());
        match blocks.get(&number.to_string()).filter(|block| block.len() <= room) {
            Some(block) => whole.push_str(&block.replace(DATA_END, "")),
            None => whole.push_str(&format!("<p>[block {number}]</p>")),
        }
    }
    whole + rest
}

/// What ends the text in which they stand.
const DATA_END: &str = "]]>";

/// An item of a feed with its footnotes, as WordPress shows them (`core/footnotes`): it keeps them beside the text.
pub(super) fn with_notes(item: &str, notes: &str) -> String {
    #[derive(Deserialize)]
    struct Note {
        content: String,
        id: String,
    }
    let notes: Vec<Note> = serde_json::from_str(notes).unwrap_or_default();
    if notes.is_empty() {
        return item.to_owned();
    }
    let notes = notes.iter().map(|note| format!("<li id=\"{}\">{}</li>", note.id.replace('"', ""), note.content));
    let list = format!("<ol class=\"wp-block-footnotes\">{}</ol>", notes.collect::<String>().replace(DATA_END, ""));
    let place = NOTES.iter().find_map(|sign| item.split_once(sign));
    match place.or_else(|| item.split_once("]]></content:encoded>").map(|(before, _)| (before, &item[before.len()..])))
    {
        Some((before, after)) => format!("{before}{list}{after}"),
        None => item.to_owned(),
    }
}

/// Whether two addresses are those of one picture in two sizes: WordPress adds `-300x200` to the names of smaller ones.
pub(super) fn is_same_picture(one: &str, other: &str) -> bool {
    fn whole(address: &str) -> (&str, &str) {
        let (stem, ending) =
            address.split(['?', '#']).next().unwrap_or_default().rsplit_once('.').unwrap_or((address, ""));
        let is_size = |size: &str| {
            size.split_once('x').is_some_and(|(w, h)| w.parse::<u16>().is_ok() && h.parse::<u16>().is_ok())
        };
        let stem = stem.rsplit_once('-').filter(|(_, size)| is_size(size)).map_or(stem, |(stem, _)| stem);
        (stem, ending)
    }
    whole(one) == whole(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_ends_where_wordpress_ends_it() {
        for (html, text) in [
            ("Een\nTwee\n\nDrie", "Een<br>\nTwee<br>\n<br>\nDrie"),
            ("<pre>a\n\nb</pre>\nc", "<pre>a\n\nb</pre><br>\nc"),
            ("<!-- wp:paragraph --><p>a\nb</p>\n\nc", "<!-- wp:paragraph --><p>a\nb</p>\n<br><br>\nc"),
        ] {
            assert_eq!(with_breaks(html), text);
        }
    }

    #[test]
    fn blocks_and_notes_stand_where_readers_see_them() {
        let blocks = BTreeMap::from([("7".to_owned(), "<p>Samen]]></p>".to_owned())]);
        let feed = "a<!-- wp:block {\"ref\":7} /-->b<!-- wp:block {\"ref\":8} /-->c";
        assert_eq!(with_blocks(feed, &blocks), "a<p>Samen</p>b<p>[block 8]</p>c");
        let long = BTreeMap::from([("7".to_owned(), "x".repeat(1 << 20))]);
        let bomb = with_blocks(&"<!-- wp:block {\"ref\":7} /-->".repeat(10_000), &long);
        assert!(bomb.len() < MOST_SHARED + (1 << 20) && bomb.ends_with("<p>[block 7]</p>"), "{}", bomb.len());
        let notes = r#"[{"content":"<em>Noot</em>","id":"x-1"}]"#;
        let list = "<ol class=\"wp-block-footnotes\"><li id=\"x-1\"><em>Noot</em></li></ol>";
        assert_eq!(with_notes("a<!-- wp:footnotes /-->b", notes), format!("a{list}b"));
        let end = "]]></content:encoded>";
        assert_eq!(with_notes(&format!("a{end}"), notes), format!("a{list}{end}"));
        assert_eq!(with_notes("a", ""), "a");
    }

    #[test]
    fn a_picture_is_the_same_in_each_of_its_sizes() {
        assert!(is_same_picture("https://a.example/roos-300x200.jpg?w=3", "https://a.example/roos.jpg"));
        assert!(!is_same_picture("https://a.example/roos-2.jpg", "https://a.example/roos.jpg"));
    }
}
