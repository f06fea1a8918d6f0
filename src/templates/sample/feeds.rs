//! Made-up feeds.

use super::{Sample, TOPICS};
use crate::templates::{FeedLink, FeedPost, FeedRow, FeedsPage, PostPage, Text};

impl Sample {
    /// The page about feeds.
    pub(in crate::templates) fn feeds_page(&self) -> FeedsPage {
        let row = |name: Option<Text>| FeedRow {
            id: if name.is_some() { "topic-rugpijn" } else { "all" }.to_owned(),
            name,
            address: "https://beweegreden.example/nl/feed.xml".to_owned(),
            links: feed_links(),
        };
        FeedsPage {
            canonical_url: "https://beweegreden.example/nl/feeds/".to_owned(),
            alternates: self.alternates(),
            feeds: [row(None)].into_iter().chain(self.list([row(Some(self.text(TOPICS[0])))])).collect(),
            opml_url: "https://beweegreden.example/nl/feeds.opml".to_owned(),
        }
    }

    /// A post in a feed.
    pub(super) fn feed_post(&self) -> FeedPost {
        let PostPage { image, translation, body_html, sources, .. } = self.post_page();
        FeedPost { image, translation, body_html, sources }
    }
}

pub(super) fn feed_links() -> Vec<FeedLink> {
    let url = "https://beweegreden.example/nl/feed.xml".to_owned();
    vec![FeedLink { format: "RSS", media_type: "application/rss+xml", url }]
}
