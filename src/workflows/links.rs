//! Links beside what people write: what is written to the files they lead to happens in no folder that is watched.

use std::{
    collections::HashMap,
    fs,
    os::unix::fs::MetadataExt as _,
    path::{Path, PathBuf},
};

use notify::{RecommendedWatcher, RecursiveMode, Watcher as _};

/// Links to files, each with the inode of the file that is watched for it; none where that was not there yet.
#[derive(Debug, Default)]
pub(super) struct Links(HashMap<PathBuf, Option<u64>>);

impl Links {
    /// Notes a path if it is a link to a file.
    pub(super) fn note(&mut self, path: PathBuf) {
        if is_link(&path) {
            self.0.entry(path).or_default();
        }
    }

    /// Notes all of them in a folder, and in those below it.
    pub(super) fn note_all_in(&mut self, folder: &Path) {
        // What cannot be read is told by whoever reads posts.
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => self.note_all_in(&entry.path()),
                Ok(kind) if kind.is_symlink() => self.note(entry.path()),
                _ => {}
            }
        }
    }

    /// Watches the files that they lead to by now: whoever saves one may put another in its place.
    ///
    /// # Errors
    /// When the system has no more eyes.
    pub(super) fn watch(&mut self, watcher: &mut RecommendedWatcher) -> notify::Result<()> {
        self.0.retain(|link, _| is_link(link));
        for (link, watched) in &mut self.0 {
            let inode = fs::metadata(link).ok().filter(fs::Metadata::is_file).map(|file| file.ino());
            if inode.is_some() && inode != *watched {
                watcher.watch(link, RecursiveMode::NonRecursive)?;
            }
            *watched = inode;
        }
        Ok(())
    }
}

fn is_link(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|entry| entry.is_symlink()) && !path.is_dir()
}
