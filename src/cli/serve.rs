//! `postduif serve`: the daemon.

mod doors;
mod files;
mod greeting;
mod reread;
mod systemd;
mod turn;

use std::{mem, sync::Arc};

use tokio::signal::unix::{SignalKind, signal};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use self::{
    reread::Rereads,
    turn::{Present, Turn},
};
use super::{Ended, Setup};
use crate::{
    config::{self, name_of},
    diagnostic::Diagnostic,
    line::chain_of,
    storage,
    workflows::{Nudge, log_problem},
};

/// The name under which the daemon is present where its database is a file.
pub(super) const DAEMON: &str = "serve";

/// The arguments of `serve`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Where readers come in, instead of `web.listen`
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<std::net::SocketAddr>,
    /// What this node does, where others work with the same database: each has a site of its own to serve
    #[arg(long, value_name = "ROLE", value_delimiter = ',', default_values = ["web", "schedule", "deliver"])]
    roles: Vec<Role>,
    /// Write mail to files, though a relay takes it else: it counts as sent, and nobody gets it
    #[arg(long)]
    as_files: bool,
}

/// A part of the daemon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Role {
    /// Publish what is saved, and answer readers
    Web,
    /// Keep the schedule
    Schedule,
    /// Send mail, and take what comes back
    Deliver,
}

pub(super) async fn run(setup: &Arc<Setup>, arguments: &Arguments) -> anyhow::Result<Ended> {
    let mut rereads = Rereads::of(setup.config.file.clone())?;
    let stop = stop_on_signal();
    let turn = Turn::prepare(Arc::clone(setup), arguments, None, stop.child_token()).await?;
    let Some(turn) = turn else { return Ok(Ended::ToFix) };
    turn.greet().await?;
    let mut present = turn.begin();
    let told = tokio::spawn(systemd::keep_told(present.is_ready(), stop.clone()));
    let past = TaskTracker::new();
    let ended = loop {
        tokio::select! {
            ended = present.ended() => break ended,
            () = rereads.next() => match again(&present, arguments, &stop).await {
                Ok(next) => {
                    next.note_configuration(None);
                    let before = mem::replace(&mut present, next);
                    past.spawn(bring_to_its_end(before, present.nudge()));
                }
                Err(unfit) => {
                    present.note_configuration(Some(unfit.found));
                    if unfit.passes {
                        rereads.try_again();
                    }
                }
            },
        }
    };
    stop.cancel();
    past.close();
    past.wait().await;
    told.await?;
    present.close().await;
    ended?;
    tracing::info!("stopped; nothing is left on the wire");
    Ok(Ended::Fine)
}

/// Begins again by what the configuration says now. If that is not fit for it, all goes on as it is, and it is said why.
async fn again(present: &Present, arguments: &Arguments, stop: &CancellationToken) -> Result<Present, Unfit> {
    let name = name_of(&present.setup().config.file);
    let unfit = |error: anyhow::Error| {
        let passes = error.downcast_ref().is_some_and(storage::Error::is_transient);
        let found = match error.downcast() {
            Ok(config::Error::Wrong(found)) => *found,
            Ok(error @ config::Error::Read { .. }) => Diagnostic::error(name, "bad-config", chain_of(&error))
                .help("see that it is there, is text, and may be read"),
            Err(error) if passes => Diagnostic::error(name, "not-followed", chain_of(error.as_ref()))
                .help("nothing is wrong in it: it is read again in a moment"),
            Err(error) => Diagnostic::error(name, "bad-config", chain_of(error.as_ref()))
                .help("mend what it names, and save it again; until then all goes on as it is"),
        };
        Unfit { found, passes }
    };
    let begin = async {
        let setup = Arc::new(present.setup().again()?);
        let turn = Turn::prepare(Arc::clone(&setup), arguments, Some(present), stop.child_token()).await;
        if !matches!(turn, Ok(Some(_))) {
            setup.close().await;
        }
        turn
    };
    let next = match begin.await {
        Ok(Some(next)) => {
            // Before the next begins: what this one publishes comes first.
            present.stop();
            Ok(next.begin())
        }
        Ok(None) => {
            let found = Diagnostic::error(name, "bad-config", "it does not fit what is there; the log says why");
            Err(Unfit { found, passes: false })
        }
        Err(error) => Err(unfit(error)),
    };
    match &next {
        Ok(_) => tracing::info!("{} was read again: what it says counts from now on", name.display()),
        Err(Unfit { found, .. }) => {
            log_problem(found);
            tracing::error!("{} cannot be followed: what it said before counts", name.display());
        }
    }
    next
}

/// Why a configuration is not followed.
struct Unfit {
    found: Diagnostic,
    /// Whether it may be in a moment, as it is.
    passes: bool,
}

/// Waits until what the configuration said before is done with. What it still published may be older than what the
/// next one has published meanwhile.
async fn bring_to_its_end(mut before: Present, nudge: Option<Nudge>) {
    if let Err(error) = before.ended().await {
        tracing::error!(error = chain_of(error.as_ref()), "what the configuration said before did not end well");
    }
    before.close().await;
    if let Some(nudge) = nudge {
        nudge.say();
    }
}

/// A token that is cancelled by SIGTERM or Ctrl-C: what is on the wire is then finished. A second
/// Ctrl-C does what it always does.
pub(super) fn stop_on_signal() -> CancellationToken {
    let stop = CancellationToken::new();
    let cancelled = stop.clone();
    tokio::spawn(async move {
        let (Ok(mut terminate), Ok(mut interrupt)) = (signal(SignalKind::terminate()), signal(SignalKind::interrupt()))
        else {
            return;
        };
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        cancelled.cancel();
    });
    stop
}
