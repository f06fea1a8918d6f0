//! Mail into memory: a relay for tests and previews that fails when it is told to.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use super::Intent;
use crate::{mail::ComposedMail, outbox::Outcome};

/// Keeps what it is sent. Copies share one memory.
#[derive(Debug, Clone, Default)]
pub struct Memory(Arc<Mutex<Inner>>);

#[derive(Debug, Default)]
struct Inner {
    attempts: usize,
    script: BTreeMap<usize, Outcome>,
    mails: Vec<ComposedMail>,
}

impl Memory {
    /// A memory that accepts everything.
    pub fn new() -> Self {
        Self::default()
    }

    /// Lets the `n`-th attempt from now end in `outcome`, counted from 1. A mail whose
    /// outcome is uncertain is kept too: it may have arrived, and here it has.
    pub fn fail_on(&self, n: usize, outcome: Outcome) {
        let mut inner = self.lock();
        let at = inner.attempts + n;
        inner.script.insert(at, outcome);
    }

    /// All mails that arrived, in the order in which they did.
    pub fn mails(&self) -> Vec<ComposedMail> {
        self.lock().mails.clone()
    }

    pub(super) async fn send(&self, mail: &ComposedMail, intent: &mut Intent) -> Outcome {
        if let Err(error) = intent.granted().await {
            return error.into();
        }
        let mut inner = self.lock();
        inner.attempts += 1;
        let attempt = inner.attempts;
        let accepted = Outcome::Accepted { reply: "kept in memory".to_owned() };
        let outcome = inner.script.remove(&attempt).unwrap_or(accepted);
        if matches!(outcome, Outcome::Accepted { .. } | Outcome::Uncertain { .. }) {
            inner.mails.push(mail.clone());
        }
        outcome
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
