//! The RSS feed of an edition (RSS 2.0, with the full text in `content:encoded`).

use rss::{
    CategoryBuilder, ChannelBuilder, GuidBuilder, Item, ItemBuilder,
    extension::atom::{AtomExtensionBuilder, Link},
};

use super::{Edition, Entry, Pages, Released};

/// The newest posts that a feed holds: readers poll often, and older posts are on the pages.
const MOST_ITEMS: usize = 30;

/// What every item has been written by; feed readers show it, and a cached copy tells its age.
const GENERATOR: &str = concat!("postduif ", env!("CARGO_PKG_VERSION"));

/// The feed of an edition, from [off-site](Pages::off_site) pages. It holds the posts that were released to its readers, each with an id
/// that never changes, and only text in the edition's language.
pub(super) fn render_feed(pages: &Pages<'_>, edition: &Edition<'_>) -> String {
    let locale = edition.locale();
    let site = pages.site(edition.settings);
    let released = edition.entries.iter().filter(|entry| entry.is_advertised());
    let mut items: Vec<_> = released.filter_map(|entry| Some((entry.released.as_ref()?, entry))).collect();
    items.sort_by_key(|(released, _)| std::cmp::Reverse((released.dated, released.sequence)));
    items.truncate(MOST_ITEMS);
    let newest = items.iter().map(|(released, entry)| released.dated.max(super::page::last_change(entry.post))).max();
    let own = Link {
        rel: "self".to_owned(),
        href: site.feed_url.clone(),
        mime_type: Some("application/rss+xml".to_owned()),
        ..Link::default()
    };
    let title = xml_text(&site.title.text);
    let channel = ChannelBuilder::default()
        .description(site.tagline.map_or_else(|| title.clone(), |tagline| xml_text(&tagline.text)))
        .title(title)
        .link(site.home_url)
        .language(locale.to_string())
        .last_build_date(newest.map(|at| at.to_rfc2822()))
        .generator(GENERATOR.to_owned())
        .docs("https://www.rssboard.org/rss-specification".to_owned())
        .items(items.into_iter().map(|(released, entry)| item(pages, edition, released, entry)).collect::<Vec<_>>())
        .atom_ext(AtomExtensionBuilder::default().links(vec![own]).build())
        .build();
    channel.to_string()
}

fn item(pages: &Pages<'_>, edition: &Edition<'_>, released: &Released, entry: &Entry<'_>) -> Item {
    let card = pages.card(edition.settings, entry);
    let categories =
        card.topics.iter().map(|topic| CategoryBuilder::default().name(xml_text(&topic.name.text)).build());
    ItemBuilder::default()
        .title(xml_text(&card.title.text))
        .link(card.url)
        .guid(GuidBuilder::default().value(released.guid.clone()).permalink(false).build())
        .pub_date(released.dated.to_rfc2822())
        .description(card.summary.map(|summary| xml_text(&summary.text)))
        .categories(categories.collect::<Vec<_>>())
        .content(xml_text(&pages.body(edition.settings, entry).html))
        .build()
}

/// A text without the characters that XML 1.0 forbids (section 2.2), which the `rss` crate would write.
pub(super) fn xml_text(text: &str) -> String {
    let allowed =
        |c: &char| matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    text.chars().filter(allowed).collect()
}
