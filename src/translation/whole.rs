//! Posts with all their text: in memory as long as there is room, and read again when there was none.

use std::{path::PathBuf, sync::Arc};

use quick_cache::{Weighter, sync::Cache};

use super::{
    Catalog, LocaleSettings, Resolved,
    files::{PostTexts, load_glossaries},
    folder::Folder,
    variant::{Translated, Variant, resolve_blocks, resolve_variant},
};
use crate::{
    diagnostic::Diagnostic,
    locale::Locale,
    posts::{LoadSettings, Post, PostFile, ReadFile, Slug},
};

/// The most bytes of posts that are in memory with all their text. With four translations, taken apart, each byte is
/// some twenty: an archive of three thousand posts is read once when all of it is published, of a larger one the rest
/// is read a second time.
const MOST_BYTES: u64 = 12 << 20;

/// A post with its text, and with all that there is of it in other languages.
#[derive(Debug)]
pub struct Whole {
    /// The post.
    pub post: Post,
    source: Locale,
    texts: PostTexts,
}

impl Whole {
    /// What stands in the place of each of its blocks for the readers of a locale.
    pub fn blocks(&self, settings: &LocaleSettings) -> Vec<Resolved> {
        let (segments, translated) = (self.texts.segments(), |locale: &Locale| self.texts.translated(locale));
        resolve_blocks(&self.post, segments, settings, &self.source, translated)
    }

    /// The same without the text.
    pub(super) fn variant(&self, settings: &LocaleSettings) -> Variant {
        let (segments, translated) = (self.texts.segments(), |locale: &Locale| self.texts.translated(locale));
        resolve_variant(&self.post, segments, settings, &self.source, translated)
    }

    /// What is wrong in its catalogs.
    pub(super) fn found(&self) -> &[Diagnostic] {
        self.texts.found()
    }
}

/// What reads posts, and keeps those that were read last.
#[derive(Debug)]
pub(super) struct Reader {
    root: PathBuf,
    settings: LoadSettings,
    source: Locale,
    glossaries: Vec<(Locale, Catalog)>,
    recent: Cache<Slug, Arc<Whole>, Bytes>,
}

#[derive(Debug, Clone)]
struct Bytes;

impl Weighter<Slug, Arc<Whole>> for Bytes {
    fn weight(&self, _: &Slug, whole: &Arc<Whole>) -> u64 {
        whole.post.body.len() as u64 + 1
    }
}

impl Reader {
    /// What reads the posts of a folder. What is wrong in the glossaries is added to `found`.
    pub(super) fn new(folder: &Folder<'_>, found: &mut Vec<Diagnostic>) -> Self {
        let Folder { root, settings, source, locales, .. } = *folder;
        let glossaries = load_glossaries(root, source, locales, found).into_iter();
        let glossaries = glossaries.map(|(locale, terms)| (locale.clone(), terms)).collect();
        let recent = Cache::with_weighter(4096, MOST_BYTES, Bytes);
        Self { root: root.to_owned(), settings, source: source.clone(), glossaries, recent }
    }

    /// Reads a post. It is kept whole as long as there is room, and given back without its text.
    pub(super) fn read(&self, file: &PostFile) -> (ReadFile, Option<Arc<Whole>>) {
        let mut read = ReadFile::read(&self.root, file, self.settings);
        let whole = read.take_whole().map(|post| Arc::new(self.read_texts(post)));
        if let Some(whole) = &whole {
            self.recent.insert(file.slug.clone(), Arc::clone(whole));
        }
        (read, whole)
    }

    /// How many posts are in memory.
    #[cfg(test)]
    pub(super) fn read_now(&self) -> usize {
        self.recent.len()
    }

    /// A post with its text; none where its file is none any more.
    pub(super) fn whole(&self, post: &Post) -> Option<Arc<Whole>> {
        let file = || PostFile { slug: post.slug.clone(), file: post.file.clone() };
        self.recent.get(&post.slug).or_else(|| self.read(&file()).1)
    }

    fn read_texts(&self, post: Post) -> Whole {
        let texts = PostTexts::load(&self.root, &self.source, &self.glossaries, &post, Translated::forget_origins);
        Whole { post, source: self.source.clone(), texts }
    }
}
