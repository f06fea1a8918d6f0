//! The old addresses of posts that got another name.
//!
//! Any static host can serve the pages, which lead on by themselves and name the new address as the
//! canonical one. Hosts that know the file `_redirects` (Netlify, Cloudflare Pages), and `serve`, answer
//! with a redirection instead.

use std::collections::HashSet;

use super::{Addresses, Edition, Error, Pages, folder::Staging};
use crate::{
    locale::Locale,
    posts::{Post, Slug},
    templates::escape_html,
};

/// The list of all old addresses.
pub const LIST_PATH: &str = "_redirects";

/// The old names of the posts that have a page in an edition, each with its page. A name that another post
/// has now is that post's, once that has a page there.
pub(super) fn old_pages<'a>(
    pages: &'a Pages<'_>,
    edition: &'a Edition<'_>,
) -> impl Iterator<Item = (&'a Slug, String)> {
    old_names(edition).map(move |(old, post)| (old, render_old_page(pages, edition, post)))
}

/// Puts pages at the paths that posts had on another site, unless there are others now, and gives their lines of the list. Where
/// a path names another kind of file there is no page, and the line alone leads on.
///
/// # Errors
/// When a file cannot be laid to the side.
pub(super) fn put_moved(pages: &Pages<'_>, staging: &Staging<'_>) -> Result<String, Error> {
    let mut lines = String::new();
    for (edition, path, post) in old_paths(pages) {
        let file = file_at(path);
        if staging.has(file.as_deref().unwrap_or_else(|| path.trim_start_matches('/'))) {
            continue;
        }
        if let Some(file) = file {
            staging.put(file, render_old_page(pages, edition, post).as_bytes())?;
        }
        let [from, to] = [pages.links().old(path), pages.links().post(edition.locale(), &post.slug)];
        lines += &format!("{from} {to} 301\n");
    }
    Ok(lines + &put_led(pages, staging)?)
}

/// The same of the paths that the configuration leads on: whatever else was on another site, its feeds above all.
fn put_led(pages: &Pages<'_>, staging: &Staging<'_>) -> Result<String, Error> {
    let site = &pages.publication.settings.site;
    let mut lines = String::new();
    for (path, to) in &site.redirects {
        let file = file_at(path);
        if staging.has(file.as_deref().unwrap_or_else(|| path.trim_start_matches('/'))) {
            continue;
        }
        let leads = |addresses: &Addresses| to.strip_prefix('/').map_or_else(|| to.clone(), |path| addresses.url(path));
        let [link, canonical] = [pages.links(), pages.addresses()].map(leads);
        if let Some(file) = file {
            staging.put(file, render_leading(&site.source, &link, &canonical).as_bytes())?;
        }
        lines += &format!("{} {link} 301\n", pages.links().old(path));
    }
    Ok(lines)
}

/// The file that a host gives to who asks for a path.
fn file_at(path: &str) -> Option<String> {
    let name = path.trim_start_matches('/');
    match name.rsplit('/').next().and_then(|last| last.rsplit_once('.')) {
        _ if name.ends_with('/') => Some(format!("{name}index.html")),
        None => Some(format!("{name}/index.html")),
        Some((_, "html" | "htm")) => Some(name.to_owned()),
        Some(_) => None,
    }
}

/// Old paths lead to the source's edition, whose posts they were.
fn old_paths<'a>(pages: &'a Pages<'_>) -> impl Iterator<Item = (&'a Edition<'a>, &'a str, &'a Post)> {
    let source = pages.editions().find(|edition| pages.is_source(edition.locale()));
    let entries = source
        .into_iter()
        .flat_map(|edition| edition.entries.iter().chain(&edition.pages).map(move |entry| (edition, entry)));
    let with_page = entries.filter(|(_, entry)| entry.has_page);
    with_page
        .flat_map(|(edition, entry)| entry.post.old_paths.iter().map(move |path| (edition, path.as_str(), entry.post)))
}

/// The list for all editions, a line each: the old path, the new one, and that it is for good.
pub(super) fn render_list(pages: &Pages<'_>) -> String {
    let links = pages.links();
    let line = |edition: &Edition<'_>, old: &Slug, post: &Post| {
        format!("{} {} 301\n", links.post(edition.locale(), old), links.post(edition.locale(), &post.slug))
    };
    let lines = pages
        .editions()
        .flat_map(|edition| old_names(edition).map(|(old, post)| line(edition, old, post)).collect::<Vec<_>>());
    lines.collect()
}

/// The old paths of a list, each with where it leads; what would lead to itself leads nowhere.
pub fn moved_paths(list: &str) -> impl Iterator<Item = (&str, &str)> {
    list.lines().filter_map(|line| {
        let mut words = line.split(' ');
        let (old, new) = (words.next()?, words.next()?);
        (old != new).then_some((old, new))
    })
}

fn old_names<'a>(edition: &'a Edition<'_>) -> impl Iterator<Item = (&'a Slug, &'a Post)> {
    let with_page = edition.entries.iter().chain(&edition.pages).filter(|entry| entry.has_page);
    let names = with_page.flat_map(|entry| entry.post.aliases.iter().map(move |old| (old, entry.post)));
    let mut led = HashSet::new();
    names.filter(move |(old, post)| {
        let is_there = **old == post.slug
            || edition.kept.contains_key(old)
            || edition.entry(old).is_some_and(|there| there.post.slug != post.slug && there.has_page);
        !is_there && led.insert(*old)
    })
}

/// The page at `/` for hosts that cannot ask the browser for its language, as `serve` does: it leads to the edition in
/// the source language, which has the way to the others.
pub(super) fn render_front_door(pages: &Pages<'_>, source: &Locale) -> String {
    render_leading(source, &pages.links().home(source), &pages.addresses().home(source))
}

fn render_old_page(pages: &Pages<'_>, edition: &Edition<'_>, post: &Post) -> String {
    let locale = edition.locale();
    let [link, canonical] = [pages.links(), pages.addresses()].map(|to| to.post(locale, &post.slug));
    render_leading(locale, &link, &canonical)
}

/// A page that leads on by itself. No template: it is not to be looked at.
fn render_leading(locale: &Locale, link: &str, canonical: &str) -> String {
    let [link, canonical] = [link, canonical].map(escape_html);
    format!(
        "<!doctype html>\n<html lang=\"{locale}\">\n<meta charset=\"utf-8\">\n<title>{link}</title>\n\
         <link rel=\"canonical\" href=\"{canonical}\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <meta http-equiv=\"refresh\" content=\"0; url={link}\">\n<p><a href=\"{link}\">{link}</a></p>\n</html>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_says_what_leads_where() {
        let list = "/nl/oud/ /nl/nieuw/ 301\nniets\n/nl/kring/ /nl/kring/ 301\n\n/nl/ouder/ /nl/nieuw/ 301\n";
        assert!(moved_paths(list).eq([("/nl/oud/", "/nl/nieuw/"), ("/nl/ouder/", "/nl/nieuw/")]));
    }
}
