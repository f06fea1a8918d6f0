//! Issues: freezing audience, content and window in one transaction; and the sum of the ledger.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    fmt,
    str::FromStr,
};

use sqlx::AssertSqlSafe;

use super::{
    Error, Store,
    audience::{Audience, Due, Page},
    backend::{Column, Tx, on, rows},
    instant, millis, parse,
};
use crate::{
    clock::Timestamp,
    digest::{CohortKey, PostTopics},
    locale::Locale,
    mail::MailContent,
    outbox::{Exclusion, IssueId, State},
    subscribers::Cadence,
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
    /// Every delivery is settled, and the numbers add up.
    Finished,
}

impl IssueState {
    const ALL: [Self; 5] = [
        Self::Waiting,
        Self::Sending,
        Self::Paused,
        Self::Cancelled,
        Self::Finished,
    ];

    /// The word in the database and in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sending => "sending",
            Self::Paused => "paused",
            Self::Cancelled => "cancelled",
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
}

/// What a digest is to be made of.
#[derive(Debug, Clone, Copy)]
pub struct FreezeRequest<'a> {
    /// The workflow.
    pub workflow: &'a str,
    /// When it was due: with the workflow, the issue's identity.
    pub slot: Timestamp,
    /// Whose pace it has.
    pub cadence: Cadence,
    /// The posts that may go into it.
    pub topics: &'a PostTopics,
    /// Whether an editor must approve it before it is sent.
    pub needs_approval: bool,
    /// The time now.
    pub now: Timestamp,
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

/// What a digest would be, without making it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// How many would get it.
    pub recipients: u64,
    /// For how many there is nothing new.
    pub nothing_new: u64,
    /// How many are due and would not get it, by reason.
    pub excluded: BTreeMap<Exclusion, u64>,
    /// Who would get what.
    pub cohorts: Vec<PlannedCohort>,
}

/// A cohort of a [`Plan`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedCohort {
    /// What they would get.
    pub key: CohortKey,
    /// How many they are.
    pub recipients: u64,
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
}

impl IssueCounts {
    /// How many are in this state now.
    pub fn of(&self, state: State) -> u64 {
        self.states.get(&state).copied().unwrap_or(0)
    }

    /// Whether every subscriber who was due is accounted for.
    pub fn add_up(&self) -> bool {
        self.planned == self.states.values().sum::<u64>()
    }
}

type Row = (i64, String, i64, String, String, i64, i64, i64, Option<i64>);

const COLUMNS: &str =
    "id, workflow, slot, cadence, state, planned, nothing_new, created_at, finished_at";

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
    ) -> Result<Issue, FreezeError<E>> {
        let mut tx = self.db.begin().await?;
        let Some(id) = insert_issue(&mut tx, &request).await? else {
            drop(tx);
            let issue = self.issue_of(request.workflow, request.slot).await?;
            return Ok(issue.ok_or_else(|| Error::Missing("such issue".to_owned()))?);
        };
        let mut audience = Audience::new(&mut tx, request.cadence, request.topics).await?;
        let mut ledger = Ledger {
            issue: id,
            now: request.now,
            cohorts: Vec::new(),
            ordinal: 0,
        };
        let (mut planned, mut nothing_new) = (0, 0);
        while let Some(mut page) = audience.next_page(&mut tx, true).await? {
            supersede(&mut tx, &mut page, &audience.cohorts, request.now).await?;
            for key in &audience.cohorts[ledger.cohorts.len()..] {
                let content = compose(key).map_err(FreezeError::Compose)?;
                ledger.cohorts.push((
                    insert_cohort(&mut tx, id, key, &content).await?,
                    key.locale.clone(),
                ));
            }
            planned += page.due.len() + page.in_flight.len();
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
        Ok(issue)
    }

    /// What [`freeze_issue`](Self::freeze_issue) would do now; changes nothing.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn plan_issue(&self, request: FreezeRequest<'_>) -> Result<Plan, Error> {
        let mut tx = self.db.snapshot().await?;
        let mut audience = Audience::new(&mut tx, request.cadence, request.topics).await?;
        let mut plan = Plan::default();
        let mut recipients: Vec<u64> = Vec::new();
        while let Some(page) = audience.next_page(&mut tx, false).await? {
            recipients.resize(audience.cohorts.len(), 0);
            for due in &page.due {
                recipients[due.cohort] += 1;
            }
            plan.recipients += page.due.len() as u64;
            plan.nothing_new += page.nothing_new.len() as u64;
            if !page.in_flight.is_empty() {
                *plan.excluded.entry(Exclusion::InFlight).or_default() +=
                    page.in_flight.len() as u64;
            }
        }
        plan.cohorts = audience
            .cohorts
            .into_iter()
            .zip(recipients)
            .map(|(key, recipients)| PlannedCohort { key, recipients })
            .collect();
        Ok(plan)
    }

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

    /// The ledger of an issue, summed up at one moment.
    ///
    /// # Errors
    /// When the database fails, or there is no such issue.
    pub async fn issue_counts(&self, id: IssueId) -> Result<IssueCounts, Error> {
        let mut tx = self.db.snapshot().await?;
        let mut counts = IssueCounts {
            planned: by_id(&mut tx, id.0).await?.planned,
            ..IssueCounts::default()
        };
        let select = "SELECT state, reason, count(*) FROM deliveries WHERE issue_id = $1 \
                      GROUP BY state, reason";
        let rows: Vec<(String, Option<String>, i64)> = on!(&mut tx, c => {
            sqlx::query_as(select).bind(id.0).fetch_all(c).await
        })?;
        for (state, reason, count) in rows {
            let (state, count) = (parse(&state)?, count.unsigned_abs());
            *counts.states.entry(state).or_default() += count;
            if let (State::Excluded, Some(reason)) = (state, reason) {
                *counts.excluded.entry(parse(&reason)?).or_default() += count;
            }
        }
        Ok(counts)
    }

    /// Lets an issue be sent that waits for approval or was paused. Returns whether it was so.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn release_issue(&self, id: IssueId, now: Timestamp) -> Result<bool, Error> {
        self.turn(
            id,
            &[IssueState::Waiting, IssueState::Paused],
            IssueState::Sending,
            now,
        )
        .await
    }

    /// Stops an issue for now: what is claimed goes out, nothing more is. Returns whether it was
    /// being sent.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn pause_issue(&self, id: IssueId, now: Timestamp) -> Result<bool, Error> {
        self.turn(id, &[IssueState::Sending], IssueState::Paused, now)
            .await
    }

    /// Stops an issue for good: what waits is cancelled, what may have arrived is held. Its posts
    /// come with the next. Returns whether it was not settled yet.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn cancel_issue(&self, id: IssueId, now: Timestamp) -> Result<bool, Error> {
        use IssueState::{Cancelled, Paused, Sending, Waiting};
        self.turn(id, &[Waiting, Sending, Paused], Cancelled, now)
            .await
    }

    async fn turn(
        &self,
        id: IssueId,
        from: &[IssueState],
        to: IssueState,
        now: Timestamp,
    ) -> Result<bool, Error> {
        let mut tx = self.db.begin().await?;
        if !from.contains(&by_id(&mut tx, id.0).await?.state) {
            return Ok(false);
        }
        let update = "UPDATE issues SET state = $1 WHERE id = $2";
        on!(&mut tx, c => {
            sqlx::query(update).bind(to.as_str()).bind(id.0).execute(c).await.map(|_| ())
        })?;
        if to == IssueState::Cancelled {
            super::deliveries::cancel(&mut tx, id, now).await?;
        }
        finish_issues(&mut tx, now).await?;
        tx.commit().await?;
        Ok(true)
    }
}

/// Makes the issue's row; `None` if the slot has one.
async fn insert_issue(tx: &mut Tx, request: &FreezeRequest<'_>) -> Result<Option<i64>, Error> {
    let insert = "INSERT INTO issues (workflow, slot, cadence, state, planned, nothing_new, \
                  created_at) VALUES ($1, $2, $3, $4, 0, 0, $5) \
                  ON CONFLICT (workflow, slot) DO NOTHING RETURNING id";
    let state = if request.needs_approval {
        IssueState::Waiting
    } else {
        IssueState::Sending
    }
    .as_str();
    let (slot, cadence, now) = (
        millis(request.slot),
        request.cadence.as_str(),
        millis(request.now),
    );
    Ok(on!(tx, c => {
        let query = sqlx::query_scalar(insert).bind(request.workflow).bind(slot).bind(cadence);
        query.bind(state).bind(now).fetch_optional(c).await
    })?)
}

/// Makes a cohort's rows and returns its number.
async fn insert_cohort(
    tx: &mut Tx,
    issue: i64,
    key: &CohortKey,
    content: &MailContent,
) -> Result<i64, Error> {
    let cohort = super::deliveries::insert_content(tx, Some(issue), &key.locale, content).await?;
    let posts: Vec<_> = (0..)
        .zip(&key.posts)
        .map(|(at, post): (i64, _)| (cohort, at, post))
        .collect();
    let insert = format!(
        "INSERT INTO cohort_posts (cohort_id, position, post) SELECT * FROM {}",
        tx.rows_as(&[
            ("cohort_id", Column::Number),
            ("position", Column::Number),
            ("post", Column::Text),
        ])
    );
    tx.execute_rows(insert, rows(&posts)?, &[]).await?;
    Ok(cohort)
}

/// Ends the waiting deliveries of earlier issues whose posts come along now. What a worker took
/// a moment ago cannot be ended: its subscriber has a mail on its way after all.
async fn supersede(
    tx: &mut Tx,
    page: &mut Page,
    cohorts: &[CohortKey],
    now: Timestamp,
) -> Result<(), Error> {
    let waiting: Vec<_> = page
        .due
        .iter()
        .flat_map(|due| &due.supersedes)
        .map(|id| (*id, millis(now)))
        .collect();
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
    let ended: HashSet<i64> = ended.into_iter().collect();
    let (due, taken): (Vec<Due>, Vec<Due>) = std::mem::take(&mut page.due)
        .into_iter()
        .partition(|due| due.supersedes.iter().all(|id| ended.contains(id)));
    page.due = due;
    page.in_flight.extend(
        taken
            .into_iter()
            .map(|due| (due.subscriber, cohorts[due.cohort].locale.clone())),
    );
    Ok(())
}

/// The rows of one issue, as they are made.
struct Ledger {
    issue: i64,
    now: Timestamp,
    /// Number and locale, in the order of [`Audience::cohorts`].
    cohorts: Vec<(i64, Locale)>,
    ordinal: i64,
}

impl Ledger {
    async fn insert(&mut self, tx: &mut Tx, page: &Page) -> Result<(), Error> {
        let (issue, now) = (self.issue, millis(self.now));
        let excluded = page.in_flight.iter().map(|(subscriber, locale)| {
            let reason = Some(Exclusion::InFlight.as_str());
            (
                None,
                0,
                *subscriber,
                locale.as_str(),
                None,
                State::Excluded.as_str(),
                reason,
                None,
            )
        });
        let values: Vec<_> = page
            .due
            .iter()
            .map(|due| {
                self.ordinal += 1;
                let (cohort, locale) = &self.cohorts[due.cohort];
                let (place, cursor) = (Some(*cohort), Some(due.cursor_to));
                (
                    place,
                    self.ordinal,
                    due.subscriber,
                    locale.as_str(),
                    cursor,
                    "planned",
                    None,
                    Some(now),
                )
            })
            .chain(excluded)
            .collect();
        let insert = format!(
            "INSERT INTO deliveries (kind, priority, issue_id, cohort_id, ordinal, subscriber_id, \
             locale, cursor_to, state, reason, due_at, created_at, changed_at) \
             SELECT 'digest', 1, $2, r.cohort_id, r.ordinal, r.subscriber_id, r.locale, \
             r.cursor_to, r.state, r.reason, r.due_at, $3, $3 FROM {}",
            tx.rows_as(&[
                ("cohort_id", Column::Number),
                ("ordinal", Column::Number),
                ("subscriber_id", Column::Number),
                ("locale", Column::Text),
                ("cursor_to", Column::Number),
                ("state", Column::Text),
                ("reason", Column::Text),
                ("due_at", Column::Number),
            ])
        );
        if !values.is_empty() {
            tx.execute_rows(insert, rows(&values)?, &[issue, now])
                .await?;
        }
        Ok(())
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

/// Finishes every issue of which nothing is open any more and the numbers add up.
pub(super) async fn finish_issues(tx: &mut Tx, now: Timestamp) -> Result<(), Error> {
    let update = "UPDATE issues SET state = CASE state WHEN 'cancelled' THEN state \
                  ELSE 'finished' END, finished_at = $1 WHERE finished_at IS NULL \
                  AND NOT EXISTS (SELECT 1 FROM deliveries AS d WHERE d.issue_id = issues.id \
                  AND (d.due_at IS NOT NULL OR d.lease_until IS NOT NULL)) \
                  AND planned = (SELECT count(*) FROM deliveries AS d WHERE d.issue_id = issues.id)";
    on!(tx, c => sqlx::query(update).bind(millis(now)).execute(c).await.map(|_| ()))?;
    Ok(())
}

async fn by_id(tx: &mut Tx, id: i64) -> Result<Issue, Error> {
    let select = format!("SELECT {COLUMNS} FROM issues WHERE id = $1");
    let row: Option<Row> = on!(tx, c => {
        sqlx::query_as(AssertSqlSafe(select)).bind(id).fetch_optional(c).await
    })?;
    issue(row.ok_or_else(|| Error::Missing(format!("issue {id}")))?)
}

fn issue(row: Row) -> Result<Issue, Error> {
    let (id, workflow, slot, cadence, state, planned, nothing_new, created_at, finished_at) = row;
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
    })
}
