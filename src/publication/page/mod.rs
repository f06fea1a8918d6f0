//! The pages of an edition: what the ledger and the variants say, as the templates want it.

mod archive;
mod around;
mod card;
mod lists;
mod makings;
mod metadata;
mod post;
mod search;
mod text;

use std::{
    cmp::Reverse,
    collections::BTreeSet,
    path::Path,
    sync::{Arc, OnceLock},
};

use url::Url;

use self::{around::Around, metadata::open_graph_locale};
pub(in crate::publication) use self::{
    lists::{KnownIn, List, is_about, is_by},
    makings::{Known, Made},
    post::{MOST_RELATED, source},
    text::BodyText,
};
use super::{
    Addresses, Edition, Localized, Publication, Theme,
    addresses::{FAVICON_PATH, MORE_STYLE_PATH, PUZZLE_PATH, STYLE_PATH},
    pictures::{PictureRef, Pictures},
};
use crate::{
    clock::Timestamp,
    diagnostic::Diagnostic,
    fingerprint::Fingerprint,
    locale::Locale,
    posts::{Post, Slug},
    templates::{self, Alternate, Choice, Language, Logo, SchemeColor, Site, Text, TopicLink},
    translation::LocaleSettings,
};

/// With so many topics all of them stand in the head of each page; with more, as many with most posts.
const MOST_TOPICS: usize = 8;

/// As many digits of a fingerprint tell two files of a theme apart.
const VERSION_LENGTH: usize = 8;

/// Makes the pages of all editions. Their links hold on whatever host the site is served from;
/// [`off_site`](Self::off_site) gives what is read elsewhere.
#[derive(Debug)]
pub struct Pages<'a> {
    pub(super) publication: &'a Publication,
    editions: &'a [Edition<'a>],
    /// What others are told: canonical addresses, other languages, the sitemap.
    pub(super) addresses: Addresses,
    /// What is followed from here: links, pictures, the style sheet.
    pub(super) links: Addresses,
    pictures: Arc<Pictures>,
    /// What the pages of each edition have around them, once a page was made.
    sites: Vec<OnceLock<Site>>,
}

/// A page that exists in several languages: where it is in each.
pub(super) struct Place<'p> {
    /// The path below the edition's folder: `""`, `slug/`, `topics/topic/`.
    path: &'p str,
    /// In which editions it is, and in which it is advertised.
    editions: Vec<(&'p Locale, bool)>,
    /// Those in which hardly any of it is translated, and the language that it is in there.
    untranslated: Vec<(&'p Locale, &'p Locale)>,
    /// Where the others have what is next to it, if it is not their front page.
    instead: Option<(&'p str, Vec<&'p Locale>)>,
}

impl<'a> Pages<'a> {
    /// The pages of `editions`, which are those of `publication`.
    pub fn new(publication: &'a Publication, editions: &'a [Edition<'a>]) -> Self {
        let base = &publication.settings.site.base_url;
        let pictures = Arc::new(Pictures::new(&publication.root));
        let (addresses, links) = (Addresses::new(base), Addresses::on_site(base));
        Self { publication, editions, addresses, links, pictures, sites: unmade(editions) }
    }

    /// The same for mails and feeds, which are read outside the site: every link is complete.
    #[must_use]
    pub fn off_site(&self) -> Self {
        let addresses = self.addresses.clone();
        let (publication, editions, pictures) = (self.publication, self.editions, Arc::clone(&self.pictures));
        Self { publication, editions, links: addresses.clone(), addresses, pictures, sites: unmade(editions) }
    }

    /// Where everything is, complete.
    pub fn addresses(&self) -> &Addresses {
        &self.addresses
    }

    /// Where a link leads.
    pub fn links(&self) -> &Addresses {
        &self.links
    }

    /// The picture in a file of the publication.
    pub(in crate::publication) fn picture(&self, file: &Path) -> PictureRef {
        self.pictures.of(file)
    }

    /// What is wrong with the pictures of the pages that were made.
    pub fn picture_diagnostics(&self) -> Vec<Diagnostic> {
        self.pictures.diagnostics()
    }

    /// All editions, also those for mail alone.
    pub(in crate::publication) fn all_editions(&self) -> &'a [Edition<'a>] {
        self.editions
    }

    /// The editions that have pages.
    pub fn editions(&self) -> impl Iterator<Item = &'a Edition<'a>> {
        self.editions.iter().filter(|edition| edition.settings.edition)
    }

    fn edition(&self, locale: &Locale) -> Option<&'a Edition<'a>> {
        self.editions.iter().find(|edition| edition.locale() == locale)
    }

    /// The page of a post for the readers of a locale: in the first edition of their chain that has it,
    /// which may lead to the source's.
    pub fn post_url(&self, settings: &LocaleSettings, slug: &Slug) -> Option<String> {
        let mut editions =
            settings.chain.iter().filter_map(|locale| self.edition(locale)).filter(|e| e.settings.edition);
        let edition = editions.find(|edition| edition.has(slug))?;
        let Some(entry) = edition.entry(slug) else { return Some(self.links.post(edition.locale(), slug)) };
        let source = &self.publication.settings.site.source;
        Some(self.links.post(if entry.has_page { edition.locale() } else { source }, &entry.post.slug))
    }

    pub(in crate::publication) fn is_source(&self, locale: &Locale) -> bool {
        *locale == self.publication.settings.site.source
    }

    fn localized(&self, text: &Localized, settings: &LocaleSettings) -> Text {
        text.text(&settings.locale, &settings.chain)
    }

    /// A text of the interface.
    fn message(&self, locale: &Locale, id: &str) -> Option<String> {
        self.publication.templates.messages().format(locale, id, &[]).ok()
    }

    pub(in crate::publication) fn autonym(&self, settings: &LocaleSettings) -> String {
        let own = || self.publication.templates.messages().autonym(&settings.locale);
        settings.autonym.clone().unwrap_or_else(own)
    }

    /// A language, named by itself.
    pub fn language_name(&self, locale: &Locale) -> String {
        self.publication
            .settings
            .locale(locale)
            .map_or_else(|| locale.to_string(), |settings| self.told_apart(settings))
    }

    /// The name of a language in itself. One with a region, or without pages, may share its name with another: then its tag
    /// stands beside it.
    fn told_apart(&self, settings: &LocaleSettings) -> String {
        let name = self.autonym(settings);
        let shared = self.publication.settings.locales.iter().filter(|other| self.autonym(other) == name).count() > 1;
        let is_special = !settings.edition || settings.locale.as_str() != settings.locale.language();
        if shared && is_special { format!("{name} ({})", settings.locale) } else { name }
    }

    /// The words for "in this language", in the language itself.
    pub fn in_language(&self, settings: &LocaleSettings) -> String {
        self.publication.templates.messages().in_language(&settings.locale, &self.autonym(settings))
    }

    /// The languages that a reader can have mail in, each named by itself.
    pub fn language_choices(&self, page: &Locale, chosen: &str) -> Vec<Choice> {
        let all = &self.publication.settings.locales;
        let choice = |settings: &LocaleSettings| Choice {
            value: settings.locale.to_string(),
            label: Some(Text::in_locale(self.told_apart(settings), &settings.locale, page)),
            chosen: settings.locale.as_str() == chosen,
        };
        all.iter().map(choice).collect()
    }

    pub(in crate::publication) fn topic_name(&self, locale: &Locale, topic: &str) -> Text {
        let name = self.message(locale, &format!("topic-{topic}")).unwrap_or_else(|| topic.to_owned());
        Text::own(self.set(&name, locale))
    }

    /// A sentence about a topic.
    pub(in crate::publication) fn topic_description(&self, locale: &Locale, topic: &str) -> Option<String> {
        let said = self.message(locale, &format!("topic-{topic}-description"))?;
        Some(self.set(&said, locale).into_owned())
    }

    /// The WebSub hub, if there is one.
    pub(in crate::publication) fn hub(&self) -> Option<&'a Url> {
        self.publication.settings.site.hub.as_ref()
    }

    /// The authority of ids that never change.
    pub(in crate::publication) fn authority(&self) -> &'a str {
        &self.publication.settings.site.id
    }

    /// The topics of a post with their pages.
    fn topic_links(&self, settings: &LocaleSettings, topics: &[String]) -> Vec<TopicLink> {
        let edition = self.publication.settings.edition_of(&settings.locale);
        let link = |topic: &String| TopicLink {
            name: self.topic_name(&settings.locale, topic),
            url: self.links.topic(edition, topic),
        };
        topics.iter().map(link).collect()
    }

    /// What pages outside the editions, such as forms and mails, have around them.
    pub fn site(&self, settings: &LocaleSettings) -> Site {
        self.site_around(settings, &self.everywhere(""))
    }

    /// As [`site`](Self::site), for a page that the server answers itself: `subscribe`.
    pub fn site_at(&self, settings: &LocaleSettings, path: &str) -> Site {
        self.site_around(settings, &self.everywhere(path))
    }

    /// A page that every edition has.
    pub(super) fn everywhere<'p>(&self, path: &'p str) -> Place<'p>
    where
        'a: 'p,
    {
        self.wherever(path, |_| true)
    }

    /// A page that some editions have.
    fn wherever<'p>(&self, path: &'p str, has_it: impl Fn(&Edition<'_>) -> bool) -> Place<'p>
    where
        'a: 'p,
    {
        let editions = self.editions().filter(|edition| has_it(edition));
        let editions = editions.map(|edition| (edition.locale(), true)).collect();
        Place { path, editions, untranslated: Vec::new(), instead: None }
    }

    /// A page that some editions have, of a list of which all those have a first page that have posts in it.
    pub(super) fn page_of<'p>(
        &self,
        (list, has_list): (&'p str, impl Fn(&Edition<'_>) -> bool),
        (path, has_it): (&'p str, impl Fn(&Edition<'_>) -> bool),
    ) -> Place<'p>
    where
        'a: 'p,
    {
        let instead = self.editions().filter(|edition| has_list(edition)).map(Edition::locale).collect();
        Place { instead: Some((list, instead)), ..self.wherever(path, has_it) }
    }

    /// What a page has around it: the same on all pages of an edition, but for the ways to other languages.
    pub(super) fn site_around(&self, settings: &LocaleSettings, place: &Place<'_>) -> Site {
        let at = self.editions.iter().position(|edition| edition.locale() == &settings.locale);
        let mut site = match at.and_then(|at| self.sites.get(at)) {
            Some(site) => site.get_or_init(|| self.bare_site(settings)).clone(),
            None => self.bare_site(settings),
        };
        for language in &mut site.languages {
            language.available = place.editions.iter().any(|(there, _)| **there == language.locale);
            let instead = place.instead.as_ref().filter(|(_, there)| there.contains(&&language.locale));
            let path = if language.available { place.path } else { instead.map_or("", |(path, _)| path) };
            language.url = self.links.url(&format!("{}/{path}", language.locale));
            let spoken = place.untranslated.iter().find(|(there, _)| **there == language.locale);
            language.spoken = spoken.map(|(_, locale)| self.language_name(locale));
        }
        site
    }

    fn bare_site(&self, settings: &LocaleSettings) -> Site {
        let site = &self.publication.settings.site;
        let edition = self.publication.settings.edition_of(&settings.locale);
        let (topics, more_topics) = self.edition(edition).map(select_topics).unwrap_or_default();
        let pages = self.edition(edition).map_or(&[][..], |edition| &edition.pages);
        let [light, dark] = Theme::papers().map(|color| color.to_string());
        Site {
            title: self.localized(&site.title, settings),
            tagline: site.tagline.as_ref().map(|text| self.localized(text, settings)),
            base_url: self.addresses.url(""),
            locale: settings.locale.clone(),
            dir: settings.locale.direction(),
            languages: self.languages(settings),
            home_url: self.links.home(edition),
            feeds: self.feed_links(edition, None),
            feeds_url: self.links.feeds(edition),
            subscribe_url: site.subscriptions.then(|| self.links.subscribe(edition)),
            puzzle: site
                .subscriptions
                .then(|| templates::Puzzle { url: self.links.puzzle(edition), script_url: self.puzzle_script() }),
            archive_url: self.links.archive(edition),
            pages: pages.iter().map(|entry| self.post_link(settings, entry)).collect(),
            topics: self.topic_links(settings, &topics),
            more_topics: self.topic_links(settings, &more_topics),
            contact: site.contact.as_ref().map(|contact| templates::Contact {
                name: contact.name.clone(),
                address: contact.address.clone(),
                email: contact.email.clone(),
                phone: contact.phone.clone(),
            }),
            call_to_action: site.call_to_action.as_ref().map(|call| templates::CallToAction {
                title: self.localized(&call.title, settings),
                text: call.text.as_ref().map(|text| self.localized(text, settings)),
                url: self.links.rooted(&call.url),
                label: self.localized(&call.label, settings),
            }),
            style_url: self.asset_url(STYLE_PATH),
            more_style_url: self.asset_url(MORE_STYLE_PATH),
            favicon_url: self.asset_url(FAVICON_PATH),
            logo: self.logo(),
            color: SchemeColor { light, dark },
            open_graph_locale: open_graph_locale(&settings.locale),
            frame: templates::Frame::default(),
        }
    }

    /// Where a file of the theme is. What it says is in its address, so that no page is shown with what an older one had.
    pub(super) fn asset_url(&self, path: &str) -> String {
        let mut assets = self.publication.templates.assets();
        let Some((_, bytes)) = assets.find(|(name, _)| *name == path) else { return self.links.url(path) };
        let version = Fingerprint::of(&self.publication.settings.site.theme.dress(path, bytes)).to_string();
        format!("{}?v={}", self.links.url(path), version.get(..VERSION_LENGTH).unwrap_or(&version))
    }

    /// Where the script is that solves puzzles.
    pub fn puzzle_script(&self) -> String {
        self.asset_url(PUZZLE_PATH)
    }

    /// The publication's own logo, and that of the night.
    fn logo(&self) -> Option<Logo> {
        let mut logos = self.publication.settings.site.theme.logos().map(|(_, file, path)| {
            let size = self.pictures.size(Path::new(file));
            let (width, height) = (size.map(|size| size.width), size.map(|size| size.height));
            Logo { src: self.links.url(&path), width, height, dark: None }
        });
        let day = logos.next()?;
        Some(Logo { dark: logos.next().map(Box::new), ..day })
    }

    fn languages(&self, settings: &LocaleSettings) -> Vec<Language> {
        let language = |edition: &Edition<'_>| self.language(settings, edition, self.links.home(edition.locale()));
        self.editions().map(language).collect()
    }

    /// An edition's language, with a page in it, as pages in the language of `settings` name it.
    fn language(&self, settings: &LocaleSettings, edition: &Edition<'_>, url: String) -> Language {
        let locale = edition.locale();
        Language {
            locale: locale.clone(),
            dir: locale.direction(),
            autonym: self.told_apart(edition.settings),
            url,
            available: true,
            spoken: None,
            current: *locale == settings.locale,
        }
    }

    /// The page of a post in those of these languages that have editions, that of the source first, as pages in the language of
    /// `settings` name them.
    pub fn languages_of(&self, settings: &LocaleSettings, slug: &Slug, locales: &[Locale]) -> Vec<Language> {
        let source = &self.publication.settings.site.source;
        let mut editions: Vec<_> = self.editions().filter(|edition| locales.contains(edition.locale())).collect();
        editions.sort_by_key(|edition| edition.locale() != source);
        let language = |edition| self.language(settings, edition, self.links.post(edition.locale(), slug));
        editions.into_iter().map(language).collect()
    }

    /// A post in the language it was written in.
    fn original(&self, settings: &LocaleSettings, slug: &Slug) -> Option<Language> {
        let source = self.edition(&self.publication.settings.site.source)?;
        Some(self.language(settings, source, self.links.post(source.locale(), slug)))
    }

    /// The page in every language it is advertised in, and the source language as the default (`x-default`).
    pub(super) fn alternates(&self, place: &Place<'_>) -> Vec<Alternate> {
        let advertised: Vec<_> = place.editions.iter().filter(|(_, advertised)| *advertised).collect();
        if advertised.len() < 2 {
            return Vec::new();
        }
        let url = |locale: &Locale| self.addresses.url(&format!("{locale}/{}", place.path));
        let alternate = |locale: &Locale| Alternate {
            hreflang: locale.to_string(),
            url: url(locale),
            open_graph_locale: Some(open_graph_locale(locale)),
        };
        let mut alternates: Vec<_> = advertised.iter().map(|(locale, _)| alternate(locale)).collect();
        if let Some((source, _)) = advertised.iter().find(|(locale, _)| self.is_source(locale)) {
            let hreflang = "x-default".to_owned();
            alternates.push(Alternate { hreflang, url: url(source), open_graph_locale: None });
        }
        alternates
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

fn unmade(editions: &[Edition<'_>]) -> Vec<OnceLock<Site>> {
    editions.iter().map(|_| OnceLock::new()).collect()
}

/// The topics that posts of an edition are about; each has a page.
pub(in crate::publication) fn topics_of(edition: &Edition<'_>) -> BTreeSet<String> {
    edition.topics().map(str::to_owned).collect()
}

/// The moment a feed or a sitemap says a post was last changed.
pub(in crate::publication) fn last_change(post: &Post) -> Timestamp {
    post.updated.map_or(post.date, |updated| updated.max(post.date))
}

/// The topics of an edition that the head of each page names, and the others, each in alphabetical order.
fn select_topics(edition: &Edition<'_>) -> (Vec<String>, Vec<String>) {
    let mut by_size: Vec<&str> = edition.topics().collect();
    by_size.sort_by_key(|topic| Reverse(edition.about(topic).len()));
    let rest = by_size.split_off(by_size.len().min(MOST_TOPICS));
    // One alone is no list to be opened.
    let rest = if rest.len() == 1 { Vec::new() } else { rest };
    edition.topics().map(str::to_owned).partition(|topic| !rest.contains(&topic.as_str()))
}
