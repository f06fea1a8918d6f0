//! The web: the published files, and the few pages that need an answer.
//!
//! GET and HEAD never change anything, since scanners fetch every link of every mail. What changes
//! something is a POST from a button, or a mail program's one-click unsubscribe (RFC 8058).

mod accept;
mod confirm;
mod desk;
mod files;
mod headers;
mod negotiation;
mod operations;
mod problems;
mod server;
mod shelf;
mod site;
mod subscribe;
mod test_mail;
mod unsubscribe;

pub use desk::Desk;
pub use server::{Listeners, router, serve};
