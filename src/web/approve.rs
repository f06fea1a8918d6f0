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
    storage::{Issue, IssueState},
    subscribers::Purpose,
    templates::Notice,
};

/// Routes for `/s/TOKEN/approve`.
pub(super) fn router() -> Router<Desk> {
    Router::new().route("/s/{token}/approve", get(ask).post(approve))
}

async fn ask(State(desk): State<Desk>, Path(token): Path<String>) -> Result<Response, Error> {
    match issue_of(&desk, &token).await? {
        Ok(issue) if waits(&issue, &desk) => {
            let action = Some(desk.links().personal(&token, "approve"));
            say(&desk, StatusCode::OK, Notice::Approve, action).await
        }
        Ok(_) => say(&desk, StatusCode::OK, Notice::ApprovalOver, None).await,
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
    say(&desk, StatusCode::OK, if approved { Notice::Approved } else { Notice::ApprovalOver }, None).await
}

/// The issue that a link is about, or what is wrong with the link.
async fn issue_of(desk: &Desk, token: &str) -> Result<Result<Issue, Notice>, Error> {
    match desk.verify(token, Purpose::Approve).await? {
        Ok(read) => Ok(desk.store().issue(IssueId(read.subscriber.0)).await?.ok_or(Notice::LinkInvalid)),
        Err(notice) => Ok(Err(notice)),
    }
}

/// Whether it can be approved: looking at it changes nothing, so one that is too late may not have expired yet.
fn waits(issue: &Issue, desk: &Desk) -> bool {
    issue.state == IssueState::Waiting && issue.approve_by.is_none_or(|until| desk.now() < until)
}

/// In the language of the publication: the link does not say whose it is.
async fn say(desk: &Desk, status: StatusCode, notice: Notice, action: Option<String>) -> Result<Response, Error> {
    let source = desk.content().settings.site.source.clone();
    desk.notice(status, &source, notice, action).await
}
