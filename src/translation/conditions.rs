//! What must be the same for what was read of posts to hold.

use serde::{Deserialize, Serialize};

use super::{
    folder::{Folder, glossary_file},
    origins::program,
};
use crate::{disk::Stamp, locale::Locale};

/// The program, and what everything that is read of posts depends on beside their own files.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Conditions {
    program: Option<Stamp>,
    source: Locale,
    /// Dates without a zone begin in it.
    zone: String,
    glossaries: Vec<(Locale, Option<Stamp>)>,
}

impl Conditions {
    pub(super) fn of(folder: &Folder<'_>) -> Self {
        let glossary = |locale: &Locale| (locale.clone(), Stamp::of(&folder.root.join(glossary_file(locale))));
        Self {
            program: program(),
            source: folder.source.clone(),
            zone: folder.settings.zone.to_string(),
            glossaries: folder.locales.iter().map(glossary).collect(),
        }
    }
}
