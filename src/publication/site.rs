//! The whole site: which files it has, and what is in them.

use super::{
    Edition, Error, Pages, Publication,
    feed::{feed_files, render_all_opml},
    folder::{SiteFolder, Staging, WriteReport},
    page::{Known, Made},
    pictures::put_pictures,
    redirects::{self, old_pages},
    sitemap::{render_robots, render_sitemap},
    theme_files::theme_files,
};
use crate::{
    parallel,
    templates::{Notice, NoticePage},
};

/// Renders all pages and feeds, and makes them the site in `folder`: all of it, or nothing when this fails.
/// Of a folder that was only [looked at](SiteFolder::look) nothing changes, and the report says what would.
///
/// What the site no longer has is removed, but not the page of a post that only cannot be read now.
///
/// # Errors
/// When a template cannot be rendered or a file cannot be written.
pub fn write_site(publication: &Publication, pages: &Pages<'_>, folder: &SiteFolder) -> Result<WriteReport, Error> {
    let staging = folder.stage();
    put_site(publication, pages, &staging)?;
    let next = staging.compare(|path| is_kept(publication, path));
    Ok(if folder.is_open() { next.commit()? } else { next.into_report() })
}

/// Whether a file that is not made any more belongs to a post that cannot be read now: its page, its
/// pictures, and the pages of topics, authors and years, one of which may be its own.
fn is_kept(publication: &Publication, path: &str) -> bool {
    let unreadable = |name: &str| publication.unreadable.keys().any(|slug| slug.as_str() == name);
    match path.split('/').collect::<Vec<_>>()[..] {
        ["media", slug, ..] | [_, slug, "index.html"] => unreadable(slug),
        [_, "topics" | "authors" | "archive", _, _] => !publication.unreadable.is_empty(),
        _ => false,
    }
}

/// Puts every file of the site into its place, several editions at a time.
fn put_site(publication: &Publication, pages: &Pages<'_>, staging: &Staging<'_>) -> Result<(), Error> {
    let editions: Vec<_> = pages.editions().collect();
    let put = parallel::map(&editions, |edition| put_edition(publication, pages, edition, staging));
    put.into_iter().collect::<Result<(), _>>()?;
    for (path, xml) in render_sitemap(pages) {
        staging.put(path, xml.as_bytes())?;
    }
    staging.put("robots.txt".to_owned(), render_robots(pages).as_bytes())?;
    let (path, list) = render_all_opml(pages);
    staging.put(path.to_owned(), list.as_bytes())?;
    let list = redirects::render_list(publication, pages);
    if !list.is_empty() {
        staging.put(redirects::LIST_PATH.to_owned(), list.as_bytes())?;
    }
    for (path, bytes) in theme_files(publication)? {
        staging.put(path, &bytes)?;
    }
    put_pictures(publication, pages, staging)
}

/// The pages and the feeds of one edition.
fn put_edition(
    publication: &Publication,
    pages: &Pages<'_>,
    edition: &Edition<'_>,
    staging: &Staging<'_>,
) -> Result<(), Error> {
    let locale = edition.locale();
    let put = |path: &str, text: &str| staging.put(format!("{locale}/{path}"), text.as_bytes());
    let put_page = |path: &str, make: &dyn Fn(&Known<'_>) -> Result<Made, Error>| -> Result<(), Error> {
        let path = format!("{locale}/{path}index.html");
        let made = make(&|makings| staging.keep(&path, makings))?;
        put_made(staging, path, made)
    };
    put_page("", &|known| pages.front_page(edition, known))?;
    let known = |path: &str, makings| staging.keep(path, makings);
    for (path, made) in feed_files(pages, edition, |path| staging.present(path), known)? {
        put_made(staging, format!("{locale}/{path}"), made)?;
    }
    for topic in edition.topics() {
        put_page(&format!("topics/{topic}/"), &|known| pages.topic_page(edition, topic, known))?;
    }
    for author in pages.authors_of(edition) {
        put_page(&format!("authors/{}/", author.0), &|known| pages.author_page(edition, author, known))?;
    }
    put("search.json", &pages.search_index(edition))?;
    let in_archive = |path: &str| format!("{locale}/archive/{path}index.html");
    for (path, made) in pages.archive_pages(edition, |path, makings| staging.keep(&in_archive(path), makings))? {
        put_made(staging, in_archive(&path), made)?;
    }
    for (at, entry) in edition.pages.iter().enumerate().filter(|(_, entry)| entry.has_page) {
        put_page(&format!("{}/", entry.post.slug), &|known| pages.plain_page(edition, at, known))?;
    }
    for (at, entry) in edition.entries.iter().enumerate().filter(|(_, entry)| entry.has_page) {
        put_page(&format!("{}/", entry.post.slug), &|known| pages.post_page(edition, at, known))?;
    }
    for (old, page) in old_pages(publication, pages, edition) {
        put(&format!("{old}/index.html"), &page)?;
    }
    let not_found = NoticePage::new(Notice::NotFound, None);
    put("404.html", &publication.templates.render_notice_page(&pages.site(edition.settings), &not_found)?)?;
    Ok(())
}

/// Puts a page into its place, unless it is there already.
fn put_made(staging: &Staging<'_>, path: String, made: Made) -> Result<(), Error> {
    if let Some(html) = made.html {
        staging.put_made(path, html.as_bytes(), made.makings)?;
    }
    Ok(())
}
