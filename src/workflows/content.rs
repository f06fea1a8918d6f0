//! The publication on disk and what is done with it: syncing, releasing, publishing, planning, freezing.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use tokio::{
    runtime::Handle,
    sync::{Mutex, OwnedMutexGuard},
    task::{JoinError, spawn_blocking},
};

use super::{
    DigestStep, Moment, Problems,
    missed::gone_topics,
    moment::{News, debuts},
};
use crate::{
    bucket::{self, Bucket, Uploaded},
    clock::Timestamp,
    diagnostic::Diagnostic,
    digest::{CohortKey, Composer, HeldPost, LocalHour, Release, Standings, number_releases},
    intake,
    line::chain_of,
    locale::Locale,
    machine,
    mail::MailContent,
    outbox::IssueId,
    posts::{self, LoadSettings, Post},
    publication::{self, Kept, Publication, Saved, Settings, SiteFolder, Sketch, WriteReport, write_site},
    storage::{self, Departure, FreezeError, FreezeRequest, Issue, Store},
    subscribers::Cadence,
    templates::Value,
    translation::{self, Folder, Survey, SyncOptions, SyncReport, survey_posts, sync_files},
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
    /// Where the site is brought once it is written.
    pub bucket: Option<Bucket>,
    /// What goes into digests.
    pub digest: DigestSettings,
    /// Held while somebody in this process syncs or publishes; others wait for their turn.
    pub publishing: Arc<Mutex<()>>,
    /// What was wrong when it was last published.
    pub problems: Problems,
    /// What was read of it before, for who reads it again and again.
    pub kept: Option<Kept>,
}

/// The folder of the translations.
const LOCALES: &str = "locales";

/// The name that is held by the machine that uploads.
const UPLOADING: &str = "bucket";

/// What publishing did.
#[derive(Debug, Default)]
pub struct Published {
    /// The releases that were made: how many posts in each locale.
    pub released: BTreeMap<Locale, usize>,
    /// The files that were written.
    pub site: WriteReport,
    /// What was brought to the bucket, if there is one.
    pub uploaded: Option<Uploaded>,
    /// What is wrong in posts, locales and templates.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether the site stays as it was, because a template of its pages cannot be used, or no post or no translation is left.
    pub stays: bool,
}

/// An issue, and what it could not carry.
#[derive(Debug)]
pub struct FrozenDigest {
    /// The issue.
    pub issue: Issue,
    /// What readers wait for, or wait for no longer.
    pub held: Vec<HeldPost>,
    /// What is wrong in posts, locales and templates.
    pub diagnostics: Vec<Diagnostic>,
}

/// A digest as readers of a locale would get it.
#[derive(Debug)]
pub struct Preview {
    /// The mail.
    pub mail: MailContent,
    /// The subject under which it is sent as a test.
    pub test_subject: String,
    /// What is wrong in posts, locales and templates.
    pub diagnostics: Vec<Diagnostic>,
}

/// Something could not be done with the publication.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The publication could not be loaded, rendered or written.
    #[error(transparent)]
    Publication(#[from] publication::Error),
    /// The posts could not be read.
    #[error("cannot load the posts")]
    Posts(#[from] posts::Error),
    /// The locale files could not be kept in step.
    #[error("cannot read or write the translations")]
    Translations(#[from] translation::Error),
    /// The site is written, and could not be brought to its bucket.
    #[error("cannot bring the site to its bucket; in its folder it is new")]
    Bucket(#[from] bucket::Error),
    /// There is no way to the web.
    #[error("cannot set up TLS")]
    Fetcher(#[from] reqwest::Error),
    /// What others published could not become drafts.
    #[error(transparent)]
    Import(#[from] intake::Error),
    /// Translations could not be filled in.
    #[error("cannot fill in translations")]
    Machine(#[from] machine::Error),
    /// The database failed.
    #[error("cannot use the database")]
    Storage(#[from] storage::Error),
    /// A task was stopped, or there is a fault in the program.
    #[error("cannot finish: a task ended early")]
    Task(#[from] JoinError),
}

impl Error {
    /// Whether the same thing may work later: the database was busy, or another process held it or the site.
    pub fn is_transient(&self) -> bool {
        match self {
            Self::Storage(error) => error.is_transient(),
            Self::Publication(error) => matches!(error, publication::Error::Busy(_) | publication::Error::Gone(_)),
            Self::Bucket(error) => error.is_transient(),
            _ => false,
        }
    }
}

/// Says that it could not be written down which posts have other names now.
fn names_unwritten(error: &translation::Error) -> Diagnostic {
    let message = format!("which posts have other names now cannot be kept here: {}", chain_of(error));
    Diagnostic::warning(Path::new("locales/.state"), "names-unwritten", message)
        .help("let the program write there, or run `postduif sync` as somebody who may; old addresses would be lost")
}

/// Says that a folder of posts is empty which hardly is meant to be: a disk that is not there looks so.
fn no_posts() -> Diagnostic {
    Diagnostic::error(
        Path::new("posts"),
        "no-posts",
        "there is no post any more, so the site stays as it was".to_owned(),
    )
    .help("put the posts back; if they are to be gone, delete the site's folder too")
}

/// Says that the folder of translations is gone, which takes no language off the site.
fn no_locales() -> Diagnostic {
    Diagnostic::error(
        Path::new(LOCALES),
        "no-locales",
        "there is no folder of translations any more, so the site stays as it was".to_owned(),
    )
    .help("put it back; if it is to begin anew, run `postduif sync`")
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
        // Two at once would each take the files that the other lays beside those it writes.
        let turn = Arc::clone(&self.publishing).lock_owned().await;
        let sync = move |folder: &Folder<'_>| {
            let _turn = turn;
            sync_files(folder, &options)
        };
        self.in_folder(sync).await
    }

    /// Whether a site has been published, now or some time ago.
    pub fn has_site(&self) -> bool {
        self.public.join("sitemap.xml").is_file()
    }

    /// How far each post is in each language, newest first.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub async fn survey(&self) -> Result<Vec<Survey>, Error> {
        self.in_folder(survey_posts).await
    }

    async fn in_folder<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Folder<'_>) -> Result<T, translation::Error> + Send + 'static,
    ) -> Result<T, Error> {
        let (root, settings) = (self.root.clone(), Arc::clone(&self.settings));
        let work = move || {
            let (targets, locales) = (settings.translated_locales(), settings.catalog_locales());
            let reading = LoadSettings { zone: settings.site.zone };
            let source = &settings.site.source;
            work(&Folder { root: &root, settings: reading, source, targets: &targets, locales: &locales })
        };
        Ok(spawn_blocking(work).await??)
    }

    /// The publication and its releases as they are now.
    ///
    /// # Errors
    /// When the folder or the database fails.
    pub async fn look(&self, store: &Store, now: Timestamp) -> Result<Moment, Error> {
        let (root, settings) = (self.root.clone(), Settings::clone(&self.settings));
        let kept = self.kept.clone();
        let load = spawn_blocking(move || Publication::load_for_readers(&root, settings, kept.as_ref()));
        let (loaded, releases) = tokio::join!(load, store.all_releases());
        let ((mut publication, mut diagnostics), releases) = (loaded??, releases?);
        diagnostics.extend(publication.know_again(&debuts(&releases)));
        let ahead = publication.hold_back_corrections(now);
        let holds_back = !ahead.is_empty();
        diagnostics.extend(ahead);
        Ok(Moment { publication, diagnostics, releases, digest: self.digest, now, holds_back })
    }

    /// Releases what is ready, writes the site, and brings it to its bucket. What is wrong stops nothing else and is
    /// in the report; but where a template of pages cannot be used, the last site [stays](Published::stays) as it is, since the
    /// one that it replaces would show another design. It stays too where all posts are gone at once, or all translations.
    ///
    /// # Errors
    /// When the folder or the database fails, a template cannot be rendered, another process publishes, or the
    /// bucket cannot be written; the site in the folder is the new one then.
    pub async fn publish(&self, store: &Store, now: Timestamp) -> Result<Published, Error> {
        self.publish_saved(store, Saved::Anything, now).await
    }

    /// The same where nothing but this was saved since it was published here last.
    ///
    /// # Errors
    /// As [`publish`](Self::publish).
    pub async fn publish_saved(&self, store: &Store, saved: Saved, now: Timestamp) -> Result<Published, Error> {
        let mut published = self.publish_in_turn(store, saved, now).await;
        if let Ok(done) = &mut published {
            match self.upload(store).await {
                Ok(uploaded) => done.uploaded = uploaded,
                Err(error) => published = Err(error),
            }
        }
        self.problems.note(&published, now);
        published
    }

    /// Brings the site to its bucket, if it has one. Machines that share a database do so one after the other.
    async fn upload(&self, store: &Store) -> Result<Option<Uploaded>, Error> {
        let Some(bucket) = &self.bucket else { return Ok(None) };
        let _turn = store.hold(UPLOADING).await?;
        Ok(Some(bucket.upload(&self.public).await?))
    }

    async fn publish_in_turn(&self, store: &Store, saved: Saved, now: Timestamp) -> Result<Published, Error> {
        let turn = Arc::clone(&self.publishing).lock_owned().await;
        // Given back when all went well.
        let sketch = self.kept.as_ref().and_then(Kept::take_sketch);
        let public = self.public.clone();
        // Before anything is read: whoever reads first would otherwise write an older site over a newer one.
        let open = move || Ok::<_, Error>(Arc::new(Open { folder: SiteFolder::open(&public)?, _turn: turn }));
        let open = spawn_blocking(open).await??;
        if let Some(sketch) = sketch
            && let Some(published) = self.publish_few(store, &open, (sketch, saved), now).await?
        {
            return Ok(published);
        }
        let moment = self.look(store, now).await?;
        if let Some(stays) = self.stays(&moment) {
            return Ok(stays);
        }
        let (store, runtime, kept) = (store.clone(), Handle::current(), self.kept.clone());
        let write = move || {
            let unwritten = moment.publication.remember_names().err();
            let record = |news: &News| Ok(runtime.block_on(news.record(&store, now))?);
            let (mut published, sketch) = write(moment, &open.folder, kept.as_ref(), record)?;
            if let Some(kept) = kept {
                kept.keep_sketch(sketch.map(Box::new));
            }
            published.diagnostics.extend(unwritten.as_ref().map(names_unwritten));
            Ok(published)
        };
        spawn_blocking(write).await?
    }

    /// What publishing comes to where the site has to stay as it was.
    fn stays(&self, moment: &Moment) -> Option<Published> {
        let publication = &moment.publication;
        let has_none = publication.posts.iter().all(Post::is_page) && publication.unreadable.is_empty();
        let is_empty = has_none && !moment.releases.is_empty();
        let translated = publication.settings.translated_locales();
        let is_translated = moment.releases.iter().any(|release| translated.contains(&release.locale));
        let is_bereft = is_translated && !self.root.join(LOCALES).exists();
        let stays = self.has_site() && (is_empty || is_bereft || moment.has_broken_page());
        let mut diagnostics = moment.diagnostics.clone();
        diagnostics.extend(is_empty.then(no_posts));
        diagnostics.extend(is_bereft.then(no_locales));
        stays.then(|| Published { diagnostics, stays, ..Published::default() })
    }

    /// What publishing would do; changes nothing.
    ///
    /// # Errors
    /// When the folder or the database fails, or a template cannot be rendered.
    pub async fn check_publish(&self, store: &Store, now: Timestamp) -> Result<Published, Error> {
        let moment = self.look(store, now).await?;
        if let Some(stays) = self.stays(&moment) {
            return Ok(stays);
        }
        let public = self.public.clone();
        let known = moment.releases.clone();
        let number = move |news: &News| Ok(number_releases(news.due.clone(), &known, now));
        spawn_blocking(move || Ok(write(moment, &SiteFolder::look(&public), None, number)?.0)).await?
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
        digest: DigestStep,
        now: Timestamp,
    ) -> Result<FrozenDigest, Error> {
        if let Some(issue) = store.issue_of(workflow, slot).await? {
            return Ok(FrozenDigest { issue, held: Vec::new(), diagnostics: Vec::new() });
        }
        let moment = self.look(store, now).await?;
        let DigestStep { cadence, full_text, approve_within, undo, at } = digest;
        let composer = Composer { full_text, ..moment.composer() };
        let standings = composer.standings(&moment.releases);
        let at = at.map(|time| LocalHour { time, zone: self.settings.site.zone });
        let locales = self.settings.all_locales();
        let departure = Departure { approve_by: approve_within.map(|time| now + time), undo, at };
        let request = FreezeRequest { departure, ..self.request((workflow, slot), cadence, &locales, &standings, now) };
        let compose = |id: IssueId, cohort: &CohortKey| composer.compose_issue(cohort, cadence, Some(id.0));
        let frozen = store.freeze_numbered(request, compose).await?;
        let held = composer.held_posts(&standings, &frozen.held, &frozen.given_up);
        Ok(FrozenDigest { issue: frozen.issue, held, diagnostics: moment.diagnostics })
    }

    pub(super) fn request<'a>(
        &self,
        (workflow, slot): (&'a str, Timestamp),
        cadence: Cadence,
        locales: &'a [Locale],
        standings: &'a Standings,
        now: Timestamp,
    ) -> FreezeRequest<'a> {
        let (max_age, departure) = (self.digest.max_age, Departure::default());
        FreezeRequest { workflow, slot, cadence, locales, standings, max_age, departure, now }
    }

    /// How all posts stand now with those who subscribe.
    ///
    /// # Errors
    /// When the folder or the database fails.
    pub async fn standings(&self, store: &Store, now: Timestamp) -> Result<Standings, Error> {
        let moment = self.look(store, now).await?;
        Ok(moment.composer().standings(&moment.releases))
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
        digest: DigestStep,
        posts: usize,
        now: Timestamp,
    ) -> Result<Preview, Error> {
        let moment = self.look(store, now).await?;
        let DigestStep { cadence, full_text, .. } = digest;
        let composer = Composer { full_text, ..moment.composer() };
        let latest = composer.pages().latest_posts(locale, posts);
        let mail = composer.compose_digest(&CohortKey { locale: locale.clone(), posts: latest }, cadence)?;
        let subject = [("subject", Value::Text(&mail.subject))];
        let as_test = composer.publication.templates.messages().format(locale, "test-subject", &subject);
        let test_subject = as_test.map_err(publication::Error::from)?;
        drop(composer);
        Ok(Preview { mail, test_subject, diagnostics: moment.diagnostics })
    }
}

/// The site's folder, open for who has the turn. Held to the end of the work, even if nobody waits for it any more.
pub(super) struct Open {
    pub(super) folder: SiteFolder,
    _turn: OwnedMutexGuard<()>,
}

/// Makes the releases that are due at a moment, writes the site, and gives what is wrong with it; and a sketch of it, if
/// one is wanted.
fn write(
    moment: Moment,
    folder: &SiteFolder,
    kept: Option<&Kept>,
    make_releases: impl FnOnce(&News) -> Result<Vec<Release>, Error>,
) -> Result<(Published, Option<Sketch>), Error> {
    let mut composer = moment.composer();
    let news = moment.news(&composer);
    // What is said once is not kept for the next time.
    let mut missed = moment.too_old(&news.due);
    let made = make_releases(&news)?;
    news.note(&mut composer, &made);
    let pages = composer.pages();
    let written = write_site(&moment.publication, &pages, folder)?;
    let mut diagnostics = pages.picture_diagnostics();
    diagnostics.extend(moment.diagnostics.iter().cloned());
    let public = folder.path().strip_prefix(&moment.publication.root).unwrap_or(folder.path());
    diagnostics.extend(written.report.foreign.iter().map(|path| foreign_file(&public.join(path))));
    let is_wanted = !moment.holds_back && kept.is_some_and(Kept::is_sketch_wanted);
    let sketch = is_wanted.then(|| {
        let heads = moment.heads(&made);
        let site = (folder, &written);
        Sketch::of(&moment.publication, &composer.editions, site, heads, &diagnostics, moment.now)
    });
    let released = count_by_locale(&made);
    missed.extend(gone_topics(&written.report, &moment.publication.settings.site.source));
    diagnostics.extend(missed);
    Ok((Published { released, site: written.report, diagnostics, ..Published::default() }, sketch.flatten()))
}

/// Says that a file in the folder of the site is not the site's, though one of it belongs there.
fn foreign_file(file: &Path) -> Diagnostic {
    let message = "this file is somebody else's, and stays; the file of the site that belongs here is not published";
    let found = Diagnostic::error(file, "foreign-file", message);
    found.help("move it away, or give the post another name; then publish again")
}

fn count_by_locale(releases: &[Release]) -> BTreeMap<Locale, usize> {
    let mut counts = BTreeMap::new();
    for release in releases {
        *counts.entry(release.locale.clone()).or_default() += 1;
    }
    counts
}
