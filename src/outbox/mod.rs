//! What still has to be sent: the life of one delivery, as pure rules.
//!
//! One delivery is one mail to one subscriber: one row, one outcome. [`State`] names
//! where it is, [`Event`] what may happen to it, and [`step`](Progress::step) is the whole
//! state machine. When to try again is decided in [`retry`], how fast
//! mail leaves in [`throttle`], and by which relay in [`exits`].

mod delivery;
mod outcome;

pub mod exits;
pub mod retry;
pub mod throttle;

pub use delivery::{DeliveryId, Due, Event, Illegal, IssueId, Next, NotAState, Progress, State, Uncertainty};
pub use outcome::{Exclusion, NotAnExclusion, Outcome};

use chrono::TimeDelta;

/// How long a worker may hold a claimed delivery before its first byte goes out.
pub const CLAIM_LEASE: TimeDelta = TimeDelta::minutes(5);

/// How long a relay may take from the intent to its answer: it alone may think for ten
/// minutes about the final dot (RFC 5321 section 4.5.3.2.6).
pub const WIRE_LEASE: TimeDelta = TimeDelta::minutes(15);
