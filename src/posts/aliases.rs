//! Old names of posts, which must not be names of others, and the paths that they had on another site.

use std::{collections::BTreeMap, mem};

use percent_encoding::percent_decode_str;

use super::{Post, PostFile, Slug};
use crate::{diagnostic::Diagnostic, locale::is_direction_control, unseen::is_unseen};

/// Takes those old names from a post whose addresses are those of other pages, and says so.
pub(super) fn forget_taken_aliases(post: &mut Post, taken: &[&str]) -> Vec<Diagnostic> {
    let is_taken = |alias: &Slug| taken.contains(&alias.as_str());
    let (gone, kept) = mem::take(&mut post.aliases).into_iter().partition::<Vec<_>, _>(is_taken);
    post.aliases = kept;
    gone.iter().map(|alias| alias_of_another_page(post, alias.as_str())).collect()
}

/// Takes its own name from among the old names of a post, since nothing has to lead from a page to itself, and says so.
pub(super) fn forget_own_alias(post: &mut Post) -> Option<Diagnostic> {
    let before = post.aliases.len();
    let own = post.slug.clone();
    post.aliases.retain(|alias| *alias != own);
    (post.aliases.len() < before).then(|| alias_of_itself(post, own.as_str()))
}

/// Says that an old name or path is what a post is called and where it is now.
pub fn alias_of_itself(post: &Post, alias: &str) -> Diagnostic {
    let message = format!("`{alias}` is its own name, where it is anyway");
    // A name may be written as that of a file.
    let places = [alias.to_owned(), format!("{alias}.md")].map(|written| post.place("aliases", &written));
    let (line, column) = places[0].max(places[1]);
    Diagnostic::warning(&post.file, "alias-of-itself", message).at(line, column).help("leave it out of `aliases`")
}

/// Says that an old name or path is the address of another page.
pub fn alias_of_another_page(post: &Post, alias: &str) -> Diagnostic {
    let message = format!("`{alias}` is the address of another page, so nothing leads from it to this one");
    let (line, column) = post.place("aliases", alias);
    Diagnostic::error(&post.file, "alias-taken", message).at(line, column).help("take it out of `aliases`")
}

/// The most characters that an old path may have.
const LONGEST_PATH: usize = 200;

/// What a path begins with that something else than pages is asked for under.
const TAKEN_FOLDERS: [&str; 6] = ["health", "hooks", "media", "metrics", "problems", "s"];

/// The path of a page as `aliases` may name it, from the root of the site, with its signs as they are read: `/2019/05/rozen.html`,
/// `/caf%C3%A9` and `/café` alike. What could be the path of another file of the site is none.
pub fn old_path(text: &str) -> Option<String> {
    let text = percent_decode_str(text).decode_utf8().ok()?;
    let path = text.strip_prefix('/').filter(|_| text.len() <= LONGEST_PATH)?;
    let parts: Vec<&str> = path.strip_suffix('/').unwrap_or(path).split('/').collect();
    let last = parts.len() - 1;
    let is_plain = |c: char| match c.is_ascii() {
        true => c.is_ascii_alphanumeric() || "-._~!$&'()+,;=@ ".contains(c),
        false => !(is_unseen(c) || c.is_control() || c.is_whitespace() || is_direction_control(c)),
    };
    let is_name = |(at, part): (usize, &&str)| {
        let is_folder = at < last || path.ends_with('/');
        let begins_well = part.chars().next().is_some_and(|first| !matches!(first, '.' | '_' | ' '));
        begins_well && !part.ends_with(' ') && part.chars().all(is_plain) && (!is_folder || !part.contains('.'))
    };
    let is_free = !TAKEN_FOLDERS.contains(&parts[0]) && parts.iter().enumerate().all(is_name);
    is_free.then(|| text.into_owned())
}

/// Finds the old names that a post has now, and old names and paths that two posts claim.
pub(super) fn check_aliases<'a>(posts: impl IntoIterator<Item = &'a Post>, files: &[PostFile]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut claimed: BTreeMap<&Slug, &Post> = BTreeMap::new();
    let mut paths: BTreeMap<&str, &Post> = BTreeMap::new();
    for post in posts {
        for path in &post.old_paths {
            let Some(rival) = paths.insert(path, post) else { continue };
            let message =
                format!("the old path `{path}` leads to {} too, and only one of them gets it", rival.file.display());
            let (line, column) = post.place("aliases", path);
            let help = "take it out of `aliases` in one of the two";
            found.push(Diagnostic::error(&post.file, "alias-taken", message).at(line, column).help(help));
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_path_can_be_none_of_another_file() {
        for path in
            ["/rozen", "/rozen/", "/2019/05/rozen.html", "/Blog/rozen~1.php", "/nl/2019/x", "/@an/rozen", "/وردة/"]
        {
            assert_eq!(old_path(path).as_deref(), Some(path));
        }
        assert_eq!(old_path("/caf%C3%A9/een%20roos").as_deref(), Some("/café/een roos"));
        let long = format!("/{}", "a".repeat(LONGEST_PATH));
        for path in [
            "",
            "/",
            "rozen",
            "//host/x",
            "/a//b",
            "/../x",
            "/a/./b",
            "/.postduif-files",
            "/_redirects",
            "/a.b/c",
            "/a.b/",
            "/x?y",
            "/a ",
            "/ a",
            "/caf%e9",
            "/a%00b",
            "/%2e%2e/x",
            "/x%3Fy",
            "/a\u{202e}b",
            "/media/x.jpg",
            "/s/t",
            "/a\n/b",
            "/a%2F%2Fb",
            &long,
        ] {
            assert_eq!(old_path(path), None, "{path}");
        }
    }
}
