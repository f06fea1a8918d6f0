//! A page to its article, without the menus, the banners and the newsletter box around it.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate};
use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability, ReadabilityError};
use url::Url;

use super::{
    article::{Article, When, fingerprint},
    cards::rewrite_cards,
    date::read_date,
    html::{picture_addresses, read_html},
    prose::{Figure, Part, words_of},
    said::Said,
    shape::{TooMuch, check_shape},
    signature::{read_author, read_byline},
};
use crate::line::one_line;

/// What a page says of its text below its title.
const SUMMARIES: &str = ".pw-subtitle-paragraph, .gh-article-excerpt, .post-full-custom-excerpt";

/// The picture of an article, above its text.
const LEADS: &str = "figure.gh-article-image, figure.article-image, figure.post-full-image";

/// Who wrote it and when, which it says for machines as well.
const BYLINES: &str = ".gh-article-meta, .article-byline, .post-full-byline";

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
    rewrite_cards(&reader.doc);
    let (canonical, said) = (canonical(&reader.doc, url), Said::in_page(&reader.doc));
    let heading = own_heading(&reader.doc, said.headline.as_deref());
    // Of a file nobody knows where it lay, but by what it says itself.
    let own_url = url.or(canonical.as_ref());
    drop_comments(&reader.doc);
    let own_summary = take_summary(&reader.doc);
    if !said.authors.is_empty() {
        reader.doc.select(BYLINES).remove();
    }
    let lead = take_lead(&reader.doc, own_url);
    let pictures = pictures_of(&reader.doc, own_url);
    let found = reader.parse().map_err(Unreadable::NoArticle)?;
    let mut parts = read_html(&found.content, own_url)?;
    let mut origins: Vec<_> = url.into_iter().chain(&canonical).map(Url::to_string).collect();
    if origins.is_empty() {
        origins.push(fingerprint(&found.text_content.chars().take(OPENING).collect::<String>()));
    }
    origins.dedup();
    let signed = found.byline.as_deref().and_then(read_author).or_else(|| take_signature(&mut parts));
    let (signed_by, signed_on) = signed.unwrap_or_default();
    let is_guess = found.published_time.is_none() && said.is_date_guessed;
    let written = found.published_time.or(said.date);
    let date = written.as_deref().and_then(read_time);
    let signed_on = signed_on.as_deref().filter(|_| date.is_none()).and_then(read_date);
    let authors = [said.authors, signed_by, found.byline.as_deref().map(read_byline).unwrap_or_default()];
    let mut article = Article {
        origins,
        title: Some(heading.unwrap_or(found.title)),
        date: date.or(signed_on.as_ref().map(|read| When::Day(read.day))),
        authors: authors.into_iter().find(|names| !names.is_empty()).unwrap_or_default(),
        categories: said.categories,
        lead,
        is_summary_guessed: own_summary.is_none(),
        summary: own_summary.or_else(|| found.excerpt.filter(|text| read_author(text).is_none())),
        parts,
        ..Article::default()
    };
    article.doubts.extend(signed_on.and_then(|read| read.doubt));
    if is_guess && date.is_some() {
        article
            .doubts
            .push("the date is the first that the page marks as one: see whether it is the article's".to_owned());
    }
    if let Some(written) = written.filter(|_| date.is_none()) {
        article.doubts.push(format!("the page says that it is from {written:?}, which is no date"));
    }
    let is_lead = |image: &String| article.lead.as_ref().is_some_and(|lead| lead.src == *image);
    let image = found.image.filter(|image| !is_lead(image));
    if let Some(image) = image.filter(|image| article.figures().iter().all(|figure| figure.src != *image)) {
        article
            .doubts
            .push(format!("who links to the page is shown {image}: put it above the text if it belongs there"));
    }
    let missing = tell_missing(pictures, &article.figures());
    article.doubts.extend(missing);
    article.doubts.push("the text was picked out of the page: see whether anything is missing or too much".to_owned());
    Ok(article)
}

/// The pictures of what a page says is its article.
fn pictures_of(page: &Document, url: Option<&Url>) -> Vec<String> {
    let within = ["[itemprop~='articleBody']", ".entry-content", "article", "main"].map(|path| page.select(path));
    let article = within.iter().find_map(|found| found.nodes().first());
    article.map(|article| picture_addresses(*article, url)).unwrap_or_default()
}

/// Says which pictures did not come along.
fn tell_missing(mut pictures: Vec<String>, kept: &[&mut Figure]) -> Option<String> {
    /// More addresses nobody reads.
    const MOST_NAMED: usize = 5;
    let kept: BTreeSet<&str> = kept.iter().map(|figure| figure.src.as_str()).collect();
    pictures.retain(|src| !kept.contains(src.as_str()));
    let named = pictures.iter().take(MOST_NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    match pictures.len() {
        0 => None,
        1 => Some(format!("a picture of the page is not in the text: {named}")),
        count => Some(format!("{count} pictures of the page are not in the text: {named}")),
    }
}

/// What readers wrote below an article is not its text.
fn drop_comments(page: &Document) {
    for comments in page.select("div.comments, section.comments, #comments").iter() {
        if comments.select("article, h1, .post, .hentry").is_empty() {
            comments.remove();
        }
    }
}

/// So many characters of a text no other begins with by chance.
const OPENING: usize = 200;

/// The address that a page itself says it has (RFC 6596): on its own host, if it is known on which it lies.
fn canonical(page: &Document, url: Option<&Url>) -> Option<Url> {
    let said = page.select("link[rel~='canonical'][href]").attr("href")?;
    let said = url.map_or_else(|| said.parse(), |url| url.join(&said)).ok()?;
    // Where every page says that it is the first one, it says nothing.
    let is_web = matches!(said.scheme(), "http" | "https") && said.path() != "/";
    let is_own = url.is_none_or(|url| url.host_str() == said.host_str());
    Some(said).filter(|_| is_web && is_own)
}

/// The heading of the first level that is the page's own: its title, while `<title>` may say the site's name too, or what search
/// engines are to show. Where there are several, one is the site's: the page's own is what it says itself (`headline`), or the
/// last that `<title>` says.
fn own_heading(page: &Document, headline: Option<&str>) -> Option<String> {
    let named = page.select(".post-title[itemprop~='name']");
    if let [only] = named.nodes() {
        return Some(words_in(*only)).filter(|text| !text.is_empty());
    }
    let within = ["article h1", "main h1", "h1"].map(|path| page.select(path));
    let headings = within.iter().find(|found| !found.is_empty());
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let headings: Vec<_> =
        headings.map(|found| found.nodes().iter().map(|one| words_in(*one)).collect()).unwrap_or_default();
    let title = words(&page.select("head title").text());
    let own = match &headings[..] {
        [only] => Some(only.clone()),
        several => headline.map(words).or_else(|| several.iter().rfind(|one| title.contains(one.as_str())).cloned()),
    };
    own.filter(|text| !text.is_empty())
}

/// The words of an element, as they are kept of headings.
fn words_in(node: NodeRef<'_>) -> String {
    let parts = read_html(&node.inner_html(), None).unwrap_or_default();
    one_line(&parts.iter().map(words_of).collect::<Vec<_>>().join(" "))
}

/// Takes away the picture that a page shows above its text.
fn take_lead(page: &Document, url: Option<&Url>) -> Option<Figure> {
    let found = page.select(LEADS);
    let parts = read_html(&found.nodes().first()?.html(), url).ok()?;
    let lead = parts.into_iter().find_map(|part| match part {
        Part::Figure(figure) => Some(figure),
        _ => None,
    })?;
    found.remove();
    Some(lead)
}

/// Takes away what a page says below its title that its text is about.
fn take_summary(page: &Document) -> Option<String> {
    let found = page.select(SUMMARIES);
    let said = found.nodes().first().map(|node| words_in(*node));
    found.remove();
    said.filter(|said| !said.is_empty())
}

/// Takes away who wrote a text and when, if that is the first thing or the last that it says.
fn take_signature(parts: &mut Vec<Part>) -> Option<(Vec<String>, Option<String>)> {
    let is_text = |part: &Part| matches!(part, Part::Paragraph(_));
    let ends = [parts.iter().position(is_text)?, parts.iter().rposition(is_text)?];
    ends.into_iter().find_map(|at| {
        let words = words_of(&parts[at]);
        // "Door Vlaanderen fietsen" is no signature.
        let is_sure = |signed: &(_, Option<String>)| signed.1.is_some() || !words.to_lowercase().starts_with("door ");
        let signed = read_author(&words).filter(is_sure)?;
        parts.remove(at);
        Some(signed)
    })
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

#[cfg(test)]
mod tests {
    use super::*;

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
