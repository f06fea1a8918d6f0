//! Taking the steps of a run, each within its time and as often as its file says.

use std::{pin::pin, time::Duration};

use chrono::TimeDelta;
use tokio::time::sleep;

use super::{
    DigestStep, Retry, Runner, Step, Task, Translated, Workflow, content,
    report::{Account, DigestReport, RunReport, StepReport},
    runner::{Error, TICK},
};
use crate::{
    clock::Timestamp,
    delivery::{self, Worker},
    diagnostic::Diagnostic,
    intake::Source,
    line::chain_of,
    locale::Locale,
    outbox::{IssueId, State},
    storage::{IssueState, RunId},
};

/// What is due within this time is waited for: it has a place on a lane, and no attempt behind it.
const SOON: Duration = Duration::from_secs(30);

/// Who asks to subscribe has so long to say yes; after it they are forgotten where a workflow prunes.
const UNCONFIRMED: TimeDelta = TimeDelta::days(30);

/// However often a step fails, it is tried again after this long.
const LONGEST_PAUSE: Duration = Duration::from_hours(24);

/// No look at the ledger follows another at once.
const SHORTEST_WAIT: Duration = Duration::from_millis(100);

/// One run on its way.
pub(super) struct Going<'a> {
    pub(super) run: RunId,
    pub(super) workflow: &'a Workflow,
    pub(super) slot: Timestamp,
}

/// What a step did, and what is wrong in what it read.
type Done = (StepReport, Vec<Diagnostic>);

impl Runner {
    /// Takes the steps that are not done yet, and writes down after each that it is.
    pub(super) async fn take_steps(&self, going: &Going<'_>, done: Vec<Account>) -> Result<RunReport, Error> {
        let mut report = RunReport { accounts: done, ..RunReport::default() };
        let steps = &going.workflow.steps;
        for step in steps.iter().skip(report.accounts.len()) {
            let (taken, found) = match self.take(going, step, &report.accounts).await {
                // Readers of feeds find out anyway, a little later.
                Err(Error::NotNotified(reason)) => (StepReport::NotNotified(reason), Vec::new()),
                // What is here already need not wait for what others have.
                Err(Error::NotImported(reason)) => (StepReport::NotImported(reason), Vec::new()),
                Err(error) => {
                    self.tell_of_failure(going, &error, report.accounts).await;
                    return Err(error);
                }
                Ok(taken) => taken,
            };
            tracing::info!(workflow = %going.workflow.name, step = step.as_str(), "{taken}");
            report.diagnostics.extend(found);
            report.accounts.push(taken.account(step));
            report.steps.push(taken);
            let written = serde_json::to_string(&report.accounts).unwrap_or_default();
            self.store.record_steps(going.run, &written).await?;
        }
        report.diagnostics.sort();
        report.diagnostics.dedup();
        Ok(report)
    }

    /// Tells those whom a later step would have told what was done that it was not, unless the run is gone on with.
    async fn tell_of_failure(&self, going: &Going<'_>, error: &Error, done: Vec<Account>) {
        if error.is_transient() || self.worker.stop.is_cancelled() {
            return;
        }
        let Some(failed) = going.workflow.steps.get(done.len()) else { return };
        let accounts = [done, vec![Account::failure(failed, chain_of(error))]].concat();
        for step in &going.workflow.steps[accounts.len()..] {
            let Task::Notify(notify) = &step.task else { continue };
            if let Err(error) = self.notify(going, notify, &accounts).await {
                let (workflow, error) = (&going.workflow.name, chain_of(&error));
                tracing::warn!(%workflow, error, "nobody could be told that a run failed");
            }
        }
    }

    /// Takes one step, as often as its file says.
    async fn take(&self, going: &Going<'_>, step: &Step, before: &[Account]) -> Result<Done, Error> {
        let Some(Retry { attempts, mut pause }) = step.retry else {
            return self.take_in_time(going, step, before).await;
        };
        let mut attempt = 1;
        loop {
            match self.take_in_time(going, step, before).await {
                // Whoever goes on with the run has all attempts again.
                Err(_) if attempt < attempts && self.worker.stop.is_cancelled() => return Err(Error::Stopped),
                Err(error) if attempt < attempts => {
                    let (workflow, step, error) = (&going.workflow.name, step.as_str(), chain_of(&error));
                    tracing::warn!(%workflow, step, attempt, error, "a step failed, and is tried again");
                }
                Err(error @ (Error::NotNotified(_) | Error::NotImported(_) | Error::Stopped)) => return Err(error),
                Err(error) => return Err(Error::GivenUp { attempts: attempt, source: Box::new(error) }),
                taken => return taken,
            }
            tokio::select! {
                () = self.clock.sleep(pause.min(LONGEST_PAUSE)) => {}
                () = self.worker.stop.cancelled() => return Err(Error::Stopped),
            }
            attempt += 1;
            pause = pause.saturating_mul(2).min(LONGEST_PAUSE);
        }
    }

    /// Takes one step within its time. What is on the wire then is finished first; what else still goes on is on a
    /// thread of its own, comes to its end, and keeps others waiting as long.
    async fn take_in_time(&self, going: &Going<'_>, step: &Step, before: &[Account]) -> Result<Done, Error> {
        let Some(timeout) = step.timeout else { return self.take_once(going, step, before).await };
        let worker = Worker { stop: self.worker.stop.child_token(), ..self.worker.clone() };
        let (stop, runner) = (worker.stop.clone(), Self { worker, ..self.clone() });
        let mut taking = pin!(runner.take_once(going, step, before));
        tokio::select! {
            taken = &mut taking => return taken,
            () = sleep(timeout) => stop.cancel(),
        }
        if let Task::Digest(_) = step.task {
            let _ = taking.await;
        }
        let error = Error::TimedOut { step: step.as_str(), timeout };
        Err(match step.task {
            Task::Notify(_) => Error::NotNotified(error.to_string()),
            Task::Import { .. } => Error::NotImported(error.to_string()),
            _ => error,
        })
    }

    async fn take_once(&self, going: &Going<'_>, step: &Step, before: &[Account]) -> Result<Done, Error> {
        let failed = |source| Error::Step { step: step.as_str(), source };
        Ok(match &step.task {
            Task::Import { from, max_drafts } => (self.import(from, *max_drafts, failed).await?, Vec::new()),
            Task::Sync => {
                let synced = self.content.sync().await.map_err(failed)?;
                (StepReport::Synced(synced.written.len()), synced.diagnostics)
            }
            Task::Translate { locales, max_characters } => {
                let (translated, found) = self.translate(locales, *max_characters).await.map_err(failed)?;
                (StepReport::Translated(translated), found)
            }
            Task::Publish => {
                let published = self.content.publish(&self.store, self.clock.now()).await.map_err(failed)?;
                let (released, written) = (published.released.values().sum(), published.site.written());
                let uploaded = published.uploaded;
                (StepReport::Published { released, written, uploaded }, published.diagnostics)
            }
            Task::Digest(digest) => self.send_digest(going, *digest, failed).await?,
            Task::Notify(notify) => (self.notify(going, notify, before).await?, Vec::new()),
            Task::Prune { keep } => {
                let now = self.clock.now();
                (StepReport::Pruned(self.store.prune(now - *keep, now - UNCONFIRMED, now).await?), Vec::new())
            }
        })
    }

    async fn import(
        &self,
        from: &[Source],
        max_drafts: usize,
        failed: impl Fn(content::Error) -> Error,
    ) -> Result<StepReport, Error> {
        let report = self.content.import(from, max_drafts, &self.clock).await.map_err(failed)?;
        let reasons: Vec<_> = report.failed.iter().map(|one| format!("{}: {}", one.from, one.reason)).collect();
        if report.imported.is_empty() && report.skipped.is_empty() && !reasons.is_empty() {
            return Err(Error::NotImported(format!("nothing could be imported: {}", reasons.join("; "))));
        }
        Ok(StepReport::Imported { drafts: report.imported.len(), left: report.left, failed: reasons })
    }

    async fn translate(
        &self,
        locales: &[Locale],
        max_characters: usize,
    ) -> Result<(Translated, Vec<Diagnostic>), content::Error> {
        let stop = &self.worker.stop;
        self.content.translate(self.interpreter.as_ref(), locales, max_characters, stop).await
    }

    async fn send_digest(
        &self,
        going: &Going<'_>,
        digest: DigestStep,
        failed: impl Fn(content::Error) -> Error,
    ) -> Result<Done, Error> {
        let (name, now) = (going.workflow.name.as_str(), self.clock.now());
        let frozen = self.content.freeze(&self.store, name, going.slot, digest, now).await.map_err(failed)?;
        for post in &frozen.held {
            match post.given_up {
                true => tracing::warn!(workflow = name, "{post}"),
                false => tracing::info!(workflow = name, "{post}"),
            }
        }
        let id = frozen.issue.id;
        if frozen.issue.state == IssueState::Waiting {
            self.tell_editors().await?;
        }
        let delivered = self.deliver(id).await?;
        let issue = self.store.issue(id).await?.unwrap_or(frozen.issue);
        let progress = self.store.issue_progress(id, self.clock.now()).await?;
        // The step is not done: whoever goes on with the run goes on here, and tells others what came of all of it.
        if self.worker.stop.is_cancelled() && self.can_leave(id).await? {
            return Err(Error::Stopped);
        }
        let report = DigestReport {
            issue: id,
            state: issue.state,
            approve_by: issue.approve_by.filter(|_| issue.state == IssueState::Waiting),
            leaves_at: progress.next_at.filter(|_| progress.later > 0 && issue.state == IssueState::Sending),
            nothing_new: issue.nothing_new,
            counts: self.store.issue_counts(id).await?,
            held: frozen.held,
            next_attempt: self.store.next_due().await?,
            relay_failed: delivered.relay_failed,
        };
        Ok((StepReport::Digest(Box::new(report)), frozen.diagnostics))
    }

    /// Whether mail of an issue could leave now, or is with a worker.
    async fn can_leave(&self, id: IssueId) -> Result<bool, Error> {
        let is_sending = self.store.issue(id).await?.is_some_and(|issue| issue.state == IssueState::Sending);
        let progress = self.store.issue_progress(id, self.clock.now()).await?;
        Ok(is_sending && progress.ready + progress.on_their_way + progress.throttled > 0)
    }

    /// Delivers until the issue is settled or only waits for later retries, also if another process
    /// has some of it in hand, or if it may leave only little by little. Where that is left to others it is waited for.
    async fn deliver(&self, issue: IssueId) -> Result<delivery::Report, Error> {
        while !self.delivers && !self.worker.stop.is_cancelled() && self.can_leave(issue).await? {
            tokio::select! {
                () = sleep(TICK) => {}
                () = self.worker.stop.cancelled() => {}
            }
        }
        if !self.delivers {
            return Ok(delivery::Report::default());
        }
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
            sleep(soon.unwrap_or(TICK).clamp(SHORTEST_WAIT, TICK)).await;
        }
    }
}
