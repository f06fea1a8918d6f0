//! Keeping the schedule: at each tick, every workflow that is due is run, once for each slot.

use std::{
    collections::HashSet,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use tokio_cron_scheduler::{Job, JobScheduler, JobSchedulerError};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use super::{
    Runner, Workflow, load_workflows,
    runner::{TICK, chain_of},
    schedule::Due,
};
use crate::{clock::Timestamp, posts::Slug, storage};

/// Workflows that are running: a slot that comes up meanwhile is skipped.
type Running = Arc<Mutex<HashSet<Slug>>>;

/// Runs workflows when they are due, until `stop` says so; then waits for those that are running.
///
/// # Errors
/// When the scheduler cannot be started.
pub async fn keep_schedule(runner: Runner, stop: CancellationToken) -> Result<(), JobSchedulerError> {
    let (tracker, running) = (TaskTracker::new(), Running::default());
    tracker.spawn(keep_resuming(runner.clone(), stop.clone()));
    let mut scheduler = JobScheduler::new().await?;
    let (tasks, token) = (tracker.clone(), stop.clone());
    let tick = Job::new_repeated_async(TICK, move |_, _| {
        let (runner, running, tasks, stop) = (runner.clone(), Arc::clone(&running), tasks.clone(), token.clone());
        Box::pin(async move { look(&runner, &running, &tasks, &stop).await })
    })?;
    scheduler.add(tick).await?;
    scheduler.start().await?;
    stop.cancelled().await;
    // The scheduler does not wait for what it started; the tracker does.
    scheduler.shutdown().await?;
    tracker.close();
    tracker.wait().await;
    Ok(())
}

/// How often unfinished runs are looked for: those of a process that was killed, and those that
/// met a busy database or a full disk.
const RESUME_EVERY: Duration = Duration::from_mins(1);

async fn keep_resuming(runner: Runner, stop: CancellationToken) {
    while !stop.is_cancelled() {
        resume(&runner).await;
        tokio::select! {
            () = tokio::time::sleep(RESUME_EVERY) => {}
            () = stop.cancelled() => {}
        }
    }
}

/// Goes on with what was left unfinished.
async fn resume(runner: &Runner) {
    let content = &runner.content;
    let resumed = match load_workflows(&content.root, content.settings.site.zone, runner.clock.now()) {
        Ok((workflows, _)) => runner.resume(&workflows).await.map_err(|error| chain_of(&error)),
        Err(error) => Err(chain_of(&error)),
    };
    if let Err(error) = resumed {
        tracing::error!(error, "unfinished runs cannot be resumed");
    }
}

/// One look at the schedule. The files are read anew each time: editing one needs no restart.
async fn look(runner: &Runner, running: &Running, tasks: &TaskTracker, stop: &CancellationToken) {
    let content = &runner.content;
    let workflows = match load_workflows(&content.root, content.settings.site.zone, runner.clock.now()) {
        Ok((workflows, _)) => workflows,
        Err(error) => return tracing::error!(error = %chain_of(&error), "the workflows cannot be read"),
    };
    for workflow in workflows {
        if stop.is_cancelled() {
            return;
        }
        if let Err(error) = start_if_due(runner, workflow, running, tasks).await {
            tracing::error!(error = %chain_of(&error), "the schedule cannot be looked up");
        }
    }
}

async fn start_if_due(
    runner: &Runner,
    workflow: Workflow,
    running: &Running,
    tasks: &TaskTracker,
) -> Result<(), storage::Error> {
    let (store, name, now) = (&runner.store, workflow.name.clone(), runner.clock.now());
    let Some(dealt_with) = store.last_slot(name.as_str()).await? else {
        // Seen for the first time: its past is no debt.
        if let Some(slot) = workflow.schedule.last_until(now) {
            pass_over(runner, &name, slot, "skipped: the workflow is new").await?;
        }
        return Ok(());
    };
    match workflow.schedule.due(dealt_with, now, workflow.missed, workflow.max_lateness) {
        Due::Nothing => {}
        Due::Missed(slot) => {
            tracing::warn!(workflow = %name, %slot, "a run was missed: it would have been too late");
            pass_over(runner, &name, slot, "missed: it would have been too late").await?;
        }
        Due::Run(slot) => {
            if !running.lock().unwrap_or_else(PoisonError::into_inner).insert(name.clone()) {
                tracing::warn!(workflow = %name, %slot, "a run is skipped: the last one is still going");
                return pass_over(runner, &name, slot, "skipped: the last run was still going").await;
            }
            let (runner, going) = (runner.clone(), Going { running: Arc::clone(running), name });
            tasks.spawn(async move {
                if let Err(error) = runner.run(&workflow, slot).await {
                    error.log(&going.name);
                }
            });
        }
    }
    Ok(())
}

/// A workflow that is running, until this is dropped, however its task ends.
struct Going {
    running: Running,
    name: Slug,
}

impl Drop for Going {
    fn drop(&mut self) {
        self.running.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.name);
    }
}

/// Writes down that a slot was dealt with, though nothing was run.
async fn pass_over(runner: &Runner, workflow: &Slug, slot: Timestamp, why: &str) -> Result<(), storage::Error> {
    let now = runner.clock.now();
    match runner.store.begin_run(workflow.as_str(), slot, now).await? {
        Some(run) => runner.store.finish_run(run, why, now).await,
        None => Ok(()), // another node dealt with it
    }
}
