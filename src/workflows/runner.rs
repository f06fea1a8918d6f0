//! One run of a workflow: a row for its slot, then its steps in order, then what became of it.

use std::{sync::Arc, time::Duration};

use super::{
    Content, Editor, Step, Workflow, content,
    report::{Account, RunReport},
    take::Going,
    webhook::Secret,
};
use crate::{
    clock::{Clock, Timestamp},
    delivery::{self, Presence, Worker},
    line::chain_of,
    machine::Interpreter,
    posts::Slug,
    storage::{self, Run, RunId, Store},
};

/// A run could not be done, or could not be finished.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The publication could not be synced, published or composed.
    #[error("cannot do the step `{step}`")]
    Step {
        /// The step.
        step: &'static str,
        /// Why not.
        #[source]
        source: content::Error,
    },
    /// It took too long.
    #[error("the step `{step}` is not done after {timeout:?}")]
    TimedOut {
        /// The step.
        step: &'static str,
        /// How long it may take.
        timeout: Duration,
    },
    /// It failed as often as its file lets it be tried.
    #[error("given up after {attempts} attempts")]
    GivenUp {
        /// How often it was tried.
        attempts: u32,
        /// Why it failed the last time.
        #[source]
        source: Box<Error>,
    },
    /// Nothing could be had from where others publish.
    #[error("{0}")]
    NotImported(String),
    /// Somebody could not be told what the run did.
    #[error("{0}")]
    NotNotified(String),
    /// It was to stop while mail was leaving.
    #[error("it was to stop while mail was leaving")]
    Stopped,
    /// Mail could not be delivered at all; the ledger has what could.
    #[error("cannot deliver")]
    Delivery(#[from] delivery::Error),
    /// The file that says that a run is going could not be made or removed.
    #[error("cannot use the lock files of runs")]
    Presence {
        /// Why not.
        #[source]
        source: std::io::Error,
    },
    /// The database failed.
    #[error("cannot use the database")]
    Storage(#[from] storage::Error),
}

impl Error {
    /// Whether the same run may succeed later.
    pub fn is_transient(&self) -> bool {
        match self {
            Self::Step { source, .. } => source.is_transient(),
            Self::Delivery(delivery::Error::Ledger(error)) | Self::Storage(error) => error.is_transient(),
            Self::Stopped => true,
            Self::Delivery(_)
            | Self::Presence { .. }
            | Self::TimedOut { .. }
            | Self::GivenUp { .. }
            | Self::NotImported(_)
            | Self::NotNotified(_) => false,
        }
    }

    /// Writes into the log what became of a run that nobody waits for.
    pub(super) fn log(&self, workflow: &Slug) {
        let error = chain_of(self);
        if self.is_transient() {
            tracing::warn!(%workflow, error, "a run was broken off, and is gone on with soon");
        } else {
            tracing::error!(%workflow, error, "a run failed");
        }
    }
}

/// Where several machines share a database, a run that began less than this ago may be going on a
/// machine that has not come to hold it yet.
const PERHAPS_GOING: Duration = Duration::from_mins(1);

/// After this a workflow that cannot be read is not merely broken for a moment.
const GONE_AFTER: Duration = Duration::from_hours(24);

fn presence_of(run: RunId) -> String {
    format!("run-{run}")
}

/// The name under which somebody is present who begins a run and does not know its number yet.
fn beginning_of(workflow: &str) -> String {
    format!("beginning-{workflow}")
}

/// What the steps of a run did that are done, if they are still those of its workflow; if its file was edited meanwhile
/// they are taken again.
fn accounts_of(run: &Run, workflow: &Workflow) -> Vec<Account> {
    let done: Vec<Account> = serde_json::from_str(&run.done).unwrap_or_default();
    let is_same = |(step, done): (&Step, &Account)| step.as_str() == done.step;
    let are_same = done.len() <= workflow.steps.len() && workflow.steps.iter().zip(&done).all(is_same);
    if are_same { done } else { Vec::new() }
}

/// Runs workflows.
#[derive(Debug, Clone)]
pub struct Runner {
    /// The publication.
    pub content: Content,
    /// The database.
    pub store: Store,
    /// Delivers what a digest step froze.
    pub worker: Worker,
    /// Whether it does: others may work with the same database, and deliver.
    pub delivers: bool,
    /// The translation service, if there is one.
    pub interpreter: Option<Interpreter>,
    /// Who approves issues, and is told what was done.
    pub editors: Arc<[Editor]>,
    /// What signs what a webhook is told.
    pub signs: Option<Secret>,
    /// The time.
    pub clock: Clock,
}

impl Runner {
    /// Runs a workflow for a slot, unless that slot has its run already.
    ///
    /// # Errors
    /// When a step fails. The run's row then says why, and the next slot is not affected.
    pub async fn run(&self, workflow: &Workflow, slot: Timestamp) -> Result<Option<RunReport>, Error> {
        let beginning = self.begin_beside(&workflow.name)?;
        let Some(run) = self.store.begin_run(workflow.name.as_str(), slot, self.clock.now()).await? else {
            return Ok(None);
        };
        self.finish(&Going { run, workflow, slot }, Vec::new(), beginning).await.map(Some)
    }

    /// Shows those on the same machine who go on with runs that were broken off that one of this workflow is only beginning;
    /// where another begins in this moment, that one does.
    fn begin_beside(&self, name: &Slug) -> Result<Option<Presence>, Error> {
        let Some(folder) = &self.worker.presence else { return Ok(None) };
        Presence::claim(folder, &beginning_of(name.as_str())).map_err(|source| Error::Presence { source })
    }

    /// Runs a workflow for all that asked for it until now beside the clock; `None` if somebody else just did.
    ///
    /// # Errors
    /// As [`run`](Self::run).
    pub(super) async fn run_as_asked(&self, workflow: &Workflow) -> Result<Option<RunReport>, Error> {
        let (slot, beginning) = (self.clock.now(), self.begin_beside(&workflow.name)?);
        let Some(run) = self.store.begin_triggered_run(workflow.name.as_str(), slot).await? else { return Ok(None) };
        self.finish(&Going { run, workflow, slot }, Vec::new(), beginning).await.map(Some)
    }

    /// Goes on with the runs that were begun and not finished: the process was killed, or the
    /// database was busy, the disk full.
    /// Steps that are done are not taken again. The one in which it broke off is, and every step can be taken twice:
    /// what is released or frozen for a slot stays what it was.
    /// A run that would be too late by now, and has frozen nothing yet, is recorded as missed.
    ///
    /// # Errors
    /// When the database fails. A run that fails says so in its row and stops no other.
    pub async fn resume(&self, workflows: &[Workflow]) -> Result<(), storage::Error> {
        for (run, workflow) in self.broken_off(workflows).await? {
            if self.worker.stop.is_cancelled() {
                break;
            }
            if let Err(error) = self.go_on(&run, &workflow).await {
                error.log(&workflow.name);
            }
        }
        Ok(())
    }

    /// Goes on with a run that was broken off.
    pub(super) async fn go_on(&self, run: &Run, workflow: &Workflow) -> Result<(), Error> {
        tracing::warn!(workflow = %workflow.name, slot = %run.slot, "going on with a run that was broken off");
        let going = Going { run: run.id, workflow, slot: run.slot };
        self.finish(&going, accounts_of(run, workflow), None).await.map(drop)
    }

    /// The runs that were begun, did not end, and are nobody's now, oldest first, each with its workflow. Those that would be
    /// too late are recorded as missed.
    pub(super) async fn broken_off(&self, workflows: &[Workflow]) -> Result<Vec<(Run, Workflow)>, storage::Error> {
        let mut all = Vec::new();
        for run in self.store.unfinished_runs().await? {
            let now = self.clock.now();
            if self.is_going(&run, now).await {
                continue;
            }
            let Some(workflow) = workflows.iter().find(|workflow| workflow.name.as_str() == run.workflow) else {
                // Its file may be broken only for a moment.
                if (now - run.slot).to_std().unwrap_or_default() > GONE_AFTER {
                    self.store.finish_run(run.id, "given up: the workflow is gone", now).await?;
                }
                continue;
            };
            let late = (now - run.slot).to_std().unwrap_or_default() > workflow.max_lateness;
            if late && self.store.issue_of(&run.workflow, run.slot).await?.is_none() {
                self.store.finish_run(run.id, "missed: it was killed, and would have been too late", now).await?;
                continue;
            }
            all.push((run, workflow.clone()));
        }
        Ok(all)
    }

    /// Takes the steps that are not done and writes down how it ended.
    async fn finish(
        &self,
        going: &Going<'_>,
        done: Vec<Account>,
        beginning: Option<Presence>,
    ) -> Result<RunReport, Error> {
        let name = presence_of(going.run);
        let _seen_by_others = match &self.worker.presence {
            Some(folder) => match Presence::claim(folder, &name).map_err(|source| Error::Presence { source })? {
                Some(here) => (Some(here), None),
                // Somebody else was quicker to go on with it.
                None => return Ok(RunReport::default()),
            },
            None => {
                let held = self.store.hold(&name).await?;
                let unfinished = self.store.unfinished_runs().await?;
                if unfinished.iter().all(|run| run.id != going.run) {
                    return Ok(RunReport::default());
                }
                (None, Some(held))
            }
        };
        drop(beginning);
        let result = self.take_steps(going, done).await;
        if let Err(error) = &result
            && error.is_transient()
        {
            // Its row stays open: the next look at unfinished runs tries again, until it is too late.
            return result;
        }
        let outcome = match &result {
            Ok(report) => report.outcome(),
            Err(error) => format!("failed: {}", chain_of(error)),
        };
        self.store.finish_run(going.run, &outcome, self.clock.now()).await?;
        result
    }

    /// Whether a run of a workflow for another slot is being done right now, by whomever, or was until a moment ago and is
    /// about to be gone on with.
    ///
    /// # Errors
    /// When the database fails.
    pub(super) async fn is_at_work_elsewhere(&self, name: &Slug, slot: Timestamp) -> Result<bool, storage::Error> {
        for run in self.store.unfinished_runs().await? {
            let is_other = run.workflow == name.as_str() && run.slot != slot;
            let now = self.clock.now();
            if is_other && (self.is_going(&run, now).await || self.was_sending(&run, now).await?) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether mail of a run left lately.
    async fn was_sending(&self, run: &Run, now: Timestamp) -> Result<bool, storage::Error> {
        let Some(issue) = self.store.issue_of(&run.workflow, run.slot).await? else { return Ok(false) };
        Ok(self.store.issue_progress(issue.id, now).await?.settled_lately > 0)
    }

    /// Whether a run that has not ended is being done right now, by this process or another.
    async fn is_going(&self, run: &Run, now: Timestamp) -> bool {
        let name = presence_of(run.id);
        match &self.worker.presence {
            // What cannot be told is taken for going: the next look will know better. Who was only beginning when that was
            // asked is at it by then.
            Some(folder) => {
                [beginning_of(&run.workflow), name].iter().any(|name| Presence::lives_in(folder, name).unwrap_or(true))
            }
            None => {
                let began_just_now = (now - run.started_at).to_std().unwrap_or_default() < PERHAPS_GOING;
                began_just_now || self.store.is_held(&name).await.unwrap_or(true)
            }
        }
    }
}

/// How often the schedule is looked at. The tick only asks; what is due is decided by slots.
pub(super) const TICK: Duration = Duration::from_secs(5);
