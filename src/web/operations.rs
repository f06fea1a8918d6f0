//! For operators, on a listener of its own: whether the program lives, whether it is ready, what it sends,
//! and what is wrong with what it publishes.

use std::time::Duration;

use axum::{Router, extract::State, http::StatusCode, response::IntoResponse, routing::get};
use tokio::time::timeout;

use super::{Desk, metrics::metrics, problems::problems, traffic::Traffic};
use crate::delivery::Tally;

/// Routes for the operators' listener.
pub(super) fn router(tally: Tally, traffic: Traffic, has_pages: bool) -> Router<Desk> {
    Router::new()
        .route("/health/live", get(async || "alive\n"))
        .route("/health/ready", get(async move |State(desk)| ready(&desk, has_pages).await))
        .route("/problems", get(problems))
        .route("/metrics", get(async move |State(desk)| metrics(desk, tally.clone(), traffic.clone()).await))
}

/// Ready when the database answers and the site has been written, if there are `pages` to show.
/// A database that takes longer to say what is due is none that anybody can work with.
const LONGEST_LOOK: Duration = Duration::from_secs(3);

async fn ready(desk: &Desk, pages: bool) -> impl IntoResponse + use<> {
    // Whoever asks hangs up before a server that is away is given up on.
    if !matches!(timeout(LONGEST_LOOK, desk.store().next_due()).await, Ok(Ok(_))) {
        return (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n");
    }
    if pages && !desk.content().has_site() {
        return (StatusCode::SERVICE_UNAVAILABLE, "the site has not been published yet\n");
    }
    (StatusCode::OK, "ready\n")
}
