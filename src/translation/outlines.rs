//! What lists, feeds and links need of all posts, which is little beside their texts. It stands in an index, so that
//! only posts whose files look otherwise than they did are read.

mod remembered;

use std::{borrow::Cow, collections::HashMap, sync::Arc};

use serde::{Deserialize, Serialize};

use self::remembered::{find_by_print, note_first_names, recall, remember};
use super::{
    LocaleSettings,
    conditions::Conditions,
    folder::Folder,
    index::{Index, SETTLED},
    look::Look,
    packed::{Packed, Tags},
    variant::{Coverage, Variant},
    whole::{Fresh, Reader, Whole},
};
use crate::{
    diagnostic::Diagnostic,
    fingerprint::Fingerprint,
    locale::Locale,
    parallel,
    posts::{self, Loaded, Places, Post, PostFile, ReadFile, Slug, gather_posts, list_posts},
};

/// Beside the database, in a folder that is not in version control.
const FILE: &str = "data/outlines.index";

/// The index is written anew when at least one post of so many was read: until then it is less work to read those once
/// more.
const WORTH_WRITING: usize = 256;

/// Whether what is known of posts is kept, and read again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keeping {
    /// A file that changed so many seconds before it was looked at, or later, is read again the next time.
    settled: i64,
}

impl Default for Keeping {
    fn default() -> Self {
        Self { settled: SETTLED }
    }
}

impl Keeping {
    /// For stories in which no file changes twice in the same instant.
    pub const TRUSTING: Self = Self { settled: -1 };
}

/// What must be the same for outlines to hold.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Terms {
    conditions: Conditions,
    /// The languages, with their chains and gates.
    readers: String,
    /// The languages by their places.
    tags: Tags,
}

impl Terms {
    fn of(folder: &Folder<'_>, readers: &[LocaleSettings]) -> Self {
        Self { conditions: Conditions::of(folder), readers: format!("{readers:?}"), tags: Tags::of(readers) }
    }
}

/// A post without its text, in each locale of the publication.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Outline {
    variants: Vec<Arc<Variant>>,
    listed: Fingerprint,
    /// The fingerprint of its date and its body as they are written.
    body: Fingerprint,
    /// Whether the catalog of its name is about another post.
    is_anothers: bool,
    /// How the files looked before they were read.
    look: Look,
}

impl Outline {
    /// Whether errors in catalogs keep it from readers in a language.
    fn is_damaged(&self) -> bool {
        self.variants.iter().any(|variant| variant.is_damaged)
    }

    /// Puts in the place of what errors keep from readers how it was `before`, as far as readers had that.
    fn mend(&mut self, before: Option<&Self>) {
        for variant in self.variants.iter_mut().filter(|variant| variant.is_damaged) {
            let before = before.and_then(|before| before.variants.iter().find(|one| one.locale == variant.locale));
            let (is_damaged, known) =
                match before.filter(|before| before.passes || before.own_percent() > variant.own_percent()) {
                    Some(before) => (true, before),
                    None => (false, &*variant),
                };
            *variant = Arc::new(Variant { is_damaged, ..Variant::clone(known) });
        }
    }

    /// The fingerprint of its text in a language.
    fn print(&self, locale: &Locale) -> Option<Fingerprint> {
        self.variants.iter().find(|variant| variant.locale == *locale).map(|variant| variant.print)
    }
}

/// A post that was outlined for itself.
#[derive(Debug)]
pub struct Outlined {
    /// The post, without its text.
    pub post: Post,
    /// Whether nothing is wrong in it or its catalogs.
    pub is_fine: bool,
}

/// The outlines of all posts, and the way to their texts.
#[derive(Debug)]
pub struct Outlines {
    posts: HashMap<Slug, Outline>,
    reader: Reader,
    former: Vec<Post>,
    /// Whether an index is kept of what is known.
    keeps: bool,
    /// What is remembered of posts whose files are gone, while one cannot be read that may be theirs.
    gone: HashMap<Slug, (Post, Outline)>,
}

impl Outlines {
    /// None yet, of the posts in a folder, for readers. What is wrong in the glossaries is added to `found`.
    pub fn none(folder: &Folder<'_>, readers: &[LocaleSettings], found: &mut Vec<Diagnostic>) -> Self {
        Self {
            posts: HashMap::new(),
            reader: Reader::new(folder, readers, found),
            former: Vec::new(),
            keeps: false,
            gone: HashMap::new(),
        }
    }

    /// The posts whose files cannot be read, as they were when they could be, as far as that is known.
    pub fn take_former(&mut self) -> Vec<Post> {
        std::mem::take(&mut self.former)
    }

    /// The post that had this name, as it was when its file was there, as far as that is known.
    pub fn recall(&mut self, slug: &Slug) -> Option<Post> {
        let (post, outline) = self.gone.remove(slug)?;
        self.posts.insert(slug.clone(), outline);
        Some(post)
    }

    /// Adds some posts, each from its files, or as it was [packed](Self::pack), by its number; none where one is no post any
    /// more.
    pub fn add<'k>(
        &mut self,
        folder: &Folder<'_>,
        readers: &[LocaleSettings],
        files: &[PostFile],
        packed: impl Fn(usize) -> Option<&'k [u8]>,
    ) -> Option<Vec<Outlined>> {
        let codec = Codec::of(readers);
        let mut added = Vec::with_capacity(files.len());
        for (nth, (file, look)) in files.iter().zip(&Look::at_all(folder, files)).enumerate() {
            let (post, outline, is_fine) = match packed(nth).and_then(|packed| codec.unpack(packed, look)) {
                Some((post, outline)) => (post, outline, true),
                None => {
                    let (read, outline, noted) = read(&self.reader, file, look, &codec);
                    let (mut outline, is_fine) = (outline?, noted.is_some_and(|noted| noted.is_fine));
                    outline.mend(None);
                    (read.into_post()?, outline, is_fine)
                }
            };
            self.posts.insert(file.slug.clone(), outline);
            added.push(Outlined { post, is_fine });
        }
        Some(added)
    }

    /// The posts whose catalogs are about others.
    pub fn anothers(&self) -> Vec<Slug> {
        let anothers = self.posts.iter().filter(|(_, outline)| outline.is_anothers);
        anothers.map(|(slug, _)| slug.clone()).collect()
    }

    /// Reads posts that got other names anew, each from catalogs that still have the old one, and keeps that in mind, if
    /// anything is kept. Gives what is wrong there.
    pub fn follow(
        &mut self,
        folder: &Folder<'_>,
        readers: &[LocaleSettings],
        posts: &[Post],
        renames: &[(Slug, Slug)],
    ) -> Vec<Diagnostic> {
        let codec = Codec::of(readers);
        let (mut found, mut followed) = (Vec::new(), Vec::new());
        for (old, new) in renames {
            let Some(post) = posts.iter().find(|post| post.slug == *new) else { continue };
            self.reader.follow(old, new);
            let look = self.look(new).cloned().unwrap_or_default();
            let file = PostFile { slug: new.clone(), file: post.file.clone() };
            let (_, outline, noted) = read(&self.reader, &file, &look, &codec);
            let outline = outline.map(|mut outline| {
                outline.mend(self.posts.get(new));
                (new.clone(), outline)
            });
            if let Some((new, outline)) = outline {
                followed.extend(codec.pack(post, &outline).map(|packed| (new.clone(), packed)));
                self.posts.insert(new, outline);
            }
            found.extend(noted.map(|noted| noted.found).unwrap_or_default());
        }
        if self.keeps && !followed.is_empty() {
            let mut index = Index::load(folder.root.join(FILE), Terms::of(folder, readers));
            followed.into_iter().for_each(|(new, packed)| index.note(&new, None, packed));
            index.save();
        }
        found
    }

    /// All that is known here of a post, to be given to [`add`](Self::add).
    pub fn pack(&self, post: &Post, readers: &[LocaleSettings]) -> Option<Vec<u8>> {
        Codec::of(readers).pack(post, self.posts.get(&post.slug)?)
    }

    /// How the files of a post looked before they were read.
    pub fn look(&self, slug: &Slug) -> Option<&Look> {
        self.posts.get(slug).map(|outline| &outline.look)
    }

    /// A post as the readers of a locale get it.
    pub fn variant(&self, slug: &Slug, locale: &Locale) -> Option<&Arc<Variant>> {
        self.posts.get(slug)?.variants.iter().find(|variant| variant.locale == *locale)
    }

    /// The text of a post; none where its file is none any more.
    pub fn whole(&self, post: &Post) -> Option<Whole> {
        self.reader.whole(post)
    }

    /// The fingerprint of all that other pages may show of a post, in whatever language.
    pub fn listed(&self, slug: &Slug) -> Option<Fingerprint> {
        self.posts.get(slug).map(|outline| outline.listed)
    }
}

/// Reads all posts without their texts, with the outlines of their variants in the languages of `readers`. What is wrong
/// in their catalogs is there too. Where somebody keeps what is known, only what has changed is read.
///
/// # Errors
/// When the folder cannot be read; a file that cannot be, and what one says wrong, is a diagnostic.
pub fn load_outlines(
    folder: &Folder<'_>,
    readers: &[LocaleSettings],
    keeping: Option<Keeping>,
) -> Result<(Loaded, Outlines, Vec<Diagnostic>), posts::Error> {
    // Before anything is looked at.
    let load =
        |keeping: Keeping| Index::load(folder.root.join(FILE), Terms::of(folder, readers)).settling(keeping.settled);
    let mut index = keeping.map(load);
    let mut found = Vec::new();
    let reader = Reader::new(folder, readers, &mut found);
    let (files, wrong) = list_posts(folder.root)?;
    let looks = Look::at_all(folder, &files);
    let asked: Vec<(&PostFile, &Look)> = files.iter().zip(&looks).collect();
    let codec = Codec::of(readers);
    let known = |(file, look): &(&PostFile, &Look)| codec.unpack(index.as_ref()?.find(&file.slug, look)?, look);
    let outlined = parallel::map(&asked, |asked| match known(asked) {
        Some((post, outline)) => (ReadFile::known(post), Some(outline), None),
        None => read(&reader, asked.0, asked.1, &codec),
    });
    let is_new = |file: &&PostFile| index.as_ref().is_some_and(|index| index.value(&file.slug).is_none());
    let new: Vec<Slug> = files.iter().filter(is_new).map(|file| file.slug.clone()).collect();
    let mut posts = HashMap::with_capacity(files.len());
    let (mut all, mut changed) = (Vec::with_capacity(files.len()), 0);
    let mut broken = Vec::new();
    for ((file, look), (read, mut outline, noted)) in asked.into_iter().zip(outlined) {
        let damaged = outline.as_mut().filter(|outline| outline.is_damaged());
        let before = damaged.and_then(|outline| {
            let known = index.as_ref().and_then(|index| recall(index, &codec, &file.slug));
            outline.mend(known.as_ref().map(|(_, before)| before));
            known.filter(|_| outline.is_damaged()).and_then(|(post, before)| codec.pack(&post, &before))
        });
        if let Some(Noted { packed, is_fine, found: wrong }) = noted {
            changed += 1;
            found.extend(wrong);
            if let Some((index, packed)) = index.as_mut().zip(packed) {
                // What is wrong is to be told again, and how it was before is known until it is mended.
                index.note(&file.slug, is_fine.then_some(look), before.unwrap_or(packed));
            }
        }
        if outline.is_none() {
            broken.push(&file.slug);
        }
        posts.extend(outline.map(|outline| (file.slug.clone(), outline)));
        all.push(read);
    }
    let (mut former, mut gone) = (Vec::new(), HashMap::new());
    // What has no name of a post may be one that had.
    let is_all_read = broken.is_empty() && !wrong.iter().any(Diagnostic::is_error);
    if let Some(index) = index.as_mut().filter(|_| !is_all_read) {
        gone = remember(index, &codec, |slug| posts.contains_key(slug));
        for slug in &broken {
            let Some((post, outline)) = gone.remove(*slug) else { continue };
            former.push(post);
            posts.insert((*slug).clone(), outline);
        }
    }
    if let Some(mut index) = index.filter(|_| !new.is_empty() || changed * WORTH_WRITING > files.len()) {
        let renames = find_by_print(folder, &index, &codec, &posts, new);
        // What is not written down is found again the next time.
        if note_first_names(folder, &files, &posts, &renames).is_ok() {
            if is_all_read {
                index.keep_only(&files);
            }
            index.save();
        }
    }
    let outlines = Outlines { posts, reader, former, keeps: keeping.is_some(), gone };
    Ok((gather_posts(folder.root, &files, all, wrong), outlines, found))
}

/// What is noted of a post that was read just now.
#[derive(Default)]
struct Noted {
    /// What is kept of it.
    packed: Option<Vec<u8>>,
    /// Whether nothing is wrong in it or its catalogs.
    is_fine: bool,
    /// What is wrong in its catalogs.
    found: Vec<Diagnostic>,
}

fn read(reader: &Reader, file: &PostFile, look: &Look, codec: &Codec) -> (ReadFile, Option<Outline>, Option<Noted>) {
    let (read, fresh) = reader.read(file);
    let Some(Fresh { post, body, variants, is_anothers, found }) = fresh else {
        return (read, None, Some(Noted::default()));
    };
    let variants: Vec<_> = variants.into_iter().map(Arc::new).collect();
    let outline = Outline { listed: listed(&post, &variants), variants, body, is_anothers, look: look.clone() };
    let (packed, is_fine) = (codec.pack(&post, &outline), read.is_fine() && found.is_empty());
    (read, Some(outline), Some(Noted { packed, is_fine, found }))
}

/// The fingerprint of all that other pages may show of a post.
fn listed(post: &Post, variants: &[Arc<Variant>]) -> Fingerprint {
    let shown = variants.iter().map(|variant| {
        let Variant { locale, front, headings, passes, .. } = &**variant;
        format!("{locale} {passes} {} {front:?} {headings:?}", variant.is_mostly_own())
    });
    // Where something stands in the file, and what the text refers to, shows nowhere else.
    let post = Post { places: Places::new(), targets: Vec::new(), ..post.clone() };
    let shown: Vec<String> = [format!("{post:?}")].into_iter().chain(shown).collect();
    Fingerprint::of_parts(shown.iter().map(String::as_str))
}

/// How outlines are written.
struct Codec(Tags);

/// A variant as it is written.
#[derive(Serialize, Deserialize)]
struct PackedVariant<'v> {
    locale: usize,
    #[serde(borrow)]
    front: Vec<Packed<'v>>,
    headings: Cow<'v, [String]>,
    languages: Vec<(usize, usize)>,
    machine: bool,
    stale: bool,
    mentions: Cow<'v, [String]>,
    print: Fingerprint,
    coverage: Coverage,
    passes: bool,
}

impl Codec {
    fn of(readers: &[LocaleSettings]) -> Self {
        Self(Tags::of(readers))
    }

    fn pack(&self, post: &Post, outline: &Outline) -> Option<Vec<u8>> {
        let variants: Vec<_> = outline.variants.iter().map(|one| self.pack_variant(one)).collect::<Option<_>>()?;
        postcard::to_stdvec(&(post, outline.listed, outline.body, outline.is_anothers, variants)).ok()
    }

    fn pack_variant<'v>(&self, variant: &'v Variant) -> Option<PackedVariant<'v>> {
        let language = |(locale, count): &(Locale, usize)| Some((self.0.place(locale)?, *count));
        Some(PackedVariant {
            locale: self.0.place(&variant.locale)?,
            front: self.0.pack_all(&variant.front)?,
            headings: Cow::from(&variant.headings),
            languages: variant.languages.iter().map(language).collect::<Option<_>>()?,
            machine: variant.machine,
            stale: variant.stale,
            mentions: Cow::from(&variant.mentions),
            print: variant.print,
            coverage: variant.coverage,
            passes: variant.passes,
        })
    }

    fn unpack(&self, bytes: &[u8], look: &Look) -> Option<(Post, Outline)> {
        type Parts<'p> = (Post, Fingerprint, Fingerprint, bool, Vec<PackedVariant<'p>>);
        let (post, listed, body, is_anothers, variants): Parts<'_> = postcard::from_bytes(bytes).ok()?;
        let variants = variants.into_iter().map(|packed| self.unpack_variant(packed)).collect::<Option<_>>()?;
        Some((post, Outline { variants, listed, body, is_anothers, look: look.clone() }))
    }

    /// The outline in those languages that can be written here.
    fn known_part(&self, mut outline: Outline) -> Outline {
        outline.variants.retain(|variant| self.pack_variant(variant).is_some());
        outline
    }

    fn unpack_variant(&self, packed: PackedVariant<'_>) -> Option<Arc<Variant>> {
        let language = |(locale, count): (usize, usize)| Some((self.0.at(locale)?, count));
        Some(Arc::new(Variant {
            locale: self.0.at(packed.locale)?,
            front: self.0.unpack_all(packed.front)?,
            headings: packed.headings.into_owned(),
            languages: packed.languages.into_iter().map(language).collect::<Option<_>>()?,
            machine: packed.machine,
            stale: packed.stale,
            mentions: packed.mentions.into_owned(),
            print: packed.print,
            coverage: packed.coverage,
            passes: packed.passes,
            is_damaged: false,
        }))
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use super::*;
    use crate::{
        posts::{LoadSettings, markdown::Kind},
        translation::Gate,
    };

    /// The outlines of a folder in Dutch and French, and how many posts were read for them.
    fn load(root: &Path, keeping: Option<Keeping>) -> (HashMap<Slug, Outline>, usize) {
        let (nl, fr): (Locale, Locale) = ("nl".parse().unwrap(), "fr".parse().unwrap());
        let reader = |chain: &[&Locale]| LocaleSettings {
            locale: chain[0].clone(),
            autonym: None,
            chain: chain.iter().map(|locale| (*locale).clone()).collect(),
            gate: Gate::default(),
            edition: true,
        };
        let readers = [reader(&[&nl]), reader(&[&fr, &nl])];
        let (targets, settings) = ([fr.clone()], LoadSettings { zone: chrono_tz::UTC });
        let folder = Folder { root, settings, source: &nl, targets: &targets, locales: &targets };
        let (_, outlines, _) = load_outlines(&folder, &readers, keeping).unwrap();
        (outlines.posts, outlines.reader.read_now())
    }

    fn write(root: &Path, file: &str, text: &str) {
        let path = root.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    #[test]
    fn what_is_known_of_a_post_is_what_would_be_read_of_it() {
        let folder = tempfile::tempdir().unwrap();
        let (root, known) = (folder.path(), Some(Keeping::TRUSTING));
        let text = "---\ntitle: Rug\ndate: 2026-10-02\nsummary: Kort.\n---\n## Kop\n\nZie [b](b.md).\n";
        write(root, "posts/a.md", text);
        write(root, "posts/b.md", "---\ntitle: Knie\ndate: 2026-10-03\n---\nBlijf bewegen.\n");
        write(root, "locales/fr/posts/a.ftl", "title = Dos\nsummary = Bref.\n");
        assert_eq!(load(root, known).1, 2);
        let (again, read) = load(root, known);
        assert_eq!((read, &again), (0, &load(root, None).0));
        let (a, b) = ("a".parse::<Slug>().unwrap(), "b".parse::<Slug>().unwrap());
        assert!(again[&a].variants[1].falls_back() && again[&a].variants[1].first(Kind::Title).unwrap().text == "Dos");

        // Its own text shows on its own page alone, its title everywhere.
        write(root, "posts/a.md", &text.replace("Zie", "Lees"));
        let (edited, read) = load(root, known);
        assert_eq!((read, edited[&a].listed), (1, again[&a].listed));
        assert_ne!(edited[&a].variants[0].print, again[&a].variants[0].print);
        write(root, "posts/a.md", &text.replace("Rug", "Nek"));
        let (renamed, _) = load(root, known);
        assert_ne!(renamed[&a].listed, again[&a].listed);
        assert_eq!(renamed[&b], again[&b]);

        // What is wrong is told each time.
        write(root, "posts/b.md", "---\ntitle: Knie\ndate: 2026-10-03\n---\n[x](javascript:y)\n");
        assert_eq!((load(root, known).1, load(root, known).1), (1, 1));
    }
}
