//! Who is at work on this machine: a locked file for each worker.
//!
//! The system lets go of a lock when its process ends, however it ends. So after a crash
//! the next worker knows at once that what the dead one held is free, and need not wait
//! for the lease to run out.

use std::{
    fs::{self, File, TryLockError},
    io,
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
    /// Makes the worker's file in `folder` and locks it.
    ///
    /// # Errors
    /// When the folder or the file cannot be made, or not be locked.
    pub fn announce(folder: &Path, worker: &str) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        let path = file_of(folder, worker);
        let file = File::create(&path)?;
        file.lock()?;
        Ok(Self { folder: folder.to_owned(), path, _locked: file })
    }

    /// Leaves when nothing is held any more; who does not leave is found dead.
    ///
    /// # Errors
    /// When the file cannot be removed.
    pub fn leave(self) -> io::Result<()> {
        ignore_missing(fs::remove_file(&self.path))
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
        match File::open(file_of(folder, worker)) {
            Ok(file) => match file.try_lock() {
                Ok(()) => Ok(false),
                Err(TryLockError::WouldBlock) => Ok(true),
                Err(TryLockError::Error(error)) => Err(error),
            },
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Removes the file of a dead worker, when nothing of what it held is left.
    pub(super) fn bury(&self, worker: &str) -> io::Result<()> {
        ignore_missing(fs::remove_file(file_of(&self.folder, worker)))
    }
}

fn file_of(folder: &Path, worker: &str) -> PathBuf {
    folder.join(format!("worker-{worker}.lock"))
}

fn ignore_missing(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_ended_without_a_word_is_dead_and_who_lives_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let me = Presence::announce(folder.path(), "me").unwrap();
        let other = Presence::announce(folder.path(), "other").unwrap();
        fs::write(folder.path().join("worker-crashed.lock"), "").unwrap();
        assert!(me.is_alive("other").unwrap());
        assert!(!me.is_alive("crashed").unwrap());
        assert!(!me.is_alive("never-seen").unwrap());
        me.bury("crashed").unwrap();
        me.bury("crashed").unwrap();
        other.leave().unwrap();
        assert!(!me.is_alive("other").unwrap());
        me.leave().unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
