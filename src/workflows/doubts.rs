//! What a workflow wants that the configuration does not have: it runs all the same, and somebody is not told.

use std::path::Path;

use super::{Task, Trigger, Workflow};
use crate::diagnostic::Diagnostic;

/// What the configuration has for workflows.
#[derive(Debug, Clone, Copy)]
pub struct Provided {
    /// Whether there are editors.
    pub editors: bool,
    /// Whether programs that ask for a run can be known.
    pub incoming: bool,
    /// Whether what a webhook is told can be signed.
    pub outgoing: bool,
}

/// Says what workflows want that there is not.
pub fn doubt_workflows(workflows: &[Workflow], provided: Provided) -> Vec<Diagnostic> {
    workflows.iter().flat_map(|workflow| doubts(workflow, provided)).collect()
}

fn doubts(workflow: &Workflow, provided: Provided) -> Vec<Diagnostic> {
    let file = format!("workflows/{}.toml", workflow.name);
    let doubt =
        |code, message: &str, help: &str| Diagnostic::warning(Path::new(&file), code, message.to_owned()).help(help);
    let names_editors = "name them in postduif.toml: `[[editors]]` with an `address`";
    let mut found = Vec::new();
    if workflow.on == Some(Trigger::Webhook) && !provided.incoming {
        let help = "set POSTDUIF_WEBHOOKS__INCOMING, or name a file with `webhooks.incoming_file`";
        found.push(doubt("no-secret", "it runs on a webhook, and there is no secret by which to know who asks", help));
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
            _ => {}
        }
    }
    found
}
