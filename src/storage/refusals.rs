//! What relays refuse at once, and when that is believed: a relay that refuses readers at many domains and takes nobody's
//! mail speaks of us, whatever its words.

use std::collections::HashSet;

use super::{
    Error, Kind,
    backend::{Tx, on},
    bounces::{self, Bounce},
    suppressions::{self, Lifted},
};
use crate::{
    bounces::Verdict,
    clock::Timestamp,
    outbox::DeliveryId,
    subscribers::{HashKey, SubscriberEmail},
};

/// At so many domains no mailboxes go away one after the other.
const TOO_MANY_DOMAINS: usize = 3;

/// So many refusals in a row are remembered: those of a large domain, of which each may be true.
const MOST_REMEMBERED: usize = 1_000;

/// Of an issue so many mails are counted: where more were refused, it did not go well.
const MOST_COUNTED: i64 = 1_000;

/// Whether what was refused in a row, at these domains, is about us rather than about readers.
fn is_about_us<'a>(domains: impl IntoIterator<Item = &'a str>) -> bool {
    domains.into_iter().collect::<HashSet<_>>().len() >= TOO_MANY_DOMAINS
}

/// Writes down what was refused, as what comes back later. What is about us suppresses nobody, and whoever was
/// suppressed for the refusals just before is not any longer. `took_one` says whether mail was taken meanwhile.
pub(super) async fn hear(
    tx: &mut Tx,
    hashes: &HashKey,
    refused: Vec<Bounce<'_>>,
    took_one: bool,
    now: Timestamp,
) -> Result<(), Error> {
    if took_one {
        forget(tx).await?;
    }
    if refused.is_empty() {
        return Ok(());
    }
    let mut refusals: Vec<(i64, String)> = on!(&mut *tx, c => {
        sqlx::query_as("SELECT delivery_id, domain FROM refusals ORDER BY delivery_id").fetch_all(c).await
    })?;
    let before = refusals.len();
    let mut doubtful = HashSet::new();
    for bounce in refused.iter().filter(|bounce| is_against_reader(bounce) && bounce.kind != Kind::Move) {
        if was_refused_alone(tx, bounce).await? {
            continue;
        }
        doubtful.insert(bounce.delivery);
        if let Some(address) = bounces::address_of(tx, bounce.subscriber).await? {
            refusals.push((bounce.delivery.0, domain_of(hashes, &address)));
        }
    }
    let in_doubt = !took_one && is_about_us(domains(&refusals));
    for mut bounce in refused {
        if in_doubt && doubtful.contains(&bounce.delivery) {
            bounce.verdict = Verdict::Policy;
        }
        bounces::record(tx, hashes, &bounce, now).await?;
    }
    let (earlier, latest) = refusals.split_at(before);
    if in_doubt {
        if !is_about_us(domains(earlier)) {
            tracing::warn!("readers at many domains are refused and no mail is taken; nobody is suppressed for it");
        }
        take_back(tx, hashes, earlier, now).await?;
        forget(tx).await?;
        remember(tx, &one_of_each(&refusals)).await
    } else if took_one || before >= MOST_REMEMBERED {
        Ok(())
    } else {
        remember(tx, latest).await
    }
}

/// Whether a relay will never take the mails of a reader. What it would not take for now, for days, it says of each by itself.
fn is_against_reader(bounce: &Bounce<'_>) -> bool {
    matches!(bounce.verdict, Verdict::Hard | Verdict::Soft) && bounce.detail.starts_with('5')
}

/// Whether a reader was refused in an earlier issue too of which most was taken in the end: then it is about them, also
/// where they stand beside others like them.
async fn was_refused_alone(tx: &mut Tx, bounce: &Bounce<'_>) -> Result<bool, Error> {
    let select = "SELECT count(*) FROM bounces AS b WHERE b.subscriber_id = $1 AND b.issue_id <> $2 \
                  AND b.verdict = 'policy' AND coalesce(b.status, '') NOT LIKE '5.7.%' \
                  AND (SELECT count(*) FROM (SELECT 1 FROM bounces AS o WHERE o.issue_id = b.issue_id \
                  AND o.verdict = 'policy' LIMIT $3) AS refused) < (SELECT count(*) FROM (SELECT 1 FROM deliveries AS d \
                  WHERE d.issue_id = b.issue_id AND d.state = 'accepted' LIMIT $3) AS taken)";
    let issue = bounce.issue.map_or(0, |issue| issue.0);
    let times: i64 = on!(tx, c => {
        sqlx::query_scalar(select).bind(bounce.subscriber.0).bind(issue).bind(MOST_COUNTED).fetch_one(c).await
    })?;
    Ok(times > 0)
}

fn domains(refusals: &[(i64, String)]) -> impl Iterator<Item = &str> {
    refusals.iter().map(|(_, domain)| domain.as_str())
}

/// A refusal of each domain, as many as are enough to know again that they are too many.
fn one_of_each(refusals: &[(i64, String)]) -> Vec<(i64, String)> {
    let mut known = HashSet::new();
    refusals.iter().filter(|(_, domain)| known.insert(domain)).take(TOO_MANY_DOMAINS).cloned().collect()
}

fn domain_of(hashes: &HashKey, address: &SubscriberEmail) -> String {
    hashes.hash("domain", &address.domain().to_lowercase())
}

/// Mostly there are none, and without a condition SQLite would write the table's page all the same.
async fn forget(tx: &mut Tx) -> Result<(), Error> {
    Ok(on!(tx, c => sqlx::query("DELETE FROM refusals WHERE true").execute(c).await.map(|_| ()))?)
}

async fn remember(tx: &mut Tx, refusals: &[(i64, String)]) -> Result<(), Error> {
    let insert = "INSERT INTO refusals (delivery_id, domain) VALUES ($1, $2) ON CONFLICT (delivery_id) DO NOTHING";
    for (delivery, domain) in refusals {
        on!(&mut *tx, c => sqlx::query(insert).bind(delivery).bind(domain).execute(c).await.map(|_| ()))?;
    }
    Ok(())
}

/// Makes of refusals that were believed what they are by now.
async fn take_back(tx: &mut Tx, hashes: &HashKey, refusals: &[(i64, String)], now: Timestamp) -> Result<(), Error> {
    for (delivery, _) in refusals {
        let turned = "INSERT INTO bounces (delivery_id, verdict, subscriber_id, issue_id, status, detail, at) \
                      SELECT delivery_id, 'policy', subscriber_id, issue_id, status, detail, at FROM bounces \
                      WHERE delivery_id = $1 AND verdict IN ('hard', 'soft') ON CONFLICT (delivery_id, verdict) DO NOTHING";
        let wrong = "DELETE FROM bounces WHERE delivery_id = $1 AND verdict IN ('hard', 'soft')";
        for statement in [turned, wrong] {
            on!(&mut *tx, c => sqlx::query(statement).bind(delivery).execute(c).await.map(|_| ()))?;
        }
        suppressions::lift(tx, hashes, Lifted::OfMail(DeliveryId(*delivery)), now).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_domains_in_a_row_are_about_us_and_many_readers_of_one_are_not() {
        for (domains, about_us) in [
            (&[][..], false),
            (&["a"], false),
            (&["a", "b"], false),
            (&["a", "a", "a", "a", "b"], false),
            (&["a", "b", "c"], true),
            (&["a", "a", "b", "c", "a"], true),
        ] {
            assert_eq!(is_about_us(domains.iter().copied()), about_us, "{domains:?}");
        }
    }
}
