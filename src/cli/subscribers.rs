//! `postduif subscribers`: bringing them in and out, and showing one.

use std::{fs::File, io, path::PathBuf};

mod allow;
mod import;
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
    storage::{Actor, Added, ConsentRecord},
    subscribers::{Cadence, NewSubscriber, Status, SubscriberEmail, Suppression, Topics, csv},
};

/// How many subscribers are read at once.
const PAGE: usize = 1_000;

/// The arguments of `subscribers`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Bring in subscribers from a CSV file (`-`: standard input). You vouch for their consent.
    Import(import::Arguments),
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
    /// Let addresses get mail again that were suppressed or erased; a subscription that a bounce ended goes on
    Allow(allow::Whom),
    /// Show what was done with subscribers' data besides sending them mail, newest first
    Audit {
        /// How many rows
        #[arg(long, default_value_t = 100)]
        limit: usize,
    },
    /// Sign links with a new key from now on; links in old mails still work
    RotateKey,
}

pub(super) async fn run(setup: &Setup, arguments: &Arguments) -> anyhow::Result<Ended> {
    match &arguments.command {
        Command::Import(arguments) => import::import(setup, arguments).await,
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
        Command::Audit { limit } => {
            for row in setup.store().await?.audit(*limit).await? {
                let whose = row.subscriber.map_or_else(String::new, |id| format!("  subscriber {id}"));
                say!("{}  {}  {}{whose}", row.at.to_rfc3339(), row.actor, row.what)?;
            }
            Ok(Ended::Fine)
        }
        Command::RotateKey => {
            setup.store().await?.rotate_token_key(&setup.random, setup.clock.now()).await?;
            say!("links are signed with a new key from now on, by `serve` after its next start")?;
            Ok(Ended::Fine)
        }
        Command::Suppress { email, reason } => {
            let (store, now) = (setup.store().await?, setup.clock.now());
            let news = store.suppress(email, *reason, now).await?;
            let subscriber = store.subscriber_by_email(email).await?.map(|subscriber| subscriber.id);
            store.record_audit(Actor::Operator, &format!("suppressed {reason}"), subscriber, now).await?;
            say!("{}", if news { "no more mail goes there" } else { "no mail went there already" })?;
            Ok(Ended::Fine)
        }
        Command::Allow(whom) => allow::allow(setup, whom).await,
    }
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
        let page = store.subscribers_after(after, PAGE).await?;
        let Some(last) = page.last() else { break };
        after = Some(last.id);
        let consents = store.last_consents(&page).await?;
        for subscriber in &page {
            let consent = consents.get(&subscriber.id).map(told).unwrap_or_default();
            writer.write(subscriber, &consent)?;
        }
    }
    writer.finish()?;
    Ok(Ended::Fine)
}

/// Where and when somebody agreed, as an import elsewhere wants to know it.
fn told(consent: &ConsentRecord) -> String {
    let ConsentRecord { at, what, wording, page, .. } = consent;
    if what == "imported" && !wording.is_empty() {
        // These are such words already.
        return wording.clone();
    }
    let words: Vec<&str> = [what.as_str(), page, wording].into_iter().filter(|words| !words.is_empty()).collect();
    format!("{}: {}", at.format("%F"), words.join(", "))
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
    store.erase_subscriber(subscriber.id, Actor::Operator, setup.clock.now()).await?;
    say!("erased")?;
    Ok(Ended::Fine)
}
