//! A page to its article, without the menus, the banners and the newsletter box around it.

use chrono::{DateTime, NaiveDate};
use dom_query::Document;
use dom_smoothie::{Config, Readability, ReadabilityError};
use url::Url;

use super::{
    article::{Article, When, fingerprint},
    html::read_html,
    shape::{TooMuch, check_shape},
};

/// Why there is no article in a page.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// It is too big or too deep.
    #[error(transparent)]
    Shape(#[from] TooMuch),
    /// Nothing in it looks like an article.
    #[error("no article can be found in it")]
    NoArticle(#[source] ReadabilityError),
    /// The library that looks for articles failed.
    #[error("it cannot be taken apart")]
    Failed,
}

/// Finds the article in a page that lies at `url`.
///
/// # Errors
/// When there is none to be found.
pub(super) fn read_page(html: &str, url: Option<&Url>) -> Result<Article, Unreadable> {
    check_shape(html)?;
    let config = Config { keep_classes: true, ..Config::default() };
    let mut reader = Readability::new(html, url.map(Url::as_str), Some(config)).map_err(Unreadable::NoArticle)?;
    let (canonical, heading) = (canonical(&reader.doc, url), only_heading(&reader.doc));
    let found = reader.parse().map_err(Unreadable::NoArticle)?;
    // Of a file nobody knows where it lay, but by what it says itself.
    let own_url = url.or(canonical.as_ref());
    let parts = read_html(&found.content, own_url)?;
    let mut origins: Vec<_> = url.into_iter().chain(&canonical).map(Url::to_string).collect();
    if origins.is_empty() {
        origins.push(fingerprint(&found.text_content.chars().take(OPENING).collect::<String>()));
    }
    origins.dedup();
    let date = found.published_time.as_deref().map(|written| (written.to_owned(), read_time(written)));
    let mut article = Article {
        origins,
        title: Some(heading.unwrap_or(found.title)),
        date: date.as_ref().and_then(|(_, date)| *date),
        authors: found.byline.as_deref().map(read_byline).unwrap_or_default(),
        summary: found.excerpt,
        parts,
        ..Article::default()
    };
    if let Some((written, None)) = date {
        article.doubts.push(format!("the page says that it is from {written:?}, which is no date"));
    }
    article.doubts.push("the text was picked out of the page: see whether anything is missing or too much".to_owned());
    Ok(article)
}

/// So many characters of a text no other begins with by chance.
const OPENING: usize = 200;

/// The address that a page itself says it has (RFC 6596): on its own host, if it is known on which it lies.
fn canonical(page: &Document, url: Option<&Url>) -> Option<Url> {
    let said = page.select("link[rel~='canonical'][href]").attr("href")?;
    let said = url.map_or_else(|| said.parse(), |url| url.join(&said)).ok()?;
    let is_web = matches!(said.scheme(), "http" | "https");
    let is_own = url.is_none_or(|url| url.host_str() == said.host_str());
    Some(said).filter(|_| is_web && is_own)
}

/// The only heading of the first level in what is the page's own: its title, while `<title>` may say the site's name too, or
/// what search engines are to show.
fn only_heading(page: &Document) -> Option<String> {
    let within = ["article h1", "main h1", "h1"].map(|path| page.select(path));
    let headings = within.iter().find(|found| !found.is_empty())?;
    let text = headings.text().split_whitespace().collect::<Vec<_>>().join(" ");
    (headings.length() == 1 && !text.is_empty()).then_some(text)
}

/// A time as pages write it for machines: an instant, or a day.
fn read_time(written: &str) -> Option<When> {
    let written = written.trim();
    let instant = DateTime::parse_from_rfc3339(written).or_else(|_| DateTime::parse_from_rfc2822(written));
    let instant = instant.or_else(|_| DateTime::parse_from_str(written, "%Y-%m-%dT%H:%M:%S%z"));
    if let Ok(instant) = instant {
        return Some(When::Instant(instant.to_utc()));
    }
    let day = written.get(..10).and_then(|day| day.parse::<NaiveDate>().ok());
    day.map(When::Day)
}

/// The names in "Door An Peeters en Jan Maes".
pub(super) fn read_byline(byline: &str) -> Vec<String> {
    let mut names = byline.trim();
    for head in ["geschreven door", "door", "by", "auteur:", "tekst:"] {
        let matches = names.get(..head.len()).is_some_and(|start| start.eq_ignore_ascii_case(head));
        if matches && names[head.len()..].starts_with(|c: char| c.is_whitespace()) {
            names = names[head.len()..].trim_start();
        }
    }
    let names = names.replace(" en ", ",").replace(" and ", ",").replace(" & ", ",");
    names.split(',').map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_apart() {
        assert_eq!(read_byline("Door An Peeters en Jan Maes"), ["An Peeters", "Jan Maes"]);
        assert_eq!(read_byline("Doornroosje"), ["Doornroosje"]);
    }

    #[test]
    fn a_time_is_read_as_exactly_as_it_is_written() {
        assert_eq!(read_time("2025-05-04"), Some(When::Day("2025-05-04".parse().unwrap())));
        assert_eq!(
            read_time("2025-05-04T10:00:00+02:00"),
            Some(When::Instant("2025-05-04T08:00:00Z".parse().unwrap()))
        );
        assert_eq!(read_time("vorige week"), None);
    }
}
