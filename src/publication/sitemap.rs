//! `sitemap.xml`, with each page's other languages, and `robots.txt` (sitemaps.org 0.9).

use std::fmt::Write as _;

use chrono::SecondsFormat;

use super::{Pages, page::last_change};

/// The sitemap of all editions: front pages and the posts that are advertised.
pub(super) fn render_sitemap(pages: &Pages<'_>) -> String {
    let mut xml = String::from(concat!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    ));
    let addresses = pages.addresses();
    for edition in pages.editions() {
        let _ = writeln!(xml, "<url><loc>{}</loc></url>", escape(&addresses.home(edition.locale())));
        for entry in edition.entries.iter().filter(|entry| entry.is_advertised()) {
            let slug = &entry.post.slug;
            let changed = last_change(entry.post).to_rfc3339_opts(SecondsFormat::Secs, true);
            let url = escape(&addresses.post(edition.locale(), slug));
            let _ = write!(xml, "<url><loc>{url}</loc><lastmod>{changed}</lastmod>");
            for other in pages.editions().filter(|other| other.entry(slug).is_some_and(super::Entry::is_advertised)) {
                let (locale, url) = (other.locale(), escape(&addresses.post(other.locale(), slug)));
                let _ = write!(xml, "<xhtml:link rel=\"alternate\" hreflang=\"{locale}\" href=\"{url}\"/>");
            }
            xml.push_str("</url>\n");
        }
    }
    xml.push_str("</urlset>\n");
    xml
}

/// What crawlers may do: everything but follow personal links.
pub(super) fn render_robots(pages: &Pages<'_>) -> String {
    format!("User-agent: *\nDisallow: /s/\n\nSitemap: {}\n", pages.addresses().url("sitemap.xml"))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
