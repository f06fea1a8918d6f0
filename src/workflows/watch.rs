//! Publishing what people write as soon as they save it.
//!
//! The system says which files below the folders of texts have changed; what changed in them, the publish finds out.
//! Where it is not sure of that, anything may have changed. So no event says too little, and it does no harm if one
//! comes twice.

use std::{
    collections::{HashMap, HashSet},
    ffi::OsStr,
    fs,
    os::unix::fs::MetadataExt as _,
    path::{Component, Path, PathBuf},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use notify::{
    Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _,
    event::{AccessKind, AccessMode, ModifyKind},
};
use tokio::{
    sync::mpsc,
    task::{JoinError, spawn_blocking},
    time::{Instant, sleep, timeout_at},
};
use tokio_util::sync::CancellationToken;

use super::{
    Content,
    links::Links,
    problems::log_errors,
    unseen::{ask_for_runs, ask_for_unseen},
};
use crate::{
    clock::Clock, diagnostic::Diagnostic, line::chain_of, publication::Saved, storage::Store, translation::Checkout,
};

/// How often it is looked whether the site is still there.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

/// The folders that people write in.
const FOLDERS: [&str; 4] = ["posts", "pages", "locales", "templates"];

/// The one of them in which posts lie.
const POSTS: &str = "posts";

/// After a change of several files nothing more happens for so long: whoever saves them has done so.
const QUIET: Duration = Duration::from_millis(100);

/// The same of one file, which an editor writes in some milliseconds. If there is more to come after all, that is published
/// next.
const QUIET_OF_ONE: Duration = Duration::from_millis(25);

/// A file that is still open for writing is half of one; whoever never closes it is not waited for longer than this.
const LONGEST_SAVE: Duration = Duration::from_secs(5);

/// Whoever saves without end is not waited for longer than this.
const PATIENCE: Duration = Duration::from_millis(500);

/// After this a run that could not be asked for is asked for again.
const AGAIN_AFTER: Duration = Duration::from_secs(5);

/// So long a checkout of a large repository may take; if Git holds its lock for longer, it was killed.
const LONGEST_CHECKOUT: Duration = Duration::from_mins(1);

/// Eyes on the folders that people write in.
#[derive(Debug)]
pub struct Watch {
    root: PathBuf,
    watcher: RecommendedWatcher,
    /// The folders that are watched, by the inode that they had then.
    watched: HashMap<&'static str, u64>,
    links: Links,
    /// Holds one change at most: that there was one is all that has to be known.
    changes: mpsc::Receiver<()>,
    nudge: Nudge,
    /// What has changed since somebody asked.
    saved: Arc<Mutex<Saved>>,
    /// The files that somebody is still writing.
    open: Arc<Mutex<HashSet<PathBuf>>>,
    /// Whether posts were among what has changed since somebody asked.
    posts: Arc<AtomicBool>,
}

/// A way to say that something has changed, where no event does.
#[derive(Debug, Clone)]
pub struct Nudge {
    tell: mpsc::Sender<()>,
    saved: Arc<Mutex<Saved>>,
}

impl Nudge {
    /// Says so, and that it may be anything. If somebody has said so just now, that is enough.
    pub fn say(&self) {
        self.say_of(|saved| *saved = Saved::Anything);
    }

    /// Says so once it is noted what it is.
    fn say_of(&self, note: impl FnOnce(&mut Saved)) {
        note(&mut lock(&self.saved));
        let _ = self.tell.try_send(());
    }
}

impl Watch {
    /// Begins to watch the publication in the folder `root`, and its logos, by their paths from there. What changes from now
    /// on is not missed, however long nobody asks.
    ///
    /// # Errors
    /// When the system has no more eyes (`fs.inotify.max_user_watches`).
    pub fn start<'l>(root: &Path, logos: impl IntoIterator<Item = &'l Path>) -> notify::Result<Self> {
        // The folder that a program is in has no name of its own.
        let root = fs::canonicalize(Path::new(".").join(root))?;
        let (tell, changes) = mpsc::channel(1);
        let (saved, posts) = (Arc::<Mutex<Saved>>::default(), Arc::<AtomicBool>::default());
        let (below, nudge) = (root.clone(), Nudge { tell, saved: Arc::clone(&saved) });
        let (nudged, seen) = (nudge.clone(), Arc::clone(&posts));
        let logos: Vec<PathBuf> = logos.into_iter().map(Path::to_owned).collect();
        let folders = logos.iter().filter_map(|logo| logo.parent()).map(|folder| root.join(folder));
        let folders: HashSet<PathBuf> = folders.filter(|folder| *folder != root && folder.is_dir()).collect();
        let open = Arc::<Mutex<HashSet<PathBuf>>>::default();
        let writing = Arc::clone(&open);
        let watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            // An error says that events were lost.
            let Some(event) = event.ok().filter(|event| !event.need_rescan()) else {
                lock(&writing).clear();
                seen.store(true, Ordering::Release);
                nudged.say();
                return;
            };
            let files = files_of_interest(&below, &logos, &event);
            note_open(&mut lock(&writing), event.kind, &files);
            if !may_change(event.kind) {
                return;
            }
            if files.iter().any(|file| file.starts_with(POSTS)) {
                seen.store(true, Ordering::Release);
            }
            if !files.is_empty() {
                nudged.say_of(|saved| files.iter().for_each(|file| saved.note(file)));
            }
        })?;
        let mut watch = Self {
            root,
            watcher,
            watched: HashMap::new(),
            links: Links::default(),
            changes,
            nudge,
            saved,
            open,
            posts,
        };
        watch.watcher.watch(&watch.root, RecursiveMode::NonRecursive)?;
        for folder in folders {
            watch.watcher.watch(&folder, RecursiveMode::NonRecursive)?;
        }
        watch.watch_folders()?;
        watch.watch_links(&Saved::Anything)?;
        Ok(watch)
    }

    /// A way to say that something has changed.
    pub fn nudge(&self) -> Nudge {
        self.nudge.clone()
    }

    /// What has changed since this was asked last.
    fn take_saved(&self) -> Saved {
        std::mem::take(&mut lock(&self.saved))
    }

    /// How long nothing more has to happen.
    fn quiet(&self) -> Duration {
        match &*lock(&self.saved) {
            Saved::Files(files) if files.len() == 1 => QUIET_OF_ONE,
            _ => QUIET,
        }
    }

    /// Whether posts have changed since this was asked last.
    fn posts_have_changed(&self) -> bool {
        self.posts.swap(false, Ordering::AcqRel)
    }

    /// Lets it be asked again in a moment whether posts have changed: they have.
    fn remember_posts(&self) {
        self.posts.store(true, Ordering::Release);
        let nudge = self.nudge.clone();
        tokio::spawn(async move {
            sleep(AGAIN_AFTER).await;
            nudge.say_of(|_| {});
        });
    }

    /// Watches the folders that have come since, or come back as others.
    fn watch_folders(&mut self) -> notify::Result<()> {
        for name in FOLDERS {
            let path = self.root.join(name);
            let Ok(inode) = fs::metadata(&path).map(|folder| folder.ino()) else {
                self.watched.remove(name);
                continue;
            };
            if self.watched.get(name) != Some(&inode) {
                self.watcher.watch(&path, RecursiveMode::Recursive)?;
                self.watched.insert(name, inode);
            }
        }
        Ok(())
    }

    /// Watches the files behind links that are among what has changed, and behind those that were there before.
    fn watch_links(&mut self, saved: &Saved) -> notify::Result<()> {
        match saved {
            Saved::Files(files) => files.iter().for_each(|file| self.links.note(self.root.join(file))),
            Saved::Anything => FOLDERS.iter().for_each(|folder| self.links.note_all_in(&self.root.join(folder))),
        }
        self.links.watch(&mut self.watcher)
    }

    /// Waits until something has changed, and then until whoever changed it has come to an end.
    pub async fn changed(&mut self) {
        if self.changes.recv().await.is_none() {
            return std::future::pending().await;
        }
        let begin = Instant::now();
        loop {
            let quiet = (Instant::now() + self.quiet()).min(begin + LONGEST_SAVE);
            let is_quiet = timeout_at(quiet, self.changes.recv()).await.is_err();
            let mut open = lock(&self.open);
            let patience = if open.is_empty() { PATIENCE } else { LONGEST_SAVE };
            if is_quiet && open.is_empty() || begin.elapsed() >= patience {
                open.clear();
                break;
            }
        }
        let saved = lock(&self.saved).clone();
        if let Err(error) = self.watch_folders().and_then(|()| self.watch_links(&saved)) {
            tracing::warn!(
                error = chain_of(&error),
                "something cannot be watched; the schedule publishes all the same"
            );
        }
    }
}

/// Whether an editor keeps a file with this name for itself.
pub(super) fn is_scratch_file(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    name.starts_with('.') && name != ".state" || name.ends_with('~')
}

/// Whether something happened by which the site may change: reading is not. That a file was written to its end is said
/// once more, for whoever waits for it.
fn may_change(kind: EventKind) -> bool {
    !matches!(kind, EventKind::Access(_)) || is_end(kind)
}

/// Whether somebody closed a file that they wrote.
fn is_end(kind: EventKind) -> bool {
    matches!(kind, EventKind::Access(AccessKind::Close(AccessMode::Write)))
}

/// Notes whether somebody is writing files, by what happens to them: from the first bytes until they are closed, moved or gone.
fn note_open(open: &mut HashSet<PathBuf>, kind: EventKind, files: &[&Path]) {
    let is_over = is_end(kind) || matches!(kind, EventKind::Modify(ModifyKind::Name(_)) | EventKind::Remove(_));
    for file in files {
        if is_over {
            open.remove(*file);
        } else if matches!(kind, EventKind::Modify(ModifyKind::Data(_))) {
            open.insert((*file).to_owned());
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The files of an event, from the root, that people write: not those that editors keep for themselves.
fn files_of_interest<'e>(root: &Path, logos: &[PathBuf], event: &'e Event) -> Vec<&'e Path> {
    let is_ours = |below: &&Path| {
        if logos.iter().any(|logo| logo == below) {
            return true;
        }
        let Some(Component::Normal(first)) = below.components().next() else { return false };
        !below.file_name().is_some_and(is_scratch_file) && first.to_str().is_some_and(|first| FOLDERS.contains(&first))
    };
    event.paths.iter().filter_map(|path| path.strip_prefix(root).ok()).filter(is_ours).collect()
}

/// Publishes whenever something has changed, until `stop` says so. What is wrong is in
/// [`Content::problems`], and the last good site stays.
///
/// # Errors
/// When a task was stopped, or there is a fault in the program.
pub async fn keep_published(
    content: Content,
    store: Store,
    clock: Clock,
    mut watch: Watch,
    stop: CancellationToken,
) -> Result<(), JoinError> {
    content.follow_saves();
    let mut is_written = content.has_site();
    if let Err(error) = ask_for_unseen(&content, &store, clock.now()).await {
        tracing::error!(error = chain_of(&error), "it cannot be seen whether posts have changed while nobody watched");
    }
    loop {
        tokio::select! {
            () = watch.changed() => {}
            () = is_gone(&content), if is_written => tracing::warn!("the folder of the site is gone; it is written again"),
            () = stop.cancelled() => return Ok(()),
        }
        wait_for_git(&content, &stop).await?;
        if stop.is_cancelled() {
            return Ok(());
        }
        if watch.posts_have_changed()
            && let Err(error) = ask_for_runs(&content, &store, clock.now()).await
        {
            tracing::error!(
                error = chain_of(&error),
                "no run could be asked for, though posts have changed; it is tried again"
            );
            watch.remember_posts();
        }
        // Before anything is read: what is saved from now on is published next.
        let saved = watch.take_saved();
        let before = content.problems.last().diagnostics;
        let published = content.publish_saved(&store, saved, clock.now()).await;
        // What could not be written is not asked for again and again.
        is_written = published.as_ref().is_ok_and(|published| !published.stays) || content.has_site();
        match published {
            Ok(published) if published.stays => {
                log_errors(&published.diagnostics, &before);
                tracing::error!("until that is mended, the last site stays as it was");
            }
            Ok(published) => {
                log_errors(&published.diagnostics, &before);
                let errors = published.diagnostics.iter().filter(|found| Diagnostic::is_error(found)).count();
                let (written, removed) = (published.site.written(), published.site.removed());
                tracing::info!(written, removed, errors, "published what has changed");
            }
            Err(error) => {
                tracing::error!(error = chain_of(&error), "what has changed cannot be published; the last site stays");
            }
        }
    }
}

/// Waits until the site is not there any more.
async fn is_gone(content: &Content) {
    while content.has_site() {
        sleep(LOOK_AGAIN).await;
    }
}

/// Waits until Git has put all files of a branch in their places.
async fn wait_for_git(content: &Content, stop: &CancellationToken) -> Result<(), JoinError> {
    let latest = Instant::now() + LONGEST_CHECKOUT;
    loop {
        let root = content.root.clone();
        let is_going_on = spawn_blocking(move || Checkout::of(&root).is_going_on()).await?;
        if !is_going_on || stop.is_cancelled() || Instant::now() >= latest {
            return Ok(());
        }
        sleep(QUIET).await;
    }
}

#[cfg(test)]
mod tests {
    use notify::event::{AccessKind, CreateKind, ModifyKind};

    use super::*;

    #[test]
    fn only_what_may_change_the_site_wakes_anybody() {
        let root = Path::new("/srv/tuin");
        let event = |kind, path: &str| {
            let event = Event::new(kind).add_path(root.join(path));
            let files: Vec<_> =
                files_of_interest(root, &["merk/logo.svg".into()], &event).into_iter().map(Path::to_owned).collect();
            assert!(files.is_empty() || files == [Path::new(path)], "{files:?}");
            may_change(kind) && !files.is_empty()
        };
        let (made, changed, read) = (
            EventKind::Create(CreateKind::File),
            EventKind::Modify(ModifyKind::Any),
            EventKind::Access(AccessKind::Any),
        );
        for path in
            ["merk/logo.svg", "posts/a.md", "posts/a/beeld.jpg", "locales/.state/fr/a.toml", "locales/fr/posts/a.ftl"]
        {
            assert!(event(made, path) && event(changed, path), "{path}");
            assert!(!event(read, path), "{path} was only read");
        }
        for path in
            ["public/index.html", "data/postduif.db", "postduif.toml", "posts/.a.md.swp", "posts/a.md~", "", "../x"]
        {
            assert!(!event(changed, path), "{path}");
        }
    }
}
