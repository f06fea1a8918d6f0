//! The ledger at work: claiming, and the intent before the last byte.

use std::collections::HashSet;

use chrono::TimeDelta;
use sqlx::AssertSqlSafe;

use super::{
    Error, Kind, Store,
    backend::{Tx, on},
    deliveries::{CohortId, end, end_because, is_one_of, one_each},
    fence, instant, issues, lanes, millis, parse, suppressions,
};
use crate::{
    clock::Timestamp,
    locale::Locale,
    outbox::{DeliveryId, Exclusion, IssueId, WIRE_LEASE, exits::Exits, throttle::Throttle},
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

/// What a worker asks for.
#[derive(Debug, Clone, Copy)]
pub struct Claim<'a> {
    /// Its name.
    pub worker: &'a str,
    /// When it asks.
    pub now: Timestamp,
    /// For how long it is to hold what it gets.
    pub lease: TimeDelta,
    /// The most deliveries that it wants.
    pub limit: usize,
    /// The domains that it wants none for now.
    pub but_not: &'a [String],
}

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
    /// The lane of the relay by which it leaves, where relays have rates.
    pub relay: Option<String>,
    /// When its subscriber asked for this language and pace, if they did so themselves.
    pub asked_at: Option<Timestamp>,
}

#[rustfmt::skip]
type ClaimedRow = (
    i64, Option<i64>, String, i64, i64, String, i64, String, Option<String>, i64, i64, Option<i64>, Option<String>,
    Option<i64>, bool,
);

/// When a subscriber last asked for the language and the pace that they have: by the form, or on their own page.
const ASKED_AT: &str = "(SELECT max(c.at) FROM consents AS c WHERE c.subscriber_id = s.id AND (c.what = 'asked' \
                        OR c.what LIKE 'changed% locale %' OR c.what LIKE 'changed% cadence %'))";

impl Store {
    /// Gives a worker deliveries that are due. No two workers get the same. Administrative mail goes first;
    /// issues take turns, each with its oldest.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn claim(&self, claim: Claim<'_>) -> Result<Vec<ClaimedDelivery>, Error> {
        self.claim_within(&Throttle::open(), &mut Exits::default(), claim).await
    }

    /// The same within a throttle and the rates of relays: what may not leave now is put back until it may.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn claim_within(
        &self,
        throttle: &Throttle,
        exits: &mut Exits,
        claim: Claim<'_>,
    ) -> Result<Vec<ClaimedDelivery>, Error> {
        loop {
            let (picked, claimed) = self.claim_once(throttle, exits, claim).await?;
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
        exits: &mut Exits,
        claim: Claim<'_>,
    ) -> Result<(usize, Vec<ClaimedDelivery>), Error> {
        let mut tx = self.db.begin().await?;
        let Claim { now, limit, .. } = claim;
        let mut ids = pick(&mut tx, None, claim).await?;
        if ids.len() < limit
            && let Some(issue) = next_in_turn(&mut tx, now).await?
        {
            ids.extend(pick(&mut tx, Some(issue), Claim { limit: limit - ids.len(), ..claim }).await?);
        }
        if ids.is_empty() {
            return Ok((0, Vec::new()));
        }
        fence::rise(&mut tx, now).await?;
        issues::finish_issues(&mut tx, now).await?;
        let (claimed, unentitled) = claimed(&mut tx, &ids, now).await?;
        exclude_unentitled(&mut tx, &unentitled, now).await?;
        let claimed = exclude_suppressed(&mut tx, &self.hashes, claimed, now).await?;
        let claimed = lanes::admit(&mut tx, throttle, exits, claimed, now).await?;
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
                      WHERE due_at IS NOT NULL AND issue_id IS NULL \
                      UNION ALL SELECT (SELECT min(d.due_at) FROM deliveries AS d \
                      WHERE d.issue_id = i.id AND d.due_at IS NOT NULL) AS at FROM issues AS i WHERE i.state = 'sending' \
                      UNION ALL SELECT min(lease_until) AS at FROM deliveries \
                      WHERE lease_until IS NOT NULL) AS all_times";
        let mut reading = self.db.read().await?;
        let at: Option<i64> = on!(&mut reading, c => sqlx::query_scalar(select).fetch_one(c).await)?;
        at.map(instant).transpose()
    }
}

/// The issue whose turn it is, of those that have something due. Each turn is one claim, so that a large issue
/// does not keep a small one waiting; one that comes later has no turns to catch up with.
async fn next_in_turn(tx: &mut Tx, now: Timestamp) -> Result<Option<i64>, Error> {
    let select = "SELECT i.id FROM issues AS i WHERE i.state = 'sending' AND EXISTS (SELECT 1 FROM deliveries AS d \
                  WHERE d.issue_id = i.id AND d.due_at <= $1) ORDER BY i.turn, i.id LIMIT 2";
    let sending: Vec<i64> = on!(tx, c => sqlx::query_scalar(select).bind(millis(now)).fetch_all(c).await)?;
    if let [first, _] = sending.as_slice() {
        let update = "UPDATE issues SET turn = (SELECT max(turn) FROM issues) + 1 WHERE id = $1";
        on!(tx, c => sqlx::query(update).bind(first).execute(c).await.map(|_| ()))?;
    }
    Ok(sending.first().copied())
}

/// Takes what is due, of an issue or of none, the oldest first.
async fn pick(tx: &mut Tx, issue: Option<i64>, claim: Claim<'_>) -> Result<Vec<i64>, Error> {
    let Claim { worker, now, lease, limit, but_not } = claim;
    let of = if issue.is_some() { "= $5" } else { "IS NULL AND $5 IS NULL" };
    let others =
        (6..).take(but_not.len()).map(|at| format!("lower(s.email) LIKE ${at}")).collect::<Vec<_>>().join(" OR ");
    let others = match others.as_str() {
        "" => others,
        _ => format!("AND NOT EXISTS (SELECT 1 FROM subscribers AS s WHERE s.id = d.subscriber_id AND ({others})) "),
    };
    let update = format!(
        "WITH picked AS MATERIALIZED (SELECT d.id FROM deliveries AS d WHERE d.due_at <= $1 \
         AND d.issue_id {of} {others}ORDER BY d.due_at, d.id LIMIT $2{}) \
         UPDATE deliveries SET state = 'claimed', worker = $3, lease_until = $4, due_at = NULL, \
         on_wire_at = NULL, changed_at = $1 WHERE id IN (SELECT id FROM picked) RETURNING id",
        tx.skip_locked()
    );
    Ok(on!(tx, c => {
        let query = sqlx::query_scalar(AssertSqlSafe(update)).bind(millis(now)).bind(limit as i64);
        let query = query.bind(worker).bind(millis(now + lease)).bind(issue);
        but_not.iter().fold(query, |query, domain| query.bind(format!("%@{domain}"))).fetch_all(c).await
    })?)
}

/// Ends those of the claimed deliveries that may not go to their subscriber any more.
async fn exclude_unentitled(tx: &mut Tx, ids: &[i64], now: Timestamp) -> Result<(), Error> {
    if ids.is_empty() {
        return Ok(());
    }
    let update = format!(
        "UPDATE deliveries SET {}, changed_at = $2 WHERE {} AND state = 'claimed' \
         AND on_wire_at IS NULL AND NOT {ENTITLED}",
        end_because(
            "CASE WHEN kind = 'digest' AND EXISTS (SELECT 1 FROM subscribers AS s \
             WHERE s.id = deliveries.subscriber_id AND s.status = 'active') THEN 'paused' ELSE 'unsubscribed' END"
        ),
        is_one_of(tx)
    );
    tx.execute_rows(update, one_each(ids)?, &[millis(now)]).await.map(drop)
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

/// Notes that these are about to be sent, and gives those that may be. A worker asks once for each that it holds, so
/// one that is noted already is one of which it did not hear the answer.
pub(super) async fn mark_on_wire(
    tx: &mut Tx,
    worker: &str,
    ids: &[DeliveryId],
    now: Timestamp,
) -> Result<Vec<DeliveryId>, Error> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<i64> = ids.iter().map(|id| id.0).collect();
    let update = format!(
        "UPDATE deliveries SET on_wire_at = $2, lease_until = $3, changed_at = $2 \
         WHERE {} AND state = 'claimed' AND worker = $4 AND (on_wire_at IS NOT NULL OR {ENTITLED}) RETURNING id",
        is_one_of(tx)
    );
    let (values, until) = (one_each(&ids)?, millis(now + WIRE_LEASE));
    let granted: Vec<i64> = on!(tx, c => {
        let query = sqlx::query_scalar(AssertSqlSafe(update)).bind(values);
        query.bind(millis(now)).bind(until).bind(worker).fetch_all(c).await
    })?;
    if granted.len() < ids.len() {
        exclude_unentitled(tx, &ids, now).await?;
    }
    Ok(granted.into_iter().map(DeliveryId).collect())
}

/// The deliveries that are claimed, with what their mails need, and the numbers of those that may not go to their
/// subscriber any more.
async fn claimed(tx: &mut Tx, ids: &[i64], now: Timestamp) -> Result<(Vec<ClaimedDelivery>, Vec<i64>), Error> {
    let select = format!(
        "SELECT deliveries.id, issue_id, kind, ordinal, cohort_id, deliveries.locale, \
         deliveries.subscriber_id, coalesce(a.email, s.email), name, attempts, deliveries.created_at, slot_at, relay, \
         {ASKED_AT}, {ENTITLED} FROM deliveries \
         JOIN subscribers AS s ON s.id = deliveries.subscriber_id \
         LEFT JOIN address_changes AS a ON a.subscriber_id = s.id AND kind = 'move' WHERE deliveries.{} \
         AND state = 'claimed' AND cohort_id IS NOT NULL ORDER BY priority, deliveries.id",
        is_one_of(tx)
    );
    let values = one_each(ids)?;
    let rows: Vec<ClaimedRow> = on!(tx, c => {
        sqlx::query_as(AssertSqlSafe(select)).bind(values).bind(millis(now)).fetch_all(c).await
    })?;
    let (entitled, others): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.14);
    let claimed = entitled.into_iter().map(claimed_delivery).collect::<Result<_, _>>()?;
    Ok((claimed, others.into_iter().map(|row| row.0).collect()))
}

fn claimed_delivery(row: ClaimedRow) -> Result<ClaimedDelivery, Error> {
    let (id, issue, kind, ordinal, cohort, locale, subscriber, email, name, attempts, at, slot, relay, asked, _) = row;
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
        relay,
        asked_at: asked.map(instant).transpose()?,
    })
}
