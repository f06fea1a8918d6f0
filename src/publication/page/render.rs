//! The pages themselves: front page, topic pages, and the page of a post.

use super::{
    super::{Edition, Entry, Error, body::Body},
    Pages, Place, topics_of,
};
use crate::{
    posts::{self, Post},
    templates::{self, Card, FrontPage, Heading, PostPage, Text, TopicPage, TranslationNotice},
    translation::{LocaleSettings, State, Variant},
};

/// How many posts a post recommends at its end.
const MOST_RELATED: usize = 3;

impl Pages<'_> {
    /// The first page of an edition.
    ///
    /// # Errors
    /// When the template cannot be rendered.
    pub fn front_page(&self, edition: &Edition<'_>) -> Result<String, Error> {
        let place = Place { path: "", editions: self.editions().map(|edition| (edition.locale(), true)).collect() };
        let mut cards = edition.entries.iter().map(|entry| self.card(edition.settings, entry));
        let page = FrontPage {
            canonical_url: self.addresses.home(edition.locale()),
            alternates: self.alternates(&place),
            lead: cards.next(),
            cards: cards.collect(),
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
        let has_it = |edition: &&Edition<'_>| edition.entries.iter().any(|entry| is_about(entry.post, topic));
        let path = format!("topics/{topic}/");
        let place = Place {
            path: &path,
            editions: self.editions().filter(has_it).map(|edition| (edition.locale(), true)).collect(),
        };
        let locale = edition.locale();
        let about = edition.entries.iter().filter(|entry| is_about(entry.post, topic));
        let page = TopicPage {
            canonical_url: self.addresses.topic(locale, topic),
            alternates: self.alternates(&place),
            name: self.topic_name(locale, topic),
            description: self.message(locale, &format!("topic-{topic}-description")).map(Text::own),
            feed_url: None,
            cards: about.map(|entry| self.card(edition.settings, entry)).collect(),
        };
        Ok(self.publication.templates.render_topic_page(&self.site_around(edition.settings, &place), &page)?)
    }

    /// The page of the post at a place of an edition.
    ///
    /// # Errors
    /// When the template cannot be rendered.
    pub fn post_page(&self, edition: &Edition<'_>, at: usize) -> Result<String, Error> {
        let entry = &edition.entries[at];
        let (post, variant, settings) = (entry.post, &entry.variant, edition.settings);
        let path = format!("{}/", post.slug);
        let with_page = self.editions().filter_map(|edition| {
            let entry = edition.entry(&post.slug).filter(|entry| entry.has_page)?;
            Some((edition.locale(), entry.is_advertised()))
        });
        let place = Place { path: &path, editions: with_page.collect() };
        let (newer, older) = edition.entries.split_at(at);
        let link = |entry: &Entry<'_>| self.post_link(settings, entry);
        let Body { html, headings } = self.body(settings, entry);
        let card = self.card(settings, entry);
        let site = &self.publication.settings.site;
        let own = self.addresses.post(edition.locale(), &post.slug);
        let page = PostPage {
            canonical_url: if variant.is_mostly_own() { own } else { self.addresses.post(&site.source, &post.slug) },
            alternates: if entry.is_advertised() { self.alternates(&place) } else { Vec::new() },
            title: card.title,
            summary: card.summary,
            body_html: html,
            contents: headings
                .into_iter()
                .filter(|heading| heading.level <= 3)
                .map(|heading| Heading {
                    nested: heading.level == 3,
                    text: Text::in_locale(heading.text, &heading.locale, edition.locale()),
                    id: heading.id,
                })
                .collect(),
            date: post.date,
            updated: post.updated,
            authors: self.authors(settings, post),
            topics: card.topics,
            minutes: card.minutes,
            image: card.image,
            sources: post.sources.iter().map(source).collect(),
            related: self.related(edition, entry),
            call_to_action: post.call_to_action,
            translation: self.notice(settings, variant, post),
            newer: newer.iter().rfind(|entry| entry.has_page).map(link),
            older: older.iter().skip(1).find(|entry| entry.has_page).map(link),
        };
        Ok(self.publication.templates.render_post_page(&self.site_around(settings, &place), &page)?)
    }

    fn authors(&self, settings: &LocaleSettings, post: &Post) -> Vec<templates::Author> {
        let authors = post.authors.iter().filter_map(|id| self.publication.settings.site.authors.get(id));
        authors
            .map(|author| templates::Author {
                name: author.name.clone(),
                role: author.role.as_ref().map(|role| self.localized(role, settings)),
            })
            .collect()
    }

    /// The posts that an author names, then those with most topics in common, then the newest.
    fn related(&self, edition: &Edition<'_>, entry: &Entry<'_>) -> Vec<Card> {
        let post = entry.post;
        let named = post.related.iter().filter_map(|slug| edition.entry(slug));
        let mut others: Vec<_> = edition
            .entries
            .iter()
            .filter(|other| other.post.slug != post.slug && !post.related.contains(&other.post.slug))
            .collect();
        others.retain(|other| common_topics(post, other.post) > 0);
        others.sort_by_key(|other| std::cmp::Reverse(common_topics(post, other.post)));
        named.chain(others).take(MOST_RELATED).map(|entry| self.card(edition.settings, entry)).collect()
    }

    /// What readers are told of a translation that is not whole, not read by anybody, or behind the source.
    fn notice(&self, settings: &LocaleSettings, variant: &Variant, post: &Post) -> Option<TranslationNotice> {
        let has = |state| variant.blocks.iter().any(|block| block.state == state);
        let fallback = variant.blocks.iter().any(|block| !variant.is_own(block));
        let (machine, stale) = (has(State::Machine), has(State::Stale));
        let stale_since = if stale { post.updated } else { None };
        let original = self.original(settings, &post.slug);
        (fallback || machine || stale).then_some(TranslationNotice { fallback, machine, stale, stale_since, original })
    }
}

fn is_about(post: &Post, topic: &str) -> bool {
    post.topics.iter().any(|of| of == topic)
}

fn common_topics(a: &Post, b: &Post) -> usize {
    a.topics.iter().filter(|topic| is_about(b, topic)).count()
}

fn source(citation: &posts::Citation) -> templates::Source {
    templates::Source {
        text: citation.text.clone(),
        doi_url: citation.doi.as_ref().map(|doi| format!("https://doi.org/{doi}")),
        pubmed_url: citation.pmid.as_ref().map(|pmid| format!("https://pubmed.ncbi.nlm.nih.gov/{pmid}/")),
        url: citation.url.clone(),
    }
}
