//! The names of posts: those they had before, and the one that the ledger and the feeds know them by.

use std::{
    collections::{BTreeMap, BTreeSet},
    mem,
};

use super::Publication;
use crate::{
    diagnostic::Diagnostic,
    locale::Locale,
    posts::{BROKEN_LINK, Post, Slug, TAKEN, alias_of_another_page},
    translation::{self, FirstNames, Folder, given_up, load_old_names, record_known, record_renames},
};

/// Adds the names that posts had before, as far as they were seen to change, and says of each post, also of one that is as it was [before](Publication::former), by what it is known. No two are known
/// by the same name. Posts were renamed since the last `sync` too, each with the old name first, as publishing goes without
/// one.
///
/// # Errors
/// When a file or folder of names cannot be read.
pub(super) fn name_posts(
    (posts, former): (&mut [Post], &mut [Post]),
    (unreadable, renames): (&BTreeMap<Slug, Diagnostic>, &[(Slug, Slug)]),
    folder: &Folder<'_>,
) -> Result<FirstNames, translation::Error> {
    let root = folder.root;
    let old_names = load_old_names(root, folder.source, &given_up(renames))?;
    add_old_names(posts, &old_names);
    add_old_names(former, &old_names);
    let mut names = FirstNames::load(root)?;
    let known = names.after(renames);
    names.replace(renames.iter().map(|(old, _)| old), &known);
    names.settle(posts.iter().map(|post| &post.slug).chain(unreadable.keys()));
    for post in posts.iter_mut().chain(former) {
        post.id = names.of(&post.slug);
    }
    Ok(names)
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
pub(super) fn name_old_links(posts: &[Post], found: &mut Vec<Diagnostic>) {
    let present: BTreeSet<&str> = posts.iter().map(|post| post.slug.as_str()).collect();
    let old: BTreeMap<&str, &Slug> =
        posts.iter().flat_map(|post| post.aliases.iter().map(|old| (old.as_str(), &post.slug))).collect();
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

/// Takes those old paths from posts that are addresses of the site's own pages by now, and says so.
pub(super) fn forget_taken_paths(posts: &mut [Post], locales: &[Locale]) -> Vec<Diagnostic> {
    let present: BTreeSet<String> = posts.iter().map(|post| post.slug.to_string()).collect();
    let is_own = |path: &str| match path.trim_matches('/').split('/').collect::<Vec<_>>()[..] {
        [first] => first == "index.html" || locales.iter().any(|locale| locale.as_str() == first),
        [first, second, ref rest @ ..] if locales.iter().any(|locale| locale.as_str() == first) => {
            TAKEN.contains(&second) || (rest.is_empty() && (present.contains(second) || second == "404.html"))
        }
        _ => false,
    };
    let mut found = Vec::new();
    for post in posts {
        let (gone, kept) = mem::take(&mut post.old_paths).into_iter().partition::<Vec<_>, _>(|path| is_own(path));
        post.old_paths = kept;
        found.extend(gone.iter().map(|path| alias_of_another_page(post, path)));
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
        let of_unreadable = || self.unreadable.keys().find(|name| self.names.of(name) == *id);
        self.known_post(id).map(|post| &post.slug).or_else(of_unreadable).unwrap_or(id).clone()
    }
}
