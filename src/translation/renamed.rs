//! The names that posts had before, as far as `sync` saw them change: readers still look for them there.

use std::{collections::BTreeMap, path::Path};

use super::folder::catalog_file;
use crate::{disk, locale::Locale, posts::Slug};

/// Beside the states, since it comes and goes with the catalogs that were moved.
const FILE: &str = "locales/.state/renamed.toml";

/// The old names with the names that the posts have now, after these `renames` too, each from the name of its catalogs.
///
/// # Errors
/// When the file is there and cannot be read. A line that is no such pair, such as the marks of a merge
/// that is not finished, says nothing.
pub fn load_old_names(
    root: &Path,
    source: &Locale,
    renames: &[(Slug, Slug)],
) -> Result<BTreeMap<Slug, Slug>, disk::Error> {
    let text = disk::read_if_there(&root.join(FILE))?.unwrap_or_default();
    let mut names = String::from_utf8_lossy(&text).lines().filter_map(read_line).collect();
    for (old, new) in renames {
        lead(&mut names, old, new, |name| root.join(catalog_file(source, name)).exists());
    }
    Ok(names)
}

/// Those of these renames whose old names no other of these posts has now. Of two that changed names, neither gave one up.
pub fn given_up(renames: &[(Slug, Slug)]) -> Vec<(Slug, Slug)> {
    let is_taken = |old: &Slug| renames.iter().any(|(_, new)| new == old);
    renames.iter().filter(|(old, _)| !is_taken(old)).cloned().collect()
}

/// Lets an old name lead to the new one, with all that led to it; and the name that the post had for a while in between,
/// which is none that catalogs have.
fn lead(names: &mut BTreeMap<Slug, Slug>, old: &Slug, new: &Slug, has_catalog: impl Fn(&Slug) -> bool) {
    let between = names.get(old).filter(|name| *name != new && !has_catalog(name)).cloned();
    for now in names.values_mut().filter(|now| *now == old || between.as_ref() == Some(*now)) {
        now.clone_from(new);
    }
    names.extend(between.map(|between| (between, new.clone())));
    names.insert(old.clone(), new.clone());
    names.remove(new);
}

/// A line with two names.
pub(super) fn read_line(line: &str) -> Option<(Slug, Slug)> {
    let (old, new) = line.split_once('=')?;
    Some((old.trim().parse().ok()?, new.trim().trim_matches('"').parse().ok()?))
}

/// Remembers that posts have other names now. What led to the old names leads to the new ones from now on.
///
/// # Errors
/// When the file cannot be read or written.
pub fn record_renames(root: &Path, source: &Locale, renames: &[(Slug, Slug)]) -> Result<(), disk::Error> {
    if renames.is_empty() {
        return Ok(());
    }
    let names = load_old_names(root, source, renames)?;
    let head = "# The names that posts had before. Old addresses lead to the new ones.\n".to_owned();
    let text = names.iter().fold(head, |text, (old, new)| format!("{text}{old} = \"{new}\"\n"));
    disk::write_if_changed(&root.join(FILE), text.as_bytes()).map(drop)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn however_often_a_post_is_renamed_all_its_names_lead_to_the_last() {
        let folder = tempfile::tempdir().unwrap();
        let slug = |name: &str| name.parse::<Slug>().unwrap();
        let nl = "nl".parse().unwrap();
        let names = || {
            let names = load_old_names(folder.path(), &nl, &[]).unwrap();
            names.iter().map(|(old, new)| format!("{old}>{new}")).collect::<Vec<_>>().join(" ")
        };
        let rename = |old: &str, new: &str| record_renames(folder.path(), &nl, &[(slug(old), slug(new))]).unwrap();
        for (old, new, all) in [("a", "b", "a>b"), ("b", "c", "a>c b>c"), ("c", "a", "b>a c>a"), ("c", "a", "b>a c>a")]
        {
            rename(old, new);
            assert_eq!(names(), all);
        }
        // Before the catalogs followed it, it had two more names.
        for (new, all) in [("d", "a>d b>d c>d"), ("e", "a>e b>e c>e d>e"), ("a", "b>a c>a d>a e>a")] {
            rename("a", new);
            assert_eq!(names(), all);
        }
        // What has catalogs of its own is another post.
        rename("p", "x");
        let catalog = folder.path().join(catalog_file(&nl, &slug("x")));
        fs::create_dir_all(catalog.parent().unwrap()).unwrap();
        fs::write(catalog, "").unwrap();
        rename("p", "y");
        assert_eq!(names(), "b>a c>a d>a e>a p>y");
        fs::write(folder.path().join(FILE), "<<<<<<< ours\nb = \"a\"\n=======\nc = \"../a\"\n").unwrap();
        assert_eq!(names(), "b>a");
    }
}
