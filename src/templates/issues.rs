//! What the templates of sent issues are given: for who would rather read them on the web.

use serde::Serialize;

use super::{Alternate, MailPost, Text};
use crate::clock::Timestamp;

/// An issue as everybody may see it: without anybody's links.
#[derive(Debug, Clone, Serialize)]
pub struct IssuePage {
    /// This page's own address.
    pub canonical_url: String,
    /// The page in the other languages.
    pub alternates: Vec<Alternate>,
    /// When it was made.
    pub date: Timestamp,
    /// Its posts, the newest first.
    pub posts: Vec<MailPost>,
    /// The list of all issues.
    pub all_url: String,
}

/// The issues of an edition, the newest first.
#[derive(Debug, Clone, Serialize)]
pub struct IssuesPage {
    /// This page's own address.
    pub canonical_url: String,
    /// The page in the other languages.
    pub alternates: Vec<Alternate>,
    /// The issues.
    pub issues: Vec<IssueLine>,
    /// The same as a feed.
    pub feed_url: String,
}

/// One issue in a list.
#[derive(Debug, Clone, Serialize)]
pub struct IssueLine {
    /// When it was made.
    pub date: Timestamp,
    /// The title of its first post.
    pub lead: Text,
    /// How many posts it has.
    pub count: usize,
    /// Its page.
    pub url: String,
}
