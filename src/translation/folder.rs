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

fn catalogs(locale: &Locale) -> PathBuf {
    PathBuf::from(format!("locales/{locale}/posts"))
}

fn records(locale: &Locale) -> PathBuf {
    PathBuf::from(format!("locales/.state/{locale}"))
}

pub(super) fn catalog_file(locale: &Locale, slug: &Slug) -> PathBuf {
    catalogs(locale).join(format!("{slug}.ftl"))
}

pub(super) fn records_file(locale: &Locale, slug: &Slug) -> PathBuf {
    records(locale).join(format!("{slug}.toml"))
}

pub(super) fn glossary_file(locale: &Locale) -> PathBuf {
    PathBuf::from(format!("locales/{locale}/terms.ftl"))
}
