//! What a publication says of itself in `postduif.toml`, as the rooms that use it know it.

use std::collections::BTreeMap;

use chrono_tz::Tz;
use serde::{Deserialize, Deserializer, de};
use url::Url;

use super::{Punctuation, Theme};
use crate::{locale::Locale, templates::Text, translation::LocaleSettings};

/// The publication and its languages.
#[derive(Debug, Clone)]
pub struct Settings {
    /// What is the same in all languages.
    pub site: SiteSettings,
    /// The languages, in the order the switcher lists them; the source locale is among them.
    pub locales: Vec<LocaleSettings>,
}

/// What is the same in all languages.
#[derive(Debug, Clone)]
pub struct SiteSettings {
    /// The authority of the feeds' ids, such as `beweegreden.example,2026` (RFC 4151 section 2.1).
    /// It never changes, even if the address of the site does.
    pub id: String,
    /// The address that all others begin with, ending in a slash.
    pub base_url: Url,
    /// The language posts are written in.
    pub source: Locale,
    /// The zone in which days begin and dates are shown.
    pub zone: Tz,
    /// The publication's name.
    pub title: Localized,
    /// Half a sentence on what it is about.
    pub tagline: Option<Localized>,
    /// Who is behind it.
    pub contact: Option<Contact>,
    /// What a reader could do after reading.
    pub call_to_action: Option<CallToAction>,
    /// The people who write, by the ids that front matter uses.
    pub authors: BTreeMap<String, Author>,
    /// The WebSub hub that is told about new posts.
    pub hub: Option<Url>,
    /// Where paths of the site that was there before lead, beside those of posts: to a path of this one or to a whole address.
    pub redirects: BTreeMap<String, String>,
    /// Whether readers can subscribe: not where the pages are served without this program.
    pub subscriptions: bool,
    /// How the site differs from the theme.
    pub theme: Theme,
}

/// Who is behind the publication.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// The name of the person or practice.
    pub name: String,
    /// The postal address, on one line.
    pub address: Option<String>,
    /// An email address for readers.
    pub email: Option<String>,
    /// A telephone number as it is written for people.
    pub phone: Option<String>,
}

/// A box with a button under a post.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CallToAction {
    /// The heading of the box.
    pub title: Localized,
    /// A sentence or two.
    pub text: Option<Localized>,
    /// What the button says.
    pub label: Localized,
    /// Where the button leads.
    pub url: String,
}

/// Somebody who writes.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Author {
    /// The name.
    pub name: String,
    /// What they are.
    pub role: Option<Localized>,
    /// A few sentences about them.
    pub about: Option<Localized>,
    /// Their own site.
    pub website: Option<Url>,
}

/// A text in several languages, or one that is the same in all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Localized {
    /// The same everywhere, as names are.
    Same(String),
    /// One for each language.
    Each(BTreeMap<Locale, String>),
}

impl Localized {
    /// The texts with the punctuation of their languages; what is the same everywhere has that of the source.
    pub(crate) fn set(self, punctuation: Punctuation, source: &Locale) -> Self {
        let set = |text: String, locale: &Locale| punctuation.set(&text, locale).into_owned();
        match self {
            Self::Same(text) => Self::Same(set(text, source)),
            Self::Each(texts) => {
                let texts = texts.into_iter().map(|(locale, text)| (locale.clone(), set(text, &locale)));
                Self::Each(texts.collect())
            }
        }
    }

    /// The text for a reader, in the first language of their chain that has it.
    pub fn text(&self, page: &Locale, chain: &[Locale]) -> Text {
        match self {
            Self::Same(text) => Text::own(text.as_str()),
            Self::Each(texts) => {
                let found = chain.iter().find_map(|locale| Some((locale, texts.get(locale)?)));
                let found = found.or_else(|| texts.iter().next());
                found.map_or_else(|| Text::own(""), |(locale, text)| Text::in_locale(text.as_str(), locale, page))
            }
        }
    }
}

impl<'de> Deserialize<'de> for Localized {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged, expecting = "a text, or a table of texts by language such as { nl = \"…\", fr = \"…\" }")]
        enum Written {
            Same(String),
            Each(BTreeMap<String, String>),
        }
        match Written::deserialize(deserializer)? {
            Written::Same(text) => Ok(Self::Same(text)),
            Written::Each(texts) => {
                let parsed = texts.into_iter().map(|(tag, text)| Ok((tag.parse().map_err(de::Error::custom)?, text)));
                parsed.collect::<Result<_, _>>().map(Self::Each)
            }
        }
    }
}

impl Settings {
    /// The settings of a locale.
    pub fn locale(&self, locale: &Locale) -> Option<&LocaleSettings> {
        self.locales.iter().find(|settings| settings.locale == *locale)
    }

    /// The locale whose pages the readers of `locale` see: itself, or the first of its chain that has any.
    pub fn edition_of(&self, locale: &Locale) -> &Locale {
        let has_pages = |candidate: &&Locale| self.locale(candidate).is_some_and(|settings| settings.edition);
        let chain = self.locale(locale).map_or(&[][..], |settings| &settings.chain);
        chain.iter().find(has_pages).unwrap_or(&self.site.source)
    }

    /// Whether a post whose writer does not want it in some locales is not wanted in this one. Locales for mail alone go with the
    /// edition that their links lead to.
    pub fn is_off(&self, not_in: &[Locale], locale: &Locale) -> bool {
        *locale != self.site.source && (not_in.contains(locale) || not_in.contains(self.edition_of(locale)))
    }

    /// All locales, those for mail alone included.
    pub fn all_locales(&self) -> Vec<Locale> {
        self.locales.iter().map(|settings| settings.locale.clone()).collect()
    }

    /// The locales that may have catalogs of posts: all but the source.
    pub fn catalog_locales(&self) -> Vec<Locale> {
        let others = self.locales.iter().filter(|settings| settings.locale != self.site.source);
        others.map(|settings| settings.locale.clone()).collect()
    }

    /// The locales that translators work in: every edition but the source's own.
    pub fn translated_locales(&self) -> Vec<Locale> {
        let translated = self.locales.iter().filter(|settings| settings.edition && settings.locale != self.site.source);
        translated.map(|settings| settings.locale.clone()).collect()
    }
}
