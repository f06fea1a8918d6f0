//! Forgetting what was over long ago: the sums stay, and nobody gets anything again.

use chrono::TimeDelta;
use postduif::{
    outbox::{Outcome, State},
    storage::{Consent, Pruned, Subscribed},
    subscribers::SubscriberId,
};

use super::harness::{Publication, content, day, reader};
use crate::databases::on_each_database;

const WEB: Consent<'_> = Consent { wording: "2026-11", page: "/nl/", origin: "" };

#[test]
fn an_issue_keeps_its_sums_and_its_posts_and_nobody_gets_them_again() {
    on_each_database(async |database| {
        let (store, publication) = (&database.store, Publication(&database.store));
        for name in ["an", "bo", "cis"] {
            publication.join(&format!("{name}@example.org"), "nl", 0).await;
        }
        publication.publish("nl", &["a"], 1).await;
        let issue = publication.freeze(2).await.id;
        let claimed = publication.claim("worker", day(2)).await;
        publication.record(claimed[0].id, Outcome::Rejected { reply: "550 5.1.1 no".to_owned() }, day(2)).await;
        for delivery in &claimed[1..] {
            publication.record(delivery.id, super::harness::accepted(), day(2)).await;
        }
        let before = store.issue_counts(issue).await.unwrap();
        assert_eq!(store.prune(day(2), day(2), day(300)).await.unwrap(), Pruned::default(), "it was over on that day");

        let pruned = store.prune(day(3), day(3), day(300)).await.unwrap();
        assert_eq!(pruned, Pruned { mails: 3, ..Pruned::default() });
        assert_eq!(store.issue_counts(issue).await.unwrap(), before);
        assert_eq!(
            (publication.count(issue, State::Accepted).await, publication.count(issue, State::Rejected).await),
            (2, 1)
        );
        let archived = store.archived_issues(&["nl".parse().unwrap()]).await.unwrap();
        assert_eq!(archived[0].posts, ["a".parse().unwrap()]);
        assert_eq!(store.retry_issue(issue, true, day(301)).await.unwrap(), Some(0));

        publication.publish("nl", &["b"], 300).await;
        assert_eq!(publication.digest(301).await, ["nl: b"; 2], "the third was suppressed, and stays so");
        assert_eq!(store.prune(day(200), day(200), day(302)).await.unwrap(), Pruned::default(), "it does so once");
    });
}

#[test]
fn what_waits_and_what_is_young_is_kept() {
    on_each_database(async |database| {
        let (store, publication) = (&database.store, Publication(&database.store));
        publication.join("an@example.org", "nl", 0).await;
        publication.publish("nl", &["a"], 1).await;
        let issue = publication.freeze(2).await.id;
        assert_eq!(store.prune(day(200), day(200), day(200)).await.unwrap(), Pruned::default());
        assert_eq!(publication.count(issue, State::Planned).await, 1);
        publication.deliver(day(200)).await;
        assert_eq!(
            store.prune(day(199), day(199), day(201)).await.unwrap(),
            Pruned::default(),
            "it was sent yesterday"
        );
    });
}

#[test]
fn who_never_said_yes_is_forgotten_with_their_letter_and_who_was_here_is_not() {
    on_each_database(async |database| {
        let (store, publication) = (&database.store, Publication(&database.store));
        let ask = async |name: &str, on| {
            let new = reader(&format!("{name}@example.org"), "nl");
            let asked = store.subscribe(&new, &content("is it you?"), WEB, day(on)).await.unwrap();
            let Subscribed::Asked(asked) = asked else { panic!("{asked:?}") };
            asked.id
        };
        let (silent, late, again, left) =
            (ask("an", 1).await, ask("bo", 20).await, ask("cis", 1).await, ask("dre", 1).await);
        ask("cis", 20).await;
        store.unsubscribe(left, WEB, day(2)).await.unwrap();
        ask("dre", 3).await;
        publication.deliver(day(20)).await;
        let claimed_before = store.subscriber(silent).await.unwrap();
        assert!(claimed_before.is_some());
        let pruned = store.prune(day(-400), day(10), day(40)).await.unwrap();
        assert_eq!(pruned, Pruned { readers: 1, ..Pruned::default() });
        let is_there = async |id: SubscriberId| store.subscriber(id).await.unwrap().is_some();
        assert!(!is_there(silent).await && is_there(late).await && is_there(again).await && is_there(left).await);
        // The letters of all go when their time has come, and the address is free again.
        let pruned = store.prune(day(30), day(10), day(40)).await.unwrap();
        assert_eq!((pruned.mails, pruned.readers), (6, 0));
        ask("an", 41).await;
        let letters = publication.deliver(day(41) + TimeDelta::minutes(1)).await;
        assert_eq!(letters, [("an@example.org".to_owned(), "is it you?".to_owned())]);
    });
}

#[test]
fn runs_are_forgotten_but_for_the_last_of_each_workflow() {
    on_each_database(async |database| {
        let store = &database.store;
        for on in 0..4 {
            let run = store.begin_run("weekly", day(on), day(on)).await.unwrap().unwrap();
            store.finish_run(run, "done", day(on)).await.unwrap();
        }
        store.begin_run("daily", day(0), day(0)).await.unwrap();
        assert_eq!(store.prune(day(90), day(90), day(90)).await.unwrap(), Pruned { runs: 3, ..Pruned::default() });
        assert_eq!(store.last_slot("weekly", day(90)).await.unwrap(), Some(day(3)));
        assert_eq!(store.begin_run("weekly", day(3), day(90)).await.unwrap(), None, "it has had its run");
        assert_eq!(store.unfinished_runs().await.unwrap().len(), 1, "what is not done is not old");
    });
}
