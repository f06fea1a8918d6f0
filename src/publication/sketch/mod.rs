//! What a process that publishes again and again remembers of a publication: little of each post, and enough to publish
//! a few that were saved without looking at all others.
//!
//! The text of a post shows on its own pages and in feeds, and nowhere else (see [`Glance`]). So as long as what lists
//! may show of it is the same, those files alone become others. Of other posts they show what is found here by little:
//! which are next to it, and which are like it. Whoever is in doubt reads everything: then there is no [`Excerpt`].

mod around;
mod excerpt;
mod known;

use std::{
    collections::{BTreeSet, HashMap},
    hash::BuildHasher as _,
    path::{Path, PathBuf},
};

use chrono::TimeDelta;
use rustc_hash::{FxBuildHasher, FxHashMap};

pub use self::excerpt::Excerpt;
use self::known::{FeedPosts, Known, Words};
use super::{
    Edition, Publication, SiteFolder, Written, feed::posts_in_feed, folder::ListStamp, glance::Glance,
    pictures::pictures_of,
};
use crate::{
    clock::Timestamp,
    diagnostic::Diagnostic,
    disk::Stamp,
    fingerprint::Fingerprint,
    posts::{Post, Slug},
};

/// So many bytes of outlines are kept in memory: those of posts that stand in feeds and menus, which many pages need, and
/// then of those around what was saved last.
const MOST_PACKED: usize = 1 << 20;

/// More languages than this have no sketch.
const MOST_EDITIONS: usize = 32;

/// A publication as it was when all of it was published.
#[derive(Debug)]
pub struct Sketch {
    /// How the list of the site's files looked then.
    list: ListStamp,
    rules: Fingerprint,
    glance: Glance,
    logos: Vec<Option<Stamp>>,
    /// When it was published, and when something changes by itself: a post is due, or has waited long enough.
    from: Timestamp,
    until: Option<Timestamp>,
    /// The last release of each locale, in their order.
    heads: Vec<i64>,
    /// How many files the site has.
    files: usize,
    diagnostics: Vec<Diagnostic>,
    topics: Vec<String>,
    /// Newest first.
    posts: Vec<Known>,
    words: Words,
    feeds: Vec<FeedPosts>,
    /// The outlines of some posts, by their places, and for how many bytes there is still room.
    packed: FxHashMap<usize, Vec<u8>>,
    room: usize,
    /// By what posts are known, and what names they had, where those say something.
    names: HashMap<Slug, (Slug, Vec<Slug>)>,
    /// Hashes of the names of the pictures.
    pictures: Vec<u64>,
}

impl Sketch {
    /// Of a publication and its site that were written just now. `heads` are the last releases of its locales. None of what
    /// is not simple enough.
    pub fn of(
        publication: &Publication,
        editions: &[Edition<'_>],
        (folder, written): (&SiteFolder, &Written),
        heads: Vec<i64>,
        diagnostics: &[Diagnostic],
        now: Timestamp,
    ) -> Option<Self> {
        let (glance, outlines) = (written.glance?, publication.outlines()?);
        // Of one that was renamed just now, the catalogs have another name.
        if editions.len() > MOST_EDITIONS || !publication.renames.is_empty() {
            return None;
        }
        let topics: BTreeSet<&str> =
            publication.posts.iter().flat_map(|post| &post.topics).map(String::as_str).collect();
        let topics: Vec<String> = topics.into_iter().map(str::to_owned).collect();
        let mut words = Words::default();
        let mut posts = Vec::with_capacity(publication.posts.len());
        for post in &publication.posts {
            posts.push(Known::of(post, outlines, &topics, &mut words)?);
        }
        let mut sketch = Self {
            list: folder.stamp(),
            rules: publication.rules,
            glance,
            logos: logos(publication),
            from: now,
            until: next_change(publication, now),
            heads,
            files: written.report.files,
            diagnostics: diagnostics.to_vec(),
            topics,
            posts,
            words,
            feeds: Vec::new(),
            packed: FxHashMap::default(),
            room: MOST_PACKED,
            names: HashMap::new(),
            pictures: Vec::new(),
        };
        sketch.note_editions(publication, editions);
        sketch.pack(publication);
        for post in &publication.posts {
            if post.id != post.slug || !post.aliases.is_empty() {
                sketch.names.insert(post.slug.clone(), (post.id.clone(), post.aliases.clone()));
            }
            let pictures = pictures_of(post).into_iter().map(|name| hash_of(&post.folder().join(name)));
            sketch.pictures.extend(pictures);
        }
        sketch.pictures.sort_unstable();
        sketch.pictures.dedup();
        sketch.pictures.shrink_to_fit();
        Some(sketch)
    }

    /// Whether a site is still the one of which this is a sketch.
    pub fn is_of(&self, folder: &SiteFolder) -> bool {
        self.list == folder.stamp()
    }

    /// Whether these are the last releases that it knows.
    pub fn has_heads(&self, heads: &[i64]) -> bool {
        self.heads == heads
    }

    /// What is wrong in the publication.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Notes which posts are in which edition, and in which feed.
    fn note_editions(&mut self, publication: &Publication, editions: &[Edition<'_>]) {
        let places: FxHashMap<&Slug, usize> =
            publication.posts.iter().enumerate().map(|(at, post)| (&post.slug, at)).collect();
        for (number, edition) in editions.iter().enumerate() {
            for entry in edition.entries.iter().chain(&edition.pages) {
                if let Some(known) = places.get(&entry.post.slug).and_then(|at| self.posts.get_mut(*at)) {
                    known.note(number, entry.has_page);
                }
            }
            if !edition.settings.edition {
                continue;
            }
            for topic in [None].into_iter().chain(edition.topics().map(Some)) {
                // Not in the place of the entries, which is far larger.
                let posts = posts_in_feed(edition, topic);
                let posts = posts.iter().filter_map(|(_, entry)| places.get(&entry.post.slug).copied()).collect();
                self.feeds.push(FeedPosts { edition: number, topic: topic.map(str::to_owned), posts });
            }
        }
    }

    /// Keeps the outlines of posts that many pages need.
    fn pack(&mut self, publication: &Publication) {
        let mut wanted = self.everywhere();
        wanted.extend(self.feeds.iter().flat_map(|feed| &feed.posts));
        wanted.into_iter().for_each(|at| self.pack_post(publication, at, &publication.posts[at]));
    }

    /// Keeps the outline of a post, in the place of an earlier one, if there is room for it.
    fn pack_post(&mut self, publication: &Publication, at: usize, post: &Post) {
        self.unpack(at);
        let outlines = publication.outlines();
        let packed = outlines.and_then(|outlines| outlines.pack(post, &publication.settings.locales));
        if let Some(packed) = packed.filter(|packed| packed.len() <= self.room) {
            self.room -= packed.len();
            self.packed.insert(at, packed);
        }
    }

    fn unpack(&mut self, at: usize) {
        self.room += self.packed.remove(&at).map_or(0, |packed| packed.len());
    }

    /// The name of the post at a place.
    fn name(&self, at: usize) -> &str {
        self.words.slug(&self.posts[at])
    }

    /// Its file, from the publication's folder.
    fn file(&self, at: usize) -> PathBuf {
        self.posts[at].file(self.name(at))
    }
}

/// How the files of the publication's own logos look.
fn logos(publication: &Publication) -> Vec<Option<Stamp>> {
    publication.settings.site.theme.logo_files().map(|logo| Stamp::of(&publication.root.join(logo))).collect()
}

/// When something that readers see changes by itself: a post is due, or has waited for its translation long enough.
fn next_change(publication: &Publication, now: Timestamp) -> Option<Timestamp> {
    let waits = publication.settings.locales.iter().filter_map(|settings| settings.gate.wait_at_most);
    let waits: Vec<TimeDelta> = waits.filter_map(|wait| TimeDelta::from_std(wait).ok()).collect();
    let posts = publication.posts.iter().filter(|post| !post.draft);
    let moments = posts.flat_map(|post| {
        let waited = waits.iter().filter_map(|wait| post.date.checked_add_signed(*wait));
        waited.chain([post.date])
    });
    moments.filter(|moment| *moment > now).min()
}

fn hash_of(file: &Path) -> u64 {
    FxBuildHasher.hash_one(file)
}
