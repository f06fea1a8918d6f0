//! Random histories of a publication on the real database, against a small model: each reader gets each
//! post that is theirs exactly once, never before its release and never after leaving.
//!
//! A few of them each time; `POSTDUIF_TEST_HISTORIES=10000` tells more. The pure half of the same
//! promise is told ten thousand times in `src/digest/tests.rs`.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use postduif::{
    digest::{Reason, Standing, Standings},
    outbox::Outcome,
    storage::{Kind, Preferences, Store},
    subscribers::{Cadence, Pause, Status, SubscriberId, Topics},
};
use proptest::{prelude::*, test_runner::TestRunner};

use super::harness::{MAX_AGE, Publication, RESEND, accepted, compose, content, day, deferred, reader, request};

const LOCALES: [&str; 3] = ["nl", "fr", "de"];
const READERS: usize = 3;
const POSTS: usize = 8;

/// What may happen, each on a day of its own.
#[derive(Debug, Clone)]
enum Event {
    Publish { locale: usize, post: usize },
    Withdraw { post: usize },
    Break { post: usize },
    Join { who: usize, locale: usize },
    Leave { who: usize },
    Move { who: usize, locale: usize },
    Choose { who: usize, even_only: bool },
    Pace { who: usize, other: bool },
    Pause { who: usize, days: i64 },
    Wait { days: i64 },
    Digest,
    Deliver { fates: Vec<Fate> },
    Restart,
}

/// What becomes of a mail that a worker takes.
#[derive(Debug, Clone, Copy)]
enum Fate {
    Accepted,
    Deferred,
    Rejected,
    /// The worker is killed before the mail was on the wire.
    KilledBefore,
    /// The worker is killed after it: it may have arrived.
    KilledAfter,
}

fn history() -> impl Strategy<Value = Vec<Event>> {
    use Fate::{Accepted, Deferred, KilledAfter, KilledBefore, Rejected};
    let (who, locale, post) = (0..READERS, 0..LOCALES.len(), 0..POSTS);
    let fate = prop_oneof![
        6 => Just(Accepted), 2 => Just(Deferred), 1 => Just(Rejected), 1 => Just(KilledBefore), 1 => Just(KilledAfter)
    ];
    let event = prop_oneof![
        8 => (locale.clone(), post.clone()).prop_map(|(locale, post)| Event::Publish { locale, post }),
        1 => post.clone().prop_map(|post| Event::Withdraw { post }),
        2 => post.prop_map(|post| Event::Break { post }),
        3 => (who.clone(), locale.clone()).prop_map(|(who, locale)| Event::Join { who, locale }),
        1 => who.clone().prop_map(|who| Event::Leave { who }),
        2 => (who.clone(), locale).prop_map(|(who, locale)| Event::Move { who, locale }),
        1 => (who.clone(), any::<bool>()).prop_map(|(who, even_only)| Event::Choose { who, even_only }),
        1 => (who.clone(), any::<bool>()).prop_map(|(who, other)| Event::Pace { who, other }),
        1 => (who, 0..90_i64).prop_map(|(who, days)| Event::Pause { who, days }),
        1 => (1..40_i64).prop_map(|days| Event::Wait { days }),
        5 => Just(Event::Digest),
        5 => proptest::collection::vec(fate, READERS).prop_map(|fates| Event::Deliver { fates }),
        1 => Just(Event::Restart),
    ];
    proptest::collection::vec(event, 1..50)
}

/// What the model knows of a reader.
#[derive(Debug, Default)]
struct Reading {
    id: Option<SubscriberId>,
    active: bool,
    locale: usize,
    joined: i64,
    even_only: bool,
    other_pace: bool,
    pause: Option<Pause>,
    /// By which delivery each post came, or may have come.
    received: BTreeMap<String, i64>,
    /// What they may miss.
    excused: BTreeSet<String>,
}

struct World {
    url: String,
    store: Store,
    today: i64,
    /// When each post was released in each locale.
    shelves: [BTreeMap<String, i64>; 3],
    withdrawn: HashSet<usize>,
    broken: HashSet<usize>,
    readers: [Reading; READERS],
}

fn name(post: usize) -> String {
    format!("{}-{post}", if post.is_multiple_of(2) { "even" } else { "odd" })
}

fn number(post: &str) -> usize {
    post.rsplit('-').next().unwrap().parse().unwrap()
}

impl World {
    fn publication(&self) -> Publication<'_> {
        Publication(&self.store)
    }

    async fn standings(&self) -> Standings {
        let mut standings = self.publication().standings().await;
        for ((_, post), standing) in &mut standings {
            if self.withdrawn.contains(&number(post.as_str())) {
                *standing = Standing::Refused;
            } else if self.broken.contains(&number(post.as_str())) {
                *standing = Standing::Held { reason: Reason::Gone, topics: None };
            }
        }
        standings
    }

    async fn wish(&mut self, who: usize, pause_until: Option<i64>) {
        let reading = &mut self.readers[who];
        let Some(id) = reading.id.filter(|_| reading.active) else { return };
        let now = day(self.today);
        let pause_until = pause_until.map(day);
        let until = pause_until.or_else(|| reading.pause.filter(|pause| pause.holds(now)).map(|pause| pause.until));
        let wish = Preferences {
            locale: LOCALES[reading.locale].parse().unwrap(),
            cadence: if reading.other_pace { Cadence::Monthly } else { Cadence::Weekly },
            topics: if reading.even_only { "even".parse().unwrap() } else { Topics::default() },
            name: None,
            time_zone: None,
            pause_until: until,
        };
        reading.pause = Pause::wished(reading.pause, until, now);
        self.store.change_preferences(id, &wish, Default::default(), now).await.unwrap();
    }

    async fn join(&mut self, who: usize, locale: usize) {
        if self.readers[who].active {
            return;
        }
        let now = day(self.today);
        let new = reader(&format!("reader{who}@example.org"), LOCALES[locale]);
        self.store.subscribe(&new, &content("is it you?"), Default::default(), now).await.unwrap();
        let id = self.store.subscriber_by_email(&new.email).await.unwrap().unwrap().id;
        self.store.confirm(id, None, Default::default(), now).await.unwrap();
        assert_eq!(self.store.subscriber(id).await.unwrap().unwrap().status, Status::Active);
        let out: Vec<String> = self.shelves.iter().flat_map(|shelf| shelf.keys().cloned()).collect();
        let reading = &mut self.readers[who];
        reading.excused.extend(out);
        *reading = Reading {
            id: Some(id),
            active: true,
            locale,
            joined: self.today,
            received: std::mem::take(&mut reading.received),
            excused: std::mem::take(&mut reading.excused),
            ..Reading::default()
        };
    }

    async fn digest(&mut self) {
        let patience = (MAX_AGE.as_secs() / 86_400) as i64;
        let now = day(self.today);
        for reading in self.readers.iter_mut().filter(|reading| reading.active && !reading.other_pace) {
            if reading.pause.is_some_and(|pause| pause.holds(now)) {
                continue;
            }
            for (post, released) in &self.shelves[reading.locale] {
                let old = self.today - released > patience;
                let unwanted = reading.even_only && number(post) % 2 == 1;
                let had = !self.broken.contains(&number(post));
                let missed = reading.pause.is_some_and(|pause| pause.covers(day(*released)));
                if unwanted || self.withdrawn.contains(&number(post)) || (old && (!had || missed)) {
                    reading.excused.insert(post.clone());
                }
            }
        }
        let standings = self.standings().await;
        self.store.freeze_issue(request(&standings, self.today), compose).await.unwrap();
    }

    /// Takes what is due; each mail has a fate. What a killed worker left is found a day later.
    async fn deliver(&mut self, fates: &[Fate]) -> Result<(), TestCaseError> {
        let now = day(self.today);
        self.store.recover(RESEND, now).await.unwrap();
        let claimed = self.publication().claim("worker", now).await;
        for (place, delivery) in claimed.iter().enumerate() {
            let fate = if delivery.kind == Kind::Digest { fates[place % fates.len()] } else { Fate::Accepted };
            if matches!(fate, Fate::KilledBefore)
                || self.publication().mark("worker", &[delivery.id], now).await.is_empty()
            {
                continue;
            }
            if delivery.kind == Kind::Digest && matches!(fate, Fate::Accepted | Fate::KilledAfter) {
                self.arrives(delivery.subscriber, delivery.id.0, delivery.cohort).await?;
            }
            let outcome = match fate {
                Fate::Accepted => accepted(),
                Fate::Deferred => deferred(),
                Fate::Rejected => Outcome::Rejected { reply: "550 no".to_owned() },
                Fate::KilledBefore | Fate::KilledAfter => continue,
            };
            self.publication().record(delivery.id, outcome, now).await;
        }
        Ok(())
    }

    async fn arrives(
        &mut self,
        whose: SubscriberId,
        delivery: i64,
        cohort: postduif::storage::CohortId,
    ) -> Result<(), TestCaseError> {
        let subject = self.store.cohort_content(cohort).await.unwrap().subject;
        let (locale, posts) = subject.split_once(": ").unwrap();
        let shelf = LOCALES.iter().position(|known| *known == locale).unwrap();
        let reading = self.readers.iter_mut().find(|reading| reading.id == Some(whose)).unwrap();
        prop_assert!(reading.active, "a mail after leaving");
        prop_assert!(
            !reading.pause.is_some_and(|pause| pause.holds(day(self.today)))
                || reading.received.values().any(|id| *id == delivery),
            "a mail in a pause"
        );
        for post in posts.split(' ') {
            prop_assert!(self.shelves[shelf].contains_key(post), "{post} before its release in {locale}");
            let before = reading.received.insert(post.to_owned(), delivery);
            prop_assert!(before.is_none_or(|before| before == delivery), "{post} came twice");
        }
        Ok(())
    }

    async fn happens(&mut self, event: &Event) -> Result<(), TestCaseError> {
        self.today += 1;
        match event {
            Event::Publish { locale, post } => {
                let (name, ready) = (name(*post), !self.broken.contains(post) && !self.withdrawn.contains(post));
                if ready && !self.shelves[*locale].contains_key(&name) {
                    self.publication().publish(LOCALES[*locale], &[&name], self.today).await;
                    self.shelves[*locale].insert(name, self.today);
                }
            }
            Event::Withdraw { post } => toggle(&mut self.withdrawn, *post),
            Event::Break { post } => toggle(&mut self.broken, *post),
            Event::Join { who, locale } => self.join(*who, *locale).await,
            Event::Leave { who } => {
                if let Some(id) = self.readers[*who].id {
                    self.store.unsubscribe(id, Default::default(), day(self.today)).await.unwrap();
                    self.readers[*who].active = false;
                }
            }
            Event::Move { who, locale } => {
                self.readers[*who].locale = *locale;
                self.wish(*who, None).await;
            }
            Event::Choose { who, even_only } => {
                self.readers[*who].even_only = *even_only;
                self.wish(*who, None).await;
            }
            Event::Pace { who, other } => {
                self.readers[*who].other_pace = *other;
                self.wish(*who, None).await;
            }
            Event::Pause { who, days } => self.wish(*who, Some(self.today + days)).await,
            Event::Wait { days } => self.today += days,
            Event::Digest => self.digest().await,
            Event::Deliver { fates } => self.deliver(fates).await?,
            Event::Restart => {
                self.store.close().await;
                self.store = Store::open(&self.url).await.unwrap();
            }
        }
        Ok(())
    }

    /// In the end everything can be had, and is wanted, and the relay takes it.
    async fn ends(&mut self) -> Result<(), TestCaseError> {
        (self.withdrawn, self.broken) = Default::default();
        self.today += 100;
        for who in 0..READERS {
            (self.readers[who].even_only, self.readers[who].other_pace) = (false, false);
            self.wish(who, None).await;
        }
        self.today += 1;
        for _ in 0..2 {
            self.deliver(&[Fate::Accepted]).await?;
            self.today += 1;
            self.digest().await;
            self.deliver(&[Fate::Accepted]).await?;
            self.today += 1;
        }
        for reading in self.readers.iter().filter(|reading| reading.active) {
            for (post, released) in &self.shelves[reading.locale] {
                let owed = *released > reading.joined && !reading.excused.contains(post);
                prop_assert!(!owed || reading.received.contains_key(post), "{post} never came: {reading:?}");
            }
        }
        Ok(())
    }
}

fn toggle(set: &mut HashSet<usize>, post: usize) {
    if !set.remove(&post) {
        set.insert(post);
    }
}

/// Tells one history on a database of its own, to its end.
fn tell(events: &[Event]) -> Result<(), TestCaseError> {
    // Where there is memory that looks like a disk: what is tested is no disk.
    let memory = std::path::Path::new("/dev/shm");
    let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap();
    let url = format!("sqlite:{}", folder.path().join("postduif.db").display());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let store = Store::open(&url).await.unwrap();
        let (shelves, readers) = Default::default();
        let (withdrawn, broken) = Default::default();
        let mut world = World { url, store, today: 0, shelves, withdrawn, broken, readers };
        for event in events {
            world.happens(event).await?;
        }
        world.ends().await?;
        world.store.close().await;
        Ok(())
    })
}

#[test]
fn whatever_happens_on_the_real_database_nothing_is_doubled_and_nothing_is_lost() {
    let cases = std::env::var("POSTDUIF_TEST_HISTORIES").ok().and_then(|text| text.parse().ok()).unwrap_or(40);
    let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    TestRunner::new(config).run(&history(), |events| tell(&events)).unwrap();
}

#[test]
fn who_comes_back_in_another_language_gets_nothing_again() {
    let (who, post) = (1, 0);
    let fates = vec![Fate::Accepted];
    tell(&[
        Event::Join { who, locale: 1 },
        Event::Publish { locale: 1, post },
        Event::Digest,
        Event::Deliver { fates },
        Event::Leave { who },
        Event::Join { who, locale: 2 },
        Event::Publish { locale: 2, post },
    ])
    .unwrap();
}
