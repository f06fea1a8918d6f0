//! The first names of posts that have others now: by those the ledger and the feeds know them, so that nobody gets
//! a renamed post twice.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use super::renamed::{read_line, record_renames};
use crate::{
    disk,
    locale::Locale,
    posts::{NotASlug, Slug},
};

/// Beside the names that lead to others; this one only ever grows, as the ledger does.
const FILE: &str = "locales/.state/first-names.toml";

const HEAD: &str = "# The names by which readers' programs know posts that have other names now. Keep this file.\n";

/// By the name that a post has now, the one it is known by; for those where they are not the same.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FirstNames(BTreeMap<Slug, Slug>);

impl FirstNames {
    /// The first names that a `sync` wrote down.
    ///
    /// # Errors
    /// When the file is there and cannot be read. A line that is no such pair says nothing.
    pub fn load(root: &Path) -> Result<Self, disk::Error> {
        let text = disk::read_if_there(&root.join(FILE))?.unwrap_or_default();
        Ok(Self(String::from_utf8_lossy(&text).lines().filter_map(read_line).collect()))
    }

    /// By what the post is known that has this name now.
    pub fn of(&self, name: &Slug) -> Slug {
        self.0.get(name).unwrap_or(name).clone()
    }

    /// The name by which a post is known that has a name now: that one, or it with a number, which nobody has or had.
    pub fn free_name(&self, name: &Slug, is_taken: impl Fn(&Slug) -> bool) -> Slug {
        let is_free = |one: &Slug| !is_taken(one) && self.0.values().all(|first| first != one);
        let numbers = (2..).map_while(|number| numbered(name, number).ok());
        [name.clone()].into_iter().chain(numbers).find(is_free).unwrap_or_else(|| name.clone())
    }

    /// Gives a name with a number to those posts whose own is that of a post that was renamed.
    pub fn settle<'a>(&mut self, names: impl IntoIterator<Item = &'a Slug>) {
        if self.0.is_empty() {
            return;
        }
        let names: BTreeSet<&Slug> = names.into_iter().collect();
        let known: BTreeSet<Slug> = self.0.values().cloned().collect();
        for name in names.iter().filter(|name| known.contains(**name)) {
            if self.0.contains_key(*name) {
                continue;
            }
            let free = self.free_name(name, |one| names.contains(one));
            self.know(&[((*name).clone(), free)]);
        }
    }

    /// By what the posts are known that got other names, each with its new one.
    pub fn after(&self, renames: &[(Slug, Slug)]) -> Vec<(Slug, Slug)> {
        renames.iter().map(|(old, new)| (new.clone(), self.of(old))).collect()
    }

    /// Writes down that the names `left` are free now, and what is known by which; saying it again changes nothing.
    pub fn replace<'a>(&mut self, left: impl Iterator<Item = &'a Slug>, known: &[(Slug, Slug)]) {
        left.for_each(|name| drop(self.0.remove(name)));
        self.know(known);
    }

    /// Writes down what is known by which.
    pub fn know(&mut self, known: &[(Slug, Slug)]) {
        self.0.extend(known.iter().cloned());
        self.0.retain(|now, first| now != first);
    }

    /// Writes them down.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub(super) fn save(&self, root: &Path) -> Result<(), disk::Error> {
        let text = self.0.iter().fold(HEAD.to_owned(), |text, (now, first)| format!("{text}{now} = \"{first}\"\n"));
        disk::write_if_changed(&root.join(FILE), text.as_bytes()).map(drop)
    }
}

/// Writes down by what some posts are known, each with its name first.
///
/// # Errors
/// When the file of names cannot be read or written.
pub fn record_known(root: &Path, known: &[(Slug, Slug)]) -> Result<(), disk::Error> {
    if known.is_empty() {
        return Ok(());
    }
    let mut names = FirstNames::load(root)?;
    names.know(known);
    names.save(root)
}

/// Writes down that posts have other names now. What a catalog tells of is known by the name of that.
///
/// # Errors
/// When one of the files of names cannot be read or written.
pub(super) fn record_first_names(
    root: &Path,
    source: &Locale,
    renames: &[(Slug, Slug)],
    is_in_catalog: impl Fn(&Slug) -> bool,
) -> Result<(), disk::Error> {
    if renames.is_empty() {
        return Ok(());
    }
    record_renames(root, source, renames)?;
    let renames: Vec<_> = renames.iter().filter(|(_, new)| !is_in_catalog(new)).cloned().collect();
    let mut names = FirstNames::load(root)?;
    let known = names.after(&renames);
    names.replace(renames.iter().map(|(old, _)| old), &known);
    names.save(root)
}

/// The name with a number after it; none when that is too long for a name.
fn numbered(name: &Slug, number: usize) -> Result<Slug, NotASlug> {
    format!("{name}-{number}").parse()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slug(name: &str) -> Slug {
        name.parse().unwrap()
    }

    /// Renames posts at once, as `ab bc` says, and twice, as after a kill.
    fn rename(names: &mut FirstNames, pairs: &str) {
        let pairs: Vec<_> = pairs.split_whitespace().map(|pair| (slug(&pair[..1]), slug(&pair[1..]))).collect();
        let known = names.after(&pairs);
        for _ in 0..2 {
            names.replace(pairs.iter().map(|(old, _)| old), &known);
        }
    }

    fn written(names: &FirstNames) -> String {
        names.0.iter().map(|(now, first)| format!("{now}={first}")).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn however_often_a_post_is_renamed_it_is_known_by_its_first_name() {
        for (steps, all) in [
            (&["ab"][..], "b=a"),
            (&["ab", "bc"], "c=a"),
            (&["ab", "ba"], ""),
            (&["ab ba"], "a=b b=a"),
            (&["ab ba", "ab ba"], ""),
            (&["ab bc ca"], "a=c b=a c=b"),
            (&["ab", "bc", "cd"], "d=a"),
        ] {
            let mut names = FirstNames::default();
            for step in steps {
                rename(&mut names, step);
            }
            assert_eq!(written(&names), all, "{steps:?}");
        }
    }

    #[test]
    fn a_post_that_takes_an_old_name_is_known_by_another_that_nobody_has() {
        let mut names = FirstNames::default();
        rename(&mut names, "ab");
        let all = ["a", "a-2", "b"].map(slug);
        names.settle(&all);
        assert_eq!(written(&names), "a=a-3 b=a");
        rename(&mut names, "ac");
        names.settle(&["a", "a-3", "b", "c"].map(slug));
        assert_eq!(written(&names), "a=a-2 a-3=a-3-2 b=a c=a-3");
    }

    #[test]
    fn what_is_written_is_read_back_and_what_is_no_pair_is_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        let mut names = FirstNames::default();
        rename(&mut names, "ab cd");
        names.save(folder.path()).unwrap();
        assert_eq!(FirstNames::load(folder.path()).unwrap(), names);
        std::fs::write(folder.path().join(FILE), "<<<<<<< ours\nb = \"a\"\n=======\n").unwrap();
        assert_eq!(written(&FirstNames::load(folder.path()).unwrap()), "b=a");
    }
}
