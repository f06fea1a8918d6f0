//! Runs: which slots of which workflow were started, and how they ended.

use std::fmt;

use chrono::TimeDelta;
use sqlx::AssertSqlSafe;

use super::{Error, Store, backend::on, backup::RESTORED_AT, instant, meta, millis};
use crate::{clock::Timestamp, fingerprint::Fingerprint};

/// By so much clocks are set back now and then; nothing is repeated then.
const A_DAY: TimeDelta = TimeDelta::days(1);

/// A run's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RunId(pub i64);

impl fmt::Display for RunId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// One execution of a workflow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Its number.
    pub id: RunId,
    /// The workflow.
    pub workflow: String,
    /// When it was due.
    pub slot: Timestamp,
    /// How it ended, in a word or two; `None` while it goes on, or if it was killed.
    pub outcome: Option<String>,
    /// When it began.
    pub started_at: Timestamp,
    /// When it ended.
    pub finished_at: Option<Timestamp>,
    /// What those of its steps did that are done, as they said themselves.
    pub done: String,
}

type Row = (i64, String, i64, Option<String>, i64, Option<i64>, String);

const COLUMNS: &str = "id, workflow, slot, outcome, started_at, finished_at, done";

impl Store {
    /// When the latest run began; `None` before the first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn latest_run(&self) -> Result<Option<Timestamp>, Error> {
        let select = "SELECT max(started_at) FROM runs";
        let mut reading = self.db.read().await?;
        let at: Option<i64> = on!(&mut reading, c => sqlx::query_scalar(select).fetch_one(c).await)?;
        at.map(instant).transpose()
    }

    /// Begins the run of a slot; `None` if somebody began it already. The slot is its lock:
    /// of two nodes that try, one gets it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn begin_run(&self, workflow: &str, slot: Timestamp, now: Timestamp) -> Result<Option<RunId>, Error> {
        let insert = "INSERT INTO runs (workflow, slot, started_at) VALUES ($1, $2, $3) \
                      ON CONFLICT (workflow, slot) DO NOTHING RETURNING id";
        let mut tx = self.db.begin().await?;
        let id: Option<i64> = on!(&mut tx, c => {
            let query = sqlx::query_scalar(insert).bind(workflow).bind(millis(slot));
            query.bind(millis(now)).fetch_optional(c).await
        })?;
        tx.commit().await?;
        Ok(id.map(RunId))
    }

    /// Writes down that a slot was dealt with, though nothing is run for it: in one go, so that nobody takes it for a run that
    /// was broken off. Whoever dealt with it before has the last word.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn pass_over(&self, workflow: &str, slot: Timestamp, why: &str, now: Timestamp) -> Result<(), Error> {
        let insert = "INSERT INTO runs (workflow, slot, started_at, outcome, finished_at) VALUES ($1, $2, $3, $4, $3) \
                      ON CONFLICT (workflow, slot) DO NOTHING";
        let mut tx = self.db.begin().await?;
        on!(&mut tx, c => {
            let query = sqlx::query(insert).bind(workflow).bind(millis(slot)).bind(millis(now)).bind(why);
            query.execute(c).await.map(|_| ())
        })?;
        tx.commit().await
    }

    /// Writes down what the steps of a run did so far: whoever goes on with it begins after them.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn record_steps(&self, id: RunId, done: &str) -> Result<(), Error> {
        let update = "UPDATE runs SET done = $1 WHERE id = $2";
        let mut tx = self.db.begin().await?;
        on!(&mut tx, c => sqlx::query(update).bind(done).bind(id.0).execute(c).await.map(|_| ()))?;
        tx.commit().await
    }

    /// Says how a run ended.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn finish_run(&self, id: RunId, outcome: &str, now: Timestamp) -> Result<(), Error> {
        let update = "UPDATE runs SET outcome = $1, finished_at = $2 WHERE id = $3";
        let mut tx = self.db.begin().await?;
        on!(&mut tx, c => {
            let query = sqlx::query(update).bind(outcome).bind(millis(now)).bind(id.0);
            query.execute(c).await.map(|_| ())
        })?;
        tx.commit().await
    }

    /// The latest slot of a workflow that was begun; none before the moment when the database was put back counts
    /// as still to come. What lies more than a day ahead was noted while the clock was wrong, and counts for nothing: the
    /// schedule would stand still until then.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn last_slot(&self, workflow: &str, now: Timestamp) -> Result<Option<Timestamp>, Error> {
        let select = "SELECT max(slot), (SELECT CAST(value AS BIGINT) FROM meta WHERE key = $2) \
                      FROM runs WHERE workflow = $1 AND slot <= $3";
        let latest = millis(now + A_DAY);
        let mut reading = self.db.read().await?;
        let (slot, restored): (Option<i64>, Option<i64>) = on!(&mut reading, c => {
            sqlx::query_as(select).bind(workflow).bind(RESTORED_AT).bind(latest).fetch_one(c).await
        })?;
        let restored = restored.filter(|at| *at <= latest);
        let slot = slot.map(|slot| slot.max(restored.unwrap_or(slot)));
        slot.map(instant).transpose()
    }

    /// The fingerprint of the schedule by which a workflow was looked after last; none before the first time.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn timetable(&self, workflow: &str) -> Result<Option<Fingerprint>, Error> {
        let print = meta::noted(&self.db, &timetable_of(workflow)).await?;
        Ok(print.and_then(|print| print.parse().ok()))
    }

    /// Notes the fingerprint of the schedule by which a workflow is looked after from now on.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn note_timetable(&self, workflow: &str, print: Fingerprint) -> Result<(), Error> {
        let mut tx = self.db.begin().await?;
        meta::note(&mut tx, &timetable_of(workflow), &print.to_string()).await?;
        tx.commit().await
    }

    /// The latest runs, newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn runs(&self, limit: usize) -> Result<Vec<Run>, Error> {
        self.select_runs("ORDER BY id DESC LIMIT $1", limit as i64).await
    }

    /// The runs that were begun and not ended, oldest first: they go on, or were killed.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn unfinished_runs(&self) -> Result<Vec<Run>, Error> {
        self.select_runs("WHERE finished_at IS NULL ORDER BY id LIMIT $1", i64::from(i32::MAX)).await
    }

    pub(super) async fn select_runs(&self, which: &str, limit: i64) -> Result<Vec<Run>, Error> {
        let select = format!("SELECT {COLUMNS} FROM runs {which}");
        let mut reading = self.db.read().await?;
        let rows: Vec<Row> = on!(&mut reading, c => {
            sqlx::query_as(AssertSqlSafe(select)).bind(limit).fetch_all(c).await
        })?;
        rows.into_iter().map(run).collect()
    }
}

/// Under this name the database remembers a workflow's schedule.
fn timetable_of(workflow: &str) -> String {
    format!("timetable of {workflow}")
}

fn run((id, workflow, slot, outcome, started_at, finished_at, done): Row) -> Result<Run, Error> {
    Ok(Run {
        id: RunId(id),
        workflow,
        slot: instant(slot)?,
        outcome,
        started_at: instant(started_at)?,
        finished_at: finished_at.map(instant).transpose()?,
        done,
    })
}
