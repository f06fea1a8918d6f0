//! What cannot work in a body, whatever else the publication holds.

use std::collections::HashSet;

use comrak::{
    Arena,
    nodes::{Node, NodeHtmlBlock as HtmlBlock, NodeValue},
};

use super::{
    Tag, is_followed, is_picture, is_relative, marks::shown_otherwise, pair, parse_markdown, post_link, slice::Lines,
    tags_of,
};
use crate::diagnostic::Positions;

/// Something in a body that cannot work, whatever else the publication holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slip {
    /// A picture that is named from the root of some disk or site.
    Picture(String),
    /// A picture on another site.
    Foreign(String),
    /// A link to a file that is not published.
    Nowhere(String),
    /// A picture in HTML that is looked for beside the page, where nothing is.
    Html(String),
    /// A picture that says nothing to who cannot see it.
    Alt(String),
    /// A description of a picture that is the name of a file.
    FileName(String),
    /// A tag in HTML that is left out.
    Tag(String),
    /// A tag in HTML that has no other end: of a line, which is left out, or of a block, which reaches as far as it can.
    LooseTag(String),
    /// A comment that has no end, so that nothing below it is shown.
    OpenComment,
    /// A link that nobody can see, since it has no words.
    EmptyLink(String),
    /// A heading without words.
    EmptyHeading,
    /// A link with a scheme that no reader should follow.
    Address(String),
    /// A sign for a footnote that is not there.
    Footnote(String),
    /// A footnote to which no sign leads.
    LooseFootnote(String),
    /// A heading that is more than one level below the one before it: how deep it is, and how deep it may be.
    DeepHeading(u8, u8),
    /// A quote that begins as a callout of no known kind.
    Callout(String),
    /// A sign for a box to tick, which is shown as it is.
    TickBox(&'static str),
    /// What is struck out and was to be set lower.
    Struck(String),
    /// Marked words in the title of a picture, which is plain text.
    Marked(String),
    /// A tag of templates that another program fills in.
    Template(&'static str),
}

/// The tags of Hugo, and those of Jekyll and Eleventy: how they begin and end.
const TEMPLATES: [(&str, &str); 3] = [("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}")];

/// The tag in a text that another program fills in. What stands in it may be taken for HTML, and then it goes on in what
/// is `written` from there.
fn template_tag(text: &str, written: &str) -> Option<&'static str> {
    /// Tags are shorter, and who looks further behind each text of a long line comes to no end.
    const LONGEST: usize = 500;
    if !text.contains('{') {
        return None;
    }
    let end = written.char_indices().nth(text.chars().count() + LONGEST).map_or(written.len(), |(at, _)| at);
    let line = written[..end].lines().next().unwrap_or_default();
    let is_there = |(begin, end): &&(&str, &str)| {
        let begins = text.contains(begin) || begin.strip_suffix('<').is_some_and(|begin| text.ends_with(begin));
        begins && line.split_once(begin).is_some_and(|(_, rest)| rest.contains(end))
    };
    TEMPLATES.iter().find(is_there).map(|(begin, _)| *begin)
}

/// The kinds of callout.
pub const CALLOUTS: [&str; 5] = ["note", "tip", "important", "warning", "caution"];

/// How many slips of a body are told: nobody mends more at a time, and each is shown with its line, which may be long.
const MOST_SLIPS: usize = 100;

/// What cannot work in a body, each with its line, counted from `first_line`, and column; of many the first hundred.
pub fn slips(body: &str, first_line: usize) -> Vec<(Slip, (usize, usize))> {
    let arena = Arena::new();
    let (lines, positions) = (Lines::new(body), Positions::new(body));
    let root = parse_markdown(&arena, body);
    let mut slips = Vec::new();
    // The title of the post is the heading above all.
    let mut level = 1;
    for node in root.descendants() {
        if slips.len() >= MOST_SLIPS {
            break;
        }
        let data = node.data();
        let at = lines.in_file(data.sourcepos.start, first_line);
        slips.extend(shown_otherwise(node, body, &lines).map(|slip| (slip, at)));
        match &data.value {
            NodeValue::Link(link) => {
                if !is_followed(&link.url) || is_empty(&link.url) {
                    slips.push((Slip::Address(link.url.clone()), at));
                }
                let is_beside = is_relative(&link.url) && post_link(&link.url).is_none() && !is_picture(&link.url);
                if is_beside || link.url.starts_with('/') && names_text(&link.url) {
                    slips.push((Slip::Nowhere(link.url.clone()), at));
                }
                if node.descendants().skip(1).all(|inner| says_nothing(inner)) {
                    slips.push((Slip::EmptyLink(link.url.clone()), at));
                }
            }
            NodeValue::Image(image) => {
                if is_foreign(&image.url) {
                    slips.push((Slip::Foreign(image.url.clone()), at));
                } else if image.url.starts_with('/') {
                    slips.push((Slip::Picture(image.url.clone()), at));
                }
                let alt = node.collect_text();
                if alt.trim().is_empty() {
                    slips.push((Slip::Alt(image.url.clone()), at));
                } else if is_file_name(alt.trim(), &image.url) {
                    slips.push((Slip::FileName(alt.trim().to_owned()), at));
                }
            }
            // The parser leaves the sign as text when there is no such footnote.
            NodeValue::Text(text) => {
                let from = body.get(lines.offset(data.sourcepos.start)..).unwrap_or_default();
                slips.extend(template_tag(text, from).map(|tag| (Slip::Template(tag), at)));
                let names = text.split("[^").skip(1).filter_map(|rest| Some(rest.split_once(']')?.0));
                let mut from = lines.offset(data.sourcepos.start);
                let is_written =
                    |end: &str, name: &str| body.contains(&format!("\\[^{}{end}]", name.trim_end_matches('\\')));
                let is_meant = |name: &&str| !name.is_empty() && !is_written("", name) && !is_written("\\", name);
                for name in names.filter(is_meant).take(MOST_SLIPS - slips.len()) {
                    let sign = format!("[^{name}]");
                    let found = body.get(from..).and_then(|rest| rest.find(&sign)).map(|after| from + after);
                    let (line, column) = found.map_or_else(|| positions.of(from), |start| positions.of(start));
                    from = found.map_or(from, |start| start + sign.len());
                    slips.push((Slip::Footnote(name.to_owned()), (line + first_line - 1, column)));
                }
            }
            NodeValue::HtmlBlock(HtmlBlock { literal: html, .. }) | NodeValue::HtmlInline(html) => {
                for tag in tags_in(html, "img").take(MOST_SLIPS) {
                    let (attributes, at) = (attributes(tag), place_within(at, html, tag));
                    if attributes.iter().all(|(name, _)| name != "alt") {
                        slips.push((Slip::Alt(tag.to_owned()), at));
                    }
                    for (_, src) in attributes.into_iter().filter(|(name, _)| name == "src") {
                        if is_foreign(src) {
                            slips.push((Slip::Foreign(src.to_owned()), at));
                        } else if is_relative(src) {
                            slips.push((Slip::Html(src.to_owned()), at));
                        }
                    }
                }
                let left_out = left_out_of(html).take(MOST_SLIPS);
                slips.extend(left_out.map(|(tag, there)| (Slip::Tag(tag.to_owned()), place_within(at, html, there))));
            }
            NodeValue::Heading(heading) => {
                if heading.level > level + 1 {
                    slips.push((Slip::DeepHeading(heading.level, level + 1), at));
                }
                level = heading.level.max(1);
                if node.descendants().skip(1).all(|inner| says_nothing(inner)) {
                    slips.push((Slip::EmptyHeading, at));
                }
            }
            NodeValue::BlockQuote => {
                let written = body.get(lines.offset(data.sourcepos.start)..).unwrap_or_default();
                slips.extend(unknown_callout(node, written).map(|kind| (Slip::Callout(kind), at)));
            }
            _ => {}
        }
    }
    slips.extend(loose_footnotes(root, body, first_line));
    slips.extend(loose_tags(root, &lines, first_line));
    slips.truncate(MOST_SLIPS);
    slips
}

/// Whether an address is that of the file of a post.
fn names_text(url: &str) -> bool {
    url.split(['#', '?']).next().is_some_and(|path| path.ends_with(".md"))
}

/// Whether a node shows nothing by itself.
fn says_nothing(node: Node<'_>) -> bool {
    match &node.data().value {
        NodeValue::Text(text) => text.trim().is_empty(),
        NodeValue::Code(_) | NodeValue::Image(_) | NodeValue::HtmlInline(_) | NodeValue::FootnoteReference(_) => false,
        _ => true,
    }
}

/// The tags that have no other end in their line, or of those between lines in the whole body; and comments without an end.
fn loose_tags<'a>(root: Node<'a>, lines: &Lines<'_>, first_line: usize) -> Vec<(Slip, (usize, usize))> {
    let place = |node: Node<'_>| lines.in_file(node.data().sourcepos.start, first_line);
    let (mut blocks, mut found) = (Vec::new(), Vec::new());
    for node in root.descendants() {
        match &node.data().value {
            NodeValue::HtmlBlock(block) => blocks.push((block.literal.clone(), place(node))),
            NodeValue::Paragraph | NodeValue::Heading(_) | NodeValue::TableCell => {
                let inline = node.descendants().filter_map(|inner| match &inner.data().value {
                    NodeValue::HtmlInline(html) => Some((html.clone(), place(inner))),
                    _ => None,
                });
                let inline: Vec<_> = inline.collect();
                found.extend(loose_in(&inline));
            }
            _ => {}
        }
    }
    let is_open = |html: &str| html.rfind("<!--").is_some_and(|at| !html[at..].contains("-->"));
    found.extend(blocks.iter().filter(|(html, _)| is_open(html)).map(|(_, at)| (Slip::OpenComment, *at)));
    found.extend(loose_in(&blocks));
    found
}

/// The tags that have no other end in pieces of HTML that belong together.
fn loose_in(pieces: &[(String, (usize, usize))]) -> Vec<(Slip, (usize, usize))> {
    let tags: Vec<(usize, Tag<'_>)> = pieces
        .iter()
        .enumerate()
        .flat_map(|(nth, (html, _))| tags_of(html).into_iter().map(move |tag| (nth, tag)))
        .collect();
    let (_, loose) = pair(tags.iter().map(|(_, tag)| tag));
    let slip = |(nth, tag): &(usize, Tag<'_>)| {
        let (html, at) = &pieces[*nth];
        (Slip::LooseTag(tag.text.to_owned()), place_within(*at, html, tag.text))
    };
    loose.into_iter().take(MOST_SLIPS).map(|at| slip(&tags[at])).collect()
}

/// The footnotes that the parser has left out, since no sign leads to them.
fn loose_footnotes<'a>(root: Node<'a>, body: &str, first_line: usize) -> Vec<(Slip, (usize, usize))> {
    let begun = body.lines().enumerate().filter_map(|(nth, line)| {
        let rest = line.trim_start_matches(' ');
        let indent = line.len() - rest.len();
        let (name, _) = rest.strip_prefix("[^")?.split_once("]:")?;
        // Four blanks begin code (CommonMark section 4.4).
        (indent < 4 && !name.is_empty()).then_some((name, nth, indent))
    });
    let mut begun = begun.peekable();
    if begun.peek().is_none() {
        return Vec::new();
    }
    let (mut led_to, mut code) = (HashSet::new(), Vec::new());
    for node in root.descendants() {
        let data = node.data();
        match &data.value {
            NodeValue::FootnoteDefinition(note) => _ = led_to.insert(note.name.to_lowercase()),
            NodeValue::CodeBlock(_) | NodeValue::HtmlBlock(_) => {
                code.push(data.sourcepos.start.line..=data.sourcepos.end.line);
            }
            _ => {}
        }
    }
    // Footnotes stand at the end of the tree, wherever they are written.
    code.sort_unstable_by_key(|lines| *lines.start());
    let is_code = |line: usize| {
        code.get(code.partition_point(|lines| *lines.end() < line)).is_some_and(|lines| lines.contains(&line))
    };
    let is_loose = |name: &str, line: usize| !led_to.contains(&name.to_lowercase()) && !is_code(line);
    let loose = begun.filter(|(name, nth, _)| is_loose(name, nth + 1));
    loose
        .take(MOST_SLIPS)
        .map(|(name, nth, indent)| (Slip::LooseFootnote(name.to_owned()), (nth + first_line, indent + 1)))
        .collect()
}

/// Whether a picture is on another site.
fn is_foreign(url: &str) -> bool {
    url.contains("//") && !url.starts_with("data:")
}

/// Whether an address is a scheme, or less.
fn is_empty(url: &str) -> bool {
    let after = url.split_once(':').map_or(url, |(_, after)| after);
    after.trim_matches(['/', ' ']).is_empty() && !url.starts_with('/')
}

/// What HTML may bring along in a feed or a page of somebody else and is left out here: it runs, loads or asks for something.
const LEFT_OUT: [&str; 13] = [
    "audio", "button", "embed", "form", "iframe", "input", "link", "object", "script", "select", "style", "textarea",
    "video",
];

/// The tags of HTML that are left out, each time one begins, with what begins there.
fn left_out_of(html: &str) -> impl Iterator<Item = (&'static str, &str)> {
    let begins = html.match_indices('<').map(|(at, _)| &html[at..]);
    begins.filter_map(|there| {
        let rest = &there[1..];
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        LEFT_OUT.into_iter().find(|tag| rest[..end].eq_ignore_ascii_case(tag)).zip(Some(there))
    })
}

/// The place of a part of some HTML that begins at a place.
fn place_within((line, column): (usize, usize), html: &str, part: &str) -> (usize, usize) {
    let before = &html[..part.as_ptr() as usize - html.as_ptr() as usize];
    match before.rsplit_once('\n') {
        None => (line, column + before.chars().count()),
        Some((lines, last)) => (line + lines.matches('\n').count() + 1, last.chars().count() + 1),
    }
}

/// Whether a description of a picture is the name of its file or of another: it was dropped in and left so.
fn is_file_name(alt: &str, url: &str) -> bool {
    let file = url.rsplit('/').next().unwrap_or(url);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let is_of_camera = || {
        let digits = alt.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let number = digits.trim_start_matches(['_', '-']);
        digits.len() < alt.len() && number.len() >= 3 && number.bytes().all(|byte| byte.is_ascii_digit())
    };
    alt == file || (alt == stem && stem.contains(['_', '-'])) || is_picture(alt) && !alt.contains(' ') || is_of_camera()
}

/// The tags of HTML that have a name, each up to its end.
pub(super) fn tags_in<'h>(html: &'h str, name: &'static str) -> impl Iterator<Item = &'h str> {
    let begins = move |at: &usize| {
        let rest = &html[at + 1..];
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        rest[..end].eq_ignore_ascii_case(name)
    };
    let tags = html.match_indices('<').map(|(at, _)| at).filter(begins);
    tags.map(|at| {
        let inside = &html[at + 1..];
        let end = inside.find(['<', '>']).map_or(html.len(), |end| at + 1 + end);
        &html[at..end]
    })
}

/// The attributes of a tag, with their values.
pub(crate) fn attributes(tag: &str) -> Vec<(String, &str)> {
    let mut rest = tag.trim_start_matches('<').trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    let mut found = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if rest.is_empty() {
            return found;
        }
        let end = rest.find(|c: char| c.is_whitespace() || "=/".contains(c)).unwrap_or(rest.len());
        let name = rest[..end].to_ascii_lowercase();
        rest = rest[end..].trim_start();
        let mut value = "";
        if let Some(after) = rest.strip_prefix('=').map(str::trim_start) {
            (value, rest) = match after.strip_prefix(['"', '\'']) {
                Some(inner) => inner.split_once(&after[..1]).unwrap_or((inner, "")),
                None => after.split_at(after.find(char::is_whitespace).unwrap_or(after.len())),
            };
        }
        found.push((name, value));
    }
}

/// The kind that a quote, which is what the parser made of it, seems to have been meant as: it begins
/// with `[!KIND]`, and with no backslash before that.
fn unknown_callout(quote: Node<'_>, written: &str) -> Option<String> {
    let text = quote.first_child()?.collect_text();
    let (kind, _) = text.strip_prefix("[!")?.split_once(']')?;
    let is_word = !kind.is_empty() && kind.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
    let is_meant = written.trim_start_matches(['>', ' ', '\t']).starts_with("[!");
    (is_word && is_meant).then(|| kind.to_owned())
}
