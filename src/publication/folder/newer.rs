//! What was published after the list of files was written: so that a page that changes does not have the lines of all
//! others written once more.
//!
//! Both begin with the same line, by which what is newer is known to follow on that list and on no other.

use std::{cmp::Ordering, collections::BTreeSet, fs::File, io, os::unix::fs::FileExt as _, path::Path};

use super::manifest::{MANIFEST, Manifest, SiteFile, read_line};
use crate::{
    disk::{self, Stamp},
    fingerprint::Fingerprint,
};

/// Where the newer lines are, in the folder of the site.
pub(super) const NEWER: &str = ".postduif-newer";

/// So many lines are newer at most; then the list is written anew.
const MOST_LINES: usize = 512;

/// So much of the list is read at a time. No line is longer.
const BLOCK: usize = 4096;

/// How the list of a site and what is newer look from outside. As long as both look so, the site is the same.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ListStamp {
    list: Option<Stamp>,
    newer: Option<Stamp>,
}

impl ListStamp {
    /// How they look in the folder of a site.
    pub fn of(folder: &Path) -> Self {
        Self { list: Stamp::of(&folder.join(MANIFEST)), newer: Stamp::of(&folder.join(NEWER)) }
    }

    /// Whether the list itself is the same as when it looked so.
    pub(super) fn has_list_of(&self, other: &Self) -> bool {
        self.list.is_some() && self.list == other.list
    }
}

/// The first line of a list with these lines.
pub(super) fn head_for(lines: &str) -> String {
    format!("# {}\n", Fingerprint::of(lines.as_bytes()))
}

/// The first line of a list; none where it has none.
pub(super) fn head_of(list: &str) -> Option<&str> {
    list.split_inclusive('\n').next().filter(|line| line.starts_with("# ") && line.ends_with('\n'))
}

/// The newer lines to the list with this first line, as they are written.
///
/// # Errors
/// When they are there and cannot be read.
pub(super) fn newer_to(folder: &Path, head: Option<&str>) -> Result<String, disk::Error> {
    let bytes = disk::read_if_there(&folder.join(NEWER))?.unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    Ok(head.and_then(|head| text.strip_prefix(head)).unwrap_or_default().to_owned())
}

/// A list that is not read as a whole: lines in the order of their paths.
pub(super) struct List {
    file: File,
    len: u64,
    head: String,
}

impl List {
    /// Opens the list of the site in a folder; none where it says nothing that newer lines could follow on.
    fn open(folder: &Path) -> io::Result<Option<Self>> {
        let file = File::open(folder.join(MANIFEST))?;
        let len = file.metadata()?.len();
        let first = read_at(&file, 0)?;
        let head = head_of(&String::from_utf8_lossy(&first)).map(str::to_owned);
        Ok(head.map(|head| Self { file, len, head }))
    }

    /// The file at a path, in as many looks as halve the list until it is found.
    fn find(&self, path: &str) -> io::Result<Option<SiteFile>> {
        // Its line begins at `from` or behind it, and before `to`.
        let (mut from, mut to) = (self.head.len() as u64, self.len);
        while from < to {
            let middle = from + (to - from) / 2;
            // The line end before it: a line may begin right there.
            let block = read_at(&self.file, middle - 1)?;
            let Some(end) = block.iter().position(|byte| *byte == b'\n') else { return Ok(None) };
            let start = middle + end as u64;
            if start >= to {
                // Few are left: those that begin before the middle.
                to = middle;
                continue;
            }
            let line = block[end + 1..]
                .split_inclusive(|byte| *byte == b'\n')
                .next()
                .and_then(|line| line.strip_suffix(b"\n"));
            let line = line.and_then(|line| std::str::from_utf8(line).ok());
            let Some((line, (own, file))) = line.and_then(|line| Some((line, read_line(line)?))) else {
                return Ok(None);
            };
            match own.cmp(path) {
                Ordering::Equal => return Ok(Some(file)),
                Ordering::Less => from = start + line.len() as u64 + 1,
                Ordering::Greater => to = middle,
            }
        }
        Ok(None)
    }
}

fn read_at(file: &File, at: u64) -> io::Result<Vec<u8>> {
    let mut block = vec![0; BLOCK];
    let mut read = 0;
    while read < BLOCK {
        match file.read_at(&mut block[read..], at + read as u64)? {
            0 => break,
            more => read += more,
        }
    }
    block.truncate(read);
    Ok(block)
}

/// Some files of a site, and what else has to be known to publish these alone.
#[derive(Debug)]
pub(in crate::publication) struct Few {
    /// Those files.
    pub(super) files: Manifest,
    /// The first line of the list.
    pub(super) head: String,
    /// All that is newer.
    pub(super) newer: Manifest,
}

impl Few {
    /// Finds files in the list of the site in a folder, and in what is newer; none where one of them is not there, or
    /// where it is time to write the list anew.
    ///
    /// # Errors
    /// When the list cannot be read.
    pub(super) fn find(folder: &Path, paths: &BTreeSet<String>) -> Result<Option<Self>, disk::Error> {
        let path = folder.join(MANIFEST);
        let list = match List::open(folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            opened => opened,
        };
        let find = || -> io::Result<Option<Self>> {
            let Some(list) = list? else { return Ok(None) };
            let newer = newer_to(folder, Some(&list.head)).map_err(|error| error.source)?;
            let newer = Manifest::parse(&newer);
            let mut files = Manifest::default();
            for path in paths {
                let known = match newer.get(path) {
                    Some(file) => Some(*file),
                    None => list.find(path)?,
                };
                let Some(file) = known else { return Ok(None) };
                files.insert(path, file);
            }
            let is_full = newer.len() + files.len() > MOST_LINES;
            Ok((!is_full).then_some(Self { files, head: list.head, newer }))
        };
        find().map_err(disk::Error::new("read", &path))
    }

    /// The newer lines once these files are as `next` says.
    pub(super) fn render_newer(&self, next: &Manifest) -> String {
        let mut newer = self.newer.clone();
        next.files().for_each(|(path, file)| newer.insert(path, *file));
        format!("{}{}", self.head, newer.render_lines())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_is_found_in_the_list_without_reading_the_others() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x");
        for count in [1, 2, 3, 50, 400] {
            let mut manifest = Manifest::default();
            for number in 0..count {
                std::fs::write(&path, number.to_string()).unwrap();
                let print = Fingerprint::of(number.to_string().as_bytes());
                // Names of all lengths.
                let name = format!("nl/{number}{}/index.html", "x".repeat(number * 7 % 200));
                manifest.insert(&name, SiteFile::at(&path, print).unwrap());
            }
            std::fs::write(folder.path().join(MANIFEST), manifest.render()).unwrap();
            let list = List::open(folder.path()).unwrap().unwrap();
            for (name, file) in manifest.files() {
                assert_eq!(list.find(name).unwrap(), Some(*file), "{name} of {count}");
                for other in [format!("{name}x"), name[..name.len() - 1].to_owned()] {
                    assert_eq!(list.find(&other).unwrap(), None, "{other} of {count}");
                }
            }
            assert_eq!((list.find("a").unwrap(), list.find("zz").unwrap()), (None, None));
        }
    }

    #[test]
    fn what_is_newer_follows_on_its_own_list_only() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(NEWER), "# a\nline\n").unwrap();
        let newer = |head| newer_to(folder.path(), head).unwrap();
        assert_eq!(
            (newer(Some("# a\n")).as_str(), newer(Some("# b\n")).as_str(), newer(None).as_str()),
            ("line\n", "", "")
        );
        assert_eq!((head_of("# a\nx"), head_of("x\n# a\n"), head_of("# a")), (Some("# a\n"), None, None));
    }
}
