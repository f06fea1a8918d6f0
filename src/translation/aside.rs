//! Texts of posts, laid aside from when they are read until pages are made of them: in a file without a name, since all of
//! them together are more than should be in memory.

use std::{
    collections::HashMap,
    fs::{self, File},
    io,
    os::unix::fs::FileExt as _,
    path::{Path, PathBuf},
    sync::{
        Mutex, OnceLock, PoisonError,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
};

use rustix::fs::{CWD, Mode, OFlags, openat};

use crate::posts::Slug;

/// Where the file is, from the publication's folder: beside the database, where there is room for such things.
const FOLDER: &str = "data";

/// Texts that were laid aside. What cannot be is not there afterwards, and has to be read again.
#[derive(Debug)]
pub(super) struct Aside {
    folder: PathBuf,
    /// Made when the first text is laid aside; none where it cannot be.
    file: OnceLock<Option<File>>,
    /// Whether the disk had no room: then the room that was taken is given back, since others need it more.
    is_full: AtomicBool,
    end: AtomicU64,
    places: Mutex<HashMap<Slug, Place>>,
}

/// Where in the file a text is.
#[derive(Debug, Clone, Copy)]
struct Place {
    begin: u64,
    length: usize,
}

impl Aside {
    /// None yet, of the publication in `root`.
    pub(super) fn beside(root: &Path) -> Self {
        let (file, end, places) = (OnceLock::new(), AtomicU64::new(0), Mutex::default());
        Self { folder: root.join(FOLDER), file, is_full: AtomicBool::new(false), end, places }
    }

    /// Lays the text of a post aside, in the place of an earlier one.
    pub(super) fn put(&self, slug: &Slug, text: &[u8]) {
        let place = self.write(text);
        let mut places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        match place {
            Some(place) => places.insert(slug.clone(), place),
            None => places.remove(slug),
        };
    }

    /// The text of a post, if it lies here.
    pub(super) fn get(&self, slug: &Slug) -> Option<Vec<u8>> {
        let place = *self.places.lock().unwrap_or_else(PoisonError::into_inner).get(slug)?;
        let mut bytes = vec![0; place.length];
        self.file.get()?.as_ref()?.read_exact_at(&mut bytes, place.begin).ok()?;
        // Afterwards: what was given back meanwhile reads as nothing but zeros.
        (!self.is_full.load(Ordering::Acquire)).then_some(bytes)
    }

    /// How many texts lie here.
    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.places.lock().unwrap().len()
    }

    fn write(&self, bytes: &[u8]) -> Option<Place> {
        if self.is_full.load(Ordering::Acquire) {
            return None;
        }
        let file = self.file.get_or_init(|| nameless(&self.folder).ok()).as_ref()?;
        let begin = self.end.fetch_add(bytes.len() as u64, Ordering::Relaxed);
        if file.write_all_at(bytes, begin).is_err() {
            self.is_full.store(true, Ordering::Release);
            let _ = file.set_len(0);
            return None;
        }
        Some(Place { begin, length: bytes.len() })
    }
}

/// A file that is gone when nobody holds it any more, however this process ends.
fn nameless(folder: &Path) -> io::Result<File> {
    fs::create_dir_all(folder)?;
    let flags = OFlags::TMPFILE | OFlags::RDWR | OFlags::CLOEXEC;
    Ok(File::from(openat(CWD, folder, flags, Mode::RUSR | Mode::WUSR)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_laid_aside_is_found_again_and_leaves_nothing_behind() {
        let root = tempfile::tempdir().unwrap();
        let aside = Aside::beside(root.path());
        let (a, b): (Slug, Slug) = ("a".parse().unwrap(), "b".parse().unwrap());
        assert_eq!(aside.get(&a), None);
        aside.put(&a, b"een");
        aside.put(&b, b"twee");
        aside.put(&a, b"iets anders");
        assert_eq!((aside.get(&a), aside.get(&b)), (Some(b"iets anders".to_vec()), Some(b"twee".to_vec())));
        assert_eq!(fs::read_dir(root.path().join(FOLDER)).unwrap().count(), 0);
    }

    #[test]
    fn a_full_disk_gets_back_what_was_taken_of_it() {
        let root = tempfile::tempdir().unwrap();
        let (aside, slug): (_, Slug) = (Aside::beside(root.path()), "a".parse().unwrap());
        aside.put(&slug, b"een");
        // The longest a file may be on any disk.
        aside.end.store(i64::MAX as u64, Ordering::Relaxed);
        aside.put(&"b".parse().unwrap(), b"twee");
        assert_eq!(aside.file.get().unwrap().as_ref().unwrap().metadata().unwrap().len(), 0);
        aside.put(&"c".parse().unwrap(), b"drie");
        assert!(["a", "b", "c"].iter().all(|slug| aside.get(&slug.parse().unwrap()).is_none()));
    }

    #[test]
    fn where_nothing_can_be_written_nothing_is_there() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join(FOLDER), "no folder").unwrap();
        let (aside, slug) = (Aside::beside(root.path()), "a".parse().unwrap());
        aside.put(&slug, b"een");
        assert_eq!(aside.get(&slug), None);
    }
}
