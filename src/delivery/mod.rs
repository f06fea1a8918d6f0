//! Delivery: from the ledger to the world, one mail at a time, each with one outcome.
//!
//! A [`Transport`] hands one mail to a relay, a folder or a test. The [`Worker`] claims
//! deliveries, writes down that a mail is about to leave before its last byte can, sends
//! it, and records what became of it.

mod breaker;
mod composer;
mod eml;
mod intent;
mod ledger;
mod memory;
mod presence;
mod refusals;
mod relay;
mod relays;
mod reply;
mod report;
mod sendmail;
mod smtp;
mod tally;
mod transport;
mod worker;

pub use composer::Composer;
pub use eml::EmlFolder;
pub use intent::{Intent, Withheld};
pub use memory::Memory;
pub use presence::Presence;
pub use relay::{Login, Method, NotARelay, Place, Relay, Security};
pub use relays::{Relays, Route};
pub use report::Report;
pub use smtp::{SmtpPool, Timeouts};
pub use tally::Tally;
pub use transport::{Label, Transport};
pub use worker::{Error, Worker};
