//! Confirming a subscription: a page with one button, because the link in the mail is fetched by
//! scanners long before a person clicks it.

use axum::{
    Router,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
    routing::get,
};

use super::{Desk, apology::refuse, desk::Error, origin::Origin};
use crate::{
    digest::Composer,
    storage::{Consent, Welcome},
    subscribers::{Purpose, Status},
    templates::Notice,
};

/// Routes for `/s/TOKEN/confirm`.
pub(super) fn router() -> Router<Desk> {
    Router::new().route("/s/{token}/confirm", get(ask).post(confirm))
}

async fn ask(State(desk): State<Desk>, Path(token): Path<String>) -> Result<Response, Error> {
    let read = match desk.verify(&token, Purpose::Confirm).await? {
        Ok(read) => read,
        Err(notice) => return Ok(refuse(StatusCode::NOT_FOUND, notice)),
    };
    match desk.store().subscriber(read.subscriber).await? {
        Some(subscriber) if subscriber.status == Status::Active => {
            desk.notice(StatusCode::OK, &subscriber.locale, Notice::Confirmed, None).await
        }
        // They have left since: an old link does not bring them back.
        Some(subscriber) if subscriber.status == Status::Unsubscribed => {
            desk.notice(StatusCode::NOT_FOUND, &subscriber.locale, Notice::LinkExpired, None).await
        }
        Some(subscriber) => {
            let action = Some(desk.links().personal(&token, "confirm"));
            desk.notice(StatusCode::OK, &subscriber.locale, Notice::Confirm, action).await
        }
        None => Ok(refuse(StatusCode::NOT_FOUND, Notice::LinkExpired)),
    }
}

async fn confirm(State(desk): State<Desk>, Path(token): Path<String>, origin: Origin) -> Result<Response, Error> {
    let read = match desk.verify(&token, Purpose::Confirm).await? {
        Ok(read) => read,
        Err(notice) => return Ok(refuse(StatusCode::NOT_FOUND, notice)),
    };
    let Some(subscriber) = desk.store().subscriber(read.subscriber).await? else {
        return Ok(refuse(StatusCode::NOT_FOUND, Notice::LinkExpired));
    };
    let locale = subscriber.locale.clone();
    if subscriber.status == Status::Unsubscribed {
        return desk.notice(StatusCode::NOT_FOUND, &locale, Notice::LinkExpired, None).await;
    }
    if subscriber.status == Status::Pending {
        let make = move |composer: &Composer<'_>| {
            let (content, head) = (composer.compose_welcome(&subscriber)?, composer.head(&subscriber.locale));
            Ok(Welcome { content, locale: subscriber.locale, head })
        };
        let welcome = desk.compose(make).await?;
        // A second click finds them active, and nothing is sent again.
        let origin = desk.store().hash_origin(&origin.prefix());
        let consent = Consent { wording: "", page: "/s/…/confirm", origin: &origin };
        desk.store().confirm(read.subscriber, Some(&welcome), consent, desk.now()).await?;
    }
    desk.notice(StatusCode::OK, &locale, Notice::Confirmed, None).await
}
