//! Composing mails: what a cohort gets, and the mails around a subscription.

use super::CohortKey;
use crate::{
    clock::Timestamp,
    locale::Locale,
    mail::{MailContent, PersonalLink},
    publication::{Edition, Error, Pages, Publication},
    subscribers::{Cadence, Subscriber},
    templates::{ConfirmationMail, DigestMail, MailPost, PostLink, RenderedMail, WelcomeMail},
    translation::LocaleSettings,
};

/// The latest posts that a welcome mail shows.
const WELCOME_POSTS: usize = 3;

/// Composes mails from the editions of one moment.
#[derive(Debug)]
pub struct Composer<'a> {
    /// The publication.
    pub publication: &'a Publication,
    /// All its editions, those for mail alone included.
    pub editions: Vec<Edition<'a>>,
    /// The moment of which they are.
    pub now: Timestamp,
    /// The most posts a digest shows in full; the others are links.
    pub max_posts: usize,
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
        let settings = self.settings(&cohort.locale)?;
        let pages = self.pages().off_site();
        let mut posts: Vec<MailPost> = cohort.posts.iter().filter_map(|id| pages.mail_post(settings, id)).collect();
        posts.sort_by_key(|post| std::cmp::Reverse(post.date));
        let more = posts.split_off(posts.len().min(self.max_posts));
        let mut posts = posts.into_iter();
        let Some(lead) = posts.next() else { return Err(Error::NoPosts) };
        let mail = DigestMail {
            cadence: cadence.as_str().to_owned(),
            lead,
            posts: posts.collect(),
            more: more.into_iter().map(|post| PostLink { title: post.title, url: post.url }).collect(),
            unsubscribe_url: PersonalLink::Unsubscribe.placeholder().to_owned(),
            preferences_url: None,
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
            valid_days: u32::try_from(crate::subscribers::CONFIRM_WITHIN.num_days()).unwrap_or(u32::MAX),
            cadence: cadence.as_str().to_owned(),
            topics: self.pages().topic_names(locale, topics),
        };
        Ok(self.publication.templates.render_confirmation_mail(&self.pages().off_site().site(settings), &mail)?.into())
    }

    /// The first mail after the confirmation, with the latest posts.
    ///
    /// # Errors
    /// When a template cannot be rendered.
    pub fn compose_welcome(&self, subscriber: &Subscriber) -> Result<MailContent, Error> {
        let settings = self.settings(&subscriber.locale)?;
        let pages = self.pages().off_site();
        let mail = WelcomeMail {
            cadence: subscriber.cadence.as_str().to_owned(),
            posts: pages.latest_mail_posts(settings, WELCOME_POSTS),
            unsubscribe_url: PersonalLink::Unsubscribe.placeholder().to_owned(),
            preferences_url: None,
        };
        Ok(self.publication.templates.render_welcome_mail(&pages.site(settings), &mail)?.into())
    }

    fn settings(&self, locale: &Locale) -> Result<&LocaleSettings, Error> {
        self.publication.settings.locale(locale).ok_or_else(|| Error::UnknownLocale(locale.clone()))
    }
}
