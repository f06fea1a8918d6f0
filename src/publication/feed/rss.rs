//! A feed as RSS 2.0, with the full text in `content:encoded`.

use rss::{
    Category, CategoryBuilder, ChannelBuilder, EnclosureBuilder, GuidBuilder, ItemBuilder,
    extension::{
        Extension,
        atom::{AtomExtensionBuilder, Link},
        dublincore::DublinCoreExtensionBuilder,
    },
};

use super::{Feed, Format, GENERATOR, Item};
use crate::templates::escape_html;

/// Minutes after which a reader may look again; the files say the same to caches.
const TIME_TO_LIVE: &str = "60";

pub(super) fn render(feed: &Feed) -> String {
    let own = Link {
        rel: "self".to_owned(),
        href: feed.own_url(Format::Rss),
        mime_type: Some(Format::Rss.media_type().to_owned()),
        ..Link::default()
    };
    let hub = feed.hub.iter().map(|hub| Link { rel: "hub".to_owned(), href: hub.clone(), ..Link::default() });
    let links: Vec<_> = [own].into_iter().chain(hub).collect();
    let channel = ChannelBuilder::default()
        .title(feed.title.clone())
        .link(feed.home_url.clone())
        .description(escape_html(feed.description.as_ref().unwrap_or(&feed.title)))
        .language(feed.language.to_string())
        .last_build_date((!feed.items.is_empty()).then(|| feed.updated.to_rfc2822()))
        .generator(GENERATOR.to_owned())
        .docs("https://www.rssboard.org/rss-specification".to_owned())
        .ttl(TIME_TO_LIVE.to_owned())
        .items(feed.items.iter().map(|item| render_item(item)).collect::<Vec<_>>())
        .atom_ext(AtomExtensionBuilder::default().links(links).build())
        .build();
    channel.to_string()
}

fn render_item(item: &Item) -> rss::Item {
    let category = |topic: &String| -> Category { CategoryBuilder::default().name(topic.clone()).build() };
    // `author` wants an address for mail, which nobody puts onto the web.
    let dublin_core = DublinCoreExtensionBuilder::default()
        .creators(item.authors.iter().map(|author| author.name.clone()).collect::<Vec<_>>())
        .languages(item.language.iter().map(ToString::to_string).collect::<Vec<_>>())
        .build();
    let enclosure = item.enclosures.first().map(|file| {
        let (url, kind, length) = (file.url.clone(), file.media_type.clone(), file.length.to_string());
        EnclosureBuilder::default().url(url).mime_type(kind).length(length).build()
    });
    let mut built = ItemBuilder::default()
        .title(item.title.clone())
        .link(item.url.clone())
        .guid(GuidBuilder::default().value(item.guid.clone()).permalink(false).build())
        .pub_date(item.published.to_rfc2822())
        // What is plain text would be taken for HTML here.
        .description(item.summary.as_deref().map(escape_html))
        .categories(item.topics.iter().map(category).collect::<Vec<_>>())
        .enclosure(enclosure)
        .content(item.html.clone())
        .build();
    if !item.authors.is_empty() || item.language.is_some() {
        built.dublin_core_ext = Some(dublin_core);
    }
    if item.updated != item.published {
        // RSS has no word of its own for it.
        let updated = Extension {
            name: "atom:updated".to_owned(),
            value: Some(item.updated.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)),
            ..Extension::default()
        };
        built.extensions.entry("atom".to_owned()).or_default().insert("updated".to_owned(), vec![updated]);
    }
    built
}
