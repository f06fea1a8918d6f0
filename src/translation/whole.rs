//! Posts with all their text: laid aside when they were read, and read again where that could not be done.

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
    mem,
    path::{Path, PathBuf},
};

use super::{
    Catalog, LocaleSettings, Resolved,
    aside::Aside,
    files::{PostTexts, load_glossaries},
    folder::{Folder, catalog_file},
    packed::{Packed, Tags},
    variant::{Translated, Variant, resolve_blocks},
};
use crate::{
    diagnostic::Diagnostic,
    fingerprint::Fingerprint,
    locale::Locale,
    posts::{LoadSettings, Post, PostFile, ReadFile, Slug},
};

/// The text of a post, and what stands in the places of it in each language that it is read in.
#[derive(Debug)]
pub struct Whole {
    /// Its body in Markdown.
    pub body: String,
    /// Which of the places in it that hold text have a block.
    pub body_leaves: Vec<usize>,
    variants: Vec<(Locale, Vec<Resolved>)>,
}

impl Whole {
    /// What stands in the place of each block of its body for the readers of a locale. What is in the language of the body
    /// stands there, and has no text here.
    pub fn blocks(&self, locale: &Locale) -> &[Resolved] {
        let of = self.variants.iter().find(|(of, _)| of == locale);
        of.map_or(&[], |(_, blocks)| blocks.as_slice())
    }
}

/// What was read of a post that is whole.
pub(super) struct Fresh {
    /// The post, without its text.
    pub(super) post: Post,
    /// The fingerprint of its date and its body.
    pub(super) body: Fingerprint,
    /// How it is in each language that it is read in, without its text.
    pub(super) variants: Vec<Variant>,
    /// Whether the catalog of its name is about another post.
    pub(super) is_anothers: bool,
    /// What is wrong in its catalogs.
    pub(super) found: Vec<Diagnostic>,
}

/// What reads posts, and lays their texts aside.
#[derive(Debug)]
pub(super) struct Reader {
    root: PathBuf,
    settings: LoadSettings,
    source: Locale,
    readers: Vec<LocaleSettings>,
    glossaries: Vec<(Locale, Catalog)>,
    tags: Tags,
    aside: Aside,
    /// By the name of a post that of its catalogs, where those do not have the same yet.
    catalogs: HashMap<Slug, Slug>,
}

/// The text of a post as it lies aside.
type PackedWhole<'w> = (Cow<'w, str>, Cow<'w, [usize]>, Vec<Vec<Packed<'w>>>);

impl Reader {
    /// What reads the posts of a folder for readers. What is wrong in the glossaries is added to `found`.
    pub(super) fn new(folder: &Folder<'_>, readers: &[LocaleSettings], found: &mut Vec<Diagnostic>) -> Self {
        let Folder { root, settings, source, locales, .. } = *folder;
        let glossaries = load_glossaries(root, source, locales, found).into_iter();
        let glossaries = glossaries.map(|(locale, terms)| (locale.clone(), terms)).collect();
        let (root, aside, tags) = (root.to_owned(), Aside::beside(root), Tags::of(readers));
        let (readers, catalogs) = (readers.to_vec(), HashMap::new());
        Self { root, settings, source: source.clone(), readers, glossaries, tags, aside, catalogs }
    }

    /// From now on the catalogs of a post are those of the name that it had before.
    pub(super) fn follow(&mut self, old: &Slug, new: &Slug) {
        self.catalogs.insert(new.clone(), old.clone());
    }

    /// Reads a post. Its text is laid aside.
    pub(super) fn read(&self, file: &PostFile) -> (ReadFile, Option<Fresh>) {
        let (read, fresh) = self.read_whole(file);
        let fresh = fresh.map(|(fresh, whole)| {
            if let Some(packed) = self.pack(&whole) {
                self.aside.put(&file.slug, &packed);
            }
            fresh
        });
        (read, fresh)
    }

    /// How many posts were read.
    #[cfg(test)]
    pub(super) fn read_now(&self) -> usize {
        self.aside.len()
    }

    /// The text of a post; none where its file is none any more.
    pub(super) fn whole(&self, post: &Post) -> Option<Whole> {
        let file = || PostFile { slug: post.slug.clone(), file: post.file.clone() };
        let packed = self.aside.get(&post.slug);
        packed.and_then(|packed| self.unpack(&packed)).or_else(|| self.read_whole(&file()).1.map(|(_, whole)| whole))
    }

    fn read_whole(&self, file: &PostFile) -> (ReadFile, Option<(Fresh, Whole)>) {
        let mut read = ReadFile::read(&self.root, file, self.settings);
        let Some(mut post) = read.take_whole() else { return (read, None) };
        let catalogs = (&post, self.catalogs.get(&post.slug).unwrap_or(&post.slug));
        let texts = PostTexts::load(&self.root, &self.source, &self.glossaries, catalogs, Translated::forget_origins);
        let (segments, translated) = (texts.segments(), |locale: &Locale| texts.translated(locale));
        let errors = texts.found().iter().filter(|found| found.is_error());
        let wrong: HashSet<&Path> = errors.map(|error| error.file.as_path()).collect();
        let is_wrong = |locale: &Locale| !wrong.is_empty() && wrong.contains(&*catalog_file(locale, catalogs.1));
        let front = segments.len().saturating_sub(post.body_leaves.len());
        let (mut variants, mut blocks) = (Vec::new(), Vec::new());
        for settings in &self.readers {
            let mut resolved = resolve_blocks(&post, segments, settings, &self.source, translated);
            let variant = Variant::resolved(&post, segments, &resolved, settings, &self.source, translated);
            let is_damaged = !variant.passes && settings.chain.iter().any(is_wrong);
            variants.push(Variant { is_damaged, ..variant });
            resolved.drain(..front);
            resolved.iter_mut().filter(|block| block.locale == self.source).for_each(|block| block.text.clear());
            blocks.push((settings.locale.clone(), resolved));
        }
        let body = mem::take(&mut post.body);
        // What says nothing is like no other.
        let own = if body.trim().is_empty() { post.slug.as_str() } else { "" };
        let print = Fingerprint::of_parts([&post.date.to_rfc3339(), body.as_str(), own]);
        let whole = Whole { body, body_leaves: post.body_leaves.clone(), variants: blocks };
        let (post, is_anothers) = (post.without_text(), texts.is_anothers());
        let fresh = Fresh { post, body: print, variants, is_anothers, found: texts.into_found() };
        (read, Some((fresh, whole)))
    }

    fn pack(&self, whole: &Whole) -> Option<Vec<u8>> {
        let variants = whole.variants.iter().map(|(_, blocks)| self.tags.pack_all(blocks)).collect::<Option<_>>()?;
        let packed: PackedWhole<'_> = (Cow::from(&whole.body), Cow::from(&whole.body_leaves), variants);
        postcard::to_stdvec(&packed).ok()
    }

    fn unpack(&self, packed: &[u8]) -> Option<Whole> {
        let (body, body_leaves, variants): PackedWhole<'_> = postcard::from_bytes(packed).ok()?;
        let locales = self.readers.iter().map(|settings| settings.locale.clone());
        let variants = locales.zip(variants).map(|(locale, packed)| Some((locale, self.tags.unpack_all(packed)?)));
        let (body, body_leaves) = (body.into_owned(), body_leaves.into_owned());
        Some(Whole { body, body_leaves, variants: variants.collect::<Option<_>>()? })
    }
}
