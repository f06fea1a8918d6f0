//! `postduif subscribers show`: everything that is stored about one subscriber.

use serde_json::json;

use crate::{
    cli::{
        Ended, Setup,
        report::{self, complain, say},
    },
    storage::{ConsentRecord, DeliveryRecord},
    subscribers::{Subscriber, SubscriberEmail},
};

/// The most deliveries that are shown, the newest: twenty years of a daily digest.
const MOST_DELIVERIES: usize = 7_500;

pub(super) async fn show(setup: &Setup, email: &SubscriberEmail, json: bool) -> anyhow::Result<Ended> {
    let store = setup.store().await?;
    let suppression = store.suppression(email).await?;
    let Some(subscriber) = store.subscriber_by_email(email).await? else {
        complain!("error: nobody subscribed with this address");
        if let Some((reason, since)) = suppression {
            complain!("note: it must get no mail since {}: {reason}", since.to_rfc3339());
        }
        return Ok(Ended::ToFix);
    };
    let consents = store.consents(subscriber.id).await?;
    let deliveries = store.deliveries_to(subscriber.id, MOST_DELIVERIES).await?;
    if json {
        let mut all = as_json(&subscriber, &consents, &deliveries);
        all["suppressed"] =
            suppression.map_or(json!(null), |(reason, since)| json!({ "reason": reason.as_str(), "since": since }));
        report::print_json(&all)?;
        return Ok(Ended::Fine);
    }
    for (name, value) in fields(&subscriber) {
        say!("{name:<13} {value}")?;
    }
    if let Some((reason, since)) = suppression {
        say!("{:<13} {reason}, since {}", "suppressed", since.to_rfc3339())?;
    }
    say!("\nconsents")?;
    for consent in &consents {
        let words = [consent.what.trim(), &consent.wording, &consent.page].map(str::to_owned);
        say!("  {}  {}", consent.at.to_rfc3339(), words.join("  ").trim_end())?;
    }
    say!("\ndeliveries")?;
    for delivery in &deliveries {
        let of = delivery.issue.map(|issue| format!(" of issue {issue}")).unwrap_or_default();
        let reason = delivery.reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
        let (at, state) = (delivery.changed_at.to_rfc3339(), delivery.state.as_str());
        say!("  {at}  {}{of} in {}: {state}{reason}", delivery.kind, delivery.locale)?;
    }
    Ok(Ended::Fine)
}

/// Who they are, what they get, and since when.
fn fields(subscriber: &Subscriber) -> Vec<(&'static str, String)> {
    let topics = if subscriber.topics.is_empty() { "all".to_owned() } else { subscriber.topics.to_string() };
    let optional = |value: Option<String>| value.unwrap_or_else(|| "-".to_owned());
    vec![
        ("number", subscriber.id.to_string()),
        ("email", subscriber.email.as_str().to_owned()),
        ("name", optional(subscriber.name.clone())),
        ("status", subscriber.status.as_str().to_owned()),
        ("locale", subscriber.locale.to_string()),
        ("cadence", subscriber.cadence.to_string()),
        ("topics", topics),
        ("time zone", optional(subscriber.time_zone.map(|zone| zone.name().to_owned()))),
        ("subscribed", subscriber.created_at.to_rfc3339()),
        ("confirmed", optional(subscriber.confirmed_at.map(|at| at.to_rfc3339()))),
        ("served up to", format!("release {}", subscriber.cursor)),
    ]
}

fn as_json(subscriber: &Subscriber, consents: &[ConsentRecord], deliveries: &[DeliveryRecord]) -> serde_json::Value {
    let consent = |consent: &ConsentRecord| json!({ "at": consent.at, "what": consent.what, "wording": consent.wording, "page": consent.page });
    let delivery = |delivery: &DeliveryRecord| {
        json!({
            "id": delivery.id.0,
            "issue": delivery.issue.map(|issue| issue.0),
            "kind": delivery.kind.as_str(),
            "locale": delivery.locale,
            "state": delivery.state.as_str(),
            "reason": delivery.reason,
            "attempts": delivery.attempts,
            "created_at": delivery.created_at,
            "changed_at": delivery.changed_at,
        })
    };
    json!({
        "id": subscriber.id.0,
        "email": subscriber.email.as_str(),
        "locale": subscriber.locale,
        "cadence": subscriber.cadence.as_str(),
        "topics": subscriber.topics,
        "name": subscriber.name,
        "status": subscriber.status.as_str(),
        "time_zone": subscriber.time_zone.map(|zone| zone.name()),
        "created_at": subscriber.created_at,
        "confirmed_at": subscriber.confirmed_at,
        "cursor": subscriber.cursor,
        "consents": consents.iter().map(consent).collect::<Vec<_>>(),
        "deliveries": deliveries.iter().map(delivery).collect::<Vec<_>>(),
    })
}
