//! `postduif run WORKFLOW`: one run now.

use super::{
    Ended, Setup,
    report::{self, say},
    serve::stop_on_signal,
};
use crate::{outbox::State, workflows::StepReport};

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
    runner.worker.deliver_until_settled().await?;
    let done = runner.run(&workflow, setup.clock.now()).await.map_err(|error| match error.is_transient() {
        true => {
            anyhow::Error::new(error).context("the run is broken off, and `serve` or the next `run` goes on with it")
        }
        false => error.into(),
    })?;
    let Some(done) = done else {
        say!("{}: this moment has its run already", workflow.name)?;
        return Ok(Ended::Fine);
    };
    report::print_diagnostics(&done.diagnostics, &setup.config.root);
    for step in &done.steps {
        say!("{step}")?;
        if let StepReport::Digest { counts, next_attempt: Some(next), .. } = step
            && counts.of(State::Deferred) > 0
        {
            say!("the deferred ones are tried again from {next} on, by `serve` or the next `run`")?;
        }
    }
    if setup.config.mail.relay.is_none() && done.steps.iter().any(|step| matches!(step, StepReport::Digest { .. })) {
        say!("the mails lie in {}", setup.config.path(&setup.config.mail.outbox).display())?;
    }
    let failed = done.steps.iter().find_map(|step| match step {
        StepReport::Digest { relay_failed, .. } => relay_failed.clone(),
        _ => None,
    });
    match failed {
        Some(reason) => {
            anyhow::bail!(
                "the relay cannot be used: {reason}; what it did not take waits for `serve` or the next `run`"
            )
        }
        None => Ok(Ended::Fine),
    }
}
