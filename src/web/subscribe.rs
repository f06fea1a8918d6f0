//! Joining: the form, and the request for a confirmation. The answer is the same whether or not
//! the address is known, so that nobody can find out who subscribes.

use std::collections::BTreeSet;

use axum::{
    Router,
    body::Bytes,
    extract::{Path, State},
    http::StatusCode,
    response::{Html, IntoResponse as _, Response},
    routing::get,
};
use url::form_urlencoded;

use super::{Desk, desk::Error};
use crate::{
    digest::Composer,
    locale::Locale,
    posts::Slug,
    publication,
    storage::Consent,
    subscribers::{Cadence, MAX_NAME, NewSubscriber, Status, SubscriberEmail, clean_name},
    templates::{Choice, Field, FieldError, Notice, SubscribePage, Text, Value},
};

/// Routes for `/LANG/subscribe`.
pub(super) fn router() -> Router<Desk> {
    Router::new().route("/{locale}/subscribe", get(form).post(subscribe))
}

/// What was filled in.
#[derive(Debug, Default)]
struct Filled {
    email: String,
    name: String,
    cadence: String,
    topics: BTreeSet<String>,
    /// The field that people do not see.
    trap: String,
}

impl Filled {
    fn parse(body: &[u8]) -> Self {
        let mut filled = Self::default();
        for (name, value) in form_urlencoded::parse(body) {
            match name.as_ref() {
                "email" => filled.email = value.trim().to_owned(),
                "name" => filled.name = value.trim().to_owned(),
                "cadence" => filled.cadence = value.into_owned(),
                "topics" => drop(filled.topics.insert(value.into_owned())),
                "website" => filled.trap = value.into_owned(),
                _ => {}
            }
        }
        filled
    }
}

/// What is wrong with what was filled in.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Wrong {
    email: Option<FieldError>,
    name: Option<FieldError>,
    cadence: Option<FieldError>,
    topics: Option<FieldError>,
}

async fn form(State(desk): State<Desk>, Path(tag): Path<String>) -> Result<Response, Error> {
    let Some(locale) = edition(&desk, &tag) else { return not_found(&desk).await };
    let filled = Filled { cadence: Cadence::Weekly.as_str().to_owned(), ..Filled::default() };
    show(&desk, StatusCode::OK, locale, filled, Wrong::default()).await
}

async fn subscribe(State(desk): State<Desk>, Path(tag): Path<String>, body: Bytes) -> Result<Response, Error> {
    let Some(locale) = edition(&desk, &tag) else { return not_found(&desk).await };
    let filled = Filled::parse(&body);
    if !filled.trap.is_empty() {
        // A program; it is told what a person would be told.
        return desk.notice(StatusCode::OK, &locale, Notice::CheckInbox, None).await;
    }
    let wanted = locale.clone();
    let offered = desk.compose(move |composer| Ok(composer.pages().topics(&wanted))).await?;
    match read(&filled, &locale, &desk.cadences().await?, &offered) {
        Ok(new) => {
            let (for_mail, topics) = (new.clone(), filled.topics);
            let make = move |composer: &Composer<'_>| {
                let consent = consent(composer, &for_mail.locale)?;
                let mail = composer.compose_confirmation(&for_mail.locale, for_mail.cadence, topics)?;
                Ok((mail, consent))
            };
            let (mail, consent) = desk.compose(make).await?;
            let page = format!("/{locale}/subscribe");
            let consent = Consent { wording: &consent, page: &page };
            desk.store().subscribe(&new, &mail, consent, desk.now()).await?;
            desk.notice(StatusCode::OK, &locale, Notice::CheckInbox, None).await
        }
        Err(wrong) => show(&desk, StatusCode::UNPROCESSABLE_ENTITY, locale, filled, wrong).await,
    }
}

fn edition(desk: &Desk, tag: &str) -> Option<Locale> {
    desk.editions().into_iter().find(|locale| locale.as_str() == tag)
}

async fn not_found(desk: &Desk) -> Result<Response, Error> {
    let source = desk.content().settings.site.source.clone();
    desk.notice(StatusCode::NOT_FOUND, &source, Notice::NotFound, None).await
}

/// Reads the form into a subscriber who is still to confirm, or says what is wrong in each field.
fn read(
    filled: &Filled,
    locale: &Locale,
    cadences: &[Cadence],
    offered: &BTreeSet<String>,
) -> Result<NewSubscriber, Wrong> {
    let email = filled.email.parse::<SubscriberEmail>();
    let cadence = filled.cadence.parse::<Cadence>().ok().filter(|cadence| cadences.contains(cadence));
    let topics: Result<Vec<Slug>, _> = filled.topics.iter().map(|topic| topic.parse::<Slug>()).collect();
    let wrong = Wrong {
        email: match &email {
            Ok(_) => None,
            Err(_) if filled.email.is_empty() => Some(FieldError::EmailMissing),
            Err(_) => Some(FieldError::EmailInvalid),
        },
        name: (filled.name.chars().count() > MAX_NAME).then_some(FieldError::NameTooLong),
        cadence: cadence.is_none().then_some(FieldError::CadenceUnknown),
        // What is not offered is not a topic, and must not reach anybody's mail.
        topics: (topics.is_err() || !filled.topics.is_subset(offered)).then_some(FieldError::TopicUnknown),
    };
    match (email, cadence, topics) {
        (Ok(email), Some(cadence), Ok(topics)) if wrong == Wrong::default() => Ok(NewSubscriber {
            email,
            locale: locale.clone(),
            cadence,
            topics: topics.into_iter().collect(),
            name: clean_name(&filled.name),
            status: Status::Pending,
            time_zone: None,
        }),
        _ => Err(wrong),
    }
}

/// The sentence a reader agrees to, word for word as it is recorded.
fn consent(composer: &Composer<'_>, locale: &Locale) -> Result<String, publication::Error> {
    let title = match composer.publication.settings.locale(locale) {
        Some(settings) => composer.pages().site(settings).title.text,
        None => return Err(publication::Error::UnknownLocale(locale.clone())),
    };
    Ok(composer.publication.templates.messages().format(
        locale,
        "subscribe-consent",
        &[("site", Value::Text(&title))],
    )?)
}

async fn show(
    desk: &Desk,
    status: StatusCode,
    locale: Locale,
    filled: Filled,
    wrong: Wrong,
) -> Result<Response, Error> {
    let cadences = desk.cadences().await?;
    let make = move |composer: &Composer<'_>| {
        let settings = composer
            .publication
            .settings
            .locale(&locale)
            .ok_or_else(|| publication::Error::UnknownLocale(locale.clone()))?;
        let cadences = cadences.into_iter().map(|cadence| Choice {
            value: cadence.as_str().to_owned(),
            label: None,
            chosen: cadence.as_str() == filled.cadence,
        });
        let topics = composer.pages().topics(&locale);
        let labels = composer.pages().topic_names(&locale, topics.iter().cloned());
        let topics = topics.into_iter().zip(labels).map(|(value, label)| Choice {
            chosen: filled.topics.contains(&value),
            label: Some(label),
            value,
        });
        let page = SubscribePage {
            canonical_url: composer.pages().addresses().subscribe(&locale),
            alternates: Vec::new(),
            action: composer.pages().links().subscribe(&locale),
            email: Field { value: filled.email, error: wrong.email },
            name: Field { value: filled.name, error: wrong.name },
            cadences: cadences.collect(),
            cadence_error: wrong.cadence,
            topics: topics.collect(),
            topics_error: wrong.topics,
            consent: Text::own(consent(composer, &locale)?),
            privacy_url: None,
        };
        let site = composer.pages().site_at(settings, "subscribe");
        Ok(composer.publication.templates.render_subscribe_page(&site, &page)?)
    };
    Ok((status, Html(desk.compose(make).await?)).into_response())
}
