//! Mail to editors, which stands in no ledger: what was handed over, and what is tried again, and when.

use chrono::TimeDelta;

use super::{
    Error, Store,
    backend::{Tx, on},
    millis,
};
use crate::clock::Timestamp;

/// Whoever has taken a mail to an editor in hand has handed it over by then, or died.
const LEASE: TimeDelta = TimeDelta::minutes(10);

/// Whether a mail to an editor may be handed over now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteTurn {
    /// It is ours, and was tried so often before.
    Ours(u32),
    /// It is somebody else's, or is not to be tried yet.
    Later,
    /// It was handed over, or cannot be.
    Done,
}

impl Store {
    /// Takes a mail to an editor in hand, by its number; of several who try, one gets it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn take_note(&self, number: u64, now: Timestamp) -> Result<NoteTurn, Error> {
        let take = "INSERT INTO notes (number, attempts, due_at, changed_at) VALUES ($1, 0, $2, $3) \
                    ON CONFLICT (number) DO UPDATE SET due_at = excluded.due_at, changed_at = excluded.changed_at \
                    WHERE notes.due_at <= $3 RETURNING attempts";
        let select = "SELECT due_at FROM notes WHERE number = $1";
        let mut tx = self.db.begin().await?;
        let attempts: Option<i64> = on!(&mut tx, c => {
            let query = sqlx::query_scalar(take).bind(number.cast_signed()).bind(millis(now + LEASE)).bind(millis(now));
            query.fetch_optional(c).await
        })?;
        let turn = match attempts {
            Some(attempts) => NoteTurn::Ours(u32::try_from(attempts).unwrap_or(u32::MAX)),
            None => {
                let due: Option<i64> =
                    on!(&mut tx, c => sqlx::query_scalar(select).bind(number.cast_signed()).fetch_one(c).await)?;
                if due.is_some() { NoteTurn::Later } else { NoteTurn::Done }
            }
        };
        tx.commit().await?;
        Ok(turn)
    }

    /// Whether any of so many mails to an editor may be handed over now, by the first of their numbers.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn turn_of_notes(&self, first: u64, count: u64, now: Timestamp) -> Result<NoteTurn, Error> {
        let select = "SELECT count(*), count(due_at), count(CASE WHEN due_at <= $3 THEN 1 END) FROM notes \
                      WHERE number >= $1 AND number < $2";
        let mut reading = self.db.read().await?;
        let (known, open, due): (i64, i64, i64) = on!(&mut reading, c => {
            let query = sqlx::query_as(select).bind(first.cast_signed()).bind((first + count).cast_signed());
            query.bind(millis(now)).fetch_one(c).await
        })?;
        Ok(match open {
            _ if due > 0 || known.cast_unsigned() < count => NoteTurn::Ours(0),
            0 => NoteTurn::Done,
            _ => NoteTurn::Later,
        })
    }

    /// Notes that a mail to an editor is done with.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn finish_note(&self, number: u64, now: Timestamp) -> Result<(), Error> {
        self.put_note(number, None, now).await
    }

    /// Notes that a mail to an editor was tried in vain, and when it is tried again.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn put_note_off(&self, number: u64, until: Timestamp, now: Timestamp) -> Result<(), Error> {
        self.put_note(number, Some(until), now).await
    }

    async fn put_note(&self, number: u64, due: Option<Timestamp>, now: Timestamp) -> Result<(), Error> {
        let update = "UPDATE notes SET attempts = attempts + 1, due_at = $1, changed_at = $2 WHERE number = $3";
        let mut tx = self.db.begin().await?;
        on!(&mut tx, c => {
            let query = sqlx::query(update).bind(due.map(millis)).bind(millis(now)).bind(number.cast_signed());
            query.execute(c).await.map(|_| ())
        })?;
        tx.commit().await
    }
}

/// Forgets what is long done with.
pub(super) async fn forget(tx: &mut Tx, over: Timestamp) -> Result<(), Error> {
    let delete = "DELETE FROM notes WHERE changed_at < $1";
    on!(tx, c => sqlx::query(delete).bind(millis(over)).execute(c).await.map(|_| ()))?;
    Ok(())
}
