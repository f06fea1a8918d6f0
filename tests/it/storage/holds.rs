//! Who is at work, as several machines that share a server see it.

use std::time::Duration;

use postduif::storage::Store;
use tokio::time::timeout;

use crate::databases::on_each_database;

/// Longer than a server takes to see that a session has ended.
const PATIENCE: Duration = Duration::from_secs(30);

async fn until_free(store: &Store, name: &str) {
    while store.is_held(name).await.unwrap() {
        tokio::task::yield_now().await;
    }
}

#[test]
fn what_is_held_is_seen_by_others_until_its_holder_is_gone() {
    on_each_database(async |database| {
        let other = database.open_again().await;
        let hold = database.store.hold("run-1").await.unwrap();
        // On one machine lock files do it.
        let shared = database.file().is_none();
        assert_eq!(other.is_held("run-1").await.unwrap(), shared);
        assert_eq!(database.store.is_held("run-1").await.unwrap(), shared, "its own process sees it too");
        assert!(!other.is_held("run-2").await.unwrap());
        drop(hold);
        timeout(PATIENCE, until_free(&other, "run-1")).await.unwrap();
        other.close().await;
    });
}

#[test]
fn who_wants_what_is_held_waits_for_it() {
    on_each_database(async |database| {
        let other = database.open_again().await;
        let first = database.store.hold("run-1").await.unwrap();
        let second = tokio::spawn(async move { other.hold("run-1").await.unwrap() });
        drop(first);
        let second = timeout(PATIENCE, second).await.unwrap().unwrap();
        assert_eq!(database.store.is_held("run-1").await.unwrap(), database.file().is_none());
        drop(second);
        timeout(PATIENCE, until_free(&database.store, "run-1")).await.unwrap();
    });
}
