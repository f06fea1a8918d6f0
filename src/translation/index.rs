//! What was found out about posts when their files looked so and so: only those that changed since are read again.
//!
//! An index is a file that may be deleted at any time: without it everything is read once more.

use std::{
    collections::{HashMap, HashSet},
    fs,
    path::PathBuf,
};

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::look::{Look, Print};
use crate::{
    disk,
    posts::{PostFile, Slug},
};

/// A file that changed this many seconds before it was looked at, or later, may change again without
/// getting another stamp: file systems keep the time in steps of up to two seconds.
pub(super) const SETTLED: i64 = 2;

/// What is known of a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Entry {
    /// How its files looked, if whatever changes them now makes them look otherwise.
    print: Option<Print>,
    /// What was found out then, in a form of its own: most of it nobody asks for.
    value: Bytes,
}

/// Bytes that are read and written as a whole.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Bytes(Vec<u8>);

impl Serialize for Bytes {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <&[u8]>::deserialize(deserializer).map(|bytes| Self(bytes.to_vec()))
    }
}

/// What is known of all posts.
#[derive(Debug)]
pub(super) struct Index<T> {
    file: PathBuf,
    /// The time when it was read, by the clock that stamps the files; none where nobody can know.
    now: Option<i64>,
    /// A file that changed so many seconds before it was looked at, or later, is not trusted.
    settled: i64,
    /// What must be the same for it to hold.
    terms: T,
    entries: HashMap<Slug, Entry>,
    /// What stood there under other terms.
    earlier: Option<(T, HashMap<Slug, Entry>)>,
    changed: bool,
}

impl<T: PartialEq + Serialize + DeserializeOwned> Index<T> {
    /// Reads the index in a file; an empty one when there is none, or none that holds under these terms. The files of
    /// posts may only be looked at after that.
    pub(super) fn load(file: PathBuf, terms: T) -> Self {
        let now = disk::touch(&file).ok();
        let read = || postcard::from_bytes::<(T, HashMap<Slug, Entry>)>(&fs::read(&file).ok()?).ok();
        let (entries, earlier) = match read() {
            Some((held, entries)) if held == terms => (entries, None),
            earlier => (HashMap::new(), earlier),
        };
        Self { file, now, settled: SETTLED, terms, entries, earlier, changed: false }
    }

    /// The same, of which it is said when a file has settled.
    pub(super) fn settling(self, settled: i64) -> Self {
        Self { settled, ..self }
    }

    /// What was found out about a post when its files looked as they do now.
    pub(super) fn find(&self, slug: &Slug, look: &Look) -> Option<&[u8]> {
        self.entries.get(slug).filter(|entry| entry.print == Some(look.print)).map(|entry| entry.value.0.as_slice())
    }

    /// What was found out about posts the last time, however their files look now.
    pub(super) fn values(&self) -> impl Iterator<Item = (&Slug, &[u8])> {
        self.entries.iter().map(|(slug, entry)| (slug, entry.value.0.as_slice()))
    }

    /// What was found out about a post the last time, however its files look now.
    pub(super) fn value(&self, slug: &Slug) -> Option<&[u8]> {
        self.entries.get(slug).map(|entry| entry.value.0.as_slice())
    }

    /// What was found out about posts under other terms, and those terms: whoever asks has to see what still holds.
    pub(super) fn earlier(&self) -> Option<(&T, impl Iterator<Item = (&Slug, &[u8])>)> {
        let (terms, entries) = self.earlier.as_ref()?;
        Some((terms, entries.iter().map(|(slug, entry)| (slug, entry.value.0.as_slice()))))
    }

    /// Notes what was found out about a post, for as long as its files look so; for no later run where there is no
    /// look.
    pub(super) fn note(&mut self, slug: &Slug, look: Option<&Look>, value: Vec<u8>) {
        let is_settled = |look: &&Look| self.now.is_some_and(|now| look.changed < now - self.settled);
        let print = look.filter(is_settled).map(|look| look.print);
        let entry = Entry { print, value: Bytes(value) };
        if self.entries.get(slug) != Some(&entry) {
            self.entries.insert(slug.clone(), entry);
            self.changed = true;
        }
    }

    /// Forgets all posts but these.
    pub(super) fn keep_only(&mut self, files: &[PostFile]) {
        let there: HashSet<&Slug> = files.iter().map(|file| &file.slug).collect();
        self.entries.retain(|slug, _| there.contains(slug));
    }

    /// Writes the index if it has changed. Without one everything works, so it does not matter whether it can be.
    pub(super) fn save(&self) {
        if self.changed
            && let Ok(bytes) = postcard::to_stdvec(&(&self.terms, &self.entries))
            && let Err(error) = disk::write_derived_if_changed(&self.file, &bytes)
        {
            tracing::debug!(error = %error, "what is known of the posts cannot be written");
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs::File;

    use super::*;
    use crate::{
        posts::{LoadSettings, PostFile},
        translation::Folder,
    };

    /// A folder with one file, and the index of a moment when something was found out about it.
    struct Kept {
        root: tempfile::TempDir,
        /// When that was, by the clock that stamps the files, as far as it differs from now, in seconds.
        later: i64,
    }

    impl Kept {
        fn new(later: i64) -> Self {
            let kept = Self { root: tempfile::tempdir().unwrap(), later };
            for folder in ["posts", "locales/fr/posts"] {
                fs::create_dir_all(kept.root.path().join(folder)).unwrap();
            }
            fs::write(kept.file(), "Blijf bewegen.").unwrap();
            kept.note();
            kept
        }

        fn file(&self) -> PathBuf {
            self.root.path().join("posts/a.md")
        }

        fn look(&self) -> Look {
            let (source, targets) = ("nl".parse().unwrap(), ["fr".parse().unwrap()]);
            let settings = LoadSettings { zone: chrono_tz::UTC };
            let folder =
                Folder { root: self.root.path(), settings, source: &source, targets: &targets, locales: &targets };
            let post = PostFile { slug: "a".parse().unwrap(), file: "posts/a.md".into() };
            let look = Look::at(&folder, &post);
            assert_eq!(Look::at_all(&folder, &[post]), std::slice::from_ref(&look), "however it is looked at");
            look
        }

        fn index(&self, terms: &str) -> Index<String> {
            Index::load(self.root.path().join("data/a.index"), terms.to_owned())
        }

        fn note(&self) {
            let mut index = self.index("nl fr");
            index.now = index.now.map(|now| now + self.later);
            index.note(&"a".parse().unwrap(), Some(&self.look()), b"Blijf bewegen.".to_vec());
            index.save();
        }

        fn holds(&self) -> bool {
            self.index("nl fr").find(&"a".parse().unwrap(), &self.look()).is_some()
        }
    }

    const AN_HOUR: i64 = 3600;

    #[test]
    fn what_has_not_changed_is_known_once_it_has_settled() {
        assert!(!Kept::new(0).holds(), "it may change in the same instant");
        assert!(!Kept::new(SETTLED).holds());
        assert!(Kept::new(AN_HOUR).holds());
    }

    #[test]
    fn what_had_not_settled_is_not_trusted_later_either() {
        let kept = Kept::new(0);
        let mut index = kept.index("nl fr");
        index.now = index.now.map(|now| now + AN_HOUR);
        index.note(&"b".parse().unwrap(), None, Vec::new());
        index.save();
        assert!(!kept.holds());
    }

    #[test]
    fn a_change_is_seen_even_if_size_and_time_are_put_back() {
        let kept = Kept::new(AN_HOUR);
        let (modified, before) = (kept.file().metadata().unwrap().modified().unwrap(), kept.look());
        // The system's clock for files moves in steps of some milliseconds.
        while kept.look() == before {
            fs::write(kept.file(), "Blijf liggen..").unwrap();
        }
        File::options().write(true).open(kept.file()).unwrap().set_modified(modified).unwrap();
        assert!(!kept.holds());
    }

    #[test]
    fn a_file_that_comes_or_goes_is_a_change() {
        let kept = Kept::new(AN_HOUR);
        fs::write(kept.root.path().join("locales/fr/posts/a.ftl"), "title = Marche\n").unwrap();
        assert!(!kept.holds());
        fs::remove_file(kept.root.path().join("locales/fr/posts/a.ftl")).unwrap();
        assert!(kept.holds());
        fs::remove_dir(kept.root.path().join("locales/fr/posts")).unwrap();
        assert!(kept.holds(), "a folder without it is as good as none");
    }

    #[test]
    fn a_linked_catalog_that_changes_where_it_really_is_has_changed() {
        let kept = Kept::new(AN_HOUR);
        let real = kept.root.path().join("elders.ftl");
        fs::write(&real, "title = Marche\n").unwrap();
        std::os::unix::fs::symlink(&real, kept.root.path().join("locales/fr/posts/a.ftl")).unwrap();
        kept.note();
        assert!(kept.holds());
        fs::write(&real, "title = Marches\n").unwrap();
        assert!(!kept.holds());
    }

    #[test]
    fn other_terms_or_a_broken_index_make_everything_be_read_again() {
        let kept = Kept::new(AN_HOUR);
        let slug = "a".parse().unwrap();
        assert_eq!(kept.index("nl fr").find(&slug, &kept.look()), Some(&b"Blijf bewegen."[..]));
        assert_eq!(kept.index("nl de").find(&slug, &kept.look()), None);
        let file = kept.root.path().join("data/a.index");
        let whole = fs::read(&file).unwrap();
        for end in 0..whole.len() {
            fs::write(&file, &whole[..end]).unwrap();
            assert!(!kept.holds(), "cut off after {end} bytes");
        }
    }
}
