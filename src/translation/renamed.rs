//! The names that posts had before, as far as `sync` saw them change: readers still look for them there.

use std::{collections::BTreeMap, path::Path};

use crate::{disk, posts::Slug};

/// Beside the states, since it comes and goes with the catalogs that were moved.
const FILE: &str = "locales/.state/renamed.toml";

/// The old names with the names that the posts have now.
///
/// # Errors
/// When the file is there and cannot be read. A line that is no such pair, such as the marks of a merge
/// that is not finished, says nothing.
pub fn load_old_names(root: &Path) -> Result<BTreeMap<Slug, Slug>, disk::Error> {
    let text = disk::read_if_there(&root.join(FILE))?.unwrap_or_default();
    Ok(String::from_utf8_lossy(&text).lines().filter_map(read_line).collect())
}

/// A line with two names.
pub(super) fn read_line(line: &str) -> Option<(Slug, Slug)> {
    let (old, new) = line.split_once('=')?;
    Some((old.trim().parse().ok()?, new.trim().trim_matches('"').parse().ok()?))
}

/// Remembers that a post has another name now. What led to the old name leads to the new one from now on.
///
/// # Errors
/// When the file cannot be read or written.
pub(super) fn record_rename(root: &Path, old: &Slug, new: &Slug) -> Result<(), disk::Error> {
    let mut names = load_old_names(root)?;
    for now in names.values_mut().filter(|now| *now == old) {
        *now = new.clone();
    }
    names.insert(old.clone(), new.clone());
    names.remove(new);
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
        let names = || {
            let names = load_old_names(folder.path()).unwrap();
            names.iter().map(|(old, new)| format!("{old}>{new}")).collect::<Vec<_>>().join(" ")
        };
        for (old, new, all) in [("a", "b", "a>b"), ("b", "c", "a>c b>c"), ("c", "a", "b>a c>a"), ("c", "a", "b>a c>a")]
        {
            record_rename(folder.path(), &slug(old), &slug(new)).unwrap();
            assert_eq!(names(), all);
        }
        fs::write(folder.path().join(FILE), "<<<<<<< ours\nb = \"a\"\n=======\nc = \"../a\"\n").unwrap();
        assert_eq!(names(), "b>a");
    }
}
