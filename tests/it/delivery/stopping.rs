//! Workers that are asked to stop, and issues that are paused, in the middle of it.

use std::{collections::HashMap, time::Duration};

use postduif::{
    delivery::{Relays, Report, Timeouts, Transport},
    outbox::State,
};

use super::{Publication, recipients, route, smtp, until};
use crate::relay::{Act, Manners, Relay};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_worker_that_is_stopped_finishes_what_is_on_its_way_and_leaves_the_rest() {
    let duif = Publication::new().await;
    let issue = duif.issue_for(400).await;
    let relay = Relay::start(Manners::default()).await;
    let worker = duif.worker(smtp(relay.port(), 4)).await;
    let stop = worker.stop.clone();
    let working = tokio::spawn(async move { worker.deliver_forever().await.unwrap() });
    until(async || relay.mails().len() > 20).await;
    stop.cancel();
    let report = working.await.unwrap();
    let sent = relay.mails().len() as u64;
    assert!(sent < 400);
    assert_eq!(report, Report { accepted: sent, ..Report::default() });
    assert_eq!(duif.counts(issue).await, HashMap::from([(State::Accepted, sent), (State::Planned, 400 - sent)]));
    assert_eq!(duif.lock_files(), 0);

    assert_eq!(duif.deliver(smtp(relay.port(), 4)).await.accepted, 400 - sent);
    let mut to = recipients(&relay.mails());
    to.sort();
    to.dedup();
    assert_eq!((to.len(), relay.mails().len()), (400, 400));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_worker_that_is_stopped_does_not_wait_for_a_relay_that_says_nothing() {
    for phase in ["connect", "MAIL", "RCPT"] {
        let duif = Publication::new().await;
        let issue = duif.issue_for(4).await;
        let relay = Relay::start(Manners::default()).await;
        (0..8).for_each(|_| relay.on(phase, Act::Silence));
        let worker =
            duif.worker(Transport::Relays(Relays::new(vec![route(relay.port(), 1, 4)], Timeouts::default()))).await;
        let stop = worker.stop.clone();
        let working = tokio::spawn(async move { worker.deliver_forever().await.unwrap() });
        until(async || relay.connections() > 0).await;
        stop.cancel();
        let ended = tokio::time::timeout(Duration::from_secs(60), working).await;
        assert!(ended.is_ok(), "{phase}: it would have waited for five minutes");
        assert_eq!(duif.counts(issue).await, HashMap::from([(State::Planned, 4)]), "{phase}: nobody's attempt");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_issue_that_is_paused_stops_at_once_and_goes_on_where_it_was() {
    let duif = Publication::new().await;
    let issue = duif.issue_for(400).await;
    let relay = Relay::start(Manners::default()).await;
    // Many more are claimed at a time than are on the wire.
    let worker = duif.worker(smtp(relay.port(), 4)).await;
    let working = tokio::spawn(async move { worker.deliver_until_settled().await.unwrap() });
    until(async || relay.mails().len() > 20).await;
    let before = relay.mails().len();
    assert!(duif.store.pause_issue(issue, duif.clock.now()).await.unwrap());
    working.await.unwrap();
    let sent = relay.mails().len() as u64;
    assert!(sent < 400, "what was on the wire is finished, and no more: {before}, then {sent}");
    assert_eq!(duif.counts(issue).await, HashMap::from([(State::Accepted, sent), (State::Planned, 400 - sent)]));
    assert_eq!(duif.deliver(smtp(relay.port(), 4)).await, Report::default(), "it waits");

    assert!(duif.store.resume_issue(issue, duif.clock.now()).await.unwrap());
    assert_eq!(duif.deliver(smtp(relay.port(), 4)).await.accepted, 400 - sent);
    let mut to = recipients(&relay.mails());
    to.sort();
    to.dedup();
    assert_eq!((to.len(), relay.mails().len()), (400, 400));
}
