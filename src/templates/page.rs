//! What the page templates are given: one struct per page, and the site around it.
//!
//! In a template they are called `site` and `page`. Links within the site begin with `/`, so that
//! a page works on any host, in a mail they are complete; so is, always, what search engines and
//! other sites are told (`canonical_url`, `alternates`). Instants are formatted by the `date` helper.

use serde::Serialize;

use super::Text;
use crate::{
    clock::Timestamp,
    locale::{Direction, Locale},
};

/// What is the same on all pages of an edition, and in its mails.
#[derive(Debug, Clone, Serialize)]
pub struct Site {
    /// The publication's name.
    pub title: Text,
    /// Half a sentence on what it is about.
    pub tagline: Option<Text>,
    /// The complete address of the site.
    pub base_url: String,
    /// The language of this edition.
    pub locale: Locale,
    /// The direction of that language.
    pub dir: Direction,
    /// The language switcher; one entry is `current`.
    pub languages: Vec<Language>,
    /// The front page of this edition.
    pub home_url: String,
    /// The feed of this edition.
    pub feed_url: String,
    /// The page where a reader subscribes; none when the site has no server behind it.
    pub subscribe_url: Option<String>,
    /// The topics, for the navigation.
    pub topics: Vec<TopicLink>,
    /// Who is behind it, for the foot of pages and mails.
    pub contact: Option<Contact>,
    /// What a reader could do after reading, such as make an appointment.
    pub call_to_action: Option<CallToAction>,
    /// The style sheet.
    pub style_url: String,
    /// The icon, an SVG picture.
    pub favicon_url: String,
}

/// One entry of the language switcher.
#[derive(Debug, Clone, Serialize)]
pub struct Language {
    /// The language.
    pub locale: Locale,
    /// The direction of its name.
    pub dir: Direction,
    /// Its name in itself: `Français`, `العربية`.
    pub autonym: String,
    /// This page in that language, or its front page where this page is not available.
    pub url: String,
    /// Whether this very page is available in it.
    pub available: bool,
    /// Whether it is the language of this page.
    pub current: bool,
}

/// A topic and where its posts are.
#[derive(Debug, Clone, Serialize)]
pub struct TopicLink {
    /// Its name.
    pub name: Text,
    /// Its page.
    pub url: String,
}

/// Who is behind the publication and how to reach them.
#[derive(Debug, Clone, Serialize)]
pub struct Contact {
    /// The name of the person or practice.
    pub name: String,
    /// The postal address, on one line.
    pub address: Option<String>,
    /// An email address for readers.
    pub email: Option<String>,
    /// A telephone number as it is written for people.
    pub phone: Option<String>,
}

/// A box with a button under a post.
#[derive(Debug, Clone, Serialize)]
pub struct CallToAction {
    /// The heading of the box.
    pub title: Text,
    /// A sentence or two.
    pub text: Option<Text>,
    /// Where the button leads.
    pub url: String,
    /// What the button says.
    pub label: Text,
}

/// The same page in another language, for `<link rel="alternate" hreflang>`.
#[derive(Debug, Clone, Serialize)]
pub struct Alternate {
    /// A language tag, or `x-default`.
    pub hreflang: String,
    /// The page in that language.
    pub url: String,
}

/// A picture with what belongs to it.
#[derive(Debug, Clone, Serialize)]
pub struct Picture {
    /// The address of the file.
    pub src: String,
    /// What it shows, for who cannot see it; empty when it only decorates.
    pub alt: Text,
    /// The line under it.
    pub caption: Option<Text>,
    /// Who made it.
    pub credit: Option<String>,
    /// Width in pixels, where known: it keeps the page from jumping.
    pub width: Option<u32>,
    /// Height in pixels, where known.
    pub height: Option<u32>,
}

/// A post in a list.
#[derive(Debug, Clone, Serialize)]
pub struct Card {
    /// The title.
    pub title: Text,
    /// The summary.
    pub summary: Option<Text>,
    /// The post's page.
    pub url: String,
    /// The language of that page, where it is another edition's.
    pub elsewhere: Option<Language>,
    /// When it was published.
    pub date: Timestamp,
    /// Reading time in minutes.
    pub minutes: u32,
    /// Its topics.
    pub topics: Vec<TopicLink>,
    /// Its picture; only shown large for the first card of the front page.
    pub image: Option<Picture>,
}

/// The first page of an edition.
#[derive(Debug, Clone, Serialize)]
pub struct FrontPage {
    /// This page's own address.
    pub canonical_url: String,
    /// The page in the other languages.
    pub alternates: Vec<Alternate>,
    /// The newest post, shown large.
    pub lead: Option<Card>,
    /// The posts after it, newest first.
    pub cards: Vec<Card>,
}

/// The posts on one topic.
#[derive(Debug, Clone, Serialize)]
pub struct TopicPage {
    /// This page's own address.
    pub canonical_url: String,
    /// The page in the other languages.
    pub alternates: Vec<Alternate>,
    /// The topic's name.
    pub name: Text,
    /// A sentence about the topic.
    pub description: Option<Text>,
    /// The feed of this topic.
    pub feed_url: Option<String>,
    /// Its posts, newest first.
    pub cards: Vec<Card>,
}

/// A post.
#[derive(Debug, Clone, Serialize)]
pub struct PostPage {
    /// This page's own address, or the post's in its source language when hardly translated.
    pub canonical_url: String,
    /// The page in the other languages.
    pub alternates: Vec<Alternate>,
    /// The title.
    pub title: Text,
    /// The summary.
    pub summary: Option<Text>,
    /// The body: HTML that is trusted, and put into the page as it is.
    pub body_html: String,
    /// The headings of the body; shown from three on.
    pub contents: Vec<Heading>,
    /// When it was published.
    pub date: Timestamp,
    /// When it was last changed in substance.
    pub updated: Option<Timestamp>,
    /// Who wrote it.
    pub authors: Vec<Author>,
    /// Its topics.
    pub topics: Vec<TopicLink>,
    /// Reading time in minutes.
    pub minutes: u32,
    /// The picture at its head.
    pub image: Option<Picture>,
    /// What it is based on.
    pub sources: Vec<Source>,
    /// Posts to read after this one.
    pub related: Vec<Card>,
    /// Whether the site's call to action stands under it.
    pub call_to_action: bool,
    /// What to tell about the translation, when something is to be told.
    pub translation: Option<TranslationNotice>,
    /// The next newer post.
    pub newer: Option<PostLink>,
    /// The next older post.
    pub older: Option<PostLink>,
}

/// A heading of the body, for the table of contents.
#[derive(Debug, Clone, Serialize)]
pub struct Heading {
    /// The `id` of the heading in the body.
    pub id: String,
    /// Its text.
    pub text: Text,
    /// Whether it is a heading below another of the list.
    pub nested: bool,
}

/// A person who wrote a post.
#[derive(Debug, Clone, Serialize)]
pub struct Author {
    /// The name.
    pub name: String,
    /// What they are, such as "kinesitherapeut".
    pub role: Option<Text>,
}

/// Something a post is based on. It is quoted as it is, in whatever language it has.
#[derive(Debug, Clone, Serialize)]
pub struct Source {
    /// Author, title, journal, year.
    pub text: String,
    /// Its page at doi.org.
    pub doi_url: Option<String>,
    /// Its page at PubMed.
    pub pubmed_url: Option<String>,
    /// Where else it can be read.
    pub url: Option<String>,
}

/// Says that a post is not, or not by people, translated as a whole, or that the translation is behind.
#[derive(Debug, Clone, Serialize)]
pub struct TranslationNotice {
    /// Some blocks stand in another language.
    pub fallback: bool,
    /// Some blocks were translated by a machine and not read by anybody since.
    pub machine: bool,
    /// The source of some blocks has changed since they were translated.
    pub stale: bool,
    /// When the post says that it was last changed, if some blocks are stale.
    pub stale_since: Option<Timestamp>,
    /// The post in the language it was written in.
    pub original: Option<Language>,
}

/// A post to go to.
#[derive(Debug, Clone, Serialize)]
pub struct PostLink {
    /// Its title.
    pub title: Text,
    /// Its page.
    pub url: String,
}

/// The form by which a reader subscribes, with what was already filled in.
#[derive(Debug, Clone, Serialize)]
pub struct SubscribePage {
    /// This page's own address.
    pub canonical_url: String,
    /// The page in the other languages.
    pub alternates: Vec<Alternate>,
    /// Where the form is posted to.
    pub action: String,
    /// The field `email`.
    pub email: Field,
    /// The field `name`, which may stay empty.
    pub name: Field,
    /// The field `cadence`: one of the values, in lower case (`weekly`).
    pub cadences: Vec<Choice>,
    /// Why the chosen cadence was not taken.
    pub cadence_error: Option<FieldError>,
    /// The field `topics`, which may be sent many times; none means all topics.
    pub topics: Vec<Choice>,
    /// Why the chosen topics were not taken.
    pub topics_error: Option<FieldError>,
    /// What the reader agrees to by sending the form, word for word as it will be recorded.
    pub consent: Text,
    /// The page on privacy.
    pub privacy_url: Option<String>,
}

/// A field for a line of text. The form also has one named `website` that people do not see:
/// who fills it in is a program.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Field {
    /// What was filled in.
    pub value: String,
    /// Why it was not taken.
    pub error: Option<FieldError>,
}

/// One of several values to choose from.
#[derive(Debug, Clone, Serialize)]
pub struct Choice {
    /// The value that is sent.
    pub value: String,
    /// What the reader sees; none where the template has a message for the value.
    pub label: Option<Text>,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// Why the value of a field was not taken; each is a message in `site.ftl`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldError {
    /// No email address was given.
    EmailMissing,
    /// This is no email address.
    EmailInvalid,
    /// The name is longer than a name is.
    NameTooLong,
    /// Not one of the cadences offered.
    CadenceUnknown,
    /// Not one of the topics offered.
    TopicUnknown,
}

/// A page that says one thing, and may ask for one click.
#[derive(Debug, Clone, Serialize)]
pub struct NoticePage {
    /// What it says.
    pub notice: Notice,
    /// The button, for the notices that [ask](Notice::asks).
    pub form: Option<NoticeForm>,
}

/// A button that posts.
#[derive(Debug, Clone, Serialize)]
pub struct NoticeForm {
    /// Where it posts to.
    pub action: String,
    /// What it posts, as names and values.
    pub fields: Vec<(String, String)>,
}

/// What a notice says: the messages `notice-NAME-title`, `-text`, and `-button` if it asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Notice {
    /// The form was sent: a mail with a link is on its way.
    CheckInbox,
    /// Asks for the click that confirms a subscription.
    Confirm,
    /// The subscription is confirmed.
    Confirmed,
    /// Asks for the click that ends a subscription.
    Unsubscribe,
    /// The subscription is ended.
    Unsubscribed,
    /// The link was right, but is too old.
    LinkExpired,
    /// The link is not one of ours, or not whole.
    LinkInvalid,
    /// The link is of a test mail, and belongs to no subscription.
    TestMail,
    /// There is no such page.
    NotFound,
    /// Too many requests in a short time.
    TooManyRequests,
    /// Something broke on our side.
    Failure,
}

impl Notice {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::CheckInbox,
        Self::Confirm,
        Self::Confirmed,
        Self::Unsubscribe,
        Self::Unsubscribed,
        Self::LinkExpired,
        Self::LinkInvalid,
        Self::TestMail,
        Self::NotFound,
        Self::TooManyRequests,
        Self::Failure,
    ];

    /// Whether it asks for a click, and so needs a [`NoticeForm`].
    pub fn asks(self) -> bool {
        matches!(self, Self::Confirm | Self::Unsubscribe)
    }
}
