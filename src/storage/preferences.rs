//! What subscribers do themselves: subscribe, confirm, change their mind, leave.

use std::{collections::HashMap, fmt::Write as _, mem};

use super::{
    Error, Kind, Store, addresses,
    backend::{Tx, on},
    deliveries, instant, millis, releases,
    subscribers::{insert_served, locked, locked_by_email},
    suppressions,
};
use crate::{
    clock::Timestamp,
    digest::{Placement, head, map_cursor},
    locale::Locale,
    mail::MailContent,
    outbox::Exclusion,
    subscribers::{Cadence, NewSubscriber, Pause, Status, Subscriber, SubscriberId, Topics},
};
use chrono::{SecondsFormat, TimeDelta};
use chrono_tz::Tz;

/// Who asks again gets another confirmation only after this long: a form must not become
/// a way to flood somebody's mailbox.
pub const CONFIRM_AGAIN_AFTER: TimeDelta = TimeDelta::days(1);

/// Where somebody agreed to something, and in which words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Consent<'a> {
    /// The version of the text they agreed to.
    pub wording: &'a str,
    /// The page they did it on.
    pub page: &'a str,
    /// From where, as a hash.
    pub origin: &'a str,
}

/// A row of what a subscriber agreed to, to be shown to them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsentRecord {
    /// When.
    pub at: Timestamp,
    /// What they did: `asked`, `confirmed`, `imported`, `changed …`, `unsubscribed`, `suppressed …`, `allowed`.
    pub what: String,
    /// The version of the text they agreed to.
    pub wording: String,
    /// The page they did it on.
    pub page: String,
    /// From where, as a hash; empty where it is not known.
    pub origin: String,
}

/// What came of asking to subscribe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subscribed {
    /// A confirmation is on its way.
    Asked(Subscriber),
    /// A confirmation went out a moment ago; no other is sent yet.
    AskedBefore(Subscriber),
    /// They have a subscription; nothing changed, and no mail is sent.
    AlreadyActive(Subscriber),
    /// Their address must get no mail; nothing is kept.
    Suppressed,
}

/// The first mail after a confirmation.
#[derive(Debug, Clone)]
pub struct Welcome {
    /// The mail.
    pub content: MailContent,
    /// The language it was made in.
    pub locale: Locale,
    /// The last release in that language that it was made from: what came later is news.
    pub head: i64,
}

/// What came of a confirmation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Confirmed {
    /// The subscription begins.
    Now(Subscriber),
    /// It had begun.
    Before(Subscriber),
    /// It has ended since: an old link does not bring it back.
    Ended(Subscriber),
}

/// What a subscriber may change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preferences {
    /// The language.
    pub locale: Locale,
    /// The pace.
    pub cadence: Cadence,
    /// The topics.
    pub topics: Topics,
    /// How they want to be addressed.
    pub name: Option<String>,
    /// Where they live, for dates and times.
    pub time_zone: Option<Tz>,
    /// Until when they want no digest.
    pub pause_until: Option<Timestamp>,
}

impl Store {
    /// Notes that somebody asks to subscribe, and plans the confirmation, in one transaction.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn subscribe(
        &self,
        new: &NewSubscriber,
        confirmation: &MailContent,
        consent: Consent<'_>,
        now: Timestamp,
    ) -> Result<Subscribed, Error> {
        let mut tx = self.db.begin().await?;
        if suppressions::blocks(&mut tx, self.hashes.hash_address(&new.email)).await? {
            return Ok(Subscribed::Suppressed);
        }
        let mut known = insert_pending(&mut tx, new, now).await?;
        if known.status == Status::Active {
            return Ok(Subscribed::AlreadyActive(known));
        }
        if confirmation_since(&mut tx, known.id, now - CONFIRM_AGAIN_AFTER).await? {
            return Ok(Subscribed::AskedBefore(known));
        }
        if known.confirmed_at.is_some() && known.locale != new.locale {
            // They were here before: what they had in another language does not come again in this one.
            let old = mem::replace(&mut known.locale, new.locale.clone());
            remap(&mut tx, &mut known, &old).await?;
        }
        let asked = Subscriber {
            locale: new.locale.clone(),
            cadence: new.cadence,
            topics: new.topics.clone(),
            name: new.name.clone(),
            time_zone: new.time_zone,
            status: Status::Pending,
            ..known
        };
        update(&mut tx, &asked).await?;
        record(&mut tx, asked.id, "asked", consent, now).await?;
        let kind = Kind::Confirmation;
        deliveries::enqueue(&mut tx, kind, asked.id, &asked.locale, confirmation, now).await?;
        tx.commit().await?;
        Ok(Subscribed::Asked(asked))
    }

    /// Plans a letter to somebody who asks to subscribe and does so already: how to change it. One a
    /// day at most. Returns whether it is on its way.
    ///
    /// # Errors
    /// When the database fails, or there is no such subscriber.
    pub async fn remind(&self, id: SubscriberId, letter: &MailContent, now: Timestamp) -> Result<bool, Error> {
        let mut tx = self.db.begin().await?;
        let subscriber = locked(&mut tx, id).await?;
        let again = deliveries::planned_since(&mut tx, Kind::Known, id, now - CONFIRM_AGAIN_AFTER).await?;
        if subscriber.status != Status::Active || again {
            return Ok(false);
        }
        deliveries::enqueue(&mut tx, Kind::Known, id, &subscriber.locale, letter, now).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Begins a pending subscription where its welcome ends, which is planned with it; without one, at the
    /// head of its locale.
    ///
    /// # Errors
    /// When the database fails, or there is no such subscriber.
    pub async fn confirm(
        &self,
        id: SubscriberId,
        welcome: Option<&Welcome>,
        consent: Consent<'_>,
        now: Timestamp,
    ) -> Result<Confirmed, Error> {
        let mut tx = self.db.begin().await?;
        let mut subscriber = locked(&mut tx, id).await?;
        match subscriber.status {
            Status::Active => return Ok(Confirmed::Before(subscriber)),
            Status::Unsubscribed => return Ok(Confirmed::Ended(subscriber)),
            Status::Pending => {}
        }
        // They may have asked anew in another language since their welcome was made.
        let welcome = welcome.filter(|welcome| welcome.locale == subscriber.locale);
        let head = match welcome {
            Some(welcome) => welcome.head,
            None => head(releases::all_in(&mut tx).await?.iter().filter(|it| it.locale == subscriber.locale)),
        };
        subscriber.status = Status::Active;
        subscriber.pause = None;
        subscriber.confirmed_at = Some(now);
        subscriber.cursor = head;
        subscriber.any_age_until = 0;
        update(&mut tx, &subscriber).await?;
        record(&mut tx, id, "confirmed", consent, now).await?;
        suppressions::yield_to_consent(&mut tx, &self.hashes.hash_address(&subscriber.email)).await?;
        if let Some(Welcome { content, locale, .. }) = welcome {
            deliveries::enqueue(&mut tx, Kind::Welcome, id, locale, content, now).await?;
        }
        tx.commit().await?;
        Ok(Confirmed::Now(subscriber))
    }

    /// Ends a subscription, and with it all mail that is not on its way yet. Doing it twice
    /// changes nothing.
    ///
    /// # Errors
    /// When the database fails, or there is no such subscriber.
    pub async fn unsubscribe(
        &self,
        id: SubscriberId,
        consent: Consent<'_>,
        now: Timestamp,
    ) -> Result<Subscriber, Error> {
        let mut tx = self.db.begin().await?;
        leave(&mut tx, id, consent, now).await?;
        let subscriber = locked(&mut tx, id).await?;
        tx.commit().await?;
        Ok(subscriber)
    }

    /// Changes language, pace, topics, name, time zone and pause. With the language the cursor is mapped, so that
    /// what was received does not come again and what was not still comes; in a pause what waits is
    /// held back. A wish for another address lapses: this may be its owner's answer to it.
    ///
    /// # Errors
    /// When the database fails, or there is no such subscriber.
    pub async fn change_preferences(
        &self,
        id: SubscriberId,
        new: &Preferences,
        consent: Consent<'_>,
        now: Timestamp,
    ) -> Result<Subscriber, Error> {
        let mut tx = self.db.begin().await?;
        let mut subscriber = locked(&mut tx, id).await?;
        addresses::forget_move(&mut tx, id, now).await?;
        let what = changes(&subscriber, new, now);
        if !what.is_empty() {
            let old = mem::replace(&mut subscriber.locale, new.locale.clone());
            subscriber.cadence = new.cadence;
            subscriber.topics = new.topics.clone();
            subscriber.name = new.name.clone();
            subscriber.time_zone = new.time_zone;
            subscriber.pause = Pause::wished(subscriber.pause, new.pause_until, now);
            if old != new.locale {
                remap(&mut tx, &mut subscriber, &old).await?;
            }
            if subscriber.paused_until(now).is_some() {
                deliveries::hold_back(&mut tx, id, now).await?;
            }
            update(&mut tx, &subscriber).await?;
            record(&mut tx, id, &format!("changed{what}"), consent, now).await?;
        }
        tx.commit().await?;
        Ok(subscriber)
    }

    /// How each subscriber of a page, in the order of their numbers, came to be one: by asking, or by an import.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn last_consents(&self, page: &[Subscriber]) -> Result<HashMap<SubscriberId, ConsentRecord>, Error> {
        let (Some(first), Some(last)) = (page.first(), page.last()) else { return Ok(HashMap::new()) };
        let select = "SELECT subscriber_id, at, what, wording, page, origin FROM consents WHERE id IN \
                      (SELECT max(id) FROM consents WHERE subscriber_id BETWEEN $1 AND $2 \
                      AND what IN ('asked', 'imported') GROUP BY subscriber_id)";
        let mut reading = self.db.read().await?;
        let rows: Vec<(i64, i64, String, String, String, String)> = on!(&mut reading, c => {
            sqlx::query_as(select).bind(first.id.0).bind(last.id.0).fetch_all(c).await
        })?;
        rows.into_iter()
            .map(|(id, at, what, wording, page, origin)| {
                Ok((SubscriberId(id), ConsentRecord { at: instant(at)?, what, wording, page, origin }))
            })
            .collect()
    }

    /// What a subscriber agreed to, oldest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn consents(&self, id: SubscriberId) -> Result<Vec<ConsentRecord>, Error> {
        let select = "SELECT at, what, wording, page, origin FROM consents WHERE subscriber_id = $1 ORDER BY id";
        let mut reading = self.db.read().await?;
        let rows: Vec<(i64, String, String, String, String)> = on!(&mut reading, c => {
            sqlx::query_as(select).bind(id.0).fetch_all(c).await
        })?;
        rows.into_iter()
            .map(|(at, what, wording, page, origin)| {
                Ok(ConsentRecord { at: instant(at)?, what, wording, page, origin })
            })
            .collect()
    }
}

/// Ends a subscription, in the transaction of whoever heard of it; says whether it had not ended before.
pub(super) async fn leave(tx: &mut Tx, id: SubscriberId, consent: Consent<'_>, now: Timestamp) -> Result<bool, Error> {
    let mut subscriber = locked(tx, id).await?;
    if subscriber.status == Status::Unsubscribed {
        suppressions::forget_former(tx, id).await?;
        return Ok(false);
    }
    subscriber.status = Status::Unsubscribed;
    update(tx, &subscriber).await?;
    deliveries::exclude(tx, id, Exclusion::Unsubscribed, now).await?;
    record(tx, id, "unsubscribed", consent, now).await?;
    Ok(true)
}

/// What differs, in words, each with a blank before it; of a name only that it does.
fn changes(old: &Subscriber, new: &Preferences, now: Timestamp) -> String {
    let mut what = String::new();
    // Writing to a string cannot fail.
    if old.locale != new.locale {
        let _ = write!(what, " locale {} to {};", old.locale, new.locale);
    }
    if old.cadence != new.cadence {
        let _ = write!(what, " cadence {} to {};", old.cadence, new.cadence);
    }
    if old.topics != new.topics {
        let _ = write!(what, " topics {:?} to {:?};", old.topics.to_string(), new.topics.to_string());
    }
    if old.name != new.name {
        what.push_str(" name;");
    }
    if old.time_zone != new.time_zone {
        let [old, new] = [old.time_zone, new.time_zone].map(|zone| zone.map_or("ours", |zone| zone.name()));
        let _ = write!(what, " time zone {old} to {new};");
    }
    match (old.paused_until(now), new.pause_until) {
        (old, new) if old == new => {}
        // The moment: which day that is, depends on where they live.
        (_, Some(until)) => _ = write!(what, " paused until {};", until.to_rfc3339_opts(SecondsFormat::Secs, true)),
        (_, None) => what.push_str(" pause ended;"),
    }
    what
}

/// Maps a subscriber's place from the old locale to the one they read now.
async fn remap(tx: &mut Tx, subscriber: &mut Subscriber, old: &Locale) -> Result<(), Error> {
    let (from, to): (Vec<_>, Vec<_>) = releases::all_in(tx)
        .await?
        .into_iter()
        .filter(|release| release.locale == *old || release.locale == subscriber.locale)
        .partition(|release| release.locale == *old);
    let select = "SELECT post FROM served WHERE subscriber_id = $1";
    let served: Vec<String> = on!(&mut *tx, c => {
        sqlx::query_scalar(select).bind(subscriber.id.0).fetch_all(c).await
    })?;
    let place = Placement {
        cursor: subscriber.cursor,
        any_age_until: subscriber.any_age_until,
        served: served.iter().map(|post| super::parse(post)).collect::<Result<_, _>>()?,
    };
    let place = map_cursor(&place, &from, &to, subscriber.since());
    subscriber.cursor = place.cursor;
    subscriber.any_age_until = place.any_age_until;
    let served: Vec<_> = place.served.iter().map(|post| (subscriber.id.0, post)).collect();
    insert_served(tx, &served).await
}

/// The subscriber with this address, who is made if they are not there, and whom nobody else
/// changes until the commit.
async fn insert_pending(tx: &mut Tx, new: &NewSubscriber, now: Timestamp) -> Result<Subscriber, Error> {
    let insert = "INSERT INTO subscribers (email, email_key, locale, cadence, topics, status, \
                  created_at, cursor, any_age_until) VALUES ($1, $2, $3, $4, $5, 'pending', $6, 0, 0) \
                  ON CONFLICT (email_key) DO NOTHING";
    let topics = new.topics.to_string();
    on!(&mut *tx, c => {
        let query = sqlx::query(insert).bind(new.email.as_str()).bind(new.email.key());
        let query = query.bind(new.locale.as_str()).bind(new.cadence.as_str()).bind(&topics);
        query.bind(millis(now)).execute(c).await.map(|_| ())
    })?;
    let known = locked_by_email(tx, &new.email).await?;
    known.ok_or_else(|| Error::Missing("such subscriber".to_owned()))
}

/// Whether a confirmation was planned for them since then, and they did not leave after it.
async fn confirmation_since(tx: &mut Tx, id: SubscriberId, since: Timestamp) -> Result<bool, Error> {
    let select = "SELECT count(*) FROM consents WHERE subscriber_id = $1 AND what = 'asked' AND at > $2 \
                  AND id > (SELECT coalesce(max(id), 0) FROM consents WHERE subscriber_id = $1 AND what = 'unsubscribed')";
    let asked: i64 = on!(tx, c => {
        sqlx::query_scalar(select).bind(id.0).bind(millis(since)).fetch_one(c).await
    })?;
    Ok(asked > 0)
}

/// Writes what may change about a subscriber.
pub(super) async fn update(tx: &mut Tx, subscriber: &Subscriber) -> Result<(), Error> {
    let update = "UPDATE subscribers SET locale = $1, cadence = $2, topics = $3, name = $4, \
                  status = $5, time_zone = $6, confirmed_at = $7, cursor = $8, any_age_until = $9, \
                  paused_at = $10, paused_until = $11 WHERE id = $12";
    let topics = subscriber.topics.to_string();
    let zone = subscriber.time_zone.map(|zone| zone.name());
    let confirmed_at = subscriber.confirmed_at.map(millis);
    on!(tx, c => {
        let query = sqlx::query(update).bind(subscriber.locale.as_str());
        let query = query.bind(subscriber.cadence.as_str()).bind(&topics).bind(&subscriber.name);
        let query = query.bind(subscriber.status.as_str()).bind(zone).bind(confirmed_at);
        let query = query.bind(subscriber.cursor).bind(subscriber.any_age_until);
        let query = query.bind(subscriber.pause.map(|pause| millis(pause.since)));
        let query = query.bind(subscriber.pause.map(|pause| millis(pause.until)));
        query.bind(subscriber.id.0).execute(c).await.map(|_| ())
    })?;
    Ok(())
}

/// Adds a row to what a subscriber agreed to.
pub(super) async fn record(
    tx: &mut Tx,
    id: SubscriberId,
    what: &str,
    consent: Consent<'_>,
    now: Timestamp,
) -> Result<(), Error> {
    let insert = "INSERT INTO consents (subscriber_id, at, what, wording, page, origin) \
                  VALUES ($1, $2, $3, $4, $5, $6)";
    on!(tx, c => {
        let query = sqlx::query(insert).bind(id.0).bind(millis(now)).bind(what);
        query.bind(consent.wording).bind(consent.page).bind(consent.origin).execute(c).await.map(|_| ())
    })?;
    Ok(())
}
