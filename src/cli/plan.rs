//! `postduif plan [WORKFLOW]`: what it would do now, without doing it.

mod difference;

use anyhow::Context as _;
use serde_json::json;

use self::difference::Difference;
use super::{
    Ended, Setup,
    issues::local,
    lookup,
    report::{self, say},
};
use crate::{
    diagnostic::{Diagnostic, count, in_words},
    disk,
    storage::Store,
    workflows::{Blocked, DigestStep, Planned, Workflow},
};

/// How many of the posts that a gate keeps back are named.
const MOST_BLOCKED: usize = 20;

/// The arguments of `plan`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The name of a file in workflows/, without its ending; without it, the one that
    /// sends the weekly digest, or else the first that sends any
    workflow: Option<String>,
    /// Print the plan as JSON
    #[arg(long)]
    json: bool,
    /// Show also what is other than in the last issue of the workflow
    #[arg(long)]
    diff: bool,
}

pub(super) async fn run(setup: &Setup, arguments: &Arguments) -> anyhow::Result<Ended> {
    let name = match &arguments.workflow {
        Some(name) => name.clone(),
        None => setup.digest_workflow()?,
    };
    let workflow = match setup.workflow(&name)? {
        Ok(workflow) => workflow,
        Err(found) => {
            report::print_diagnostics(&found, &setup.config.root);
            return Ok(Ended::ToFix);
        }
    };
    // A plan makes nothing, and no database where nothing was done yet.
    let nothing_done = setup.config.database_file().is_some_and(|file| !disk::is_there(&file));
    let aside =
        nothing_done.then(tempfile::tempdir).transpose().context("cannot make a folder for an empty database")?;
    let store = match &aside {
        Some(folder) => Store::open(&format!("sqlite:{}", folder.path().join("empty.db").display())).await?,
        None => setup.store().await?,
    };
    let planned = setup.content().plan(&store, &workflow, setup.clock.now()).await?;
    report::print_diagnostics(&planned.diagnostics, &setup.config.root);
    let last = planned.last.as_ref().filter(|_| arguments.diff);
    let difference = last.zip(planned.digest.as_ref()).map(|(last, plan)| (last, Difference::between(last, plan)));
    if arguments.json {
        let mut plan = as_json(&name, &planned);
        if let Some((last, difference)) = &difference {
            plan["diff"] = json!({ "issue": last.issue.id.0, "slot": last.issue.slot, "locales": difference });
        }
        report::print_json(&plan)?;
    } else {
        print(&workflow, &planned)?;
        match &difference {
            Some((last, difference)) => {
                let slot = local(last.issue.slot, setup.config.settings.site.zone);
                say!("\nbeside issue {} of {slot}\n{difference}", last.issue.id)?;
            }
            None if arguments.diff && planned.digest.is_none() => say!("\nit sends no digest that could be compared")?,
            None if arguments.diff => say!("\nthere is no issue yet to compare it with")?,
            None => {}
        }
    }
    Ok(if planned.diagnostics.iter().any(Diagnostic::is_error) { Ended::ToFix } else { Ended::Fine })
}

fn as_json(workflow: &str, planned: &Planned) -> serde_json::Value {
    let publish: Vec<_> =
        planned.publish.iter().map(|(post, locale)| json!({ "post": post, "locale": locale })).collect();
    let digest = planned.digest.as_ref().map(|plan| {
        let excluded: serde_json::Map<_, _> =
            plan.excluded.iter().map(|(reason, n)| (reason.as_str().to_owned(), json!(n))).collect();
        let cohorts: Vec<_> = plan
            .cohorts
            .iter()
            .zip(&planned.subjects)
            .map(|(cohort, subject)| {
                let key = &cohort.key;
                json!({ "locale": key.locale, "subject": subject, "posts": key.posts, "recipients": cohort.recipients })
            })
            .collect();
        json!({
            "recipients": plan.recipients,
            "nothing_new": plan.nothing_new,
            "excluded": excluded,
            "unconfirmed": plan.unconfirmed,
            "ended": plan.ended,
            "cohorts": cohorts,
        })
    });
    let (blocked, held) = (&planned.blocked, &planned.held);
    let gives_way: Vec<_> = planned.gives_way.iter().map(|(issue, _)| issue).collect();
    json!({
        "workflow": workflow, "publish": publish, "withdrawn": planned.withdrawn, "blocked": blocked, "digest": digest,
        "held": held, "gives_way": gives_way,
    })
}

/// What keeps a digest from leaving at once.
fn departure(digest: Option<DigestStep>) -> Vec<String> {
    let Some(DigestStep { approve_within, undo, at, .. }) = digest else { return Vec::new() };
    let mut lines = Vec::new();
    if let Some(within) = approve_within {
        lines.push(format!("ask the editors, who have {} to approve it", in_words(within)));
    }
    if !undo.is_zero() {
        lines.push(format!("wait {} for whoever calls it back", in_words(undo)));
    }
    lines.extend(at.map(|at| format!("let each mail leave at {} of its reader's day", at.format("%H:%M"))));
    lines
}

fn print(workflow: &Workflow, planned: &Planned) -> Result<(), report::NotPrinted> {
    let (name, digest) = (&workflow.name, workflow.digest_step());
    say!("{name} would now")?;
    if planned.publish.is_empty() {
        say!("  publish nothing new")?;
    }
    for (post, locale) in &planned.publish {
        say!("  publish {post} in {locale}")?;
    }
    for line in lookup::withdrawn(&planned.withdrawn) {
        say!("  withdraw from readers of {line}")?;
    }
    for blocked in planned.blocked.iter().take(MOST_BLOCKED) {
        let Blocked { post, locale, translated, texts, wanted_percent, lacks } = blocked;
        let share = || format!("{translated} of {texts} texts translated, and the gate wants {wanted_percent} %");
        say!("  keep {post} from {locale}: {}", lookup::lacking(lacks).unwrap_or_else(share))?;
    }
    if planned.blocked.len() > MOST_BLOCKED {
        say!("  and {} more; `postduif status` shows them", planned.blocked.len() - MOST_BLOCKED)?;
    }
    let Some(plan) = &planned.digest else { return Ok(()) };
    for line in departure(digest) {
        say!("  {line}")?;
    }
    say!("  send a digest to {}; there is nothing new for {}", count(plan.recipients, "subscriber"), plan.nothing_new)?;
    for (reason, count) in &plan.excluded {
        say!("  leave out {count}: {}", reason.as_str())?;
    }
    if plan.unconfirmed > 0 {
        say!("  leave out {}: unconfirmed", plan.unconfirmed)?;
    }
    if plan.ended > 0 {
        say!("  leave out {}: unsubscribed, or suppressed", plan.ended)?;
    }
    for (issue, state) in &planned.gives_way {
        say!("  stop what of issue {issue} has not left ({state}): its posts come with this one")?;
    }
    for post in &planned.held {
        say!("  {post}")?;
    }
    for (cohort, subject) in plan.cohorts.iter().zip(&planned.subjects) {
        say!("\n  {} × {}: {subject}", cohort.recipients, cohort.key.locale)?;
        for post in &cohort.key.posts {
            say!("      {post}")?;
        }
    }
    Ok(())
}
