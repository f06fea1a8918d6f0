//! `postduif check`: everything that is wrong, with file, line and remedy.

use serde_json::json;

use super::{Ended, Setup, report};
use crate::{
    diagnostic::count, locale::Locale, posts::Post, templates::check_interface, translation::check_translations,
    workflows::load_workflows,
};

/// The arguments of `check`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Print the diagnostics as JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(setup: &Setup, arguments: &Arguments) -> anyhow::Result<Ended> {
    let (publication, mut diagnostics) = setup.content().load().await?;
    let (root, settings) = (&publication.root, &publication.settings);
    let locales: Vec<Locale> = settings.locales.iter().map(|settings| settings.locale.clone()).collect();
    let (source, posts) = (&settings.site.source, &publication.posts);
    diagnostics.extend(check_translations(root, &publication.translations, source, &locales, posts)?);
    diagnostics.extend(publication.check_pictures());
    diagnostics.extend(check_interface(root, source, &settings.locales)?);
    let (workflows, found) = load_workflows(root, settings, setup.clock.now())?;
    diagnostics.extend(found);
    diagnostics.extend(posts.iter().flat_map(Post::reviews));
    diagnostics.sort();
    diagnostics.dedup();
    if arguments.json {
        report::print_json(&json!({ "diagnostics": diagnostics }))?;
    } else {
        report::print_diagnostics(&diagnostics, root);
        report::say!(
            "{} in {} and {} checked: {}",
            count(posts.len(), "post"),
            count(locales.len(), "locale"),
            count(workflows.len(), "workflow"),
            report::summary(&diagnostics)
        )?;
    }
    Ok(if diagnostics.iter().any(crate::diagnostic::Diagnostic::is_error) { Ended::ToFix } else { Ended::Fine })
}
