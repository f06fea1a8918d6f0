//! The names of posts: those they had before, and the one that the ledger and the feeds know them by.

use std::collections::BTreeMap;

use super::Publication;
use crate::{
    diagnostic::Diagnostic,
    posts::{Post, Slug},
    translation::{self, FirstNames, Folder, find_unsynced_renames, load_old_names},
};

/// Adds the names that posts had before, as far as they were seen to change, unless other posts have those now; and
/// says of each post by what it is known. No two are known by the same name. Posts that were renamed since the last
/// `sync` are found here too, as publishing goes without one.
///
/// # Errors
/// When a file or folder of names cannot be read.
pub(super) fn name_posts(
    posts: &mut [Post],
    unreadable: &BTreeMap<Slug, Diagnostic>,
    folder: &Folder<'_>,
) -> Result<FirstNames, translation::Error> {
    let root = folder.root;
    let renames = find_unsynced_renames(folder, posts, unreadable.keys())?;
    add_old_names(posts, load_old_names(root)?.into_iter().chain(renames.iter().cloned()));
    let mut names = FirstNames::load(root)?;
    let known = names.after(&renames);
    names.replace(renames.iter().map(|(old, _)| old), &known);
    names.settle(posts.iter().map(|post| &post.slug).chain(unreadable.keys()));
    for post in posts {
        post.id = names.of(&post.slug);
    }
    Ok(names)
}

fn add_old_names(posts: &mut [Post], names: impl Iterator<Item = (Slug, Slug)>) {
    for (old, now) in names {
        let is_free = posts.iter().all(|post| post.slug != old && !post.aliases.contains(&old));
        if let Some(post) = posts.iter_mut().find(|post| post.slug == now).filter(|_| is_free) {
            post.aliases.push(old);
        }
    }
}

impl Publication {
    /// Lets a post that was released under a name which its `aliases` list be known by that one. `sync` does not
    /// know of it where the texts changed together with the name.
    pub fn know_again(&mut self, is_released: impl Fn(&Slug) -> bool) {
        for at in 0..self.posts.len() {
            let Post { id, aliases, .. } = &self.posts[at];
            if aliases.is_empty() || is_released(id) {
                continue;
            }
            let is_free = |name: &Slug| self.posts.iter().all(|post| post.id != *name);
            if let Some(first) = aliases.iter().find(|name| is_released(name) && is_free(name)) {
                self.posts[at].id = first.clone();
            }
        }
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
