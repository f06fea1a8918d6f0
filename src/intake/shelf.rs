//! The posts that are there: which names are taken, and what was imported before.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use super::pictures::Files;
use crate::{
    disk,
    posts::{LoadSettings, Loaded, Slug, load_posts, numbered, slug_of},
};

/// Posts with the same title that get a number; more are no accident.
const MAX_NUMBER: usize = 10_000;

/// The posts of a publication, as far as an import has to know them.
#[derive(Debug)]
pub(super) struct Shelf {
    root: PathBuf,
    taken: BTreeSet<Slug>,
    /// By what posts are known, without whether that is asked for in the clear.
    origins: BTreeMap<String, Slug>,
    /// The posts that were put there since.
    new: BTreeSet<Slug>,
}

impl Shelf {
    /// Looks at the posts in `root/posts`.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub(super) fn load(root: &Path, settings: LoadSettings) -> Result<Self, super::Error> {
        let Loaded { posts, unfinished, .. } = load_posts(root, settings)?;
        let (taken, origins) = (BTreeSet::new(), BTreeMap::new());
        let mut shelf = Self { root: root.to_owned(), taken, origins, new: BTreeSet::new() };
        // Names of files that are no posts, or posts that cannot be read, are taken too.
        for name in disk::names_in(&root.join("posts"))? {
            shelf.taken.extend(name.strip_suffix(".md").unwrap_or(&name).parse::<Slug>());
        }
        for post in posts.iter().chain(&unfinished) {
            shelf.taken.extend(post.aliases.iter().cloned());
            shelf.note(&post.imported_from, &post.slug);
        }
        Ok(shelf)
    }

    /// The post that came from one of these places.
    pub(super) fn known(&self, origins: &[String]) -> Option<&Slug> {
        origins.iter().find_map(|origin| self.origins.get(without_scheme(origin)))
    }

    /// Whether a post was put there by this import.
    pub(super) fn is_new(&self, slug: &Slug) -> bool {
        self.new.contains(slug)
    }

    fn note(&mut self, origins: &[String], slug: &Slug) {
        let origins = origins.iter().map(|origin| (without_scheme(origin).to_owned(), slug.clone()));
        self.origins.extend(origins);
    }

    /// A name for a post with this title that nothing has, which is then taken.
    pub(super) fn reserve(&mut self, title: &str, origins: &[String]) -> Option<Slug> {
        let first = slug_of(title)?;
        let others = (2..MAX_NUMBER).filter_map(|number| numbered(&first, number));
        let free = std::iter::once(first.clone()).chain(others).find(|slug| !self.taken.contains(slug))?;
        self.taken.insert(free.clone());
        self.new.insert(free.clone());
        self.note(origins, &free);
        Some(free)
    }

    /// Puts a post on the shelf: one file, or a folder if there are pictures. Gives the file; none if something
    /// stands there meanwhile, which then stays as it is.
    ///
    /// # Errors
    /// When it cannot be written. There is then no post, and no half of one.
    pub(super) fn put(&self, slug: &Slug, text: &str, mut files: Files) -> Result<Option<PathBuf>, disk::Error> {
        let (file, is_new) = if files.is_empty() {
            let file = PathBuf::from(format!("posts/{slug}.md"));
            let is_new = disk::write_new(&self.root.join(&file), text.as_bytes())?;
            (file, is_new)
        } else {
            let folder = PathBuf::from(format!("posts/{slug}"));
            files.insert("index.md".to_owned(), text.as_bytes().to_vec());
            (folder.join("index.md"), disk::write_new_folder(&self.root.join(&folder), &files)?)
        };
        Ok(is_new.then_some(file))
    }
}

/// An address as it was before and after its site could be asked safely.
fn without_scheme(origin: &str) -> &str {
    origin.strip_prefix("https:").or_else(|| origin.strip_prefix("http:")).unwrap_or(origin)
}
