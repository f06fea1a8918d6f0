//! Issues: who is due what, frozen once, and never the same post twice.

use postduif::{
    digest::Standing,
    outbox::{Exclusion, Outcome, State},
    storage::{Consent, IssueState, Preferences},
    subscribers::Cadence,
};

use super::harness::{Publication, accepted, compose, content, day, deferred, reader, release, request};
use crate::databases::on_each_database;

/// What changes when only the language does.
fn speaks(locale: &str) -> Preferences {
    let reader = reader("lien@example.org", locale);
    Preferences {
        locale: reader.locale,
        cadence: reader.cadence,
        topics: reader.topics,
        name: None,
        time_zone: None,
        pause_until: None,
    }
}

#[test]
fn a_slot_has_one_issue_however_often_it_is_frozen() {
    on_each_database(async |database| {
        let publication = Publication(&database.store);
        publication.join("lien@example.org", "nl", 0).await;
        publication.publish("nl", &["a"], 1).await;
        let first = publication.freeze(2).await;
        publication.publish("nl", &["b"], 2).await;
        let again = publication.freeze(2).await;
        assert_eq!(again, first);
        assert_eq!(publication.deliver(day(2)).await.len(), 1);
        assert_eq!(publication.freeze(2).await.state, IssueState::Finished);
    });
}

#[test]
fn an_issue_that_cannot_be_composed_is_not_frozen_at_all() {
    on_each_database(async |database| {
        let publication = Publication(&database.store);
        publication.join("lien@example.org", "nl", 0).await;
        publication.publish("nl", &["a"], 1).await;
        let standings = publication.standings().await;
        let failed = database.store.freeze_issue(request(&standings, 2), |_| Err("no template")).await;
        assert!(failed.is_err());
        assert!(database.store.issues(9).await.unwrap().is_empty());
        assert_eq!(publication.digest(2).await, ["nl: a"]);
    });
}

#[test]
fn a_translation_that_comes_late_comes_once() {
    on_each_database(async |database| {
        let publication = Publication(&database.store);
        publication.join("lien@example.org", "nl", 0).await;
        publication.join("luc@example.org", "fr", 0).await;
        publication.publish("nl", &["a", "b"], 1).await;
        publication.publish("fr", &["b"], 1).await;
        assert_eq!(publication.digest(2).await, ["nl: a b", "fr: b"]);
        publication.publish("fr", &["a"], 8).await;
        assert_eq!(publication.digest(9).await, ["fr: a"]);
        assert!(publication.digest(16).await.is_empty());
    });
}

#[test]
fn who_changes_language_gets_nothing_twice_and_misses_nothing() {
    on_each_database(async |database| {
        let publication = Publication(&database.store);
        let lien = publication.join("lien@example.org", "nl", 0).await;
        publication.publish("nl", &["a", "b"], 1).await;
        publication.publish("fr", &["b"], 1).await;
        assert_eq!(publication.digest(2).await, ["nl: a b"]);
        publication.publish("nl", &["c"], 3).await;
        let store = &database.store;
        store.change_preferences(lien, &speaks("fr"), Consent::default(), day(3)).await.unwrap();
        // "a" was read in Dutch, "c" was not; both come in French later.
        publication.publish("fr", &["d", "a", "c"], 8).await;
        assert_eq!(publication.digest(9).await, ["fr: d c"]);
        publication.publish("nl", &["d", "e"], 10).await;
        store.change_preferences(lien, &speaks("nl"), Consent::default(), day(11)).await.unwrap();
        assert_eq!(publication.digest(16).await, ["nl: e"]);
    });
}

#[test]
fn who_changes_language_while_a_mail_is_on_its_way_does_not_get_it_twice() {
    on_each_database(async |database| {
        let (store, publication) = (&database.store, Publication(&database.store));
        let lien = publication.join("lien@example.org", "nl", 0).await;
        publication.publish("nl", &["a"], 1).await;
        publication.publish("fr", &["a"], 1).await;
        publication.freeze(2).await;
        let claimed = publication.claim("worker", day(2)).await;
        publication.mark("worker", &[claimed[0].id], day(2)).await;
        store.change_preferences(lien, &speaks("fr"), Consent::default(), day(2)).await.unwrap();
        publication.record(claimed[0].id, accepted(), day(2)).await;
        publication.publish("fr", &["b"], 8).await;
        assert_eq!(publication.digest(9).await, ["fr: b"]);
    });
}

#[test]
fn a_change_of_topics_or_pace_repeats_nothing() {
    on_each_database(async |database| {
        let (store, publication) = (&database.store, Publication(&database.store));
        let lien = publication.join("lien@example.org", "nl", 0).await;
        publication.publish("nl", &["rug-1", "knie-1"], 1).await;
        assert_eq!(publication.digest(2).await, ["nl: rug-1 knie-1"]);
        let mut wish = speaks("nl");
        wish.topics = "knie".parse().unwrap();
        store.change_preferences(lien, &wish, Consent::default(), day(3)).await.unwrap();
        publication.publish("nl", &["rug-2", "knie-2"], 8).await;
        assert_eq!(publication.digest(9).await, ["nl: knie-2"]);
        wish.cadence = Cadence::Daily;
        store.change_preferences(lien, &wish, Consent::default(), day(10)).await.unwrap();
        publication.publish("nl", &["knie-3"], 15).await;
        assert!(publication.digest(16).await.is_empty(), "they get no weekly digest any more");
    });
}

#[test]
fn nothing_new_is_counted_and_sends_nothing() {
    on_each_database(async |database| {
        let (store, publication) = (&database.store, Publication(&database.store));
        let lien = publication.join("lien@example.org", "nl", 0).await;
        publication.join("luc@example.org", "xx", 0).await;
        let issue = publication.freeze(1).await;
        assert_eq!((issue.planned, issue.nothing_new), (0, 2));
        assert_eq!(issue.state, IssueState::Finished);
        // What is not newsworthy moves the cursor and no mail.
        publication.publish("nl", &["a-old"], 2).await;
        assert_eq!(publication.freeze(3).await.nothing_new, 2);
        assert_eq!(store.subscriber(lien).await.unwrap().unwrap().cursor, 1);
        assert!(publication.deliver(day(3)).await.is_empty());
    });
}

#[test]
fn the_next_digest_takes_along_what_the_last_could_not_deliver() {
    on_each_database(async |database| {
        let (store, publication) = (&database.store, Publication(&database.store));
        publication.join("lien@example.org", "nl", 0).await;
        publication.publish("nl", &["a"], 1).await;
        let first = publication.freeze(2).await;
        let claimed = publication.claim("worker", day(2)).await;
        publication.record(claimed[0].id, deferred(), day(2)).await;
        assert_eq!(publication.count(first.id, State::Deferred).await, 1);
        publication.publish("nl", &["b"], 8).await;
        assert_eq!(publication.digest(9).await, ["nl: a b"]);
        assert_eq!(publication.count(first.id, State::Superseded).await, 1);
        let first = store.issue(first.id).await.unwrap().unwrap();
        assert_eq!((first.state, first.finished_at), (IssueState::Finished, Some(day(9))));
    });
}

#[test]
fn who_has_a_mail_on_its_way_is_excluded_and_served_next_time() {
    on_each_database(async |database| {
        let (store, publication) = (&database.store, Publication(&database.store));
        publication.join("lien@example.org", "nl", 0).await;
        publication.publish("nl", &["a"], 1).await;
        publication.freeze(2).await;
        let claimed = publication.claim("worker", day(2)).await;
        publication.publish("nl", &["b"], 2).await;
        assert_eq!(publication.plan(3).await.excluded[&Exclusion::InFlight], 1);
        let second = publication.freeze(3).await;
        let counts = store.issue_counts(second.id).await.unwrap();
        assert_eq!((counts.planned, counts.of(State::Excluded)), (1, 1));
        assert_eq!(counts.excluded[&Exclusion::InFlight], 1);
        assert_eq!(second.state, IssueState::Finished);
        publication.record(claimed[0].id, accepted(), day(3)).await;
        assert_eq!(publication.digest(4).await, ["nl: b"]);
    });
}

#[test]
fn a_plan_says_what_freezing_then_does() {
    on_each_database(async |database| {
        let publication = Publication(&database.store);
        for n in 0..7 {
            publication.join(&format!("nl{n}@example.org"), "nl", 0).await;
        }
        publication.join("luc@example.org", "fr", 0).await;
        publication.publish("nl", &["a", "b"], 1).await;
        let plan = publication.plan(2).await;
        assert_eq!((plan.recipients, plan.nothing_new), (7, 1));
        assert_eq!(plan.cohorts.len(), 1);
        assert_eq!(compose(&plan.cohorts[0].key), Ok(content("nl: a b")));
        assert_eq!(plan.cohorts[0].recipients, 7);
        assert_eq!(publication.plan(2).await, plan, "planning changes nothing");
        let issue = publication.freeze(2).await;
        assert_eq!((issue.planned, issue.nothing_new), (plan.recipients, plan.nothing_new));
        let claimed = publication.claim("worker", day(2)).await;
        let ordinals: Vec<_> = claimed.iter().map(|delivery| delivery.ordinal).collect();
        assert_eq!(ordinals, [1, 2, 3, 4, 5, 6, 7]);
    });
}

#[test]
fn a_plan_counts_what_would_be_published_before() {
    on_each_database(async |database| {
        let publication = Publication(&database.store);
        publication.join("lien@example.org", "nl", 0).await;
        publication.publish("nl", &["a"], 1).await;
        let expected = [release("nl", "b", 2), release("fr", "b", 2)];
        let plan = publication.plan_with(&expected, 2).await;
        assert_eq!(compose(&plan.cohorts[0].key), Ok(content("nl: a b")));
        assert_eq!(database.store.all_releases().await.unwrap().len(), 1);
    });
}

#[test]
fn a_post_that_its_writer_refuses_goes_into_no_digest_and_holds_nobody_up() {
    on_each_database(async |database| {
        let publication = Publication(&database.store);
        publication.join("lien@example.org", "nl", 0).await;
        publication.publish("nl", &["a", "b"], 1).await;
        let mut standings = publication.standings().await;
        standings.insert(("nl".parse().unwrap(), super::harness::slug("a")), Standing::Refused);
        database.store.freeze_issue(request(&standings, 2), compose).await.unwrap();
        assert_eq!(publication.deliver(day(2)).await[0].1, "nl: b");
        assert!(publication.digest(9).await.is_empty());
    });
}

#[test]
fn an_issue_waits_for_approval_and_can_be_paused_and_cancelled() {
    on_each_database(async |database| {
        let (store, publication) = (&database.store, Publication(&database.store));
        publication.join("lien@example.org", "nl", 0).await;
        publication.publish("nl", &["a"], 1).await;
        let standings = publication.standings().await;
        let mut asks = request(&standings, 2);
        asks.departure.approve_by = Some(day(9));
        let issue = store.freeze_issue(asks, compose).await.unwrap().issue;
        assert_eq!(issue.state, IssueState::Waiting);
        assert!(publication.claim("worker", day(2)).await.is_empty());
        assert_eq!(store.next_due().await.unwrap(), None);
        assert!(store.approve_issue(issue.id, day(2)).await.unwrap());
        assert_eq!(store.next_due().await.unwrap(), Some(day(2)));
        assert!(store.pause_issue(issue.id, day(2)).await.unwrap());
        assert!(!store.pause_issue(issue.id, day(2)).await.unwrap());
        assert!(publication.claim("worker", day(2)).await.is_empty());
        assert!(store.cancel_issue(issue.id, day(3)).await.unwrap());
        assert!(!store.approve_issue(issue.id, day(3)).await.unwrap());
        assert_eq!(publication.count(issue.id, State::Cancelled).await, 1);
        let issue = store.issue(issue.id).await.unwrap().unwrap();
        assert_eq!((issue.state, issue.finished_at), (IssueState::Cancelled, Some(day(3))));
        assert_eq!(publication.digest(9).await, ["nl: a"], "its posts come with the next");
    });
}

#[test]
fn an_issue_that_is_paused_takes_back_what_is_claimed_and_not_on_the_wire() {
    on_each_database(async |database| {
        let (store, publication) = (&database.store, Publication(&database.store));
        for name in ["an", "bo", "cis"] {
            publication.join(&format!("{name}@example.org"), "nl", 0).await;
        }
        publication.publish("nl", &["a"], 1).await;
        let issue = publication.freeze(2).await.id;
        let ids: Vec<_> = publication.claim("worker", day(2)).await.iter().map(|delivery| delivery.id).collect();
        assert_eq!(publication.mark("worker", &ids[..1], day(2)).await, ids[..1]);
        assert!(store.pause_issue(issue, day(2)).await.unwrap());
        assert_eq!(store.still_held("worker", &ids).await.unwrap().into_iter().collect::<Vec<_>>(), ids[..1]);
        assert_eq!(publication.mark("worker", &ids[1..], day(2)).await, [], "nothing of it leaves");
        assert_eq!(
            (publication.count(issue, State::Claimed).await, publication.count(issue, State::Planned).await),
            (1, 2)
        );
        publication.record(ids[0], accepted(), day(2)).await;
        assert!(!store.approve_issue(issue, day(2)).await.unwrap(), "it does not wait for approval");
        assert!(store.resume_issue(issue, day(2)).await.unwrap());
        assert_eq!(publication.deliver(day(2)).await.len(), 2);
        assert_eq!(publication.count(issue, State::Accepted).await, 3);
    });
}

#[test]
fn what_was_rejected_is_not_tried_again_for_who_left_or_has_its_posts_by_now() {
    on_each_database(async |database| {
        let (store, publication) = (&database.store, Publication(&database.store));
        let an = publication.join("an@example.org", "nl", 0).await;
        for name in ["bo", "cis"] {
            publication.join(&format!("{name}@example.org"), "nl", 0).await;
        }
        publication.publish("nl", &["a"], 1).await;
        let first = publication.freeze(2).await.id;
        let reject = async |on| {
            for delivery in publication.claim("worker", day(on)).await {
                let outcome = Outcome::Rejected { reply: "550 no".to_owned() };
                publication.record(delivery.id, outcome, day(on)).await;
            }
        };
        reject(2).await;
        assert_eq!(store.issue_replies(first, 9).await.unwrap()[0].count, 3);
        store.unsubscribe(an, Consent { wording: "1", page: "/s/", origin: "" }, day(3)).await.unwrap();
        assert_eq!(store.retry_issue(first, false, day(3)).await.unwrap(), Some(2), "an has left");
        reject(3).await;
        // The next digest brings the same post.
        assert_eq!(publication.digest(9).await.len(), 2);
        assert_eq!(store.retry_issue(first, false, day(10)).await.unwrap(), Some(0));
        assert_eq!(store.issue(first).await.unwrap().unwrap().state, IssueState::Finished);
    });
}

#[test]
fn a_post_that_cannot_be_had_comes_later_and_what_went_out_past_it_does_not_come_again() {
    on_each_database(async |database| {
        let (store, publication) = (&database.store, Publication(&database.store));
        let lien = publication.join("lien@example.org", "nl", 0).await;
        publication.publish("nl", &["a", "b", "c"], 1).await;
        let frozen = publication.freeze_without(&[("nl", "b")], 2).await;
        assert_eq!(frozen.held.into_values().collect::<Vec<_>>(), [1]);
        assert_eq!(publication.deliver(day(2)).await[0].1, "nl: a c");
        assert_eq!(store.subscriber(lien).await.unwrap().unwrap().cursor, 1);
        assert!(publication.digest_without(&[("nl", "b")], 9).await.is_empty());
        publication.publish("nl", &["d"], 10).await;
        assert_eq!(publication.digest(16).await, ["nl: b d"]);
        assert_eq!(store.subscriber(lien).await.unwrap().unwrap().cursor, 4);
        assert!(publication.digest(23).await.is_empty());
    });
}

#[test]
fn what_went_out_past_a_held_post_is_known_in_another_language_too() {
    on_each_database(async |database| {
        let (store, publication) = (&database.store, Publication(&database.store));
        let lien = publication.join("lien@example.org", "nl", 0).await;
        publication.publish("nl", &["a", "b", "c"], 1).await;
        publication.publish("fr", &["c", "a", "b"], 1).await;
        assert_eq!(publication.digest_without(&[("nl", "b")], 2).await, ["nl: a c"]);
        store.change_preferences(lien, &speaks("fr"), Consent::default(), day(3)).await.unwrap();
        assert_eq!(publication.digest(9).await, ["fr: b"]);
        store.change_preferences(lien, &speaks("nl"), Consent::default(), day(10)).await.unwrap();
        assert!(publication.digest(16).await.is_empty());
    });
}

#[test]
fn a_post_that_could_not_be_had_for_too_long_is_given_up() {
    on_each_database(async |database| {
        let (store, publication) = (&database.store, Publication(&database.store));
        let lien = publication.join("lien@example.org", "nl", 0).await;
        publication.publish("nl", &["a", "b"], 1).await;
        assert_eq!(publication.digest_without(&[("nl", "a")], 2).await, ["nl: b"]);
        let frozen = publication.freeze_without(&[("nl", "a")], 61).await;
        assert_eq!((frozen.held.len(), frozen.given_up.len()), (1, 0));
        let frozen = publication.freeze_without(&[("nl", "a")], 62).await;
        assert_eq!((frozen.held.len(), frozen.given_up.len()), (0, 1));
        assert_eq!(store.subscriber(lien).await.unwrap().unwrap().cursor, 2);
    });
}
