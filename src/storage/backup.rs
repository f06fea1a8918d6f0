//! Copies of the database: made while it is in use, and put back without sending anything twice.

use std::path::Path;

use sqlx::AssertSqlSafe;

use super::{
    Error, Store,
    backend::{Backend, Db, Tx, file_of, on},
    issues::finish_issues,
    meta::note_moment,
    migrate, millis,
};
use crate::clock::Timestamp;

/// Under this name the database remembers when it was put back.
pub(super) const RESTORED_AT: &str = "restored_at";

/// Under this name it remembers that what is published next was out already.
pub(super) const PUBLISHED_BEFORE: &str = "published_before";

/// The tables whose numbers are known outside, in links and in the names of mails, and how many of them are given in a
/// minute at most. A number that is given again would make a link of somebody whom the copy does not know one of
/// somebody else, a new mail look like one that its reader has, and an old address that of another issue. Numbers of
/// issues are seen in addresses and stay short; no workflow is due more often than once a minute.
const NUMBERED: [(&str, i64); 3] = [("subscribers", 1_000_000), ("deliveries", 1_000_000), ("issues", 1)];

/// So many minutes more than have gone by since the copy was made are made allowance for: clocks go wrong, and runs by
/// hand come as they please.
const AT_LEAST: i64 = 1_000;

/// What became of what a copy believed to be still to come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Settled {
    /// Mails that may have left since the copy was made, and are held.
    pub held: u64,
    /// Runs that had begun, and are over.
    pub runs: u64,
    /// Readers who count as served with all that was released until then.
    pub served: u64,
}

impl Store {
    /// Writes a copy of a SQLite database into a new file, as it is at one moment; who reads and who writes goes on
    /// meanwhile (`VACUUM INTO`, which takes no lock in the way of a writer under WAL). False where the database is
    /// a server's, which has tools of its own.
    ///
    /// # Errors
    /// When the file is there already, the disk is full, or the database fails.
    pub async fn copy_into(&self, file: &Path) -> Result<bool, Error> {
        let Backend::Sqlite(pools) = &self.db else { return Ok(false) };
        let mut reading = pools.reader.acquire().await?;
        let name = file.to_str().ok_or_else(|| Error::row(format!("{} is not UTF-8", file.display())))?;
        sqlx::query("VACUUM INTO $1").bind(name).execute(&mut *reading).await?;
        Ok(true)
    }

    /// Looks whether every page and row of a SQLite file is in order (`PRAGMA quick_check`).
    ///
    /// # Errors
    /// When it is damaged, or is no database at all.
    pub async fn look_over(&self) -> Result<(), Error> {
        let Backend::Sqlite(pools) = &self.db else { return Ok(()) };
        let mut reading = pools.reader.acquire().await?;
        let said: String = sqlx::query_scalar("PRAGMA quick_check(1)").fetch_one(&mut *reading).await?;
        if said == "ok" { Ok(()) } else { Err(Error::row(said)) }
    }

    /// Takes a database that was put back for what it is: all that it believes to be still to come may have happened
    /// since. Nothing of it is sent, and no number is given again. Open mails are held as uncertain, every reader counts as served with what is
    /// released, begun runs are over, no slot until `now` is made up for, and what the next publishing finds that is
    /// not released goes into no digest.
    ///
    /// # Errors
    /// When the database fails; then nothing has changed.
    pub async fn settle_restored(&self, now: Timestamp) -> Result<Settled, Error> {
        let mut tx = self.db.begin().await?;
        let open = "UPDATE deliveries SET state = 'uncertain', reason = 'restored', \
                    uncertain_since = coalesce(uncertain_since, $1), due_at = NULL, worker = NULL, lease_until = NULL, \
                    on_wire_at = NULL, slot_at = NULL, changed_at = $1 \
                    WHERE due_at IS NOT NULL OR lease_until IS NOT NULL";
        let runs = "UPDATE runs SET outcome = 'over: the database was put back', finished_at = $1 \
                    WHERE finished_at IS NULL";
        let served = "UPDATE subscribers SET cursor = s.head FROM (SELECT locale, max(sequence) AS head FROM releases \
                      GROUP BY locale) AS s WHERE s.locale = subscribers.locale AND subscribers.cursor < s.head";
        let settled = Settled {
            held: changed(&mut tx, open, Some(now)).await?,
            runs: changed(&mut tx, runs, Some(now)).await?,
            served: changed(&mut tx, served, None).await?,
        };
        finish_issues(&mut tx, now).await?;
        pass_over_numbers(&mut tx, now).await?;
        for key in [RESTORED_AT, PUBLISHED_BEFORE] {
            note_moment(&mut tx, key, now).await?;
        }
        tx.commit().await?;
        Ok(settled)
    }

    /// The steps that would bring the database at `url` up to the version this program knows, by their names.
    /// Nothing is changed; of a SQLite file that is not there, all of them.
    ///
    /// # Errors
    /// When it cannot be reached or read, or a newer version of the program has used it.
    pub async fn steps_to_come(url: &str) -> Result<Vec<&'static str>, Error> {
        if file_of(url).is_some_and(|file| !file.exists()) {
            return Ok(migrate::names().collect());
        }
        let db = Db::open(url).await?;
        let missing = migrate::missing(&db).await;
        db.close().await;
        missing
    }
}

/// Lets the numbers of rows go on beyond those that can have been given since the database had its tide. It is by the
/// time that they go on, since the same copy may be put back twice.
async fn pass_over_numbers(tx: &mut Tx, now: Timestamp) -> Result<(), Error> {
    let tide = "SELECT CAST(value AS BIGINT) FROM meta WHERE key = 'tide'";
    let tide: i64 = on!(tx, c => sqlx::query_scalar(tide).fetch_one(c).await)?;
    let minutes = (millis(now) - tide).max(0) / 60_000;
    for (table, a_minute) in NUMBERED {
        let passed_over = a_minute * (AT_LEAST + minutes);
        match tx {
            Tx::Sqlite(tx) => {
                let last = format!(
                    "SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = $1), 0), \
                     coalesce((SELECT max(id) FROM {table}), 0))"
                );
                let last: i64 = sqlx::query_scalar(AssertSqlSafe(last)).bind(table).fetch_one(&mut **tx).await?;
                sqlx::query("DELETE FROM sqlite_sequence WHERE name = $1").bind(table).execute(&mut **tx).await?;
                let insert = "INSERT INTO sqlite_sequence (name, seq) VALUES ($1, $2)";
                sqlx::query(insert).bind(table).bind(last + passed_over).execute(&mut **tx).await?;
            }
            Tx::Postgres(tx) => {
                let go_on = "SELECT setval(s, nextval(s) + $2) FROM (SELECT pg_get_serial_sequence($1, 'id')::regclass AS s) AS q";
                sqlx::query(go_on).bind(table).bind(passed_over).execute(&mut **tx).await?;
            }
        }
    }
    Ok(())
}

/// Does what a statement says, and gives how many rows it changed; `$1` is now, where it asks for that.
async fn changed(tx: &mut Tx, update: &'static str, now: Option<Timestamp>) -> Result<u64, Error> {
    Ok(on!(tx, c => {
        let query = match now {
            Some(now) => sqlx::query(update).bind(millis(now)),
            None => sqlx::query(update),
        };
        query.execute(c).await.map(|done| done.rows_affected())
    })?)
}
