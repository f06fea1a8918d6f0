//! Freezing an issue: audience, content and window in one transaction. And planning one.

use std::{
    collections::{BTreeMap, HashMap, HashSet, hash_map},
    time::Duration,
};

use chrono_tz::Tz;
use serde::{Serialize, Serializer};
use sqlx::AssertSqlSafe;

use super::{
    Error, Issue, IssueState, Store,
    audience::{Audience, Due, Page},
    backend::{Column, Tx, on, rows},
    deliveries::insert_content,
    issues::{by_id, finish_issues},
    millis, outcomes,
};
use crate::{
    clock::Timestamp,
    digest::{CohortKey, LocalHour, NewRelease, Readers, Standings},
    locale::Locale,
    mail::MailContent,
    outbox::{Exclusion, IssueId, State},
    subscribers::{Cadence, HashKey},
};

/// What a digest is to be made of.
#[derive(Debug, Clone, Copy)]
pub struct FreezeRequest<'a> {
    /// The workflow.
    pub workflow: &'a str,
    /// When it was due: with the workflow, the issue's identity.
    pub slot: Timestamp,
    /// Whose pace it has.
    pub cadence: Cadence,
    /// The languages that there are: who reads another is left out.
    pub locales: &'a [Locale],
    /// How the released posts stand.
    pub standings: &'a Standings,
    /// How long after its release a post that cannot be had is waited for.
    pub max_age: Duration,
    /// When its mails may leave.
    pub departure: Departure,
    /// The time now.
    pub now: Timestamp,
}

/// When the mails of an issue may leave.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Departure {
    /// Until when an editor may let them go; none: nobody has to.
    pub approve_by: Option<Timestamp>,
    /// How long the issue can be called back before the first of them.
    pub undo: Duration,
    /// At which hour of its reader's day each leaves, after the slot; none: at once.
    pub at: Option<LocalHour>,
}

/// Why an issue was not frozen.
#[derive(Debug, thiserror::Error)]
pub enum FreezeError<E> {
    /// The database failed.
    #[error(transparent)]
    Store(#[from] Error),
    /// A cohort's mail could not be composed.
    #[error("cannot compose the digest")]
    Compose(#[source] E),
}

/// An issue, with what was said when it was frozen; of one that was there before, only the issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frozen {
    /// The issue.
    pub issue: Issue,
    /// Who waits for what could not be had.
    pub held: Readers,
    /// Who waits no longer for what could not be had for too long.
    pub given_up: Readers,
}

/// What a digest would be, without making it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// How many would get it.
    pub recipients: u64,
    /// For how many there is nothing new.
    pub nothing_new: u64,
    /// How many read at this pace and would not get it, by reason.
    pub excluded: BTreeMap<Exclusion, u64>,
    /// How many asked for it and have not confirmed that yet.
    pub unconfirmed: u64,
    /// How many had it once and have left, or whose address takes no mail.
    pub ended: u64,
    /// Who would get what.
    pub cohorts: Vec<PlannedCohort>,
    /// Who would wait for what cannot be had.
    pub held: Readers,
    /// Who would wait no longer for what could not be had for too long.
    pub given_up: Readers,
}

/// A cohort of a [`Plan`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedCohort {
    /// What they would get.
    pub key: CohortKey,
    /// How many they are.
    pub recipients: u64,
}

impl Store {
    /// Freezes audience, content and window of a digest in one transaction. `compose` is called
    /// once per cohort. A second call for the same workflow and slot returns the first issue.
    ///
    /// # Errors
    /// When the database fails or `compose` does; then nothing was frozen.
    pub async fn freeze_issue<E>(
        &self,
        request: FreezeRequest<'_>,
        mut compose: impl FnMut(&CohortKey) -> Result<MailContent, E>,
    ) -> Result<Frozen, FreezeError<E>> {
        self.freeze_numbered(request, |_, key| compose(key)).await
    }

    /// The same for mails that name the issue they are of.
    ///
    /// # Errors
    /// As [`freeze_issue`](Self::freeze_issue).
    pub async fn freeze_numbered<E>(
        &self,
        request: FreezeRequest<'_>,
        mut compose: impl FnMut(IssueId, &CohortKey) -> Result<MailContent, E>,
    ) -> Result<Frozen, FreezeError<E>> {
        let mut tx = self.db.begin().await?;
        let Some(id) = insert_issue(&mut tx, &request).await? else {
            drop(tx);
            let issue = self.issue_of(request.workflow, request.slot).await?;
            let issue = issue.ok_or_else(|| Error::Missing("such issue".to_owned()))?;
            return Ok(Frozen { issue, held: Readers::new(), given_up: Readers::new() });
        };
        let mut audience = Audience::new(&mut tx, &request, &[]).await?;
        let mut ledger = Ledger::new(id, &request);
        let (mut planned, mut nothing_new) = (0, 0);
        while let Some(mut page) = audience.next_page(&mut tx, true).await? {
            supersede(&mut tx, &self.hashes, &mut page, &audience.cohorts, request.now).await?;
            // Only now is it known who is left: a cohort may be there for somebody who was not.
            for due in &page.due {
                if let hash_map::Entry::Vacant(free) = ledger.cohorts.entry(due.cohort) {
                    let key = &audience.cohorts[due.cohort];
                    let content = compose(IssueId(id), key).map_err(FreezeError::Compose)?;
                    free.insert((insert_cohort(&mut tx, id, key, &content).await?, key.locale.clone()));
                }
            }
            planned += page.due.len() + page.in_flight.len() + page.no_language.len();
            nothing_new += page.nothing_new.len();
            ledger.insert(&mut tx, &page).await?;
            skip_ahead(&mut tx, &page.nothing_new).await?;
        }
        let update = "UPDATE issues SET planned = $1, nothing_new = $2 WHERE id = $3";
        let (planned, nothing_new) = (planned as i64, nothing_new as i64);
        on!(&mut tx, c => {
            sqlx::query(update).bind(planned).bind(nothing_new).bind(id).execute(c).await.map(|_| ())
        })
        .map_err(Error::from)?;
        finish_issues(&mut tx, request.now).await?;
        let issue = by_id(&mut tx, id).await?;
        tx.commit().await?;
        Ok(Frozen { issue, held: audience.held, given_up: audience.given_up })
    }

    /// What [`freeze_issue`](Self::freeze_issue) would do now, if the expected releases had been
    /// made; changes nothing.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn plan_issue(&self, request: FreezeRequest<'_>, expected: &[NewRelease]) -> Result<Plan, Error> {
        let mut tx = self.db.snapshot().await?;
        let mut audience = Audience::new(&mut tx, &request, expected).await?;
        let mut plan = Plan::default();
        let mut recipients: Vec<u64> = Vec::new();
        while let Some(page) = audience.next_page(&mut tx, false).await? {
            recipients.resize(audience.cohorts.len(), 0);
            for due in &page.due {
                recipients[due.cohort] += 1;
            }
            plan.recipients += page.due.len() as u64;
            plan.nothing_new += page.nothing_new.len() as u64;
            for (reason, left_out) in page.left_out() {
                if !left_out.is_empty() {
                    *plan.excluded.entry(reason).or_default() += left_out.len() as u64;
                }
            }
        }
        let (unconfirmed, paused, ended) = left_out(&mut tx, &request).await?;
        (plan.unconfirmed, plan.ended) = (unconfirmed, ended);
        if paused > 0 {
            plan.excluded.insert(Exclusion::Paused, paused);
        }
        (plan.held, plan.given_up) = (audience.held, audience.given_up);
        plan.cohorts = audience
            .cohorts
            .into_iter()
            .zip(recipients)
            .map(|(key, recipients)| PlannedCohort { key, recipients })
            .collect();
        Ok(plan)
    }
}

/// How many of a cadence have not confirmed their subscription, how many pause, and how many have left.
async fn left_out(tx: &mut Tx, request: &FreezeRequest<'_>) -> Result<(u64, u64, u64), Error> {
    let select = "SELECT count(CASE WHEN status = 'pending' THEN 1 END), \
                  count(CASE WHEN status = 'active' AND paused_until > $2 THEN 1 END), \
                  count(CASE WHEN status = 'unsubscribed' THEN 1 END) FROM subscribers WHERE cadence = $1";
    let (unconfirmed, paused, ended): (i64, i64, i64) = on!(tx, c => {
        sqlx::query_as(select).bind(request.cadence.as_str()).bind(millis(request.now)).fetch_one(c).await
    })?;
    Ok((unconfirmed.unsigned_abs(), paused.unsigned_abs(), ended.unsigned_abs()))
}

/// The number of the next issue in SQLite, which gives them without a look at `sqlite_sequence` itself: there stands
/// how far a database that was put back goes beyond its own. Where nothing stands, the next is the next.
const NEXT_NUMBER: &str = "(SELECT max(seq, coalesce((SELECT max(id) FROM issues), 0)) + 1 \
                           FROM sqlite_sequence WHERE name = 'issues')";

/// Makes the issue's row; `None` if the slot has one.
async fn insert_issue(tx: &mut Tx, request: &FreezeRequest<'_>) -> Result<Option<i64>, Error> {
    let (id, number) = match tx {
        Tx::Sqlite(_) => ("id, ", format!("{NEXT_NUMBER}, ")),
        Tx::Postgres(_) => ("", String::new()),
    };
    let insert = format!(
        "INSERT INTO issues ({id}workflow, slot, cadence, state, planned, nothing_new, \
         created_at, approve_by, undo_for) VALUES ({number}$1, $2, $3, $4, 0, 0, $5, $6, $7) \
         ON CONFLICT (workflow, slot) DO NOTHING RETURNING id"
    );
    let Departure { approve_by, undo, .. } = request.departure;
    let state = if approve_by.is_some() { IssueState::Waiting } else { IssueState::Sending }.as_str();
    let undo = i64::try_from(undo.as_millis()).unwrap_or(i64::MAX);
    let (slot, cadence, now) = (millis(request.slot), request.cadence.as_str(), millis(request.now));
    Ok(on!(tx, c => {
        let query = sqlx::query_scalar(AssertSqlSafe(insert)).bind(request.workflow).bind(slot).bind(cadence);
        query.bind(state).bind(now).bind(approve_by.map(millis)).bind(undo).fetch_optional(c).await
    })?)
}

/// Makes a cohort's rows and returns its number.
async fn insert_cohort(tx: &mut Tx, issue: i64, key: &CohortKey, content: &MailContent) -> Result<i64, Error> {
    let cohort = insert_content(tx, Some(issue), &key.locale, content).await?;
    let posts: Vec<_> = (0..).zip(&key.posts).map(|(at, post): (i64, _)| (cohort, at, post)).collect();
    let insert = format!(
        "INSERT INTO cohort_posts (cohort_id, position, post) SELECT * FROM {}",
        tx.rows_as(&[("cohort_id", Column::Number), ("position", Column::Number), ("post", Column::Text),])
    );
    tx.execute_rows(insert, rows(&posts)?, &[]).await?;
    Ok(cohort)
}

/// Ends the waiting deliveries of earlier issues whose posts come along now. What a worker took
/// a moment ago cannot be ended: its subscriber has a mail on its way after all.
async fn supersede(
    tx: &mut Tx,
    hashes: &HashKey,
    page: &mut Page,
    cohorts: &[CohortKey],
    now: Timestamp,
) -> Result<(), Error> {
    let waiting: Vec<_> = page.due.iter().flat_map(|due| &due.supersedes).map(|id| (*id, millis(now))).collect();
    if waiting.is_empty() {
        return Ok(());
    }
    let update = format!(
        "UPDATE deliveries SET state = 'superseded', due_at = NULL, changed_at = r.now FROM {} \
         WHERE deliveries.id = r.id AND deliveries.state IN ('planned', 'deferred') \
         RETURNING deliveries.id",
        tx.rows_as(&[("id", Column::Number), ("now", Column::Number)])
    );
    let values = rows(&waiting)?;
    let ended: Vec<i64> = on!(tx, c => {
        sqlx::query_scalar(AssertSqlSafe(update)).bind(values).fetch_all(c).await
    })?;
    outcomes::count_superseded(tx, hashes, &ended, now).await?;
    let ended: HashSet<i64> = ended.into_iter().collect();
    let (due, taken): (Vec<Due>, Vec<Due>) =
        std::mem::take(&mut page.due).into_iter().partition(|due| due.supersedes.iter().all(|id| ended.contains(id)));
    page.due = due;
    page.in_flight.extend(taken.into_iter().map(|due| (due.subscriber, cohorts[due.cohort].locale.clone())));
    Ok(())
}

/// The rows of one issue, as they are made.
struct Ledger {
    issue: i64,
    now: Timestamp,
    slot: Timestamp,
    departure: Departure,
    /// When the mails to each zone leave.
    leave: HashMap<Option<Tz>, Timestamp>,
    /// Number and locale, by the place in [`Audience::cohorts`].
    cohorts: HashMap<usize, (i64, Locale)>,
    ordinal: i64,
}

/// A row of the ledger as it begins.
struct Row<'a> {
    subscriber: i64,
    locale: &'a Locale,
    state: &'static str,
    cohort: Option<i64>,
    ordinal: i64,
    cursor_to: Option<i64>,
    reason: Option<&'static str>,
    due_at: Option<i64>,
}

/// The columns of a [`Row`], in the order in which it is written.
const COLUMNS: [(&str, Column); 8] = [
    ("subscriber", Column::Number),
    ("locale", Column::Text),
    ("state", Column::Text),
    ("cohort", Column::Number),
    ("ordinal", Column::Number),
    ("cursor_to", Column::Number),
    ("reason", Column::Text),
    ("due_at", Column::Number),
];

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { subscriber, locale, state, cohort, ordinal, cursor_to, reason, due_at } = self;
        (subscriber, locale, state, cohort, ordinal, cursor_to, reason, due_at).serialize(serializer)
    }
}

impl<'a> Row<'a> {
    fn planned(due: &Due, (cohort, locale): &'a (i64, Locale), ordinal: i64, leaves_at: Timestamp) -> Self {
        Self {
            subscriber: due.subscriber,
            locale,
            state: State::Planned.as_str(),
            cohort: Some(*cohort),
            ordinal,
            cursor_to: Some(due.cursor_to),
            reason: None,
            due_at: Some(millis(leaves_at)),
        }
    }

    fn excluded(subscriber: i64, locale: &'a Locale, reason: Exclusion) -> Self {
        Self {
            subscriber,
            locale,
            state: State::Excluded.as_str(),
            cohort: None,
            ordinal: 0,
            cursor_to: None,
            reason: Some(reason.as_str()),
            due_at: None,
        }
    }
}

impl Ledger {
    fn new(issue: i64, request: &FreezeRequest<'_>) -> Self {
        let FreezeRequest { slot, departure, now, .. } = *request;
        let (leave, cohorts) = Default::default();
        Self { issue, now, slot, departure, leave, cohorts, ordinal: 0 }
    }

    /// When the mail to somebody in this zone leaves.
    fn leaves_at(&mut self, zone: Option<Tz>) -> Timestamp {
        let Self { now, slot, departure: Departure { undo, at, .. }, .. } = *self;
        let leaves_at = || at.map_or(now, |hour| hour.first_from(slot, zone)).max(now + undo);
        *self.leave.entry(zone).or_insert_with(leaves_at)
    }

    async fn insert(&mut self, tx: &mut Tx, page: &Page) -> Result<(), Error> {
        let mut values = Vec::with_capacity(page.due.len() + page.in_flight.len() + page.no_language.len());
        let leave: Vec<Timestamp> = page.due.iter().map(|due| self.leaves_at(due.zone)).collect();
        for (due, leaves_at) in page.due.iter().zip(leave) {
            self.ordinal += 1;
            let cohort = self.cohorts.get(&due.cohort);
            let cohort = cohort.ok_or_else(|| Error::Missing("content for a cohort".to_owned()))?;
            values.push(Row::planned(due, cohort, self.ordinal, leaves_at));
        }
        for (reason, left_out) in page.left_out() {
            values.extend(left_out.iter().map(|(subscriber, locale)| Row::excluded(*subscriber, locale, reason)));
        }
        if values.is_empty() {
            return Ok(());
        }
        let insert = format!(
            "INSERT INTO deliveries (kind, priority, issue_id, cohort_id, ordinal, subscriber_id, \
             locale, cursor_to, state, reason, due_at, created_at, changed_at) \
             SELECT 'digest', 1, $2, r.cohort, r.ordinal, r.subscriber, r.locale, \
             r.cursor_to, r.state, r.reason, r.due_at, $3, $3 FROM {}",
            tx.rows_as(&COLUMNS)
        );
        tx.execute_rows(insert, rows(&values)?, &[self.issue, millis(self.now)]).await.map(drop)
    }
}

/// Moves the cursors of those for whom nothing was new.
async fn skip_ahead(tx: &mut Tx, nothing_new: &[(i64, Option<i64>)]) -> Result<(), Error> {
    let moves: Vec<_> = nothing_new.iter().filter(|(_, to)| to.is_some()).collect();
    if !moves.is_empty() {
        let update = format!(
            "UPDATE subscribers SET cursor = r.cursor FROM {} WHERE subscribers.id = r.id",
            tx.rows_as(&[("id", Column::Number), ("cursor", Column::Number)])
        );
        tx.execute_rows(update, rows(&moves)?, &[]).await?;
    }
    Ok(())
}
