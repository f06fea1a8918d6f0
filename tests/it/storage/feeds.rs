//! What the hub was told of feeds.

use std::collections::HashMap;

use crate::databases::on_each_database;

#[test]
fn what_a_hub_was_told_last_is_what_counts() {
    on_each_database(async |database| {
        let store = &database.store;
        assert_eq!(store.told_feeds().await.unwrap(), HashMap::new());
        let pair = |url: &str, digest: &str| (url.to_owned(), digest.to_owned());
        store.record_told_feeds(&[pair("a", "1"), pair("b", "1")]).await.unwrap();
        store.record_told_feeds(&[pair("b", "2"), pair("c", "1")]).await.unwrap();
        store.record_told_feeds(&[]).await.unwrap();
        let expected = [pair("a", "1"), pair("b", "2"), pair("c", "1")];
        assert_eq!(store.told_feeds().await.unwrap(), HashMap::from(expected));
    });
}
