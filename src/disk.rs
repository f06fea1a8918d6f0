//! Writing files so that a crash leaves the old one or the new one, and never half of either.

mod stamp;

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{self, Write as _},
    os::unix::fs::MetadataExt as _,
    path::{Component, Path, PathBuf},
};

use rustix::fs::{Timespec, Timestamps, UTIME_NOW};

pub use self::stamp::Stamp;
use crate::{diagnostic::Diagnostic, parallel};

/// A file could not be read or written.
#[derive(Debug, thiserror::Error)]
#[error("cannot {verb} {path}", path = path.display())]
pub struct Error {
    /// What was tried: "read", "write", "remove".
    pub verb: &'static str,
    /// The file or folder.
    pub path: PathBuf,
    /// Why not.
    #[source]
    pub source: io::Error,
}

impl Error {
    /// What `verb` says was tried with `path`, and why it went wrong.
    pub fn new(verb: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self { verb, path, source }
    }
}

/// Writes `bytes` to `path` unless it holds them already; says whether it wrote.
///
/// The bytes go to a file beside it, to the disk, and are then renamed over the old ones.
/// Folders that are missing are made.
///
/// # Errors
/// When the disk is full or the folder cannot be written to; the old file is then untouched.
pub fn write_if_changed(path: &Path, bytes: &[u8]) -> Result<bool, Error> {
    replace_if_changed(path, bytes, File::sync_all)
}

/// The same for a file that is made from others, and is compared with them again and again: it does
/// not wait for the disk, which takes longer than all the rest of publishing. A power cut may leave
/// such a file empty until it is made the next time; a process that is killed leaves all or nothing.
///
/// # Errors
/// As [`write_if_changed`].
pub fn write_derived_if_changed(path: &Path, bytes: &[u8]) -> Result<bool, Error> {
    replace_if_changed(path, bytes, |_| Ok(()))
}

/// How a file is brought to the disk.
type Sync = fn(&File) -> io::Result<()>;

fn replace_if_changed(path: &Path, bytes: &[u8], sync: Sync) -> Result<bool, Error> {
    if fs::metadata(path).is_ok_and(|old| old.len() == bytes.len() as u64)
        && fs::read(path).is_ok_and(|old| old == bytes)
    {
        return Ok(false);
    }
    write_beside(path, bytes, sync, || Ok(true))
}

/// Writes `bytes` over a file that held `read` (none: there was none) when it was read; says whether it did.
///
/// Whoever saved something else in the meantime keeps it: the file is looked at once more when the
/// new one lies on the disk beside it and only the renaming is left to do.
///
/// # Errors
/// As for [`write_if_changed`], and when the file is there and cannot be read.
pub fn write_over(path: &Path, read: Option<&[u8]>, bytes: &[u8]) -> Result<bool, Error> {
    write_beside(path, bytes, File::sync_all, || Ok(read_if_there(path)?.as_deref() == read))
}

/// Puts `bytes` beside `path`, as far as `sync` says on the disk, and in its place if they are still wanted there.
fn write_beside(
    path: &Path,
    bytes: &[u8],
    sync: Sync,
    still: impl FnOnce() -> Result<bool, Error>,
) -> Result<bool, Error> {
    let path = &behind_links(path);
    let aside = aside(path)?;
    let write = Error::new("write", path);
    let written = match write_bytes(&aside, bytes, sync) {
        Ok(()) => still()
            .and_then(|still| if still { fs::rename(&aside, path).map(|()| true).map_err(write) } else { Ok(false) }),
        Err(error) => Err(write(error)),
    };
    if !matches!(written, Ok(true)) {
        let _ = fs::remove_file(&aside);
    }
    written
}

/// The file that a link leads to, also where there is none yet: who made the link wants it kept.
fn behind_links(path: &Path) -> PathBuf {
    if !fs::symlink_metadata(path).is_ok_and(|entry| entry.is_symlink()) {
        return path.to_owned();
    }
    let to_nowhere = || Some(path.parent()?.join(fs::read_link(path).ok()?));
    fs::canonicalize(path).ok().or_else(to_nowhere).unwrap_or_else(|| path.to_owned())
}

fn write_bytes(path: &Path, bytes: &[u8], sync: Sync) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    sync(&file)
}

/// Writes a file that must not be there yet; says whether it did. What stands there stays as it is, also
/// when somebody puts it there at this moment.
///
/// # Errors
/// When the disk is full or the folder cannot be written to.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<bool, Error> {
    let write = Error::new("write", path);
    let aside = aside(path)?;
    // A link, unlike a renaming, never replaces.
    let written = write_bytes(&aside, bytes, File::sync_all).and_then(|()| fs::hard_link(&aside, path));
    let _ = fs::remove_file(&aside);
    match written {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(write(error)),
    }
}

/// The same for a folder with files in it: it is there with all of them, or not at all.
///
/// # Errors
/// As for [`write_new`].
pub fn write_new_folder(path: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<bool, Error> {
    let write = Error::new("write", path);
    let aside = aside(path)?;
    let fill = || {
        fs::create_dir(&aside)?;
        files.iter().try_for_each(|(name, bytes)| write_bytes(&aside.join(name), bytes, File::sync_all))?;
        fs::rename(&aside, path)
    };
    let written = fill();
    if written.is_err() {
        let _ = fs::remove_dir_all(&aside);
    }
    match written {
        Ok(()) => Ok(true),
        Err(_) if path.exists() => Ok(false),
        Err(error) => Err(write(error)),
    }
}

/// Puts a file that lies on the same disk, or on another, in the place of `path`. Says whether it was there:
/// one that was put in its place already is not.
///
/// # Errors
/// When it cannot be moved.
pub fn place(from: &Path, path: &Path) -> Result<bool, Error> {
    let path = &behind_links(path);
    let write = Error::new("write", path);
    match fs::rename(from, path) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound && !is_there(from) => Ok(false),
        Err(error) if error.kind() == io::ErrorKind::CrossesDevices => {
            let bytes = fs::read(from).map_err(Error::new("read", from))?;
            write_if_changed(path, &bytes)?;
            remove_if_there(from).map(|()| true)
        }
        Err(error) => Err(write(error)),
    }
}

/// So many files are brought to the disk one by one; of more, the disk is asked to write down everything at once.
const FEW_FILES: usize = 16;

/// Waits until files and folders, all below `folder`, are on the disk.
///
/// # Errors
/// When one of them cannot be opened, or the disk fails.
pub fn wait_for_disk<'p>(folder: &Path, paths: impl ExactSizeIterator<Item = &'p Path>) -> Result<(), Error> {
    if paths.len() > FEW_FILES {
        let opened = File::open(folder).map_err(Error::new("open", folder))?;
        let whole = rustix::fs::syncfs(opened).map_err(io::Error::from);
        return whole.map_err(Error::new("write", folder));
    }
    // Those who wait together wait no longer than one.
    let paths: Vec<_> = paths.collect();
    let sync = |path: &&Path| File::open(path).and_then(|file| file.sync_all()).map_err(Error::new("write", path));
    parallel::map(&paths, sync).into_iter().collect()
}

/// Where something is made before it takes its place, in a folder that is there.
fn aside(path: &Path) -> Result<PathBuf, Error> {
    let folder = path.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(folder).map_err(Error::new("make the folder", folder))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    Ok(folder.join(format!(".{name}.{}.new", std::process::id())))
}

/// Moves a file, and makes the folder it goes to. Says whether it did: not so when there is no such
/// file, or when another has its new name already.
///
/// # Errors
/// When it cannot be moved.
pub fn rename_if_free(from: &Path, to: &Path) -> Result<bool, Error> {
    if to.exists() || !from.exists() {
        return Ok(false);
    }
    let folder = to.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(folder).map_err(Error::new("make the folder", folder))?;
    fs::rename(from, to).map(|()| true).map_err(Error::new("move", from))
}

/// Gives a file, which is made where there is none, the present as its time. Gives that time, by the clock that stamps
/// the files there, which is not always this machine's, in seconds of Unix time.
///
/// # Errors
/// When the file cannot be made or written to.
pub fn touch(path: &Path) -> Result<i64, Error> {
    let write = Error::new("write", path);
    let folder = path.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(folder).map_err(Error::new("make the folder", folder))?;
    let now = Timespec { tv_sec: 0, tv_nsec: UTIME_NOW };
    let touch = || {
        let file = File::options().create(true).append(true).open(path)?;
        rustix::fs::futimens(&file, &Timestamps { last_access: now, last_modification: now })?;
        Ok(file.metadata()?.mtime())
    };
    touch().map_err(write)
}

/// The names of what is in a folder, sorted; none when there is no such folder. Names that are no
/// UTF-8 are left out.
///
/// # Errors
/// When it is there and cannot be read.
pub fn names_in(folder: &Path) -> Result<Vec<String>, Error> {
    let read = Error::new("read the folder", folder);
    let entries = match fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(read(error)),
    };
    let mut names: Vec<_> = entries.into_iter().filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    Ok(names)
}

/// Removes what processes left beside their files in a folder when they were killed while writing.
/// What belongs to a process that is still there is left to it.
///
/// # Errors
/// When the folder is there and cannot be read.
pub fn sweep(folder: &Path) -> Result<(), Error> {
    for name in names_in(folder)? {
        let process = name.strip_prefix('.').and_then(|name| name.strip_suffix(".new")?.rsplit_once('.'));
        let Some((_, process)) = process else { continue };
        let is_number = process.parse::<u32>().is_ok();
        if is_number && !Path::new("/proc").join(process).exists() {
            // Somebody else may sweep at the same time.
            let path = folder.join(&name);
            let _ = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
        }
    }
    Ok(())
}

/// The bytes of a plain file. What is none is not opened: a pipe may never come to its end.
///
/// # Errors
/// When it is not there, is no plain file, or cannot be read.
pub fn read_plain(path: &Path) -> io::Result<Vec<u8>> {
    let kind = fs::metadata(path)?.file_type();
    if kind.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if !kind.is_file() {
        return Err(io::Error::other("it is a pipe, a socket or a device"));
    }
    fs::read(path)
}

/// Says that a file, relative to the publication's folder, cannot be read, and why not.
pub fn unreadable(file: &Path, error: &io::Error) -> Diagnostic {
    let help = match error.kind() {
        io::ErrorKind::PermissionDenied => "let the program read it, for example with `chmod a+r`",
        io::ErrorKind::NotFound => "it is a link that leads nowhere: mend or delete it",
        _ => "put a plain file in its place, or delete it",
    };
    Diagnostic::error(file, "unreadable-file", format!("this file cannot be read: {error}")).help(help)
}

/// Whether a file, wherever links lead, lies below one of these folders. One that is not there does not.
pub fn lies_below(file: &Path, folders: &[PathBuf]) -> bool {
    if folders.iter().any(|folder| lies_straight_below(file, folder)) {
        return true;
    }
    let Ok(file) = fs::canonicalize(file) else { return false };
    folders.iter().any(|folder| fs::canonicalize(folder).is_ok_and(|folder| file.starts_with(folder)))
}

/// Whether a file is there, and nothing on the way to it from a folder above it is a link: that is seen much sooner than where
/// links lead.
fn lies_straight_below(file: &Path, folder: &Path) -> bool {
    let Ok(steps) = file.strip_prefix(folder) else { return false };
    let mut at = folder.to_owned();
    steps.components().all(|step| {
        at.push(step);
        matches!(step, Component::Normal(_)) && fs::symlink_metadata(&at).is_ok_and(|entry| !entry.is_symlink())
    })
}

/// Whether something has this name, be it a link that leads nowhere, or what cannot be looked at.
pub fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).map_or_else(|error| !is_missing(&error), |_| true)
}

/// The bytes of a file, or none when there is no such file.
///
/// # Errors
/// When it is there and cannot be read.
pub fn read_if_there(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    match read_plain(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if is_missing(&error) => Ok(None),
        Err(error) => Err(Error::new("read", path)(error)),
    }
}

/// Removes a file; it is fine when it was not there.
///
/// # Errors
/// When it is there and cannot be removed.
pub fn remove_if_there(path: &Path) -> Result<(), Error> {
    match fs::remove_file(path) {
        Err(error) if !is_missing(&error) => Err(Error::new("remove", path)(error)),
        _ => Ok(()),
    }
}

/// Whether an error says that there is no such file.
fn is_missing(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_bytes_are_not_written_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a/b.txt");
        assert!(write_if_changed(&path, b"een").unwrap());
        assert!(!write_if_changed(&path, b"een").unwrap());
        assert!(write_if_changed(&path, b"twee").unwrap());
        assert_eq!(fs::read_dir(folder.path().join("a")).unwrap().count(), 1, "nothing is left lying beside it");
    }

    #[test]
    fn what_somebody_saved_meanwhile_is_not_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        assert!(write_over(&path, None, b"een").unwrap());
        assert!(!write_over(&path, None, b"twee").unwrap(), "it was not there when it was read");
        assert!(!write_over(&path, Some(b"nul"), b"twee").unwrap());
        assert_eq!(fs::read(&path).unwrap(), b"een");
        assert!(write_over(&path, Some(b"een"), b"twee").unwrap());
        assert_eq!(fs::read(&path).unwrap(), b"twee");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left lying beside it");
    }

    #[test]
    fn a_link_stays_a_link_and_what_it_leads_to_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("elders/a.txt"), folder.path().join("a.txt"));
        std::os::unix::fs::symlink("elders/a.txt", &link).unwrap();
        for (read, bytes) in [(None, &b"een"[..]), (Some(&b"een"[..]), b"twee")] {
            assert!(write_over(&link, read, bytes).unwrap());
            assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
            assert_eq!(fs::read(&real).unwrap(), bytes);
        }
        assert_eq!(fs::read_dir(real.parent().unwrap()).unwrap().count(), 1, "nothing is left lying beside it");
    }

    #[test]
    fn what_is_no_plain_file_is_not_opened() {
        let folder = tempfile::tempdir().unwrap();
        let socket = folder.path().join("socket");
        let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        assert!(read_plain(&socket).unwrap_err().to_string().contains("a pipe, a socket"));
        assert_eq!(read_plain(folder.path()).unwrap_err().kind(), io::ErrorKind::IsADirectory);
    }

    #[test]
    fn what_is_new_takes_nothings_place() {
        let folder = tempfile::tempdir().unwrap();
        let (file, made) = (folder.path().join("a.txt"), folder.path().join("a"));
        let files = BTreeMap::from([("b.txt".to_owned(), b"een".to_vec())]);
        assert!(write_new(&file, b"een").unwrap() && write_new_folder(&made, &files).unwrap());
        let others = BTreeMap::from([("c.txt".to_owned(), b"twee".to_vec())]);
        assert!(!write_new(&file, b"twee").unwrap() && !write_new_folder(&made, &others).unwrap());
        assert!(!write_new_folder(&file, &others).unwrap());
        assert_eq!((fs::read(&file).unwrap(), names_in(&made).unwrap()), (b"een".to_vec(), vec!["b.txt".to_owned()]));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing is left lying beside it");
    }

    #[test]
    fn a_file_that_cannot_be_written_stays_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("taken");
        fs::create_dir(&path).unwrap();
        fs::write(path.join("inside"), "x").unwrap();
        assert!(write_if_changed(&path, b"een").is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
