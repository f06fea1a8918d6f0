//! Whether Git is at work in the folder: what stands there meanwhile is half of one branch and half of another.

use std::{
    fs,
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use crate::diagnostic::Diagnostic;

/// What Git keeps in its folder while it changes the files of a checkout (gitrepository-layout).
const LOCK: &str = "index.lock";

/// Editors ask Git for its status all the time, which takes the lock for a moment, while a checkout takes longer:
/// so often the lock is looked at, for two seconds in all.
const GLANCES: usize = 100;

/// The time between two looks.
const GLANCE: Duration = Duration::from_millis(20);

/// The checkout that a folder is in, if it is in one.
#[derive(Debug)]
pub struct Checkout {
    lock: Option<PathBuf>,
}

impl Checkout {
    /// The checkout that the folder `root` is in.
    pub fn of(root: &Path) -> Self {
        Self { lock: lock_of(root) }
    }

    /// For who is run by Git itself.
    pub(super) fn none() -> Self {
        Self { lock: None }
    }

    /// Whether Git holds its lock, and does not let go of it within a moment.
    pub fn is_going_on(&self) -> bool {
        let Some(lock) = &self.lock else { return false };
        for _ in 0..GLANCES {
            if !lock.exists() {
                return false;
            }
            thread::sleep(GLANCE);
        }
        lock.exists()
    }
}

/// Where the lock is, if the folder is in a checkout. A further checkout of the same repository has a file for a
/// folder, which says where its own is (gitrepository-layout, `gitdir`).
fn lock_of(root: &Path) -> Option<PathBuf> {
    // The folder that a program is in has no name of its own.
    let root = fs::canonicalize(Path::new(".").join(root)).ok()?;
    let git = root.ancestors().map(|folder| folder.join(".git")).find(|git| git.exists())?;
    if git.is_dir() {
        return Some(git.join(LOCK));
    }
    let says = fs::read_to_string(&git).ok()?;
    let folder = says.strip_prefix("gitdir:")?.trim();
    Some(git.parent()?.join(folder).join(LOCK))
}

/// Says that nothing was brought in step because of it.
pub(super) fn checkout_going_on() -> Diagnostic {
    let message = "Git is changing files in this folder, so nothing more was brought in step";
    let help = "sync again when it is done; if no Git is running, it was killed: delete that file";
    Diagnostic::warning(&Path::new(".git").join(LOCK), "busy-repository", message).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_is_found_from_a_folder_of_the_checkout_and_from_a_further_checkout() {
        let folder = tempfile::tempdir().unwrap();
        let root = fs::canonicalize(folder.path()).unwrap();
        assert_eq!(lock_of(&root), None, "there is no repository");
        fs::create_dir_all(root.join(".git/worktrees/site")).unwrap();
        fs::create_dir_all(root.join("site")).unwrap();
        assert_eq!(lock_of(&root.join("site")), Some(root.join(".git/index.lock")));
        fs::write(root.join("site/.git"), format!("gitdir: {}/.git/worktrees/site\n", root.display())).unwrap();
        assert_eq!(lock_of(&root.join("site")), Some(root.join(".git/worktrees/site/index.lock")));
    }

    #[test]
    fn a_lock_that_goes_within_a_moment_is_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join(".git")).unwrap();
        assert!(!Checkout::of(folder.path()).is_going_on());
        let lock = folder.path().join(".git/index.lock");
        fs::write(&lock, "").unwrap();
        let lets_go = thread::spawn(move || {
            thread::sleep(3 * GLANCE);
            fs::remove_file(lock).unwrap();
        });
        assert!(!Checkout::of(folder.path()).is_going_on());
        lets_go.join().unwrap();
    }
}
