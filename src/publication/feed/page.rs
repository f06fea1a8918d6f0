//! The page on which people find the feeds of a language, and what a feed is.

use super::{Format, opml};
use crate::{
    locale::Locale,
    publication::{
        Edition, Entry, Error, Pages,
        page::{source, topics_of},
    },
    templates::{FeedLink, FeedPost, FeedRow, FeedsPage},
    translation::LocaleSettings,
};

impl Pages<'_> {
    /// The page about the feeds of an edition.
    ///
    /// # Errors
    /// When the template cannot be rendered.
    pub fn feeds_page(&self, edition: &Edition<'_>) -> Result<String, Error> {
        let locale = edition.locale();
        let place = self.everywhere("feeds/");
        let row = |topic: Option<String>| FeedRow {
            id: topic.as_deref().map_or_else(|| "all".to_owned(), topic_anchor),
            address: self.addresses.url(&format!("{}{}", folder(locale, topic.as_deref()), Format::Rss.file())),
            links: self.feed_links(locale, topic.as_deref()),
            name: topic.map(|topic| self.topic_name(locale, &topic)),
        };
        let topics = topics_of(edition).into_iter().map(Some);
        let page = FeedsPage {
            canonical_url: self.addresses.feeds(locale),
            alternates: self.alternates(&place),
            feeds: [None].into_iter().chain(topics).map(row).collect(),
            opml_url: self.links.url(&format!("{locale}/{}", opml::FILE)),
        };
        Ok(self.publication.templates.render_feeds_page(&self.site_around(edition.settings, &place), &page)?)
    }

    /// A feed in each format: that of an edition, or of one of its topics.
    pub(in crate::publication) fn feed_links(&self, locale: &Locale, topic: Option<&str>) -> Vec<FeedLink> {
        let link = |format: Format| FeedLink {
            format: format.name(),
            media_type: format.media_type(),
            url: self.links.url(&format!("{}{}", folder(locale, topic), format.file())),
        };
        Format::ALL.map(link).to_vec()
    }

    /// Where people read how to follow a topic.
    pub(in crate::publication) fn follow_topic_url(&self, locale: &Locale, topic: &str) -> String {
        format!("{}#{}", self.links.feeds(locale), topic_anchor(topic))
    }

    /// The whole of a post as HTML for readers of feeds, which have no style sheet of ours.
    pub(super) fn feed_post(&self, settings: &LocaleSettings, entry: &Entry<'_>) -> Result<String, Error> {
        let post =
            FeedPost { body_html: self.body_of(settings, entry.post)?.html, ..self.bare_feed_post(settings, entry) };
        Ok(self.publication.templates.render_feed_post(&self.site(settings), &post)?)
    }

    /// The same without its text.
    pub(super) fn bare_feed_post(&self, settings: &LocaleSettings, entry: &Entry<'_>) -> FeedPost {
        FeedPost {
            image: self.card(settings, entry).image,
            translation: self.notice(settings, &entry.variant, entry.post),
            body_html: String::new(),
            sources: (1..).zip(&entry.post.sources).map(source).collect(),
        }
    }
}

fn folder(locale: &Locale, topic: Option<&str>) -> String {
    topic.map_or_else(|| format!("{locale}/"), |topic| format!("{locale}/topics/{topic}/"))
}

fn topic_anchor(topic: &str) -> String {
    format!("topic-{topic}")
}
