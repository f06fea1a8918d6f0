//! A site on this machine, from which things are imported: it serves what it is given, or behaves badly.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{
    Router,
    body::{Body, Bytes},
    extract::State,
    http::{HeaderMap, Response, Uri},
};
use futures_util::stream;
use postduif::intake::Permission;
use tokio::time;

use crate::harness::Loopback;

/// What the site answers to one path.
#[derive(Clone)]
pub(crate) enum Reply {
    /// Content of a type.
    Is(&'static str, Vec<u8>),
    /// It lies elsewhere.
    Elsewhere(String),
    /// A code and nothing else.
    Code(u16),
    /// Content with a header of this name and value.
    With(&'static str, &'static str, Vec<u8>),
    /// It hangs up in the middle of its answer.
    Cut,
    /// An answer without an end, fast.
    Endless,
    /// An answer without an end, a byte at a time.
    Drip,
}

/// A request that came: its path, and its headers.
type Asked = (String, HeaderMap);

/// A site, until it is dropped.
pub(crate) struct Site {
    pub(crate) port: u16,
    desk: Arc<Desk>,
    _server: Loopback,
}

#[derive(Default)]
struct Desk {
    pages: Mutex<HashMap<String, Reply>>,
    asked: Mutex<Vec<Asked>>,
}

impl Site {
    /// Opens an empty site.
    pub(crate) fn open() -> Self {
        let desk = Arc::<Desk>::default();
        let server = Loopback::serve(Router::new().fallback(answer).with_state(Arc::clone(&desk)));
        Self { port: server.port, desk, _server: server }
    }

    /// Puts something at a path. `SITE` in a text stands for the site's address.
    pub(crate) fn put(&self, path: &str, reply: Reply) {
        self.desk.pages.lock().unwrap().insert(path.to_owned(), reply);
    }

    /// Puts a text at a path.
    pub(crate) fn put_text(&self, path: &str, kind: &'static str, text: &str) {
        let text = text.replace("SITE", &self.address(""));
        self.put(path, Reply::Is(kind, text.into_bytes()));
    }

    /// The address of a path.
    pub(crate) fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// The permission to ask this site, and no other that is not public.
    pub(crate) fn permission(&self) -> Permission {
        Permission { addresses: vec![IpAddr::from([127, 0, 0, 1])], ports: vec![self.port] }
    }

    /// The paths that were asked for.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.desk.asked.lock().unwrap().iter().map(|(path, _)| path.clone()).collect()
    }

    /// The headers of the last request.
    pub(crate) fn last_headers(&self) -> HeaderMap {
        self.desk.asked.lock().unwrap().last().unwrap().1.clone()
    }
}

async fn answer(State(desk): State<Arc<Desk>>, uri: Uri, headers: HeaderMap) -> Response<Body> {
    let path = uri.path().to_owned();
    desk.asked.lock().unwrap().push((path.clone(), headers));
    let reply = desk.pages.lock().unwrap().get(&path).cloned();
    let builder = Response::builder();
    match reply {
        None => builder.status(404).body(Body::empty()).unwrap(),
        Some(Reply::Is(kind, bytes)) => builder.header("content-type", kind).body(bytes.into()).unwrap(),
        Some(Reply::Elsewhere(to)) => builder.status(302).header("location", to).body(Body::empty()).unwrap(),
        Some(Reply::Code(code)) => builder.status(code).body(Body::empty()).unwrap(),
        Some(Reply::With(name, value, bytes)) => builder.header(name, value).body(bytes.into()).unwrap(),
        Some(Reply::Cut) => {
            let half = [Ok(Bytes::from_static(b"<rss>")), Err(std::io::Error::other("cut"))];
            builder.body(Body::from_stream(stream::iter(half))).unwrap()
        }
        Some(Reply::Endless) => {
            let blanks = stream::repeat_with(|| Ok::<_, std::io::Error>(Bytes::from(vec![b' '; 64 << 10])));
            builder.body(Body::from_stream(blanks)).unwrap()
        }
        Some(Reply::Drip) => {
            let ticks = stream::unfold(time::interval(Duration::from_millis(5)), |mut ticks| async {
                ticks.tick().await;
                Some((Ok::<_, std::io::Error>(Bytes::from_static(b" ")), ticks))
            });
            builder.body(Body::from_stream(ticks)).unwrap()
        }
    }
}
