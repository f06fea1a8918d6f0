//! Which posts became available to whom: the releases that are to be made.

use std::{
    collections::{HashMap, HashSet},
    time::Duration,
};

use super::{NewRelease, Release};
use crate::{
    clock::Timestamp,
    locale::Locale,
    posts::Slug,
    publication::{Edition, Publication},
};

/// The releases that are due: every post that is ready for the readers of a locale and was not
/// released to them before, oldest first. A post older than `max_age` goes onto pages and into
/// feeds but into no digest, so that neither an archive nor a new locale floods anybody.
pub fn due_releases(
    publication: &Publication,
    editions: &[Edition<'_>],
    max_age: Duration,
    now: Timestamp,
) -> Vec<NewRelease> {
    let (id, source) = (&publication.settings.site.id, &publication.settings.site.source);
    let mut due = Vec::new();
    for edition in editions {
        for entry in edition.entries.iter().filter(|entry| entry.open && entry.released.is_none()) {
            let age = (now - entry.post.date).to_std().unwrap_or_default();
            due.push(NewRelease {
                locale: edition.locale().clone(),
                post: entry.post.id.clone(),
                variant_locale: entry.variant.main_locale().clone(),
                newsworthy: age <= max_age,
                dated: entry.post.date,
                guid: format!("tag:{id}:{}/{}", edition.locale(), entry.post.id),
                title: (edition.locale() == source).then(|| entry.post.title.clone()),
            });
        }
    }
    due.sort_by(|a, b| (&a.locale, a.dated, &a.post).cmp(&(&b.locale, b.dated, &b.post)));
    due
}

/// Gives those that were not made yet the next sequences of their locales.
pub fn number_releases(new: Vec<NewRelease>, known: &[Release], now: Timestamp) -> Vec<Release> {
    let mut heads: HashMap<Locale, i64> = HashMap::new();
    let mut there: HashSet<(Locale, Slug)> = HashSet::new();
    for release in known {
        let head = heads.entry(release.locale.clone()).or_default();
        *head = release.sequence.max(*head);
        there.insert((release.locale.clone(), release.post.clone()));
    }
    let new = new.into_iter().filter(|release| there.insert((release.locale.clone(), release.post.clone())));
    let numbered = new.map(|release| {
        let head = heads.entry(release.locale.clone()).or_default();
        *head += 1;
        release.released(*head, now)
    });
    numbered.collect()
}
