//! The RSS feed of an edition (RSS 2.0, with the full text in `content:encoded`).

use std::cmp::Reverse;

use rss::{
    CategoryBuilder, ChannelBuilder, GuidBuilder, Item, ItemBuilder,
    extension::atom::{AtomExtensionBuilder, Link},
};

use super::{Edition, Entry, Pages, Released};
use crate::clock::Timestamp;

/// The newest posts that a feed holds: readers poll often, and older posts are on the pages.
const MOST_ITEMS: usize = 30;

/// What every item has been written by; feed readers show it, and a cached copy tells its age.
const GENERATOR: &str = concat!("postduif ", env!("CARGO_PKG_VERSION"));

/// The feed of an edition, from [off-site](Pages::off_site) pages. It holds the posts that were released to its readers, each with an id
/// that never changes, and only text in the edition's language. Of `before`, the feed as it was, it takes over the
/// items of posts that cannot be read now.
pub(super) fn render_feed(pages: &Pages<'_>, edition: &Edition<'_>, before: &[u8]) -> String {
    let locale = edition.locale();
    let site = pages.site(edition.settings);
    let released = edition.entries.iter().filter(|entry| entry.is_advertised());
    let mut entries: Vec<_> = released.filter_map(|entry| Some((entry.released.as_ref()?, entry))).collect();
    entries.sort_by_key(|(released, _)| newest_first(released));
    entries.truncate(MOST_ITEMS);
    let made = entries.into_iter().map(|(released, entry)| {
        let changed = released.dated.max(super::page::last_change(entry.post));
        (released, changed, item(pages, edition, released, entry))
    });
    let mut items: Vec<_> = made.chain(kept_items(edition, before)).collect();
    items.sort_by_key(|(released, ..)| newest_first(released));
    items.truncate(MOST_ITEMS);
    let newest = items.iter().map(|(_, changed, _)| *changed).max();
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
        .items(items.into_iter().map(|(.., item)| item).collect::<Vec<_>>())
        .atom_ext(AtomExtensionBuilder::default().links(vec![own]).build())
        .build();
    channel.to_string()
}

fn newest_first(released: &Released) -> Reverse<(Timestamp, i64)> {
    Reverse((released.dated, released.sequence))
}

/// The items that a feed had for posts that cannot be read now, and when each was last changed, as far
/// as can be told. A feed that is gone or damaged has none.
fn kept_items<'e>(edition: &'e Edition<'_>, before: &[u8]) -> Vec<(&'e Released, Timestamp, Item)> {
    if edition.kept.is_empty() {
        return Vec::new();
    }
    let items = rss::Channel::read_from(before).map(|channel| channel.items).unwrap_or_default();
    let kept = |item: Item| {
        let guid = item.guid.as_ref()?.value.clone();
        let released = edition.kept.values().find(|released| released.guid == guid)?;
        Some((released, released.dated, item))
    };
    items.into_iter().filter_map(kept).collect()
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
        // Readers of feeds cut blanks at the end off, and so do we when we read an item back.
        .content(xml_text(pages.body(edition.settings, entry).html.trim_end()))
        .build()
}

/// A text without the characters that XML 1.0 forbids (section 2.2), which the `rss` crate would write.
pub(super) fn xml_text(text: &str) -> String {
    let allowed =
        |c: &char| matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    text.chars().filter(allowed).collect()
}
