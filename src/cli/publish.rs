//! `postduif publish`: releases what is ready and writes pages and feeds.

use serde_json::json;

use super::{
    Ended, Setup,
    report::{self, say},
};
use crate::diagnostic::{Diagnostic, count};

/// The arguments of `publish`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Print what was done as JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(setup: &Setup, arguments: &Arguments) -> anyhow::Result<Ended> {
    let store = setup.store().await?;
    let content = setup.content();
    let published = content.publish(&store, setup.clock.now()).await?;
    if arguments.json {
        let released: serde_json::Map<_, _> =
            published.released.iter().map(|(locale, n)| (locale.to_string(), json!(n))).collect();
        let site = published.site;
        report::print_json(&json!({
            "released": released,
            "files": site.files,
            "written": site.written,
            "removed": site.removed,
            "diagnostics": published.diagnostics,
        }))?;
    } else {
        report::print_diagnostics(&published.diagnostics, &setup.config.root);
        for (locale, posts) in &published.released {
            say!("released to readers of {locale}: {}", count(*posts, "post"))?;
        }
        let site = published.site;
        say!(
            "{}: {}, {} written, {} removed",
            content.public.display(),
            count(site.files, "file"),
            site.written,
            site.removed
        )?;
    }
    Ok(if published.diagnostics.iter().any(Diagnostic::is_error) { Ended::ToFix } else { Ended::Fine })
}
