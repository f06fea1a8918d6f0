//! What a browser asks the real router, and what it is told.

use std::net::SocketAddr;

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Method, Request, StatusCode, Uri, header},
};
use postduif::web::{Limits, Listeners, serve};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tower::ServiceExt as _;

use super::{ADDRESS, Loopback, Publication};

/// An answer, read to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Answer {
    /// The value of a header, or nothing.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The path that the only form on the page is sent to.
    pub(crate) fn form_action(&self) -> String {
        let mut actions = self.body.split("<form ").skip(1).map(|form| {
            let (_, action) = form.split_once("action=\"").unwrap();
            let action = action.split_once('"').unwrap().0;
            action.strip_prefix(ADDRESS).unwrap_or(action).to_owned()
        });
        let action = actions.next().expect("there is a form");
        assert_eq!(actions.next(), None, "there is one form");
        action
    }
}

impl Publication {
    /// Serves the published files on this machine, for programs that ask for them over the network. Nothing tells those
    /// that a file is as it was: whoever asks twice gets it twice.
    pub(crate) fn serve_files(&self) -> Loopback {
        let public = self.root().join("public");
        let answer = async move |uri: Uri| {
            let file = public.join(uri.path().trim_start_matches('/'));
            std::fs::read(file)
                .map(|bytes| ([(header::CONTENT_TYPE, "application/xml")], bytes))
                .map_err(|_| StatusCode::NOT_FOUND)
        };
        Loopback::serve(Router::new().fallback(answer))
    }

    /// Serves it on a free port of this machine, as the daemon does, until it is told to stop.
    pub(crate) async fn listen(&self, limits: Limits) -> (SocketAddr, CancellationToken) {
        let bind = async || TcpListener::bind("127.0.0.1:0").await.unwrap();
        let (tally, traffic) = Default::default();
        let listeners = Listeners { public: Some(bind().await), operations: bind().await, tally, traffic };
        let (address, stop) = (listeners.public.as_ref().unwrap().local_addr().unwrap(), CancellationToken::new());
        let (desk, stopped) = (self.desk().await, stop.clone());
        tokio::spawn(async move { serve(limits, desk, listeners, stopped).await });
        (address, stop)
    }

    /// Asks for a page as a browser does.
    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.ask(Method::GET, path, &[], "").await
    }

    /// Sends a form as a browser does.
    pub(crate) async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let form = [(header::CONTENT_TYPE.as_str(), "application/x-www-form-urlencoded")];
        self.ask(Method::POST, path, &form, &body).await
    }

    /// Asks anything.
    pub(crate) async fn ask(&self, method: Method, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body.to_owned())).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        let body = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status: parts.status, headers: parts.headers, body }
    }
}
