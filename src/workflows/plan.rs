//! What a workflow would do now: the same looks and rules as when it runs, without writing anything.

use std::collections::HashSet;

use serde::Serialize;

use super::{Content, Moment, Task, Withdrawn, Workflow, content::Error};
use crate::{
    clock::Timestamp,
    diagnostic::Diagnostic,
    digest::{Composer, HeldPost},
    locale::Locale,
    outbox::IssueId,
    posts::{Slug, markdown::Kind},
    publication,
    storage::{Issue, IssueCohort, IssueState, Plan, PlannedCohort, Store},
};

/// What an issue would be, and what would be published before it.
#[derive(Debug, Default)]
pub struct Planned {
    /// Posts that would be released.
    pub publish: Vec<(Slug, Locale)>,
    /// Posts that would be taken from the site.
    pub withdrawn: Withdrawn,
    /// Posts that a gate keeps from the readers of a locale.
    pub blocked: Vec<Blocked>,
    /// Who would get what.
    pub digest: Option<Plan>,
    /// The subject of each cohort, in the order of the plan.
    pub subjects: Vec<String>,
    /// What readers would wait for, or wait for no longer.
    pub held: Vec<HeldPost>,
    /// Issues of the same pace of which what has not left yet gives way: their posts come with this one.
    pub gives_way: Vec<(IssueId, IssueState)>,
    /// What the workflow sent last.
    pub last: Option<LastIssue>,
    /// What is wrong in posts, locales and templates.
    pub diagnostics: Vec<Diagnostic>,
}

/// A post that a gate keeps from the readers of a locale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Blocked {
    /// The post.
    pub post: Slug,
    /// The locale.
    pub locale: Locale,
    /// How many of its texts are translated and up to date.
    pub translated: usize,
    /// How many there are.
    pub texts: usize,
    /// How many percent the gate wants.
    pub wanted_percent: u8,
    /// Title and summary, where enough is translated and they alone are missing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lacks: Vec<&'static str>,
}

/// The issue that a workflow made last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastIssue {
    /// The issue.
    pub issue: Issue,
    /// Who got what.
    pub cohorts: Vec<IssueCohort>,
}

impl Workflow {
    /// Whether it publishes before it sends its digest, or at all if it sends none.
    fn publishes_first(&self) -> bool {
        let before = self.steps.iter().take_while(|step| !matches!(step.task, Task::Digest(_)));
        before.into_iter().any(|step| step.task == Task::Publish)
    }
}

impl Content {
    /// What a workflow would release now, and who would get what in its digest; changes nothing.
    ///
    /// # Errors
    /// When the folder or the database fails, or a template cannot be rendered.
    pub async fn plan(&self, store: &Store, workflow: &Workflow, now: Timestamp) -> Result<Planned, Error> {
        let moment = self.look(store, now).await?;
        let digest = workflow.digest_step();
        let full_text = digest.is_some_and(|digest| digest.full_text);
        let composer = Composer { full_text, ..moment.composer() };
        let due = if workflow.publishes_first() { moment.news(&composer).due } else { Vec::new() };
        let too_old = moment.too_old(&due);
        let name = |id: &Slug| moment.publication.present_name(id);
        let publish = due.iter().map(|release| (name(&release.post), release.locale.clone())).collect();
        let withdrawn = workflow.publishes_first().then(|| moment.withdrawn(&composer, &self.public));
        let withdrawn = withdrawn.unwrap_or_default();
        let mut planned = Planned { publish, withdrawn, blocked: moment.blocked(), ..Planned::default() };
        if let Some(digest) = digest {
            let cadence = digest.cadence;
            let standings = composer.standings(&moment.releases);
            let locales = self.settings.all_locales();
            let request = self.request((workflow.name.as_str(), now), cadence, &locales, &standings, now);
            let mut plan = store.plan_issue(request, &due).await?;
            let subject = |cohort: &PlannedCohort| Ok(composer.compose_issue(&cohort.key, cadence, Some(0))?.subject);
            planned.subjects = plan.cohorts.iter().map(subject).collect::<Result<_, publication::Error>>()?;
            planned.held = composer.held_posts(&standings, &plan.held, &plan.given_up);
            plan.cohorts.iter_mut().flat_map(|cohort| &mut cohort.key.posts).for_each(|post| *post = name(post));
            planned.digest = Some(plan);
        }
        if planned.digest.as_ref().is_some_and(|plan| plan.recipients > 0) {
            let open = store.open_issues().await?.into_iter();
            let same = open.filter(|issue| Some(issue.cadence) == workflow.digest());
            planned.gives_way = same.map(|issue| (issue.id, issue.state)).collect();
        }
        if let Some(issue) = store.last_issue_of(workflow.name.as_str()).await? {
            let mut cohorts = store.issue_cohorts(issue.id).await?;
            cohorts.iter_mut().flat_map(|cohort| &mut cohort.posts).for_each(|post| *post = name(post));
            planned.last = Some(LastIssue { issue, cohorts });
        }
        drop(composer);
        planned.diagnostics = moment.diagnostics;
        planned.diagnostics.extend(too_old);
        Ok(planned)
    }
}

impl Moment {
    /// The posts that a gate keeps from the readers of a locale, the newest first.
    fn blocked(&self) -> Vec<Blocked> {
        let Self { publication, releases, now, .. } = self;
        let settings = &publication.settings;
        let released: HashSet<_> = releases.iter().map(|release| (&release.locale, &release.post)).collect();
        let public = publication.posts.iter().filter(|post| post.is_public(*now) && !post.is_page());
        let mut blocked = Vec::new();
        for post in public {
            let locales = settings.locales.iter().filter(|one| !settings.is_off(&post.not_in, &one.locale));
            for one in locales.filter(|one| !released.contains(&(&one.locale, &post.id))) {
                let variant = publication.variant(post, one);
                if let Some(variant) = variant.filter(|variant| !variant.is_open(post, &one.gate, *now)) {
                    blocked.push(Blocked {
                        post: post.slug.clone(),
                        locale: one.locale.clone(),
                        translated: variant.coverage.current,
                        texts: variant.coverage.segments,
                        wanted_percent: one.gate.coverage,
                        lacks: variant.lacks(&one.gate).into_iter().map(Kind::description).collect(),
                    });
                }
            }
        }
        blocked
    }
}
