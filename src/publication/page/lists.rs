//! The pages that list posts: front page, topics, authors.

use std::collections::BTreeSet;

use super::{
    super::{Author, Edition, Error},
    Pages, topics_of,
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
    pub fn front_page(&self, edition: &Edition<'_>) -> Result<String, Error> {
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
        Ok(self.publication.templates.render_front_page(&self.site_around(edition.settings, &place), &page)?)
    }

    /// The topics of an edition, each with its page.
    ///
    /// # Errors
    /// When the template cannot be rendered.
    pub fn topic_pages(&self, edition: &Edition<'_>) -> Result<Vec<(String, String)>, Error> {
        topics_of(edition).into_iter().map(|topic| Ok((topic.clone(), self.topic_page(edition, &topic)?))).collect()
    }

    fn topic_page(&self, edition: &Edition<'_>, topic: &str) -> Result<String, Error> {
        let path = format!("topics/{topic}/");
        let place = self.wherever(&path, |edition| edition.entries.iter().any(|entry| is_about(entry.post, topic)));
        let locale = edition.locale();
        let about = edition.entries.iter().filter(|entry| is_about(entry.post, topic));
        let page = TopicPage {
            canonical_url: self.addresses.topic(locale, topic),
            alternates: self.alternates(&place),
            name: self.topic_name(locale, topic),
            description: self.topic_description(locale, topic).map(Text::own),
            feeds: self.feed_links(locale, Some(topic)),
            follow_url: self.follow_topic_url(locale, topic),
            cards: about.map(|entry| self.card(edition.settings, entry)).collect(),
        };
        Ok(self.publication.templates.render_topic_page(&self.site_around(edition.settings, &place), &page)?)
    }

    /// The authors of an edition, each with their page.
    ///
    /// # Errors
    /// When the template cannot be rendered.
    pub fn author_pages(&self, edition: &Edition<'_>) -> Result<Vec<(&'a str, String)>, Error> {
        let authors = self.authors_of(edition).into_iter();
        authors.map(|(id, author)| Ok((id, self.author_page(edition, id, author)?))).collect()
    }

    fn author_page(&self, edition: &Edition<'_>, id: &str, author: &Author) -> Result<String, Error> {
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
        Ok(self.publication.templates.render_author_page(&self.site_around(settings, &place), &page)?)
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
