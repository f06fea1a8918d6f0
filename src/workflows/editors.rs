//! Mail to the editors: it stands in no ledger, and is written again until a relay has taken it.

use chrono::TimeDelta;

use super::{
    Runner, load_workflows,
    notify::{MOST_MISSING, Missing},
    report::Account,
    take::Going,
};
use crate::{
    clock::Timestamp,
    delivery::{Intent, Label},
    digest, disk,
    line::chain_of,
    locale::Locale,
    mail::{self, ComposedMail, MailContent, Mailbox},
    outbox::{DeliveryId, IssueId, Outcome},
    publication,
    storage::{self, Issue, NoteTurn, RunId, Sample},
    templates::{EditorMail, EditorNote, LocaleReaders, Text, Untranslated, Value},
};

/// Somebody who answers for what goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editor {
    /// Where mail to them goes.
    pub mailbox: Mailbox,
    /// The language in which they are written to.
    pub locale: Locale,
}

/// Editors could not be written to.
#[derive(Debug, thiserror::Error)]
pub(super) enum Error {
    /// The publication could not be read, or a mail not be rendered.
    #[error(transparent)]
    Content(#[from] super::ContentError),
    /// A mail could not be composed.
    #[error("cannot compose the mail")]
    Compose(#[from] mail::Error),
    /// The workflows could not be read.
    #[error("cannot look up the workflows")]
    Workflows(#[from] disk::Error),
    /// The database failed.
    #[error("cannot use the database")]
    Storage(#[from] storage::Error),
    /// What a relay did not take is not to be tried again yet.
    #[error("a relay did not take it a moment ago")]
    Later,
    /// The relay does not take mail now.
    #[error("the relay does not take it: {0}")]
    Relay(String),
}

impl From<publication::Error> for Error {
    fn from(error: publication::Error) -> Self {
        Self::Content(error.into())
    }
}

/// A mail to an editor, its language, and the number that makes its name: the same each time it is written.
type Note = (Locale, u64, ComposedMail);

/// How many numbers the mails about one issue or run may take.
const NUMBERS: u64 = 1 << 16;

/// How many of these are for one editor: more than there are languages.
const MOST_OF_EACH: u64 = 1 << 10;

impl Runner {
    /// Writes to the editors about each issue that waits for them, unless they know: a mail that says so, and a test mail
    /// in each language. What could not be sent is written again at the next look.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn tell_editors(&self) -> Result<(), storage::Error> {
        for issue in self.store.untold_issues().await? {
            match self.ask_for_approval(&issue).await {
                Ok(()) => self.store.record_told(issue.id, self.clock.now()).await?,
                Err(Error::Storage(error)) => return Err(error),
                Err(Error::Later) => {}
                Err(error) => {
                    tracing::warn!(issue = %issue.id, error = chain_of(&error), "editors are still to be told of an issue");
                }
            }
        }
        Ok(())
    }

    async fn ask_for_approval(&self, issue: &Issue) -> Result<(), Error> {
        if self.editors.is_empty() {
            return Ok(());
        }
        let (samples, now) = (self.store.issue_samples(issue.id).await?, self.clock.now());
        match self.turn_of_approval(issue.id, samples.len(), now).await? {
            NoteTurn::Ours(_) => {}
            NoteTurn::Later => return Err(Error::Later),
            NoteTurn::Done => return Ok(()),
        }
        let mut contents = Vec::with_capacity(samples.len());
        for sample in &samples {
            contents.push(self.store.cohort_content(sample.cohort).await?);
        }
        let moment = self.content.look(&self.store, now).await?;
        let notes = {
            let composer = moment.composer();
            let tests = self.tests(&composer, &samples, contents)?;
            self.compose_approval(&composer, issue, &samples, &tests, now)?
        };
        self.post(notes, Impatience::Calm).await
    }

    /// Whether anything is to be handed over about an issue, which is known without reading the publication.
    async fn turn_of_approval(&self, id: IssueId, samples: usize, now: Timestamp) -> Result<NoteTurn, Error> {
        let mut turn = NoteTurn::Done;
        for (_, first) in self.editors.iter().zip(numbers_of(Subject::Issue(id))) {
            match self.store.turn_of_notes(first, 1 + samples as u64, now).await? {
                NoteTurn::Done => {}
                NoteTurn::Later => turn = NoteTurn::Later,
                due @ NoteTurn::Ours(_) => return Ok(due),
            }
        }
        Ok(turn)
    }

    /// The mail of each sample as a test.
    fn tests(
        &self,
        composer: &digest::Composer<'_>,
        samples: &[Sample],
        contents: Vec<MailContent>,
    ) -> Result<Vec<(Locale, MailContent)>, Error> {
        let messages = composer.publication.templates.messages();
        let test = |(sample, content): (&Sample, MailContent)| {
            let subject = [("subject", Value::Text(&content.subject))];
            let subject =
                messages.format(&sample.locale, "test-subject", &subject).map_err(publication::Error::from)?;
            Ok((sample.locale.clone(), MailContent { subject, ..content }))
        };
        samples.iter().zip(contents).map(test).collect()
    }

    fn compose_approval(
        &self,
        composer: &digest::Composer<'_>,
        issue: &Issue,
        samples: &[Sample],
        tests: &[(Locale, MailContent)],
        now: Timestamp,
    ) -> Result<Vec<Note>, Error> {
        let readers = samples.iter().map(|sample| LocaleReaders {
            language: isolated(&composer.pages().language_name(&sample.locale)),
            subject: sample.subject.clone(),
            count: sample.recipients,
        });
        let mail = EditorMail {
            note: EditorNote::Approval,
            workflow: self.title_of(&issue.workflow)?,
            deeds: Vec::new(),
            readers: readers.collect(),
            until: issue.approve_by,
            url: None,
            command: Some(format!("postduif issues approve {}", issue.id)),
            missing: Vec::new(),
            more: 0,
        };
        let mut notes = Vec::new();
        for (editor, first) in self.editors.iter().zip(numbers_of(Subject::Issue(issue.id))) {
            let (letters, to) = (&self.worker.composer, editor.mailbox.address.to_string());
            let url = letters.approval_link(issue.id, &editor.locale, issue.created_at).to_string();
            let mail = EditorMail { url: Some(url), ..mail.clone() };
            let content = composer.compose_editor_mail(&editor.locale, &mail)?;
            notes.push((
                editor.locale.clone(),
                first,
                letters.compose_note(&editor.locale, &content, &to, first, now)?,
            ));
            for ((locale, content), number) in tests.iter().zip(first + 1..) {
                notes.push((locale.clone(), number, letters.compose_test(locale, content, &to, number, now)?));
            }
        }
        Ok(notes)
    }

    /// Tells each editor what a run did, and what is to be translated.
    pub(super) async fn report_to_editors(
        &self,
        going: &Going<'_>,
        before: &[Account],
        missing: &[Missing],
    ) -> Result<(), Error> {
        let is_failed = before.last().is_some_and(Account::is_failure);
        let now = self.clock.now();
        let moment = self.content.look(&self.store, now).await?;
        let notes = {
            let composer = moment.composer();
            let untranslated = |of: &Missing| {
                let post = composer.publication.posts.iter().find(|post| post.slug == of.post);
                Untranslated {
                    title: Text::own(post.map_or_else(|| of.post.to_string(), |post| post.title.clone())),
                    language: isolated(&composer.pages().language_name(&of.locale)),
                    count: of.texts,
                }
            };
            let mail = EditorMail {
                note: if is_failed { EditorNote::Failure } else { EditorNote::Report },
                workflow: going.workflow.title.clone(),
                deeds: before.iter().map(Account::deed).collect(),
                readers: Vec::new(),
                until: None,
                url: None,
                command: None,
                missing: missing.iter().take(MOST_MISSING).map(untranslated).collect(),
                more: missing.len().saturating_sub(MOST_MISSING),
            };
            let mut notes = Vec::new();
            for (editor, number) in self.editors.iter().zip(numbers_of(Subject::Run(going.run, before.len()))) {
                let (letters, to) = (&self.worker.composer, editor.mailbox.address.to_string());
                let content = composer.compose_editor_mail(&editor.locale, &mail)?;
                let mail = letters.compose_note(&editor.locale, &content, &to, number, now)?;
                notes.push((editor.locale.clone(), number, mail));
            }
            notes
        };
        self.post(notes, Impatience::Restless).await
    }

    /// What people call a workflow.
    fn title_of(&self, name: &str) -> Result<String, disk::Error> {
        let (workflows, _) = load_workflows(&self.content.root, &self.content.settings, self.clock.now())?;
        let workflow = workflows.into_iter().find(|workflow| workflow.name.as_str() == name);
        Ok(workflow.map_or_else(|| name.to_owned(), |workflow| workflow.title))
    }

    /// Hands mails over, one after the other, but for those that were before. An address that is refused is for the operator to
    /// correct; one that takes nothing now keeps nobody else from theirs.
    async fn post(&self, notes: Vec<Note>, impatience: Impatience) -> Result<(), Error> {
        let Self { store, clock, worker, .. } = self;
        let transport = &worker.transport;
        let mut posted = Ok(());
        for (locale, number, mail) in notes {
            let attempts = match store.take_note(number, clock.now()).await? {
                NoteTurn::Ours(attempts) => attempts,
                NoteTurn::Done => continue,
                NoteTurn::Later => {
                    posted = posted.and(Err(Error::Later));
                    continue;
                }
            };
            // No delivery has such a number, so no file of the outbox is overwritten but that of the same mail.
            let delivery = DeliveryId(-i64::try_from(number).unwrap_or(i64::MAX));
            let label = Label { ordinal: 0, locale, delivery };
            match transport.send(&mail, &label, &mut Intent::without_ledger()).await {
                Outcome::Accepted { .. } | Outcome::Uncertain { .. } => store.finish_note(number, clock.now()).await?,
                Outcome::Rejected { reply } => {
                    tracing::error!(reply, "an editor's address does not take mail");
                    store.finish_note(number, clock.now()).await?;
                }
                Outcome::Deferred { reply: reason } | Outcome::Refused { reply: reason } => {
                    let now = clock.now();
                    store.put_note_off(number, now + impatience.pause_after(attempts), now).await?;
                    posted = Err(Error::Relay(reason));
                }
                Outcome::Fault { reason } => {
                    store.put_note_off(number, clock.now(), clock.now()).await?;
                    posted = Err(Error::Relay(reason));
                    break;
                }
            }
        }
        if let Err(error) = transport.sync().await {
            posted = posted.and(Err(Error::Relay(error.to_string())));
        }
        transport.close().await;
        posted
    }
}

/// Who decides when a mail that an editor's address does not take now is tried again.
#[derive(Debug, Clone, Copy)]
enum Impatience {
    /// We do, again and again.
    Calm,
    /// Whoever retries the step.
    Restless,
}

impl Impatience {
    /// How long after so many attempts in vain: a minute, then twice as long each time, up to an hour.
    fn pause_after(self, attempts: u32) -> TimeDelta {
        match self {
            Self::Calm => TimeDelta::minutes(1_i64 << attempts.min(6)).min(TimeDelta::hours(1)),
            Self::Restless => TimeDelta::zero(),
        }
    }
}

/// What a mail to an editor is about.
#[derive(Debug, Clone, Copy)]
enum Subject {
    Issue(IssueId),
    /// A run, and the step of it that tells.
    Run(RunId, usize),
}

/// A name that turns no numbers around beside it, whatever the direction it is read in (Unicode Bidirectional Algorithm).
fn isolated(name: &str) -> String {
    format!("\u{2068}{name}\u{2069}")
}

/// For each editor the first number that mails about something may have.
fn numbers_of(subject: Subject) -> impl Iterator<Item = u64> {
    let (number, step) = match subject {
        Subject::Issue(id) => (2 * id.0.unsigned_abs(), 0),
        Subject::Run(id, step) => (2 * id.0.unsigned_abs() + 1, step as u64),
    };
    (0..).map(move |editor| number * NUMBERS + editor * MOST_OF_EACH + step)
}
