//! `sitemap.xml`, with each page's other languages, and `robots.txt` (sitemaps.org 0.9).

use std::fmt::Write as _;

use chrono::SecondsFormat;

use super::{
    Edition, Entry, Pages,
    page::{List, is_about, is_by, last_change, topics_of},
};
use crate::{clock::Timestamp, posts::Post};

/// The most addresses that a file may hold (sitemaps.org).
const MOST_URLS: usize = 50_000;

/// The most bytes of them: the 50 MiB of sitemaps.org, less what stands around the addresses.
const MOST_BYTES: usize = (50 << 20) - 1024;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACE: &str = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";
const LINKS: &str = "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"";

/// The sitemap of all editions: front pages and archives, topics, authors, pages, and the posts that are
/// advertised. One file, or an index of several: each by its path.
pub(super) fn render_sitemap(pages: &Pages<'_>) -> Vec<(String, String)> {
    let mut xml = String::new();
    for edition in pages.editions() {
        write_page(&mut xml, pages, edition, "", newest(edition, |_| true), |_| true);
        write_page(&mut xml, pages, edition, "archive/", newest(edition, |_| true), |_| true);
        write_page(&mut xml, pages, edition, "feeds/", None, |_| true);
        for year in pages.archive_years(edition) {
            let path = format!("archive/{year}/");
            write_page(&mut xml, pages, edition, &path, None, |other| pages.archive_years(other).contains(&year));
        }
        for topic in topics_of(edition) {
            write_list(&mut xml, pages, edition, List::Topic(&topic), |post| is_about(post, &topic));
        }
        for (id, _) in pages.authors_of(edition) {
            write_list(&mut xml, pages, edition, List::Author(id), |post| is_by(post, id));
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
    into_files(&xml, MOST_URLS, MOST_BYTES, |path| escape(&pages.addresses().url(path)))
}

/// Puts lines of addresses into as few files as may hold them, `sitemap.xml` first.
fn into_files(
    lines: &str,
    most_urls: usize,
    most_bytes: usize,
    address: impl Fn(&str) -> String,
) -> Vec<(String, String)> {
    let (mut files, mut urls) = (vec![String::new()], 0);
    for line in lines.split_inclusive('\n') {
        let full = urls == most_urls || files.last().is_some_and(|file| file.len() + line.len() > most_bytes);
        if full {
            files.push(String::new());
            urls = 0;
        }
        urls += 1;
        if let Some(file) = files.last_mut() {
            file.push_str(line);
        }
    }
    let whole = |urls: &String| format!("{HEAD}<urlset {NAMESPACE} {LINKS}>\n{urls}</urlset>\n");
    if let [one] = &files[..] {
        return vec![("sitemap.xml".to_owned(), whole(one))];
    }
    let names: Vec<_> = (1..=files.len()).map(|number| format!("sitemap-{number}.xml")).collect();
    let list: String = names.iter().map(|name| format!("<sitemap><loc>{}</loc></sitemap>\n", address(name))).collect();
    let index = format!("{HEAD}<sitemapindex {NAMESPACE}>\n{list}</sitemapindex>\n");
    let parts = names.into_iter().zip(files.iter().map(whole));
    [("sitemap.xml".to_owned(), index)].into_iter().chain(parts).collect()
}

/// Whether an edition has a post of which `has_it` is true.
fn has(edition: &Edition<'_>, has_it: impl Fn(&Post) -> bool) -> bool {
    edition.entries.iter().any(|entry| has_it(entry.post))
}

/// When a list of posts was last changed: with the newest of them, or the correction of one.
fn newest(edition: &Edition<'_>, has_it: impl Fn(&Post) -> bool) -> Option<Timestamp> {
    edition.entries.iter().filter(|entry| has_it(entry.post)).map(|entry| last_change(entry.post)).max()
}

/// The pages of a list: the first, and those of its years.
fn write_list(
    xml: &mut String,
    pages: &Pages<'_>,
    edition: &Edition<'_>,
    list: List<'_>,
    in_list: impl Fn(&Post) -> bool + Copy,
) {
    let folder = list.folder();
    write_page(xml, pages, edition, &folder, newest(edition, in_list), |other| has(other, in_list));
    for year in pages.list_years(edition, list) {
        let path = format!("{folder}{year}/");
        write_page(xml, pages, edition, &path, None, |other| pages.list_years(other, list).contains(&year));
    }
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
    if let Some(source) = pages.editions().find(|other| pages.is_source(other.locale()) && has_it(other)) {
        let _ = write!(xml, "<xhtml:link rel=\"alternate\" hreflang=\"x-default\" href=\"{}\"/>", url(source));
    }
    xml.push_str("</url>\n");
}

/// What crawlers may do: everything but follow personal links.
pub(super) fn render_robots(pages: &Pages<'_>) -> String {
    let (personal, sitemap) = (pages.links().url("s/"), pages.addresses().url("sitemap.xml"));
    format!("User-agent: *\nDisallow: {personal}\n\nSitemap: {sitemap}\n")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_addresses_than_a_file_may_hold_go_into_several_and_none_is_lost() {
        let lines: String = (0..5).map(|number| format!("<url>{number}</url>\n")).collect();
        let of = |most_urls, most_bytes| {
            into_files(&lines, most_urls, most_bytes, |path| format!("https://t.example/{path}"))
        };
        let names = |files: &[(String, String)]| files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&of(5, 1000)), ["sitemap.xml"]);
        for files in [of(2, 1000), of(5, 32)] {
            assert_eq!(names(&files), ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]);
            assert_eq!(files[0].1.matches("<loc>https://t.example/sitemap-").count(), 3);
            let counts: Vec<_> = files[1..].iter().map(|(_, file)| file.matches("<url>").count()).collect();
            assert_eq!(counts, [2, 2, 1]);
        }
    }
}
