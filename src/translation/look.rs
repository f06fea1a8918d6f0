//! How the files of posts look from outside, so that two versions of them can be told apart without reading them.

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
};

use ring::digest::{Context, SHA256};
use serde::{Deserialize, Serialize};

use super::folder::Folder;
use crate::{disk::Stamp, parallel, posts::PostFile};

/// Where posts are that have no folder of their own.
const POSTS: &str = "posts";

/// The files of one post as they are at a moment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Look {
    /// A hash of where they are and of their stamps.
    print: [u8; 16],
    /// When the last of them was changed, in seconds of Unix time.
    pub(super) changed: i64,
    /// Whether the source's catalog is among them.
    pub(super) has_catalog: bool,
}

/// The stamps of the files of a folder, by their names without the extension.
type Stamps = HashMap<String, Stamp>;

impl Look {
    /// Looks at the files of posts, folder by folder: by far faster than asking for each file by its path.
    pub(super) fn at_all(folder: &Folder<'_>, posts: &[PostFile]) -> Vec<Self> {
        let folders = [vec![(PathBuf::from(POSTS), "md")], folder.beside_posts()].concat();
        let listed = list(&folders, folder.root);
        let Some((own, beside)) = listed.split_first() else { return Vec::new() };
        let look = |post: &PostFile| {
            let slug = post.slug.as_str();
            let is_listed = post.file.parent() == Some(Path::new(POSTS));
            let own = if is_listed { own.get(slug).copied() } else { Stamp::of(&folder.root.join(&post.file)) };
            let beside = beside.iter().map(|stamps| stamps.get(slug).copied());
            Self::new(&post.file, own, beside)
        };
        posts.iter().map(look).collect()
    }

    /// Looks at the files of one post.
    pub(super) fn at(folder: &Folder<'_>, post: &PostFile) -> Self {
        let beside = folder.beside_posts().into_iter();
        let beside =
            beside.map(|(files, extension)| folder.root.join(files).join(format!("{}.{extension}", post.slug)));
        Self::new(&post.file, Stamp::of(&folder.root.join(&post.file)), beside.map(|file| Stamp::of(&file)))
    }

    /// Of a post's own file and those beside it, the source's catalog first.
    fn new(file: &Path, own: Option<Stamp>, beside: impl Iterator<Item = Option<Stamp>>) -> Self {
        let mut print = Context::new(&SHA256);
        let mut look = Self::default();
        print.update(file.as_os_str().as_encoded_bytes());
        for (nth, stamp) in [own].into_iter().chain(beside).enumerate() {
            print.update(&[u8::from(stamp.is_some())]);
            let Some(stamp) = stamp else { continue };
            stamp.numbers().into_iter().for_each(|number| print.update(&number.to_le_bytes()));
            look.changed = look.changed.max(stamp.changed());
            look.has_catalog |= nth == 1;
        }
        look.print.copy_from_slice(&print.finish().as_ref()[..16]);
        look
    }
}

/// The stamps of all files of some folders that have an extension. A folder that cannot be read looks empty:
/// whoever reads its files says so.
fn list(folders: &[(PathBuf, &str)], root: &Path) -> Vec<Stamps> {
    parallel::map(folders, |(folder, extension)| stamps_in(&root.join(folder), extension))
}

fn stamps_in(folder: &Path, extension: &str) -> Stamps {
    let Ok(entries) = fs::read_dir(folder) else { return Stamps::new() };
    let stamped = entries.flatten().filter_map(|entry| {
        let name = entry.file_name().into_string().ok()?;
        let stem = name.strip_suffix(extension)?.strip_suffix('.')?;
        Some((stem.to_owned(), Stamp::of_entry(&entry)?))
    });
    stamped.collect()
}
