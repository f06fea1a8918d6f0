//! One request and its answer, within limits: so long, so big, and never anywhere else than configured.

use std::time::Duration;

use chrono::DateTime;
use reqwest::{
    Client, Method, Response, StatusCode,
    header::{AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderValue, RETRY_AFTER},
};
use serde_json::Value;
use url::Url;

use super::{Failure, Key};
use crate::{
    clock::Timestamp,
    line::{one_line, shortened},
};

/// The biggest answer that is read: translations of the biggest batch, ten times over.
const ANSWER_BYTES: usize = 2 << 20;

/// How much of what a service says is repeated to a person: about two lines of a terminal.
const SAID_COLUMNS: usize = 200;

/// A way to a service.
#[derive(Debug, Clone)]
pub(super) struct Exchange {
    pub(super) client: Client,
    /// How long an answer may take, to its last byte.
    pub(super) timeout: Duration,
}

/// What is sent.
pub(super) struct Request<'a> {
    pub(super) method: Method,
    pub(super) url: Url,
    /// `Authorization: SCHEME KEY`.
    pub(super) key: Option<(&'static str, &'a Key)>,
    pub(super) body: Option<Value>,
}

impl Exchange {
    /// Sends a request and gives the text of a good answer.
    pub(super) async fn send(
        &self,
        request: Request<'_>,
        secret: Option<&Key>,
        now: Timestamp,
    ) -> Result<String, Failure> {
        match tokio::time::timeout(self.timeout, self.send_untimed(request, secret, now)).await {
            Ok(answer) => answer,
            Err(_) => Err(Failure::Slow(self.timeout)),
        }
    }

    async fn send_untimed(
        &self,
        request: Request<'_>,
        secret: Option<&Key>,
        now: Timestamp,
    ) -> Result<String, Failure> {
        let unreachable = |error: reqwest::Error| Failure::Unreachable(error.without_url());
        let mut builder = self.client.request(request.method, request.url);
        if let Some((scheme, key)) = request.key {
            let value = HeaderValue::from_str(&format!("{scheme} {}", key.expose()));
            // A key with a line feed in it is no key; what it looks like is not repeated.
            let mut value = value.map_err(|_| Failure::Key)?;
            value.set_sensitive(true);
            builder = builder.header(AUTHORIZATION, value);
        }
        if let Some(body) = request.body {
            builder = builder.header(CONTENT_TYPE, "application/json").body(body.to_string());
        }
        let answer = builder.send().await.map_err(unreachable)?;
        let (status, headers) = (answer.status(), answer.headers().clone());
        let body = read_body(answer).await;
        if status.is_success() {
            return body;
        }
        let said = body.unwrap_or_default();
        // OpenAI's word for an empty purse, under the code for a busy house.
        if status == StatusCode::TOO_MANY_REQUESTS && said.contains("insufficient_quota") {
            return Err(Failure::Quota);
        }
        Err(failure_of(status, &headers, told(&message_of(&said), secret), now))
    }
}

/// The text of an answer, as far as it is not too big.
async fn read_body(mut answer: Response) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(|error| Failure::Unreachable(error.without_url()))? {
        if bytes.len() + chunk.len() > ANSWER_BYTES {
            return Err(Failure::TooBig(ANSWER_BYTES));
        }
        bytes.extend_from_slice(&chunk);
    }
    String::from_utf8(bytes).map_err(|_| Failure::Garbled("no UTF-8".to_owned()))
}

/// What an answer that is not good means.
fn failure_of(status: StatusCode, headers: &HeaderMap, said: String, now: Timestamp) -> Failure {
    match status.as_u16() {
        402 | 456 => Failure::Quota,
        429 => Failure::Busy { wait: headers.get(RETRY_AFTER).and_then(|value| wait(value.to_str().ok()?, now)) },
        code @ (401 | 403) => Failure::Unwelcome { status: code, said },
        code @ 500..=599 => Failure::Broken(code),
        code @ 300..=399 => Failure::Redirected(code),
        code => Failure::Refused { status: code, said },
    }
}

/// How long `Retry-After` says to wait: seconds, or a date (RFC 9110 section 10.2.3).
fn wait(value: &str, now: Timestamp) -> Option<Duration> {
    let value = value.trim();
    if let Ok(seconds) = value.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let until = DateTime::parse_from_rfc2822(value).ok()?;
    Some((until.to_utc() - now).to_std().unwrap_or_default())
}

/// What a service says is wrong, in whichever of the usual places it says so.
fn message_of(said: &str) -> String {
    let json: Value = serde_json::from_str(said).unwrap_or_default();
    let places = ["/message", "/error/message", "/error", "/detail"];
    places.iter().find_map(|place| json.pointer(place)?.as_str()).unwrap_or(said).to_owned()
}

/// Something that a service said as a person may read it: the beginning, on one line, without the key should it
/// be in there.
pub(super) fn told(said: &str, secret: Option<&Key>) -> String {
    let said = one_line(said);
    shortened(&secret.map_or_else(|| said.clone(), |key| key.scrub(&said)), SAID_COLUMNS)
}

/// The address of a path at a service.
pub(super) fn address(url: &Url, path: &str) -> Url {
    let mut address = url.clone();
    address.set_path(&format!("{}/{path}", url.path().trim_end_matches('/')));
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_service_may_say_how_long_to_wait_in_seconds_or_until_when() {
        let now = "2026-11-22T12:00:00Z".parse().unwrap();
        assert_eq!(wait("7", now), Some(Duration::from_secs(7)));
        assert_eq!(wait("Sun, 22 Nov 2026 12:01:30 GMT", now), Some(Duration::from_secs(90)));
        assert_eq!(wait("Sun, 22 Nov 2026 11:00:00 GMT", now), Some(Duration::ZERO));
        assert_eq!(wait("soon", now), None);
    }

    #[test]
    fn what_is_wrong_is_found_where_services_say_it() {
        assert_eq!(message_of("{\"error\":{\"message\":\"no model\"}}"), "no model");
        assert_eq!(message_of("{\"error\":\"too long\"}"), "too long");
        assert_eq!(message_of("<html>\n <b>oops</b>"), "<html>\n <b>oops</b>");
    }

    #[test]
    fn what_a_service_says_is_short_and_visible_and_never_the_key() {
        let key = Key::from("geh/eim".to_owned());
        let said = format!("{{\"error\":\"Banned\\u001b[2J\\u202e: geh\\/eim {}geh/eim\"}}", "x".repeat(175));
        let line = told(&message_of(&said), Some(&key));
        assert!(line.starts_with("Banned [2J\u{fffd}: … xxx") && line.ends_with("x…"), "{line}");
        assert_eq!(told("<html>\n <b>oops</b>", None), "<html> <b>oops</b>");
        assert_eq!(told(&"x".repeat(500), None).chars().count(), SAID_COLUMNS);
        assert_eq!(told("as it is", Some(&Key::from(String::new()))), "as it is");
    }

    #[test]
    fn a_path_is_added_to_an_address_with_or_without_one() {
        let url: Url = "http://a.example/deep/".parse().unwrap();
        assert_eq!(address(&url, "v2/translate").as_str(), "http://a.example/deep/v2/translate");
    }
}
