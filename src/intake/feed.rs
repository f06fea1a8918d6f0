//! Feeds to articles: RSS, Atom and JSON Feed.

use std::{
    borrow::Cow,
    sync::{Arc, Mutex},
};

use chrono::{DateTime, Datelike as _, Utc};
use feed_rs::{
    model::{Entry, Feed, FeedType, Link, Text},
    parser::{Builder, ParseFeedError},
};
use serde_json::{Value, json};
use url::Url;

use super::{
    article::{Article, When},
    attached::add_attached,
    date::{self, read_date},
    html::read_html,
    prose::{Part, line_of, visible, words_of},
    shape::TooMuch,
};
use crate::{line::one_line, posts::markdown::begins_entity};

/// Elements within elements in XML; feeds use a dozen.
const MAX_DEPTH: usize = 100;

/// Why a feed is not read.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// The parser does not understand it.
    #[error("it is no feed that can be read")]
    Feed(#[source] ParseFeedError),
    /// Elements within elements.
    #[error("its elements are nested more than {MAX_DEPTH} deep")]
    Depth,
}

/// An article of a feed.
#[derive(Debug)]
pub(super) struct Item {
    /// The article, with what the feed has of its text.
    pub(super) article: Article,
    /// Its page, when the feed has no more than a summary of it.
    pub(super) page: Option<Url>,
}

/// Whether a text looks like a feed.
pub(super) fn is_feed(text: &str) -> bool {
    /// Where the root element has begun, behind comments and style sheets.
    const HEAD: usize = 2_000;
    let text = text.trim_start();
    let end = text.char_indices().map(|(at, _)| at).take_while(|at| *at <= HEAD).last().unwrap_or_default();
    let head = &text[..end];
    let is_json = head.starts_with('{') && text.contains("jsonfeed.org/version");
    is_json || head.starts_with('<') && ["<rss", "<feed", "<rdf:RDF"].iter().any(|root| head.contains(root))
}

/// The articles of a feed that lies at `url`, in its order. An article that cannot be read is one with a doubt.
///
/// # Errors
/// When it is no feed.
pub(super) fn read_feed(text: &str, url: Option<&Url>) -> Result<Vec<Item>, Unreadable> {
    let text = without_declaration(text);
    if !text.starts_with('{') && depth(text) > MAX_DEPTH {
        return Err(Unreadable::Depth);
    }
    // An entry without an id is known by its address or its title, not by chance.
    let builder = Builder::new().base_uri(url.map(Url::as_str)).id_generator(|links, title, _| {
        let link = links.first().map(|link| link.href.clone());
        link.or_else(|| title.as_ref().map(|title| title.content.clone())).unwrap_or_default()
    });
    let text = as_the_parser_expects(text);
    let feed = builder.build().parse(text.as_bytes()).map_err(Unreadable::Feed)?;
    let name = name_of(&feed, url);
    let authors = feed.authors.into_iter().filter_map(|person| person.name).collect();
    let channel = Channel { url, name, authors, kind: feed.feed_type, language: feed.language };
    let has_dates = feed.entries.iter().all(|entry| date_of(entry).is_some());
    let dates = if has_dates { Vec::new() } else { dates_as_written(&text) };
    let dates = dates.into_iter().chain(std::iter::repeat(None));
    Ok(feed.entries.into_iter().zip(dates).map(|(entry, date)| read_entry(entry, date, &channel)).collect())
}

/// The dates of the articles as they are written, while the parser only gives those that it understands: it is told
/// that each is the instant of its number, and what it asked about is remembered.
fn dates_as_written(text: &str) -> Vec<Option<String>> {
    let asked = Arc::new(Mutex::new(Vec::new()));
    let remembered = Arc::clone(&asked);
    let builder = Builder::new().timestamp_parser(move |written| {
        let mut asked = remembered.lock().ok()?;
        asked.push(one_line(&visible(written)));
        DateTime::from_timestamp(i64::try_from(asked.len() - 1).ok()?, 0)
    });
    let (Ok(feed), Ok(asked)) = (builder.build().parse(text.as_bytes()), asked.lock()) else { return Vec::new() };
    let dates = feed.entries.iter().map(|entry| {
        let number = entry.published.or(entry.updated)?.timestamp();
        asked.get(usize::try_from(number).ok()?).filter(|written| !written.is_empty()).cloned()
    });
    dates.collect()
}

/// The date of an article that the parser does not understand; what is no date either is a doubt.
fn read_written(written: &str, article: &mut Article) {
    /// Words beside the time of day.
    const BESIDE: [&str; 4] = ["om", "-", "–", "|"];
    /// Longer than any date; the rest nobody reads.
    const LONGEST: usize = 60;
    let day = written.get(..10).and_then(|day| day.parse().ok()).map(|day| date::Read { day, doubt: None });
    let words = written.split(' ').take_while(|word| !word.contains(':')).filter(|word| !BESIDE.contains(word));
    let read = day.or_else(|| read_date(&words.collect::<Vec<_>>().join(" ")));
    article.date = read.as_ref().map(|read| When::Day(read.day));
    article.doubts.extend(match read {
        Some(read) => read.doubt,
        None => {
            let begin: String = written.chars().take(LONGEST).collect();
            Some(format!("the feed says that it is from {begin:?}, which is no date"))
        }
    });
}

/// When an article was published. Where nothing is known, systems write the first day of their calendar, or the last
/// before it.
fn date_of(entry: &Entry) -> Option<DateTime<Utc>> {
    /// Nobody published in a feed before.
    const FIRST_YEAR: i32 = 1000;
    entry.published.or(entry.updated).filter(|date| date.year() >= FIRST_YEAR)
}

/// What the articles of a feed have in common.
struct Channel<'a> {
    /// Where it was fetched.
    url: Option<&'a Url>,
    /// By what it is told from other feeds.
    name: String,
    /// The names of its authors.
    authors: Vec<String>,
    /// What it is written in: RSS, Atom or JSON.
    kind: FeedType,
    /// The language that it says it is in.
    language: Option<String>,
}

/// By what a feed is told from others: the address that it says it has, or its site, so that a copy in a file is
/// the same; or else where it lies, or its title.
fn name_of(feed: &Feed, url: Option<&Url>) -> String {
    let own = feed.links.iter().find(|link| link.rel.as_deref() == Some("self"));
    let site = feed.links.iter().find(|link| link.rel.as_deref().is_none_or(|rel| rel == "alternate"));
    let said = [own, site].into_iter().flatten().find_map(|link| resolve(&link.href, url));
    let address = said.as_ref().or(url).map(Url::to_string);
    let title = || feed.title.as_ref().map(|title| one_line(&visible(&title.content)));
    address.or_else(title).unwrap_or_else(|| "a feed without a name".to_owned())
}

/// The id of an entry as it counts everywhere: one that is no URI says nothing in another feed (RFC 4287, section
/// 4.2.6; RSS and JSON Feed allow any text).
fn id_in(feed: &str, id: &str) -> Option<String> {
    let id = one_line(&visible(id));
    let scheme = id.split_once(':').filter(|(_, rest)| !rest.is_empty()).map(|(scheme, _)| scheme);
    let is_scheme = |scheme: &str| {
        let is_sign = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
        scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.chars().all(is_sign)
    };
    let is_uri = scheme.is_some_and(is_scheme) && !id.contains(' ');
    let id = if is_uri || id.is_empty() { id } else { format!("{id} in {feed}") };
    (!id.is_empty()).then_some(id)
}

/// A JSON feed whose ids are texts, since those that are numbers are to be taken for such (JSON Feed 1.1, `id`), and
/// whose pictures are attached, where other feeds have them.
fn as_the_parser_expects(text: &str) -> Cow<'_, str> {
    let Some(mut feed) = serde_json::from_str::<Value>(text).ok().filter(|_| text.starts_with('{')) else {
        return text.into();
    };
    for item in feed["items"].as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut) {
        if let Some(id) = item.get_mut("id").filter(|id| id.is_number()) {
            *id = id.to_string().into();
        }
        let image = ["image", "banner_image"].iter().find_map(|key| item.get(*key)?.as_str());
        if let Some(image) = image {
            // What it really is shows when it is fetched.
            let picture = json!({ "url": image, "mime_type": "image/jpeg" });
            let attached = item.entry("attachments").or_insert_with(|| json!([]));
            attached.as_array_mut().into_iter().for_each(|attached| attached.push(picture.clone()));
        }
    }
    feed.to_string().into()
}

/// XML without its declaration: the text is UTF-8 by now, whatever the declaration says.
fn without_declaration(text: &str) -> &str {
    let text = text.trim_start();
    let after = text.strip_prefix("<?xml").and_then(|rest| Some(rest.split_once("?>")?.1));
    after.unwrap_or(text).trim_start()
}

/// How deep XML is nested, at most; seen from its tags alone.
fn depth(text: &str) -> usize {
    let (mut now, mut most) = (0_usize, 0);
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(data) = rest.strip_prefix("![CDATA[") {
            rest = data.split_once("]]>").map_or("", |(_, after)| after);
        } else if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if rest.starts_with('/') {
            now = now.saturating_sub(1);
        } else if !rest.starts_with(['!', '?']) {
            let end = rest.find(['<', '>']).unwrap_or(rest.len());
            let ends_itself = rest[..end].ends_with('/');
            now += usize::from(!ends_itself);
            most = most.max(now);
        }
    }
    most
}

fn read_entry(entry: Entry, written: Option<String>, channel: &Channel<'_>) -> Item {
    let feed = channel.url;
    let is_page = |link: &&Link| {
        let is_attached = link.media_type.as_deref().is_some_and(|kind| !kind.contains("html"));
        link.rel.as_deref().is_none_or(|rel| rel == "alternate") && !is_attached
    };
    let link = entry.links.iter().find(is_page);
    let page = link.and_then(|link| resolve(&link.href, feed));
    let base = entry.base.as_deref().and_then(|base| resolve(base, feed)).or_else(|| page.clone());
    let base = base.as_ref().or(feed);
    let mut article = Article {
        title: entry.title.as_ref().map(|title| words_within(title, &channel.kind)),
        language: entry.language.clone().or_else(|| channel.language.clone()),
        date: date_of(&entry).map(When::Instant),
        authors: entry.authors.iter().filter_map(|person| person.name.clone()).collect(),
        categories: entry.categories.iter().flat_map(|one| one.label.iter().chain([&one.term])).cloned().collect(),
        ..Article::default()
    };
    if let Some(written) = written.filter(|_| article.date.is_none()) {
        read_written(&written, &mut article);
    }
    if entry.published.is_none() && matches!(article.date, Some(When::Instant(_))) {
        article.doubts.push("it only says when it was changed last, which was taken for its date".to_owned());
    }
    if article.authors.is_empty() {
        article.authors.clone_from(&channel.authors);
    }
    let origins = [id_in(&channel.name, &entry.id), page.as_ref().map(Url::to_string)];
    article.origins = origins.into_iter().flatten().collect();
    article.origins.dedup();
    let body = entry.content.as_ref().and_then(|content| {
        let is_html = content.content_type.subty().as_str() != "plain";
        content.body.as_deref().map(|body| (body, is_html))
    });
    let summary =
        entry.summary.as_ref().map(|text| (text.content.as_str(), text.content_type.subty().as_str() != "plain"));
    let read = |(text, is_html): (&str, bool)| if is_html { read_html(text, base) } else { Ok(paragraphs(text)) };
    let mut fetch = None;
    let parts = match (body.filter(|(body, _)| !body.trim().is_empty()), summary) {
        (Some(body), summary) => {
            article.summary = summary.and_then(|summary| Some(words(&read(summary).ok()?)));
            read(body)
        }
        (None, Some(summary)) => {
            fetch = page;
            // What is offered as a summary may be in HTML whatever it says it is.
            read((summary.0, summary.1 || summary.0.contains("</")))
        }
        (None, None) => {
            fetch = page;
            Ok(Vec::new())
        }
    };
    article.parts = parts.unwrap_or_else(|error: TooMuch| {
        article.doubts.push(format!("its text was left out: {error}"));
        Vec::new()
    });
    add_attached(&mut article, &entry, base);
    // JSON Feed has one for what an article is about, beside that of its page.
    let others = entry.links.iter().filter(is_page).skip(1).filter_map(|link| resolve(&link.href, feed));
    article.attached.extend(others.filter(|_| channel.kind == FeedType::JSON).map(String::from));
    Item { article, page: fetch }
}

pub(super) fn resolve(written: &str, base: Option<&Url>) -> Option<Url> {
    let url = base.map_or_else(|| Url::parse(written).ok(), |base| base.join(written).ok())?;
    matches!(url.scheme(), "http" | "https").then_some(url)
}

/// A title as text, whatever it is written in.
fn words_within(text: &Text, kind: &FeedType) -> String {
    let is_rss = matches!(kind, FeedType::RSS0 | FeedType::RSS1 | FeedType::RSS2);
    let html: Cow<'_, str> = match text.content_type.subty().as_str() {
        "plain" if is_rss => as_html(&text.content),
        "plain" => return text.content.clone(),
        _ => text.content.as_str().into(),
    };
    read_html(&html, None).map_or_else(|_| text.content.clone(), |parts| words(&parts))
}

/// A title of RSS, which says nowhere whether it is text or HTML (RSS Best Practices Profile, "title"): what has no end tag has
/// no tags.
fn as_html(title: &str) -> Cow<'_, str> {
    let has_entity = title.match_indices('&').any(|(at, _)| begins_entity(&title[at + 1..]));
    match title.contains("</") {
        true => title.into(),
        false if has_entity => title.replace('<', "&lt;").into(),
        false => title.replace('&', "&amp;").replace('<', "&lt;").into(),
    }
}

fn words(parts: &[Part]) -> String {
    parts.iter().map(words_of).collect::<Vec<_>>().join(" ")
}

/// Plain text: an empty line ends a paragraph.
fn paragraphs(text: &str) -> Vec<Part> {
    let text = text.replace("\r\n", "\n");
    let blocks = text.split("\n\n").filter(|block| !block.trim().is_empty());
    blocks.map(|block| Part::Paragraph(line_of(block))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn xml_is_measured_by_its_tags() {
        assert_eq!(depth("<a><b/><c><![CDATA[<d><e>]]></c><!-- <f> --><g></g></a>"), 2);
        assert!(matches!(read_feed(&"<rss>".repeat(5_000), None), Err(Unreadable::Depth)));
    }

    #[test]
    fn a_date_in_dutch_is_read_and_what_is_none_is_told() {
        let item = |written: &str| format!("<item><title>x</title><guid>1</guid><pubDate>{written}</pubDate></item>");
        for (written, date, told) in [
            ("15 mei 2023", Some("2023-05-15"), None),
            ("ma, 15 mei 2023 10:00:00 +0200", Some("2023-05-15"), None),
            ("maandag 15 mei 2023 om 10:00", Some("2023-05-15"), None),
            ("2023-05-15T10:00:00", Some("2023-05-15"), None),
            ("05/06/2023", Some("2023-06-05"), Some("05/06/2023")),
            (
                "Wed, 30 Nov -0001 00:00:00 +0000",
                None,
                Some("the feed says that it is from \"Wed, 30 Nov -0001 00:00:00 +0000\", which is no date"),
            ),
            ("vorige  week", None, Some("the feed says that it is from \"vorige week\", which is no date")),
            ("", None, None),
        ] {
            let others = item("Sun, 05 May 2024 06:00:00 GMT");
            let feed = format!(
                "<rss version=\"2.0\"><channel><title>x</title>{others}{}{others}</channel></rss>",
                item(written)
            );
            let articles: Vec<_> = read_feed(&feed, None).unwrap().into_iter().map(|item| item.article).collect();
            let date = date.map(|date| When::Day(date.parse().unwrap()));
            assert_eq!(articles[1].date, date, "{written}");
            assert_eq!(articles[1].doubts.len(), usize::from(told.is_some()), "{written}: {:?}", articles[1].doubts);
            assert!(
                articles[1].doubts.iter().all(|doubt| doubt.contains(told.unwrap_or_default())),
                "{:?}",
                articles[1].doubts
            );
            assert!(matches!(articles[2].date, Some(When::Instant(_))));
        }
    }

    #[test]
    fn entities_are_not_expanded_into_a_bomb() {
        let bomb = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">\
                    <!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><rss version=\"2.0\"><channel><title>x</title>\
                    <item><title>&c;</title><guid>1</guid></item></channel></rss>";
        for item in read_feed(bomb, None).unwrap_or_default() {
            assert!(item.article.title.unwrap_or_default().len() < 100);
        }
    }
}
