//! For operators, on a listener of its own: whether the program lives, whether it is ready, what it sends,
//! and what is wrong with what it publishes.

use axum::{Router, extract::State, http::StatusCode, response::IntoResponse, routing::get};

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
async fn ready(desk: &Desk, pages: bool) -> impl IntoResponse + use<> {
    if desk.store().next_due().await.is_err() {
        return (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n");
    }
    if pages && !desk.content().has_site() {
        return (StatusCode::SERVICE_UNAVAILABLE, "the site has not been published yet\n");
    }
    (StatusCode::OK, "ready\n")
}
