//! What was read of a publication, kept by a process that reads it again and again.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{Error, Sketch};
use crate::{diagnostic::Diagnostic, fingerprint::Fingerprint, templates::Templates, translation::Keeping};

/// What was read so far. Clones share it.
#[derive(Debug, Default, Clone)]
pub struct Kept {
    pub(super) keeping: Keeping,
    templates: Arc<Mutex<Option<Known>>>,
    sketch: Arc<Mutex<Slot>>,
}

/// Where a sketch is, if somebody wants one.
#[derive(Debug, Default)]
struct Slot {
    is_wanted: bool,
    sketch: Option<Box<Sketch>>,
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

    /// From now on a sketch is kept of what is published, for who is told what is saved.
    pub fn want_sketch(&self) {
        self.slot().is_wanted = true;
    }

    /// Whether somebody wants a sketch.
    pub fn is_sketch_wanted(&self) -> bool {
        self.slot().is_wanted
    }

    /// The sketch of what was published last. Who does not give one back has the next read everything.
    pub fn take_sketch(&self) -> Option<Box<Sketch>> {
        self.slot().sketch.take()
    }

    /// Keeps a sketch of what was published just now.
    pub fn keep_sketch(&self, sketch: Option<Box<Sketch>>) {
        self.slot().sketch = sketch;
    }

    /// Lets go of what was read, for who publishes no more.
    pub fn forget(&self) {
        *self.slot() = Slot::default();
        *self.templates.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    fn slot(&self) -> MutexGuard<'_, Slot> {
        self.sketch.lock().unwrap_or_else(PoisonError::into_inner)
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
