//! How a file looks from outside, so that two versions of it can be told apart without reading them.

use std::{
    fs::{self, File, Metadata},
    os::unix::fs::MetadataExt as _,
    path::Path,
};

use rustix::fs::{AtFlags, statat};
use serde::{Deserialize, Serialize};

/// What tells two versions of a file apart: one that is written, or replaced by another, gets a new time
/// of change from the system, whatever time of modification a program gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    inode: u64,
    size: u64,
    modified: (i64, i64),
    changed: (i64, i64),
}

impl Stamp {
    /// The stamp of a file; none when there is none.
    pub fn of(path: &Path) -> Option<Self> {
        fs::metadata(path).ok().as_ref().map(Self::new)
    }

    /// The stamp of a file by its name in a folder that is open. To ask so is cheapest; links are followed, as it is
    /// what they lead to that may change.
    pub fn within(folder: &File, file: &Path) -> Option<Self> {
        let stat = statat(folder, file, AtFlags::empty()).ok()?;
        Some(Self {
            inode: stat.st_ino,
            size: stat.st_size.cast_unsigned(),
            modified: (stat.st_mtime, stat.st_mtime_nsec.cast_signed()),
            changed: (stat.st_ctime, stat.st_ctime_nsec.cast_signed()),
        })
    }

    fn new(data: &Metadata) -> Self {
        Self {
            inode: data.ino(),
            size: data.size(),
            modified: (data.mtime(), data.mtime_nsec()),
            changed: (data.ctime(), data.ctime_nsec()),
        }
    }

    /// When the file was written, in seconds of Unix time.
    pub fn written(&self) -> i64 {
        self.modified.0
    }

    /// When the file, its name or its rights were changed, in seconds of Unix time.
    pub fn changed(&self) -> i64 {
        self.changed.0
    }

    /// Everything that it says, as numbers, for a hash.
    pub fn numbers(&self) -> [u64; 6] {
        let Self { inode, size, modified, changed } = *self;
        let [a, b, c, d] = [modified.0, modified.1, changed.0, changed.1].map(i64::cast_unsigned);
        [inode, size, a, b, c, d]
    }

    /// The same without the time of change, which a file gets anew when it is renamed.
    pub fn unmoved(&self) -> [u64; 4] {
        let [inode, size, seconds, nanoseconds, ..] = self.numbers();
        [inode, size, seconds, nanoseconds]
    }
}
