//! Issues that wait for an editor: what they look like, the word that lets them go, and what happens without it.

use sqlx::AssertSqlSafe;

use super::{
    CohortId, Error, Issue, IssueState, Store,
    backend::{Tx, on},
    issues::{self, by_id, cancel, finish_issues},
    millis, parse,
};
use crate::{clock::Timestamp, locale::Locale, outbox::IssueId};

/// What the readers of an issue in one language get.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// The language.
    pub locale: Locale,
    /// The mail that most of them get.
    pub cohort: CohortId,
    /// Its subject.
    pub subject: String,
    /// How many they are, whichever mail they get.
    pub recipients: u64,
}

impl Store {
    /// Lets an issue be sent that waits for approval; its first mail leaves when nobody can call it back any more.
    /// Returns whether it did wait: one for which it is too late has expired.
    ///
    /// # Errors
    /// When the database fails, or there is no such issue.
    pub async fn approve_issue(&self, id: IssueId, now: Timestamp) -> Result<bool, Error> {
        let mut tx = self.db.begin().await?;
        expire(&mut tx, now).await?;
        let waits = by_id(&mut tx, id.0).await?.state == IssueState::Waiting;
        if waits {
            let update = "UPDATE issues SET state = $1 WHERE id = $2";
            on!(&mut tx, c => {
                sqlx::query(update).bind(IssueState::Sending.as_str()).bind(id.0).execute(c).await.map(|_| ())
            })?;
            let update = "UPDATE deliveries SET due_at = $2 + i.undo_for FROM issues AS i WHERE i.id = $1 \
                          AND deliveries.issue_id = $1 AND deliveries.due_at < $2 + i.undo_for";
            on!(&mut tx, c => {
                sqlx::query(update).bind(id.0).bind(millis(now)).execute(c).await.map(|_| ())
            })?;
            finish_issues(&mut tx, now).await?;
        }
        tx.commit().await?;
        Ok(waits)
    }

    /// Stops for good what nobody approved in time, and gives these issues. Their posts come with the next.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn expire_issues(&self, now: Timestamp) -> Result<Vec<IssueId>, Error> {
        // This is asked all the time, and seldom is there one: so the database is not locked to ask.
        let mut reading = self.db.read().await?;
        let late: Vec<i64> = on!(&mut reading, c => {
            sqlx::query_scalar(LATE).bind(millis(now)).fetch_all(c).await
        })?;
        drop(reading);
        if late.is_empty() {
            return Ok(Vec::new());
        }
        let mut tx = self.db.begin().await?;
        let expired = expire(&mut tx, now).await?;
        tx.commit().await?;
        Ok(expired)
    }

    /// The issues that wait for approval and whose editors were not told.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn untold_issues(&self) -> Result<Vec<Issue>, Error> {
        let columns = issues::COLUMNS;
        let select = format!("SELECT {columns} FROM issues WHERE state = 'waiting' AND told_at IS NULL ORDER BY id");
        let mut reading = self.db.read().await?;
        let rows: Vec<issues::Row> = on!(&mut reading, c => {
            sqlx::query_as(AssertSqlSafe(select)).fetch_all(c).await
        })?;
        rows.into_iter().map(issues::issue).collect()
    }

    /// Notes that the editors of an issue were told that it waits for them.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn record_told(&self, id: IssueId, now: Timestamp) -> Result<(), Error> {
        let update = "UPDATE issues SET told_at = $2 WHERE id = $1";
        let mut tx = self.db.begin().await?;
        on!(&mut tx, c => sqlx::query(update).bind(id.0).bind(millis(now)).execute(c).await.map(|_| ()))?;
        tx.commit().await
    }

    /// What the readers of an issue get, one sample for each language.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn issue_samples(&self, id: IssueId) -> Result<Vec<Sample>, Error> {
        let select = "SELECT c.locale, c.id, c.subject, count(*) FROM deliveries AS d \
                      JOIN cohorts AS c ON c.id = d.cohort_id WHERE d.issue_id = $1 \
                      GROUP BY c.locale, c.id, c.subject ORDER BY c.locale, count(*) DESC, c.id";
        let mut reading = self.db.read().await?;
        let rows: Vec<(String, i64, String, i64)> = on!(&mut reading, c => {
            sqlx::query_as(select).bind(id.0).fetch_all(c).await
        })?;
        let sample = |rows: &[(String, i64, String, i64)]| {
            let (locale, cohort, subject, _) = &rows[0];
            let recipients = rows.iter().map(|row| row.3.unsigned_abs()).sum();
            Ok(Sample { locale: parse(locale)?, cohort: CohortId(*cohort), subject: subject.clone(), recipients })
        };
        rows.chunk_by(|a, b| a.0 == b.0).map(sample).collect()
    }
}

/// For which issues it is too late.
const LATE: &str = "SELECT id FROM issues WHERE state = 'waiting' AND approve_by <= $1 ORDER BY id";

async fn expire(tx: &mut Tx, now: Timestamp) -> Result<Vec<IssueId>, Error> {
    let late: Vec<i64> = on!(tx, c => sqlx::query_scalar(LATE).bind(millis(now)).fetch_all(c).await)?;
    let late: Vec<_> = late.into_iter().map(IssueId).collect();
    for id in &late {
        let update = "UPDATE issues SET state = $1 WHERE id = $2";
        on!(tx, c => {
            sqlx::query(update).bind(IssueState::Expired.as_str()).bind(id.0).execute(c).await.map(|_| ())
        })?;
        cancel(tx, *id, now).await?;
    }
    if !late.is_empty() {
        finish_issues(tx, now).await?;
    }
    Ok(late)
}
