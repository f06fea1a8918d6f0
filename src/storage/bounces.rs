//! What came back, written down once, and what follows from it: no more mail to an address, or a little less patience.

use super::{
    Error, Kind, Store,
    backend::{Tx, on},
    instant, millis, parse,
    preferences::{self, Consent},
    suppressions,
};
use crate::{
    bounces::{About, REMEMBERED, Returned, Status, Verdict, is_exhausted},
    clock::Timestamp,
    outbox::{DeliveryId, IssueId},
    subscribers::{HashKey, SubscriberEmail, SubscriberId, Suppression},
};

/// What became of a mail that came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recorded {
    /// It is noted, and nothing more is sent to this address.
    Suppressed(DeliveryId),
    /// It is noted.
    Noted(DeliveryId),
    /// Whose it was has left, as they asked.
    Left(DeliveryId),
    /// It was noted before; nothing changed.
    Known(DeliveryId),
    /// It names no delivery of ours with its proof: it is forged, or not for us. Nothing changed.
    NotOurs,
    /// It is no bounce. Nothing changed.
    NoBounce,
}

/// What came back of a mail to a subscriber, to be shown to them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BounceRecord {
    /// When it came.
    pub at: Timestamp,
    /// The mail.
    pub delivery: DeliveryId,
    /// What it says of the address.
    pub verdict: Verdict,
    /// The status code, if it has one.
    pub status: Option<String>,
    /// What the mail server said.
    pub detail: String,
}

/// What is noted of who leaves by mail.
const BY_MAIL: Consent<'_> = Consent { wording: "", page: "mail", origin: "" };

/// A bounce that is to be written down.
pub(super) struct Bounce<'a> {
    pub(super) delivery: DeliveryId,
    pub(super) issue: Option<IssueId>,
    pub(super) subscriber: SubscriberId,
    pub(super) kind: Kind,
    /// Where it went, as a hash, if not to the address that its subscriber has.
    pub(super) recipient: Option<String>,
    pub(super) verdict: Verdict,
    pub(super) status: Option<Status>,
    pub(super) detail: &'a str,
}

/// The address that a mail went to.
enum Recipient {
    /// That of its subscriber.
    Theirs(SubscriberEmail),
    /// Another: one that they have left, or one that they want and that has not said yes.
    Another(String),
}

impl Store {
    /// Writes down what came back, unless it was before, and ends in the same transaction what it ends.
    ///
    /// # Errors
    /// When the database fails; then nothing was written, and the mail is to be read again.
    pub async fn record_bounce(&self, returned: &Returned, now: Timestamp) -> Result<Recorded, Error> {
        let Some(verdict) = returned.verdict else { return Ok(Recorded::NoBounce) };
        let Some(about) = returned.about else { return Ok(Recorded::NotOurs) };
        let mut tx = self.db.begin().await?;
        let Some(bounce) = find(&mut tx, about, verdict, returned).await? else { return Ok(Recorded::NotOurs) };
        let recorded = record(&mut tx, &self.hashes, &bounce, now).await?;
        tx.commit().await?;
        Ok(recorded)
    }

    /// What came back of the mails to a subscriber, newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn bounces_to(&self, subscriber: SubscriberId) -> Result<Vec<BounceRecord>, Error> {
        let select = "SELECT at, delivery_id, verdict, status, detail FROM bounces WHERE subscriber_id = $1 \
                      ORDER BY at DESC, delivery_id DESC, verdict";
        let mut reading = self.db.read().await?;
        let rows: Vec<(i64, i64, String, Option<String>, String)> = on!(&mut reading, c => {
            sqlx::query_as(select).bind(subscriber.0).fetch_all(c).await
        })?;
        rows.into_iter()
            .map(|(at, delivery, verdict, status, detail)| {
                let (at, verdict) = (instant(at)?, parse(&verdict)?);
                Ok(BounceRecord { at, delivery: DeliveryId(delivery), verdict, status, detail })
            })
            .collect()
    }

    /// How many mails of an issue came back, by what they say, each mail and verdict once.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn bounces_of(&self, issue: IssueId) -> Result<Vec<(Verdict, u64)>, Error> {
        let select = "SELECT verdict, count(*) FROM bounces WHERE issue_id = $1 GROUP BY verdict ORDER BY verdict";
        let mut reading = self.db.read().await?;
        let rows: Vec<(String, i64)> = on!(&mut reading, c => {
            sqlx::query_as(select).bind(issue.0).fetch_all(c).await
        })?;
        rows.into_iter().map(|(verdict, count)| Ok((parse(&verdict)?, count.unsigned_abs()))).collect()
    }
}

/// A delivery, its issue, whose it is, what it is, and where it went.
type Found = (i64, Option<i64>, i64, String, Option<String>);

/// What a mail that came back says of the delivery that it is about; of a subscriber alone, the latest that was theirs.
async fn find<'a>(
    tx: &mut Tx,
    about: About,
    verdict: Verdict,
    returned: &'a Returned,
) -> Result<Option<Bounce<'a>>, Error> {
    let (which, number) = match about {
        About::Delivery(delivery) => ("id = $1", delivery.0),
        About::Subscriber(subscriber) => ("subscriber_id = $1 AND kind <> 'move'", subscriber.0),
    };
    let select = format!(
        "SELECT id, issue_id, subscriber_id, kind, recipient FROM deliveries WHERE {which} ORDER BY id DESC LIMIT 1"
    );
    let row: Option<Found> = on!(tx, c => {
        sqlx::query_as(sqlx::AssertSqlSafe(select)).bind(number).fetch_optional(c).await
    })?;
    let bounce = |(id, issue, subscriber, kind, recipient): Found| {
        Ok(Bounce {
            delivery: DeliveryId(id),
            issue: issue.map(IssueId),
            subscriber: SubscriberId(subscriber),
            kind: parse(&kind)?,
            recipient,
            verdict,
            status: returned.status,
            detail: &returned.detail,
        })
    };
    row.map(bounce).transpose()
}

/// Writes down a bounce in the transaction of whoever heard of it.
pub(super) async fn record(
    tx: &mut Tx,
    hashes: &HashKey,
    bounce: &Bounce<'_>,
    now: Timestamp,
) -> Result<Recorded, Error> {
    let Bounce { delivery, issue, subscriber, verdict, status, detail, .. } = bounce;
    let insert = "INSERT INTO bounces (delivery_id, verdict, subscriber_id, issue_id, status, detail, at) \
                  VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (delivery_id, verdict) DO NOTHING";
    let status = status.map(|status| status.to_string());
    let inserted = on!(&mut *tx, c => {
        let query = sqlx::query(insert).bind(delivery.0).bind(verdict.as_str()).bind(subscriber.0);
        let query = query.bind(issue.map(|issue| issue.0)).bind(status).bind(*detail).bind(millis(now));
        query.execute(c).await.map(|done| done.rows_affected())
    })?;
    if *verdict == Verdict::Leave {
        // Who has come back since may leave by an old mail too.
        let left =
            address_of(tx, *subscriber).await?.is_some() && preferences::leave(tx, *subscriber, BY_MAIL, now).await?;
        return Ok(if left { Recorded::Left(*delivery) } else { Recorded::Known(*delivery) });
    }
    if inserted == 0 {
        return Ok(Recorded::Known(*delivery));
    }
    let reason = match verdict {
        Verdict::Hard => Some(Suppression::Bounced),
        Verdict::Complaint => Some(Suppression::Complained),
        Verdict::Soft if is_exhausted(&soft_bounces(tx, bounce, now).await?, now) => Some(Suppression::Bounced),
        Verdict::Soft | Verdict::Policy | Verdict::Reply | Verdict::Notice | Verdict::Leave => None,
    };
    let Some(reason) = reason else { return Ok(Recorded::Noted(*delivery)) };
    match recipient(tx, hashes, bounce).await? {
        Some(Recipient::Theirs(address)) => {
            suppressions::suppress(tx, hashes, &address, (reason, Some(*delivery)), now).await?;
        }
        Some(Recipient::Another(hash)) => {
            suppressions::insert(tx, &hash, reason, now).await?;
        }
        None => return Ok(Recorded::Noted(*delivery)),
    }
    Ok(Recorded::Suppressed(*delivery))
}

/// The address that is to get no more mail for a bounce, and none else. None was of somebody who was erased, and none
/// that has said yes to a move since is wrong for the letter that asked.
async fn recipient(tx: &mut Tx, hashes: &HashKey, bounce: &Bounce<'_>) -> Result<Option<Recipient>, Error> {
    let Some(address) = address_of(tx, bounce.subscriber).await? else { return Ok(None) };
    let is_theirs = bounce.recipient.as_ref().is_none_or(|hash| *hash == hashes.hash_address(&address));
    Ok(match &bounce.recipient {
        Some(hash) if !is_theirs => Some(Recipient::Another(hash.clone())),
        _ if bounce.kind == Kind::Move => None,
        _ => Some(Recipient::Theirs(address)),
    })
}

pub(super) async fn address_of(tx: &mut Tx, subscriber: SubscriberId) -> Result<Option<SubscriberEmail>, Error> {
    let select = "SELECT email FROM subscribers WHERE id = $1";
    let address: Option<String> = on!(tx, c => {
        sqlx::query_scalar(select).bind(subscriber.0).fetch_optional(c).await
    })?;
    address.as_deref().map(parse).transpose()
}

/// When mail to the same address of a subscriber came back softly, as far as that is remembered; what was before somebody
/// allowed it again is forgiven.
async fn soft_bounces(tx: &mut Tx, bounce: &Bounce<'_>, now: Timestamp) -> Result<Vec<Timestamp>, Error> {
    let select = "SELECT b.at FROM bounces AS b LEFT JOIN deliveries AS d ON d.id = b.delivery_id \
                  WHERE b.subscriber_id = $1 AND b.verdict = 'soft' AND b.at >= $2 \
                  AND d.recipient IS NOT DISTINCT FROM $3 AND b.at > coalesce((SELECT max(c.at) FROM consents AS c \
                  WHERE c.subscriber_id = $1 AND c.what = 'allowed'), 0)";
    let since = millis(now - REMEMBERED);
    let times: Vec<i64> = on!(tx, c => {
        sqlx::query_scalar(select).bind(bounce.subscriber.0).bind(since).bind(&bounce.recipient).fetch_all(c).await
    })?;
    times.into_iter().map(instant).collect()
}
