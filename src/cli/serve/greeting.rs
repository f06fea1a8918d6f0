//! What is seen when the daemon starts.

use std::net::SocketAddr;

use super::Role;
use crate::{
    cli::{
        Setup,
        report::{NotPrinted, say},
        setup::first_digest,
    },
    lmtp::Door,
    workflows::{Trigger, Workflow},
};

/// What there is to be seen.
pub(super) struct There<'a> {
    pub(super) roles: &'a [Role],
    /// Where readers come in, if they do.
    pub(super) listening: Option<SocketAddr>,
    pub(super) operations: SocketAddr,
    pub(super) door: Option<&'a Door>,
    pub(super) workflows: &'a [Workflow],
    /// Whether mail is written to files.
    pub(super) to_files: bool,
    /// Whether no issue was made yet.
    pub(super) is_new: bool,
}

/// One calm screen: what is where, and what to do next.
pub(super) fn greet(setup: &Setup, there: &There<'_>) -> anyhow::Result<()> {
    let settings = &setup.config.settings;
    let here = std::path::absolute(setup.config.path("postduif.toml".as_ref()));
    let folder = here.as_deref().ok().and_then(|file| file.parent()).unwrap_or(&setup.config.root);
    say!("postduif {} serves {}", env!("CARGO_PKG_VERSION"), folder.display())?;
    say!("")?;
    if let Some(listening) = there.listening {
        for locale in settings.locales.iter().filter(|settings| settings.edition) {
            say!("  {:<6} http://{listening}/{}/", locale.locale.to_string(), locale.locale)?;
        }
        say!("  feeds  http://{listening}/{}/feed.xml, and so for each language", settings.site.source)?;
    }
    say!("  health http://{}/health/ready", there.operations)?;
    say!("  errors http://{}/problems", there.operations)?;
    say!("")?;
    if there.roles.contains(&Role::Deliver) {
        where_mail_goes(setup, there)?;
    } else {
        say!("  Mail is left to others who work with this database.")?;
    }
    if let Some(door) = there.door {
        say!("  Bounces come in by LMTP at {}.", door.place()?)?;
    }
    if there.roles.contains(&Role::Schedule) {
        what_runs_next(setup, there.workflows)?;
    } else {
        say!("  The schedule is left to others who work with this database.")?;
    }
    if let Some(digest) = first_to_try(there) {
        say!("  To send the first digest now, in another terminal: postduif run {}", digest.name)?;
    }
    Ok(say!("")?)
}

/// The digest to begin with, where none was sent yet and this node writes what it sends to files: it is worth a look, and
/// nobody gets it by mistake.
fn first_to_try<'a>(there: &There<'a>) -> Option<&'a Workflow> {
    let is_safe = there.is_new && there.to_files && there.roles.contains(&Role::Deliver);
    first_digest(there.workflows).filter(|_| is_safe)
}

fn where_mail_goes(setup: &Setup, there: &There<'_>) -> Result<(), NotPrinted> {
    match setup.config.mail.relays.as_slice() {
        [_, ..] if there.to_files => {
            say!("  Mail is written to {}/*.eml, as --as-files says.", setup.config.mail.outbox.display())?;
        }
        [] => say!("  No relay is configured: mail is written to {}/*.eml.", setup.config.mail.outbox.display())?,
        [route] => say!("  Mail goes to the relay {}.", route.relay)?,
        routes => {
            let relays: Vec<_> = routes.iter().map(|route| route.relay.to_string()).collect();
            say!("  Mail goes to the relays {}.", relays.join(", "))?;
        }
    }
    Ok(())
}

fn what_runs_next(setup: &Setup, workflows: &[Workflow]) -> anyhow::Result<()> {
    let hears = setup.config.incoming_secret()?.is_some();
    for workflow in workflows {
        if !workflow.enabled {
            say!("  {} is switched off.", workflow.name)?;
            continue;
        }
        if let Some(schedule) = &workflow.schedule
            && let Some(next) = schedule.next_after(setup.clock.now())
        {
            let local = next.with_timezone(&schedule.zone());
            say!("  {} runs next on {}.", workflow.name, local.format("%A %-d %B %Y at %H:%M %Z"))?;
        }
        match workflow.on {
            Some(Trigger::PostsChanged) => say!("  {} runs when posts have changed.", workflow.name)?,
            Some(Trigger::Webhook) if !hears => {
                say!("  {} runs when it is asked for by POST, once `webhooks.incoming` has a secret.", workflow.name)?;
            }
            Some(Trigger::Webhook) => say!("  {} runs when POST /hooks/{} asks for it.", workflow.name, workflow.name)?,
            None => {}
        }
    }
    Ok(())
}
