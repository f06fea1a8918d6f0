//! What was read of a publication, kept by a process that reads it again and again.

use std::sync::{Arc, Mutex, PoisonError};

use super::Error;
use crate::{diagnostic::Diagnostic, fingerprint::Fingerprint, templates::Templates, translation::Keeping};

/// What was read so far. Clones share it.
#[derive(Debug, Default, Clone)]
pub struct Kept {
    pub(super) keeping: Keeping,
    templates: Arc<Mutex<Option<Known>>>,
}

/// The templates that were made by some rules, and what is wrong in them.
#[derive(Debug, Clone)]
struct Known {
    rules: Fingerprint,
    templates: Arc<Templates>,
    found: Vec<Diagnostic>,
}

impl Kept {
    /// For stories in which no file changes twice in the same instant.
    pub fn trusting() -> Self {
        Self { keeping: Keeping::TRUSTING, ..Self::default() }
    }

    /// The templates by some rules, which were taken before these are loaded.
    pub(super) fn templates(
        &self,
        rules: Fingerprint,
        load: impl FnOnce() -> Result<(Templates, Vec<Diagnostic>), Error>,
    ) -> Result<(Arc<Templates>, Vec<Diagnostic>), Error> {
        let mut kept = self.templates.lock().unwrap_or_else(PoisonError::into_inner);
        let known = match kept.take().filter(|known| known.rules == rules) {
            Some(known) => known,
            None => {
                let (templates, found) = load()?;
                Known { rules, templates: Arc::new(templates), found }
            }
        };
        *kept = Some(known.clone());
        Ok((known.templates, known.found))
    }
}
