//! Joining: the form, the puzzle that a browser solves for it, and the request for a confirmation. The answer is the
//! same whether or not the address is known, so that nobody can find out who subscribes.

use std::collections::BTreeSet;

use axum::{
    Json, Router,
    body::Bytes,
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{Html, IntoResponse as _, Response},
    routing::get,
};
use chrono::TimeDelta;
use url::Url;

use super::{
    Desk,
    apology::nowhere,
    desk::{Digests, Error},
    filled::{Filled, meant},
    intake::warn_of_a_flood,
    origin::Origin,
};
use crate::{
    digest::Composer,
    locale::Locale,
    publication,
    storage::{Attempt, Consent},
    subscribers::{
        Cadence, NewSubscriber, Purpose, Status, SubscriberEmail, SubscriberId, is_provider, puzzle::PUZZLE_WITHIN,
    },
    templates::{Field, FieldError, Mistake, Notice, SubscribePage, Text, Value},
};

/// Whoever sends a form without a puzzle solved, and sooner after it was shown, is a program.
const FASTEST: TimeDelta = TimeDelta::seconds(2);

/// Forms an hour from one network: a class that subscribes together gets in, a program that bombs
/// somebody's mailbox does not.
const FROM_A_NETWORK: u32 = 30;

/// The same from all networks of a customer of IPv6 together, of which they may have 65,536.
const FROM_A_SITE: u32 = 4 * FROM_A_NETWORK;

/// How much more a form counts that comes without a puzzle solved, as from a browser without scripts: fifteen an hour are
/// still a family.
const WEIGHT_OF_NO_PROOF: u32 = 2;

/// How much more a form counts that was sent too soon.
const WEIGHT_OF_HASTE: u32 = 10;

/// How much more a form counts in which the field is filled in that people do not see, also if it was sent again.
const WEIGHT_OF_A_TRAP: u32 = 10;

/// How much more a form counts of which it is not known when it was shown: that under each post is one.
const WEIGHT_OF_THE_UNSEEN: u32 = 3;

/// Forms an hour for addresses at one domain, from wherever: more than ever come by themselves.
const FOR_A_DOMAIN: u32 = 200;

/// The same for a domain where everybody has their mail.
const FOR_A_PROVIDER: u32 = 5_000;

/// Routes for `/LANG/subscribe`, and the puzzle below it.
pub(super) fn router() -> Router<Desk> {
    Router::new().route("/{locale}/subscribe", get(form).post(subscribe)).route("/{locale}/subscribe/puzzle", get(set))
}

/// What is wrong with what was filled in.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct Wrong {
    email: Option<FieldError>,
    locale: Option<FieldError>,
    name: Option<FieldError>,
    cadence: Option<FieldError>,
    topics: Option<FieldError>,
    time_zone: Option<FieldError>,
    /// Perhaps another address was meant.
    meant: Option<String>,
    /// The field that people do not see was filled in.
    doubt: bool,
}

impl Wrong {
    /// In the order of the form.
    fn mistakes(&self) -> Vec<Mistake> {
        Mistake::among([
            ("email", self.email),
            ("name", self.name),
            ("locale", self.locale),
            ("cadence", self.cadence),
            ("topics", self.topics),
            ("time-zone", self.time_zone),
        ])
    }
}

async fn form(State(desk): State<Desk>, Path(tag): Path<String>) -> Result<Response, Error> {
    let Some(locale) = edition(&desk, &tag) else { return Ok(nowhere()) };
    if !desk.intake().is_open() {
        return desk.notice(StatusCode::OK, &locale, Notice::Closed, None).await;
    }
    let digests = desk.digests().await?;
    let cadence = usual(&digests.cadences);
    let filled = Filled { cadence, locale: locale.to_string(), ..Filled::default() };
    show(&desk, StatusCode::OK, locale, &digests, filled, Wrong::default()).await
}

/// A puzzle for one form. It is stored nowhere: what comes back is looked at.
async fn set(State(desk): State<Desk>, Path(tag): Path<String>) -> Result<Response, Error> {
    match edition(&desk, &tag) {
        Some(_) => Ok(([(header::CACHE_CONTROL, "no-store")], Json(desk.set_puzzle()?)).into_response()),
        None => Ok(nowhere()),
    }
}

async fn subscribe(
    State(desk): State<Desk>,
    Path(tag): Path<String>,
    origin: Origin,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Error> {
    let Some(locale) = edition(&desk, &tag) else { return Ok(nowhere()) };
    if !desk.intake().is_open() {
        return desk.notice(StatusCode::FORBIDDEN, &locale, Notice::Closed, None).await;
    }
    let mut filled = Filled::parse(&body);
    if filled.locale.is_empty() {
        // The form under each post does not ask: who reads there reads this language.
        filled.locale = locale.to_string();
    }
    let digests = desk.digests().await?;
    if filled.cadence.is_empty() {
        filled.cadence = usual(&digests.cadences);
    }
    let wanted = locale.clone();
    let offered = desk.compose(move |composer| Ok(composer.pages().topics(&wanted))).await?;
    let new = match read(&desk, &locale, &filled, &digests.cadences, &offered) {
        Ok(new) => new,
        Err(wrong) => return show(&desk, StatusCode::UNPROCESSABLE_ENTITY, locale, &digests, filled, wrong).await,
    };
    // A program, or a browser that fills in everything: only one of them has somebody who reads the question.
    let doubt = !filled.trap.is_empty() && !filled.again;
    let meant = meant(&filled, &new.email);
    if doubt || meant.is_some() {
        let wrong = Wrong { meant, doubt, ..Wrong::default() };
        return show(&desk, StatusCode::UNPROCESSABLE_ENTITY, locale, &digests, filled, wrong).await;
    }
    if !may_ask(&desk, &filled, &origin, &new.email).await? {
        return desk.notice(StatusCode::TOO_MANY_REQUESTS, &locale, Notice::TooManyRequests, None).await;
    }
    let page = page_of(&desk, &headers, &locale).await;
    plan_mail(&desk, &new, (&locale, &page), filled.topics, &origin).await?;
    desk.notice(StatusCode::OK, &locale, Notice::CheckInbox, None).await
}

/// The page of the site that a form was filled in on, as far as the browser says so: many have one.
async fn page_of(desk: &Desk, headers: &HeaderMap, locale: &Locale) -> String {
    let said = headers.get(header::REFERER).and_then(|value| value.to_str().ok()?.parse::<Url>().ok());
    let base = desk.content().settings.site.base_url.path().trim_end_matches('/');
    let path = said.as_ref().and_then(|url| url.path().strip_prefix(base)?.strip_prefix('/'));
    match path {
        Some(path) if desk.current().site().await.file(&format!("{path}index.html")).is_some() => format!("/{path}"),
        _ => format!("/{locale}/subscribe"),
    }
}

/// Whether as many forms as this one may come from its network, and ask for mail to its domain.
async fn may_ask(desk: &Desk, filled: &Filled, origin: &Origin, email: &SubscriberEmail) -> Result<bool, Error> {
    let shown = desk.verify(&filled.shown, Purpose::Form).await?.ok();
    let weight = match shown {
        _ if !filled.trap.is_empty() => WEIGHT_OF_A_TRAP,
        _ if has_proof(desk, filled).await? => 1,
        Some(shown) if desk.now() - shown.issued_at >= FASTEST => WEIGHT_OF_NO_PROOF,
        Some(_) => WEIGHT_OF_HASTE,
        None => WEIGHT_OF_THE_UNSEEN,
    };
    let (prefix, site, domain) = (origin.prefix(), origin.site(), email.mailed_domain());
    let hour = TimeDelta::hours(1);
    let from = |what, of, limit| Attempt { what, of, weight, limit, within: hour };
    let attempts: Vec<_> = [from("form from", prefix.as_str(), FROM_A_NETWORK)]
        .into_iter()
        .chain(site.as_deref().map(|site| from("form from the site", site, FROM_A_SITE)))
        .chain([mail_to(&domain), desk.intake().attempt()])
        .collect();
    let may = desk.store().count_attempts(&attempts, desk.now()).await?;
    if !may {
        warn_of_a_flood(desk).await?;
    }
    Ok(may)
}

/// A mail to a domain, asked for by somebody of whom it is not known that they have their mail there.
pub(super) fn mail_to(domain: &str) -> Attempt<'_> {
    let limit = if is_provider(domain) { FOR_A_PROVIDER } else { FOR_A_DOMAIN };
    Attempt { what: "form for", of: domain, weight: 1, limit, within: TimeDelta::hours(1) }
}

/// The pace for who does not say: weekly, or the first there is.
fn usual(offered: &[Cadence]) -> String {
    let usual = offered.iter().find(|cadence| **cadence == Cadence::Weekly).or(offered.first());
    usual.map_or_else(String::new, |cadence| cadence.as_str().to_owned())
}

/// Whether the browser has solved a puzzle for this form, and for no other before.
async fn has_proof(desk: &Desk, filled: &Filled) -> Result<bool, Error> {
    let Some(solved) = desk.check_puzzle(&filled.proof) else { return Ok(false) };
    let once = Attempt { what: "puzzle", of: &solved.challenge, weight: 1, limit: 1, within: PUZZLE_WITHIN };
    Ok(desk.store().count_attempts(&[once], desk.now()).await?)
}

/// Plans the one mail that answers the form: the request to confirm, or to who subscribes already the
/// link to their preferences.
async fn plan_mail(
    desk: &Desk,
    new: &NewSubscriber,
    (read, page): (&Locale, &str),
    topics: BTreeSet<String>,
    origin: &Origin,
) -> Result<(), Error> {
    let known = desk.store().subscriber_by_email(&new.email).await?;
    if known.is_some_and(|known| known.status == Status::Active) {
        return desk.remind(&new.email).await;
    }
    let (for_mail, read) = (new.clone(), read.clone());
    let make = move |composer: &Composer<'_>| {
        let consent = consent(composer, &read)?;
        let mail = composer.compose_confirmation(&for_mail.locale, for_mail.cadence, topics)?;
        Ok((mail, consent))
    };
    let (mail, wording) = desk.compose(make).await?;
    let origin = desk.store().hash_origin(&origin.prefix());
    let consent = Consent { wording: &wording, page, origin: &origin };
    desk.store().subscribe(new, &mail, consent, desk.now()).await?;
    Ok(())
}

fn edition(desk: &Desk, tag: &str) -> Option<Locale> {
    desk.editions().into_iter().find(|locale| locale.as_str() == tag)
}

/// Reads the form into a subscriber who is still to confirm, or says what is wrong in each field.
fn read(
    desk: &Desk,
    page: &Locale,
    filled: &Filled,
    cadences: &[Cadence],
    offered: &BTreeSet<String>,
) -> Result<NewSubscriber, Wrong> {
    let email = filled.email.parse::<SubscriberEmail>();
    let wishes = filled.wishes(cadences, offered);
    let locale = filled.locale.parse::<Locale>().ok().filter(|it| desk.content().settings.locale(it).is_some());
    let time_zone = filled.zone(&desk.zones(page), None);
    let wrong = Wrong {
        email: match &email {
            Ok(_) => None,
            Err(_) if filled.email.is_empty() => Some(FieldError::EmailMissing),
            Err(_) => Some(FieldError::EmailInvalid),
        },
        locale: locale.is_none().then_some(FieldError::LocaleUnknown),
        name: wishes.name.as_ref().err().copied(),
        cadence: wishes.cadence.err(),
        topics: wishes.topics.as_ref().err().copied(),
        time_zone: time_zone.err(),
        ..Wrong::default()
    };
    match (email, locale, wishes.cadence, wishes.topics, wishes.name, time_zone) {
        (Ok(email), Some(locale), Ok(cadence), Ok(topics), Ok(name), Ok(time_zone)) => {
            Ok(NewSubscriber { email, locale, cadence, topics, name, status: Status::Pending, time_zone })
        }
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
    digests: &Digests,
    filled: Filled,
    wrong: Wrong,
) -> Result<Response, Error> {
    let cadences = digests.cadences.clone();
    let (zones, ours) = (desk.zones(&locale), desk.content().settings.site.zone);
    let asks_for_zone = digests.at_local_hour || wrong.time_zone.is_some();
    let shown = desk.sign(Purpose::Form, SubscriberId(0));
    let make = move |composer: &Composer<'_>| {
        let settings = composer
            .publication
            .settings
            .locale(&locale)
            .ok_or_else(|| publication::Error::UnknownLocale(locale.clone()))?;
        let page = SubscribePage {
            canonical_url: composer.pages().addresses().subscribe(&locale),
            alternates: Vec::new(),
            action: composer.pages().links().subscribe(&locale),
            shown,
            puzzle_url: composer.pages().links().puzzle(&locale),
            script_url: composer.pages().puzzle_script(),
            languages: composer.pages().language_choices(&locale, &filled.locale),
            locale_error: wrong.locale,
            cadences: filled.cadence_choices(&cadences),
            cadence_error: wrong.cadence,
            topics: filled.topic_choices(composer, &locale, composer.pages().topics(&locale)),
            time_zone: asks_for_zone.then(|| filled.zone_field(&zones, None, ours, wrong.time_zone)),
            email: Field { value: filled.email, error: wrong.email },
            mistakes: wrong.mistakes(),
            meant: wrong.meant,
            doubt: wrong.doubt,
            name: Field { value: filled.name, error: wrong.name },
            topics_error: wrong.topics,
            consent: Text::own(consent(composer, &locale)?),
            issues_url: composer.pages().links().issues(&locale),
            privacy_url: None,
        };
        let site = composer.pages().site_at(settings, "subscribe");
        Ok(composer.publication.templates.render_subscribe_page(&site, &page)?)
    };
    Ok((status, Html(desk.compose(make).await?)).into_response())
}
