//! What belongs to nothing: messages of no segment, and catalogs of no post.

use std::{
    collections::HashSet,
    path::{Path, PathBuf},
};

use fluent_syntax::ast::{Entry, Message};

use super::message::Findings;
use crate::{
    diagnostic::{Diagnostic, nearest},
    disk,
    locale::Locale,
    posts::{Post, PostFile, Slug, list_posts},
    translation::{
        Error,
        files::read_text,
        folder::{catalog_file, catalogs, glossary_file, records_file},
        rename::say_left_aside,
        syntax,
    },
};

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

/// Says that an attribute of a message is shown nowhere: a text of a post has none.
pub(super) fn say_attributes(message: &Message<&str>, findings: &mut Findings<'_>) {
    for name in message.attributes.iter().map(|attribute| attribute.id.name) {
        let at = findings.range_of(name);
        let said = format!("`.{name}` of `{}` is shown nowhere", message.id.name);
        let help = "delete the line; a text that begins with a dot is written { \".\" }";
        findings.warning("unused-attribute", at, said, help);
    }
}

/// Warns of terms that serve nothing: the source language has no such term to match with, and no text of
/// the locale refers to it.
pub(super) fn terms_without_a_source(root: &Path, source: &Locale, locale: &Locale) -> Result<Vec<Diagnostic>, Error> {
    let file = glossary_file(locale);
    // What cannot be read has been said when it was loaded.
    let dutch = read_text(root, &glossary_file(source), &mut Vec::new()).unwrap_or_default();
    let Some(ftl) = read_text(root, &file, &mut Vec::new()) else { return Ok(Vec::new()) };
    let (dutch, own) = (syntax::parse(&dutch).0, syntax::parse(&ftl).0);
    let known: Vec<&str> = dutch.body.iter().filter_map(term_name).collect();
    let mut findings = Findings::new(&file, &ftl);
    let mut texts = None;
    for entry in &own.body {
        if let Entry::Message(message) = entry {
            let id = message.id.name;
            let at = findings.range_of(id);
            let said = format!("`{id}` is no term, so this is shown nowhere");
            findings.warning("unknown-id", at, said, format!("the name of a term begins with a hyphen: `-{id} = …`"));
        }
        let Some(name) = term_name(entry).filter(|name| !known.contains(name)) else { continue };
        let texts = match &mut texts {
            Some(texts) => texts,
            None => texts.insert(catalogs_of(root, locale)?),
        };
        if texts.contains(&format!("-{name}")) {
            continue;
        }
        let at = findings.range_of(name);
        let said = format!("`{source}` has no term `-{name}`, and no text uses it");
        let help = match nearest(name, known.iter().copied()) {
            Some(meant) => format!("did you mean `-{meant}`?"),
            None => format!("add it to {} too, or delete it", glossary_file(source).display()),
        };
        findings.warning("unknown-term", at, said, help);
    }
    Ok(findings.into_diagnostics())
}

fn term_name<'s>(entry: &Entry<&'s str>) -> Option<&'s str> {
    match entry {
        Entry::Term(term) => Some(term.id.name),
        _ => None,
    }
}

/// All that the catalogs of a locale say.
fn catalogs_of(root: &Path, locale: &Locale) -> Result<String, Error> {
    let folder = catalogs(locale);
    let mut all = String::new();
    for name in disk::names_in(&root.join(&folder))?.iter().filter(|name| name.ends_with(".ftl")) {
        all.push_str(&read_text(root, &folder.join(name), &mut Vec::new()).unwrap_or_default());
    }
    Ok(all)
}

/// Warns of the catalogs of a locale whose post is gone, and of those that wait for a name that another has.
pub(super) fn catalogs_without_a_post(root: &Path, locale: &Locale, posts: &[Post]) -> Result<Vec<Diagnostic>, Error> {
    let folder = catalogs(locale);
    let mut found = Vec::new();
    let slugs: HashSet<&str> = posts.iter().map(|post| post.slug.as_str()).collect();
    let (files, wrong) = list_posts(root).unwrap_or_default();
    let is_unread = |file: &&PostFile| {
        !slugs.contains(file.slug.as_str()) && !disk::is_there(&root.join(catalog_file(locale, &file.slug)))
    };
    let unread = files.iter().find(is_unread).map(|file| &file.file);
    let unread = unread.or_else(|| wrong.iter().find(|found| found.is_error()).map(|found| &found.file));
    for name in disk::names_in(&root.join(&folder))? {
        found.extend(say_left_aside(&folder.join(&name)));
        let Some(slug) = name.strip_suffix(".ftl").filter(|slug| !slug.starts_with('.')) else { continue };
        // A post that cannot be read is there all the same.
        let is_there = slugs.contains(slug)
            || disk::is_there(&root.join(format!("posts/{slug}.md")))
            || disk::is_there(&root.join(format!("posts/{slug}/index.md")))
            || disk::is_there(&root.join(format!("pages/{slug}.md")))
            || disk::is_there(&root.join(format!("pages/{slug}/index.md")));
        if is_there {
            continue;
        }
        let has_none = |post: &&Post| !root.join(catalog_file(locale, &post.slug)).exists();
        let renamed = posts.iter().find(|post| post.aliases.iter().any(|old| old.as_str() == slug));
        if let Some(post) = renamed.filter(has_none) {
            let message = format!("`{slug}` is called `{}` now, and this file is still called as it was", post.slug);
            let help = "run `postduif sync`, which moves it; until then it is read all the same";
            found.push(Diagnostic::warning(&folder.join(&name), "catalog-without-post", message).help(help));
            continue;
        }
        let records = slug.parse::<Slug>().ok().map(|slug| records_file(locale, &slug));
        let records = records.filter(|records| root.join(records).exists());
        let with_it = records.map(|records| format!(", {} with it", records.display())).unwrap_or_default();
        let mend = |file: &PathBuf| {
            let file = file.display();
            format!(
                "{file} cannot be read and may be this post: mend that first, and this file is found again by itself"
            )
        };
        let gone = || {
            format!(
                "if the post has another name now that `postduif sync` did not find, move this file{with_it} and those of \
             the other languages to that name; delete them only if the post is gone for good"
            )
        };
        let message = format!("there is no post `{slug}`, so nothing in this file is used");
        let help = unread.map_or_else(gone, mend);
        found.push(Diagnostic::warning(&folder.join(&name), "catalog-without-post", message).help(help));
    }
    Ok(found)
}
