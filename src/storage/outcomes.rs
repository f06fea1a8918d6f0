//! Outcomes: what became of attempts, what a dead worker left, and the cursors that move.
//!
//! Every change goes through [`Progress::step`]; the statements here only carry it out,
//! for many rows at a time.

use std::collections::HashMap;

use chrono::TimeDelta;
use sqlx::AssertSqlSafe;

use super::{
    Error, Store,
    backend::{Column, Tx, on, rows},
    bounces::{self, Bounce},
    claims::{ENTITLED, mark_on_wire},
    deliveries::{is_one_of, one_each},
    instant, issues, millis, parse, refusals,
};
use crate::{
    bounces::{Status, Verdict, classify},
    clock::Timestamp,
    outbox::{DeliveryId, Due, Event, IssueId, Next, Outcome, Progress, State, Uncertainty, retry},
    subscribers::{HashKey, SubscriberId},
};

/// What settling needs of a row.
struct Open {
    id: i64,
    state: String,
    attempts: i64,
    first_attempt_at: Option<i64>,
    on_wire_at: Option<i64>,
    uncertain_since: Option<i64>,
    issue_id: Option<i64>,
    subscriber_id: i64,
    kind: String,
    recipient: Option<String>,
    locale: String,
    cursor_to: Option<i64>,
    cohort_id: Option<i64>,
    /// How many of its posts were released after the last to which the cursor goes.
    beyond: i64,
}

impl<'r, R: sqlx::Row> sqlx::FromRow<'r, R> for Open
where
    &'static str: sqlx::ColumnIndex<R>,
    i64: sqlx::Decode<'r, R::Database> + sqlx::Type<R::Database>,
    String: sqlx::Decode<'r, R::Database> + sqlx::Type<R::Database>,
{
    fn from_row(row: &'r R) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            state: row.try_get("state")?,
            attempts: row.try_get("attempts")?,
            first_attempt_at: row.try_get("first_attempt_at")?,
            on_wire_at: row.try_get("on_wire_at")?,
            uncertain_since: row.try_get("uncertain_since")?,
            issue_id: row.try_get("issue_id")?,
            subscriber_id: row.try_get("subscriber_id")?,
            kind: row.try_get("kind")?,
            recipient: row.try_get("recipient")?,
            locale: row.try_get("locale")?,
            cursor_to: row.try_get("cursor_to")?,
            cohort_id: row.try_get("cohort_id")?,
            beyond: row.try_get("beyond")?,
        })
    }
}

/// CROSS keeps SQLite from beginning with the posts: mostly there is no release beyond the cursor.
const OPEN: &str = "SELECT id, state, attempts, first_attempt_at, on_wire_at, uncertain_since, \
                    issue_id, subscriber_id, kind, recipient, locale, cursor_to, cohort_id, (SELECT count(*) FROM releases AS l \
                    CROSS JOIN cohort_posts AS p WHERE l.locale = deliveries.locale \
                    AND l.sequence > deliveries.cursor_to AND p.cohort_id = deliveries.cohort_id \
                    AND p.post = l.post) AS beyond FROM deliveries WHERE ";

impl Store {
    /// Records what became of attempts, and notes of others that they are about to be sent, before the
    /// last byte of any can be: all in one transaction, since what a worker with few connections waits
    /// for is the disk, at every commit.
    ///
    /// Where a mail was accepted its subscriber's cursor moves. A report that comes too late changes
    /// nothing. Returns those of `about_to_leave` that may be sent, under a longer lease: not those
    /// that `worker` does not hold, that were cancelled, or whose subscriber has unsubscribed. Who does not
    /// hear the answer may say the same again.
    ///
    /// # Errors
    /// When the database fails; then nothing was recorded, and none of `about_to_leave` may be sent.
    pub async fn record_and_mark(
        &self,
        worker: &str,
        outcomes: &[(DeliveryId, Outcome)],
        policy: Uncertainty,
        about_to_leave: &[DeliveryId],
        now: Timestamp,
    ) -> Result<Vec<DeliveryId>, Error> {
        let mut tx = self.db.begin().await?;
        if !outcomes.is_empty() {
            record_outcomes(&mut tx, &self.hashes, outcomes, policy, now).await?;
        }
        let granted = mark_on_wire(&mut tx, worker, about_to_leave, now).await?;
        // While mail leaves, whoever claims the next looks for what is finished.
        if granted.is_empty() {
            issues::finish_issues(&mut tx, now).await?;
        }
        tx.commit().await?;
        Ok(granted)
    }

    /// Takes back what workers held too long: off the wire it waits again, on the wire it may
    /// have arrived. Also finishes issues of which nothing is open. Returns how many it took.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn recover(&self, policy: Uncertainty, now: Timestamp) -> Result<usize, Error> {
        let mut tx = self.db.begin().await?;
        let select = format!("{OPEN}lease_until <= $1 ORDER BY lease_until, id{}", tx.skip_locked());
        let expired: Vec<Open> = on!(&mut tx, c => {
            sqlx::query_as(AssertSqlSafe(select)).bind(millis(now)).fetch_all(c).await
        })?;
        let taken = expire(&mut tx, expired, policy, now).await?;
        tx.commit().await?;
        Ok(taken)
    }

    /// Puts back what a worker holds and has not begun, as if nobody had claimed it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn give_back(
        &self,
        worker: &str,
        ids: &[DeliveryId],
        policy: Uncertainty,
        now: Timestamp,
    ) -> Result<(), Error> {
        let mut tx = self.db.begin().await?;
        let (is_one_of, lock) = (is_one_of(&tx), tx.for_update());
        let select = format!("{OPEN}{is_one_of} AND worker = $2 AND on_wire_at IS NULL ORDER BY id{lock}");
        let values = one_each(&ids.iter().map(|id| id.0).collect::<Vec<_>>())?;
        let held: Vec<Open> = on!(&mut tx, c => {
            sqlx::query_as(AssertSqlSafe(select)).bind(values).bind(worker).fetch_all(c).await
        })?;
        expire(&mut tx, held, policy, now).await?;
        tx.commit().await
    }

    /// Takes back what a worker holds that is known to be dead, as [`recover`](Self::recover).
    ///
    /// # Errors
    /// When the database fails.
    pub async fn recover_worker(&self, worker: &str, policy: Uncertainty, now: Timestamp) -> Result<usize, Error> {
        let mut tx = self.db.begin().await?;
        let lock = tx.for_update();
        let select = format!("{OPEN}lease_until IS NOT NULL AND worker = $1 ORDER BY lease_until, id{lock}");
        let held: Vec<Open> = on!(&mut tx, c => {
            sqlx::query_as(AssertSqlSafe(select)).bind(worker).fetch_all(c).await
        })?;
        let taken = expire(&mut tx, held, policy, now).await?;
        tx.commit().await?;
        Ok(taken)
    }
}

/// Puts back what workers hold of an issue that is not on the wire: it waits as if nobody had claimed it.
pub(super) async fn put_back(tx: &mut Tx, issue: IssueId, policy: Uncertainty, now: Timestamp) -> Result<(), Error> {
    let select = format!(
        "{OPEN}issue_id = $1 AND lease_until IS NOT NULL AND on_wire_at IS NULL ORDER BY id{}",
        tx.for_update()
    );
    let held: Vec<Open> = on!(tx, c => {
        sqlx::query_as(AssertSqlSafe(select)).bind(issue.0).fetch_all(c).await
    })?;
    expire(tx, held, policy, now).await.map(drop)
}

/// A delivery, when it may leave, and if it has a place then, which, and by which relay.
pub(super) type Postponed = (i64, i64, Option<i64>, Option<String>);

/// Puts claimed deliveries back until they may leave.
pub(super) async fn postpone(tx: &mut Tx, until: &[Postponed], now: Timestamp) -> Result<(), Error> {
    if until.is_empty() {
        return Ok(());
    }
    let select = format!("{OPEN}{} ORDER BY id{}", is_one_of(tx), tx.for_update());
    let values = one_each(&until.iter().map(|(id, ..)| *id).collect::<Vec<_>>())?;
    let held: Vec<Open> = on!(&mut *tx, c => {
        sqlx::query_as(AssertSqlSafe(select)).bind(values).fetch_all(c).await
    })?;
    // As if nobody had claimed them, but for the moment.
    expire(tx, held, Uncertainty::default(), now).await?;
    let update = format!(
        "UPDATE deliveries SET due_at = r.due_at, slot_at = r.slot_at, relay = r.relay FROM {} \
         WHERE deliveries.id = r.id AND deliveries.due_at IS NOT NULL",
        tx.rows_as(&[
            ("id", Column::Number),
            ("due_at", Column::Number),
            ("slot_at", Column::Number),
            ("relay", Column::Text),
        ])
    );
    tx.execute_rows(update, rows(until)?, &[]).await.map(drop)
}

/// Lets the rejected deliveries of an issue be tried again from the beginning, and those that are held if they are `held_too`;
/// gives how many they are. Left out is whoever may get no mail any more, and whoever a later digest brought the same posts.
pub(super) async fn retry(tx: &mut Tx, issue: IssueId, held_too: bool, now: Timestamp) -> Result<u64, Error> {
    let held = if held_too { " OR (state = 'uncertain' AND due_at IS NULL)" } else { "" };
    let select = format!(
        "{OPEN}issue_id = $1 AND (state = 'rejected'{held}) AND {ENTITLED} AND NOT EXISTS (SELECT 1 FROM deliveries AS later \
         WHERE later.subscriber_id = deliveries.subscriber_id AND later.id > deliveries.id \
         AND later.kind = 'digest' AND later.state NOT IN ('excluded', 'cancelled')) ORDER BY id{}",
        tx.for_update()
    );
    let rejected: Vec<Open> = on!(tx, c => {
        sqlx::query_as(AssertSqlSafe(select)).bind(issue.0).bind(millis(now)).fetch_all(c).await
    })?;
    let mut ids = Vec::with_capacity(rejected.len());
    for row in rejected {
        if row.progress()?.step(Event::Retried, Uncertainty::default()).is_ok() {
            ids.push(row.id);
        }
    }
    let update = format!(
        "UPDATE deliveries SET state = CASE state WHEN 'rejected' THEN 'planned' ELSE state END, attempts = 0, first_attempt_at = NULL, due_at = $2, changed_at = $2 \
         WHERE {}",
        is_one_of(tx)
    );
    tx.execute_rows(update, one_each(&ids)?, &[millis(now)]).await?;
    Ok(ids.len() as u64)
}

async fn record_outcomes(
    tx: &mut Tx,
    hashes: &HashKey,
    outcomes: &[(DeliveryId, Outcome)],
    policy: Uncertainty,
    now: Timestamp,
) -> Result<(), Error> {
    let ids: Vec<i64> = outcomes.iter().map(|(id, _)| id.0).collect();
    // In the order in which they came: who was refused after the last mail was taken may be so by a relay that has broken down.
    let is_taken = |(_, outcome): &(DeliveryId, Outcome)| matches!(outcome, Outcome::Accepted { .. });
    let after: Vec<i64> = outcomes.iter().rev().take_while(|one| !is_taken(one)).map(|(id, _)| id.0).collect();
    let outcomes: HashMap<i64, &Outcome> = outcomes.iter().map(|(id, outcome)| (id.0, outcome)).collect();
    let select = format!("{OPEN}{} ORDER BY id{}", is_one_of(tx), tx.for_update());
    let values = one_each(&ids)?;
    let open: Vec<Open> = on!(tx, c => {
        sqlx::query_as(AssertSqlSafe(select)).bind(values).fetch_all(c).await
    })?;
    let mut settled = Vec::new();
    for row in open {
        if let Some(outcome) = outcomes.get(&row.id)
            && let Ok(next) = row.progress()?.step(Event::Reported(outcome), policy)
        {
            settled.push(Settled::new(row, next, Some(outcome.detail()), now)?);
        }
    }
    settle(tx, &settled, now).await?;
    let rejected: Vec<_> = settled.iter().filter_map(Settled::refused).collect();
    let refused: Vec<_> =
        rejected.iter().filter_map(|row| Bounce::of_refusal(row).transpose()).collect::<Result<_, _>>()?;
    let took_one = settled.iter().any(|settled| settled.next.state == State::Accepted);
    let (later, earlier): (Vec<_>, Vec<_>) = refused.into_iter().partition(|bounce| after.contains(&bounce.delivery.0));
    refusals::hear(tx, hashes, earlier, took_one, now).await?;
    refusals::hear(tx, hashes, later, false, now).await
}

/// A mailbox that took nothing for so long is counted, also if a later issue comes before the last attempt.
const LONG_ENOUGH: TimeDelta = TimeDelta::hours(12);

/// Counts what a relay would not take for now until a later issue superseded it: a daily one never comes to its deadline.
pub(super) async fn count_superseded(tx: &mut Tx, hashes: &HashKey, ids: &[i64], now: Timestamp) -> Result<(), Error> {
    let select = format!(
        "SELECT id, issue_id, subscriber_id, kind, recipient, detail FROM deliveries WHERE {} \
         AND first_attempt_at <= $2 AND detail LIKE '4%' ORDER BY id",
        is_one_of(tx)
    );
    let values = one_each(ids)?;
    let rows: Vec<Refused> = on!(&mut *tx, c => {
        sqlx::query_as(AssertSqlSafe(select)).bind(values).bind(millis(now - LONG_ENOUGH)).fetch_all(c).await
    })?;
    for row in &rows {
        if let Some(bounce) = Bounce::of_refusal(row)? {
            bounces::record(tx, hashes, &bounce, now).await?;
        }
    }
    Ok(())
}

/// Ends the leases of these rows.
async fn expire(tx: &mut Tx, held: Vec<Open>, policy: Uncertainty, now: Timestamp) -> Result<usize, Error> {
    let mut settled = Vec::with_capacity(held.len());
    for row in held {
        if let Ok(next) = row.progress()?.step(Event::LeaseExpired, policy) {
            settled.push(Settled::new(row, next, None, now)?);
        }
    }
    settle(tx, &settled, now).await?;
    issues::finish_issues(tx, now).await?;
    Ok(settled.len())
}

/// A delivery that a relay did not take: its number, its issue, whose it is, what it is, where it went, and the last reply.
type Refused = (i64, Option<i64>, i64, String, Option<String>, String);

impl<'a> Bounce<'a> {
    /// What a relay's last reply says of the address; none where it gave none.
    fn of_refusal((id, issue, subscriber, kind, recipient, reply): &'a Refused) -> Result<Option<Self>, Error> {
        let status = Status::find(reply);
        let verdict = match (reply.as_bytes().first(), classify(status, reply)) {
            // It was for now each time.
            (Some(b'4'), Verdict::Hard) => Verdict::Soft,
            (Some(b'4' | b'5'), verdict) => verdict,
            _ => return Ok(None),
        };
        Ok(Some(Self {
            delivery: DeliveryId(*id),
            issue: issue.map(IssueId),
            subscriber: SubscriberId(*subscriber),
            kind: parse(kind)?,
            recipient: recipient.clone(),
            verdict,
            status,
            detail: reply,
        }))
    }
}

impl Open {
    fn progress(&self) -> Result<Progress, Error> {
        Ok(Progress {
            state: parse(&self.state)?,
            on_wire: self.on_wire_at.is_some(),
            attempts: u32::try_from(self.attempts).map_err(Error::row)?,
            in_doubt: self.uncertain_since.is_some(),
        })
    }

    /// What its subscriber has had, once it counts as received.
    fn brought(&self) -> Option<Brought<'_>> {
        Some((self.subscriber_id, &self.locale, self.cursor_to?, self.cohort_id?))
    }
}

/// A row and what it becomes.
struct Settled<'a> {
    row: Open,
    next: Next,
    attempts: u32,
    due_at: Option<i64>,
    detail: Option<&'a str>,
}

impl<'a> Settled<'a> {
    /// What the relay said of a delivery that it will not take.
    fn refused(&self) -> Option<Refused> {
        let reply = self.detail.filter(|_| self.next.state == State::Rejected)?;
        let Open { id, issue_id, subscriber_id, kind, recipient, .. } = &self.row;
        Some((*id, *issue_id, *subscriber_id, kind.clone(), recipient.clone(), reply.to_owned()))
    }

    fn new(row: Open, mut next: Next, detail: Option<&'a str>, now: Timestamp) -> Result<Self, Error> {
        let attempts = row.progress()?.attempts + u32::from(next.attempt_ended);
        let first = row.first_attempt_at.map(instant).transpose()?.unwrap_or(now);
        let due_at = match next.due {
            Due::Never => None,
            Due::Now => Some(now),
            Due::AfterFault => Some(now + retry::FAULT_PAUSE),
            Due::AfterRefusal => retry::after_refusal(first, now),
            Due::AfterBackoff => retry::next_attempt(attempts, first, now, spread(row.id)),
        };
        if matches!(next.due, Due::AfterBackoff | Due::AfterRefusal) && due_at.is_none() {
            next = next.give_up();
        }
        Ok(Self { row, next, attempts, due_at: due_at.map(millis), detail })
    }
}

/// A number from a delivery's own, so that neighbors do not come back together (Knuth's
/// multiplicative hash; it hides nothing and needs to hide nothing).
fn spread(id: i64) -> u64 {
    id.unsigned_abs().wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 16
}

/// Carries out what the state machine decided, and moves the cursors of who was served.
async fn settle(tx: &mut Tx, settled: &[Settled<'_>], now: Timestamp) -> Result<(), Error> {
    if settled.is_empty() {
        return Ok(());
    }
    update_rows(tx, settled, now).await?;
    move_cursors(tx, settled).await
}

async fn update_rows(tx: &mut Tx, settled: &[Settled<'_>], now: Timestamp) -> Result<(), Error> {
    use Column::{Number, Text};
    let values: Vec<_> = settled
        .iter()
        .map(|Settled { row, next, attempts, due_at, detail }| {
            let tried = next.attempt_ended || next.due == Due::AfterRefusal;
            let first = row.first_attempt_at.or_else(|| tried.then(|| millis(now)));
            let doubt = row.uncertain_since.or_else(|| (next.state == State::Uncertain).then(|| millis(now)));
            (row.id, next.state.as_str(), *attempts, first, *due_at, doubt, *detail)
        })
        .collect();
    let update = format!(
        "UPDATE deliveries SET state = r.state, attempts = r.attempts, \
         first_attempt_at = r.first, due_at = r.due_at, uncertain_since = r.doubt, \
         detail = coalesce(r.detail, deliveries.detail), worker = NULL, lease_until = NULL, \
         on_wire_at = NULL, slot_at = NULL, changed_at = $2 FROM {} WHERE deliveries.id = r.id",
        tx.rows_as(&[
            ("id", Number),
            ("state", Text),
            ("attempts", Number),
            ("first", Number),
            ("due_at", Number),
            ("doubt", Number),
            ("detail", Text),
        ])
    );
    tx.execute_rows(update, rows(&values)?, &[millis(now)]).await?;
    Ok(())
}

/// A subscriber and their language, where their cursor goes, and the content that they were sent.
type Brought<'a> = (i64, &'a str, i64, i64);

const BROUGHT: [(&str, Column); 4] = [
    ("subscriber_id", Column::Number),
    ("locale", Column::Text),
    ("cursor_to", Column::Number),
    ("cohort_id", Column::Number),
];

/// Moves the cursors of who was served. What their mail had beyond the cursor is noted: it went out
/// past a post that they wait for. Of who changed their language meanwhile, all of it is.
async fn move_cursors(tx: &mut Tx, settled: &[Settled<'_>]) -> Result<(), Error> {
    let served = || settled.iter().filter(|settled| settled.next.served).map(|settled| &settled.row);
    let all: Vec<_> = served().filter_map(Open::brought).collect();
    if all.is_empty() {
        return Ok(());
    }
    let update = format!(
        "UPDATE subscribers SET cursor = r.cursor_to FROM {} WHERE subscribers.id = r.subscriber_id \
         AND subscribers.locale = r.locale AND subscribers.cursor < r.cursor_to",
        tx.rows_as(&BROUGHT)
    );
    let moved = tx.execute_rows(update, rows(&all)?, &[]).await?;
    if moved < all.len() as u64 {
        let moved_away = format!(
            "INSERT INTO served (subscriber_id, post) SELECT r.subscriber_id, p.post FROM {} \
             JOIN subscribers AS s ON s.id = r.subscriber_id AND s.locale <> r.locale \
             JOIN cohort_posts AS p ON p.cohort_id = r.cohort_id WHERE true \
             ON CONFLICT (subscriber_id, post) DO NOTHING",
            tx.rows_as(&BROUGHT)
        );
        tx.execute_rows(moved_away, rows(&all)?, &[]).await?;
    }
    let beyond: Vec<_> = served().filter(|row| row.beyond > 0).filter_map(Open::brought).collect();
    if !beyond.is_empty() {
        let insert = format!(
            "INSERT INTO served (subscriber_id, post) SELECT s.id, p.post FROM {} \
             JOIN cohort_posts AS p ON p.cohort_id = r.cohort_id \
             JOIN releases AS l ON l.locale = r.locale AND l.post = p.post AND l.sequence > r.cursor_to \
             JOIN subscribers AS s ON s.id = r.subscriber_id WHERE true \
             ON CONFLICT (subscriber_id, post) DO NOTHING",
            tx.rows_as(&BROUGHT)
        );
        tx.execute_rows(insert, rows(&beyond)?, &[]).await?;
    }
    Ok(())
}
