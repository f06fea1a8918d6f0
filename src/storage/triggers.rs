//! Triggers: what asked for a run beside the clock, until a run has taken it.

use chrono::TimeDelta;

use super::{
    Error, RunId, Store,
    backend::{Tx, on},
    instant, meta, millis,
};
use crate::{clock::Timestamp, fingerprint::Fingerprint};

/// Under this name the database remembers which posts there were.
const POSTS_SEEN: &str = "posts seen";

/// How long what was taken is remembered, so that it asks only once: longer than a signed request is believed.
const REMEMBERED: TimeDelta = TimeDelta::days(1);

/// How long something waits for a workflow that is not there.
const LONGEST_WAIT: TimeDelta = TimeDelta::days(30);

/// What asked for a run of a workflow, and has none yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The workflow.
    pub workflow: String,
    /// When it was asked for first.
    pub first: Timestamp,
    /// When it was asked for last.
    pub last: Timestamp,
}

impl Store {
    /// Writes down that something asks for a run. What asked before, by its `id`, does not ask again.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn record_trigger(&self, workflow: &str, id: &str, now: Timestamp) -> Result<bool, Error> {
        let insert = "INSERT INTO triggers (workflow, id, at) VALUES ($1, $2, $3) \
                      ON CONFLICT (workflow, id) DO NOTHING RETURNING 1";
        let mut tx = self.db.begin().await?;
        let new: Option<i32> = on!(&mut tx, c => {
            sqlx::query_scalar(insert).bind(workflow).bind(id).bind(millis(now)).fetch_optional(c).await
        })?;
        tx.commit().await?;
        Ok(new.is_some())
    }

    /// For which workflows something waits.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn waiting_triggers(&self) -> Result<Vec<Waiting>, Error> {
        let select = "SELECT workflow, min(at), max(at) FROM triggers WHERE taken_at IS NULL \
                      GROUP BY workflow ORDER BY workflow";
        let mut reading = self.db.read().await?;
        let rows: Vec<(String, i64, i64)> = on!(&mut reading, c => sqlx::query_as(select).fetch_all(c).await)?;
        let waiting = |(workflow, first, last): (String, i64, i64)| {
            Ok(Waiting { workflow, first: instant(first)?, last: instant(last)? })
        };
        rows.into_iter().map(waiting).collect()
    }

    /// Begins a run for everything that asked for one until now; `None` if somebody else just did.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn begin_triggered_run(&self, workflow: &str, now: Timestamp) -> Result<Option<RunId>, Error> {
        self.take_triggers(workflow, None, now).await
    }

    /// Writes down why nothing is run for what asked for a run until now.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn pass_over_triggers(&self, workflow: &str, why: &str, now: Timestamp) -> Result<(), Error> {
        self.take_triggers(workflow, Some(why), now).await.map(drop)
    }

    /// Which posts there were when they last asked for a run, or were seen first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn posts_seen(&self) -> Result<Option<Fingerprint>, Error> {
        Ok(meta::noted(&self.db, POSTS_SEEN).await?.and_then(|print| print.parse().ok()))
    }

    /// Notes which posts there are.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn note_posts_seen(&self, print: Fingerprint) -> Result<(), Error> {
        let mut tx = self.db.begin().await?;
        meta::note(&mut tx, POSTS_SEEN, &print.to_string()).await?;
        tx.commit().await
    }

    /// A run for everything that asked for one; where it is known how it ends, it has ended.
    async fn take_triggers(
        &self,
        workflow: &str,
        outcome: Option<&str>,
        now: Timestamp,
    ) -> Result<Option<RunId>, Error> {
        let mut tx = self.db.begin().await?;
        let take =
            "UPDATE triggers SET taken_at = $2 WHERE workflow = $1 AND taken_at IS NULL AND at <= $2 RETURNING 1";
        let taken: Vec<i32> = on!(&mut tx, c => {
            sqlx::query_scalar(take).bind(workflow).bind(millis(now)).fetch_all(c).await
        })?;
        if taken.is_empty() {
            return Ok(None);
        }
        let insert = "INSERT INTO runs (workflow, slot, started_at, outcome, finished_at) VALUES ($1, $2, $2, $3, $4) \
                      ON CONFLICT (workflow, slot) DO NOTHING RETURNING id";
        let ended = outcome.map(|_| millis(now));
        let id: Option<i64> = on!(&mut tx, c => {
            let query = sqlx::query_scalar(insert).bind(workflow).bind(millis(now)).bind(outcome).bind(ended);
            query.fetch_optional(c).await
        })?;
        // Of the same moment there is a run already: what asks now waits for the next look.
        let Some(id) = id else { return Ok(None) };
        forget(&mut tx, now).await?;
        tx.commit().await?;
        Ok(Some(RunId(id)))
    }
}

async fn forget(tx: &mut Tx, now: Timestamp) -> Result<(), Error> {
    let delete = "DELETE FROM triggers WHERE taken_at < $1 OR at < $2";
    let (taken, at) = (millis(now - REMEMBERED), millis(now - LONGEST_WAIT));
    on!(tx, c => sqlx::query(delete).bind(taken).bind(at).execute(c).await.map(|_| ()))?;
    Ok(())
}
