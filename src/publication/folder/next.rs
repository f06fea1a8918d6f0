//! The next site, set beside the one that is there, and the step from one to the other.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use rustix::fs::{Access, access};

use super::{
    journal::{Journal, STAGING, Step, staged},
    manifest::{MANIFEST, Manifest},
    newer::NEWER,
    order::{PARTS, part_of},
    staging::{Before, Change, WriteReport},
    trees::{Tree, can_exchange},
};
use crate::disk;

/// The next site.
#[derive(Debug)]
pub struct NextSite<'f> {
    pub(super) folder: &'f Path,
    /// The site as it was published.
    pub(super) before: Before<'f>,
    pub(super) manifest: Manifest,
    /// The numbers and paths of the files that were laid to the side.
    pub(super) placed: Vec<(usize, String)>,
    pub(super) report: WriteReport,
    /// A number that no file has.
    pub(super) free_number: usize,
}

impl NextSite<'_> {
    /// What is different in it.
    pub fn into_report(self) -> WriteReport {
        self.report
    }

    /// Makes it the one that is there: all of it, or nothing when this fails.
    ///
    /// # Errors
    /// When the disk fails, or something that is not the site's stands where a file of it should go.
    pub fn commit(self) -> Result<WriteReport, disk::Error> {
        if let Some(journal) = self.prepare()? {
            journal.commit(self.folder)?;
            journal.carry_out(self.folder)?;
        }
        Ok(self.report)
    }

    /// Brings what was laid to the side to the disk, and says what is to be done with it: nothing, where nothing
    /// is different.
    pub(super) fn prepare(&self) -> Result<Option<Journal>, disk::Error> {
        if self.manifest == *self.before.files() {
            return Ok(None);
        }
        let changes = self.report.changes.iter();
        let gone = changes.filter(|(_, change)| **change == Change::Gone).map(|(path, _)| path.as_str()).collect();
        self.check_places(&gone)?;
        let staging = self.folder.join(STAGING);
        fs::create_dir_all(&staging).map_err(disk::Error::new("make the folder", &staging))?;
        let list = staged(&staging, self.free_number);
        let (name, lines) = match self.before {
            Before::All(_) => (MANIFEST, self.manifest.render()),
            Before::Few(few) => (NEWER, few.render_newer(&self.manifest)),
        };
        fs::write(&list, lines).map_err(disk::Error::new("write", &list))?;
        let trees = self.make_trees(&gone, &staging)?;
        let is_in_tree =
            |path: &str| trees.iter().any(|tree| path.strip_prefix(&tree.path).is_some_and(|p| p.starts_with('/')));
        let alone: Vec<_> = self.placed.iter().filter(|(_, path)| !is_in_tree(path)).collect();
        let numbers = alone.iter().map(|(number, _)| *number).chain([self.free_number]);
        let written: Vec<_> = numbers.map(|number| staged(&staging, number)).chain([staging.clone()]).collect();
        let written = written.iter().chain(trees.iter().flat_map(|tree| &tree.written)).map(PathBuf::as_path);
        disk::wait_for_disk(self.folder, written.collect::<Vec<_>>().into_iter())?;
        let gone = gone.into_iter().filter(|path| !is_in_tree(path)).collect();
        let mut journal = Journal { steps: steps(&alone, &trees, &gone) };
        journal.steps.push(Step::Place(self.free_number, name.to_owned()));
        if name == MANIFEST && disk::is_there(&self.folder.join(NEWER)) {
            journal.steps.push(Step::Remove(NEWER.to_owned()));
        }
        Ok(Some(journal))
    }

    /// Makes the folders in which so much changes that they are exchanged.
    fn make_trees(&self, gone: &BTreeSet<&str>, staging: &Path) -> Result<Vec<MadeTree>, disk::Error> {
        // Of a few files it is not known how many lie beside them.
        if matches!(self.before, Before::Few(_)) {
            return Ok(Vec::new());
        }
        let files_below = |top: &str| self.manifest.paths(&format!("{top}/")).count();
        let trees = Tree::of(self.folder, &self.placed, gone, files_below);
        if trees.is_empty() || !can_exchange(staging) {
            return Ok(Vec::new());
        }
        let mut made = Vec::new();
        for (number, tree) in (self.free_number + 1..).zip(trees) {
            if let Some(written) = tree.make(self.folder, staging, number)? {
                made.push(MadeTree { path: tree.path.to_owned(), number, written });
            }
        }
        Ok(made)
    }

    /// Looks for what would stop the journal in its middle.
    fn check_places(&self, gone: &BTreeSet<&str>) -> Result<(), disk::Error> {
        let mut looked_at = BTreeSet::new();
        for (_, path) in &self.placed {
            let refuse =
                |path: &str, why: io::ErrorKind| Err(disk::Error::new("write", &self.folder.join(path))(why.into()));
            if self.folder.join(path).is_dir() && !is_only(self.folder, path, gone) {
                return refuse(path, io::ErrorKind::IsADirectory);
            }
            for (end, _) in path.match_indices('/') {
                let above = &path[..end];
                let there = self.folder.join(above);
                if looked_at.insert(above) && there.exists() && !there.is_dir() && !gone.contains(above) {
                    return refuse(above, io::ErrorKind::NotADirectory);
                }
            }
        }
        let touched = self.placed.iter().map(|(_, path)| path.as_str()).chain(gone.iter().copied());
        let folders: BTreeSet<&str> = touched.filter_map(|path| Some(path.rsplit_once('/')?.0)).collect();
        let folders = folders.into_iter().map(|folder| self.folder.join(folder)).filter(|folder| folder.is_dir());
        folders.into_iter().try_for_each(|folder| {
            let may_write = access(&folder, Access::WRITE_OK | Access::EXEC_OK);
            may_write.map_err(|error| disk::Error::new("write", &folder)(error.into()))
        })
    }
}

/// A folder that was made to be exchanged with one of the site.
struct MadeTree {
    /// The path of that one.
    path: String,
    number: usize,
    /// What has to be brought to the disk for it.
    written: Vec<PathBuf>,
}

/// What is to be done, for readers who look in the middle of it: nothing takes its place before what it shows or leads to,
/// and what no longer belongs goes last, but for what stands in the way.
fn steps(placed: &[&(usize, String)], trees: &[MadeTree], gone: &BTreeSet<&str>) -> Vec<Step> {
    let new: BTreeSet<&str> = placed.iter().map(|(_, path)| path.as_str()).collect();
    let (in_the_way, others): (Vec<_>, Vec<_>) = gone.iter().partition(|old| stands_in_the_way(old, &new));
    let remove = |path: &str| Step::Remove(path.to_owned());
    let mut steps: Vec<_> = in_the_way.into_iter().map(remove).collect();
    for part in 0..PARTS {
        let of_part = placed.iter().filter(|(_, path)| part_of(path) == part);
        steps.extend(of_part.map(|(number, path)| Step::Place(*number, path.clone())));
        if part == 0 {
            // They have pages, and all that leads to these.
            steps.extend(trees.iter().map(|tree| Step::Turn(tree.number, tree.path.clone())));
        }
    }
    steps.extend(others.into_iter().map(remove));
    steps
}

/// Whether an old path is a folder of a new one, or lies in a folder that becomes a file.
fn stands_in_the_way(old: &str, new: &BTreeSet<&str>) -> bool {
    let below = format!("{old}/");
    let has_below = new.range(below.as_str()..).next().is_some_and(|path| path.starts_with(&below));
    has_below || old.match_indices('/').any(|(end, _)| new.contains(&old[..end]))
}

/// Whether a folder holds these files and nothing else, so that it goes with them.
fn is_only(target: &Path, folder: &str, files: &BTreeSet<&str>) -> bool {
    let Ok(names) = disk::names_in(&target.join(folder)) else { return false };
    let is_file_of = |path: &str| files.contains(path) || target.join(path).is_dir() && is_only(target, path, files);
    !names.is_empty() && names.iter().all(|name| is_file_of(&format!("{folder}/{name}")))
}
