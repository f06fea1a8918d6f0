//! `postduif backup FILE`: a copy of the database, while it is in use.

use std::{
    fs::{File, Permissions, set_permissions},
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
};

use anyhow::Context as _;

use super::{
    Ended, Setup,
    report::{complain, say},
};
use crate::disk;

/// Only who runs the program may read it: it holds addresses, and the keys of everybody's links.
const MODE: u32 = 0o600;

/// The arguments of `backup`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Where the copy goes
    file: PathBuf,
    /// Write over an earlier copy there
    #[arg(long)]
    replace: bool,
}

pub(super) async fn run(setup: &Setup, arguments: &Arguments) -> anyhow::Result<Ended> {
    let file = &arguments.file;
    if !arguments.replace && disk::is_there(file) {
        complain!("error: {} is there already", file.display());
        complain!("help: name another file, or say --replace");
        return Ok(Ended::ToFix);
    }
    let is_part = |database: PathBuf| {
        // SQLite keeps two files beside it while somebody works with it.
        let parts =
            ["", "-wal", "-shm"].map(|end| PathBuf::from([database.as_os_str(), end.as_ref()].join("".as_ref())));
        file.canonicalize()
            .is_ok_and(|file| parts.iter().any(|part| part.canonicalize().is_ok_and(|part| part == file)))
    };
    if setup.config.database_file().is_some_and(is_part) {
        complain!("error: {} is the database itself", file.display());
        complain!("help: name another file, best on another disk");
        return Ok(Ended::ToFix);
    }
    let store = setup.store().await?;
    let aside = beside(file);
    let _ = std::fs::remove_file(&aside);
    let copied = store.copy_into(&aside).await;
    if !matches!(copied, Ok(true)) {
        let _ = std::fs::remove_file(&aside);
    }
    if !copied.with_context(|| format!("cannot write {}", file.display()))? {
        complain!("error: the database is a PostgreSQL server's, which is backed up by its own tools");
        complain!("help: pg_dump --format=custom --file={} \"$POSTDUIF_STORE__URL\"", file.display());
        return Ok(Ended::ToFix);
    }
    put(&aside, file)?;
    // From here on the copy is an older one, and known as such.
    store.raise_tide(setup.clock.now()).await?;
    let size = indicatif::HumanBytes(std::fs::metadata(file).map_or(0, |data| data.len()));
    say!("the database is in {} ({size})", file.display())?;
    Ok(Ended::Fine)
}

/// Where a file grows until it is whole.
pub(super) fn beside(file: &Path) -> PathBuf {
    let mut name = file.file_name().unwrap_or_default().to_owned();
    name.push(".partial");
    file.with_file_name(name)
}

/// Puts a whole file into its place, and on the disk.
pub(super) fn put(aside: &Path, file: &Path) -> anyhow::Result<()> {
    let write = || {
        set_permissions(aside, Permissions::from_mode(MODE))?;
        File::open(aside)?.sync_all()?;
        std::fs::rename(aside, file)?;
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        File::open(folder)?.sync_all()
    };
    write().with_context(|| format!("cannot write {}", file.display()))
}
