//! The promise that the ledger knows a mail is about to leave.

use tokio::sync::oneshot;

/// Resolves when the ledger has committed that this mail is about to leave. A transport
/// waits for it before it sends what could complete the mail, so that after a crash no
/// mail can have left that the ledger believes at home.
#[derive(Debug)]
pub struct Intent(Waiting);

#[derive(Debug)]
enum Waiting {
    For(oneshot::Receiver<()>),
    Committed,
    Failed,
}

/// The ledger could not be written: the mail must stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the ledger could not be written")]
pub struct NotCommitted;

impl Intent {
    /// An intent that waits for `committed`; a sender that is dropped means it failed.
    pub fn waiting_for(committed: oneshot::Receiver<()>) -> Self {
        Self(Waiting::For(committed))
    }

    /// For a mail that no ledger knows, such as a test mail to the author.
    pub fn without_ledger() -> Self {
        Self(Waiting::Committed)
    }

    /// Waits until it is committed. May be asked again, and may be cancelled.
    ///
    /// # Errors
    /// When the ledger could not be written.
    pub async fn committed(&mut self) -> Result<(), NotCommitted> {
        if let Waiting::For(committed) = &mut self.0 {
            self.0 = if committed.await.is_ok() {
                Waiting::Committed
            } else {
                Waiting::Failed
            };
        }
        if matches!(self.0, Waiting::Committed) {
            Ok(())
        } else {
            Err(NotCommitted)
        }
    }
}
