//! The publication at one moment: what its folder says and what was released, to compose from.

use std::collections::HashMap;

use super::DigestSettings;
use crate::{
    clock::Timestamp,
    diagnostic::Diagnostic,
    digest::{Composer, NewRelease, Release, due_releases},
    locale::Locale,
    publication::{Debut, Debuts, Publication, Released, Releases},
};

/// What the folder says and what was released, at one moment.
#[derive(Debug)]
pub struct Moment {
    /// The publication.
    pub publication: Publication,
    /// What is wrong in posts, locales and templates.
    pub diagnostics: Vec<Diagnostic>,
    /// All releases.
    pub releases: Vec<Release>,
    pub(super) digest: DigestSettings,
    pub(super) now: Timestamp,
    /// Whether a correction of a post is still to come.
    pub(super) holds_back: bool,
}

impl Moment {
    /// Composes all editions, which mails and pages are then made from.
    pub fn composer(&self) -> Composer<'_> {
        Composer {
            publication: &self.publication,
            editions: self.publication.editions(&released(&self.releases), self.now),
            releases: &self.releases,
            now: self.now,
            max_posts: self.digest.max_posts,
            full_text: false,
        }
    }

    /// The last release of each locale, in their order, once these have been made.
    pub(super) fn heads(&self, made: &[Release]) -> Vec<i64> {
        let mut heads: HashMap<&Locale, i64> = HashMap::new();
        for release in self.releases.iter().chain(made) {
            let head = heads.entry(&release.locale).or_default();
            *head = release.sequence.max(*head);
        }
        let locales = self.publication.settings.locales.iter();
        locales.map(|settings| heads.get(&settings.locale).copied().unwrap_or_default()).collect()
    }

    /// Whether a template of the publication's own that pages are made by cannot be used.
    pub(super) fn has_broken_page(&self) -> bool {
        let is_of_pages = |found: &Diagnostic| {
            found.file.starts_with("templates") && !found.file.starts_with("templates/mail") && found.is_error()
        };
        self.diagnostics.iter().any(is_of_pages)
    }

    /// The releases that are due now.
    pub(super) fn due_releases(&self, composer: &Composer<'_>) -> Vec<NewRelease> {
        due_releases(&self.publication, &composer.editions, self.digest.max_age, self.now)
    }
}

/// How each post was when the first readers got it.
pub(super) fn debuts(releases: &[Release]) -> Debuts<'_> {
    let mut debuts = Debuts::with_capacity(releases.len());
    for Release { post, title, dated, released_at, .. } in releases {
        let debut = Debut { title: title.as_deref(), dated: *dated, released_at: *released_at };
        let first = debuts.entry(post).or_insert(debut);
        first.title = first.title.or(debut.title);
        first.released_at = first.released_at.min(debut.released_at);
    }
    debuts
}

/// Releases as the publication wants them.
pub(super) fn released(releases: &[Release]) -> Releases {
    let released = |release: &Release| {
        let key = (release.locale.clone(), release.post.clone());
        (key, Released { sequence: release.sequence, guid: release.guid.clone(), dated: release.dated })
    };
    releases.iter().map(released).collect::<HashMap<_, _>>()
}
