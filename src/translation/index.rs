//! Which files were in step when they were last looked at, so that only those that changed since are read again.
//!
//! The index is a file that may be deleted at any time: without it everything is read once more.

use std::{
    collections::{BTreeSet, HashMap},
    env, fs,
    os::unix::fs::MetadataExt as _,
    panic::resume_unwind,
    path::{Path, PathBuf},
    thread,
};

use ring::digest;
use serde::{Deserialize, Serialize};

use super::{
    Survey,
    folder::{Folder, glossary_file},
};
use crate::{disk, locale::Locale, posts::Slug};

/// Beside the database, in a folder that is not in version control.
const FILE: &str = "data/in-step.index";

/// In so many posts a text that is new in another is looked for: one that stands in more ("per week") is no
/// paragraph that moved.
const MOST_ORIGINS: usize = 8;

/// A file that changed this many seconds before the index was written, or later, may have changed again
/// without getting another stamp: file systems keep the time in steps of up to two seconds.
const SETTLED: i64 = 2;

/// What tells two versions of a file apart without reading them: a file that is written, or replaced by
/// another, gets a new time of change from the system, whatever time of modification a program gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Stamp {
    inode: u64,
    size: u64,
    modified: (i64, i64),
    changed: (i64, i64),
}

/// The files of one post as they are at a moment; none stands for a file that is not there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Look {
    post: PathBuf,
    stamps: Vec<Option<Stamp>>,
}

/// What must be the same for an index to hold: the program, and what it was asked to keep in step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Terms {
    program: Option<Stamp>,
    source: Locale,
    targets: Vec<Locale>,
    glossaries: Vec<(Locale, Option<Stamp>)>,
}

/// What is known of a post.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Entry {
    look: Look,
    /// Whether it was in step when its files looked like this.
    in_step: bool,
    /// How far it was in each language then, if somebody asked.
    survey: Option<Survey>,
    /// Short hashes of the texts that it has or had.
    texts: Vec<u32>,
    /// Whether its files may have changed since, in the instant in which they were looked at.
    #[serde(skip)]
    unsettled: bool,
}

/// The posts that were in step, with how their files looked then.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Index {
    terms: Terms,
    posts: HashMap<Slug, Entry>,
    #[serde(skip)]
    changed: bool,
    /// Who has, or had, which text: made when it is asked for first.
    #[serde(skip)]
    by_text: Option<HashMap<u32, Vec<Slug>>>,
}

impl Stamp {
    fn of(path: &Path) -> Option<Self> {
        let data = fs::metadata(path).ok()?;
        Some(Self {
            inode: data.ino(),
            size: data.size(),
            modified: (data.mtime(), data.mtime_nsec()),
            changed: (data.ctime(), data.ctime_nsec()),
        })
    }
}

impl Look {
    /// Looks at the files of many posts: each post's own, and those that `files` names for it.
    pub(super) fn at_all<P: Sync>(root: &Path, posts: &[P], files: impl Fn(&P) -> Vec<PathBuf> + Sync) -> Vec<Self> {
        let look = |post: &P| {
            let files = files(post);
            let stamps = files.iter().map(|file| Stamp::of(&root.join(file))).collect();
            Self { post: files.into_iter().next().unwrap_or_default(), stamps }
        };
        let threads = thread::available_parallelism().map_or(1, usize::from);
        let share = posts.len().div_ceil(threads).max(1);
        thread::scope(|scope| {
            let shares = posts.chunks(share).map(|share| scope.spawn(|| share.iter().map(look).collect::<Vec<_>>()));
            let shares: Vec<_> = shares.collect();
            let joined = shares.into_iter().map(|share| share.join().unwrap_or_else(|panic| resume_unwind(panic)));
            joined.flatten().collect()
        })
    }

    /// Whether the `nth` of its files is there.
    pub(super) fn has(&self, nth: usize) -> bool {
        self.stamps.get(nth).is_some_and(Option::is_some)
    }
}

/// Four bytes of a text's hash: enough to look into one post too many at most.
fn short_hash(text: &str) -> u32 {
    let hash = digest::digest(&digest::SHA256, text.as_bytes());
    let bytes = hash.as_ref();
    u32::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])
}

impl Index {
    /// Reads the index; an empty one when there is none, or none that still holds.
    pub(super) fn load(folder: &Folder<'_>) -> Self {
        let Folder { root, source, targets, locales, .. } = *folder;
        let program = env::current_exe().ok().and_then(|path| Stamp::of(&path));
        let glossary = |locale: &Locale| (locale.clone(), Stamp::of(&root.join(glossary_file(locale))));
        let glossaries = locales.iter().map(glossary).collect();
        let terms = Terms { program, source: source.clone(), targets: targets.to_vec(), glossaries };
        let read = || {
            let written = Stamp::of(&root.join(FILE))?;
            let bytes = fs::read(root.join(FILE)).ok()?;
            let mut index: Self = postcard::from_bytes(&bytes).ok()?;
            let unsettled = |stamp: &Stamp| stamp.changed.0 >= written.modified.0 - SETTLED;
            for entry in index.posts.values_mut() {
                entry.unsettled = entry.look.stamps.iter().flatten().any(unsettled);
            }
            Some(index)
        };
        let empty = || Self { terms: terms.clone(), posts: HashMap::new(), changed: false, by_text: None };
        read().filter(|index| index.terms == terms).unwrap_or_else(empty)
    }

    /// Whether a post was in step when its files looked as they do now.
    pub(super) fn holds(&self, slug: &Slug, look: &Look) -> bool {
        self.entry(slug, look).is_some_and(|entry| entry.in_step)
    }

    /// How far a post was in each language when its files looked as they do now, if that is known.
    pub(super) fn survey(&self, slug: &Slug, look: &Look) -> Option<&Survey> {
        self.entry(slug, look)?.survey.as_ref()
    }

    fn entry(&self, slug: &Slug, look: &Look) -> Option<&Entry> {
        self.posts.get(slug).filter(|entry| !entry.unsettled && entry.look == *look)
    }

    /// Notes which texts a post has or had, and how its files looked if it was in step then.
    pub(super) fn note<'a>(&mut self, slug: &Slug, look: Option<Look>, texts: impl IntoIterator<Item = &'a str>) {
        let texts: Vec<_> = texts.into_iter().map(short_hash).collect();
        if let Some(by_text) = &mut self.by_text {
            for text in &texts {
                by_text.entry(*text).or_default().push(slug.clone());
            }
        }
        let survey = look.as_ref().and_then(|look| self.survey(slug, look).cloned());
        let (in_step, look) = (look.is_some(), look.unwrap_or_default());
        self.posts.insert(slug.clone(), Entry { look, in_step, survey, texts, unsettled: false });
        self.changed = true;
    }

    /// Notes how far a post was in each language when its files looked like this.
    pub(super) fn note_survey(&mut self, look: Look, survey: Survey) {
        let entry = self.posts.entry(survey.slug.clone()).or_default();
        if entry.look != look {
            (entry.in_step, entry.look) = (false, look);
        }
        (entry.survey, entry.unsettled) = (Some(survey), false);
        self.changed = true;
    }

    /// The posts that have, or had, one of these texts when they were in step, but for `slug` itself, in the
    /// order of their names. Seldom one that has none of them: texts are compared by a short hash.
    pub(super) fn posts_with<'a>(&mut self, texts: impl IntoIterator<Item = &'a str>, slug: &Slug) -> Vec<Slug> {
        let wanted: Vec<_> = texts.into_iter().map(short_hash).collect();
        if wanted.is_empty() {
            return Vec::new();
        }
        let posts = &self.posts;
        let by_text = self.by_text.get_or_insert_with(|| {
            let mut by_text: HashMap<u32, Vec<Slug>> = HashMap::new();
            for (slug, entry) in posts {
                for text in &entry.texts {
                    by_text.entry(*text).or_default().push(slug.clone());
                }
            }
            by_text
        });
        let origins = wanted.iter().filter_map(|hash| by_text.get(hash));
        let origins = origins.map(|posts| posts.iter().filter(|other| *other != slug).collect::<BTreeSet<_>>());
        let found: BTreeSet<_> = origins.filter(|posts| posts.len() <= MOST_ORIGINS).flatten().collect();
        found.into_iter().cloned().collect()
    }

    /// Writes the index if it has changed. Without one everything works, so it does not matter whether it can be.
    pub(super) fn save(&self, root: &Path) {
        if self.changed
            && let Ok(bytes) = postcard::to_stdvec(self)
            && let Err(error) = disk::write_derived_if_changed(&root.join(FILE), &bytes)
        {
            tracing::debug!(error = %error, "the index of what is in step cannot be written");
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{fs::File, time::Duration};

    use super::*;
    use crate::posts::LoadSettings;

    fn index_for(root: &Path, target: &str) -> Index {
        let (source, targets) = ("nl".parse().unwrap(), [target.parse().unwrap()]);
        let settings = LoadSettings { zone: chrono_tz::UTC };
        Index::load(&Folder { root, settings, source: &source, targets: &targets, locales: &targets })
    }

    /// A folder with one file, and the index of a moment when it was in step.
    struct Kept(tempfile::TempDir);

    impl Kept {
        fn new() -> Self {
            let kept = Self(tempfile::tempdir().unwrap());
            fs::write(kept.file(), "Blijf bewegen.").unwrap();
            kept.note();
            kept
        }

        fn file(&self) -> PathBuf {
            self.0.path().join("a.md")
        }

        fn look(&self) -> Look {
            Look::at_all(self.0.path(), &["a"], |name| vec![format!("{name}.md").into(), "b.ftl".into()]).remove(0)
        }

        fn index(&self) -> Index {
            index_for(self.0.path(), "fr")
        }

        fn note(&self) {
            let mut index = self.index();
            index.note(&"a".parse().unwrap(), Some(self.look()), ["Blijf bewegen."]);
            index.save(self.0.path());
        }

        /// Makes the index as old as it would be if nothing happened for an hour.
        fn let_settle(&self) {
            let later = self.file().metadata().unwrap().modified().unwrap() + Duration::from_secs(3600);
            File::options().write(true).open(self.0.path().join(FILE)).unwrap().set_modified(later).unwrap();
        }

        fn holds(&self) -> bool {
            self.index().holds(&"a".parse().unwrap(), &self.look())
        }
    }

    #[test]
    fn what_has_not_changed_is_known_to_be_in_step_once_it_has_settled() {
        let kept = Kept::new();
        assert!(!kept.holds(), "it may have changed in the same instant");
        kept.let_settle();
        assert!(kept.holds());
    }

    #[test]
    fn a_change_is_seen_even_if_size_and_time_are_put_back() {
        let kept = Kept::new();
        let (modified, before) =
            (kept.file().metadata().unwrap().modified().unwrap(), Stamp::of(&kept.file()).unwrap());
        // The system's clock for files moves in steps of some milliseconds.
        while Stamp::of(&kept.file()).unwrap().changed == before.changed {
            fs::write(kept.file(), "Blijf liggen..").unwrap();
        }
        File::options().write(true).open(kept.file()).unwrap().set_modified(modified).unwrap();
        kept.let_settle();
        assert!(!kept.holds());
    }

    #[test]
    fn a_text_is_found_in_the_posts_that_have_it() {
        let mut index = Kept::new().index();
        let (a, b) = ("a".parse().unwrap(), "b".parse().unwrap());
        assert_eq!(index.posts_with(["Blijf bewegen."], &b), [a]);
        assert_eq!(index.posts_with(["Blijf bewegen."], &"a".parse().unwrap()), []);
        assert_eq!(index.posts_with(["Iets anders."], &b), []);
    }

    #[test]
    fn a_text_that_stands_everywhere_hides_none_that_moved() {
        let mut index = Kept::new().index();
        for nth in 0..=MOST_ORIGINS {
            index.note(&format!("a{nth}").parse().unwrap(), None, ["Bel ons gerust."]);
        }
        index.note(&"z".parse().unwrap(), None, ["Bel ons gerust.", "Keer de plank om."]);
        let new = "nieuw".parse().unwrap();
        assert_eq!(index.posts_with(["Bel ons gerust.", "Keer de plank om."], &new), ["z".parse().unwrap()]);
    }

    #[test]
    fn a_file_that_comes_or_goes_is_a_change() {
        let kept = Kept::new();
        kept.let_settle();
        fs::write(kept.0.path().join("b.ftl"), "title = Marche\n").unwrap();
        assert!(!kept.holds());
        fs::remove_file(kept.0.path().join("b.ftl")).unwrap();
        assert!(kept.holds());
    }

    #[test]
    fn other_languages_or_a_broken_index_make_everything_be_read_again() {
        let kept = Kept::new();
        kept.let_settle();
        let others = index_for(kept.0.path(), "de");
        assert!(!others.holds(&"a".parse().unwrap(), &kept.look()));
        let whole = fs::read(kept.0.path().join(FILE)).unwrap();
        for end in 0..whole.len() {
            fs::write(kept.0.path().join(FILE), &whole[..end]).unwrap();
            kept.let_settle();
            assert!(!kept.holds(), "cut off after {end} bytes");
        }
    }
}
