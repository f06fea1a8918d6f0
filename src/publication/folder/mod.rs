//! The folder that a site is published to: the old site or the new one, and never a mixture of both.
//!
//! What changed is laid to the side and brought to the disk. Then a journal says what goes where, and only
//! when it is committed do files take their places. Whoever opens the folder next finishes what a killed
//! process had committed, and throws away what it had not.

mod journal;
mod manifest;
mod newer;
mod next;
mod order;
mod published;
mod staging;
mod trees;

use std::{
    collections::BTreeSet,
    fs::{self, File, TryLockError},
    path::{Path, PathBuf},
    sync::OnceLock,
    thread,
    time::{Duration, Instant},
};

use self::journal::{JOURNAL, Journal, discard};
pub use self::{
    manifest::{MadeOf, Manifest, SiteFile},
    newer::ListStamp,
    next::NextSite,
    order::{PARTS, part_of},
    published::{PublishedFile, PublishedFiles},
    staging::{Change, Staging, WriteReport},
};
use self::{newer::Few, staging::Before};
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
    /// The list of its files, once somebody wants all of it.
    manifest: OnceLock<Manifest>,
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
        disk::sweep(path)?;
        Ok(Self { path: path.to_owned(), manifest: OnceLock::new(), locked: Some(lock) })
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
    pub fn look(path: &Path) -> Self {
        Self { path: path.to_owned(), manifest: OnceLock::new(), locked: None }
    }

    /// How the list of its files looks.
    pub(super) fn stamp(&self) -> ListStamp {
        ListStamp::of(&self.path)
    }

    /// Whether it was opened for writing.
    pub(super) fn is_open(&self) -> bool {
        self.locked.is_some()
    }

    /// Throws away what was laid to the side for a site that cannot be made: on a full disk others need the room.
    pub(super) fn give_up(&self) {
        if self.is_open() {
            // Whoever publishes next throws away the rest.
            let _ = finish(&self.path);
        }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A place for the files of the next site.
    ///
    /// # Errors
    /// When the list of the files that are there cannot be read.
    pub fn stage(&self) -> Result<Staging<'_>, disk::Error> {
        let manifest = match self.manifest.get() {
            Some(manifest) => manifest,
            None => {
                let loaded = Manifest::load(&self.path)?;
                self.manifest.get_or_init(|| loaded)
            }
        };
        Ok(Staging::new(&self.path, Before::All(manifest), self.locked.is_none()))
    }

    /// Some files of the site, if they are in its list: then they can take the places of those that are there without the
    /// others.
    ///
    /// # Errors
    /// When the list cannot be read.
    pub(super) fn few(&self, paths: &BTreeSet<String>) -> Result<Option<Few>, disk::Error> {
        Few::find(&self.path, paths)
    }

    /// A place for files that take the places of these. All others stay.
    pub(super) fn stage_few<'f>(&'f self, few: &'f Few) -> Staging<'f> {
        Staging::new(&self.path, Before::Few(few), self.locked.is_none())
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
