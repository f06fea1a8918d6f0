//! What the template of the page about feeds is given, and that of a post in a feed.

use serde::Serialize;

use super::{Alternate, Picture, Source, Text, TranslationNotice};

/// A feed in one format.
#[derive(Debug, Clone, Serialize)]
pub struct FeedLink {
    /// The name of the format: RSS, Atom, JSON.
    pub format: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// The feed.
    pub url: String,
}

/// The page about the feeds of a language.
#[derive(Debug, Clone, Serialize)]
pub struct FeedsPage {
    /// This page's own address.
    pub canonical_url: String,
    /// The page in the other languages.
    pub alternates: Vec<Alternate>,
    /// All feeds, that of all posts first.
    pub feeds: Vec<FeedRow>,
    /// All of them in one file, for programs.
    pub opml_url: String,
}

/// A feed in the list of them.
#[derive(Debug, Clone, Serialize)]
pub struct FeedRow {
    /// Its place on the page.
    pub id: String,
    /// The topic it is about; none of the feed of all posts.
    pub name: Option<Text>,
    /// The address that people copy, complete.
    pub address: String,
    /// The same feed in every format.
    pub links: Vec<FeedLink>,
}

/// A post in a feed, as a reader shows it: without our style sheet. All links are complete.
#[derive(Debug, Clone, Serialize)]
pub struct FeedPost {
    /// The picture that leads it.
    pub image: Option<Picture>,
    /// What to tell about the translation, when something is to be told.
    pub translation: Option<TranslationNotice>,
    /// The body: HTML that is trusted, and put there as it is.
    pub body_html: String,
    /// What it is based on.
    pub sources: Vec<Source>,
}
