//! The folder that a site is published to: the old site or the new one, and never a mixture of both.
//!
//! What changed is laid to the side and brought to the disk. Then a journal says what goes where, and only
//! when it is committed do files take their places. Whoever opens the folder next finishes what a killed
//! process had committed, and throws away what it had not.

mod journal;
mod manifest;
mod next;
mod published;
mod staging;

use std::{
    fs::{self, File, TryLockError},
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

use self::journal::{JOURNAL, Journal, discard};
pub use self::{
    manifest::{MadeOf, Manifest, SiteFile},
    next::NextSite,
    published::{PublishedFile, PublishedFiles},
    staging::{Change, Staging, WriteReport},
};
use super::Error;
use crate::disk;

/// The file that is locked by whoever writes the site, or reads all of it.
const LOCK: &str = ".postduif-lock";

/// For so long who wants to write waits for another process: `run` beside `serve`, which publishes what was saved. As long
/// as a command waits for a database.
const PATIENCE: Duration = Duration::from_secs(5);

/// How often it looks whether that is done.
const LOOK_AGAIN: Duration = Duration::from_millis(50);

/// The folder of a site.
#[derive(Debug)]
pub struct SiteFolder {
    path: PathBuf,
    manifest: Manifest,
    /// None where nobody wants to write.
    locked: Option<File>,
}

impl SiteFolder {
    /// Opens the folder at `path` for writing, which is made if it is not there, and brings what a killed process
    /// left there to its end.
    ///
    /// # Errors
    /// When another process writes it for longer than a moment, or the disk fails.
    pub fn open(path: &Path) -> Result<Self, Error> {
        fs::create_dir_all(path).map_err(disk::Error::new("make the folder", path))?;
        let lock = lock_file(path)?;
        let end = Instant::now() + PATIENCE;
        loop {
            match lock.try_lock() {
                Ok(()) => break,
                Err(TryLockError::WouldBlock) if Instant::now() < end => thread::sleep(LOOK_AGAIN),
                Err(TryLockError::WouldBlock) => return Err(Error::Busy(path.to_owned())),
                Err(TryLockError::Error(error)) => return Err(disk::Error::new("lock", &path.join(LOCK))(error).into()),
            }
        }
        finish(path)?;
        Ok(Self { path: path.to_owned(), manifest: Manifest::load(path)?, locked: Some(lock) })
    }

    /// Waits until nobody writes the folder at `path`, and brings what a killed process left there to its end.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn settle(path: &Path) -> Result<(), Error> {
        if !path.is_dir() {
            return Ok(());
        }
        let lock = lock_file(path)?;
        lock.lock().map_err(disk::Error::new("lock", &path.join(LOCK)))?;
        Ok(finish(path)?)
    }

    /// The folder at `path` as it is, for whoever wants no more than to compare.
    ///
    /// # Errors
    /// When the list of its files cannot be read.
    pub fn look(path: &Path) -> Result<Self, Error> {
        Ok(Self { path: path.to_owned(), manifest: Manifest::load(path)?, locked: None })
    }

    /// Whether it was opened for writing.
    pub(super) fn is_open(&self) -> bool {
        self.locked.is_some()
    }

    /// A place for the files of the next site.
    pub fn stage(&self) -> Staging<'_> {
        Staging::new(&self.path, &self.manifest, self.locked.is_none())
    }
}

/// Does what a killed process had committed, and throws away what it had not.
fn finish(path: &Path) -> Result<(), disk::Error> {
    match Journal::load(path)? {
        Some(journal) => journal.carry_out(path),
        None if disk::is_there(&path.join(JOURNAL)) || disk::is_there(&path.join(journal::STAGING)) => discard(path),
        None => Ok(()),
    }
}

fn lock_file(folder: &Path) -> Result<File, disk::Error> {
    let path = folder.join(LOCK);
    let open = File::options().create(true).truncate(false).write(true).read(true).open(&path);
    open.map_err(disk::Error::new("lock", &path))
}

#[cfg(test)]
mod tests;
