//! Surveying all posts of a folder, and reading only those that changed.

use std::cmp::Reverse;

use super::{
    Catalog, Survey,
    align::align,
    conditions::Conditions,
    files::{Error, Memory, load_glossary, load_translated},
    folder::Folder,
    index::Index,
    look::Look,
    rename::names_of_catalogs,
};
use crate::{
    locale::Locale,
    posts::{PostFile, Slug, list_posts, load_post},
};

/// Beside the database, in a folder that is not in version control.
const FILE: &str = "data/surveys.index";

/// Surveys the posts of a folder, newest first. What has not changed since it was surveyed is not read.
///
/// # Errors
/// When a file cannot be read.
pub fn survey_posts(folder: &Folder<'_>) -> Result<Vec<Survey>, Error> {
    let (files, _) = list_posts(folder.root)?;
    let mut index = Index::load(folder.root.join(FILE), Conditions::of(folder));
    let looks = Look::at_all(folder, &files);
    let renamed = names_of_catalogs(folder, &files)?;
    let mut glossaries = None;
    let mut surveys = Vec::with_capacity(files.len());
    for (file, look) in files.iter().zip(looks) {
        let catalogs = renamed.iter().find(|(_, new)| *new == file.slug).map(|(old, _)| old);
        let known = index
            .find(&file.slug, &look)
            .filter(|_| catalogs.is_none())
            .and_then(|bytes| postcard::from_bytes(bytes).ok());
        if let Some(known) = known {
            surveys.push(known);
            continue;
        }
        let glossaries = match &mut glossaries {
            Some(loaded) => loaded,
            none => none.insert(load_glossaries(folder)),
        };
        if let Some(survey) = survey_post(folder, file, catalogs.unwrap_or(&file.slug), glossaries) {
            let look = Some(&look).filter(|_| catalogs.is_none());
            index.note(&file.slug, look, postcard::to_stdvec(&survey).unwrap_or_default());
            surveys.push(survey);
        }
    }
    index.save();
    surveys.sort_by(|a, b| (Reverse(a.date), &a.slug).cmp(&(Reverse(b.date), &b.slug)));
    Ok(surveys)
}

fn load_glossaries<'a>(folder: &Folder<'a>) -> Vec<(&'a Locale, Catalog)> {
    let load = |locale| (locale, load_glossary(folder.root, locale, &mut Vec::new()));
    folder.locales.iter().map(load).collect()
}

/// Surveys one post by its catalogs, which may still have another name; none when it cannot be read, which is for `check` to
/// say.
fn survey_post(
    folder: &Folder<'_>,
    file: &PostFile,
    catalogs: &Slug,
    glossaries: &[(&Locale, Catalog)],
) -> Option<Survey> {
    let Folder { root, source, .. } = *folder;
    let post = load_post(root, file, folder.settings, &mut Vec::new())?;
    let segments = align(&Memory::load(root, source, catalogs).known, &post.blocks);
    let translated: Vec<_> = glossaries
        .iter()
        .filter_map(|(locale, glossary)| {
            let found = &mut Vec::new();
            Some((*locale, load_translated(root, (source, locale), catalogs, &segments, glossary, found)?))
        })
        .collect();
    Some(Survey::of(&post, &segments, &translated))
}
