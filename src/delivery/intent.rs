//! The promise that the ledger knows a mail is about to leave.

use tokio::sync::oneshot;

use super::ledger::Ledger;
use crate::outbox::DeliveryId;

/// Asks the ledger, once and as late as can be, to note that this mail is about to leave.
/// A transport waits for it before it sends what could complete the mail, so that after a
/// crash no mail can have left that the ledger believes at home.
///
/// From the question on the delivery stands under the ledger's lease for what is on the
/// wire, so nothing is tried again after it.
#[derive(Debug)]
pub struct Intent(State);

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
    pub(super) fn new(ledger: Ledger, delivery: DeliveryId) -> Self {
        Self(State::Unasked(ledger, delivery))
    }

    /// An intent that is granted by `granted`, and withheld when that is dropped.
    pub fn granted_by(granted: oneshot::Receiver<()>) -> Self {
        Self(State::Asked(granted))
    }

    /// For a mail that no ledger knows, such as a test mail to the author.
    pub fn without_ledger() -> Self {
        Self(State::Free)
    }

    /// Waits until the ledger has committed it. May be cancelled and asked again.
    ///
    /// # Errors
    /// When the mail must not leave.
    pub async fn granted(&mut self) -> Result<(), Withheld> {
        match &self.0 {
            State::Unasked(ledger, delivery) => self.0 = State::Asked(ledger.intend(*delivery).await),
            State::Free => self.0 = State::Granted,
            State::Asked(_) | State::Granted | State::Withheld => {}
        }
        if let State::Asked(granted) = &mut self.0 {
            self.0 = if granted.await.is_ok() { State::Granted } else { State::Withheld };
        }
        if matches!(self.0, State::Granted) { Ok(()) } else { Err(Withheld) }
    }

    /// Whether the ledger was asked, or the mail may have left without.
    pub(super) fn is_asked(&self) -> bool {
        !matches!(self.0, State::Unasked(..) | State::Free)
    }

    /// Whether the ledger did not let the mail go.
    pub(super) fn is_withheld(&self) -> bool {
        matches!(self.0, State::Withheld)
    }
}
