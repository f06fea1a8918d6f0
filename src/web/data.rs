//! What is stored about a subscriber: for them to see, to take along, and to erase.

use axum::{
    Json, Router,
    extract::{Path, State},
    http::{StatusCode, header},
    response::{Html, IntoResponse as _, Response},
    routing::get,
};

use super::{Desk, desk::Error};
use crate::{
    digest::Composer,
    outbox, publication,
    storage::{Actor, AuditRecord, BounceRecord, ConsentRecord, DeliveryRecord, Kind, PersonalData},
    subscribers::Purpose,
    templates::{Agreement, DataPage, Deed, Notice, SentMail, Text},
};

/// The most mails on the page, the newest; the file has all of them.
const MOST_MAILS: usize = 50;

/// Routes for `/s/TOKEN/data`, its file, and `/s/TOKEN/erase`.
pub(super) fn router() -> Router<Desk> {
    Router::new()
        .route("/s/{token}/data", get(show))
        .route("/s/{token}/data/export", get(export))
        .route("/s/{token}/erase", get(ask).post(erase))
}

/// Everything about whose link this is, or the page for everybody else.
async fn data(desk: &Desk, token: &str) -> Result<Result<PersonalData, Response>, Error> {
    let reader = match desk.bearer(token, Purpose::Preferences).await? {
        Ok(reader) => reader,
        Err(refused) => return Ok(Err(refused)),
    };
    match desk.store().personal_data(reader.id).await? {
        Some(mut data) => {
            // Whether a letter went to an address that they wished for would tell whether it subscribes.
            data.deliveries.retain(|delivery| delivery.kind != Kind::Move);
            Ok(Ok(data))
        }
        None => Ok(Err(desk.notice(StatusCode::NOT_FOUND, &reader.locale, Notice::LinkExpired, None).await?)),
    }
}

async fn export(State(desk): State<Desk>, Path(token): Path<String>) -> Result<Response, Error> {
    let data = match data(&desk, &token).await? {
        Ok(data) => data,
        Err(refused) => return Ok(refused),
    };
    let as_file = [(header::CONTENT_DISPOSITION, "attachment; filename=\"my-data.json\"")];
    Ok((as_file, Json(data.to_json())).into_response())
}

async fn ask(State(desk): State<Desk>, Path(token): Path<String>) -> Result<Response, Error> {
    match desk.bearer(&token, Purpose::Preferences).await? {
        Ok(reader) => {
            let action = Some(desk.links().personal(&token, "erase"));
            desk.notice(StatusCode::OK, &reader.locale, Notice::Erase, action).await
        }
        Err(refused) => Ok(refused),
    }
}

async fn erase(State(desk): State<Desk>, Path(token): Path<String>) -> Result<Response, Error> {
    match desk.bearer(&token, Purpose::Preferences).await? {
        Ok(reader) => {
            desk.store().erase_subscriber(reader.id, Actor::Subscriber, desk.now()).await?;
            desk.notice(StatusCode::OK, &reader.locale, Notice::Erased, None).await
        }
        Err(refused) => Ok(refused),
    }
}

async fn show(State(desk): State<Desk>, Path(token): Path<String>) -> Result<Response, Error> {
    let data = match data(&desk, &token).await? {
        Ok(data) => data,
        Err(refused) => return Ok(refused),
    };
    let (links, now) = (desk.links(), desk.now());
    let locale = desk.content().settings.edition_of(&data.subscriber.locale).clone();
    let make = move |composer: &Composer<'_>| {
        let settings = composer.publication.settings.locale(&locale);
        let settings = settings.ok_or_else(|| publication::Error::UnknownLocale(locale.clone()))?;
        let reader = &data.subscriber;
        let languages = composer.pages().language_choices(&locale, reader.locale.as_str());
        let language = languages.into_iter().find(|choice| choice.chosen).and_then(|choice| choice.label);
        let page = DataPage {
            number: reader.id.0,
            address: reader.email.as_str().to_owned(),
            name: reader.name.clone(),
            language: language.unwrap_or_else(|| Text::own(reader.locale.as_str())),
            cadence: reader.cadence.as_str().to_owned(),
            topics: composer.pages().topic_names(&locale, reader.topics.iter().map(str::to_owned)),
            status: reader.status.as_str().to_owned(),
            created: reader.created_at,
            confirmed: reader.confirmed_at,
            paused_until: reader.paused_until(now),
            time_zone: reader.time_zone.map(|zone| zone.name().to_owned()),
            cursor: reader.cursor,
            served: data.served,
            suppressed: data.suppressed.map(|(reason, at)| Deed {
                at,
                what: reason.as_str().to_owned(),
                wording: String::new(),
            }),
            consents: data.consents.iter().map(agreement).collect(),
            mails: data.deliveries.iter().take(MOST_MAILS).map(sent_mail).collect(),
            more_mails: data.deliveries.len().saturating_sub(MOST_MAILS),
            bounces: data.bounces.iter().map(bounce).collect(),
            audit: data.audit.iter().filter_map(audited).collect(),
            wanted_address: data.wanted_address.as_ref().map(|address| address.as_str().to_owned()),
            export_url: links.personal(&token, "data/export"),
            erase_url: links.personal(&token, "erase"),
            preferences_url: links.personal(&token, "preferences"),
        };
        Ok(composer.publication.templates.render_data_page(&composer.pages().site(settings), &page)?)
    };
    Ok(Html(desk.compose(make).await?).into_response())
}

/// The first word says what it was; what follows is for programs.
fn agreement(consent: &ConsentRecord) -> Agreement {
    let what = consent.what.split(' ').next().unwrap_or_default().to_owned();
    let said = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    Agreement {
        deed: Deed { at: consent.at, what, wording: consent.wording.clone() },
        page: said(&consent.page),
        origin: said(&consent.origin),
    }
}

fn bounce(bounce: &BounceRecord) -> Deed {
    Deed { at: bounce.at, what: bounce.verdict.as_str().to_owned(), wording: bounce.detail.clone() }
}

/// What the publisher did, in words that people know; what they did themselves stands above.
fn audited(record: &AuditRecord) -> Option<Deed> {
    let what = record.what.split(' ').next().filter(|what| ["shown", "suppressed", "allowed"].contains(what))?;
    (record.actor == Actor::Operator).then(|| Deed { at: record.at, what: what.to_owned(), wording: String::new() })
}

fn sent_mail(delivery: &DeliveryRecord) -> SentMail {
    let kind = if delivery.kind.is_administrative() { "other" } else { "digest" };
    let outcome = match delivery.state {
        outbox::State::Accepted | outbox::State::Uncertain => "sent",
        outbox::State::Planned | outbox::State::Claimed | outbox::State::Deferred => "waiting",
        _ => "not-sent",
    };
    SentMail { at: delivery.created_at, kind: kind.to_owned(), outcome: outcome.to_owned() }
}
