//! Asking for a run: a request that is signed as Standard Webhooks has it. It is written down and answered; the run
//! begins at the next look at the schedule, also if the process is killed before.

use axum::{
    Router,
    body::Bytes,
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse as _, Response},
    routing::post,
};
use tokio::task::spawn_blocking;

use super::{Desk, desk::Error};
use crate::workflows::{Trigger, load_workflows, webhook::Claim};

/// Routes for `/hooks/WORKFLOW`.
pub(super) fn router() -> Router<Desk> {
    Router::new().route("/hooks/{workflow}", post(ask_for_a_run))
}

/// Who sends the same request again, because no answer came, is told the same.
async fn ask_for_a_run(
    State(desk): State<Desk>,
    Path(name): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Error> {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let claim = Claim {
        id: header("webhook-id"),
        timestamp: header("webhook-timestamp"),
        signatures: header("webhook-signature"),
    };
    // Before anything is looked up: who does not know the secret does not learn what there is.
    let Some(secret) = desk.hooks() else { return Ok(say(StatusCode::NOT_FOUND, "no webhook is accepted here")) };
    if let Err(error) = secret.verify(claim, &body, desk.now()) {
        return Ok(say(StatusCode::UNAUTHORIZED, &error.to_string()));
    }
    let (content, now) = (desk.content().clone(), desk.now());
    let (workflows, _) = spawn_blocking(move || load_workflows(&content.root, &content.settings, now)).await??;
    let workflow = workflows.iter().find(|workflow| workflow.name.as_str() == name);
    match workflow.filter(|workflow| workflow.on == Some(Trigger::Webhook)) {
        None => Ok(say(StatusCode::NOT_FOUND, "no workflow of this name runs on a webhook")),
        Some(workflow) if !workflow.enabled => Ok(say(StatusCode::CONFLICT, "the workflow is switched off")),
        Some(workflow) => {
            desk.store().record_trigger(workflow.name.as_str(), claim.id, now).await?;
            Ok(say(StatusCode::ACCEPTED, "it will run"))
        }
    }
}

fn say(status: StatusCode, text: &str) -> Response {
    (status, format!("{text}\n")).into_response()
}
