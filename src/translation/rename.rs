//! Finding the posts that got other file names, so that their translations go with them.
//!
//! By the texts that the source locale's catalog knows, a post is found again under another name. Two posts may
//! have changed names, and a new one may have the name of one that was renamed: so a post that has a
//! catalog is looked at too, if it is not about what that catalog says ([`is_about`]).
//!
//! Files first leave their old names, all of them, and then take the new ones. A journal says what is being
//! moved and which of the two has begun. Whoever finds one goes on with it, so a kill loses nothing.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap, HashSet},
    fs,
    path::{Path, PathBuf},
};

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use super::{
    align::Known,
    first_names::FirstNames,
    folder::{Folder, catalog_file, catalogs, records_file},
    renamed::{given_up, load_old_names, record_renames},
    sync::{known_texts, merge_conflict},
};
use crate::{
    diagnostic::Diagnostic,
    disk,
    locale::Locale,
    posts::{Post, PostFile, Slug, load_post, salvage_texts},
};

/// A file that was moved, from and to.
pub(super) type Moved = (PathBuf, PathBuf);

/// Is there while files are moved.
const JOURNAL: &str = "locales/.state/renames.toml";

/// What is being moved.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Journal {
    /// Whether all files have left their old names.
    vacated: bool,
    /// The old name and the new one of each post.
    renames: Vec<(Slug, Slug)>,
    /// The new names with those that the posts are known by.
    #[serde(default)]
    known: Vec<(Slug, Slug)>,
}

/// The posts that got other names since the last sync, each with the old one first.
#[derive(Debug, Default)]
pub struct Unsynced {
    /// Those that can be read.
    pub renames: Vec<(Slug, Slug)>,
    /// Those that cannot be.
    pub broken: Vec<(Slug, Slug)>,
}

/// The texts of a post, or those that a catalog knows.
struct Texts {
    slug: Slug,
    texts: HashSet<String>,
}

/// Goes on with moves that were killed half-way.
///
/// # Errors
/// When a folder cannot be read, or a file not moved.
pub(super) fn finish_renames(
    root: &Path,
    source: &Locale,
    found: &mut Vec<Diagnostic>,
) -> Result<Vec<Moved>, disk::Error> {
    let Some(text) = disk::read_if_there(&root.join(JOURNAL))? else { return Ok(Vec::new()) };
    let Ok(journal) = toml::from_slice::<Journal>(&text) else { return Ok(Vec::new()) };
    journal.carry_out(root, &locales(root, source)?, found)
}

/// Whether a post is about what its own catalog says: most of the texts of both are the same. If not, it may be
/// another that has this name now.
pub(super) fn is_about(post: &Post, known: &[Known]) -> bool {
    let now: FxHashSet<&str> = post.blocks.iter().map(|block| block.text.as_str()).collect();
    let known: FxHashSet<&str> = known.iter().filter(|old| old.current).map(|old| old.text.as_str()).collect();
    are_alike(now.intersection(&known).count(), now.len(), known.len())
}

/// Moves the catalogs and records of posts that go by another name now: those of the `suspects` whose texts
/// are for the most part what a catalog of another name knows. A file that is already there under the
/// new name and has nowhere to go is somebody's, and stays.
///
/// # Errors
/// When a folder cannot be read, or a file not moved.
pub(super) fn follow_renames(
    folder: &Folder<'_>,
    files: &[PostFile],
    suspects: &[&PostFile],
    found: &mut Vec<Diagnostic>,
) -> Result<Vec<Moved>, disk::Error> {
    let Folder { root, source, .. } = *folder;
    let left_behind = orphans(root, source, files.iter().map(|file| &file.slug))?;
    let mut renames = find_new_names(folder, files, suspects, &left_behind)?;
    if renames.is_empty() {
        return Ok(Vec::new());
    }
    record_renames(root, source, &given_up(&renames))?;
    let known = FirstNames::load(root)?.after(&renames);
    make_room(&mut renames, |slug| root.join(catalog_file(source, slug)).exists());
    Journal { vacated: false, renames, known }.carry_out(root, &locales(root, source)?, found)
}

/// The names that the catalogs of posts have which got other names since the last `sync`, each with the name of its post.
///
/// # Errors
/// When a folder cannot be read.
pub(super) fn names_of_catalogs(folder: &Folder<'_>, files: &[PostFile]) -> Result<Vec<(Slug, Slug)>, disk::Error> {
    let Folder { root, source, .. } = *folder;
    let left_behind = orphans(root, source, files.iter().map(|file| &file.slug))?;
    if left_behind.is_empty() {
        return Ok(Vec::new());
    }
    let is_without = |file: &&PostFile| !root.join(catalog_file(source, &file.slug)).exists();
    let suspects: Vec<_> = files.iter().filter(is_without).collect();
    find_new_names(folder, files, &suspects, &left_behind)
}

/// Which of the `suspects` a catalog is about that is left behind, or that of another of them.
fn find_new_names(
    folder: &Folder<'_>,
    files: &[PostFile],
    suspects: &[&PostFile],
    left_behind: &[Slug],
) -> Result<Vec<(Slug, Slug)>, disk::Error> {
    let Folder { root, source, .. } = *folder;
    let known = left_behind.iter().chain(suspects.iter().map(|file| &file.slug));
    let known: Vec<_> = known.filter_map(|slug| Texts::known(root, source, slug)).collect();
    if known.is_empty() {
        return Ok(Vec::new());
    }
    let posts = suspects.iter().filter_map(|file| load_post(root, file, folder.settings, &mut Vec::new()));
    let posts: Vec<_> = posts.filter(|post| !post.draft).map(|post| Texts::of(&post)).collect();
    let renames = find_renames(&posts, &known);
    let has_catalog = |slug: &Slug| root.join(catalog_file(source, slug)).exists();
    let noted = find_noted(root, source, left_behind, |slug| files.iter().any(|file| file.slug == *slug))?;
    Ok(and_noted(renames, noted, has_catalog))
}

/// The posts that got other names since the last sync, each with the old one: those without a catalog, and the `suspects`
/// whose catalog is not about them, if their texts are for the most part what a catalog of another name knows. One that
/// cannot be read has its catalog all the same. Nothing is moved: that is for `sync`.
///
/// Those among the `unreadable` that got other names are given apart, found by what can be made of their files.
///
/// # Errors
/// When the folder of the catalogs cannot be read.
pub fn find_unsynced_renames<'a>(
    folder: &Folder<'_>,
    posts: &'a [Post],
    unreadable: &'a BTreeMap<Slug, Diagnostic>,
    suspects: &[Slug],
) -> Result<Unsynced, disk::Error> {
    let Folder { root, source, settings, .. } = *folder;
    let left_behind = orphans(root, source, posts.iter().map(|post| &post.slug).chain(unreadable.keys()))?;
    let mut known: Vec<_> =
        left_behind.iter().chain(suspects).filter_map(|slug| Texts::known(root, source, slug)).collect();
    if known.is_empty() {
        return Ok(Unsynced::default());
    }
    let has_own = |slug: &Slug| root.join(catalog_file(source, slug)).exists() && !suspects.contains(slug);
    let is_new = |post: &&Post| !post.draft && !has_own(&post.slug);
    // Who publishes has no texts at hand.
    let file = |post: &Post| PostFile { slug: post.slug.clone(), file: post.file.clone() };
    let read = |post: &Post| load_post(root, &file(post), settings, &mut Vec::new());
    let new: Vec<_> = posts.iter().filter(is_new).filter_map(read).map(|post| Texts::of(&post)).collect();
    let noted = find_noted(root, source, &left_behind, |slug| posts.iter().any(|post| post.slug == *slug))?;
    let renames = and_noted(find_renames(&new, &known), noted, has_own);
    known.retain(|known| left_behind.contains(&known.slug) && renames.iter().all(|(old, _)| *old != known.slug));
    let broken = unreadable.iter().filter(|(slug, _)| !has_own(slug));
    let broken: Vec<_> =
        broken.map(|(slug, found)| Texts::salvaged(slug, salvage_texts(root, &found.file), &known)).collect();
    let noted = find_noted(root, source, &left_behind, |slug| unreadable.contains_key(slug))?;
    Ok(Unsynced { broken: and_noted(find_renames(&broken, &known), noted, has_own), renames })
}

/// Those of some posts whose texts a catalog knows, be it that of their own name, of a name that no post has, or of one of the
/// `suspects`: by it they are known, whatever they are called.
///
/// # Errors
/// When the folder of the catalogs cannot be read.
pub(super) fn known_by_catalogs(
    folder: &Folder<'_>,
    files: &[PostFile],
    suspects: &[&Slug],
    posts: &[&Slug],
) -> Result<HashSet<Slug>, disk::Error> {
    let Folder { root, source, settings, .. } = *folder;
    let left_behind = orphans(root, source, files.iter().map(|file| &file.slug))?;
    let names = left_behind.iter().chain(suspects.iter().copied()).chain(posts.iter().copied());
    let known: Vec<_> = names.filter_map(|slug| Texts::known(root, source, slug)).collect();
    let files = files.iter().filter(|file| posts.contains(&&file.slug));
    let read = files.filter_map(|file| load_post(root, file, settings, &mut Vec::new())).map(|post| Texts::of(&post));
    let is_known = |post: &Texts| {
        known.iter().any(|known| {
            let shared = post.texts.intersection(&known.texts).count();
            are_alike(shared, post.texts.len(), known.texts.len())
        })
    };
    Ok(read.filter(is_known).map(|post| post.slug).collect())
}

/// The renames that were written down while no catalog told of them, of catalogs that are still `left_behind`.
fn find_noted(
    root: &Path,
    source: &Locale,
    left_behind: &[Slug],
    is_post: impl Fn(&Slug) -> bool,
) -> Result<Vec<(Slug, Slug)>, disk::Error> {
    let noted = load_old_names(root, source, &[])?.into_iter();
    Ok(noted.filter(|(old, new)| left_behind.contains(old) && is_post(new)).collect())
}

/// Renames that were found, and those that were noted of posts without a catalog.
fn and_noted(
    mut found: Vec<(Slug, Slug)>,
    noted: Vec<(Slug, Slug)>,
    has_catalog: impl Fn(&Slug) -> bool,
) -> Vec<(Slug, Slug)> {
    for (old, new) in noted {
        let is_told = found.iter().any(|(from, to)| *from == old || *to == new);
        if !is_told && !has_catalog(&new) {
            found.push((old, new));
        }
    }
    found
}

/// Writes down by what posts are known that have the old name of another.
///
/// # Errors
/// When the file of the first names cannot be read or written.
pub(super) fn settle_names(root: &Path, files: &[PostFile]) -> Result<(), disk::Error> {
    let before = FirstNames::load(root)?;
    let mut names = before.clone();
    names.settle(files.iter().map(|file| &file.slug));
    if names == before { Ok(()) } else { names.save(root) }
}

/// The catalogs of the source locale that belong to none of these posts.
fn orphans<'a>(root: &Path, source: &Locale, posts: impl Iterator<Item = &'a Slug>) -> Result<Vec<Slug>, disk::Error> {
    let slugs: HashSet<_> = posts.map(Slug::as_str).collect();
    let names = disk::names_in(&root.join(catalogs(source)))?;
    let names = names.iter().filter_map(|name| name.strip_suffix(".ftl")).filter(|name| !slugs.contains(name));
    Ok(names.filter_map(|name| name.parse().ok()).collect())
}

impl Texts {
    fn of(post: &Post) -> Self {
        Self { slug: post.slug.clone(), texts: post.blocks.iter().map(|block| block.text.clone()).collect() }
    }

    /// Those of a post that cannot be read: of its front matter what some catalog knows.
    fn salvaged(slug: &Slug, (mut texts, front): (HashSet<String>, Vec<String>), known: &[Self]) -> Self {
        texts.extend(front.into_iter().filter(|text| known.iter().any(|known| known.texts.contains(text))));
        Self { slug: slug.clone(), texts }
    }

    /// Those that a catalog of the source locale knows; none when there is none that can be trusted.
    fn known(root: &Path, source: &Locale, slug: &Slug) -> Option<Self> {
        let file = catalog_file(source, slug);
        let ftl = String::from_utf8(disk::read_plain(&root.join(&file)).ok()?).ok()?;
        if merge_conflict(&file, &ftl).is_some() {
            return None;
        }
        let known = known_texts(&file, &ftl).into_iter().filter(|known| known.current);
        Some(Self { slug: slug.clone(), texts: known.map(|known| known.text).collect() })
    }
}

/// Whether most of the texts of a post and of a catalog are the same, given how many of them they share.
fn are_alike(shared: usize, of_post: usize, of_catalog: usize) -> bool {
    shared * 2 > of_post.max(of_catalog)
}

/// Which catalog, by its name, is that of which post, where those are not the same: most of the texts of both are.
fn find_renames(posts: &[Texts], known: &[Texts]) -> Vec<(Slug, Slug)> {
    let mut with_text: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, catalog) in known.iter().enumerate() {
        catalog.texts.iter().for_each(|text| with_text.entry(text).or_default().push(at));
    }
    let mut pairs = Vec::new();
    for post in posts {
        let mut shared: HashMap<usize, usize> = HashMap::new();
        for at in post.texts.iter().filter_map(|text| with_text.get(text.as_str())).flatten() {
            *shared.entry(*at).or_default() += 1;
        }
        let alike = shared.into_iter().map(|(at, shared)| (&known[at], shared));
        let alike = alike.filter(|(catalog, shared)| are_alike(*shared, post.texts.len(), catalog.texts.len()));
        pairs.extend(alike.map(|(catalog, shared)| (&catalog.slug, &post.slug, shared)));
    }
    // Whoever still has their own catalog keeps it.
    pairs.sort_by_key(|(from, to, shared)| (from != to, Reverse(*shared), *from, *to));
    let (mut taken, mut served) = (HashSet::new(), HashSet::new());
    pairs.retain(|(from, to, _)| {
        let is_free = !taken.contains(from) && !served.contains(to);
        is_free && taken.insert(*from) && served.insert(*to)
    });
    pairs.into_iter().filter(|(from, to, _)| from != to).map(|(from, to, _)| (from.clone(), to.clone())).collect()
}

/// Lets a catalog that stands where another goes, and that no post is found for, go to the name that is given up
/// instead: translations of a text that is gone are kept, and may be asked for again.
fn make_room(renames: &mut Vec<(Slug, Slug)>, has_catalog: impl Fn(&Slug) -> bool) {
    for (from, to) in renames.clone() {
        if !has_catalog(&to) || renames.iter().any(|(other, _)| *other == to) {
            continue;
        }
        let mut free = from;
        while let Some((before, _)) = renames.iter().find(|(_, to)| *to == free) {
            free = before.clone();
        }
        renames.push((to, free));
    }
}

impl Journal {
    /// Moves what is still to be moved. What finds its new name taken meanwhile is told, and stays aside.
    fn carry_out(
        mut self,
        root: &Path,
        locales: &[Locale],
        found: &mut Vec<Diagnostic>,
    ) -> Result<Vec<Moved>, disk::Error> {
        if !self.vacated {
            self.write(root)?;
            for (from, aside) in self.leaving(root, locales) {
                disk::rename_if_free(&root.join(from), &root.join(aside))?;
            }
            self.vacated = true;
            self.write(root)?;
        }
        let mut moved = Vec::new();
        for (from, to) in self.files(locales) {
            let aside = aside(&to);
            if disk::rename_if_free(&root.join(&aside), &root.join(&to))? {
                moved.push((from, to));
            } else if root.join(&aside).exists() {
                found.extend(say_left_aside(&aside));
            }
        }
        let mut names = FirstNames::load(root)?;
        names.replace(self.renames.iter().map(|(old, _)| old), &self.known);
        names.save(root)?;
        disk::remove_if_there(&root.join(JOURNAL))?;
        Ok(moved)
    }

    fn write(&self, root: &Path) -> Result<(), disk::Error> {
        let text = toml::to_string(self).unwrap_or_default();
        disk::write_if_changed(&root.join(JOURNAL), text.as_bytes()).map(drop)
    }

    /// What leaves its name, and where it waits: not what would find its new name taken.
    fn leaving(&self, root: &Path, locales: &[Locale]) -> Vec<Moved> {
        let files = self.files(locales);
        let leaving: HashSet<_> = files.iter().map(|(from, _)| from.clone()).collect();
        let is_free = |to: &PathBuf| leaving.contains(to) || !root.join(to).exists();
        files.into_iter().filter(|(_, to)| is_free(to)).map(|(from, to)| (from, aside(&to))).collect()
    }

    /// The files of all posts, by their old names and their new ones.
    fn files(&self, locales: &[Locale]) -> Vec<Moved> {
        let of_one = |locale, (from, to): &(Slug, Slug)| {
            [records_file, catalog_file].map(|file| (file(locale, from), file(locale, to)))
        };
        let all = locales.iter().flat_map(|locale| self.renames.iter().map(move |rename| (locale, rename)));
        all.flat_map(|(locale, rename)| of_one(locale, rename)).collect()
    }
}

/// Where a file waits for its new name: hidden, and no catalog for any tool.
fn aside(to: &Path) -> PathBuf {
    to.with_file_name(format!(".{}.moving", to.file_name().unwrap_or_default().to_string_lossy()))
}

/// Says that a file waits for a name that another has, if it is such a file.
pub(super) fn say_left_aside(file: &Path) -> Option<Diagnostic> {
    let name = file.file_name()?.to_str()?.strip_prefix('.')?.strip_suffix(".moving")?;
    let message = format!("the file was to be called {name}, and another is called so, so nothing in it is used");
    let help = format!("put what is missing in {name} into that file, or this one in its place, and delete this one");
    Some(Diagnostic::warning(file, "left-aside", message).help(help))
}

/// Every locale that has a folder, whether or not it is published, the source last: by its catalogs renames are found.
fn locales(root: &Path, source: &Locale) -> Result<Vec<Locale>, disk::Error> {
    let names = disk::names_in(&root.join("locales"))?;
    let is_folder = |name: &&String| fs::metadata(root.join("locales").join(name)).is_ok_and(|entry| entry.is_dir());
    let tags = names.iter().filter(is_folder).filter_map(|name| name.parse::<Locale>().ok());
    Ok(tags.filter(|locale| locale != source).chain([source.clone()]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slugs(names: &str) -> Vec<(Slug, Slug)> {
        let pair = |pair: &str| (pair[..1].parse().unwrap(), pair[1..].parse().unwrap());
        names.split_whitespace().map(pair).collect()
    }

    fn texts(slug: &str, texts: &str) -> Texts {
        Texts { slug: slug.parse().unwrap(), texts: texts.chars().map(String::from).collect() }
    }

    #[test]
    fn a_post_is_found_by_most_of_its_texts_and_whoever_has_their_own_keeps_it() {
        let known = [texts("a", "1234"), texts("b", "5678")];
        assert_eq!(find_renames(&[texts("a", "5679"), texts("b", "1234")], &known), slugs("ab ba"));
        assert_eq!(find_renames(&[texts("b", "1239"), texts("a", "0")], &known), slugs("ab"));
        assert_eq!(find_renames(&[texts("a", "12399"), texts("c", "1234")], &known), [], "a copy");
        assert_eq!(find_renames(&[texts("c", "1256")], &known), [], "half of each");
        assert_eq!(find_renames(&[texts("c", "1234"), texts("d", "1234")], &known), slugs("ac"), "it has one heir");
    }

    #[test]
    fn what_stands_in_the_way_goes_where_room_is() {
        for (found, there, all) in
            [("ab", "ab", "ab ba"), ("ab", "a", "ab"), ("ab ba", "ab", "ab ba"), ("ab bc", "abc", "ab bc ca")]
        {
            let mut renames = slugs(found);
            make_room(&mut renames, |slug| there.contains(slug.as_str()));
            assert_eq!(renames, slugs(all), "{found} with {there}");
        }
    }

    /// A folder in which three posts are to change names in a ring, one of them without French.
    fn ring() -> (tempfile::TempDir, Journal, [Locale; 2]) {
        let folder = tempfile::tempdir().unwrap();
        let locales = ["fr", "nl"].map(|tag| tag.parse::<Locale>().unwrap());
        for (locale, names) in [(&locales[0], "ab"), (&locales[1], "abc")] {
            for name in names.chars().map(|name| name.to_string().parse::<Slug>().unwrap()) {
                for file in [records_file(locale, &name), catalog_file(locale, &name)] {
                    disk::write_if_changed(&folder.path().join(file), name.as_str().as_bytes()).unwrap();
                }
            }
        }
        (folder, Journal { vacated: false, renames: slugs("ab bc ca"), known: slugs("ba cb ac") }, locales)
    }

    /// All files of a folder, and what they hold.
    fn all(folder: &Path) -> Vec<(PathBuf, String)> {
        let mut found = Vec::new();
        for name in disk::names_in(folder).unwrap() {
            let path = folder.join(name);
            if path.is_dir() {
                found.extend(all(&path));
            } else {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
        found
    }

    #[test]
    fn a_kill_at_any_step_loses_nothing_and_the_next_sync_goes_on() {
        let (_, journal, locales) = ring();
        let steps = journal.files(&locales).len();
        for killed_at in 0..=2 * steps {
            let (folder, mut journal, locales) = ring();
            let root = folder.path();
            let leaving = journal.leaving(root, &locales);
            let taking = journal.files(&locales).into_iter().map(|(_, to)| (aside(&to), to));
            for (from, to) in leaving.into_iter().chain(taking).take(killed_at) {
                disk::rename_if_free(&root.join(from), &root.join(to)).unwrap();
            }
            journal.vacated = killed_at > steps;
            journal.write(root).unwrap();
            finish_renames(root, &locales[1], &mut Vec::new()).unwrap();
            let first_letter = |file: PathBuf| file.file_name().unwrap().to_str().unwrap()[..1].to_owned();
            let now = all(root).into_iter().filter(|(file, _)| !file.ends_with("first-names.toml"));
            let now: Vec<_> = now.map(|(file, text)| first_letter(file) + &text).collect();
            let count = |both: &str| now.iter().filter(|one| *one == both).count();
            assert_eq!([count("ba"), count("cb"), count("ac"), now.len()], [4, 4, 2, 10], "at {killed_at}: {now:?}");
            assert_eq!(FirstNames::load(root).unwrap().of(&"b".parse().unwrap()).as_str(), "a", "at {killed_at}");
        }
    }
}
