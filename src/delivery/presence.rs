//! Who is at work on this machine: a locked file for each worker.
//!
//! The system lets go of a lock when its process ends, however it ends. So after a crash
//! the next worker knows at once that what the dead one held is free, and need not wait
//! for the lease to run out.

use std::{
    fs::{self, File, TryLockError},
    io,
    os::unix::fs::MetadataExt as _,
    path::{Path, PathBuf},
};

/// The locked file of one worker, or of one run; others see it as alive until this is dropped.
#[derive(Debug)]
pub struct Presence {
    folder: PathBuf,
    path: PathBuf,
    _locked: File,
}

impl Presence {
    /// Makes the worker's file in `folder` and locks it; clears away what the dead left there.
    ///
    /// # Errors
    /// When the folder or the file cannot be made, or not be locked.
    pub fn announce(folder: &Path, worker: &str) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        clear_away_the_dead(folder)?;
        let path = file_of(folder, worker);
        loop {
            let file = File::create(&path)?;
            file.lock()?;
            // Between the two calls somebody may have taken the file for that of a dead worker.
            if is_at(&file, &path)? {
                return Ok(Self { folder: folder.to_owned(), path, _locked: file });
            }
        }
    }

    /// The same for what there may be only one of; none if it is there already.
    ///
    /// # Errors
    /// When the folder or the file cannot be made, or not be locked.
    pub fn claim(folder: &Path, worker: &str) -> io::Result<Option<Self>> {
        fs::create_dir_all(folder)?;
        let path = file_of(folder, worker);
        loop {
            let file = File::create(&path)?;
            match file.try_lock() {
                Ok(()) if is_at(&file, &path)? => {
                    return Ok(Some(Self { folder: folder.to_owned(), path, _locked: file }));
                }
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Ok(None),
                Err(TryLockError::Error(error)) => return Err(error),
            }
        }
    }

    /// Whether a worker of this machine still lives.
    pub(super) fn is_alive(&self, worker: &str) -> io::Result<bool> {
        Self::lives_in(&self.folder, worker)
    }

    /// Whether somebody has announced themselves in `folder` under this name, and still lives.
    ///
    /// # Errors
    /// When the file is there and cannot be opened.
    pub fn lives_in(folder: &Path, worker: &str) -> io::Result<bool> {
        let Some(file) = unless_missing(File::open(file_of(folder, worker)))? else { return Ok(false) };
        match file.try_lock() {
            Ok(()) => Ok(false),
            Err(TryLockError::WouldBlock) => Ok(true),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}

impl Presence {
    /// Whether anybody but one lives who has announced themselves in `folder`.
    ///
    /// # Errors
    /// When the folder or a file in it is there and cannot be read.
    pub fn anybody_but(folder: &Path, one: &str) -> io::Result<bool> {
        let Some(entries) = unless_missing(fs::read_dir(folder))? else { return Ok(false) };
        for entry in entries {
            let name = entry?.file_name().to_string_lossy().into_owned();
            let worker = name.strip_prefix("worker-").and_then(|name| name.strip_suffix(".lock"));
            if let Some(worker) = worker.filter(|worker| *worker != one)
                && Self::lives_in(folder, worker)?
            {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

impl Drop for Presence {
    /// Who is gone needs no file: one that is not there counts as dead, like one that nobody locks.
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

/// Removes the files of workers that were killed. What they held is found without them.
fn clear_away_the_dead(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_none_or(|extension| extension != "lock") {
            continue;
        }
        let Some(file) = unless_missing(File::open(&path))? else { continue };
        // Removed while it is locked, so that nobody takes it for theirs meanwhile.
        if file.try_lock().is_ok() && is_at(&file, &path)? {
            unless_missing(fs::remove_file(&path))?;
        }
    }
    Ok(())
}

/// Whether the file that is open is the one that lies there under this name.
fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    let Some(there) = unless_missing(fs::metadata(path))? else { return Ok(false) };
    let open = file.metadata()?;
    Ok((open.dev(), open.ino()) == (there.dev(), there.ino()))
}

fn file_of(folder: &Path, worker: &str) -> PathBuf {
    folder.join(format!("worker-{worker}.lock"))
}

fn unless_missing<T>(result: io::Result<T>) -> io::Result<Option<T>> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        other => other.map(Some),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn who_ended_without_a_word_is_dead_and_who_lives_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let me = Presence::announce(folder.path(), "me").unwrap();
        let other = Presence::announce(folder.path(), "other").unwrap();
        fs::write(folder.path().join("worker-crashed.lock"), "").unwrap();
        assert!(me.is_alive("other").unwrap());
        assert!(!me.is_alive("crashed").unwrap());
        assert!(!me.is_alive("never-seen").unwrap());
        drop(other);
        assert!(!me.is_alive("other").unwrap());
    }

    #[test]
    fn nothing_piles_up_however_workers_end() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("worker-crashed.lock"), "").unwrap();
        fs::write(folder.path().join("notes.txt"), "").unwrap();
        let me = Presence::announce(folder.path(), "me").unwrap();
        let other = Presence::announce(folder.path(), "other").unwrap();
        assert_eq!(files(folder.path()), ["notes.txt", "worker-me.lock", "worker-other.lock"]);
        drop((me, other));
        assert_eq!(files(folder.path()), ["notes.txt"]);
    }

    #[test]
    fn many_who_come_at_once_all_live() {
        let folder = tempfile::tempdir().unwrap();
        let come = |n: usize| Presence::announce(folder.path(), &n.to_string()).unwrap();
        let come = &come;
        let all: Vec<_> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..16).map(|n| scope.spawn(move || come(n))).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        for n in 0..16 {
            assert!(all[0].is_alive(&n.to_string()).unwrap(), "{n}");
        }
    }
}
