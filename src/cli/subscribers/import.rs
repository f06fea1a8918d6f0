//! `postduif subscribers import`: a file of subscribers, row by row, whatever its size.
//!
//! Each batch is a transaction, and who is there already stays as they are: an import that was
//! stopped is gone on with by running it again.

use std::{
    fs::File,
    io::{self, IsTerminal as _},
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use indicatif::{ProgressBar, ProgressStyle};

use super::offer::Offer;
use crate::{
    cli::{
        Ended, Setup, lookup,
        report::{complain, say},
    },
    digest::Start,
    locale::Locale,
    publication::Settings,
    storage::{ImportBatch, ImportOutcome, Imported, Store},
    subscribers::{Cadence, NewSubscriber, Status, csv},
};

/// How many rows go into one transaction: enough that the disk is waited for seldom.
const BATCH: usize = 5_000;

/// The arguments of `subscribers import`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The file (`-`: standard input); its first line names the columns: email, locale, cadence, topics, name, status, time_zone, consent. Exports of Mailchimp, listmonk, Ghost and Buttondown are read as they are
    file: PathBuf,
    /// What they get first: `head` (what comes from now on), `latest:3`, or a day such as 2026-01-31
    #[arg(long, default_value_t)]
    start: Start,
    /// Where and when they agreed, kept with each of them: for all whose row does not say it in a column `consent`
    #[arg(long, value_name = "WORDS")]
    consent: Option<String>,
    /// Say what would come of it, and change nothing
    #[arg(long)]
    dry_run: bool,
    /// Write what became of each row to this CSV file
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
}

pub(super) async fn import(setup: &Setup, arguments: &Arguments) -> anyhow::Result<Ended> {
    let Arguments { file, start, .. } = arguments;
    let bar = ProgressBar::hidden();
    let input: Box<dyn io::Read> = if file.as_os_str() == "-" {
        Box::new(io::stdin())
    } else {
        match File::open(file) {
            Ok(input) => {
                bar.set_length(input.metadata().map_or(0, |data| data.len()));
                Box::new(input)
            }
            Err(error) => {
                complain!("error: cannot read {}: {error}", file.display());
                complain!("help: name a CSV file, or `-` for standard input");
                return Ok(Ended::ToFix);
            }
        }
    };
    let settings = &setup.config.settings;
    let defaults = csv::Defaults { locale: settings.site.source.clone(), cadence: Cadence::Weekly };
    let (layout, rows) = match csv::read_csv(bar.wrap_read(input), defaults) {
        Ok(read) => read,
        Err(error) => {
            complain!("error: {}: {error}", file.display());
            return Ok(Ended::ToFix);
        }
    };
    if layout.is_guessed() {
        say!("{} is {layout}", file.display())?;
    }
    if arguments.consent.is_none() && !layout.has_consent() {
        complain!("error: {} does not say where and when these people agreed to get mail", file.display());
        complain!("help: say it for all of them, as in `--consent \"paper form, May 2026\"`, or in a column `consent`");
        return Ok(Ended::ToFix);
    }
    let store = setup.store().await?;
    if *start != Start::Head && store.all_releases().await?.is_empty() {
        complain!("error: nothing has been published yet, so there is nothing to start with at `{start}`");
        complain!("help: run `postduif publish` first");
        return Ok(Ended::ToFix);
    }
    if io::stderr().is_terminal() {
        let style = ProgressStyle::with_template("{wide_bar} {percent} %  {per_sec}  {msg}  {eta} left")?;
        bar.set_draw_target(indicatif::ProgressDrawTarget::stderr());
        bar.set_style(style);
    }
    let mut import = Import::new(setup, &store, arguments).await?;
    let offer = Offer::load(setup).await?;
    for row in rows {
        match row.and_then(|row| read(settings, arguments, row)) {
            Ok((line, new, consent)) => {
                for doubt in offer.doubts(&new) {
                    complain!("{}: line {line}: warning: {doubt}", file.display());
                }
                import.add(line, new, consent).await?;
            }
            Err(error) => {
                complain!("{}: {error}", file.display());
                import.refuse(&error)?;
            }
        }
        bar.set_message(format!("{} added", import.total.added));
    }
    bar.finish_and_clear();
    import.finish().await
}

/// Who is to be added, and where and when they agreed.
fn read(
    settings: &Settings,
    arguments: &Arguments,
    row: csv::Row,
) -> Result<(u64, NewSubscriber, String), csv::RowError> {
    let csv::Row { line, subscriber, consent } = row;
    let wrong = |message| csv::RowError { line, message };
    let unsaid =
        || wrong("it does not say where and when they agreed; fill in `consent`, or use `--consent`".to_owned());
    let consent = consent.or_else(|| arguments.consent.clone()).ok_or_else(unsaid)?;
    Ok((line, served(settings, subscriber).map_err(wrong)?, consent))
}

/// A row whose language has readers here, or else the same language without its region.
fn served(settings: &Settings, mut new: NewSubscriber) -> Result<NewSubscriber, String> {
    if let Err(message) = lookup::readers_locale(settings, &new.locale) {
        let language: Option<Locale> = new.locale.language().parse().ok();
        let known = language.filter(|language| settings.locale(language).is_some());
        new.locale = known.ok_or(message)?;
    }
    Ok(new)
}

/// An import on its way.
struct Import<'a> {
    setup: &'a Setup,
    store: &'a Store,
    arguments: &'a Arguments,
    standings: crate::digest::Standings,
    batch: Vec<NewSubscriber>,
    consents: Vec<String>,
    lines: Vec<u64>,
    total: Imported,
    /// How many of those that were added have left where they come from, or never confirmed.
    silent: usize,
    refused: usize,
    report: Option<::csv::Writer<File>>,
}

impl<'a> Import<'a> {
    async fn new(setup: &'a Setup, store: &'a Store, arguments: &'a Arguments) -> anyhow::Result<Self> {
        let report = arguments.report.as_deref().map(open_report).transpose()?;
        Ok(Self {
            setup,
            store,
            arguments,
            standings: setup.content().standings(store, setup.clock.now()).await?,
            batch: Vec::new(),
            consents: Vec::new(),
            lines: Vec::new(),
            total: Imported::default(),
            silent: 0,
            refused: 0,
            report,
        })
    }

    async fn add(&mut self, line: u64, new: NewSubscriber, consent: String) -> anyhow::Result<()> {
        self.batch.push(new);
        self.consents.push(consent);
        self.lines.push(line);
        if self.batch.len() == BATCH { self.send().await } else { Ok(()) }
    }

    fn refuse(&mut self, error: &csv::RowError) -> anyhow::Result<()> {
        self.refused += 1;
        self.write(error.line, "refused", &error.message)
    }

    async fn send(&mut self) -> anyhow::Result<()> {
        let batch = ImportBatch {
            subscribers: &self.batch,
            start: self.arguments.start,
            standings: &self.standings,
            consents: &self.consents,
            is_trial: self.arguments.dry_run,
        };
        let outcomes = self.store.import(batch, self.setup.clock.now()).await?;
        self.total += Imported::of(&outcomes);
        let batch = std::mem::take(&mut self.batch);
        for ((line, new), outcome) in std::mem::take(&mut self.lines).into_iter().zip(batch).zip(outcomes) {
            let is_silent = outcome == ImportOutcome::Added && new.status != Status::Active;
            self.silent += usize::from(is_silent);
            self.write(line, outcome.as_str(), if is_silent { new.status.as_str() } else { "" })?;
        }
        self.consents.clear();
        Ok(())
    }

    fn write(&mut self, line: u64, outcome: &str, reason: &str) -> anyhow::Result<()> {
        if let Some(report) = &mut self.report {
            report.write_record([&line.to_string(), outcome, reason])?;
        }
        Ok(())
    }

    async fn finish(mut self) -> anyhow::Result<Ended> {
        self.send().await?;
        if let Some(report) = &mut self.report {
            report.flush()?;
        }
        let Imported { added, known, suppressed } = self.total;
        let refused = self.refused;
        if self.arguments.dry_run {
            say!("would add {added}; {known} known already, {refused} refused; nothing was changed")?;
        } else {
            say!("{added} added, {known} known already and left as they are, {refused} refused")?;
        }
        if self.silent > 0 {
            say!(
                "no mail goes to {} of them, who have left where they come from or never confirmed there",
                self.silent
            )?;
        }
        if suppressed > 0 {
            say!("{suppressed} left out: their addresses must get no mail (`postduif subscribers show` says why)")?;
        }
        Ok(if refused > 0 { Ended::ToFix } else { Ended::Fine })
    }
}

fn open_report(path: &Path) -> anyhow::Result<::csv::Writer<File>> {
    let file = File::create(path).with_context(|| format!("cannot write {}", path.display()))?;
    let mut report = ::csv::Writer::from_writer(file);
    report.write_record(["line", "outcome", "reason"])?;
    Ok(report)
}

impl ImportOutcome {
    /// The word in the report.
    fn as_str(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Known => "known",
            Self::Suppressed => "suppressed",
        }
    }
}
