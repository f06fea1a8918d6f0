//! What an index says of posts that are gone, or cannot be read now.

use std::collections::HashMap;

use super::{Codec, Outline, Terms, listed};
use crate::{
    disk,
    posts::{Post, PostFile, Slug},
    translation::{
        first_names::record_first_names, folder::Folder, index::Index, look::Look, rename::known_by_catalogs,
        renamed::load_old_names,
    },
};

/// What an index says of the posts that are not `read`, also one that was written under other terms, which is noted in this
/// one then.
pub(super) fn remember(
    index: &mut Index<Terms>,
    codec: &Codec,
    is_read: impl Fn(&Slug) -> bool,
) -> HashMap<Slug, (Post, Outline)> {
    let mut remembered = HashMap::new();
    if let Some((terms, values)) = index.earlier() {
        let earlier = Codec(terms.tags.clone());
        for (slug, packed) in values.filter(|(slug, _)| !is_read(slug)) {
            let known = earlier.unpack(packed, &Look::default());
            // By another version of the program it may have been written otherwise.
            let held = known.filter(|(post, outline)| outline.listed == listed(post, &outline.variants));
            remembered.extend(held.map(|(post, outline)| (slug.clone(), (post, codec.known_part(outline)))));
        }
    }
    for (slug, (post, outline)) in &remembered {
        if let Some(packed) = codec.pack(post, outline) {
            index.note(slug, None, packed);
        }
    }
    for (slug, packed) in index.values().filter(|(slug, _)| !is_read(slug)) {
        remembered.extend(codec.unpack(packed, &Look::default()).map(|known| (slug.clone(), known)));
    }
    remembered
}

/// What an index says of one post, also one that was written under other terms.
pub(super) fn recall(index: &Index<Terms>, codec: &Codec, slug: &Slug) -> Option<(Post, Outline)> {
    if let Some(packed) = index.value(slug) {
        return codec.unpack(packed, &Look::default());
    }
    let (terms, mut values) = index.earlier()?;
    let (_, packed) = values.find(|(of, _)| *of == slug)?;
    let (post, outline) = Codec(terms.tags.clone()).unpack(packed, &Look::default())?;
    (outline.listed == listed(&post, &outline.variants)).then(|| (post, codec.known_part(outline)))
}

/// The `new` posts that say word for word what one said whose file is gone, and which no `sync` has seen: each got another name,
/// perhaps with its title. That of one that a `sync` has seen is known by then.
pub(super) fn find_by_print(
    folder: &Folder<'_>,
    index: &Index<Terms>,
    codec: &Codec,
    posts: &HashMap<Slug, Outline>,
    mut new: Vec<Slug>,
) -> Vec<(Slug, Slug)> {
    let Folder { root, source, .. } = *folder;
    let mut renames = Vec::new();
    if new.is_empty() {
        return renames;
    }
    let Ok(known) = load_old_names(root, source, &[]) else { return renames };
    let is_gone = |slug: &Slug| !posts.contains_key(slug) && !known.contains_key(slug);
    let mut gone: Vec<_> = index.values().filter(|(slug, _)| is_gone(slug)).collect();
    gone.sort_unstable();
    for (old, packed) in gone {
        let Some((_, before)) = codec.unpack(packed, &Look::default()) else { continue };
        let print = before.print(source);
        let same = |slug: &Slug| print.is_some() && posts.get(slug).and_then(|now| now.print(source)) == print;
        let has_body = |slug: &Slug| posts.get(slug).is_some_and(|now| now.body == before.body);
        if let Some(at) = new.iter().position(same).or_else(|| new.iter().position(has_body)) {
            renames.push((old.clone(), new.swap_remove(at)));
        }
    }
    renames
}

/// Writes down which posts have other names now, and by what those are known of which no catalog tells.
pub(super) fn note_first_names(
    folder: &Folder<'_>,
    files: &[PostFile],
    posts: &HashMap<Slug, Outline>,
    renames: &[(Slug, Slug)],
) -> Result<(), disk::Error> {
    if renames.is_empty() {
        return Ok(());
    }
    let suspects = posts.iter().filter(|(_, outline)| outline.is_anothers);
    let suspects: Vec<_> = suspects.map(|(slug, _)| slug).collect();
    let now: Vec<_> = renames.iter().map(|(_, new)| new).collect();
    let synced = known_by_catalogs(folder, files, &suspects, &now)?;
    record_first_names(folder.root, folder.source, renames, |slug| synced.contains(slug))
}
