//! A publication's folder: which languages are in it, and where their files are.

use std::path::{Path, PathBuf};

use crate::{
    locale::Locale,
    posts::{LoadSettings, Slug},
};

/// A publication's folder, and the languages in it.
#[derive(Debug, Clone, Copy)]
pub struct Folder<'a> {
    /// Where it is.
    pub root: &'a Path,
    /// How its posts are read.
    pub settings: LoadSettings,
    /// The language they are written in.
    pub source: &'a Locale,
    /// Those that translators work in.
    pub targets: &'a [Locale],
    /// Those that may have catalogs: the same, and languages for mail alone.
    pub locales: &'a [Locale],
}

impl Folder<'_> {
    /// The folders in which a post's catalogs and records are, by its name and an extension, the source's first.
    pub(super) fn beside_posts(&self) -> Vec<(PathBuf, &'static str)> {
        let mut folders = vec![(catalogs(self.source), "ftl")];
        for locale in self.locales {
            folders.extend([(catalogs(locale), "ftl"), (records(locale), "toml")]);
        }
        folders
    }
}

/// The folder of the catalogs of a locale.
pub(super) fn catalogs(locale: &Locale) -> PathBuf {
    PathBuf::from(format!("locales/{locale}/posts"))
}

/// The folder of the records of a locale.
fn records(locale: &Locale) -> PathBuf {
    PathBuf::from(format!("locales/.state/{locale}"))
}

/// The catalog of a post in a locale.
pub(crate) fn catalog_file(locale: &Locale, slug: &Slug) -> PathBuf {
    catalogs(locale).join(format!("{slug}.ftl"))
}

/// The records beside it.
pub(crate) fn records_file(locale: &Locale, slug: &Slug) -> PathBuf {
    records(locale).join(format!("{slug}.toml"))
}

/// The terms of a locale.
pub(super) fn glossary_file(locale: &Locale) -> PathBuf {
    PathBuf::from(format!("locales/{locale}/terms.ftl"))
}
