//! Everything that is published in one locale.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::Arc,
};

use chrono::Datelike as _;

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
    /// When it was there in the language of its readers, who first had it in another.
    pub translated: Option<Timestamp>,
}

/// All releases, by locale and what the post is [known by](Post::id).
pub type Releases = HashMap<(Locale, Slug), Released>;

/// One post in an edition.
#[derive(Debug, Clone)]
pub struct Entry<'a> {
    /// The post.
    pub post: &'a Post,
    /// The post in the edition's locale, without its text.
    pub variant: Arc<Variant>,
    /// Whether its readers may have it.
    pub open: bool,
    /// Its release, once there is one.
    pub released: Option<Released>,
    /// Whether it has a page here; else lists lead to the source's.
    pub has_page: bool,
    /// Whether its file cannot be read now, or its catalog not used: this is how it was before, and its page and its items in
    /// feeds are kept.
    pub stays: bool,
}

impl Entry<'_> {
    /// Whether search engines and feeds should be told of it: a page that is mostly in another
    /// language has nothing that the original does not have, whatever its gate says.
    pub fn is_advertised(&self) -> bool {
        self.has_page && self.open && self.variant.is_mostly_own()
    }

    /// The path of its page below the folder of its edition.
    pub(super) fn path(&self) -> String {
        format!("{}/", self.post.slug)
    }
}

/// Everything published in one locale, newest first.
#[derive(Debug)]
pub struct Edition<'a> {
    /// The locale and its rules.
    pub settings: &'a LocaleSettings,
    /// Its posts.
    pub entries: Vec<Entry<'a>>,
    /// Its [pages](Post::is_page), by slug.
    pub pages: Vec<Entry<'a>>,
    /// Released posts that cannot be read now, or whose translations cannot: their pages stay as they were.
    pub kept: BTreeMap<&'a Slug, Released>,
    by_slug: HashMap<&'a Slug, Spot>,
    by_topic: BTreeMap<&'a str, Vec<usize>>,
    years: Vec<i32>,
}

/// Where something is in an edition.
#[derive(Debug, Clone, Copy)]
pub(super) enum Spot {
    /// Among its posts.
    Entry(usize),
    /// Among its pages.
    Page(usize),
}

impl<'a> Edition<'a> {
    /// The posts that readers of a locale may see at `now`.
    ///
    /// A post is there when its variant passes the gate, or the gate says to show it all the same, or
    /// to lead to the source's page; and once it was released it stays, because mails and bookmarks
    /// lead to it. A released post that cannot be read just now is [kept](Self::kept), and is an entry as it was before
    /// where that is known.
    /// A post that its writer does not want in the locale is not there, whatever was before.
    pub fn compose(
        publication: &'a Publication,
        settings: &'a LocaleSettings,
        releases: &Releases,
        now: Timestamp,
    ) -> Self {
        let former = publication.former.iter().map(|post| (post, true));
        let mut all: Vec<_> = publication.posts.iter().map(|post| (post, false)).chain(former).collect();
        if !publication.former.is_empty() {
            all.sort_by(|(one, _), (other, _)| one.newest_first(other));
        }
        let public = all.into_iter().filter(|(post, _)| post.is_public(now));
        let wanted = public.filter(|(post, _)| !publication.settings.is_off(&post.not_in, &settings.locale));
        let entries = wanted.filter_map(|(post, stays)| {
            let variant = Arc::clone(publication.variant(post, settings)?);
            let released = releases.get(&(settings.locale.clone(), post.id.clone())).cloned();
            // What nobody has had yet waits until its catalog is mended.
            let stays = stays || (variant.is_damaged && released.is_some());
            let open = variant.is_open(post, &settings.gate, now) && (stays || !variant.is_damaged);
            let below = settings.gate.below;
            let has_page = open || released.is_some() || below == Below::Fallback;
            let is_kept = || released.is_some() || (post.is_page() && open);
            let is_there = if stays { is_kept() } else { has_page || below == Below::Source };
            is_there.then_some(Entry { post, variant, open, released, has_page, stays })
        });
        let released = |slug: &'a Slug| {
            Some((slug, releases.get(&(settings.locale.clone(), publication.id_of_unreadable(slug)))?.clone()))
        };
        let entries: Vec<Entry<'_>> = entries.collect();
        let mut kept: BTreeMap<_, _> = publication.unreadable.keys().filter_map(released).collect();
        let damaged = entries.iter().filter(|entry| entry.stays && entry.variant.is_damaged);
        kept.extend(damaged.filter_map(|entry| Some((&entry.post.slug, entry.released.clone()?))));
        let (mut pages, entries): (Vec<Entry<'_>>, Vec<_>) =
            entries.into_iter().partition(|entry| entry.post.is_page());
        pages.sort_by(|a, b| a.post.slug.cmp(&b.post.slug));
        let mut edition = Self {
            settings,
            entries,
            pages,
            kept,
            by_slug: HashMap::new(),
            by_topic: BTreeMap::new(),
            years: Vec::new(),
        };
        edition.look_up(publication);
        edition
    }

    /// Notes releases that were made after it was composed, of what was ready in it.
    pub fn note_releases(&mut self, releases: &Releases) {
        let locale = &self.settings.locale;
        for entry in self.entries.iter_mut().filter(|entry| entry.released.is_none()) {
            entry.released = releases.get(&(locale.clone(), entry.post.id.clone())).cloned();
            entry.has_page |= entry.released.is_some();
        }
    }

    /// Notes which of its posts are there in its language for the first time.
    pub fn note_translated(&mut self, posts: &[(Locale, Slug)], now: Timestamp) {
        let is_one = |locale: &Locale, id: &Slug| posts.iter().any(|(of, post)| of == locale && post == id);
        for entry in self.entries.iter_mut().filter(|entry| is_one(&self.settings.locale, &entry.post.id)) {
            if let Some(released) = &mut entry.released {
                released.translated = Some(now);
            }
        }
    }

    /// Notes where everything is: a page of an archive of ten thousand posts must not cost a walk through them all.
    fn look_up(&mut self, publication: &'a Publication) {
        self.by_slug.extend(self.pages.iter().enumerate().map(|(at, entry)| (&entry.post.slug, Spot::Page(at))));
        for (at, entry) in self.entries.iter().enumerate() {
            let post: &'a Post = entry.post;
            self.by_slug.insert(&post.slug, Spot::Entry(at));
            for topic in &post.topics {
                let about = self.by_topic.entry(topic).or_default();
                if about.last() != Some(&at) {
                    about.push(at);
                }
            }
            let year = post.date.with_timezone(&publication.settings.site.zone).year();
            if self.years.last() != Some(&year) {
                self.years.push(year);
            }
        }
        self.look_up_old_names(publication);
    }

    /// Notes where posts are by the names that they had before, as far as no others have those now.
    fn look_up_old_names(&mut self, publication: &'a Publication) {
        let all = publication.posts.iter().chain(&publication.former);
        let mut posts = all.filter(|post| !post.aliases.is_empty()).peekable();
        if posts.peek().is_none() {
            return;
        }
        let present: HashSet<&Slug> = publication.posts.iter().map(|post| &post.slug).collect();
        for post in posts {
            let Some(spot) = self.spot(&post.slug) else { continue };
            let is_free = |old: &&Slug| !present.contains(old) && !self.kept.contains_key(old);
            let free: Vec<&Slug> = post.aliases.iter().filter(is_free).collect();
            for old in free {
                self.by_slug.entry(old).or_insert(spot);
            }
        }
    }

    /// The edition's locale.
    pub fn locale(&self) -> &'a Locale {
        &self.settings.locale
    }

    /// Whether a post is in it, or was when it could be read.
    pub fn has(&self, slug: &Slug) -> bool {
        self.entry(slug).is_some() || self.kept.contains_key(slug)
    }

    /// Where a post or a page of the edition is in it.
    pub(super) fn spot(&self, slug: &Slug) -> Option<Spot> {
        self.by_slug.get(slug).copied()
    }

    /// A post or a page of the edition, by its name, or by an old one that no other has.
    pub fn entry(&self, slug: &Slug) -> Option<&Entry<'a>> {
        Some(match self.spot(slug)? {
            Spot::Entry(at) => &self.entries[at],
            Spot::Page(at) => &self.pages[at],
        })
    }

    /// The topics that its posts are about, in alphabetical order.
    pub fn topics(&self) -> impl Iterator<Item = &'a str> {
        self.by_topic.keys().copied()
    }

    /// The places of the posts about a topic, newest first.
    pub(super) fn about(&self, topic: &str) -> &[usize] {
        self.by_topic.get(topic).map_or(&[], Vec::as_slice)
    }

    /// The years that its posts are dated in where the publication is at home, newest first.
    pub(super) fn years(&self) -> &[i32] {
        &self.years
    }
}
