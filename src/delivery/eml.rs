//! Mail into a folder: what a relay would get, one `.eml` file each, for every mail program.

use std::{
    fs::{self, File},
    io::{self, Write as _},
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{Intent, Label};
use crate::{mail::ComposedMail, outbox::Outcome};

/// A folder that mail is written to. A file that has its name is whole; sent twice, a
/// mail is still one file.
#[derive(Debug, Clone)]
pub struct EmlFolder(Arc<Path>);

impl EmlFolder {
    /// Files written at a time: enough to overlap the waits for the disk.
    pub(super) const CONCURRENCY: usize = 8;

    /// Uses `folder`, and makes it if it is not there.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn create(folder: impl Into<PathBuf>) -> io::Result<Self> {
        let folder = folder.into();
        fs::create_dir_all(&folder)?;
        Ok(Self(folder.into()))
    }

    /// Where the files are.
    pub fn path(&self) -> &Path {
        &self.0
    }

    pub(super) async fn send(&self, mail: &ComposedMail, label: &Label, intent: &mut Intent) -> Outcome {
        let aside = self.0.join(format!(".{label}.part"));
        let place = self.0.join(format!("{label}.eml"));
        if let Err(error) = intent.granted().await {
            return error.into();
        }
        let bytes = mail.bytes.clone();
        match on_disk(move || write(&aside, &place, &bytes)).await {
            Ok(()) => Outcome::Accepted { reply: format!("written to {label}.eml") },
            Err(error) => Outcome::Fault { reason: format!("cannot write {label}.eml: {error}") },
        }
    }

    /// Makes the names of all files written so far durable.
    pub(super) async fn sync(&self) -> io::Result<()> {
        let folder = self.0.clone();
        on_disk(move || File::open(&folder)?.sync_all()).await
    }
}

fn write(aside: &Path, place: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(aside)?;
    file.write_all(bytes)?;
    file.sync_data()?;
    fs::rename(aside, place)
}

async fn on_disk(work: impl FnOnce() -> io::Result<()> + Send + 'static) -> io::Result<()> {
    tokio::task::spawn_blocking(work).await.map_err(io::Error::other)?
}
