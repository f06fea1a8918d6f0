//! The step `notify`: telling others what the run did. The WebSub hub hears of the feeds that have changed, a webhook of
//! all of it, and editors get a mail. Who cannot be told fails no run.

use std::sync::Arc;

use chrono::SecondsFormat;
use serde_json::json;
use tokio::task::spawn_blocking;
use url::Url;

use super::{
    NotifyStep, Runner, StepReport, content,
    outgoing::{self, PATIENCE},
    report::{Account, Told},
    runner::Error,
    take::Going,
    websub,
};
use crate::{line::chain_of, locale::Locale, posts::Slug, publication::published_feeds};

/// The most posts that lack translations of which a webhook and a mail tell: more than anybody translates in a week.
pub(super) const MOST_MISSING: usize = 20;

/// A post that lacks translations into a language: how many texts are missing, stale, or by a machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Missing {
    pub(super) post: Slug,
    pub(super) locale: Locale,
    pub(super) texts: usize,
}

impl Runner {
    /// Tells others what the run did so far.
    pub(super) async fn notify(
        &self,
        going: &Going<'_>,
        step: &NotifyStep,
        before: &[Account],
    ) -> Result<StepReport, Error> {
        let (mut told, mut failures) = (Told::default(), Vec::new());
        match self.tell_hub().await {
            Ok(feeds) => told.feeds = feeds,
            Err(error) => failures.push(format!("the hub could not be told: {}", chain_of(&error))),
        }
        let failed = |source| Error::Step { step: "notify", source };
        let missing = match step.webhook.is_some() || step.editors {
            true => self.missing_translations().await.map_err(failed)?,
            false => Vec::new(),
        };
        if let Some(url) = &step.webhook {
            match self.call_webhook(going, url, before, &missing).await {
                Ok(()) => told.webhook = true,
                Err(reason) => failures.push(format!("the webhook could not be called: {reason}")),
            }
        }
        if step.editors {
            match self.report_to_editors(going, before, &missing).await {
                Ok(()) => told.editors = self.editors.len(),
                Err(error) => failures.push(format!("editors could not be written to: {}", chain_of(&error))),
            }
        }
        if failures.is_empty() { Ok(StepReport::Notified(told)) } else { Err(Error::NotNotified(failures.join("; "))) }
    }

    /// The posts that lack translations, the newest first, each once for each language.
    async fn missing_translations(&self) -> Result<Vec<Missing>, content::Error> {
        let settings = Arc::clone(&self.content.settings);
        let (source, targets) = (settings.site.source.clone(), settings.translated_locales());
        let mut missing = Vec::new();
        for survey in self.content.survey().await?.into_iter().filter(|survey| !survey.draft) {
            for locale in targets.iter().filter(|locale| !survey.not_in.contains(locale)) {
                let coverage = survey.coverage(locale, &source);
                let texts = coverage.segments - coverage.current;
                if texts > 0 {
                    missing.push(Missing { post: survey.slug.clone(), locale: locale.clone(), texts });
                }
            }
        }
        Ok(missing)
    }

    /// Calls a webhook; however often it is called for the same step, the id of the request is the same.
    async fn call_webhook(
        &self,
        going: &Going<'_>,
        url: &Url,
        before: &[Account],
        missing: &[Missing],
    ) -> Result<(), String> {
        let Some(secret) = &self.signs else {
            return Err("nothing signs what it is told: set POSTDUIF_WEBHOOKS__OUTGOING".to_owned());
        };
        let id = format!("msg_{}_{}_{}", self.worker.composer.publication_id, going.run, before.len());
        let at = |at: crate::clock::Timestamp| at.to_rfc3339_opts(SecondsFormat::Secs, true);
        let untranslated = missing.iter().take(MOST_MISSING);
        let untranslated: Vec<_> =
            untranslated.map(|one| json!({ "post": one.post, "locale": one.locale, "texts": one.texts })).collect();
        let issue =
            self.store.issue_of(going.workflow.name.as_str(), going.slot).await.map_err(|error| chain_of(&error))?;
        let issue = issue.map(|issue| issue.id);
        let body = json!({
            "type": "postduif.run",
            "timestamp": at(self.clock.now()),
            "data": {
                "workflow": going.workflow.name,
                "slot": at(going.slot),
                "issue": issue,
                "steps": before,
                "untranslated": untranslated,
            },
        })
        .to_string();
        let client = outgoing::client().map_err(|error| chain_of(&error))?;
        let request = || {
            let now = self.clock.now();
            client
                .post(url.clone())
                .header("content-type", "application/json")
                .header("webhook-id", &id)
                .header("webhook-timestamp", now.timestamp().to_string())
                .header("webhook-signature", secret.sign(&id, now, body.as_bytes()))
                .body(body.clone())
        };
        // What the error says of the address may hold a key of the other side.
        PATIENCE.insist(request).await.map_err(|error| chain_of(&error.without_address()))
    }

    /// Tells the hub of the feeds that have changed since it was last told.
    async fn tell_hub(&self) -> Result<usize, websub::Error> {
        let (settings, public) = (Arc::clone(&self.content.settings), self.content.public.clone());
        let Some(hub) = settings.site.hub.clone() else { return Ok(0) };
        let feeds = spawn_blocking(move || published_feeds(&public, &settings)).await??;
        let told = self.store.told_feeds().await?;
        let changed: Vec<_> = feeds.into_iter().filter(|(url, digest)| told.get(url) != Some(digest)).collect();
        let client = outgoing::client()?;
        for some in changed.chunks(websub::MOST_FEEDS) {
            let urls: Vec<&str> = some.iter().map(|(url, _)| url.as_str()).collect();
            websub::ping_hub(&client, &hub, &urls).await?;
            self.store.record_told_feeds(some).await?;
        }
        Ok(changed.len())
    }
}
