//! What was done with somebody's data besides sending them mail, and by whom.

use std::{fmt, str::FromStr};

use super::{
    Error, Store,
    backend::{Tx, on},
    instant, millis, parse,
};
use crate::{clock::Timestamp, subscribers::SubscriberId};

/// Who did something with somebody's data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// Whoever runs the publication, by the command line.
    Operator,
    /// They themselves, by a link of theirs.
    Subscriber,
}

/// A row of the audit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditRecord {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: Actor,
    /// What: `shown`, `erased`, `suppressed …`, `allowed`.
    pub what: String,
    /// With whose data, if they subscribe or did.
    pub subscriber: Option<SubscriberId>,
}

impl Actor {
    /// The word in the database and in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Operator => "operator",
            Self::Subscriber => "subscriber",
        }
    }
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Actor {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let known = [Self::Operator, Self::Subscriber].into_iter().find(|actor| actor.as_str() == text);
        known.ok_or_else(|| format!("{text:?} is nobody who does anything"))
    }
}

impl Store {
    /// Notes that somebody did something with somebody's data.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn record_audit(
        &self,
        actor: Actor,
        what: &str,
        subscriber: Option<SubscriberId>,
        now: Timestamp,
    ) -> Result<(), Error> {
        let mut tx = self.db.begin().await?;
        insert(&mut tx, actor, what, subscriber, now).await?;
        tx.commit().await
    }

    /// What was done with the data of one subscriber, newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn audit_of(&self, subscriber: SubscriberId) -> Result<Vec<AuditRecord>, Error> {
        let select = "SELECT at, actor, what FROM audit WHERE subscriber_id = $1 ORDER BY id DESC";
        let mut reading = self.db.read().await?;
        let rows: Vec<(i64, String, String)> = on!(&mut reading, c => {
            sqlx::query_as(select).bind(subscriber.0).fetch_all(c).await
        })?;
        rows.into_iter()
            .map(|(at, actor, what)| {
                Ok(AuditRecord { at: instant(at)?, actor: parse(&actor)?, what, subscriber: Some(subscriber) })
            })
            .collect()
    }

    /// What was done last, newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn audit(&self, limit: usize) -> Result<Vec<AuditRecord>, Error> {
        let select = "SELECT at, actor, what, subscriber_id FROM audit ORDER BY id DESC LIMIT $1";
        let mut reading = self.db.read().await?;
        let rows: Vec<(i64, String, String, Option<i64>)> = on!(&mut reading, c => {
            sqlx::query_as(select).bind(limit as i64).fetch_all(c).await
        })?;
        rows.into_iter()
            .map(|(at, actor, what, subscriber)| {
                let subscriber = subscriber.map(SubscriberId);
                Ok(AuditRecord { at: instant(at)?, actor: parse(&actor)?, what, subscriber })
            })
            .collect()
    }
}

/// Adds a row.
pub(super) async fn insert(
    tx: &mut Tx,
    actor: Actor,
    what: &str,
    subscriber: Option<SubscriberId>,
    now: Timestamp,
) -> Result<(), Error> {
    let insert = "INSERT INTO audit (at, actor, what, subscriber_id) VALUES ($1, $2, $3, $4)";
    on!(tx, c => {
        let query = sqlx::query(insert).bind(millis(now)).bind(actor.as_str()).bind(what);
        query.bind(subscriber.map(|id| id.0)).execute(c).await.map(|_| ())
    })?;
    Ok(())
}
