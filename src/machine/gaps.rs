//! The gaps of a locale: what is missing in each post, what the memory has for it, and what is left to ask for.

use std::sync::Arc;

use super::cost::{Cost, Price};
use crate::{
    diagnostic::Diagnostic,
    disk,
    locale::Locale,
    posts::{Post, Slug, markdown},
    publication::Publication,
    translation::{
        Fills, Segment, SegmentId, State, catalog_file, mask::Masked, memory::Memory, records_file, terms::Glossary,
    },
};

/// What there is to do in one locale.
#[derive(Debug)]
pub struct Work {
    pub(super) publication: Arc<Publication>,
    pub(super) locale: Locale,
    pub(super) glossary: Glossary,
    /// The posts with something missing, in the order of the publication.
    pub posts: Vec<Gaps>,
}

/// What is missing in one post.
#[derive(Debug)]
pub struct Gaps {
    /// The post.
    pub post: Slug,
    /// How many segments have no translation.
    pub missing: usize,
    /// Those for which the memory has the same text.
    pub exact: usize,
    /// Those for which it has one much like it.
    pub fuzzy: usize,
    /// What the memory has.
    pub(super) fills: Fills,
    /// What a service is to be asked for.
    pub asked: Vec<Asked>,
    /// Why nothing is done in this post, if so.
    pub blocked: Option<String>,
}

/// A text to ask for.
#[derive(Debug)]
pub struct Asked {
    /// Its segment.
    pub id: SegmentId,
    pub(super) dutch: String,
    pub(super) masked: Masked,
}

impl Work {
    /// Finds what is missing in `locale`, in the posts of `only` or, if that is empty, in all that are no drafts.
    /// `found` is what is wrong in the publication: a file with a mistake in it is left for a person to mend
    /// first, since a service would be paid for what perhaps cannot be written.
    ///
    /// # Errors
    /// When the glossary cannot be read.
    pub fn find(
        publication: Arc<Publication>,
        found: &[Diagnostic],
        locale: &Locale,
        only: &[Slug],
    ) -> Result<Self, disk::Error> {
        let source = &publication.settings.site.source;
        let (glossary, _) = Glossary::load(&publication.root, source, locale)?;
        let memory = Memory::new(&publication.translations, locale, &publication.posts);
        let names = glossary.names();
        let is_meant = |post: &Post| only.is_empty() || only.contains(&post.slug);
        let wanted = |post: &&Post| !post.draft && !publication.settings.is_off(&post.not_in, locale) && is_meant(post);
        let posts = publication.posts.iter().filter(wanted);
        let posts = posts.map(|post| {
            let mut gaps = Gaps::find(&publication, post, locale, &memory, &names);
            gaps.blocked = mistake_in(found, locale, &post.slug);
            gaps
        });
        let posts = posts.filter(|gaps| gaps.missing > 0).collect();
        let locale = locale.clone();
        Ok(Self { glossary, posts, locale, publication })
    }

    /// The language.
    pub fn locale(&self) -> &Locale {
        &self.locale
    }

    /// What asking a service for all that is left costs.
    pub fn cost(&self, price: Price) -> Cost {
        Cost { characters: self.characters(), price }
    }

    /// The characters that a service is asked to translate in all posts.
    pub fn characters(&self) -> usize {
        self.posts.iter().map(Gaps::characters).sum()
    }
}

impl Gaps {
    fn find(publication: &Publication, post: &Post, locale: &Locale, memory: &Memory, names: &[String]) -> Self {
        let translated = publication.translations.translated(locale, &post.slug);
        let has = |segment: &&Segment| {
            let found = translated.and_then(|translated| translated.find(segment));
            found.is_some_and(|(_, state)| state != State::Missing)
        };
        let segments = publication.translations.segments(&post.slug);
        let definitions = markdown::reference_definitions(&post.body);
        let mut gaps = Self {
            post: post.slug.clone(),
            missing: 0,
            exact: 0,
            fuzzy: 0,
            fills: Fills::default(),
            asked: Vec::new(),
            blocked: None,
        };
        for segment in segments.iter().filter(|segment| !has(segment)) {
            gaps.missing += 1;
            let masked = Masked::new(segment, &definitions, names);
            let fits = |text: &str| masked.has_the_marks_of(text) && markdown::fits(segment.kind, &segment.text, text);
            let remembered = memory.find(&segment.text);
            if let Some(best) = remembered.iter().find(|found| fits(&found.entry.target)) {
                *(if best.exact { &mut gaps.exact } else { &mut gaps.fuzzy }) += 1;
                gaps.fills.insert(segment.id.clone(), best.fill(segment));
            } else if masked.has_words() {
                gaps.asked.push(Asked { id: segment.id.clone(), dutch: segment.text.clone(), masked });
            }
        }
        gaps
    }

    /// The characters that a service is asked to translate.
    pub fn characters(&self) -> usize {
        if self.blocked.is_some() { 0 } else { self.asked.iter().map(|asked| asked.masked.characters()).sum() }
    }
}

/// What is wrong in the catalog of a post or in its records, if anything is.
fn mistake_in(found: &[Diagnostic], locale: &Locale, slug: &Slug) -> Option<String> {
    let files = [catalog_file(locale, slug), records_file(locale, slug)];
    let is_here = |found: &&Diagnostic| found.is_error() && files.contains(&found.file);
    let first = found.iter().find(is_here)?;
    Some(format!("{}:{}: {}; mend that first", first.file.display(), first.line, first.message))
}
