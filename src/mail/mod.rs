//! Mail as bytes: what a cohort shares, spliced with what belongs to one recipient.

mod content;

pub use content::{MailContent, PersonalLink};
