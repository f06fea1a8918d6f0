//! `postduif status`: how far each post is translated into each language, and what is left to do.

mod table;
mod todo;

use anyhow::Context as _;
use console::Term;
use serde_json::json;

use self::table::{Cell, Layout, Row};
use super::{Ended, Setup, lookup, report};
use crate::{
    clock::Timestamp,
    posts::Post,
    publication::Publication,
    translation::{LocaleSettings, variant::Coverage},
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
    /// Print the same as JSON
    #[arg(long)]
    json: bool,
}

/// The word for every language.
const ALL: &str = "all";

pub(super) async fn run(setup: &Setup, arguments: &Arguments) -> anyhow::Result<Ended> {
    let (publication, _) = setup.content().load().await?;
    let chosen = Chosen::parse(&publication, arguments);
    let (posts, locales) = match chosen {
        Ok(Chosen { posts, locales }) => (posts, locales),
        Err(message) => {
            report::complain!("error: {message}");
            return Ok(Ended::ToFix);
        }
    };
    let term = Term::stdout();
    let layout = Layout {
        columns: term.is_term().then(|| usize::from(term.size().1)),
        colors: term.is_term() && term.features().colors_supported(),
    };
    if arguments.missing.is_some() {
        let lists = todo::load(&publication, &posts, &locales).context("cannot read the translations")?;
        if arguments.json {
            report::print_json(&todo::as_json(&lists))?;
        } else {
            report::say!("{}", todo::render(&lists, layout).trim_end())?;
        }
        return Ok(Ended::Fine);
    }
    let now = setup.clock.now();
    let rows: Vec<Row> = posts.iter().map(|post| row(&publication, post, &locales, now)).collect();
    if arguments.json {
        let posts: Vec<_> = rows.iter().map(|row| json!({ "slug": row.slug, "locales": by_locale(row) })).collect();
        report::print_json(&json!({ "posts": posts }))?;
    } else {
        // The source has every text, so a column for it says nothing.
        let is_source = |settings: &&LocaleSettings| settings.locale == publication.settings.site.source;
        let source = locales.iter().position(is_source);
        report::say!("{}", table::render(&table::without(rows, source), layout).trim_end())?;
    }
    Ok(Ended::Fine)
}

/// What to show.
struct Chosen<'p> {
    posts: Vec<&'p Post>,
    locales: Vec<&'p LocaleSettings>,
}

impl<'p> Chosen<'p> {
    fn parse(publication: &'p Publication, arguments: &Arguments) -> Result<Self, String> {
        let settings = &publication.settings;
        let named = |tag: &String| lookup::translated_locale(publication, tag);
        let mut locales: Vec<&LocaleSettings> = arguments.locales.iter().map(named).collect::<Result<_, _>>()?;
        if locales.is_empty() {
            locales = settings.locales.iter().filter(|settings| settings.edition).collect();
        }
        match arguments.missing.as_ref().filter(|tag| *tag != ALL) {
            Some(tag) => locales = vec![lookup::translated_locale(publication, tag)?],
            None if arguments.missing.is_some() => locales.retain(|one| one.locale != settings.site.source),
            None => {}
        }
        let named = |slug: &String| lookup::post(publication, slug);
        let mut posts: Vec<&Post> = arguments.posts.iter().map(named).collect::<Result<_, _>>()?;
        if posts.is_empty() {
            posts = publication.posts.iter().filter(|post| !post.draft).collect();
        }
        Ok(Self { posts, locales })
    }
}

fn row(publication: &Publication, post: &Post, locales: &[&LocaleSettings], now: Timestamp) -> Row {
    let cell = |settings: &&LocaleSettings| {
        let variant = publication.translations.variant(post, settings, now);
        let is_off = publication.settings.is_off(post, &settings.locale);
        Cell { locale: settings.locale.clone(), coverage: variant.coverage, is_open: variant.open && !is_off, is_off }
    };
    let day = post.date.with_timezone(&publication.settings.site.zone).format("%F").to_string();
    Row {
        slug: post.slug.to_string(),
        from: (post.date > now).then_some(day),
        cells: locales.iter().map(cell).collect(),
    }
}

fn by_locale(row: &Row) -> serde_json::Map<String, serde_json::Value> {
    let one = |cell: &Cell| {
        let Coverage { segments, current, stale, machine, missing } = cell.coverage;
        let gate = if cell.is_open { "open" } else { "closed" };
        let mut numbers = json!({
            "segments": segments, "current": current, "stale": stale,
            "machine": machine, "missing": missing, "gate": gate,
        });
        if cell.is_off {
            numbers["switched_off"] = true.into();
        }
        (cell.locale.to_string(), numbers)
    };
    row.cells.iter().map(one).collect()
}
