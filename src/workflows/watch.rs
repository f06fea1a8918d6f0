//! Publishing what people write as soon as they save it.
//!
//! The system says that something below the folders of texts has changed; what it was, the publish finds out.
//! So no event says too little, and it does no harm if one comes twice.

use std::{
    collections::HashMap,
    fs,
    os::unix::fs::MetadataExt as _,
    path::{Component, Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};
use tokio::{
    sync::mpsc,
    task::{JoinError, spawn_blocking},
    time::{Instant, sleep, timeout_at},
};
use tokio_util::sync::CancellationToken;

use super::{Content, Trigger, content, load_workflows};
use crate::{
    clock::{Clock, Timestamp},
    diagnostic::Diagnostic,
    line::chain_of,
    publication,
    storage::Store,
    translation::Checkout,
};

/// The folders that people write in.
const FOLDERS: [&str; 4] = ["posts", "pages", "locales", "templates"];

/// Those of them in which posts lie.
const POSTS: [&str; 1] = ["posts"];

/// After a change nothing more happens for so long: whoever saves several files has done so.
const QUIET: Duration = Duration::from_millis(100);

/// Whoever saves without end is not waited for longer than this.
const PATIENCE: Duration = Duration::from_millis(500);

/// So long a checkout of a large repository may take; if Git holds its lock for longer, it was killed.
const LONGEST_CHECKOUT: Duration = Duration::from_mins(1);

/// Eyes on the folders that people write in.
#[derive(Debug)]
pub struct Watch {
    root: PathBuf,
    watcher: RecommendedWatcher,
    /// The folders that are watched, by the inode that they had then.
    watched: HashMap<&'static str, u64>,
    /// Holds one change at most: that there was one is all that has to be known.
    changes: mpsc::Receiver<()>,
    nudge: Nudge,
    /// Whether posts were among what has changed since somebody asked.
    posts: Arc<AtomicBool>,
}

/// A way to say that something has changed, where no event does.
#[derive(Debug, Clone)]
pub struct Nudge(mpsc::Sender<()>);

impl Nudge {
    /// Says so. If somebody has said so just now, that is enough.
    pub fn say(&self) {
        let _ = self.0.try_send(());
    }
}

impl Watch {
    /// Begins to watch the publication in the folder `root`. What changes from now on is not missed, however long
    /// nobody asks.
    ///
    /// # Errors
    /// When the system has no more eyes (`fs.inotify.max_user_watches`).
    pub fn start(root: &Path) -> notify::Result<Self> {
        // The folder that a program is in has no name of its own.
        let root = fs::canonicalize(Path::new(".").join(root))?;
        let (tell, changes) = mpsc::channel(1);
        let (below, nudge, posts) = (root.clone(), Nudge(tell), Arc::<AtomicBool>::default());
        let (nudged, seen) = (nudge.clone(), Arc::clone(&posts));
        let watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            // An error says that events were lost.
            let (of_interest, of_posts) = event.map_or((true, true), |event| {
                (is_of_interest(&below, &event, &FOLDERS), is_of_interest(&below, &event, &POSTS))
            });
            if of_posts {
                seen.store(true, Ordering::Release);
            }
            if of_interest {
                nudged.say();
            }
        })?;
        let mut watch = Self { root, watcher, watched: HashMap::new(), changes, nudge, posts };
        watch.watcher.watch(&watch.root, RecursiveMode::NonRecursive)?;
        watch.watch_folders()?;
        Ok(watch)
    }

    /// A way to say that something has changed.
    pub fn nudge(&self) -> Nudge {
        self.nudge.clone()
    }

    /// Whether posts have changed since this was asked last.
    fn posts_have_changed(&self) -> bool {
        self.posts.swap(false, Ordering::AcqRel)
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

    /// Waits until something has changed, and then until whoever changed it has come to an end.
    pub async fn changed(&mut self) {
        if self.changes.recv().await.is_none() {
            return std::future::pending().await;
        }
        let latest = Instant::now() + PATIENCE;
        while timeout_at(latest.min(Instant::now() + QUIET), self.changes.recv()).await.is_ok() {
            if Instant::now() >= latest {
                break;
            }
        }
        if let Err(error) = self.watch_folders() {
            tracing::warn!(
                error = chain_of(&error),
                "not every folder can be watched; the schedule publishes all the same"
            );
        }
    }
}

/// Whether an event may change the site: reading does not, nor do the files that editors keep for themselves.
fn is_of_interest(root: &Path, event: &Event, folders: &[&str]) -> bool {
    let is_ours = |path: &PathBuf| {
        let Ok(below) = path.strip_prefix(root) else { return false };
        let Some(Component::Normal(first)) = below.components().next() else { return false };
        let is_hidden = below.file_name().is_some_and(|name| {
            let name = name.to_string_lossy();
            name.starts_with('.') && name != ".state" || name.ends_with('~')
        });
        !is_hidden && first.to_str().is_some_and(|first| folders.contains(&first))
    };
    event.need_rescan() || !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(is_ours)
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
    loop {
        tokio::select! {
            () = watch.changed() => {}
            () = stop.cancelled() => return Ok(()),
        }
        wait_for_git(&content, &stop).await?;
        if stop.is_cancelled() {
            return Ok(());
        }
        if watch.posts_have_changed()
            && let Err(error) = ask_for_runs(&content, &store, clock.now()).await
        {
            tracing::error!(error = chain_of(&error), "no run could be asked for, though posts have changed");
        }
        match content.publish(&store, clock.now()).await {
            Ok(published) => {
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

/// Asks for a run of each workflow that runs when posts have changed.
async fn ask_for_runs(content: &Content, store: &Store, now: Timestamp) -> Result<(), content::Error> {
    let (root, settings) = (content.root.clone(), Arc::clone(&content.settings));
    let load = move || load_workflows(&root, &settings, now);
    let (workflows, _) = spawn_blocking(load).await?.map_err(publication::Error::from)?;
    for workflow in workflows.iter().filter(|workflow| workflow.on == Some(Trigger::PostsChanged)) {
        store.record_trigger(workflow.name.as_str(), &format!("posts-{}", now.timestamp_millis()), now).await?;
    }
    Ok(())
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
        let event = |kind, path: &str| is_of_interest(root, &Event::new(kind).add_path(root.join(path)), &FOLDERS);
        let (made, changed, read) = (
            EventKind::Create(CreateKind::File),
            EventKind::Modify(ModifyKind::Any),
            EventKind::Access(AccessKind::Any),
        );
        for path in ["posts/a.md", "posts/a/beeld.jpg", "locales/.state/fr/a.toml", "locales/fr/posts/a.ftl"] {
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
