//! `postduif subscribers`: bringing them in and out, and showing one.

use std::{fs::File, io, path::PathBuf};

mod offer;
mod show;

use anyhow::Context as _;

use self::{offer::Offer, show::show};
use super::{
    Ended, Setup, lookup,
    report::{self, complain, say},
};
use crate::{
    digest::Start,
    locale::Locale,
    storage::{Added, Imported},
    subscribers::{Cadence, NewSubscriber, Status, SubscriberEmail, Suppression, Topics, csv},
};

/// How many rows go into one transaction.
const BATCH: usize = 1_000;

/// The arguments of `subscribers`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Bring in subscribers from a CSV file (`-`: standard input). You vouch for their consent.
    Import {
        /// The file; its first line names the columns: email, locale, cadence, topics, name, status, time_zone
        file: PathBuf,
        /// What they get first: `head` (what comes from now on), `latest:3`, or a day such as 2026-01-31
        #[arg(long, default_value_t)]
        start: Start,
    },
    /// Write all subscribers as CSV to a file, or to standard output
    Export {
        /// The file
        file: Option<PathBuf>,
    },
    /// Add one subscriber. You vouch for their consent.
    Add {
        /// Their address
        email: SubscriberEmail,
        /// Their language; the source locale if none is given
        #[arg(long, value_name = "TAG")]
        locale: Option<Locale>,
        /// How often they get a digest
        #[arg(long, default_value = "weekly")]
        cadence: Cadence,
        /// What they want to read about, several as `knie,rug`; everything if nothing is given
        #[arg(long, default_value = "")]
        topics: Topics,
        /// What they get first: `head`, `latest:3`, or a day
        #[arg(long, default_value_t)]
        start: Start,
    },
    /// Show everything that is stored about one subscriber, consents and deliveries too
    Show {
        /// Their address
        email: SubscriberEmail,
        /// Print it as JSON
        #[arg(long)]
        json: bool,
    },
    /// Forget one subscriber: their row, and their address in the ledger
    Erase {
        /// Their address
        email: SubscriberEmail,
    },
    /// Let no more mail go to an address, whoever asks for it
    Suppress {
        /// The address
        email: SubscriberEmail,
        /// Why: `asked`, `bounced` or `complained`
        #[arg(long, default_value_t = Suppression::Asked)]
        reason: Suppression,
    },
    /// Let an address subscribe again that was suppressed or erased
    Allow {
        /// The address
        email: SubscriberEmail,
    },
}

pub(super) async fn run(setup: &Setup, arguments: &Arguments) -> anyhow::Result<Ended> {
    match &arguments.command {
        Command::Import { file, start } => import(setup, file, *start).await,
        Command::Export { file } => export(setup, file.as_ref()).await,
        Command::Add { email, locale, cadence, topics, start } => {
            let locale = locale.clone().unwrap_or_else(|| setup.config.settings.site.source.clone());
            let (email, cadence, topics) = (email.clone(), *cadence, topics.clone());
            let new =
                NewSubscriber { email, locale, cadence, topics, name: None, status: Status::Active, time_zone: None };
            add(setup, new, *start).await
        }
        Command::Show { email, json } => show(setup, email, *json).await,
        Command::Erase { email } => erase(setup, email).await,
        Command::Suppress { email, reason } => {
            let news = setup.store().await?.suppress(email, *reason, setup.clock.now()).await?;
            say!("{}", if news { "no more mail goes there" } else { "no mail went there already" })?;
            Ok(Ended::Fine)
        }
        Command::Allow { email } => {
            let news = setup.store().await?.lift_suppression(email).await?;
            say!("{}", if news { "this address may subscribe again" } else { "this address was not suppressed" })?;
            Ok(Ended::Fine)
        }
    }
}

async fn import(setup: &Setup, file: &PathBuf, start: Start) -> anyhow::Result<Ended> {
    let input: Box<dyn io::Read> = if file.as_os_str() == "-" {
        Box::new(io::stdin())
    } else {
        match File::open(file) {
            Ok(input) => Box::new(input),
            Err(error) => {
                complain!("error: cannot read {}: {error}", file.display());
                complain!("help: name a CSV file, or `-` for standard input");
                return Ok(Ended::ToFix);
            }
        }
    };
    let defaults = csv::Defaults { locale: setup.config.settings.site.source.clone(), cadence: Cadence::Weekly };
    let rows = match csv::read_csv(input, defaults) {
        Ok(rows) => rows,
        Err(error) => {
            complain!("error: {}: {error}", file.display());
            return Ok(Ended::ToFix);
        }
    };
    let store = setup.store().await?;
    if start != Start::Head && store.all_releases().await?.is_empty() {
        complain!("error: nothing has been published yet, so there is nothing to start with at `{start}`");
        complain!("help: run `postduif publish` first");
        return Ok(Ended::ToFix);
    }
    let standings = setup.content().standings(&store, setup.clock.now()).await?;
    let offer = Offer::load(setup).await?;
    let progress = indicatif::ProgressBar::new_spinner();
    let (mut batch, mut total, mut refused) = (Vec::new(), Imported::default(), 0_usize);
    for row in rows {
        let checked = row.and_then(|(line, new)| match lookup::readers_locale(&setup.config.settings, &new.locale) {
            Ok(()) => Ok((line, new)),
            Err(message) => Err(csv::RowError { line, message }),
        });
        match checked {
            Ok((line, new)) => {
                for doubt in offer.doubts(&new) {
                    complain!("{}: line {line}: warning: {doubt}", file.display());
                }
                batch.push(new);
            }
            Err(error) => {
                refused += 1;
                complain!("{}: {error}", file.display());
            }
        }
        if batch.len() == BATCH {
            total += store.add_subscribers(&batch, start, &standings, setup.clock.now()).await?;
            batch.clear();
            progress.set_message(format!("{} added", total.added));
            progress.tick();
        }
    }
    total += store.add_subscribers(&batch, start, &standings, setup.clock.now()).await?;
    progress.finish_and_clear();
    let Imported { added, known, suppressed } = total;
    say!("{added} added, {known} known already and left as they are, {refused} refused")?;
    if suppressed > 0 {
        say!("{suppressed} left out: their addresses must get no mail (`postduif subscribers show` says why)")?;
    }
    Ok(if refused > 0 { Ended::ToFix } else { Ended::Fine })
}

async fn export(setup: &Setup, file: Option<&PathBuf>) -> anyhow::Result<Ended> {
    let store = setup.store().await?;
    let output: Box<dyn io::Write> = match file {
        Some(path) => Box::new(File::create(path).with_context(|| format!("cannot write {}", path.display()))?),
        None => Box::new(report::Output),
    };
    let mut writer = csv::Writer::new(output)?;
    let mut after = None;
    loop {
        let page = store.subscribers_after(after, BATCH).await?;
        let Some(last) = page.last() else { break };
        after = Some(last.id);
        for subscriber in &page {
            writer.write(subscriber)?;
        }
    }
    writer.finish()?;
    Ok(Ended::Fine)
}

async fn add(setup: &Setup, new: NewSubscriber, start: Start) -> anyhow::Result<Ended> {
    if let Err(message) = lookup::readers_locale(&setup.config.settings, &new.locale) {
        complain!("error: {message}");
        return Ok(Ended::ToFix);
    }
    for doubt in Offer::load(setup).await?.doubts(&new) {
        complain!("warning: {doubt}");
    }
    let store = setup.store().await?;
    let standings = setup.content().standings(&store, setup.clock.now()).await?;
    match store.add_subscriber(&new, start, &standings, setup.clock.now()).await? {
        Added::Added(subscriber) => say!("added as number {}", subscriber.id)?,
        Added::Known(subscriber) => {
            say!("known already as number {} ({}), and left as they are", subscriber.id, subscriber.status)?
        }
        Added::Suppressed => {
            complain!("error: this address must get no mail; `postduif subscribers show` says why");
            return Ok(Ended::ToFix);
        }
    }
    Ok(Ended::Fine)
}

async fn erase(setup: &Setup, email: &SubscriberEmail) -> anyhow::Result<Ended> {
    let store = setup.store().await?;
    let Some(subscriber) = store.subscriber_by_email(email).await? else {
        complain!("error: nobody subscribed with this address");
        return Ok(Ended::ToFix);
    };
    store.erase_subscriber(subscriber.id, setup.clock.now()).await?;
    say!("erased")?;
    Ok(Ended::Fine)
}
