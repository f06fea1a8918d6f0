//! `postduif status`: how far each post is translated into each language, and what is left to do.

mod duties;
mod table;
mod todo;

use anyhow::Context as _;
use console::Term;
use serde::{Serialize, Serializer};

use self::table::{Cell, Layout, Row};
use super::{Ended, Setup, lookup, report};
use crate::{
    clock::Timestamp,
    posts::{Post, markdown::Kind},
    publication::Settings,
    translation::{LocaleSettings, Survey, variant::Coverage},
};

/// The arguments of `status`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Only these languages
    #[arg(long = "locale", value_name = "LOCALE")]
    locales: Vec<String>,
    /// Only these posts
    #[arg(long = "post", value_name = "POST")]
    posts: Vec<String>,
    /// List what is left to do in this language, with file and line; `all` for every language
    #[arg(long, value_name = "LOCALE")]
    missing: Option<String>,
    /// How the service does instead: last and next runs, open issues, what has stalled; exit code 1 if there is
    /// something to do
    #[arg(long, conflicts_with_all = ["locales", "posts", "missing"])]
    service: bool,
    /// Print the same as JSON
    #[arg(long)]
    json: bool,
}

/// The word for every language.
const ALL: &str = "all";

pub(super) async fn run(setup: &Setup, arguments: &Arguments) -> anyhow::Result<Ended> {
    if arguments.service {
        return duties::show(setup, arguments.json).await;
    }
    let term = Term::stdout();
    let layout = Layout {
        columns: term.is_term().then(|| usize::from(term.size().1)),
        colors: term.is_term() && term.features().colors_supported(),
    };
    let said = match &arguments.missing {
        Some(tag) => list_missing(setup, arguments, tag, layout).await?,
        None => show_table(setup, arguments, layout).await?,
    };
    if let Err(message) = said {
        report::complain!("error: {message}");
        return Ok(Ended::ToFix);
    }
    Ok(Ended::Fine)
}

/// Prints what is left to do, or gives back what the person got wrong.
async fn list_missing(
    setup: &Setup,
    arguments: &Arguments,
    tag: &str,
    layout: Layout,
) -> anyhow::Result<Result<(), String>> {
    let (publication, _) = setup.content().load().await?;
    let settings = &publication.settings;
    let mut locales = match chosen_locales(settings, &arguments.locales) {
        Ok(locales) => locales,
        Err(message) => return Ok(Err(message)),
    };
    locales.retain(|one| one.locale != settings.site.source);
    if tag != ALL {
        match lookup::translated_locale(settings, tag) {
            Ok(found) => locales = vec![found],
            Err(message) => return Ok(Err(message)),
        }
    }
    let named = |slug: &String| lookup::post(&publication, slug);
    let mut posts: Vec<&Post> = match arguments.posts.iter().map(named).collect() {
        Ok(posts) => posts,
        Err(message) => return Ok(Err(message)),
    };
    if posts.is_empty() {
        posts = publication.posts.iter().filter(|post| !post.draft).collect();
    }
    let lists = todo::load(&publication, &posts, &locales).context("cannot read the translations")?;
    if arguments.json {
        report::print_json(&todo::as_json(&lists))?;
    } else {
        report::say!("{}", todo::render(&lists, layout).trim_end())?;
    }
    Ok(Ok(()))
}

/// Prints how far the posts are, or gives back what the person got wrong.
async fn show_table(setup: &Setup, arguments: &Arguments, layout: Layout) -> anyhow::Result<Result<(), String>> {
    let settings = &setup.config.settings;
    let locales = match chosen_locales(settings, &arguments.locales) {
        Ok(locales) => locales,
        Err(message) => return Ok(Err(message)),
    };
    let mut surveys = setup.content().survey().await?;
    if arguments.posts.is_empty() {
        surveys.retain(|survey| !survey.draft);
    } else {
        let slugs: Vec<&str> = surveys.iter().map(|survey| survey.slug.as_str()).collect();
        let find = |slug: &String| surveys.iter().find(|survey| survey.slug.as_str() == slug).cloned();
        let named = arguments.posts.iter().map(|slug| find(slug).ok_or_else(|| lookup::unknown("post", slug, &slugs)));
        surveys = match named.collect() {
            Ok(named) => named,
            Err(message) => return Ok(Err(message)),
        };
    }
    let now = setup.clock.now();
    let rows: Vec<Row> = surveys.iter().map(|survey| row(settings, survey, &locales, now)).collect();
    if arguments.json {
        let posts = rows.iter().map(|row| PostSaid { locales: &row.cells, slug: &row.slug }).collect();
        report::print_json(&Said { posts })?;
    } else {
        // The source has every text, so a column for it says nothing.
        let source = locales.iter().position(|one| one.locale == settings.site.source);
        report::say!("{}", table::render(&table::without(rows, source), layout).trim_end())?;
    }
    Ok(Ok(()))
}

/// The languages that were named, or all that have pages.
fn chosen_locales<'s>(settings: &'s Settings, named: &[String]) -> Result<Vec<&'s LocaleSettings>, String> {
    if named.is_empty() {
        return Ok(settings.locales.iter().filter(|settings| settings.edition).collect());
    }
    named.iter().map(|tag| lookup::translated_locale(settings, tag)).collect()
}

fn row(settings: &Settings, survey: &Survey, locales: &[&LocaleSettings], now: Timestamp) -> Row {
    let source = &settings.site.source;
    let cell = |one: &&LocaleSettings| {
        let locale = one.locale.clone();
        let is_off = settings.is_off(&survey.not_in, &locale);
        let is_open = !is_off && survey.is_open(one, source, now);
        let is_closed = !is_off && !is_open;
        let lacks = if is_closed { survey.lacks(one, source) } else { Vec::new() };
        let lacks = lacks.into_iter().map(Kind::description).collect();
        Cell { coverage: survey.coverage(&locale, source), locale, is_open, is_off, lacks }
    };
    let day = || survey.date.with_timezone(&settings.site.zone).format("%F").to_string();
    Row {
        slug: survey.slug.to_string(),
        from: (survey.date > now).then(day),
        cells: locales.iter().map(cell).collect(),
    }
}

/// What `--json` says: a form that other programs read.
#[derive(Serialize)]
struct Said<'r> {
    posts: Vec<PostSaid<'r>>,
}

#[derive(Serialize)]
struct PostSaid<'r> {
    #[serde(serialize_with = "by_locale")]
    locales: &'r [Cell],
    slug: &'r str,
}

#[derive(Serialize)]
struct LocaleSaid<'c> {
    current: usize,
    gate: &'static str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    lacks: &'c [&'static str],
    machine: usize,
    missing: usize,
    segments: usize,
    stale: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    switched_off: Option<bool>,
}

/// In the order of the tags. Each is made when it is written: an archive has a hundred thousand of them.
fn by_locale<S: Serializer>(cells: &[Cell], serializer: S) -> Result<S::Ok, S::Error> {
    let mut sorted: Vec<&Cell> = cells.iter().collect();
    sorted.sort_by_key(|cell| cell.locale.as_str());
    serializer.collect_map(sorted.into_iter().map(|cell| (cell.locale.as_str(), LocaleSaid::of(cell))))
}

impl<'c> LocaleSaid<'c> {
    fn of(cell: &'c Cell) -> Self {
        let Coverage { segments, current, stale, machine, missing } = cell.coverage;
        let gate = if cell.is_open { "open" } else { "closed" };
        let switched_off = cell.is_off.then_some(true);
        Self { current, gate, lacks: &cell.lacks, machine, missing, segments, stale, switched_off }
    }
}
