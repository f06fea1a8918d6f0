//! Requests to programs of others: within limits of time, and again where another attempt may help.

use std::time::Duration;

use reqwest::{Client, RequestBuilder, StatusCode, redirect::Policy};

/// How long the other side may take: it only has to say that it heard. What else it says is not read.
const TIMEOUT: Duration = Duration::from_secs(10);

/// How often somebody is asked who does not answer, or is busy.
pub(super) const PATIENCE: Patience = Patience { attempts: 3, first_pause: Duration::from_secs(1) };

/// How often somebody is asked, and the first pause between, which doubles.
#[derive(Debug, Clone, Copy)]
pub(super) struct Patience {
    pub(super) attempts: u32,
    pub(super) first_pause: Duration,
}

/// The other side was not told.
#[derive(Debug, thiserror::Error)]
pub(super) enum Error {
    /// It could not be reached, or did not answer in time.
    #[error("it cannot be reached")]
    Unreachable(#[from] reqwest::Error),
    /// It answered, and refused.
    #[error("it answered {0}")]
    Refused(StatusCode),
}

impl Error {
    /// The same without the address that was asked.
    pub(super) fn without_address(self) -> Self {
        match self {
            Self::Unreachable(error) => Self::Unreachable(error.without_url()),
            refused @ Self::Refused(_) => refused,
        }
    }

    /// Whether it may well hear a little later.
    fn is_transient(&self) -> bool {
        match self {
            Self::Unreachable(_) => true,
            Self::Refused(status) => status.is_server_error() || *status == StatusCode::TOO_MANY_REQUESTS,
        }
    }
}

/// A client that follows no redirects, uses no proxy of the environment, and gives up in time.
///
/// # Errors
/// When TLS cannot be set up.
pub(super) fn client() -> Result<Client, Error> {
    let agent = concat!("postduif/", env!("CARGO_PKG_VERSION"));
    let builder = Client::builder().user_agent(agent).timeout(TIMEOUT).no_proxy();
    Ok(builder.redirect(Policy::none()).build()?)
}

impl Patience {
    /// Asks until somebody says yes or no; `request` makes each attempt anew.
    ///
    /// # Errors
    /// When the answer is no, or does not come however often it is asked.
    pub(super) async fn insist(self, request: impl Fn() -> RequestBuilder) -> Result<(), Error> {
        let mut pause = self.first_pause;
        for _ in 1..self.attempts {
            match ask(request()).await {
                Err(error) if error.is_transient() => tokio::time::sleep(pause).await,
                done => return done,
            }
            pause *= 2;
        }
        ask(request()).await
    }
}

async fn ask(request: RequestBuilder) -> Result<(), Error> {
    let status = request.send().await?.status();
    if status.is_success() { Ok(()) } else { Err(Error::Refused(status)) }
}
