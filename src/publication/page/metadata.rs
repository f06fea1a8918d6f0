//! What search engines and other sites are told of a page: linked data, Open Graph.

use std::path::Path;

use chrono::SecondsFormat;
use icu_locale::{LanguageIdentifier, LocaleExpander};
use serde_json::{Map, Value, json};

use super::{
    super::{Author, Edition, Entry},
    Pages, Place, last_change,
};
use crate::{
    clock::Timestamp,
    locale::Locale,
    templates::{self, Card, LinkedData, ShareImage},
    translation::LocaleSettings,
};

/// The vocabulary of the linked data.
const VOCABULARY: &str = "https://schema.org";

impl Pages<'_> {
    /// A front page is a blog.
    pub(super) fn describe_front(&self, settings: &LocaleSettings) -> LinkedData {
        let mut blog = self.blog(settings);
        blog.insert("@context".to_owned(), json!(VOCABULARY));
        blog.insert("publisher".to_owned(), self.publisher(settings));
        LinkedData::new(&Value::Object(blog))
    }

    /// The page of somebody who writes.
    pub(super) fn describe_author(&self, settings: &LocaleSettings, id: &str, author: &Author) -> LinkedData {
        let url = self.addresses.author(&settings.locale, id);
        let person = json!({
            "@type": "Person",
            "name": author.name,
            "jobTitle": author.role.as_ref().map(|role| self.localized(role, settings).text),
            "description": author.about.as_ref().map(|about| self.localized(about, settings).text),
            "sameAs": author.website,
            "url": url,
        });
        LinkedData::new(&json!({
            "@context": VOCABULARY,
            "@type": "ProfilePage",
            "url": url,
            "inLanguage": settings.locale,
            "mainEntity": without_nothing(person),
        }))
    }

    /// A post: what it is, what it was translated from, and the way to it; not what the page says elsewhere, such as its
    /// summary, its sources and its other languages. None where most of it is in another language: what is said of it
    /// there is enough.
    pub(super) fn describe_post(
        &self,
        (edition, place): (&Edition<'_>, &Place<'_>),
        entry: &Entry<'_>,
        card: &Card,
        authors: &[templates::Author],
        image: Option<&ShareImage>,
    ) -> Option<LinkedData> {
        if !entry.variant.is_mostly_own() {
            return None;
        }
        let (post, settings) = (entry.post, edition.settings);
        let url = self.addresses.post(edition.locale(), &post.slug);
        let person = |author: &templates::Author| {
            let url = self.complete(&author.url);
            json!({ "@type": "Person", "name": author.name, "url": url })
        };
        // The front page says more of both.
        let blog = self.localized(&self.publication.settings.site.title, settings).text;
        let article = json!({
            "@type": "BlogPosting",
            "@id": url,
            "url": url,
            "headline": card.title.text,
            "inLanguage": edition.locale(),
            "datePublished": self.instant(post.date),
            "dateModified": self.instant(last_change(post)),
            "timeRequired": format!("PT{}M", card.minutes),
            "author": authors.iter().map(person).collect::<Vec<_>>(),
            "publisher": without_nothing(json!({ "@type": "Organization", "name": self.publisher_name(settings), "url": self.addresses.url(""),
                "logo": self.logo_object() })),
            "isPartOf": { "@type": "Blog", "@id": self.addresses.home(edition.locale()), "name": blog },
            "keywords": card.topics.iter().map(|topic| topic.name.text.as_str()).collect::<Vec<_>>(),
            "image": image.map(|image| json!({ "@type": "ImageObject", "url": image.url,
                "width": image.width, "height": image.height })),
            "translationOfWork": self.original_work(edition, place),
        });
        Some(LinkedData::new(&json!({
            "@context": VOCABULARY,
            "@graph": [without_nothing(article), self.way_to(settings, card)],
        })))
    }

    /// The way to a post: front page, its first topic, the post.
    fn way_to(&self, settings: &LocaleSettings, card: &Card) -> Value {
        let site = self.localized(&self.publication.settings.site.title, settings).text;
        let topic = card.topics.first().map(|topic| (topic.name.text.clone(), self.complete(&topic.url)));
        let steps = [Some((site, self.addresses.home(&settings.locale))), topic]
            .into_iter()
            .flatten()
            .map(|(name, url)| (name, Some(url)))
            // Where one is needs no address.
            .chain([(card.title.text.clone(), None)]);
        let item = |(position, (name, url)): (usize, (String, Option<String>))| {
            without_nothing(json!({ "@type": "ListItem", "position": position, "name": name, "item": url }))
        };
        json!({ "@type": "BreadcrumbList", "itemListElement": (1..).zip(steps).map(item).collect::<Vec<_>>() })
    }

    /// The original of a translation.
    fn original_work(&self, edition: &Edition<'_>, place: &Place<'_>) -> Option<Value> {
        let mut others = place.editions.iter().filter(|(locale, _)| *locale != edition.locale());
        let (locale, _) = others.find(|(locale, _)| self.is_source(locale))?;
        let url = self.addresses.url(&format!("{locale}/{}", place.path));
        Some(json!({ "@type": "BlogPosting", "@id": url, "inLanguage": locale }))
    }

    fn blog(&self, settings: &LocaleSettings) -> Map<String, Value> {
        let site = &self.publication.settings.site;
        let home = self.addresses.home(self.publication.settings.edition_of(&settings.locale));
        let tagline = site.tagline.as_ref().map(|tagline| self.localized(tagline, settings).text);
        let blog = json!({
            "@type": "Blog",
            "@id": home,
            "url": home,
            "name": self.localized(&site.title, settings).text,
            "description": tagline,
            "inLanguage": settings.locale,
        });
        match without_nothing(blog) {
            Value::Object(blog) => blog,
            _ => Map::new(),
        }
    }

    fn publisher_name(&self, settings: &LocaleSettings) -> String {
        let site = &self.publication.settings.site;
        let own = || self.localized(&site.title, settings).text;
        site.contact.as_ref().map_or_else(own, |contact| contact.name.clone())
    }

    fn publisher(&self, settings: &LocaleSettings) -> Value {
        let site = &self.publication.settings.site;
        let contact = site.contact.as_ref();
        without_nothing(json!({
            "@type": "Organization",
            "name": self.publisher_name(settings),
            "url": self.addresses.url(""),
            "email": contact.and_then(|contact| contact.email.as_ref()),
            "telephone": contact.and_then(|contact| contact.phone.as_ref()),
            "address": contact.and_then(|contact| contact.address.as_ref()),
            "logo": self.logo_object(),
        }))
    }

    /// The logo, where the publication has its own.
    fn logo_object(&self) -> Option<Value> {
        let (_, file, path) = self.publication.settings.site.theme.logos().next()?;
        let size = self.pictures.size(Path::new(file));
        Some(without_nothing(json!({ "@type": "ImageObject", "url": self.addresses.url(&path),
            "width": size.map(|size| size.width), "height": size.map(|size| size.height) })))
    }

    /// An instant by the clocks of the site, so that who reads no further than the day reads the right one.
    fn instant(&self, at: Timestamp) -> String {
        let zone = self.publication.settings.site.zone;
        at.with_timezone(&zone).to_rfc3339_opts(SecondsFormat::Secs, false)
    }

    /// A link of this site with its host.
    fn complete(&self, link: &str) -> String {
        self.addresses.rooted(link)
    }
}

/// An object without the entries that say nothing: null, and empty lists.
fn without_nothing(value: Value) -> Value {
    match value {
        Value::Object(entries) => {
            let says = |value: &Value| !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty());
            Value::Object(entries.into_iter().filter(|(_, value)| says(value)).collect())
        }
        other => other,
    }
}

/// A language as Open Graph writes it, `nl_NL`: it wants a country, and gets the one in which most who
/// speak the language live (CLDR).
pub(super) fn open_graph_locale(locale: &Locale) -> String {
    let Ok(mut tag) = LanguageIdentifier::try_from_str(locale.as_str()) else { return locale.to_string() };
    LocaleExpander::new_common().maximize(&mut tag);
    match tag.region {
        Some(region) => format!("{}_{region}", tag.language),
        None => tag.language.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn open_graph_gets_the_country_that_it_wants() {
        for (tag, wanted) in [("nl", "nl_NL"), ("fr-BE", "fr_BE"), ("ar", "ar_EG"), ("zh-Hant", "zh_TW")] {
            assert_eq!(open_graph_locale(&tag.parse().unwrap()), wanted);
        }
    }
}
