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
        Post, Slug, is_picture_of_posts,
        markdown::{Target, file_beside, is_relative},
    },
};

/// Puts the pictures that posts of any edition show, and their smaller copies, into their places on the site, and where they
/// were under earlier names of the posts: mails that are long sent show them from there. One that is missing is a
/// diagnostic of its post; those of a post that cannot be read stay as they are.
///
/// # Errors
/// When a file cannot be written.
pub(in crate::publication) fn put_pictures(
    publication: &Publication,
    pages: &Pages<'_>,
    staging: &Staging<'_>,
) -> Result<(), Error> {
    let entries = pages.editions().flat_map(|edition| edition.entries.iter().chain(&edition.pages));
    let readable = entries.filter(|entry| !entry.stays);
    let posts: BTreeMap<_, _> = readable.map(|entry| (&entry.post.slug, entry.post)).collect();
    for post in posts.values() {
        put_pictures_of(post, &post.slug, publication, pages, staging)?;
    }
    // What another post has now at an address is that post's, also while it cannot be read.
    let old = posts.values().flat_map(|post| post.aliases.iter().map(move |old| (post, old)));
    for (post, old) in old.filter(|(_, old)| !publication.unreadable.contains_key(*old)) {
        put_pictures_of(post, old, publication, pages, staging)?;
    }
    Ok(())
}

/// Puts the pictures of a post below a name that it has or had, but those whose addresses are taken.
fn put_pictures_of(
    post: &Post,
    name: &Slug,
    publication: &Publication,
    pages: &Pages<'_>,
    staging: &Staging<'_>,
) -> Result<(), Error> {
    for picture in pictures_of(post).into_iter().collect::<BTreeSet<_>>() {
        let (file, path) = (post.folder().join(&picture), format!("media/{name}/{picture}"));
        let Some(stamp) = Stamp::of(&publication.root.join(&file)).filter(|_| !staging.has(&path)) else { continue };
        let made_of = [publication.rules.to_string(), format!("{stamp:?}")];
        let made_of = made_by(Fingerprint::of_parts(made_of.iter().map(String::as_str)));
        if !keep_picture(staging, &path, made_of) {
            put_picture(publication, pages, staging, &path, &file, made_of)?;
        }
    }
    Ok(())
}

/// A picture and its copies, all from one file.
fn made_by(makings: Fingerprint) -> MadeOf {
    MadeOf { makings: Some(makings), glance: None }
}

/// Keeps a picture and its copies as they are, if its file looks as it did when they were made: then it is not read. Says
/// whether it does.
fn keep_picture(staging: &Staging<'_>, path: &str, made_of: MadeOf) -> bool {
    staging.keep(path, made_of) && staging.made_of(&format!("{path}."), made_of).all(|copy| staging.keep(copy, made_of))
}

fn put_picture(
    publication: &Publication,
    pages: &Pages<'_>,
    staging: &Staging<'_>,
    path: &str,
    file: &Path,
    made_of: MadeOf,
) -> Result<(), Error> {
    if !is_picture_of_posts(&publication.root, file) {
        return Ok(());
    }
    let seen = pages.picture(file);
    let Some(picture) = seen.get() else { return Ok(()) };
    // What is wrong with it is told each time, so it is looked at each time.
    let made_of = if picture.fault.is_none() { made_of } else { MadeOf::default() };
    let copies = picture.copies.iter().map(|copy| (format!("{path}{}", copy.ending), copy.file.clone()));
    for (path, file) in copies.chain([(path.to_owned(), publication.root.join(file))]) {
        // One that cannot be read is a diagnostic of its post.
        if let Ok(Some(bytes)) = disk::read_if_there(&file) {
            staging.put_made(path, &bytes, made_of)?;
        }
    }
    Ok(())
}

/// The pictures beside a post that it shows, by their names there.
pub(in crate::publication) fn pictures_of(post: &Post) -> Vec<String> {
    let lead = post.image.iter().map(|image| &image.src).filter(|src| is_relative(src));
    let in_body = post.targets.iter().filter_map(|(target, _)| match target {
        Target::Picture(url) => Some(url),
        Target::Post(_) => None,
    });
    lead.chain(in_body).map(|url| file_beside(url).into_owned()).filter(|name| is_inside(name)).collect()
}

/// Whether a name stays within its folder.
pub(in crate::publication) fn is_inside(name: &str) -> bool {
    !name.is_empty() && Path::new(name).components().all(|part| matches!(part, Component::Normal(_)))
}
