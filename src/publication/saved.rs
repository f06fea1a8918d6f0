//! What people have saved since something was published.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

/// More files than this are no edit of a few posts.
const MOST_FILES: usize = 64;

/// What has been saved, by the names of the files, from the publication's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// These files, and no others.
    Files(BTreeSet<PathBuf>),
    /// It may be anything.
    Anything,
}

impl Default for Saved {
    fn default() -> Self {
        Self::Files(BTreeSet::new())
    }
}

impl Saved {
    /// Notes that a file was saved.
    pub fn note(&mut self, file: &Path) {
        if let Self::Files(files) = self {
            files.insert(file.to_owned());
            if files.len() > MOST_FILES {
                *self = Self::Anything;
            }
        }
    }
}
