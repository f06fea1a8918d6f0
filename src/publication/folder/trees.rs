//! Folders of the site that are exchanged as a whole, so that all of an edition changes at once.
//!
//! The files of a folder that do not change get a second name (hard links) in a folder beside the site, and those that do are
//! put there with them. To exchange both folders is one step that is done or not done, whenever a process is killed; to move
//! a thousand files is a thousand.

use std::{
    collections::BTreeSet,
    fs::{self, File, Metadata},
    io,
    os::unix::fs::{MetadataExt as _, chown},
    path::{Path, PathBuf},
};

use rustix::fs::{CWD, RenameFlags, renameat_with};

use super::journal::staged;
use crate::disk;

/// Stands in a folder that is not exchanged yet.
const MARK: &str = ".postduif-tree";

/// Fewer changes are made one by one.
const FEWEST_CHANGES: usize = 2;

/// A folder is made anew only if it has no more than so many files for each that changes: the change decides the work.
const FILES_FOR_A_CHANGE: usize = 16;

/// A folder of the site as it will be.
#[derive(Debug)]
pub(super) struct Tree<'s> {
    /// Its path in the site.
    pub(super) path: &'s str,
    /// The files that were laid to the side for it, by their numbers, and where they go.
    pub(super) placed: Vec<(usize, &'s str)>,
    /// Those that no longer belong.
    pub(super) gone: BTreeSet<&'s str>,
}

impl<'s> Tree<'s> {
    /// The folders at the top of the site in which so much changes that they are exchanged. `count` says how many files
    /// there will be below one.
    pub(super) fn of(
        folder: &Path,
        placed: &'s [(usize, String)],
        gone: &BTreeSet<&'s str>,
        count: impl Fn(&str) -> usize,
    ) -> Vec<Self> {
        let top = |path: &'s str| path.split_once('/').map(|(top, _)| top);
        let all: BTreeSet<&str> = placed.iter().filter_map(|(_, path)| top(path)).collect();
        let trees = all.into_iter().map(|path| Self {
            path,
            placed: placed
                .iter()
                .filter(|(_, own)| top(own) == Some(path))
                .map(|(nr, own)| (*nr, own.as_str()))
                .collect(),
            gone: gone.iter().copied().filter(|own| top(own) == Some(path)).collect(),
        });
        let is_worth_it = |tree: &Self| {
            let changes = tree.placed.len() + tree.gone.len();
            changes >= FEWEST_CHANGES && count(tree.path) <= changes * FILES_FOR_A_CHANGE
        };
        // Pictures come before the pages that show them, and go after those.
        let has_pages = |tree: &Self| tree.placed.iter().any(|(_, path)| path.ends_with(".html"));
        // What a link leads to is somebody else's.
        let is_plain = |tree: &Self| match fs::symlink_metadata(folder.join(tree.path)) {
            Ok(there) => there.is_dir(),
            Err(error) => error.kind() == io::ErrorKind::NotFound,
        };
        trees.filter(|tree| is_worth_it(tree) && has_pages(tree) && is_plain(tree)).collect()
    }

    /// Makes it in `staging` under a number that is free, from the folder as it is and what was laid to the side. Gives what
    /// has to be brought to the disk for it; none where the disk cannot do it: not every one knows second names, or lets others than
    /// the owner of a file give them.
    ///
    /// # Errors
    /// When the disk fails.
    pub(super) fn make(
        &self,
        folder: &Path,
        staging: &Path,
        number: usize,
    ) -> Result<Option<Vec<PathBuf>>, disk::Error> {
        let (root, there) = (staged(staging, number), folder.join(self.path));
        let changed = self.placed.iter().map(|(_, path)| *path).chain(self.gone.iter().copied()).collect();
        let mut making = Making { folder, root: root.clone(), tree: self, changed, made: Vec::new() };
        let copied = if there.is_dir() { making.copy(&there) } else { fs::create_dir(&root) };
        if copied.is_err() {
            let _ = fs::remove_dir_all(&root);
            return Ok(None);
        }
        making.made.push(root.clone());
        making.prune();
        making.place(staging).map_err(disk::Error::new("write", &there))?;
        let mark = root.join(MARK);
        File::create(&mark).map_err(disk::Error::new("write", &mark))?;
        making.made.push(mark);
        making.made.retain(|path| disk::is_there(path));
        Ok(Some(making.made))
    }
}

/// A folder that is being made.
struct Making<'m> {
    folder: &'m Path,
    root: PathBuf,
    tree: &'m Tree<'m>,
    /// What does not stay as it is in the folder that is there.
    changed: BTreeSet<&'m str>,
    /// The folders that were made, and the files that are new in them.
    made: Vec<PathBuf>,
}

impl Making<'_> {
    /// Copies a folder of the site, but for what changes in it.
    fn copy(&mut self, folder: &Path) -> io::Result<()> {
        self.make_folder(folder)?;
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let Ok(own) = path.strip_prefix(self.folder) else { continue };
            if path.file_name().is_some_and(|name| name == MARK) {
                continue; // of a process that was killed right behind the exchange
            }
            let is_changed = own.to_str().is_some_and(|own| self.changed.contains(own));
            if fs::symlink_metadata(&path)?.is_dir() {
                self.copy(&path)?;
            } else if !is_changed {
                fs::hard_link(&path, self.at(&path))?;
            }
        }
        Ok(())
    }

    /// Makes a folder like the one that is there.
    fn make_folder(&mut self, like: &Path) -> io::Result<()> {
        let (path, like) = (self.at(like), fs::metadata(like)?);
        fs::create_dir(&path)?;
        let owner = |folder: &Metadata| (folder.uid(), folder.gid());
        if owner(&fs::metadata(&path)?) != owner(&like) {
            chown(&path, Some(like.uid()), Some(like.gid()))?;
        }
        fs::set_permissions(&path, like.permissions())?;
        self.made.push(path);
        Ok(())
    }

    /// Takes out the folders that are left empty by what is gone.
    fn prune(&self) {
        for gone in &self.tree.gone {
            let gone = self.at(&self.folder.join(gone));
            let above = gone.ancestors().skip(1).take_while(|above| *above != self.root);
            let _ = above.map(fs::remove_dir).take_while(Result::is_ok).count();
        }
    }

    /// Puts what was laid to the side in its places.
    fn place(&mut self, staging: &Path) -> io::Result<()> {
        for (number, path) in &self.tree.placed {
            let (from, to) = (staged(staging, *number), self.at(&self.folder.join(path)));
            if let Some(above) = to.parent().filter(|above| !above.is_dir()) {
                fs::create_dir_all(above)?;
                self.made.extend(above.ancestors().take_while(|above| *above != self.root).map(Path::to_owned));
            }
            fs::rename(from, &to)?;
            self.made.push(to);
        }
        Ok(())
    }

    /// Where something of the folder is in the one that is made.
    fn at(&self, path: &Path) -> PathBuf {
        let below = path.strip_prefix(self.folder.join(self.tree.path)).unwrap_or(Path::new(""));
        if below == Path::new("") { self.root.clone() } else { self.root.join(below) }
    }
}

/// Whether folders can be exchanged where `staging` lies.
pub(super) fn can_exchange(staging: &Path) -> bool {
    let pair = ["one", "other"].map(|name| staging.join(name));
    let tried = pair.iter().all(|folder| fs::create_dir(folder).is_ok()) && exchange(&pair[0], &pair[1]).is_ok();
    for folder in pair {
        let _ = fs::remove_dir(folder);
    }
    tried
}

/// Exchanges a folder of the site with the one that was made for it, unless that is done already.
pub(super) fn turn(made: &Path, path: &Path) -> Result<(), disk::Error> {
    if disk::is_there(&made.join(MARK)) {
        let turned = match exchange(made, path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => fs::rename(made, path),
            turned => turned,
        };
        turned.map_err(disk::Error::new("write", path))?;
    }
    disk::remove_if_there(&path.join(MARK))
}

fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}
