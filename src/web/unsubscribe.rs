//! Leaving: one click in the mail program (RFC 8058), or one button on a page. No login, no
//! redirect, no cookie, for ever; and it works as often as somebody clicks.

use axum::{
    Router,
    body::Bytes,
    extract::{
        Path, State,
        rejection::{BytesRejection, PathRejection},
    },
    http::{HeaderMap, StatusCode, header},
    response::Response,
    routing::get,
};

use super::{Desk, accept::language, apology::refuse, desk::Error, filled::Filled};
use crate::{locale::Locale, storage::Consent, subscribers::Purpose, templates::Notice};

/// Routes for `/s/TOKEN/unsubscribe`.
pub(super) fn router() -> Router<Desk> {
    Router::new().route("/s/{token}/unsubscribe", get(ask).post(unsubscribe))
}

async fn ask(State(desk): State<Desk>, Path(token): Path<String>, headers: HeaderMap) -> Result<Response, Error> {
    match desk.verify(&token, Purpose::Unsubscribe).await? {
        Ok(read) => {
            let reader = desk.store().subscriber(read.subscriber).await?;
            // Of somebody who was erased nobody knows what they read.
            let locale = reader.map_or_else(|| visitors(&desk, &headers), |reader| reader.locale);
            let action = Some(desk.links().personal(&token, "unsubscribe"));
            desk.notice(StatusCode::OK, &locale, Notice::Unsubscribe, action).await
        }
        Err(notice) => Ok(refuse(StatusCode::NOT_FOUND, notice)),
    }
}

/// The body says `List-Unsubscribe=One-Click`, as a form of either kind, or nothing. It need not be read: the token alone
/// says who leaves, and to have it is to be allowed. What the button sends says in which language to answer.
///
/// The answer is the same, byte for byte, whosever link it is and also if it is nobody's: it tells a stranger nothing, and
/// a mail program that nothing is left to do.
async fn unsubscribe(
    State(desk): State<Desk>,
    token: Result<Path<String>, PathRejection>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Error> {
    // An address that is no text is nobody's link.
    let token = token.map(|Path(token)| token).unwrap_or_default();
    if let Ok(read) = desk.verify(&token, Purpose::Unsubscribe).await?
        // Somebody who was erased is gone already.
        && desk.store().subscriber(read.subscriber).await?.is_some()
    {
        let consent = Consent { page: "/s/…/unsubscribe", ..Consent::default() };
        desk.store().unsubscribe(read.subscriber, consent, desk.now()).await?;
    }
    let locale = answer_in(&desk, &body.unwrap_or_default(), &headers);
    desk.notice(StatusCode::OK, &locale, Notice::Unsubscribed, None).await
}

/// The language of the page with the button, or the one that the browser asks for.
fn answer_in(desk: &Desk, body: &[u8], headers: &HeaderMap) -> Locale {
    let shown = Filled::parse(body).locale.parse().ok().filter(|locale| desk.editions().contains(locale));
    shown.unwrap_or_else(|| visitors(desk, headers))
}

/// The language that the browser asks for.
fn visitors(desk: &Desk, headers: &HeaderMap) -> Locale {
    language(desk, "/", headers.get(header::ACCEPT_LANGUAGE))
}
