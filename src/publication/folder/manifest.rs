//! The list of what is published: which files, what is in them, and how they look from outside.
//!
//! By the list those that no longer belong can be removed, and files that somebody else put there stay; and what
//! did not change is not read.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    path::{Component, Path},
};

use super::newer::{head_for, head_of, newer_to};
use crate::{
    disk::{self, Stamp},
    fingerprint::Fingerprint,
};

/// Where the list is, in the folder of the site.
pub(super) const MANIFEST: &str = ".postduif-files";

/// A file of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SiteFile {
    /// What is in it.
    pub print: Fingerprint,
    /// How it looks from outside as long as nobody touches it.
    look: Look,
    made_of: MadeOf,
}

/// What a file was made of, as far as that is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct MadeOf {
    /// All that stands in it. It takes some trouble to find out.
    pub makings: Option<Fingerprint>,
    /// What can be seen at a glance: all that pages may show of all posts, and what this file alone shows. Where
    /// that is the same, so are the makings; where it is not, they may still be.
    pub glance: Option<Fingerprint>,
}

/// How a file looks from outside.
type Look = [u64; 4];

/// The files of a site by their paths.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Manifest {
    files: BTreeMap<String, SiteFile>,
}

impl SiteFile {
    /// A file that has this content and lies, for now, at `path`.
    pub(super) fn at(path: &Path, print: Fingerprint) -> Option<Self> {
        Some(Self { print, look: Stamp::of(path)?.unmoved(), made_of: MadeOf::default() })
    }

    /// A file that has this content and lies nowhere yet.
    pub(super) fn unwritten(print: Fingerprint) -> Self {
        Self { print, look: Look::default(), made_of: MadeOf::default() }
    }

    /// Whether the file at `path` is this one, untouched.
    pub(super) fn is_untouched(&self, path: &Path) -> bool {
        Stamp::of(path).is_some_and(|stamp| stamp.unmoved() == self.look)
    }

    /// The same file, of which it is said what it was made of.
    pub(super) fn made_of(self, made_of: MadeOf) -> Self {
        Self { made_of, ..self }
    }

    /// All that stands in it, where that is known.
    pub(super) fn known_makings(&self) -> Option<Fingerprint> {
        self.made_of.makings
    }

    /// Whether it is known by its makings, or at a glance, to be made of this.
    pub(super) fn is_made_of(&self, wanted: MadeOf) -> bool {
        let is_same = |own: Option<_>, wanted: Option<_>| wanted.is_some() && own == wanted;
        is_same(self.made_of.makings, wanted.makings) || is_same(self.made_of.glance, wanted.glance)
    }

    /// How many bytes are in it.
    pub fn size(&self) -> u64 {
        self.look[1]
    }

    /// When it was written, in seconds of Unix time.
    pub fn written(&self) -> i64 {
        self.look[2].cast_signed()
    }
}

impl Manifest {
    /// Reads the list of the site in `folder`, with what is newer: an empty one where there is none.
    ///
    /// # Errors
    /// When it is there and cannot be read.
    pub fn load(folder: &Path) -> Result<Self, disk::Error> {
        let bytes = disk::read_if_there(&folder.join(MANIFEST))?.unwrap_or_default();
        let list = String::from_utf8_lossy(&bytes);
        let mut all = Self::parse(&list);
        all.files.extend(Self::parse(&newer_to(folder, head_of(&list))?).files);
        Ok(all)
    }

    /// Reads a list; a line that cannot be read is a file that is not known.
    pub(super) fn parse(text: &str) -> Self {
        Self { files: text.lines().filter_map(read_line).map(|(path, file)| (path.to_owned(), file)).collect() }
    }

    /// The list as it is written.
    pub(super) fn render(&self) -> String {
        let lines = self.render_lines();
        head_for(&lines) + &lines
    }

    /// Its lines alone.
    pub(super) fn render_lines(&self) -> String {
        let mut text = String::with_capacity(self.files.len() * 150);
        for (path, SiteFile { print, look: [inode, size, seconds, nanoseconds], made_of }) in &self.files {
            // Writing to a string cannot fail.
            let _ = write!(text, "{print}");
            for known in [made_of.makings, made_of.glance] {
                let _ = match known {
                    Some(known) => write!(text, " {known}"),
                    None => write!(text, " -"),
                };
            }
            let _ = writeln!(text, " {inode} {size} {seconds} {nanoseconds} {path}");
        }
        text
    }

    /// The files by their paths, in their order.
    pub fn files(&self) -> impl Iterator<Item = (&str, &SiteFile)> {
        self.files.iter().map(|(path, file)| (path.as_str(), file))
    }

    /// A file.
    pub fn get(&self, path: &str) -> Option<&SiteFile> {
        self.files.get(path)
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// The paths that begin so.
    pub fn paths<'m>(&'m self, beginning: &str) -> impl Iterator<Item = &'m str> {
        let from = self.files.range(beginning.to_owned()..).map(|(path, _)| path.as_str());
        from.take_while(move |path| path.starts_with(beginning))
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    pub(super) fn insert(&mut self, path: &str, file: SiteFile) {
        self.files.insert(path.to_owned(), file);
    }
}

/// Reads one line of a list; none where it cannot be read.
pub(super) fn read_line(line: &str) -> Option<(&str, SiteFile)> {
    let mut words = line.splitn(8, ' ');
    let print = words.next()?.parse().ok()?;
    let made_of = MadeOf { makings: words.next()?.parse().ok(), glance: words.next()?.parse().ok() };
    let mut look = [0; 4];
    for number in &mut look {
        *number = words.next()?.parse().ok()?;
    }
    let path = words.next().filter(|path| is_inside(path))?;
    Some((path, SiteFile { print, look, made_of }))
}

/// Whether a path stays inside the site and can stand on a line, whoever wrote it.
pub(super) fn is_inside(path: &str) -> bool {
    let is_plain = |part| matches!(part, Component::Normal(_));
    !path.is_empty() && !path.contains(char::is_control) && Path::new(path).components().all(is_plain)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_list_is_read_back_and_nothing_in_it_leads_outside() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("een foto.jpg");
        fs::write(&path, "x").unwrap();
        let file = SiteFile::at(&path, Fingerprint::of(b"x")).unwrap();
        let mut manifest = Manifest::default();
        manifest.insert("media/rug/een foto.jpg", file);
        manifest.insert("nl/index.html", file.made_of(MadeOf { makings: Some(Fingerprint::of(b"y")), glance: None }));
        let text = manifest.render();
        assert_eq!(Manifest::parse(&text), manifest);
        assert!(file.is_untouched(&path) && file.size() == 1);
        for evil in ["../x", "/etc/passwd", "nl/../../x", ""] {
            assert!(Manifest::parse(&text.replace("nl/index.html", evil)).get(evil).is_none(), "{evil}");
        }
        assert!(Manifest::parse("nl/index.html\n").is_empty(), "a list of paths alone says nothing of their contents");
    }
}
