//! An export of WordPress (WXR 1.2): a feed in RSS that holds everything, also what nobody was to read.
//!
//! It becomes a feed of its posts and pages alone, as the parser of feeds expects it. What that parser does not see is
//! told beside it.

use std::{borrow::Cow, collections::BTreeMap, ops::Range};

use chrono::NaiveDateTime;

use super::{
    article::{Article, When},
    html::read_html,
    names::Names,
    prose::{Figure, Part, Span, is_blank, plain, visible, words_of},
    wordpress::{is_same_picture, with_blocks, with_breaks, with_notes},
};
use crate::line::one_line;

/// What an export is known by.
const SIGN: &str = "<wp:wxr_version>";

/// The elements of an item that say what it is.
const FIELDS: [&str; 11] = [
    "title",
    "content:encoded",
    "excerpt:encoded",
    "wp:attachment_url",
    "wp:meta_key",
    "wp:meta_value",
    "wp:post_date",
    "wp:post_id",
    "wp:post_password",
    "wp:post_type",
    "wp:status",
];

/// What is kept beside a post that readers see: the number of the picture above it, what a picture shows, its footnotes.
const METAS: [&str; 3] = ["_thumbnail_id", ALT, "footnotes"];
const ALT: &str = "_wp_attachment_image_alt";

/// Things that no reader ever saw as a page, with those whose kind begins with `wp_`, and what was thrown away.
const PASSED_KINDS: [&str; 6] =
    ["attachment", "custom_css", "customize_changeset", "nav_menu_item", "oembed_cache", "revision"];
const PASSED_STATES: [&str; 3] = ["auto-draft", "inherit", "trash"];

/// An export, taken apart.
#[derive(Debug)]
pub(super) struct Export {
    /// The feed of its posts and pages.
    pub(super) feed: String,
    /// What it says of each, in their order.
    pub(super) told: Vec<Told>,
    /// What was passed over, each kind once: its first line and how it is called.
    pub(super) left_out: Vec<(usize, String)>,
    /// The names of its authors, by those that they log in with.
    logins: BTreeMap<String, String>,
    /// Its pictures, by their numbers.
    pictures: BTreeMap<String, Figure>,
}

/// What an export says of a post beside its text.
#[derive(Debug, Default)]
pub(super) struct Told(BTreeMap<String, String>);

impl Export {
    /// Takes a text apart, if it is an export.
    pub(super) fn read(text: &str) -> Option<Self> {
        text.contains(SIGN).then(|| Reader::default().read(text))
    }

    /// Adds to an article what the export says of it.
    pub(super) fn tell(&self, told: &Told, article: &mut Article, names: &Names) {
        article.doubts = [told.doubts(), std::mem::take(&mut article.doubts)].concat();
        if article.date.is_none() {
            let day = NaiveDateTime::parse_from_str(told.field("wp:post_date"), "%Y-%m-%d %H:%M:%S").ok();
            article.date = day.map(|time| When::Day(time.date()));
            article.doubts.extend(day.map(|_| "it has no date of publication: that of its text was taken".to_owned()));
        }
        let excerpt = read_html(told.field("excerpt:encoded"), None).unwrap_or_default();
        if !excerpt.is_empty() {
            article.summary = Some(excerpt.iter().map(words_of).collect::<Vec<_>>().join(" "));
        }
        for author in &mut article.authors {
            if let Some(name) = self.logins.get(author).filter(|name| names.knows(name)) {
                author.clone_from(name);
            }
        }
        let lead = self.pictures.get(told.field("_thumbnail_id")).cloned();
        article.lead =
            lead.filter(|lead| article.figures().iter().all(|figure| !is_same_picture(&figure.src, &lead.src)));
        article.doubts.extend(tell_players(&article.parts));
    }
}

impl Told {
    fn field(&self, name: &str) -> &str {
        self.0.get(name).map(|value| value.trim()).unwrap_or_default()
    }

    /// Whether it has a page that anybody can read.
    pub(super) fn is_public(&self) -> bool {
        self.field("wp:status") == "publish" && self.field("wp:post_password").is_empty()
    }

    /// Why it is passed over.
    fn passed(&self) -> Option<&str> {
        let (kind, state) = (self.field("wp:post_type"), self.field("wp:status"));
        let is_passed = PASSED_KINDS.contains(&kind) || kind.starts_with("wp_");
        is_passed.then_some(kind).or_else(|| PASSED_STATES.contains(&state).then_some(state))
    }

    fn doubts(&self) -> Vec<String> {
        let kind = match self.field("wp:post_type") {
            "post" | "" => None,
            "page" => Some("it was a page there and no post: move it to pages/ and take its date out".to_owned()),
            other => Some(format!("it was of the kind {other:?} there: see whether it is a post")),
        };
        let state = match self.field("wp:status") {
            "publish" | "" => None,
            "private" => Some("it was private there: see whether anybody may read it".to_owned()),
            "draft" => Some("it was a draft there, which nobody could read".to_owned()),
            "pending" => Some("it was waiting for approval there, and nobody could read it".to_owned()),
            "future" => Some("it was planned there, and nobody could read it yet".to_owned()),
            other => Some(format!("it was in the state {other:?} there: see whether anybody may read it")),
        };
        let locked = !self.field("wp:post_password").is_empty();
        let locked = locked.then(|| "it had a password there: see whether anybody may read it".to_owned());
        [kind, state, locked].into_iter().flatten().collect()
    }
}

/// What is no article, each kind once.
#[derive(Debug, Default)]
pub(super) struct Passed(BTreeMap<String, (usize, String, usize)>);

impl Passed {
    /// Passes something over that stands on a line and has a title.
    pub(super) fn add(&mut self, kind: &str, line: usize, title: &str) {
        let kept = self.0.entry(kind.to_owned());
        kept.and_modify(|(_, _, more)| *more += 1).or_insert_with(|| (line, title.to_owned(), 0));
    }

    /// The first line of each kind, and how it is called.
    pub(super) fn lines(self) -> Vec<(usize, String)> {
        let lines = self.0.into_iter().map(|(kind, (line, title, more))| {
            let more = if more > 0 { format!(", and {more} more") } else { String::new() };
            (line, format!("{title} ({kind}{more})").trim_start().to_owned())
        });
        let mut lines: Vec<_> = lines.collect();
        lines.sort();
        lines
    }
}

/// Addresses that stand alone, in whose place WordPress shows a film or the like.
fn tell_players(parts: &[Part]) -> Option<String> {
    /// More addresses nobody reads.
    const MOST_NAMED: usize = 5;
    let alone = parts.iter().filter_map(|part| match part {
        Part::Paragraph(line) => {
            let mut full = line.iter().filter(|span| !is_blank(std::slice::from_ref(*span)));
            match (full.next(), full.next()) {
                (Some(Span::Link(address, words)), None) if plain(words) == *address => Some(address.as_str()),
                _ => None,
            }
        }
        _ => None,
    });
    let alone: Vec<_> = alone.take(MOST_NAMED).collect();
    let addresses = alone.join(", ");
    (!alone.is_empty()).then(|| format!("where an address stands alone, a film or the like was shown: {addresses}"))
}

/// What an export is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    Begin(&'a str),
    End(&'a str),
    Text(&'a str),
    Data(&'a str),
    Other,
}

/// Reads the tags of an export one after the other.
pub(super) struct Tokens<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
}

impl<'a> Iterator for Tokens<'a> {
    type Item = (Token<'a>, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        let start = self.at;
        let rest = self.text.get(start..).filter(|rest| !rest.is_empty())?;
        let until = |from: usize, end: &str| {
            rest[from..].find(end).map_or((rest.len(), rest.len()), |at| (from + at, from + at + end.len()))
        };
        let (token, length) = if rest.starts_with("<![CDATA[") {
            let (end, length) = until(9, "]]>");
            (Token::Data(&rest[9..end]), length)
        } else if rest.starts_with("<!--") {
            (Token::Other, until(4, "-->").1)
        } else if rest.starts_with('<') {
            let (end, length) = until(1, ">");
            let inner = &rest[1..end];
            let name = inner.trim_start_matches('/').split([' ', '\n', '\r', '\t', '/']).next().unwrap_or_default();
            let token = match inner {
                _ if inner.starts_with(['!', '?']) || inner.ends_with('/') => Token::Other,
                _ if inner.starts_with('/') => Token::End(name),
                _ => Token::Begin(name),
            };
            (token, length)
        } else {
            let end = rest.find('<').unwrap_or(rest.len());
            (Token::Text(&rest[..end]), end)
        };
        self.at = start + length;
        Some((token, start..self.at))
    }
}

/// An export that is being read.
#[derive(Debug, Default)]
struct Reader<'a> {
    feed: String,
    told: Vec<Told>,
    passed: Passed,
    logins: BTreeMap<String, String>,
    pictures: BTreeMap<String, Figure>,
    /// The blocks that several posts show, by their numbers.
    blocks: BTreeMap<String, String>,
    /// The elements that the place is in and that say something, and what they say.
    inside: Option<&'a str>,
    fields: BTreeMap<String, String>,
    /// The item that is being read, and the line it begins on.
    item: Option<(usize, String)>,
}

impl<'a> Reader<'a> {
    fn read(mut self, text: &'a str) -> Export {
        let mut line = 1;
        for (token, range) in (Tokens { text, at: 0 }) {
            let written = &text[range];
            let lines = written.matches('\n').count();
            match token {
                Token::Begin("item") => {
                    self.fields.clear();
                    self.item = Some((line, String::new()));
                }
                Token::Begin(name) => self.inside = Some(name),
                Token::Text(text) => self.add(&unescaped(text)),
                Token::Data(text) => self.add(text),
                Token::End(_) | Token::Other => {}
            }
            let written = match (token, self.inside) {
                (Token::Data(html), Some("content:encoded")) => format!("<![CDATA[{}]]>", with_breaks(html)).into(),
                _ => Cow::Borrowed(written),
            };
            match &mut self.item {
                Some((_, item)) => item.push_str(&written),
                None => self.feed.push_str(&written),
            }
            match token {
                Token::End("item") => self.end_item(),
                Token::End("wp:author") => self.end_author(),
                Token::End("wp:postmeta") => self.end_meta(),
                Token::End(_) => self.inside = None,
                _ => {}
            }
            line += lines;
        }
        let feed = with_blocks(&self.feed, &self.blocks);
        Export { feed, told: self.told, left_out: self.passed.lines(), logins: self.logins, pictures: self.pictures }
    }

    fn add(&mut self, text: &str) {
        let is_field = |name: &&str| FIELDS.contains(name) || name.starts_with("wp:author_");
        if let Some(name) = self.inside.filter(is_field) {
            self.fields.entry(name.to_owned()).or_default().push_str(text);
        }
    }

    fn end_item(&mut self) {
        let Some((line, item)) = self.item.take() else { return };
        let content = self.fields.remove("content:encoded").unwrap_or_default();
        let told = Told(std::mem::take(&mut self.fields));
        let id = told.field("wp:post_id");
        match told.field("wp:post_type") {
            "attachment" => {
                let (src, alt) = (told.field("wp:attachment_url").to_owned(), one_line(told.field(ALT)));
                self.pictures.insert(id.to_owned(), Figure { src, alt, caption: None });
            }
            "wp_block" => {
                self.blocks.insert(id.to_owned(), with_breaks(&content));
            }
            _ => {}
        }
        match told.passed() {
            Some(kind) => self.passed.add(kind, line, &one_line(&visible(told.field("title")))),
            None => {
                self.feed.push_str(&with_notes(&item, told.field("footnotes")));
                self.told.push(told);
            }
        }
    }

    /// What a plugin or WordPress itself keeps beside a post.
    fn end_meta(&mut self) {
        let mut field = |name| self.fields.remove(name).unwrap_or_default();
        let (key, value) = (field("wp:meta_key"), field("wp:meta_value"));
        if METAS.contains(&key.trim()) {
            self.fields.insert(key.trim().to_owned(), value);
        }
    }

    fn end_author(&mut self) {
        let mut field = |name| self.fields.remove(name).map(|value| value.trim().to_owned()).unwrap_or_default();
        let (login, name) = (field("wp:author_login"), field("wp:author_display_name"));
        self.logins.insert(login, name);
    }
}

/// Text of XML as it is meant.
fn unescaped(text: &str) -> String {
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#039;", "'"), ("&amp;", "&")];
    signs.iter().fold(text.to_owned(), |text, (written, sign)| text.replace(written, sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_export_becomes_a_feed_of_what_readers_saw() {
        let item = |title: &str, kind: &str, state: &str| {
            format!(
                "<item><title>{title}</title><content:encoded><![CDATA[a</item>\n\nb]]></content:encoded><wp:status>{state}\
                 </wp:status><wp:post_type><![CDATA[{kind}]]></wp:post_type></item>\n"
            )
        };
        let items = [
            item("a &amp; b", "attachment", "inherit"),
            item("Prei", "post", "publish"),
            item("c", "attachment", "inherit"),
            item("Weg", "post", "trash"),
            item("Over", "page", "private"),
        ];
        let text = format!("<rss><channel>\n<wp:wxr_version>1.2</wp:wxr_version>{}</channel></rss>", items.concat());
        let export = Export::read(&text).unwrap();
        assert_eq!(export.feed.matches("<item>").count(), 2, "{}", export.feed);
        assert!(export.feed.contains("<![CDATA[a</item><br>\n<br>\nb]]>"), "{}", export.feed);
        let passed = [(2, "a & b (attachment, and 1 more)".to_owned()), (11, "Weg (trash)".to_owned())];
        assert_eq!(export.left_out, passed);
        let doubts: Vec<_> = export.told.iter().map(|told| told.doubts().len()).collect();
        assert_eq!(doubts, [0, 2]);
        assert!(Export::read("<rss><channel></channel></rss>").is_none());
    }
}
