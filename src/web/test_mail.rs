//! Where the personal links of a test mail lead: to a page that says that it is one. Nothing happens there.

use axum::{
    Router,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
    routing::get,
};

use super::{Desk, apology::refuse, desk::Error};
use crate::{locale::Locale, templates::Notice};

/// Routes for `/s/test/LOCALE`.
pub(super) fn router() -> Router<Desk> {
    Router::new().route("/s/test/{locale}", get(say).post(say))
}

async fn say(State(desk): State<Desk>, Path(tag): Path<String>) -> Result<Response, Error> {
    let settings = &desk.content().settings;
    let known = tag.parse::<Locale>().ok().filter(|locale| settings.locale(locale).is_some());
    match known {
        Some(locale) => desk.notice(StatusCode::OK, &locale, Notice::TestMail, None).await,
        None => Ok(refuse(StatusCode::NOT_FOUND, Notice::LinkInvalid)),
    }
}
