//! What a run did: for who waits for it, for the log, and in numbers for the database and for editors.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Step, Translated};
use crate::{
    bucket::Uploaded,
    clock::Timestamp,
    diagnostic::{Diagnostic, count},
    digest::HeldPost,
    outbox::{IssueId, State},
    storage::{IssueCounts, IssueState, Pruned},
    templates::StepDeed,
};

/// What one run did.
#[derive(Debug, Default)]
pub struct RunReport {
    /// What each step did, in order; not those that were done before the run was killed.
    pub steps: Vec<StepReport>,
    /// The same in numbers, and of all steps.
    pub accounts: Vec<Account>,
    /// What is wrong in posts, locales, templates and workflows.
    pub diagnostics: Vec<Diagnostic>,
}

/// What one step did.
#[derive(Debug)]
pub enum StepReport {
    /// What others published and is a draft now.
    Imported {
        /// How many drafts were made.
        drafts: usize,
        /// How many more are new, and come the next time.
        left: usize,
        /// Of what nothing came, and why.
        failed: Vec<String>,
    },
    /// Why nothing could be had from others.
    NotImported(String),
    /// How many locale files changed.
    Synced(usize),
    /// What was filled in.
    Translated(Translated),
    /// How many posts were released, in all locales together, how many files were written, and how many objects of
    /// a bucket.
    Published {
        /// Posts that became available, counted once for each locale.
        released: usize,
        /// Files that were written.
        written: usize,
        /// What was brought to the bucket, if there is one.
        uploaded: Option<Uploaded>,
    },
    /// What the ledger says of the issue.
    Digest(Box<DigestReport>),
    /// Who was told.
    Notified(Told),
    /// Why somebody could not be told.
    NotNotified(String),
    /// What was forgotten.
    Pruned(Pruned),
}

/// Who was told what a run did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Told {
    /// Of how many feeds the hub heard: those that have changed; none when there is no hub.
    pub feeds: usize,
    /// Whether a webhook was called.
    pub webhook: bool,
    /// How many editors were written to.
    pub editors: usize,
}

/// What became of an issue.
#[derive(Debug)]
pub struct DigestReport {
    /// The issue.
    pub issue: IssueId,
    /// How far it has come.
    pub state: IssueState,
    /// Until when it may be approved, if it waits for that.
    pub approve_by: Option<Timestamp>,
    /// When the first of those leaves that were planned to leave later.
    pub leaves_at: Option<Timestamp>,
    /// For how many there was nothing new.
    pub nothing_new: u64,
    /// Its deliveries.
    pub counts: IssueCounts,
    /// What readers wait for, or wait for no longer, since it could not be had.
    pub held: Vec<HeldPost>,
    /// When the first of those that are deferred is tried again.
    pub next_attempt: Option<Timestamp>,
    /// Why the relay cannot be used at all, if that is why deliveries still wait.
    pub relay_failed: Option<String>,
}

/// What is said of a step that could not be done.
const FAILED: &str = "failed";

/// What a step did, in numbers: the message `report-WHAT` in the language of an editor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// The step, as it is written in the file.
    pub step: String,
    /// The last words of the message.
    pub what: String,
    /// How much.
    pub count: u64,
    /// Of how much, or what else.
    pub of: u64,
    /// Why it could not be done, with causes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl Account {
    /// Of a step that could not be done.
    pub(super) fn failure(step: &Step, reason: String) -> Self {
        Self { step: step.as_str().to_owned(), what: FAILED.to_owned(), count: 0, of: 0, reason: Some(reason) }
    }

    /// Whether it is of a step that could not be done.
    pub(super) fn is_failure(&self) -> bool {
        self.what == FAILED
    }

    /// The same for a template.
    pub(super) fn deed(&self) -> StepDeed {
        let Self { what, count, of, reason, .. } = self.clone();
        StepDeed { what, count, of, reason }
    }
}

impl RunReport {
    /// What the digests of this run could not carry.
    pub fn held(&self) -> impl Iterator<Item = &HeldPost> {
        self.steps.iter().flat_map(|step| match step {
            StepReport::Digest(digest) => digest.held.as_slice(),
            _ => &[],
        })
    }

    /// What becomes of the run's row: also which posts its readers will never get and who was not told, and why.
    pub(super) fn outcome(&self) -> String {
        let given_up = self.held().filter(|post| post.given_up).map(ToString::to_string);
        let is_doubtful = |step: &&StepReport| match step {
            StepReport::NotNotified(_) | StepReport::NotImported(_) => true,
            StepReport::Imported { failed, .. } => !failed.is_empty(),
            _ => false,
        };
        let not_told = self.steps.iter().filter(is_doubtful);
        let rest = given_up.chain(not_told.map(ToString::to_string));
        rest.fold("done".to_owned(), |outcome, one| format!("{outcome}; {one}"))
    }
}

impl StepReport {
    /// The same in numbers.
    pub(super) fn account(&self, step: &Step) -> Account {
        let number = |number: usize| number as u64;
        let reason = match self {
            Self::NotImported(reason) | Self::NotNotified(reason) => Some(reason.clone()),
            _ => None,
        };
        let (what, count, of) = match self {
            Self::Imported { drafts, failed, .. } => ("imported", number(*drafts), number(failed.len())),
            Self::NotImported(_) => ("not-imported", 0, 0),
            Self::Pruned(Pruned { mails, readers, .. }) => ("pruned", *mails, *readers),
            Self::Synced(files) => ("synced", number(*files), 0),
            Self::Translated(translated) => {
                let filled_in = translated.from_memory + translated.from_service;
                ("translated", number(filled_in), number(translated.left))
            }
            Self::Published { released, written, .. } => ("published", number(*released), number(*written)),
            Self::Digest(digest) => {
                let (accepted, planned) = (digest.counts.of(State::Accepted), digest.counts.planned);
                match digest.leaves_at {
                    _ if digest.state == IssueState::Waiting => ("digest-waits", accepted, planned),
                    Some(_) => ("digest-later", accepted, planned),
                    None => ("digest", accepted, planned),
                }
            }
            Self::Notified(told) => ("notified", number(told.feeds), number(told.editors)),
            Self::NotNotified(_) => ("not-notified", 0, 0),
        };
        Account { step: step.as_str().to_owned(), what: what.to_owned(), count, of, reason }
    }
}

impl fmt::Display for StepReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Imported { drafts, left, failed } => {
                write!(f, "{} made", count(*drafts, "draft"))?;
                if *left > 0 {
                    write!(f, ", {left} more are new and come the next time")?;
                }
                failed.iter().try_for_each(|reason| write!(f, "; {reason}"))
            }
            Self::Pruned(Pruned { mails, readers, runs }) => write!(
                f,
                "{}, {} who never said yes and {} forgotten",
                count(*mails, "old mail"),
                count(*readers, "reader"),
                count(*runs, "run")
            ),
            Self::Synced(0) => f.write_str("the locale files are in step"),
            Self::Synced(files) => write!(f, "{} updated", count(*files, "locale file")),
            Self::Translated(translated) => translated.fmt(f),
            Self::Published { released, written, uploaded } => {
                write!(f, "{} released, {} written", count(*released, "post"), count(*written, "file"))?;
                uploaded.as_ref().map_or(Ok(()), |uploaded| write!(f, "; {uploaded}"))
            }
            Self::Digest(digest) => digest.fmt(f),
            Self::NotNotified(reason) | Self::NotImported(reason) => f.write_str(reason),
            Self::Notified(told) => told.fmt(f),
        }
    }
}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut told = Vec::new();
        if self.feeds > 0 {
            told.push(format!("the hub was told about {}", count(self.feeds, "feed")));
        }
        if self.webhook {
            told.push("the webhook was called".to_owned());
        }
        if self.editors > 0 {
            told.push(format!("{} written to", count(self.editors, "editor")));
        }
        if told.is_empty() { f.write_str("there is nothing to tell a hub") } else { f.write_str(&told.join(", ")) }
    }
}

impl fmt::Display for DigestReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { issue, counts, nothing_new, .. } = self;
        write!(f, "issue {issue}: {} planned, {} accepted", counts.planned, counts.of(State::Accepted))?;
        for (state, count) in counts.others().filter(|(state, _)| *state != State::Planned) {
            write!(f, ", {count} {state}")?;
        }
        if counts.sent_again > 0 {
            write!(f, "; {} sent again, since an answer was lost", counts.sent_again)?;
        }
        match self.state {
            IssueState::Waiting => f.write_str("; it waits for approval")?,
            IssueState::Expired => f.write_str("; nobody approved it in time")?,
            _ => {}
        }
        if *nothing_new > 0 { write!(f, "; nothing new for {nothing_new}") } else { Ok(()) }
    }
}
