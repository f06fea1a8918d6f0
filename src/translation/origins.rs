//! Which posts were in step, and which have, or had, which texts: there a text that is new in another may come from.

use std::{
    collections::{BTreeSet, HashMap},
    env,
};

use ring::digest;
use serde::{Deserialize, Serialize};

use super::{folder::Folder, index::Index, look::Look};
use crate::{disk::Stamp, locale::Locale, posts::Slug};

/// Beside the database, in a folder that is not in version control.
const FILE: &str = "data/in-step.index";

/// In so many posts a text that is new in another is looked for: one that stands in more ("per week") is no
/// paragraph that moved.
const MOST_ORIGINS: usize = 8;

/// So many texts are looked for by going through all posts; for more, a table of all texts is worth its making.
const FEW_QUESTIONS: usize = 100;

/// The head of a text's hash: enough to look into one post too many at most.
type Short = [u8; 4];

/// What must be the same for posts to be in step still: the program, and what it was asked to keep in step.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Terms {
    program: Option<Stamp>,
    source: Locale,
    targets: Vec<Locale>,
    locales: Vec<Locale>,
}

/// The posts that were in step, with the texts that they have or had: of each the short hashes in their order.
#[derive(Debug)]
pub(super) struct Origins {
    posts: Index<Terms>,
    /// How often it was asked for the posts with a text.
    asked: usize,
    /// Who has, or had, which text, once it was asked for often.
    by_text: Option<HashMap<Short, Vec<Slug>>>,
}

fn short_hash(text: &str) -> Short {
    let hash = digest::digest(&digest::SHA256, text.as_bytes());
    let bytes = hash.as_ref();
    [bytes[0], bytes[1], bytes[2], bytes[3]]
}

/// The short hashes of the texts of a post.
fn texts(value: &[u8]) -> &[Short] {
    value.as_chunks().0
}

/// Which program this is.
pub(super) fn program() -> Option<Stamp> {
    env::current_exe().ok().and_then(|path| Stamp::of(&path))
}

impl Origins {
    /// Reads what is known of the posts of a folder.
    pub(super) fn load(folder: &Folder<'_>) -> Self {
        let terms = Terms {
            program: program(),
            source: folder.source.clone(),
            targets: folder.targets.to_vec(),
            locales: folder.locales.to_vec(),
        };
        Self { posts: Index::load(folder.root.join(FILE), terms), asked: 0, by_text: None }
    }

    /// Whether a post was in step when its files looked as they do now.
    pub(super) fn holds(&self, slug: &Slug, look: &Look) -> bool {
        self.posts.find(slug, look).is_some()
    }

    /// Whether somebody has noted the texts of a post.
    pub(super) fn knows(&self, slug: &Slug) -> bool {
        self.posts.value(slug).is_some()
    }

    /// Notes which texts a post has or had, and how its files looked if it was in step then.
    pub(super) fn note<'t>(&mut self, slug: &Slug, look: Option<&Look>, all: impl IntoIterator<Item = &'t str>) {
        let mut short: Vec<_> = all.into_iter().map(short_hash).collect();
        short.sort_unstable();
        short.dedup();
        if let Some(by_text) = &mut self.by_text {
            let known = self.posts.value(slug).map(texts).unwrap_or_default();
            for text in short.iter().filter(|text| known.binary_search(text).is_err()) {
                by_text.entry(*text).or_default().push(slug.clone());
            }
        }
        self.posts.note(slug, look, short.into_flattened());
    }

    /// The posts that have, or had, one of these texts when they were in step, but for `slug` itself, in the
    /// order of their names. Seldom one that has none of them: texts are compared by a short hash.
    pub(super) fn posts_with<'t>(&mut self, wanted: impl IntoIterator<Item = &'t str>, slug: &Slug) -> Vec<Slug> {
        let wanted: BTreeSet<_> = wanted.into_iter().map(short_hash).collect();
        let found = wanted.into_iter().map(|text| self.of_text(text, slug));
        let found: BTreeSet<_> = found.filter(|posts| posts.len() <= MOST_ORIGINS).flatten().collect();
        found.into_iter().collect()
    }

    /// The posts with a text, but for one; when there are too many, no more than it takes to see that.
    fn of_text(&mut self, text: Short, but: &Slug) -> Vec<Slug> {
        /// More than this tells no more.
        const ENOUGH: usize = MOST_ORIGINS + 1;
        self.asked += 1;
        if self.asked > FEW_QUESTIONS {
            let table = self.by_text.get_or_insert_with(|| table(&self.posts));
            let found = table.get(&text).into_iter().flatten();
            return found.filter(|slug| *slug != but).take(ENOUGH).cloned().collect();
        }
        let has_it = |value| texts(value).binary_search(&text).is_ok();
        let found = self.posts.values().filter(|(slug, value)| *slug != but && has_it(value));
        found.take(ENOUGH).map(|(slug, _)| slug.clone()).collect()
    }

    /// Keeps what is known for the next run.
    pub(super) fn save(&self) {
        self.posts.save();
    }
}

/// The posts that have each text.
fn table(posts: &Index<Terms>) -> HashMap<Short, Vec<Slug>> {
    let mut table: HashMap<Short, Vec<Slug>> = HashMap::new();
    for (slug, value) in posts.values() {
        for text in texts(value) {
            table.entry(*text).or_default().push(slug.clone());
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posts::LoadSettings;

    const NEW: &str = "nieuw";

    /// The origins of posts with these texts, and where they are kept.
    fn origins(posts: &[(&str, &[&str])]) -> (tempfile::TempDir, Origins) {
        let root = tempfile::tempdir().unwrap();
        let (source, targets) = ("nl".parse().unwrap(), ["fr".parse().unwrap()]);
        let settings = LoadSettings { zone: chrono_tz::UTC };
        let folder = Folder { root: root.path(), settings, source: &source, targets: &targets, locales: &targets };
        let mut origins = Origins::load(&folder);
        for (slug, texts) in posts {
            origins.note(&slug.parse().unwrap(), None, texts.iter().copied());
        }
        origins.save();
        let kept = Origins::load(&folder);
        (root, kept)
    }

    fn posts_with(origins: &mut Origins, texts: &[&str], but: &str) -> String {
        let found = origins.posts_with(texts.iter().copied(), &but.parse().unwrap());
        found.iter().map(Slug::as_str).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_text_is_found_in_the_posts_that_have_it() {
        let (_root, mut origins) = origins(&[("a", &["Keer de plank om.", "Blijf bewegen."])]);
        assert_eq!(posts_with(&mut origins, &["Blijf bewegen."], NEW), "a");
        assert_eq!(posts_with(&mut origins, &["Blijf bewegen."], "a"), "");
        assert_eq!(posts_with(&mut origins, &["Iets anders."], NEW), "");
    }

    #[test]
    fn a_text_that_stands_everywhere_hides_none_that_moved() {
        let names: Vec<String> = (0..=MOST_ORIGINS).map(|nth| format!("a{nth}")).collect();
        let mut posts: Vec<(&str, &[&str])> = names.iter().map(|name| (name.as_str(), &["Bel ons."][..])).collect();
        posts.push(("z", &["Bel ons.", "Keer de plank om."]));
        let (_root, mut origins) = origins(&posts);
        assert_eq!(posts_with(&mut origins, &["Bel ons.", "Keer de plank om."], NEW), "z");
    }

    #[test]
    fn many_questions_get_the_same_answers_as_a_few() {
        let (_root, mut origins) = origins(&[("a", &["Blijf bewegen."])]);
        for _ in 0..=FEW_QUESTIONS {
            assert_eq!(posts_with(&mut origins, &["Blijf bewegen."], "b"), "a");
        }
        let b = "b".parse().unwrap();
        origins.note(&b, None, ["Keer de plank om."]);
        origins.note(&b, None, ["Keer de plank om.", "Blijf bewegen."]);
        assert_eq!(posts_with(&mut origins, &["Blijf bewegen."], NEW), "a b");
        assert_eq!(posts_with(&mut origins, &["Keer de plank om."], NEW), "b");
    }
}
