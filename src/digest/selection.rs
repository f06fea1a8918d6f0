//! What is due to a subscriber: the window from the cursor to the head, and their topics.

use std::time::Duration;

use chrono::TimeDelta;

use super::{Release, Standing, Standings};
use crate::{
    clock::Timestamp,
    locale::Locale,
    posts::Slug,
    subscribers::{Pause, Topics},
};

/// What selection needs to know about a subscriber.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    /// Up to where they were served.
    pub cursor: i64,
    /// Up to where age does not matter, as an import may wish.
    pub any_age_until: i64,
    /// What they want to read about.
    pub topics: &'a Topics,
    /// When their subscription began.
    pub since: Timestamp,
    /// The last time in which they wanted no digest.
    pub pause: Option<Pause>,
}

/// What a digest means for one subscriber. Posts are named by their places in the [`Offer`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// What they get, in the order of its release; nothing means nothing new.
    pub posts: Vec<usize>,
    /// What they wait for, since it cannot be had now.
    pub held: Vec<usize>,
    /// What they wait for no longer: it could not be had for too long.
    pub given_up: Vec<usize>,
    /// Where their cursor is when this has reached them: before the first post that they wait for.
    /// Of what they get, that which lies after it has to be noted as [served](super::Placement::served).
    pub cursor_to: i64,
}

/// What a locale has to offer at one moment.
#[derive(Debug, Clone)]
pub struct Offer {
    locale: Locale,
    head: i64,
    now: Timestamp,
    patience: TimeDelta,
    /// In the order of their sequence, without those that their writers want in no digest.
    posts: Vec<Offered>,
    /// Places in `posts` of those that are newsworthy.
    newsworthy: Vec<usize>,
}

#[derive(Debug, Clone)]
struct Offered {
    sequence: i64,
    post: Slug,
    released_at: Timestamp,
    ready: bool,
    /// Not known of a post that cannot be read: all might want it.
    topics: Option<Topics>,
}

impl Offer {
    /// The releases of one locale; those of others are passed over. A post that cannot be had is
    /// waited for until it would be no news any more: for `max_age` after its release.
    pub fn new(locale: Locale, releases: &[Release], standings: &Standings, max_age: Duration, now: Timestamp) -> Self {
        let mut own: Vec<&Release> = releases.iter().filter(|r| r.locale == locale).collect();
        own.sort_by_key(|release| release.sequence);
        let head = own.last().map_or(0, |release| release.sequence);
        let (mut posts, mut newsworthy) = (Vec::new(), Vec::new());
        for release in own {
            let (ready, topics) = match standings.get(&(locale.clone(), release.post.clone())) {
                Some(Standing::Refused) => continue,
                Some(Standing::Ready(topics)) => (true, Some(topics.clone())),
                Some(Standing::Held { topics, .. }) => (false, topics.clone()),
                None => (false, None),
            };
            if release.newsworthy {
                newsworthy.push(posts.len());
            }
            let Release { sequence, released_at, .. } = *release;
            posts.push(Offered { sequence, post: release.post.clone(), released_at, ready, topics });
        }
        let patience = TimeDelta::from_std(max_age).unwrap_or(TimeDelta::MAX);
        Self { locale, head, now, patience, posts, newsworthy }
    }

    /// The language.
    pub fn locale(&self) -> &Locale {
        &self.locale
    }

    /// The post at a place that [`select`](Self::select) gave.
    pub fn post(&self, place: usize) -> Option<&Slug> {
        self.posts.get(place).map(|offered| &offered.post)
    }

    /// What is due to a reader. A release counts if it is in the window (cursor, head], is newsworthy
    /// or asked for at any age, is about what they want, and they do not have its post. What was
    /// released while they paused comes too, unless it is older than `max_age` by now.
    pub fn select(&self, reader: Reader<'_>, has: impl Fn(&Slug) -> bool) -> Selection {
        let any_age_end = self.after(reader.any_age_until);
        let any_age = self.after(reader.cursor)..any_age_end;
        let from = any_age.start.max(any_age_end);
        let fresh = &self.newsworthy[self.newsworthy.partition_point(|&place| place < from)..];
        let mut selection = Selection { cursor_to: self.head.max(reader.cursor), ..Selection::default() };
        for place in any_age.chain(fresh.iter().copied()) {
            let offered = &self.posts[place];
            let wanted = offered.topics.as_ref().is_none_or(|topics| reader.topics.want(topics));
            if !wanted || has(&offered.post) || self.is_missed(offered, reader) {
                continue;
            }
            if offered.ready {
                selection.posts.push(place);
            } else if self.is_waited_for(offered, reader) {
                if selection.held.is_empty() {
                    selection.cursor_to = offered.sequence - 1;
                }
                selection.held.push(place);
            } else if selection.held.is_empty() {
                selection.given_up.push(place);
            }
        }
        selection
    }

    /// Who asked for old posts waits for them as long as others do for new ones.
    fn is_waited_for(&self, offered: &Offered, reader: Reader<'_>) -> bool {
        let asked_for = offered.sequence <= reader.any_age_until;
        let from = if asked_for { offered.released_at.max(reader.since) } else { offered.released_at };
        self.now - from <= self.patience
    }

    /// Whether it is old news by now to somebody who paused when it was new.
    fn is_missed(&self, offered: &Offered, reader: Reader<'_>) -> bool {
        let paused = reader.pause.is_some_and(|pause| pause.covers(offered.released_at));
        paused && self.now - offered.released_at > self.patience
    }

    /// The first place with a sequence after this one.
    fn after(&self, sequence: i64) -> usize {
        self.posts.partition_point(|offered| offered.sequence <= sequence)
    }
}
