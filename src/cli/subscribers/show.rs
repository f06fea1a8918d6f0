//! `postduif subscribers show`: everything that is stored about one subscriber.

use crate::{
    cli::{
        Ended, Setup,
        report::{self, complain, say},
    },
    storage::{Actor, PersonalData},
    subscribers::SubscriberEmail,
};

pub(super) async fn show(setup: &Setup, email: &SubscriberEmail, json: bool) -> anyhow::Result<Ended> {
    let (store, now) = (setup.store().await?, setup.clock.now());
    let Some(subscriber) = store.subscriber_by_email(email).await? else {
        complain!("error: nobody subscribed with this address");
        if let Some((reason, since)) = store.suppression(email).await? {
            complain!("note: it must get no mail since {}: {reason}", since.to_rfc3339());
        }
        return Ok(Ended::ToFix);
    };
    let data = store.personal_data(subscriber.id).await?;
    let Some(data) = data else { return Ok(Ended::ToFix) };
    store.record_audit(Actor::Operator, "shown", Some(subscriber.id), now).await?;
    if json {
        report::print_json(&data.to_json())?;
        return Ok(Ended::Fine);
    }
    for (name, value) in fields(&data) {
        say!("{name:<13} {value}")?;
    }
    say!("\nconsents")?;
    for consent in &data.consents {
        let words = [consent.what.trim(), &consent.wording, &consent.page].map(str::to_owned);
        say!("  {}  {}", consent.at.to_rfc3339(), words.join("  ").trim_end())?;
    }
    say!("\ndeliveries")?;
    for delivery in &data.deliveries {
        let of = delivery.issue.map(|issue| format!(" of issue {issue}")).unwrap_or_default();
        let why = delivery.reason.as_ref().or(delivery.detail.as_ref());
        let mut why = why.map(|why| format!(": {why}")).unwrap_or_default();
        if let Some(at) = delivery.due_at {
            why += &format!(", next attempt {}", at.to_rfc3339());
        }
        let (at, state) = (delivery.changed_at.to_rfc3339(), delivery.state.as_str());
        say!("  {at}  {}{of} in {}: {state}{why}", delivery.kind, delivery.locale)?;
    }
    if !data.without.is_empty() {
        say!("\nnothing new for them, so no mail")?;
    }
    for (issue, at) in &data.without {
        say!("  {}  issue {issue}", at.to_rfc3339())?;
    }
    if !data.bounces.is_empty() {
        say!("\nbounces")?;
    }
    for bounce in &data.bounces {
        say!("  {}  {}: {}", bounce.at.to_rfc3339(), bounce.verdict.as_str(), bounce.detail)?;
    }
    Ok(Ended::Fine)
}

/// Who they are, what they get, and since when; what is not there is not shown but where it always is.
fn fields(data: &PersonalData) -> Vec<(&'static str, String)> {
    let subscriber = &data.subscriber;
    let topics = if subscriber.topics.is_empty() { "all".to_owned() } else { subscriber.topics.to_string() };
    let optional = |value: Option<String>| value.unwrap_or_else(|| "-".to_owned());
    let mut fields = vec![
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
    ];
    if let Some(pause) = subscriber.pause {
        fields.push(("paused", format!("{} to {}", pause.since.to_rfc3339(), pause.until.to_rfc3339())));
    }
    if let Some(address) = &data.wanted_address {
        fields.push(("wants mail at", address.as_str().to_owned()));
    }
    if let Some((reason, since)) = data.suppressed {
        fields.push(("suppressed", format!("{reason}, since {}", since.to_rfc3339())));
    }
    if !data.served.is_empty() {
        fields.push(("has also", data.served.join(" ")));
    }
    fields
}
