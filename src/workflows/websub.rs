//! Telling a WebSub hub that feeds have changed (W3C WebSub, section 7, as hubs agree on it).

use std::time::Duration;

use url::Url;

/// How long a hub may take: it only has to say that it heard.
const TIMEOUT: Duration = Duration::from_secs(10);

/// How often a hub that does not answer is asked, with a pause that doubles from [`FIRST_PAUSE`].
const ATTEMPTS: u32 = 3;
const FIRST_PAUSE: Duration = Duration::from_secs(1);

/// The hub was not told.
#[derive(Debug, thiserror::Error)]
pub(super) enum Error {
    /// It could not be reached, or did not answer in time.
    #[error("cannot reach the WebSub hub")]
    Unreachable(#[from] reqwest::Error),
    /// It answered, and refused.
    #[error("the WebSub hub answered {0}")]
    Refused(reqwest::StatusCode),
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

/// Tells `hub` that `feeds` have changed.
///
/// # Errors
/// When the hub refuses, or does not answer after [`ATTEMPTS`] tries.
pub(super) async fn ping_hub(client: &reqwest::Client, hub: &Url, feeds: &[String]) -> Result<(), Error> {
    let mut form: Vec<(&str, &str)> = vec![("hub.mode", "publish")];
    form.extend(feeds.iter().map(|feed| ("hub.url", feed.as_str())));
    let mut pause = FIRST_PAUSE;
    for attempt in 1.. {
        let answer = client.post(hub.clone()).form(&form).send().await;
        match answer {
            Ok(answer) if answer.status().is_success() => return Ok(()),
            Ok(answer) if !answer.status().is_server_error() || attempt >= ATTEMPTS => {
                return Err(Error::Refused(answer.status()));
            }
            Err(error) if attempt >= ATTEMPTS => return Err(error.into()),
            _ => tokio::time::sleep(pause).await,
        }
        pause *= 2;
    }
    Ok(())
}
