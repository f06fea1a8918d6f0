//! The site as it was published: which files it has, and where those are that moved.
//!
//! A site never changes. After the next publish there is another one, and each answer comes from one of them.

use std::{
    collections::{HashMap, HashSet},
    path::{Path, PathBuf},
    sync::{
        Arc, OnceLock, PoisonError, RwLock,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use percent_encoding::percent_decode_str;
use tokio::{sync::Mutex, task::spawn_blocking, time::Instant};

use super::{
    files::Ready,
    shelf::{Body, LONGEST_BODY, Shelf},
};
use crate::{
    disk,
    locale::Locale,
    posts::TAKEN,
    publication::{ListStamp, PublishedFile, PublishedFiles, REDIRECTS, SiteFolder, moved_paths},
};

/// So many bytes of files are prepared before anybody asks for them: front pages, feeds, and the posts that were written
/// last, which is what feeds and mails lead to. With their encodings they fill half of the shelf.
const MOST_PREPARED: u64 = 5 << 20;

/// What is longer than this, such as the search index of a large archive, is prepared when somebody asks for it.
const LONGEST_PREPARED: u64 = 512 << 10;

/// A published site.
#[derive(Debug, Default)]
pub(super) struct Site {
    files: PublishedFiles,
    /// Where the old paths lead.
    moved: HashMap<String, String>,
    /// What was asked for, by the paths of the addresses: no more than it has files.
    ready: RwLock<HashMap<String, Arc<Ready>>>,
    /// The languages in which there are posts, once somebody asked.
    spoken: OnceLock<HashSet<String>>,
}

/// The site that is there now, and its bodies. Cheap to clone.
#[derive(Debug, Clone)]
pub(super) struct Current(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    public: PathBuf,
    site: RwLock<Arc<Site>>,
    shelf: Shelf,
    /// Held while the next one is loaded.
    loading: Mutex<()>,
    /// When this began, and how many microseconds later it was seen last that the site is still the one that is there.
    begun: Instant,
    seen: AtomicU64,
}

/// For so long a site that was there is taken for the one that is: a busy reader does not ask the disk a hundred times in a
/// moment in which nobody could tell the answers apart. To ask takes a fifth of what a page takes.
const SAME_FOR: Duration = Duration::from_millis(1);

/// A path with its signs as they are read: some write `%c3`, some `%C3`.
fn as_read(path: &str) -> String {
    percent_decode_str(path).decode_utf8_lossy().into_owned()
}

impl Site {
    /// Loads the site; what is the same as `before` is not read again.
    fn load(public: &Path, before: &Self) -> Result<Self, disk::Error> {
        let files = PublishedFiles::load(public, &before.files)?;
        let list = disk::read_if_there(&public.join(REDIRECTS))?.unwrap_or_default();
        let list = String::from_utf8_lossy(&list);
        let moved = moved_paths(&list).map(|(old, new)| (as_read(old), new.to_owned())).collect();
        Ok(Self { files, moved, ready: RwLock::default(), spoken: OnceLock::new() })
    }

    /// Whether it is the one that is there now.
    fn is_there(&self, public: &Path) -> bool {
        self.files.stamp() == ListStamp::of(public)
    }

    /// Whether there is a page of a post in a language.
    pub(super) fn has_posts(&self, locale: &Locale) -> bool {
        let spoken = || {
            let is_of_post = |path: &str| match path.split('/').collect::<Vec<_>>()[..] {
                [locale, slug, "index.html"] if !TAKEN.contains(&slug) => Some(locale.to_owned()),
                _ => None,
            };
            self.files.iter().filter_map(|(path, _)| is_of_post(path)).collect()
        };
        self.spoken.get_or_init(spoken).contains(locale.as_str())
    }

    /// A file by its path, without the first slash.
    pub(super) fn file(&self, path: &str) -> Option<PublishedFile> {
        self.files.get(path)
    }

    /// Where an old path leads.
    pub(super) fn new_path(&self, path: &str) -> Option<&str> {
        self.moved.get(&as_read(path)).map(String::as_str)
    }

    /// What is known of an address that was asked for before.
    pub(super) fn ready(&self, path: &str) -> Option<Arc<Ready>> {
        self.ready.read().unwrap_or_else(PoisonError::into_inner).get(path).cloned()
    }

    /// Notes what an address leads to.
    pub(super) fn note_ready(&self, path: String, ready: Arc<Ready>) {
        self.ready.write().unwrap_or_else(PoisonError::into_inner).insert(path, ready);
    }

    /// The files that are worth preparing, first those that everybody needs. Of texts that were saved since the site `before`
    /// these are their pages: who saves looks at them next, and feeds, which take as long as all the rest of it to compress,
    /// are asked for later, if at all before the next save.
    fn to_prepare(&self, before: Option<&Self>) -> Vec<(&str, PublishedFile)> {
        let is_post = |path: &str| path.matches('/').count() > 1;
        let saved = before.and_then(|before| self.files.since(&before.files));
        let mut files: Vec<_> = match saved {
            Some(saved) => saved.into_iter().filter(|(path, _)| is_post(path) && path.ends_with(".html")).collect(),
            None => self.files.iter().collect(),
        };
        files.retain(|(path, file)| is_for_memory(path, file) && file.size <= LONGEST_PREPARED);
        files.sort_by_key(|(path, file)| (is_post(path), std::cmp::Reverse(file.written)));
        let mut left = MOST_PREPARED;
        files
            .into_iter()
            .map_while(|(path, file)| {
                left.checked_sub(file.size).map(|less| {
                    left = less;
                    (path, file)
                })
            })
            .collect()
    }
}

/// Whether the body of a file is kept in memory: texts that are not too long. Pictures are small in no encoding,
/// and clients want parts of them.
pub(super) fn is_for_memory(path: &str, file: &PublishedFile) -> bool {
    let is_text = matches!(
        path.rsplit_once('.').map(|(_, extension)| extension),
        Some("html" | "xml" | "json" | "css" | "js" | "svg" | "txt" | "opml")
    );
    is_text && file.size <= LONGEST_BODY
}

impl Current {
    /// The site in the folder `public`, which nobody has looked at yet.
    pub(super) fn new(public: PathBuf) -> Self {
        let (site, shelf, loading) = (RwLock::default(), Shelf::new(), Mutex::default());
        Self(Arc::new(Inner { public, site, shelf, loading, begun: Instant::now(), seen: AtomicU64::new(0) }))
    }

    /// The site as it was published last, by whomever: the list of its files is looked at each time, which
    /// takes some microseconds.
    pub(super) async fn site(&self) -> Arc<Site> {
        let site = self.last();
        if site.is_there(&self.0.public) {
            return site;
        }
        let _alone = self.0.loading.lock().await;
        let before = self.last();
        if !before.is_there(&self.0.public) {
            let public = self.0.public.clone();
            self.replace(spawn_blocking(move || Site::load(&public, &before)).await);
        }
        self.last()
    }

    /// The site that was asked for last, if no other was published since.
    pub(super) fn unchanged(&self) -> Option<Arc<Site>> {
        let site = self.last();
        let now = self.0.begun.elapsed();
        let seen = Duration::from_micros(self.0.seen.load(Ordering::Relaxed));
        if !seen.is_zero() && now < seen + SAME_FOR {
            return Some(site);
        }
        site.is_there(&self.0.public).then(|| {
            // Half a million years of microseconds fit.
            self.0.seen.store(u64::try_from(now.as_micros()).unwrap_or(0), Ordering::Relaxed);
            site
        })
    }

    /// The body of a file, if it is in memory.
    pub(super) fn body_in_memory(&self, file: &PublishedFile) -> Option<Arc<Body>> {
        self.0.shelf.get(file)
    }

    /// The same once nobody writes the site any more: its files are those of its list then.
    async fn settled(&self) -> Arc<Site> {
        let _alone = self.0.loading.lock().await;
        let (public, before) = (self.0.public.clone(), self.last());
        let settle = move || {
            // What cannot be brought to its end now will be later; until then there is no better site than this one.
            if let Err(error) = SiteFolder::settle(&public) {
                tracing::warn!(error = crate::line::chain_of(&error), "the site cannot be brought to its end");
            }
            Site::load(&public, &before)
        };
        self.replace(spawn_blocking(settle).await);
        self.last()
    }

    fn last(&self) -> Arc<Site> {
        Arc::clone(&self.0.site.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn replace(&self, loaded: Result<Result<Site, disk::Error>, tokio::task::JoinError>) {
        match loaded {
            Ok(Ok(site)) => *self.0.site.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(site),
            Ok(Err(error)) => {
                tracing::error!(error = crate::line::chain_of(&error), "the published site cannot be read")
            }
            Err(error) => tracing::error!(%error, "the published site cannot be read"),
        }
    }

    /// The file at a path, with its body; none when the site has none there, or when somebody else changed it.
    pub(super) async fn body(&self, site: &Site, path: &str) -> Option<(PublishedFile, Arc<Body>)> {
        let file = site.file(path).filter(|file| is_for_memory(path, file))?;
        if let Some(body) = self.0.shelf.body(&self.0.public, path, &file).await {
            return Some((file, body));
        }
        // It is being replaced just now.
        let settled = self.settled().await;
        let file = settled.file(path)?;
        Some((file, self.0.shelf.body(&self.0.public, path, &file).await?))
    }

    /// Prepares the bodies that will be asked for soon, if the site is another than the one that was `prepared`.
    /// Gives the site.
    pub(super) async fn prepare(&self, prepared: Option<Arc<Site>>) -> Arc<Site> {
        let site = self.site().await;
        if prepared.as_ref().is_some_and(|prepared| Arc::ptr_eq(prepared, &site)) {
            return site;
        }
        for (path, file) in site.to_prepare(prepared.as_deref()) {
            if !self.0.shelf.has(&file) {
                self.0.shelf.body(&self.0.public, path, &file).await;
            }
        }
        site
    }
}
