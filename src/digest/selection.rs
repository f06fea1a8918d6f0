//! What is due to a subscriber: the window from the cursor to the head, and their topics.

use std::collections::HashMap;

use super::Release;
use crate::{locale::Locale, posts::Slug, subscribers::Topics};

/// The topics of every post that may go into the digests of a locale. What is not in it goes into none:
/// posts that were taken back, there or everywhere, and those with `newsletter: false`.
pub type PostTopics = HashMap<(Locale, Slug), Topics>;

/// What selection needs to know about a subscriber.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    /// Up to where they were served.
    pub cursor: i64,
    /// Up to where age does not matter, as an import may wish.
    pub any_age_until: i64,
    /// What they want to read about.
    pub topics: &'a Topics,
}

/// What a locale has to offer at one moment.
#[derive(Debug, Clone)]
pub struct Offer {
    locale: Locale,
    head: i64,
    /// In the order of their sequence.
    posts: Vec<Offered>,
    /// Places in `posts` of those that are newsworthy.
    newsworthy: Vec<usize>,
}

#[derive(Debug, Clone)]
struct Offered {
    sequence: i64,
    post: Slug,
    topics: Topics,
}

impl Offer {
    /// The releases of one locale; those of others are passed over.
    pub fn new(locale: Locale, releases: &[Release], topics: &PostTopics) -> Self {
        let mut own: Vec<&Release> = releases.iter().filter(|r| r.locale == locale).collect();
        own.sort_by_key(|release| release.sequence);
        let head = own.last().map_or(0, |release| release.sequence);
        let (mut posts, mut newsworthy) = (Vec::new(), Vec::new());
        for release in own {
            if let Some(topics) = topics.get(&(locale.clone(), release.post.clone())) {
                if release.newsworthy {
                    newsworthy.push(posts.len());
                }
                let (sequence, post) = (release.sequence, release.post.clone());
                posts.push(Offered { sequence, post, topics: topics.clone() });
            }
        }
        Self { locale, head, posts, newsworthy }
    }

    /// The language.
    pub fn locale(&self) -> &Locale {
        &self.locale
    }

    /// The last sequence: where the cursor is of somebody who was served everything.
    pub fn head(&self) -> i64 {
        self.head
    }

    /// The post at a place that [`select`](Self::select) gave.
    pub fn post(&self, place: usize) -> Option<&Slug> {
        self.posts.get(place).map(|offered| &offered.post)
    }

    /// The places of the posts that are due to a reader, in the order of their release; none
    /// means nothing new. A release counts if it is in the window (cursor, head], is newsworthy
    /// or asked for at any age, is about what they want, and they do not have its post.
    pub fn select(&self, reader: Reader<'_>, has: impl Fn(&Slug) -> bool) -> Vec<usize> {
        let any_age_end = self.after(reader.any_age_until);
        let any_age = self.after(reader.cursor)..any_age_end;
        let from = any_age.start.max(any_age_end);
        let fresh = &self.newsworthy[self.newsworthy.partition_point(|&place| place < from)..];
        any_age
            .chain(fresh.iter().copied())
            .filter(|&place| {
                let offered = &self.posts[place];
                reader.topics.want(&offered.topics) && !has(&offered.post)
            })
            .collect()
    }

    /// The first place with a sequence after this one.
    fn after(&self, sequence: i64) -> usize {
        self.posts.partition_point(|offered| offered.sequence <= sequence)
    }
}
