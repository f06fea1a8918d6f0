//! Numbers for Prometheus, on the operators' listener.

use std::fmt::{Display, Write as _};

use axum::{
    http::{StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
};

use super::{Desk, intake::forms_this_hour, traffic::Traffic};
use crate::{
    delivery::Tally, diagnostic::Diagnostic, disk, line::chain_of, storage, translation::variant::Coverage,
    workflows::ContentError,
};

/// What Prometheus calls its text format.
const FORMAT: &str = "text/plain; version=0.0.4; charset=utf-8";

/// Why there are no numbers.
#[derive(Debug, thiserror::Error)]
enum Error {
    #[error("the database does not answer")]
    Store(#[from] storage::Error),
    #[error("the translations cannot be read")]
    Content(#[from] ContentError),
}

/// What this process has sent and answered, and how ledger, runs and translations stand.
pub(super) async fn metrics(desk: Desk, tally: Tally, traffic: Traffic) -> Response {
    let mut text = String::new();
    tally.write(&mut text);
    let mut page = Page(text);
    page.metric("requests_total", "counter", "Requests of readers that were answered since the start, by status.");
    for (class, count) in traffic.counts() {
        page.sample("requests_total", &[("status", &class)], count);
    }
    let written = async {
        write_forms(&desk, &mut page).await?;
        write_ledger(&desk, &mut page).await?;
        write_duties(&desk, &mut page).await?;
        write_problems(&desk, &mut page);
        write_gates(&desk, &mut page).await
    };
    match written.await {
        Ok(()) => ([(CONTENT_TYPE, FORMAT)], page.0).into_response(),
        Err(error) => {
            tracing::warn!(error = chain_of(&error), "no metrics");
            (StatusCode::SERVICE_UNAVAILABLE, format!("{error}\n")).into_response()
        }
    }
}

/// A page of metrics; each name gets `postduif_` before it.
struct Page(String);

impl Page {
    fn metric(&mut self, name: &str, kind: &str, help: &str) {
        // Nothing that is written to a text fails.
        let _ = write!(self.0, "# HELP postduif_{name} {help}\n# TYPE postduif_{name} {kind}\n");
    }

    fn sample(&mut self, name: &str, labels: &[(&str, &dyn Display)], value: impl Display) {
        let labels: Vec<_> = labels.iter().map(|(name, value)| format!("{name}=\"{}\"", escaped(value))).collect();
        let labels = if labels.is_empty() { String::new() } else { format!("{{{}}}", labels.join(",")) };
        let _ = writeln!(self.0, "postduif_{name}{labels} {value}");
    }
}

/// The value of a label as the format wants it.
fn escaped(value: &dyn Display) -> String {
    value.to_string().replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n")
}

async fn write_forms(desk: &Desk, page: &mut Page) -> Result<(), Error> {
    let forms = forms_this_hour(desk).await?;
    page.metric("subscribe_forms", "gauge", "Subscription forms that were counted in the hour that runs.");
    page.sample("subscribe_forms", &[], forms);
    page.metric("subscribe_forms_limit", "gauge", "How many are taken in an hour.");
    page.sample("subscribe_forms_limit", &[], desk.intake().per_hour);
    Ok(())
}

async fn write_ledger(desk: &Desk, page: &mut Page) -> Result<(), Error> {
    page.metric("issue_deliveries", "gauge", "Deliveries of each issue that is being sent, by state.");
    for (issue, states) in desk.store().sending().await? {
        let mut states: Vec<_> = states.into_iter().collect();
        states.sort();
        for (state, count) in states {
            page.sample("issue_deliveries", &[("issue", &issue), ("state", &state)], count);
        }
    }
    page.metric(
        "lane_wait_seconds",
        "gauge",
        "After how long a relay or a group of receivers takes the next mail that asks.",
    );
    for (lane, wait) in desk.store().busy_lanes(desk.now()).await? {
        page.sample("lane_wait_seconds", &[("lane", &lane)], wait.as_seconds_f64());
    }
    Ok(())
}

/// What somebody wrote and cannot be followed; what was there before goes on, or does not run.
fn write_problems(desk: &Desk, page: &mut Page) {
    let look = desk.content().problems.last();
    let errors = |found: &[Diagnostic]| found.iter().filter(|one| one.is_error()).count();
    page.metric("errors", "gauge", "Errors in files, as /problems has them, by what they are in.");
    for (place, count) in [
        ("configuration", look.configuration.iter().len()),
        ("workflows", errors(&look.workflows)),
        ("content", errors(&look.diagnostics) + usize::from(look.failure.is_some())),
    ] {
        page.sample("errors", &[("in", &place)], count);
    }
}

async fn write_duties(desk: &Desk, page: &mut Page) -> Result<(), Error> {
    let (duties, now) = (desk.store().duties().await?, desk.now());
    let overdue = duties.due_at.map_or(0, |due| (now - due).num_seconds().max(0));
    page.metric("delivery_overdue_seconds", "gauge", "For how long the oldest delivery that is due has waited.");
    page.sample("delivery_overdue_seconds", &[], overdue);
    let waits = duties.letters > 0 || !duties.issues.is_empty();
    let trouble = desk.store().relay_trouble().await?.filter(|_| waits);
    let fails_for = trouble.map_or(0, |trouble| (now - trouble.since).num_seconds().max(0));
    page.metric("relay_trouble_seconds", "gauge", "For how long mail has waited while no relay takes any.");
    page.sample("relay_trouble_seconds", &[], fails_for);
    page.metric("letters_waiting", "gauge", "Mails that are of no issue and wait, such as confirmations.");
    page.sample("letters_waiting", &[], duties.letters);
    page.metric("issues_open", "gauge", "Issues that are not settled, by what they do.");
    for issue in &duties.issues {
        let labels: [(&str, &dyn Display); 3] =
            [("issue", &issue.id), ("workflow", &issue.workflow), ("state", &issue.state)];
        page.sample("issues_open", &labels, 1);
    }
    page.metric("run_finished_timestamp_seconds", "gauge", "When the last run of each workflow ended, and how.");
    // One that was deleted is no reason for an alarm.
    let is_there = |name: &str| disk::is_there(&desk.content().root.join(format!("workflows/{name}.toml")));
    for run in duties.last_runs.values().filter(|run| is_there(&run.workflow)) {
        let outcome = run.outcome.as_deref().unwrap_or_default();
        let outcome = outcome.split([':', ';', ' ']).next().unwrap_or_default();
        let ended = run.finished_at.unwrap_or(run.started_at).timestamp();
        page.sample("run_finished_timestamp_seconds", &[("workflow", &run.workflow), ("outcome", &outcome)], ended);
    }
    page.metric("run_started_timestamp_seconds", "gauge", "When each run began that has not ended.");
    for run in &duties.unfinished {
        page.sample("run_started_timestamp_seconds", &[("workflow", &run.workflow)], run.started_at.timestamp());
    }
    Ok(())
}

async fn write_gates(desk: &Desk, page: &mut Page) -> Result<(), Error> {
    let (surveys, now, settings) = (desk.content().survey().await?, desk.now(), &desk.content().settings);
    let source = &settings.site.source;
    let mut segments = Vec::new();
    page.metric("posts", "gauge", "Posts in each language, by whether their gate is open.");
    for one in settings.locales.iter().filter(|one| one.edition) {
        let posts: Vec<_> =
            surveys.iter().filter(|survey| !survey.draft && !survey.not_in.contains(&one.locale)).collect();
        let open = posts.iter().filter(|survey| survey.is_open(one, source, now)).count();
        page.sample("posts", &[("locale", &one.locale), ("gate", &"open")], open);
        page.sample("posts", &[("locale", &one.locale), ("gate", &"closed")], posts.len() - open);
        let mut sum = Coverage::default();
        posts.iter().for_each(|survey| sum += survey.coverage(&one.locale, source));
        segments.push((&one.locale, sum));
    }
    page.metric("segments", "gauge", "Segments of posts in each language, by state.");
    for (locale, sum) in segments {
        for (state, count) in
            [("current", sum.current), ("stale", sum.stale), ("machine", sum.machine), ("missing", sum.missing)]
        {
            page.sample("segments", &[("locale", locale), ("state", &state)], count);
        }
    }
    Ok(())
}
