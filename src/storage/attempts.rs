//! How often something was tried, on whichever node: what a form asks before it believes anybody.

use chrono::TimeDelta;

use super::{Error, Store, backend::on, millis};
use crate::clock::Timestamp;

/// Something that may be tried only so often in a while.
#[derive(Debug, Clone)]
pub struct Attempt<'a> {
    /// What is counted: `prefix`, `domain`.
    pub what: &'static str,
    /// Where or for whom; kept as a hash.
    pub of: &'a str,
    /// How much this attempt counts.
    pub weight: u32,
    /// How much is allowed.
    pub limit: u32,
    /// In how long.
    pub within: TimeDelta,
}

impl Store {
    /// Counts attempts in their order, and returns whether all of them are within their limits. The first
    /// attempt begins a while, and when it is over the count begins anew. Also one that is refused counts,
    /// but not against the limits after it: else whoever one limit stops could use up another for everybody.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn count_attempts(&self, attempts: &[Attempt<'_>], now: Timestamp) -> Result<bool, Error> {
        let mut tx = self.db.begin().await?;
        let forget = "DELETE FROM attempts WHERE until <= $1";
        on!(&mut tx, c => sqlx::query(forget).bind(millis(now)).execute(c).await.map(|_| ()))?;
        let count = "INSERT INTO attempts (what, count, until) VALUES ($1, $2, $3) \
                     ON CONFLICT (what) DO UPDATE SET count = attempts.count + excluded.count RETURNING count";
        for Attempt { what, of, weight, limit, within } in attempts {
            let (key, until) = (self.hashes.hash(what, of), millis(now + *within));
            let tried: i64 = on!(&mut tx, c => {
                let query = sqlx::query_scalar(count).bind(key).bind(i64::from(*weight));
                query.bind(until).fetch_one(c).await
            })?;
            if tried > i64::from(*limit) {
                tx.commit().await?;
                return Ok(false);
            }
        }
        tx.commit().await?;
        Ok(true)
    }

    /// How much was counted of something in the while that runs.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn attempts_so_far(&self, attempt: &Attempt<'_>, now: Timestamp) -> Result<i64, Error> {
        let (key, now) = (self.hashes.hash(attempt.what, attempt.of), millis(now));
        let select = "SELECT count FROM attempts WHERE what = $1 AND until > $2";
        let mut reading = self.db.read().await?;
        let tried: Option<i64> = on!(&mut reading, c => {
            sqlx::query_scalar(select).bind(key).bind(now).fetch_optional(c).await
        })?;
        Ok(tried.unwrap_or_default())
    }

    /// The hash by which an origin is kept.
    pub fn hash_origin(&self, origin: &str) -> String {
        self.hashes.hash("origin", origin)
    }
}
