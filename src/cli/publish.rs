//! `postduif publish`: releases what is ready and writes pages and feeds.

use serde_json::json;

use super::{
    Ended, Setup, lookup,
    report::{self, say},
};
use crate::{
    bucket::Uploaded,
    diagnostic::{Diagnostic, count},
    publication::Change,
    workflows::Published,
};

/// The arguments of `publish`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Say what would change, and change nothing; the exit code is 1 if anything would
    #[arg(long)]
    check: bool,

    /// Print what was done as JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(setup: &Setup, arguments: &Arguments) -> anyhow::Result<Ended> {
    let store = setup.store().await?;
    let content = if arguments.check { setup.content() } else { setup.publishing()? };
    let now = setup.clock.now();
    let published =
        if arguments.check { content.check_publish(&store, now).await? } else { content.publish(&store, now).await? };
    if arguments.json {
        print_json(&published, arguments.check)?;
    } else {
        report::print_diagnostics(&published.diagnostics, &setup.config.root);
        print(&published, arguments.check, &content.public.display().to_string())?;
    }
    let would_change = arguments.check && !(published.site.changes.is_empty() && published.released.is_empty());
    let is_wrong = published.diagnostics.iter().any(Diagnostic::is_error);
    Ok(if is_wrong || would_change { Ended::ToFix } else { Ended::Fine })
}

fn print_json(published: &Published, only_checked: bool) -> anyhow::Result<()> {
    let released: serde_json::Map<_, _> =
        published.released.iter().map(|(locale, n)| (locale.to_string(), json!(n))).collect();
    let site = &published.site;
    let mut report = json!({
        "released": released,
        "files": site.files,
        "written": site.written(),
        "removed": site.removed(),
        "withdrawn": published.withdrawn(),
        "diagnostics": published.diagnostics,
        "stays": published.stays,
    });
    if let Some(uploaded) = &published.uploaded {
        let Uploaded { target, written, removed } = uploaded;
        report["uploaded"] = json!({ "target": target, "written": written, "removed": removed });
    }
    if only_checked {
        let changes = site.changes.iter().map(|(path, change)| (path.clone(), json!(name(*change))));
        report["changes"] = serde_json::Value::Object(changes.collect());
    }
    Ok(report::print_json(&report)?)
}

fn print(published: &Published, only_checked: bool, public: &str) -> Result<(), report::NotPrinted> {
    if published.stays {
        return say!("{public}: the site stays as it was, until what is wrong is mended");
    }
    let site = &published.site;
    for (locale, posts) in &published.released {
        let verb = if only_checked { "to be released" } else { "released" };
        say!("{verb} to readers of {locale}: {}", count(*posts, "post"))?;
    }
    let verb = if only_checked { "to be withdrawn" } else { "withdrawn" };
    for line in lookup::withdrawn(&published.withdrawn()) {
        say!("{verb} from readers of {line}")?;
    }
    if only_checked {
        for (path, change) in &site.changes {
            say!("{:<7} {path}", name(*change))?;
        }
    }
    let (written, removed) = if only_checked { ("to write", "to remove") } else { ("written", "removed") };
    let files = count(site.files, "file");
    say!("{public}: {files}, {} {written}, {} {removed}", site.written(), site.removed())?;
    published.uploaded.as_ref().map_or(Ok(()), |uploaded| say!("{uploaded}"))
}

fn name(change: Change) -> &'static str {
    match change {
        Change::New => "new",
        Change::Changed => "changed",
        Change::Gone => "gone",
    }
}
