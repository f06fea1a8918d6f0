//! The model publication with other subscribers, in all languages alike.

use std::{fmt::Write as _, fs, path::Path};

use crate::measure::copy_folder;

/// Its languages.
pub(crate) const LOCALES: [&str; 5] = ["nl", "fr", "en", "de", "ar"];

/// Makes it in a folder, with so many subscribers in a CSV file.
pub(crate) fn make_publication(root: &Path, subscribers: u64) {
    let model = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::copy(model.join("postduif.toml"), root.join("postduif.toml")).unwrap();
    for part in ["posts", "pages", "locales", "workflows"] {
        copy_folder(&model.join(part), &root.join(part));
    }
    let mut csv = String::from("email,locale,cadence,topics,name,status,time_zone\n");
    for number in 0..subscribers {
        let locale = LOCALES[number as usize % LOCALES.len()];
        writeln!(csv, "reader-{number}@lezers.example,{locale},weekly,,Reader {number},active,Europe/Brussels")
            .unwrap();
    }
    fs::write(root.join("subscribers.csv"), csv).unwrap();
}
