//! Confirming a new address: the link in the mail to it leads to a page with one button.

use axum::{
    Router,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
    routing::get,
};

use super::{Desk, desk::Error};
use crate::{
    storage::{Consent, Moved},
    subscribers::{Purpose, Status},
    templates::Notice,
};

/// Routes for `/s/TOKEN/address`.
pub(super) fn router() -> Router<Desk> {
    Router::new().route("/s/{token}/address", get(ask).post(make))
}

async fn ask(State(desk): State<Desk>, Path(token): Path<String>) -> Result<Response, Error> {
    let (read, reader) = match desk.bearer_of(&token, Purpose::Address).await? {
        Ok(both) => both,
        Err(refused) => return Ok(refused),
    };
    let wish = desk.store().pending_move(reader.id).await?;
    let wish = wish.filter(|(_, at)| at.timestamp() == read.issued_at.timestamp());
    match wish.filter(|_| reader.status == Status::Active) {
        Some((address, _)) if address == reader.email => {
            desk.notice(StatusCode::OK, &reader.locale, Notice::AddressChanged, None).await
        }
        Some(_) => {
            let action = Some(desk.links().personal(&token, "address"));
            desk.notice(StatusCode::OK, &reader.locale, Notice::Address, action).await
        }
        None => desk.notice(StatusCode::NOT_FOUND, &reader.locale, Notice::WishLapsed, None).await,
    }
}

async fn make(State(desk): State<Desk>, Path(token): Path<String>) -> Result<Response, Error> {
    let (read, reader) = match desk.bearer_of(&token, Purpose::Address).await? {
        Ok(both) => both,
        Err(refused) => return Ok(refused),
    };
    let consent = Consent { page: "/s/…/address", ..Consent::default() };
    let (status, notice) = match desk.store().move_subscriber(reader.id, read.issued_at, consent, desk.now()).await? {
        Moved::Now(_) => (StatusCode::OK, Notice::AddressChanged),
        Moved::Taken(_) => (StatusCode::CONFLICT, Notice::AddressTaken),
        Moved::Lapsed => (StatusCode::NOT_FOUND, Notice::WishLapsed),
    };
    desk.notice(status, &reader.locale, notice, None).await
}
