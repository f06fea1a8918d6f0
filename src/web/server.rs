//! The routers put together, with the limits that hold for every request.

use std::{io, time::Duration};

use axum::{Router, http::StatusCode, middleware};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tower_http::{catch_panic::CatchPanicLayer, limit::RequestBodyLimitLayer, timeout::TimeoutLayer};

use super::{
    Desk, Limits, address, apology, approve, confirm, data, files, foreign, headers, hooks, issues, listen::listen,
    operations, preferences, subscribe, test_mail, traffic::Traffic, unsubscribe,
};
use crate::delivery::Tally;

/// The longest body of a request: a form with every topic ticked is a twentieth of it.
const MAX_BODY_BYTES: usize = 64 * 1024;

/// How long a request may take; whoever sends slower than this is not served.
const TIMEOUT: Duration = Duration::from_secs(30);

/// Where requests come in.
#[derive(Debug)]
pub struct Listeners {
    /// From readers, if they are answered.
    pub public: Option<TcpListener>,
    /// From operators.
    pub operations: TcpListener,
    /// What they are told that was sent.
    pub tally: Tally,
    /// What they are told that was answered.
    pub traffic: Traffic,
}

/// Everything that readers can ask for.
pub fn router(desk: Desk) -> Router {
    Router::new()
        .merge(subscribe::router())
        .merge(confirm::router())
        .merge(unsubscribe::router())
        .merge(preferences::router())
        .merge(address::router())
        .merge(approve::router())
        .merge(data::router())
        .merge(issues::router())
        .merge(hooks::router())
        .merge(test_mail::router())
        .merge(files::router())
        .layer(middleware::from_fn_with_state(desk.clone(), foreign::refuse_foreign))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, TIMEOUT))
        .layer(RequestBodyLimitLayer::new(MAX_BODY_BYTES))
        .layer(CatchPanicLayer::new())
        .layer(middleware::from_fn_with_state(desk.clone(), apology::put_into_words))
        .layer(middleware::from_fn(headers::add_headers))
        .with_state(desk)
}

/// Answers requests until `stop` says so, and then finishes those that are under way.
///
/// # Errors
/// When a listener fails.
pub async fn serve(limits: Limits, desk: Desk, listeners: Listeners, stop: CancellationToken) -> io::Result<()> {
    let traffic = listeners.traffic;
    let operations =
        operations::router(listeners.tally, traffic.clone(), listeners.public.is_some()).with_state(desk.clone());
    let public = async {
        let Some(public) = listeners.public else { return Ok(()) };
        let prepare = keep_prepared(desk.clone(), stop.clone());
        tokio::join!(listen(public, (desk.clone(), router(desk.clone()), traffic), limits, stop.clone()), prepare);
        Ok(())
    };
    let operations =
        axum::serve(listeners.operations, operations).with_graceful_shutdown(stop.clone().cancelled_owned());
    tokio::try_join!(public, operations.into_future()).map(drop)
}

/// How often the site is looked at when nobody asks for it: soon enough that the first reader of a new post finds
/// its page prepared.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// Prepares the bodies of each new site.
async fn keep_prepared(desk: Desk, stop: CancellationToken) {
    let mut prepared = None;
    while !stop.is_cancelled() {
        prepared = Some(desk.current().prepare(prepared).await);
        tokio::select! {
            () = tokio::time::sleep(LOOK_EVERY) => {}
            () = stop.cancelled() => {}
        }
    }
}
