//! Approving an issue: a page with two buttons for who has the link that editors were sent.

use axum::{
    Router,
    body::Bytes,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
    routing::get,
};
use url::form_urlencoded;

use super::{Desk, apology::refuse, desk::Error};
use crate::{
    locale::Locale,
    outbox::IssueId,
    storage::{Issue, IssueCohort, IssueState},
    subscribers::Purpose,
    templates::{Notice, NoticeMail},
};

/// So many subjects are shown: whoever has more topics than that looks into the test mails.
const MOST_MAILS: usize = 50;

/// Routes for `/s/TOKEN/LOCALE/approve`: the link is the same for all editors, and each has it in their language.
pub(super) fn router() -> Router<Desk> {
    Router::new().route("/s/{token}/{locale}/approve", get(ask).post(answer))
}

async fn ask(State(desk): State<Desk>, Path((token, locale)): Path<(String, String)>) -> Result<Response, Error> {
    let shown = shown_in(&desk, &locale);
    match issue_of(&desk, &token).await? {
        Ok(issue) if waits(&issue, &desk) => {
            let mails = mails_of(&desk, issue.id).await?;
            let action = desk.links().personal(&token, &format!("{shown}/approve"));
            desk.ask_for_approval(shown, action, mails).await
        }
        Ok(_) => desk.notice(StatusCode::OK, &shown, Notice::ApprovalOver, None).await,
        Err(notice) => Ok(refuse(StatusCode::NOT_FOUND, notice)),
    }
}

/// Two buttons send the form, and one of them says no.
async fn answer(
    State(desk): State<Desk>,
    Path((token, locale)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response, Error> {
    let issue = match issue_of(&desk, &token).await? {
        Ok(issue) => issue,
        Err(notice) => return Ok(refuse(StatusCode::NOT_FOUND, notice)),
    };
    let is_no = form_urlencoded::parse(&body).any(|(name, value)| name == "answer" && value == "no");
    let notice = match is_no {
        // What is on its way already is not called back by an old link.
        true if waits(&issue, &desk) && desk.store().cancel_issue(issue.id, desk.now()).await? => Notice::Refused,
        false if desk.store().approve_issue(issue.id, desk.now()).await? => Notice::Approved,
        _ => Notice::ApprovalOver,
    };
    if notice != Notice::ApprovalOver {
        tracing::info!(issue = %issue.id, "an editor {} an issue", if is_no { "refused" } else { "approved" });
    }
    desk.notice(StatusCode::OK, &shown_in(&desk, &locale), notice, None).await
}

/// The language in which a page is shown: that of the link, if there is an edition in it, or that of the publication.
fn shown_in(desk: &Desk, locale: &str) -> Locale {
    let asked = locale.parse().ok().filter(|locale| desk.editions().contains(locale));
    asked.unwrap_or_else(|| desk.content().settings.site.source.clone())
}

/// The issue that a link is about, or what is wrong with the link.
async fn issue_of(desk: &Desk, token: &str) -> Result<Result<Issue, Notice>, Error> {
    match desk.verify(token, Purpose::Approve).await? {
        Ok(read) => Ok(desk.store().issue(IssueId(read.subscriber.0)).await?.ok_or(Notice::LinkInvalid)),
        Err(notice) => Ok(Err(notice)),
    }
}

/// What its readers would get: those who see the same subject in a language are one, whatever else is in it.
async fn mails_of(desk: &Desk, issue: IssueId) -> Result<Vec<NoticeMail>, Error> {
    let mut mails = Vec::<NoticeMail>::new();
    for IssueCohort { locale, subject, recipients, .. } in desk.store().issue_cohorts(issue).await? {
        match mails.iter_mut().find(|mail| mail.locale == locale && mail.subject == subject) {
            Some(mail) => mail.recipients += recipients,
            None => mails.push(NoticeMail { locale, subject, recipients }),
        }
    }
    mails.sort_by(|a, b| b.recipients.cmp(&a.recipients).then_with(|| a.locale.cmp(&b.locale)));
    mails.truncate(MOST_MAILS);
    Ok(mails)
}

/// Whether it can be approved: looking at it changes nothing, so one that is too late may not have expired yet.
fn waits(issue: &Issue, desk: &Desk) -> bool {
    issue.state == IssueState::Waiting && issue.approve_by.is_none_or(|until| desk.now() < until)
}
