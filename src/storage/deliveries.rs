//! The ledger: what is planned, for whom, and what ends it before it is sent.

use sqlx::AssertSqlSafe;

use super::{
    Error, Kind, Store,
    backend::{Column, Tx, on, rows},
    instant, issues, millis, parse,
};
use crate::{
    clock::Timestamp,
    locale::Locale,
    mail::MailContent,
    outbox::{DeliveryId, Exclusion, IssueId, State},
    subscribers::SubscriberId,
};

/// What a subscriber's end makes of what they had coming: excluded, or held if it may have arrived.
pub(super) fn end(reason: Exclusion) -> String {
    end_because(&format!("'{reason}'"))
}

/// The same for a reason that is an expression.
pub(super) fn end_because(reason: &str) -> String {
    format!(
        "state = CASE WHEN uncertain_since IS NULL THEN 'excluded' ELSE 'uncertain' END, \
         reason = {reason}, due_at = NULL, worker = NULL, lease_until = NULL"
    )
}

/// The number of a cohort's content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CohortId(pub i64);

/// What the ledger says of one delivery.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeliveryRecord {
    /// Its number.
    pub id: DeliveryId,
    /// The issue it is part of; administrative mail is of none.
    pub issue: Option<IssueId>,
    /// What it is.
    pub kind: Kind,
    /// The language of its content.
    pub locale: Locale,
    /// How far it has come.
    pub state: State,
    /// Why it went no further, where there is a reason.
    pub reason: Option<String>,
    /// What the relay said last, without the address.
    pub detail: Option<String>,
    /// When it is tried next, if it is.
    pub due_at: Option<Timestamp>,
    /// How often it was tried.
    pub attempts: u32,
    /// When it was planned.
    pub created_at: Timestamp,
    /// When anything about it changed last.
    pub changed_at: Timestamp,
}

type RecordRow = (i64, Option<i64>, String, String, String, Option<String>, Option<String>, Option<i64>, i64, i64, i64);

impl Store {
    /// The deliveries to a subscriber, newest first, and at most `limit`.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn deliveries_to(&self, subscriber: SubscriberId, limit: usize) -> Result<Vec<DeliveryRecord>, Error> {
        let select = "SELECT id, issue_id, kind, locale, state, reason, detail, due_at, attempts, created_at, changed_at \
                      FROM deliveries WHERE subscriber_id = $1 ORDER BY id DESC LIMIT $2";
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut reading = self.db.read().await?;
        let rows: Vec<RecordRow> = on!(&mut reading, c => {
            sqlx::query_as(select).bind(subscriber.0).bind(limit).fetch_all(c).await
        })?;
        rows.into_iter()
            .map(|(id, issue, kind, locale, state, reason, detail, due_at, attempts, created_at, changed_at)| {
                Ok(DeliveryRecord {
                    id: DeliveryId(id),
                    issue: issue.map(IssueId),
                    kind: parse(&kind)?,
                    locale: parse(&locale)?,
                    state: parse(&state)?,
                    reason,
                    detail,
                    due_at: due_at.map(instant).transpose()?,
                    attempts: u32::try_from(attempts).unwrap_or(u32::MAX),
                    created_at: instant(created_at)?,
                    changed_at: instant(changed_at)?,
                })
            })
            .collect()
    }

    /// The content that the deliveries of a cohort share.
    ///
    /// # Errors
    /// When the database fails, or there is no such cohort.
    pub async fn cohort_content(&self, id: CohortId) -> Result<MailContent, Error> {
        let select = "SELECT subject, html, text FROM cohorts WHERE id = $1";
        let mut reading = self.db.read().await?;
        let row: Option<(String, String, String)> = on!(&mut reading, c => {
            sqlx::query_as(select).bind(id.0).fetch_optional(c).await
        })?;
        let (subject, html, text) = row.ok_or_else(|| Error::Missing(format!("cohort {}", id.0)))?;
        Ok(MailContent { subject, html, text })
    }
}

/// Plans a mail that answers what a subscriber did, in the transaction that decides it.
pub(super) async fn enqueue(
    tx: &mut Tx,
    kind: Kind,
    subscriber: SubscriberId,
    locale: &Locale,
    content: &MailContent,
    now: Timestamp,
) -> Result<(), Error> {
    let cohort = insert_content(tx, None, locale, content).await?;
    let insert = "INSERT INTO deliveries (kind, priority, cohort_id, ordinal, subscriber_id, locale, \
                  state, due_at, created_at, changed_at) VALUES ($1, 0, $2, 0, $3, $4, 'planned', \
                  $5, $5, $5)";
    on!(tx, c => {
        let query = sqlx::query(insert).bind(kind.as_str()).bind(cohort).bind(subscriber.0);
        query.bind(locale.as_str()).bind(millis(now)).execute(c).await.map(|_| ())
    })?;
    Ok(())
}

/// Keeps content and returns its number.
pub(super) async fn insert_content(
    tx: &mut Tx,
    issue: Option<i64>,
    locale: &Locale,
    content: &MailContent,
) -> Result<i64, Error> {
    let insert = "INSERT INTO cohorts (issue_id, locale, subject, html, text) \
                  VALUES ($1, $2, $3, $4, $5) RETURNING id";
    Ok(on!(tx, c => {
        let query = sqlx::query_scalar(insert).bind(issue).bind(locale.as_str());
        query.bind(&content.subject).bind(&content.html).bind(&content.text).fetch_one(c).await
    })?)
}

/// Ends what a subscriber has coming and nobody has claimed; the rest ends on its way out.
pub(super) async fn exclude(tx: &mut Tx, id: SubscriberId, reason: Exclusion, now: Timestamp) -> Result<(), Error> {
    end_waiting(tx, id, reason, "true", now).await
}

/// Holds back the digests that a subscriber has coming and nobody has claimed, but for those that may
/// have arrived: their posts come after the pause.
pub(super) async fn hold_back(tx: &mut Tx, id: SubscriberId, now: Timestamp) -> Result<(), Error> {
    end_waiting(tx, id, Exclusion::Paused, "kind = 'digest' AND uncertain_since IS NULL", now).await
}

/// Ends what of a subscriber's waits, where `which` is true.
async fn end_waiting(
    tx: &mut Tx,
    id: SubscriberId,
    reason: Exclusion,
    which: &str,
    now: Timestamp,
) -> Result<(), Error> {
    let update = format!(
        "UPDATE deliveries SET {}, changed_at = $2 WHERE subscriber_id = $1 AND due_at IS NOT NULL AND {which}",
        end(reason)
    );
    on!(&mut *tx, c => {
        let query = sqlx::query(AssertSqlSafe(update)).bind(id.0).bind(millis(now));
        query.execute(c).await.map(|_| ())
    })?;
    issues::finish_issues(tx, now).await
}

/// Cancels the letters to an address that is wanted no longer.
pub(super) async fn cancel_moves(tx: &mut Tx, id: SubscriberId, now: Timestamp) -> Result<(), Error> {
    let update = "UPDATE deliveries SET state = 'cancelled', due_at = NULL, changed_at = $2 \
                  WHERE subscriber_id = $1 AND due_at IS NOT NULL AND kind IN ('move', 'moving')";
    on!(tx, c => {
        sqlx::query(update).bind(id.0).bind(millis(now)).execute(c).await.map(|_| ())
    })?;
    Ok(())
}

/// Notes where the mails of a subscriber go, of which `which` is true and it is not noted yet: not to the address that
/// they have from now on. A worker may be claiming one, so its row is waited for.
pub(super) async fn note_recipient(tx: &mut Tx, id: SubscriberId, which: &str, hash: &str) -> Result<(), Error> {
    let update = format!(
        "UPDATE deliveries SET recipient = CASE WHEN {which} THEN $1 END WHERE subscriber_id = $2 AND recipient IS NULL"
    );
    on!(tx, c => sqlx::query(AssertSqlSafe(update)).bind(hash).bind(id.0).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Whether a mail of this kind was planned for a subscriber since then.
pub(super) async fn planned_since(tx: &mut Tx, kind: Kind, id: SubscriberId, since: Timestamp) -> Result<bool, Error> {
    let select = "SELECT count(*) FROM deliveries WHERE subscriber_id = $1 AND kind = $2 AND created_at > $3";
    let planned: i64 = on!(tx, c => {
        sqlx::query_scalar(select).bind(id.0).bind(kind.as_str()).bind(millis(since)).fetch_one(c).await
    })?;
    Ok(planned > 0)
}

/// A condition: the row's id is one of those that [`one_each`] bound to `$1`.
pub(super) fn is_one_of(tx: &Tx) -> String {
    format!("id IN (SELECT r.id FROM {})", tx.rows_as(&[("id", Column::Number)]))
}

pub(super) fn one_each(ids: &[i64]) -> Result<String, Error> {
    rows(&ids.iter().map(|id| (id,)).collect::<Vec<_>>())
}
