//! Loading a whole publication, with everything that is wrong in it.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    Edition, Kept, Releases, Settings,
    names::{forget_taken_paths, name_old_links, name_posts},
    pictures::{Pictures, pictures_of},
    rules::print_rules,
    theme_files::{check_assets, check_logos},
};
use crate::{
    clock::Timestamp,
    diagnostic::{Diagnostic, nearest},
    fingerprint::Fingerprint,
    locale::Locale,
    parallel,
    posts::{self, LoadSettings, Loaded, Post, Slug, load_posts, slug_of},
    templates::{self, Messages, Place, Templates},
    translation::{
        self, FirstNames, Folder, LocaleSettings, Outlines, Translations, Unsynced, Variant, find_unsynced_renames,
        load_outlines, load_translations,
    },
};

/// A publication could not be loaded or written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The posts could not be read.
    #[error("cannot load the posts")]
    Posts(#[from] posts::Error),
    /// The translations could not be read.
    #[error("cannot load the translations")]
    Translations(#[from] translation::Error),
    /// The templates could not be read or rendered.
    #[error("cannot use the templates")]
    Templates(#[from] templates::Error),
    /// The texts of the interface could not be read or formatted.
    #[error("cannot use the texts of the interface")]
    Messages(#[from] templates::MessageError),
    /// A mail was asked for without any post that is still published.
    #[error("cannot compose a mail without posts")]
    NoPosts,
    /// Something was asked for in a language that the publication does not have.
    #[error("cannot write to readers of {0}: the publication does not have that language")]
    UnknownLocale(Locale),
    /// Two at once would leave a mixture of two sites.
    #[error("cannot publish: another process is writing {path}; try again when it is done", path = .0.display())]
    Busy(PathBuf),
    /// A post went away while it was published.
    #[error("cannot make a page of {path}, which is no post any more; try again", path = .0.display())]
    Gone(PathBuf),
    /// A file could not be written.
    #[error("cannot write the site")]
    Disk(#[from] crate::disk::Error),
}

/// A publication in memory: what its folder says, at one moment.
#[derive(Debug)]
pub struct Publication {
    /// Its folder.
    pub root: PathBuf,
    /// The fingerprint of what all its pages are made by.
    pub rules: Fingerprint,
    /// What it says of itself.
    pub settings: Settings,
    /// Its posts, newest first, drafts and future ones included.
    pub posts: Vec<Post>,
    /// The posts whose files are there and cannot be read, with the first error of each.
    pub unreadable: BTreeMap<Slug, Diagnostic>,
    /// Those of them of which it is known how they were before, without their texts.
    pub(super) former: Vec<Post>,
    /// By what posts are known that have other names now.
    pub(super) names: FirstNames,
    /// Those that were renamed since the last `sync`, with their old names first.
    pub(super) renames: Vec<(Slug, Slug)>,
    /// What those posts are known by of which only the ledger could tell.
    pub(super) known: Vec<(Slug, Slug)>,
    /// All that is known of their translations; nothing where it was loaded [for readers](Self::load_for_readers).
    pub translations: Translations,
    /// What readers get of them, where it was loaded for readers.
    pub(super) outlines: Option<Outlines>,
    /// Its templates, which know the texts of the interface.
    pub templates: Arc<Templates>,
}

impl Publication {
    /// Reads posts, locales and templates from the folder `root`.
    ///
    /// # Errors
    /// When a file or folder cannot be read; what they say wrong is a diagnostic.
    pub fn load(root: &Path, settings: Settings) -> Result<(Self, Vec<Diagnostic>), Error> {
        Self::load_with(root, settings, &Kept::default(), |folder, _| {
            let loaded = load_posts(root, folder.settings)?;
            let mut translations = load_translations(root, folder.source, folder.locales, &loaded.posts);
            let found = std::mem::take(&mut translations.diagnostics);
            Ok(Read { loaded, translations, outlines: None, found })
        })
    }

    /// The same for who publishes it, and asks for texts when pages are made of them. What did not change since it was
    /// `kept` is not read.
    ///
    /// # Errors
    /// As [`load`](Self::load).
    pub fn load_for_readers(
        root: &Path,
        settings: Settings,
        kept: Option<&Kept>,
    ) -> Result<(Self, Vec<Diagnostic>), Error> {
        let unused = Kept::default();
        let keeping = kept.map(|kept| kept.keeping);
        Self::load_with(root, settings, kept.unwrap_or(&unused), |folder, settings| {
            let (loaded, outlines, found) = load_outlines(folder, &settings.locales, keeping)?;
            Ok(Read { loaded, translations: Translations::default(), outlines: Some(outlines), found })
        })
    }

    fn load_with(
        root: &Path,
        settings: Settings,
        kept: &Kept,
        read: impl FnOnce(&Folder<'_>, &Settings) -> Result<Read, posts::Error>,
    ) -> Result<(Self, Vec<Diagnostic>), Error> {
        let rules = print_rules(root, &settings);
        let source = &settings.site.source;
        let (targets, locales) = (settings.translated_locales(), settings.catalog_locales());
        let reading = LoadSettings { zone: settings.site.zone };
        let folder = Folder { root, settings: reading, source, targets: &targets, locales: &locales };
        let Read { mut loaded, mut translations, mut outlines, found } = read(&folder, &settings)?;
        let mut unreadable = unreadable(&loaded);
        let mut former = outlines.as_mut().map(Outlines::take_former).unwrap_or_default();
        former.retain(|post| unreadable.contains_key(&post.slug));
        for (slug, found) in &unreadable {
            let known = outlines.as_mut().and_then(|outlines| outlines.recall(slug));
            former.extend(known.map(|post| Post { file: found.file.clone(), ..post }));
        }
        let suspects = outlines.as_ref().map_or_else(|| translations.anothers(), Outlines::anothers);
        let Unsynced { mut renames, broken } = find_unsynced_renames(&folder, &loaded.posts, &unreadable, &suspects)?;
        // Until it can be read, a post that was renamed is what it was, where it was.
        for (old, new) in broken {
            let Some(found) = unreadable.get(&new).cloned() else { continue };
            if former.iter().any(|post| post.slug == new) {
                renames.push((old, new));
                continue;
            }
            let known = outlines.as_mut().and_then(|outlines| outlines.recall(&old));
            // Its pictures went with its file.
            former.extend(known.map(|post| Post { file: found.file.clone(), ..post }));
            unreadable.insert(old, found);
        }
        let mut diagnostics = loaded.diagnostics;
        let renamed = (&unreadable, &renames[..]);
        let names = name_posts((&mut loaded.posts, &mut former), renamed, &folder, &mut diagnostics)?;
        name_old_links(&loaded.posts, &former, &mut diagnostics);
        diagnostics.extend(translations.follow(root, &locales, &loaded.posts, &renames));
        if let Some(outlines) = &mut outlines {
            diagnostics.extend(outlines.follow(&folder, &settings.locales, &loaded.posts, &renames));
        }
        let locales: Vec<Locale> = settings.locales.iter().map(|settings| settings.locale.clone()).collect();
        diagnostics.extend(forget_taken_paths(&mut loaded.posts, &settings));
        // What is wrong in those is told of them as a whole.
        let _ = forget_taken_paths(&mut former, &settings);
        diagnostics.extend(unknown_locales(&mut loaded.posts, &locales, source));
        diagnostics.extend(unknown_locales(&mut loaded.unfinished, &locales, source));
        diagnostics.extend(found);
        let (templates, found) = kept.templates(rules, || load_templates(root, &settings))?;
        diagnostics.extend(found);
        let publication = Self {
            root: root.to_owned(),
            rules,
            settings,
            posts: loaded.posts,
            unreadable,
            former,
            names,
            renames,
            known: Vec::new(),
            translations,
            outlines,
            templates,
        };
        diagnostics.extend(publication.unknown_names(&loaded.unfinished));
        diagnostics.extend(check_logos(&publication));
        diagnostics.extend(check_assets(&publication));
        diagnostics.sort();
        diagnostics.dedup();
        Ok((publication, diagnostics))
    }

    /// What readers get of posts; none where it was not loaded for readers.
    pub(super) fn outlines(&self) -> Option<&Outlines> {
        self.outlines.as_ref()
    }

    /// A post as the readers of a locale get it, where it was loaded for readers.
    pub fn variant(&self, post: &Post, settings: &LocaleSettings) -> Option<&Arc<Variant>> {
        self.outlines.as_ref()?.variant(&post.slug, &settings.locale)
    }

    /// Whether errors in a catalog keep a post from readers of a locale who had it.
    pub(super) fn is_damaged(&self, slug: &str, locale: &str) -> bool {
        let names = slug.parse().ok().zip(locale.parse().ok());
        names.and_then(|(slug, locale)| self.outlines()?.variant(&slug, &locale)).is_some_and(|one| one.is_damaged)
    }

    /// The fingerprint of all that other pages may show of a post, where it was loaded for readers.
    pub(super) fn listed(&self, slug: &Slug) -> Option<Fingerprint> {
        self.outlines.as_ref()?.listed(slug)
    }

    /// A post by its slug.
    pub fn post(&self, slug: &Slug) -> Option<&Post> {
        self.posts.iter().find(|post| post.slug == *slug)
    }

    /// All editions at `now`, mail-only locales included.
    pub fn editions(&self, releases: &Releases, now: Timestamp) -> Vec<Edition<'_>> {
        parallel::map(&self.settings.locales, |settings| Edition::compose(self, settings, releases, now))
    }

    /// Looks at all pictures of all posts, and says which cannot be shown in several sizes.
    pub fn check_pictures(&self) -> Vec<Diagnostic> {
        let pictures = Pictures::new(&self.root);
        for post in &self.posts {
            for name in pictures_of(post) {
                pictures.of(&post.folder().join(name));
            }
        }
        pictures.diagnostics()
    }

    /// Authors that `postduif.toml` does not list, and topics that `topics.ftl` does not name.
    fn unknown_names(&self, unfinished: &[Post]) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        let source = &self.settings.site.source;
        let authors = &self.settings.site.authors;
        let has_name = |topic: &str| self.templates.messages().contains(source, &format!("topic-{topic}"));
        let topics: BTreeSet<&str> = self.posts.iter().flat_map(|post| &post.topics).map(String::as_str).collect();
        let named: Vec<&str> = topics.into_iter().filter(|topic| has_name(topic)).collect();
        for post in self.posts.iter().chain(unfinished) {
            for id in post.authors.iter().filter(|id| !authors.contains_key(*id)) {
                let message = format!("the author `{id}` is not listed in postduif.toml");
                let help = nearest(id, authors.keys().map(String::as_str)).map_or_else(
                    || format!("add a table [authors.{id}] with a name"),
                    |meant| format!("did you mean `{meant}`?"),
                );
                let (line, column) = post.place("authors", id);
                found.push(Diagnostic::error(&post.file, "unknown-author", message).at(line, column).help(help));
            }
            for id in post.topics.iter().filter(|id| !has_name(id)) {
                let message = format!("the topic `{id}` has no name");
                let add = format!("add `topic-{id} = …` to locales/{source}/topics.ftl");
                let help = match nearest(id, named.iter().copied()) {
                    Some(meant) => format!("did you mean `{meant}`? Else {add}"),
                    None if named.is_empty() => add,
                    None => format!("{add}, or write one that has a name: {}", named.join(", ")),
                };
                let (line, column) = post.place("topics", id);
                found.push(Diagnostic::error(&post.file, "unknown-topic", message).at(line, column).help(help));
            }
        }
        found
    }
}

/// What was read of posts and their translations.
struct Read {
    loaded: Loaded,
    translations: Translations,
    outlines: Option<Outlines>,
    /// What is wrong in the translations.
    found: Vec<Diagnostic>,
}

/// The templates and the texts of the interface, and what is wrong in both.
pub(super) fn load_templates(root: &Path, settings: &Settings) -> Result<(Templates, Vec<Diagnostic>), Error> {
    let chains: Vec<_> =
        settings.locales.iter().map(|settings| (settings.locale.clone(), settings.chain.clone())).collect();
    let (messages, mut found) = Messages::load(root, &chains);
    let place = Place { time_zone: settings.site.zone, base_url: settings.site.base_url.clone() };
    let (templates, more) = Templates::load(root, Arc::new(messages), &place)?;
    found.extend(more);
    Ok((templates, found))
}

/// Languages that posts are not to be in and that are none of the publication's, or the source itself;
/// those are left out.
pub(super) fn unknown_locales(posts: &mut [Post], locales: &[Locale], source: &Locale) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for post in posts {
        let mut refused = Vec::new();
        for locale in post.not_in.iter().filter(|locale| *locale == source || !locales.contains(locale)) {
            let (code, message, help) = if locale == source {
                let message = format!("`not_in` names `{locale}`, the language that the post is written in");
                ("not-in-source", message, "write `draft: true` for a post that nobody is to see yet".to_owned())
            } else {
                let message = format!("`not_in` names `{locale}`, which is none of the publication's languages");
                let others = locales.iter().filter(|locale| *locale != source).map(Locale::as_str);
                let help = nearest(locale.as_str(), others.clone()).map_or_else(
                    || format!("the languages are {}", others.collect::<Vec<_>>().join(", ")),
                    |meant| format!("did you mean `{meant}`?"),
                );
                ("unknown-locale", message, help)
            };
            let (line, column) = post.place("not_in", locale.as_str());
            found.push(Diagnostic::error(&post.file, code, message).at(line, column).help(help));
            refused.push(locale.clone());
        }
        post.not_in.retain(|locale| !refused.contains(locale));
    }
    found
}

/// The first error of each post that could not be read.
fn unreadable(loaded: &Loaded) -> BTreeMap<Slug, Diagnostic> {
    let mut unreadable = BTreeMap::new();
    for found in loaded.diagnostics.iter().filter(|found| found.is_error()) {
        // `posts/SLUG.md` or `posts/SLUG/index.md`, or what was one of them before it got a name that is none.
        let name = found.file.components().nth(1).map(|name| Path::new(name.as_os_str()));
        let stem = name.and_then(Path::file_stem).and_then(|stem| stem.to_str());
        let slug = stem.and_then(|stem| stem.parse().ok().or_else(|| slug_of(stem)));
        if let Some(slug) = slug.filter(|slug| loaded.posts.iter().all(|post| post.slug != *slug)) {
            unreadable.entry(slug).or_insert_with(|| found.clone());
        }
    }
    unreadable
}
