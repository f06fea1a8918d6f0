//! A publication that exists only in the database: posts are names, mails are their content.

use std::{convert::Infallible, sync::LazyLock, time::Duration};

use chrono::{DateTime, TimeDelta};
use postduif::{
    clock::Timestamp,
    digest::{CohortKey, NewRelease, Reason, Release, Standing, Standings, Start},
    locale::Locale,
    mail::MailContent,
    outbox::{CLAIM_LEASE, DeliveryId, IssueId, Outcome, State, Uncertainty},
    posts::Slug,
    storage::{Added, Claim, ClaimedDelivery, Departure, FreezeRequest, Frozen, Issue, Plan, Store},
    subscribers::{Cadence, NewSubscriber, Status, SubscriberId, Topics},
};

pub(crate) const RESEND: Uncertainty = Uncertainty::Resend;
pub(crate) const HOLD: Uncertainty = Uncertainty::Hold;

/// The first moment of the story's day; day 0 is in November 2026.
pub(crate) fn day(day: i64) -> Timestamp {
    DateTime::from_timestamp(1_795_000_000, 0).unwrap() + TimeDelta::days(day)
}

pub(crate) fn slug(name: &str) -> Slug {
    name.parse().unwrap()
}

pub(crate) fn content(text: &str) -> MailContent {
    MailContent { subject: text.to_owned(), html: format!("<p>{text}</p>"), text: text.to_owned() }
}

pub(crate) fn accepted() -> Outcome {
    Outcome::Accepted { reply: "250 ok".to_owned() }
}

pub(crate) fn deferred() -> Outcome {
    Outcome::Deferred { reply: "450 later".to_owned() }
}

/// Somebody who reads a language, weekly, everything.
pub(crate) fn reader(email: &str, locale: &str) -> NewSubscriber {
    NewSubscriber {
        email: email.parse().unwrap(),
        locale: locale.parse().unwrap(),
        cadence: Cadence::Weekly,
        topics: Topics::default(),
        name: None,
        status: Status::Active,
        time_zone: None,
    }
}

/// A release that is to be made; a name that ends in `-old` is not newsworthy.
pub(crate) fn release(locale: &str, post: &str, dated: i64) -> NewRelease {
    NewRelease {
        locale: locale.parse().unwrap(),
        post: slug(post),
        variant_locale: locale.parse().unwrap(),
        newsworthy: !post.ends_with("-old"),
        dated: day(dated),
        guid: format!("{locale}:{post}"),
        title: None,
    }
}

/// The publication: a post's topic is what its name begins with, up to the first hyphen.
pub(crate) struct Publication<'a>(pub(crate) &'a Store);

impl Publication<'_> {
    pub(crate) async fn publish(&self, locale: &str, posts: &[&str], on: i64) -> Vec<Release> {
        let new: Vec<_> = posts.iter().map(|post| release(locale, post, on)).collect();
        self.0.record_releases(&new, day(on)).await.unwrap()
    }

    pub(crate) async fn join(&self, email: &str, locale: &str, on: i64) -> SubscriberId {
        self.join_from(email, locale, Start::Head, on).await
    }

    pub(crate) async fn join_from(&self, email: &str, locale: &str, start: Start, on: i64) -> SubscriberId {
        let standings = self.standings().await;
        match self.0.add_subscriber(&reader(email, locale), start, &standings, day(on)).await.unwrap() {
            Added::Added(subscriber) => subscriber.id,
            other => panic!("they were known: {other:?}"),
        }
    }

    /// How the posts stand when all of them can be had.
    pub(crate) async fn standings(&self) -> Standings {
        let releases = self.0.all_releases().await.unwrap();
        releases
            .into_iter()
            .map(|release| {
                let topic = release.post.as_str().split('-').next().unwrap_or_default().to_owned();
                ((release.locale, release.post), Standing::Ready(topic.parse().unwrap()))
            })
            .collect()
    }

    /// Freezes the weekly digest of a day; a mail's subject is the names of its posts.
    pub(crate) async fn freeze(&self, on: i64) -> Issue {
        self.freeze_without(&[], on).await.issue
    }

    /// The same while some posts cannot be read.
    pub(crate) async fn freeze_without(&self, broken: &[(&str, &str)], on: i64) -> Frozen {
        let mut standings = self.standings().await;
        for (locale, post) in broken {
            standings.insert((locale.parse().unwrap(), slug(post)), broken_post());
        }
        self.0.freeze_issue(request(&standings, on), compose).await.unwrap()
    }

    pub(crate) async fn plan(&self, on: i64) -> Plan {
        self.plan_with(&[], on).await
    }

    /// What a digest would be if these had been released.
    pub(crate) async fn plan_with(&self, expected: &[NewRelease], on: i64) -> Plan {
        let mut standings = self.standings().await;
        let ready = |new: &NewRelease| ((new.locale.clone(), new.post.clone()), Standing::Ready(Topics::default()));
        standings.extend(expected.iter().map(ready));
        self.0.plan_issue(request(&standings, on), expected).await.unwrap()
    }

    pub(crate) async fn claim(&self, worker: &str, at: Timestamp) -> Vec<ClaimedDelivery> {
        self.0.claim(asking(worker, at, 1_000)).await.unwrap()
    }

    pub(crate) async fn record(&self, id: DeliveryId, outcome: Outcome, at: Timestamp) {
        self.0.record_and_mark("worker", &[(id, outcome)], RESEND, &[], at).await.unwrap();
    }

    /// Notes that these, which a worker holds, are about to leave, and gives those that may.
    pub(crate) async fn mark(&self, worker: &str, ids: &[DeliveryId], at: Timestamp) -> Vec<DeliveryId> {
        self.0.record_and_mark(worker, &[], RESEND, ids, at).await.unwrap()
    }

    /// Sends what is due; every mail is accepted. Returns who got what, in the order sent.
    pub(crate) async fn deliver(&self, at: Timestamp) -> Vec<(String, String)> {
        let mut sent = Vec::new();
        let claimed = self.claim("worker", at).await;
        let ids: Vec<_> = claimed.iter().map(|delivery| delivery.id).collect();
        let granted = self.mark("worker", &ids, at).await;
        for delivery in claimed.iter().filter(|delivery| granted.contains(&delivery.id)) {
            let content = self.0.cohort_content(delivery.cohort).await.unwrap();
            sent.push((delivery.email.as_str().to_owned(), content.subject));
        }
        let outcomes: Vec<_> = granted.into_iter().map(|id| (id, accepted())).collect();
        self.0.record_and_mark("worker", &outcomes, RESEND, &[], at).await.unwrap();
        sent
    }

    /// Freezes the digest of a day and sends it; returns the subjects.
    pub(crate) async fn digest(&self, on: i64) -> Vec<String> {
        self.digest_without(&[], on).await
    }

    /// The same while some posts cannot be read.
    pub(crate) async fn digest_without(&self, broken: &[(&str, &str)], on: i64) -> Vec<String> {
        self.freeze_without(broken, on).await;
        self.deliver(day(on)).await.into_iter().map(|(_, subject)| subject).collect()
    }

    pub(crate) async fn count(&self, issue: IssueId, state: State) -> u64 {
        let counts = self.0.issue_counts(issue).await.unwrap();
        assert!(counts.add_up(), "the numbers add up: {counts:?}");
        counts.of(state)
    }
}

/// What a worker asks for.
pub(crate) fn asking(worker: &str, now: Timestamp, limit: usize) -> Claim<'_> {
    Claim { worker, now, lease: CLAIM_LEASE, limit, but_not: &[] }
}

/// How a post stands that nobody can read, not even what it is about.
fn broken_post() -> Standing {
    Standing::Held { reason: Reason::Gone, topics: None }
}

/// After this long nobody waits for a post that cannot be had.
pub(crate) const MAX_AGE: Duration = Duration::from_hours(60 * 24);

/// The languages that there are.
static LOCALES: LazyLock<[Locale; 5]> =
    LazyLock::new(|| ["nl", "fr", "en", "de", "xx"].map(|tag| tag.parse().unwrap()));

pub(crate) fn request(standings: &Standings, on: i64) -> FreezeRequest<'_> {
    FreezeRequest {
        workflow: "weekly",
        slot: day(on),
        cadence: Cadence::Weekly,
        locales: LOCALES.as_slice(),
        standings,
        max_age: MAX_AGE,
        departure: Departure::default(),
        now: day(on),
    }
}

pub(crate) fn compose(key: &CohortKey) -> Result<MailContent, Infallible> {
    let posts: Vec<_> = key.posts.iter().map(Slug::as_str).collect();
    Ok(content(&format!("{}: {}", key.locale, posts.join(" "))))
}
