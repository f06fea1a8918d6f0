//! The promise that the ledger knows a mail is about to leave.

use tokio::sync::oneshot;

use super::ledger::Ledger;
use crate::{
    outbox::{DeliveryId, throttle::Lane},
    storage::ClaimedDelivery,
};

/// Asks the ledger, once and as late as can be, to note that this mail is about to leave.
/// A transport waits for it before it sends what could complete the mail, so that after a
/// crash no mail can have left that the ledger believes at home.
///
/// From the question on the delivery stands under the ledger's lease for what is on the
/// wire, so nothing is tried again after it.
#[derive(Debug)]
pub struct Intent {
    state: State,
    /// The lane of the relay at which the mail has a place, where relays have rates.
    relay: Option<String>,
}

#[derive(Debug)]
enum State {
    Unasked(Ledger, DeliveryId),
    /// Nobody needs to be asked.
    Free,
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
    pub(super) fn new(ledger: Ledger, claimed: &ClaimedDelivery) -> Self {
        Self { state: State::Unasked(ledger, claimed.id), relay: claimed.relay.clone() }
    }

    /// An intent that is granted by `granted`, and withheld when that is dropped.
    pub fn granted_by(granted: oneshot::Receiver<()>) -> Self {
        Self { state: State::Asked(granted), relay: None }
    }

    /// For a mail that no ledger knows, such as a test mail to the author.
    pub fn without_ledger() -> Self {
        Self { state: State::Free, relay: None }
    }

    /// Waits until the ledger has committed it. May be cancelled and asked again.
    ///
    /// # Errors
    /// When the mail must not leave.
    pub async fn granted(&mut self) -> Result<(), Withheld> {
        match &self.state {
            State::Unasked(ledger, delivery) => self.state = State::Asked(ledger.intend(*delivery).await),
            State::Free => self.state = State::Granted,
            State::Asked(_) | State::Granted | State::Withheld => {}
        }
        if let State::Asked(granted) = &mut self.state {
            self.state = if granted.await.is_ok() { State::Granted } else { State::Withheld };
        }
        if matches!(self.state, State::Granted) { Ok(()) } else { Err(Withheld) }
    }

    /// Whether the ledger was asked, or the mail may have left without.
    pub(super) fn is_asked(&self) -> bool {
        !matches!(self.state, State::Unasked(..) | State::Free)
    }

    /// Whether the ledger did not let the mail go.
    pub(super) fn is_withheld(&self) -> bool {
        matches!(self.state, State::Withheld)
    }

    /// The lane of the relay at which the mail has a place.
    pub(super) fn relay(&self) -> Option<&str> {
        self.relay.as_deref()
    }

    /// Whether the mail may go by the relay with this lane; waits a moment for a place there, if it has one elsewhere.
    pub(super) async fn has_place(&self, lane: &Lane<'_>) -> bool {
        match (&self.state, self.relay()) {
            (State::Unasked(ledger, _), Some(own)) if own != lane.name && lane.rate.is_some() => {
                ledger.wait_for_place(lane).await
            }
            _ => true,
        }
    }
}
