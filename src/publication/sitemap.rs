//! `sitemap.xml`, with each page's other languages, and `robots.txt` (sitemaps.org 0.9).

use std::fmt::Write as _;

use chrono::SecondsFormat;

use super::{
    Edition, Entry, Pages,
    page::{is_about, is_by, last_change, topics_of},
};
use crate::{clock::Timestamp, posts::Post};

/// The sitemap of all editions: front pages and archives, topics, authors, pages, and the posts that are
/// advertised.
pub(super) fn render_sitemap(pages: &Pages<'_>) -> String {
    let mut xml = String::from(concat!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    ));
    for edition in pages.editions() {
        write_page(&mut xml, pages, edition, "", newest(edition, |_| true), |_| true);
        write_page(&mut xml, pages, edition, "archive/", newest(edition, |_| true), |_| true);
        for year in pages.archive_years(edition) {
            let path = format!("archive/{year}/");
            write_page(&mut xml, pages, edition, &path, None, |other| pages.archive_years(other).contains(&year));
        }
        for topic in topics_of(edition) {
            let path = format!("topics/{topic}/");
            let has_it = |post: &Post| is_about(post, &topic);
            write_page(&mut xml, pages, edition, &path, newest(edition, has_it), |other| has(other, has_it));
        }
        for (id, _) in pages.authors_of(edition) {
            let path = format!("authors/{id}/");
            let has_it = |post: &Post| is_by(post, id);
            write_page(&mut xml, pages, edition, &path, newest(edition, has_it), |other| has(other, has_it));
        }
        let posts = edition.pages.iter().chain(&edition.entries);
        for post in posts.filter(|entry| entry.is_advertised()).map(|entry| entry.post) {
            // A page need not have a date.
            let changed = Some(last_change(post)).filter(|changed| *changed != Timestamp::default());
            let path = format!("{}/", post.slug);
            let has_it = |other: &Edition<'_>| other.entry(&post.slug).is_some_and(Entry::is_advertised);
            write_page(&mut xml, pages, edition, &path, changed, has_it);
        }
    }
    xml.push_str("</urlset>\n");
    xml
}

/// Whether an edition has a post of which `has_it` is true.
fn has(edition: &Edition<'_>, has_it: impl Fn(&Post) -> bool) -> bool {
    edition.entries.iter().any(|entry| has_it(entry.post))
}

/// When a list of posts was last changed: with the newest of them, or the correction of one.
fn newest(edition: &Edition<'_>, has_it: impl Fn(&Post) -> bool) -> Option<Timestamp> {
    edition.entries.iter().filter(|entry| has_it(entry.post)).map(|entry| last_change(entry.post)).max()
}

/// One page of an edition, with the same page in each edition that has it.
fn write_page(
    xml: &mut String,
    pages: &Pages<'_>,
    edition: &Edition<'_>,
    path: &str,
    changed: Option<Timestamp>,
    has_it: impl Fn(&Edition<'_>) -> bool,
) {
    let url = |edition: &Edition<'_>| escape(&pages.addresses().url(&format!("{}/{path}", edition.locale())));
    let _ = write!(xml, "<url><loc>{}</loc>", url(edition));
    if let Some(changed) = changed {
        let _ = write!(xml, "<lastmod>{}</lastmod>", changed.to_rfc3339_opts(SecondsFormat::Secs, true));
    }
    for other in pages.editions().filter(|other| has_it(other)) {
        let (locale, url) = (other.locale(), url(other));
        let _ = write!(xml, "<xhtml:link rel=\"alternate\" hreflang=\"{locale}\" href=\"{url}\"/>");
    }
    xml.push_str("</url>\n");
}

/// What crawlers may do: everything but follow personal links.
pub(super) fn render_robots(pages: &Pages<'_>) -> String {
    format!("User-agent: *\nDisallow: /s/\n\nSitemap: {}\n", pages.addresses().url("sitemap.xml"))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
