//! Who gets byte-identical content.

use crate::{locale::Locale, posts::Slug};

/// What the subscribers of a cohort have in common: one rendering serves them all.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CohortKey {
    /// The language they read.
    pub locale: Locale,
    /// The posts they get, in the order of their release.
    pub posts: Vec<Slug>,
}
