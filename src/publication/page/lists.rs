//! The pages that list posts: front page, topics, authors.

use std::collections::BTreeSet;

use super::{
    super::{Author, Edition, Error},
    Pages,
    makings::{Known, Made},
};
use crate::{
    posts::Post,
    templates::{AuthorPage, FrontPage, Text, TopicPage},
};

/// The posts on a front page: what somebody who comes by once a month has missed. The others are in the archive.
const MOST_ON_FRONT: usize = 13;

impl<'a> Pages<'a> {
    /// The first page of an edition.
    ///
    /// # Errors
    /// When the template cannot be rendered.
    pub(in crate::publication) fn front_page(&self, edition: &Edition<'_>, known: &Known<'_>) -> Result<Made, Error> {
        let place = self.everywhere("");
        let mut cards = edition.entries.iter().take(MOST_ON_FRONT).map(|entry| self.card(edition.settings, entry));
        let page = FrontPage {
            canonical_url: self.addresses.home(edition.locale()),
            alternates: self.alternates(&place),
            lead: cards.next(),
            cards: cards.collect(),
            more: edition.entries.len() > MOST_ON_FRONT,
            linked_data: self.describe_front(edition.settings),
        };
        let site = self.site_around(edition.settings, &place);
        self.make("front", (&site, page), "", known, |page| {
            Ok(self.publication.templates.render_front_page(&site, &page)?)
        })
    }

    /// The page of a topic.
    ///
    /// # Errors
    /// When the template cannot be rendered.
    pub(in crate::publication) fn topic_page(
        &self,
        edition: &Edition<'_>,
        topic: &str,
        known: &Known<'_>,
    ) -> Result<Made, Error> {
        let path = format!("topics/{topic}/");
        let place = self.wherever(&path, |edition| !edition.about(topic).is_empty());
        let locale = edition.locale();
        let about = edition.about(topic).iter().map(|&at| &edition.entries[at]);
        let page = TopicPage {
            canonical_url: self.addresses.topic(locale, topic),
            alternates: self.alternates(&place),
            name: self.topic_name(locale, topic),
            description: self.topic_description(locale, topic).map(Text::own),
            feeds: self.feed_links(locale, Some(topic)),
            follow_url: self.follow_topic_url(locale, topic),
            cards: about.map(|entry| self.card(edition.settings, entry)).collect(),
        };
        let site = self.site_around(edition.settings, &place);
        self.make("topic", (&site, page), "", known, |page| {
            Ok(self.publication.templates.render_topic_page(&site, &page)?)
        })
    }

    /// The page of somebody who writes.
    ///
    /// # Errors
    /// When the template cannot be rendered.
    pub(in crate::publication) fn author_page(
        &self,
        edition: &Edition<'_>,
        (id, author): (&str, &Author),
        known: &Known<'_>,
    ) -> Result<Made, Error> {
        let path = format!("authors/{id}/");
        let place = self.wherever(&path, |edition| edition.entries.iter().any(|entry| is_by(entry.post, id)));
        let settings = edition.settings;
        let by = edition.entries.iter().filter(|entry| is_by(entry.post, id));
        let page = AuthorPage {
            canonical_url: self.addresses.author(edition.locale(), id),
            alternates: self.alternates(&place),
            name: author.name.clone(),
            role: author.role.as_ref().map(|role| self.localized(role, settings)),
            about: author.about.as_ref().map(|about| self.localized(about, settings)),
            website: author.website.as_ref().map(ToString::to_string),
            cards: by.map(|entry| self.card(settings, entry)).collect(),
            linked_data: self.describe_author(settings, id, author),
        };
        let site = self.site_around(settings, &place);
        self.make("author", (&site, page), "", known, |page| {
            Ok(self.publication.templates.render_author_page(&site, &page)?)
        })
    }

    /// Those who wrote something in an edition, by their ids.
    pub(in crate::publication) fn authors_of(&self, edition: &Edition<'_>) -> Vec<(&'a str, &'a Author)> {
        let wrote: BTreeSet<&str> =
            edition.entries.iter().flat_map(|entry| &entry.post.authors).map(String::as_str).collect();
        let authors = self.publication.settings.site.authors.iter();
        authors.filter(|(id, _)| wrote.contains(id.as_str())).map(|(id, author)| (id.as_str(), author)).collect()
    }
}

pub(in crate::publication) fn is_about(post: &Post, topic: &str) -> bool {
    post.topics.iter().any(|of| of == topic)
}

pub(in crate::publication) fn is_by(post: &Post, author: &str) -> bool {
    post.authors.iter().any(|by| by == author)
}
