//! `postduif run WORKFLOW`: one run now.

use serde_json::json;

use super::{
    Ended, Setup,
    issues::local,
    on_a_thread,
    progress::beside,
    report::{self, say},
    serve::stop_on_signal,
};
use crate::{
    delivery::Transport,
    diagnostic::{Diagnostic, count},
    outbox::State,
    storage::IssueState,
    workflows::{DigestReport, Error as RunError, RunReport, StepReport},
};

/// The arguments of `run`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The name of a file in workflows/, without its ending
    workflow: String,
    /// Write mail to files, though a relay takes it else: it counts as sent, and nobody gets it
    #[arg(long)]
    as_files: bool,
    /// Print what its steps did as JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(setup: &Setup, arguments: &Arguments) -> anyhow::Result<Ended> {
    let workflow = match setup.workflow(&arguments.workflow)? {
        Ok(workflow) => workflow,
        Err(found) => {
            report::print_diagnostics(&found, &setup.config.root);
            return Ok(Ended::ToFix);
        }
    };
    let store = setup.store().await?;
    if !arguments.as_files && setup.lacks_its_relay(&store).await? {
        return Ok(Ended::ToFix);
    }
    let mut runner = setup.runner(&store, &stop_on_signal()).await?;
    if arguments.as_files {
        runner.worker.transport = setup.files()?;
    }
    let as_files = matches!(runner.worker.transport, Transport::Eml(_));
    // What an earlier run left behind when it was killed goes first.
    runner.resume(&setup.workflows()?).await?;
    let worker = runner.worker.clone();
    let earlier = beside(&store, on_a_thread(async move { worker.deliver_until_settled().await })).await??;
    if earlier.accepted > 0 && !arguments.json {
        say!("delivered {} that had waited", count(earlier.accepted, "mail"))?;
    }
    let (running, now) = (workflow.clone(), setup.clock.now());
    let run = beside(&store, on_a_thread(async move { runner.run(&running, now).await })).await?;
    if let Err(RunError::Stopped) = run {
        say!("stopped; `serve` or the next `run` goes on with it")?;
        return Ok(Ended::Fine);
    }
    let done = run.map_err(|error| match error.is_transient() {
        true => {
            anyhow::Error::new(error).context("the run is broken off, and `serve` or the next `run` goes on with it")
        }
        false => error.into(),
    })?;
    let known = done.is_none() && !arguments.json;
    let done = done.unwrap_or_default();
    if known {
        say!("{}: this moment has its run already", workflow.name)?;
    }
    if arguments.json {
        let held: Vec<_> = done.held().map(ToString::to_string).collect();
        report::print_json(&json!({
            "workflow": workflow.name, "steps": done.accounts, "held": held, "delivered_before": earlier.accepted,
            "diagnostics": done.diagnostics,
        }))?;
    } else {
        report::print_diagnostics(&done.diagnostics, &setup.config.root);
        print(&done, setup)?;
    }
    if !arguments.json && as_files && earlier.accepted + accepted(&done) > 0 {
        say!("the mails lie in {}", setup.config.path(&setup.config.mail.outbox).display())?;
    }
    // What the relay refused at first it may have taken a moment later.
    let last = done.steps.iter().rev().find_map(|step| match step {
        StepReport::Digest(digest) => Some(digest.relay_failed.clone()),
        _ => None,
    });
    if let Some(reason) = last.unwrap_or(earlier.relay_failed) {
        anyhow::bail!("the relay cannot be used: {reason}; what it did not take waits for `serve` or the next `run`")
    }
    Ok(if done.diagnostics.iter().any(Diagnostic::is_error) { Ended::ToFix } else { Ended::Fine })
}

fn print(done: &RunReport, setup: &Setup) -> Result<(), report::NotPrinted> {
    for step in &done.steps {
        say!("{step}")?;
        let StepReport::Digest(digest) = step else { continue };
        print_digest(digest, setup)?;
    }
    for post in done.held() {
        say!("{post}")?;
    }
    Ok(())
}

/// Says what an issue waits for.
fn print_digest(digest: &DigestReport, setup: &Setup) -> Result<(), report::NotPrinted> {
    let DigestReport { issue, state, approve_by, leaves_at, counts, next_attempt, .. } = digest;
    let zone = setup.config.settings.site.zone;
    if *state == IssueState::Waiting {
        let until = approve_by.map(|at| format!(" until {}", local(at, zone))).unwrap_or_default();
        say!("`postduif issues approve {issue}` lets it go{until}, then its posts come with the next")?;
        if setup.config.editors.is_empty() {
            say!("nobody was written to: `editors` in postduif.toml says who approves issues")?;
        }
    }
    if let Some(at) = leaves_at {
        let at = local(*at, zone);
        say!("its first mail leaves at {at}, by `serve` or the next `run`; `postduif issues cancel {issue}` stops it")?;
    }
    let waiting = counts.of(State::Planned);
    match state {
        IssueState::Paused => say!("issue {issue} is paused: `postduif issues resume {issue}` lets it go on")?,
        IssueState::Sending if waiting > 0 && leaves_at.is_none() => {
            say!(
                "{} to be sent by `serve` or the next `run`; `postduif issues show {issue}` says what they wait for",
                count(waiting, "mail")
            )?;
        }
        _ => {}
    }
    if let Some(next) = next_attempt.filter(|_| counts.of(State::Deferred) > 0) {
        let next = local(next, zone);
        say!("the deferred ones are tried again from {next} on, by `serve` or the next `run`")?;
    }
    Ok(())
}

/// How many mails of the run's own issue are accepted.
fn accepted(done: &RunReport) -> u64 {
    let accepted = done.steps.iter().map(|step| match step {
        StepReport::Digest(digest) => digest.counts.of(State::Accepted),
        _ => 0,
    });
    accepted.sum()
}
