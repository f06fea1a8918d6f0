//! Telling a WebSub hub that feeds have changed (W3C WebSub, section 7, as hubs agree on it).

use std::time::Duration;

use url::Url;

use crate::{disk, storage};

/// How long a hub may take: it only has to say that it heard.
const TIMEOUT: Duration = Duration::from_secs(10);

/// The most feeds that one request names: a form of a few kilobytes, which every hub takes.
pub(super) const MOST_FEEDS: usize = 50;

/// How long a hub is asked that does not answer, or is busy.
const PATIENCE: Patience = Patience { attempts: 3, first_pause: Duration::from_secs(1) };

/// How often a hub is asked, and the first pause between, which doubles.
#[derive(Debug, Clone, Copy)]
struct Patience {
    attempts: u32,
    first_pause: Duration,
}

/// The hub was not told.
#[derive(Debug, thiserror::Error)]
pub(super) enum Error {
    /// It could not be reached, or did not answer in time.
    #[error("cannot reach the WebSub hub")]
    Unreachable(#[from] reqwest::Error),
    /// It answered, and refused.
    #[error("the WebSub hub answered {0}")]
    Refused(reqwest::StatusCode),
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

impl Error {
    /// Whether the hub may well hear a little later.
    fn is_transient(&self) -> bool {
        match self {
            Self::Unreachable(_) => true,
            Self::Refused(status) => status.is_server_error() || *status == reqwest::StatusCode::TOO_MANY_REQUESTS,
            Self::Feeds(_) | Self::Storage(_) | Self::Task(_) => false,
        }
    }
}

/// A client for hubs: it follows no redirects, uses no proxy of the environment, and gives up in time.
///
/// # Errors
/// When TLS cannot be set up.
pub(super) fn client() -> Result<reqwest::Client, Error> {
    let agent = concat!("postduif/", env!("CARGO_PKG_VERSION"));
    let builder = reqwest::Client::builder().user_agent(agent).timeout(TIMEOUT).no_proxy();
    Ok(builder.redirect(reqwest::redirect::Policy::none()).build()?)
}

/// Tells `hub` that `feeds` have changed, at most [`MOST_FEEDS`] of them.
///
/// # Errors
/// When the hub refuses, or does not answer however often it is asked.
pub(super) async fn ping_hub(client: &reqwest::Client, hub: &Url, feeds: &[&str]) -> Result<(), Error> {
    ping_with(PATIENCE, client, hub, feeds).await
}

async fn ping_with(patience: Patience, client: &reqwest::Client, hub: &Url, feeds: &[&str]) -> Result<(), Error> {
    let mut form = vec![("hub.mode", "publish")];
    form.extend(feeds.iter().map(|feed| ("hub.url", *feed)));
    let mut pause = patience.first_pause;
    for _ in 1..patience.attempts {
        match ping_once(client, hub, &form).await {
            Err(error) if error.is_transient() => tokio::time::sleep(pause).await,
            done => return done,
        }
        pause *= 2;
    }
    ping_once(client, hub, &form).await
}

async fn ping_once(client: &reqwest::Client, hub: &Url, form: &[(&str, &str)]) -> Result<(), Error> {
    let status = client.post(hub.clone()).form(form).send().await?.status();
    if status.is_success() { Ok(()) } else { Err(Error::Refused(status)) }
}

#[cfg(test)]
mod tests {
    use std::{
        io::{Read as _, Write as _},
        net::TcpListener,
        thread,
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
            let done = runtime.block_on(ping_with(patience, &client().unwrap(), &url, &feeds));
            assert_eq!(done.is_ok(), told, "{answers:?}");
            let form = "hub.mode=publish&hub.url=https%3A%2F%2Ft.example%2Fnl%2Ffeed.xml";
            assert_eq!(heard.join().unwrap(), vec![form; answers.len()]);
        }
    }
}
