//! From the ledger to the world: every mail once, and every outcome in the ledger.

mod stopping;

use std::{
    collections::HashMap,
    convert::Infallible,
    num::{NonZeroU32, NonZeroUsize},
    path::PathBuf,
    sync::Arc,
    time::Duration,
};

use chrono::{DateTime, TimeDelta};
use mail_parser::MessageParser;
use postduif::{
    clock::{Clock, Timestamp},
    delivery::{Composer, EmlFolder, Memory, Relays, Report, Route, Transport, Worker},
    digest::{NewRelease, Standing, Standings, Start},
    mail::{MailContent, Mailbox, PersonalLink, Sender},
    outbox::{IssueId, Outcome, State, Uncertainty},
    random::Random,
    storage::{Consent, Departure, FreezeRequest, IssueState, Store},
    subscribers::{Cadence, NewSubscriber, Status, Topics},
};
use tempfile::TempDir;
use tokio_util::sync::CancellationToken;

use crate::{
    relay::{Act, Manners, Relay},
    smtp::impatient,
    smtp_sink::SmtpSink,
};

/// A publication with one post, and a database of its own.
struct Publication {
    store: Store,
    clock: Clock,
    random: Random,
    folder: TempDir,
}

fn morning() -> Timestamp {
    DateTime::from_timestamp(1_795_334_400, 0).unwrap()
}

fn content(subject: &str) -> MailContent {
    MailContent {
        subject: subject.to_owned(),
        html: format!("<p>Dag. <a href=\"{}\">Uit</a></p>", PersonalLink::Unsubscribe.placeholder()),
        text: format!("Dag.\nUit: {}\n", PersonalLink::Unsubscribe.placeholder()),
    }
}

impl Publication {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("data/postduif.db").display());
        let store = Store::open(&url).await.unwrap();
        Self { store, clock: Clock::manual(morning()), random: Random::seeded(7), folder }
    }

    /// A frozen issue for so many readers, `lezer0@example.org` and on.
    async fn issue_for(&self, readers: usize) -> IssueId {
        self.issue_for_all((0..readers).map(|n| format!("lezer{n}@example.org"))).await
    }

    async fn issue_for_all(&self, readers: impl IntoIterator<Item = String>) -> IssueId {
        let now = self.clock.now();
        let batch: Vec<_> = readers.into_iter().map(|email| reader(&email)).collect();
        self.store.add_subscribers(&batch, Start::Head, &Default::default(), now).await.unwrap();
        let release = NewRelease {
            locale: "nl".parse().unwrap(),
            post: "bewegen".parse().unwrap(),
            variant_locale: "nl".parse().unwrap(),
            newsworthy: true,
            dated: now,
            guid: "bewegen".to_owned(),
            title: None,
        };
        self.store.record_releases(&[release], now).await.unwrap();
        let post = ("nl".parse().unwrap(), "bewegen".parse().unwrap());
        let standings = Standings::from([(post, Standing::Ready(Topics::default()))]);
        let request = FreezeRequest {
            workflow: "weekly",
            slot: now,
            cadence: Cadence::Weekly,
            locales: &["nl".parse().unwrap()],
            standings: &standings,
            max_age: Duration::from_hours(24),
            departure: Departure::default(),
            now,
        };
        let issue = self.store.freeze_issue(request, |_| Ok::<_, Infallible>(content("Bewegen")));
        issue.await.unwrap().issue.id
    }

    async fn worker(&self, transport: Transport) -> Worker {
        let composer = Composer {
            sender: Sender {
                from: Mailbox { name: "De Duif".to_owned(), address: "post@duif.example".parse().unwrap() },
                reply_to: None,
                bounces: None,
            },
            titles: HashMap::new(),
            editions: HashMap::new(),
            days: HashMap::new(),
            base: "https://duif.example".parse().unwrap(),
            publication_id: self.store.publication_id(&self.random).await.unwrap(),
            key: self.store.token_key(&self.random).await.unwrap(),
            signer: None,
        };
        Worker {
            store: self.store.clone(),
            transport,
            composer: Arc::new(composer),
            policy: Uncertainty::Resend,
            throttle: Arc::default(),
            clock: self.clock.clone(),
            random: self.random.clone(),
            presence: Some(self.folder.path().join("data")),
            tally: postduif::delivery::Tally::default(),
            stop: CancellationToken::new(),
        }
    }

    async fn deliver(&self, transport: impl Into<Transport>) -> Report {
        self.worker(transport.into()).await.deliver_until_settled().await.unwrap()
    }

    /// How many of an issue's deliveries are in each state; those that none is in left out.
    async fn counts(&self, issue: IssueId) -> HashMap<State, u64> {
        let counts = self.store.issue_counts(issue).await.unwrap();
        assert!(counts.add_up(), "{counts:?}");
        counts.states.into_iter().filter(|(_, count)| *count > 0).collect()
    }

    async fn is_finished(&self, issue: IssueId) -> bool {
        self.store.issue(issue).await.unwrap().unwrap().state == IssueState::Finished
    }

    fn lock_files(&self) -> usize {
        let files = std::fs::read_dir(self.folder.path().join("data")).unwrap();
        files.filter(|file| file.as_ref().unwrap().file_name().to_string_lossy().ends_with(".lock")).count()
    }
}

fn reader(email: &str) -> NewSubscriber {
    NewSubscriber {
        email: email.parse().unwrap(),
        locale: "nl".parse().unwrap(),
        cadence: Cadence::Weekly,
        topics: Topics::default(),
        name: Some("Zoë Peeters".to_owned()),
        status: Status::Active,
        time_zone: None,
    }
}

fn smtp(port: u16, connections: usize) -> Transport {
    relays(vec![route(port, 1, connections)])
}

fn route(port: u16, priority: u8, connections: usize) -> Route {
    let relay = format!("smtp://127.0.0.1:{port}").parse().unwrap();
    Route { relay, priority, weight: NonZeroU32::MIN, connections: NonZeroUsize::new(connections).unwrap(), rate: None }
}

fn relays(routes: Vec<Route>) -> Transport {
    Transport::Relays(Relays::new(routes, impatient(500)))
}

/// Waits for what another task does, without guessing how long that takes.
async fn until(what: impl AsyncFn() -> bool) {
    for _ in 0..1_000 {
        if what().await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("it did not happen in ten seconds");
}

fn recipients(mails: &[Vec<u8>]) -> Vec<String> {
    let to = |mail: &Vec<u8>| {
        let read = MessageParser::default().parse(mail).unwrap();
        read.to().unwrap().first().unwrap().address().unwrap().to_owned()
    };
    mails.iter().map(to).collect()
}

#[tokio::test]
async fn everybody_gets_their_mail_once_and_the_issue_is_finished() {
    let duif = Publication::new().await;
    let issue = duif.issue_for(40).await;
    let memory = Memory::new();
    let report = duif.deliver(Transport::Memory(memory.clone())).await;
    assert_eq!(report, Report { accepted: 40, ..Report::default() });
    assert_eq!(duif.counts(issue).await, HashMap::from([(State::Accepted, 40)]));
    assert!(duif.is_finished(issue).await);
    let mut to: Vec<_> = memory.mails().iter().map(|mail| mail.to.to_string()).collect();
    to.sort();
    to.dedup();
    assert_eq!(to.len(), 40);
    assert_eq!(duif.deliver(Transport::Memory(memory)).await, Report::default());
    assert_eq!(duif.lock_files(), 0);
}

#[tokio::test]
async fn each_outcome_is_in_the_ledger() {
    let duif = Publication::new().await;
    let issue = duif.issue_for(6).await;
    let memory = Memory::new();
    let text = || "because".to_owned();
    memory.fail_on(2, Outcome::Rejected { reply: text() });
    memory.fail_on(3, Outcome::Deferred { reply: text() });
    memory.fail_on(4, Outcome::Uncertain { reason: text() });
    let report = duif.deliver(Transport::Memory(memory.clone())).await;
    let expected = Report { accepted: 3, deferred: 1, rejected: 1, uncertain: 1, ..Report::default() };
    assert_eq!(report, expected);
    assert_eq!(
        duif.counts(issue).await,
        HashMap::from([(State::Accepted, 3), (State::Rejected, 1), (State::Deferred, 1), (State::Uncertain, 1)])
    );
    assert!(!duif.is_finished(issue).await);

    // Later both are tried again, and what may have arrived has the same Message-ID and bytes.
    duif.clock.advance(TimeDelta::minutes(10));
    let report = duif.deliver(Transport::Memory(memory.clone())).await;
    assert_eq!(report, Report { accepted: 2, ..Report::default() });
    assert!(duif.is_finished(issue).await);
    let mails = memory.mails();
    let twice: Vec<_> = mails.iter().filter(|mail| mails.iter().filter(|m| m == mail).count() == 2).collect();
    assert_eq!((mails.len(), twice.len()), (6, 2));
}

#[tokio::test]
async fn a_mail_file_bears_its_place_its_language_and_its_number() {
    let duif = Publication::new().await;
    let pending = NewSubscriber { status: Status::Pending, ..reader("nieuw@example.org") };
    let consent = Consent { wording: "1", page: "/nl/subscribe", origin: "" };
    let now = duif.clock.now();
    duif.store.subscribe(&pending, &content("Bent u het?"), consent, now).await.unwrap();
    duif.issue_for(3).await;
    let outbox = duif.folder.path().join("outbox");
    let folder = EmlFolder::create(&outbox).unwrap();
    assert_eq!(duif.deliver(Transport::Eml(folder)).await.accepted, 4);
    let names = || {
        let mut names: Vec<_> =
            std::fs::read_dir(&outbox).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    };
    assert_eq!(names(), ["0000-nl-1.eml", "0001-nl-2.eml", "0002-nl-3.eml", "0003-nl-4.eml"]);
    let read = |name: &str| std::fs::read(outbox.join(name)).unwrap();
    let confirmation = read("0000-nl-1.eml");
    let confirmation = MessageParser::default().parse(&confirmation).unwrap();
    assert!(confirmation.header("Auto-Submitted").is_some());
    assert!(confirmation.header("List-Unsubscribe").is_none());
    assert_eq!(confirmation.to().unwrap().first().unwrap().name(), None);
    let digest = read("0002-nl-3.eml");
    let digest = MessageParser::default().parse(&digest).unwrap();
    assert!(digest.header_raw("List-Unsubscribe").unwrap().contains("https://duif.example/s/"));
    assert_eq!(digest.to().unwrap().first().unwrap().name(), Some("Zoë Peeters"));
    assert!(digest.body_text(0).unwrap().contains("https://duif.example/s/"));
    assert!(digest.message_id().unwrap().starts_with("3-"));
}

#[tokio::test]
async fn whoever_unsubscribes_while_their_mail_is_on_its_way_gets_none() {
    let duif = Publication::new().await;
    let issue = duif.issue_for(1).await;
    let relay = Relay::start(Manners::default()).await;
    // The first attempt hears nothing; meanwhile they unsubscribe.
    relay.on("MAIL", Act::Silence);
    let worker = duif.worker(smtp(relay.port(), 1)).await;
    let working = tokio::spawn(async move { worker.deliver_until_settled().await.unwrap() });
    until(async || relay.commands().iter().any(|command| command.starts_with("MAIL"))).await;
    let email = "lezer0@example.org".parse().unwrap();
    let reader = duif.store.subscriber_by_email(&email).await.unwrap().unwrap();
    let consent = Consent { wording: "1", page: "/s/", origin: "" };
    duif.store.unsubscribe(reader.id, consent, duif.clock.now()).await.unwrap();
    assert_eq!(working.await.unwrap(), Report::default());
    assert!(relay.mails().is_empty());
    assert_eq!(duif.counts(issue).await, HashMap::from([(State::Excluded, 1)]));
    assert!(duif.is_finished(issue).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_relay_that_is_away_costs_nobody_an_attempt_and_the_next_run_goes_on_at_once() {
    let duif = Publication::new().await;
    let issue = duif.issue_for(30).await;
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let report = duif.deliver(smtp(free, 4)).await;
    assert!(report.relay_failed.as_ref().is_some_and(|reason| reason.contains("cannot connect")), "{report:?}");
    assert_eq!(report.accepted + report.deferred + report.rejected + report.faults, 0);
    assert_eq!(duif.counts(issue).await, HashMap::from([(State::Planned, 30)]));

    let relay = Relay::start(Manners::default()).await;
    assert_eq!(duif.deliver(smtp(relay.port(), 4)).await.accepted, 30);
    assert!(duif.is_finished(issue).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_relay_that_stumbles_now_and_then_gets_every_mail() {
    let duif = Publication::new().await;
    let issue = duif.issue_for(60).await;
    let relay = Relay::start(Manners { mails_per_connection: Some(7), ..Manners::default() }).await;
    relay.on("connect", Act::Say(b"421 4.3.2 busy\r\n"));
    relay.on("MAIL", Act::SayAndClose(b"421 4.4.2 bye\r\n"));
    relay.on("EHLO", Act::Cut);
    let report = duif.deliver(smtp(relay.port(), 3)).await;
    assert_eq!(report, Report { accepted: 60, ..Report::default() });
    assert!(duif.is_finished(issue).await);
    let mut to = recipients(&relay.mails());
    to.sort();
    to.dedup();
    assert_eq!((to.len(), relay.mails().len()), (60, 60));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_relay_that_breaks_down_half_way_leaves_nothing_in_doubt_and_another_takes_the_rest() {
    for backup in [true, false] {
        let duif = Publication::new().await;
        let issue = duif.issue_for(200).await;
        let (one, two) = (Relay::start(Manners::default()).await, Relay::start(Manners::default()).await);
        let mut routes = vec![route(one.port(), 1, 4)];
        routes.extend(backup.then(|| route(two.port(), 2, 4)));
        let worker = duif.worker(relays(routes)).await;
        let working = tokio::spawn(async move { worker.deliver_until_settled().await.unwrap() });
        until(async || one.mails().len() > 20).await;
        for _ in 0..200 {
            one.on("MAIL", Act::SayAndClose(b"421 4.3.2 going down\r\n"));
            one.on("connect", Act::Cut);
        }
        let report = working.await.unwrap();
        let (sent, counts) = (one.mails().len() as u64, duif.counts(issue).await);
        if backup {
            assert_eq!(report, Report { accepted: 200, ..Report::default() });
        } else {
            assert!(report.relay_failed.is_some() && report.accepted == sent && report.uncertain == 0, "{report:?}");
            assert_eq!(counts, HashMap::from([(State::Accepted, sent), (State::Planned, 200 - sent)]));
            // Those of which the ledger had heard already wait for a minute.
            duif.clock.advance(TimeDelta::minutes(2));
            assert_eq!(duif.deliver(smtp(two.port(), 4)).await.accepted, 200 - sent);
        }
        let mut to = recipients(&[one.mails(), two.mails()].concat());
        to.sort();
        to.dedup();
        assert_eq!((to.len(), one.mails().len() + two.mails().len()), (200, 200));
    }
}

#[tokio::test]
async fn what_was_rejected_is_tried_again_when_a_person_says_so() {
    let duif = Publication::new().await;
    let issue = duif.issue_for(3).await;
    let memory = Memory::new();
    memory.fail_on(2, Outcome::Rejected { reply: "550 5.7.1 not today".to_owned() });
    duif.deliver(Transport::Memory(memory.clone())).await;
    assert!(duif.is_finished(issue).await);
    assert_eq!(duif.store.retry_issue(issue, false, duif.clock.now()).await.unwrap(), Some(1));
    assert!(!duif.is_finished(issue).await);
    assert_eq!(duif.deliver(Transport::Memory(memory.clone())).await, Report { accepted: 1, ..Report::default() });
    assert_eq!(duif.counts(issue).await, HashMap::from([(State::Accepted, 3)]));
    assert!(duif.is_finished(issue).await);
    assert_eq!(duif.store.retry_issue(issue, false, duif.clock.now()).await.unwrap(), Some(0));
}

#[tokio::test]
async fn what_is_held_leaves_again_when_a_person_says_so_and_is_the_same_mail() {
    let duif = Publication::new().await;
    let issue = duif.issue_for(3).await;
    let memory = Memory::new();
    memory.fail_on(2, Outcome::Uncertain { reason: "cut".to_owned() });
    let careful = Worker { policy: Uncertainty::Hold, ..duif.worker(Transport::Memory(memory.clone())).await };
    assert_eq!(careful.deliver_until_settled().await.unwrap().uncertain, 1);
    assert!(duif.is_finished(issue).await);
    assert_eq!(duif.store.retry_issue(issue, false, duif.clock.now()).await.unwrap(), Some(0));
    assert_eq!(duif.store.retry_issue(issue, true, duif.clock.now()).await.unwrap(), Some(1));
    assert_eq!(careful.deliver_until_settled().await.unwrap(), Report { accepted: 1, ..Report::default() });
    assert_eq!(duif.counts(issue).await, HashMap::from([(State::Accepted, 3)]));
    let mails = memory.mails();
    assert_eq!(mails.len(), 4);
    assert_eq!(mails[3].bytes, mails[mails.iter().position(|mail| mail.to == mails[3].to).unwrap()].bytes);
    assert!(duif.is_finished(issue).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_a_crash_nobody_is_forgotten_and_only_what_was_on_the_wire_may_come_twice() {
    let duif = Publication::new().await;
    let issue = duif.issue_for(300).await;
    let relay = Relay::start(Manners::default()).await;
    let mut killed = 0;
    loop {
        let before = relay.mails().len();
        let worker = duif.worker(smtp(relay.port(), 4)).await;
        let working = tokio::spawn(async move { worker.deliver_until_settled().await });
        if killed < 5 {
            until(async || relay.mails().len() > before + 15).await;
            // Dropped at whatever it waits for, as a killed process ends.
            working.abort();
            assert!(working.await.unwrap_err().is_cancelled());
            killed += 1;
        } else {
            working.await.unwrap().unwrap();
            break;
        }
    }
    assert_eq!(duif.counts(issue).await, HashMap::from([(State::Accepted, 300)]));
    assert!(duif.is_finished(issue).await);
    let mails = relay.mails();
    let mut once = recipients(&mails);
    once.sort();
    once.dedup();
    assert_eq!(once.len(), 300);
    // At most one a connection each time.
    assert!(mails.len() <= 300 + killed * 4, "{} mails", mails.len());
    let mut ids: Vec<_> = mails
        .iter()
        .map(|mail| MessageParser::default().parse(mail).unwrap().message_id().unwrap().to_owned())
        .collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 300);
}

#[tokio::test]
async fn a_confirmation_leaves_as_soon_as_it_is_asked_for() {
    let duif = Publication::new().await;
    let memory = Memory::new();
    let worker = duif.worker(Transport::Memory(memory.clone())).await;
    let stop = worker.stop.clone();
    let working = tokio::spawn(async move { worker.deliver_forever().await.unwrap() });
    let pending = NewSubscriber { status: Status::Pending, ..reader("nieuw@example.org") };
    let consent = Consent { wording: "1", page: "/nl/subscribe", origin: "" };
    duif.store.subscribe(&pending, &content("Bent u het?"), consent, duif.clock.now()).await.unwrap();
    until(async || memory.mails().len() == 1).await;
    stop.cancel();
    assert_eq!(working.await.unwrap().accepted, 1);
}

#[tokio::test]
async fn an_address_that_no_relay_could_take_is_rejected_here() {
    let duif = Publication::new().await;
    let relay = Relay::start(Manners::default()).await;
    let issue = duif.issue_for_all(["pelé@example.org".to_owned(), "an@münchen.example".to_owned()]).await;
    duif.deliver(smtp(relay.port(), 1)).await;
    assert_eq!(duif.counts(issue).await, HashMap::from([(State::Accepted, 1), (State::Rejected, 1)]));
    assert_eq!(recipients(&relay.mails()), ["an@xn--mnchen-3ya.example"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn smtp_sink_gets_a_whole_issue_over_several_connections() {
    let duif = Publication::new().await;
    let folder = tempfile::tempdir().unwrap();
    let Some(sink) = SmtpSink::start(folder.path(), &[]) else {
        return;
    };
    let issue = duif.issue_for(500).await;
    let report = duif.deliver(smtp(sink.port, 8)).await;
    assert_eq!(report, Report { accepted: 500, ..Report::default() });
    assert!(duif.is_finished(issue).await);
    drop(sink);
    let dump: PathBuf = folder.path().join("dump");
    let dump = std::fs::read_to_string(dump).unwrap();
    for n in 0..500 {
        assert_eq!(dump.matches(&format!("X-Rcpt-Args: <lezer{n}@example.org>")).count(), 1, "lezer{n}");
    }
}

#[tokio::test]
async fn a_relay_that_refuses_whole_mails_is_left_to_another_and_its_mails_follow() {
    for fault in [b"554 5.7.1 no\r\n".as_slice(), b"250 ok\r\n"] {
        let (bad, good) = (Relay::start(Manners::default()).await, Relay::start(Manners::default()).await);
        let phase = if fault.starts_with(b"2") { "DATA" } else { "." };
        (0..500).for_each(|_| bad.on(phase, Act::Say(fault)));
        let duif = Publication::new().await;
        let issue = duif.issue_for_all((0..200).map(|n| format!("lezer@lezers{n}.example"))).await;
        let transport = relays(vec![route(bad.port(), 1, 4), route(good.port(), 2, 4)]);
        let report = duif.deliver(transport.clone()).await;
        assert_eq!(report.relay_failed, None, "{report:?}");
        assert!(report.accepted > 180, "{report:?}");
        duif.clock.advance(TimeDelta::hours(2));
        let rest = duif.deliver(transport).await;
        assert_eq!(report.accepted + rest.accepted, 200, "{report:?} {rest:?}");
        assert_eq!(duif.counts(issue).await, HashMap::from([(State::Accepted, 200)]));
        assert_eq!(good.mails().len(), 200);
    }
}
