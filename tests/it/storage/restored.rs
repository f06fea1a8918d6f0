//! A database that was put back holds what may have left, gives no number again, and sends only what is new.

use postduif::{
    outbox::State,
    storage::{Settled, Store},
};

use super::harness::{Publication, day};
use crate::databases::on_each_database;

#[test]
fn what_was_still_to_come_is_held_and_what_is_written_later_goes_to_each_once() {
    on_each_database(async |database| {
        let (store, publication) = (&database.store, Publication(&database.store));
        let lien = publication.join("lien@example.org", "nl", 0).await;
        publication.publish("nl", &["a"], 1).await;
        let issue = publication.freeze(1).await;
        let run = store.begin_run("weekly", day(1), day(1)).await.unwrap();
        assert!(run.is_some());

        let settled = store.settle_restored(day(2)).await.unwrap();
        assert_eq!(settled, Settled { held: 1, runs: 1, served: 1 });
        assert!(publication.deliver(day(2)).await.is_empty());
        let counts = store.issue_counts(issue.id).await.unwrap();
        assert!(counts.add_up() && counts.of(State::Uncertain) == 1, "{counts:?}");
        assert_eq!(store.last_slot("weekly", day(9)).await.unwrap(), Some(day(2)), "what was due is not made up for");
        assert_eq!(store.unfinished_runs().await.unwrap(), []);

        // That was out already when the database was lost.
        publication.publish("nl", &["a", "b"], 3).await;
        assert_eq!(publication.freeze(3).await.planned, 0);
        publication.publish("nl", &["a", "b", "c"], 4).await;
        let issue = publication.freeze(4).await;
        assert_eq!(issue.planned, 1);
        let sent = publication.deliver(day(4)).await;
        assert_eq!(sent.len(), 1);
        let bo = publication.join("bo@example.org", "nl", 4).await;
        let first = store.deliveries_to(lien, 10).await.unwrap();
        let [new, old] = first.as_slice() else { panic!("{first:?}") };
        assert!(bo.0 > lien.0 + 1_000_000 && new.id.0 > old.id.0 + 1_000_000, "{bo:?} {first:?}");
    });
}

#[test]
fn no_issue_gets_a_number_that_was_given_since_the_copy_was_made() {
    on_each_database(async |database| {
        let (store, publication) = (&database.store, Publication(&database.store));
        store.raise_tide(day(0)).await.unwrap();
        let first = publication.freeze(1).await.id.0;
        assert_eq!(publication.freeze(2).await.id.0, first + 1);
        store.settle_restored(day(3)).await.unwrap();
        let minutes = 3 * 24 * 60;
        let after = publication.freeze(4).await.id.0;
        let passed_over = after - first;
        assert!((minutes..minutes + 1_100).contains(&passed_over), "beyond all, and short still: {passed_over}");
        assert_eq!(publication.freeze(5).await.id.0, after + 1);
    });
}

#[test]
fn no_issue_gets_a_number_again_when_the_same_copy_is_put_back_twice() {
    on_each_database(async |database| {
        database.store.raise_tide(day(0)).await.unwrap();
        let copy = database.folder().join("copy.db");
        if !database.store.copy_into(&copy).await.unwrap() {
            return; // A server copies its databases itself.
        }
        let mut given = Vec::new();
        for on in [1, 2] {
            let put_back = database.folder().join(format!("again-{on}.db"));
            std::fs::copy(&copy, &put_back).unwrap();
            let store = Store::open(&format!("sqlite:{}", put_back.display())).await.unwrap();
            store.settle_restored(day(on)).await.unwrap();
            for slot in [1, 2] {
                given.push(Publication(&store).freeze(10 * on + slot).await.id.0);
            }
        }
        assert!(given.is_sorted_by(|one, next| one < next), "{given:?}");
    });
}

#[test]
fn the_tide_only_grows() {
    on_each_database(async |database| {
        let (store, publication) = (&database.store, Publication(&database.store));
        let fence = postduif::storage::Fence::of(database.folder());
        store.raise_tide(day(5)).await.unwrap();
        let copied = store.tidemark().await.unwrap();
        fence.note(&copied).unwrap();
        assert_eq!(fence.unknown_until(&copied).unwrap(), None);
        store.raise_tide(day(1)).await.unwrap();
        fence.note(&store.tidemark().await.unwrap()).unwrap();
        assert!(fence.unknown_until(&copied).unwrap().is_some(), "a clock that goes back changes nothing");
        publication.join("lien@example.org", "nl", 0).await;
        publication.publish("nl", &["a"], 6).await;
        publication.freeze(6).await;
        let before = store.tidemark().await.unwrap();
        fence.note(&before).unwrap();
        assert_eq!(publication.deliver(day(7)).await.len(), 1);
        fence.note(&store.tidemark().await.unwrap()).unwrap();
        assert_eq!(fence.unknown_until(&before).unwrap(), Some(day(7)), "mail that leaves moves it on");
    });
}
