//! `postduif translate`: missing translations from earlier ones, then by a translation service.

use std::sync::Arc;

use anyhow::Context as _;
use comfy_table::{CellAlignment, ContentArrangement, Table, presets};
use console::Term;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;

use super::{
    Ended, Setup, lookup,
    report::{self, NotPrinted, complain, say},
    serve::stop_on_signal,
};
use crate::{
    config,
    diagnostic::{Diagnostic, count},
    locale::Locale,
    machine::{Filled, Interpreter, Provider, Work, cost::Cost},
    posts::Slug,
    publication::Publication,
};

/// The arguments of `translate`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The language to translate into
    #[arg(long, value_name = "TAG")]
    locale: Locale,
    /// Only these posts; all that are no drafts if none is named
    #[arg(value_name = "POST")]
    posts: Vec<Slug>,
    /// Show what is missing, what the memory has and what the rest would cost; sends and writes nothing
    #[arg(long)]
    dry_run: bool,
    /// The service to ask: deepl, libretranslate or openai [default: that of postduif.toml]
    #[arg(long, value_name = "NAME", conflicts_with = "memory_only")]
    provider: Option<Provider>,
    /// Use only what was translated before, and ask no service
    #[arg(long)]
    memory_only: bool,
    /// Do not ask before a service is paid
    #[arg(long)]
    yes: bool,
    /// Print what was found and done as JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(setup: &Setup, arguments: &Arguments) -> anyhow::Result<Ended> {
    let interpreter = match interpreter(setup, arguments)? {
        Ok(interpreter) => interpreter,
        Err(found) => {
            report::print_diagnostics(&[*found], &setup.config.root);
            return Ok(Ended::ToFix);
        }
    };
    if !arguments.dry_run {
        // Only what has an id can be filled in. What sync finds wrong is found again below.
        setup.content().sync().await?;
    }
    let (publication, found) = setup.content().load().await?;
    if let Err(message) = check_names(&publication, arguments) {
        complain!("error: {message}");
        return Ok(Ended::ToFix);
    }
    let work = Work::find(Arc::new(publication), &found, &arguments.locale, &arguments.posts)?;
    if !arguments.json {
        print_work(&work, interpreter.as_ref(), arguments.memory_only)?;
    }
    let go_on = !arguments.dry_run && may_be_paid(&work, interpreter.as_ref(), arguments)?;
    if !go_on {
        if arguments.json {
            report::print_json(&as_json(&work, interpreter.as_ref(), None))?;
        }
        return Ok(if arguments.dry_run { Ended::Fine } else { Ended::ToFix });
    }
    let bar = progress_bar(&work, interpreter.is_some() && !arguments.json);
    let watch = |progress: crate::machine::Progress<'_>| {
        bar.set_position(progress.characters as u64);
        bar.set_message(progress.post.to_string());
    };
    let filled = work.fill(interpreter.as_ref(), usize::MAX, &stop_on_signal(), watch).await?;
    bar.finish_and_clear();
    if arguments.json {
        report::print_json(&as_json(&work, interpreter.as_ref(), Some(&filled)))?;
    } else {
        print_filled(&filled, setup)?;
    }
    let fine = filled.refused.is_empty() && filled.stopped.is_none() && filled.remarks.is_empty();
    Ok(if fine { Ended::Fine } else { Ended::ToFix })
}

/// The service to ask, if there is one; in the inner error what is wrong with its configuration.
fn interpreter(setup: &Setup, arguments: &Arguments) -> anyhow::Result<Result<Option<Interpreter>, Box<Diagnostic>>> {
    if arguments.memory_only {
        return Ok(Ok(None));
    }
    match setup.interpreter(arguments.provider) {
        Ok(interpreter) => Ok(Ok(interpreter)),
        Err(error) => match error.downcast::<config::Error>() {
            Ok(config::Error::Wrong(found)) => Ok(Err(found)),
            Ok(error) => Err(error.into()),
            Err(error) => Err(error),
        },
    }
}

/// Says what the arguments name that cannot be translated.
fn check_names(publication: &Publication, arguments: &Arguments) -> Result<(), String> {
    lookup::translated_locale(&publication.settings, arguments.locale.as_str())?;
    for slug in &arguments.posts {
        if lookup::post(publication, slug.as_str())?.draft {
            return Err(format!("`{slug}` is a draft, which may still change; take `draft: true` out of it first"));
        }
    }
    Ok(())
}

/// Whether the service may be asked: it is free, or somebody said yes.
fn may_be_paid(work: &Work, interpreter: Option<&Interpreter>, arguments: &Arguments) -> anyhow::Result<bool> {
    let Some(interpreter) = interpreter.filter(|interpreter| interpreter.settings().is_paid()) else { return Ok(true) };
    let cost = work.cost(interpreter.settings().price());
    if arguments.yes || cost.characters == 0 {
        return Ok(true);
    }
    let name = interpreter.settings().name();
    let question = format!("Ask {name} to translate {cost}?");
    let answer = if arguments.json { None } else { report::ask(&question).context("cannot read the answer")? };
    if answer.is_none() {
        complain!("error: {name} may cost money ({cost}), and nobody said yes");
        complain!("help: add --yes, or --memory-only to ask no service");
    }
    Ok(answer == Some(true))
}

fn progress_bar(work: &Work, wanted: bool) -> ProgressBar {
    if !wanted || !console::user_attended_stderr() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(work.characters() as u64);
    let style = ProgressStyle::with_template("{bar:30} {percent:>3} % of {len} characters, {msg}");
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

fn print_work(work: &Work, interpreter: Option<&Interpreter>, memory_only: bool) -> Result<(), NotPrinted> {
    if work.posts.is_empty() {
        return say!("nothing is missing in {}", work.locale());
    }
    let price = interpreter.map(|interpreter| interpreter.settings().price());
    let mut rows = vec![headings(price.is_some()).iter().map(|heading| (*heading).to_owned()).collect::<Vec<_>>()];
    for gaps in &work.posts {
        let name =
            if gaps.blocked.is_some() { format!("{} (left as it is)", gaps.post) } else { gaps.post.to_string() };
        let numbers = [gaps.missing, gaps.exact, gaps.fuzzy, gaps.asked.len()].map(|number| number.to_string());
        let mut row: Vec<_> = std::iter::once(name).chain(numbers).collect();
        if let Some(price) = price {
            let cost = Cost { characters: gaps.characters(), price };
            let money = cost.money().map_or_else(|| "?".to_owned(), |money| format!("{money:.2}"));
            row.extend([cost.characters.to_string(), money]);
        }
        rows.push(row);
    }
    let term = Term::stdout();
    say!("{}", table(&rows, term.is_term().then(|| term.size().1)))?;
    for gaps in &work.posts {
        if let Some(reason) = &gaps.blocked {
            say!("{}: {reason}", gaps.post)?;
        }
    }
    match interpreter {
        Some(interpreter) => {
            let settings = interpreter.settings();
            say!("{}: {}", settings.name(), work.cost(settings.price()))
        }
        None if memory_only => Ok(()),
        None => {
            say!("no service is configured (`provider` in [translate] of postduif.toml): only the memory is used")
        }
    }
}

/// What stands above the columns: who asks no service sends it nothing, and pays nothing.
fn headings(asks_a_service: bool) -> &'static [&'static str] {
    if asks_a_service {
        &["post", "missing", "same text", "alike", "to the service", "characters", "cost"]
    } else {
        &["post", "missing", "same text", "alike", "left"]
    }
}

/// A table whose first row is its headings, in so many columns of a terminal.
fn table(rows: &[Vec<String>], width: Option<u16>) -> Table {
    let mut table = Table::new();
    table.load_style(presets::UTF8_FULL_CONDENSED);
    if let Some(width) = width {
        table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    }
    if let Some((headings, rows)) = rows.split_first() {
        table.set_header(headings).add_rows(rows);
    }
    table.column_iter_mut().skip(1).for_each(|column| column.set_cell_alignment(CellAlignment::Right));
    table
}

fn print_filled(filled: &Filled, setup: &Setup) -> Result<(), NotPrinted> {
    report::print_diagnostics(&filled.diagnostics, &setup.config.root);
    say!("{} from the memory, {} by the service", count(filled.from_memory, "text"), filled.from_service)?;
    for refused in &filled.refused {
        say!("not used: {} {}: {}", refused.post, refused.id, refused.reason)?;
    }
    for remark in &filled.remarks {
        say!("note: {remark}")?;
    }
    if let Some(reason) = &filled.stopped {
        let left = count(filled.left, "text");
        say!("ended early: {reason}; what was done is written, and the next run asks for the {left} that are left")?;
    }
    if filled.from_memory + filled.from_service > 0 {
        say!("nobody has read them yet: correct them, or approve them with `postduif approve`")?;
    }
    Ok(())
}

fn as_json(work: &Work, interpreter: Option<&Interpreter>, filled: Option<&Filled>) -> serde_json::Value {
    let price = interpreter.map(|interpreter| interpreter.settings().price());
    let money = |characters| Cost { characters, price: price? }.money();
    let posts: Vec<_> = work
        .posts
        .iter()
        .map(|gaps| {
            json!({
                "post": gaps.post, "missing": gaps.missing, "exact": gaps.exact, "fuzzy": gaps.fuzzy,
                "asked": gaps.asked.len(), "characters": gaps.characters(),
                "cost": money(gaps.characters()), "blocked": gaps.blocked,
            })
        })
        .collect();
    let done = filled.map(|filled| {
        let refused: Vec<_> = filled
            .refused
            .iter()
            .map(|refused| json!({ "post": refused.post, "id": refused.id.as_str(), "reason": refused.reason }))
            .collect();
        json!({
            "from_memory": filled.from_memory, "from_service": filled.from_service,
            "characters": filled.characters, "refused": refused, "stopped": filled.stopped,
            "left": filled.left,
            "remarks": filled.remarks, "diagnostics": filled.diagnostics,
        })
    });
    json!({
        "locale": work.locale(), "service": interpreter.map(|interpreter| interpreter.settings().provider.as_str()),
        "posts": posts, "characters": work.characters(), "cost": money(work.characters()), "done": done,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_fits_a_narrow_terminal_and_keeps_its_numbers_whole() {
        let post = ["een-post-met-een-lange-naam-over-de-rug (left as it is)", "14", "2", "1", "11", "12345", "0.25"];
        let rows = [headings(true).to_vec(), post.to_vec()].map(|row| row.into_iter().map(str::to_owned).collect());
        for width in [60, 80] {
            let said = table(&rows, Some(width)).to_string();
            assert!(said.lines().all(|line| line.chars().count() <= usize::from(width)), "{said}");
            assert!(said.contains(" 12345 ") && said.contains(" 0.25 "), "{said}");
        }
    }
}
