//! The publication at one moment: what its folder says and what was released, to compose from.

use std::collections::{HashMap, HashSet};

use super::DigestSettings;
use crate::{
    clock::Timestamp,
    diagnostic::Diagnostic,
    digest::{Composer, NewRelease, Release, due_releases},
    locale::Locale,
    posts::Slug,
    publication::{Debut, Debuts, Edition, Entry, Publication, Released, Releases},
    storage::{self, Store},
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

    /// What is new now.
    pub(super) fn news(&self, composer: &Composer<'_>) -> News {
        let due = due_releases(&self.publication, &composer.editions, self.digest.max_age, self.now);
        News { due, translated: self.translated(&composer.editions) }
    }

    fn translated(&self, editions: &[Edition<'_>]) -> Vec<(Locale, Slug)> {
        let is_foreign = |release: &&Release| {
            release.translated_at.is_none() && release.variant_locale.language() != release.locale.language()
        };
        let foreign = self.releases.iter().filter(is_foreign);
        let foreign: HashSet<_> = foreign.map(|release| (&release.locale, &release.post)).collect();
        let is_own = |edition: &Edition<'_>, entry: &Entry<'_>| {
            entry.open && entry.variant.main_locale().language() == edition.locale().language()
        };
        let mut translated = Vec::new();
        for edition in editions.iter().filter(|_| !foreign.is_empty()) {
            let entries = edition.entries.iter().filter(|entry| foreign.contains(&(edition.locale(), &entry.post.id)));
            let entries = entries.filter(|entry| !entry.stays && is_own(edition, entry));
            translated.extend(entries.map(|entry| (edition.locale().clone(), entry.post.id.clone())));
        }
        translated
    }
}

/// What is to be written down of a moment: the releases that are due, and the posts that are there in a language for the first
/// time whose readers had them in another.
pub(super) struct News {
    pub(super) due: Vec<NewRelease>,
    pub(super) translated: Vec<(Locale, Slug)>,
}

impl News {
    /// Writes it down, and gives the releases that were made.
    pub(super) async fn record(&self, store: &Store, now: Timestamp) -> Result<Vec<Release>, storage::Error> {
        store.note_translated(&self.translated, now).await?;
        store.record_releases(&self.due, now).await
    }

    /// Lets editions that were composed before know it.
    pub(super) fn note(&self, composer: &mut Composer<'_>, made: &[Release]) {
        let (made, now) = (released(made), composer.now);
        for edition in &mut composer.editions {
            edition.note_releases(&made);
            edition.note_translated(&self.translated, now);
        }
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
        let Release { sequence, dated, translated_at: translated, .. } = *release;
        (key, Released { sequence, guid: release.guid.clone(), dated, translated })
    };
    releases.iter().map(released).collect::<HashMap<_, _>>()
}
