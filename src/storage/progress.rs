//! How an issue gets on at this moment: how fast, and who waits for what.

use chrono::TimeDelta;

use super::{Error, Store, backend::on, instant, millis};
use crate::{clock::Timestamp, outbox::IssueId};

/// The rate is that of so long.
pub const LATELY: TimeDelta = TimeDelta::minutes(1);

/// How an issue gets on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Progress {
    /// How many were settled lately.
    pub settled_lately: u64,
    /// For how long they have been: since the first of them, and no longer than [`LATELY`].
    pub settling_for: TimeDelta,
    /// How many are with a worker.
    pub on_their_way: u64,
    /// How many could leave, and wait for a worker.
    pub ready: u64,
    /// How many wait for their place, since their receivers get mail only so fast.
    pub throttled: u64,
    /// How many a relay or a receiver did not take, which is nobody's attempt.
    pub put_off: u64,
    /// How many nobody has touched yet, since the issue was planned to leave later.
    pub later: u64,
    /// How many wait for their next attempt.
    pub to_try_again: u64,
    /// When the first of those that wait may leave.
    pub next_at: Option<Timestamp>,
}

impl Store {
    /// How an issue gets on.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn issue_progress(&self, id: IssueId, now: Timestamp) -> Result<Progress, Error> {
        let open = "SELECT count(lease_until), count(CASE WHEN due_at <= $2 THEN 1 END), \
                    count(CASE WHEN due_at > $2 AND state = 'planned' AND changed_at > created_at AND detail IS NULL THEN 1 END), \
                    count(CASE WHEN due_at > $2 AND state = 'planned' AND detail IS NOT NULL THEN 1 END), \
                    count(CASE WHEN due_at > $2 AND state = 'planned' AND changed_at = created_at AND detail IS NULL THEN 1 END), \
                    count(CASE WHEN due_at > $2 AND state <> 'planned' THEN 1 END), \
                    min(CASE WHEN due_at > $2 THEN due_at END) FROM deliveries \
                    WHERE issue_id = $1 AND (due_at IS NOT NULL OR lease_until IS NOT NULL)";
        let settled = "SELECT count(*), min(changed_at) FROM deliveries WHERE issue_id = $1 AND state IN ('accepted', 'rejected') \
                       AND changed_at > $2";
        let mut tx = self.db.snapshot().await?;
        let counts: (i64, i64, i64, i64, i64, i64, Option<i64>) = on!(&mut tx, c => {
            sqlx::query_as(open).bind(id.0).bind(millis(now)).fetch_one(c).await
        })?;
        let (lately, since): (i64, Option<i64>) = on!(&mut tx, c => {
            sqlx::query_as(settled).bind(id.0).bind(millis(now - LATELY)).fetch_one(c).await
        })?;
        let (on_their_way, ready, throttled, put_off, later, to_try_again, next_at) = counts;
        Ok(Progress {
            settled_lately: lately.unsigned_abs(),
            settling_for: TimeDelta::milliseconds(since.map_or(0, |since| (millis(now) - since).max(0))),
            on_their_way: on_their_way.unsigned_abs(),
            ready: ready.unsigned_abs(),
            throttled: throttled.unsigned_abs(),
            put_off: put_off.unsigned_abs(),
            later: later.unsigned_abs(),
            to_try_again: to_try_again.unsigned_abs(),
            next_at: next_at.map(instant).transpose()?,
        })
    }
}
