//! The fifth promise: the process is killed anywhere, and a new one goes on.
//!
//! A life is a runtime of its own with its own way into the database. It is let run for so many
//! turns and then dropped with everything in it, as a killed process is: what was not committed
//! is gone. The next life gets some turns more, until one comes to its end.

use std::{
    collections::{BTreeMap, BTreeSet},
    future::poll_fn,
    pin::pin,
    task::Poll,
};

use chrono::TimeDelta;
use postduif::{
    clock::Timestamp,
    outbox::WIRE_LEASE,
    storage::{IssueState, Store},
};

use crate::harness::{Publication, on_each_database, tell_with};

/// How many readers there are: more than a worker claims at a time.
const READERS: usize = 12;

/// How many more turns each life gets. With four a run was killed 11 to 17 times, on both databases, idle
/// and busy; with nine as few as five times, since on a busy machine more is done in a turn.
const MORE_TURNS: usize = 4;

/// Runs a future for so many turns at most; `None` if it was not done by then.
async fn for_turns<T>(turns: usize, future: impl Future<Output = T>) -> Option<T> {
    let (mut future, mut left) = (pin!(future), turns);
    poll_fn(|context| {
        if left == 0 {
            return Poll::Ready(None);
        }
        left -= 1;
        future.as_mut().poll(context).map(Some)
    })
    .await
}

/// One life of the program: what an earlier one left is finished, then the slot has its run.
/// Says whether it came to its end, and nothing was left: what a life held that was killed just now may be held a moment longer,
/// and then the next one goes on with it.
fn live(garden: &Publication, slot: Timestamp, turns: usize) -> bool {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let ended = runtime.block_on(async {
        let store = Store::open(&garden.database).await.unwrap();
        let runner = garden.runner_on(store.clone()).await;
        let workflow = garden.workflow("weekly-digest");
        let life = async {
            runner.resume(std::slice::from_ref(&workflow)).await.unwrap();
            runner.worker.deliver_until_settled().await.unwrap();
            runner.run(&workflow, slot).await.unwrap();
            store.unfinished_runs().await.unwrap()
        };
        for_turns(turns, life).await.is_some_and(|left| left.is_empty())
    });
    runtime.shutdown_background();
    ended
}

/// Kills one life after another until one ends by itself; says how many were killed.
async fn live_until_done(garden: &Publication) -> usize {
    garden.publish().await;
    for n in 0..READERS {
        garden.join_from(&format!("lezer{n}@lezers.example"), "nl", "latest:2".parse().unwrap()).await;
    }
    let (mut killed, slot) = (0, garden.now());
    while !std::thread::scope(|scope| scope.spawn(|| live(garden, slot, (killed + 1) * MORE_TURNS)).join().unwrap()) {
        killed += 1;
        assert!(killed < 200, "every life comes further than the one before");
        if !garden.is_on_one_machine() {
            // Several machines share the database: what a dead one held is free when its lease ends.
            garden.wait(WIRE_LEASE + TimeDelta::minutes(1));
        }
    }
    killed
}

#[test]
fn whoever_is_killed_anywhere_goes_on_and_every_reader_is_served() {
    on_each_database(async |garden| {
        let killed = live_until_done(garden).await;
        assert!(killed >= 5, "killed {killed} times, which is too few to meet each step");
        let issue = garden.latest_issue().await;
        assert_eq!(garden.store.issues(9).await.unwrap().len(), 1, "one slot, one issue");
        assert_eq!(issue.state, IssueState::Finished);
        assert_eq!(garden.counts(issue.id).await, BTreeMap::from([("accepted", READERS as u64)]));
        assert_eq!(garden.store.unfinished_runs().await.unwrap(), []);

        let mails = garden.new_mails();
        let readers: BTreeSet<_> = mails.iter().map(|mail| &mail.to).collect();
        assert_eq!(readers.len(), READERS);
        // Who was killed between the relay's answer and the ledger sends that one mail again:
        // the same bytes, which mail programs show once.
        let distinct: BTreeSet<_> = mails.iter().map(|mail| (&mail.to, &mail.message_id)).collect();
        assert_eq!(distinct.len(), READERS);
        assert!(mails.iter().all(|mail| mails.iter().all(|other| mail.to != other.to || mail == other)));
        assert!(mails.len() <= READERS + killed, "{} mails after {killed} kills", mails.len());
        assert!(mails.iter().all(|mail| mail.about() == "nl: regenton slakken"));
    });
}

#[test]
fn whoever_would_rather_hold_than_double_never_doubles() {
    tell_with(&[("[mail]\n", "[mail]\nuncertain = \"hold\"\n")], async |garden| {
        live_until_done(&garden).await;
        let issue = garden.latest_issue().await;
        assert_eq!(issue.state, IssueState::Finished);
        let counts = garden.counts(issue.id).await;
        assert_eq!(counts.values().sum::<u64>(), READERS as u64);
        let uncertain = counts.get("uncertain").copied().unwrap_or_default();
        let mails = garden.new_mails();
        let readers: BTreeSet<_> = mails.iter().map(|mail| &mail.to).collect();
        assert_eq!(readers.len(), mails.len(), "nobody gets it twice");
        assert!(mails.len() as u64 + uncertain >= READERS as u64, "who has none is shown as uncertain: {counts:?}");
        garden.wait_a_week();
        assert_eq!(garden.digest().await, [], "what is held counts as received");
    });
}

#[test]
fn a_run_whose_holder_is_gone_is_gone_on_with_within_two_minutes() {
    on_each_database(async |garden| {
        garden.publish().await;
        garden.join_from("griet@lezers.example", "nl", "latest:1".parse().unwrap()).await;
        let run = garden.store.begin_run("weekly-digest", garden.now(), garden.now()).await.unwrap().unwrap();
        garden.wait(TimeDelta::minutes(2));
        let (runner, workflow) = (garden.runner().await, garden.workflow("weekly-digest"));
        if !garden.is_on_one_machine() {
            let elsewhere = garden.store.hold(&format!("run-{run}")).await.unwrap();
            runner.resume(std::slice::from_ref(&workflow)).await.unwrap();
            assert_eq!(garden.new_mails(), [], "it is going on another machine");
            drop(elsewhere);
            while garden.store.is_held(&format!("run-{run}")).await.unwrap() {
                tokio::task::yield_now().await;
            }
        }
        runner.resume(std::slice::from_ref(&workflow)).await.unwrap();
        assert_eq!(garden.new_mails().len(), 1);
        assert_eq!(garden.store.unfinished_runs().await.unwrap(), []);
    });
}
