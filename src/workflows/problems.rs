//! What was wrong when the publication was last read, for whoever looks.

use std::sync::Arc;

use tokio::sync::watch;

use super::content::{Error, Published};
use crate::{clock::Timestamp, diagnostic::Diagnostic, line::chain_of};

/// What was wrong. Cheap to clone, and all clones are one.
#[derive(Debug, Clone)]
pub struct Problems(Arc<watch::Sender<Look>>);

/// What one publish found.
#[derive(Debug, Clone, Default)]
pub struct Look {
    /// When it was; none before the first.
    pub at: Option<Timestamp>,
    /// Why nothing could be published, in words; the last good site is still there.
    pub failure: Option<String>,
    /// What is wrong in posts, locales and templates.
    pub diagnostics: Vec<Diagnostic>,
    /// What is wrong in workflows, as whoever keeps the schedule finds it.
    pub workflows: Vec<Diagnostic>,
    /// What is wrong in the configuration that is written now; what is done goes by the one before it.
    pub configuration: Option<Diagnostic>,
}

impl Default for Problems {
    fn default() -> Self {
        Self(Arc::new(watch::Sender::new(Look::default())))
    }
}

/// Says in the log what is wrong, with its place and what to do.
pub fn log(found: &Diagnostic) {
    let place = format!("{}:{}:{}", found.file.display(), found.line, found.column);
    match found.is_error() {
        true => tracing::error!(place, code = found.code, help = found.help, "{}", found.message),
        false => tracing::warn!(place, code = found.code, help = found.help, "{}", found.message),
    }
}

/// Says in the log which errors there are that were not `before`: the first of them, and where the others are to be read.
pub(super) fn log_errors(now: &[Diagnostic], before: &[Diagnostic]) {
    /// More nobody reads there.
    const MOST: usize = 10;
    let new: Vec<_> = now.iter().filter(|found| found.is_error() && !before.contains(found)).collect();
    new.iter().take(MOST).for_each(|found| log(found));
    if new.len() > MOST {
        tracing::error!("and {} errors more: `postduif check` and the page of problems show them", new.len() - MOST);
    }
}

impl Problems {
    /// What the last publish found.
    pub fn last(&self) -> Look {
        self.0.borrow().clone()
    }

    /// For whoever waits for the next one.
    pub fn follow(&self) -> watch::Receiver<Look> {
        self.0.subscribe()
    }

    /// Remembers what a publish found.
    pub(super) fn note(&self, published: &Result<Published, Error>, at: Timestamp) {
        let look = match published {
            Ok(published) => {
                Look { at: Some(at), failure: None, diagnostics: published.diagnostics.clone(), ..self.last() }
            }
            // What was wrong before is most probably wrong still.
            Err(error) => Look { at: Some(at), failure: Some(chain_of(error)), ..self.last() },
        };
        self.0.send_replace(look);
    }

    /// Remembers what is wrong in the configuration, if anything is.
    pub fn note_configuration(&self, found: Option<Diagnostic>) {
        self.0.send_if_modified(|look| {
            look.configuration = found;
            false
        });
    }

    /// Remembers what is wrong in workflows. Nobody who waits for the next publish is told.
    pub(super) fn note_workflows(&self, found: Vec<Diagnostic>) {
        self.0.send_if_modified(|look| {
            look.workflows = found;
            false
        });
    }
}
