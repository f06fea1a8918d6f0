//! Everything that is stored about one person, for them and for whoever they ask.

use serde_json::{Value, json};

use super::{
    Error, Store, audit::AuditRecord, backend::on, bounces::BounceRecord, deliveries::DeliveryRecord, instant, millis,
    preferences::ConsentRecord,
};
use crate::{
    clock::Timestamp,
    outbox::IssueId,
    subscribers::{Subscriber, SubscriberEmail, SubscriberId, Suppression},
};

/// The most deliveries that are shown, the newest: twenty years of a daily digest.
const MOST_DELIVERIES: usize = 7_500;

/// Who asks why they got nothing asks about the last weeks.
const MOST_WITHOUT: i64 = 10;

/// Everything that is stored about one subscriber.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonalData {
    /// Their subscription.
    pub subscriber: Subscriber,
    /// What they agreed to and changed, oldest first.
    pub consents: Vec<ConsentRecord>,
    /// The mails to them, newest first.
    pub deliveries: Vec<DeliveryRecord>,
    /// The latest issues of their pace that had no mail for them, newest first: nothing in it was new to them.
    pub without: Vec<(IssueId, Timestamp)>,
    /// What came back of them, newest first.
    pub bounces: Vec<BounceRecord>,
    /// What was done with all this besides, newest first.
    pub audit: Vec<AuditRecord>,
    /// Posts they have, though their place among the releases does not say so.
    pub served: Vec<String>,
    /// Another address that they want, which is still to say yes.
    pub wanted_address: Option<SubscriberEmail>,
    /// Why they must get no mail, and since when.
    pub suppressed: Option<(Suppression, Timestamp)>,
}

impl Store {
    /// Everything that is stored about a subscriber; `None` if there is no such subscriber.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn personal_data(&self, id: SubscriberId) -> Result<Option<PersonalData>, Error> {
        let Some(subscriber) = self.subscriber(id).await? else { return Ok(None) };
        let select = "SELECT post FROM served WHERE subscriber_id = $1 ORDER BY post";
        let mut reading = self.db.read().await?;
        let served = on!(&mut reading, c => sqlx::query_scalar(select).bind(id.0).fetch_all(c).await)?;
        drop(reading);
        let wanted = self.pending_move(id).await?.map(|(address, _)| address);
        Ok(Some(PersonalData {
            consents: self.consents(id).await?,
            deliveries: self.deliveries_to(id, MOST_DELIVERIES).await?,
            without: self.issues_without(&subscriber).await?,
            bounces: self.bounces_to(id).await?,
            audit: self.audit_of(id).await?,
            served,
            wanted_address: wanted.filter(|address| *address != subscriber.email),
            suppressed: self.suppression(&subscriber.email).await?,
            subscriber,
        }))
    }
}

impl Store {
    /// The latest issues of a subscriber's pace, since they subscribed, in which no row is theirs.
    async fn issues_without(&self, subscriber: &Subscriber) -> Result<Vec<(IssueId, Timestamp)>, Error> {
        let select = "SELECT id, created_at FROM issues WHERE cadence = $1 AND created_at >= $2 AND NOT EXISTS \
                      (SELECT 1 FROM deliveries AS d WHERE d.issue_id = issues.id AND d.subscriber_id = $3) \
                      AND NOT EXISTS (SELECT 1 FROM issue_totals AS t WHERE t.issue_id = issues.id) \
                      ORDER BY id DESC LIMIT $4";
        let since = subscriber.confirmed_at.unwrap_or(subscriber.created_at);
        let mut reading = self.db.read().await?;
        let rows: Vec<(i64, i64)> = on!(&mut reading, c => {
            let query = sqlx::query_as(select).bind(subscriber.cadence.as_str()).bind(millis(since));
            query.bind(subscriber.id.0).bind(MOST_WITHOUT).fetch_all(c).await
        })?;
        rows.into_iter().map(|(id, at)| Ok((IssueId(id), instant(at)?))).collect()
    }
}

impl PersonalData {
    /// The same as JSON, by the names of the columns.
    pub fn to_json(&self) -> Value {
        let Self { subscriber, .. } = self;
        json!({
            "id": subscriber.id.0,
            "email": subscriber.email.as_str(),
            "wanted_address": self.wanted_address.as_ref().map(SubscriberEmail::as_str),
            "locale": subscriber.locale,
            "cadence": subscriber.cadence.as_str(),
            "topics": subscriber.topics,
            "name": subscriber.name,
            "status": subscriber.status.as_str(),
            "time_zone": subscriber.time_zone.map(|zone| zone.name()),
            "created_at": subscriber.created_at,
            "confirmed_at": subscriber.confirmed_at,
            "paused_at": subscriber.pause.map(|pause| pause.since),
            "paused_until": subscriber.pause.map(|pause| pause.until),
            "cursor": subscriber.cursor,
            "any_age_until": subscriber.any_age_until,
            "suppressed": self.suppressed.map(|(reason, since)| json!({ "reason": reason.as_str(), "since": since })),
            "served": self.served,
            "consents": self.consents.iter().map(consent).collect::<Vec<_>>(),
            "deliveries": self.deliveries.iter().map(delivery).collect::<Vec<_>>(),
            "issues_without_mail": self.without.iter().map(|(id, at)| json!({ "issue": id, "at": at })).collect::<Vec<_>>(),
            "bounces": self.bounces.iter().map(bounce).collect::<Vec<_>>(),
            "audit": self.audit.iter().map(audited).collect::<Vec<_>>(),
        })
    }
}

fn consent(consent: &ConsentRecord) -> Value {
    let ConsentRecord { at, what, wording, page, origin } = consent;
    json!({ "at": at, "what": what, "wording": wording, "page": page, "origin": origin })
}

fn bounce(bounce: &BounceRecord) -> Value {
    let BounceRecord { at, delivery, verdict, status, detail } = bounce;
    json!({ "at": at, "delivery": delivery.0, "verdict": verdict.as_str(), "status": status, "detail": detail })
}

fn audited(record: &AuditRecord) -> Value {
    json!({ "at": record.at, "actor": record.actor.as_str(), "what": record.what })
}

fn delivery(delivery: &DeliveryRecord) -> Value {
    json!({
        "id": delivery.id.0,
        "issue": delivery.issue.map(|issue| issue.0),
        "kind": delivery.kind.as_str(),
        "locale": delivery.locale,
        "state": delivery.state.as_str(),
        "reason": delivery.reason,
        "detail": delivery.detail,
        "due_at": delivery.due_at,
        "attempts": delivery.attempts,
        "created_at": delivery.created_at,
        "changed_at": delivery.changed_at,
    })
}
