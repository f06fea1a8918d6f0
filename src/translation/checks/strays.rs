//! What belongs to nothing: messages of no segment, and catalogs of no post.

use std::{
    collections::HashSet,
    path::{Path, PathBuf},
};

use super::message::Findings;
use crate::{diagnostic::Diagnostic, disk, locale::Locale, posts::Post, translation::Error};

/// For more unknown ids than this in one file nobody mistyped them: the file is another post's.
const MOST_GUESSES: usize = 20;

/// Says that no text of the post has this id. `nth` counts those before it in the file.
pub(super) fn say_unknown_id<'a>(
    id: &str,
    nth: usize,
    mut known: impl Iterator<Item = &'a str>,
    findings: &mut Findings<'_>,
) {
    // Ids are hashes, alike by chance: only one sign may be wrong, left out or too many.
    let meant = (nth < MOST_GUESSES).then(|| known.find(|candidate| strsim::levenshtein(id, candidate) <= 1));
    let help = match meant.flatten() {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => "if its text has left the post, `postduif sync` moves it to the end of the file".to_owned(),
    };
    let at = findings.range_of(id);
    findings.warning(
        "unknown-id",
        at,
        format!("no text of the post has the id `{id}`, so this is shown nowhere"),
        help,
    );
}

/// Warns of the catalogs of a locale whose post is gone.
pub(super) fn catalogs_without_a_post(root: &Path, locale: &Locale, posts: &[Post]) -> Result<Vec<Diagnostic>, Error> {
    let folder = PathBuf::from(format!("locales/{locale}/posts"));
    let mut found = Vec::new();
    let slugs: HashSet<&str> = posts.iter().map(|post| post.slug.as_str()).collect();
    for name in disk::names_in(&root.join(&folder))? {
        let Some(slug) = name.strip_suffix(".ftl").filter(|slug| !slug.starts_with('.')) else { continue };
        // A post that cannot be read is there all the same.
        let is_there = slugs.contains(slug)
            || root.join(format!("posts/{slug}.md")).exists()
            || root.join(format!("posts/{slug}/index.md")).exists();
        if is_there {
            continue;
        }
        let help = format!(
            "delete it, and locales/.state/{locale}/{slug}.toml with it; a post that only got another name \
             gets them back by `postduif sync`"
        );
        let message = format!("there is no post `{slug}`, so nothing in this file is used");
        found.push(Diagnostic::warning(&folder.join(&name), "catalog-without-post", message).help(help));
    }
    Ok(found)
}
