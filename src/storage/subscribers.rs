//! Subscribers: adding, finding, listing and forgetting them.

use std::collections::{HashMap, HashSet};

use sqlx::AssertSqlSafe;

use super::{
    Actor, Error, Store, audit,
    backend::{Column, Tx, on, rows},
    instant, millis, parse, releases, suppressions,
};
use crate::{
    clock::Timestamp,
    digest::{Placement, Standings, Start},
    locale::Locale,
    outbox::Exclusion,
    subscribers::{NewSubscriber, Pause, Status, Subscriber, SubscriberEmail, SubscriberId, Suppression},
};

/// The columns of [`Row`].
pub(super) const COLUMNS: &str = "id, email, locale, cadence, topics, name, status, time_zone, \
                                  created_at, confirmed_at, cursor, any_age_until, paused_at, paused_until";

/// A row of the table, as it comes from either database.
#[derive(Debug)]
pub(super) struct Row {
    id: i64,
    email: String,
    locale: String,
    cadence: String,
    topics: String,
    name: Option<String>,
    status: String,
    time_zone: Option<String>,
    created_at: i64,
    confirmed_at: Option<i64>,
    cursor: i64,
    any_age_until: i64,
    paused_at: Option<i64>,
    paused_until: Option<i64>,
}

impl<'r, R: sqlx::Row> sqlx::FromRow<'r, R> for Row
where
    &'static str: sqlx::ColumnIndex<R>,
    i64: sqlx::Decode<'r, R::Database> + sqlx::Type<R::Database>,
    String: sqlx::Decode<'r, R::Database> + sqlx::Type<R::Database>,
{
    fn from_row(row: &'r R) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            email: row.try_get("email")?,
            locale: row.try_get("locale")?,
            cadence: row.try_get("cadence")?,
            topics: row.try_get("topics")?,
            name: row.try_get("name")?,
            status: row.try_get("status")?,
            time_zone: row.try_get("time_zone")?,
            created_at: row.try_get("created_at")?,
            confirmed_at: row.try_get("confirmed_at")?,
            cursor: row.try_get("cursor")?,
            any_age_until: row.try_get("any_age_until")?,
            paused_at: row.try_get("paused_at")?,
            paused_until: row.try_get("paused_until")?,
        })
    }
}

impl TryFrom<Row> for Subscriber {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        Ok(Self {
            id: SubscriberId(row.id),
            email: parse(&row.email)?,
            locale: parse(&row.locale)?,
            cadence: parse(&row.cadence)?,
            topics: parse(&row.topics)?,
            name: row.name,
            status: parse(&row.status)?,
            time_zone: row.time_zone.as_deref().map(parse).transpose()?,
            pause: pause(row.paused_at, row.paused_until)?,
            created_at: instant(row.created_at)?,
            confirmed_at: row.confirmed_at.map(instant).transpose()?,
            cursor: row.cursor,
            any_age_until: row.any_age_until,
        })
    }
}

/// A pause, as it stands in a row.
pub(super) fn pause(since: Option<i64>, until: Option<i64>) -> Result<Option<Pause>, Error> {
    let pause = since.zip(until).map(|(since, until)| Ok(Pause { since: instant(since)?, until: instant(until)? }));
    pause.transpose()
}

/// What became of a subscriber who was to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Added {
    /// They were not there.
    Added(Subscriber),
    /// They were, and nothing changed.
    Known(Subscriber),
    /// Their address must get no mail.
    Suppressed,
}

/// Some rows of an import.
#[derive(Debug, Clone, Copy)]
pub struct ImportBatch<'a> {
    /// Who is to be added.
    pub subscribers: &'a [NewSubscriber],
    /// Where they start.
    pub start: Start,
    /// How the released posts stand.
    pub standings: &'a Standings,
    /// Where and when each of them agreed, in the importer's words.
    pub consents: &'a [String],
    /// Whether nothing is to be changed.
    pub is_trial: bool,
}

/// What became of one row of an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportOutcome {
    /// They were not there.
    Added,
    /// They were there already, or stood in the batch before.
    Known,
    /// Their address must get no mail.
    Suppressed,
}

/// What became of a batch of an import.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Imported {
    /// How many were not there.
    pub added: usize,
    /// How many were there already, or twice in the batch; nothing changed for them.
    pub known: usize,
    /// How many must get no mail, and were not added.
    pub suppressed: usize,
}

impl Imported {
    /// The sum of what became of each.
    pub fn of(outcomes: &[ImportOutcome]) -> Self {
        let count = |wanted| outcomes.iter().filter(|outcome| **outcome == wanted).count();
        use ImportOutcome::{Added, Known, Suppressed};
        Self { added: count(Added), known: count(Known), suppressed: count(Suppressed) }
    }
}

impl std::ops::AddAssign for Imported {
    fn add_assign(&mut self, other: Self) {
        self.added += other.added;
        self.known += other.known;
        self.suppressed += other.suppressed;
    }
}

impl Store {
    /// Adds one subscriber on the word of whoever runs the publication; as
    /// [`add_subscribers`](Self::add_subscribers).
    ///
    /// # Errors
    /// When the database fails.
    pub async fn add_subscriber(
        &self,
        new: &NewSubscriber,
        start: Start,
        standings: &Standings,
        now: Timestamp,
    ) -> Result<Added, Error> {
        let imported = self.add_subscribers(std::slice::from_ref(new), start, standings, now).await?;
        if imported.suppressed == 1 {
            return Ok(Added::Suppressed);
        }
        let subscriber = self.subscriber_by_email(&new.email).await?;
        let subscriber = subscriber.ok_or_else(|| Error::Missing("such subscriber".to_owned()))?;
        Ok(if imported.added == 1 { Added::Added(subscriber) } else { Added::Known(subscriber) })
    }

    /// Adds a batch of an import in one transaction. Who is there already stays as they are,
    /// so an import may be run again; whose address is suppressed is not added. Of the posts that digests
    /// can carry, `start` counts the latest.
    ///
    /// # Errors
    /// When the database fails; then none of the batch was added.
    pub async fn add_subscribers(
        &self,
        batch: &[NewSubscriber],
        start: Start,
        standings: &Standings,
        now: Timestamp,
    ) -> Result<Imported, Error> {
        let consents = vec![String::new(); batch.len()];
        let batch = ImportBatch { subscribers: batch, start, standings, consents: &consents, is_trial: false };
        Ok(Imported::of(&self.import(batch, now).await?))
    }

    /// The same with the words of a consent, or as a trial that changes nothing; tells what became of each.
    ///
    /// # Errors
    /// When the database fails; then none of the batch was added.
    pub async fn import(&self, batch: ImportBatch<'_>, now: Timestamp) -> Result<Vec<ImportOutcome>, Error> {
        let ImportBatch { subscribers, start, standings, consents, is_trial } = batch;
        let mut tx = self.db.begin().await?;
        let hashes: Vec<String> = subscribers.iter().map(|new| self.hashes.hash_address(&new.email)).collect();
        let suppressed = suppressions::among(&mut tx, &hashes.iter().cloned().collect()).await?;
        let is_wanted = |(_, hash): &(&NewSubscriber, &String)| !suppressed.contains_key(*hash);
        let wanted: Vec<_> = subscribers.iter().zip(&hashes).filter(is_wanted).map(|(new, _)| new).collect();
        let places = places(&mut tx, &wanted, start, standings).await?;
        let added = insert(&mut tx, &wanted, &places, now).await?;
        let served: Vec<_> = added
            .iter()
            .filter_map(|(id, locale, _)| Some((*id, places.get(locale)?)))
            .flat_map(|(id, place)| place.served.iter().map(move |post| (id, post)))
            .collect();
        insert_served(&mut tx, &served).await?;
        // Of who stands twice in the batch, the first was added.
        let mut words: HashMap<String, &str> = HashMap::new();
        for (new, consent) in subscribers.iter().zip(consents) {
            words.entry(new.email.key()).or_insert(consent);
        }
        let consent = |key: &String| words.get(key).copied().unwrap_or_default();
        let imported: Vec<_> = added.iter().map(|(id, _, key)| (*id, millis(now), consent(key))).collect();
        let insert = format!(
            "INSERT INTO consents (subscriber_id, at, what, wording, page) \
             SELECT id, at, 'imported', wording, '' FROM {}",
            tx.rows_as(&[("id", Column::Number), ("at", Column::Number), ("wording", Column::Text)])
        );
        tx.execute_rows(insert, rows(&imported)?, &[]).await?;
        if !is_trial {
            tx.commit().await?;
        }
        let mut added: HashSet<String> = added.into_iter().map(|(_, _, key)| key).collect();
        let outcome = |(new, hash): (&NewSubscriber, &String)| match suppressed.contains_key(hash) {
            true => ImportOutcome::Suppressed,
            false if added.remove(&new.email.key()) => ImportOutcome::Added,
            false => ImportOutcome::Known,
        };
        Ok(subscribers.iter().zip(&hashes).map(outcome).collect())
    }

    /// The subscriber with this number.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn subscriber(&self, id: SubscriberId) -> Result<Option<Subscriber>, Error> {
        let select = format!("SELECT {COLUMNS} FROM subscribers WHERE id = $1");
        let mut reading = self.db.read().await?;
        let row: Option<Row> = on!(&mut reading, c => {
            sqlx::query_as(AssertSqlSafe(select)).bind(id.0).fetch_optional(c).await
        })?;
        row.map(Subscriber::try_from).transpose()
    }

    /// The subscriber with this address, in whatever case it is written.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn subscriber_by_email(&self, email: &SubscriberEmail) -> Result<Option<Subscriber>, Error> {
        let select = format!("SELECT {COLUMNS} FROM subscribers WHERE email_key = $1");
        let mut reading = self.db.read().await?;
        let row: Option<Row> = on!(&mut reading, c => {
            sqlx::query_as(AssertSqlSafe(select)).bind(email.key()).fetch_optional(c).await
        })?;
        row.map(Subscriber::try_from).transpose()
    }

    /// The next so many subscribers, by number; for going through all of them in pages.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn subscribers_after(&self, after: Option<SubscriberId>, limit: usize) -> Result<Vec<Subscriber>, Error> {
        let select = format!("SELECT {COLUMNS} FROM subscribers WHERE id > $1 ORDER BY id LIMIT $2");
        let (after, limit) = (after.map_or(0, |id| id.0), limit as i64);
        let mut reading = self.db.read().await?;
        let rows: Vec<Row> = on!(&mut reading, c => {
            sqlx::query_as(AssertSqlSafe(select)).bind(after).bind(limit).fetch_all(c).await
        })?;
        rows.into_iter().map(Subscriber::try_from).collect()
    }

    /// Forgets a subscriber: all that is stored about them but the bare numbers in the ledger, and a
    /// hash of their address, so that no old list brings them back. Returns whether there was one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn erase_subscriber(&self, id: SubscriberId, actor: Actor, now: Timestamp) -> Result<bool, Error> {
        let mut tx = self.db.begin().await?;
        let gone = forget(&mut tx, id, now).await?;
        if let Some(address) = &gone {
            let hash = self.hashes.hash_address(&parse(address)?);
            suppressions::insert(&mut tx, &hash, Suppression::Erased, now).await?;
            audit::insert(&mut tx, actor, "erased", Some(id), now).await?;
        }
        tx.commit().await?;
        Ok(gone.is_some())
    }
}

/// Forgets somebody but for the bare numbers in the ledger, and gives their address, if they were there.
pub(super) async fn forget(tx: &mut Tx, id: SubscriberId, now: Timestamp) -> Result<Option<String>, Error> {
    super::deliveries::exclude(tx, id, Exclusion::Unsubscribed, now).await?;
    // What a relay says may name the address.
    for forget in [
        "UPDATE deliveries SET detail = NULL, recipient = NULL WHERE subscriber_id = $1",
        "UPDATE suppressions SET subscriber_id = NULL, was = NULL WHERE subscriber_id = $1",
        "UPDATE bounces SET detail = '', status = NULL WHERE subscriber_id = $1",
    ] {
        on!(&mut *tx, c => sqlx::query(forget).bind(id.0).execute(c).await.map(|_| ()))?;
    }
    let delete = "DELETE FROM subscribers WHERE id = $1 RETURNING email";
    Ok(on!(tx, c => sqlx::query_scalar(delete).bind(id.0).fetch_optional(c).await)?)
}

/// Where the subscribers of a batch start, by locale.
async fn places(
    tx: &mut Tx,
    batch: &[&NewSubscriber],
    start: Start,
    standings: &Standings,
) -> Result<HashMap<Locale, Placement>, Error> {
    let mut places: HashMap<Locale, Placement> = HashMap::new();
    let all = releases::all_in(tx).await?;
    for new in batch {
        if !places.contains_key(&new.locale) {
            let own: Vec<_> = all.iter().filter(|r| r.locale == new.locale).cloned().collect();
            places.insert(new.locale.clone(), start.place(&own, standings));
        }
    }
    Ok(places)
}

/// Inserts those who are not there and returns their numbers, locales and keys.
async fn insert(
    tx: &mut Tx,
    batch: &[&NewSubscriber],
    places: &HashMap<Locale, Placement>,
    now: Timestamp,
) -> Result<Vec<(i64, Locale, String)>, Error> {
    let mut twice = HashSet::new();
    let values: Vec<_> = batch
        .iter()
        .filter(|new| twice.insert(new.email.key()))
        .map(|new| {
            let place = places.get(&new.locale).cloned().unwrap_or_default();
            let confirmed_at = (new.status != Status::Pending).then(|| millis(now));
            (
                (new.email.as_str(), new.email.key(), &new.locale, new.cadence.as_str()),
                (new.topics.to_string(), &new.name, new.status.as_str()),
                (new.time_zone.map(|zone| zone.name()), millis(now), confirmed_at),
                (place.cursor, place.any_age_until),
            )
        })
        .map(|((a, b, c, d), (e, f, g), (h, i, j), (k, l))| (a, b, c, d, e, f, g, h, i, j, k, l))
        .collect();
    use Column::{Number, Text};
    let insert = format!(
        "INSERT INTO subscribers (email, email_key, locale, cadence, topics, name, status, \
         time_zone, created_at, confirmed_at, cursor, any_age_until) SELECT * FROM {} WHERE true \
         ON CONFLICT (email_key) DO NOTHING RETURNING id, locale, email_key",
        tx.rows_as(&[
            ("email", Text),
            ("email_key", Text),
            ("locale", Text),
            ("cadence", Text),
            ("topics", Text),
            ("name", Text),
            ("status", Text),
            ("time_zone", Text),
            ("created_at", Number),
            ("confirmed_at", Number),
            ("cursor", Number),
            ("any_age_until", Number),
        ])
    );
    let values = rows(&values)?;
    let added: Vec<(i64, String, String)> = on!(tx, c => {
        sqlx::query_as(AssertSqlSafe(insert)).bind(values).fetch_all(c).await
    })?;
    added.into_iter().map(|(id, locale, key)| Ok((id, parse(&locale)?, key))).collect()
}

/// Notes posts that subscribers have, though their cursor does not say so.
pub(super) async fn insert_served<P: serde::Serialize>(tx: &mut Tx, served: &[(i64, P)]) -> Result<(), Error> {
    if !served.is_empty() {
        let insert = format!(
            "INSERT INTO served (subscriber_id, post) SELECT subscriber_id, post FROM {} \
             WHERE true ON CONFLICT (subscriber_id, post) DO NOTHING",
            tx.rows_as(&[("subscriber_id", Column::Number), ("post", Column::Text)])
        );
        tx.execute_rows(insert, rows(served)?, &[]).await?;
    }
    Ok(())
}

/// The subscriber with this address, whom nobody else changes until the commit.
pub(super) async fn locked_by_email(tx: &mut Tx, email: &SubscriberEmail) -> Result<Option<Subscriber>, Error> {
    let lock = tx.for_update();
    let select = format!("SELECT {COLUMNS} FROM subscribers WHERE email_key = $1{lock}");
    let row: Option<Row> = on!(tx, c => {
        sqlx::query_as(AssertSqlSafe(select)).bind(email.key()).fetch_optional(c).await
    })?;
    row.map(Subscriber::try_from).transpose()
}

/// The subscriber with this number, whom nobody else changes until the commit.
pub(super) async fn locked(tx: &mut Tx, id: SubscriberId) -> Result<Subscriber, Error> {
    let lock = tx.for_update();
    let select = format!("SELECT {COLUMNS} FROM subscribers WHERE id = $1{lock}");
    let row: Option<Row> = on!(tx, c => {
        sqlx::query_as(AssertSqlSafe(select)).bind(id.0).fetch_optional(c).await
    })?;
    row.ok_or_else(|| Error::Missing(format!("subscriber {id}")))?.try_into()
}
