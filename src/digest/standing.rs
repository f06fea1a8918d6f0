//! How released posts stand with a digest now: ready, refused by their writer, or held until they can be had again.

use std::{
    collections::{BTreeMap, HashMap},
    fmt,
    path::PathBuf,
};

use serde::Serialize;

use super::{Composer, Release};
use crate::{diagnostic::Diagnostic, locale::Locale, posts::Slug, publication::Edition, subscribers::Topics};

/// How a post stands with the readers of a locale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It can go into a digest.
    Ready(Topics),
    /// Its writer wants it in none, or in none of this locale: `newsletter: false`, `not_in`, or it is a page now.
    Refused,
    /// It cannot be had now, and its readers wait for it.
    Held {
        /// Why.
        reason: Reason,
        /// What it is about, if that can be read.
        topics: Option<Topics>,
    },
}

/// Why a released post cannot go into a digest now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// Its file cannot be read; this is the first error in it.
    Unreadable(Box<Diagnostic>),
    /// Its file is gone.
    Gone,
    /// Its writer made it a draft again.
    Draft,
    /// Its writer moved it into the future.
    NotYet,
    /// Too little of it is translated now.
    GateClosed,
}

/// The standing of posts by locale, and by what they are [known by](crate::posts::Post::id). A post that is not in it is [gone](Reason::Gone).
pub type Standings = HashMap<(Locale, Slug), Standing>;

/// How many readers something happens to, by locale and post.
pub type Readers = BTreeMap<(Locale, Slug), u64>;

/// A released post that readers wait for, or waited for in vain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HeldPost {
    /// The post.
    pub post: Slug,
    /// Its file, unless that is gone.
    pub file: Option<PathBuf>,
    /// The line at which to look, from 1.
    pub line: usize,
    /// Why it cannot be had.
    pub reason: String,
    /// How many readers it is about, by their language.
    pub readers: BTreeMap<Locale, u64>,
    /// Whether they wait no longer, since it could not be had for too long.
    pub given_up: bool,
}

impl Standing {
    /// Whether its readers may count on it: it is ready, or will be when a slip is mended.
    pub fn is_promised(&self) -> bool {
        match self {
            Self::Ready(_) => true,
            Self::Refused => false,
            Self::Held { reason, .. } => matches!(reason, Reason::Unreadable(_) | Reason::GateClosed),
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(found) => f.write_str(&found.message),
            Self::Gone => f.write_str("the file is gone"),
            Self::Draft => f.write_str("it is a draft again"),
            Self::NotYet => f.write_str("its date is in the future now"),
            Self::GateClosed => f.write_str("too little of it is translated now"),
        }
    }
}

impl fmt::Display for HeldPost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.given_up { "given up: " } else { "held: " })?;
        match &self.file {
            Some(file) => write!(f, "{}:{}: {}", file.display(), self.line, self.reason)?,
            None => write!(f, "{}: {}", self.post, self.reason)?,
        }
        f.write_str(if self.given_up { "; who will not get it:" } else { "; who waits for it:" })?;
        let mut comma = "";
        for (locale, readers) in &self.readers {
            write!(f, "{comma} {readers} in {locale}")?;
            comma = ",";
        }
        Ok(())
    }
}

impl Composer<'_> {
    /// How the posts stand that were released, or are ready to be.
    pub fn standings(&self, releases: &[Release]) -> Standings {
        let shown = self
            .editions
            .iter()
            .flat_map(|edition| edition.entries.iter().map(|entry| (edition.locale().clone(), entry.post.id.clone())));
        let released = releases.iter().map(|release| (release.locale.clone(), release.post.clone()));
        let editions: HashMap<_, _> = self.editions.iter().map(|edition| (edition.locale(), edition)).collect();
        let stand = |(locale, id): (Locale, Slug)| {
            let standing = self.standing(&locale, editions.get(&locale).copied(), &id);
            ((locale, id), standing)
        };
        released.chain(shown).map(stand).collect()
    }

    fn standing(&self, locale: &Locale, edition: Option<&Edition<'_>>, id: &Slug) -> Standing {
        let held = |reason, topics| Standing::Held { reason, topics };
        let Some(post) = self.publication.known_post(id) else {
            return match self.publication.unreadable.get(&self.publication.present_name(id)) {
                Some(found) => held(Reason::Unreadable(Box::new(found.clone())), None),
                None => held(Reason::Gone, None),
            };
        };
        let topics: Topics = post.topics.iter().filter_map(|topic| topic.parse().ok()).collect();
        let entry = edition.and_then(|edition| edition.entry(&post.slug));
        let is_refused = post.is_page() || !post.newsletter || self.publication.settings.is_off(&post.not_in, locale);
        match entry {
            _ if is_refused => Standing::Refused,
            Some(entry) if entry.open => Standing::Ready(topics),
            Some(_) => held(Reason::GateClosed, Some(topics)),
            None if post.draft => held(Reason::Draft, Some(topics)),
            None if !post.is_public(self.now) => held(Reason::NotYet, Some(topics)),
            None => held(Reason::GateClosed, Some(topics)),
        }
    }

    /// What is held and what is given up, for people: where to look, and whom it is about.
    pub fn held_posts(&self, standings: &Standings, held: &Readers, given_up: &Readers) -> Vec<HeldPost> {
        let all = held.iter().map(|readers| (false, readers)).chain(given_up.iter().map(|readers| (true, readers)));
        let mut posts: BTreeMap<(bool, &Slug, String), HeldPost> = BTreeMap::new();
        for (given_up, ((locale, id), count)) in all {
            let reason = match standings.get(&(locale.clone(), id.clone())) {
                Some(Standing::Held { reason, .. }) => reason,
                _ => &Reason::Gone,
            };
            let (file, line) = match reason {
                Reason::Unreadable(found) => (Some(found.file.clone()), found.line),
                _ => (self.publication.known_post(id).map(|post| post.file.clone()), 1),
            };
            let said = (given_up, id, reason.to_string());
            let held = posts.entry(said).or_insert_with_key(|(given_up, id, reason)| HeldPost {
                post: self.publication.present_name(id),
                file,
                line,
                reason: reason.clone(),
                readers: BTreeMap::new(),
                given_up: *given_up,
            });
            held.readers.insert(locale.clone(), *count);
        }
        posts.into_values().collect()
    }
}
