//! More posts than the model publication has.

use std::{fs, path::Path};

use crate::{measure::copy_folder, publication::LOCALES};

/// So many posts of the model are news.
pub(crate) const IN_THE_MODEL: u64 = 5;

/// Once more the posts that the model has, under other names.
const AGAIN: [&str; 2] = ["once-more", "and-once-more"];

/// Puts twice as many posts beside those of the publication in a folder, with their translations: a mail that shows
/// ten of them has 20 KB.
pub(crate) fn add_posts(root: &Path) {
    copy_all_again(&root.join("posts"));
    for locale in LOCALES {
        copy_all_again(&root.join("locales").join(locale).join("posts"));
        copy_all_again(&root.join("locales/.state").join(locale));
    }
}

/// Copies all that is in a folder, if it is there.
fn copy_all_again(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.map(|entry| entry.unwrap().path()).collect::<Vec<_>>() {
        let name = path.file_stem().unwrap().to_str().unwrap();
        for again in AGAIN {
            let copy = path.with_file_name(format!("{name}-{again}"));
            match path.extension() {
                _ if path.is_dir() => copy_folder(&path, &copy),
                Some(extension) => drop(fs::copy(&path, copy.with_extension(extension)).unwrap()),
                None => {}
            }
        }
    }
}
