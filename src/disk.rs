//! Writing files so that a crash leaves the old one or the new one, and never half of either.

use std::{
    fs::{self, File},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

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
    fn new(verb: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
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

fn replace_if_changed(path: &Path, bytes: &[u8], sync: fn(&File) -> io::Result<()>) -> Result<bool, Error> {
    if fs::metadata(path).is_ok_and(|old| old.len() == bytes.len() as u64)
        && fs::read(path).is_ok_and(|old| old == bytes)
    {
        return Ok(false);
    }
    let folder = path.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(folder).map_err(Error::new("make the folder", folder))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let aside = folder.join(format!(".{name}.{}.new", std::process::id()));
    let written = write(&aside, bytes, sync).and_then(|()| fs::rename(&aside, path));
    if written.is_err() {
        let _ = fs::remove_file(&aside);
    }
    written.map_err(Error::new("write", path))?;
    Ok(true)
}

fn write(path: &Path, bytes: &[u8], sync: fn(&File) -> io::Result<()>) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    sync(&file)
}

/// The bytes of a file, or none when there is no such file.
///
/// # Errors
/// When it is there and cannot be read.
pub fn read_if_there(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(Error::new("read", path)(error)),
    }
}

/// Removes a file; it is fine when it was not there.
///
/// # Errors
/// When it is there and cannot be removed.
pub fn remove_if_there(path: &Path) -> Result<(), Error> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Error::new("remove", path)(error)),
        _ => Ok(()),
    }
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
    fn a_file_that_cannot_be_written_stays_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("taken");
        fs::create_dir(&path).unwrap();
        fs::write(path.join("inside"), "x").unwrap();
        assert!(write_if_changed(&path, b"een").is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
