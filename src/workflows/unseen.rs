//! Runs that are asked for since posts have changed, also while nobody watched.

use std::{io, path::Path, sync::Arc};

use tokio::task::spawn_blocking;

use super::{Content, Trigger, Workflow, content, load_workflows};
use crate::{clock::Timestamp, disk::Stamp, fingerprint::Fingerprint, publication, storage::Store};

/// Asks for a run of each workflow that runs when posts have changed.
pub(super) async fn ask_for_runs(content: &Content, store: &Store, now: Timestamp) -> Result<(), content::Error> {
    let Some((wanted, print)) = wanted(content, now).await? else { return Ok(()) };
    ask(store, &wanted, print, now).await
}

/// The same if posts are others than when a run was asked for last. Those that are seen for the first time are no news.
pub(super) async fn ask_for_unseen(content: &Content, store: &Store, now: Timestamp) -> Result<(), content::Error> {
    let Some((wanted, print)) = wanted(content, now).await? else { return Ok(()) };
    match store.posts_seen().await? {
        Some(seen) if seen != print => ask(store, &wanted, print, now).await,
        Some(_) => Ok(()),
        None => Ok(store.note_posts_seen(print).await?),
    }
}

async fn ask(store: &Store, wanted: &[Workflow], print: Fingerprint, now: Timestamp) -> Result<(), content::Error> {
    for workflow in wanted {
        store.record_trigger(workflow.name.as_str(), &format!("posts-{}", now.timestamp_millis()), now).await?;
    }
    Ok(store.note_posts_seen(print).await?)
}

/// The workflows that run when posts have changed, and which posts there are; none where there is none.
async fn wanted(content: &Content, now: Timestamp) -> Result<Option<(Vec<Workflow>, Fingerprint)>, content::Error> {
    let (root, settings) = (content.root.clone(), Arc::clone(&content.settings));
    let look = move || {
        let (mut workflows, _) = load_workflows(&root, &settings, now).map_err(publication::Error::from)?;
        workflows.retain(|workflow| workflow.on == Some(Trigger::PostsChanged));
        Ok(if workflows.is_empty() { None } else { Some((workflows, print_of(&root.join("posts")))) })
    };
    spawn_blocking(look).await?
}

/// What tells posts from what they were: the names, sizes and times of their files. A folder that cannot be read has none.
fn print_of(posts: &Path) -> Fingerprint {
    let mut all = Vec::new();
    // What cannot be read changes nothing until it can.
    let _ = gather(posts, &mut all);
    all.sort();
    Fingerprint::of_parts(all.iter().map(String::as_str))
}

fn gather(folder: &Path, all: &mut Vec<String>) -> io::Result<()> {
    for entry in folder.read_dir()? {
        let (entry, path) = entry.map(|entry| (entry.file_type(), entry.path()))?;
        match entry {
            Ok(kind) if kind.is_dir() => gather(&path, all)?,
            _ => all.push(format!("{} {:?}", path.display(), Stamp::of(&path))),
        }
    }
    Ok(())
}
