//! Which posts are for whom: releases, cursors and the window between them.
//!
//! A release says that a post became available in a locale; each locale counts its own.
//! A subscription has a cursor into the releases of its locale, and a digest takes what
//! lies between the cursor and the head. What cannot be had just then holds the cursor back,
//! and comes with a later digest. Everything here is pure; the database holds releases and
//! cursors, and moves a cursor only when a mail was accepted.

mod cohort;
mod compose;
mod cursor;
mod due;
mod hour;
mod standing;
mod selection;
mod start;

use crate::{clock::Timestamp, locale::Locale, posts::Slug};

pub use cohort::CohortKey;
pub use compose::Composer;
pub use cursor::{Placement, head, map_cursor};
pub use due::{due_releases, number_releases};
pub use hour::LocalHour;
pub use selection::{Offer, Reader, Selection};
pub use standing::{HeldPost, Readers, Reason, Standing, Standings};
pub use start::{NotAStart, Start};

/// The record that a post became available to the readers of a locale; made once, never changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// The readers' language.
    pub locale: Locale,
    /// The post, by its [first name](crate::posts::Post::id).
    pub post: Slug,
    /// Its place among the releases of this locale, from 1, without gaps.
    pub sequence: i64,
    /// The language of the variant they got: another one of their chain, if theirs came too late.
    pub variant_locale: Locale,
    /// Whether it goes into digests; the first publish of an old archive does not.
    pub newsworthy: bool,
    /// The date of the post.
    pub dated: Timestamp,
    /// When it was released.
    pub released_at: Timestamp,
    /// What feeds know it by, whatever becomes of slug and host.
    pub guid: String,
    /// The title that the post had then, of releases in its own language.
    pub title: Option<String>,
    /// When it was there in the readers' language that they first had in another; none where it is not yet, or was at once.
    pub translated_at: Option<Timestamp>,
}

/// A release that is to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRelease {
    /// The readers' language.
    pub locale: Locale,
    /// The post, by its [first name](crate::posts::Post::id).
    pub post: Slug,
    /// The language of the variant they get.
    pub variant_locale: Locale,
    /// Whether it goes into digests.
    pub newsworthy: bool,
    /// The date of the post.
    pub dated: Timestamp,
    /// What feeds are to know it by.
    pub guid: String,
    /// The title of the post, where this is in its own language.
    pub title: Option<String>,
}

impl NewRelease {
    /// The release it becomes at its place among those of its locale.
    pub fn released(self, sequence: i64, at: Timestamp) -> Release {
        Release {
            locale: self.locale,
            post: self.post,
            sequence,
            variant_locale: self.variant_locale,
            newsworthy: self.newsworthy,
            dated: self.dated,
            released_at: at,
            guid: self.guid,
            title: self.title,
            translated_at: None,
        }
    }
}

#[cfg(test)]
mod tests;
