//! `postduif check`: everything that is wrong, with file, line and remedy.

use std::fmt;

use chrono::{DateTime, Datelike as _};
use chrono_tz::Tz;
use serde::Serialize;
use serde_json::json;

use super::{Ended, Setup, report};
use crate::{
    clock::Timestamp,
    diagnostic::count,
    locale::Locale,
    posts::Post,
    templates::check_interface,
    translation::check_translations,
    workflows::{Provided, Schedule, Trigger, Workflow, doubt_workflows, load_workflows},
};

/// The arguments of `check`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Print the diagnostics as JSON
    #[arg(long)]
    json: bool,
}

/// So many runs show what a schedule means.
const SHOWN_RUNS: usize = 5;

/// The next times at which a workflow runs, by the clocks of its zone, and what else starts it.
#[derive(Debug, Serialize)]
struct NextRuns {
    name: String,
    zone: &'static str,
    next: Vec<DateTime<Tz>>,
    on: Option<&'static str>,
    #[serde(skip)]
    year: i32,
}

impl NextRuns {
    fn of(workflow: &Workflow, setup: &Setup) -> Self {
        let (schedule, now) = (workflow.schedule.as_ref(), setup.clock.now());
        let zone = schedule.map_or(setup.config.settings.site.zone, Schedule::zone);
        let after = |at: Timestamp| schedule.and_then(|schedule| schedule.next_after(at));
        let slots = std::iter::successors(after(now), |slot| after(*slot));
        let next = slots.take(SHOWN_RUNS).map(|slot| slot.with_timezone(&zone)).collect();
        let on = workflow.on.map(|on| match on {
            Trigger::PostsChanged => "posts have changed",
            Trigger::Webhook => "it is called",
        });
        Self { name: workflow.name.to_string(), zone: zone.name(), next, on, year: now.with_timezone(&zone).year() }
    }
}

impl fmt::Display for NextRuns {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |at: &DateTime<Tz>| {
            let form = if at.year() == self.year { "%a %-d %b %H:%M" } else { "%a %-d %b %Y %H:%M" };
            at.format(form).to_string()
        };
        let next: Vec<_> = self.next.iter().map(shown).collect();
        match (next.is_empty(), self.on) {
            (true, on) => write!(f, "{} runs when {}", self.name, on.unwrap_or("somebody says so")),
            (false, on) => {
                write!(f, "{} runs next on {} ({})", self.name, next.join(", "), self.zone)?;
                on.map_or(Ok(()), |on| write!(f, ", and when {on}"))
            }
        }
    }
}

pub(super) async fn run(setup: &Setup, arguments: &Arguments) -> anyhow::Result<Ended> {
    let content = setup.content();
    let (publication, mut diagnostics) = content.load().await?;
    let (root, settings) = (&publication.root, &publication.settings);
    let locales: Vec<Locale> = settings.locales.iter().map(|settings| settings.locale.clone()).collect();
    let (source, posts) = (&settings.site.source, &publication.posts);
    diagnostics.extend(check_translations(root, &publication.translations, source, &locales, posts)?);
    diagnostics.extend(setup.content().doubt_drafts(&publication));
    diagnostics.extend(publication.check_pictures());
    diagnostics.extend(publication.check_links());
    diagnostics.extend(content.check_missed(&publication, setup.clock.now())?);
    diagnostics.extend(check_interface(root, source, &settings.locales)?);
    let (workflows, found) = load_workflows(root, settings, setup.clock.now())?;
    diagnostics.extend(found);
    let provided = Provided {
        editors: !setup.config.editors.is_empty(),
        incoming: setup.config.incoming_secret()?.is_some(),
        hub: settings.site.hub.is_some(),
        outgoing: setup.config.outgoing_secret()?.is_some(),
        root,
    };
    diagnostics.extend(doubt_workflows(&workflows, provided, setup.clock.now()));
    diagnostics.extend(posts.iter().flat_map(Post::reviews));
    diagnostics.extend(setup.config.check_secrets());
    diagnostics.extend(setup.config.check_signer());
    diagnostics.extend(setup.config.check_words());
    diagnostics.extend(setup.config.check_redirects(&publication));
    diagnostics.extend(setup.config.check_id());
    diagnostics.sort();
    diagnostics.dedup();
    let runs: Vec<_> =
        workflows.iter().filter(|workflow| workflow.enabled).map(|one| NextRuns::of(one, setup)).collect();
    if arguments.json {
        report::print_json(&json!({ "diagnostics": diagnostics, "workflows": runs }))?;
    } else {
        report::print_diagnostics(&diagnostics, root);
        for runs in &runs {
            report::say!("{runs}")?;
        }
        report::say!(
            "{} in {} and {} checked: {}",
            count(posts.len(), "post"),
            count(locales.len(), "locale"),
            count(workflows.len(), "workflow"),
            report::summary(&diagnostics)
        )?;
    }
    Ok(if diagnostics.iter().any(crate::diagnostic::Diagnostic::is_error) { Ended::ToFix } else { Ended::Fine })
}
