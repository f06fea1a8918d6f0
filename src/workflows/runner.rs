//! One run of a workflow: a row for its slot, then its steps in order, then what became of it.

use std::{fmt, sync::Arc, time::Duration};

use tokio::task::spawn_blocking;

use super::{Content, Step, Translated, Workflow, content, websub};
use crate::{
    bucket::Uploaded,
    clock::{Clock, Timestamp},
    delivery::{self, Presence, Worker},
    diagnostic::{Diagnostic, count},
    digest::HeldPost,
    line::chain_of,
    locale::Locale,
    machine::Interpreter,
    outbox::{IssueId, State},
    posts::Slug,
    publication::published_feeds,
    storage::{self, IssueCounts, RunId, Store},
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
            Self::Delivery(_) | Self::Presence { .. } => false,
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

/// What is due within this time is waited for: it has a place on a lane, and no attempt behind it.
const SOON: Duration = Duration::from_secs(30);

/// No look at the ledger follows another at once.
const SHORTEST_WAIT: Duration = Duration::from_millis(100);

/// After this a workflow that cannot be read is not merely broken for a moment.
const GONE_AFTER: Duration = Duration::from_hours(24);

fn presence_of(run: RunId) -> String {
    format!("run-{run}")
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
    /// The translation service, if there is one.
    pub interpreter: Option<Interpreter>,
    /// The time.
    pub clock: Clock,
}

/// What one run did.
#[derive(Debug, Default)]
pub struct RunReport {
    /// What each step did, in order.
    pub steps: Vec<StepReport>,
    /// What is wrong in posts, locales, templates and workflows.
    pub diagnostics: Vec<Diagnostic>,
}

/// What one step did.
#[derive(Debug)]
pub enum StepReport {
    /// How many locale files changed.
    Synced(usize),
    /// What was filled in.
    Translated(Translated),
    /// How many posts were released, in all locales together, how many files were written, and how many objects of
    /// a bucket.
    Published {
        /// Posts that became available, counted once for each locale.
        released: usize,
        /// Files that were written.
        written: usize,
        /// What was brought to the bucket, if there is one.
        uploaded: Option<Uploaded>,
    },
    /// What the ledger says of the issue.
    Digest {
        /// The issue.
        issue: IssueId,
        /// For how many there was nothing new.
        nothing_new: u64,
        /// Its deliveries.
        counts: IssueCounts,
        /// What readers wait for, or wait for no longer, since it could not be had.
        held: Vec<HeldPost>,
        /// When the first of those that are deferred is tried again.
        next_attempt: Option<Timestamp>,
        /// Why the relay cannot be used at all, if that is why deliveries still wait.
        relay_failed: Option<String>,
    },
    /// How many feeds the hub was told about: those that have changed; none when there is no hub.
    Notified(usize),
    /// Why the hub could not be told.
    NotNotified(String),
}

impl Runner {
    /// Runs a workflow for a slot, unless that slot has its run already.
    ///
    /// # Errors
    /// When a step fails. The run's row then says why, and the next slot is not affected.
    pub async fn run(&self, workflow: &Workflow, slot: Timestamp) -> Result<Option<RunReport>, Error> {
        let Some(run) = self.store.begin_run(workflow.name.as_str(), slot, self.clock.now()).await? else {
            return Ok(None);
        };
        self.finish(run, workflow, slot).await.map(Some)
    }

    /// Goes on with the runs that were begun and not finished: the process was killed, or the
    /// database was busy, the disk full.
    /// Every step can be taken twice: what is released or frozen for a slot stays what it was.
    /// A run that would be too late by now, and has frozen nothing yet, is recorded as missed.
    ///
    /// # Errors
    /// When the database fails. A run that fails says so in its row and stops no other.
    pub async fn resume(&self, workflows: &[Workflow]) -> Result<(), storage::Error> {
        for run in self.store.unfinished_runs().await? {
            let now = self.clock.now();
            if self.is_going(run.id, run.started_at, now).await {
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
            tracing::warn!(workflow = %workflow.name, slot = %run.slot, "going on with a run that was broken off");
            if let Err(error) = self.finish(run.id, workflow, run.slot).await {
                error.log(&workflow.name);
            }
        }
        Ok(())
    }

    /// Takes all steps and writes down how it ended.
    async fn finish(&self, run: RunId, workflow: &Workflow, slot: Timestamp) -> Result<RunReport, Error> {
        let name = presence_of(run);
        let going = self.worker.presence.as_deref().map(|folder| Presence::announce(folder, &name)).transpose();
        let going = going.map_err(|source| Error::Presence { source })?;
        let _seen_by_others = match going {
            Some(going) => (Some(going), None),
            None => (None, Some(self.store.hold(&name).await?)),
        };
        let result = self.run_steps(workflow, slot).await;
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
        self.store.finish_run(run, &outcome, self.clock.now()).await?;
        result
    }

    async fn run_steps(&self, workflow: &Workflow, slot: Timestamp) -> Result<RunReport, Error> {
        let mut report = RunReport::default();
        for step in &workflow.steps {
            let failed = |source| Error::Step { step: step.as_str(), source };
            let done = match step {
                Step::Sync => {
                    let synced = self.content.sync().await.map_err(failed)?;
                    report.diagnostics.extend(synced.diagnostics);
                    StepReport::Synced(synced.written.len())
                }
                Step::Translate { locales, max_characters } => {
                    let (translated, found) = self.translate(locales, *max_characters).await.map_err(failed)?;
                    report.diagnostics.extend(found);
                    StepReport::Translated(translated)
                }
                Step::Publish => {
                    let published = self.content.publish(&self.store, self.clock.now()).await.map_err(failed)?;
                    report.diagnostics.extend(published.diagnostics);
                    StepReport::Published {
                        released: published.released.values().sum(),
                        written: published.site.written(),
                        uploaded: published.uploaded,
                    }
                }
                Step::Digest(digest) => {
                    let now = self.clock.now();
                    let name = workflow.name.as_str();
                    let frozen = self.content.freeze(&self.store, name, slot, *digest, now).await.map_err(failed)?;
                    report.diagnostics.extend(frozen.diagnostics);
                    for post in &frozen.held {
                        match post.given_up {
                            true => tracing::warn!(workflow = name, "{post}"),
                            false => tracing::info!(workflow = name, "{post}"),
                        }
                    }
                    let issue = frozen.issue;
                    let delivered = self.deliver(issue.id).await?;
                    StepReport::Digest {
                        issue: issue.id,
                        nothing_new: issue.nothing_new,
                        counts: self.store.issue_counts(issue.id).await?,
                        held: frozen.held,
                        next_attempt: self.store.next_due().await?,
                        relay_failed: delivered.relay_failed,
                    }
                }
                // Readers of feeds find out anyway, a little later.
                Step::Notify => match self.notify().await {
                    Ok(feeds) => StepReport::Notified(feeds),
                    Err(error) => StepReport::NotNotified(chain_of(&error)),
                },
            };
            tracing::info!(workflow = %workflow.name, step = step.as_str(), "{done}");
            report.steps.push(done);
        }
        report.diagnostics.sort();
        report.diagnostics.dedup();
        Ok(report)
    }

    /// Delivers until the issue is settled or only waits for later retries, also if another process
    /// has some of it in hand, or if it may leave only little by little.
    async fn deliver(&self, issue: IssueId) -> Result<delivery::Report, Error> {
        loop {
            let delivered = self.worker.deliver_until_settled().await?;
            if delivered.relay_failed.is_some() || self.worker.stop.is_cancelled() {
                return Ok(delivered);
            }
            let elsewhere = self.store.issue_counts(issue).await?.of(State::Claimed);
            let until = self.store.next_due().await?.map(|at| (at - self.clock.now()).to_std().unwrap_or_default());
            let soon = until.filter(|until| *until < SOON);
            if elsewhere == 0 && soon.is_none() {
                return Ok(delivered);
            }
            // Bounded by their leases, after which they are ours to deliver.
            tokio::time::sleep(soon.unwrap_or(TICK).clamp(SHORTEST_WAIT, TICK)).await;
        }
    }

    /// Whether a run that has not ended is being done right now, by this process or another.
    async fn is_going(&self, run: RunId, started_at: Timestamp, now: Timestamp) -> bool {
        match &self.worker.presence {
            // What cannot be told is taken for going: the next look will know better.
            Some(folder) => Presence::lives_in(folder, &presence_of(run)).unwrap_or(true),
            None => {
                let began_just_now = (now - started_at).to_std().unwrap_or_default() < PERHAPS_GOING;
                began_just_now || self.store.is_held(&presence_of(run)).await.unwrap_or(true)
            }
        }
    }

    async fn translate(
        &self,
        locales: &[Locale],
        max_characters: usize,
    ) -> Result<(Translated, Vec<Diagnostic>), content::Error> {
        let stop = &self.worker.stop;
        self.content.translate(self.interpreter.as_ref(), locales, max_characters, stop).await
    }

    /// Tells the hub of the feeds that have changed since it was last told.
    async fn notify(&self) -> Result<usize, websub::Error> {
        let settings = Arc::clone(&self.content.settings);
        let Some(hub) = settings.site.hub.clone() else { return Ok(0) };
        let public = self.content.public.clone();
        let feeds = spawn_blocking(move || published_feeds(&public, &settings)).await??;
        let told = self.store.told_feeds().await?;
        let changed: Vec<_> = feeds.into_iter().filter(|(url, digest)| told.get(url) != Some(digest)).collect();
        let client = websub::client()?;
        for some in changed.chunks(websub::MOST_FEEDS) {
            let urls: Vec<&str> = some.iter().map(|(url, _)| url.as_str()).collect();
            websub::ping_hub(&client, &hub, &urls).await?;
            self.store.record_told_feeds(some).await?;
        }
        Ok(changed.len())
    }
}

impl RunReport {
    /// What the digests of this run could not carry.
    pub fn held(&self) -> impl Iterator<Item = &HeldPost> {
        self.steps.iter().flat_map(|step| match step {
            StepReport::Digest { held, .. } => held.as_slice(),
            _ => &[],
        })
    }

    /// What becomes of the run's row: also which posts its readers will never get, and why.
    fn outcome(&self) -> String {
        let given_up = self.held().filter(|post| post.given_up);
        given_up.fold("done".to_owned(), |outcome, post| format!("{outcome}; {post}"))
    }
}

impl fmt::Display for StepReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Synced(0) => f.write_str("the locale files are in step"),
            Self::Synced(files) => write!(f, "{} updated", count(*files, "locale file")),
            Self::Translated(translated) => translated.fmt(f),
            Self::Published { released, written, uploaded } => {
                write!(f, "{} released, {} written", count(*released, "post"), count(*written, "file"))?;
                match uploaded {
                    Some(uploaded) => write!(f, "; {uploaded}"),
                    None => Ok(()),
                }
            }
            Self::Digest { issue, nothing_new, counts, .. } => {
                write!(f, "issue {issue}: {} planned, {} accepted", counts.planned, counts.of(State::Accepted))?;
                for (state, count) in counts.others().filter(|(state, _)| *state != State::Planned) {
                    write!(f, ", {count} {state}")?;
                }
                if counts.sent_again > 0 {
                    write!(f, "; {} sent again, since an answer was lost", counts.sent_again)?;
                }
                if *nothing_new > 0 { write!(f, "; nothing new for {nothing_new}") } else { Ok(()) }
            }
            Self::NotNotified(reason) => write!(f, "the hub could not be told: {reason}"),
            Self::Notified(0) => f.write_str("there is nothing to tell a hub"),
            Self::Notified(feeds) => write!(f, "the hub was told about {}", count(*feeds, "feed")),
        }
    }
}

/// How often the schedule is looked at. The tick only asks; what is due is decided by slots.
pub(super) const TICK: Duration = Duration::from_secs(5);
