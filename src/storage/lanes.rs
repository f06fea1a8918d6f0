//! Lanes: where each has its next free place, and until when it is closed.

use std::collections::HashMap;

use chrono::TimeDelta;
use sqlx::AssertSqlSafe;

use super::{
    ClaimedDelivery, Error, Store,
    backend::{Column, Tx, on, rows},
    instant, millis,
    outcomes::{self, Postponed},
};
use crate::{
    clock::Timestamp,
    outbox::{
        exits::Exits,
        throttle::{KEPT, Lane, Leave, Place, Throttle, leave},
    },
};

/// Lanes that are shown: there may be one for each domain that ever refused us.
const MOST_SHOWN: i64 = 100;

impl Store {
    /// Lets nothing more go to a group of receivers for a while.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn close_lane(&self, group: &str, until: Timestamp) -> Result<(), Error> {
        let mut tx = self.db.begin().await?;
        let insert = "INSERT INTO lanes (name, next_at, closed_until) VALUES ($1, 0, $2) \
                      ON CONFLICT (name) DO UPDATE SET closed_until = excluded.closed_until \
                      WHERE lanes.closed_until IS NULL OR lanes.closed_until < excluded.closed_until";
        on!(&mut tx, c => {
            sqlx::query(insert).bind(group).bind(millis(until)).execute(c).await.map(|_| ())
        })?;
        tx.commit().await
    }

    /// The lanes on which nothing may leave now, by name, and how long that lasts; the longest of them, if they are many.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn busy_lanes(&self, now: Timestamp) -> Result<Vec<(String, TimeDelta)>, Error> {
        let select = "SELECT name, next_at, coalesce(closed_until, 0) FROM lanes \
                      WHERE next_at > $1 OR closed_until > $2 ORDER BY next_at DESC, name LIMIT $3";
        let mut reading = self.db.read().await?;
        let found: Vec<(String, i64, i64)> = on!(&mut reading, c => {
            let query = sqlx::query_as(select).bind(now.timestamp_micros()).bind(millis(now));
            query.bind(MOST_SHOWN).fetch_all(c).await
        })?;
        let wait = |next: i64, closed: i64| {
            TimeDelta::microseconds(next - now.timestamp_micros()).max(TimeDelta::milliseconds(closed - millis(now)))
        };
        let mut busy: Vec<_> = found.into_iter().map(|(name, next, closed)| (name, wait(next, closed))).collect();
        busy.sort();
        Ok(busy)
    }

    /// Gives a mail a place on the lane of another relay than the one it was to leave by, if there is one within
    /// `patience`; says when that is.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn take_place(
        &self,
        lane: &Lane<'_>,
        patience: TimeDelta,
        now: Timestamp,
    ) -> Result<Option<Timestamp>, Error> {
        let mut tx = self.db.begin().await?;
        let name = lane.name.to_lowercase();
        let found = lock_places(&mut tx, std::slice::from_ref(&name)).await?;
        let mut place = [found.get(&name).copied().unwrap_or(Place::fresh())];
        let at = match leave(std::slice::from_ref(lane), &mut place, now) {
            Leave::Now => now,
            Leave::At(at) if at <= now + patience => at,
            Leave::At(_) | Leave::AskAgain(_) => return Ok(None),
        };
        save_places(&mut tx, &HashMap::from([(name, place[0])])).await?;
        tx.commit().await?;
        Ok(Some(at))
    }
}

/// Gives those of the claimed deliveries that may leave now; the others are put back until they may.
/// What answers a person waits for nobody.
pub(super) async fn admit(
    tx: &mut Tx,
    throttle: &Throttle,
    exits: &mut Exits,
    claimed: Vec<ClaimedDelivery>,
    now: Timestamp,
) -> Result<Vec<ClaimedDelivery>, Error> {
    if throttle.is_open() && exits.are_open() && !any_closed(tx, now).await? {
        return Ok(claimed);
    }
    let lanes = claimed.iter().flat_map(|delivery| throttle.lanes(delivery.email.domain(), now));
    let names = lanes.map(|lane| lane.name).chain(exits.lanes()).map(str::to_lowercase);
    let mut places = lock_places(tx, &names.collect::<Vec<_>>()).await?;
    let (mut admitted, mut postponed) = (Vec::new(), Vec::<Postponed>::new());
    for mut delivery in claimed {
        let place = |name: &str| places.get(&name.to_lowercase()).copied().unwrap_or(Place::fresh());
        let mut lanes = throttle.lanes(delivery.email.domain(), now);
        let is_closed = lanes.iter().any(|lane| place(lane.name).closed_until.is_some_and(|until| until > now));
        let leads_out = exits.are_open() || delivery.relay.as_deref().is_some_and(|relay| exits.lead_by(relay));
        let has_place = leads_out && delivery.slot_at.is_some_and(|slot| slot <= now && now - slot < KEPT);
        if delivery.kind.is_administrative() || (has_place && !is_closed) {
            admitted.push(delivery);
            continue;
        }
        let exit = if exits.are_open() { None } else { exits.choose(place, now) };
        delivery.relay = exit.map(|lane| lane.name.to_owned());
        lanes.extend(exit.filter(|lane| lane.rate.is_some()));
        let mut own: Vec<_> = lanes.iter().map(|lane| place(lane.name)).collect();
        let told = leave(&lanes, &mut own, now);
        places.extend(lanes.iter().map(|lane| lane.name.to_lowercase()).zip(own));
        match told {
            Leave::Now => admitted.push(delivery),
            Leave::At(at) => postponed.push((delivery.id.0, millis(at), Some(millis(at)), delivery.relay)),
            Leave::AskAgain(at) => postponed.push((delivery.id.0, millis(at), None, None)),
        }
    }
    save_places(tx, &places).await?;
    outcomes::postpone(tx, &postponed, now).await?;
    Ok(admitted)
}

async fn any_closed(tx: &mut Tx, now: Timestamp) -> Result<bool, Error> {
    let select = "SELECT count(*) FROM lanes WHERE closed_until > $1";
    let count: i64 = on!(tx, c => sqlx::query_scalar(select).bind(millis(now)).fetch_one(c).await)?;
    Ok(count > 0)
}

/// Where these lanes are, and nobody else moves them until the commit.
async fn lock_places(tx: &mut Tx, names: &[String]) -> Result<HashMap<String, Place>, Error> {
    let select = format!(
        "SELECT name, next_at, closed_until FROM lanes WHERE name IN (SELECT r.name FROM {}) ORDER BY name{}",
        tx.rows_as(&[("name", Column::Text)]),
        tx.for_update()
    );
    let values = rows(&names.iter().map(|name| (name,)).collect::<Vec<_>>())?;
    let found: Vec<(String, i64, Option<i64>)> = on!(tx, c => {
        sqlx::query_as(AssertSqlSafe(select)).bind(values).fetch_all(c).await
    })?;
    let place = |(name, next, closed): (String, i64, Option<i64>)| {
        Ok((name, Place { next, closed_until: closed.map(instant).transpose()? }))
    };
    found.into_iter().map(place).collect()
}

async fn save_places(tx: &mut Tx, places: &HashMap<String, Place>) -> Result<(), Error> {
    let mut moved: Vec<_> =
        places.iter().filter(|(_, place)| place.next > 0).map(|(name, place)| (name, place.next)).collect();
    if moved.is_empty() {
        return Ok(());
    }
    // In one order, so that two nodes do not wait for each other.
    moved.sort();
    let insert = format!(
        "INSERT INTO lanes (name, next_at) SELECT r.name, r.next_at FROM {} WHERE true \
         ON CONFLICT (name) DO UPDATE SET next_at = excluded.next_at",
        tx.rows_as(&[("name", Column::Text), ("next_at", Column::Number)])
    );
    tx.execute_rows(insert, rows(&moved)?, &[]).await.map(drop)
}
