//! The files of the next site: compared with those that are there, and laid to the side where they differ.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::Path,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
};

use super::{
    journal::{STAGING, staged},
    manifest::{MadeOf, Manifest, SiteFile, is_inside},
    newer::Few,
    next::NextSite,
};
use crate::{disk, fingerprint::Fingerprint};

/// What writing the site did, or would do.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct WriteReport {
    /// Files of the site.
    pub files: usize,
    /// What changed, by path.
    pub changes: BTreeMap<String, Change>,
    /// Where files of somebody else stand, which stay, though files of the site belong there.
    pub foreign: BTreeSet<String>,
}

/// What becomes of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It was not there.
    New,
    /// It says something else now.
    Changed,
    /// It no longer belongs.
    Gone,
}

impl WriteReport {
    /// Files that were new or had changed.
    pub fn written(&self) -> usize {
        self.changes.len() - self.removed()
    }

    /// Files that no longer belonged.
    pub fn removed(&self) -> usize {
        self.changes.values().filter(|change| **change == Change::Gone).count()
    }
}

/// The site as it was published, or as much of it as may change.
#[derive(Debug, Clone, Copy)]
pub(super) enum Before<'f> {
    /// All its files.
    All(&'f Manifest),
    /// Some, beside which nothing becomes another.
    Few(&'f Few),
}

impl<'f> Before<'f> {
    /// Those files.
    pub(super) fn files(self) -> &'f Manifest {
        match self {
            Self::All(all) => all,
            Self::Few(few) => &few.files,
        }
    }
}

/// The files of the next site. Until it is [committed](NextSite::commit) nothing of the site changes.
#[derive(Debug)]
pub struct Staging<'f> {
    folder: &'f Path,
    /// Whether nobody wants more than to know what would change.
    only_looks: bool,
    /// The site as it was published.
    before: &'f Manifest,
    known: Before<'f>,
    next: AtomicUsize,
    files: Mutex<BTreeMap<String, Staged>>,
    foreign: Mutex<BTreeSet<String>>,
}

/// A file of the next site.
#[derive(Debug, Clone, Copy)]
struct Staged {
    file: SiteFile,
    /// Its number among those that were laid to the side, if it has changed, and how.
    change: Option<(usize, Change)>,
}

impl<'f> Staging<'f> {
    pub(super) fn new(folder: &'f Path, known: Before<'f>, only_looks: bool) -> Self {
        let before = known.files();
        let (next, files, foreign) = (AtomicUsize::default(), Mutex::default(), Mutex::default());
        Self { folder, only_looks, before, known, next, files, foreign }
    }

    /// The file at a path of the site as it is now.
    ///
    /// # Errors
    /// When it is there and cannot be read.
    pub fn present(&self, path: &str) -> Result<Option<Vec<u8>>, disk::Error> {
        disk::read_if_there(&self.folder.join(path))
    }

    /// The same of a file that is as it was written.
    pub fn untouched(&self, path: &str) -> Option<Vec<u8>> {
        let there = self.folder.join(path);
        self.before.get(path).filter(|file| file.is_untouched(&there))?;
        fs::read(there).ok()
    }

    /// Whether a file of the site as it is now was made of this when it was written, whatever became of it since.
    pub fn was_made_of(&self, path: &str, made_of: MadeOf) -> bool {
        self.before.get(path).is_some_and(|file| file.is_made_of(made_of))
    }

    /// Adds a file to the next site. A path that leads outside is left out.
    ///
    /// # Errors
    /// When it cannot be laid to the side.
    pub fn put(&self, path: String, bytes: &[u8]) -> Result<(), disk::Error> {
        self.put_made(path, bytes, MadeOf::default())
    }

    /// The same for a file of which it is remembered what it was made of.
    ///
    /// # Errors
    /// As [`put`](Self::put).
    pub fn put_made(&self, path: String, bytes: &[u8], made_of: MadeOf) -> Result<(), disk::Error> {
        if !is_inside(&path) {
            return Ok(());
        }
        match self.staged(&path, bytes)? {
            Some(Staged { file, change }) => self.add(path, Staged { file: file.made_of(made_of), change }),
            None => _ = self.foreign.lock().unwrap_or_else(PoisonError::into_inner).insert(path),
        }
        Ok(())
    }

    /// Keeps a file of the site in the next one, if it was made of the same and nobody has touched it since. Says
    /// whether it does.
    pub fn keep(&self, path: &str, made_of: MadeOf) -> bool {
        let there = self.before.get(path).filter(|file| file.is_made_of(made_of));
        let Some(file) = there.filter(|file| file.is_untouched(&self.folder.join(path))) else { return false };
        // Of what was seen at a glance the makings are those it had.
        let makings = made_of.makings.or(file.known_makings());
        self.add(path.to_owned(), Staged { file: file.made_of(MadeOf { makings, ..made_of }), change: None });
        true
    }

    /// Keeps a file that nobody has touched, of which it is known that it says what would be made of this. Says whether it
    /// does.
    pub fn keep_as(&self, path: &str, made_of: MadeOf) -> bool {
        let file = self.before.get(path).filter(|file| file.is_untouched(&self.folder.join(path)));
        file.map(|file| self.add(path.to_owned(), Staged { file: file.made_of(made_of), change: None })).is_some()
    }

    /// Whether the next site has a file at a path already.
    pub fn has(&self, path: &str) -> bool {
        self.files.lock().unwrap_or_else(PoisonError::into_inner).contains_key(path)
    }

    /// Whether all files that were put here are of the site as it is now.
    pub fn has_nothing_new(&self) -> bool {
        let files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.keys().all(|path| self.before.get(path).is_some())
    }

    /// The paths of the site as it is now that begin so.
    pub fn paths_before(&self, beginning: &str) -> impl Iterator<Item = &'f str> {
        self.before.paths(beginning)
    }

    /// Those of them that were made of this.
    pub fn made_of(&self, beginning: &str, made_of: MadeOf) -> impl Iterator<Item = &'f str> {
        self.paths_before(beginning)
            .filter(move |path| self.before.get(path).is_some_and(|file| file.is_made_of(made_of)))
    }

    fn add(&self, path: String, staged: Staged) {
        self.files.lock().unwrap_or_else(PoisonError::into_inner).insert(path, staged);
    }

    /// A file as it will be; none where one of somebody else stands in its place. Without a list whatever is there may be
    /// the site's.
    fn staged(&self, path: &str, bytes: &[u8]) -> Result<Option<Staged>, disk::Error> {
        let (print, there) = (Fingerprint::of(bytes), self.folder.join(path));
        let known = self.before.get(path).filter(|file| file.is_untouched(&there));
        if let Some(file) = known.filter(|file| file.print == print) {
            return Ok(Some(Staged { file: *file, change: None }));
        }
        let old = fs::metadata(&there).ok().filter(fs::Metadata::is_file);
        if known.is_none()
            && old.as_ref().is_some_and(|old| old.len() == bytes.len() as u64)
            && fs::read(&there).is_ok_and(|old| old == bytes)
            && let Some(file) = SiteFile::at(&there, print)
        {
            return Ok(Some(Staged { file, change: None }));
        }
        if old.is_some() && !self.before.is_empty() && self.before.get(path).is_none() {
            return Ok(None);
        }
        let change = if old.is_some() { Change::Changed } else { Change::New };
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let file = if self.only_looks { SiteFile::unwritten(print) } else { self.lay_aside(number, bytes, print)? };
        Ok(Some(Staged { file, change: Some((number, change)) }))
    }

    fn lay_aside(&self, number: usize, bytes: &[u8], print: Fingerprint) -> Result<SiteFile, disk::Error> {
        let staging = self.folder.join(STAGING);
        let path = staged(&staging, number);
        let write = || fs::write(&path, bytes);
        let written = match write() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                fs::create_dir_all(&staging).and_then(|()| write())
            }
            written => written,
        };
        written.map_err(disk::Error::new("write", &path))?;
        SiteFile::at(&path, print).ok_or_else(|| disk::Error::new("read", &path)(io::ErrorKind::NotFound.into()))
    }

    /// Sets the next site beside the one that is there. Of the files that the site no longer has, those stay of
    /// which `is_kept` says so.
    pub fn compare(self, is_kept: impl Fn(&str) -> bool) -> NextSite<'f> {
        let files = self.files.into_inner().unwrap_or_else(PoisonError::into_inner);
        let old = self.before.files().filter(|(path, _)| !files.contains_key(*path));
        let (kept, gone): (Vec<_>, Vec<_>) = old.partition(|(path, _)| is_kept(path));
        let mut manifest = Manifest::default();
        for (path, file) in files.iter().map(|(path, staged)| (path.as_str(), &staged.file)).chain(kept) {
            manifest.insert(path, *file);
        }
        let foreign = self.foreign.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut report = WriteReport { files: manifest.files().count(), changes: BTreeMap::new(), foreign };
        report.changes.extend(gone.into_iter().map(|(path, _)| (path.to_owned(), Change::Gone)));
        let mut placed = Vec::new();
        for (path, Staged { change, .. }) in files {
            let Some((number, change)) = change else { continue };
            placed.push((number, path.clone()));
            report.changes.insert(path, change);
        }
        let free_number = self.next.into_inner();
        NextSite { folder: self.folder, before: self.known, manifest, placed, report, free_number }
    }
}
