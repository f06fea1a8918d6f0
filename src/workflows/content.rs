//! The publication on disk and what is done with it: syncing, releasing, publishing, planning, freezing.

use std::{
    collections::{BTreeMap, HashMap},
    path::PathBuf,
    sync::Arc,
    time::Duration,
};

use tokio::task::{JoinError, spawn_blocking};

use crate::{
    clock::Timestamp,
    diagnostic::Diagnostic,
    digest::{CohortKey, Composer, PostTopics, Release, due_releases, newsletter_topics},
    locale::Locale,
    mail::MailContent,
    posts::{self, LoadSettings, Slug},
    publication::{self, Edition, Pages, Publication, Released, Releases, Settings, WriteReport, write_site},
    storage::{self, FreezeError, FreezeRequest, Issue, Plan, Store},
    subscribers::Cadence,
    templates::Value,
    translation::{self, Folder, SyncOptions, SyncReport, sync_files},
};

/// What goes into digests.
#[derive(Debug, Clone, Copy)]
pub struct DigestSettings {
    /// A post older than this when it is released is not news.
    pub max_age: Duration,
    /// The most posts a digest shows in full; the others are links.
    pub max_posts: usize,
}

impl Default for DigestSettings {
    fn default() -> Self {
        Self { max_age: Duration::from_hours(60 * 24), max_posts: 10 }
    }
}

/// The publication's folder and the rules for it. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Content {
    /// The folder.
    pub root: PathBuf,
    /// Where the site is written.
    pub public: PathBuf,
    /// The publication and its languages.
    pub settings: Arc<Settings>,
    /// What goes into digests.
    pub digest: DigestSettings,
}

/// What publishing did.
#[derive(Debug, Default)]
pub struct Published {
    /// The releases that were made: how many posts in each locale.
    pub released: BTreeMap<Locale, usize>,
    /// The files that were written.
    pub site: WriteReport,
    /// What is wrong in posts, locales and templates.
    pub diagnostics: Vec<Diagnostic>,
}

/// What an issue would be, and what would be published before it.
#[derive(Debug)]
pub struct Planned {
    /// Posts that would be released.
    pub publish: Vec<(Slug, Locale)>,
    /// Who would get what.
    pub digest: Option<Plan>,
    /// The subject of each cohort, in the order of the plan.
    pub subjects: Vec<String>,
}

/// Something could not be done with the publication.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The publication could not be loaded, rendered or written.
    #[error("cannot publish")]
    Publication(#[from] publication::Error),
    /// The posts could not be read.
    #[error("cannot load the posts")]
    Posts(#[from] posts::Error),
    /// The locale files could not be kept in step.
    #[error("cannot sync the translations")]
    Translations(#[from] translation::Error),
    /// The database failed.
    #[error("cannot use the database")]
    Storage(#[from] storage::Error),
    /// A task was stopped, or there is a fault in the program.
    #[error("cannot finish: a task ended early")]
    Task(#[from] JoinError),
}

impl Error {
    /// Whether the same thing may work later: the database was busy, or another process held it.
    pub fn is_transient(&self) -> bool {
        matches!(self, Self::Storage(error) if error.is_transient())
    }
}

impl From<FreezeError<publication::Error>> for Error {
    fn from(error: FreezeError<publication::Error>) -> Self {
        match error {
            FreezeError::Store(error) => Self::Storage(error),
            FreezeError::Compose(error) => Self::Publication(error),
        }
    }
}

impl Content {
    /// Loads the publication as it is now.
    ///
    /// # Errors
    /// When a file or folder cannot be read.
    pub async fn load(&self) -> Result<(Publication, Vec<Diagnostic>), Error> {
        let (root, settings) = (self.root.clone(), Settings::clone(&self.settings));
        Ok(spawn_blocking(move || Publication::load(&root, settings)).await??)
    }

    /// Brings the Dutch posts into the locale files.
    ///
    /// # Errors
    /// When a file cannot be read or written.
    pub async fn sync(&self) -> Result<SyncReport, Error> {
        self.sync_with(SyncOptions::default()).await
    }

    /// The same, for some posts, or for edits that change no meaning.
    ///
    /// # Errors
    /// When a file cannot be read or written.
    pub async fn sync_with(&self, options: SyncOptions) -> Result<SyncReport, Error> {
        let (root, settings) = (self.root.clone(), Arc::clone(&self.settings));
        let work = move || -> Result<SyncReport, Error> {
            let (source, targets) = (&settings.site.source, &settings.translated_locales()[..]);
            let reading = LoadSettings { zone: settings.site.zone };
            Ok(sync_files(&Folder { root: &root, settings: reading, source, targets }, &options)?)
        };
        spawn_blocking(work).await?
    }

    /// Releases what is ready and writes the site. What is wrong stops nothing else and is in the report.
    ///
    /// # Errors
    /// When the folder or the database fails, or a template cannot be rendered.
    pub async fn publish(&self, store: &Store, now: Timestamp) -> Result<Published, Error> {
        let (publication, diagnostics) = self.load().await?;
        let before = releases_of(&store.all_releases().await?);
        let due = due_releases(&publication, &publication.editions(&before, now), self.digest.max_age, now);
        let made = store.record_releases(&due, now).await?;
        let mut released = BTreeMap::new();
        for release in &made {
            *released.entry(release.locale.clone()).or_default() += 1;
        }
        let releases: Releases = before.into_iter().chain(releases_of(&made)).collect();
        let public = self.public.clone();
        let write = move || {
            let editions = publication.editions(&releases, now);
            write_site(&publication, &Pages::new(&publication, &editions), &public)
        };
        let site = spawn_blocking(write).await??;
        Ok(Published { released, site, diagnostics })
    }

    /// Composes an issue and freezes it: audience, content and window, in one transaction.
    /// For a (workflow, slot) that has its issue already, that one is given back.
    ///
    /// # Errors
    /// When the folder or the database fails, or a template cannot be rendered; nothing is frozen then.
    pub async fn freeze(
        &self,
        store: &Store,
        workflow: &str,
        slot: Timestamp,
        cadence: Cadence,
        now: Timestamp,
    ) -> Result<Issue, Error> {
        if let Some(issue) = store.issue_of(workflow, slot).await? {
            return Ok(issue);
        }
        let (publication, _) = self.load().await?;
        let releases = releases_of(&store.all_releases().await?);
        let editions = publication.editions(&releases, now);
        let pages = Pages::new(&publication, &editions);
        let composer = Composer { publication: &publication, pages: &pages, max_posts: self.digest.max_posts };
        let topics = newsletter_topics(&editions);
        let request = FreezeRequest { workflow, slot, cadence, topics: &topics, needs_approval: false, now };
        let compose = |cohort: &CohortKey| composer.compose_digest(cohort, cadence);
        Ok(store.freeze_issue(request, compose).await?)
    }

    /// What publishing would release now, and, for a digest, who would get what; changes nothing.
    ///
    /// # Errors
    /// When the folder or the database fails, or a template cannot be rendered.
    pub async fn plan(
        &self,
        store: &Store,
        workflow: &str,
        cadence: Option<Cadence>,
        now: Timestamp,
    ) -> Result<Planned, Error> {
        let (publication, _) = self.load().await?;
        let made = store.all_releases().await?;
        let releases = releases_of(&made);
        let editions = publication.editions(&releases, now);
        let due = due_releases(&publication, &editions, self.digest.max_age, now);
        let publish = due.iter().map(|release| (release.post.clone(), release.locale.clone())).collect();
        let Some(cadence) = cadence else { return Ok(Planned { publish, digest: None, subjects: Vec::new() }) };
        let topics = newsletter_topics(&editions);
        let request = FreezeRequest { workflow, slot: now, cadence, topics: &topics, needs_approval: false, now };
        let plan = store.plan_issue(request, &due).await?;
        let pages = Pages::new(&publication, &editions);
        let composer = Composer { publication: &publication, pages: &pages, max_posts: self.digest.max_posts };
        let subjects = plan.cohorts.iter().map(|cohort| Ok(composer.compose_digest(&cohort.key, cadence)?.subject));
        let subjects = subjects.collect::<Result<_, publication::Error>>()?;
        Ok(Planned { publish, digest: Some(plan), subjects })
    }

    /// The posts that a digest can carry now, with their topics.
    ///
    /// # Errors
    /// When the folder or the database fails.
    pub async fn newsletter_posts(&self, store: &Store, now: Timestamp) -> Result<PostTopics, Error> {
        let (publication, _) = self.load().await?;
        let releases = releases_of(&store.all_releases().await?);
        Ok(newsletter_topics(&publication.editions(&releases, now)))
    }

    /// What the readers of a locale would get now in a digest with the latest posts, and the subject
    /// under which the author gets it as a test.
    ///
    /// # Errors
    /// When the folder or the database fails, a template cannot be rendered, or nothing is published in it.
    pub async fn preview(
        &self,
        store: &Store,
        locale: &Locale,
        cadence: Cadence,
        posts: usize,
        now: Timestamp,
    ) -> Result<(MailContent, String), Error> {
        let (publication, _) = self.load().await?;
        let releases = releases_of(&store.all_releases().await?);
        let editions = publication.editions(&releases, now);
        let pages = Pages::new(&publication, &editions);
        let composer = Composer { publication: &publication, pages: &pages, max_posts: self.digest.max_posts };
        let edition = editions.iter().find(|edition| edition.locale() == locale);
        let ready = edition.map_or(&[][..], |edition: &Edition<'_>| &edition.entries);
        let ready = ready.iter().filter(|entry| entry.variant.open && entry.post.newsletter);
        let latest = ready.take(posts).map(|entry| entry.post.slug.clone()).collect();
        let mail = composer.compose_digest(&CohortKey { locale: locale.clone(), posts: latest }, cadence)?;
        let subject = [("subject", Value::Text(&mail.subject))];
        let as_test = publication.templates.messages().format(locale, "test-subject", &subject);
        let as_test = as_test.map_err(publication::Error::from)?;
        Ok((mail, as_test))
    }
}

/// Releases as the publication wants them.
pub fn releases_of(releases: &[Release]) -> Releases {
    let released = |release: &Release| {
        let key = (release.locale.clone(), release.post.clone());
        (key, Released { sequence: release.sequence, guid: release.guid.clone(), dated: release.dated })
    };
    releases.iter().map(released).collect::<HashMap<_, _>>()
}
