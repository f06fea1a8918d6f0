//! The published files, and the choice of a language at `/`.

use std::path::PathBuf;

use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use percent_encoding::percent_decode_str;
use tower::ServiceExt as _;
use tower_http::services::ServeDir;

use super::{Desk, accept::best_locale, desk::Error};
use crate::{
    publication::{REDIRECTS, feed_type, new_path},
    templates::Notice,
};

/// Routes for `/` and for everything that is published.
pub(super) fn router() -> Router<Desk> {
    Router::new().route("/", get(choose_language)).fallback(file)
}

/// Sends a visitor to the edition their browser asks for. There is no cookie: the switcher on
/// every page is a link.
async fn choose_language(State(desk): State<Desk>, headers: HeaderMap) -> Response {
    let asked = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let editions = desk.editions();
    let locale = best_locale(asked, &editions).unwrap_or(&desk.content().settings.site.source);
    ([(header::VARY, "Accept-Language")], Redirect::to(&desk.links().home(locale))).into_response()
}

async fn file(State(desk): State<Desk>, request: Request) -> Result<Response, Error> {
    let path = request.uri().path().to_owned();
    let decoded = percent_decode_str(&path).decode_utf8_lossy();
    // A path of two slashes would be redirected to as the name of a host.
    let hidden = decoded.starts_with("//") || decoded.split(['/', '\\']).any(|part| part.starts_with('.'));
    let public: PathBuf = desk.content().public.clone();
    if let Some(response) = moved(&desk, &path).await {
        return Ok(response);
    }
    if !hidden {
        // Reading a folder of files cannot fail but by not finding one, which is an answer.
        let response = ServeDir::new(public).oneshot(request).await.into_response();
        if response.status() != StatusCode::NOT_FOUND {
            return Ok(for_good(with_type(&path, response.map(Body::new))));
        }
    }
    let tag = path.split('/').nth(1).unwrap_or_default();
    let locale = desk.editions().into_iter().find(|locale| locale.as_str() == tag);
    let locale = locale.unwrap_or_else(|| desk.content().settings.site.source.clone());
    desk.notice(StatusCode::NOT_FOUND, &locale, Notice::NotFound, None).await
}

/// Where a post is that had another name, for those who ask for the old one.
async fn moved(desk: &Desk, path: &str) -> Option<Response> {
    if !path.ends_with('/') {
        return None;
    }
    let list = tokio::fs::read_to_string(desk.content().public.join(REDIRECTS)).await.ok()?;
    // The list has the paths that readers see, below that of the publication's address.
    let base = desk.content().settings.site.base_url.path().trim_end_matches('/').to_owned();
    let to = new_path(&list, path).or_else(|| new_path(&list, &format!("{base}{path}")))?;
    Some(Redirect::permanent(to).into_response())
}

/// The way from a page's address without the last slash to the page will not change.
fn for_good(mut response: Response) -> Response {
    if response.status() == StatusCode::TEMPORARY_REDIRECT {
        *response.status_mut() = StatusCode::PERMANENT_REDIRECT;
    }
    response
}

/// Feeds are announced as what they are; everything else is known by its ending.
fn with_type(path: &str, mut response: Response) -> Response {
    if let Some(kind) = feed_type(path).and_then(|kind| HeaderValue::try_from(format!("{kind}; charset=utf-8")).ok()) {
        response.headers_mut().insert(header::CONTENT_TYPE, kind);
    } else if path.ends_with('/') {
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    }
    response
}
