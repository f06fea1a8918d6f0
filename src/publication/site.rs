//! The whole site: which files it has, and what is in them.

use comrak::Arena;

use super::{
    Edition, Error, Pages, Publication,
    edition::Spot,
    feed::{Format, compose_changed, feed_files, render_all_opml},
    folder::{MadeOf, SiteFolder, Staging, WriteReport},
    glance::Glance,
    page::{BodyText, Known, KnownIn, Made},
    pictures::{pictures_of, put_pictures},
    redirects::{self, old_pages},
    sitemap::{render_robots, render_sitemap},
    theme_files::{own_robots, theme_files},
};
use crate::{
    fingerprint::Fingerprint,
    locale::Locale,
    parallel,
    posts::{Post, Slug},
    templates::{Notice, NoticePage},
};

/// Renders all pages and feeds, and makes them the site in `folder`: all of it, or nothing when this fails.
/// Of a folder that was only [looked at](SiteFolder::look) nothing changes, and the report says what would.
///
/// What the site no longer has is removed, but not the page of a post that only cannot be read now.
///
/// # Errors
/// When a template cannot be rendered or a file cannot be written.
pub fn write_site(publication: &Publication, pages: &Pages<'_>, folder: &SiteFolder) -> Result<Written, Error> {
    let staging = folder.stage()?;
    let glance = Glance::at(publication, pages.all_editions());
    if let Err(error) = put_site(publication, pages, &staging, glance) {
        folder.give_up();
        return Err(error);
    }
    let next = staging.compare(|path| is_kept(publication, path));
    let report = if folder.is_open() { next.commit()? } else { next.into_report() };
    Ok(Written { report, glance })
}

/// A site that was written.
#[derive(Debug)]
pub struct Written {
    /// What that did.
    pub report: WriteReport,
    /// What can be seen of it at a glance.
    pub(super) glance: Option<Glance>,
}

/// Puts the files into their places that show the text of posts which have changed, where nothing else has that other files show
/// too: their pages, and those of their feeds that are named, each by its topic. Says whether that is all there is to do.
///
/// # Errors
/// When a template cannot be rendered or a file cannot be laid to the side.
pub(super) fn put_few(
    pages: &Pages<'_>,
    staging: &Staging<'_>,
    glance: Glance,
    changed: &[Slug],
    feeds: &[(&Locale, Option<&str>)],
) -> Result<bool, Error> {
    let editions: Vec<_> = pages.editions().collect();
    let site = Put { pages, staging, glance: Some(glance) };
    let composed = parallel::map(&editions, |edition| {
        for post in changed.iter().filter_map(|slug| edition.entry(slug)).map(|entry| entry.post) {
            let arena = Arena::new();
            site.put_post(edition, post, &BodyText::of(&arena, post))?;
        }
        let topics = feeds.iter().filter(|(locale, _)| *locale == edition.locale());
        let topics: Vec<_> = topics.map(|(_, topic)| *topic).collect();
        compose_changed(&pages.off_site(), edition, staging, glance, &topics, |slug| changed.contains(slug))
    });
    let mut feeds = Vec::new();
    for composed in composed {
        let Some(composed) = composed? else { return Ok(false) };
        feeds.extend(composed);
    }
    let files: Vec<_> = feeds.iter().flat_map(|feed| Format::ALL.map(|format| (feed, format))).collect();
    let put = parallel::map(&files, |(feed, format)| {
        let (path, made) = feed.file(*format);
        site.put_made(path, made)
    });
    put.into_iter().collect::<Result<(), _>>()?;
    Ok(staging.has_nothing_new())
}

/// The file of a page in its folder.
const PAGE: &str = "index.html";

/// The path of the page of a post below the site.
pub fn page_path(locale: &Locale, slug: &Slug) -> String {
    format!("{locale}/{slug}/index.html")
}

/// Whether a file that is not made any more belongs to a post that cannot be read now: its page, its
/// pictures, and the pages of topics, authors and years, one of which may be its own.
fn is_kept(publication: &Publication, path: &str) -> bool {
    let unreadable = |name: &str| publication.unreadable.keys().any(|slug| slug.as_str() == name);
    match path.split('/').collect::<Vec<_>>()[..] {
        [locale, slug, "index.html"] if publication.is_damaged(slug, locale) => true,
        ["media", slug, ..] => unreadable(slug) || is_missing(publication, slug, path),
        [_, slug, "index.html"] => unreadable(slug),
        [_, "topics" | "authors" | "archive", ..] => !publication.unreadable.is_empty(),
        _ => false,
    }
}

/// Whether a published picture, or a smaller copy of it, is one that its post still shows though its file is gone: most
/// probably it has another name now, and the text is yet to say so.
fn is_missing(publication: &Publication, slug: &str, path: &str) -> bool {
    let Some(post) = publication
        .posts
        .iter()
        .find(|post| post.slug.as_str() == slug || post.aliases.iter().any(|old| old.as_str() == slug))
    else {
        return false;
    };
    let name = path.split('/').skip(2).collect::<Vec<_>>().join("/");
    let is_shown = |picture: &String| {
        name.strip_prefix(picture.as_str()).is_some_and(|end| end.is_empty() || end.starts_with('.'))
    };
    let shown = pictures_of(post).into_iter().find(is_shown);
    shown.is_some_and(|picture| !publication.root.join(post.folder()).join(picture).exists())
}

/// Puts every file of the site into its place, several editions and several posts at a time.
fn put_site(
    publication: &Publication,
    pages: &Pages<'_>,
    staging: &Staging<'_>,
    glance: Option<Glance>,
) -> Result<(), Error> {
    let editions: Vec<_> = pages.editions().collect();
    let site = Put { pages, staging, glance };
    let put = parallel::map(&editions, |edition| site.put_edition(publication, edition));
    put.into_iter().collect::<Result<(), _>>()?;
    // All pages of a post together, so that its text is read and taken apart once.
    let put = parallel::map(&publication.posts, |post| {
        let arena = Arena::new();
        let text = BodyText::of(&arena, post);
        editions.iter().try_for_each(|edition| site.put_post(edition, post, &text))
    });
    put.into_iter().collect::<Result<(), _>>()?;
    site.put_sitemap()?;
    let robots = render_robots(pages) + &own_robots(publication);
    staging.put("robots.txt".to_owned(), robots.as_bytes())?;
    let door = redirects::render_front_door(pages, &publication.settings.site.source);
    staging.put("index.html".to_owned(), door.as_bytes())?;
    let (path, list) = render_all_opml(pages);
    staging.put(path.to_owned(), list.as_bytes())?;
    for (path, bytes) in theme_files(publication)? {
        staging.put(path, &bytes)?;
    }
    put_pictures(publication, pages, staging)?;
    // What is there by now is another page.
    let list = redirects::render_list(pages) + &redirects::put_moved(pages, staging)?;
    if !list.is_empty() {
        staging.put(redirects::LIST_PATH.to_owned(), list.as_bytes())?;
    }
    Ok(())
}

/// What puts files into their places, but those that are there already.
struct Put<'p, 'a> {
    pages: &'p Pages<'a>,
    staging: &'p Staging<'p>,
    /// None where everything has to be looked into.
    glance: Option<Glance>,
}

impl Put<'_, '_> {
    /// The pages and the feeds of one edition, but for those of its posts.
    fn put_edition(&self, publication: &Publication, edition: &Edition<'_>) -> Result<(), Error> {
        let (pages, staging, locale) = (self.pages, self.staging, edition.locale());
        self.put_page(edition, "", "", |known| pages.front_page(edition, known))?;
        for (path, made) in feed_files(pages, edition, staging, self.glance)? {
            self.put_made(format!("{locale}/{path}"), made)?;
        }
        for topic in edition.topics() {
            self.put_list(&format!("{locale}/topics/{topic}/"), |known| pages.topic_pages(edition, topic, known))?;
        }
        for author in pages.authors_of(edition) {
            self.put_list(&format!("{locale}/authors/{}/", author.0), |known| {
                pages.author_pages(edition, author, known)
            })?;
        }
        self.put_text(format!("{locale}/search.json"), || Ok(pages.search_index(edition)))?;
        self.put_list(&format!("{locale}/archive/"), |known| pages.archive_pages(edition, known))?;
        for (old, page) in old_pages(pages, edition) {
            staging.put(format!("{locale}/{old}/index.html"), page.as_bytes())?;
        }
        self.put_text(format!("{locale}/404.html"), || {
            let not_found = NoticePage::new(Notice::NotFound, None);
            Ok(publication.templates.render_notice_page(&pages.site(edition.settings), &not_found)?)
        })
    }

    /// A list is one page in a folder or several, which have the same glance.
    fn put_list(
        &self,
        folder: &str,
        make: impl FnOnce(&KnownIn<'_>) -> Result<Vec<(String, Made)>, Error>,
    ) -> Result<(), Error> {
        let glance = self.glance_of("");
        if self.keeps_all(folder, PAGE) {
            return Ok(());
        }
        let in_folder = |path: &str| format!("{folder}{path}{PAGE}");
        let known =
            |path: &str, makings| self.staging.keep(&in_folder(path), MadeOf { makings: Some(makings), glance });
        for (path, made) in make(&known)? {
            self.put_made(in_folder(&path), Made { glance, ..made })?;
        }
        Ok(())
    }

    /// The page of a post in an edition, if it has one there.
    fn put_post(&self, edition: &Edition<'_>, post: &Post, text: &BodyText<'_>) -> Result<(), Error> {
        let there = edition.spot(&post.slug).zip(edition.entry(&post.slug));
        let Some((spot, entry)) = there.filter(|(_, entry)| entry.has_page) else { return Ok(()) };
        if entry.stays && self.staging.present(&page_path(edition.locale(), &post.slug))?.is_some() {
            return Ok(());
        }
        self.put_page(edition, &entry.path(), &entry.own(), |known| match spot {
            Spot::Entry(at) => self.pages.post_page(edition, at, text, known),
            Spot::Page(at) => self.pages.plain_page(edition, at, text, known),
        })
    }

    /// One file, or an index of several.
    fn put_sitemap(&self) -> Result<(), Error> {
        if self.keeps_all("sitemap", ".xml") {
            return Ok(());
        }
        let made_of = MadeOf { makings: None, glance: self.glance_of("") };
        for (path, xml) in render_sitemap(self.pages) {
            self.staging.put_made(path, xml.as_bytes(), made_of)?;
        }
        Ok(())
    }

    /// A page at a path below the folder of an edition, which shows `own` beside what lists show.
    fn put_page(
        &self,
        edition: &Edition<'_>,
        path: &str,
        own: &str,
        make: impl FnOnce(&Known<'_>) -> Result<Made, Error>,
    ) -> Result<(), Error> {
        let (path, glance) = (format!("{}/{path}index.html", edition.locale()), self.glance_of(own));
        if self.staging.keep(&path, MadeOf { makings: None, glance }) {
            return Ok(());
        }
        let made = make(&|makings| self.staging.keep(&path, MadeOf { makings: Some(makings), glance }))?;
        self.put_made(path, Made { glance, ..made })
    }

    /// A file that shows nothing but what lists show.
    fn put_text(&self, path: String, make: impl FnOnce() -> Result<String, Error>) -> Result<(), Error> {
        let made_of = MadeOf { makings: None, glance: self.glance_of("") };
        if !self.staging.keep(&path, made_of) {
            self.staging.put_made(path, make()?.as_bytes(), made_of)?;
        }
        Ok(())
    }

    /// Puts a page into its place, unless it is there already.
    fn put_made(&self, path: String, Made { makings, glance, html }: Made) -> Result<(), Error> {
        if let Some(html) = html {
            self.staging.put_made(path, html.as_bytes(), MadeOf { makings, glance })?;
        }
        Ok(())
    }

    /// Keeps all files whose paths begin and end so, if nothing but what lists show is on them, and that is the same. Says
    /// whether it does.
    fn keeps_all(&self, beginning: &str, ending: &str) -> bool {
        let made_of = MadeOf { makings: None, glance: self.glance_of("") };
        let mut paths = self.staging.paths_before(beginning).filter(|path| path.ends_with(ending)).peekable();
        paths.peek().is_some() && paths.all(|path| self.staging.keep(path, made_of))
    }

    fn glance_of(&self, own: &str) -> Option<Fingerprint> {
        self.glance.map(|glance| glance.of([own]))
    }
}
