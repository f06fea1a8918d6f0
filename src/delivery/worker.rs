//! The worker: claim, commit, send, record.
//!
//! A delivery is claimed under a lease in one short transaction; no transaction is open
//! while the relay is spoken to; that a mail is about to leave is committed before its
//! last byte can leave; what became of it is recorded after the relay's answer. So the
//! process may be killed anywhere: what had not left is sent again, what was answered is
//! known, and only a mail whose answer was on its way is uncertain.

use std::{
    collections::{BTreeSet, HashMap, VecDeque},
    path::PathBuf,
    sync::{
        Arc, Mutex, OnceLock, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    task::JoinSet,
    time::{Instant, sleep},
};
use tokio_util::sync::CancellationToken;

use super::{
    Composer, Intent, Label, Tally, Transport,
    ledger::{Ledger, Patience},
    presence::Presence,
    refusals::Refusals,
    report::Report,
};
use crate::{
    clock::{Clock, Timestamp},
    mail::{self, CohortMail},
    outbox::{CLAIM_LEASE, Outcome, Uncertainty, exits::Exits, retry::FAULT_PAUSE, throttle::Throttle},
    random::{self, Random},
    storage::{self, Claim, ClaimedDelivery, CohortId, Kind, Store},
};

/// Deliveries claimed at a time, for each mail that can be on its way: enough that claiming
/// costs little, few enough to be sent long before the lease ends.
const CLAIMS_PER_CONNECTION: usize = 8;

/// How often to look for what others, or the time, made due.
const LOOK_EVERY: Duration = Duration::from_secs(2);

/// How often to look whether what was claimed was paused or cancelled meanwhile: who pauses an issue is
/// promised that it stops within a second.
const LOOK_AGAIN: Duration = Duration::from_millis(500);

/// A relay that fails before it knows of which mail is asked again after these pauses;
/// then the mail goes back to the ledger.
const FAULT_PAUSES: [Duration; 3] = [Duration::from_millis(200), Duration::from_secs(1), Duration::from_secs(4)];

/// Cohorts whose encoded content is kept; one takes some hundred kilobytes.
const MOST_COHORTS: usize = 64;

/// Why a worker ends before its work is done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The ledger cannot be read or written, also after trying for a while.
    #[error("cannot keep the ledger of deliveries")]
    Ledger(#[from] storage::Error),
    /// The configured names or addresses make no mail.
    #[error("cannot compose mail")]
    Compose(#[from] mail::Error),
    /// The system gave no randomness for a worker's name.
    #[error(transparent)]
    Random(#[from] random::Unavailable),
    /// The files that say which workers are alive cannot be used.
    #[error("cannot use the workers' lock files in {}", .0.display())]
    Presence(PathBuf, #[source] std::io::Error),
    /// A part of the worker panicked.
    #[error("the delivery worker broke down")]
    Broken(#[from] tokio::task::JoinError),
}

/// Sends what is due, as many mails at a time as its transport takes.
///
/// The futures it returns must be driven to their end; [`stop`](Self::stop) ends them.
#[derive(Debug, Clone)]
pub struct Worker {
    /// The ledger.
    pub store: Store,
    /// Where mail goes.
    pub transport: Transport,
    /// What turns deliveries into mail.
    pub composer: Arc<Composer>,
    /// What to do with a mail that may have arrived.
    pub policy: Uncertainty,
    /// How fast mail may leave.
    pub throttle: Arc<Throttle>,
    /// Tells what is due.
    pub clock: Clock,
    /// Names the worker.
    pub random: Random,
    /// Where the workers of this machine keep their lock files: beside the database file,
    /// so that what a killed worker held is free at once. `None` where several machines
    /// share a database: there the lease has to run out.
    pub presence: Option<PathBuf>,
    /// Counts what becomes of mails.
    pub tally: Tally,
    /// Stops it: nothing more is begun, and what is on its way is finished.
    pub stop: CancellationToken,
}

/// A worker at work.
struct Shift {
    worker: Arc<Worker>,
    name: String,
    presence: Option<Presence>,
    cohorts: HashMap<CohortId, Arc<CohortMail>>,
    /// The connections of the groups that may not use all of them.
    connections: HashMap<String, Arc<Semaphore>>,
    /// The relays, of which some may have rates.
    exits: Exits,
    report: Report,
}

/// A delivery, its lease, and the connection that it may use.
type Next = (ClaimedDelivery, Timestamp, Option<OwnedSemaphorePermit>);

/// One delivery on its way.
struct Attempt {
    claimed: ClaimedDelivery,
    lease_until: Timestamp,
    cohort: Arc<CohortMail>,
    worker: Arc<Worker>,
    ledger: Ledger,
    relay: Arc<RelayHealth>,
    /// One of the connections that its group may use.
    _place: Option<OwnedSemaphorePermit>,
}

/// Whether the relay answers at all, as everybody sees it who sends.
#[derive(Debug, Default)]
struct RelayHealth {
    answers: AtomicU64,
    failed: CancellationToken,
    reason: OnceLock<String>,
    refusals: Mutex<Refusals>,
}

impl Worker {
    /// Delivers until nothing is due now: all is settled, or waits for a later attempt.
    ///
    /// # Errors
    /// When the ledger cannot be kept, or no mail can be composed.
    pub async fn deliver_until_settled(&self) -> Result<Report, Error> {
        let mut shift = self.begin().await?;
        let mut patience = Patience::default();
        loop {
            match shift.deliver_due().await {
                Ok(()) => return Ok(shift.report),
                // A database that breaks down and comes back is waited for, whatever it was asked just then.
                Err(Error::Ledger(error)) if !self.stop.is_cancelled() => patience.wait(error).await?,
                Err(error) => return Err(error),
            }
        }
    }

    /// Delivers whatever becomes due, until it is stopped.
    ///
    /// # Errors
    /// As [`deliver_until_settled`](Self::deliver_until_settled).
    pub async fn deliver_forever(&self) -> Result<Report, Error> {
        let mut shift = self.begin().await?;
        while !self.stop.is_cancelled() {
            let pause = match shift.deliver_if_due().await {
                Ok(()) => match shift.report.relay_failed.take() {
                    Some(reason) => {
                        tracing::error!(reason, "the relay cannot be used; deliveries wait");
                        FAULT_PAUSE.to_std().unwrap_or(LOOK_EVERY)
                    }
                    None => LOOK_EVERY,
                },
                Err(Error::Ledger(error)) if error.is_transient() => {
                    tracing::warn!(%error, "deliveries wait for the database");
                    LOOK_EVERY
                }
                Err(error) => return Err(error),
            };
            tokio::select! {
                () = sleep(pause) => {}
                () = self.stop.cancelled() => {}
            }
        }
        Ok(shift.report)
    }

    async fn begin(&self) -> Result<Shift, Error> {
        let name = format!("{}-{:016x}", std::process::id(), self.random.number()?);
        let announce = |folder: &PathBuf| {
            Presence::announce(folder, &name).map_err(|error| Error::Presence(folder.clone(), error))
        };
        let presence = self.presence.as_ref().map(announce).transpose()?;
        let (cohorts, connections, report) = Default::default();
        let exits = self.transport.exits();
        let shift = Shift { worker: Arc::new(self.clone()), name, presence, cohorts, connections, exits, report };
        shift.free_what_the_dead_hold().await?;
        Ok(shift)
    }
}

impl Shift {
    /// Asks the ledger without locking it whether there is anything to do.
    async fn deliver_if_due(&mut self) -> Result<(), Error> {
        let due = self.worker.store.next_due().await?;
        if due.is_some_and(|at| at <= self.worker.clock.now()) {
            self.deliver_due().await?;
        }
        Ok(())
    }

    /// Sends until nothing is due, the relay fails as a whole, or the worker is stopped.
    async fn deliver_due(&mut self) -> Result<(), Error> {
        let worker = Arc::clone(&self.worker);
        let Worker { store, transport, clock, policy, .. } = &*worker;
        store.recover(*policy, clock.now()).await?;
        // What was held when the database broke down.
        store.recover_worker(&self.name, *policy, clock.now()).await?;
        let taken_before = self.report.accepted;
        let (ledger, writer) = Ledger::open(&self.name, &worker);
        let relay = Arc::<RelayHealth>::default();
        let mut sending = JoinSet::new();
        let mut sent = self.send_all(&ledger, &relay, &mut sending).await;
        // What is on its way is finished, whatever happened to the rest.
        while let Some(attempt) = sending.join_next().await {
            match attempt {
                Ok(outcome) => self.report.count(outcome.as_ref()),
                Err(error) => sent = sent.and(Err(error.into())),
            }
        }
        drop(ledger);
        writer.await??;
        sent?;
        // What was claimed and not begun waits again, as if it had not been claimed.
        store.recover_worker(&self.name, *policy, clock.now()).await?;
        self.report.relay_failed = relay.reason.get().cloned();
        if self.report.relay_failed.is_some() || self.report.accepted > taken_before {
            store.note_relay_trouble(self.report.relay_failed.as_deref(), clock.now()).await?;
        }
        transport.close().await;
        Ok(())
    }

    async fn send_all(
        &mut self,
        ledger: &Ledger,
        relay: &Arc<RelayHealth>,
        sending: &mut JoinSet<Option<Outcome>>,
    ) -> Result<(), Error> {
        let worker = Arc::clone(&self.worker);
        let Worker { transport, throttle, stop, .. } = &*worker;
        let mut queue = VecDeque::new();
        // When there was found to be nobody who need not wait for the connections of certain domains.
        let mut nobody_beside = None;
        let mut looked = Instant::now();
        while !stop.is_cancelled() && !relay.failed.is_cancelled() && !ledger.is_closed() {
            if !queue.is_empty() && looked.elapsed() >= LOOK_AGAIN {
                self.drop_what_was_stopped(&mut queue).await?;
                looked = Instant::now();
            }
            if !self.exits.are_open() {
                self.give_back_what_cannot_leave(&mut queue).await?;
            }
            if queue.is_empty() {
                self.claim(&mut queue, &[]).await?;
                looked = Instant::now();
            }
            if queue.is_empty() {
                break;
            }
            let Some((claimed, lease_until, place)) = self.take_first(&mut queue) else {
                // All that is left waits for a connection of its group. Others need not wait with it.
                let full = domains_in(&queue, throttle);
                let is_known = |(at, domains): &(Instant, Vec<String>)| *domains == full && at.elapsed() < LOOK_AGAIN;
                if !nobody_beside.as_ref().is_some_and(is_known) {
                    let waiting = queue.len();
                    self.claim(&mut queue, &full).await?;
                    nobody_beside = (queue.len() == waiting).then(|| (Instant::now(), full));
                    continue;
                }
                match sending.join_next().await {
                    Some(attempt) => self.report.count(attempt?.as_ref()),
                    None => break,
                }
                continue;
            };
            let cohort = self.cohort_mail(&claimed).await?;
            let (worker, ledger, relay) = (Arc::clone(&worker), ledger.clone(), Arc::clone(relay));
            sending.spawn(Attempt { claimed, lease_until, cohort, worker, ledger, relay, _place: place }.run());
            while sending.len() >= transport.concurrency() {
                if let Some(attempt) = sending.join_next().await {
                    self.report.count(attempt?.as_ref());
                }
            }
        }
        Ok(())
    }

    /// Claims what is due, but nothing for these domains.
    async fn claim(
        &mut self,
        queue: &mut VecDeque<(ClaimedDelivery, Timestamp)>,
        but_not: &[String],
    ) -> Result<(), Error> {
        let Worker { store, transport, throttle, clock, .. } = &*self.worker;
        let (now, limit) = (clock.now(), transport.concurrency() * CLAIMS_PER_CONNECTION);
        let claim = Claim { worker: &self.name, now, lease: CLAIM_LEASE, limit, but_not };
        let claimed = store.claim_within(throttle, &mut self.exits, claim).await?;
        queue.extend(claimed.into_iter().map(|claimed| (claimed, now + CLAIM_LEASE)));
        Ok(())
    }

    /// Takes the first delivery for which there is a connection.
    fn take_first(&mut self, queue: &mut VecDeque<(ClaimedDelivery, Timestamp)>) -> Option<Next> {
        let throttle = &self.worker.throttle;
        for at in 0..queue.len() {
            let domain = queue[at].0.email.domain();
            let place = match throttle.connections(domain) {
                None => None,
                Some(most) => {
                    let group = throttle.group_of(domain).to_owned();
                    let places = self.connections.entry(group).or_insert_with(|| Arc::new(Semaphore::new(most.get())));
                    let Ok(place) = Arc::clone(places).try_acquire_owned() else { continue };
                    Some(place)
                }
            };
            return queue.remove(at).map(|(claimed, lease_until)| (claimed, lease_until, place));
        }
        None
    }

    /// Lets go of what was paused or cancelled since it was claimed.
    async fn drop_what_was_stopped(&self, queue: &mut VecDeque<(ClaimedDelivery, Timestamp)>) -> Result<(), Error> {
        let ids: Vec<_> = queue.iter().map(|(claimed, _)| claimed.id).collect();
        let held = self.worker.store.still_held(&self.name, &ids).await?;
        queue.retain(|(claimed, _)| held.contains(&claimed.id));
        Ok(())
    }

    /// Gives back what has its place at a relay that is left alone by now: it is to have one at another.
    async fn give_back_what_cannot_leave(
        &mut self,
        queue: &mut VecDeque<(ClaimedDelivery, Timestamp)>,
    ) -> Result<(), Error> {
        let Worker { store, transport, clock, policy, .. } = &*self.worker;
        transport.note_health(&mut self.exits);
        let leads_out =
            |claimed: &ClaimedDelivery| claimed.relay.as_deref().is_none_or(|relay| self.exits.lead_by(relay));
        let back: Vec<_> = queue.iter().filter(|(one, _)| !leads_out(one)).map(|(one, _)| one.id).collect();
        if !back.is_empty() {
            queue.retain(|(claimed, _)| leads_out(claimed));
            store.give_back(&self.name, &back, *policy, clock.now()).await?;
        }
        Ok(())
    }

    /// The encoded content of a delivery's cohort.
    async fn cohort_mail(&mut self, claimed: &ClaimedDelivery) -> Result<Arc<CohortMail>, Error> {
        if let Some(known) = self.cohorts.get(&claimed.cohort) {
            return Ok(Arc::clone(known));
        }
        let content = self.worker.store.cohort_content(claimed.cohort).await?;
        let campaign = match (claimed.kind, claimed.issue) {
            (Kind::Confirmation | Kind::Move | Kind::Moving | Kind::Known, _) => None,
            (Kind::Welcome | Kind::Digest, Some(issue)) => Some(issue.to_string()),
            (Kind::Welcome | Kind::Digest, None) => Some(claimed.kind.to_string()),
        };
        let composer = &self.worker.composer;
        let mail = composer.cohort_mail(&claimed.locale, campaign.as_deref(), &content)?;
        if self.cohorts.len() >= MOST_COHORTS {
            self.cohorts.clear();
        }
        Ok(Arc::clone(self.cohorts.entry(claimed.cohort).or_insert(Arc::new(mail))))
    }

    /// Takes back what workers of this machine held when they were killed.
    async fn free_what_the_dead_hold(&self) -> Result<(), Error> {
        let Some(presence) = &self.presence else {
            return Ok(());
        };
        let Worker { store, clock, policy, .. } = &*self.worker;
        for worker in store.workers().await? {
            if presence.is_alive(&worker).map_err(|error| self.presence_error(error))? {
                continue;
            }
            let count = store.recover_worker(&worker, *policy, clock.now()).await?;
            tracing::warn!(worker, count, "took over from a worker that is gone");
        }
        Ok(())
    }

    fn presence_error(&self, error: std::io::Error) -> Error {
        Error::Presence(self.worker.presence.clone().unwrap_or_default(), error)
    }
}

/// The domains of those who wait, with all that share their connections.
fn domains_in(queue: &VecDeque<(ClaimedDelivery, Timestamp)>, throttle: &Throttle) -> Vec<String> {
    let domains = queue.iter().flat_map(|(waiting, _)| throttle.domains_beside(waiting.email.domain()));
    domains.map(str::to_lowercase).collect::<BTreeSet<_>>().into_iter().collect()
}

impl Attempt {
    /// Sends one mail and hands in what became of it; `None` if nothing did, or if it is
    /// not ours to say.
    async fn run(self) -> Option<Outcome> {
        let mut intent = Intent::new(self.ledger.clone(), &self.claimed, self.worker.stop.clone());
        let outcome = self.outcome(&mut intent).await?;
        // Withheld, or the lease has ended: whoever has it now will say.
        let late = !intent.is_noted() && self.worker.clock.now() >= self.lease_until;
        if intent.is_withheld() || late {
            return None;
        }
        self.ledger.record(self.claimed.id, outcome.clone()).await;
        Some(outcome)
    }

    async fn outcome(&self, intent: &mut Intent) -> Option<Outcome> {
        let claimed = &self.claimed;
        let mail = match self.worker.composer.compose_mail(&self.cohort, claimed) {
            Ok(mail) => mail,
            Err(error @ mail::Error::NotSigned(_)) => {
                return Some(Outcome::Fault { reason: error.to_string() });
            }
            Err(error) => {
                return Some(Outcome::Rejected { reply: format!("not sent: {error}") });
            }
        };
        let label = Label { ordinal: claimed.ordinal, locale: claimed.locale.clone(), delivery: claimed.id };
        let relay = &self.relay;
        let answers_before = relay.answers.load(Ordering::Relaxed);
        let mut pauses = FAULT_PAUSES.into_iter();
        loop {
            let begin = Instant::now();
            let outcome = self.worker.transport.send(&mail, &label, intent).await;
            if !intent.is_withheld() {
                self.worker.tally.note(&outcome, begin.elapsed());
            }
            let Outcome::Fault { reason } = &outcome else {
                relay.answers.fetch_add(1, Ordering::Relaxed);
                self.heed(&outcome).await;
                return Some(outcome);
            };
            if let Some(pause) = pauses.next().filter(|_| !intent.is_asked()) {
                tokio::select! {
                    () = sleep(pause) => continue,
                    () = relay.failed.cancelled() => {}
                    () = self.worker.stop.cancelled() => {}
                }
                return intent.is_noted().then_some(outcome);
            }
            // If nobody else had an answer meanwhile, and nobody stands in for that relay, it is not about this mail.
            let stands_another = intent.is_asked() && self.worker.transport.has_another();
            if !intent.is_withheld() && !stands_another && relay.answers.load(Ordering::Relaxed) == answers_before {
                relay.reason.get_or_init(|| reason.clone());
                relay.failed.cancel();
            }
            // What did not come as far as the ledger is as if it had not been tried.
            let untouched = relay.failed.is_cancelled() && !intent.is_noted();
            return (!untouched).then_some(outcome);
        }
    }
}

impl Attempt {
    /// Leaves a group of receivers alone that does not want our mail, or not so fast.
    async fn heed(&self, outcome: &Outcome) {
        let Worker { store, throttle, clock, .. } = &*self.worker;
        let group = throttle.group_of(self.claimed.email.domain()).to_lowercase();
        let pause = self.relay.refusals.lock().unwrap_or_else(PoisonError::into_inner).heed(&group, outcome);
        let Some((pause, why)) = pause else { return };
        tracing::warn!(group, reply = outcome.detail(), "{why}; it is left alone for {} minutes", pause.num_minutes());
        if let Err(error) = store.close_lane(&group, clock.now() + pause).await {
            // It will be heard again at the next mail.
            tracing::warn!(%error, "cannot write that down");
        }
    }
}
