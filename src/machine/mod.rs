//! The machine: what was translated before, and then a translation service, fill in what nobody has translated yet.
//!
//! [`Work`] finds the gaps of a locale and what the memory has for them; [`Interpreter`] asks a service
//! for the rest, in [batches](batch) within its limits, and tries again as [`retry`] says. What comes back is
//! checked before it is written, and written at once: a process that is killed loses one batch, and
//! the next run asks only for what is still missing. Nothing a machine made counts as read by anybody.

pub mod retry;
pub mod batch;
pub mod cost;
mod provider;
mod exchange;
mod deepl;
mod libretranslate;
mod openai;
mod interpreter;
mod gaps;
mod filling;

pub use filling::{Error, Filled, Progress, Refused};
pub use gaps::{Gaps, Work};
pub use interpreter::{ANSWER_TIMEOUT, Interpreter, client};
pub use provider::{Formality, Key, NotAProvider, Provider, Settings};
pub use retry::Failure;
