//! The ledger at work: claiming, and the intent before the last byte.

use std::collections::HashSet;

use chrono::TimeDelta;
use sqlx::AssertSqlSafe;

use super::{
    Error, Kind, Store,
    backend::{Column, Tx, on, rows},
    instant, issues, lanes, millis, parse, suppressions,
};
use crate::{
    clock::Timestamp,
    locale::Locale,
    mail::MailContent,
    outbox::{DeliveryId, Exclusion, IssueId, State, WIRE_LEASE, throttle::Throttle},
    subscribers::{HashKey, SubscriberEmail, SubscriberId},
};

/// Whom a delivery may go to: a confirmation to who is pending, all else to who is active; no digest,
/// unless it may have arrived already, to who pauses at `$2`; to a new address what was asked for it last.
pub(super) const ENTITLED: &str = "EXISTS (SELECT 1 FROM subscribers AS s WHERE s.id = deliveries.subscriber_id \
                        AND s.status = CASE deliveries.kind WHEN 'confirmation' THEN 'pending' \
                        ELSE 'active' END \
                        AND (deliveries.kind <> 'digest' OR deliveries.uncertain_since IS NOT NULL \
                        OR coalesce(s.paused_until, 0) <= $2) \
                        AND (deliveries.kind <> 'move' OR EXISTS (SELECT 1 FROM address_changes AS a \
                        WHERE a.subscriber_id = s.id AND a.asked_at = deliveries.created_at)))";

/// What a subscriber's end makes of what they had coming: excluded, or held if it may have arrived.
fn end(reason: Exclusion) -> String {
    end_because(&format!("'{reason}'"))
}

/// The same for a reason that is an expression.
fn end_because(reason: &str) -> String {
    format!(
        "state = CASE WHEN uncertain_since IS NULL THEN 'excluded' ELSE 'uncertain' END, \
         reason = {reason}, due_at = NULL, worker = NULL, lease_until = NULL"
    )
}

/// The number of a cohort's content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CohortId(pub i64);

/// A delivery that a worker holds, with all that its mail needs but the cohort's content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimedDelivery {
    /// Its number, from which its Message-ID is made: the same at each attempt.
    pub id: DeliveryId,
    /// The issue it is part of; administrative mail is of none.
    pub issue: Option<IssueId>,
    /// What it is.
    pub kind: Kind,
    /// Its place in the issue, from 1; 0 for administrative mail.
    pub ordinal: u64,
    /// Its content.
    pub cohort: CohortId,
    /// The language of its content.
    pub locale: Locale,
    /// Whose it is.
    pub subscriber: SubscriberId,
    /// Where it goes.
    pub email: SubscriberEmail,
    /// How they want to be addressed.
    pub name: Option<String>,
    /// Attempts before this one.
    pub attempts: u32,
    /// When it was planned: the date of its mail, the same at each attempt.
    pub created_at: Timestamp,
    /// The moment for which it has a place to leave.
    pub slot_at: Option<Timestamp>,
    /// When its subscriber asked for this language and pace, if they did so themselves.
    pub asked_at: Option<Timestamp>,
}

#[rustfmt::skip]
type ClaimedRow = (
    i64, Option<i64>, String, i64, i64, String, i64, String, Option<String>, i64, i64, Option<i64>, Option<i64>,
);

/// When a subscriber last asked for the language and the pace that they have: by the form, or on their own page.
const ASKED_AT: &str = "(SELECT max(c.at) FROM consents AS c WHERE c.subscriber_id = s.id AND (c.what = 'asked' \
                        OR c.what LIKE 'changed% locale %' OR c.what LIKE 'changed% cadence %'))";

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
    /// What the relay said last.
    pub detail: Option<String>,
    /// How often it was tried.
    pub attempts: u32,
    /// When it was planned.
    pub created_at: Timestamp,
    /// When anything about it changed last.
    pub changed_at: Timestamp,
}

type RecordRow = (i64, Option<i64>, String, String, String, Option<String>, Option<String>, i64, i64, i64);

impl Store {
    /// Gives a worker up to `limit` deliveries that are due, until `now + lease`. No two workers
    /// get the same. Administrative mail goes first, then the oldest.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn claim(
        &self,
        worker: &str,
        now: Timestamp,
        lease: TimeDelta,
        limit: usize,
    ) -> Result<Vec<ClaimedDelivery>, Error> {
        self.claim_within(&Throttle::open(), worker, now, lease, limit).await
    }

    /// The same within a throttle: what may not leave now is put back until it may.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn claim_within(
        &self,
        throttle: &Throttle,
        worker: &str,
        now: Timestamp,
        lease: TimeDelta,
        limit: usize,
    ) -> Result<Vec<ClaimedDelivery>, Error> {
        loop {
            let (picked, claimed) = self.claim_once(throttle, worker, now, lease, limit).await?;
            // Where all that were picked turned out to be excluded, others may wait behind them.
            if picked == 0 || !claimed.is_empty() {
                return Ok(claimed);
            }
        }
    }

    /// Claims what comes first. Gives also how many were looked at: some may be excluded by now.
    async fn claim_once(
        &self,
        throttle: &Throttle,
        worker: &str,
        now: Timestamp,
        lease: TimeDelta,
        limit: usize,
    ) -> Result<(usize, Vec<ClaimedDelivery>), Error> {
        let mut tx = self.db.begin().await?;
        // The plus keeps SQLite on the index by due time, in whose order it is wanted.
        let update = format!(
            "WITH picked AS MATERIALIZED (SELECT d.id FROM deliveries AS d WHERE d.due_at <= $1 \
             AND (+d.issue_id IS NULL OR +d.issue_id IN (SELECT id FROM issues WHERE state = 'sending')) \
             ORDER BY d.priority, d.due_at, d.id LIMIT $2{}) \
             UPDATE deliveries SET state = 'claimed', worker = $3, lease_until = $4, due_at = NULL, \
             on_wire_at = NULL, changed_at = $1 WHERE id IN (SELECT id FROM picked) RETURNING id",
            tx.skip_locked()
        );
        let until = millis(now + lease);
        let ids: Vec<i64> = on!(&mut tx, c => {
            let query = sqlx::query_scalar(AssertSqlSafe(update)).bind(millis(now));
            query.bind(limit as i64).bind(worker).bind(until).fetch_all(c).await
        })?;
        if ids.is_empty() {
            return Ok((0, Vec::new()));
        }
        exclude_unentitled(&mut tx, &ids, now).await?;
        let claimed = claimed(&mut tx, &ids).await?;
        let claimed = exclude_suppressed(&mut tx, &self.hashes, claimed, now).await?;
        let claimed = lanes::admit(&mut tx, throttle, claimed, now).await?;
        tx.commit().await?;
        Ok((ids.len(), claimed))
    }

    /// Which of these deliveries a worker still holds: others were cancelled, paused or ended meanwhile.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn still_held(&self, worker: &str, ids: &[DeliveryId]) -> Result<HashSet<DeliveryId>, Error> {
        let mut tx = self.db.snapshot().await?;
        let select =
            format!("SELECT id FROM deliveries WHERE {} AND worker = $2 AND state = 'claimed'", is_one_of(&tx));
        let values = one_each(&ids.iter().map(|id| id.0).collect::<Vec<_>>())?;
        let held: Vec<i64> = on!(&mut tx, c => {
            sqlx::query_scalar(AssertSqlSafe(select)).bind(values).bind(worker).fetch_all(c).await
        })?;
        Ok(held.into_iter().map(DeliveryId).collect())
    }

    /// The workers that hold deliveries now.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn workers(&self) -> Result<Vec<String>, Error> {
        let select = "SELECT DISTINCT worker FROM deliveries \
                      WHERE lease_until IS NOT NULL AND worker IS NOT NULL ORDER BY worker";
        let mut reading = self.db.read().await?;
        Ok(on!(&mut reading, c => sqlx::query_scalar(select).fetch_all(c).await)?)
    }

    /// When the next delivery is due or the next lease ends; `None` if nothing is open.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn next_due(&self) -> Result<Option<Timestamp>, Error> {
        let select = "SELECT min(at) FROM (SELECT min(due_at) AS at FROM deliveries \
                      WHERE due_at IS NOT NULL AND (+issue_id IS NULL \
                      OR +issue_id IN (SELECT id FROM issues WHERE state = 'sending')) \
                      UNION ALL SELECT min(lease_until) AS at FROM deliveries \
                      WHERE lease_until IS NOT NULL) AS both_times";
        let mut reading = self.db.read().await?;
        let at: Option<i64> = on!(&mut reading, c => sqlx::query_scalar(select).fetch_one(c).await)?;
        at.map(instant).transpose()
    }

    /// The deliveries to a subscriber, newest first, and at most `limit`.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn deliveries_to(&self, subscriber: SubscriberId, limit: usize) -> Result<Vec<DeliveryRecord>, Error> {
        let select = "SELECT id, issue_id, kind, locale, state, reason, detail, attempts, created_at, changed_at \
                      FROM deliveries WHERE subscriber_id = $1 ORDER BY id DESC LIMIT $2";
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut reading = self.db.read().await?;
        let rows: Vec<RecordRow> = on!(&mut reading, c => {
            sqlx::query_as(select).bind(subscriber.0).bind(limit).fetch_all(c).await
        })?;
        rows.into_iter()
            .map(|(id, issue, kind, locale, state, reason, detail, attempts, created_at, changed_at)| {
                Ok(DeliveryRecord {
                    id: DeliveryId(id),
                    issue: issue.map(IssueId),
                    kind: parse(&kind)?,
                    locale: parse(&locale)?,
                    state: parse(&state)?,
                    reason,
                    detail,
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
    let end = end(reason);
    let update =
        format!("UPDATE deliveries SET {end}, changed_at = $2 WHERE subscriber_id = $1 AND due_at IS NOT NULL");
    on!(&mut *tx, c => {
        let query = sqlx::query(AssertSqlSafe(update)).bind(id.0).bind(millis(now));
        query.execute(c).await.map(|_| ())
    })?;
    issues::finish_issues(tx, now).await
}

/// Holds back the digests that a subscriber has coming and nobody has claimed, but for those that may
/// have arrived: their posts come after the pause.
pub(super) async fn hold_back(tx: &mut Tx, id: SubscriberId, now: Timestamp) -> Result<(), Error> {
    let update = format!(
        "UPDATE deliveries SET {}, changed_at = $2 WHERE subscriber_id = $1 AND due_at IS NOT NULL \
         AND kind = 'digest' AND uncertain_since IS NULL",
        end(Exclusion::Paused)
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

/// Whether a mail of this kind was planned for a subscriber since then.
pub(super) async fn planned_since(tx: &mut Tx, kind: Kind, id: SubscriberId, since: Timestamp) -> Result<bool, Error> {
    let select = "SELECT count(*) FROM deliveries WHERE subscriber_id = $1 AND kind = $2 AND created_at > $3";
    let planned: i64 = on!(tx, c => {
        sqlx::query_scalar(select).bind(id.0).bind(kind.as_str()).bind(millis(since)).fetch_one(c).await
    })?;
    Ok(planned > 0)
}

/// Cancels what of an issue waits, or is claimed and not on the wire; what may have arrived is held.
pub(super) async fn cancel(tx: &mut Tx, issue: IssueId, now: Timestamp) -> Result<(), Error> {
    let update = "UPDATE deliveries SET state = CASE WHEN uncertain_since IS NULL THEN 'cancelled' \
                  ELSE 'uncertain' END, due_at = NULL, worker = NULL, lease_until = NULL, \
                  changed_at = $2 WHERE issue_id = $1 AND (due_at IS NOT NULL \
                  OR (lease_until IS NOT NULL AND on_wire_at IS NULL))";
    on!(tx, c => {
        sqlx::query(update).bind(issue.0).bind(millis(now)).execute(c).await.map(|_| ())
    })?;
    Ok(())
}

/// Ends those of the claimed deliveries that may not go to their subscriber any more.
async fn exclude_unentitled(tx: &mut Tx, ids: &[i64], now: Timestamp) -> Result<(), Error> {
    let update = format!(
        "UPDATE deliveries SET {}, changed_at = $2 WHERE {} AND state = 'claimed' \
         AND on_wire_at IS NULL AND NOT {ENTITLED}",
        end_because(
            "CASE WHEN kind = 'digest' AND EXISTS (SELECT 1 FROM subscribers AS s \
             WHERE s.id = deliveries.subscriber_id AND s.status = 'active') THEN 'paused' ELSE 'unsubscribed' END"
        ),
        is_one_of(tx)
    );
    tx.execute_rows(update, one_each(ids)?, &[millis(now)]).await
}

/// Ends those of the claimed deliveries whose address must get no mail, and gives the others. One
/// may be among them where somebody subscribed at the very moment of the suppression.
async fn exclude_suppressed(
    tx: &mut Tx,
    hashes: &HashKey,
    claimed: Vec<ClaimedDelivery>,
    now: Timestamp,
) -> Result<Vec<ClaimedDelivery>, Error> {
    let hash = |claimed: &ClaimedDelivery| hashes.hash_address(&claimed.email);
    let suppressed = suppressions::among(tx, &claimed.iter().map(hash).collect()).await?;
    let must_not =
        |claimed: &ClaimedDelivery| suppressed.get(&hash(claimed)).is_some_and(|reason| !reason.yields_to_consent());
    if !claimed.iter().any(must_not) {
        return Ok(claimed);
    }
    let (ended, claimed): (Vec<_>, Vec<_>) = claimed.into_iter().partition(must_not);
    let update =
        format!("UPDATE deliveries SET {}, changed_at = $2 WHERE {}", end(Exclusion::Suppressed), is_one_of(tx));
    let ids: Vec<i64> = ended.iter().map(|delivery| delivery.id.0).collect();
    tx.execute_rows(update, one_each(&ids)?, &[millis(now)]).await?;
    Ok(claimed)
}

/// Notes that these are about to be sent, and gives those that may be.
pub(super) async fn mark_on_wire(tx: &mut Tx, ids: &[DeliveryId], now: Timestamp) -> Result<Vec<DeliveryId>, Error> {
    let ids: Vec<i64> = ids.iter().map(|id| id.0).collect();
    exclude_unentitled(tx, &ids, now).await?;
    let update = format!(
        "UPDATE deliveries SET on_wire_at = $2, lease_until = $3, changed_at = $2 \
         WHERE {} AND state = 'claimed' AND on_wire_at IS NULL RETURNING id",
        is_one_of(tx)
    );
    let (values, until) = (one_each(&ids)?, millis(now + WIRE_LEASE));
    let granted: Vec<i64> = on!(tx, c => {
        let query = sqlx::query_scalar(AssertSqlSafe(update)).bind(values);
        query.bind(millis(now)).bind(until).fetch_all(c).await
    })?;
    issues::finish_issues(tx, now).await?;
    Ok(granted.into_iter().map(DeliveryId).collect())
}

/// The deliveries that are claimed, with what their mails need.
async fn claimed(tx: &mut Tx, ids: &[i64]) -> Result<Vec<ClaimedDelivery>, Error> {
    let select = format!(
        "SELECT deliveries.id, issue_id, kind, ordinal, cohort_id, deliveries.locale, \
         deliveries.subscriber_id, coalesce(a.email, s.email), name, attempts, deliveries.created_at, slot_at, \
         {ASKED_AT} FROM deliveries \
         JOIN subscribers AS s ON s.id = deliveries.subscriber_id \
         LEFT JOIN address_changes AS a ON a.subscriber_id = s.id AND kind = 'move' WHERE deliveries.{} \
         AND state = 'claimed' AND cohort_id IS NOT NULL ORDER BY priority, deliveries.id",
        is_one_of(tx)
    );
    let values = one_each(ids)?;
    let rows: Vec<ClaimedRow> = on!(tx, c => {
        sqlx::query_as(AssertSqlSafe(select)).bind(values).fetch_all(c).await
    })?;
    rows.into_iter()
        .map(|(id, issue, kind, ordinal, cohort, locale, subscriber, email, name, attempts, at, slot, asked)| {
            Ok(ClaimedDelivery {
                id: DeliveryId(id),
                issue: issue.map(IssueId),
                kind: parse(&kind)?,
                ordinal: ordinal.unsigned_abs(),
                cohort: CohortId(cohort),
                locale: parse(&locale)?,
                subscriber: SubscriberId(subscriber),
                email: parse(&email)?,
                name,
                attempts: u32::try_from(attempts).map_err(Error::row)?,
                created_at: instant(at)?,
                slot_at: slot.map(instant).transpose()?,
                asked_at: asked.map(instant).transpose()?,
            })
        })
        .collect()
}

/// A condition: the row's id is one of those that [`one_each`] bound to `$1`.
pub(super) fn is_one_of(tx: &Tx) -> String {
    format!("id IN (SELECT r.id FROM {})", tx.rows_as(&[("id", Column::Number)]))
}

pub(super) fn one_each(ids: &[i64]) -> Result<String, Error> {
    rows(&ids.iter().map(|id| (id,)).collect::<Vec<_>>())
}
