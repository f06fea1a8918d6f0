//! What every answer says to browsers and caches.

use axum::{
    extract::Request,
    http::{HeaderMap, HeaderName, HeaderValue, Method, header},
    middleware::Next,
    response::Response,
};

/// Nothing but our own files, no script within a page, no frames: even if something slipped into
/// a page, it could do nothing. The only scripts are that of the search,
/// which asks for its index, and that of the subscription form, which asks for its puzzle.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
                      script-src 'self'; connect-src 'self'; form-action 'self'; \
                      base-uri 'none'; frame-ancestors 'none'";

/// Adds the headers that keep browsers from what no page of ours does.
pub(super) fn protect(headers: &mut HeaderMap) {
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::REFERRER_POLICY, "strict-origin-when-cross-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
}

/// Adds the headers that every answer has, and `no-store` to all that are not files, or say that something went wrong:
/// who comes again a minute later is to hear how it is then.
pub(super) async fn add_headers(request: Request, next: Next) -> Response {
    let is_personal = request.uri().path().starts_with("/s/");
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    let mut response = next.run(request).await;
    let is_fine = response.status().is_success() || response.status().is_redirection();
    let headers = response.headers_mut();
    protect(headers);
    let mut set = |name: HeaderName, value: &'static str| headers.insert(name, HeaderValue::from_static(value));
    if is_personal {
        set(header::REFERRER_POLICY, "no-referrer");
    }
    if is_personal || !is_read || !is_fine {
        set(header::CACHE_CONTROL, "no-store");
    } else if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=60"));
    }
    if is_personal {
        headers.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex"));
    }
    response
}
