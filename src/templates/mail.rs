//! What the mail templates are given: one struct per mail; there they are called `mail`,
//! beside the `site`.
//!
//! Personal links may be placeholders that are filled in per recipient later: they are put
//! into the mail as they are, never parsed.

use serde::Serialize;

use super::{Language, PostLink, Text, TranslationNotice};
use crate::clock::Timestamp;

/// A mail as it leaves the templates: shared by everybody who gets the same posts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenderedMail {
    /// One line.
    pub subject: String,
    /// A whole HTML document, its style sheet written into its elements.
    pub html: String,
    /// The same as a letter in plain text.
    pub text: String,
}

/// A post in a mail.
#[derive(Debug, Clone, Serialize)]
pub struct MailPost {
    /// The title.
    pub title: Text,
    /// The summary.
    pub summary: Option<Text>,
    /// The post's page.
    pub url: String,
    /// When it was published.
    pub date: Timestamp,
    /// Reading time in minutes.
    pub minutes: u32,
    /// The names of its topics.
    pub topics: Vec<Text>,
    /// The language that it is read in, where that is another than the reader's.
    pub tongue: Option<Language>,
}

/// What a mail says of the day on which its reader asked for it: places that are filled in later, between which one of
/// two sentences stands.
#[derive(Debug, Clone, Serialize)]
pub struct AskedOn {
    /// Where the sentence begins that names the day.
    pub known: String,
    /// Where that begins for who was brought in by others.
    pub unknown: String,
    /// Where both end.
    pub end: String,
    /// The day.
    pub day: String,
    /// The words for "in this language", in the language itself.
    pub language: String,
}

/// A post in full.
#[derive(Debug, Clone, Serialize)]
pub struct FullText {
    /// HTML for a mail.
    pub html: String,
    /// The same as plain text.
    pub text: String,
    /// What to tell about the translation, when something is to be told.
    pub translation: Option<TranslationNotice>,
}

/// The recurring newsletter.
#[derive(Debug, Clone, Serialize)]
pub struct DigestMail {
    /// How often it comes, in lower case: `instant`, `daily`, `weekly` or `monthly`.
    pub cadence: String,
    /// The post shown large.
    pub lead: MailPost,
    /// All of it, where it is the only one and its workflow says so.
    pub full: Option<FullText>,
    /// The posts after it.
    pub posts: Vec<MailPost>,
    /// Posts that did not fit: only their titles.
    pub more: Vec<PostLink>,
    /// How many posts there are beyond those.
    pub unlisted: usize,
    /// The same for everybody, on the web.
    pub browser_url: Option<String>,
    /// When it was asked for.
    pub asked: AskedOn,
    /// Ends the subscription.
    pub unsubscribe_url: String,
    /// Changes the subscription.
    pub preferences_url: Option<String>,
}

impl DigestMail {
    pub(super) fn counted(&self) -> CountedDigest<'_> {
        let others = self.posts.len() + self.more.len() + self.unlisted;
        CountedDigest { mail: self, count: others + 1, others }
    }
}

/// A digest as its templates see it: with its posts counted.
#[derive(Serialize)]
pub(super) struct CountedDigest<'a> {
    #[serde(flatten)]
    mail: &'a DigestMail,
    /// All posts.
    count: usize,
    /// The posts besides the first.
    others: usize,
}

/// Asks a new subscriber whether it was really them.
#[derive(Debug, Clone, Serialize)]
pub struct ConfirmationMail {
    /// Confirms the subscription.
    pub confirm_url: String,
    /// For how many days that link works.
    pub valid_days: u32,
    /// How often the digest will come, in lower case.
    pub cadence: String,
    /// The names of the topics asked for; none means all.
    pub topics: Vec<Text>,
}

/// The first mail after a confirmation.
#[derive(Debug, Clone, Serialize)]
pub struct WelcomeMail {
    /// How often the digest will come, in lower case.
    pub cadence: String,
    /// The latest posts.
    pub posts: Vec<MailPost>,
    /// When it was asked for.
    pub asked: AskedOn,
    /// Ends the subscription.
    pub unsubscribe_url: String,
    /// Changes the subscription.
    pub preferences_url: Option<String>,
}

/// A short letter about a subscription.
#[derive(Debug, Clone, Serialize)]
pub struct LetterMail {
    /// What it says.
    pub letter: Letter,
    /// Where its button leads.
    pub url: String,
    /// For how many days that link works; none for one that always does.
    pub valid_days: Option<u32>,
}

/// What a letter says: the messages `letter-NAME-subject`, `-title`, `-text`, `-button` and `-ignore`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Letter {
    /// To a new address: is it you?
    Move,
    /// To the old one: somebody asked for another.
    Moving,
    /// To who asks to subscribe and does so already.
    Known,
}

impl Letter {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Move, Self::Moving, Self::Known];
}
