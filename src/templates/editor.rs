//! What the mails to editors are given: about an issue that waits for them, and about what a run did.

use serde::Serialize;

use super::Text;
use crate::clock::Timestamp;

/// A mail to an editor.
#[derive(Debug, Clone, Serialize)]
pub struct EditorMail {
    /// What it is about.
    pub note: EditorNote,
    /// What the workflow is called.
    pub workflow: String,
    /// What its steps did.
    pub deeds: Vec<StepDeed>,
    /// What the readers of each language get.
    pub readers: Vec<LocaleReaders>,
    /// Until when the issue may be approved.
    pub until: Option<Timestamp>,
    /// Where it can be approved.
    pub url: Option<String>,
    /// The same for who works on the server.
    pub command: Option<String>,
    /// The posts that lack translations.
    pub missing: Vec<Untranslated>,
    /// How many more of these there are.
    pub more: usize,
}

/// What a mail to an editor is about: the messages `editor-NAME-subject`, `-title` and `-text`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum EditorNote {
    /// An issue waits for approval.
    Approval,
    /// A run is done.
    Report,
    /// A run has failed.
    Failure,
}

impl EditorNote {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Approval, Self::Report, Self::Failure];
}

/// What a step did: the message `report-WHAT` with two numbers.
#[derive(Debug, Clone, Serialize)]
pub struct StepDeed {
    /// The last words of the message.
    pub what: String,
    /// How much.
    pub count: u64,
    /// Of how much, or what else.
    pub of: u64,
    /// Why it could not be done, in the words of the log.
    pub reason: Option<String>,
}

/// What the readers of a language get.
#[derive(Debug, Clone, Serialize)]
pub struct LocaleReaders {
    /// The language, named by itself.
    pub language: String,
    /// The subject of the mail that most of them get.
    pub subject: String,
    /// How many they are.
    pub count: u64,
}

/// A post that lacks translations into a language.
#[derive(Debug, Clone, Serialize)]
pub struct Untranslated {
    /// Its title.
    pub title: Text,
    /// The language, named by itself.
    pub language: String,
    /// How many texts are missing, stale, or by a machine.
    pub count: usize,
}
