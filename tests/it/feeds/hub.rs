//! The hub that is told when feeds change (WebSub).

use std::sync::{Arc, Mutex};

use axum::{Router, http::StatusCode, routing::post};
use chrono::TimeDelta;

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
        garden.edit("posts/slakken.md", "elke ochtend", "elke avond");
        garden.sync().await;
        assert_eq!(publish_and_tell(&garden).await, "the hub was told about 6 feeds");
        let form = heard.lock().unwrap().join("&");
        let told: Vec<_> =
            url::form_urlencoded::parse(form.as_bytes()).map(|(key, value)| format!("{key}={value}")).collect();
        let of = |folder: &str| {
            ["feed.xml", "atom.xml", "feed.json"].map(|file| format!("hub.url={ADDRESS}/{folder}{file}"))
        };
        let expected = [vec!["hub.mode=publish".to_owned()], of("nl/").into(), of("nl/topics/dieren/").into()].concat();
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
