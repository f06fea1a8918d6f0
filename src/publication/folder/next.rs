//! The next site, set beside the one that is there, and the step from one to the other.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use super::{
    journal::{Journal, STAGING, Step, staged},
    manifest::{MANIFEST, Manifest},
    newer::NEWER,
    staging::{Before, Change, WriteReport},
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
        let numbers = self.placed.iter().map(|(number, _)| *number).chain([self.free_number]);
        let written: Vec<_> = numbers.map(|number| staged(&staging, number)).chain([staging.clone()]).collect();
        disk::wait_for_disk(self.folder, written.iter().map(PathBuf::as_path))?;
        let mut journal = Journal { steps: self.steps(&gone) };
        journal.steps.push(Step::Place(self.free_number, name.to_owned()));
        if name == MANIFEST && disk::is_there(&self.folder.join(NEWER)) {
            journal.steps.push(Step::Remove(NEWER.to_owned()));
        }
        Ok(Some(journal))
    }

    /// What is to be done, for readers who look in the middle of it: pictures and style come before the pages that
    /// use them, and what no longer belongs goes last, but for what stands in the way.
    fn steps(&self, gone: &BTreeSet<&str>) -> Vec<Step> {
        let new: BTreeSet<&str> = self.placed.iter().map(|(_, path)| path.as_str()).collect();
        let (in_the_way, others): (Vec<_>, Vec<_>) = gone.iter().partition(|old| stands_in_the_way(old, &new));
        let (pages, first): (Vec<_>, Vec<_>) = self.placed.iter().partition(|(_, path)| is_page(path));
        let remove = |path: &str| Step::Remove(path.to_owned());
        let place = |(number, path): &(usize, String)| Step::Place(*number, path.clone());
        let placed = first.into_iter().chain(pages).map(place);
        in_the_way.into_iter().map(remove).chain(placed).chain(others.into_iter().map(remove)).collect()
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
        Ok(())
    }
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

fn is_page(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|extension| extension == "html" || extension == "xml")
}
