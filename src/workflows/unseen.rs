//! Runs that are asked for since posts have changed, also while nobody watched.

use std::{os::unix::fs::MetadataExt as _, path::Path, sync::Arc};

use tokio::task::spawn_blocking;

use super::{Content, Trigger, Workflow, content, load_workflows, watch::is_scratch_file};
use crate::{clock::Timestamp, fingerprint::Fingerprint, publication, storage::Store};

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

/// What tells posts from what they were: the names, sizes and times of their files, wherever the folder lies.
fn print_of(posts: &Path) -> Fingerprint {
    let mut all = Vec::new();
    gather(posts, posts, &mut all);
    all.sort();
    Fingerprint::of_parts(all.iter().map(String::as_str))
}

/// What cannot be read changes nothing until it can.
fn gather(posts: &Path, folder: &Path, all: &mut Vec<String>) {
    for entry in folder.read_dir().into_iter().flatten().flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        match entry.metadata() {
            Ok(data) if data.is_dir() => gather(posts, &path, all),
            Ok(data) if !is_scratch_file(&name) => {
                let below = path.strip_prefix(posts).unwrap_or(&path).display();
                all.push(format!("{below} {} {}", data.size(), data.mtime()));
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn posts_are_others_when_what_is_written_is_and_not_when_they_have_moved() {
        let folder = tempfile::tempdir().unwrap();
        let [posts, moved] = ["posts", "moved"].map(|name| folder.path().join(name));
        fs::create_dir_all(posts.join("brug")).unwrap();
        for name in ["water.md", "brug/index.md"] {
            fs::write(posts.join(name), "tekst").unwrap();
        }
        let before = print_of(&posts);
        for name in [".water.md.swp", "brug/index.md~"] {
            fs::write(posts.join(name), "of an editor").unwrap();
        }
        fs::rename(&posts, &moved).unwrap();
        assert_eq!(print_of(&moved), before);
        fs::write(moved.join("brug/index.md"), "meer tekst").unwrap();
        assert_ne!(print_of(&moved), before);
        assert_ne!(print_of(&posts), before, "there are none");
    }
}
