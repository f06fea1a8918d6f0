//! Releases are made once and counted without gaps.

use super::harness::{Publication, day, release};
use crate::databases::on_each_database;

#[test]
fn a_release_is_made_once_however_often_it_is_said() {
    on_each_database(async |database| {
        let publication = Publication(&database.store);
        let first = publication.publish("nl", &["a", "b"], 1).await;
        assert_eq!(first.iter().map(|r| r.sequence).collect::<Vec<_>>(), [1, 2]);
        let again = publication.publish("nl", &["b", "c", "c", "a"], 9).await;
        assert_eq!(again.len(), 1);
        assert_eq!((again[0].post.as_str(), again[0].sequence), ("c", 3));
        let kept = database.store.releases(&"nl".parse().unwrap()).await.unwrap();
        assert_eq!(kept[..2], first, "date and guid stay as they were");
        publication.publish("fr", &["c"], 9).await;
        assert_eq!(database.store.all_releases().await.unwrap().len(), 4);
        assert!(database.store.record_releases(&[], day(9)).await.unwrap().is_empty());
    });
}

#[test]
fn the_releases_of_some_posts_come_with_the_last_of_each_locale() {
    on_each_database(async |database| {
        let publication = Publication(&database.store);
        publication.publish("nl", &["a", "b", "c"], 1).await;
        publication.publish("fr", &["b"], 2).await;
        let [nl, fr, en] = ["nl", "fr", "en"].map(|tag| tag.parse().unwrap());
        let posts = ["b", "c", "d"].map(|slug| slug.parse().unwrap());
        let (mut found, heads) = database.store.releases_of(&posts, &[nl, en, fr]).await.unwrap();
        assert_eq!(heads, [3, 0, 1]);
        found.sort_by_key(|release| (release.locale.clone(), release.sequence));
        let all = database.store.all_releases().await.unwrap();
        let wanted: Vec<_> = all.into_iter().filter(|release| release.post.as_str() != "a").collect();
        assert_eq!(found, wanted);
    });
}

#[test]
fn two_processes_that_publish_at_once_leave_no_gap() {
    on_each_database(async |database| {
        let other = database.open_again().await;
        let publish = async |store: &postduif::storage::Store, from: i64| {
            for step in 0..30 {
                // Half of the posts are the other's too.
                let posts: Vec<_> = (0..2).map(|side| release("nl", &format!("p{}", step + side * from), 1)).collect();
                store.record_releases(&posts, day(1)).await.unwrap();
            }
        };
        tokio::join!(publish(&database.store, 100), publish(&other, 200));
        let all = database.store.all_releases().await.unwrap();
        let sequences: Vec<_> = all.iter().map(|release| release.sequence).collect();
        assert_eq!(sequences, (1..=90).collect::<Vec<_>>());
        other.close().await;
    });
}
