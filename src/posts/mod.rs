//! The Dutch posts: `posts/*.md` to [`Post`], with a diagnostic for whatever is wrong in them.

mod slug;

pub use slug::{NotASlug, Slug};
