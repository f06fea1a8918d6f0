//! Finding the post that got another file name, so that its translations go with it.

use std::{
    collections::HashSet,
    fs,
    path::{Path, PathBuf},
};

use super::{
    folder::{catalog_file, records_file},
    renamed::record_rename,
    sync::known_texts,
};
use crate::{
    disk,
    locale::Locale,
    posts::{Post, Slug},
};

/// A file that was moved, from and to.
pub(super) type Moved = (PathBuf, PathBuf);

/// The catalogs of the source locale whose posts are not among `slugs`.
///
/// # Errors
/// When the folder cannot be read.
pub(super) fn orphans(root: &Path, source: &Locale, slugs: &HashSet<&Slug>) -> Result<Vec<Slug>, disk::Error> {
    let names = disk::names_in(&root.join(format!("locales/{source}/posts")))?;
    let catalogs = names.iter().filter_map(|name| name.strip_suffix(".ftl")?.parse::<Slug>().ok());
    Ok(catalogs.filter(|slug| !slugs.contains(slug)).collect())
}

/// Moves the catalogs and records of posts that go by another name now: `new` ones without a catalog, whose
/// texts are for the most part those of one of the `orphans`.
///
/// The source locale's own catalog goes last. By it a rename is found, so one that is stopped half-way is
/// gone on with the next time. A file that is already there under the new name is somebody's, and stays.
///
/// # Errors
/// When a folder cannot be read, or a file not moved.
pub(super) fn follow_renames(
    root: &Path,
    source: &Locale,
    new: &[Post],
    mut orphans: Vec<Slug>,
) -> Result<Vec<Moved>, disk::Error> {
    let mut moved = Vec::new();
    let locales = locales(root, source)?;
    for post in new.iter().filter(|post| !post.draft) {
        let Some(at) = old_name(root, source, post, &orphans)? else { continue };
        let old = orphans.remove(at);
        record_rename(root, &old, &post.slug)?;
        for locale in locales.iter().chain([source]) {
            for file in [records_file, catalog_file] {
                let (from, to) = (file(locale, &old), file(locale, &post.slug));
                if disk::rename_if_free(&root.join(&from), &root.join(&to))? {
                    moved.push((from, to));
                }
            }
        }
    }
    Ok(moved)
}

/// The place among `orphans` of the one that was this post: most of the texts of both are the same.
fn old_name(root: &Path, source: &Locale, post: &Post, orphans: &[Slug]) -> Result<Option<usize>, disk::Error> {
    let texts: HashSet<_> = post.blocks.iter().map(|block| block.text.as_str()).collect();
    let mut best = None;
    for (at, slug) in orphans.iter().enumerate() {
        let file = catalog_file(source, slug);
        let ftl = disk::read_if_there(&root.join(&file))?.unwrap_or_default();
        let known = known_texts(&file, &String::from_utf8_lossy(&ftl));
        let old: HashSet<_> = known.iter().filter(|old| old.current).map(|old| old.text.as_str()).collect();
        let shared = texts.intersection(&old).count();
        if shared * 2 > texts.len().max(old.len()) && best.is_none_or(|(most, _)| shared > most) {
            best = Some((shared, at));
        }
    }
    Ok(best.map(|(_, at)| at))
}

/// Every locale that has a folder, whether or not it is published, but for the source.
fn locales(root: &Path, source: &Locale) -> Result<Vec<Locale>, disk::Error> {
    let names = disk::names_in(&root.join("locales"))?;
    let is_folder = |name: &&String| fs::metadata(root.join("locales").join(name)).is_ok_and(|entry| entry.is_dir());
    let tags = names.iter().filter(is_folder).filter_map(|name| name.parse::<Locale>().ok());
    Ok(tags.filter(|locale| locale != source).collect())
}
