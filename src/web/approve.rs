//! Approving an issue: a page with one button for who has the link that editors were sent.

use axum::{
    Router,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
    routing::get,
};

use super::{Desk, apology::refuse, desk::Error};
use crate::{
    outbox::IssueId,
    storage::{Issue, IssueCohort, IssueState},
    subscribers::Purpose,
    templates::{Notice, NoticeMail},
};

/// So many subjects are shown: whoever has more topics than that looks into the test mails.
const MOST_MAILS: usize = 50;

/// Routes for `/s/TOKEN/approve`.
pub(super) fn router() -> Router<Desk> {
    Router::new().route("/s/{token}/approve", get(ask).post(approve))
}

async fn ask(State(desk): State<Desk>, Path(token): Path<String>) -> Result<Response, Error> {
    match issue_of(&desk, &token).await? {
        Ok(issue) if waits(&issue, &desk) => {
            let mails = mails_of(&desk, issue.id).await?;
            desk.ask_for_approval(desk.links().personal(&token, "approve"), mails).await
        }
        Ok(_) => say(&desk, Notice::ApprovalOver).await,
        Err(notice) => Ok(refuse(StatusCode::NOT_FOUND, notice)),
    }
}

async fn approve(State(desk): State<Desk>, Path(token): Path<String>) -> Result<Response, Error> {
    let issue = match issue_of(&desk, &token).await? {
        Ok(issue) => issue,
        Err(notice) => return Ok(refuse(StatusCode::NOT_FOUND, notice)),
    };
    let approved = desk.store().approve_issue(issue.id, desk.now()).await?;
    if approved {
        tracing::info!(issue = %issue.id, "an issue was approved");
    }
    say(&desk, if approved { Notice::Approved } else { Notice::ApprovalOver }).await
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

/// In the language of the publication: the link does not say whose it is.
async fn say(desk: &Desk, notice: Notice) -> Result<Response, Error> {
    let source = desk.content().settings.site.source.clone();
    desk.notice(StatusCode::OK, &source, notice, None).await
}
