//! Writes to the ledger for many mails at a time.
//!
//! While one transaction is being committed the next fills up, so the busier the worker,
//! the fewer commits a mail costs. Half of the connections send while the other half are written for.

use std::{collections::HashSet, fmt, time::Duration};

use chrono::TimeDelta;
use tokio::{
    runtime::Handle,
    sync::{mpsc, oneshot},
    task::{JoinHandle, spawn_blocking},
    time::{Instant, timeout_at},
};

use super::{Transport, Worker};
use crate::{
    clock::Clock,
    outbox::{DeliveryId, Outcome, Uncertainty, throttle::Lane},
    storage::{self, Store},
};

/// Entries in one transaction: more would only make the others wait.
const MOST_AT_ONCE: usize = 500;

/// For so long a transaction waits for the mails of half of the connections: it costs as much for many as for one. With
/// a relay that is slower than this, a mail takes so much longer than it did, which is next to nothing.
const MOMENT: Duration = Duration::from_millis(1);

/// Pauses between attempts while the database is locked or away: two minutes in all, within
/// the lease of what is on the wire.
const PAUSES_MS: [u64; 9] = [50, 200, 1_000, 4_000, 10_000, 20_000, 25_000, 30_000, 30_000];

enum Entry {
    Intent { delivery: DeliveryId, granted: oneshot::Sender<()> },
    Outcome { delivery: DeliveryId, outcome: Outcome },
}

impl Entry {
    fn is_intent(&self) -> bool {
        matches!(self, Self::Intent { .. })
    }
}

/// For so long a mail waits for a place at a relay that stands in for its own; it holds a connection meanwhile.
const PATIENCE: TimeDelta = TimeDelta::seconds(5);

/// Where mails are handed in for the ledger. Cheap to clone; when the last clone is
/// dropped, the writer ends after what it has.
#[derive(Clone)]
pub(super) struct Ledger {
    entries: mpsc::Sender<Entry>,
    store: Store,
    clock: Clock,
}

/// Writes what is handed in.
struct Writer {
    worker: String,
    store: Store,
    transport: Transport,
    policy: Uncertainty,
    clock: Clock,
    /// So many mails that are about to leave are worth a transaction.
    enough: usize,
    /// Whether it is still to be noted that a relay takes mail.
    relay_untold: bool,
}

impl Ledger {
    /// Opens the ledger with a writer of its own, for what the worker of this name holds; it returns when
    /// all is written or nothing more can be.
    pub(super) fn open(name: &str, worker: &Worker) -> (Self, JoinHandle<Result<(), storage::Error>>) {
        let Worker { store, transport, policy, clock, .. } = worker.clone();
        let (entries, receiver) = mpsc::channel(MOST_AT_ONCE);
        let ledger = Self { entries, store: store.clone(), clock: clock.clone() };
        let enough = (transport.concurrency() / 2).min(MOST_AT_ONCE);
        let relay_untold = matches!(transport, Transport::Relays(_));
        let writer = Writer { worker: name.to_owned(), store, transport, policy, clock, enough, relay_untold };
        // On a thread of its own: all wait for it, so it must wait for nobody, and each of its statements would stand in line
        // behind mails that are being composed.
        let runtime = Handle::current();
        (ledger, spawn_blocking(move || runtime.block_on(writer.run(receiver))))
    }

    /// Hands in that a mail is about to leave. If it may not, or the writer is gone, the
    /// other end of what is returned is dropped.
    pub(super) async fn intend(&self, delivery: DeliveryId) -> oneshot::Receiver<()> {
        let (granted, waiting) = oneshot::channel();
        let _ = self.entries.send(Entry::Intent { delivery, granted }).await;
        waiting
    }

    /// Whether nothing can be written any more.
    pub(super) fn is_closed(&self) -> bool {
        self.entries.is_closed()
    }

    /// Hands in what became of a mail. If the writer is gone, the lease will tell.
    pub(super) async fn record(&self, delivery: DeliveryId, outcome: Outcome) {
        let _ = self.entries.send(Entry::Outcome { delivery, outcome }).await;
    }

    /// Waits for a place on a lane; says whether there is one soon.
    pub(super) async fn wait_for_place(&self, lane: &Lane<'_>) -> bool {
        let now = self.clock.now();
        match self.store.take_place(lane, PATIENCE, now).await {
            Ok(Some(at)) => {
                tokio::time::sleep((at - now).to_std().unwrap_or_default()).await;
                true
            }
            Ok(None) => false,
            Err(error) => {
                tracing::warn!(%error, "cannot see whether there is a place at another relay");
                false
            }
        }
    }
}

impl Writer {
    async fn run(mut self, mut receiver: mpsc::Receiver<Entry>) -> Result<(), storage::Error> {
        let mut entries = Vec::new();
        while receiver.recv_many(&mut entries, MOST_AT_ONCE).await > 0 {
            self.gather(&mut entries, &mut receiver).await;
            let (mut outcomes, mut intents) = (Vec::new(), Vec::new());
            for entry in entries.drain(..) {
                match entry {
                    Entry::Outcome { delivery, outcome } => outcomes.push((delivery, outcome)),
                    Entry::Intent { delivery, granted } => intents.push((delivery, granted)),
                }
            }
            let relay_took_one = outcomes.iter().any(|(_, outcome)| matches!(outcome, Outcome::Accepted { .. }));
            self.write(outcomes, intents).await?;
            if relay_took_one {
                self.tell_of_relay().await;
            }
        }
        Ok(())
    }

    /// Notes once that mail leaves by a relay, so that nobody who knows none writes it to files by mistake.
    async fn tell_of_relay(&mut self) {
        if std::mem::take(&mut self.relay_untold)
            && let Err(error) = self.store.note_relay_used(self.clock.now()).await
        {
            // The next mail says it again.
            tracing::warn!(%error, "cannot note that a relay takes mail");
            self.relay_untold = true;
        }
    }

    /// Waits a moment for more, unless there is enough.
    async fn gather(&self, entries: &mut Vec<Entry>, receiver: &mut mpsc::Receiver<Entry>) {
        let end = Instant::now() + MOMENT;
        let mut leaving = entries.iter().filter(|entry| entry.is_intent()).count();
        while leaving < self.enough
            && entries.len() < MOST_AT_ONCE
            && let Ok(Some(entry)) = timeout_at(end, receiver.recv()).await
        {
            leaving += usize::from(entry.is_intent());
            entries.push(entry);
        }
    }

    /// Writes outcomes, and then intents, in one transaction; whose intent is in it may leave.
    async fn write(
        &self,
        mut outcomes: Vec<(DeliveryId, Outcome)>,
        intents: Vec<(DeliveryId, oneshot::Sender<()>)>,
    ) -> Result<(), storage::Error> {
        if !outcomes.is_empty()
            && let Err(error) = self.transport.sync().await
        {
            // What the disk may lose is not accepted; it is written again, under its name.
            tracing::error!(%error, "cannot make mail durable");
            for (_, outcome) in &mut outcomes {
                if matches!(outcome, Outcome::Accepted { .. }) {
                    *outcome = Outcome::Fault { reason: format!("cannot make it durable: {error}") };
                }
            }
        }
        let ids: Vec<_> = intents.iter().map(|(delivery, _)| *delivery).collect();
        let mut patience = Patience::default();
        let granted: HashSet<_> = loop {
            let now = self.clock.now();
            match self.store.record_and_mark(&self.worker, &outcomes, self.policy, &ids, now).await {
                Ok(granted) => break granted.into_iter().collect(),
                Err(error) => patience.wait(error).await?,
            }
        };
        for (delivery, answer) in intents {
            if granted.contains(&delivery) {
                // Who waited may have gone.
                let _ = answer.send(());
            }
        }
        Ok(())
    }
}

/// How often a statement was tried in vain.
#[derive(Default)]
pub(super) struct Patience(usize);

impl Patience {
    /// Waits before the next attempt, as long as that may help.
    pub(super) async fn wait(&mut self, error: storage::Error) -> Result<(), storage::Error> {
        match PAUSES_MS.get(self.0) {
            Some(pause) if error.is_transient() => {
                tracing::warn!(%error, "the ledger waits for the database");
                tokio::time::sleep(Duration::from_millis(*pause)).await;
                self.0 += 1;
                Ok(())
            }
            _ => Err(error),
        }
    }
}

impl fmt::Debug for Ledger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ledger")
    }
}
