//! Old names of posts, which must not be names of others.

use std::{collections::BTreeMap, mem};

use super::{Post, PostFile, Slug};
use crate::diagnostic::Diagnostic;

/// Takes those old names from a post whose addresses are those of other pages, and says so.
pub(super) fn forget_taken_aliases(post: &mut Post, taken: &[&str]) -> Vec<Diagnostic> {
    let is_taken = |alias: &Slug| taken.contains(&alias.as_str());
    let (gone, kept) = mem::take(&mut post.aliases).into_iter().partition::<Vec<_>, _>(is_taken);
    post.aliases = kept;
    let say = |alias: Slug| {
        let message = format!("the old name `{alias}` is the address of another page, so nothing leads from it");
        let (line, column) = post.place("aliases", alias.as_str());
        Diagnostic::error(&post.file, "alias-taken", message).at(line, column).help("take it out of `aliases`")
    };
    gone.into_iter().map(say).collect()
}

/// Finds the old names that a post has now, or that two posts claim.
pub(super) fn check_aliases<'a>(posts: impl IntoIterator<Item = &'a Post>, files: &[PostFile]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut claimed: BTreeMap<&Slug, &Post> = BTreeMap::new();
    for post in posts {
        for alias in &post.aliases {
            let owner = files.iter().find(|file| file.slug == *alias).map(|file| file.file.display().to_string());
            let rival = claimed.insert(alias, post).map(|rival| rival.file.display().to_string());
            let Some(other) = owner.or(rival) else { continue };
            let message = format!("the old name `{alias}` leads to {other}, and not here");
            let (line, column) = post.place("aliases", alias.as_str());
            let help = "take it out of `aliases` in one of the two";
            found.push(Diagnostic::error(&post.file, "alias-taken", message).at(line, column).help(help));
        }
    }
    found
}
