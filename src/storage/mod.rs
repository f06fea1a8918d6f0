//! The only module with SQL: what the program must remember, in SQLite or PostgreSQL.
//!
//! Each file holds the statements of one aggregate. What must happen together is written
//! in one transaction, here; nothing here talks to the network or composes anything.

mod backend;
mod backup;
mod error;
mod feeds;
mod fence;
mod migrate;

mod addresses;
mod approvals;
mod archive;
mod attempts;
mod audience;
mod audit;
mod bounces;
mod claims;
mod cohorts;
mod deliveries;
mod duties;
mod freeze;
mod holds;
mod issues;
mod kind;
mod lanes;
mod meta;
mod notes;
mod outcomes;
mod personal;
mod preferences;
mod progress;
mod prune;
mod refusals;
mod releases;
mod runs;
mod subscribers;
mod suppressions;
mod triggers;

use std::str::FromStr;

use chrono::DateTime;

use crate::{clock::Timestamp, subscribers::HashKey};

pub use addresses::{MoveAsked, MoveLetters, Moved};
pub use approvals::Sample;
pub use archive::ArchivedIssue;
pub use attempts::Attempt;
pub use audit::{Actor, AuditRecord};
pub use backup::Settled;
pub use bounces::{BounceRecord, Recorded};
pub use claims::{Claim, ClaimedDelivery};
pub use cohorts::IssueCohort;
pub use deliveries::{CohortId, DeliveryRecord};
pub use duties::Duties;
pub use error::Error;
pub use fence::{Fence, Tidemark};
pub use freeze::{Departure, FreezeError, FreezeRequest, Frozen, Plan, PlannedCohort};
pub use holds::Hold;
pub use issues::{Issue, IssueCounts, IssueState, Replied};
pub use kind::Kind;
pub use meta::RelayTrouble;
pub use notes::NoteTurn;
pub use personal::PersonalData;
pub use preferences::{CONFIRM_AGAIN_AFTER, Confirmed, Consent, ConsentRecord, Preferences, Subscribed, Welcome};
pub use progress::{LATELY, Progress};
pub use prune::Pruned;
pub use runs::{Run, RunId};
pub use subscribers::{Added, ImportBatch, ImportOutcome, Imported};
pub use suppressions::{Allowed, Lifted};
pub use triggers::Waiting;

use backend::Db;

/// The database. Cheap to clone; all clones share the same connections.
#[derive(Debug, Clone)]
pub struct Store {
    db: Db,
    hashes: HashKey,
}

impl Store {
    /// Opens `sqlite:PATH`, making folder and file, or `postgres://…`, and brings it up to date.
    ///
    /// # Errors
    /// When it cannot be reached or read, or a newer version of the program has used it.
    pub async fn open(url: &str) -> Result<Self, Error> {
        let db = Db::open(url).await?;
        migrate::migrate(&db).await?;
        let hashes = meta::hash_key(&db).await?;
        Ok(Self { db, hashes })
    }

    /// Closes all connections after what is running.
    pub async fn close(&self) {
        self.db.close().await;
    }
}

/// The form in which the database keeps an instant.
fn millis(at: Timestamp) -> i64 {
    at.timestamp_millis()
}

fn instant(millis: i64) -> Result<Timestamp, Error> {
    DateTime::from_timestamp_millis(millis).ok_or_else(|| Error::row(format!("{millis} is no instant")))
}

/// A column as the type it was written from.
fn parse<T: FromStr<Err: std::fmt::Display>>(text: &str) -> Result<T, Error> {
    text.parse().map_err(Error::row)
}
