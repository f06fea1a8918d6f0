//! Links inside the publication that lead to no place of a page, or to no page of the site.

use std::{
    borrow::Cow,
    collections::{BTreeSet, HashMap},
    sync::OnceLock,
};

use comrak::Arena;
use percent_encoding::percent_decode_str;
use url::Position;

use super::{Publication, body::Original, names::is_of_the_site};
use crate::{
    diagnostic::{Diagnostic, nearest},
    parallel,
    posts::{
        Post, Slug, TAKEN,
        markdown::{Link, links, post_link},
    },
};

/// What links may lead to.
struct Ground<'p> {
    publication: &'p Publication,
    /// By the names of posts, also the old ones.
    posts: HashMap<&'p str, &'p Post>,
    /// What paths on the site begin with: the path of its address.
    base: &'p str,
    /// By the names that posts have now, the places in them, once somebody asked.
    places: HashMap<&'p Slug, OnceLock<BTreeSet<String>>>,
}

/// So many dead ends of a post are told: nobody mends more at a time.
const MOST_FOUND: usize = 100;

impl Publication {
    /// Finds links that lead to no heading of a post, and paths from the root at which the site has no page. What other programs
    /// serve on the same host nobody knows here.
    pub fn check_links(&self) -> Vec<Diagnostic> {
        let ground = self.ground();
        parallel::map(&self.posts, |post| ground.check(post)).into_iter().flatten().collect()
    }

    /// Whether the site has a page or a file of its own at a path from its root.
    pub fn has_at(&self, path: &str) -> bool {
        let names = self.posts.iter().map(|post| post.slug.to_string()).collect();
        let is_gone = match path.trim_matches('/').split('/').collect::<Vec<_>>()[..] {
            [_, "topics", topic, ..] => !self.posts.iter().any(|post| post.topics.iter().any(|one| one == topic)),
            [_, "authors", author, ..] => !self.settings.site.authors.contains_key(author),
            _ => false,
        };
        !is_gone && is_of_the_site(path, &self.settings.all_locales(), &names)
    }

    /// What is wrong with a path that the site should have, and what to do about it.
    pub fn dead_path(&self, path: &str) -> Option<(String, String)> {
        self.ground().dead_path(path)
    }

    fn ground(&self) -> Ground<'_> {
        let old = self.posts.iter().flat_map(|post| post.aliases.iter().map(move |old| (old.as_str(), post)));
        let now = self.posts.iter().map(|post| (post.slug.as_str(), post));
        let base = self.settings.site.base_url.path().trim_end_matches('/');
        let places = self.posts.iter().map(|post| (&post.slug, OnceLock::new())).collect();
        Ground { publication: self, posts: old.chain(now).collect(), base, places }
    }
}

impl Ground<'_> {
    fn check(&self, post: &Post) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        for Link { url, at: (line, column), in_html } in links(&post.body, post.body_line) {
            if found.len() == MOST_FOUND {
                break;
            }
            let one = match (post_link(&url), url.split_once('#')) {
                (Some((slug, _)), _) if in_html => {
                    let message = format!("nothing is at `{url}`: a link in HTML is published as it is written");
                    let found = Diagnostic::warning(&post.file, "dead-link", message);
                    Some(found.help(format!("write it in Markdown, [its words]({slug}.md), or with a whole address")))
                }
                (Some((slug, Some(place))), _) => {
                    self.posts.get(slug).and_then(|there| self.check_place(post, there, place))
                }
                (_, Some(("", place))) => self.check_place(post, post, place),
                _ => self.check_path(post, &url),
            };
            found.extend(one.map(|one| one.at(line, column)));
        }
        found
    }

    /// A path from the root of the host, `/nl/rug/`, or a whole address on it.
    fn check_path(&self, post: &Post, url: &str) -> Option<Diagnostic> {
        if let Some((message, help)) = self.dead_path(url) {
            return Some(Diagnostic::warning(&post.file, "dead-link", message).help(help));
        }
        let (_, place) = url.split_once('#')?;
        let parts = self.parts(url)?;
        let there = self.posts.get(parts.get(1)?).filter(|_| self.is_edition(parts[0]))?;
        self.check_place(post, there, place)
    }

    /// The parts of an address below that of the site: its path without the place in the page.
    fn parts<'u>(&self, url: &'u str) -> Option<Vec<&'u str>> {
        let host = &self.publication.settings.site.base_url[..Position::BeforePath];
        let path = url.split('#').next()?;
        let path = path.strip_prefix(host).unwrap_or(path).strip_prefix(self.base)?.strip_prefix('/')?;
        Some(path.split('?').next()?.split('/').collect())
    }

    fn is_edition(&self, locale: &str) -> bool {
        self.publication.settings.locales.iter().any(|one| one.locale.as_str() == locale && one.edition)
    }

    /// What is wrong with a path that the site should have, and what to do about it.
    fn dead_path(&self, url: &str) -> Option<(String, String)> {
        let parts = self.parts(url)?;
        let (locale, rest) = parts.split_first()?;
        let message = || format!("the site has no page at `{url}`, so this link leads nowhere");
        if !self.is_edition(locale) {
            // Something else may be there, but hardly by the name of a post.
            self.posts.get(locale).filter(|_| matches!(rest, [] | [""]))?;
            let help = format!("write `{locale}.md`: links by file names lead to each reader's language");
            return Some((message(), help));
        }
        let settings = &self.publication.settings;
        let asked = format!("/{}", parts.join("/"));
        let leads_on = settings.site.redirects.contains_key(&asked);
        if leads_on || self.posts.values().any(|post| post.old_paths.contains(&asked)) {
            return None;
        }
        let knows = |topic: &str| self.posts.values().any(|post| post.topics.iter().any(|one| one == topic));
        let is_there = match rest {
            [] | [""] => true,
            ["topics", topic, ..] => knows(topic),
            ["authors", author, ..] => settings.site.authors.contains_key(*author),
            [first, ..] if TAKEN.contains(first) => true,
            [file] if file.contains('.') => true,
            [slug] | [slug, ""] => self.posts.contains_key(slug),
            _ => false,
        };
        if is_there {
            return None;
        }
        let name = rest.first().copied().unwrap_or_default();
        let help = nearest(name, self.posts.keys().copied()).map_or_else(
            || "link to a post by its file name, as `kleine-stappen.md`".to_owned(),
            |meant| format!("did you mean `{meant}.md`? Links by file names lead to each reader's language"),
        );
        Some((message(), help))
    }

    /// A place in a post: a heading, a footnote, or what its own HTML or the page around it names.
    fn check_place(&self, post: &Post, there: &Post, place: &str) -> Option<Diagnostic> {
        let place: Cow<'_, str> = percent_decode_str(place).decode_utf8_lossy();
        let is_of_the_page =
            place.is_empty() || place == "top" || place.starts_with("fn-") || place.starts_with("fnref-");
        let places = self.places.get(&there.slug)?.get_or_init(|| places_in(there));
        if is_of_the_page || places.contains(&*place) {
            return None;
        }
        let of = if post.slug == there.slug { "this post".to_owned() } else { format!("`{}`", there.slug) };
        let help = match nearest(&place, places.iter().map(String::as_str)) {
            Some(meant) => format!("did you mean `#{meant}`?"),
            None if places.is_empty() => "leave the `#` and what comes after it away: there are no headings".to_owned(),
            None => "its headings are at their own words, in lower case with hyphens".to_owned(),
        };
        let message = format!("in {of} there is no `#{place}`, so this link leads to its beginning");
        Some(Diagnostic::warning(&post.file, "dead-link", message).help(help))
    }
}

/// The places in a post that a link can lead to.
fn places_in(post: &Post) -> BTreeSet<String> {
    let arena = Arena::new();
    let headings = Original::parse(&arena, &post.body, &[]);
    let named = ["id=", "name="].into_iter().flat_map(|name| post.body.split(name).skip(1)).filter_map(|rest| {
        let quote = rest.chars().next().filter(|sign| "\"'".contains(*sign))?;
        Some(rest[1..].split_once(quote)?.0.to_owned())
    });
    headings.ids().cloned().chain(named).collect()
}
