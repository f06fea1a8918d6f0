//! A service that is asked until it answers, refuses, or is not worth asking again.

use std::time::Duration;

use reqwest::Client;
use tokio_util::sync::CancellationToken;

use super::{
    Failure, Provider, Settings,
    batch::Batch,
    deepl,
    exchange::{Exchange, Request, told},
    libretranslate, openai,
    retry::{Verdict, next_step},
};
use crate::{clock::Clock, random::Random};

/// How long one answer may take: a language model writes a few thousand words in that time.
pub const ANSWER_TIMEOUT: Duration = Duration::from_mins(3);

/// How long a connection may take: whoever does not answer by then is away.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// A client for translation services: it follows no redirects, as the key would go along, and uses no proxy of
/// the environment.
///
/// # Errors
/// When TLS cannot be set up.
pub fn client() -> Result<Client, reqwest::Error> {
    let agent = concat!("postduif/", env!("CARGO_PKG_VERSION"));
    let builder = Client::builder().user_agent(agent).connect_timeout(CONNECT_TIMEOUT).no_proxy();
    builder.redirect(reqwest::redirect::Policy::none()).build()
}

/// Asks one service.
#[derive(Debug, Clone)]
pub struct Interpreter {
    settings: Settings,
    exchange: Exchange,
    clock: Clock,
    random: Random,
}

impl Interpreter {
    /// Asks the service of these settings through `client`, and waits at most `timeout` for the last byte of an answer.
    pub fn new(settings: Settings, client: Client, timeout: Duration, clock: Clock, random: Random) -> Self {
        Self { settings, exchange: Exchange { client, timeout }, clock, random }
    }

    /// Which service.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Gives the service the terms beforehand, where it wants them so, and returns its name for them.
    /// `texts` of the batch are not looked at.
    pub(super) async fn bring_terms(&self, batch: &Batch<'_>) -> Result<Option<String>, Failure> {
        self.exchange_glossaries(batch).await.map_err(|failure| self.told(failure))
    }

    async fn exchange_glossaries(&self, batch: &Batch<'_>) -> Result<Option<String>, Failure> {
        if self.settings.provider != Provider::DeepL || batch.terms.is_empty() {
            return Ok(None);
        }
        let listed = self.send(deepl::list_glossaries(&self.settings)).await?;
        let (current, old) = deepl::sort_glossaries(&listed, batch)?;
        let current = match current {
            Some(current) => current,
            None => deepl::created(&self.send(deepl::create_glossary(&self.settings, batch)).await?)?,
        };
        for glossary in &old {
            // It is in nobody's way; the next run tries again.
            if let Err(failure) = self.send(deepl::delete_glossary(&self.settings, glossary)).await {
                tracing::debug!(%failure, "an old glossary could not be deleted");
            }
        }
        Ok(Some(current.glossary_id))
    }

    /// Translates a batch: for each text its translation, or none when the service left it out. The
    /// verdict of a failure says whether the next batch is worth sending.
    pub(super) async fn translate(
        &self,
        batch: &Batch<'_>,
        terms: Option<&str>,
        stop: &CancellationToken,
    ) -> Result<Vec<Option<String>>, (Failure, Verdict)> {
        for attempts in 1.. {
            let failure = match self.ask(batch, terms).await {
                Ok(translations) => return Ok(translations),
                Err(failure) => self.told(failure),
            };
            let verdict = next_step(&failure, attempts, self.random.number().unwrap_or_default());
            let Verdict::Again(pause) = verdict else { return Err((failure, verdict)) };
            tracing::debug!(%failure, attempts, pause_ms = pause.as_millis(), "asking the service again");
            tokio::select! {
                () = self.clock.sleep(pause) => {}
                () = stop.cancelled() => return Err((Failure::Stopped, Verdict::Stop)),
            }
        }
        unreachable!("the policy gives up long before the attempts run out")
    }

    async fn ask(&self, batch: &Batch<'_>, terms: Option<&str>) -> Result<Vec<Option<String>>, Failure> {
        let texts = batch.texts.len();
        match self.settings.provider {
            Provider::DeepL => deepl::read(&self.send(deepl::translate(&self.settings, batch, terms)).await?, texts),
            Provider::LibreTranslate => {
                libretranslate::read(&self.send(libretranslate::translate(&self.settings, batch)).await?, texts)
            }
            Provider::OpenAi => openai::read(&self.send(openai::translate(&self.settings, batch)).await?, texts),
        }
    }

    /// A failure as a person may read it: what the service said is short, and the key is not in it.
    fn told(&self, failure: Failure) -> Failure {
        match failure {
            Failure::Garbled(said) => Failure::Garbled(told(&said, self.settings.key.as_ref())),
            other => other,
        }
    }

    async fn send(&self, request: Request<'_>) -> Result<String, Failure> {
        self.exchange.send(request, self.settings.key.as_ref(), self.clock.now()).await
    }
}
