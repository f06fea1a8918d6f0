//! What the page templates are given: one struct per page, and the site around it.
//!
//! In a template they are called `site` and `page`. Links within the site begin with `/`, so that
//! a page works on any host, in a mail they are complete; so is, always, what search engines and
//! other sites are told (`canonical_url`, `alternates`). Instants are formatted by the `date` helper.

use serde::Serialize;

use super::{Card, FeedLink, Frame, LinkedData, Text};
use crate::{
    clock::Timestamp,
    locale::{Direction, Locale},
};

/// What a browser does for a form before it is sent.
#[derive(Debug, Clone, Serialize)]
pub struct Puzzle {
    /// Where it gets the puzzle.
    pub url: String,
    /// The script that solves it.
    pub script_url: String,
}

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
    /// The feed of this edition in every format.
    pub feeds: Vec<FeedLink>,
    /// The page about the feeds of this edition.
    pub feeds_url: String,
    /// The page where a reader subscribes; none when the site has no server behind it.
    pub subscribe_url: Option<String>,
    /// The puzzle that a browser solves for its form, and the script that solves it; none where it is.
    pub puzzle: Option<Puzzle>,
    /// All posts by year.
    pub archive_url: String,
    /// The topics, for the navigation: those with most posts, where there are many.
    pub topics: Vec<TopicLink>,
    /// The other ones.
    pub more_topics: Vec<TopicLink>,
    /// The pages that are no posts, such as one about who writes.
    pub pages: Vec<PostLink>,
    /// Who is behind it, for the foot of pages and mails.
    pub contact: Option<Contact>,
    /// What a reader could do after reading, such as make an appointment.
    pub call_to_action: Option<CallToAction>,
    /// The style sheet of all pages.
    pub style_url: String,
    /// What lists, forms and notices have beside it.
    pub more_style_url: String,
    /// The icon, an SVG picture.
    pub favicon_url: String,
    /// The publication's own logo.
    pub logo: Option<Logo>,
    /// The color of the page, for the frame that a browser draws around it.
    pub color: SchemeColor,
    /// The language as Open Graph writes it: `nl_NL`.
    pub open_graph_locale: String,
    /// What of all that was rendered already.
    #[serde(skip)]
    pub frame: Frame,
}

/// A logo that stands for the one of the theme.
#[derive(Debug, Clone, Serialize)]
pub struct Logo {
    /// The address of the file.
    pub src: String,
    /// Width in pixels, where known.
    pub width: Option<u32>,
    /// Height in pixels, where known.
    pub height: Option<u32>,
    /// Another one by night, which has none itself.
    pub dark: Option<Box<Self>>,
}

/// A color in both schemes, as CSS writes it.
#[derive(Debug, Clone, Serialize)]
pub struct SchemeColor {
    /// By day.
    pub light: String,
    /// By night.
    pub dark: String,
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
    /// The name of the language that the text of that page is in, in itself, where hardly any of it is translated.
    pub spoken: Option<String>,
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
    /// The language as Open Graph writes it; none for `x-default`.
    pub open_graph_locale: Option<String>,
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
    /// The same picture in other widths, as the attribute `srcset` lists them.
    pub srcset: Option<String>,
}

/// The picture that stands for a page where others link to it.
#[derive(Debug, Clone, Serialize)]
pub struct ShareImage {
    /// Its complete address.
    pub url: String,
    /// What it shows; empty where that is said of no other picture.
    pub alt: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
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
    /// What search engines and other sites may say of it: the summary, or else how the body begins.
    pub description: Option<String>,
    /// The picture for those who link to it.
    pub share_image: Option<ShareImage>,
    /// What it is, for search engines; none where most of it is in another language.
    pub linked_data: Option<LinkedData>,
}

/// A page that is no post: about the publication, about privacy.
#[derive(Debug, Clone, Serialize)]
pub struct PlainPage {
    /// This page's own address, or the page's in its source language when hardly translated.
    pub canonical_url: String,
    /// The page in the other languages.
    pub alternates: Vec<Alternate>,
    /// The title.
    pub title: Text,
    /// The summary.
    pub summary: Option<Text>,
    /// The body: HTML that is trusted, and put into the page as it is.
    pub body_html: String,
    /// What search engines and other sites may say of it: the summary, or else how the body begins.
    pub description: Option<String>,
    /// When it was last changed in substance.
    pub updated: Option<Timestamp>,
    /// The picture that leads it.
    pub image: Option<Picture>,
    /// Whether to show the site's call to action.
    pub call_to_action: bool,
    /// What to tell a reader about the translation.
    pub translation: Option<TranslationNotice>,
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
    /// The page with all of their posts.
    pub url: String,
}

/// Something a post is based on. It is quoted as it is, in whatever language it has.
#[derive(Debug, Clone, Serialize)]
pub struct Source {
    /// Its place in the list, from 1.
    pub number: usize,
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
    /// So do all of them.
    pub untranslated: bool,
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
