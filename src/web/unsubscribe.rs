//! Leaving: one click in the mail program (RFC 8058), or one button on a page. No login, no
//! redirect, no cookie, for ever; and it works as often as somebody clicks.

use axum::{
    Router,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
    routing::get,
};

use super::{Desk, desk::Error};
use crate::{
    locale::Locale,
    storage::Consent,
    subscribers::{Purpose, SubscriberId},
    templates::Notice,
};

/// Routes for `/s/TOKEN/unsubscribe`.
pub(super) fn router() -> Router<Desk> {
    Router::new().route("/s/{token}/unsubscribe", get(ask).post(unsubscribe))
}

async fn ask(State(desk): State<Desk>, Path(token): Path<String>) -> Result<Response, Error> {
    match desk.verify(&token, Purpose::Unsubscribe).await? {
        Ok(read) => {
            let locale = locale_of(&desk, read.subscriber).await?;
            let action = Some(desk.links().personal(&token, "unsubscribe"));
            desk.notice(StatusCode::OK, &locale, Notice::Unsubscribe, action).await
        }
        Err(notice) => refuse(&desk, notice).await,
    }
}

/// The body says `List-Unsubscribe=One-Click`, as a form of either kind, or nothing when it comes
/// from the button. It is not read: the token alone says who leaves, and to have it is to be allowed.
async fn unsubscribe(State(desk): State<Desk>, Path(token): Path<String>) -> Result<Response, Error> {
    match desk.verify(&token, Purpose::Unsubscribe).await? {
        Ok(read) => {
            let locale = locale_of(&desk, read.subscriber).await?;
            // Somebody who was erased is gone already.
            if desk.store().subscriber(read.subscriber).await?.is_some() {
                let consent = Consent { page: "/s/…/unsubscribe", ..Consent::default() };
                desk.store().unsubscribe(read.subscriber, consent, desk.now()).await?;
            }
            desk.notice(StatusCode::OK, &locale, Notice::Unsubscribed, None).await
        }
        Err(notice) => refuse(&desk, notice).await,
    }
}

/// Their language; that of the publication for somebody who was erased.
async fn locale_of(desk: &Desk, id: SubscriberId) -> Result<Locale, Error> {
    let subscriber = desk.store().subscriber(id).await?;
    Ok(subscriber.map_or_else(|| desk.content().settings.site.source.clone(), |subscriber| subscriber.locale))
}

async fn refuse(desk: &Desk, notice: Notice) -> Result<Response, Error> {
    let source = desk.content().settings.site.source.clone();
    desk.notice(StatusCode::NOT_FOUND, &source, notice, None).await
}
