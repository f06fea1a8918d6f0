//! The pages of an edition: what the ledger and the variants say, as the templates want it.

use std::{collections::BTreeSet, fs};

use super::{
    Addresses, Edition, Entry, Error, Localized, Publication,
    addresses::{FAVICON_PATH, STYLE_PATH},
    body::{Body, Surroundings, render_body},
    pictures::{Size, svg_size},
};
use crate::{
    clock::Timestamp,
    locale::Locale,
    posts::{self, Post, Slug, markdown::Kind},
    templates::{
        self, Alternate, Card, FrontPage, Heading, Language, MailPost, PostLink, PostPage, Site, Text, TopicLink,
        TopicPage, Value,
    },
    translation::{LocaleSettings, Resolved, State, Variant},
};

/// How many posts a post recommends at its end.
const MOST_RELATED: usize = 3;

/// Makes the pages of all editions.
#[derive(Debug)]
pub struct Pages<'a> {
    publication: &'a Publication,
    editions: &'a [Edition<'a>],
    addresses: Addresses,
}

/// A page that exists in several languages: where it is in each.
struct Place<'p> {
    /// The path below the edition's folder: `""`, `slug/`, `topics/topic/`.
    path: &'p str,
    /// In which editions it is, and in which it is advertised.
    editions: Vec<(&'p Locale, bool)>,
}

impl<'a> Pages<'a> {
    /// The pages of `editions`, which are those of `publication`.
    pub fn new(publication: &'a Publication, editions: &'a [Edition<'a>]) -> Self {
        Self { publication, editions, addresses: Addresses::new(&publication.settings.site.base_url) }
    }

    /// Where everything is.
    pub fn addresses(&self) -> &Addresses {
        &self.addresses
    }

    /// The editions that have pages.
    pub fn editions(&self) -> impl Iterator<Item = &'a Edition<'a>> {
        self.editions.iter().filter(|edition| edition.settings.edition)
    }

    fn edition(&self, locale: &Locale) -> Option<&'a Edition<'a>> {
        self.editions.iter().find(|edition| edition.locale() == locale)
    }

    /// The page of a post for the readers of a locale: in the first edition of their chain that has it.
    pub fn post_url(&self, settings: &LocaleSettings, slug: &Slug) -> Option<String> {
        let mut editions =
            settings.chain.iter().filter_map(|locale| self.edition(locale)).filter(|e| e.settings.edition);
        let edition = editions.find(|edition| edition.entry(slug).is_some())?;
        Some(self.addresses.post(edition.locale(), slug))
    }

    fn is_source(&self, locale: &Locale) -> bool {
        *locale == self.publication.settings.site.source
    }

    fn localized(&self, text: &Localized, settings: &LocaleSettings) -> Text {
        text.text(&settings.locale, &settings.chain)
    }

    /// A text of the interface.
    fn message(&self, locale: &Locale, id: &str) -> Option<String> {
        self.publication.templates.messages().format(locale, id, &[]).ok()
    }

    fn autonym(&self, settings: &LocaleSettings) -> String {
        let own = || self.publication.templates.messages().autonym(&settings.locale);
        settings.autonym.clone().unwrap_or_else(own)
    }

    fn topic_name(&self, locale: &Locale, topic: &str) -> Text {
        Text::own(self.message(locale, &format!("topic-{topic}")).unwrap_or_else(|| topic.to_owned()))
    }

    /// The topics of a post with their pages.
    fn topic_links(&self, settings: &LocaleSettings, topics: &[String]) -> Vec<TopicLink> {
        let edition = self.publication.settings.edition_of(&settings.locale);
        let link = |topic: &String| TopicLink {
            name: self.topic_name(&settings.locale, topic),
            url: self.addresses.topic(edition, topic),
        };
        topics.iter().map(link).collect()
    }

    /// What pages outside the editions, such as forms and mails, have around them.
    pub fn site(&self, settings: &LocaleSettings) -> Site {
        let everywhere =
            Place { path: "", editions: self.editions().map(|edition| (edition.locale(), true)).collect() };
        self.site_around(settings, &everywhere)
    }

    /// As [`site`](Self::site), for a page that the server answers itself: `subscribe`.
    pub fn site_at(&self, settings: &LocaleSettings, path: &str) -> Site {
        let everywhere = Place { path, editions: self.editions().map(|edition| (edition.locale(), true)).collect() };
        self.site_around(settings, &everywhere)
    }

    fn site_around(&self, settings: &LocaleSettings, place: &Place<'_>) -> Site {
        let site = &self.publication.settings.site;
        let edition = self.publication.settings.edition_of(&settings.locale);
        let topics = self.edition(edition).map(topics_of).unwrap_or_default();
        Site {
            title: self.localized(&site.title, settings),
            tagline: site.tagline.as_ref().map(|text| self.localized(text, settings)),
            base_url: self.addresses.url(""),
            locale: settings.locale.clone(),
            dir: settings.locale.direction(),
            languages: self.languages(settings, place),
            home_url: self.addresses.home(edition),
            feed_url: self.addresses.feed(edition),
            subscribe_url: Some(self.addresses.subscribe(edition)),
            topics: self.topic_links(settings, &topics.into_iter().collect::<Vec<_>>()),
            contact: site.contact.as_ref().map(|contact| templates::Contact {
                name: contact.name.clone(),
                address: contact.address.clone(),
                email: contact.email.clone(),
                phone: contact.phone.clone(),
            }),
            call_to_action: site.call_to_action.as_ref().map(|call| templates::CallToAction {
                title: self.localized(&call.title, settings),
                text: call.text.as_ref().map(|text| self.localized(text, settings)),
                url: call.url.clone(),
                label: self.localized(&call.label, settings),
            }),
            style_url: self.addresses.url(STYLE_PATH),
            favicon_url: self.addresses.url(FAVICON_PATH),
        }
    }

    fn languages(&self, settings: &LocaleSettings, place: &Place<'_>) -> Vec<Language> {
        let language = |edition: &Edition<'_>| {
            let locale = edition.locale();
            let available = place.editions.iter().any(|(there, _)| *there == locale);
            let path = if available { place.path } else { "" };
            Language {
                locale: locale.clone(),
                dir: locale.direction(),
                autonym: self.autonym(edition.settings),
                url: self.addresses.url(&format!("{locale}/{path}")),
                available,
                current: *locale == settings.locale,
            }
        };
        self.editions().map(language).collect()
    }

    /// The page in every language it is advertised in, and the source language as the default (`x-default`).
    fn alternates(&self, place: &Place<'_>) -> Vec<Alternate> {
        let advertised: Vec<_> = place.editions.iter().filter(|(_, advertised)| *advertised).collect();
        if advertised.len() < 2 {
            return Vec::new();
        }
        let url = |locale: &Locale| self.addresses.url(&format!("{locale}/{}", place.path));
        let mut alternates: Vec<_> =
            advertised.iter().map(|(locale, _)| Alternate { hreflang: locale.to_string(), url: url(locale) }).collect();
        if let Some((source, _)) = advertised.iter().find(|(locale, _)| self.is_source(locale)) {
            alternates.push(Alternate { hreflang: "x-default".to_owned(), url: url(source) });
        }
        alternates
    }

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

    /// The page of a post.
    ///
    /// # Errors
    /// When the template cannot be rendered.
    pub fn post_page(&self, edition: &Edition<'_>, at: usize) -> Result<String, Error> {
        let entry = &edition.entries[at];
        let (post, variant, settings) = (entry.post, &entry.variant, edition.settings);
        let path = format!("{}/", post.slug);
        let with_post =
            self.editions().filter_map(|edition| Some((edition.locale(), edition.entry(&post.slug)?.is_advertised())));
        let place = Place { path: &path, editions: with_post.collect() };
        let Body { html, headings } = self.body(settings, entry);
        let card = self.card(settings, entry);
        let site = &self.publication.settings.site;
        let own = self.addresses.post(edition.locale(), &post.slug);
        let page = PostPage {
            canonical_url: if entry.is_advertised() { own } else { self.addresses.post(&site.source, &post.slug) },
            alternates: self.alternates(&place),
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
            translation: self.notice(settings, variant, &post.slug),
            newer: at.checked_sub(1).map(|at| self.post_link(settings, &edition.entries[at])),
            older: edition.entries.get(at + 1).map(|older| self.post_link(settings, older)),
        };
        Ok(self.publication.templates.render_post_page(&self.site_around(settings, &place), &page)?)
    }

    /// The body of a post in an edition.
    pub(super) fn body(&self, settings: &LocaleSettings, entry: &Entry<'_>) -> Body {
        render_body(entry.post, &entry.variant, &Around { pages: self, settings, post: entry.post })
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

    fn notice(
        &self,
        settings: &LocaleSettings,
        variant: &Variant,
        slug: &Slug,
    ) -> Option<templates::TranslationNotice> {
        let fallback = variant.blocks.iter().any(|block| !variant.is_own(block));
        let machine = variant.blocks.iter().any(|block| block.state == State::Machine);
        if !fallback && !machine {
            return None;
        }
        let source = self.edition(&self.publication.settings.site.source)?;
        let original = Language {
            locale: source.locale().clone(),
            dir: source.locale().direction(),
            autonym: self.autonym(source.settings),
            url: self.addresses.post(source.locale(), slug),
            available: true,
            current: source.locale() == &settings.locale,
        };
        Some(templates::TranslationNotice { fallback, machine, original: Some(original) })
    }

    /// A post in a list.
    pub(super) fn card(&self, settings: &LocaleSettings, entry: &Entry<'_>) -> Card {
        let locale = &settings.locale;
        Card {
            title: first_text(&entry.variant, Kind::Title, locale)
                .unwrap_or_else(|| Text::own(entry.post.title.as_str())),
            summary: first_text(&entry.variant, Kind::Summary, locale),
            url: self.post_url(settings, &entry.post.slug).unwrap_or_default(),
            date: entry.post.date,
            minutes: minutes(entry.post),
            topics: self.topic_links(settings, &entry.post.topics),
            image: entry.post.image.as_ref().map(|image| self.picture(entry, image, locale)),
        }
    }

    fn picture(&self, entry: &Entry<'_>, image: &posts::Picture, locale: &Locale) -> templates::Picture {
        let (src, size) = self.picture_file(entry.post, &image.src);
        // A caption of a picture in the body must not stand in for one that the lead picture lacks.
        let said = |kind, there: bool| there.then(|| first_text(&entry.variant, kind, locale)).flatten();
        templates::Picture {
            src,
            alt: said(Kind::Alt, !image.alt.is_empty()).unwrap_or_else(|| Text::own("")),
            caption: said(Kind::Caption, image.caption.is_some()),
            credit: said(Kind::Credit, image.credit.is_some()).map(|text| text.text),
            width: size.map(|size| size.width),
            height: size.map(|size| size.height),
        }
    }

    /// The address of a picture beside a post, and its size.
    fn picture_file(&self, post: &Post, name: &str) -> (String, Option<Size>) {
        if !posts::markdown::is_relative(name) {
            return (name.to_owned(), None);
        }
        let folder = self.publication.root.join(post.folder().unwrap_or("posts".as_ref()));
        let size = fs::read(folder.join(name)).ok().and_then(|bytes| svg_size(&bytes));
        (self.addresses.picture(&post.slug, name), size)
    }

    fn post_link(&self, settings: &LocaleSettings, entry: &Entry<'_>) -> PostLink {
        let card = self.card(settings, entry);
        PostLink { title: card.title, url: card.url }
    }

    /// A post in a mail to the readers of a locale, if it is still published.
    pub fn mail_post(&self, settings: &LocaleSettings, slug: &Slug) -> Option<MailPost> {
        let entry = self.edition(&settings.locale)?.entry(slug)?;
        Some(self.mail_entry(settings, entry))
    }

    /// The latest posts of a locale, for a mail.
    pub fn latest_mail_posts(&self, settings: &LocaleSettings, count: usize) -> Vec<MailPost> {
        let entries = self.edition(&settings.locale).map_or(&[][..], |edition| &edition.entries);
        let ready = entries.iter().filter(|entry| entry.is_advertised() && entry.post.newsletter);
        ready.take(count).map(|entry| self.mail_entry(settings, entry)).collect()
    }

    fn mail_entry(&self, settings: &LocaleSettings, entry: &Entry<'_>) -> MailPost {
        let card = self.card(settings, entry);
        MailPost {
            title: card.title,
            summary: card.summary,
            url: card.url,
            date: card.date,
            minutes: card.minutes,
            topics: card.topics.into_iter().map(|topic| topic.name).collect(),
        }
    }

    /// The names of topics, for forms and mails.
    pub fn topic_names(&self, locale: &Locale, topics: impl IntoIterator<Item = String>) -> Vec<Text> {
        topics.into_iter().map(|topic| self.topic_name(locale, &topic)).collect()
    }

    /// The topics that readers of a locale can choose from.
    pub fn topics(&self, locale: &Locale) -> BTreeSet<String> {
        self.edition(locale).map(topics_of).unwrap_or_default()
    }
}

/// What the body of one post refers to.
struct Around<'p, 'a> {
    pages: &'p Pages<'a>,
    settings: &'p LocaleSettings,
    post: &'p Post,
}

impl Surroundings for Around<'_, '_> {
    fn post_url(&self, slug: &str) -> Option<String> {
        self.pages.post_url(self.settings, &slug.parse().ok()?)
    }

    fn picture(&self, name: &str) -> (String, Option<Size>) {
        self.pages.picture_file(self.post, name)
    }

    fn callout_title(&self, kind: &str) -> String {
        self.pages.message(&self.settings.locale, &format!("callout-{kind}")).unwrap_or_else(|| kind.to_owned())
    }

    fn footnotes_title(&self) -> String {
        self.pages.message(&self.settings.locale, "footnotes-title").unwrap_or_default()
    }

    fn footnote_back(&self, number: usize) -> String {
        let messages = self.pages.publication.templates.messages();
        #[expect(clippy::cast_precision_loss, reason = "no post has so many footnotes")]
        let number = Value::Number(number as f64);
        messages.format(&self.settings.locale, "footnote-back", &[("number", number)]).unwrap_or_default()
    }
}

/// The first block of a kind, if it stands in the front matter: title, summary, lead picture.
fn first_text(variant: &Variant, kind: Kind, page: &Locale) -> Option<Text> {
    variant.first(kind).map(|Resolved { text, locale, .. }| Text::in_locale(text.as_str(), locale, page))
}

fn topics_of(edition: &Edition<'_>) -> BTreeSet<String> {
    edition.entries.iter().flat_map(|entry| entry.post.topics.iter().cloned()).collect()
}

fn is_about(post: &Post, topic: &str) -> bool {
    post.topics.iter().any(|of| of == topic)
}

fn common_topics(a: &Post, b: &Post) -> usize {
    a.topics.iter().filter(|topic| is_about(b, topic)).count()
}

fn minutes(post: &Post) -> u32 {
    u32::try_from(post.reading_minutes()).unwrap_or(u32::MAX)
}

fn source(citation: &posts::Citation) -> templates::Source {
    templates::Source {
        text: citation.text.clone(),
        doi_url: citation.doi.as_ref().map(|doi| format!("https://doi.org/{doi}")),
        pubmed_url: citation.pmid.as_ref().map(|pmid| format!("https://pubmed.ncbi.nlm.nih.gov/{pmid}/")),
        url: citation.url.clone(),
    }
}

/// The moment a feed or a sitemap says a post was last changed.
pub(super) fn last_change(post: &Post) -> Timestamp {
    post.updated.map_or(post.date, |updated| updated.max(post.date))
}
