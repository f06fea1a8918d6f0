//! Lists of feeds that a reader takes in at once (OPML 2.0).

use std::fmt::Write as _;

use super::{Format, xml_text};
use crate::{
    publication::{Edition, Pages, page::topics_of},
    templates::escape_html,
};

/// The name of the lists: of an edition's feeds in its folder, and of all of them beside the editions.
pub(super) const FILE: &str = "feeds.opml";

/// The feeds of an edition. Each is listed in one format, as nobody wants the same three times.
pub(super) fn render_opml(pages: &Pages<'_>, edition: &Edition<'_>) -> String {
    render(&pages.site(edition.settings).title.text, &outlines(pages, edition))
}

/// The feeds of all editions, by language.
pub(in crate::publication) fn render_all_opml(pages: &Pages<'_>) -> (&'static str, String) {
    let mut title = String::new();
    let mut body = String::new();
    for edition in pages.editions() {
        if title.is_empty() || pages.is_source(edition.locale()) {
            title = pages.site(edition.settings).title.text;
        }
        let language = attribute(&pages.autonym(edition.settings));
        let _ = write!(body, "<outline text=\"{language}\">\n{}</outline>\n", outlines(pages, edition));
    }
    (FILE, render(&title, &body))
}

fn render(title: &str, body: &str) -> String {
    let title = attribute(title);
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n<head>\n<title>{title}</title>\n\
         </head>\n<body>\n{body}</body>\n</opml>\n"
    )
}

fn outlines(pages: &Pages<'_>, edition: &Edition<'_>) -> String {
    let (locale, site) = (edition.locale(), pages.site(edition.settings).title.text);
    let mut lines = outline(pages, edition, &site, "");
    for topic in topics_of(edition) {
        let name = pages.topic_name(locale, &topic).text;
        lines.push_str(&outline(pages, edition, &format!("{site} – {name}"), &format!("topics/{topic}/")));
    }
    lines
}

fn outline(pages: &Pages<'_>, edition: &Edition<'_>, title: &str, place: &str) -> String {
    let (locale, title) = (edition.locale(), attribute(title));
    let page = attribute(&pages.addresses().url(&format!("{locale}/{place}")));
    format!(
        "<outline type=\"rss\" version=\"RSS2\" text=\"{title}\" title=\"{title}\" language=\"{locale}\" \
         xmlUrl=\"{page}{file}\" htmlUrl=\"{page}\"/>\n",
        file = Format::Rss.file()
    )
}

fn attribute(text: &str) -> String {
    escape_html(&xml_text(text))
}
