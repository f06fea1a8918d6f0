//! `postduif status`: how far each post is translated into each language.

use comfy_table::{Cell, Color, Table, presets};
use serde_json::json;

use super::{Ended, Setup, report};
use crate::translation::{Variant, variant::Coverage};

/// The width of a bar, in characters.
const BAR: usize = 10;

/// The arguments of `status`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Print the numbers as JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(setup: &Setup, arguments: &Arguments) -> anyhow::Result<Ended> {
    let (publication, _) = setup.content().load().await?;
    let now = setup.clock.now();
    let locales: Vec<_> = publication.settings.locales.iter().filter(|settings| settings.edition).collect();
    let posts = publication.posts.iter().filter(|post| !post.draft);
    let rows: Vec<(_, Vec<Variant>)> = posts
        .map(|post| {
            (post, locales.iter().map(|settings| publication.translations.variant(post, settings, now)).collect())
        })
        .collect();
    if arguments.json {
        let posts: Vec<_> =
            rows.iter().map(|(post, variants)| json!({ "slug": post.slug, "locales": by_locale(variants) })).collect();
        report::print_json(&json!({ "posts": posts }))?;
        return Ok(Ended::Fine);
    }
    let mut table = Table::new();
    table.load_style(presets::UTF8_FULL_CONDENSED);
    table.set_header(
        std::iter::once("post".to_owned()).chain(locales.iter().map(|settings| settings.locale.to_string())),
    );
    for (post, variants) in &rows {
        let name = if post.is_public(now) {
            post.slug.to_string()
        } else {
            format!("{} (from {})", post.slug, post.date.with_timezone(&publication.settings.site.zone).format("%F"))
        };
        table.add_row(std::iter::once(Cell::new(name)).chain(variants.iter().map(cell)));
    }
    report::say!("{table}")?;
    report::say!("✓ passes the gate of its locale, ✗ does not; the bar shows what is up to date")?;
    Ok(Ended::Fine)
}

fn by_locale(variants: &[Variant]) -> serde_json::Map<String, serde_json::Value> {
    let one = |variant: &Variant| {
        let Coverage { segments, current, stale, machine, missing } = variant.coverage;
        let gate = if variant.open { "open" } else { "closed" };
        let numbers = json!({
            "segments": segments, "current": current, "stale": stale,
            "machine": machine, "missing": missing, "gate": gate,
        });
        (variant.locale.to_string(), numbers)
    };
    variants.iter().map(one).collect()
}

fn cell(variant: &Variant) -> Cell {
    let Coverage { segments, current, stale, machine, missing } = variant.coverage;
    let full = (current * BAR).checked_div(segments).unwrap_or(BAR);
    let mut text = format!("{} {}{}", if variant.open { "✓" } else { "✗" }, "█".repeat(full), "░".repeat(BAR - full));
    for (count, what) in [(stale, "stale"), (machine, "machine"), (missing, "missing")] {
        if count > 0 {
            text.push_str(&format!("\n{count} {what}"));
        }
    }
    let color = match (variant.open, current == segments) {
        (true, true) => Color::Green,
        (true, false) => Color::Yellow,
        (false, _) => Color::Red,
    };
    Cell::new(text).fg(color)
}
