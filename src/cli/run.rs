//! `postduif run WORKFLOW`: one run now.

use super::{
    Ended, Setup,
    progress::beside,
    report::{self, say},
    serve::stop_on_signal,
};
use crate::{
    diagnostic::{Diagnostic, count},
    outbox::State,
    workflows::{RunReport, StepReport},
};

/// The arguments of `run`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The name of a file in workflows/, without its ending
    workflow: String,
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
    let runner = setup.runner(&store, &stop_on_signal()).await?;
    // What an earlier run left behind when it was killed goes first.
    runner.resume(&setup.workflows()?).await?;
    let earlier = beside(&store, runner.worker.deliver_until_settled()).await?;
    if earlier.accepted > 0 {
        say!("{} of earlier issues delivered", count(earlier.accepted, "mail"))?;
    }
    let run = beside(&store, runner.run(&workflow, setup.clock.now())).await;
    let done = run.map_err(|error| match error.is_transient() {
        true => {
            anyhow::Error::new(error).context("the run is broken off, and `serve` or the next `run` goes on with it")
        }
        false => error.into(),
    })?;
    let known = done.is_none();
    let done = done.unwrap_or_default();
    if known {
        say!("{}: this moment has its run already", workflow.name)?;
    }
    report::print_diagnostics(&done.diagnostics, &setup.config.root);
    print(&done)?;
    if setup.config.mail.relays.is_empty() && earlier.accepted + accepted(&done) > 0 {
        say!("the mails lie in {}", setup.config.path(&setup.config.mail.outbox).display())?;
    }
    // What the relay refused at first it may have taken a moment later.
    let last = done.steps.iter().rev().find_map(|step| match step {
        StepReport::Digest { relay_failed, .. } => Some(relay_failed.clone()),
        _ => None,
    });
    if let Some(reason) = last.unwrap_or(earlier.relay_failed) {
        anyhow::bail!("the relay cannot be used: {reason}; what it did not take waits for `serve` or the next `run`")
    }
    Ok(if done.diagnostics.iter().any(Diagnostic::is_error) { Ended::ToFix } else { Ended::Fine })
}

fn print(done: &RunReport) -> Result<(), report::NotPrinted> {
    for step in &done.steps {
        say!("{step}")?;
        let StepReport::Digest { counts, next_attempt, .. } = step else { continue };
        if let Some(next) = next_attempt.filter(|_| counts.of(State::Deferred) > 0) {
            say!("the deferred ones are tried again from {next} on, by `serve` or the next `run`")?;
        }
    }
    for post in done.held() {
        say!("{post}")?;
    }
    Ok(())
}

/// How many mails of the run's own issue are accepted.
fn accepted(done: &RunReport) -> u64 {
    let accepted = done.steps.iter().map(|step| match step {
        StepReport::Digest { counts, .. } => counts.of(State::Accepted),
        _ => 0,
    });
    accepted.sum()
}
