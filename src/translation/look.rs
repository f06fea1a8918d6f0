//! How the files of posts look from outside, so that two versions of them can be told apart without reading them.

use std::{
    fs::File,
    path::{Path, PathBuf},
};

use ring::digest::{Context, SHA256};

use super::folder::Folder;
use crate::{disk::Stamp, parallel, posts::PostFile};

/// So many posts are looked at together: fewer would be done before a thread has begun and has opened the folders.
const SHARE: usize = 256;

/// A hash of where the files of one post are and of their stamps.
pub(super) type Print = [u8; 16];

/// The files of one post as they are at a moment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) print: Print,
    /// When the last of them was changed, in seconds of Unix time.
    pub(super) changed: i64,
    /// Whether the source's catalog is among them.
    pub(super) has_catalog: bool,
}

/// A folder that is open, or, where it cannot be opened, the way to it.
struct Place {
    open: Option<File>,
    path: PathBuf,
}

impl Place {
    fn new(path: PathBuf) -> Self {
        // A pipe in its place would keep whoever opens it waiting.
        let open = path.is_dir().then(|| File::open(&path).ok()).flatten();
        Self { open, path }
    }

    fn stamp(&self, file: &Path) -> Option<Stamp> {
        match &self.open {
            Some(folder) => Stamp::within(folder, file),
            None => Stamp::of(&self.path.join(file)),
        }
    }
}

impl Look {
    /// Looks at the files of posts, on all processors. Each file is asked for by its name in a folder that is open:
    /// nothing is faster, and nothing less shows that a file was edited, since no folder says so.
    pub(super) fn at_all(folder: &Folder<'_>, posts: &[PostFile]) -> Vec<Self> {
        let shares: Vec<&[PostFile]> = posts.chunks(SHARE).collect();
        parallel::map(&shares, |share| Self::at_some(folder, share)).into_iter().flatten().collect()
    }

    fn at_some(folder: &Folder<'_>, posts: &[PostFile]) -> Vec<Self> {
        let root = Place::new(folder.root.to_owned());
        let open = |(path, extension)| (Place::new(folder.root.join(path)), extension);
        let beside: Vec<(Place, &str)> = folder.beside_posts().into_iter().map(open).collect();
        let mut name = PathBuf::new();
        let mut look = |post: &PostFile| {
            let stamps = beside.iter().map(|(place, extension)| {
                name.clear();
                name.push(post.slug.as_str());
                name.add_extension(extension);
                place.stamp(&name)
            });
            Self::new(&post.file, root.stamp(&post.file), stamps)
        };
        posts.iter().map(&mut look).collect()
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
