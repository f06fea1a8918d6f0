//! Workflows: what runs when (`workflows/*.toml`), and running it.
//!
//! The scheduler crate is only the tick: it keeps a fixed offset instead of a time zone, knows no
//! missed runs, stands still when the clock is set back, and forgets everything. What is due is decided [here](schedule) in the workflow's own
//! zone, and remembered as a row for each (workflow, slot), made before any work is done.

mod days_off;
pub mod schedule;
mod wrong;
mod step;
mod definition;
mod doubts;
mod moment;
mod problems;
mod content;
mod few;
mod missed;
mod withdrawn;
mod plan;
mod translate;
mod unseen;
mod outgoing;
pub mod webhook;
mod websub;
mod report;
mod editors;
mod import;
mod notify;
mod runner;
mod take;
mod daemon;
mod links;
mod watch;

pub use content::{Content, DigestSettings, Error as ContentError, FrozenDigest, Preview, Published};
pub use daemon::{Lookout, Ticks, keep_schedule};
pub use days_off::{DaysOff, NotADay};
pub use definition::{Trigger, Workflow, load_workflows};
pub use doubts::{Provided, doubt_workflows};
pub use editors::Editor;
pub use moment::Moment;
pub use plan::{Blocked, LastIssue, Planned};
pub use problems::{Look, Problems, log as log_problem};
pub use report::{Account, DigestReport, RunReport, StepReport, Told};
pub use runner::{Error, Runner};
pub use schedule::{Missed, Schedule};
pub use step::{DigestStep, NotifyStep, Retry, Step, Task};
pub use translate::Translated;
pub use watch::{Nudge, Watch, keep_published};
pub use withdrawn::Withdrawn;
