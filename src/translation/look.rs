//! How the files of posts look from outside, so that two versions of them can be told apart without reading them.

use std::{
    fs::File,
    path::{Path, PathBuf},
};

use ring::digest::{SHA256, digest};

use super::folder::Folder;
use crate::{
    disk::{self, Stamp},
    parallel,
    posts::PostFile,
};

/// So many posts are looked at together: fewer would be done before a thread has begun and has opened the folders.
const SHARE: usize = 256;

/// A hash of where the files of one post are and of their stamps.
pub(super) type Print = [u8; 16];

/// The files of one post as they are at a moment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Look {
    pub(super) print: Print,
    /// When the last of them was changed, in seconds of Unix time.
    pub(super) changed: i64,
    /// Whether the source's catalog is among them.
    pub(crate) has_catalog: bool,
}

/// A folder whose files are looked at.
enum Place {
    /// It is open: a file is asked for by its name alone.
    Open(File),
    /// It cannot be opened, so a file is asked for by its whole path.
    Closed(PathBuf),
    /// There is none, and no file in it.
    Missing,
}

impl Place {
    fn new(path: PathBuf) -> Self {
        if !disk::is_there(&path) {
            return Self::Missing;
        }
        // A pipe in its place would keep whoever opens it waiting.
        match path.is_dir().then(|| File::open(&path)) {
            Some(Ok(folder)) => Self::Open(folder),
            _ => Self::Closed(path),
        }
    }

    fn stamp(&self, file: &Path) -> Option<Stamp> {
        match self {
            Self::Open(folder) => Stamp::within(folder, file),
            Self::Closed(path) => Stamp::of(&path.join(file)),
            Self::Missing => None,
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
        // The folder that a program is in has no name of its own.
        let root = Place::new(Path::new(".").join(folder.root));
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
        let mut look = Self::default();
        let mut seen = file.as_os_str().as_encoded_bytes().to_vec();
        for (nth, stamp) in [own].into_iter().chain(beside).enumerate() {
            seen.push(u8::from(stamp.is_some()));
            let Some(stamp) = stamp else { continue };
            seen.extend(stamp.numbers().map(u64::to_le_bytes).as_flattened());
            look.changed = look.changed.max(stamp.changed());
            look.has_catalog |= nth == 1;
        }
        look.print.copy_from_slice(&digest(&SHA256, &seen).as_ref()[..16]);
        look
    }
}
