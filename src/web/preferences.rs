//! A subscriber's own page: language, pace, topics, name, a pause, another address. The link in
//! every mail leads here, without a login.

use std::collections::BTreeSet;

use axum::{
    Router,
    body::Bytes,
    extract::{Path, State},
    http::StatusCode,
    response::{Html, IntoResponse as _, Response},
    routing::{get, post},
};
use chrono::{Days, NaiveDate, TimeDelta};
use chrono_tz::Tz;

use super::{
    Desk,
    desk::{Digests, Error},
    filled::{Filled, meant},
    subscribe::mail_to,
};
use crate::{
    clock::{Timestamp, begin_of},
    digest::Composer,
    locale::Locale,
    publication,
    storage::{Attempt, Consent, MoveAsked, MoveLetters, Preferences},
    subscribers::{Cadence, MAX_PAUSE, Purpose, Status, Subscriber, SubscriberEmail},
    templates::{AddressForm, Field, FieldError, Letter, Mistake, Notice, PreferencesPage},
};

/// Where somebody agrees to what they choose here.
const CONSENT: Consent<'static> = Consent { wording: "", page: "/s/…/preferences", origin: "" };

/// How often a day somebody may ask for another address: each is a mail to who may have asked for none.
const MOVES_A_DAY: u32 = 3;

/// Routes for `/s/TOKEN/preferences`, and the form for another address below it.
pub(super) fn router() -> Router<Desk> {
    Router::new()
        .route("/s/{token}/preferences", get(form).post(change))
        .route("/s/{token}/preferences/address", post(ask_to_move))
}

/// What is wrong with what was filled in, and what came of it.
#[derive(Debug, Default, Clone)]
struct Outcome {
    saved: bool,
    locale: Option<FieldError>,
    cadence: Option<FieldError>,
    topics: Option<FieldError>,
    time_zone: Option<FieldError>,
    name: Option<FieldError>,
    pause: Option<FieldError>,
    asked: bool,
    address: Field,
    /// Perhaps another address was meant.
    meant: Option<String>,
}

impl Outcome {
    /// In the order of the page.
    fn mistakes(&self) -> Vec<Mistake> {
        Mistake::among([
            ("locale", self.locale),
            ("cadence", self.cadence),
            ("topics", self.topics),
            ("time-zone", self.time_zone),
            ("name", self.name),
            ("pause", self.pause),
            ("email", self.address.error),
        ])
    }

    fn status(&self) -> StatusCode {
        let is_wrong = self.meant.is_some() || !self.mistakes().is_empty();
        if is_wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }
    }
}

async fn form(State(desk): State<Desk>, Path(token): Path<String>) -> Result<Response, Error> {
    match reader(&desk, &token).await? {
        Ok(reader) => {
            let filled = stored(&desk, &reader);
            let asked = is_moving(&desk, &reader).await?;
            show(&desk, &token, reader, filled, Outcome { asked, ..Outcome::default() }).await
        }
        Err(refused) => Ok(refused),
    }
}

async fn change(State(desk): State<Desk>, Path(token): Path<String>, body: Bytes) -> Result<Response, Error> {
    let reader = match reader(&desk, &token).await? {
        Ok(reader) => reader,
        Err(refused) => return Ok(refused),
    };
    let mut filled = Filled::parse(&body);
    // A form that did not ask changes nothing.
    filled.time_zone.get_or_insert_with(|| zone_name(&reader));
    let offered = topics(&desk, &reader).await?;
    match read(&desk, &reader, &filled, &cadences(&desk.digests().await?, &reader), &offered) {
        Ok(wish) => {
            let reader = desk.store().change_preferences(reader.id, &wish, CONSENT, desk.now()).await?;
            let filled = stored(&desk, &reader);
            show(&desk, &token, reader, filled, Outcome { saved: true, ..Outcome::default() }).await
        }
        Err(wrong) => show(&desk, &token, reader, filled, wrong).await,
    }
}

/// The answer does not tell whether somebody else has the address.
async fn ask_to_move(State(desk): State<Desk>, Path(token): Path<String>, body: Bytes) -> Result<Response, Error> {
    let reader = match reader(&desk, &token).await? {
        Ok(reader) => reader,
        Err(refused) => return Ok(refused),
    };
    let filled = Filled::parse(&body);
    let typed = filled.email.clone();
    let stored = stored(&desk, &reader);
    let Ok(address) = typed.parse::<SubscriberEmail>() else {
        let error = if typed.is_empty() { FieldError::EmailMissing } else { FieldError::EmailInvalid };
        let wrong = Outcome { address: Field { value: typed, error: Some(error) }, ..Outcome::default() };
        return show(&desk, &token, reader, stored, wrong).await;
    };
    if let Some(meant) = meant(&filled, &address) {
        let address = Field { value: typed, error: None };
        return show(&desk, &token, reader, stored, Outcome { address, meant: Some(meant), ..Outcome::default() })
            .await;
    }
    if !may_move(&desk, &reader, &address).await? {
        return desk.notice(StatusCode::TOO_MANY_REQUESTS, &reader.locale, Notice::TooManyRequests, None).await;
    }
    let locale = reader.locale.clone();
    let compose = move |composer: &Composer<'_>| {
        Ok((composer.compose_letter(&locale, Letter::Move)?, composer.compose_letter(&locale, Letter::Moving)?))
    };
    let (to_new, to_old) = desk.compose(compose).await?;
    let letters = MoveLetters { to_new: &to_new, to_old: &to_old };
    if desk.store().ask_to_move(reader.id, &address, letters, desk.now()).await? == MoveAsked::Unanswerable {
        desk.remind(&address).await?;
    }
    show(&desk, &token, reader, stored, Outcome { asked: true, ..Outcome::default() }).await
}

/// Whether they wait for another address to be confirmed, which its link can still do.
async fn is_moving(desk: &Desk, reader: &Subscriber) -> Result<bool, Error> {
    let wish = desk.store().pending_move(reader.id).await?;
    Ok(wish.is_some_and(|(address, at)| {
        address != reader.email && Purpose::Address.lifetime().is_none_or(|time| desk.now() < at + time)
    }))
}

/// Whether they may ask for mail to another address once more today, and anybody for mail to its domain.
async fn may_move(desk: &Desk, reader: &Subscriber, address: &SubscriberEmail) -> Result<bool, Error> {
    let (who, domain, day) = (reader.id.0.to_string(), address.mailed_domain(), TimeDelta::days(1));
    let moves = Attempt { what: "move of", of: &who, weight: 1, limit: MOVES_A_DAY, within: day };
    Ok(desk.store().count_attempts(&[moves, mail_to(&domain)], desk.now()).await?)
}

/// The active subscriber whose link this is, or the page for everybody else.
async fn reader(desk: &Desk, token: &str) -> Result<Result<Subscriber, Response>, Error> {
    let reader = match desk.bearer(token, Purpose::Preferences).await? {
        Ok(reader) => reader,
        Err(refused) => return Ok(Err(refused)),
    };
    let answer = match reader.status {
        Status::Active => return Ok(Ok(reader)),
        Status::Pending => desk.notice(StatusCode::OK, &reader.locale, Notice::CheckInbox, None).await?,
        Status::Unsubscribed => desk.farewell(&reader.locale, desk.links().personal(token, "data")).await?,
    };
    Ok(Err(answer))
}

/// The cadences that they can choose, and the one that they have.
fn cadences(digests: &Digests, reader: &Subscriber) -> Vec<Cadence> {
    let offered: BTreeSet<Cadence> = digests.cadences.iter().copied().chain([reader.cadence]).collect();
    offered.into_iter().collect()
}

/// The topics that they can choose, and those that they have.
async fn topics(desk: &Desk, reader: &Subscriber) -> Result<BTreeSet<String>, Error> {
    let (locale, own) = (reader.locale.clone(), reader.topics.clone());
    desk.compose(move |composer| {
        Ok(composer.pages().topics(&locale).into_iter().chain(own.iter().map(str::to_owned)).collect())
    })
    .await
}

/// The language of their page.
fn page_locale<'a>(desk: &'a Desk, reader: &'a Subscriber) -> &'a Locale {
    desk.content().settings.edition_of(&reader.locale)
}

/// The zone in which their days begin.
fn zone(desk: &Desk, reader: &Subscriber) -> Tz {
    reader.time_zone.unwrap_or(desk.content().settings.site.zone)
}

/// The name of their own zone; nothing where the publication's will do.
fn zone_name(reader: &Subscriber) -> String {
    reader.time_zone.map_or_else(String::new, |zone| zone.name().to_owned())
}

/// What the form shows before anything is typed.
fn stored(desk: &Desk, reader: &Subscriber) -> Filled {
    let until = reader.paused_until(desk.now()).map(|until| until.with_timezone(&zone(desk, reader)).date_naive());
    Filled {
        name: reader.name.clone().unwrap_or_default(),
        locale: reader.locale.to_string(),
        cadence: reader.cadence.as_str().to_owned(),
        topics: reader.topics.iter().map(str::to_owned).collect(),
        time_zone: Some(zone_name(reader)),
        pause: until.map(|day| day.to_string()).unwrap_or_default(),
        ..Filled::default()
    }
}

/// The first and the last day on which a pause can end.
fn pause_between(zone: Tz, now: Timestamp) -> (NaiveDate, NaiveDate) {
    let today = now.with_timezone(&zone).date_naive();
    let longest = Days::new(MAX_PAUSE.num_days().unsigned_abs() - 1);
    (today + Days::new(1), today + longest)
}

/// The first moment of a day on which a pause can end.
fn read_pause(text: &str, zone: Tz, now: Timestamp) -> Result<Option<Timestamp>, FieldError> {
    if text.is_empty() {
        return Ok(None);
    }
    let day = text.parse::<NaiveDate>().map_err(|_| FieldError::DayInvalid)?;
    let (first, last) = pause_between(zone, now);
    let begins = begin_of(day, zone).filter(|_| (first..=last).contains(&day)).ok_or(FieldError::DayInvalid)?;
    Ok(Some(begins))
}

/// Reads the form, or says what is wrong in each field.
fn read(
    desk: &Desk,
    reader: &Subscriber,
    filled: &Filled,
    cadences: &[Cadence],
    offered: &BTreeSet<String>,
) -> Result<Preferences, Outcome> {
    let locale = filled.locale.parse::<Locale>().ok().filter(|it| desk.content().settings.locale(it).is_some());
    let wishes = filled.wishes(cadences, offered);
    let time_zone = filled.zone(&desk.zones(page_locale(desk, reader)), reader.time_zone);
    // The day begins where they are from now on.
    let days = time_zone.map_or_else(|_| zone(desk, reader), |own| own.unwrap_or(desk.content().settings.site.zone));
    let pause_until = read_pause(&filled.pause, days, desk.now());
    let wrong = Outcome {
        locale: locale.is_none().then_some(FieldError::LocaleUnknown),
        cadence: wishes.cadence.err(),
        topics: wishes.topics.as_ref().err().copied(),
        time_zone: time_zone.err(),
        name: wishes.name.as_ref().err().copied(),
        pause: pause_until.err(),
        ..Outcome::default()
    };
    match (locale, wishes.cadence, wishes.topics, time_zone, wishes.name, pause_until) {
        (Some(locale), Ok(cadence), Ok(topics), Ok(time_zone), Ok(name), Ok(pause_until)) => {
            Ok(Preferences { locale, cadence, topics, name, time_zone, pause_until })
        }
        _ => Err(wrong),
    }
}

async fn show(
    desk: &Desk,
    token: &str,
    reader: Subscriber,
    filled: Filled,
    outcome: Outcome,
) -> Result<Response, Error> {
    let (digests, topics) = (desk.digests().await?, topics(desk, &reader).await?);
    let cadences = cadences(&digests, &reader);
    let asks_for_zone = digests.at_local_hour || outcome.time_zone.is_some();
    let (links, zone, now, status) = (desk.links(), zone(desk, &reader), desk.now(), outcome.status());
    let (first, last) = pause_between(zone, now);
    let unsubscribe = desk.sign(Purpose::Unsubscribe, reader.id);
    let token = token.to_owned();
    let locale = page_locale(desk, &reader).clone();
    let (zones, ours) = (desk.zones(&locale), desk.content().settings.site.zone);
    let make = move |composer: &Composer<'_>| {
        let settings = composer.publication.settings.locale(&locale);
        let settings = settings.ok_or_else(|| publication::Error::UnknownLocale(locale.clone()))?;
        let page = PreferencesPage {
            address: reader.email.as_str().to_owned(),
            saved: outcome.saved,
            mistakes: outcome.mistakes(),
            paused_until: reader.paused_until(now),
            action: links.personal(&token, "preferences"),
            languages: composer.pages().language_choices(&locale, &filled.locale),
            locale_error: outcome.locale,
            cadences: filled.cadence_choices(&cadences),
            cadence_error: outcome.cadence,
            topics: filled.topic_choices(composer, &locale, topics),
            topics_error: outcome.topics,
            time_zone: asks_for_zone.then(|| filled.zone_field(&zones, reader.time_zone, ours, outcome.time_zone)),
            name: Field { value: filled.name, error: outcome.name },
            pause: Field { value: filled.pause, error: outcome.pause },
            pause_between: (first.to_string(), last.to_string()),
            address_form: AddressForm {
                action: links.personal(&token, "preferences/address"),
                email: outcome.address,
                asked: outcome.asked,
                meant: outcome.meant,
            },
            unsubscribe_action: links.personal(&unsubscribe, "unsubscribe"),
            data_url: links.personal(&token, "data"),
        };
        Ok(composer.publication.templates.render_preferences_page(&composer.pages().site(settings), &page)?)
    };
    Ok((status, Html(desk.compose(make).await?)).into_response())
}
