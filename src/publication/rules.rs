//! What all pages are made by: the settings, the templates, the texts of the interface, the program.

use std::{env, path::Path};

use super::Settings;
use crate::{
    disk::{self, Stamp},
    fingerprint::Fingerprint,
};

/// The fingerprint of the rules for all pages of the publication in the folder `root`.
///
/// It is taken before anything else is read. If a file changes in between, pages are made by newer rules than it
/// says, and made once more the next time.
pub(super) fn print_rules(root: &Path, settings: &Settings) -> Fingerprint {
    let program = env::current_exe().ok().and_then(|path| Stamp::of(&path));
    let mut parts = vec![format!("{program:?}"), format!("{settings:?}")];
    add_files(&root.join("templates"), &mut parts);
    // Of the files of a language those that are not about one post.
    for name in disk::names_in(&root.join("locales")).unwrap_or_default() {
        let folder = root.join("locales").join(name);
        for file in disk::names_in(&folder).unwrap_or_default().into_iter().filter(|name| name.ends_with(".ftl")) {
            add_file(&folder.join(file), &mut parts);
        }
    }
    Fingerprint::of_parts(parts.iter().map(String::as_str))
}

fn add_files(folder: &Path, parts: &mut Vec<String>) {
    for name in disk::names_in(folder).unwrap_or_default() {
        let path = folder.join(name);
        if path.is_dir() {
            add_files(&path, parts);
        } else {
            add_file(&path, parts);
        }
    }
}

fn add_file(path: &Path, parts: &mut Vec<String>) {
    let content = disk::read_plain(path).map(|bytes| Fingerprint::of(&bytes)).ok();
    parts.push(format!("{} {content:?}", path.display()));
}
