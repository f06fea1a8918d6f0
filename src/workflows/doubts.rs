//! What a workflow wants that the configuration does not have: it runs all the same, and somebody is not told.

use std::{path::Path, time::Duration};

use super::{Task, Trigger, Workflow};
use crate::{
    clock::Timestamp,
    diagnostic::{Diagnostic, in_words},
    intake::{Permission, Source},
};

/// What the configuration has for workflows.
#[derive(Debug, Clone, Copy)]
pub struct Provided<'r> {
    /// Whether there are editors.
    pub editors: bool,
    /// Whether programs that ask for a run can be known.
    pub incoming: bool,
    /// Whether what a webhook is told can be signed.
    pub outgoing: bool,
    /// Whether a hub is named in feeds.
    pub hub: bool,
    /// Its folder.
    pub root: &'r Path,
}

/// Says what workflows want that there is not.
pub fn doubt_workflows(workflows: &[Workflow], provided: Provided<'_>, now: Timestamp) -> Vec<Diagnostic> {
    let mut found: Vec<_> = workflows.iter().flat_map(|workflow| doubts(workflow, provided, now)).collect();
    let notifies = |workflow: &Workflow| workflow.steps.iter().any(|step| matches!(step.task, Task::Notify(_)));
    if provided.hub && !workflows.iter().any(|workflow| workflow.enabled && notifies(workflow)) {
        let message = "`site.hub` stands in all feeds, and no workflow ever tells it of a change".to_owned();
        let help = "add the step `notify` after `publish` to a file in workflows/, or take `site.hub` away";
        found.push(Diagnostic::warning(Path::new("postduif.toml"), "hub-untold", message).help(help));
    }
    found
}

/// How long a digest may wait before its first mail leaves: for an editor, or for somebody who calls it back.
fn longest_wait(workflow: &Workflow) -> Option<Duration> {
    let digest = workflow.digest_step()?;
    Some(digest.approve_within.unwrap_or_default() + digest.undo).filter(|wait| !wait.is_zero())
}

fn doubts(workflow: &Workflow, provided: Provided<'_>, now: Timestamp) -> Vec<Diagnostic> {
    let file = format!("workflows/{}.toml", workflow.name);
    let doubt =
        |code, message: &str, help: &str| Diagnostic::warning(Path::new(&file), code, message.to_owned()).help(help);
    let names_editors = "name them in postduif.toml: `[[editors]]` with an `address`";
    let mut found = Vec::new();
    if workflow.on == Some(Trigger::Webhook) && !provided.incoming {
        let help = "set POSTDUIF_WEBHOOKS__INCOMING, or name a file with `webhooks.incoming_file`";
        found.push(doubt("no-secret", "it runs on a webhook, and there is no secret by which to know who asks", help));
    }
    if let (Some(wait), Some(between)) =
        (longest_wait(workflow), workflow.schedule.as_ref().and_then(|s| s.shortest_pause(now)))
        && wait >= between
    {
        let (wait, between) = (in_words(wait), in_words(between));
        let message = format!(
            "its digest waits {wait} before it leaves, and the next run, after {between}, takes its posts along"
        );
        let help = "let it wait for less, or run less often: else it may never leave";
        found.push(doubt("never-leaves", &message, help));
    }
    for step in &workflow.steps {
        match &step.task {
            Task::Digest(digest) if digest.approve_within.is_some() && !provided.editors => {
                found.push(doubt(
                    "no-editors",
                    "its digest needs approval, and no editor would hear of it",
                    names_editors,
                ));
            }
            Task::Notify(notify) => {
                if notify.editors && !provided.editors {
                    found.push(doubt("no-editors", "it writes to the editors, and there are none", names_editors));
                }
                if notify.webhook.is_some() && !provided.outgoing {
                    let help = "set POSTDUIF_WEBHOOKS__OUTGOING, or name a file with `webhooks.outgoing_file`";
                    found.push(doubt("no-secret", "it calls a webhook, and nothing signs what that is told", help));
                }
            }
            Task::Import { from, .. } => {
                let missing = from.iter().filter_map(|source| match source {
                    Source::File(file) if !provided.root.join(file).exists() => Some(file),
                    _ => None,
                });
                let forbidden = from.iter().filter_map(|source| match source {
                    Source::Web(url) => Permission::default().check(url).err(),
                    Source::File(_) => None,
                });
                found.extend(forbidden.map(|why| {
                    doubt("no-source", &format!("it would import nothing from there: {why}"), "take it out of the step")
                }));
                found.extend(missing.map(|file| {
                    let message = format!("it imports `{}`, which is not there", file.display());
                    doubt("no-source", &message, "put it there, or name it from the publication's folder")
                }));
            }
            _ => {}
        }
    }
    found
}
