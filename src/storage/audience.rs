//! Who is due in a digest, page by page: shared by freezing an issue and planning one.

use std::collections::{HashMap, HashSet};

use chrono_tz::Tz;
use sqlx::AssertSqlSafe;

use super::{
    Error, FreezeRequest,
    backend::{Tx, on},
    instant, millis, parse, releases, subscribers,
};
use crate::{
    clock::Timestamp,
    digest::{CohortKey, NewRelease, Offer, Reader, Readers, Release},
    locale::Locale,
    outbox::Exclusion,
    posts::Slug,
    subscribers::{Cadence, Topics},
};

/// Subscribers a page: enough to make a statement's cost small, few enough to hold in memory.
const PAGE: i64 = 2_000;

type Row = (i64, String, i64, i64, String, i64, Option<i64>, Option<i64>, Option<String>);

/// Goes through the subscribers of a cadence.
pub(super) struct Audience {
    cadence: Cadence,
    now: Timestamp,
    locales: Vec<Locale>,
    offers: HashMap<Locale, Offer>,
    after: i64,
    /// By locale, and by the places of the posts in its offer.
    known: HashMap<(Locale, Vec<usize>), usize>,
    /// The cohorts so far, in the order in which they turned up.
    pub(super) cohorts: Vec<CohortKey>,
    /// Who waits for what cannot be had now.
    pub(super) held: Readers,
    /// Who waits no longer for what could not be had for too long.
    pub(super) given_up: Readers,
}

/// The subscribers of one page, by what the digest means for them.
#[derive(Default)]
pub(super) struct Page {
    pub(super) due: Vec<Due>,
    /// Due, but a mail is on its way to them.
    pub(super) in_flight: Vec<(i64, Locale)>,
    /// Their language is no more. Their cursor stays, for when it comes back.
    pub(super) no_language: Vec<(i64, Locale)>,
    /// Nothing that can be had is new to them; where their cursor may go, if no mail is on its way.
    pub(super) nothing_new: Vec<(i64, Option<i64>)>,
}

impl Page {
    /// Those who get nothing though something may be theirs, by reason.
    pub(super) fn left_out(&self) -> [(Exclusion, &[(i64, Locale)]); 2] {
        [(Exclusion::InFlight, &self.in_flight), (Exclusion::NoLanguage, &self.no_language)]
    }
}

/// A subscriber who is due.
pub(super) struct Due {
    pub(super) subscriber: i64,
    /// Index into [`Audience::cohorts`].
    pub(super) cohort: usize,
    /// Where the cursor goes when the mail is accepted.
    pub(super) cursor_to: i64,
    /// Where they are, if they said so.
    pub(super) zone: Option<Tz>,
    /// A delivery of an earlier issue that still waits.
    pub(super) supersedes: Vec<i64>,
}

/// The digests that are still open for a subscriber.
#[derive(Default)]
struct Open {
    waiting: Vec<i64>,
    in_flight: bool,
}

/// The releases as they will be when the expected ones have been made, each locale's together.
fn with_expected(mut releases: Vec<Release>, expected: &[NewRelease], now: Timestamp) -> Vec<Release> {
    for new in expected {
        let own = releases.iter().filter(|release| release.locale == new.locale);
        let sequence = own.map(|release| release.sequence).max().unwrap_or(0) + 1;
        releases.push(new.clone().released(sequence, now));
    }
    releases.sort_by(|a, b| (&a.locale, a.sequence).cmp(&(&b.locale, b.sequence)));
    releases
}

impl Audience {
    /// Begins at the first subscriber, with the releases as this transaction sees them, and
    /// those that a plan expects to be made before.
    pub(super) async fn new(tx: &mut Tx, request: &FreezeRequest<'_>, expected: &[NewRelease]) -> Result<Self, Error> {
        let FreezeRequest { cadence, locales, standings, max_age, now, .. } = *request;
        let releases = with_expected(releases::all_in(tx).await?, expected, now);
        let offer = |own: &[Release]| {
            let locale = own[0].locale.clone();
            (locale.clone(), Offer::new(locale, own, standings, max_age, now))
        };
        let offers = releases.chunk_by(|a, b| a.locale == b.locale).map(offer).collect();
        let (known, cohorts, held, given_up) = Default::default();
        let locales = locales.to_vec();
        Ok(Self { cadence, now, locales, offers, after: 0, known, cohorts, held, given_up })
    }

    /// The next page; `None` after the last. In a transaction that writes, its subscribers
    /// are locked: a mail that is accepted meanwhile waits, and counts as on its way.
    pub(super) async fn next_page(&mut self, tx: &mut Tx, lock: bool) -> Result<Option<Page>, Error> {
        let lock = if lock { tx.for_update() } else { "" };
        let select = format!(
            "SELECT id, locale, cursor, any_age_until, topics, coalesce(confirmed_at, created_at), \
             paused_at, paused_until, time_zone FROM subscribers \
             WHERE id > $1 AND status = 'active' AND cadence = $2 AND coalesce(paused_until, 0) <= $3 \
             ORDER BY id LIMIT {PAGE}{lock}"
        );
        let (after, cadence, now) = (self.after, self.cadence.as_str(), millis(self.now));
        let candidates: Vec<Row> = on!(tx, c => {
            sqlx::query_as(AssertSqlSafe(select)).bind(after).bind(cadence).bind(now).fetch_all(c).await
        })?;
        let Some(last) = candidates.last().map(|row| row.0) else {
            return Ok(None);
        };
        let mut open = open_digests(tx, after, last).await?;
        let served = served(tx, after, last).await?;
        self.after = last;
        let mut page = Page::default();
        for (id, locale, cursor, any_age_until, topics, since, paused_at, paused_until, zone) in candidates {
            let locale: Locale = parse(&locale)?;
            let topics: Topics = parse(&topics)?;
            if !self.locales.contains(&locale) {
                page.no_language.push((id, locale));
                continue;
            }
            let open = open.remove(&id).unwrap_or_default();
            let Some(offer) = self.offers.get(&locale) else {
                page.nothing_new.push((id, None));
                continue;
            };
            let (since, pause) = (instant(since)?, subscribers::pause(paused_at, paused_until)?);
            let reader = Reader { cursor, any_age_until, topics: &topics, since, pause };
            let has = served.get(&id);
            let selection = offer.select(reader, |post| has.is_some_and(|has| has.contains(post)));
            count(&mut self.held, offer, &selection.held);
            count(&mut self.given_up, offer, &selection.given_up);
            let cursor_to = selection.cursor_to;
            if selection.posts.is_empty() {
                let moves = cursor < cursor_to && !open.in_flight && open.waiting.is_empty();
                page.nothing_new.push((id, moves.then_some(cursor_to)));
            } else if open.in_flight {
                page.in_flight.push((id, locale));
            } else {
                let cohort = self.cohort(locale, selection.posts);
                let zone = zone.as_deref().map(parse).transpose()?;
                page.due.push(Due { subscriber: id, cohort, cursor_to, zone, supersedes: open.waiting });
            }
        }
        Ok(Some(page))
    }

    /// The index of the cohort that gets these posts.
    fn cohort(&mut self, locale: Locale, places: Vec<usize>) -> usize {
        let (offers, cohorts) = (&self.offers, &mut self.cohorts);
        *self.known.entry((locale, places)).or_insert_with_key(|(locale, places)| {
            let offer = offers.get(locale);
            let posts = places.iter().filter_map(|&place| offer?.post(place).cloned()).collect();
            cohorts.push(CohortKey { locale: locale.clone(), posts });
            cohorts.len() - 1
        })
    }
}

/// Counts one more reader for each of these posts.
fn count(readers: &mut Readers, offer: &Offer, places: &[usize]) {
    for post in places.iter().filter_map(|&place| offer.post(place)) {
        *readers.entry((offer.locale().clone(), post.clone())).or_default() += 1;
    }
}

/// The digests that are still open for the subscribers in (after, last].
async fn open_digests(tx: &mut Tx, after: i64, last: i64) -> Result<HashMap<i64, Open>, Error> {
    let select = "SELECT subscriber_id, id, state FROM deliveries \
                  WHERE subscriber_id > $1 AND subscriber_id <= $2 AND issue_id IS NOT NULL \
                  AND (due_at IS NOT NULL OR lease_until IS NOT NULL)";
    let rows: Vec<(i64, i64, String)> = on!(tx, c => {
        sqlx::query_as(select).bind(after).bind(last).fetch_all(c).await
    })?;
    let mut open: HashMap<i64, Open> = HashMap::new();
    for (subscriber, delivery, state) in rows {
        let open = open.entry(subscriber).or_default();
        match state.as_str() {
            "planned" | "deferred" => open.waiting.push(delivery),
            _ => open.in_flight = true,
        }
    }
    Ok(open)
}

/// The posts that the subscribers in (after, last] have, beyond their cursors.
async fn served(tx: &mut Tx, after: i64, last: i64) -> Result<HashMap<i64, HashSet<Slug>>, Error> {
    let select = "SELECT subscriber_id, post FROM served \
                  WHERE subscriber_id > $1 AND subscriber_id <= $2";
    let rows: Vec<(i64, String)> = on!(tx, c => {
        sqlx::query_as(select).bind(after).bind(last).fetch_all(c).await
    })?;
    let mut served: HashMap<i64, HashSet<Slug>> = HashMap::new();
    for (subscriber, post) in rows {
        served.entry(subscriber).or_default().insert(parse(&post)?);
    }
    Ok(served)
}
