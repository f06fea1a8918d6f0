//! Dutch posts and the files translators write: segments, their catalogs, and what each reader gets to see.
//!
//! A [`Segment`] is a block of a post with an id that survives edits ([`align`]). Its translations are
//! Fluent messages in `locales/TAG/posts/SLUG.ftl` ([`catalog`]), which [`sync`] keeps in step with the
//! post; what a translation was made from is remembered beside them ([`state`]). [`variant`] puts the
//! best text for a reader into each place, and [`gate`] says whether the result may be published.

mod segment;
mod difference;
pub mod align;
pub mod emit;
pub(crate) mod syntax;
mod pattern;
mod explain;
mod wrapped;
pub mod catalog;
pub mod state;
mod records;
mod pieces;
mod unread;
pub mod sync;
pub mod gate;
pub mod variant;
mod renamed;
mod first_names;
mod rename;
mod folder;
mod look;
mod survey;
mod index;
mod origins;
mod conditions;
mod moves;
mod checkout;
mod recover;
mod files;
mod packed;
mod aside;
mod whole;
mod outlines;
mod in_step;
mod overview;
mod tasks;
mod approve;
pub mod mask;
pub mod memory;
pub mod terms;
mod checks;

pub use approve::{Approval, Approvals, approve_segments, select_approvals};
pub use catalog::Catalog;
pub use checkout::Checkout;
pub use checks::check_translations;
pub(crate) use files::not_utf8;
pub use files::{Error, Translations, load_translations};
pub use first_names::{FirstNames, record_known};
pub use folder::Folder;
pub(crate) use folder::{catalog_file, records_file};
pub use gate::{Gate, LocaleSettings};
pub use in_step::{SyncOptions, SyncReport, fill_segments, sync_files};
pub use look::Look;
pub use outlines::{Keeping, Outlined, Outlines, load_outlines};
pub use overview::survey_posts;
pub use rename::{Unsynced, find_unsynced_renames};
pub use renamed::{given_up, load_old_names, record_renames};
pub use segment::{NotASegmentId, Segment, SegmentId};
pub use state::{Fill, Fills, Origin, State};
pub use survey::Survey;
pub use tasks::{Task, TaskList, load_tasks};
pub use variant::{Resolved, Variant};
pub use whole::Whole;
