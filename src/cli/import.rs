//! `postduif import`: drafts from feeds, pages and text dumps.

use std::net::IpAddr;

use anyhow::Context as _;
use comfy_table::{ContentArrangement, Table, presets};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;

use super::{
    Ended, Setup,
    report::{self, NotPrinted, complain, say},
};
use crate::{
    diagnostic::count,
    intake::{Fetcher, Importer, Limits, Order, Permission, Report, Source},
};

/// The arguments of `import`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// A feed, a page or a text dump: its address, or a file
    #[arg(value_name = "URL|FILE", required = true)]
    sources: Vec<Source>,
    /// Show what would be imported; writes nothing and fetches no pictures
    #[arg(long)]
    dry_run: bool,
    /// Make at most so many drafts; the next import goes on with the others
    #[arg(long, value_name = "N", default_value_t = 1_000)]
    limit: usize,
    /// Fetch from this port too, besides 80 and 443
    #[arg(long, value_name = "PORT")]
    allow_port: Vec<u16>,
    /// Fetch from this address too, though it is not on the public network
    #[arg(long, value_name = "IP")]
    allow_address: Vec<IpAddr>,
    /// Fetch what robots.txt asks programs not to fetch, because the site is yours
    #[arg(long)]
    ignore_robots: bool,
    /// Print what was found and done as JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(setup: &Setup, arguments: &Arguments) -> anyhow::Result<Ended> {
    let permission = Permission { addresses: arguments.allow_address.clone(), ports: arguments.allow_port.clone() };
    let fetcher = Fetcher::new(permission, Limits::default(), arguments.ignore_robots).context("cannot set up TLS")?;
    let importer = Importer::new(&setup.config.root, &setup.config.settings, fetcher, setup.clock.clone())?;
    let order = Order { sources: arguments.sources.clone(), dry_run: arguments.dry_run, limit: arguments.limit };
    let bar = progress_bar(!arguments.json);
    let report = importer
        .import(&order, |done, total| {
            bar.set_length(total as u64);
            bar.set_position(done as u64);
        })
        .await?;
    bar.finish_and_clear();
    if arguments.json {
        report::print_json(&as_json(&report, arguments.dry_run))?;
    } else {
        print_report(&report, arguments.dry_run)?;
    }
    Ok(if report.failed.is_empty() { Ended::Fine } else { Ended::ToFix })
}

fn progress_bar(wanted: bool) -> ProgressBar {
    if !wanted || !console::user_attended_stderr() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:30} {pos} of {len} articles");
    ProgressBar::new(0).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

fn print_report(report: &Report, dry_run: bool) -> Result<(), NotPrinted> {
    if !report.imported.is_empty() {
        let mut table = Table::new();
        table.load_style(presets::UTF8_FULL_CONDENSED).set_content_arrangement(ContentArrangement::Dynamic);
        table.set_header(["post", "title", "date", "authors", "words", "pictures", "to review"]);
        for one in &report.imported {
            let day = one.date.get(..10).unwrap_or(&one.date).to_owned();
            let numbers = [one.words, one.pictures, one.review.len()].map(|number| number.to_string());
            let texts = [one.slug.to_string(), one.title.clone(), day, one.authors.join(", ")];
            table.add_row(texts.into_iter().chain(numbers));
        }
        say!("{table}")?;
    }
    for one in &report.left_out {
        say!("not an article: {}:{}: {}…", one.from, one.line, one.beginning)?;
    }
    let (twice, before): (Vec<_>, Vec<_>) = report.skipped.iter().partition(|one| one.is_twice);
    for one in twice {
        say!("the same article once more: {} is {}", one.from, one.post)?;
    }
    let verb = if dry_run { "would be imported" } else { "imported" };
    say!("{} {verb}, {} before", count(report.imported.len(), "draft"), before.len())?;
    if report.left > 0 {
        say!("{} more are new: import once more for them, or raise --limit", report.left)?;
    }
    if !dry_run && !report.imported.is_empty() {
        say!("look at what `postduif check` shows of them, then take `draft: true` out")?;
    }
    for one in &report.failed {
        complain!("error: {}: {}", one.from, one.reason);
    }
    Ok(())
}

fn as_json(report: &Report, dry_run: bool) -> serde_json::Value {
    let imported: Vec<_> = report
        .imported
        .iter()
        .map(|one| {
            json!({
                "from": one.from, "post": one.slug, "file": one.file, "title": one.title, "date": one.date,
                "authors": one.authors, "words": one.words, "pictures": one.pictures, "review": one.review,
            })
        })
        .collect();
    let skipped: Vec<_> =
        report.skipped.iter().map(|one| json!({ "from": one.from, "post": one.post, "twice": one.is_twice })).collect();
    let failed: Vec<_> = report.failed.iter().map(|one| json!({ "from": one.from, "reason": one.reason })).collect();
    let left_out: Vec<_> = report
        .left_out
        .iter()
        .map(|one| json!({ "from": one.from, "line": one.line, "beginning": one.beginning }))
        .collect();
    json!({
        "dry_run": dry_run, "imported": imported, "skipped": skipped, "failed": failed, "left_out": left_out,
        "left": report.left,
    })
}
