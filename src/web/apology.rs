//! What went wrong, said to people: an answer without a page gets one, in the language of whoever asks.
//!
//! Most handlers do not know who asks, and limits, routes and extractors answer with a line of English or with nothing.
//! They say what is wrong; here it is put into words.

use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};

use super::{Desk, accept::language};
use crate::{line::chain_of, templates::Notice};

/// After how many seconds to ask again when the database was busy: whoever writes to it for so long is rare.
const BUSY_FOR: HeaderValue = HeaderValue::from_static("60");

/// After how many seconds to ask again who asked too often: attempts are counted by the hour.
const TOO_OFTEN_FOR: HeaderValue = HeaderValue::from_static("3600");

/// What is still to be said.
#[derive(Debug, Clone, Copy)]
struct Unsaid(Notice);

/// An answer that says no, in a language that is still to be found.
pub(super) fn refuse(status: StatusCode, notice: Notice) -> Response {
    let mut response = (status, format!("{}\n", status.canonical_reason().unwrap_or_default())).into_response();
    response.extensions_mut().insert(Unsaid(notice));
    response
}

/// There is no such page.
pub(super) fn nowhere() -> Response {
    refuse(StatusCode::NOT_FOUND, Notice::NotFound)
}

/// Puts a page in the place of an answer that has none, but for programs.
pub(super) async fn put_into_words(State(desk): State<Desk>, request: Request, next: Next) -> Response {
    let (uri, asked) = (request.uri().clone(), request.headers().get(header::ACCEPT_LANGUAGE).cloned());
    let mut response = next.run(request).await;
    let status = response.status();
    let again = match status {
        StatusCode::SERVICE_UNAVAILABLE => Some((header::RETRY_AFTER, BUSY_FOR)),
        StatusCode::TOO_MANY_REQUESTS => Some((header::RETRY_AFTER, TOO_OFTEN_FOR)),
        _ => None,
    };
    response.headers_mut().extend(again);
    let Some(notice) = unsaid(&response, uri.path()).filter(|_| !uri.path().starts_with("/hooks/")) else {
        return response;
    };
    let locale = language(&desk, uri.path(), asked.as_ref());
    let page = match status.is_server_error() {
        true => desk.notice_from_memory(status, &locale, notice).await,
        false => desk.notice(status, &locale, notice, None).await,
    };
    match page {
        Ok(page) => in_place_of(response, page),
        // The line that stands there is better than nothing.
        Err(error) => {
            tracing::error!(error = %chain_of(&error), "a request failed, and there was no page to say so");
            response
        }
    }
}

/// What an answer leaves unsaid. One of a handler that made a page says all of it.
fn unsaid(response: &Response, path: &str) -> Option<Notice> {
    if let Some(Unsaid(notice)) = response.extensions().get() {
        return Some(*notice);
    }
    let kind = response.headers().get(header::CONTENT_TYPE);
    if kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
        return None;
    }
    match response.status() {
        // Of an address that is no text.
        StatusCode::BAD_REQUEST if path.starts_with("/s/") => Some(Notice::LinkInvalid),
        StatusCode::BAD_REQUEST | StatusCode::METHOD_NOT_ALLOWED => Some(Notice::Unclear),
        StatusCode::REQUEST_TIMEOUT => Some(Notice::TooSlow),
        StatusCode::PAYLOAD_TOO_LARGE => Some(Notice::TooLong),
        StatusCode::INTERNAL_SERVER_ERROR => Some(Notice::Failure),
        _ => None,
    }
}

/// A page with what else an answer says of itself, such as the methods that are allowed.
fn in_place_of(response: Response, page: Response<Body>) -> Response {
    let (mut parts, _) = response.into_parts();
    parts.headers.remove(header::CONTENT_LENGTH);
    let (said, body) = page.into_parts();
    let said: HeaderMap = said.headers;
    parts.headers.extend(said);
    Response::from_parts(parts, body)
}

#[cfg(test)]
mod tests {
    use axum::response::Html;

    use super::*;

    #[test]
    fn what_has_no_words_gets_some_and_a_page_keeps_its_own() {
        for (status, path, notice) in [
            (400, "/nl/subscribe", Some(Notice::Unclear)),
            (400, "/s/%ff/confirm", Some(Notice::LinkInvalid)),
            (405, "/nl/", Some(Notice::Unclear)),
            (408, "/nl/subscribe", Some(Notice::TooSlow)),
            (413, "/nl/subscribe", Some(Notice::TooLong)),
            (500, "/nl/subscribe", Some(Notice::Failure)),
            (416, "/picture.jpg", None),
            (200, "/nl/", None),
        ] {
            let status = StatusCode::from_u16(status).unwrap();
            assert_eq!(unsaid(&(status, "length limit exceeded").into_response(), path), notice, "{status}");
            assert_eq!(unsaid(&(status, Html("page")).into_response(), path), None, "{status}");
        }
        let busy = refuse(StatusCode::SERVICE_UNAVAILABLE, Notice::Busy);
        assert_eq!(unsaid(&busy, "/"), Some(Notice::Busy));
    }
}
