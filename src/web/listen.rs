//! Connections from readers, with what a patient attacker runs into: a head that comes too slowly, and
//! more connections than there is room for.

use std::{
    convert::Infallible,
    net::SocketAddr,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    Router,
    body::{Body, Bytes},
    extract::{ConnectInfo, Request},
};
use futures_util::future::{Either, ready};
use hyper::{
    body::{Frame, Incoming, SizeHint},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use tokio::{net::TcpListener, sync::Semaphore, time};
use tokio_util::sync::CancellationToken;
use tower::ServiceExt as _;

use super::{Desk, files::answer_again, traffic::Traffic};

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
    (desk, app, traffic): (Desk, Router, Traffic),
    limits: Limits,
    stop: CancellationToken,
) {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(limits.head);
    let (room, connections) = (Arc::new(Semaphore::new(limits.connections)), GracefulShutdown::new());
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
        let (app, desk, traffic) = (app.clone(), desk.clone(), traffic.clone());
        let answer = service_fn(move |request| match answer_again(&desk, &request) {
            Some(again) => {
                traffic.note(again.status());
                Either::Left(ready(Ok(again.map(|bytes| Reply::Ready(Some(bytes))))))
            }
            None => Either::Right(answer(app.clone(), traffic.clone(), peer, request)),
        });
        let connection = connections.watch(http.serve_connection(TokioIo::new(stream), answer));
        tokio::spawn(async move {
            // Whoever hangs up early is no error of ours.
            let _ = connection.await;
            drop(place);
        });
    }
    drop(listener);
    time::sleep(FIRST_WORD).await;
    let _ = time::timeout(LAST_ANSWERS, connections.shutdown()).await;
}

/// The body of an answer.
enum Reply {
    /// Bytes from memory, until they are sent.
    Ready(Option<Bytes>),
    /// What a handler made.
    Made(Body),
}

impl hyper::body::Body for Reply {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        match &mut *self {
            Self::Ready(bytes) => {
                Poll::Ready(bytes.take().filter(|bytes| !bytes.is_empty()).map(|b| Ok(Frame::data(b))))
            }
            Self::Made(body) => Pin::new(body).poll_frame(context),
        }
    }

    fn is_end_stream(&self) -> bool {
        match self {
            Self::Ready(bytes) => bytes.as_ref().is_none_or(Bytes::is_empty),
            Self::Made(body) => body.is_end_stream(),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            Self::Ready(bytes) => SizeHint::with_exact(bytes.as_ref().map_or(0, Bytes::len) as u64),
            Self::Made(body) => body.size_hint(),
        }
    }
}

async fn answer(
    app: Router,
    traffic: Traffic,
    peer: SocketAddr,
    request: hyper::Request<Incoming>,
) -> Result<hyper::Response<Reply>, Infallible> {
    let mut request: Request = request.map(Body::new);
    request.extensions_mut().insert(ConnectInfo(peer));
    let response = app.oneshot(request).await?;
    traffic.note(response.status());
    Ok(response.map(Reply::Made))
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
