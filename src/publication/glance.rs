//! What can be seen at a glance of the files of a site, so that what would be the same is not even looked into.
//!
//! A page shows things of its own post, and of others what all lists may show of them: titles, summaries, dates,
//! addresses, pictures. The fingerprint of all the latter, of all posts together, is taken once. As long as it is the
//! same, a page is another only where what it shows of its own post is. So nobody keeps a list of what depends on what.

use std::fmt::Write as _;

use super::{Edition, Entry, Publication, pictures::pictures_of};
use crate::{disk::Stamp, fingerprint::Fingerprint};

/// What can be seen at a glance of a whole site.
#[derive(Debug, Clone, Copy)]
pub(super) struct Glance(Fingerprint);

impl Glance {
    /// Looks at a publication, and what is published of it. None where more would have to be looked at: what is shown
    /// of a post that cannot be read comes from the site as it was.
    pub(super) fn at(publication: &Publication, editions: &[Edition<'_>]) -> Option<Self> {
        if !publication.former.is_empty() || editions.iter().any(|edition| !edition.kept.is_empty()) {
            return None;
        }
        let mut seen = format!("{} {:?}\n", publication.rules, publication.unreadable.keys());
        let mut see_file = |file| {
            let _ = write!(seen, "{:?} ", Stamp::of(&publication.root.join(file)).map(|stamp| stamp.numbers()));
        };
        publication.settings.site.theme.logo_files().for_each(|logo| see_file(logo.into()));
        for post in &publication.posts {
            for name in pictures_of(post) {
                see_file(post.folder().join(name));
            }
        }
        // Writing to a string cannot fail.
        for post in &publication.posts {
            let _ = writeln!(seen, "{} {} {:?} {}", post.slug, post.id, post.aliases, publication.listed(&post.slug)?);
        }
        for edition in editions {
            let _ = writeln!(seen, "{}", edition.locale());
            for Entry { post, open, released, has_page, .. } in edition.entries.iter().chain(&edition.pages) {
                let sequence = released.as_ref().map_or(0, |released| released.sequence);
                let _ = writeln!(seen, "{} {open} {has_page} {sequence}", post.slug);
            }
        }
        Some(Self(Fingerprint::of(seen.as_bytes())))
    }

    /// What can be seen of a file that shows these texts beside what lists show.
    pub(super) fn of<'t>(self, own: impl IntoIterator<Item = &'t str>) -> Fingerprint {
        let site = self.0.to_string();
        let own: Vec<&str> = own.into_iter().collect();
        Fingerprint::of_parts([site.as_str()].into_iter().chain(own))
    }
}

impl Entry<'_> {
    /// What only its own page and its items in feeds show of it.
    pub(super) fn own(&self) -> String {
        let variant = &self.variant;
        format!("{} {} {} {:?}", variant.print, variant.machine, variant.stale, variant.languages)
    }
}
