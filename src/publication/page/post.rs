//! The page of a post, and of what is none.

use std::collections::BTreeSet;

use super::{
    super::{
        Edition, Entry, Error,
        body::{Body, BodyHeading, letter::beginning},
    },
    BodyText, Pages, Place,
    makings::{Known, Made},
};
use crate::{
    locale::Locale,
    posts::{self, Post},
    templates::{self, Card, Heading, PlainPage, PostPage, Text, TranslationNotice},
    translation::{LocaleSettings, Variant},
};

/// How many posts a post recommends at its end.
pub(in crate::publication) const MOST_RELATED: usize = 3;

impl Pages<'_> {
    /// The page of the post at a place of an edition, and this is the text of that post.
    ///
    /// # Errors
    /// When the template cannot be rendered.
    pub(in crate::publication) fn post_page(
        &self,
        edition: &Edition<'_>,
        at: usize,
        text: &BodyText<'_>,
        known: &Known<'_>,
    ) -> Result<Made, Error> {
        let entry = &edition.entries[at];
        let (post, settings) = (entry.post, edition.settings);
        let path = entry.path();
        let place = self.place_of(post, &path);
        let (newer, older) = edition.entries.split_at(at);
        let link = |entry: &Entry<'_>| self.post_link(settings, entry);
        let card = self.card(settings, entry);
        let authors = self.authors(settings, post);
        let share_image = self.share_image(entry, &settings.locale);
        let page = PostPage {
            canonical_url: self.canonical_url(edition, entry),
            alternates: if entry.is_advertised() { self.alternates(&place) } else { Vec::new() },
            linked_data: self.describe_post((edition, &place), entry, &card, &authors, share_image.as_ref()),
            title: card.title,
            summary: card.summary,
            // What stands for them is what the body is made of.
            body_html: String::new(),
            contents: Vec::new(),
            date: post.date,
            updated: post.updated,
            authors,
            topics: card.topics,
            minutes: card.minutes,
            image: card.image,
            sources: (1..).zip(&post.sources).map(source).collect(),
            related: self.related(edition, entry),
            call_to_action: post.call_to_action,
            translation: self.notice(settings, &entry.variant, post),
            description: None,
            newer: newer.iter().rfind(|entry| entry.has_page).map(link),
            older: older.iter().skip(1).find(|entry| entry.has_page).map(link),
            share_image: share_image.or_else(|| self.shared_logo(settings)),
        };
        let site = self.site_around(settings, &place);
        self.make("post", (&site, page), &self.body_makings(settings, entry), known, |page| {
            let Body { html, headings } = self.body(settings, text)?;
            let (description, contents) =
                (describe(page.summary.as_ref(), &html), contents(headings, edition.locale()));
            let page = PostPage { body_html: html, contents, description, ..page };
            Ok(self.publication.templates.render_post_page(&site, &page)?)
        })
    }

    /// The page at a place among those of an edition that are no posts, and this is the text of it.
    ///
    /// # Errors
    /// When the template cannot be rendered.
    pub(in crate::publication) fn plain_page(
        &self,
        edition: &Edition<'_>,
        at: usize,
        text: &BodyText<'_>,
        known: &Known<'_>,
    ) -> Result<Made, Error> {
        let entry = &edition.pages[at];
        let (post, settings) = (entry.post, edition.settings);
        let path = entry.path();
        let place = self.place_of(post, &path);
        let card = self.card(settings, entry);
        let page = PlainPage {
            canonical_url: self.canonical_url(edition, entry),
            alternates: if entry.is_advertised() { self.alternates(&place) } else { Vec::new() },
            title: card.title,
            summary: card.summary,
            body_html: String::new(),
            description: None,
            updated: post.updated,
            image: card.image,
            call_to_action: post.call_to_action,
            translation: self.notice(settings, &entry.variant, post),
        };
        let site = self.site_around(settings, &place);
        self.make("plain", (&site, page), &self.body_makings(settings, entry), known, |page| {
            let Body { html, .. } = self.body(settings, text)?;
            let page = PlainPage { description: describe(page.summary.as_ref(), &html), body_html: html, ..page };
            Ok(self.publication.templates.render_plain_page(&site, &page)?)
        })
    }

    /// The editions in which a post has a page.
    fn place_of<'p>(&self, post: &Post, path: &'p str) -> Place<'p>
    where
        Self: 'p,
    {
        let with_page = self.editions().filter_map(|edition| {
            let entry = edition.entry(&post.slug).filter(|entry| entry.has_page)?;
            Some((edition.locale(), entry))
        });
        let with_page: Vec<_> = with_page.collect();
        let untranslated = with_page.iter().filter(|(_, entry)| !entry.variant.is_mostly_own());
        let untranslated = untranslated.map(|(locale, entry)| (*locale, entry.variant.main_locale()));
        Place {
            path,
            editions: with_page.iter().map(|(locale, entry)| (*locale, entry.is_advertised())).collect(),
            untranslated: untranslated.filter(|(locale, spoken)| spoken.language() != locale.language()).collect(),
            instead: None,
        }
    }

    /// The address under which a page is to be found: its own, or, when it has little that another has not, that of the
    /// page in the language that most of it is in.
    fn canonical_url(&self, edition: &Edition<'_>, entry: &Entry<'_>) -> String {
        let (slug, source) = (&entry.post.slug, &self.publication.settings.site.source);
        if entry.variant.is_mostly_own() {
            return self.addresses.post(edition.locale(), slug);
        }
        let spoken = entry.variant.most_common_language();
        let there = spoken.filter(|locale| {
            let entry = self.edition(locale).and_then(|edition| edition.entry(slug));
            entry.is_some_and(Entry::is_advertised)
        });
        self.addresses.post(there.unwrap_or(source), slug)
    }

    pub(in crate::publication) fn authors(&self, settings: &LocaleSettings, post: &Post) -> Vec<templates::Author> {
        let known = &self.publication.settings.site.authors;
        let authors = post.authors.iter().filter_map(|id| Some((id, known.get(id)?)));
        authors
            .map(|(id, author)| templates::Author {
                name: author.name.clone(),
                role: author.role.as_ref().map(|role| self.localized(role, settings)),
                url: self.links.author(self.publication.settings.edition_of(&settings.locale), id),
            })
            .collect()
    }

    /// The posts that an author names, then those with most topics in common, then the newest.
    fn related(&self, edition: &Edition<'_>, entry: &Entry<'_>) -> Vec<Card> {
        let post = entry.post;
        let named = post.related.iter().filter_map(|slug| edition.entry(slug)).filter(|entry| !entry.post.is_page());
        let mut seen = BTreeSet::new();
        // It may be named by an old name.
        let all = named.chain(akin(edition, post)).filter(|entry| seen.insert(&entry.post.slug));
        all.take(MOST_RELATED).map(|entry| self.card(edition.settings, entry)).collect()
    }

    /// What readers are told of a translation that is not whole, not read by anybody, or behind the source.
    pub(in crate::publication) fn notice(
        &self,
        settings: &LocaleSettings,
        variant: &Variant,
        post: &Post,
    ) -> Option<TranslationNotice> {
        let (fallback, machine, stale) = (variant.falls_back(), variant.machine, variant.stale);
        let untranslated = fallback && variant.own_percent() == 0;
        let stale_since = if stale { post.updated } else { None };
        let original = self.original(settings, &post.slug);
        (fallback || machine || stale).then_some(TranslationNotice {
            fallback,
            untranslated,
            machine,
            stale,
            stale_since,
            original,
        })
    }
}

/// What others may say of a page.
fn describe(summary: Option<&Text>, body: &str) -> Option<String> {
    summary.map(|summary| summary.text.clone()).or_else(|| beginning(body))
}

/// The headings that a table of contents shows.
fn contents(headings: Vec<BodyHeading>, page: &Locale) -> Vec<Heading> {
    let heading = |heading: BodyHeading| Heading {
        nested: heading.level == 3,
        text: Text::in_locale(heading.text, &heading.locale, page),
        id: heading.id,
    };
    headings.into_iter().filter(|heading| heading.level <= 3).map(heading).collect()
}

/// As many others as are needed with topics in common with a post and not named by it: those with most first, and
/// then the newest.
fn akin<'e, 'a>(edition: &'e Edition<'a>, post: &Post) -> Vec<&'e Entry<'a>> {
    let mut left: Vec<&[usize]> = post.topics.iter().map(|topic| edition.about(topic)).collect();
    // By how many topics they have in common, newest first in each.
    let mut found: Vec<Vec<&Entry<'_>>> = vec![Vec::new(); left.len()];
    while let Some(at) = left.iter().filter_map(|places| places.first()).min().copied() {
        let mut common = 0;
        for places in left.iter_mut().filter(|places| places.first() == Some(&at)) {
            *places = &places[1..];
            common += 1;
        }
        let other = &edition.entries[at];
        let has_place = found[common - 1].len() < MOST_RELATED;
        if has_place && other.post.slug != post.slug && !post.related.contains(&other.post.slug) {
            found[common - 1].push(other);
        }
        // Nothing that comes later has more in common.
        if found.last().is_some_and(|most| most.len() == MOST_RELATED) {
            break;
        }
    }
    found.into_iter().rev().flatten().collect()
}

pub(in crate::publication) fn source((number, citation): (usize, &posts::Citation)) -> templates::Source {
    templates::Source {
        number,
        text: citation.text.clone(),
        doi_url: citation.doi_url(),
        pubmed_url: citation.pubmed_url(),
        url: citation.url.clone(),
    }
}
