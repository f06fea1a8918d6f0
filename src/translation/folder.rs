//! A publication's folder: which languages are in it, and where their files are.

use std::path::{Path, PathBuf};

use crate::{
    locale::Locale,
    posts::{LoadSettings, PostFile, Slug},
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
    /// Every file that decides how a post stands; its own is the first, the source's catalog the second.
    pub(super) fn files_of(&self, post: &PostFile) -> Vec<PathBuf> {
        let mut files = vec![post.file.clone(), catalog_file(self.source, &post.slug)];
        for locale in self.locales {
            files.extend([catalog_file(locale, &post.slug), records_file(locale, &post.slug)]);
        }
        files
    }
}

pub(super) fn catalog_file(locale: &Locale, slug: &Slug) -> PathBuf {
    PathBuf::from(format!("locales/{locale}/posts/{slug}.ftl"))
}

pub(super) fn records_file(locale: &Locale, slug: &Slug) -> PathBuf {
    PathBuf::from(format!("locales/.state/{locale}/{slug}.toml"))
}

pub(super) fn glossary_file(locale: &Locale) -> PathBuf {
    PathBuf::from(format!("locales/{locale}/terms.ftl"))
}
