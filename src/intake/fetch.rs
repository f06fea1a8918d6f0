//! One document from the web, within limits: so big, so long, and from nowhere that is not public.

use std::{
    collections::HashMap,
    error::Error as StdError,
    net::SocketAddr,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use reqwest::{
    Client, Response, StatusCode,
    dns::{Addrs, Name, Resolve, Resolving},
    header::{ACCEPT, ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE, LOCATION},
};
use robotxt::{AccessResult, Robots};
use url::Url;

use super::address::{Forbidden, Permission};
use crate::diagnostic::count;

/// How often a document may say that it is elsewhere. More than two or three is a circle.
const MAX_REDIRECTS: usize = 5;

/// The biggest `robots.txt` that is read (RFC 9309 section 2.5 asks for at least this much).
const ROBOTS_BYTES: usize = 500 * 1024;

/// How the program is called in `robots.txt` and in the logs of those it asks.
const AGENT: &str = "postduif";

/// How long and how big an answer may be.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Feeds, pages and dumps. The longest known blogs have feeds of some megabytes.
    pub document_bytes: usize,
    /// Pictures. A camera's picture in full is about this big; a site should not publish it so.
    pub picture_bytes: usize,
    /// From the first step of a request to the last byte of its answer, so that none can drip for ever.
    pub time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self { document_bytes: 20 << 20, picture_bytes: 12 << 20, time: Duration::from_secs(30) }
    }
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A feed, a page or a dump.
    Document,
    /// A picture that a document shows.
    Picture,
}

/// What came.
#[derive(Debug)]
pub(super) struct Fetched {
    /// Where it was in the end.
    pub(super) url: Url,
    /// What the server says it is.
    pub(super) content_type: Option<String>,
    /// The bytes.
    pub(super) bytes: Vec<u8>,
}

/// Why nothing came.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The address may not be asked.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The site does not want it to be fetched by programs.
    #[error("its robots.txt asks programs not to fetch it; if the site is yours, add --ignore-robots")]
    Robots,
    /// The site does not say what it wants to be fetched by programs.
    #[error("its robots.txt cannot be read, so nothing is fetched there")]
    NoRobots(#[source] Box<Self>),
    /// There is no server, or it hung up.
    #[error("the server cannot be reached")]
    Unreachable(#[source] reqwest::Error),
    /// It took too long.
    #[error("the answer took longer than {} seconds", .0.as_secs_f32())]
    Slow(Duration),
    /// There was too much of it.
    #[error("it is larger than {}", megabytes(*.0))]
    TooBig(usize),
    /// The server says no.
    #[error("the server answers with {0}")]
    Status(StatusCode),
    /// The server sends on and on.
    #[error("it leads elsewhere more than {}", count(MAX_REDIRECTS, "time"))]
    Redirects,
    /// The server sends on without saying where.
    #[error("it leads elsewhere, and {0:?} is no address")]
    Location(String),
    /// The answer is packed, which was not asked for.
    #[error("the answer is packed as {0:?}, though that was not asked for")]
    Packed(String),
}

fn megabytes(bytes: usize) -> String {
    if bytes < 1 << 20 { count(bytes, "byte") } else { format!("{} MB", bytes >> 20) }
}

/// Fetches documents.
#[derive(Debug)]
pub struct Fetcher {
    client: Client,
    permission: Permission,
    limits: Limits,
    /// Whether `robots.txt` does not matter, because the site belongs to who asks.
    ignore_robots: bool,
    /// What each host wants, once it has been asked.
    robots: Mutex<HashMap<String, Arc<Robots>>>,
}

impl Fetcher {
    /// A way to the web.
    ///
    /// # Errors
    /// When TLS cannot be set up.
    pub fn new(permission: Permission, limits: Limits, ignore_robots: bool) -> reqwest::Result<Self> {
        let agent = concat!("postduif/", env!("CARGO_PKG_VERSION"));
        let builder = Client::builder().user_agent(agent).no_proxy().referer(false);
        let builder = builder.redirect(reqwest::redirect::Policy::none());
        let client = builder.dns_resolver(Arc::new(PublicResolver(permission.clone()))).build()?;
        Ok(Self { client, permission, limits, ignore_robots, robots: Mutex::default() })
    }

    /// Fetches what is at an address, or where that leads.
    ///
    /// `robots.txt` is asked about every document, at each place that it leads to, and not about the
    /// pictures of a document that may be fetched: they are part of it. Feeds are no exception. Nobody
    /// knows that an address is a feed before it has been fetched, and who owns the site can say so.
    pub(super) async fn fetch(&self, url: &Url, wanted: Wanted) -> Result<Fetched, Failure> {
        let mut url = url.clone();
        for _ in 0..=MAX_REDIRECTS {
            self.permission.check(&url)?;
            if wanted == Wanted::Document && !self.ignore_robots && !self.robots(&url).await?.is_url_allowed(&url) {
                return Err(Failure::Robots);
            }
            match self.in_time(self.step(&url, self.limit(wanted))).await? {
                Step::Here(fetched) => return Ok(fetched),
                Step::Elsewhere(next) => url = next,
            }
        }
        Err(Failure::Redirects)
    }

    fn limit(&self, wanted: Wanted) -> usize {
        match wanted {
            Wanted::Document => self.limits.document_bytes,
            Wanted::Picture => self.limits.picture_bytes,
        }
    }

    async fn in_time<T>(&self, work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
        tokio::time::timeout(self.limits.time, work).await.unwrap_or(Err(Failure::Slow(self.limits.time)))
    }

    /// One request.
    async fn step(&self, url: &Url, limit: usize) -> Result<Step, Failure> {
        // Nothing is unpacked, so nothing small can become big.
        let request = self.client.get(url.clone()).header(ACCEPT_ENCODING, "identity").header(ACCEPT, "*/*");
        let answer = request.send().await.map_err(|error| failure_of(error.without_url()))?;
        let status = answer.status();
        let said =
            |name| answer.headers().get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
        if status.is_redirection() && status != StatusCode::NOT_MODIFIED {
            let location = said(LOCATION).unwrap_or_default();
            let next = url.join(&location).ok().filter(|_| !location.is_empty());
            return next.map(Step::Elsewhere).ok_or(Failure::Location(location));
        }
        if !status.is_success() {
            return Err(Failure::Status(status));
        }
        if let Some(packed) = said(CONTENT_ENCODING).filter(|how| !how.trim().eq_ignore_ascii_case("identity")) {
            return Err(Failure::Packed(packed));
        }
        let content_type = said(CONTENT_TYPE);
        Ok(Step::Here(Fetched { url: url.clone(), content_type, bytes: read_body(answer, limit).await? }))
    }

    /// What a host wants programs to leave alone (RFC 9309).
    async fn robots(&self, url: &Url) -> Result<Arc<Robots>, Failure> {
        let host = url.origin().ascii_serialization();
        let known = |robots: &Mutex<HashMap<String, Arc<Robots>>>| {
            robots.lock().unwrap_or_else(PoisonError::into_inner).get(&host).cloned()
        };
        if let Some(robots) = known(&self.robots) {
            return Ok(robots);
        }
        let robots = Arc::new(self.ask_robots(url).await?);
        self.robots.lock().unwrap_or_else(PoisonError::into_inner).insert(host, Arc::clone(&robots));
        Ok(robots)
    }

    async fn ask_robots(&self, url: &Url) -> Result<Robots, Failure> {
        let mut url = url.clone();
        url.set_path("/robots.txt");
        url.set_query(None);
        url.set_fragment(None);
        for _ in 0..=MAX_REDIRECTS {
            self.permission.check(&url)?;
            match self.in_time(self.step(&url, ROBOTS_BYTES)).await {
                Ok(Step::Elsewhere(next)) => url = next,
                Ok(Step::Here(fetched)) => {
                    return Ok(Robots::from_access(AccessResult::Successful(&fetched.bytes), AGENT));
                }
                // Who has no such file asks for nothing.
                Err(Failure::Status(status)) if status.is_client_error() => {
                    return Ok(Robots::from_access(AccessResult::Unavailable, AGENT));
                }
                Err(failure @ (Failure::Unreachable(_) | Failure::Forbidden(_))) => return Err(failure),
                // Where nobody can say what may be fetched, nothing may (RFC 9309 section 2.3.1.4).
                Err(failure) => return Err(Failure::NoRobots(Box::new(failure))),
            }
        }
        Ok(Robots::from_access(AccessResult::TooManyRedirects, AGENT))
    }
}

enum Step {
    Here(Fetched),
    Elsewhere(Url),
}

/// The bytes of an answer, as far as there are not too many.
async fn read_body(mut answer: Response, limit: usize) -> Result<Vec<u8>, Failure> {
    if answer.content_length().is_some_and(|length| length > limit as u64) {
        return Err(Failure::TooBig(limit));
    }
    let mut bytes = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(|error| Failure::Unreachable(error.without_url()))? {
        if bytes.len() + chunk.len() > limit {
            return Err(Failure::TooBig(limit));
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}

/// A failed request; if the resolver refused, with its reason.
fn failure_of(error: reqwest::Error) -> Failure {
    let mut cause = error.source();
    while let Some(source) = cause {
        if let Some(forbidden) = source.downcast_ref::<Forbidden>() {
            return Failure::Forbidden(forbidden.clone());
        }
        cause = source.source();
    }
    Failure::Unreachable(error)
}

/// Resolves names to those of their addresses that may be asked. As the connection is opened to
/// exactly these, no second look-up can give another answer (DNS rebinding).
struct PublicResolver(Permission);

impl Resolve for PublicResolver {
    fn resolve(&self, name: Name) -> Resolving {
        let permission = self.0.clone();
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let mut allowed: Vec<SocketAddr> = Vec::new();
            let mut refused = None;
            for address in found {
                match permission.check_ip(address.ip()) {
                    Ok(()) => allowed.push(address),
                    Err(forbidden) => refused = Some(forbidden),
                }
            }
            match refused {
                Some(forbidden) if allowed.is_empty() => Err(Box::<dyn StdError + Send + Sync>::from(forbidden)),
                _ => Ok(Box::new(allowed.into_iter()) as Addrs),
            }
        })
    }
}
