//! `postduif issues`: the ledger.

use anyhow::Context as _;
use chrono_tz::Tz;
use serde_json::json;

use super::{
    Ended, Setup,
    report::{self, complain, say},
};
use crate::{
    outbox::{IssueId, State},
    storage::{Issue, IssueCounts, Store},
};

/// How many issues `list` shows, newest first.
const MOST_LISTED: usize = 50;

/// The arguments of `issues`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// The issues, newest first
    List {
        /// Print them as JSON
        #[arg(long)]
        json: bool,
    },
    /// The ledger of one issue
    Show {
        /// Its number
        id: i64,
        /// Print it as JSON
        #[arg(long)]
        json: bool,
    },
}

pub(super) async fn run(setup: &Setup, arguments: &Arguments) -> anyhow::Result<Ended> {
    let (store, zone) = (setup.store().await?, setup.config.settings.site.zone);
    match arguments.command {
        Command::List { json } => list(&store, zone, json).await,
        Command::Show { id, json } => show(&store, IssueId(id), zone, json).await,
    }
}

async fn list(store: &Store, zone: Tz, json: bool) -> anyhow::Result<Ended> {
    let issues = store.issues(MOST_LISTED).await?;
    let mut all = Vec::new();
    for issue in issues {
        let counts = store.issue_counts(issue.id).await?;
        if json {
            all.push(as_json(&issue, &counts));
        } else {
            say!("{}", line(&issue, &counts, zone))?;
        }
    }
    if json {
        report::print_json(&json!({ "issues": all }))?;
    }
    Ok(Ended::Fine)
}

async fn show(store: &Store, id: IssueId, zone: Tz, json: bool) -> anyhow::Result<Ended> {
    let Some(issue) = store.issue(id).await.context("cannot look up the issue")? else {
        complain!("error: there is no issue {id}");
        return Ok(Ended::ToFix);
    };
    let counts = store.issue_counts(id).await?;
    if json {
        report::print_json(&as_json(&issue, &counts))?;
        return Ok(Ended::Fine);
    }
    say!("{}", line(&issue, &counts, zone))?;
    for state in State::ALL.into_iter().filter(|state| counts.of(*state) > 0) {
        say!("  {:<11} {}", state.as_str(), counts.of(state))?;
    }
    for (reason, count) in &counts.excluded {
        say!("    excluded because {}: {count}", reason.as_str())?;
    }
    if counts.sent_again > 0 {
        say!("  of these, {} sent again with the same Message-ID: an answer was lost", counts.sent_again)?;
    }
    say!("  nothing new for {}", issue.nothing_new)?;
    Ok(Ended::Fine)
}

/// An issue on one line, its slot as the clocks of the publication's zone show it.
fn line(issue: &Issue, counts: &IssueCounts, zone: Tz) -> String {
    let accepted = counts.of(State::Accepted);
    let others: String = counts.others().map(|(state, count)| format!(", {count} {state}")).collect();
    format!(
        "{} {} {} {}: {accepted} of {} accepted{others}",
        issue.id,
        issue.workflow,
        issue.slot.with_timezone(&zone).format("%F %H:%M %Z"),
        issue.state.as_str(),
        counts.planned
    )
}

fn as_json(issue: &Issue, counts: &IssueCounts) -> serde_json::Value {
    let mut object = serde_json::Map::new();
    object.insert("id".to_owned(), json!(issue.id.0));
    object.insert("workflow".to_owned(), json!(issue.workflow));
    object.insert("state".to_owned(), json!(issue.state.as_str()));
    object.insert("planned".to_owned(), json!(counts.planned));
    for state in [
        State::Accepted,
        State::Deferred,
        State::Rejected,
        State::Excluded,
        State::Uncertain,
        State::Superseded,
        State::Cancelled,
    ] {
        object.insert(state.as_str().to_owned(), json!(counts.of(state)));
    }
    object.insert("sent_again".to_owned(), json!(counts.sent_again));
    object.into()
}
