//! What belongs to nothing: messages of no segment, and catalogs of no post.

use std::path::{Path, PathBuf};

use super::message::Findings;
use crate::{
    diagnostic::{Diagnostic, nearest},
    disk,
    locale::Locale,
    posts::Post,
    translation::Error,
};

/// Says that no text of the post has this id.
pub(super) fn say_unknown_id<'a>(id: &str, known: impl Iterator<Item = &'a str>, findings: &mut Findings<'_>) {
    let at = findings.range_of(id);
    let help = match nearest_id(id, known) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => "if its text has left the post, `postduif sync` moves it to the end of the file".to_owned(),
    };
    findings.warning(
        "unknown-id",
        at,
        format!("no text of the post has the id `{id}`, so this is shown nowhere"),
        help,
    );
}

/// Ids are hashes, alike by chance: only one sign may be wrong, left out or too many.
fn nearest_id<'a>(id: &str, mut known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    known.find(|candidate| strsim::levenshtein(id, candidate) <= 1)
}

/// Warns of the catalogs of a locale whose post is gone.
pub(super) fn catalogs_without_a_post(root: &Path, locale: &Locale, posts: &[Post]) -> Result<Vec<Diagnostic>, Error> {
    let folder = PathBuf::from(format!("locales/{locale}/posts"));
    let mut found = Vec::new();
    let slugs: std::collections::HashSet<&str> = posts.iter().map(|post| post.slug.as_str()).collect();
    let mut names = disk::names_in(&root.join(&folder))?;
    names.sort();
    for name in names {
        let Some(slug) = name.strip_suffix(".ftl").filter(|slug| !slug.starts_with('.')) else { continue };
        // A post that cannot be read is there all the same.
        let is_there = slugs.contains(slug)
            || root.join(format!("posts/{slug}.md")).exists()
            || root.join(format!("posts/{slug}/index.md")).exists();
        if is_there {
            continue;
        }
        let help = match nearest(slug, slugs.iter().copied()) {
            Some(meant) => format!("if it is the post `{meant}` now, rename the file; else delete it"),
            None => format!("delete it, and locales/.state/{locale}/{slug}.toml with it"),
        };
        let message = format!("there is no post `{slug}`, so nothing in this file is used");
        found.push(Diagnostic::warning(&folder.join(&name), "catalog-without-post", message).help(help));
    }
    Ok(found)
}
