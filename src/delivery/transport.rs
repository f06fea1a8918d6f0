//! Where mail goes: one enum, so that every place that sends knows every way to send.

use std::fmt;

use super::{EmlFolder, Intent, Memory, Relays};
use crate::{
    locale::Locale,
    mail::ComposedMail,
    outbox::{DeliveryId, Outcome, exits::Exits},
};

/// A way to hand over mail.
#[derive(Debug, Clone)]
pub enum Transport {
    /// To one of the relays.
    Relays(Relays),
    /// Into a folder, one file each.
    Eml(EmlFolder),
    /// Into memory, with outcomes as a test wants them.
    Memory(Memory),
}

/// What a mail is called where it becomes a file: `0007-nl-42`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Its place within its issue, from 1; 0 for administrative mail.
    pub ordinal: u64,
    /// Its language.
    pub locale: Locale,
    /// Its row in the ledger.
    pub delivery: DeliveryId,
}

impl Transport {
    /// Hands over one mail and says what became of it. Everything that can go wrong is an
    /// outcome. It must be waited for: dropped half-way, the outcome is unknown.
    pub async fn send(&self, mail: &ComposedMail, label: &Label, intent: &mut Intent) -> Outcome {
        match self {
            Self::Relays(relays) => relays.send(mail, intent).await,
            Self::Eml(folder) => folder.send(mail, label, intent).await,
            Self::Memory(memory) => memory.send(mail, intent).await,
        }
    }

    /// Makes durable what was accepted; called before outcomes are recorded, once for many.
    ///
    /// # Errors
    /// When the disk refuses.
    pub async fn sync(&self) -> std::io::Result<()> {
        match self {
            Self::Eml(folder) => folder.sync().await,
            Self::Relays(_) | Self::Memory(_) => Ok(()),
        }
    }

    /// Takes leave of the relays, if there are any; the next mail connects anew.
    pub async fn close(&self) {
        if let Self::Relays(relays) = self {
            relays.close().await;
        }
    }

    /// The relays, as whoever claims sees them; a folder is none.
    pub(super) fn exits(&self) -> Exits {
        match self {
            Self::Relays(relays) => relays.exits(),
            Self::Eml(_) | Self::Memory(_) => Exits::default(),
        }
    }

    /// Says which of the relays can be used now.
    pub(super) fn note_health(&self, exits: &mut Exits) {
        if let Self::Relays(relays) = self {
            exits.heed(relays.well());
        }
    }

    /// Whether there are several relays, of which one is not left alone now.
    pub(super) fn has_another(&self) -> bool {
        matches!(self, Self::Relays(relays) if relays.well().len() > 1 && relays.well().contains(&true))
    }

    /// How many mails it can take at a time.
    pub fn concurrency(&self) -> usize {
        match self {
            Self::Relays(relays) => relays.max_connections(),
            Self::Eml(_) => EmlFolder::CONCURRENCY,
            Self::Memory(_) => 1,
        }
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // What is of no ledger has a number below zero.
        match self.delivery.0 {
            ..0 => write!(f, "editors-{}-{}", self.locale, self.delivery.0.unsigned_abs()),
            _ => write!(f, "{:04}-{}-{}", self.ordinal, self.locale, self.delivery),
        }
    }
}

impl From<super::Withheld> for Outcome {
    fn from(error: super::Withheld) -> Self {
        Self::Fault { reason: error.to_string() }
    }
}
