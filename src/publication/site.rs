//! The whole site as files, and writing those that changed.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    panic::resume_unwind,
    path::{Path, PathBuf},
    thread,
};

use super::{
    Edition, Error, Pages, Publication,
    feed::{feed_files, render_all_opml},
    pictures::picture_files,
    redirects::{self, old_pages},
    sitemap::{render_robots, render_sitemap},
    theme_files::theme_files,
};
use crate::{
    disk,
    templates::{Notice, NoticePage},
};

/// Where the list of published files is kept, so that those that no longer belong can be removed
/// and files that somebody else put there stay.
const MANIFEST: &str = ".postduif-files";

/// What writing the site did.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct WriteReport {
    /// Files of the site.
    pub files: usize,
    /// Files that were new or had changed.
    pub written: usize,
    /// Files that no longer belonged.
    pub removed: usize,
}

/// Renders all pages and feeds and writes those that changed to `target`.
///
/// Each file is replaced as a whole; pictures and the style sheet come before the pages that use them.
/// What the site no longer has is removed, but not the page of a post that only cannot be read now.
///
/// # Errors
/// When a template cannot be rendered (nothing is written then) or a file cannot be written.
pub fn write_site(publication: &Publication, pages: &Pages<'_>, target: &Path) -> Result<WriteReport, Error> {
    let site = render_site(publication, pages, target)?;
    let mut report = WriteReport { files: site.len(), ..WriteReport::default() };
    let (first, last): (Vec<_>, Vec<_>) = site.iter().partition(|(path, _)| is_asset(path));
    for (path, bytes) in first.into_iter().chain(last) {
        report.written += usize::from(disk::write_derived_if_changed(&target.join(path), bytes)?);
    }
    let manifest = target.join(MANIFEST);
    let before = disk::read_if_there(&manifest)?.unwrap_or_default();
    let before = String::from_utf8_lossy(&before);
    let old = before.lines().filter(|old| is_inside(old)).map(Path::new).filter(|old| !site.contains_key(*old));
    let (kept, gone): (Vec<_>, Vec<_>) = old.partition(|old| is_kept(publication, old));
    for old in gone {
        disk::remove_if_there(&target.join(old))?;
        remove_empty_folders(target, old);
        report.removed += 1;
    }
    let all: BTreeSet<&Path> = site.keys().map(PathBuf::as_path).chain(kept).collect();
    let list: String = all.iter().map(|path| format!("{}\n", path.display())).collect();
    disk::write_derived_if_changed(&manifest, list.as_bytes())?;
    Ok(report)
}

/// Whether a file that is not made any more belongs to a post that cannot be read now: its page, its
/// pictures, and the pages of topics, authors and years, one of which may be its own.
fn is_kept(publication: &Publication, file: &Path) -> bool {
    let unreadable = |name: &str| publication.unreadable.keys().any(|slug| slug.as_str() == name);
    let parts: Vec<_> = file.iter().map(|part| part.to_string_lossy()).collect();
    match parts.iter().map(AsRef::as_ref).collect::<Vec<&str>>()[..] {
        ["media", slug, ..] | [_, slug, "index.html"] => unreadable(slug),
        [_, "topics" | "authors" | "archive", _, _] => !publication.unreadable.is_empty(),
        _ => false,
    }
}

fn is_asset(path: &Path) -> bool {
    !path.extension().is_some_and(|extension| extension == "html" || extension == "xml")
}

/// Whether a path from the manifest stays inside the site, whoever wrote the manifest.
fn is_inside(path: &str) -> bool {
    !path.is_empty() && Path::new(path).components().all(|part| matches!(part, std::path::Component::Normal(_)))
}

fn remove_empty_folders(target: &Path, removed: &Path) {
    for folder in removed.ancestors().skip(1).filter(|folder| *folder != Path::new("")) {
        if fs::remove_dir(target.join(folder)).is_err() {
            break; // not empty
        }
    }
}

/// Every file of the site, by its path; each edition is rendered on a thread of its own.
fn render_site(
    publication: &Publication,
    pages: &Pages<'_>,
    target: &Path,
) -> Result<BTreeMap<PathBuf, Vec<u8>>, Error> {
    let render = |edition| move || render_edition(publication, pages, edition, target);
    let editions: Vec<_> = thread::scope(|scope| {
        let threads: Vec<_> = pages.editions().map(|edition| scope.spawn(render(edition))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic))).collect()
    });
    let mut site = BTreeMap::new();
    for edition in editions {
        site.append(&mut edition?);
    }
    site.extend(render_sitemap(pages).into_iter().map(|(path, xml)| (PathBuf::from(path), xml.into_bytes())));
    site.insert(PathBuf::from("robots.txt"), render_robots(pages).into_bytes());
    let (path, list) = render_all_opml(pages);
    site.insert(PathBuf::from(path), list.into_bytes());
    let list = redirects::render_list(publication, pages);
    if !list.is_empty() {
        site.insert(PathBuf::from(redirects::LIST_PATH), list.into_bytes());
    }
    site.extend(theme_files(publication)?);
    site.extend(picture_files(publication, pages)?);
    Ok(site)
}

/// The pages and the feeds of one edition.
fn render_edition(
    publication: &Publication,
    pages: &Pages<'_>,
    edition: &Edition<'_>,
    target: &Path,
) -> Result<BTreeMap<PathBuf, Vec<u8>>, Error> {
    let locale = edition.locale();
    let mut files = BTreeMap::new();
    let mut add = |path: &str, text: String| files.insert(PathBuf::from(format!("{locale}/{path}")), text.into_bytes());
    add("index.html", pages.front_page(edition)?);
    for (path, file) in feed_files(pages, edition, target)? {
        add(&path, file);
    }
    for (topic, page) in pages.topic_pages(edition)? {
        add(&format!("topics/{topic}/index.html"), page);
    }
    for (author, page) in pages.author_pages(edition)? {
        add(&format!("authors/{author}/index.html"), page);
    }
    add("search.json", pages.search_index(edition));
    for (path, page) in pages.archive_pages(edition)? {
        add(&format!("archive/{path}index.html"), page);
    }
    for (at, entry) in edition.pages.iter().enumerate().filter(|(_, entry)| entry.has_page) {
        add(&format!("{}/index.html", entry.post.slug), pages.plain_page(edition, at)?);
    }
    for (at, entry) in edition.entries.iter().enumerate().filter(|(_, entry)| entry.has_page) {
        add(&format!("{}/index.html", entry.post.slug), pages.post_page(edition, at)?);
    }
    for (old, page) in old_pages(publication, pages, edition) {
        add(&format!("{old}/index.html"), page);
    }
    let not_found = NoticePage { notice: Notice::NotFound, form: None };
    add("404.html", publication.templates.render_notice_page(&pages.site(edition.settings), &not_found)?);
    Ok(files)
}
