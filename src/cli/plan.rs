//! `postduif plan [WORKFLOW]`: what it would do now, without doing it.

use serde_json::json;

use super::{
    Ended, Setup,
    report::{self, say},
};
use crate::{
    diagnostic::{Diagnostic, count},
    workflows::Planned,
};

/// The arguments of `plan`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The name of a file in workflows/, without its ending; without it, the one that
    /// sends the weekly digest, or else the first that sends any
    workflow: Option<String>,
    /// Print the plan as JSON
    #[arg(long)]
    json: bool,
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
    let store = setup.store().await?;
    let planned = setup.content().plan(&store, &name, workflow.digest(), setup.clock.now()).await?;
    report::print_diagnostics(&planned.diagnostics, &setup.config.root);
    if arguments.json {
        report::print_json(&as_json(&name, &planned))?;
    } else {
        print(&name, &planned)?;
    }
    Ok(if planned.diagnostics.iter().any(Diagnostic::is_error) { Ended::ToFix } else { Ended::Fine })
}

fn as_json(workflow: &str, planned: &Planned) -> serde_json::Value {
    let publish: Vec<_> =
        planned.publish.iter().map(|(post, locale)| json!({ "post": post, "locale": locale })).collect();
    let digest = planned.digest.as_ref().map(|plan| {
        let excluded: serde_json::Map<_, _> = plan.excluded.iter().map(|(reason, n)| (reason.as_str().to_owned(), json!(n))).collect();
        let cohorts: Vec<_> = plan
            .cohorts
            .iter()
            .zip(&planned.subjects)
            .map(|(cohort, subject)| {
                let key = &cohort.key;
                json!({ "locale": key.locale, "subject": subject, "posts": key.posts, "recipients": cohort.recipients })
            })
            .collect();
        json!({ "recipients": plan.recipients, "nothing_new": plan.nothing_new, "excluded": excluded, "cohorts": cohorts })
    });
    json!({ "workflow": workflow, "publish": publish, "digest": digest, "held": planned.held })
}

fn print(workflow: &str, planned: &Planned) -> Result<(), report::NotPrinted> {
    say!("{workflow} would now")?;
    if planned.publish.is_empty() {
        say!("  publish nothing new")?;
    }
    for (post, locale) in &planned.publish {
        say!("  publish {post} in {locale}")?;
    }
    let Some(plan) = &planned.digest else { return Ok(()) };
    say!("  send a digest to {}; there is nothing new for {}", count(plan.recipients, "subscriber"), plan.nothing_new)?;
    for (reason, count) in &plan.excluded {
        say!("  leave out {count}: {}", reason.as_str())?;
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
