//! Deliveries: claimed once, recovered after a crash, and settled for good.

use std::collections::HashSet;

use postduif::{
    outbox::{CLAIM_LEASE, Exclusion, Outcome, State, WIRE_LEASE, retry},
    storage::{Consent, FreezeRequest, IssueState, Store},
    subscribers::{Cadence, NewSubscriber},
};

use super::harness::{HOLD, Publication, RESEND, accepted, asking, compose, content, day, deferred, reader, request};
use crate::databases::on_each_database;

/// One reader, one post, frozen on day 2.
async fn one_delivery(store: &Store) -> postduif::storage::Issue {
    let publication = Publication(store);
    publication.join("lien@example.org", "nl", 0).await;
    publication.publish("nl", &["a"], 1).await;
    publication.freeze(2).await
}

#[test]
fn workers_in_two_processes_never_get_the_same_delivery() {
    on_each_database(async |database| {
        let publication = Publication(&database.store);
        let readers: Vec<_> = (0..500).map(|n| reader(&format!("reader{n}@example.org"), "nl")).collect();
        database.store.add_subscribers(&readers, Default::default(), &Default::default(), day(0)).await.unwrap();
        publication.publish("nl", &["a"], 1).await;
        publication.freeze(2).await;
        let other = database.open_again().await;
        let work = async |store: &Store, name: &str| {
            let mut ids = Vec::new();
            loop {
                let claimed = store.claim(asking(name, day(2), 17)).await.unwrap();
                if claimed.is_empty() {
                    return ids;
                }
                ids.extend(claimed.into_iter().map(|delivery| delivery.id));
            }
        };
        let (a, b, c) = tokio::join!(work(&database.store, "a"), work(&other, "b"), work(&database.store, "c"),);
        let all: Vec<_> = [a, b, c].concat();
        assert_eq!(all.len(), 500);
        assert_eq!(all.iter().collect::<HashSet<_>>().len(), 500);
        other.close().await;
    });
}

#[test]
fn a_worker_that_dies_before_the_wire_loses_nothing() {
    on_each_database(async |database| {
        let (store, publication) = (&database.store, Publication(&database.store));
        let issue = one_delivery(store).await;
        let dead = publication.claim("dead", day(2)).await;
        assert_eq!(store.recover(RESEND, day(2)).await.unwrap(), 0, "its lease still runs");
        assert!(publication.claim("other", day(2)).await.is_empty());
        let later = day(2) + CLAIM_LEASE;
        assert_eq!(store.next_due().await.unwrap(), Some(later));
        assert_eq!(store.recover(RESEND, later).await.unwrap(), 1);
        assert_eq!(publication.count(issue.id, State::Planned).await, 1);
        let again = publication.claim("other", later).await;
        assert_eq!(again[0].id, dead[0].id, "the same Message-ID");
        assert_eq!(again[0].attempts, 0, "nobody's attempt was burnt");
        // The dead one was only slow: of the two, one goes out.
        let ids = [again[0].id];
        assert!(publication.mark("dead", &ids, later).await.is_empty());
        assert_eq!(publication.mark("other", &ids, later).await, ids);
        assert!(publication.mark("dead", &ids, later).await.is_empty());
        assert_eq!(publication.mark("other", &ids, later).await, ids, "who did not hear the answer may ask again");
    });
}

#[test]
fn a_worker_that_dies_on_the_wire_leaves_a_doubt_that_is_resolved_by_sending_again() {
    on_each_database(async |database| {
        let (store, publication) = (&database.store, Publication(&database.store));
        let issue = one_delivery(store).await;
        let claimed = publication.claim("dead", day(2)).await;
        publication.mark("dead", &[claimed[0].id], day(2)).await;
        let later = day(2) + WIRE_LEASE;
        assert_eq!(store.recover(RESEND, later).await.unwrap(), 1);
        assert_eq!(publication.count(issue.id, State::Uncertain).await, 1);
        // It may have arrived: the next digest neither doubles it nor takes it over.
        publication.publish("nl", &["b"], 2).await;
        let second = publication.freeze(3).await;
        assert_eq!(publication.count(second.id, State::Excluded).await, 1);
        let again = publication.deliver(later).await;
        assert_eq!(again, [("lien@example.org".to_owned(), "nl: a".to_owned())]);
        assert_eq!(publication.count(issue.id, State::Accepted).await, 1);
        assert_eq!(publication.digest(4).await, ["nl: b"]);
    });
}

#[test]
fn a_doubt_that_is_held_counts_as_received() {
    on_each_database(async |database| {
        let (store, publication) = (&database.store, Publication(&database.store));
        let issue = one_delivery(store).await;
        let claimed = publication.claim("dead", day(2)).await;
        publication.mark("dead", &[claimed[0].id], day(2)).await;
        assert_eq!(store.workers().await.unwrap(), ["dead"]);
        assert_eq!(store.recover_worker("dead", HOLD, day(2)).await.unwrap(), 1);
        assert!(store.workers().await.unwrap().is_empty());
        assert_eq!(publication.count(issue.id, State::Uncertain).await, 1);
        let issue = store.issue(issue.id).await.unwrap().unwrap();
        assert_eq!(issue.state, IssueState::Finished);
        publication.publish("nl", &["b"], 8).await;
        assert_eq!(publication.digest(9).await, ["nl: b"]);
    });
}

#[test]
fn an_answer_that_comes_after_the_lease_still_counts() {
    on_each_database(async |database| {
        let (store, publication) = (&database.store, Publication(&database.store));
        let issue = one_delivery(store).await;
        let claimed = publication.claim("slow", day(2)).await;
        publication.mark("slow", &[claimed[0].id], day(2)).await;
        store.recover(RESEND, day(3)).await.unwrap();
        publication.record(claimed[0].id, accepted(), day(3)).await;
        assert_eq!(publication.count(issue.id, State::Accepted).await, 1);
        assert!(publication.deliver(day(4)).await.is_empty());
        // And one that comes after the end changes nothing.
        publication.record(claimed[0].id, deferred(), day(4)).await;
        assert_eq!(publication.count(issue.id, State::Accepted).await, 1);
    });
}

#[test]
fn who_unsubscribes_after_the_freeze_gets_nothing_and_is_counted() {
    on_each_database(async |database| {
        let (store, publication) = (&database.store, Publication(&database.store));
        let mut all = Vec::new();
        for name in ["before", "claimed", "stays"] {
            all.push(publication.join(&format!("{name}@example.org"), "nl", 0).await);
        }
        publication.publish("nl", &["a"], 1).await;
        let issue = publication.freeze(2).await;
        store.unsubscribe(all[0], Consent::default(), day(2)).await.unwrap();
        let claimed = publication.claim("worker", day(2)).await;
        assert_eq!(claimed.len(), 2);
        store.unsubscribe(all[1], Consent::default(), day(2)).await.unwrap();
        let ids: Vec<_> = claimed.iter().map(|delivery| delivery.id).collect();
        let granted = publication.mark("worker", &ids, day(2)).await;
        assert_eq!(granted, [claimed[1].id]);
        publication.record(granted[0], accepted(), day(2)).await;
        let counts = store.issue_counts(issue.id).await.unwrap();
        assert_eq!(counts.excluded[&Exclusion::Unsubscribed], 2);
        assert!(counts.add_up() && counts.of(State::Accepted) == 1);
        let issue = store.issue(issue.id).await.unwrap().unwrap();
        assert_eq!(issue.state, IssueState::Finished);
    });
}

#[test]
fn a_deferred_delivery_comes_back_and_gives_up_after_three_days() {
    on_each_database(async |database| {
        let (store, publication) = (&database.store, Publication(&database.store));
        let issue = one_delivery(store).await;
        let mut now = day(2);
        let mut attempts = 0;
        while let claimed = publication.claim("worker", now).await
            && let Some(delivery) = claimed.first()
        {
            assert_eq!(delivery.attempts, attempts);
            attempts += 1;
            publication.record(delivery.id, deferred(), now).await;
            now = store.next_due().await.unwrap().unwrap_or(now);
        }
        assert!(now - day(2) <= retry::GIVE_UP_AFTER && attempts > 10, "{attempts}");
        assert_eq!(publication.count(issue.id, State::Rejected).await, 1);
        assert_eq!(publication.freeze(9).await.planned, 1, "its post was not received");
    });
}

#[test]
fn a_fault_of_the_relay_burns_nobody_s_attempt() {
    on_each_database(async |database| {
        let (store, publication) = (&database.store, Publication(&database.store));
        let issue = one_delivery(store).await;
        let claimed = publication.claim("worker", day(2)).await;
        let fault = Outcome::Fault { reason: "connection refused".to_owned() };
        publication.record(claimed[0].id, fault, day(2)).await;
        assert_eq!(publication.count(issue.id, State::Planned).await, 1);
        assert!(publication.claim("worker", day(2)).await.is_empty());
        let later = day(2) + retry::FAULT_PAUSE;
        assert_eq!(store.next_due().await.unwrap(), Some(later));
        assert_eq!(publication.claim("worker", later).await[0].attempts, 0);
    });
}

#[test]
fn a_rejected_mail_ends_its_delivery_and_moves_no_cursor() {
    on_each_database(async |database| {
        let (store, publication) = (&database.store, Publication(&database.store));
        let issue = one_delivery(store).await;
        let claimed = publication.claim("worker", day(2)).await;
        let rejected = Outcome::Rejected { reply: "550 5.1.1 no such user".to_owned() };
        publication.record(claimed[0].id, rejected, day(2)).await;
        assert_eq!(publication.count(issue.id, State::Rejected).await, 1);
        let lien = store.subscriber(claimed[0].subscriber).await.unwrap().unwrap();
        assert_eq!(lien.cursor, 0);
    });
}

#[test]
fn an_answer_to_a_person_goes_before_a_digest() {
    on_each_database(async |database| {
        let (store, publication) = (&database.store, Publication(&database.store));
        one_delivery(store).await;
        let luc = reader("luc@example.org", "nl");
        store.subscribe(&luc, &content("is it you?"), Consent::default(), day(2)).await.unwrap();
        let first = store.claim(asking("worker", day(2), 1)).await.unwrap();
        assert_eq!(first[0].email, luc.email);
        assert_eq!(publication.deliver(day(2)).await.len(), 1);
    });
}

#[test]
fn a_slot_of_a_workflow_is_begun_once() {
    on_each_database(async |database| {
        let store = &database.store;
        assert_eq!(store.last_slot("weekly", day(9)).await.unwrap(), None);
        let run = store.begin_run("weekly", day(1), day(1)).await.unwrap().unwrap();
        assert_eq!(store.begin_run("weekly", day(1), day(1)).await.unwrap(), None);
        assert_eq!(store.unfinished_runs().await.unwrap().len(), 1);
        store.finish_run(run, "done", day(2)).await.unwrap();
        assert!(store.unfinished_runs().await.unwrap().is_empty());
        store.begin_run("weekly", day(8), day(8)).await.unwrap().unwrap();
        assert_eq!(store.last_slot("weekly", day(9)).await.unwrap(), Some(day(8)));
        let runs = store.runs(9).await.unwrap();
        assert_eq!(runs[1].outcome.as_deref(), Some("done"));
        assert_eq!((runs.len(), runs[0].finished_at), (2, None));
    });
}

#[test]
fn what_went_to_a_subscriber_is_known_newest_first() {
    on_each_database(async |database| {
        let store = &database.store;
        let issue = one_delivery(store).await;
        let lien = store.subscriber_by_email(&"lien@example.org".parse().unwrap()).await.unwrap().unwrap();
        let sent = store.deliveries_to(lien.id, 10).await.unwrap();
        assert_eq!((sent[0].issue, sent[0].state, sent[0].attempts), (Some(issue.id), State::Planned, 0));
        assert!(sent.is_sorted_by_key(|delivery| std::cmp::Reverse(delivery.id.0)), "{sent:?}");
        assert_eq!(store.deliveries_to(lien.id, 0).await.unwrap(), []);
    });
}

#[test]
fn issues_take_turns_and_a_new_one_has_none_to_catch_up_with() {
    on_each_database(async |database| {
        let (store, publication) = (&database.store, Publication(&database.store));
        for (cadence, readers) in [(Cadence::Weekly, 100), (Cadence::Daily, 25)] {
            let joining = |n| NewSubscriber { cadence, ..reader(&format!("{cadence}{n}@example.org"), "nl") };
            let readers: Vec<_> = (0..readers).map(joining).collect();
            store.add_subscribers(&readers, Default::default(), &Default::default(), day(0)).await.unwrap();
        }
        publication.publish("nl", &["a"], 1).await;
        let freeze = async |cadence: Cadence| {
            let (standings, workflow) = (publication.standings().await, cadence.to_string());
            let request = FreezeRequest { workflow: &workflow, cadence, ..request(&standings, 2) };
            store.freeze_issue(request, compose).await.unwrap().issue.id
        };
        let claim = async || -> Vec<_> {
            let claimed = store.claim(asking("worker", day(9), 10)).await.unwrap();
            claimed.into_iter().filter_map(|delivery| delivery.issue).collect()
        };
        let large = freeze(Cadence::Weekly).await;
        for _ in 0..4 {
            assert_eq!(claim().await, [large; 10]);
        }
        let small = freeze(Cadence::Daily).await;
        let mut turns = Vec::new();
        loop {
            let claimed = claim().await;
            let Some(first) = claimed.first() else { break };
            assert!(claimed.iter().all(|issue| issue == first), "{claimed:?}");
            turns.push((*first, claimed.len()));
        }
        let (l, s) = ((large, 10), (small, 10));
        let expected = [l, s, l, s, l, (small, 5), l, l, l];
        assert_eq!(turns, expected);
        assert_eq!(store.next_due().await.unwrap(), Some(day(9) + CLAIM_LEASE));
    });
}
