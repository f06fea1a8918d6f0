//! Requests to object storage, made by the HTTP client that the rest of the program uses.

use std::time::Duration;

use async_trait::async_trait;
use axum::http::{Response, header};
use object_store::{
    ClientOptions,
    client::{
        HttpClient, HttpConnector, HttpError, HttpErrorKind, HttpRequest, HttpResponse, HttpResponseBody, HttpService,
    },
};

/// Whoever does not answer a call by then is not there.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// The longest answer that is read: a list of a million objects.
const LONGEST_ANSWER: usize = 128 << 20;

/// An answer went on and on.
#[derive(Debug, thiserror::Error)]
#[error("the answer is longer than {LONGEST_ANSWER} bytes")]
struct TooLong;

/// A client that follows no redirects, uses no proxy of the environment, and gives up in time.
#[derive(Debug, Clone)]
pub(super) struct Wire(reqwest::Client);

impl Wire {
    /// A client that gives a request so long.
    pub(super) fn new(timeout: Duration) -> reqwest::Result<Self> {
        let agent = concat!("postduif/", env!("CARGO_PKG_VERSION"));
        let builder = reqwest::Client::builder().user_agent(agent).timeout(timeout).connect_timeout(CONNECT_TIMEOUT);
        Ok(Self(builder.no_proxy().redirect(reqwest::redirect::Policy::none()).build()?))
    }
}

impl HttpConnector for Wire {
    fn connect(&self, _: &ClientOptions) -> object_store::Result<HttpClient> {
        Ok(HttpClient::new(self.clone()))
    }
}

#[async_trait]
impl HttpService for Wire {
    async fn call(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        let (head, body) = request.into_parts();
        let url = head.uri.to_string();
        let asked = self.0.request(head.method, url).headers(head.headers).body(reqwest::Body::wrap(body));
        let mut answer = asked.send().await.map_err(failed)?;
        let mut response = Response::new(HttpResponseBody::from(Vec::new()));
        *response.status_mut() = answer.status();
        response.headers_mut().clone_from(answer.headers());
        let mut bytes = Vec::new();
        while let Some(some) = answer.chunk().await.map_err(failed)? {
            bytes.extend_from_slice(&some);
            if bytes.len() > LONGEST_ANSWER {
                return Err(HttpError::new(HttpErrorKind::Decode, TooLong));
            }
        }
        if !response.headers().contains_key(header::CONTENT_LENGTH) {
            response.headers_mut().insert(header::CONTENT_LENGTH, bytes.len().into());
        }
        *response.body_mut() = bytes.into();
        Ok(response)
    }
}

/// What failed, as far as it decides whether to try again: all that is asked here can be asked twice.
fn failed(error: reqwest::Error) -> HttpError {
    let kind = match &error {
        error if error.is_builder() => HttpErrorKind::Unknown,
        error if error.is_timeout() => HttpErrorKind::Timeout,
        error if error.is_connect() => HttpErrorKind::Connect,
        _ => HttpErrorKind::Interrupted,
    };
    HttpError::new(kind, error.without_url())
}
