//! Which files were in step when they were last looked at, so that only those that changed since are read again.
//!
//! The index is a file that may be deleted at any time: without it everything is read once more.

use std::{
    collections::{BTreeSet, HashMap},
    env, fs,
    path::Path,
};

use ring::digest;
use serde::{Deserialize, Serialize};

use super::{
    Survey,
    folder::{Folder, glossary_file},
    look::Look,
};
use crate::{
    disk::{self, Stamp},
    locale::Locale,
    posts::Slug,
};

/// Beside the database, in a folder that is not in version control.
const FILE: &str = "data/in-step.index";

/// In so many posts a text that is new in another is looked for: one that stands in more ("per week") is no
/// paragraph that moved.
const MOST_ORIGINS: usize = 8;

/// So many texts are looked for by going through all posts; for more, a table of all texts is worth its making.
const FEW_QUESTIONS: usize = 100;

/// A file that changed this many seconds before the index was written, or later, may have changed again
/// without getting another stamp: file systems keep the time in steps of up to two seconds.
const SETTLED: i64 = 2;

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
    /// How far it was in each language then, if somebody asked: as bytes, as those who sync never do.
    survey: Option<Vec<u8>>,
    /// Short hashes of the texts that it has or had, in their order.
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
    /// How often it was asked for the posts with a text.
    #[serde(skip)]
    asked: usize,
    /// Who has, or had, which text, once it was asked for often.
    #[serde(skip)]
    by_text: Option<HashMap<u32, Vec<Slug>>>,
}

/// Four bytes of a text's hash: enough to look into one post too many at most.
fn short_hash(text: &str) -> u32 {
    let hash = digest::digest(&digest::SHA256, text.as_bytes());
    let bytes = hash.as_ref();
    u32::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])
}

/// The posts that have each text.
fn table(posts: &HashMap<Slug, Entry>) -> HashMap<u32, Vec<Slug>> {
    let mut table: HashMap<u32, Vec<Slug>> = HashMap::new();
    for (slug, entry) in posts {
        for text in &entry.texts {
            table.entry(*text).or_default().push(slug.clone());
        }
    }
    table
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
            for entry in index.posts.values_mut() {
                entry.unsettled = entry.look.changed >= written.written() - SETTLED;
            }
            Some(index)
        };
        let empty = || Self { terms: terms.clone(), posts: HashMap::new(), changed: false, asked: 0, by_text: None };
        read().filter(|index| index.terms == terms).unwrap_or_else(empty)
    }

    /// Whether a post was in step when its files looked as they do now.
    pub(super) fn holds(&self, slug: &Slug, look: &Look) -> bool {
        self.entry(slug, look).is_some_and(|entry| entry.in_step)
    }

    /// How far a post was in each language when its files looked as they do now, if that is known.
    pub(super) fn survey(&self, slug: &Slug, look: &Look) -> Option<Survey> {
        postcard::from_bytes(self.entry(slug, look)?.survey.as_ref()?).ok()
    }

    fn entry(&self, slug: &Slug, look: &Look) -> Option<&Entry> {
        self.posts.get(slug).filter(|entry| !entry.unsettled && entry.look == *look)
    }

    /// Notes which texts a post has or had, and how its files looked if it was in step then.
    pub(super) fn note<'a>(&mut self, slug: &Slug, look: Option<Look>, texts: impl IntoIterator<Item = &'a str>) {
        let mut texts: Vec<_> = texts.into_iter().map(short_hash).collect();
        texts.sort_unstable();
        texts.dedup();
        if let Some(by_text) = &mut self.by_text {
            let known = self.posts.get(slug).map_or(&[][..], |entry| &entry.texts);
            for text in texts.iter().filter(|text| known.binary_search(text).is_err()) {
                by_text.entry(*text).or_default().push(slug.clone());
            }
        }
        let survey = look.as_ref().and_then(|look| self.entry(slug, look)?.survey.clone());
        let (in_step, look) = (look.is_some(), look.unwrap_or_default());
        self.posts.insert(slug.clone(), Entry { look, in_step, survey, texts, unsettled: false });
        self.changed = true;
    }

    /// Notes how far a post was in each language when its files looked like this.
    pub(super) fn note_survey(&mut self, look: Look, survey: &Survey) {
        let entry = self.posts.entry(survey.slug.clone()).or_default();
        if entry.look != look {
            (entry.in_step, entry.look) = (false, look);
        }
        (entry.survey, entry.unsettled) = (postcard::to_stdvec(survey).ok(), false);
        self.changed = true;
    }

    /// The posts that have, or had, one of these texts when they were in step, but for `slug` itself, in the
    /// order of their names. Seldom one that has none of them: texts are compared by a short hash.
    pub(super) fn posts_with<'a>(&mut self, texts: impl IntoIterator<Item = &'a str>, slug: &Slug) -> Vec<Slug> {
        let wanted: BTreeSet<_> = texts.into_iter().map(short_hash).collect();
        let origins = wanted.into_iter().map(|text| self.origins(text, slug));
        let found: BTreeSet<_> = origins.filter(|posts| posts.len() <= MOST_ORIGINS).flatten().collect();
        found.into_iter().collect()
    }

    /// The posts with a text, but for one; when there are too many, no more than it takes to see that.
    fn origins(&mut self, text: u32, but: &Slug) -> Vec<Slug> {
        /// More than this tells no more.
        const ENOUGH: usize = MOST_ORIGINS + 1;
        self.asked += 1;
        if self.asked > FEW_QUESTIONS {
            let table = self.by_text.get_or_insert_with(|| table(&self.posts));
            let found = table.get(&text).into_iter().flatten();
            return found.filter(|slug| *slug != but).take(ENOUGH).cloned().collect();
        }
        let has_it = |entry: &Entry| entry.texts.binary_search(&text).is_ok();
        let found = self.posts.iter().filter(|(slug, entry)| *slug != but && has_it(entry));
        found.take(ENOUGH).map(|(slug, _)| slug.clone()).collect()
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
    use std::{fs::File, path::PathBuf, time::Duration};

    use super::*;
    use crate::posts::{LoadSettings, PostFile};

    /// Does something with a folder in which people translate into one language.
    fn within<T>(root: &Path, target: &str, work: impl FnOnce(&Folder<'_>) -> T) -> T {
        let (source, targets) = ("nl".parse().unwrap(), [target.parse().unwrap()]);
        let settings = LoadSettings { zone: chrono_tz::UTC };
        work(&Folder { root, settings, source: &source, targets: &targets, locales: &targets })
    }

    /// A folder with one file, and the index of a moment when it was in step.
    struct Kept(tempfile::TempDir);

    impl Kept {
        fn new() -> Self {
            let kept = Self(tempfile::tempdir().unwrap());
            for folder in ["posts", "locales/fr/posts"] {
                fs::create_dir_all(kept.0.path().join(folder)).unwrap();
            }
            fs::write(kept.file(), "Blijf bewegen.").unwrap();
            kept.note();
            kept
        }

        fn file(&self) -> PathBuf {
            self.0.path().join("posts/a.md")
        }

        fn look(&self) -> Look {
            let post = PostFile { slug: "a".parse().unwrap(), file: "posts/a.md".into() };
            within(self.0.path(), "fr", |folder| Look::at_all(folder, &[post])).remove(0)
        }

        fn index(&self) -> Index {
            within(self.0.path(), "fr", Index::load)
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
        let (modified, before) = (kept.file().metadata().unwrap().modified().unwrap(), kept.look());
        // The system's clock for files moves in steps of some milliseconds.
        while kept.look() == before {
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
        fs::write(kept.0.path().join("locales/fr/posts/a.ftl"), "title = Marche\n").unwrap();
        assert!(!kept.holds());
        fs::remove_file(kept.0.path().join("locales/fr/posts/a.ftl")).unwrap();
        assert!(kept.holds());
    }

    #[test]
    fn a_linked_catalog_that_changes_where_it_really_is_has_changed() {
        let kept = Kept::new();
        let real = kept.0.path().join("elders.ftl");
        fs::write(&real, "title = Marche\n").unwrap();
        std::os::unix::fs::symlink(&real, kept.0.path().join("locales/fr/posts/a.ftl")).unwrap();
        kept.note();
        kept.let_settle();
        assert!(kept.holds());
        fs::write(&real, "title = Marches\n").unwrap();
        assert!(!kept.holds());
    }

    #[test]
    fn many_questions_get_the_same_answers_as_a_few() {
        let mut index = Kept::new().index();
        let (a, b): (Slug, Slug) = ("a".parse().unwrap(), "b".parse().unwrap());
        let new = "c".parse().unwrap();
        for _ in 0..=FEW_QUESTIONS {
            assert_eq!(index.posts_with(["Blijf bewegen."], &b), std::slice::from_ref(&a));
        }
        index.note(&b, None, ["Keer de plank om."]);
        index.note(&b, None, ["Keer de plank om.", "Blijf bewegen."]);
        assert_eq!(index.posts_with(["Blijf bewegen."], &new), [a, b.clone()]);
        assert_eq!(index.posts_with(["Keer de plank om."], &new), [b]);
    }

    #[test]
    fn other_languages_or_a_broken_index_make_everything_be_read_again() {
        let kept = Kept::new();
        kept.let_settle();
        let others = within(kept.0.path(), "de", Index::load);
        assert!(!others.holds(&"a".parse().unwrap(), &kept.look()));
        let whole = fs::read(kept.0.path().join(FILE)).unwrap();
        for end in 0..whole.len() {
            fs::write(kept.0.path().join(FILE), &whole[..end]).unwrap();
            kept.let_settle();
            assert!(!kept.holds(), "cut off after {end} bytes");
        }
    }
}
