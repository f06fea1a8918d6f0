//! `postduif sync`: the Dutch posts into the locale files.

use serde_json::json;

use super::{Ended, Setup, report};

/// The arguments of `sync`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Print what changed as JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(setup: &Setup, arguments: &Arguments) -> anyhow::Result<Ended> {
    let synced = setup.content().sync().await?;
    if arguments.json {
        report::print_json(&json!({ "written": synced.written, "diagnostics": synced.diagnostics }));
    } else {
        report::print_diagnostics(&synced.diagnostics, &setup.config.root);
        for file in &synced.written {
            println!("updated {}", file.display());
        }
        if synced.written.is_empty() && synced.diagnostics.is_empty() {
            println!("the locale files are in step with the posts");
        }
    }
    Ok(if synced.diagnostics.is_empty() { Ended::Fine } else { Ended::ToFix })
}
