//! The translations on disk: where their files are, and loading them.

use std::{
    borrow::{Borrow, Cow},
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use super::{
    Catalog, LocaleSettings, Segment, Variant,
    align::{Known, align},
    folder::{catalog_file, glossary_file, records_file},
    pieces::as_sync_finds,
    records::parse_records,
    recover::settle_records,
    rename,
    state::Records,
    sync::{must_mend, read_memory},
    unread::unread_text,
    variant::{Translated, resolve_variant},
};
use crate::{
    diagnostic::{Diagnostic, position},
    disk,
    locale::Locale,
    parallel,
    posts::{
        self, Post, Slug,
        markdown::{self, Kind},
    },
};

/// Translations could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file of theirs could not be read or written.
    #[error("cannot keep the translations in step")]
    Disk(#[from] disk::Error),
    /// A post could not be read.
    #[error("cannot keep the translations in step")]
    Posts(#[from] posts::Error),
}

/// Every post's segments and their translations.
#[derive(Debug, Default)]
pub struct Translations {
    pub(super) source: Option<Locale>,
    posts: BTreeMap<Slug, PostTexts>,
    /// What is wrong in the files.
    pub diagnostics: Vec<Diagnostic>,
}

/// The segments of one post, and what there is of them in each locale but the source.
#[derive(Debug, Default)]
pub(super) struct PostTexts {
    segments: Vec<Segment>,
    translated: Vec<(Locale, Translated)>,
    /// Whether the catalog of its name is about another post.
    is_anothers: bool,
    /// What is wrong in its files.
    found: Vec<Diagnostic>,
}

impl Translations {
    /// The segments of a post, in its order.
    pub fn segments(&self, slug: &Slug) -> &[Segment] {
        self.posts.get(slug).map_or(&[], |texts| texts.segments.as_slice())
    }

    /// The translations of a post in a locale, without its fallbacks.
    pub fn translated(&self, locale: &Locale, slug: &Slug) -> Option<&Translated> {
        self.posts.get(slug)?.translated(locale)
    }

    /// The posts whose catalogs are about others.
    pub fn anothers(&self) -> Vec<Slug> {
        let anothers = self.posts.iter().filter(|(_, texts)| texts.is_anothers);
        anothers.map(|(slug, _)| slug.clone()).collect()
    }

    /// Reads those of posts that got other names, each from catalogs that still have the old one. Gives what is wrong there.
    pub fn follow(
        &mut self,
        root: &Path,
        locales: &[Locale],
        posts: &[Post],
        renames: &[(Slug, Slug)],
    ) -> Vec<Diagnostic> {
        let Some(source) = &self.source else { return Vec::new() };
        let glossaries = load_glossaries(root, source, locales, &mut Vec::new());
        let mut found = Vec::new();
        for (old, new) in renames {
            let Some(post) = posts.iter().find(|post| post.slug == *new) else { continue };
            let texts = PostTexts::load(root, source, &glossaries, (post, old), |_, _| {});
            found.extend(texts.found.iter().cloned());
            self.posts.insert(new.clone(), texts);
        }
        found
    }

    /// A post as the readers of a locale get it, without its text.
    pub fn variant(&self, post: &Post, settings: &LocaleSettings) -> Variant {
        let source = self.source.as_ref().unwrap_or(&settings.locale);
        let of = |locale: &Locale| self.translated(locale, &post.slug);
        resolve_variant(post, self.segments(&post.slug), settings, source, of)
    }
}

impl PostTexts {
    pub(super) fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// What there is in a locale, without its fallbacks.
    pub(super) fn translated(&self, locale: &Locale) -> Option<&Translated> {
        self.translated.iter().find(|(of, _)| of == locale).map(|(_, translated)| translated)
    }

    /// Whether the catalog of its name is about another post, which had that name before or has it now.
    pub(super) fn is_anothers(&self) -> bool {
        self.is_anothers
    }

    /// What is wrong in its files.
    pub(super) fn found(&self) -> &[Diagnostic] {
        &self.found
    }

    /// The same, when all else was seen.
    pub(super) fn into_found(self) -> Vec<Diagnostic> {
        self.found
    }

    /// Reads the catalogs and records of a post, which have the name `slug`, as `finish` leaves them.
    pub(super) fn load(
        root: &Path,
        source: &Locale,
        glossaries: &[(impl Borrow<Locale>, Catalog)],
        (post, slug): (&Post, &Slug),
        finish: impl Fn(&mut Translated, &[Segment]),
    ) -> Self {
        let memory = Memory::load(root, source, slug);
        let segments = align(&memory.known, &post.blocks);
        let is_anothers = memory.bytes.is_some() && !rename::is_about(post, &memory.known);
        let mut found: Vec<_> = memory.broken.into_iter().collect();
        let read = |(locale, glossary): &(_, Catalog)| {
            let locale: &Locale = Borrow::borrow(locale);
            let mut read = load_translated(root, (source, locale), slug, &segments, glossary, &mut found)?;
            finish(&mut read, &segments);
            Some((locale.clone(), read))
        };
        let translated = glossaries.iter().filter_map(read).collect();
        Self { segments, translated, is_anothers, found }
    }
}

/// Reads the catalogs of all posts in all `locales`. A file that cannot be read, and what one says wrong, is a diagnostic.
pub fn load_translations(root: &Path, source: &Locale, locales: &[Locale], posts: &[Post]) -> Translations {
    let mut found = Vec::new();
    let glossaries = load_glossaries(root, source, locales, &mut found);
    let texts = parallel::map(posts, |post| PostTexts::load(root, source, &glossaries, (post, &post.slug), |_, _| {}));
    found.extend(texts.iter().flat_map(|texts| texts.found.iter().cloned()));
    let posts = posts.iter().map(|post| post.slug.clone()).zip(texts).collect();
    Translations { source: Some(source.clone()), posts, diagnostics: found }
}

/// The terms of all locales but the source.
pub(super) fn load_glossaries<'l>(
    root: &Path,
    source: &Locale,
    locales: &'l [Locale],
    found: &mut Vec<Diagnostic>,
) -> Vec<(&'l Locale, Catalog)> {
    let locales = locales.iter().filter(|locale| *locale != source);
    locales.map(|locale| (locale, load_glossary(root, locale, found))).collect()
}

/// The terms that messages of a locale may refer to.
pub(super) fn load_glossary(root: &Path, locale: &Locale, found: &mut Vec<Diagnostic>) -> Catalog {
    let terms = glossary_file(locale);
    let ftl = read_text(root, &terms, found).unwrap_or_default();
    let (glossary, slips) = Catalog::parse(&terms, &ftl, &Catalog::default());
    found.extend(slips);
    glossary
}

/// What there is of a post in a locale beside the source; none when it has no catalog there.
pub(super) fn load_translated(
    root: &Path,
    (source, locale): (&Locale, &Locale),
    slug: &Slug,
    segments: &[Segment],
    glossary: &Catalog,
    found: &mut Vec<Diagnostic>,
) -> Option<Translated> {
    let file = catalog_file(locale, slug);
    let ftl = read_text(root, &file, found)?;
    let (mut catalog, slips) = Catalog::parse(&file, &ftl, glossary);
    match must_mend(&file, &ftl) {
        // Everything else that is wrong there may well come from it.
        Some(first) => found.push(first),
        None => {
            found.extend(as_sync_finds(&file, &ftl, source, slips));
            found.extend(unread_text(&file, &ftl, source));
        }
    }
    refuse_misfits(&file, segments, &mut catalog, found);
    let mut records = load_records(root, locale, slug, found);
    settle_records(&file, &ftl, source, segments, &catalog, &mut records);
    Some(Translated { catalog, records })
}

/// What a post's own catalog remembers.
#[derive(Debug)]
pub(super) struct Memory {
    /// The catalog.
    pub(super) file: PathBuf,
    /// What it holds; none where there is no such file.
    pub(super) bytes: Option<Vec<u8>>,
    /// The texts in it, as far as they can be made out.
    pub(super) known: Vec<Known>,
    /// What a person must mend first. The texts are good enough to publish with meanwhile, but the file must not be
    /// written anew from them.
    pub(super) broken: Option<Diagnostic>,
}

impl Memory {
    pub(super) fn load(root: &Path, source: &Locale, slug: &Slug) -> Self {
        let file = catalog_file(source, slug);
        let mut unreadable = Vec::new();
        let bytes = read_bytes(root, &file, &mut unreadable);
        let held = bytes.as_deref().unwrap_or_default();
        let (known, broken) = read_memory(&file, &lossy(held));
        let broken = unreadable.pop().or_else(|| not_utf8(&file, held)).or(broken);
        Self { file, bytes, known, broken }
    }
}

/// The records of a post in a locale.
pub(super) fn load_records(root: &Path, locale: &Locale, slug: &Slug, found: &mut Vec<Diagnostic>) -> Records {
    let file = records_file(locale, slug);
    let bytes = read_bytes(root, &file, found);
    bytes.map(|bytes| read_records(&file, &bytes, found)).unwrap_or_default()
}

/// What a file of records says.
pub(super) fn read_records(file: &Path, bytes: &[u8], found: &mut Vec<Diagnostic>) -> Records {
    found.extend(not_utf8(file, bytes));
    let Ok(text) = std::str::from_utf8(bytes) else { return Records::new() };
    parse_records(text).unwrap_or_else(|error| {
        let (line, column) = error.span().map_or((1, 1), |span| position(text, span.start));
        let message = format!("these records cannot be read: {}", error.message());
        let help =
            "resolve the merge conflict, or delete the file: it is then made anew from the comments in the catalog";
        found.push(Diagnostic::error(file, "bad-records", message).at(line, column).help(help));
        Records::new()
    })
}

/// A translation of a block must be one block: a list or a second paragraph has no place to go.
fn refuse_misfits(file: &Path, segments: &[Segment], catalog: &mut Catalog, found: &mut Vec<Diagnostic>) {
    for segment in segments {
        let id = &segment.id;
        let fits = |text| markdown::fits(segment.kind, &segment.text, text);
        let Some(line) = catalog.line(id).filter(|_| !catalog.text(id).is_none_or(fits)) else { continue };
        let message = format!("`{id}` reads as more than a line of text (a list, a heading, code), so it is not used");
        let help = match catalog.text(id).and_then(|text| copied_sign(segment, text)) {
            Some((sign, what)) => format!("delete the `{sign}`; {what} comes from the Dutch post"),
            None => {
                "structure comes from the Dutch post; put a backslash before a sign that begins the line".to_owned()
            }
        };
        found.push(Diagnostic::error(file, "not-one-paragraph", message).at(line, 1).help(help));
        catalog.remove(id);
    }
}

/// The sign at the head of a text that stands before its Dutch text in the post and not in the catalog, and what it is.
fn copied_sign<'t>(segment: &Segment, text: &'t str) -> Option<(&'t str, &'static str)> {
    let (sign, rest) = text.split_once(' ')?;
    let is_number = |sign: &str| sign.strip_suffix(['.', ')']).is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit()));
    let what = match (segment.kind, sign) {
        (Kind::ListItem, "-" | "*" | "+") => "the bullet",
        (Kind::ListItem, sign) if is_number(sign) => "the number",
        (Kind::Heading, sign) if sign.bytes().all(|b| b == b'#') => "the sign of a heading",
        (Kind::Quote | Kind::Callout, ">") => "the sign of a quote",
        _ => return None,
    };
    markdown::fits(segment.kind, &segment.text, rest.trim_start()).then(|| (&text[..=sign.len()], what))
}

/// A file as text; none where there is no such file, or `found` says why it is none.
pub(super) fn read_text(root: &Path, file: &Path, found: &mut Vec<Diagnostic>) -> Option<String> {
    let bytes = read_bytes(root, file, found)?;
    found.extend(not_utf8(file, &bytes));
    String::from_utf8(bytes).ok()
}

/// The bytes of a file; none where there is no such file, or `found` says why it cannot be read.
pub(super) fn read_bytes(root: &Path, file: &Path, found: &mut Vec<Diagnostic>) -> Option<Vec<u8>> {
    disk::read_if_there(&root.join(file)).unwrap_or_else(|error| {
        found.push(disk::unreadable(file, &error.source));
        None
    })
}

/// Bytes as text, whatever they are. That they are UTF-8 is soon seen; to look for what is not takes much longer.
pub(super) fn lossy(bytes: &[u8]) -> Cow<'_, str> {
    std::str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed)
}

/// Says where a file that people write is not in UTF-8.
pub(crate) fn not_utf8(file: &Path, bytes: &[u8]) -> Option<Diagnostic> {
    let error = std::str::from_utf8(bytes).err()?;
    let line = bytes[..error.valid_up_to()].iter().filter(|&&b| b == b'\n').count() + 1;
    let message = "the file is not written in UTF-8, so none of it is used";
    Some(Diagnostic::error(file, "not-utf8", message).at(line, 1).help("save it as UTF-8 in your editor"))
}
