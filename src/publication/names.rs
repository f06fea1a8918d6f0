//! The names of posts: those they had before, and the one that the ledger and the feeds know them by.

use std::{
    collections::{BTreeMap, BTreeSet},
    mem,
};

use super::{Publication, Settings};
use crate::{
    diagnostic::Diagnostic,
    locale::Locale,
    posts::{BROKEN_LINK, Post, Slug, TAKEN, alias_of_another_page, alias_of_itself},
    translation::{self, FirstNames, Folder, given_up, load_old_names, record_known, record_renames},
};

/// Adds the names that posts had before, as far as they were seen to change, and says of each post, also of one that is as it
/// was [before](Publication::former), by what it is known. No two are known by the same name. Posts were renamed since the last
/// `sync` too, each with the old name first, as publishing goes without one.
///
/// # Errors
/// When a file or folder of names cannot be read.
pub(super) fn name_posts(
    (posts, former): (&mut [Post], &mut [Post]),
    (unreadable, renames): (&BTreeMap<Slug, Diagnostic>, &[(Slug, Slug)]),
    folder: &Folder<'_>,
    found: &mut Vec<Diagnostic>,
) -> Result<FirstNames, translation::Error> {
    let root = folder.root;
    let old_names = load_old_names(root, folder.source, &given_up(renames))?;
    add_old_names(posts, &old_names);
    add_old_names(former, &old_names);
    let mut names = FirstNames::load(root)?;
    let known = names.after(renames);
    names.replace(renames.iter().map(|(old, _)| old), &known);
    names.settle(posts.iter().map(|post| &post.slug).chain(unreadable.keys()));
    for post in posts.iter_mut() {
        post.id = names.of(&post.slug);
    }
    take_own_ids(posts, found);
    // What they were called was settled when they could be read.
    for post in former {
        post.id = post.own_id.clone().unwrap_or_else(|| names.of(&post.slug));
    }
    Ok(names)
}

/// Lets posts be known by the ids that they give themselves, as far as no other is known by those.
fn take_own_ids(posts: &mut [Post], found: &mut Vec<Diagnostic>) {
    for at in 0..posts.len() {
        let Some(own) = posts[at].own_id.clone() else { continue };
        let Some(other) = posts.iter().enumerate().find(|(place, post)| *place != at && post.id == own) else {
            posts[at].id = own;
            continue;
        };
        let post = &posts[at];
        let (line, column) = post.place("id", own.as_str());
        let message = format!("`{own}` is by what readers' programs know {} already", other.1.file.display());
        let help = "write a name that no post has or had".to_owned();
        found.push(Diagnostic::error(&post.file, "id-taken", message).at(line, column).help(help));
        posts[at].own_id = None;
    }
}

fn add_old_names(posts: &mut [Post], names: &BTreeMap<Slug, Slug>) {
    for (old, now) in names {
        let is_free = posts.iter().all(|post| !post.aliases.contains(old));
        if let Some(post) = posts.iter_mut().find(|post| post.slug == *now).filter(|_| is_free) {
            post.aliases.push(old.clone());
        }
    }
}

/// Says of links to old names, which lead to the posts all the same, what those are called now: in the place of there being
/// no such post.
pub(super) fn name_old_links(posts: &[Post], former: &[Post], found: &mut Vec<Diagnostic>) {
    let present: BTreeSet<&str> = posts.iter().map(|post| post.slug.as_str()).collect();
    let old: BTreeMap<&str, &Slug> =
        posts.iter().chain(former).flat_map(|post| post.aliases.iter().map(|old| (old.as_str(), &post.slug))).collect();
    if old.is_empty() {
        return;
    }
    for post in posts {
        for (name, (line, column)) in post.references() {
            let Some(now) = old.get(name).filter(|_| !present.contains(name)) else { continue };
            let place = (BROKEN_LINK, &post.file, line, column);
            found.retain(|one| (one.code, &one.file, one.line, one.column) != place);
            let message =
                format!("`{name}` is called `{now}` now, where this leads as long as no other post has the name");
            let said = Diagnostic::warning(&post.file, "old-name", message).at(line, column);
            found.push(said.help(format!("write `{now}.md`")));
        }
    }
}

/// What stands at the root of each site beside its editions.
const SITE_FILES: [&str; 9] = [
    "favicon.svg",
    "feeds.opml",
    "index.html",
    "more.css",
    "puzzle.js",
    "robots.txt",
    "search.js",
    "site.css",
    "sitemap.xml",
];

/// What stands in each edition beside its pages.
const EDITION_FILES: [&str; 7] =
    ["404.html", "atom.xml", "feed.json", "feed.xml", "feeds.opml", "index.html", "search.json"];

/// Whether a path is the address of a page or file that the site has, whose posts have these names.
pub(super) fn is_of_the_site(path: &str, locales: &[Locale], names: &BTreeSet<String>) -> bool {
    let is_page = |rest: &[&str]| matches!(rest, [] | ["index.html"]);
    match path.trim_matches('/').split('/').collect::<Vec<_>>()[..] {
        [first] => SITE_FILES.contains(&first) || locales.iter().any(|locale| locale.as_str() == first),
        [first, second, ref rest @ ..] if locales.iter().any(|locale| locale.as_str() == first) => {
            TAKEN.contains(&second)
                || (is_page(rest) && names.contains(second))
                || (rest.is_empty() && EDITION_FILES.contains(&second))
        }
        _ => false,
    }
}

/// Takes those old paths from posts that are addresses of the site's own pages by now, or that the configuration leads
/// elsewhere, and says so.
pub(super) fn forget_taken_paths(posts: &mut [Post], settings: &Settings) -> Vec<Diagnostic> {
    let locales = settings.all_locales();
    let present: BTreeSet<String> = posts.iter().map(|post| post.slug.to_string()).collect();
    let is_own = |path: &str| settings.site.redirects.contains_key(path) || is_of_the_site(path, &locales, &present);
    let mut found = Vec::new();
    for post in posts {
        let (gone, kept) = mem::take(&mut post.old_paths).into_iter().partition::<Vec<_>, _>(|path| is_own(path));
        post.old_paths = kept;
        let is_itself = |path: &str| path.trim_matches('/').split('/').nth(1) == Some(post.slug.as_str());
        found.extend(gone.iter().map(|path| match is_itself(path) {
            true => alias_of_itself(post, path),
            false => alias_of_another_page(post, path),
        }));
    }
    found
}

impl Publication {
    /// Remembers for the next time which posts were renamed, since until a `sync` they may get yet other names, and by what
    /// those are known of which only the ledger could tell.
    ///
    /// # Errors
    /// When that cannot be written down.
    pub fn remember_names(&self) -> Result<(), translation::Error> {
        record_renames(&self.root, &self.settings.site.source, &given_up(&self.renames))?;
        Ok(record_known(&self.root, &self.known)?)
    }

    /// The post that is known by a name.
    pub fn known_post(&self, id: &Slug) -> Option<&Post> {
        self.posts.iter().find(|post| post.id == *id)
    }

    /// The name that a post has now which is known by another.
    pub fn present_name(&self, id: &Slug) -> Slug {
        let of_unreadable = || self.unreadable.keys().find(|name| self.id_of_unreadable(name) == *id);
        self.known_post(id).map(|post| &post.slug).or_else(of_unreadable).unwrap_or(id).clone()
    }

    /// By what a post is known that cannot be read now.
    pub(super) fn id_of_unreadable(&self, name: &Slug) -> Slug {
        let former = self.former.iter().find(|post| post.slug == *name);
        former.map_or_else(|| self.names.of(name), |post| post.id.clone())
    }
}
