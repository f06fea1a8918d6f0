//! Where a subscription stands, also after a change of language.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::Release;
use crate::{clock::Timestamp, posts::Slug};

/// A place among the releases of a locale.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Placement {
    /// The sequence up to which everything counts as served.
    pub cursor: i64,
    /// The sequence up to which posts are sent whatever their age; at most the head.
    pub any_age_until: i64,
    /// Posts that count as served though their release here is after the cursor, or still to come.
    pub served: BTreeSet<Slug>,
}

impl Placement {
    /// The place just before the first wanted release, or at the head if none is wanted.
    /// What lies between wanted releases counts as served; `any_age` are those of the
    /// wanted whose age does not matter.
    pub(super) fn before(releases: &[Release], wanted: &BTreeSet<i64>, any_age: &BTreeSet<i64>) -> Self {
        let head = head(releases);
        let cursor = wanted.first().map_or(head, |first| first - 1);
        let any_age_until = any_age.last().copied().unwrap_or(0);
        let served = releases
            .iter()
            .filter(|r| r.sequence > cursor && !wanted.contains(&r.sequence))
            .filter(|r| r.newsworthy || r.sequence <= any_age_until)
            .map(|release| release.post.clone())
            .collect();
        Self { cursor, any_age_until, served }
    }
}

/// The last sequence among the releases of a locale; 0 before the first.
pub fn head<'a>(releases: impl IntoIterator<Item = &'a Release>) -> i64 {
    releases.into_iter().map(|release| release.sequence).max().unwrap_or(0)
}

/// Maps a place among the releases of one locale to a place among those of another, so that
/// what was received is excluded, also if it is released there later, and what was not is kept.
///
/// What came out in the old locale before the subscription began counts as received: it is no news when its translation
/// comes out. A post that was never released in the old locale is kept if it came after `since`, when the
/// subscription began, and is newsworthy. The [served](Placement::served) posts of the result
/// hold those of `old`: they are for good.
pub fn map_cursor(old: &Placement, old_releases: &[Release], new_releases: &[Release], since: Timestamp) -> Placement {
    let before: HashMap<&Slug, &Release> = old_releases.iter().map(|r| (&r.post, r)).collect();
    let (mut wanted, mut any_age) = (BTreeSet::new(), BTreeSet::new());
    for release in new_releases.iter().filter(|release| !old.served.contains(&release.post)) {
        let keeps = match before.get(&release.post) {
            Some(there) if there.sequence <= old.cursor => false,
            Some(there) if there.newsworthy || there.sequence <= old.any_age_until => true,
            Some(_) => release.newsworthy,
            None => release.newsworthy && release.released_at > since,
        };
        if keeps {
            wanted.insert(release.sequence);
            if !release.newsworthy {
                any_age.insert(release.sequence);
            }
        }
    }
    let mut placement = Placement::before(new_releases, &wanted, &any_age);
    let behind: HashSet<&Slug> = new_releases
        .iter()
        .filter(|release| release.sequence <= placement.cursor)
        .map(|release| &release.post)
        .collect();
    let received = old_releases.iter().filter(|release| release.sequence <= old.cursor);
    placement.served.extend(received.map(|r| &r.post).filter(|post| !behind.contains(post)).cloned());
    placement.served.extend(old.served.iter().cloned());
    placement
}
