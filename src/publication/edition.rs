//! Everything that is published in one locale.

use std::collections::{BTreeMap, HashMap};

use super::Publication;
use crate::{
    clock::Timestamp,
    locale::Locale,
    posts::{Post, Slug},
    translation::{LocaleSettings, Variant, gate::Below},
};

/// What the ledger says of a post that became available to readers of a locale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Released {
    /// Its place in the order in which posts became available.
    pub sequence: i64,
    /// The feed item's id, which never changes (RSS 2.0 `guid`).
    pub guid: String,
    /// The date it is shown with in feeds, which never changes either.
    pub dated: Timestamp,
}

/// All releases.
pub type Releases = HashMap<(Locale, Slug), Released>;

/// One post in an edition.
#[derive(Debug, Clone)]
pub struct Entry<'a> {
    /// The post.
    pub post: &'a Post,
    /// The post in the edition's locale.
    pub variant: Variant,
    /// Its release, once there is one.
    pub released: Option<Released>,
}

impl Entry<'_> {
    /// Whether search engines, feeds and language switchers should be told of it: a page that is
    /// mostly in another language has nothing that the original does not have.
    pub fn is_advertised(&self) -> bool {
        self.variant.open
    }
}

/// Everything published in one locale, newest first.
#[derive(Debug)]
pub struct Edition<'a> {
    /// The locale and its rules.
    pub settings: &'a LocaleSettings,
    /// Its posts.
    pub entries: Vec<Entry<'a>>,
    /// Released posts that cannot be read now: their pages stay as they were.
    pub kept: BTreeMap<&'a Slug, Released>,
}

impl<'a> Edition<'a> {
    /// The posts that readers of a locale may see at `now`.
    ///
    /// A post is there when its variant passes the gate, or the gate says to show it all the same;
    /// and once it was released it stays, because mails and bookmarks lead to it. A released post that
    /// cannot be read just now is no entry, and is [kept](Self::kept).
    pub fn compose(
        publication: &'a Publication,
        settings: &'a LocaleSettings,
        releases: &Releases,
        now: Timestamp,
    ) -> Self {
        let public = publication.posts.iter().filter(|post| post.is_public(now));
        let entries = public.filter_map(|post| {
            let variant = publication.translations.variant(post, settings, now);
            let released = releases.get(&(settings.locale.clone(), post.slug.clone())).cloned();
            let shown = variant.open || released.is_some() || settings.gate.below == Below::Fallback;
            shown.then_some(Entry { post, variant, released })
        });
        let released = |slug: &'a Slug| Some((slug, releases.get(&(settings.locale.clone(), slug.clone()))?.clone()));
        let kept = publication.unreadable.keys().filter_map(released).collect();
        Self { settings, entries: entries.collect(), kept }
    }

    /// The edition's locale.
    pub fn locale(&self) -> &'a Locale {
        &self.settings.locale
    }

    /// Whether a post has a page, perhaps one that was made earlier.
    pub fn has_page(&self, slug: &Slug) -> bool {
        self.entry(slug).is_some() || self.kept.contains_key(slug)
    }

    /// A post of the edition.
    pub fn entry(&self, slug: &Slug) -> Option<&Entry<'a>> {
        self.entries.iter().find(|entry| entry.post.slug == *slug)
    }
}
