//! `postduif issues`: the ledger.

use std::time::Duration;

use anyhow::Context as _;
use chrono::TimeDelta;
use chrono_tz::Tz;
use indicatif::HumanDuration;
use serde_json::json;

use super::{
    Ended, Setup,
    report::{self, complain, say},
};
use crate::{
    clock::Timestamp,
    diagnostic::count,
    outbox::{IssueId, State},
    storage::{Issue, IssueCounts, IssueState, LATELY, Progress, RelayTrouble, Replied, Store},
};

/// How many issues `list` shows, newest first.
const MOST_LISTED: usize = 50;

/// How many of the relay's words `show` repeats.
const MOST_REPLIES: usize = 10;

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
        /// Print the addresses of those in a state instead, each with the last reply
        #[arg(long, value_name = "STATE", conflicts_with = "json")]
        who: Option<State>,
    },
    /// Let an issue be sent that waits for approval
    Approve {
        /// Its number
        id: i64,
    },
    /// Stop an issue for now; what is on the wire is finished
    Pause {
        /// Its number
        id: i64,
    },
    /// Let an issue go on that was paused
    Resume {
        /// Its number
        id: i64,
    },
    /// Stop an issue for good; its posts come with the next
    Cancel {
        /// Its number
        id: i64,
    },
    /// Try the rejected mails of an issue again
    Retry {
        /// Its number
        id: i64,
        /// Those too of whom nobody knows whether they have it: who does gets it twice
        #[arg(long)]
        uncertain: bool,
    },
}

pub(super) async fn run(setup: &Setup, arguments: &Arguments) -> anyhow::Result<Ended> {
    let (store, zone, now) = (setup.store().await?, setup.config.settings.site.zone, setup.clock.now());
    match arguments.command {
        Command::List { json } => list(&store, zone, json).await,
        Command::Show { id, who: Some(state), .. } => who(&store, IssueId(id), state).await,
        Command::Show { id, json, .. } => show(&store, IssueId(id), zone, now, json).await,
        Command::Approve { id } => {
            let issue = store.issue(IssueId(id)).await.context("cannot look up the issue")?;
            let over = issue.filter(|issue| issue.state == IssueState::Waiting).and_then(|issue| issue.approve_by);
            if let Some(over) = over.filter(|until| *until <= now) {
                complain!(
                    "error: the time to approve issue {id} was over at {}; its posts come with the next",
                    local(over, zone)
                );
                return Ok(Ended::ToFix);
            }
            turn(&store, id, "waits for approval", async |id| Ok(store.approve_issue(id, now).await?)).await
        }
        Command::Pause { id } => {
            turn(&store, id, "is being sent", async |id| Ok(store.pause_issue(id, now).await?)).await
        }
        Command::Resume { id } => {
            turn(&store, id, "is paused", async |id| Ok(store.resume_issue(id, now).await?)).await
        }
        Command::Cancel { id } => {
            turn(&store, id, "is not over yet", async |id| Ok(store.cancel_issue(id, now).await?)).await
        }
        Command::Retry { id, uncertain } => retry(&store, IssueId(id), uncertain, now).await,
    }
}

/// Lets an issue go from one state to another, if it is one that `can` says.
async fn turn(
    store: &Store,
    id: i64,
    can: &str,
    turn: impl AsyncFn(IssueId) -> anyhow::Result<bool>,
) -> anyhow::Result<Ended> {
    let id = IssueId(id);
    let Some(before) = find(store, id).await? else { return Ok(Ended::ToFix) };
    if !turn(id).await? {
        complain!("error: issue {id} is {}; this is for one that {can}", before.state);
        return Ok(Ended::ToFix);
    }
    say_state(store, id).await
}

async fn retry(store: &Store, id: IssueId, held_too: bool, now: Timestamp) -> anyhow::Result<Ended> {
    let Some(issue) = find(store, id).await? else { return Ok(Ended::ToFix) };
    let Some(retried) = store.retry_issue(id, held_too, now).await? else {
        complain!("error: issue {id} is {}; this is for one that was sent", issue.state);
        return Ok(Ended::ToFix);
    };
    say!("{} again", count(retried, "mail"))?;
    let left_out = store.issue_counts(id).await?.of(State::Rejected);
    if left_out > 0 {
        say!("{left_out} stay rejected: their readers left, may have it, or have had a later digest")?;
    }
    match store.held_of(id).await? {
        0 => {}
        held if held_too => say!("{held} stay held: their readers left, or have had a later digest")?,
        held => say!("{held} are held, as they may have arrived: `--uncertain` sends them, too")?,
    }
    say_state(store, id).await
}

/// The issue of a number, or a word that there is none.
async fn find(store: &Store, id: IssueId) -> anyhow::Result<Option<Issue>> {
    let issue = store.issue(id).await.context("cannot look up the issue")?;
    if issue.is_none() {
        complain!("error: there is no issue {id}");
    }
    Ok(issue)
}

/// Says how an issue stands now, and what to do for it to go on.
async fn say_state(store: &Store, id: IssueId) -> anyhow::Result<Ended> {
    let Some(issue) = find(store, id).await? else { return Ok(Ended::ToFix) };
    let counts = store.issue_counts(id).await?;
    say!("issue {id} is {}: {}", issue.state, summary(&counts))?;
    match issue.state {
        IssueState::Sending => say!("`serve` or the next `run` sends what waits")?,
        IssueState::Paused => say!("`postduif issues resume {id}` lets it go on")?,
        IssueState::Waiting | IssueState::Cancelled | IssueState::Expired | IssueState::Finished => {}
    }
    Ok(Ended::Fine)
}

async fn list(store: &Store, zone: Tz, json: bool) -> anyhow::Result<Ended> {
    let issues = store.issues(MOST_LISTED).await?;
    if issues.is_empty() && !json {
        say!(
            "there is no issue yet: a workflow with a digest makes them, and `postduif plan` says what the next would be"
        )?;
    }
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

async fn who(store: &Store, id: IssueId, state: State) -> anyhow::Result<Ended> {
    let Some(_) = find(store, id).await? else { return Ok(Ended::ToFix) };
    for (email, reply) in store.issue_readers(id, state).await? {
        let reply = reply.map(|reply| format!(": {reply}")).unwrap_or_default();
        say!("{}{reply}", email.as_str())?;
    }
    Ok(Ended::Fine)
}

async fn show(store: &Store, id: IssueId, zone: Tz, now: Timestamp, json: bool) -> anyhow::Result<Ended> {
    let Some(issue) = find(store, id).await? else { return Ok(Ended::ToFix) };
    let counts = store.issue_counts(id).await?;
    if json {
        report::print_json(&as_json(&issue, &counts))?;
        return Ok(Ended::Fine);
    }
    say!("{}", line(&issue, &counts, zone))?;
    if let (IssueState::Waiting, Some(until)) = (issue.state, issue.approve_by) {
        say!("  waits for `postduif issues approve {id}` until {}", local(until, zone))?;
    }
    if issue.state == IssueState::Paused {
        say!("  `postduif issues resume {id}` lets it go on")?;
    }
    if issue.state == IssueState::Sending {
        if let Some(RelayTrouble { since, reason }) = store.relay_trouble().await? {
            say!("  no relay takes mail since {}: {reason}", local(since, zone))?;
        }
        for line in sight(&store.issue_progress(id, now).await?, zone) {
            say!("  {line}")?;
        }
    }
    for state in State::ALL.into_iter().filter(|state| counts.of(*state) > 0) {
        say!("  {:<11} {}", state.as_str(), counts.of(state))?;
    }
    for (reason, count) in &counts.excluded {
        say!("    excluded because {}: {count}", reason.as_str())?;
    }
    if counts.sent_again > 0 {
        say!("  of these, {} sent again with the same Message-ID: an answer was lost", counts.sent_again)?;
    }
    let held = store.held_of(id).await?;
    if held > 0 {
        say!(
            "  {held} uncertain ones are held, as they may have arrived; `postduif issues retry {id} --uncertain` sends them"
        )?;
    }
    let came_back = store.bounces_of(id).await?;
    if !came_back.is_empty() {
        let verdicts: Vec<_> = came_back.iter().map(|(verdict, count)| format!("{count} {verdict}")).collect();
        say!("  came back: {}", verdicts.join(", "))?;
    }
    say!("  nothing new for {}", issue.nothing_new)?;
    for Replied { state, reply, count, due_at } in store.issue_replies(id, MOST_REPLIES).await? {
        let again = due_at.map(|at| format!(", again at {}", local(at, zone))).unwrap_or_default();
        say!("  {count} {state}{again}: {reply}")?;
    }
    Ok(Ended::Fine)
}

/// An issue on one line, its slot as the clocks of the publication's zone show it.
fn line(issue: &Issue, counts: &IssueCounts, zone: Tz) -> String {
    let (slot, summary) = (local(issue.slot, zone), summary(counts));
    format!("{} {} {slot} {}: {summary}", issue.id, issue.workflow, issue.state)
}

fn summary(counts: &IssueCounts) -> String {
    let others: String = counts.others().map(|(state, count)| format!(", {count} {state}")).collect();
    format!("{} of {} accepted{others}", counts.of(State::Accepted), counts.planned)
}

/// What an issue does now, how long it still takes, and who waits for what.
fn sight(progress: &Progress, zone: Tz) -> Vec<String> {
    let Progress { settled_lately, on_their_way, ready, throttled, put_off, later, to_try_again, next_at, .. } =
        *progress;
    let next = next_at.map(|at| format!(", the first until {}", local(at, zone))).unwrap_or_default();
    let mut lines = Vec::new();
    lines.push(match (settled_lately, on_their_way + ready) {
        (0, 0) => format!("waits{}", next_at.map(|at| format!(" until {}", local(at, zone))).unwrap_or_default()),
        (0, _) if on_their_way == 0 => "waits for `serve` or the next `run`".to_owned(),
        (0, _) => "begins".to_owned(),
        (settled, left) if left + throttled == 0 => format!("is sent: {settled} in the last minute"),
        (settled, left) => {
            // At least a second: the first mails say little.
            let took = progress.settling_for.clamp(TimeDelta::seconds(1), LATELY);
            #[expect(clippy::cast_precision_loss, reason = "a guess for people")]
            let seconds = (left + throttled) as f64 * took.as_seconds_f64() / settled as f64;
            let left = HumanDuration(Duration::from_secs_f64(seconds.max(1.0)));
            let time = if took == LATELY { "minute".to_owned() } else { count(took.num_seconds(), "second") };
            format!("is sent: {settled} in the last {time}, about {left} left")
        }
    });
    let waiting = [
        (on_their_way, "are with a worker"),
        (ready, "wait for a worker"),
        (throttled, "wait for their place: their receivers get mail only so fast"),
        (put_off, "were not taken, and are offered again"),
        (later, "leave later; until then the issue can be called back"),
        (to_try_again, "wait for their next attempt"),
    ];
    lines.extend(waiting.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")));
    if let (Some(last), true) = (lines.last_mut(), throttled + put_off + later + to_try_again > 0 && settled_lately > 0)
    {
        last.push_str(&next);
    }
    lines
}

pub(super) fn local(at: Timestamp, zone: Tz) -> impl std::fmt::Display {
    at.with_timezone(&zone).format("%F %H:%M %Z")
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_issue_says_what_it_does_how_long_that_takes_and_who_waits_for_what() {
        let at = Some("2026-10-09T06:30:00Z".parse().unwrap());
        let sight = |progress| sight(&progress, chrono_tz::Europe::Brussels).join("; ");
        let waiting = Progress { to_try_again: 2, next_at: at, ..Progress::default() };
        assert_eq!(sight(waiting.clone()), "waits until 2026-10-09 08:30 CEST; 2 wait for their next attempt");
        let idle = Progress { ready: 5, ..Progress::default() };
        assert_eq!(sight(idle), "waits for `serve` or the next `run`; 5 wait for a worker");
        let settling_for = TimeDelta::seconds(90);
        let young =
            Progress { settled_lately: 200, settling_for: TimeDelta::seconds(8), ready: 2_800, ..Progress::default() };
        assert_eq!(sight(young), "is sent: 200 in the last 8 seconds, about 2 minutes left; 2800 wait for a worker");
        let late = Progress { settled_lately: 10, settling_for, ..waiting.clone() };
        assert_eq!(
            sight(late),
            "is sent: 10 in the last minute; 2 wait for their next attempt, the first until 2026-10-09 08:30 CEST"
        );
        let busy =
            Progress { settled_lately: 600, settling_for, on_their_way: 80, ready: 1_120, throttled: 9, ..waiting };
        assert_eq!(
            sight(busy),
            "is sent: 600 in the last minute, about 2 minutes left; 80 are with a worker; 1120 wait for a worker; \
             9 wait for their place: their receivers get mail only so fast; \
             2 wait for their next attempt, the first until 2026-10-09 08:30 CEST"
        );
    }
}
