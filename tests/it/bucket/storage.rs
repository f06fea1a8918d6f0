//! Object storage on this machine: it speaks as much of S3 as an upload needs, believes only what is signed, and fails
//! when it is told to.

use std::{
    collections::{BTreeMap, VecDeque},
    fmt::Write as _,
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{
    Router,
    body::{Body, Bytes},
    extract::State,
    http::{HeaderMap, Method, Response, StatusCode, Uri},
};
use futures_util::stream;
use postduif::bucket::{Bucket, Patience, Settings};
use ring::{digest, hmac};

use crate::harness::Loopback;

/// The key that it knows.
pub(crate) const KEY: (&str, &str) = ("AKIATUIN", "geheim-1234");

/// What it does with a request, when it does not do what it is asked.
#[derive(Clone, Copy)]
pub(crate) enum Fault {
    /// It answers with a code.
    Code(u16),
    /// It hangs up in the middle of its answer.
    Cut,
}

/// What lies in it under a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Object {
    pub(crate) bytes: Bytes,
    pub(crate) kind: String,
    pub(crate) age: String,
}

/// A service with one bucket, `tuin`, until all who know it are gone.
#[derive(Clone)]
pub(crate) struct Storage {
    pub(crate) address: String,
    desk: Arc<Mutex<Desk>>,
    _server: Arc<Loopback>,
}

#[derive(Default)]
struct Desk {
    objects: BTreeMap<String, Object>,
    /// What was done: `PUT nl/index.html`.
    log: Vec<String>,
    faults: VecDeque<Fault>,
    /// How many more changes it takes; then it refuses all.
    patience: Option<usize>,
}

impl Storage {
    pub(crate) fn open() -> Self {
        let desk = Arc::new(Mutex::new(Desk::default()));
        let server = Loopback::serve(Router::new().fallback(answer).with_state(Arc::clone(&desk)));
        Self { address: format!("http://127.0.0.1:{}", server.port), desk, _server: Arc::new(server) }
    }

    /// A way in, for who waits for nothing.
    pub(crate) fn bucket(&self, key: &str) -> Bucket {
        let settings = Settings {
            name: "tuin".to_owned(),
            prefix: "site/".to_owned(),
            endpoint: Some(self.address.parse().unwrap()),
            region: "eu-west-3".to_owned(),
            key_id: KEY.0.to_owned(),
            key: key.to_owned().into(),
        };
        let patience = Patience { first_pause: Duration::from_millis(1), ..Patience::default() };
        Bucket::new(&settings, patience).unwrap()
    }

    /// The objects below the prefix, but for the lists.
    pub(crate) fn site(&self) -> BTreeMap<String, Object> {
        let desk = self.desk.lock().unwrap();
        let site = desk.objects.iter().filter(|(name, _)| !name.contains(".postduif-"));
        site.map(|(name, object)| (name.strip_prefix("site/").unwrap().to_owned(), object.clone())).collect()
    }

    /// What was done since somebody asked last, but to the lists.
    pub(crate) fn done(&self) -> Vec<String> {
        let log = std::mem::take(&mut self.desk.lock().unwrap().log);
        log.into_iter().filter(|line| !line.contains(".postduif-")).collect()
    }

    /// Lets the next requests go wrong.
    pub(crate) fn fail(&self, faults: &[Fault]) {
        self.desk.lock().unwrap().faults.extend(faults);
    }

    /// Takes so many changes more, and refuses all that comes then; none: it takes everything.
    pub(crate) fn take(&self, changes: Option<usize>) {
        self.desk.lock().unwrap().patience = changes;
    }
}

async fn answer(
    State(desk): State<Arc<Mutex<Desk>>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response<Body> {
    let mut desk = desk.lock().unwrap();
    match desk.faults.pop_front() {
        Some(Fault::Code(code)) => return says(code, "<Error><Code>SlowDown</Code></Error>"),
        Some(Fault::Cut) => {
            let cut = Body::from_stream(stream::iter([Err::<Bytes, _>(std::io::Error::other("cut"))]));
            return Response::builder().header("content-length", "10").body(cut).unwrap();
        }
        None => {}
    }
    if !is_signed(&method, &uri, &headers, &body) {
        return says(403, "<Error><Code>SignatureDoesNotMatch</Code></Error>");
    }
    let Some(name) = uri.path().strip_prefix("/tuin").map(|name| name.trim_start_matches('/').to_owned()) else {
        return says(404, "<Error><Code>NoSuchBucket</Code></Error>");
    };
    if method != Method::GET {
        match &mut desk.patience {
            Some(0) => return says(403, "<Error><Code>AccessDenied</Code></Error>"),
            Some(left) => *left -= 1,
            None => {}
        }
    }
    let said = |name: &str| headers.get(name).map_or("", |value| value.to_str().unwrap()).to_owned();
    match method {
        Method::GET => match desk.objects.get(&name) {
            Some(object) => Response::new(object.bytes.clone().into()),
            None => says(404, "<Error><Code>NoSuchKey</Code></Error>"),
        },
        Method::PUT => {
            desk.log.push(format!("PUT {}", name.trim_start_matches("site/")));
            desk.objects.insert(name, Object { bytes: body, kind: said("content-type"), age: said("cache-control") });
            Response::builder().header("etag", "\"1\"").body(Body::empty()).unwrap()
        }
        Method::POST if uri.query() == Some("delete") => {
            let text = String::from_utf8(body.to_vec()).unwrap();
            let mut deleted = "<DeleteResult>".to_owned();
            for name in text.split("<Key>").skip(1).map(|rest| rest.split("</Key>").next().unwrap()) {
                desk.log.push(format!("DELETE {}", name.trim_start_matches("site/")));
                desk.objects.remove(name);
                write!(deleted, "<Deleted><Key>{name}</Key></Deleted>").unwrap();
            }
            says(200, &format!("{deleted}</DeleteResult>"))
        }
        _ => says(405, ""),
    }
}

fn says(code: u16, body: &str) -> Response<Body> {
    Response::builder().status(StatusCode::from_u16(code).unwrap()).body(body.to_owned().into()).unwrap()
}

/// Whether a request bears the signature of the key over all of it (AWS Signature Version 4).
fn is_signed(method: &Method, uri: &Uri, headers: &HeaderMap, body: &[u8]) -> bool {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let (content, date) = (header("x-amz-content-sha256"), header("x-amz-date"));
    let mut parts = header("authorization").split([' ', ',']).filter_map(|part| part.split_once('='));
    let (Some(("Credential", whose)), Some(("SignedHeaders", names)), Some(("Signature", signature))) =
        (parts.next(), parts.next(), parts.next())
    else {
        return false;
    };
    let Some((id, scope)) = whose.split_once('/') else { return false };
    let [day, region, service, end] = scope.split('/').collect::<Vec<_>>()[..] else { return false };
    let signed: String = names.split(';').map(|name| format!("{name}:{}\n", header(name).trim())).collect();
    let query = uri.query().map(|query| if query.contains('=') { query.to_owned() } else { format!("{query}=") });
    let request = format!("{method}\n{}\n{}\n{signed}\n{names}\n{content}", uri.path(), query.unwrap_or_default());
    let text = format!("AWS4-HMAC-SHA256\n{date}\n{scope}\n{}", sha256(request.as_bytes()));
    let key =
        [day, region, service, end].iter().fold(format!("AWS4{}", KEY.1).into_bytes(), |key, part| mac(&key, part));
    content == sha256(body) && id == KEY.0 && region == "eu-west-3" && hex(&mac(&key, &text)) == signature
}

fn mac(key: &[u8], text: &str) -> Vec<u8> {
    hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, key), text.as_bytes()).as_ref().to_vec()
}

fn sha256(bytes: &[u8]) -> String {
    hex(digest::digest(&digest::SHA256, bytes).as_ref())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
