//! The picture files of the site.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Component, Path},
};

use super::super::{
    Error, Pages, Publication,
    folder::{MadeOf, Staging},
};
use crate::{
    disk::{self, Stamp},
    fingerprint::Fingerprint,
    posts::{
        Post,
        markdown::{Target, is_relative},
    },
};

/// Puts the pictures that posts of any edition show, and their smaller copies, into their places on the site.
/// One that is missing is a diagnostic of its post.
///
/// # Errors
/// When a file cannot be written.
pub(in crate::publication) fn put_pictures(
    publication: &Publication,
    pages: &Pages<'_>,
    staging: &Staging<'_>,
) -> Result<(), Error> {
    let entries = pages.editions().flat_map(|edition| edition.entries.iter().chain(&edition.pages));
    let posts: BTreeMap<_, _> = entries.map(|entry| (&entry.post.slug, entry.post)).collect();
    for post in posts.into_values() {
        for name in pictures_of(post).into_iter().collect::<BTreeSet<_>>() {
            let path = format!("media/{}/{name}", post.slug);
            let file = post.folder().join(&name);
            for copy in pages.picture(&file).get().map_or(&[][..], |picture| &picture.copies) {
                put_picture(staging, format!("{path}{}", copy.ending), &copy.file)?;
            }
            put_picture(staging, path, &publication.root.join(&file))?;
        }
    }
    Ok(())
}

/// Puts a picture into its place; it is not read if it looks as it did when it was put there.
fn put_picture(staging: &Staging<'_>, path: String, file: &Path) -> Result<(), Error> {
    let Some(stamp) = Stamp::of(file) else { return Ok(()) };
    let makings = Some(Fingerprint::of_parts([format!("{stamp:?}").as_str()]));
    let made_of = MadeOf { makings, glance: None };
    if staging.keep(&path, made_of) {
        return Ok(());
    }
    // One that cannot be read is a diagnostic of its post.
    if let Ok(Some(bytes)) = disk::read_if_there(file) {
        staging.put_made(path, &bytes, made_of)?;
    }
    Ok(())
}

/// The pictures beside a post that it shows, by their names there.
pub(in crate::publication) fn pictures_of(post: &Post) -> Vec<String> {
    let lead = post.image.iter().map(|image| image.src.clone()).filter(|src| is_relative(src));
    let in_body = post.targets.iter().filter_map(|(target, _)| match target {
        Target::Picture(name) => Some(name.clone()),
        Target::Post(_) => None,
    });
    lead.chain(in_body).filter(|name| is_inside(name)).collect()
}

/// Whether a name stays within its folder.
fn is_inside(name: &str) -> bool {
    !name.is_empty() && Path::new(name).components().all(|part| matches!(part, Component::Normal(_)))
}
