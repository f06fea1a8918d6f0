//! The hub that is told when feeds change (WebSub).

use std::sync::{Arc, Mutex};

use axum::{Router, http::StatusCode, routing::post};
use chrono::TimeDelta;
use postduif::publication::published_feeds;

use crate::harness::{ADDRESS, Loopback, Publication, tell_with};

/// What a hub was told, one form after the other.
type Heard = Arc<Mutex<Vec<String>>>;

/// A hub that answers so.
fn hub(answer: StatusCode) -> (Loopback, Heard) {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let heard = Heard::default();
    let hear = Arc::clone(&heard);
    let told = async move |form: String| {
        hear.lock().unwrap().push(form);
        answer
    };
    (Loopback::serve(Router::new().route("/", post(told))), heard)
}

/// Publishes, tells the hub, and gives what the last step says.
async fn publish_and_tell(garden: &Publication) -> String {
    let steps = "[[steps]]\ndo = \"publish\"\n[[steps]]\ndo = \"notify\"\n";
    garden.write("workflows/tell.toml", format!("title = \"Tell\"\nschedule = \"0 * * * *\"\n{steps}"));
    garden.wait(TimeDelta::hours(1));
    garden.run("tell").await.steps.last().unwrap().to_string()
}

#[test]
fn a_hub_hears_of_every_feed_that_has_changed_and_of_no_other() {
    let (server, heard) = hub(StatusCode::NO_CONTENT);
    let address = format!("[site]\nhub = \"http://127.0.0.1:{}/\"\n", server.port);
    tell_with(&[("[site]\n", &address)], async |garden| {
        assert!(publish_and_tell(&garden).await.starts_with("the hub was told about "));
        heard.lock().unwrap().clear();
        assert_eq!(publish_and_tell(&garden).await, "there is nothing to tell a hub");
        assert!(heard.lock().unwrap().is_empty());
        let feeds = || published_feeds(&garden.root().join("public"), &garden.content.settings).unwrap();
        let before = feeds();
        garden.edit("posts/slakken.md", "elke ochtend", "elke avond");
        garden.sync().await;
        let said = publish_and_tell(&garden).await;
        let form = heard.lock().unwrap().join("&");
        let told: Vec<_> =
            url::form_urlencoded::parse(form.as_bytes()).map(|(key, value)| format!("{key}={value}")).collect();
        let changed = feeds().into_iter().filter(|feed| !before.contains(feed)).map(|(address, _)| address);
        let changed: Vec<_> = changed.collect();
        assert_eq!(said, format!("the hub was told about {} feeds", changed.len()));
        // The post in Dutch, and its translations, which say now that they are behind; not those of other topics.
        for folder in ["nl/", "nl/topics/dieren/", "fr/", "fr/topics/dieren/"] {
            for file in ["feed.xml", "atom.xml", "feed.json"] {
                assert!(changed.contains(&format!("{ADDRESS}/{folder}{file}")), "{changed:?}");
            }
        }
        assert!(changed.iter().all(|address| !address.contains("/topics/") || address.contains("/dieren/")));
        let changed = changed.into_iter().map(|address| format!("hub.url={address}"));
        let expected: Vec<_> = ["hub.mode=publish".to_owned()].into_iter().chain(changed).collect();
        assert_eq!(told, expected);
    });
}

#[test]
fn a_hub_that_refuses_stops_no_publish_and_is_told_the_next_time() {
    let (server, heard) = hub(StatusCode::FORBIDDEN);
    let address = format!("[site]\nhub = \"http://127.0.0.1:{}/\"\n", server.port);
    tell_with(&[("[site]\n", &address)], async |garden| {
        for times in 1..=2 {
            let said = publish_and_tell(&garden).await;
            assert_eq!(said, "the hub could not be told: it answered 403 Forbidden");
            assert_eq!(heard.lock().unwrap().len(), times);
        }
        assert!(garden.has("public/nl/feed.xml"));
    });
}
