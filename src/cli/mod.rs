//! The command line: one file for each command.
//!
//! Exit codes: 0 fine, 1 the content or the configuration is wrong and the person can fix it,
//! 2 the machine failed.

mod setup;
mod report;
mod lookup;
mod init;
mod serve;
mod run;
mod progress;
mod plan;
mod check;
mod import;
mod sync;
mod status;
mod translate;
mod approve;
mod publish;
mod preview;
mod subscribers;
mod issues;
mod bounce;
mod doctor;
mod backup;
mod restore;
mod migrate;
mod manual;

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use clap::{Parser, Subcommand};
use tracing::Level;

use self::setup::Setup;
use crate::config;

/// Publishes Dutch posts in every reader's language: as a page, as a feed, as an email. Exactly once.
#[derive(Debug, Parser)]
#[command(name = "postduif", version, about, long_about = None, disable_help_subcommand = true)]
struct Arguments {
    /// The publication's configuration; everything else lies beside it
    #[arg(long, global = true, value_name = "FILE", default_value = "postduif.toml")]
    config: PathBuf,

    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Begin a new publication in a folder
    Init(init::Arguments),
    /// Run the whole thing: schedule, publish, deliver, web
    Serve(serve::Arguments),
    /// Run a workflow now
    Run(run::Arguments),
    /// Show what a workflow would publish and send now; changes nothing
    Plan(plan::Arguments),
    /// Check posts, locales, templates, workflows and configuration
    Check(check::Arguments),
    /// Bring posts in from a feed, a page or a text dump, as drafts
    Import(import::Arguments),
    /// Bring the Dutch posts into the locale files
    Sync(sync::Arguments),
    /// Show how far each post is translated
    Status(status::Arguments),
    /// Fill in missing translations, from earlier ones and by a translation service
    Translate(translate::Arguments),
    /// Say that stale or machine translations are right as they are
    Approve(approve::Arguments),
    /// Write pages and feeds
    Publish(publish::Arguments),
    /// Show a digest as its readers would get it
    Preview(preview::Arguments),
    /// Bring subscribers in and out, and show one
    Subscribers(subscribers::Arguments),
    /// Show the ledger of issues; pause, cancel or approve one
    Issues(issues::Arguments),
    /// Read what came back: bounces, complaints, automatic answers
    Bounce(bounce::Arguments),
    /// Look whether mail can leave and will arrive, and say what to publish
    Doctor(doctor::Arguments),
    /// Copy the database into a file, while it is in use
    Backup(backup::Arguments),
    /// Put a copy of the database back; nothing is sent twice
    Restore(restore::Arguments),
    /// Bring the database up to this program's version
    Migrate(migrate::Arguments),
    /// Print what makes a shell complete this program's commands
    Completions(manual::CompletionsArguments),
    /// Write the manual, a page for each command
    Man(manual::ManArguments),
}

/// How a command ended, when nothing failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ended {
    /// Everything is fine.
    Fine,
    /// Something is wrong that the person can fix.
    ToFix,
}

/// Reads the arguments, does what they say, and gives the exit code.
pub fn main() -> ExitCode {
    // The one TLS provider of the process; a second call would only find the first.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version are what was asked for; anything else the person can fix.
            let _ = error.print();
            return ExitCode::from(u8::from(error.use_stderr()));
        }
    };
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return report::failure(&anyhow::Error::new(error).context("cannot start")),
    };
    match runtime.block_on(run(arguments)) {
        Ok(Ended::Fine) => ExitCode::SUCCESS,
        Ok(Ended::ToFix) => ExitCode::from(1),
        Err(error) => report::failure(&error),
    }
}

/// Sends mail on one of the threads where all else of it is done: from the program's first, whoever waits for mails would
/// have to be woken for each.
async fn on_a_thread<T: Send + 'static>(sending: impl Future<Output = T> + Send + 'static) -> anyhow::Result<T> {
    Ok(tokio::spawn(sending).await?)
}

async fn run(arguments: Arguments) -> anyhow::Result<Ended> {
    // These want no publication.
    match &arguments.command {
        Command::Init(arguments) => return init::run(arguments),
        Command::Completions(arguments) => return manual::complete(arguments),
        Command::Man(arguments) => return manual::write_pages(arguments),
        _ => {}
    }
    // A command that is done soon says itself what it did.
    let level = if matches!(arguments.command, Command::Serve(_)) { Level::INFO } else { Level::WARN };
    let setup = match Setup::load(&arguments.config, level) {
        Ok(setup) => Arc::new(setup),
        Err(error) => return Ok(misconfigured(error)),
    };
    let ended = obey(arguments.command, &setup).await;
    setup.close().await;
    // Some of it is looked at only by the commands that need it, such as keys.
    ended.or_else(|error| error.downcast().map(misconfigured))
}

/// Says what is wrong with the configuration.
fn misconfigured(error: config::Error) -> Ended {
    match error {
        config::Error::Wrong(found) => report::print_diagnostics(&[*found], Path::new(".")),
        error @ config::Error::Read { .. } => {
            let file =
                matches!(&error, config::Error::Read { path, .. } if path.extension().is_some_and(|end| end == "toml"));
            report::print_unreadable(&error, file);
        }
    }
    Ended::ToFix
}

async fn obey(command: Command, setup: &Arc<Setup>) -> anyhow::Result<Ended> {
    match command {
        Command::Init(arguments) => init::run(&arguments),
        Command::Serve(arguments) => serve::run(setup, &arguments).await,
        Command::Run(arguments) => run::run(setup, &arguments).await,
        Command::Plan(arguments) => plan::run(setup, &arguments).await,
        Command::Check(arguments) => check::run(setup, &arguments).await,
        Command::Import(arguments) => import::run(setup, &arguments).await,
        Command::Sync(arguments) => sync::run(setup, &arguments).await,
        Command::Status(arguments) => status::run(setup, &arguments).await,
        Command::Translate(arguments) => translate::run(setup, &arguments).await,
        Command::Approve(arguments) => approve::run(setup, &arguments).await,
        Command::Publish(arguments) => publish::run(setup, &arguments).await,
        Command::Preview(arguments) => preview::run(setup, &arguments).await,
        Command::Subscribers(arguments) => subscribers::run(setup, &arguments).await,
        Command::Issues(arguments) => issues::run(setup, &arguments).await,
        Command::Bounce(arguments) => bounce::run(setup, &arguments).await,
        Command::Doctor(arguments) => doctor::run(setup, &arguments).await,
        Command::Backup(arguments) => backup::run(setup, &arguments).await,
        Command::Restore(arguments) => restore::run(setup, &arguments).await,
        Command::Migrate(arguments) => migrate::run(setup, &arguments).await,
        Command::Completions(arguments) => manual::complete(&arguments),
        Command::Man(arguments) => manual::write_pages(&arguments),
    }
}
