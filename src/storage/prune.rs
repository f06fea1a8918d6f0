//! Forgetting what was over long ago, so that a database does not grow for ever and holds no more of people than it must.
//!
//! What is counted stays: an issue keeps the sums of its ledger, its subject and its posts. What protects somebody stays:
//! who left, who must get no mail, what they agreed to.

use super::{
    Error, Store,
    backend::{Tx, on},
    millis, notes, subscribers,
};
use crate::{clock::Timestamp, subscribers::SubscriberId};

/// So many rows go at a time: others write meanwhile.
const AT_ONCE: i64 = 5_000;

/// What was forgotten.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pruned {
    /// Rows of the ledger.
    pub mails: u64,
    /// People who asked to subscribe and never said yes.
    pub readers: u64,
    /// Runs of workflows.
    pub runs: u64,
}

/// What there may be too much of to go at once.
enum Rows {
    /// The mails of an issue that was over by then.
    OfIssue(i64, Timestamp),
    /// Letters to single people that were over by then.
    Letters(Timestamp),
    /// Who asked before then and never said yes.
    Unconfirmed { asked: Timestamp, now: Timestamp },
}

impl Store {
    /// Forgets mails, bounces and runs that were over before `over`, and who asked to subscribe before `asked`, never said
    /// yes, and was never here before. Killed half way it goes on the next time.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn prune(&self, over: Timestamp, asked: Timestamp, now: Timestamp) -> Result<Pruned, Error> {
        let mut pruned = Pruned::default();
        for issue in self.issues_over(over).await? {
            pruned.mails += self.forget_all(&Rows::OfIssue(issue, over)).await?;
        }
        pruned.mails += self.forget_all(&Rows::Letters(over)).await?;
        pruned.readers = self.forget_all(&Rows::Unconfirmed { asked, now }).await?;
        let mut tx = self.db.begin().await?;
        pruned.runs = forget_rest(&mut tx, over).await?;
        tx.commit().await?;
        Ok(pruned)
    }

    /// Issues that were over by then and have rows yet.
    async fn issues_over(&self, over: Timestamp) -> Result<Vec<i64>, Error> {
        let select = "SELECT id FROM issues WHERE finished_at < $1 \
                      AND EXISTS (SELECT 1 FROM deliveries WHERE issue_id = issues.id) ORDER BY id";
        let mut reading = self.db.read().await?;
        Ok(on!(&mut reading, c => sqlx::query_scalar(select).bind(millis(over)).fetch_all(c).await)?)
    }

    /// Forgets some in each transaction, until there are no more; gives how many there were.
    async fn forget_all(&self, rows: &Rows) -> Result<u64, Error> {
        let mut all = 0;
        loop {
            let mut tx = self.db.begin().await?;
            let some = match *rows {
                Rows::OfIssue(issue, over) => sum_up(&mut tx, issue, over).await?,
                Rows::Letters(over) => forget_letters(&mut tx, over).await?,
                Rows::Unconfirmed { asked, now } => forget_unconfirmed(&mut tx, asked, now).await?,
            };
            tx.commit().await?;
            if some == 0 {
                return Ok(all);
            }
            all += some;
        }
    }
}

/// Keeps of some mails of an issue how many there were of each kind. Whoever lets it be tried again meanwhile is first or last.
async fn sum_up(tx: &mut Tx, issue: i64, over: Timestamp) -> Result<u64, Error> {
    let locked = format!("SELECT id FROM issues WHERE id = $1 AND finished_at < $2{}", tx.for_update());
    let locked: Option<i64> = on!(&mut *tx, c => {
        sqlx::query_scalar(sqlx::AssertSqlSafe(locked)).bind(issue).bind(millis(over)).fetch_optional(c).await
    })?;
    if locked.is_none() {
        return Ok(0);
    }
    let select = "SELECT max(id) FROM (SELECT id FROM deliveries WHERE issue_id = $1 ORDER BY id LIMIT $2) AS batch";
    let last: Option<i64> =
        on!(&mut *tx, c => sqlx::query_scalar(select).bind(issue).bind(AT_ONCE).fetch_one(c).await)?;
    let Some(last) = last else { return Ok(0) };
    let sums = "INSERT INTO issue_totals (issue_id, state, reason, count, in_doubt) \
                SELECT issue_id, state, coalesce(reason, ''), count(*), count(uncertain_since) FROM deliveries \
                WHERE issue_id = $1 AND id <= $2 GROUP BY issue_id, state, coalesce(reason, '') \
                ON CONFLICT (issue_id, state, reason) DO UPDATE SET count = issue_totals.count + excluded.count, \
                in_doubt = issue_totals.in_doubt + excluded.in_doubt";
    on!(&mut *tx, c => sqlx::query(sums).bind(issue).bind(last).execute(c).await.map(|_| ()))?;
    let delete = "DELETE FROM deliveries WHERE issue_id = $1 AND id <= $2";
    Ok(on!(tx, c => sqlx::query(delete).bind(issue).bind(last).execute(c).await.map(|done| done.rows_affected()))?)
}

/// Takes away some letters to single people, and what stood in them.
async fn forget_letters(tx: &mut Tx, over: Timestamp) -> Result<u64, Error> {
    let select = "SELECT id, cohort_id FROM deliveries WHERE issue_id IS NULL AND due_at IS NULL \
                  AND lease_until IS NULL AND changed_at < $1 ORDER BY id LIMIT $2";
    let letters: Vec<(i64, Option<i64>)> = on!(&mut *tx, c => {
        sqlx::query_as(select).bind(millis(over)).bind(AT_ONCE).fetch_all(c).await
    })?;
    for (id, content) in &letters {
        for (statement, whose) in [
            ("DELETE FROM deliveries WHERE id = $1", Some(*id)),
            ("UPDATE cohorts SET subject = '', html = '', text = '' WHERE id = $1 AND issue_id IS NULL", *content),
        ] {
            on!(&mut *tx, c => sqlx::query(statement).bind(whose).execute(c).await.map(|_| ()))?;
        }
    }
    Ok(letters.len() as u64)
}

/// Forgets some who asked to subscribe, have no mail on its way, and did not answer.
async fn forget_unconfirmed(tx: &mut Tx, asked: Timestamp, now: Timestamp) -> Result<u64, Error> {
    let select = "SELECT id FROM subscribers AS s WHERE status = 'pending' AND confirmed_at IS NULL AND created_at < $1 \
                  AND NOT EXISTS (SELECT 1 FROM consents AS c WHERE c.subscriber_id = s.id \
                  AND (c.at >= $1 OR c.what = 'unsubscribed')) \
                  AND NOT EXISTS (SELECT 1 FROM deliveries AS d WHERE d.subscriber_id = s.id AND d.lease_until IS NOT NULL) \
                  ORDER BY id LIMIT $2";
    let ids: Vec<i64> = on!(&mut *tx, c => {
        sqlx::query_scalar(select).bind(millis(asked)).bind(AT_ONCE).fetch_all(c).await
    })?;
    for id in &ids {
        subscribers::forget(tx, SubscriberId(*id), now).await?;
    }
    Ok(ids.len() as u64)
}

/// Forgets bounces, and runs but for the last of each workflow, by which its schedule knows where it is.
async fn forget_rest(tx: &mut Tx, over: Timestamp) -> Result<u64, Error> {
    let bounces = "DELETE FROM bounces WHERE at < $1";
    on!(&mut *tx, c => sqlx::query(bounces).bind(millis(over)).execute(c).await.map(|_| ()))?;
    notes::forget(tx, over).await?;
    let runs = "DELETE FROM runs WHERE finished_at < $1 \
                AND slot < (SELECT max(latest.slot) FROM runs AS latest WHERE latest.workflow = runs.workflow)";
    Ok(on!(tx, c => sqlx::query(runs).bind(millis(over)).execute(c).await.map(|done| done.rows_affected()))?)
}
