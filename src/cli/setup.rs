//! What commands have in common: the configuration, and the rooms opened with it.

use std::{path::Path, sync::Arc, time::Duration};

use anyhow::Context as _;
use tokio::sync::OnceCell;
use tokio_util::{sync::CancellationToken, task::TaskTracker};
use tracing::Level;

use super::{issues::local, report::complain};
use crate::{
    bucket::{Bucket, Patience},
    clock::Clock,
    config::{Config, Error},
    delivery::{Composer, EmlFolder, Relays, Tally, Timeouts, Transport, Worker},
    diagnostic::Diagnostic,
    line::chain_of,
    machine::{self, Interpreter, Provider},
    random::Random,
    storage::{Fence, Store},
    subscribers::Cadence,
    telemetry::start_logging,
    templates::Days,
    translation::LocaleSettings,
    workflows::{Content, Runner, Workflow, load_workflows},
};

/// The configuration and the ways to the world.
#[derive(Debug)]
pub(super) struct Setup {
    /// The configuration.
    pub(super) config: Config,
    /// The time.
    pub(super) clock: Clock,
    /// Randomness.
    pub(super) random: Random,
    content: Content,
    opened: OnceCell<Store>,
    /// What asks the database by itself; it ends before the database is closed.
    keepers: TaskTracker,
    closing: CancellationToken,
}

impl Setup {
    /// Reads the configuration and starts logging, by default from this level on.
    pub(super) fn load(file: &Path, level: Level) -> Result<Self, Error> {
        let config = Config::load(file, std::env::vars())?;
        start_logging(config.log, level);
        // One for all: whoever publishes waits for the others of this process.
        let content = config.content();
        let (clock, random, opened) = (Clock::system(), Random::system(), OnceCell::new());
        Ok(Self {
            config,
            clock,
            random,
            content,
            opened,
            keepers: TaskTracker::new(),
            closing: CancellationToken::new(),
        })
    }

    /// The same publication by what its configuration says now. Whoever publishes still waits for the others of this process.
    pub(super) fn again(&self) -> Result<Self, Error> {
        let config = Config::load(&self.config.file, std::env::vars())?;
        let (publishing, problems) = (Arc::clone(&self.content.publishing), self.content.problems.clone());
        let content = Content { publishing, problems, ..config.content() };
        let (clock, random) = (self.clock.clone(), self.random.clone());
        let (opened, keepers, closing) = Default::default();
        Ok(Self { config, clock, random, content, opened, keepers, closing })
    }

    /// The publication's folder and rules.
    pub(super) fn content(&self) -> Content {
        self.content.clone()
    }

    /// The same for who publishes: with the way into the bucket, if there is one.
    pub(super) fn publishing(&self) -> anyhow::Result<Content> {
        let settings = self.config.bucket()?;
        let bucket = settings.map(|settings| Bucket::new(&settings, Patience::default())).transpose()?;
        Ok(Content { bucket, ..self.content.clone() })
    }

    /// Opens the database, and makes it if it is not there; not an older copy of the one that mail was sent with.
    pub(super) async fn store(&self) -> anyhow::Result<Store> {
        let store = self.open().await?;
        if let Some(until) = self.fence().unknown_until(&store.tidemark().await?)? {
            let until = until.with_timezone(&self.config.settings.site.zone).format("%-d %B %Y, %H:%M");
            let message = format!("the database is an older copy: it knows nothing of what was sent until {until}");
            let place = self.config.database_file().unwrap_or_else(|| "data/store.seen".into());
            let help =
                "say `postduif restore` to go on with it without sending anything twice, or put the newer one back";
            return Err(Error::Wrong(Box::new(Diagnostic::error(&place, "older-database", message).help(help))).into());
        }
        Ok(store)
    }

    /// Opens the database whatever it is.
    pub(super) async fn open(&self) -> anyhow::Result<Store> {
        let open = async || Store::open(&self.config.store_address()).await.context("cannot open the database");
        self.opened.get_or_try_init(open).await.cloned()
    }

    /// What the folder has seen of its databases.
    pub(super) fn fence(&self) -> Fence {
        Fence::of(&self.config.root)
    }

    /// Notes how far the database is, so that an older copy of it is known as such.
    pub(super) async fn note_tide(&self, store: &Store) -> anyhow::Result<()> {
        note_tide(&self.fence(), store).await
    }

    /// Closes the database if a command has opened it, so that its file is whole by itself.
    pub(super) async fn close(&self) {
        if self.closing.is_cancelled() {
            return;
        }
        self.closing.cancel();
        self.keepers.close();
        self.keepers.wait().await;
        if let Some(store) = self.opened.get() {
            let noted = async { if self.store().await.is_ok() { self.note_tide(store).await } else { Ok(()) } };
            complain_of(noted.await);
            store.close().await;
        }
    }

    /// Everything that runs workflows and delivers.
    pub(super) async fn runner(&self, store: &Store, stop: &CancellationToken) -> anyhow::Result<Runner> {
        let worker = self.worker(store, stop).await?;
        store.raise_tide(self.clock.now()).await?;
        self.note_tide(store).await?;
        self.keepers.spawn(keep_noted(self.fence(), store.clone(), self.closing.clone()));
        let interpreter = self.interpreter(None).unwrap_or_else(|error| {
            tracing::warn!(%error, "the translation service cannot be used");
            None
        });
        let (content, clock) = (self.publishing()?, self.clock.clone());
        let editors = Arc::clone(&self.config.editors);
        let signs = self.config.outgoing_secret()?;
        Ok(Runner { content, store: store.clone(), worker, delivers: true, interpreter, editors, signs, clock })
    }

    /// Whether mail would be written to files though a relay has taken mail of this publication; then says so. The daemon may
    /// have its relay from where a shell does not, and the ledger would count files as mail that was sent.
    pub(super) async fn lacks_its_relay(&self, store: &Store) -> anyhow::Result<bool> {
        if !self.config.mail.relays.is_empty() {
            return Ok(false);
        }
        let Some(used_at) = store.relay_used_at().await? else { return Ok(false) };
        let (last, outbox) = (local(used_at, self.config.settings.site.zone), self.config.mail.outbox.display());
        complain!("error: no relay is configured here, and a relay took mail of this publication on {last}:");
        complain!("       written to {outbox}/, mail would count as sent, and nobody would get it");
        complain!("help: set POSTDUIF_MAIL__RELAY or POSTDUIF_MAIL__RELAY_FILE, as whoever sends has it;");
        complain!("      where files are meant, say --as-files");
        Ok(true)
    }

    /// The translation service, if one is configured; `provider` is the one that the command line names.
    pub(super) fn interpreter(&self, provider: Option<Provider>) -> anyhow::Result<Option<Interpreter>> {
        let Some(settings) = self.config.translation_service(provider)? else { return Ok(None) };
        let client = machine::client().context("cannot set up TLS")?;
        Ok(Some(Interpreter::new(settings, client, machine::ANSWER_TIMEOUT, self.clock.clone(), self.random.clone())))
    }

    async fn worker(&self, store: &Store, stop: &CancellationToken) -> anyhow::Result<Worker> {
        Ok(Worker {
            store: store.clone(),
            transport: self.transport()?,
            composer: Arc::new(self.composer(store).await?),
            policy: self.config.mail.uncertain,
            throttle: Arc::clone(&self.config.mail.throttle),
            clock: self.clock.clone(),
            random: self.random.clone(),
            presence: self.config.database_file().map(|file| file.with_extension("workers")),
            tally: Tally::default(),
            stop: stop.clone(),
        })
    }

    /// Where mail goes: to the relay, or into a folder if there is none.
    pub(super) fn transport(&self) -> anyhow::Result<Transport> {
        let mail = &self.config.mail;
        Ok(match mail.relays.as_slice() {
            [] => self.files()?,
            routes => Transport::Relays(Relays::new(routes.to_vec(), Timeouts::default())),
        })
    }

    /// The folder for mail that no relay is to have.
    pub(super) fn files(&self) -> anyhow::Result<Transport> {
        let folder = self.config.path(&self.config.mail.outbox);
        Ok(Transport::Eml(EmlFolder::create(folder).context("cannot make the outbox")?))
    }

    /// What turns contents into mails.
    pub(super) async fn composer(&self, store: &Store) -> anyhow::Result<Composer> {
        let settings = &self.config.settings;
        let title = |locale: &LocaleSettings| {
            (locale.locale.clone(), settings.site.title.text(&locale.locale, &locale.chain).text)
        };
        let edition = |locale: &LocaleSettings| (locale.locale.clone(), settings.edition_of(&locale.locale).clone());
        let days = |locale: &LocaleSettings| (locale.locale.clone(), Days::new(&locale.locale, settings.site.zone));
        Ok(Composer {
            sender: self.config.mail.sender.clone(),
            titles: settings.locales.iter().map(title).collect(),
            editions: settings.locales.iter().map(edition).collect(),
            days: settings.locales.iter().map(days).collect(),
            base: settings.site.base_url.clone(),
            publication_id: store.publication_id(&self.random).await?,
            key: store.token_key(&self.random).await?,
            signer: self.config.signer()?,
        })
    }

    /// The name of the workflow that sends the digest that most readers get.
    pub(super) fn digest_workflow(&self) -> anyhow::Result<String> {
        Ok(first_digest(&self.workflows()?)
            .map_or_else(|| WEEKLY_DIGEST.to_owned(), |workflow| workflow.name.to_string()))
    }

    /// The workflows that can be used.
    pub(super) fn workflows(&self) -> anyhow::Result<Vec<Workflow>> {
        Ok(self.read_workflows()?.0)
    }

    /// The same, with what is wrong in their files.
    pub(super) fn read_workflows(&self) -> anyhow::Result<(Vec<Workflow>, Vec<Diagnostic>)> {
        Ok(load_workflows(&self.config.root, &self.config.settings, self.clock.now())?)
    }

    /// The workflow of a name, or a word on which there are.
    pub(super) fn workflow(&self, name: &str) -> anyhow::Result<Result<Workflow, Vec<Diagnostic>>> {
        let (workflows, found) = self.read_workflows()?;
        if let Some(workflow) = workflows.iter().find(|workflow| workflow.name.as_str() == name) {
            return Ok(Ok(workflow.clone()));
        }
        let file = format!("workflows/{name}.toml");
        let own: Vec<_> = found.into_iter().filter(|found| found.file == Path::new(&file)).collect();
        if !own.is_empty() {
            return Ok(Err(own));
        }
        let names: Vec<&str> = workflows.iter().map(|workflow| workflow.name.as_str()).collect();
        let help = match crate::diagnostic::nearest(name, names.iter().copied()) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None if names.is_empty() => "there are no workflows; README.md says how to write one".to_owned(),
            None => format!("the workflows are {}", names.join(", ")),
        };
        let message = format!("there is no workflow `{name}`");
        Ok(Err(vec![Diagnostic::error(Path::new(&file), "no-workflow", message).help(help)]))
    }
}

/// How often it is noted how far the database is.
const NOTED_EVERY: Duration = Duration::from_secs(1);

async fn note_tide(fence: &Fence, store: &Store) -> anyhow::Result<()> {
    Ok(fence.note(&store.tidemark().await?)?)
}

/// Notes how far the database is, until it is `closing`.
async fn keep_noted(fence: Fence, store: Store, closing: CancellationToken) {
    while closing.run_until_cancelled(tokio::time::sleep(NOTED_EVERY)).await.is_some() {
        complain_of(note_tide(&fence, &store).await);
    }
}

/// Without the note mail goes out all the same; only an older copy is not known as such.
fn complain_of(noted: anyhow::Result<()>) {
    if let Err(error) = noted {
        tracing::warn!(error = chain_of(error.as_ref()), "how far the database is cannot be noted");
    }
}

/// What the workflow that sends most readers their digest is called, as `init` makes it.
const WEEKLY_DIGEST: &str = "weekly-digest";

/// The workflow of that name, or else the first that sends a weekly digest, or else the first that sends any.
pub(super) fn first_digest(workflows: &[Workflow]) -> Option<&Workflow> {
    let digests = || workflows.iter().filter(|workflow| workflow.digest().is_some());
    digests()
        .find(|workflow| workflow.name.as_str() == WEEKLY_DIGEST)
        .or_else(|| digests().find(|workflow| workflow.digest() == Some(Cadence::Weekly)))
        .or_else(|| digests().next())
}
