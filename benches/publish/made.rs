//! How much two programs made of the same posts, so that they are known to make as much.

use std::{collections::BTreeMap, fmt, fs, path::Path};

/// What both make: pages, feeds, the index that a search looks through, and lists of feeds. A sitemap is none of these:
/// Hugo makes one for each language.
const KINDS: [&str; 4] = ["html", "xml", "json", "opml"];

/// By how much what they make of a kind may differ in bytes.
const MOST_APART: f64 = 0.15;

/// The files of a site.
#[derive(Default)]
pub(crate) struct Made {
    all: Size,
    kinds: BTreeMap<&'static str, Size>,
}

#[derive(Clone, Copy, Default)]
struct Size {
    files: u64,
    bytes: u64,
}

impl Made {
    /// What is in a folder, and neither hidden nor empty.
    pub(crate) fn in_folder(folder: &Path) -> Self {
        let mut made = Self::default();
        made.count(folder);
        made
    }

    fn count(&mut self, folder: &Path) {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() {
                self.count(&path);
            } else if !entry.file_name().as_encoded_bytes().starts_with(b".") {
                let bytes = entry.metadata().unwrap().len();
                if bytes == 0 {
                    continue;
                }
                self.all.add(bytes);
                if let Some(kind) = kind_of(&path) {
                    self.kinds.entry(kind).or_default().add(bytes);
                }
            }
        }
    }

    /// That another made as many files of each kind, about as large, but for so many of some kinds that this one lacks.
    ///
    /// # Panics
    /// When it did not.
    pub(crate) fn assert_as_rich(&self, other: &Self, lacks: &[(&str, u64)]) {
        for kind in KINDS {
            let own = self.kinds.get(kind).copied().unwrap_or_default();
            let others = &other.kinds[kind];
            let lacked = lacks.iter().find(|(of, _)| *of == kind).map_or(0, |(_, files)| *files);
            assert_eq!(own.files + lacked, others.files, "as many .{kind}");
            if own.files == 0 {
                continue;
            }
            let ratio = own.bytes as f64 / others.bytes as f64;
            assert!((ratio - 1.0).abs() < MOST_APART, "{ratio:.2} times as large: .{kind}");
        }
    }
}

impl Size {
    fn add(&mut self, bytes: u64) {
        self.files += 1;
        self.bytes += bytes;
    }
}

impl fmt::Display for Made {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} files, {:.1} MB", self.all.files, self.all.bytes as f64 / 1e6)
    }
}

/// Which of the kinds a file is of.
fn kind_of(path: &Path) -> Option<&'static str> {
    let is_sitemap = path.file_name().is_some_and(|name| name == "sitemap.xml");
    let extension = path.extension().filter(|_| !is_sitemap)?;
    KINDS.into_iter().find(|kind| extension == *kind)
}
