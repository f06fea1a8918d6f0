//! Forms on the pages of others: such a page could have each of its visitors' browsers ask for mail to anybody, from a
//! network of its own.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, Method, StatusCode, header},
    middleware::Next,
    response::Response,
};
use url::Url;

use super::{Desk, apology::refuse};
use crate::templates::Notice;

/// What a browser says of the page that a request comes from, and no script can (W3C Fetch Metadata).
const SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// What `Origin` says when the page before tells nobody where it is.
const OPAQUE: &str = "null";

/// Refuses what a page of another site has a browser send. Programs say nothing of a page, and are let in.
pub(super) async fn refuse_foreign(State(desk): State<Desk>, request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let path = request.uri().path();
    if reads || is_for_programs(path) || !is_foreign(request.headers(), path, &desk.content().settings.site.base_url) {
        return next.run(request).await;
    }
    refuse(StatusCode::FORBIDDEN, Notice::Foreign)
}

/// What mail programs and other programs send, wherever they run. They bring their own proof.
fn is_for_programs(path: &str) -> bool {
    path.starts_with("/hooks/") || path.starts_with("/s/") && path.ends_with("/unsubscribe")
}

fn is_foreign(headers: &HeaderMap, path: &str, base: &Url) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    match (text(SITE), text(header::ORIGIN)) {
        (Some(site), _) => site == "cross-site",
        // So comes also who comes from one of our own personal pages, which tell nobody where they are. There the link is
        // the proof.
        (None, Some(OPAQUE)) => !path.starts_with("/s/"),
        (None, Some(origin)) => !is_own(origin, text(header::HOST), base),
        (None, None) => false,
    }
}

/// Whether an origin is the publication's, or the host that was asked, which a proxy may pass on by another scheme.
fn is_own(origin: &str, host: Option<&str>, base: &Url) -> bool {
    let authority = origin.split_once("://").map(|(_, authority)| authority);
    let is_asked =
        host.zip(authority).is_some_and(|(host, authority)| !host.is_empty() && host.eq_ignore_ascii_case(authority));
    is_asked || origin.parse::<Url>().is_ok_and(|origin| origin.origin() == base.origin())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_another_site_has_sent_is_foreign() {
        let base = "https://blog.example/nieuws/".parse().unwrap();
        let form = "/nl/subscribe";
        for (path, said, foreign) in [
            (form, vec![], false),
            (form, vec![("sec-fetch-site", "same-origin")], false),
            (form, vec![("sec-fetch-site", "none")], false),
            (form, vec![("sec-fetch-site", "cross-site")], true),
            // A page that hides where it is has this origin, also ours: its browser knows better.
            (form, vec![("sec-fetch-site", "same-origin"), ("origin", "null")], false),
            (form, vec![("sec-fetch-site", "cross-site"), ("origin", "https://blog.example")], true),
            (form, vec![("origin", "https://blog.example")], false),
            (form, vec![("origin", "https://blog.example:444")], true),
            (form, vec![("origin", "https://blog.example.evil.example")], true),
            (form, vec![("origin", "http://127.0.0.1:8080"), ("host", "127.0.0.1:8080")], false),
            (form, vec![("origin", "https://evil.example"), ("host", "127.0.0.1:8080")], true),
            (form, vec![("origin", "null")], true),
            (form, vec![("origin", "file://"), ("host", "")], true),
            ("/s/x/preferences", vec![("origin", "null")], false),
            ("/s/x/preferences", vec![("origin", "https://evil.example")], true),
        ] {
            let headers = said.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect();
            assert_eq!(is_foreign(&headers, path, &base), foreign, "{path} {said:?}");
        }
        assert!(is_for_programs("/s/x/unsubscribe") && is_for_programs("/hooks/publish"));
        assert!(!is_for_programs("/nl/unsubscribe") && !is_for_programs(form));
    }
}
