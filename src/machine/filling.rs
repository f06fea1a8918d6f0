//! Filling the gaps: the memory's texts first, then batch by batch what a service answers, each written at once.

use std::{ops::ControlFlow, sync::Arc};

use tokio::task::{JoinError, spawn_blocking};
use tokio_util::sync::CancellationToken;

use super::{
    Failure, Gaps, Interpreter, Work,
    batch::{Batch, limits, size_bytes, split},
    gaps::Asked,
    retry::Verdict,
};
use crate::{
    diagnostic::Diagnostic,
    line::chain_of,
    posts::{Post, Slug},
    translation::{self, Fill, Fills, Origin, SegmentId, SyncReport, fill_segments, terms::Term},
};

/// After so many batches in a row that a service refused, the fault is not in the texts.
const REFUSED_IN_A_ROW: usize = 3;

/// What was done in one locale.
#[derive(Debug, Default)]
pub struct Filled {
    /// Texts that the memory gave.
    pub from_memory: usize,
    /// Texts that a service made.
    pub from_service: usize,
    /// Characters that a service was asked to translate.
    pub characters: usize,
    /// Answers that were not used.
    pub refused: Vec<Refused>,
    /// Why it ended before everything was asked for.
    pub stopped: Option<String>,
    /// Texts that a service could translate and that have neither a translation nor a refusal: they were not
    /// asked for, or the service ended it with them.
    pub left: usize,
    /// What else a person should know.
    pub remarks: Vec<String>,
    /// What is wrong in the files.
    pub diagnostics: Vec<Diagnostic>,
}

/// A text that a service did not translate well enough to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Its post.
    pub post: Slug,
    /// Its segment.
    pub id: SegmentId,
    /// What was wrong.
    pub reason: String,
}

/// How far it is, for whoever watches.
#[derive(Debug, Clone, Copy)]
pub struct Progress<'a> {
    /// The post at hand.
    pub post: &'a Slug,
    /// Characters that are done with, translated or not.
    pub characters: usize,
}

/// The catalogs could not be written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file could not be read or written.
    #[error("cannot write the translations")]
    Translations(#[from] translation::Error),
    /// The glossary could not be read.
    #[error("cannot read the glossary")]
    Glossary(#[from] crate::disk::Error),
    /// A task was stopped, or there is a fault in the program.
    #[error("cannot finish: a task ended early")]
    Task(#[from] JoinError),
}

impl Work {
    /// Fills the gaps: from the memory, then, if there is one, by the service; at most `most_characters` of it.
    /// When `stop` is cancelled it ends after the batch at hand. Everything done until then is on the disk.
    ///
    /// # Errors
    /// When a file cannot be written. What a service does wrong is in the report.
    pub async fn fill(
        &self,
        interpreter: Option<&Interpreter>,
        most_characters: usize,
        stop: &CancellationToken,
        mut watch: impl FnMut(Progress<'_>),
    ) -> Result<Filled, Error> {
        let wanted: usize = self.asked_posts().map(|gaps| gaps.asked.len()).sum();
        let mut filled = Filled { left: wanted, ..Filled::default() };
        for gaps in &self.posts {
            if let Some(reason) = &gaps.blocked {
                filled.remarks.push(format!("{} is left as it is: {reason}", gaps.post));
            } else if !gaps.fills.is_empty() {
                filled.from_memory += gaps.fills.len();
                self.write(&gaps.post, gaps.fills.clone(), &mut filled).await?;
            }
        }
        let Some(interpreter) = interpreter else { return Ok(filled) };
        let mut asking = Asking { work: self, interpreter, most_characters, stop, refused_in_a_row: 0, filled };
        let terms = asking.bring_terms().await;
        for gaps in self.asked_posts() {
            if let ControlFlow::Break(reason) = asking.ask_for(gaps, terms.as_deref(), &mut watch).await? {
                asking.filled.stopped = Some(reason);
                break;
            }
        }
        let mut filled = asking.filled;
        filled.left = wanted.saturating_sub(filled.from_service + filled.refused.len());
        Ok(filled)
    }

    /// The posts that a service is asked for.
    fn asked_posts(&self) -> impl Iterator<Item = &Gaps> {
        self.posts.iter().filter(|gaps| gaps.blocked.is_none() && !gaps.asked.is_empty())
    }

    /// Terms that a service is told about: names are hidden from it anyway.
    fn terms(&self) -> Vec<Term> {
        let names = self.glossary.names();
        let is_name = |term: &&Term| term.source.first().is_some_and(|source| names.contains(source));
        self.glossary.terms().iter().filter(|term| !is_name(term)).cloned().collect()
    }

    async fn write(&self, slug: &Slug, fills: Fills, filled: &mut Filled) -> Result<(), Error> {
        let (publication, locale, slug) = (Arc::clone(&self.publication), self.locale.clone(), slug.clone());
        let write = move || match publication.post(&slug) {
            Some(post) => fill_segments(&publication.root, &publication.translations, &locale, post, &fills),
            None => Ok(SyncReport::default()),
        };
        filled.diagnostics.extend(spawn_blocking(write).await??.diagnostics);
        Ok(())
    }
}

/// Asking a service, and how it has gone so far.
struct Asking<'a> {
    work: &'a Work,
    interpreter: &'a Interpreter,
    most_characters: usize,
    stop: &'a CancellationToken,
    refused_in_a_row: usize,
    filled: Filled,
}

impl Asking<'_> {
    /// Brings the terms to the service; without them it translates too, and the catalogs say what it ignored.
    async fn bring_terms(&mut self) -> Option<String> {
        self.work.asked_posts().next()?;
        let terms = self.work.terms();
        let batch = Batch {
            source: &self.work.publication.settings.site.source,
            target: &self.work.locale,
            context: "",
            terms: &terms,
            texts: &[],
        };
        match self.interpreter.bring_terms(&batch).await {
            Ok(name) => name,
            Err(failure) => {
                self.filled.remarks.push(format!("the service works without the glossary: {failure}"));
                None
            }
        }
    }

    /// Asks for the texts of one post, batch by batch. A break ends it for all posts, and says why.
    async fn ask_for(
        &mut self,
        gaps: &Gaps,
        terms: Option<&str>,
        watch: &mut impl FnMut(Progress<'_>),
    ) -> Result<ControlFlow<String>, Error> {
        let limits = limits(self.interpreter.settings().provider);
        let (asked, too_long): (Vec<_>, Vec<_>) =
            gaps.asked.iter().partition(|asked| size_bytes(&asked.masked.as_tagged()) <= limits.bytes_of_one);
        for asked in too_long {
            self.refuse(gaps, asked, "it is longer than the service takes");
        }
        let texts: Vec<String> = asked.iter().map(|asked| asked.masked.as_tagged()).collect();
        let sizes: Vec<usize> = texts.iter().map(|text| size_bytes(text)).collect();
        let context = self.work.publication.post(&gaps.post).map(context_of).unwrap_or_default();
        for range in split(&sizes, limits) {
            let asked = &asked[range.clone()];
            let characters: usize = asked.iter().map(|asked| asked.masked.characters()).sum();
            if let Some(reason) = self.why_stop(characters) {
                return Ok(ControlFlow::Break(reason));
            }
            self.filled.characters += characters;
            let used = self.terms_in(asked);
            let batch = Batch {
                source: &self.work.publication.settings.site.source,
                target: &self.work.locale,
                context: &context,
                terms: &used,
                texts: &texts[range],
            };
            match self.interpreter.translate(&batch, terms, self.stop).await {
                Ok(answers) => self.keep(gaps, asked, &answers).await?,
                Err((failure, verdict)) => {
                    let flow = self.give_up(gaps, asked, &failure, verdict);
                    if flow.is_break() {
                        return Ok(flow);
                    }
                }
            }
            watch(Progress { post: &gaps.post, characters: self.filled.characters });
        }
        Ok(ControlFlow::Continue(()))
    }

    /// Why the next batch, of so many characters, is not to be sent.
    fn why_stop(&self, characters: usize) -> Option<String> {
        if self.stop.is_cancelled() {
            return Some(Failure::Stopped.to_string());
        }
        let too_many = self.filled.characters + characters > self.most_characters;
        too_many.then(|| "this run may send no more characters".to_owned())
    }

    /// The terms that these texts use.
    fn terms_in(&self, asked: &[&Asked]) -> Vec<Term> {
        let mut terms = self.work.terms();
        let found: Vec<_> = asked.iter().flat_map(|asked| self.work.glossary.matches(&asked.dutch)).collect();
        terms.retain(|term| found.contains(&term));
        terms
    }

    /// Writes the answers that are faithful, and reports the others.
    async fn keep(&mut self, gaps: &Gaps, asked: &[&Asked], answers: &[Option<String>]) -> Result<(), Error> {
        self.refused_in_a_row = 0;
        let mut fills = Fills::default();
        for (asked, answer) in asked.iter().zip(answers) {
            let Some(answer) = answer else {
                self.refuse(gaps, asked, "the service left it out");
                continue;
            };
            match asked.masked.unmask(answer) {
                Ok(text) => drop(fills.insert(asked.id.clone(), self.fill(&asked.dutch, text))),
                Err(refusal) => self.refuse(gaps, asked, &refusal.to_string()),
            }
        }
        if fills.is_empty() {
            return Ok(());
        }
        self.filled.from_service += fills.len();
        self.work.write(&gaps.post, fills, &mut self.filled).await
    }

    fn fill(&self, dutch: &str, text: String) -> Fill {
        let mut from = self.interpreter.settings().name();
        for term in self.work.glossary.ignored(dutch, &text) {
            let word = |forms: &[String]| forms.first().cloned().unwrap_or_default();
            from.push_str(&format!(", which does not say \"{}\" for \"{}\"", word(&term.target), word(&term.source)));
        }
        Fill { text, origin: Origin::Machine, from }
    }

    /// Leaves the texts of a batch, or breaks when the next batch would end the same way.
    fn give_up(&mut self, gaps: &Gaps, asked: &[&Asked], failure: &Failure, verdict: Verdict) -> ControlFlow<String> {
        let reason = chain_of(failure);
        self.refused_in_a_row += 1;
        if verdict == Verdict::Stop || self.refused_in_a_row >= REFUSED_IN_A_ROW {
            return ControlFlow::Break(reason);
        }
        for asked in asked {
            self.refuse(gaps, asked, &reason);
        }
        ControlFlow::Continue(())
    }

    fn refuse(&mut self, gaps: &Gaps, asked: &Asked, reason: &str) {
        let (post, id) = (gaps.post.clone(), asked.id.clone());
        self.filled.refused.push(Refused { post, id, reason: reason.to_owned() });
    }
}

/// What a service is told about the post that texts come from.
fn context_of(post: &Post) -> String {
    match &post.summary {
        Some(summary) => format!("{}\n{summary}", post.title),
        None => post.title.clone(),
    }
}
