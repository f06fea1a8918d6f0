//! Issues: what was frozen, how far it has come, and the sum of its ledger.

use std::{
    collections::{BTreeMap, HashMap},
    fmt,
    str::FromStr,
};

use sqlx::AssertSqlSafe;

use super::{
    Error, Store,
    backend::{Tx, on},
    instant, millis, outcomes, parse,
};
use crate::{
    clock::Timestamp,
    outbox::{Exclusion, IssueId, State, Uncertainty},
    subscribers::{Cadence, SubscriberEmail},
};

/// How far an issue has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IssueState {
    /// It waits for an editor's approval.
    Waiting,
    /// Its deliveries are claimed and sent.
    Sending,
    /// An editor stopped it for now.
    Paused,
    /// An editor stopped it for good.
    Cancelled,
    /// No editor approved it in time.
    Expired,
    /// Every delivery is settled, and the numbers add up.
    Finished,
}

impl IssueState {
    const ALL: [Self; 6] = [Self::Waiting, Self::Sending, Self::Paused, Self::Cancelled, Self::Expired, Self::Finished];

    /// The word in the database and in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sending => "sending",
            Self::Paused => "paused",
            Self::Cancelled => "cancelled",
            Self::Expired => "expired",
            Self::Finished => "finished",
        }
    }
}

impl fmt::Display for IssueState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for IssueState {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let known = Self::ALL.into_iter().find(|state| state.as_str() == text);
        known.ok_or_else(|| format!("{text:?} is no state of an issue"))
    }
}

/// One composed and frozen digest run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Its number.
    pub id: IssueId,
    /// The workflow that made it.
    pub workflow: String,
    /// When that was due.
    pub slot: Timestamp,
    /// Whose pace it has.
    pub cadence: Cadence,
    /// How far it has come.
    pub state: IssueState,
    /// How many were due: rows in the ledger.
    pub planned: u64,
    /// For how many there was nothing new.
    pub nothing_new: u64,
    /// When it was frozen.
    pub created_at: Timestamp,
    /// When the last delivery was settled.
    pub finished_at: Option<Timestamp>,
    /// Until when an editor may approve it, if one has to.
    pub approve_by: Option<Timestamp>,
}

/// The ledger of an issue, summed up. `planned` is the sum of all the others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IssueCounts {
    /// How many were due.
    pub planned: u64,
    /// How many are in each state now.
    pub states: HashMap<State, u64>,
    /// How many were excluded, by reason.
    pub excluded: BTreeMap<Exclusion, u64>,
    /// How many were sent again with the same Message-ID, because the answer to an earlier
    /// attempt was lost: these may have arrived twice.
    pub sent_again: u64,
}

impl IssueCounts {
    /// How many are in this state now.
    pub fn of(&self, state: State) -> u64 {
        self.states.get(&state).copied().unwrap_or(0)
    }

    /// How many are in each state that is not accepted, where there are any.
    pub fn others(&self) -> impl Iterator<Item = (State, u64)> {
        let others = State::ALL.into_iter().filter(|state| *state != State::Accepted);
        others.map(|state| (state, self.of(state))).filter(|(_, count)| *count > 0)
    }

    /// Whether every subscriber who was due is accounted for.
    pub fn add_up(&self) -> bool {
        self.planned == self.states.values().sum::<u64>()
    }
}

/// What a relay said, and of how many mails of an issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replied {
    /// What became of them.
    pub state: State,
    /// What it said.
    pub reply: String,
    /// How many they are.
    pub count: u64,
    /// When the first of them is tried again.
    pub due_at: Option<Timestamp>,
}

pub(super) type Row = (i64, String, i64, String, String, i64, i64, i64, Option<i64>, Option<i64>);

pub(super) const COLUMNS: &str =
    "id, workflow, slot, cadence, state, planned, nothing_new, created_at, finished_at, approve_by";

impl Store {
    /// The issue with this number.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn issue(&self, id: IssueId) -> Result<Option<Issue>, Error> {
        let select = format!("SELECT {COLUMNS} FROM issues WHERE id = $1");
        let mut reading = self.db.read().await?;
        let row: Option<Row> = on!(&mut reading, c => {
            sqlx::query_as(AssertSqlSafe(select)).bind(id.0).fetch_optional(c).await
        })?;
        row.map(issue).transpose()
    }

    /// The issue that a workflow made for a slot.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn issue_of(&self, workflow: &str, slot: Timestamp) -> Result<Option<Issue>, Error> {
        let select = format!("SELECT {COLUMNS} FROM issues WHERE workflow = $1 AND slot = $2");
        let slot = millis(slot);
        let mut reading = self.db.read().await?;
        let row: Option<Row> = on!(&mut reading, c => {
            sqlx::query_as(AssertSqlSafe(select)).bind(workflow).bind(slot).fetch_optional(c).await
        })?;
        row.map(issue).transpose()
    }

    /// The latest issues, newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn issues(&self, limit: usize) -> Result<Vec<Issue>, Error> {
        let select = format!("SELECT {COLUMNS} FROM issues ORDER BY id DESC LIMIT $1");
        let mut reading = self.db.read().await?;
        let rows: Vec<Row> = on!(&mut reading, c => {
            sqlx::query_as(AssertSqlSafe(select)).bind(limit as i64).fetch_all(c).await
        })?;
        rows.into_iter().map(issue).collect()
    }

    /// The issues that are not settled yet, oldest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn open_issues(&self) -> Result<Vec<Issue>, Error> {
        let select = format!("SELECT {COLUMNS} FROM issues WHERE finished_at IS NULL ORDER BY id");
        let mut reading = self.db.read().await?;
        let rows: Vec<Row> = on!(&mut reading, c => sqlx::query_as(AssertSqlSafe(select)).fetch_all(c).await)?;
        rows.into_iter().map(issue).collect()
    }

    /// The ledger of an issue, summed up at one moment.
    ///
    /// # Errors
    /// When the database fails, or there is no such issue.
    pub async fn issue_counts(&self, id: IssueId) -> Result<IssueCounts, Error> {
        let mut tx = self.db.snapshot().await?;
        let mut counts = IssueCounts { planned: by_id(&mut tx, id.0).await?.planned, ..IssueCounts::default() };
        let select = "SELECT state, reason, count(*), count(uncertain_since) FROM deliveries \
                      WHERE issue_id = $1 GROUP BY state, reason \
                      UNION ALL SELECT state, nullif(reason, ''), count, in_doubt FROM issue_totals WHERE issue_id = $1";
        let rows: Vec<(String, Option<String>, i64, i64)> = on!(&mut tx, c => {
            sqlx::query_as(select).bind(id.0).fetch_all(c).await
        })?;
        for (state, reason, count, in_doubt) in rows {
            let (state, count) = (parse(&state)?, count.unsigned_abs());
            if state != State::Uncertain {
                counts.sent_again += in_doubt.unsigned_abs();
            }
            *counts.states.entry(state).or_default() += count;
            if let (State::Excluded, Some(reason)) = (state, reason) {
                *counts.excluded.entry(parse(&reason)?).or_default() += count;
            }
        }
        Ok(counts)
    }

    /// How many mails of an issue may have arrived, and are not sent again.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn held_of(&self, id: IssueId) -> Result<u64, Error> {
        let select = "SELECT count(*) FROM deliveries WHERE issue_id = $1 AND state = 'uncertain' AND due_at IS NULL";
        let mut reading = self.db.read().await?;
        let held: i64 = on!(&mut reading, c => sqlx::query_scalar(select).bind(id.0).fetch_one(c).await)?;
        Ok(held.unsigned_abs())
    }

    /// What relays said of the mails of an issue that are deferred, rejected or uncertain, the commonest first, and at
    /// most `limit` of it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn issue_replies(&self, id: IssueId, limit: usize) -> Result<Vec<Replied>, Error> {
        let select = "SELECT state, detail, count(*), min(due_at) FROM deliveries WHERE issue_id = $1 \
                      AND state IN ('planned', 'deferred', 'rejected', 'uncertain') AND detail IS NOT NULL \
                      GROUP BY state, detail ORDER BY count(*) DESC, state, detail LIMIT $2";
        let mut reading = self.db.read().await?;
        let rows: Vec<(String, String, i64, Option<i64>)> = on!(&mut reading, c => {
            sqlx::query_as(select).bind(id.0).bind(limit as i64).fetch_all(c).await
        })?;
        rows.into_iter()
            .map(|(state, reply, count, due_at)| {
                let (state, due_at) = (parse(&state)?, due_at.map(instant).transpose()?);
                Ok(Replied { state, reply, count: count.unsigned_abs(), due_at })
            })
            .collect()
    }

    /// Whose deliveries of an issue are in a state, with the last reply.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn issue_readers(
        &self,
        id: IssueId,
        state: State,
    ) -> Result<Vec<(SubscriberEmail, Option<String>)>, Error> {
        let select = "SELECT s.email, d.detail FROM deliveries AS d JOIN subscribers AS s ON s.id = d.subscriber_id \
                      WHERE d.issue_id = $1 AND d.state = $2 ORDER BY s.email";
        let mut reading = self.db.read().await?;
        let rows: Vec<(String, Option<String>)> = on!(&mut reading, c => {
            sqlx::query_as(select).bind(id.0).bind(state.as_str()).fetch_all(c).await
        })?;
        rows.into_iter().map(|(email, detail)| Ok((parse(&email)?, detail))).collect()
    }

    /// How far the issues are that are being sent: for each, the oldest first, how many are in each state.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn sending(&self) -> Result<BTreeMap<IssueId, HashMap<State, u64>>, Error> {
        let select = "SELECT issue_id, state, count(*) FROM deliveries \
                      WHERE issue_id IN (SELECT id FROM issues WHERE state = 'sending') GROUP BY issue_id, state";
        let mut reading = self.db.read().await?;
        let rows: Vec<(i64, String, i64)> = on!(&mut reading, c => sqlx::query_as(select).fetch_all(c).await)?;
        let mut sending = BTreeMap::<_, HashMap<_, _>>::new();
        for (issue, state, count) in rows {
            sending.entry(IssueId(issue)).or_default().insert(parse(&state)?, count.unsigned_abs());
        }
        Ok(sending)
    }

    /// Lets an issue go on that was paused. Returns whether it was.
    ///
    /// # Errors
    /// When the database fails, or there is no such issue.
    pub async fn resume_issue(&self, id: IssueId, now: Timestamp) -> Result<bool, Error> {
        self.turn(id, &[IssueState::Paused], IssueState::Sending, now).await
    }

    /// Stops an issue for now: what is on the wire is finished, all else waits. Returns whether it was
    /// being sent.
    ///
    /// # Errors
    /// When the database fails, or there is no such issue.
    pub async fn pause_issue(&self, id: IssueId, now: Timestamp) -> Result<bool, Error> {
        self.turn(id, &[IssueState::Sending], IssueState::Paused, now).await
    }

    /// Stops an issue for good: what waits is cancelled, what may have arrived is held. Its posts
    /// come with the next. Returns whether it was not settled yet.
    ///
    /// # Errors
    /// When the database fails, or there is no such issue.
    pub async fn cancel_issue(&self, id: IssueId, now: Timestamp) -> Result<bool, Error> {
        use IssueState::{Cancelled, Paused, Sending, Waiting};
        self.turn(id, &[Waiting, Sending, Paused], Cancelled, now).await
    }

    /// Lets the rejected mails of an issue be tried again, and those that are held if they are `held_too`; gives how many they
    /// are: not those whose subscriber has left or has had a later digest. `None` if it was cancelled, or not approved yet.
    ///
    /// # Errors
    /// When the database fails, or there is no such issue.
    pub async fn retry_issue(&self, id: IssueId, held_too: bool, now: Timestamp) -> Result<Option<u64>, Error> {
        use IssueState::{Cancelled, Expired, Waiting};
        let mut tx = self.db.begin().await?;
        if matches!(by_id(&mut tx, id.0).await?.state, Waiting | Cancelled | Expired) {
            return Ok(None);
        }
        let retried = outcomes::retry(&mut tx, id, held_too, now).await?;
        if retried > 0 {
            let update = "UPDATE issues SET state = CASE state WHEN 'finished' THEN 'sending' ELSE state END, \
                          finished_at = NULL WHERE id = $1";
            on!(&mut tx, c => sqlx::query(update).bind(id.0).execute(c).await.map(|_| ()))?;
        }
        tx.commit().await?;
        Ok(Some(retried))
    }

    async fn turn(&self, id: IssueId, from: &[IssueState], to: IssueState, now: Timestamp) -> Result<bool, Error> {
        let mut tx = self.db.begin().await?;
        if !from.contains(&by_id(&mut tx, id.0).await?.state) {
            return Ok(false);
        }
        let update = "UPDATE issues SET state = $1 WHERE id = $2";
        on!(&mut tx, c => {
            sqlx::query(update).bind(to.as_str()).bind(id.0).execute(c).await.map(|_| ())
        })?;
        match to {
            IssueState::Paused => outcomes::put_back(&mut tx, id, Uncertainty::default(), now).await?,
            IssueState::Cancelled => cancel(&mut tx, id, now).await?,
            _ => {}
        }
        finish_issues(&mut tx, now).await?;
        tx.commit().await?;
        Ok(true)
    }
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

/// Finishes every issue of which nothing is open any more and the numbers add up. CASE keeps PostgreSQL from counting what
/// is not at its end, and min from reading all that is settled to find something open.
pub(super) async fn finish_issues(tx: &mut Tx, now: Timestamp) -> Result<(), Error> {
    let update = "UPDATE issues SET state = CASE WHEN state IN ('cancelled', 'expired') THEN state \
                  ELSE 'finished' END, finished_at = $1 WHERE finished_at IS NULL AND CASE \
                  WHEN (SELECT min(d.due_at) FROM deliveries AS d \
                  WHERE d.issue_id = issues.id AND d.due_at IS NOT NULL) IS NOT NULL THEN false \
                  WHEN (SELECT min(d.lease_until) FROM deliveries AS d \
                  WHERE d.issue_id = issues.id AND d.lease_until IS NOT NULL) IS NOT NULL THEN false \
                  ELSE planned = (SELECT count(*) FROM deliveries AS d WHERE d.issue_id = issues.id) END";
    on!(tx, c => sqlx::query(update).bind(millis(now)).execute(c).await.map(|_| ()))?;
    Ok(())
}

pub(super) async fn by_id(tx: &mut Tx, id: i64) -> Result<Issue, Error> {
    let select = format!("SELECT {COLUMNS} FROM issues WHERE id = $1");
    let row: Option<Row> = on!(tx, c => {
        sqlx::query_as(AssertSqlSafe(select)).bind(id).fetch_optional(c).await
    })?;
    issue(row.ok_or_else(|| Error::Missing(format!("issue {id}")))?)
}

pub(super) fn issue(row: Row) -> Result<Issue, Error> {
    let (id, workflow, slot, cadence, state, planned, nothing_new, created_at, finished_at, approve_by) = row;
    Ok(Issue {
        id: IssueId(id),
        workflow,
        slot: instant(slot)?,
        cadence: parse(&cadence)?,
        state: parse(&state)?,
        planned: planned.unsigned_abs(),
        nothing_new: nothing_new.unsigned_abs(),
        created_at: instant(created_at)?,
        finished_at: finished_at.map(instant).transpose()?,
        approve_by: approve_by.map(instant).transpose()?,
    })
}
