//! Suppressions: addresses that must get no mail, known by their hashes alone.
//!
//! They are asked for at every door: the form, an import, freezing an issue, and sending. Freezing
//! needs no question of its own, as a suppression ends the subscription in the same transaction.

use std::collections::{HashMap, HashSet};

use sqlx::AssertSqlSafe;

use super::{
    Error, Store,
    backend::{Column, Tx, on, rows},
    deliveries, instant, millis, parse,
    preferences::{self, Consent},
    subscribers,
};
use crate::{
    clock::Timestamp,
    outbox::Exclusion,
    subscribers::{HashKey, Status, SubscriberEmail, Suppression},
};

impl Store {
    /// Lets no more mail go to an address, whoever asks for it: its subscription ends, what waits for
    /// it is excluded, and it can neither be imported nor subscribe. Returns whether that was news.
    ///
    /// An address that is suppressed already keeps its reason, unless it was merely
    /// [erased](Suppression::Erased).
    ///
    /// # Errors
    /// When the database fails.
    pub async fn suppress(
        &self,
        address: &SubscriberEmail,
        reason: Suppression,
        now: Timestamp,
    ) -> Result<bool, Error> {
        let mut tx = self.db.begin().await?;
        let news = suppress(&mut tx, &self.hashes, address, reason, now).await?;
        tx.commit().await?;
        Ok(news)
    }

    /// Why an address must get no mail, and since when; `None` if it may.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn suppression(&self, address: &SubscriberEmail) -> Result<Option<(Suppression, Timestamp)>, Error> {
        let select = "SELECT reason, suppressed_at FROM suppressions WHERE address_hash = $1";
        let hash = self.hashes.hash_address(address);
        let mut reading = self.db.read().await?;
        let row: Option<(String, i64)> = on!(&mut reading, c => {
            sqlx::query_as(select).bind(hash).fetch_optional(c).await
        })?;
        row.map(|(reason, at)| Ok((parse(&reason)?, instant(at)?))).transpose()
    }

    /// Takes a suppression back: the address may subscribe again, or be imported. Its subscription
    /// stays ended. Returns whether there was one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn lift_suppression(&self, address: &SubscriberEmail) -> Result<bool, Error> {
        let mut tx = self.db.begin().await?;
        let delete = "DELETE FROM suppressions WHERE address_hash = $1";
        let hash = self.hashes.hash_address(address);
        let lifted = on!(&mut tx, c => {
            sqlx::query(delete).bind(hash).execute(c).await.map(|done| done.rows_affected())
        })?;
        tx.commit().await?;
        Ok(lifted > 0)
    }
}

/// What [`Store::suppress`] does, in the transaction of whoever decides it.
pub(super) async fn suppress(
    tx: &mut Tx,
    hashes: &HashKey,
    address: &SubscriberEmail,
    reason: Suppression,
    now: Timestamp,
) -> Result<bool, Error> {
    let news = insert(tx, &hashes.hash_address(address), reason, now).await?;
    if let Some(mut subscriber) = subscribers::locked_by_email(tx, address).await?
        && subscriber.status != Status::Unsubscribed
    {
        subscriber.status = Status::Unsubscribed;
        preferences::update(tx, &subscriber).await?;
        deliveries::exclude(tx, subscriber.id, Exclusion::Suppressed, now).await?;
        let what = format!("suppressed {reason}");
        preferences::record(tx, subscriber.id, &what, Consent::default(), now).await?;
    }
    Ok(news)
}

/// Notes that an address must get no mail. Returns whether that was news.
pub(super) async fn insert(tx: &mut Tx, hash: &str, reason: Suppression, now: Timestamp) -> Result<bool, Error> {
    let insert = "INSERT INTO suppressions (address_hash, reason, suppressed_at) VALUES ($1, $2, $3) \
                  ON CONFLICT (address_hash) DO UPDATE SET reason = excluded.reason, \
                  suppressed_at = excluded.suppressed_at \
                  WHERE suppressions.reason = 'erased' AND excluded.reason <> 'erased'";
    let changed = on!(tx, c => {
        let query = sqlx::query(insert).bind(hash).bind(reason.as_str()).bind(millis(now));
        query.execute(c).await.map(|done| done.rows_affected())
    })?;
    Ok(changed > 0)
}

/// Ends a suppression that yields to the consent its address just gave.
pub(super) async fn yield_to_consent(tx: &mut Tx, hash: &str) -> Result<(), Error> {
    let delete = "DELETE FROM suppressions WHERE address_hash = $1 AND reason = 'erased'";
    on!(tx, c => sqlx::query(delete).bind(hash).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Which of these hashes are of addresses that must get no mail, and why.
pub(super) async fn among(tx: &mut Tx, hashes: &HashSet<String>) -> Result<HashMap<String, Suppression>, Error> {
    if hashes.is_empty() {
        return Ok(HashMap::new());
    }
    let select = format!(
        "SELECT address_hash, reason FROM suppressions WHERE address_hash IN (SELECT r.hash FROM {})",
        tx.rows_as(&[("hash", Column::Text)])
    );
    let values = rows(&hashes.iter().map(|hash| (hash,)).collect::<Vec<_>>())?;
    let found: Vec<(String, String)> = on!(tx, c => {
        sqlx::query_as(AssertSqlSafe(select)).bind(values).fetch_all(c).await
    })?;
    found.into_iter().map(|(hash, reason)| Ok((hash, parse(&reason)?))).collect()
}
