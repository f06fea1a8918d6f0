//! The list of what is published, as whoever serves it needs it: many files in little room.

use std::{collections::BTreeMap, ops::Range, path::Path, sync::Arc};

use super::{
    manifest::{MANIFEST, SiteFile, read_line},
    newer::{ListStamp, head_of, newer_to},
};
use crate::{disk, fingerprint::Fingerprint};

/// A file that is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublishedFile {
    /// What is in it.
    pub print: Fingerprint,
    /// How many bytes are in it.
    pub size: u64,
    /// When it was written, in seconds of Unix time.
    pub written: i64,
}

/// The files of a site, in the order of their paths.
#[derive(Debug, Default, Clone)]
pub struct PublishedFiles {
    list: Arc<Files>,
    /// Those of which something newer is known.
    newer: BTreeMap<String, PublishedFile>,
    /// How they looked before they were read.
    stamp: ListStamp,
}

/// The files of a list. Those of an archive are fifty thousand, so that each does without what only who publishes has to
/// know, and without a place in memory for its path alone.
#[derive(Debug, Default)]
struct Files {
    /// The first line.
    head: Option<String>,
    /// All paths, one after the other.
    paths: String,
    /// Each file, and where its path stands among them.
    files: Vec<(Range<usize>, PublishedFile)>,
}

impl From<SiteFile> for PublishedFile {
    fn from(file: SiteFile) -> Self {
        Self { print: file.print, size: file.size(), written: file.written() }
    }
}

impl PublishedFiles {
    /// Reads the list of the site in `folder`, with what is newer: an empty one where there is none. The list itself is
    /// not read again where it is still the one that was read for `before`.
    ///
    /// # Errors
    /// When it is there and cannot be read.
    pub fn load(folder: &Path, before: &Self) -> Result<Self, disk::Error> {
        // Before anything is read: if it changes meanwhile, all is read once more.
        let stamp = ListStamp::of(folder);
        let list = match stamp.has_list_of(&before.stamp) {
            true => Arc::clone(&before.list),
            false => {
                let bytes = disk::read_if_there(&folder.join(MANIFEST))?.unwrap_or_default();
                Arc::new(Files::parse(&String::from_utf8_lossy(&bytes)))
            }
        };
        let newer = newer_to(folder, list.head.as_deref())?;
        let newer = newer.lines().filter_map(read_line).map(|(path, file)| (path.to_owned(), file.into())).collect();
        Ok(Self { list, newer, stamp })
    }

    /// How they looked before they were read.
    pub fn stamp(&self) -> ListStamp {
        self.stamp
    }

    /// The file at a path.
    pub fn get(&self, path: &str) -> Option<PublishedFile> {
        self.newer.get(path).copied().or_else(|| self.list.get(path))
    }

    /// The files by their paths, in their order. Nothing is newer that is not in the list.
    pub fn iter(&self) -> impl Iterator<Item = (&str, PublishedFile)> {
        self.list.iter().map(|(path, file)| (path, self.newer.get(path).copied().unwrap_or(file)))
    }

    /// Those that are other ones than before, where the list is the same.
    pub fn since(&self, before: &Self) -> Option<Vec<(&str, PublishedFile)>> {
        let newer = self.newer.iter().map(|(path, file)| (path.as_str(), *file));
        let others = || newer.filter(|(path, file)| before.get(path) != Some(*file)).collect();
        Arc::ptr_eq(&self.list, &before.list).then(others)
    }
}

impl Files {
    fn parse(text: &str) -> Self {
        let mut lines: Vec<_> = text.lines().filter_map(read_line).collect();
        lines.sort_by_key(|(path, _)| *path);
        lines.dedup_by_key(|(path, _)| *path);
        let paths = String::with_capacity(lines.iter().map(|(path, _)| path.len()).sum());
        let head = head_of(text).map(str::to_owned);
        let mut all = Self { head, paths, files: Vec::with_capacity(lines.len()) };
        for (path, file) in lines {
            let start = all.paths.len();
            all.paths.push_str(path);
            all.files.push((start..all.paths.len(), file.into()));
        }
        all
    }

    fn get(&self, path: &str) -> Option<PublishedFile> {
        let at = self.files.binary_search_by(|(own, _)| self.paths[own.clone()].cmp(path)).ok()?;
        Some(self.files[at].1)
    }

    fn iter(&self) -> impl Iterator<Item = (&str, PublishedFile)> {
        self.files.iter().map(|(own, file)| (&self.paths[own.clone()], *file))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publication::Manifest;

    #[test]
    fn each_file_is_found_by_its_path_and_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let names: Vec<String> = (0..20).map(|number| format!("nl/stap-{number}/index.html")).collect();
        let mut manifest = Manifest::default();
        for name in &names {
            let path = folder.path().join("x");
            std::fs::write(&path, name).unwrap();
            manifest.insert(name, SiteFile::at(&path, Fingerprint::of(name.as_bytes())).unwrap());
        }
        let text = manifest.render();
        let (first, rest) = text.split_once('\n').unwrap();
        for text in [text.clone(), format!("{rest}{first}\n"), format!("{text}{first}\n")] {
            let files = Files::parse(&text);
            let all = files.iter().map(|(path, file)| (path.to_owned(), file));
            assert!(all.eq(manifest.files().map(|(path, file)| (path.to_owned(), PublishedFile::from(*file)))));
            assert!(names.iter().all(|name| files.get(name).unwrap().print == Fingerprint::of(name.as_bytes())));
            assert!(
                ["", "nl", "nl/stap-1/index.htm", "nl/stap-1/index.html2", "zz"]
                    .iter()
                    .all(|no| files.get(no).is_none())
            );
        }
        assert_eq!(Files::parse("").get("nl/index.html"), None);
    }
}
