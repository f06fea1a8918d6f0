//! The pages that list posts: front page, topics, authors.

use std::collections::BTreeSet;

use super::{
    super::{Author, Edition, Entry, Error},
    Pages, Place,
    archive::Year,
    makings::{Known, Made},
};
use crate::{
    fingerprint::Fingerprint,
    posts::Post,
    templates::{AuthorPage, FrontPage, Listing, Text, TopicPage},
};

/// The posts on a front page: what somebody who comes by once a month has missed. The others are in the archive.
const MOST_ON_FRONT: usize = 13;

/// The posts that the page of a topic, or of somebody who writes, shows. Where there are more, each year has a page besides, on
/// which a post takes a line: so no page grows without end, and one more post does not mean writing all of them anew.
const MOST_CARDS: usize = 60;

/// What the posts of a list have in common.
#[derive(Debug, Clone, Copy)]
pub(in crate::publication) enum List<'l> {
    /// They are about a topic.
    Topic(&'l str),
    /// Somebody wrote them.
    Author(&'l str),
}

impl List<'_> {
    /// Its folder below that of an edition.
    pub(in crate::publication) fn folder(self) -> String {
        match self {
            Self::Topic(topic) => format!("topics/{topic}/"),
            Self::Author(id) => format!("authors/{id}/"),
        }
    }

    /// Its posts in an edition, newest first.
    fn entries<'e, 'a>(self, edition: &'e Edition<'a>) -> Vec<&'e Entry<'a>> {
        match self {
            Self::Topic(topic) => edition.about(topic).iter().map(|&at| &edition.entries[at]).collect(),
            Self::Author(id) => edition.entries.iter().filter(|entry| is_by(entry.post, id)).collect(),
        }
    }
}

/// The paths of the pages of a list below its folder, from `""` for the first, each with its page.
type ListPages = Vec<(String, Made)>;

/// Says whether a page is there already that was made of these makings, by its path below the folder of its list.
pub(in crate::publication) type KnownIn<'k> = dyn Fn(&str, Fingerprint) -> bool + 'k;

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

    /// The pages of a topic.
    ///
    /// # Errors
    /// When the template cannot be rendered.
    pub(in crate::publication) fn topic_pages(
        &self,
        edition: &Edition<'_>,
        topic: &str,
        known: &KnownIn<'_>,
    ) -> Result<ListPages, Error> {
        let (locale, settings) = (edition.locale(), edition.settings);
        self.list_pages(
            edition,
            List::Topic(topic),
            |posts, place, known| {
                let page = TopicPage {
                    canonical_url: self.addresses.url(&format!("{locale}/{}", place.path)),
                    alternates: self.alternates(place),
                    name: self.topic_name(locale, topic),
                    description: self.topic_description(locale, topic).map(Text::own),
                    feeds: self.feed_links(locale, Some(topic)),
                    follow_url: self.follow_topic_url(locale, topic),
                    posts,
                };
                let site = self.site_around(settings, place);
                self.make("topic", (&site, page), "", known, |page| {
                    Ok(self.publication.templates.render_topic_page(&site, &page)?)
                })
            },
            known,
        )
    }

    /// The pages of somebody who writes.
    ///
    /// # Errors
    /// When the template cannot be rendered.
    pub(in crate::publication) fn author_pages(
        &self,
        edition: &Edition<'_>,
        (id, author): (&str, &Author),
        known: &KnownIn<'_>,
    ) -> Result<ListPages, Error> {
        let (locale, settings) = (edition.locale(), edition.settings);
        self.list_pages(
            edition,
            List::Author(id),
            |posts, place, known| {
                let page = AuthorPage {
                    canonical_url: self.addresses.url(&format!("{locale}/{}", place.path)),
                    alternates: self.alternates(place),
                    name: author.name.clone(),
                    role: author.role.as_ref().map(|role| self.localized(role, settings)),
                    about: author.about.as_ref().map(|about| self.localized(about, settings)),
                    website: author.website.as_ref().map(ToString::to_string),
                    posts,
                    linked_data: self.describe_author(settings, id, author),
                };
                let site = self.site_around(settings, place);
                self.make("author", (&site, page), "", known, |page| {
                    Ok(self.publication.templates.render_author_page(&site, &page)?)
                })
            },
            known,
        )
    }

    /// The pages of a list: one with the newest posts, and where there are more, one for each year.
    fn list_pages(
        &self,
        edition: &Edition<'_>,
        list: List<'_>,
        make: impl Fn(Listing, &Place<'_>, &Known<'_>) -> Result<Made, Error>,
        known: &KnownIn<'_>,
    ) -> Result<ListPages, Error> {
        let entries = list.entries(edition);
        let years = self.years_of(&entries);
        let page_of = |year: Option<&Year<'_, '_>>| {
            let below = year.map(|year| format!("{}/", year.year)).unwrap_or_default();
            let folder = list.folder();
            let path = format!("{folder}{below}");
            let is_there = |edition: &Edition<'_>, year| self.has_list(edition, list, year);
            let place = self.page_of(
                (&folder, |edition| is_there(edition, None)),
                (&path, |edition| is_there(edition, year.map(|year| year.year))),
            );
            let posts = self.listing(edition, list, &entries, (&years, year));
            let made = make(posts, &place, &|print| known(&below, print))?;
            Ok((below, made))
        };
        [None].into_iter().chain(years.iter().map(Some)).map(page_of).collect()
    }

    /// The years that have a page of their own in a list with these entries: none where one page shows all.
    fn years_of<'e, 'b>(&self, entries: &[&'e Entry<'b>]) -> Vec<Year<'e, 'b>> {
        if entries.len() > MOST_CARDS { self.years(entries.iter().copied()) } else { Vec::new() }
    }

    /// The same of a list of an edition.
    pub(in crate::publication) fn list_years(&self, edition: &Edition<'_>, list: List<'_>) -> Vec<i32> {
        self.years_of(&list.entries(edition)).iter().map(|year| year.year).collect()
    }

    /// Whether an edition has a list, or a page of it for a year.
    fn has_list(&self, edition: &Edition<'_>, list: List<'_>, year: Option<i32>) -> bool {
        let entries = list.entries(edition);
        let is_in = |year| entries.len() > MOST_CARDS && entries.iter().any(|entry| self.year_of(entry) == year);
        year.map_or(!entries.is_empty(), is_in)
    }

    /// What one page of a list shows of its `entries`: the newest, or those of a year.
    fn listing(
        &self,
        edition: &Edition<'_>,
        list: List<'_>,
        entries: &[&Entry<'_>],
        (years, year): (&[Year<'_, '_>], Option<&Year<'_, '_>>),
    ) -> Listing {
        let settings = edition.settings;
        let card = |entry: &&Entry<'_>| self.card(settings, entry);
        let cards = if year.is_none() { entries.iter().take(MOST_CARDS).map(card).collect() } else { Vec::new() };
        let first_url = self.links.url(&format!("{}/{}", edition.locale(), list.folder()));
        let in_year = |of: &Year<'_, '_>| of.listed(format!("{first_url}{}/", of.year), year.map(|year| year.year));
        Listing {
            year: year.map(|year| year.entries[0].post.date),
            first_url: year.map(|_| first_url.clone()),
            count: year.map_or(entries.len(), |year| year.entries.len()),
            cards,
            lines: year.map(|year| self.lines(settings, year)).unwrap_or_default(),
            years: years.iter().map(in_year).collect(),
        }
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
