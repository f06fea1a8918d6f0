//! Composing mails: what a cohort gets, and the mails around a subscription.

use super::{CohortKey, Release, head};
use crate::{
    clock::Timestamp,
    locale::Locale,
    mail::{MailContent, PersonalDay, PersonalLink},
    publication::{Edition, Error, Pages, Publication},
    subscribers::{CONFIRM_WITHIN, Cadence, Subscriber},
    templates::{
        AskedOn, ConfirmationMail, DigestMail, EditorMail, Letter, LetterMail, MailPost, PostLink, RenderedMail,
        WelcomeMail,
    },
    translation::LocaleSettings,
};

/// The latest posts that a welcome mail shows.
const WELCOME_POSTS: usize = 3;

/// The most posts beyond those that a digest only links to: Gmail cuts a mail at 102 KB, and above
/// the links stand ten posts.
const MOST_LINKS: usize = 60;

/// The longest digest, in bytes of HTML: Gmail cuts one at 102 KB, and with it the way out.
const MOST_BYTES: usize = 90_000;

/// Composes mails from the editions of one moment.
#[derive(Debug)]
pub struct Composer<'a> {
    /// The publication.
    pub publication: &'a Publication,
    /// All its editions, those for mail alone included.
    pub editions: Vec<Edition<'a>>,
    /// What was released until then.
    pub releases: &'a [Release],
    /// The moment of which they are.
    pub now: Timestamp,
    /// The most posts a digest shows in full; the others are links.
    pub max_posts: usize,
    /// Whether a digest of one post carries all of it.
    pub full_text: bool,
}

impl From<RenderedMail> for MailContent {
    fn from(mail: RenderedMail) -> Self {
        Self { subject: mail.subject, html: mail.html, text: mail.text }
    }
}

impl Composer<'_> {
    /// The pages of its editions; mails are made from them [off site](Pages::off_site).
    pub fn pages(&self) -> Pages<'_> {
        Pages::new(self.publication, &self.editions)
    }

    /// What a cohort gets: the newest post first, since that is the one that made them due.
    ///
    /// # Errors
    /// When a template cannot be rendered.
    pub fn compose_digest(&self, cohort: &CohortKey, cadence: Cadence) -> Result<MailContent, Error> {
        self.compose_issue(cohort, cadence, None)
    }

    /// The same with a link to the page of the issue that it is of.
    ///
    /// # Errors
    /// When a template cannot be rendered.
    pub fn compose_issue(
        &self,
        cohort: &CohortKey,
        cadence: Cadence,
        issue: Option<i64>,
    ) -> Result<MailContent, Error> {
        let mut most = self.max_posts;
        let mut mail = self.render_issue(cohort, cadence, issue, most, self.full_text)?;
        // First the text of a single post gives way, then the summaries of the oldest.
        while mail.html.len() > MOST_BYTES && (most > 1 || self.full_text) {
            most = if cohort.posts.len() == 1 { 1 } else { most.min(cohort.posts.len()) / 2 };
            mail = self.render_issue(cohort, cadence, issue, most.max(1), false)?;
            if most <= 1 {
                break;
            }
        }
        Ok(mail)
    }

    /// The same with at most so many posts shown, and a single one in full if that is wanted.
    fn render_issue(
        &self,
        cohort: &CohortKey,
        cadence: Cadence,
        issue: Option<i64>,
        most: usize,
        full_text: bool,
    ) -> Result<MailContent, Error> {
        let settings = self.settings(&cohort.locale)?;
        let pages = self.pages().off_site();
        let full = cohort.posts.first().filter(|_| full_text && cohort.posts.len() == 1);
        let mut posts: Vec<MailPost> = cohort.posts.iter().filter_map(|id| pages.mail_post(settings, id)).collect();
        posts.sort_by_key(|post| std::cmp::Reverse(post.date));
        let mut more = posts.split_off(posts.len().min(most));
        let unlisted = more.split_off(more.len().min(MOST_LINKS)).len();
        let edition = self.publication.settings.edition_of(&cohort.locale);
        let mut posts = posts.into_iter();
        let Some(lead) = posts.next() else { return Err(Error::NoPosts) };
        let mail = DigestMail {
            cadence: cadence.as_str().to_owned(),
            lead,
            full: full.map(|id| pages.full_text(settings, id)).transpose()?.flatten(),
            posts: posts.collect(),
            more: more.into_iter().map(|post| PostLink { title: post.title, url: post.url }).collect(),
            unlisted,
            browser_url: issue.map(|number| pages.links().issue(edition, number)),
            asked: self.asked(settings),
            unsubscribe_url: PersonalLink::Unsubscribe.placeholder().to_owned(),
            preferences_url: Some(PersonalLink::Preferences.placeholder().to_owned()),
        };
        Ok(self.publication.templates.render_digest_mail(&pages.site(settings), &mail)?.into())
    }

    /// The mail that asks a new subscriber whether it was them.
    ///
    /// # Errors
    /// When a template cannot be rendered.
    pub fn compose_confirmation(
        &self,
        locale: &Locale,
        cadence: Cadence,
        topics: impl IntoIterator<Item = String>,
    ) -> Result<MailContent, Error> {
        let settings = self.settings(locale)?;
        let mail = ConfirmationMail {
            confirm_url: PersonalLink::Confirm.placeholder().to_owned(),
            valid_days: valid_days(),
            cadence: cadence.as_str().to_owned(),
            topics: self.pages().topic_names(locale, topics),
        };
        Ok(self.publication.templates.render_confirmation_mail(&self.pages().off_site().site(settings), &mail)?.into())
    }

    /// The last release to the readers of a locale that its mails can be about; what comes later is news.
    pub fn head(&self, locale: &Locale) -> i64 {
        head(self.releases.iter().filter(|release| release.locale == *locale))
    }

    /// The first mail after the confirmation, with the latest posts about what they chose.
    ///
    /// # Errors
    /// When a template cannot be rendered.
    pub fn compose_welcome(&self, subscriber: &Subscriber) -> Result<MailContent, Error> {
        let settings = self.settings(&subscriber.locale)?;
        let pages = self.pages().off_site();
        let mail = WelcomeMail {
            cadence: subscriber.cadence.as_str().to_owned(),
            posts: pages.latest_mail_posts(settings, |post| subscriber.topics.want_any(&post.topics), WELCOME_POSTS),
            asked: self.asked(settings),
            unsubscribe_url: PersonalLink::Unsubscribe.placeholder().to_owned(),
            preferences_url: Some(PersonalLink::Preferences.placeholder().to_owned()),
        };
        Ok(self.publication.templates.render_welcome_mail(&pages.site(settings), &mail)?.into())
    }

    /// A short letter about a subscription, with one link.
    ///
    /// # Errors
    /// When a template cannot be rendered.
    pub fn compose_letter(&self, locale: &Locale, letter: Letter) -> Result<MailContent, Error> {
        let settings = self.settings(locale)?;
        let (link, valid_days) = match letter {
            Letter::Move => (PersonalLink::Address, Some(valid_days())),
            Letter::Moving | Letter::Known => (PersonalLink::Preferences, None),
        };
        let mail = LetterMail { letter, url: link.placeholder().to_owned(), valid_days };
        Ok(self.publication.templates.render_letter_mail(&self.pages().off_site().site(settings), &mail)?.into())
    }

    /// A mail to an editor, in their language.
    ///
    /// # Errors
    /// When a template cannot be rendered.
    pub fn compose_editor_mail(&self, locale: &Locale, mail: &EditorMail) -> Result<MailContent, Error> {
        let settings = self.settings(locale)?;
        Ok(self.publication.templates.render_editor_mail(&self.pages().off_site().site(settings), mail)?.into())
    }

    /// What is filled in for each recipient when it leaves.
    fn asked(&self, settings: &LocaleSettings) -> AskedOn {
        let place = |day: PersonalDay| day.placeholder().to_owned();
        AskedOn {
            known: place(PersonalDay::Known),
            unknown: place(PersonalDay::Unknown),
            end: place(PersonalDay::End),
            day: place(PersonalDay::Day),
            language: self.pages().in_language(settings),
        }
    }

    fn settings(&self, locale: &Locale) -> Result<&LocaleSettings, Error> {
        self.publication.settings.locale(locale).ok_or_else(|| Error::UnknownLocale(locale.clone()))
    }
}

/// For how many days a link works that confirms something.
fn valid_days() -> u32 {
    u32::try_from(CONFIRM_WITHIN.num_days()).unwrap_or(u32::MAX)
}
