//! Suppressions: addresses that must get no mail, known by their hashes alone.
//!
//! They are asked for at every door: the form, an import, freezing an issue, and sending. Freezing
//! needs no question of its own, as a suppression ends the subscription in the same transaction.

use std::collections::{HashMap, HashSet};

use sqlx::AssertSqlSafe;

use super::{
    Actor, Error, Store, audit,
    backend::{Column, Tx, on, rows},
    deliveries, instant, millis, parse,
    preferences::{self, Consent},
    subscribers,
};
use crate::{
    clock::Timestamp,
    outbox::{DeliveryId, Exclusion, IssueId},
    subscribers::{HashKey, Status, Subscriber, SubscriberEmail, SubscriberId, Suppression},
};

/// Which suppressions are taken back.
#[derive(Debug, Clone, Copy)]
pub enum Lifted<'a> {
    /// That of this address, whatever its reason.
    Of(&'a SubscriberEmail),
    /// Those since then of addresses from which mail came back.
    BouncedSince(Timestamp),
    /// Those of addresses from which mail of this issue came back.
    BouncedIn(IssueId),
    /// That of the address from which this mail came back.
    OfMail(DeliveryId),
}

/// What became of suppressions that were taken back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Allowed {
    /// So many addresses may get mail again.
    pub addresses: usize,
    /// So many of them have the subscription again that a bounce had ended.
    pub restored: usize,
}

impl Store {
    /// Lets no more mail go to an address, whoever asks for it: its subscription ends, what waits for
    /// it is excluded, and it can neither be imported nor subscribe. Returns whether that was news.
    ///
    /// An address that is suppressed already keeps its reason, unless it was merely
    /// [erased](Suppression::Erased), or mail came back from it and now its owner wants none.
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
        let news = suppress(&mut tx, &self.hashes, address, (reason, None), now).await?;
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

    /// Takes suppressions back: the addresses may subscribe again, or be imported. A subscription that a bounce ended
    /// goes on as it was before; one that its owner ended stays so.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn allow(&self, which: Lifted<'_>, actor: Actor, now: Timestamp) -> Result<Allowed, Error> {
        let mut tx = self.db.begin().await?;
        let lifted = lift(&mut tx, &self.hashes, which, now).await?;
        for former in &lifted {
            audit::insert(&mut tx, actor, "allowed", former.subscriber, now).await?;
        }
        tx.commit().await?;
        let restored = lifted.iter().filter(|former| former.is_restored).count();
        Ok(Allowed { addresses: lifted.len(), restored })
    }
}

/// Whose a suppression was that was taken back.
pub(super) struct Former {
    subscriber: Option<SubscriberId>,
    /// Whether their subscription goes on.
    is_restored: bool,
}

/// What [`Store::allow`] does, in the transaction of whoever decides it.
pub(super) async fn lift(
    tx: &mut Tx,
    hashes: &HashKey,
    which: Lifted<'_>,
    now: Timestamp,
) -> Result<Vec<Former>, Error> {
    let (condition, number, hash) = match which {
        Lifted::Of(address) => ("$1 = 0 AND address_hash = $2", 0, hashes.hash_address(address)),
        Lifted::BouncedSince(at) => {
            ("suppressed_at >= $1 AND reason = 'bounced' AND $2 = ''", millis(at), String::new())
        }
        Lifted::BouncedIn(issue) => (
            "delivery_id IN (SELECT id FROM deliveries WHERE issue_id = $1) AND reason = 'bounced' AND $2 = ''",
            issue.0,
            String::new(),
        ),
        Lifted::OfMail(delivery) => ("delivery_id = $1 AND reason = 'bounced' AND $2 = ''", delivery.0, String::new()),
    };
    let delete = format!("DELETE FROM suppressions WHERE {condition} RETURNING subscriber_id, was");
    let rows: Vec<(Option<i64>, Option<String>)> = on!(&mut *tx, c => {
        sqlx::query_as(AssertSqlSafe(delete)).bind(number).bind(hash).fetch_all(c).await
    })?;
    let mut lifted = Vec::with_capacity(rows.len());
    for (subscriber, was) in rows {
        let subscriber = subscriber.map(SubscriberId);
        let is_restored = match subscriber.zip(was) {
            Some((id, was)) => restore(tx, id, &was, now).await?,
            None => false,
        };
        lifted.push(Former { subscriber, is_restored });
    }
    Ok(lifted)
}

/// Lets a subscription go on that a bounce ended; says whether there is one.
async fn restore(tx: &mut Tx, id: SubscriberId, was: &str, now: Timestamp) -> Result<bool, Error> {
    let update = "UPDATE subscribers SET status = $1 WHERE id = $2 AND status = 'unsubscribed'";
    let restored = on!(&mut *tx, c => {
        sqlx::query(update).bind(was).bind(id.0).execute(c).await.map(|done| done.rows_affected())
    })?;
    if restored > 0 {
        preferences::record(tx, id, "allowed", Consent::default(), now).await?;
    }
    Ok(restored > 0)
}

/// Lets no bounce be taken back for a subscriber: they want to leave by now.
pub(super) async fn forget_former(tx: &mut Tx, id: SubscriberId) -> Result<(), Error> {
    let update = "UPDATE suppressions SET was = NULL WHERE subscriber_id = $1";
    on!(tx, c => sqlx::query(update).bind(id.0).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// What [`Store::suppress`] does, in the transaction of whoever decides it.
pub(super) async fn suppress(
    tx: &mut Tx,
    hashes: &HashKey,
    address: &SubscriberEmail,
    (reason, mail): (Suppression, Option<DeliveryId>),
    now: Timestamp,
) -> Result<bool, Error> {
    let hash = hashes.hash_address(address);
    let news = insert(tx, &hash, reason, now).await?;
    let subscriber = subscribers::locked_by_email(tx, address).await?;
    if let Some(subscriber) = subscriber.as_ref().filter(|_| news) {
        note_former(tx, &hash, subscriber, mail).await?;
    }
    if let Some(mut subscriber) = subscriber.filter(|subscriber| subscriber.status != Status::Unsubscribed) {
        subscriber.status = Status::Unsubscribed;
        preferences::update(tx, &subscriber).await?;
        deliveries::exclude(tx, subscriber.id, Exclusion::Suppressed, now).await?;
        let what = format!("suppressed {reason}");
        preferences::record(tx, subscriber.id, &what, Consent::default(), now).await?;
    }
    Ok(news)
}

/// Notes whose an address is, how far their subscription has come if mail came back, and which mail that was.
async fn note_former(tx: &mut Tx, hash: &str, subscriber: &Subscriber, mail: Option<DeliveryId>) -> Result<(), Error> {
    let update = "UPDATE suppressions SET subscriber_id = $1, delivery_id = $2, \
                  was = CASE WHEN reason = 'bounced' AND $3 <> 'unsubscribed' THEN $3 END WHERE address_hash = $4";
    on!(tx, c => {
        let query = sqlx::query(update).bind(subscriber.id.0).bind(mail.map(|mail| mail.0));
        query.bind(subscriber.status.as_str()).bind(hash).execute(c).await.map(|_| ())
    })?;
    Ok(())
}

/// Notes that an address must get no mail. Returns whether that was news.
pub(super) async fn insert(tx: &mut Tx, hash: &str, reason: Suppression, now: Timestamp) -> Result<bool, Error> {
    let insert = "INSERT INTO suppressions (address_hash, reason, suppressed_at) VALUES ($1, $2, $3) \
                  ON CONFLICT (address_hash) DO UPDATE SET reason = excluded.reason, \
                  suppressed_at = excluded.suppressed_at, was = NULL, delivery_id = NULL \
                  WHERE suppressions.reason = 'erased' AND excluded.reason <> 'erased' \
                  OR suppressions.reason = 'bounced' AND excluded.reason IN ('asked', 'complained')";
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

/// Whether an address must get no mail, even if its owner asks for it.
pub(super) async fn blocks(tx: &mut Tx, hash: String) -> Result<bool, Error> {
    let found = among(tx, &HashSet::from([hash])).await?;
    Ok(found.into_values().any(|reason| !reason.yields_to_consent()))
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
