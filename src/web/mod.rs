//! The web: the published files, and the few pages that need an answer.
//!
//! GET and HEAD never change anything, since scanners fetch every link of every mail. What changes
//! something is a POST from a button, or a mail program's one-click unsubscribe (RFC 8058).

mod accept;
mod address;
mod again;
mod apology;
mod approve;
mod confirm;
mod data;
mod desk;
mod files;
mod filled;
mod foreign;
mod headers;
mod hooks;
mod intake;
mod issues;
mod listen;
mod metrics;
mod negotiation;
mod operations;
mod origin;
mod preferences;
mod problems;
mod proxies;
mod range;
mod server;
mod shelf;
mod site;
mod subscribe;
mod test_mail;
mod traffic;
mod unsubscribe;

pub use desk::Desk;
pub use intake::{Intake, Subscribing};
pub use listen::Limits;
pub use proxies::Proxies;
pub use server::{Listeners, router, serve};
pub use traffic::Traffic;
