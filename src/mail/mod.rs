//! Mail as bytes: what a cohort shares is encoded once, and what belongs to one
//! recipient is spliced in between.
//!
//! A mail is `multipart/alternative`, text before HTML, seven-bit on the wire, with no
//! line over 998 bytes (RFC 5322 section 2.1.1). No control character that comes in
//! from outside reaches a header, and nothing that is spliced in is looked at again.

mod body;
mod compose;
mod content;
mod dkim;
mod header;

pub use compose::{
    CohortMail, ComposedMail, Error, Kind, LEAVE_SUBJECT, List, Mailbox, PersonalLinks, Recipient, Sender,
};
pub use content::{MailContent, PersonalDay, PersonalLink, filled};
pub use dkim::{DkimRecord, NotAKey, NotSigned, Signer};
pub use lettre::Address;
