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

#[derive(Default)]
struct Size {
    files: u64,
    bytes: u64,
}

impl Made {
    /// What is in a folder and not hidden.
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
                self.all.add(bytes);
                if let Some(kind) = kind_of(&path) {
                    self.kinds.entry(kind).or_default().add(bytes);
                }
            }
        }
    }

    /// That another made as many files of each kind, about as large.
    ///
    /// # Panics
    /// When it did not.
    pub(crate) fn assert_as_rich(&self, other: &Self) {
        for kind in KINDS {
            let (own, others) = (&self.kinds[kind], &other.kinds[kind]);
            assert_eq!(own.files, others.files, "as many .{kind}");
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
