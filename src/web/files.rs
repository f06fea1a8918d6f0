//! The published files, and the choice of a language at `/`.

use std::sync::Arc;

use axum::{
    Router,
    body::{Body, Bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use percent_encoding::percent_decode_str;
use tower::ServiceExt as _;
use tower_http::services::ServeDir;

use super::{
    Desk,
    accept::{best_of, language},
    apology::refuse,
    desk::Error,
    headers,
    negotiation::{Encoding, Fields, date, has_it, may_be_partial},
    range,
    shelf::{self, strong_tag, tag},
    site::Site,
};
use crate::{
    locale::Locale,
    posts::Slug,
    publication::{Addresses, PublishedFile, cache_control, content_type, is_feed},
    templates::Notice,
};

/// Routes for `/` and for everything that is published.
pub(super) fn router() -> Router<Desk> {
    Router::new().route("/", get(choose_language)).fallback(file)
}

/// Sends a visitor to the edition their browser asks for. There is no cookie: the switcher on
/// every page is a link.
async fn choose_language(State(desk): State<Desk>, asked: Uri, headers: HeaderMap) -> Response {
    let site = desk.current().site().await;
    // Who asks for nothing but the site is not led to a language in which there is nothing yet.
    let mut editions = desk.editions();
    if editions.iter().any(|locale| site.has_posts(locale)) {
        editions.retain(|locale| site.has_posts(locale));
    }
    let locale = best_of(&desk, &editions, headers.get(header::ACCEPT_LANGUAGE));
    ([(header::VARY, "Accept-Language")], Redirect::to(&with_query(&desk.links().home(&locale), &asked)))
        .into_response()
}

/// Whether a path names something that is not for readers, but for what others look for in its folder (RFC 8615).
fn is_hidden(path: &str) -> bool {
    let path = path.strip_prefix("/.well-known/").unwrap_or(path);
    path.split(['/', '\\']).any(|part| part.starts_with('.'))
}

async fn file(State(desk): State<Desk>, request: Request) -> Result<Response, Error> {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Ok((StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET, HEAD")]).into_response());
    }
    let asked = request.uri().path();
    let path = percent_decode_str(asked).decode_utf8_lossy().into_owned();
    // A path that begins with two slashes would be redirected to as the name of a host; with two elsewhere it is no page either.
    let hidden = path.contains("//") || is_hidden(&path);
    let visitor = language(&desk, &path, request.headers().get(header::ACCEPT_LANGUAGE));
    let site = desk.current().site().await;
    if let Some(response) = moved(&desk, &site, request.uri()) {
        return Ok(response);
    }
    if !desk.content().has_site() {
        // Whoever comes while the first one is made need not be told that there is none.
        return Ok(refuse(StatusCode::SERVICE_UNAVAILABLE, Notice::Busy));
    }
    if !hidden {
        let name = file_name(&path);
        if let Some((file, body)) = desk.current().body(&site, &name).await {
            let about = About::new(&desk, &name, &file);
            let response = about.answer(&request, &file, &body);
            // An address that is written in many ways is not worth keeping in all of them.
            if site.file(&name) == Some(file) && asked == path {
                site.note_ready(path, Arc::new(Ready::new(file, &about)));
            }
            return Ok(response);
        }
        if site.file(&format!("{name}/index.html")).is_some() {
            // The way from a page's address without the last slash to the page will not change.
            return Ok(Redirect::permanent(&with_query(&format!("{asked}/"), request.uri())).into_response());
        }
        if let Some(response) = from_disk(&desk, request, &name, site.file(&name)).await {
            return Ok(response);
        }
    }
    if let Some((slug, there)) = in_other_languages(&desk, &site, &visitor, &path) {
        return desk.not_yet(&visitor, slug, there).await;
    }
    not_found(&desk, &site, visitor).await
}

/// The name at the address of a post or a page that is not there in its language, and the languages in which it is.
fn in_other_languages(desk: &Desk, site: &Site, locale: &Locale, path: &str) -> Option<(Slug, Vec<Locale>)> {
    let slug = path.strip_prefix('/')?.strip_prefix(locale.as_str())?.strip_prefix('/')?;
    let slug: Slug = slug.strip_suffix('/').unwrap_or(slug).parse().ok()?;
    let is_there = |locale: &Locale| site.file(&format!("{locale}/{slug}/index.html")).is_some();
    let there: Vec<_> = desk.editions().into_iter().filter(is_there).collect();
    (!there.is_empty()).then_some((slug, there))
}

/// Where a post is that had another name, for those who ask for the old one.
fn moved(desk: &Desk, site: &Site, asked: &Uri) -> Option<Response> {
    let path = asked.path();
    // The list has the paths that readers see, below that of the publication's address.
    let base = desk.content().settings.site.base_url.path().trim_end_matches('/');
    let listed = |path: &str| site.new_path(path).or_else(|| site.new_path(&format!("{base}{path}")));
    let other = path.strip_suffix('/').map_or_else(|| format!("{path}/"), str::to_owned);
    let to = listed(path).or_else(|| listed(&other))?;
    Some(Redirect::permanent(&with_query(to, asked)).into_response())
}

/// An address with what a newsletter or a campaign hung onto the one that was asked for.
fn with_query(to: &str, asked: &Uri) -> String {
    asked.query().map_or_else(|| to.to_owned(), |query| format!("{to}?{query}"))
}

/// The file at the path of an address.
fn file_name(path: &str) -> String {
    let name = path.trim_start_matches('/');
    if name.is_empty() || name.ends_with('/') { format!("{name}index.html") } else { name.to_owned() }
}

/// What an answer says of a text of the site.
struct About {
    /// To whom has it already.
    unchanged: HeaderMap,
    /// Beside the text.
    shown: HeaderMap,
}

impl About {
    fn new(desk: &Desk, name: &str, file: &PublishedFile) -> Self {
        let mut unchanged = HeaderMap::new();
        add_validators(&mut unchanged, name, (file, tag(file.print)));
        unchanged.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
        add_hub(&mut unchanged, desk, name);
        headers::protect(&mut unchanged);
        let mut shown = unchanged.clone();
        shown.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type(name)));
        Self { unchanged, shown }
    }

    /// The text, or the word that the client has it already.
    fn answer(&self, request: &Request, file: &PublishedFile, body: &shelf::Body) -> Response {
        let Some((bytes, encoding)) = given(request.headers(), file, body) else {
            return (StatusCode::NOT_MODIFIED, self.unchanged.clone()).into_response();
        };
        let mut headers = self.shown.clone();
        headers.insert(header::CONTENT_LENGTH, bytes.len().into());
        headers.extend(encoding.name().map(|name| (header::CONTENT_ENCODING, name)));
        let mut response = Response::new(if request.method() == Method::GET { bytes.into() } else { Body::empty() });
        *response.headers_mut() = headers;
        response
    }
}

/// What a client is given of a text: nothing where it has it already.
pub(super) fn given(
    asked: &(impl Fields + ?Sized),
    file: &PublishedFile,
    body: &shelf::Body,
) -> Option<(Bytes, Encoding)> {
    let has_it = has_it(asked, body.tag.to_str().unwrap_or_default(), file.written);
    (!has_it).then(|| body.bytes(Encoding::best(asked)))
}

/// A text of the site whose address was asked for before, with what an answer says of it as it goes over the wire.
#[derive(Debug)]
pub(super) struct Ready {
    pub(super) file: PublishedFile,
    /// The first lines of the answer to whom has it already.
    pub(super) unchanged: Vec<u8>,
    /// The first lines of the answer that brings it.
    pub(super) shown: Vec<u8>,
}

impl Ready {
    fn new(file: PublishedFile, about: &About) -> Self {
        let (unchanged, shown) =
            (lines(StatusCode::NOT_MODIFIED, &about.unchanged), lines(StatusCode::OK, &about.shown));
        Self { file, unchanged, shown }
    }
}

/// The first lines of an answer (RFC 9112 section 4).
fn lines(status: StatusCode, headers: &HeaderMap) -> Vec<u8> {
    let reason = status.canonical_reason().unwrap_or_default();
    let mut lines = format!("HTTP/1.1 {} {reason}\r\n", status.as_str()).into_bytes();
    for (name, value) in headers {
        lines.extend([name.as_str().as_bytes(), b": ", value.as_bytes(), b"\r\n"].concat());
    }
    lines
}

/// A picture, something too long for memory, or a file that somebody else put there.
async fn from_disk(desk: &Desk, mut request: Request, name: &str, file: Option<PublishedFile>) -> Option<Response> {
    // No file has such a name.
    if name.len() > LONGEST_NAME || name.split('/').any(|part| part.len() > LONGEST_PART) {
        return None;
    }
    let mut is_same = true;
    if let Some(file) = file {
        let tag = strong_tag(file.print);
        let known = tag.to_str().unwrap_or_default();
        if has_it(request.headers(), known, file.written) {
            let mut response = StatusCode::NOT_MODIFIED.into_response();
            add_validators(response.headers_mut(), name, (&file, tag));
            return Some(response);
        }
        is_same = may_be_partial(request.headers(), known, file.written);
    }
    let range = range::wanted(&request, file.map(|file| file.size)).filter(|_| is_same);
    match range.and_then(|range| HeaderValue::try_from(range).ok()) {
        Some(range) => drop(request.headers_mut().insert(header::RANGE, range)),
        None => drop(request.headers_mut().remove(header::RANGE)),
    }
    // Reading a folder of files cannot fail but by not finding one, which is an answer.
    let response = ServeDir::new(&desk.content().public).oneshot(request).await.into_response();
    if response.status() == StatusCode::NOT_FOUND {
        return None;
    }
    let mut response = response.map(Body::new);
    if response.status() == StatusCode::TEMPORARY_REDIRECT {
        *response.status_mut() = StatusCode::PERMANENT_REDIRECT;
    } else if let Some(file) = file.filter(|_| has_validators(response.status())) {
        add_validators(response.headers_mut(), name, (&file, strong_tag(file.print)));
    }
    if name.ends_with(".html") {
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type(name)));
    }
    Some(response)
}

/// The longest name of a file below the site that is looked for on the disk, in bytes: half of what a path may have (`PATH_MAX`).
const LONGEST_NAME: usize = 2048;
/// The longest name of a folder or a file in it (`NAME_MAX`).
const LONGEST_PART: usize = 255;

/// Whether an answer is about one version of a file.
fn has_validators(status: StatusCode) -> bool {
    status.is_success() || status == StatusCode::RANGE_NOT_SATISFIABLE
}

/// By what a client and the caches on the way know a version again, and how long they need not ask.
fn add_validators(headers: &mut HeaderMap, name: &str, (file, tag): (&PublishedFile, HeaderValue)) {
    headers.insert(header::ETAG, tag);
    if let Some(written) = date(file.written) {
        headers.insert(header::LAST_MODIFIED, written);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache_control(name)));
}

/// Says of a feed who tells others when it changes, and by which address that one knows it (W3C WebSub, section 4).
fn add_hub(headers: &mut HeaderMap, desk: &Desk, name: &str) {
    let site = &desk.content().settings.site;
    let Some(hub) = site.hub.as_ref().filter(|_| is_feed(name)) else { return };
    let own = Addresses::new(&site.base_url).url(name);
    for link in [format!("<{hub}>; rel=\"hub\""), format!("<{own}>; rel=\"self\"")] {
        if let Ok(link) = HeaderValue::try_from(link) {
            headers.append(header::LINK, link);
        }
    }
}

/// The page that says so, in the language of the address or else of whoever asks.
async fn not_found(desk: &Desk, site: &Site, locale: Locale) -> Result<Response, Error> {
    if let Some((_, body)) = desk.current().body(site, &format!("{locale}/404.html")).await {
        let (bytes, _) = body.bytes(Encoding::Identity);
        let html = [(header::CONTENT_TYPE, content_type("404.html"))];
        return Ok((StatusCode::NOT_FOUND, html, bytes).into_response());
    }
    desk.notice(StatusCode::NOT_FOUND, &locale, Notice::NotFound, None).await
}
