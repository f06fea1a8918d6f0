//! What comes back: bounces, complaints, automatic answers and wishes to leave, and which delivery each is about.
//!
//! A mail carries the [tag](Tags) of its delivery in its return path, its envelope and its
//! Message-ID, and whatever comes back has one of them. [`Returned::read`] finds it, and says what
//! the bounce means for its address. Everything here is pure.

mod classify;
mod mailbox;
mod patience;
mod returned;
mod tag;
mod verdict;

pub use classify::{classify, redact};
pub use mailbox::Mailbox;
pub use patience::{REMEMBERED, is_exhausted};
pub use returned::{About, Envelope, MOST_BYTES, Returned};
pub use tag::{LONGEST_BASE, ReturnPath, Tags};
pub use verdict::{NotAVerdict, Status, Verdict};
