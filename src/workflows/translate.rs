//! The step `translate`: what is missing is filled in, as far as memory, service and budget go.

use std::{fmt, sync::Arc};

use tokio::task::spawn_blocking;
use tokio_util::sync::CancellationToken;

use super::{Content, content::Error};
use crate::{
    diagnostic::{Diagnostic, count},
    locale::Locale,
    machine::{self, Interpreter, Work},
};

/// What a step filled in, in all its languages together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Translated {
    /// Texts that were translated before.
    pub from_memory: usize,
    /// Texts that a service made.
    pub from_service: usize,
    /// Answers of the service that were not used.
    pub refused: usize,
    /// Why not everything was asked for. It fails no run: readers get the Dutch text meanwhile.
    pub stopped: Option<String>,
    /// Texts that nobody has translated or refused: they are asked for the next time.
    pub left: usize,
    /// What else a person should know.
    pub remarks: Vec<String>,
}

impl Content {
    /// Fills in what is missing in `locales`. Without a service only the memory does; `max_characters` is
    /// for all of them together. What is wrong with posts and locales is for other steps to say.
    ///
    /// # Errors
    /// When a file cannot be read or written; a service that fails is in the report.
    pub async fn translate(
        &self,
        interpreter: Option<&Interpreter>,
        locales: &[Locale],
        max_characters: usize,
        stop: &CancellationToken,
    ) -> Result<(Translated, Vec<Diagnostic>), Error> {
        let (publication, found) = self.load().await?;
        let publication = Arc::new(publication);
        let (mut translated, mut diagnostics, mut left) = (Translated::default(), Vec::new(), max_characters);
        for locale in locales {
            let (shared, of, found) = (Arc::clone(&publication), locale.clone(), found.clone());
            let find = move || Work::find(shared, &found, &of, &[]).map_err(machine::Error::from);
            let work = spawn_blocking(find).await??;
            // After a service has failed, the memory alone goes on.
            let asked = interpreter.filter(|_| translated.stopped.is_none());
            let filled = work.fill(asked, left, stop, |_| {}).await?;
            left = left.saturating_sub(filled.characters);
            translated.from_memory += filled.from_memory;
            translated.from_service += filled.from_service;
            translated.refused += filled.refused.len();
            translated.stopped = translated.stopped.or(filled.stopped);
            translated.left += filled.left;
            translated.remarks.extend(filled.remarks);
            for refused in &filled.refused {
                let (post, id, reason) = (&refused.post, &refused.id, &refused.reason);
                tracing::warn!(%locale, %post, %id, reason, "a machine's translation was not used");
            }
            diagnostics.extend(filled.diagnostics);
        }
        Ok((translated, diagnostics))
    }
}

impl fmt::Display for Translated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} filled in from memory, {} by the service", count(self.from_memory, "text"), self.from_service)?;
        if self.refused > 0 {
            write!(f, ", {} not used", count(self.refused, "answer"))?;
        }
        if let Some(reason) = &self.stopped {
            write!(f, "; it ended early, with {} left: {reason}", count(self.left, "text"))?;
        }
        self.remarks.iter().try_for_each(|remark| write!(f, "; {remark}"))
    }
}
