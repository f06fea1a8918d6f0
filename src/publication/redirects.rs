//! The old addresses of posts that got another name.
//!
//! Any static host can serve the pages, which lead on by themselves and name the new address as the
//! canonical one. Hosts that know the file `_redirects` (Netlify, Cloudflare Pages), and `serve`, answer
//! with a redirection instead.

use super::{Edition, Pages, Publication};
use crate::{
    locale::Locale,
    posts::{Post, Slug},
    templates::escape_html,
};

/// The list of all old addresses.
pub const LIST_PATH: &str = "_redirects";

/// The old names of the posts that have a page in an edition, each with its page. A name that another post
/// has now is that post's.
pub(super) fn old_pages<'a>(
    publication: &'a Publication,
    pages: &'a Pages<'_>,
    edition: &'a Edition<'_>,
) -> impl Iterator<Item = (&'a Slug, String)> {
    old_names(publication, edition).map(move |(old, post)| (old, render_old_page(pages, edition, post)))
}

/// The list for all editions, a line each: the old path, the new one, and that it is for good.
pub(super) fn render_list(publication: &Publication, pages: &Pages<'_>) -> String {
    let links = pages.links();
    let line = |edition: &Edition<'_>, old: &Slug, post: &Post| {
        format!("{} {} 301\n", links.post(edition.locale(), old), links.post(edition.locale(), &post.slug))
    };
    let lines = pages.editions().flat_map(|edition| {
        old_names(publication, edition).map(|(old, post)| line(edition, old, post)).collect::<Vec<_>>()
    });
    lines.collect()
}

/// The old paths of a list, each with where it leads.
pub fn moved_paths(list: &str) -> impl Iterator<Item = (&str, &str)> {
    list.lines().filter_map(|line| {
        let mut words = line.split(' ');
        Some((words.next()?, words.next()?))
    })
}

fn old_names<'a>(publication: &'a Publication, edition: &'a Edition<'_>) -> impl Iterator<Item = (&'a Slug, &'a Post)> {
    let with_page = edition.entries.iter().filter(|entry| entry.has_page);
    let names = with_page.flat_map(|entry| entry.post.aliases.iter().map(move |old| (old, entry.post)));
    names.filter(|(old, _)| publication.post(old).is_none() && !edition.kept.contains_key(*old))
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
        let list = "/nl/oud/ /nl/nieuw/ 301\nniets\n\n/nl/ouder/ /nl/nieuw/ 301\n";
        assert!(moved_paths(list).eq([("/nl/oud/", "/nl/nieuw/"), ("/nl/ouder/", "/nl/nieuw/")]));
    }
}
