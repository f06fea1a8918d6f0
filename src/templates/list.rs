//! What the templates of lists are given: front page, topics, authors, archive.

use serde::Serialize;

use super::{Alternate, FeedLink, Language, LinkedData, Picture, Text, TopicLink};
use crate::clock::Timestamp;

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
    /// The language that it is read in there, where that is another than the reader's.
    pub tongue: Option<Language>,
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
    /// Whether the archive has more of them.
    pub more: bool,
    /// What it is, for search engines.
    pub linked_data: LinkedData,
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
    /// The feed of this topic in every format.
    pub feeds: Vec<FeedLink>,
    /// Where people read how to follow it.
    pub follow_url: String,
    /// Its posts.
    #[serde(flatten)]
    pub posts: Listing,
}

/// The posts on a topic or by somebody. Of many, a page shows the newest, and there is a page for each year besides.
#[derive(Debug, Clone, Serialize)]
pub struct Listing {
    /// The year that the page is about, as an instant in it; none on the first page.
    pub year: Option<Timestamp>,
    /// The first page, if this is that of a year.
    pub first_url: Option<String>,
    /// How many posts there are in all, or in that year.
    pub count: usize,
    /// The newest posts, on the first page.
    pub cards: Vec<Card>,
    /// The posts of the year, newest first.
    pub lines: Vec<ArchiveLine>,
    /// Every year with its posts' number, newest first; none where the first page shows all.
    pub years: Vec<ArchiveYear>,
}

/// Somebody who writes, and what they wrote.
#[derive(Debug, Clone, Serialize)]
pub struct AuthorPage {
    /// This page's own address.
    pub canonical_url: String,
    /// The page in the other languages.
    pub alternates: Vec<Alternate>,
    /// The name.
    pub name: String,
    /// What they are.
    pub role: Option<Text>,
    /// A few sentences about them.
    pub about: Option<Text>,
    /// Their own site.
    pub website: Option<String>,
    /// Their posts.
    #[serde(flatten)]
    pub posts: Listing,
    /// What it is, for search engines.
    pub linked_data: LinkedData,
}

/// All posts by year: the whole archive, or one year of one that is too long for a page.
#[derive(Debug, Clone, Serialize)]
pub struct ArchivePage {
    /// This page's own address.
    pub canonical_url: String,
    /// The page in the other languages.
    pub alternates: Vec<Alternate>,
    /// The year that the page is about, as an instant in it; none on the archive's first page.
    pub year: Option<Timestamp>,
    /// How many posts there are in all, or in that year.
    pub count: usize,
    /// Every year with its posts' number, newest first.
    pub years: Vec<ArchiveYear>,
    /// The years that are listed here.
    pub sections: Vec<ArchiveSection>,
    /// What the search looks through.
    pub index_url: String,
    /// The script of the search.
    pub script_url: String,
}

/// A year of the archive.
#[derive(Debug, Clone, Serialize)]
pub struct ArchiveYear {
    /// An instant in it.
    pub date: Timestamp,
    /// How many posts it has.
    pub count: usize,
    /// Where they are listed.
    pub url: String,
    /// Whether this page is about it alone.
    pub current: bool,
}

/// The posts of a year.
#[derive(Debug, Clone, Serialize)]
pub struct ArchiveSection {
    /// Its place on the page.
    pub id: String,
    /// An instant in it.
    pub date: Timestamp,
    /// Its posts, newest first.
    pub lines: Vec<ArchiveLine>,
}

/// A post on one line.
#[derive(Debug, Clone, Serialize)]
pub struct ArchiveLine {
    /// The title.
    pub title: Text,
    /// The post's page.
    pub url: String,
    /// The language of that page, where it is another edition's.
    pub elsewhere: Option<Language>,
    /// The language that it is read in there, where that is another than the reader's.
    pub tongue: Option<Language>,
    /// When it was published.
    pub date: Timestamp,
}
