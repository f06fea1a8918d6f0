//! Telling a WebSub hub that feeds have changed (W3C WebSub, section 7, as hubs agree on it).

use url::Url;

use super::outgoing::{self, PATIENCE, Patience};
use crate::{disk, storage};

/// The most feeds that one request names: a form of a few kilobytes, which every hub takes.
pub(super) const MOST_FEEDS: usize = 50;

/// The hub was not told.
#[derive(Debug, thiserror::Error)]
pub(super) enum Error {
    /// It did not answer, or refused.
    #[error(transparent)]
    Hub(#[from] outgoing::Error),
    /// The feeds could not be read.
    #[error("cannot read the feeds")]
    Feeds(#[from] disk::Error),
    /// What it was told before could not be read or noted.
    #[error("cannot use the database")]
    Storage(#[from] storage::Error),
    /// A task was stopped.
    #[error("cannot finish: a task ended early")]
    Task(#[from] tokio::task::JoinError),
}

/// Tells `hub` that `feeds` have changed, at most [`MOST_FEEDS`] of them.
///
/// # Errors
/// When the hub refuses, or does not answer however often it is asked.
pub(super) async fn ping_hub(client: &reqwest::Client, hub: &Url, feeds: &[&str]) -> Result<(), outgoing::Error> {
    ping_with(PATIENCE, client, hub, feeds).await
}

async fn ping_with(
    patience: Patience,
    client: &reqwest::Client,
    hub: &Url,
    feeds: &[&str],
) -> Result<(), outgoing::Error> {
    let mut form = vec![("hub.mode", "publish")];
    form.extend(feeds.iter().map(|feed| ("hub.url", *feed)));
    patience.insist(|| client.post(hub.clone()).form(&form)).await
}

#[cfg(test)]
mod tests {
    use std::{
        io::{Read as _, Write as _},
        net::TcpListener,
        thread,
        time::Duration,
    };

    use super::*;

    /// A hub that answers so, one request after the other, and gives what it was told.
    fn hub(answers: &'static [&'static str]) -> (Url, thread::JoinHandle<Vec<String>>) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/hub", listener.local_addr().unwrap()).parse().unwrap();
        let answer = move |answer: &&str| {
            let (mut stream, _) = listener.accept().unwrap();
            let mut heard = Vec::new();
            let mut byte = [0];
            // The form is the last line, and as long as it says.
            while !String::from_utf8_lossy(&heard).ends_with("%2Ffeed.xml") {
                assert_eq!(stream.read(&mut byte).unwrap(), 1);
                heard.push(byte[0]);
            }
            let head = format!("HTTP/1.1 {answer}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
            stream.write_all(head.as_bytes()).unwrap();
            String::from_utf8(heard).unwrap().lines().next_back().unwrap().to_owned()
        };
        (url, thread::spawn(move || answers.iter().map(answer).collect()))
    }

    #[test]
    fn a_busy_hub_is_asked_again_and_one_that_refuses_is_not() {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let patience = Patience { attempts: 3, first_pause: Duration::ZERO };
        for (answers, told) in [
            (&["204 Done"][..], true),
            (&["503 Busy", "429 Slower", "200 OK"], true),
            (&["500 Oh", "500 Oh", "500 Oh"], false),
            (&["400 No"], false),
            (&["302 Elsewhere"], false),
        ] {
            let (url, heard) = hub(answers);
            let feeds = ["https://t.example/nl/feed.xml"];
            let done = runtime.block_on(ping_with(patience, &outgoing::client().unwrap(), &url, &feeds));
            assert_eq!(done.is_ok(), told, "{answers:?}");
            let form = "hub.mode=publish&hub.url=https%3A%2F%2Ft.example%2Fnl%2Ffeed.xml";
            assert_eq!(heard.join().unwrap(), vec![form; answers.len()]);
        }
    }
}
