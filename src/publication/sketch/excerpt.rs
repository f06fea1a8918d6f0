//! The few posts of a publication that have to be known to publish those that were saved.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::Path,
    sync::Arc,
};

use super::{Sketch, hash_of, known::shown, logos};
use crate::{
    clock::Timestamp,
    locale::Locale,
    posts::{LoadSettings, Post, PostFile, Slug, refers_rightly},
    publication::{
        Edition, Error, Kept, Pages, Publication, Releases, Saved, Settings, SiteFolder, WriteReport,
        feed::feed_paths,
        load::{load_templates, unknown_locales},
        rules::print_rules,
        site::{page_path, put_few},
    },
    translation::{FirstNames, Folder, Outlines, Translations, Variant},
};

/// More posts than this are published together with all others.
const MOST_POSTS: usize = 8;

/// The posts that were saved, and those that their pages and feeds show.
#[derive(Debug)]
pub struct Excerpt {
    publication: Publication,
    /// The places of its posts among all, in their order.
    places: BTreeSet<usize>,
    /// Those that were saved.
    changed: BTreeSet<usize>,
    /// The feeds in which they stand, by the number of the edition and the topic.
    feeds: Vec<(usize, Option<String>)>,
}

impl Sketch {
    /// Reads what was saved, and what has to be known beside it; none if that may be more than some texts of posts.
    ///
    /// # Errors
    /// When the templates cannot be read.
    pub fn excerpt(
        &self,
        root: &Path,
        settings: Settings,
        kept: &Kept,
        saved: &Saved,
        now: Timestamp,
    ) -> Result<Option<Excerpt>, Error> {
        let rules = print_rules(root, &settings);
        let is_its_time = now >= self.from && self.until.is_none_or(|until| now < until);
        if !is_its_time || rules != self.rules {
            return Ok(None);
        }
        let Some(changed) = self.changed(root, saved) else { return Ok(None) };
        let (templates, _) = kept.templates(rules, || load_templates(root, &settings))?;
        let Some(Read { places, posts, outlines, feeds }) = self.read(root, &settings, &changed) else {
            return Ok(None);
        };
        let publication = Publication {
            root: root.to_owned(),
            rules,
            settings,
            posts,
            unreadable: BTreeMap::new(),
            former: Vec::new(),
            names: FirstNames::default(),
            renames: Vec::new(),
            known: Vec::new(),
            translations: Translations::default(),
            outlines: Some(outlines),
            templates,
        };
        let is_same = logos(&publication) == self.logos;
        Ok(is_same.then_some(Excerpt { publication, places, changed, feeds }))
    }

    /// The posts whose files these are; none where one may be something else, or they are many.
    fn changed(&self, root: &Path, saved: &Saved) -> Option<BTreeSet<usize>> {
        let Saved::Files(files) = saved else { return None };
        let mut changed = BTreeSet::new();
        for file in files {
            changed.extend(self.post_of(root, file)?);
        }
        (changed.len() <= MOST_POSTS).then_some(changed)
    }

    /// The post that a file is about: none within where it says nothing to anybody, and none at all where nobody knows.
    fn post_of(&self, root: &Path, file: &Path) -> Option<Option<usize>> {
        let parts: Vec<&str> = file.iter().map(|part| part.to_str()).collect::<Option<_>>()?;
        let name = match parts[..] {
            ["posts" | "pages", folder, "index.md"] => folder,
            ["posts" | "pages", name] if name.ends_with(".md") => name.strip_suffix(".md")?,
            ["locales", ".state", _, name] if name.ends_with(".toml") => name.strip_suffix(".toml")?,
            ["locales", _, "posts", name] if name.ends_with(".ftl") => name.strip_suffix(".ftl")?,
            ["posts" | "pages", name] | ["posts" | "pages", _, name] | ["locales", _, "posts", name]
                if !name.ends_with(".md") =>
            {
                return self.is_nobodys(root, file, name).then_some(None);
            }
            _ => return None,
        };
        let at = self.place_of(name)?;
        let is_its_own = parts[0] == "locales" || self.file(at) == file;
        is_its_own.then_some(Some(at))
    }

    /// Whether a file with this name is none that anybody's page could show, such as one that an editor makes for a moment.
    fn is_nobodys(&self, root: &Path, file: &Path, name: &str) -> bool {
        let is_plain = match fs::symlink_metadata(root.join(file)) {
            Ok(there) => there.is_file(),
            Err(error) => error.kind() == io::ErrorKind::NotFound,
        };
        let is_folder_of_a_post = || self.place_of(name).is_some_and(|at| self.posts[at].has_folder());
        is_plain && !is_folder_of_a_post() && self.pictures.binary_search(&hash_of(file)).is_err()
    }

    /// The posts that were saved with those around them, and the feeds in which they stand; none where lists show something
    /// else of one of them now, or something is wrong in it.
    fn read(&self, root: &Path, settings: &Settings, changed: &BTreeSet<usize>) -> Option<Read> {
        let (source, readers) = (&settings.site.source, &settings.locales);
        let (targets, locales) = (settings.translated_locales(), settings.catalog_locales());
        let reading = LoadSettings { zone: settings.site.zone };
        let folder = Folder { root, settings: reading, source, targets: &targets, locales: &locales };
        // What is wrong in the glossaries is known.
        let mut outlines = Outlines::none(&folder, readers, &mut Vec::new());
        let saved = outlines.add(&folder, readers, &self.files(changed)?, |_| None)?;
        let mut wanted = self.everywhere();
        let feeds = self.feeds_with(changed, &mut wanted);
        for (at, one) in changed.iter().zip(&saved) {
            let is_fine = one.is_fine && !self.was_wrong(*at) && self.refers_rightly(root, &one.post);
            let variants = || readers.iter().filter_map(|reader| outlines.variant(&one.post.slug, &reader.locale));
            let is_same = shown(&one.post, &outlines)? == self.posts[*at].shown;
            // One without a catalog may be one that was renamed.
            let has_catalogs = self.posts[*at].look.has_catalog && outlines.look(&one.post.slug)?.has_catalog;
            if !is_fine || !is_same || !has_catalogs {
                return None;
            }
            self.around(*at, &one.post, variants().flat_map(|variant: &Arc<Variant>| &variant.mentions), &mut wanted);
        }
        let others: Vec<usize> = wanted.difference(changed).copied().collect();
        let files = self.files(&others)?;
        let packed = |nth: usize| self.packed.get(&others[nth]).map(Vec::as_slice);
        let around = outlines.add(&folder, readers, &files, packed)?;
        if others.iter().zip(&files).any(|(at, file)| outlines.look(&file.slug) != Some(&self.posts[*at].look)) {
            return None;
        }
        wanted.extend(changed);
        let mut posts: Vec<Post> = saved.into_iter().chain(around).map(|one| one.post).collect();
        for post in &mut posts {
            if let Some((id, aliases)) = self.names.get(&post.slug) {
                post.id.clone_from(id);
                post.aliases.clone_from(aliases);
            }
        }
        let known: Vec<Locale> = readers.iter().map(|reader| reader.locale.clone()).collect();
        // What is wrong there is known too.
        let _ = unknown_locales(&mut posts, &known, source);
        posts.sort_by(Post::newest_first);
        Some(Read { places: wanted, posts, outlines, feeds })
    }

    fn files<'p>(&self, places: impl IntoIterator<Item = &'p usize>) -> Option<Vec<PostFile>> {
        let file = |at: &usize| Some(PostFile { slug: self.name(*at).parse().ok()?, file: self.file(*at) });
        places.into_iter().map(file).collect()
    }

    /// Whether something was wrong in a post or its catalogs.
    fn was_wrong(&self, at: usize) -> bool {
        let (slug, file) = (self.name(at), self.file(at));
        let is_beside = |path: &Path| path.starts_with("locales") && path.file_stem().is_some_and(|stem| stem == slug);
        self.diagnostics.iter().any(|found| found.file == file || is_beside(&found.file))
    }

    fn refers_rightly(&self, root: &Path, post: &Post) -> bool {
        let named = post.references().map(|(slug, _)| slug);
        refers_rightly(root, post, &named.filter(|name| self.place_of(name).is_some()).collect())
    }

    /// Whether posts are in the editions where they were, with a page where they had one.
    fn has_places<'p>(&self, editions: &[Edition<'_>], posts: impl Iterator<Item = (usize, &'p Post)> + Clone) -> bool {
        editions.iter().enumerate().all(|(number, edition)| {
            posts.clone().all(|(at, post)| match (edition.entry(&post.slug), &self.posts[at]) {
                (Some(entry), known) => known.is_in(number) && known.has_page(number) == entry.has_page,
                (None, known) => !known.is_in(number),
            })
        })
    }
}

/// What was read of posts at some places.
struct Read {
    places: BTreeSet<usize>,
    posts: Vec<Post>,
    outlines: Outlines,
    feeds: Vec<(usize, Option<String>)>,
}

impl Excerpt {
    /// By what the posts in it are known.
    pub fn ids(&self) -> Vec<Slug> {
        self.publication.posts.iter().map(|post| post.id.clone()).collect()
    }

    /// Its posts, with their places among all.
    fn posts(&self) -> impl Iterator<Item = (usize, &Post)> + Clone {
        self.places.iter().copied().zip(&self.publication.posts)
    }

    /// Those of them that were saved.
    fn saved(&self) -> impl Iterator<Item = (usize, &Post)> + Clone {
        self.posts().filter(|(at, _)| self.changed.contains(at))
    }

    /// Writes the pages and the feeds that show the text of what was saved, and nothing else: none where that would not be all,
    /// and then nothing is written. `releases` are those of the posts in it. The sketch is of the new site then.
    ///
    /// # Errors
    /// When a template cannot be rendered or a file cannot be written.
    pub fn write(
        &self,
        sketch: &mut Sketch,
        releases: &Releases,
        folder: &SiteFolder,
        now: Timestamp,
    ) -> Result<Option<WriteReport>, Error> {
        let editions = self.publication.editions(releases, now);
        if !sketch.has_places(&editions, self.posts()) {
            return Ok(None);
        }
        let pages = Pages::new(&self.publication, &editions);
        let changed: Vec<Slug> = self.saved().map(|(_, post)| post.slug.clone()).collect();
        let feeds: Vec<(&Locale, Option<&str>)> =
            self.feeds.iter().map(|(number, topic)| (editions[*number].locale(), topic.as_deref())).collect();
        let Some(few) = folder.few(&paths(&pages, &changed, &feeds))? else { return Ok(None) };
        let staging = folder.stage_few(&few);
        if !put_few(&pages, &staging, sketch.glance, &changed, &feeds)? {
            return Ok(None);
        }
        let report = staging.compare(|_| true).commit()?;
        sketch.note(self, folder);
        Ok(Some(WriteReport { files: sketch.files, ..report }))
    }
}

impl Sketch {
    /// Notes that posts were published as they are now. Who is saving goes on doing so: what is around them is kept too.
    fn note(&mut self, excerpt: &Excerpt, folder: &SiteFolder) {
        self.list = folder.stamp();
        for (at, post) in excerpt.saved() {
            let look = excerpt.publication.outlines().and_then(|outlines| outlines.look(&post.slug));
            self.posts[at].look = look.cloned().unwrap_or_default();
            self.unpack(at);
        }
        for (at, post) in excerpt.posts() {
            if !self.packed.contains_key(&at) {
                self.pack_post(&excerpt.publication, at, post);
            }
        }
    }
}

/// The paths of the pages of posts, and of the files of feeds.
fn paths(pages: &Pages<'_>, changed: &[Slug], feeds: &[(&Locale, Option<&str>)]) -> BTreeSet<String> {
    let with_page = pages.editions().flat_map(|edition| {
        let has_page = |slug: &&Slug| edition.entry(slug).is_some_and(|entry| entry.has_page);
        changed.iter().filter(has_page).map(|slug| page_path(edition.locale(), slug))
    });
    with_page.chain(feeds.iter().flat_map(|(locale, topic)| feed_paths(locale, *topic))).collect()
}
