//! `postduif status --service`: how the service does, for whoever runs it.

use std::path::Path;

use chrono::Datelike as _;
use chrono_tz::Tz;
use serde_json::{Value, json};

use crate::{
    cli::{
        Ended, Setup,
        report::{self, say},
    },
    clock::Timestamp,
    delivery::Presence,
    diagnostic::count,
    doctor::{
        Finding, Standing, judge_ahead, judge_daemon, judge_due, judge_expired, judge_file, judge_issue,
        judge_language, judge_last, judge_relay, judge_room, judge_slot, judge_unfinished,
    },
    storage::{Duties, Run, Store},
    workflows::{Trigger, Workflow},
};

pub(super) async fn show(setup: &Setup, as_json: bool) -> anyhow::Result<Ended> {
    let (store, now) = (setup.store().await?, setup.clock.now());
    let (workflows, mistakes) = setup.read_workflows()?;
    let duties = store.duties().await?;
    let zone = setup.config.settings.site.zone;
    let mut findings: Vec<_> = mistakes.iter().filter_map(judge_file).collect();
    findings.extend(judge(setup, &store, &workflows, &duties, now).await?);
    let is_well = findings.iter().all(|finding| finding.standing < Standing::Doubtful);
    if as_json {
        report::print_json(&json!({
            "runs": workflows.iter().map(|one| run_as_json(one, &duties, now)).collect::<Vec<_>>(),
            "issues": duties.issues.iter().map(|issue| json!({ "id": issue.id.0, "state": issue.state.as_str() })).collect::<Vec<_>>(),
            "letters": duties.letters,
            "findings": findings,
        }))?;
    } else {
        for workflow in &workflows {
            say!("{}", run_line(workflow, &duties, zone, now))?;
        }
        for issue in &duties.issues {
            let counts = store.issue_counts(issue.id).await?;
            say!("issue {} of {}: {}, {} planned", issue.id, issue.workflow, issue.state, counts.planned)?;
        }
        if duties.letters > 0 {
            say!("{} of no issue to send", count(duties.letters, "mail"))?;
        }
        say!("")?;
        for Finding { standing, message, remedy, .. } in &findings {
            say!("{standing} {message}")?;
            if let Some(remedy) = remedy {
                say!("    {remedy}")?;
            }
        }
        let at = now.with_timezone(&zone).format("%F %H:%M %Z");
        say!("{}, as of {at}", if is_well { "all is well" } else { "there is something to do" })?;
    }
    Ok(if is_well { Ended::Fine } else { Ended::ToFix })
}

/// Looks at everything that may have stalled.
async fn judge(
    setup: &Setup,
    store: &Store,
    workflows: &[Workflow],
    duties: &Duties,
    now: Timestamp,
) -> anyhow::Result<Vec<Finding>> {
    let file = setup.config.database_file();
    let workers = file.as_deref().map(|file| file.with_extension("workers"));
    let is_at_work = workers.map(|workers| Presence::lives_in(&workers, crate::cli::serve::DAEMON)).transpose()?;
    let mut findings = vec![judge_daemon(is_at_work)];
    for workflow in workflows.iter().filter(|workflow| workflow.enabled) {
        let dealt_with = store.last_slot(workflow.name.as_str(), now).await?;
        let due = workflow.schedule.as_ref().and_then(|schedule| schedule.last_until(now));
        findings.extend(judge_slot(workflow.name.as_str(), due, dealt_with, now));
        if workflow.schedule.is_some() {
            findings.extend(judge_ahead(workflow.name.as_str(), dealt_with, now));
        }
    }
    // Of a workflow that was deleted nobody can make up for anything.
    let is_there = |run: &&Run| workflows.iter().any(|workflow| workflow.name.as_str() == run.workflow);
    findings.extend(duties.last_runs.values().filter(is_there).filter_map(judge_last));
    for workflow in workflows {
        findings.extend(store.last_issue_of(workflow.name.as_str()).await?.as_ref().and_then(judge_expired));
    }
    findings.extend(duties.unfinished.iter().filter_map(|run| judge_unfinished(run, now)));
    findings.extend(judge_due(duties.due_at, now));
    let locales = setup.config.settings.all_locales();
    findings.extend(duties.readers.iter().filter_map(|(locale, readers)| judge_language(locale, *readers, &locales)));
    if duties.letters > 0 || !duties.issues.is_empty() {
        findings.extend(judge_relay(store.relay_trouble().await?.as_ref(), now));
    }
    findings.extend(duties.issues.iter().filter_map(judge_issue));
    let data = file.as_deref().and_then(Path::parent).unwrap_or(&setup.config.root);
    if let Ok(disk) = rustix::fs::statvfs(data) {
        findings.push(judge_room(data, disk.f_bavail.saturating_mul(disk.f_frsize)));
    }
    Ok(findings)
}

/// `weekly-digest: last on Fri 27 Nov 08:00: done; next on Fri 4 Dec 08:00`.
fn run_line(workflow: &Workflow, duties: &Duties, zone: Tz, now: Timestamp) -> String {
    let zone = workflow.schedule.as_ref().map_or(zone, |schedule| schedule.zone());
    let last = match duties.last_runs.get(workflow.name.as_str()) {
        Some(run) => {
            format!("last on {}: {}", local(run.slot, zone, now), run.outcome.as_deref().unwrap_or("not ended"))
        }
        None => "has not run yet".to_owned(),
    };
    let going = duties.unfinished.iter().rfind(|run| run.workflow == workflow.name.as_str());
    let last = going.map_or(last, |run| format!("is at work since {}", local(run.started_at, zone, now)));
    let next = match next_of(workflow, now) {
        Some(next) => format!("next on {}", local(next, zone, now)),
        None => String::from(match workflow.on.filter(|_| workflow.enabled) {
            Some(Trigger::PostsChanged) => "runs when posts have changed",
            Some(Trigger::Webhook) => "runs when it is called",
            None => "does not run by itself",
        }),
    };
    format!("{}: {last}; {next}", workflow.name)
}

fn run_as_json(workflow: &Workflow, duties: &Duties, now: Timestamp) -> Value {
    let last = duties.last_runs.get(workflow.name.as_str());
    json!({
        "workflow": workflow.name.as_str(),
        "running_since": duties.unfinished.iter().rfind(|run| run.workflow == workflow.name.as_str()).map(|run| run.started_at),
        "last": last.map(|run| json!({ "slot": run.slot, "outcome": run.outcome, "finished_at": run.finished_at })),
        "next": next_of(workflow, now),
    })
}

/// When the clock starts a workflow next, if it does.
fn next_of(workflow: &Workflow, now: Timestamp) -> Option<Timestamp> {
    workflow.schedule.as_ref().filter(|_| workflow.enabled)?.next_after(now)
}

fn local(at: Timestamp, zone: Tz, now: Timestamp) -> String {
    let at = at.with_timezone(&zone);
    let is_this_year = at.year() == now.with_timezone(&zone).year();
    at.format(if is_this_year { "%a %-d %b %H:%M" } else { "%a %-d %b %Y %H:%M" }).to_string()
}
