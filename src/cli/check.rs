//! `postduif check`: everything that is wrong, with file, line and remedy.

use serde_json::json;

use super::{Ended, Setup, report};
use crate::workflows::load_workflows;

/// The arguments of `check`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Print the diagnostics as JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(setup: &Setup, arguments: &Arguments) -> anyhow::Result<Ended> {
    let (publication, mut diagnostics) = setup.content().load().await?;
    let (workflows, found) = load_workflows(&setup.config.root, setup.config.settings.site.zone, setup.clock.now())?;
    diagnostics.extend(found);
    diagnostics.sort();
    if arguments.json {
        report::print_json(&json!({ "diagnostics": diagnostics }))?;
    } else {
        report::print_diagnostics(&diagnostics, &setup.config.root);
        report::say!(
            "{} posts in {} locales and {} workflows checked: {}",
            publication.posts.len(),
            publication.settings.locales.len(),
            workflows.len(),
            report::summary(&diagnostics)
        )?;
    }
    Ok(if diagnostics.iter().any(crate::diagnostic::Diagnostic::is_error) { Ended::ToFix } else { Ended::Fine })
}
