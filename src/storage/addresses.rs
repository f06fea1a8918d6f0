//! Changes of address: asked for by the link in any mail, and made by the new address alone.

use super::{
    Error, Kind, Store,
    backend::{Tx, on},
    deliveries, instant, millis, parse,
    preferences::{CONFIRM_AGAIN_AFTER, Consent, record},
    subscribers::{locked, locked_by_email},
    suppressions,
};
use crate::{
    clock::Timestamp,
    mail::MailContent,
    subscribers::{Status, Subscriber, SubscriberEmail, SubscriberId},
};

/// The mails that a wish for another address leads to.
#[derive(Debug, Clone, Copy)]
pub struct MoveLetters<'a> {
    /// To the new address: is it you?
    pub to_new: &'a MailContent,
    /// To the old one: this was asked for.
    pub to_old: &'a MailContent,
}

/// What came of a wish for another address. Who asks is told the same in each case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoveAsked {
    /// The mails are on their way.
    Asked,
    /// It was asked for a moment ago, or is their address.
    Before,
    /// The address must get no mail, or has a subscription of its own: it gets none.
    Unanswerable,
}

/// What came of a confirmed change of address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moved {
    /// Mail goes to the new address from now on, or did already.
    Now(Subscriber),
    /// The new address has a subscription of its own.
    Taken(Subscriber),
    /// It was taken back, is another one by now, or to an address that must get no mail.
    Lapsed,
}

impl Store {
    /// Notes that a subscriber wants their mail at another address, and plans the letters to both ends, in
    /// one transaction. A later wish takes the place of an earlier one. What they can see of it, the wish
    /// and the letter to the address they have, is the same whoever has the other.
    ///
    /// # Errors
    /// When the database fails, or there is no such subscriber.
    pub async fn ask_to_move(
        &self,
        id: SubscriberId,
        address: &SubscriberEmail,
        letters: MoveLetters<'_>,
        now: Timestamp,
    ) -> Result<MoveAsked, Error> {
        let mut tx = self.db.begin().await?;
        let subscriber = locked(&mut tx, id).await?;
        let before = pending(&mut tx, id).await?.filter(|(_, at)| *at > now - CONFIRM_AGAIN_AFTER);
        let again = before.is_some_and(|(wanted, _)| wanted.key() == address.key());
        if subscriber.status != Status::Active || subscriber.email.key() == address.key() || again {
            return Ok(MoveAsked::Before);
        }
        let blocked = suppressions::blocks(&mut tx, self.hashes.hash_address(address)).await?;
        let is_unanswerable = blocked || locked_by_email(&mut tx, address).await?.is_some();
        deliveries::cancel_moves(&mut tx, id, now).await?;
        let upsert = "INSERT INTO address_changes (subscriber_id, email, asked_at) VALUES ($1, $2, $3) \
                      ON CONFLICT (subscriber_id) DO UPDATE SET email = excluded.email, asked_at = excluded.asked_at";
        on!(&mut tx, c => {
            sqlx::query(upsert).bind(id.0).bind(address.as_str()).bind(millis(now)).execute(c).await.map(|_| ())
        })?;
        if !is_unanswerable {
            deliveries::enqueue(&mut tx, Kind::Move, id, &subscriber.locale, letters.to_new, now).await?;
            let hash = self.hashes.hash_address(address);
            deliveries::note_recipient(&mut tx, id, "kind = 'move'", &hash).await?;
        }
        deliveries::enqueue(&mut tx, Kind::Moving, id, &subscriber.locale, letters.to_old, now).await?;
        tx.commit().await?;
        Ok(if is_unanswerable { MoveAsked::Unanswerable } else { MoveAsked::Asked })
    }

    /// The address that a subscriber wants, and since when; the new one is still to confirm it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn pending_move(&self, id: SubscriberId) -> Result<Option<(SubscriberEmail, Timestamp)>, Error> {
        let mut tx = self.db.snapshot().await?;
        pending(&mut tx, id).await
    }

    /// Makes the change of address that was asked for at that moment, in whole seconds as tokens
    /// have it. Doing it twice changes nothing.
    ///
    /// # Errors
    /// When the database fails, or there is no such subscriber.
    pub async fn move_subscriber(
        &self,
        id: SubscriberId,
        asked_at: Timestamp,
        consent: Consent<'_>,
        now: Timestamp,
    ) -> Result<Moved, Error> {
        let mut tx = self.db.begin().await?;
        let mut subscriber = locked(&mut tx, id).await?;
        let wish = pending(&mut tx, id).await?.filter(|(_, at)| at.timestamp() == asked_at.timestamp());
        let Some((address, _)) = wish.filter(|_| subscriber.status == Status::Active) else {
            return Ok(Moved::Lapsed);
        };
        if subscriber.email == address {
            return Ok(Moved::Now(subscriber));
        }
        if locked_by_email(&mut tx, &address).await?.is_some_and(|other| other.id != id) {
            return Ok(Moved::Taken(subscriber));
        }
        if suppressions::blocks(&mut tx, self.hashes.hash_address(&address)).await? {
            return Ok(Moved::Lapsed);
        }
        // What is on its way goes to the address before, and so does what comes back of it.
        let hash = self.hashes.hash_address(&subscriber.email);
        deliveries::note_recipient(&mut tx, id, "state NOT IN ('planned', 'deferred')", &hash).await?;
        let update = "UPDATE subscribers SET email = $1, email_key = $2 WHERE id = $3";
        on!(&mut tx, c => {
            let query = sqlx::query(update).bind(address.as_str()).bind(address.key());
            query.bind(id.0).execute(c).await.map(|_| ())
        })?;
        suppressions::yield_to_consent(&mut tx, &self.hashes.hash_address(&address)).await?;
        record(&mut tx, id, "moved", consent, now).await?;
        tx.commit().await?;
        subscriber.email = address;
        Ok(Moved::Now(subscriber))
    }
}

/// Lets a wish for another address lapse.
pub(super) async fn forget_move(tx: &mut Tx, id: SubscriberId, now: Timestamp) -> Result<(), Error> {
    let delete = "DELETE FROM address_changes WHERE subscriber_id = $1";
    on!(&mut *tx, c => sqlx::query(delete).bind(id.0).execute(c).await.map(|_| ()))?;
    deliveries::cancel_moves(tx, id, now).await
}

async fn pending(tx: &mut Tx, id: SubscriberId) -> Result<Option<(SubscriberEmail, Timestamp)>, Error> {
    let select = "SELECT email, asked_at FROM address_changes WHERE subscriber_id = $1";
    let row: Option<(String, i64)> = on!(tx, c => {
        sqlx::query_as(select).bind(id.0).fetch_optional(c).await
    })?;
    row.map(|(email, at)| Ok((parse(&email)?, instant(at)?))).transpose()
}
