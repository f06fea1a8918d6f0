//! Lanes: where each has its next free place, and until when it is closed.

use std::collections::HashMap;

use sqlx::AssertSqlSafe;

use super::{
    ClaimedDelivery, Error, Store,
    backend::{Column, Tx, on, rows},
    instant, millis, outcomes,
};
use crate::{
    clock::Timestamp,
    outbox::throttle::{KEPT, Leave, Place, Throttle, leave},
};

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
}

/// Gives those of the claimed deliveries that may leave now; the others are put back until they may.
/// What answers a person waits for nobody.
pub(super) async fn admit(
    tx: &mut Tx,
    throttle: &Throttle,
    claimed: Vec<ClaimedDelivery>,
    now: Timestamp,
) -> Result<Vec<ClaimedDelivery>, Error> {
    if throttle.is_open() && !any_closed(tx, now).await? {
        return Ok(claimed);
    }
    let lanes = claimed.iter().flat_map(|delivery| throttle.lanes(delivery.email.domain(), now));
    let names: Vec<_> = lanes.map(|lane| lane.name.to_lowercase()).collect();
    let mut places = lock_places(tx, &names).await?;
    let (mut admitted, mut postponed) = (Vec::new(), Vec::new());
    for delivery in claimed.iter() {
        let lanes = throttle.lanes(delivery.email.domain(), now);
        let mut own: Vec<_> =
            lanes.iter().map(|lane| places.get(&lane.name.to_lowercase()).copied().unwrap_or(Place::fresh())).collect();
        let is_closed = own.iter().any(|place| place.closed_until.is_some_and(|until| until > now));
        let has_place = delivery.slot_at.is_some_and(|slot| slot <= now && now - slot < KEPT);
        if delivery.kind.is_administrative() || (has_place && !is_closed) {
            admitted.push(delivery.id);
            continue;
        }
        match leave(&lanes, &mut own, now) {
            Leave::Now => admitted.push(delivery.id),
            Leave::At(at) => postponed.push((delivery.id.0, millis(at), Some(millis(at)))),
            Leave::AskAgain(at) => postponed.push((delivery.id.0, millis(at), None)),
        }
        places.extend(lanes.iter().map(|lane| lane.name.to_lowercase()).zip(own));
    }
    save_places(tx, &places).await?;
    outcomes::postpone(tx, &postponed, now).await?;
    let mut claimed = claimed;
    claimed.retain(|delivery| admitted.contains(&delivery.id));
    Ok(claimed)
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
    tx.execute_rows(insert, rows(&moved)?, &[]).await
}
