//! The promise that the ledger knows a mail is about to leave.

use std::time::Duration;

use tokio::{sync::oneshot, time::sleep};
use tokio_util::sync::CancellationToken;

use super::ledger::Ledger;
use crate::{
    outbox::{DeliveryId, throttle::Lane},
    storage::ClaimedDelivery,
};

/// How long a relay has to answer for a mail that has not left when its sender is to stop.
const LAST_ANSWERS: Duration = Duration::from_secs(5);

/// Asks the ledger, as late as can be, to note that this mail is about to leave.
/// A transport waits for it before it sends what could complete the mail, so that after a
/// crash no mail can have left that the ledger believes at home.
///
/// From the question on the delivery stands under the ledger's lease for what is on the
/// wire, so nothing is tried again after it, unless the question was taken back.
#[derive(Debug)]
pub struct Intent {
    state: State,
    /// Whom to ask about which mail; none where nobody needs to be.
    ledger: Option<(Box<Ledger>, DeliveryId)>,
    /// Whether the ledger was ever asked, and has to be told what became of it.
    is_noted: bool,
    /// The lane of the relay at which the mail has a place, where relays have rates.
    relay: Option<String>,
    /// Whoever sends is to stop: what is not on the wire does not get there any more.
    stop: CancellationToken,
}

#[derive(Debug)]
enum State {
    Unasked,
    Asked(oneshot::Receiver<()>),
    Granted,
    Withheld,
}

/// The mail must stay: its subscriber has left, another worker has it, or the ledger
/// cannot be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the ledger does not let the mail go")]
pub struct Withheld;

impl Intent {
    /// The intent to send a delivery of this ledger.
    pub(super) fn new(ledger: Ledger, claimed: &ClaimedDelivery, stop: CancellationToken) -> Self {
        let ledger = Some((Box::new(ledger), claimed.id));
        Self { state: State::Unasked, ledger, is_noted: false, relay: claimed.relay.clone(), stop }
    }

    /// An intent that is granted by `granted`, and withheld when that is dropped.
    pub fn granted_by(granted: oneshot::Receiver<()>) -> Self {
        Self { state: State::Asked(granted), ledger: None, is_noted: true, relay: None, stop: CancellationToken::new() }
    }

    /// For a mail that no ledger knows, such as a test mail to the author.
    pub fn without_ledger() -> Self {
        Self { state: State::Unasked, ledger: None, is_noted: false, relay: None, stop: CancellationToken::new() }
    }

    /// Asks the ledger, if that was not done, and does not wait for its answer.
    pub(super) async fn ask(&mut self) {
        if !matches!(self.state, State::Unasked) {
            return;
        }
        self.state = match &self.ledger {
            Some((ledger, delivery)) => State::Asked(ledger.intend(*delivery).await),
            None => State::Granted,
        };
        self.is_noted = true;
    }

    /// Waits until the ledger has committed it. May be cancelled and asked again.
    ///
    /// # Errors
    /// When the mail must not leave.
    pub async fn granted(&mut self) -> Result<(), Withheld> {
        self.ask().await;
        if let State::Asked(granted) = &mut self.state {
            self.state = if granted.await.is_ok() { State::Granted } else { State::Withheld };
        }
        if matches!(self.state, State::Granted) { Ok(()) } else { Err(Withheld) }
    }

    /// Takes the question back, as nothing of the mail has left: whoever tries once more asks once more, and gets another
    /// lease.
    pub(super) async fn take_back(&mut self) {
        if self.ledger.is_some() && self.is_asked() && self.granted().await.is_ok() {
            self.state = State::Unasked;
        }
    }

    /// Whether the ledger was asked, or the mail may have left without.
    pub(super) fn is_asked(&self) -> bool {
        !matches!(self.state, State::Unasked)
    }

    /// Whether the ledger has to be told what became of the mail, even if it is as if it had not been tried.
    pub(super) fn is_noted(&self) -> bool {
        self.is_noted
    }

    /// Whether the ledger did not let the mail go.
    pub(super) fn is_withheld(&self) -> bool {
        matches!(self.state, State::Withheld)
    }

    /// Waits until whoever sends was to stop a while ago: what is under way comes to its end meanwhile, if the relay answers.
    pub(super) fn stopped(&self) -> impl Future<Output = ()> + Send + use<> {
        let stop = self.stop.clone();
        async move {
            stop.cancelled().await;
            sleep(LAST_ANSWERS).await;
        }
    }

    /// The lane of the relay at which the mail has a place.
    pub(super) fn relay(&self) -> Option<&str> {
        self.relay.as_deref()
    }

    /// Whether the mail may go by the relay with this lane; waits a moment for a place there, if it has one elsewhere.
    pub(super) async fn has_place(&self, lane: &Lane<'_>) -> bool {
        match (&self.ledger, self.relay()) {
            (Some((ledger, _)), Some(own)) if !self.is_asked() && own != lane.name && lane.rate.is_some() => {
                ledger.wait_for_place(lane).await
            }
            _ => true,
        }
    }
}
