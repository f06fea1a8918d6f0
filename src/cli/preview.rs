//! `postduif preview DIGEST --locale TAG`: the digest as those readers would get it.

use anyhow::Context as _;

use super::{
    Ended, Setup,
    report::{self, complain, say},
};
use crate::{disk, locale::Locale};

/// How many posts a preview shows: as many as a lively week brings.
const POSTS: usize = 3;

/// The arguments of `preview`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The workflow that sends the digest
    digest: String,
    /// The language of the reader
    #[arg(long, value_name = "TAG")]
    locale: Locale,
    /// The folder that the files are written to
    #[arg(long, value_name = "FOLDER", default_value = "preview")]
    out: std::path::PathBuf,
    /// How many of the latest posts it carries
    #[arg(long, value_name = "N", default_value_t = POSTS)]
    posts: usize,
}

pub(super) async fn run(setup: &Setup, arguments: &Arguments) -> anyhow::Result<Ended> {
    let workflow = match setup.workflow(&arguments.digest)? {
        Ok(workflow) => workflow,
        Err(found) => {
            report::print_diagnostics(&found, &setup.config.root);
            return Ok(Ended::ToFix);
        }
    };
    let Some(cadence) = workflow.digest() else {
        complain!("error: the workflow `{}` sends no digest", workflow.name);
        return Ok(Ended::ToFix);
    };
    if setup.config.settings.locale(&arguments.locale).is_none() || arguments.posts == 0 {
        complain!("error: choose one of the publication's languages, and at least one post");
        return Ok(Ended::ToFix);
    }
    let store = setup.store().await?;
    let content = setup.content();
    let mail = content
        .preview(&store, &arguments.locale, cadence, arguments.posts, setup.clock.now())
        .await
        .context("cannot preview")?;
    let name = format!("{}-{}", workflow.name, arguments.locale);
    let folder = setup.config.path(&arguments.out);
    say!("{}", mail.subject)?;
    for (ending, bytes) in [("html", &mail.html), ("txt", &mail.text)] {
        let path = folder.join(format!("{name}.{ending}"));
        disk::write_if_changed(&path, bytes.as_bytes())?;
        say!("{}", path.display())?;
    }
    Ok(Ended::Fine)
}
