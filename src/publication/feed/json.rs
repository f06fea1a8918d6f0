//! A feed as JSON Feed 1.1, which is also what items are read back from.

use serde::{Deserialize, Serialize};

use super::{Feed, Format, Item, Person};
use crate::locale::Locale;

/// What says that a JSON file is a feed.
const VERSION: &str = "https://jsonfeed.org/version/1.1";

#[derive(Serialize)]
struct Written<'f> {
    version: &'static str,
    title: &'f str,
    home_page_url: &'f str,
    feed_url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'f str>,
    language: &'f Locale,
    authors: [&'f Person; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hubs: Vec<Hub<'f>>,
    items: Vec<&'f Item>,
}

#[derive(Serialize)]
struct Hub<'f> {
    #[serde(rename = "type")]
    kind: &'static str,
    url: &'f str,
}

#[derive(Deserialize)]
struct Read {
    items: Vec<Item>,
}

pub(super) fn render(feed: &Feed) -> String {
    let written = Written {
        version: VERSION,
        title: &feed.title,
        home_page_url: &feed.home_url,
        feed_url: feed.own_url(Format::Json),
        description: feed.description.as_deref(),
        language: &feed.language,
        authors: [&feed.publisher],
        hubs: feed.hub.iter().map(|url| Hub { kind: "WebSub", url }).collect(),
        items: feed.items.iter().map(AsRef::as_ref).collect(),
    };
    // Texts, times and numbers can always be written.
    serde_json::to_string(&written).unwrap_or_default()
}

/// The items of a feed as it was written. One that is gone or damaged has none.
pub(super) fn read_items(feed: &[u8]) -> Vec<Item> {
    serde_json::from_slice::<Read>(feed).map(|feed| feed.items).unwrap_or_default()
}
