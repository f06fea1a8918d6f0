//! `postduif sync`: the Dutch posts into the locale files.

use std::path::PathBuf;

use serde_json::json;

use super::{Ended, Setup, lookup, report};
use crate::{
    posts::{Slug, list_posts},
    translation::SyncOptions,
};

/// The arguments of `sync`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Only these posts
    #[arg(value_name = "POST")]
    posts: Vec<Slug>,
    /// What was edited since the last sync means the same: translations that were current stay so
    #[arg(long)]
    minor: bool,
    /// What Git tells its hooks, and waits for: the lock that it holds meanwhile is no reason to wait
    #[arg(long, hide = true, env = "GIT_INDEX_FILE", value_name = "FILE")]
    index_file: Option<PathBuf>,
    /// Print what changed as JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(setup: &Setup, arguments: &Arguments) -> anyhow::Result<Ended> {
    let options =
        SyncOptions { only: arguments.posts.clone(), minor: arguments.minor, in_hook: arguments.index_file.is_some() };
    let synced = setup.content().sync_with(options).await?;
    if !synced.unknown.is_empty() {
        let (files, _) = list_posts(&setup.config.root)?;
        let known: Vec<&str> = files.iter().map(|file| file.slug.as_str()).collect();
        for slug in &synced.unknown {
            report::complain!("error: {}", lookup::unknown("post", slug.as_str(), &known));
        }
    }
    if arguments.json {
        report::print_json(
            &json!({ "written": synced.written, "moved": synced.moved, "diagnostics": synced.diagnostics }),
        )?;
    } else {
        report::print_diagnostics(&synced.diagnostics, &setup.config.root);
        for (from, to) in &synced.moved {
            report::say!("moved {} to {}", from.display(), to.display())?;
        }
        for file in &synced.written {
            report::say!("updated {}", file.display())?;
        }
        if synced.written.is_empty()
            && synced.moved.is_empty()
            && synced.diagnostics.is_empty()
            && synced.unknown.is_empty()
        {
            report::say!("the locale files are in step with the posts")?;
            if arguments.minor {
                report::complain!(
                    "help: an earlier sync has seen the edits; `postduif approve` takes texts out of stale"
                );
            }
        }
    }
    Ok(if synced.diagnostics.is_empty() && synced.unknown.is_empty() { Ended::Fine } else { Ended::ToFix })
}
