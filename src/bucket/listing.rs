//! The list of what is up there, which stands beside the site.

use std::{collections::BTreeMap, fmt::Write as _};

use crate::fingerprint::Fingerprint;

/// The object with the list.
pub(super) const LIST: &str = ".postduif-files";

/// The object that says what is in hand since the list was written.
pub(super) const CHANGES: &str = ".postduif-changes";

/// What is up there, by path: the fingerprint of each object, or none where nobody knows what is there, if anything.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Listing(pub(super) BTreeMap<String, Option<Fingerprint>>);

impl Listing {
    /// Reads a list; what cannot be read in it is not known.
    pub(super) fn parse(text: &str) -> Self {
        let objects = text.lines().filter_map(|line| {
            let (print, path) = line.split_once(' ')?;
            Some((path.to_owned(), print.parse().ok()))
        });
        Self(objects.collect())
    }

    /// The list as it is written.
    pub(super) fn render(&self) -> String {
        let mut text = String::with_capacity(self.0.len() * 80);
        for (path, print) in &self.0 {
            // Writing to a string cannot fail.
            let _ = match print {
                Some(print) => writeln!(text, "{print} {path}"),
                None => writeln!(text, "- {path}"),
            };
        }
        text
    }

    /// The same after changes.
    pub(super) fn after(mut self, changes: Self) -> Self {
        self.0.extend(changes.0);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_back_and_changes_have_the_last_word() {
        let print = Fingerprint::of(b"x");
        let list = Listing::parse(&format!("{print} nl/een foto.jpg\n{print} nl/index.html\nniets\n"));
        assert_eq!(Listing::parse(&list.render()), list);
        let after = list.after(Listing::parse("- nl/index.html\n- nl/oud/index.html\n"));
        let known: Vec<_> = after.0.iter().map(|(path, print)| (path.as_str(), print.is_some())).collect();
        assert_eq!(known, [("nl/een foto.jpg", true), ("nl/index.html", false), ("nl/oud/index.html", false)]);
        assert_eq!(Listing::parse(&after.render()), after);
    }
}
