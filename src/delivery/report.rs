//! What came of a worker's work, in numbers.

use crate::outbox::Outcome;

/// What a worker has done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// The relay took them.
    pub accepted: u64,
    /// The relay wants them later.
    pub deferred: u64,
    /// The relay will not take them.
    pub rejected: u64,
    /// Whether they arrived is not known.
    pub uncertain: u64,
    /// The relay does not want our mail; they wait for it to change its mind.
    pub refused: u64,
    /// The relay failed on them, and they wait as before.
    pub faults: u64,
    /// Why the relay as a whole cannot be used, if that ended the work.
    pub relay_failed: Option<String>,
}

impl Report {
    /// Counts what became of a mail; nothing where it was not tried.
    pub(super) fn count(&mut self, outcome: Option<&Outcome>) {
        match outcome {
            Some(Outcome::Accepted { .. }) => self.accepted += 1,
            Some(Outcome::Deferred { .. }) => self.deferred += 1,
            Some(Outcome::Rejected { .. }) => self.rejected += 1,
            Some(Outcome::Uncertain { .. }) => self.uncertain += 1,
            Some(Outcome::Refused { .. }) => self.refused += 1,
            Some(Outcome::Fault { .. }) => self.faults += 1,
            None => {}
        }
    }
}
