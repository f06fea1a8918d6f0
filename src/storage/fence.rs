//! The fence: how an older copy of a database is told from the one that mail was last sent with.
//!
//! A database that is put back knows nothing of the mails that left since it was copied, and would send them once
//! more. So each has a tide, a moment that only moves on: while mail leaves, at every start of whoever sends, and with
//! every backup. How far it was stands in a file beside the publication too; a database behind that is a copy from
//! before.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use super::{
    Error, Store,
    backend::{Tx, on},
    instant, millis,
};
use crate::{clock::Timestamp, disk};

/// In the folder that is not in version control.
const FILE: &str = "data/store.seen";

/// A configuration that begins and one that ends, in one process, may note at the same moment.
static NOTING: Mutex<()> = Mutex::new(());

/// While mail leaves the tide moves on so often, in milliseconds: what left within the last of them is not noticed.
const STEP: i64 = 1000;

/// How far a database has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tidemark {
    /// Which it is: a number made at random.
    store: String,
    /// Until when mail may have left.
    tide: Timestamp,
}

impl Tidemark {
    /// Which database it is of.
    pub fn store(&self) -> &str {
        &self.store
    }
}

/// What a folder has seen of its databases.
#[derive(Debug, Clone)]
pub struct Fence {
    file: PathBuf,
}

impl Fence {
    /// That of the publication in `root`.
    pub fn of(root: &Path) -> Self {
        Self { file: root.join(FILE) }
    }

    /// Until when mail may have left of which a database knows nothing; none if there is no such mail.
    ///
    /// # Errors
    /// When the file is there and cannot be read.
    pub fn unknown_until(&self, tidemark: &Tidemark) -> Result<Option<Timestamp>, disk::Error> {
        let seen = self.read()?.get(&tidemark.store).copied().and_then(|tide| instant(tide).ok());
        Ok(seen.filter(|seen| *seen > tidemark.tide))
    }

    /// The databases that the folder worked with.
    ///
    /// # Errors
    /// When the file is there and cannot be read.
    pub fn stores(&self) -> Result<BTreeSet<String>, disk::Error> {
        Ok(self.read()?.into_keys().collect())
    }

    /// Notes how far a database is.
    ///
    /// # Errors
    /// When the file cannot be read or written.
    pub fn note(&self, tidemark: &Tidemark) -> Result<(), disk::Error> {
        let _alone = NOTING.lock().unwrap_or_else(PoisonError::into_inner);
        let mut seen = self.read()?;
        seen.insert(tidemark.store.clone(), millis(tidemark.tide));
        let mut text = String::from("# How far the databases were that this folder worked with, in milliseconds.\n");
        for (store, tide) in seen {
            let _ = writeln!(text, "{store} {tide}");
        }
        disk::write_if_changed(&self.file, text.as_bytes()).map(drop)
    }

    /// A line that is none of ours says nothing.
    fn read(&self) -> Result<BTreeMap<String, i64>, disk::Error> {
        let bytes = disk::read_if_there(&self.file)?.unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        let line = |line: &str| line.split_once(' ').and_then(|(id, tide)| Some((id.to_owned(), tide.parse().ok()?)));
        Ok(text.lines().filter_map(line).collect())
    }
}

impl Store {
    /// How far this database has come.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn tidemark(&self) -> Result<Tidemark, Error> {
        let select = "SELECT p.value, t.value FROM meta AS p, meta AS t WHERE p.key = 'store_id' AND t.key = 'tide'";
        let mut reading = self.db.read().await?;
        let (store, tide): (String, String) = on!(&mut reading, c => sqlx::query_as(select).fetch_one(c).await)?;
        Ok(Tidemark { store, tide: instant(tide.parse().map_err(Error::row)?)? })
    }

    /// Moves the tide on, by a millisecond at least: every copy of the database made until now is an older one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn raise_tide(&self, now: Timestamp) -> Result<(), Error> {
        let update = "UPDATE meta SET value = CASE WHEN CAST(value AS BIGINT) < CAST($1 AS BIGINT) THEN $1 \
                      ELSE CAST(CAST(value AS BIGINT) + 1 AS TEXT) END WHERE key = 'tide'";
        let mut tx = self.db.begin().await?;
        on!(&mut tx, c => sqlx::query(update).bind(millis(now).to_string()).execute(c).await.map(|_| ()))?;
        tx.commit().await
    }
}

/// Moves the tide on with mail that leaves, in the transaction that lets it.
pub(super) async fn rise(tx: &mut Tx, now: Timestamp) -> Result<(), Error> {
    let update = "UPDATE meta SET value = $1 WHERE key = 'tide' AND CAST(value AS BIGINT) < $2";
    on!(tx, c => {
        sqlx::query(update).bind(millis(now).to_string()).bind(millis(now) - STEP).execute(c).await.map(|_| ())
    })?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tidemark(store: &str, tide: i64) -> Tidemark {
        Tidemark { store: store.to_owned(), tide: instant(tide).unwrap() }
    }

    #[test]
    fn a_database_behind_what_was_seen_of_it_is_an_older_copy_and_another_one_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let fence = Fence::of(folder.path());
        assert_eq!(fence.unknown_until(&tidemark("a", 5)).unwrap(), None, "nothing was seen yet");
        fence.note(&tidemark("a", 5)).unwrap();
        fence.note(&tidemark("b", 1)).unwrap();
        assert_eq!(fence.unknown_until(&tidemark("a", 4)).unwrap(), Some(instant(5).unwrap()));
        assert_eq!(fence.unknown_until(&tidemark("a", 5)).unwrap(), None);
        assert_eq!(fence.unknown_until(&tidemark("c", 0)).unwrap(), None);
        fence.note(&tidemark("a", 4)).unwrap();
        assert_eq!(fence.unknown_until(&tidemark("a", 4)).unwrap(), None, "somebody has said that it is the one");
    }

    #[test]
    fn many_who_note_at_the_same_moment_lose_nothing_and_stop_nobody() {
        let folder = tempfile::tempdir().unwrap();
        let fence = Fence::of(folder.path());
        std::thread::scope(|scope| {
            for writer in 0..8 {
                let fence = &fence;
                scope.spawn(move || (0..50).for_each(|tide| fence.note(&tidemark(&writer.to_string(), tide)).unwrap()));
            }
        });
        assert_eq!(fence.stores().unwrap().len(), 8);
    }
}
