//! Connections from readers, with what a patient attacker runs into: a head that comes too slowly, and
//! more connections than there is room for.

use std::{convert::Infallible, io::Cursor, net::SocketAddr, pin::pin, sync::Arc, time::Duration};

use axum::{
    Router,
    body::Body,
    extract::{ConnectInfo, Request},
    http::{StatusCode, Version, header},
    response::{IntoResponse as _, Response},
};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    io::{self, AsyncReadExt as _},
    net::{TcpListener, TcpStream},
    sync::Semaphore,
    time,
};
use tokio_util::sync::CancellationToken;
use tower::ServiceExt as _;

use super::{Desk, again::answer_again, headers, traffic::Traffic};

/// What connections may take.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// How long the head of a request may take to arrive, and how long a connection may say nothing.
    pub head: Duration,
    /// The most connections at a time; others wait in the queue of the system. Each takes some 20 KB.
    pub connections: usize,
}

/// The most connections at a time, where there are files enough.
const MOST_CONNECTIONS: u64 = 10_000;

/// Files that are kept for all else: the database, the relays, pages, logs.
const KEPT_FILES: u64 = 512;

impl Limits {
    /// What connections may take in a process that may have so many files open, each connection one of them.
    pub fn within(files: u64) -> Self {
        let connections = (files - KEPT_FILES.min(files / 2)).clamp(1, MOST_CONNECTIONS);
        Self { head: Duration::from_secs(15), connections: usize::try_from(connections).unwrap_or(usize::MAX) }
    }
}

/// How long to wait when the system gives no connection, as when there is no file left to open.
const PAUSE: Duration = Duration::from_millis(100);

/// Who has been let in and has not asked yet is waited for so long before their connection counts as idle.
const FIRST_WORD: Duration = Duration::from_millis(250);

/// How long what is under way may take after the end was asked for.
const LAST_ANSWERS: Duration = Duration::from_secs(30);

/// Answers on one listener until `stop` says so, and then finishes what is under way.
pub(super) async fn listen(
    listener: TcpListener,
    (desk, app, traffic): (Option<Desk>, Router, Traffic),
    limits: Limits,
    stop: CancellationToken,
) {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(limits.head);
    let room = Arc::new(Semaphore::new(limits.connections));
    let leave = CancellationToken::new();
    let host = Arc::new(Host { desk, app, traffic, http, limits, leave: leave.clone() });
    loop {
        let accepted = async {
            // The semaphore is never closed.
            let place = Arc::clone(&room).acquire_owned().await.ok();
            (place, listener.accept().await)
        };
        let (place, accepted) = tokio::select! {
            () = stop.cancelled() => break,
            accepted = accepted => accepted,
        };
        let Ok((stream, peer)) = accepted else {
            time::sleep(PAUSE).await;
            continue;
        };
        // An answer is in one piece already, or too long to wait for the next.
        let _ = stream.set_nodelay(true);
        let host = Arc::clone(&host);
        tokio::spawn(async move {
            host.answer_on(stream, peer).await;
            drop(place);
        });
    }
    drop(listener);
    time::sleep(FIRST_WORD).await;
    leave.cancel();
    // All have left when there is room for as many as there can be.
    let all = u32::try_from(limits.connections).unwrap_or(u32::MAX);
    let _ = time::timeout(LAST_ANSWERS, room.acquire_many(all)).await;
}

/// What answers on each connection.
struct Host {
    /// Whose texts may be answered with again; none where nothing is ever the same.
    desk: Option<Desk>,
    app: Router,
    traffic: Traffic,
    http: http1::Builder,
    limits: Limits,
    /// Says that those who ask for nothing have to go.
    leave: CancellationToken,
}

impl Host {
    /// Answers what is asked on a connection: as long as it was asked before, from memory, and from then on by routes.
    async fn answer_on(&self, mut stream: TcpStream, peer: SocketAddr) {
        let mut read = Vec::new();
        if let Some(desk) = &self.desk {
            let again = answer_again(&mut stream, desk, &self.traffic, self.limits.head, &self.leave).await;
            let Some(unanswered) = again else { return };
            read = unanswered;
        }
        let (reader, writer) = stream.into_split();
        let stream = io::join(Cursor::new(read).chain(reader), writer);
        let answer = service_fn(|request| self.answer(peer, request));
        let mut connection = pin!(self.http.serve_connection(TokioIo::new(stream), answer));
        // Whoever hangs up early is no error of ours.
        tokio::select! {
            _ = connection.as_mut() => return,
            () = self.leave.cancelled() => connection.as_mut().graceful_shutdown(),
        }
        let _ = connection.await;
    }

    async fn answer(&self, peer: SocketAddr, request: hyper::Request<Incoming>) -> Result<Response, Infallible> {
        if !names_its_host(&request) {
            self.traffic.note(StatusCode::BAD_REQUEST);
            let mut response = (StatusCode::BAD_REQUEST, "which host is this for?\n").into_response();
            headers::protect(response.headers_mut());
            return Ok(response);
        }
        let mut request: Request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(peer));
        let response = self.app.clone().oneshot(request).await?;
        self.traffic.note(response.status());
        Ok(response)
    }
}

/// Whether a request says for which host it is, once and as a host can be called; before HTTP/1.1 nobody has to
/// (RFC 9112 section 3.2).
fn names_its_host(request: &hyper::Request<Incoming>) -> bool {
    let mut hosts = request.headers().get_all(header::HOST).iter();
    match (hosts.next(), hosts.next()) {
        (None, _) => request.version() < Version::HTTP_11,
        (Some(host), None) => can_be_host(host.as_bytes()),
        (Some(_), Some(_)) => false,
    }
}

/// Whether a host can be called so, with its port (RFC 3986 section 3.2.2); it may have no name.
pub(super) fn can_be_host(host: &[u8]) -> bool {
    host.iter().all(|sign| sign.is_ascii_alphanumeric() || b"-._~%!$&'()*+,;=:[]".contains(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crowd_of_readers_leaves_files_for_all_else() {
        let connections = |files| Limits::within(files).connections;
        assert_eq!([0, 200, 1_024, 20_000, u64::MAX].map(connections), [1, 100, 512, 10_000, 10_000]);
    }
}
