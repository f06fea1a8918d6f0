//! Keeping the schedule: at each tick, every workflow that is due is run, once for each slot.

use std::{
    collections::{HashMap, hash_map::Entry},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use chrono::TimeDelta;
use tokio::{
    sync::watch,
    task::spawn_blocking,
    time::{Instant, sleep},
};
use tokio_cron_scheduler::{Job, JobScheduler, JobSchedulerError};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use super::{
    Missed, Runner, Trigger, Workflow, load_workflows,
    runner::{Error, TICK},
    schedule::{Due, Schedule},
};
use crate::{
    clock::Timestamp,
    diagnostic::Diagnostic,
    disk,
    fingerprint::Fingerprint,
    line::chain_of,
    posts::Slug,
    storage::{self, Waiting},
    translation::Checkout,
};

/// Workflows that are running, each with its slot.
type Running = Arc<Mutex<HashMap<Slug, Timestamp>>>;

/// What looks at the schedule, again and again. Cheap to clone.
#[derive(Clone)]
pub struct Lookout {
    runner: Runner,
    /// Workflows that are running, each with its slot: one that comes up meanwhile is skipped.
    running: Running,
    /// Editors are told by one at a time.
    telling: Arc<tokio::sync::Mutex<()>>,
    /// The schedules by which workflows were looked after last.
    timetables: Arc<Mutex<HashMap<Slug, Fingerprint>>>,
    /// What was wrong in the files of workflows at the last look.
    wrong: Arc<Mutex<Vec<Diagnostic>>>,
    trouble: Arc<Mutex<Trouble>>,
    tasks: TaskTracker,
    stop: CancellationToken,
}

/// A database that is away, or a disk that is full, meets every look for as long as it lasts; the
/// log says so once, and then this often.
const SAY_AGAIN_AFTER: TimeDelta = TimeDelta::minutes(5);

/// Without new trouble for this long it is over: several looks went well.
const OVER_AFTER: TimeDelta = TimeDelta::seconds(3 * TICK.as_secs() as i64);

/// What keeps the schedule from being kept, as the log is told.
#[derive(Debug, Default)]
struct Trouble {
    /// When it was said.
    said: Option<Timestamp>,
    /// When it was met last.
    met: Option<Timestamp>,
}

impl Trouble {
    /// Notes that it was met, and tells whether to say so.
    fn meet(&mut self, now: Timestamp) -> bool {
        self.met = Some(now);
        let again = self.said.is_none_or(|said| now - said >= SAY_AGAIN_AFTER);
        if again {
            self.said = Some(now);
        }
        again
    }

    /// Tells whether it has just come to its end.
    fn is_over(&mut self, now: Timestamp) -> bool {
        let quiet = self.met.is_none_or(|met| now - met >= OVER_AFTER);
        quiet && self.said.take().is_some()
    }
}

/// A bell that rings at each tick. A process has one: the scheduler that rings it keeps all that it was given, also when it is
/// shut down. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Ticks(watch::Receiver<()>);

impl Ticks {
    /// Rings from now on.
    ///
    /// # Errors
    /// When the scheduler cannot be started.
    pub async fn start() -> Result<Self, JobSchedulerError> {
        let (bell, rung) = watch::channel(());
        let scheduler = JobScheduler::new().await?;
        scheduler.add(Job::new_repeated(TICK, move |_, _| _ = bell.send(()))?).await?;
        scheduler.start().await?;
        Ok(Self(rung))
    }
}

/// Runs workflows when they are due, until `stop` says so; then waits for those that are running.
pub async fn keep_schedule(runner: Runner, ticks: Ticks, stop: CancellationToken) {
    let lookout = Lookout::new(runner, stop);
    lookout.keep_looking(ticks).await;
    lookout.settle().await;
}

/// How often unfinished runs are looked for: those of a process that was killed, and those that
/// met a busy database or a full disk.
const RESUME_EVERY: Duration = Duration::from_secs(20);

impl Lookout {
    /// A lookout that starts nothing more once `stop` says so.
    pub fn new(runner: Runner, stop: CancellationToken) -> Self {
        let (running, telling, timetables, wrong, trouble, tasks) = Default::default();
        Self { runner, running, telling, timetables, wrong, trouble, tasks, stop }
    }

    /// Waits for the runs that were started.
    pub async fn settle(&self) {
        self.tasks.close();
        self.tasks.wait().await;
        self.tasks.reopen();
    }

    /// Looks at the schedule at each tick, and by itself where none came for a while: the scheduler goes by the clock on the
    /// wall, and if that is set back, or forward, its ticks do not come any more. What was left unfinished goes first: beside
    /// it nothing of the same workflow begins.
    async fn keep_looking(&self, Ticks(mut ticks): Ticks) {
        let mut resumed = None;
        while !self.stop.is_cancelled() {
            if resumed.is_none_or(|at: Instant| at.elapsed() >= RESUME_EVERY) {
                resumed = Some(Instant::now());
                let lookout = self.clone();
                self.safely(async move { lookout.resume().await }).await;
            }
            let lookout = self.clone();
            self.safely(async move { lookout.look().await }).await;
            tokio::select! {
                Ok(()) = ticks.changed() => {}
                () = sleep(2 * TICK) => {}
                () = self.stop.cancelled() => {}
            }
        }
    }

    /// Does something that is done again later: a fault in it ends nothing else.
    async fn safely(&self, work: impl Future<Output = ()> + Send + 'static) {
        if let Err(error) = self.tasks.spawn(work).await {
            tracing::error!(%error, "there is a fault in the program; the schedule goes on");
        }
    }

    /// Goes on with what was left unfinished, each beside the others, and writes to editors who do not know yet what waits for
    /// them. All of that may take long, and nothing waits for it.
    pub async fn resume(&self) {
        if let Ok(telling) = Arc::clone(&self.telling).try_lock_owned() {
            let lookout = self.clone();
            self.tasks.spawn(async move {
                let _telling = telling;
                if let Err(error) = lookout.runner.tell_editors().await {
                    lookout.meet(&error);
                }
            });
        }
        let workflows = match self.workflows() {
            Ok(workflows) => workflows,
            Err(error) => return self.meet(&error),
        };
        let broken_off = match self.runner.broken_off(&workflows).await {
            Ok(broken_off) => broken_off,
            Err(error) => return self.meet(&error),
        };
        for (run, workflow) in broken_off {
            if self.stop.is_cancelled() {
                return;
            }
            // Of two of the same workflow the second waits for the first.
            let Ok(going) = self.occupy(&workflow.name, run.slot) else { continue };
            let runner = self.runner.clone();
            self.start(going, async move { runner.go_on(&run, &workflow).await });
        }
    }

    /// The workflows as their files are now: editing one needs no restart.
    fn workflows(&self) -> Result<Vec<Workflow>, disk::Error> {
        let content = &self.runner.content;
        let (workflows, found) = load_workflows(&content.root, &content.settings, self.runner.clock.now())?;
        self.tell_what_is_wrong(found);
        Ok(workflows)
    }

    /// Says what is wrong in the files of workflows, once: one that cannot be read does not run.
    fn tell_what_is_wrong(&self, found: Vec<Diagnostic>) {
        let mut before = self.wrong.lock().unwrap_or_else(PoisonError::into_inner);
        if *before == found {
            return;
        }
        for one in found.iter().filter(|one| !before.contains(one)) {
            let place = format!("{}:{}:{}", one.file.display(), one.line, one.column);
            match one.is_error() {
                true => tracing::error!(place, help = one.help, "a workflow does not run: {}", one.message),
                false => tracing::warn!(place, help = one.help, "{}", one.message),
            }
        }
        if found.is_empty() {
            tracing::info!("nothing is wrong in the files of workflows any more");
        }
        self.runner.content.problems.note_workflows(found.clone());
        *before = found;
    }

    /// Says what keeps the schedule from being kept, unless that was said a moment ago.
    fn meet(&self, error: &dyn std::error::Error) {
        if self.trouble.lock().unwrap_or_else(PoisonError::into_inner).meet(self.runner.clock.now()) {
            tracing::error!(error = chain_of(error), "the schedule cannot be kept; it is tried again and again");
        }
    }

    /// One look at the schedule: what is due is started, once for each slot, and what nobody approved in time is stopped.
    pub async fn look(&self) {
        match self.runner.store.expire_issues(self.runner.clock.now()).await {
            Ok(expired) => {
                for issue in expired {
                    tracing::warn!(%issue, "nobody approved an issue in time; its posts come with the next");
                }
            }
            Err(error) => return self.meet(&error),
        }
        let workflows = match self.workflows() {
            Ok(workflows) => workflows,
            Err(error) => return self.meet(&error),
        };
        for workflow in &workflows {
            if self.stop.is_cancelled() {
                return;
            }
            if let Err(error) = self.start_if_due(workflow).await {
                return self.meet(&error);
            }
        }
        if let Err(error) = self.start_what_was_asked_for(&workflows).await {
            return self.meet(&error);
        }
        if self.trouble.lock().unwrap_or_else(PoisonError::into_inner).is_over(self.runner.clock.now()) {
            tracing::info!("the schedule is kept again");
        }
    }

    async fn start_if_due(&self, workflow: &Workflow) -> Result<(), storage::Error> {
        let Runner { store, clock, .. } = &self.runner;
        let (name, now) = (workflow.name.clone(), clock.now());
        let Some(schedule) = &workflow.schedule else { return Ok(()) };
        let Some(dealt_with) = store.last_slot(name.as_str(), now).await? else {
            // Seen for the first time: its past is no debt.
            if let Some(slot) = schedule.last_until(now) {
                self.pass_over(&name, slot, "skipped: the workflow is new").await?;
            }
            return self.keep_to(&name, schedule).await;
        };
        if self.is_changed(&name, schedule).await? {
            // Nor is the past of one that somebody has edited: whoever moves a digest to an hour that is over wants none now.
            if let Some(slot) = schedule.last_until(now).filter(|slot| *slot > dealt_with) {
                self.pass_over(&name, slot, "skipped: the schedule is newer").await?;
                tracing::info!(workflow = %name, %slot, "the schedule was changed; what it says of the past is not made up for");
            }
            return self.keep_to(&name, schedule).await;
        }
        match schedule.due(dealt_with, now, workflow.missed, workflow.max_lateness) {
            Due::Nothing => {}
            // So that whoever switches it on again does not get what was due meanwhile.
            Due::Run(slot) | Due::Missed(slot) if !workflow.enabled => {
                self.pass_over(&name, slot, "skipped: the workflow is switched off").await?;
            }
            Due::Missed(slot) if workflow.missed == Missed::Skip => {
                self.pass_over(&name, slot, "skipped: nobody was there, and its file says to skip it").await?;
                tracing::info!(workflow = %name, %slot, "a run is skipped, as its file says: nobody was there");
            }
            Due::Missed(slot) => {
                self.pass_over(&name, slot, "missed: it would have been too late").await?;
                tracing::warn!(workflow = %name, %slot, "a run was missed: it would have been too late");
            }
            Due::Run(slot) if self.runner.is_at_work_elsewhere(&name, slot).await? => {
                self.pass_over(&name, slot, "skipped: the last run was still going").await?;
                tracing::warn!(workflow = %name, %slot, "a run is skipped: the last one is still going elsewhere");
            }
            Due::Run(slot) => {
                let going = match self.occupy(&name, slot) {
                    Ok(going) => going,
                    // It was started by the look before, and has not come to write that down.
                    Err(same) if same == slot => return Ok(()),
                    Err(_) => {
                        self.pass_over(&name, slot, "skipped: the last run was still going").await?;
                        tracing::warn!(workflow = %name, %slot, "a run is skipped: the last one is still going");
                        return Ok(());
                    }
                };
                let (runner, workflow) = (self.runner.clone(), workflow.clone());
                self.start(going, async move { runner.run(&workflow, slot).await.map(drop) });
            }
        }
        Ok(())
    }

    /// Whether a workflow has another schedule than it had when it was looked after last, by whomever.
    async fn is_changed(&self, name: &Slug, schedule: &Schedule) -> Result<bool, storage::Error> {
        let print = schedule.print();
        if self.timetables.lock().unwrap_or_else(PoisonError::into_inner).get(name) == Some(&print) {
            return Ok(false);
        }
        match self.runner.store.timetable(name.as_str()).await? {
            Some(before) if before != print => Ok(true),
            _ => self.keep_to(name, schedule).await.map(|()| false),
        }
    }

    /// Notes by which schedule a workflow is looked after from now on.
    async fn keep_to(&self, name: &Slug, schedule: &Schedule) -> Result<(), storage::Error> {
        let print = schedule.print();
        self.runner.store.note_timetable(name.as_str(), print).await?;
        self.timetables.lock().unwrap_or_else(PoisonError::into_inner).insert(name.clone(), print);
        Ok(())
    }

    /// Starts what something else than the clock asked for: once, however often it was. What is going then is waited
    /// for, as it may not have seen all that was new.
    async fn start_what_was_asked_for(&self, workflows: &[Workflow]) -> Result<(), storage::Error> {
        let Runner { store, clock, content, .. } = &self.runner;
        for waiting in store.waiting_triggers().await? {
            let now = clock.now();
            let wanted = workflows.iter().find(|workflow| workflow.name.as_str() == waiting.workflow);
            let Some(workflow) = wanted.filter(|_| !self.stop.is_cancelled()) else { continue };
            if workflow.on == Some(Trigger::PostsChanged) && !is_settled(&waiting, now) {
                continue;
            }
            let late = (now - waiting.last).to_std().unwrap_or_default() > workflow.max_lateness;
            if !workflow.enabled || late {
                let why =
                    if late { "missed: it would have been too late" } else { "skipped: the workflow is switched off" };
                store.pass_over_triggers(&waiting.workflow, why, now).await?;
                continue;
            }
            if self.runner.is_at_work_elsewhere(&workflow.name, now).await? {
                continue;
            }
            let Ok(going) = self.occupy(&workflow.name, now) else { continue };
            let root = content.root.clone();
            // What stands there while Git is at work is half of one branch and half of another.
            if !matches!(spawn_blocking(move || Checkout::of(&root).is_going_on()).await, Ok(false)) {
                continue;
            }
            let (runner, workflow) = (self.runner.clone(), workflow.clone());
            self.start(going, async move { runner.run_as_asked(&workflow).await.map(drop) });
        }
        Ok(())
    }

    /// Notes that a workflow is running for a slot. If it is already, gives the slot that it is running for.
    fn occupy(&self, name: &Slug, slot: Timestamp) -> Result<Going, Timestamp> {
        match self.running.lock().unwrap_or_else(PoisonError::into_inner).entry(name.clone()) {
            Entry::Occupied(busy) => Err(*busy.get()),
            Entry::Vacant(free) => {
                free.insert(slot);
                Ok(Going { running: Arc::clone(&self.running), name: name.clone() })
            }
        }
    }

    /// Lets a run go on beside everything else.
    fn start(&self, going: Going, run: impl Future<Output = Result<(), Error>> + Send + 'static) {
        let lookout = self.clone();
        self.tasks.spawn(async move {
            match run.await {
                Ok(()) => {}
                Err(Error::Stopped) => tracing::info!(workflow = %going.name, "a run stopped, and is gone on with"),
                Err(error) if error.is_transient() => lookout.meet(&error),
                // Nor was it written down that it began, or that it failed.
                Err(Error::Storage(error @ storage::Error::Full(_))) => lookout.meet(&error),
                Err(error) => error.log(&going.name),
            }
        });
    }

    /// Writes down that a slot was dealt with, though nothing was run.
    async fn pass_over(&self, workflow: &Slug, slot: Timestamp, why: &str) -> Result<(), storage::Error> {
        let Runner { store, clock, .. } = &self.runner;
        store.pass_over(workflow.as_str(), slot, why, clock.now()).await
    }
}

/// Whether nothing more was saved for a while, or it has been going on for too long to be waited for.
fn is_settled(waiting: &Waiting, now: Timestamp) -> bool {
    now - waiting.last >= SETTLED_AFTER || now - waiting.first >= LONGEST_SAVING
}

/// Whoever saves posts saves the next one within this time, while they are at it.
const SETTLED_AFTER: TimeDelta = TimeDelta::seconds(5);

/// Whoever saves without end is not waited for longer than this.
const LONGEST_SAVING: TimeDelta = TimeDelta::minutes(5);

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

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_bell_rings_though_nobody_holds_on_to_its_scheduler() {
        let Ticks(mut rung) = Ticks::start().await.unwrap();
        tokio::time::timeout(4 * TICK, rung.changed()).await.unwrap().unwrap();
    }

    #[test]
    fn trouble_that_lasts_is_said_when_it_begins_and_now_and_then() {
        let at = |seconds: i64| Timestamp::UNIX_EPOCH + TimeDelta::seconds(seconds);
        let mut trouble = Trouble::default();
        assert!(!trouble.is_over(at(0)), "there was none");
        // Every look meets it, three times over, for a quarter of an hour.
        let said: Vec<i64> = (0..900).step_by(5).filter(|&second| (0..3).any(|_| trouble.meet(at(second)))).collect();
        assert_eq!(said, [0, 300, 600]);
        assert!(!trouble.is_over(at(900)), "one look that goes well is not enough");
        assert!(trouble.is_over(at(915)));
        assert!(!trouble.is_over(at(920)), "which is said once");
        assert!(trouble.meet(at(925)), "new trouble is said at once");
    }
}
