//! Old names of posts, which must not be names of others.

use std::collections::BTreeMap;

use super::{Post, PostFile, Slug};
use crate::diagnostic::Diagnostic;

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
