//! What is to be done to the files of a site, written down before any of it is done.
//!
//! Until the journal has its name nothing of the site has changed. From then on whoever opens the site does
//! what it says, as often as it takes: each step can be done twice.

use std::{
    collections::BTreeSet,
    fmt::Write as _,
    fs, io,
    path::{Path, PathBuf},
};

use super::{manifest::is_inside, trees::turn};
use crate::disk;

/// The journal, in the folder of the site.
pub(super) const JOURNAL: &str = ".postduif-journal";

/// The folder in which new files wait for their places.
pub(super) const STAGING: &str = ".postduif-staging";

/// The last line: a journal without it was not written to its end.
const END: &str = "end";

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// Puts the staged file of this number in its place.
    Place(usize, String),
    /// Exchanges a folder with the one that was made for it under this number.
    Turn(usize, String),
    /// Removes a file, and the folders that it leaves empty.
    Remove(String),
}

/// What is to be done, in its order.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Journal {
    pub(super) steps: Vec<Step>,
}

impl Journal {
    /// Reads the journal of the site in `folder`; none where none was written to its end.
    pub(super) fn load(folder: &Path) -> Result<Option<Self>, disk::Error> {
        let bytes = disk::read_if_there(&folder.join(JOURNAL))?;
        Ok(bytes.and_then(|bytes| Self::parse(std::str::from_utf8(&bytes).ok()?)))
    }

    fn parse(text: &str) -> Option<Self> {
        let lines = text.strip_suffix(&format!("{END}\n"))?.lines();
        let step = |line: &str| {
            let (verb, rest) = line.split_once(' ')?;
            let step = match verb {
                "place" | "turn" => {
                    let (number, path) = rest.split_once(' ')?;
                    let (number, path) = (number.parse().ok()?, path.to_owned());
                    if verb == "turn" { Step::Turn(number, path) } else { Step::Place(number, path) }
                }
                "remove" => Step::Remove(rest.to_owned()),
                _ => return None,
            };
            is_inside(step.path()).then_some(step)
        };
        Some(Self { steps: lines.map(step).collect::<Option<_>>()? })
    }

    fn render(&self) -> String {
        let mut text = String::new();
        for step in &self.steps {
            // Writing to a string cannot fail.
            let _ = match step {
                Step::Place(number, path) => writeln!(text, "place {number} {path}"),
                Step::Turn(number, path) => writeln!(text, "turn {number} {path}"),
                Step::Remove(path) => writeln!(text, "remove {path}"),
            };
        }
        text + END + "\n"
    }

    /// Writes it down. When this returns, what it says will be done, whatever happens.
    pub(super) fn commit(&self, folder: &Path) -> Result<(), disk::Error> {
        disk::write_if_changed(&folder.join(JOURNAL), self.render().as_bytes())?;
        disk::wait_for_disk(folder, [folder].into_iter())
    }

    /// Does what it says, and removes it.
    pub(super) fn carry_out(&self, folder: &Path) -> Result<(), disk::Error> {
        let touched = self.carry_out_steps(folder)?;
        let touched: Vec<_> = touched.iter().map(PathBuf::as_path).filter(|folder| folder.is_dir()).collect();
        disk::wait_for_disk(folder, touched.into_iter())?;
        discard(folder)
    }

    /// Does what it says, and gives the folders in which it did.
    pub(super) fn carry_out_steps(&self, folder: &Path) -> Result<BTreeSet<PathBuf>, disk::Error> {
        let staging = folder.join(STAGING);
        let mut touched = BTreeSet::from([folder.to_owned()]);
        for step in &self.steps {
            let path = folder.join(step.path());
            match step {
                Step::Place(number, _) => {
                    place(&staged(&staging, *number), &path)?;
                    touched.extend(path.parent().map(Path::to_owned));
                }
                Step::Turn(number, _) => {
                    turn(&staged(&staging, *number), &path)?;
                    touched.insert(path);
                }
                // A folder has taken its place already.
                Step::Remove(_) if path.is_dir() => {}
                Step::Remove(removed) => {
                    disk::remove_if_there(&path)?;
                    touched.insert(remove_empty_folders(folder, Path::new(removed)));
                }
            }
        }
        Ok(touched)
    }
}

impl Step {
    fn path(&self) -> &str {
        match self {
            Self::Place(_, path) | Self::Turn(_, path) | Self::Remove(path) => path,
        }
    }
}

/// Puts a file in its place, if it is not there already, and makes the folders above it if they are not.
fn place(staged: &Path, path: &Path) -> Result<(), disk::Error> {
    if let Err(error) = disk::place(staged, path) {
        let Some(parent) = path.parent().filter(|_| error.source.kind() == io::ErrorKind::NotFound) else {
            return Err(error);
        };
        fs::create_dir_all(parent).map_err(disk::Error::new("make the folder", parent))?;
        disk::place(staged, path)?;
    }
    Ok(())
}

/// The staged file of a number.
pub(super) fn staged(staging: &Path, number: usize) -> PathBuf {
    staging.join(number.to_string())
}

/// Removes a journal that was carried out, or never committed, and what is staged.
pub(super) fn discard(folder: &Path) -> Result<(), disk::Error> {
    disk::remove_if_there(&folder.join(JOURNAL))?;
    // Before the numbers of staged files are used again.
    disk::wait_for_disk(folder, [folder].into_iter())?;
    let staging = folder.join(STAGING);
    match fs::remove_dir_all(&staging) {
        Err(error) if disk::is_there(&staging) => Err(disk::Error::new("remove", &staging)(error)),
        _ => Ok(()),
    }
}

/// Removes the folders that a file left empty, and gives the one that is left.
fn remove_empty_folders(target: &Path, removed: &Path) -> PathBuf {
    for folder in removed.ancestors().skip(1).filter(|folder| *folder != Path::new("")) {
        let folder = target.join(folder);
        if fs::remove_dir(&folder).is_err() && folder.is_dir() {
            return folder; // not empty
        }
    }
    target.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_journal_is_read_back_and_one_that_was_cut_off_is_none() {
        let steps = vec![
            Step::Remove("oud/index.html".to_owned()),
            Step::Place(12, "nl/een naam/index.html".to_owned()),
            Step::Turn(3, "fr".to_owned()),
        ];
        let journal = Journal { steps };
        let text = journal.render();
        assert_eq!(Journal::parse(&text), Some(Journal { steps: journal.steps.clone() }));
        for end in 0..text.len() {
            assert_eq!(Journal::parse(&text[..end]), None, "cut off after {end} bytes");
        }
        assert_eq!(Journal::parse("remove ../x\nend\n"), None, "nothing in it leads outside");
    }
}
