//! Intake: what others published, as drafts of posts.
//!
//! A source is a feed, a page or a text dump, on the web or in a file. What comes from the web is fetched by
//! [`Fetcher`], which asks nobody that [`Permission`] does not allow. `feed`, `page` and `dump` make
//! articles of it, all in the same shapes (`prose`), and [`Importer`] makes drafts of those that were not
//! imported before. Nothing is overwritten, nothing is published, and what was guessed is listed in the
//! draft itself.

mod address;
mod fetch;
mod charset;
mod prose;
mod shape;
mod raised;
mod sources;
mod notes;
mod lazy;
mod rubble;
mod embedded;
mod cards;
mod html;
mod markdown;
mod leftovers;
mod dashes;
mod article;
mod date;
mod attached;
mod feed;
mod identity;
mod names;
mod wordpress;
mod export;
mod threads;
mod signature;
mod byline;
mod said;
mod page;
mod dump;
mod draft;
mod pictures;
mod shelf;
mod gather;
mod importer;

pub use address::{Forbidden, Permission};
pub use fetch::{Failure, Fetcher, Limits};
pub use gather::{NotASource, Refused, Source};
pub use importer::{Failed, Imported, Importer, LeftOut, Order, Report, Skipped};
pub use names::Names;

use crate::{disk, posts};

/// The posts that are there could not be read, or a new one not written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Reading posts.
    #[error("cannot see which posts there are")]
    Posts(#[from] posts::Error),
    /// Reading or writing a file.
    #[error("cannot import")]
    Disk(#[from] disk::Error),
}
