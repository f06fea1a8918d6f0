//! The daemon by one reading of its configuration. Another may follow it, while this one brings to its end what it is at.

use std::{sync::Arc, time::Duration};

use anyhow::Context as _;
use tokio::{net::TcpListener, sync::oneshot, task::JoinHandle};
use tokio_util::sync::CancellationToken;

use super::{
    Arguments, DAEMON, Role,
    doors::{Doors, Places},
    files,
    greeting::{There, greet},
};
use crate::{
    cli::{Setup, on_a_thread, report},
    config::name_of,
    delivery::{Presence, Tally, Transport},
    diagnostic::Diagnostic,
    line::chain_of,
    lmtp::{self, Door},
    storage::Store,
    subscribers::TokenKey,
    telemetry::LogFormat,
    web::{self, Desk, Limits, Listeners, Traffic},
    workflows::{
        Content, Nudge, Published, Runner, Ticks, Watch, Workflow, keep_published, keep_schedule, load_workflows,
        log_problem,
    },
};

/// How often somebody who publishes at the same time is waited for, and how long each time.
const TRIES: u32 = 300;
const PAUSE: Duration = Duration::from_secs(1);

/// A daemon that is ready to begin.
pub(super) struct Turn {
    kept: Kept,
    workflows: Vec<Workflow>,
    work: Work,
}

/// One that is at work.
pub(super) struct Present {
    kept: Kept,
    nudge: Option<Nudge>,
    work: JoinHandle<anyhow::Result<()>>,
}

/// What stays when the work has begun: the next one goes on with it.
struct Kept {
    setup: Arc<Setup>,
    doors: Doors,
    /// Two would write the same site; where the database is a server, others may well be meant to.
    alone: Option<Arc<Presence>>,
    tally: Tally,
    traffic: Traffic,
    /// What the schedule is looked at by, if it is kept here.
    ticks: Option<Ticks>,
    /// Cancelled when there is a site, and readers are answered.
    is_ready: CancellationToken,
    stop: CancellationToken,
}

impl Turn {
    /// Opens what it needs, but for what is open `before`. None if the configuration is not fit for it, which is then said.
    ///
    /// # Errors
    /// When something cannot be opened. The one before is none the worse for it.
    pub(super) async fn prepare(
        setup: Arc<Setup>,
        arguments: &Arguments,
        before: Option<&Present>,
        stop: CancellationToken,
    ) -> anyhow::Result<Option<Self>> {
        let Some(alone) = claim(&setup, before)? else {
            report::complain!("error: another `postduif serve` works with this database; end that one first");
            return Ok(None);
        };
        let store = setup.store().await?;
        let roles = arguments.roles.clone();
        let has = |role| roles.contains(&role);
        if has(Role::Deliver) && !arguments.as_files && setup.lacks_its_relay(&store).await? {
            return Ok(None);
        }
        let content = setup.publishing()?;
        let rules = &setup.config.web;
        let places = Places {
            public: has(Role::Web).then(|| arguments.listen.unwrap_or(rules.listen)),
            operations: rules.operations,
            bounces: setup.config.mail.bounces_listen.as_ref().filter(|_| has(Role::Deliver)),
        };
        let doors = Doors::open(places, before.map(|before| &before.kept.doors)).await?;
        // Before anything is read: what is saved meanwhile is published next.
        let watch = if has(Role::Web) { watch(&content) } else { None };
        if watch.is_some() {
            content.follow_saves();
        }
        let (workflows, found) = load_workflows(&content.root, &content.settings, setup.clock.now())?;
        tell(&setup, &found);
        let mut runner =
            Runner { content: content.clone(), delivers: has(Role::Deliver), ..setup.runner(&store, &stop).await? };
        if arguments.as_files {
            runner.worker.transport = setup.files()?;
        }
        let (tally, traffic) =
            before.map(|before| (before.kept.tally.clone(), before.kept.traffic.clone())).unwrap_or_default();
        runner.worker.tally = tally.clone();
        let ticks = match before.map(|before| before.kept.ticks.clone()) {
            Some(ticks) => ticks,
            None if has(Role::Schedule) => Some(Ticks::start().await.context("cannot keep the schedule")?),
            None => None,
        };
        let key = store.token_key(&setup.random).await?;
        let desk = Desk::new(content.clone(), store.clone(), key.clone(), setup.clock.clone(), setup.random.clone());
        let desk =
            desk.open_to(setup.config.incoming_secret()?).behind(rules.trusted_proxies.clone()).taking(rules.intake());
        let listeners = Listeners {
            public: doors.public()?,
            operations: doors.operations()?,
            tally: tally.clone(),
            traffic: traffic.clone(),
        };
        let (door, own) = (doors.bounces(), Arc::clone(&setup));
        let (is_ready, is_first) = (CancellationToken::new(), before.is_none());
        let kept = Kept {
            setup,
            doors,
            alone,
            tally,
            traffic,
            ticks: ticks.clone(),
            is_ready: is_ready.clone(),
            stop: stop.clone(),
        };
        let work = Work {
            setup: own,
            roles,
            store,
            key,
            content,
            watch,
            runner,
            ticks,
            desk,
            listeners,
            door,
            is_ready,
            stop,
            is_first,
        };
        Ok(Some(Self { kept, workflows, work }))
    }

    /// Shows what is where, and what to do next.
    pub(super) async fn greet(&self) -> anyhow::Result<()> {
        let Work { setup, roles, store, runner, listeners, door, .. } = &self.work;
        let there = There {
            roles,
            listening: listeners.public.as_ref().map(TcpListener::local_addr).transpose()?,
            operations: listeners.operations.local_addr()?,
            door: door.as_ref(),
            workflows: &self.workflows,
            to_files: matches!(runner.worker.transport, Transport::Eml(_)),
            is_new: store.issues(1).await?.is_empty(),
        };
        greet(setup, &there)
    }

    /// Begins.
    pub(super) fn begin(self) -> Present {
        let nudge = self.work.watch.as_ref().map(Watch::nudge);
        Present { kept: self.kept, nudge, work: tokio::spawn(self.work.go_on()) }
    }
}

impl Present {
    /// The configuration that it goes by.
    pub(super) fn setup(&self) -> &Setup {
        &self.kept.setup
    }

    /// Notes what is wrong in the configuration as it is written now.
    pub(super) fn note_configuration(&self, found: Option<Diagnostic>) {
        self.kept.setup.content().problems.note_configuration(found);
    }

    /// Cancelled when there is a site, and readers are answered.
    pub(super) fn is_ready(&self) -> CancellationToken {
        self.kept.is_ready.clone()
    }

    /// Asks it to begin nothing more.
    pub(super) fn stop(&self) {
        self.kept.stop.cancel();
    }

    /// A way to say that something may have changed, if it publishes.
    pub(super) fn nudge(&self) -> Option<Nudge> {
        self.nudge.clone()
    }

    /// Waits for its end: what is on the wire is finished by then.
    ///
    /// # Errors
    /// When a part of it has failed, and the others have stopped therefore.
    pub(super) async fn ended(&mut self) -> anyhow::Result<()> {
        (&mut self.work).await?
    }

    /// Closes its database, once it has ended, and lets go of what it read: the first of all is at hand until the end.
    pub(super) async fn close(&self) {
        self.kept.setup.close().await;
        self.kept.setup.content().forget();
    }
}

/// All that is done at the same time.
struct Work {
    setup: Arc<Setup>,
    roles: Vec<Role>,
    store: Store,
    key: TokenKey,
    content: Content,
    watch: Option<Watch>,
    runner: Runner,
    ticks: Option<Ticks>,
    desk: Desk,
    listeners: Listeners,
    door: Option<Door>,
    is_ready: CancellationToken,
    stop: CancellationToken,
    /// Whether none was there before it.
    is_first: bool,
}

impl Work {
    /// Goes on until somebody says stop. If a part fails, the others are asked to stop, and what is on the wire is finished.
    async fn go_on(self) -> anyhow::Result<()> {
        let Self { setup, roles, store, content, watch, runner, is_ready, stop, is_first, .. } = self;
        if content.has_site() {
            is_ready.cancel();
        }
        let has = |role| roles.contains(&role);
        let returns = take_what_comes_back(self.door, &setup, &store, &self.key, stop.clone());
        let (say_published, is_published) = oneshot::channel();
        let published = async {
            if has(Role::Web)
                && let Err(error) = publish(&setup, &content, &store, &stop).await
            {
                if is_first && !content.has_site() {
                    return Err(error);
                }
                tracing::error!(
                    error = chain_of(error.as_ref()),
                    "what is there cannot be published; the last site stays"
                );
            }
            is_ready.cancel();
            // Nobody listens any more if the schedule has failed.
            let _ = say_published.send(());
            publish_changes(content.clone(), store.clone(), &setup, watch, stop.clone()).await
        };
        let limits = Limits::within(files::as_many_as_the_system_lets_us());
        let web = web::serve(limits, self.desk, self.listeners, stop.clone());
        let schedule = async {
            // Two would bring the same catalogs in step.
            let _ = is_published.await;
            if let Some(ticks) = self.ticks {
                keep_schedule(runner.clone(), ticks, stop.clone()).await;
            }
            Ok(())
        };
        let deliver = async {
            let worker = runner.worker.clone();
            match has(Role::Deliver) {
                true => on_a_thread(async move { worker.deliver_forever().await })
                    .await?
                    .map(drop)
                    .context("cannot deliver"),
                false => Ok(()),
            }
        };
        let ((), schedule, deliver, published, ()) =
            tokio::join!(web, or_stop(schedule, &stop), or_stop(deliver, &stop), or_stop(published, &stop), returns);
        schedule.and(deliver).and(published)
    }
}

/// Makes sure that no other daemon works with the same database, if that is a file. None if one does.
fn claim(setup: &Setup, before: Option<&Present>) -> anyhow::Result<Option<Option<Arc<Presence>>>> {
    let file = setup.config.database_file();
    if let Some(before) = before {
        if before.setup().config.database_file() == file {
            return Ok(Some(before.kept.alone.clone()));
        }
        // A slip would leave all readers behind.
        if let Some(file) = file.as_ref().filter(|file| !file.exists()) {
            let message = format!("there is no database {}, and the one at work is another", file.display());
            let found = Diagnostic::error(name_of(&setup.config.file), "no-database", message);
            let found =
                found.help("correct `store.url`; where a new database is meant, stop `serve` and start it again");
            return Err(crate::config::Error::Wrong(Box::new(found)).into());
        }
    }
    let Some(file) = file else { return Ok(Some(None)) };
    let claimed = Presence::claim(&file.with_extension("workers"), DAEMON);
    let claimed = claimed.context("cannot see whether another daemon is at work")?;
    Ok(claimed.map(|alone| Some(Arc::new(alone))))
}

/// Says what is wrong: where people read the log, as commands do.
fn tell(setup: &Setup, found: &[Diagnostic]) {
    match setup.config.log {
        LogFormat::Text => report::print_diagnostics(found, &setup.config.root),
        LogFormat::Json => found.iter().for_each(log_problem),
    }
}

/// Publishes what has changed since somebody last did, and says what is wrong with it.
async fn publish(setup: &Setup, content: &Content, store: &Store, stop: &CancellationToken) -> anyhow::Result<()> {
    let synced = content.sync().await?;
    let published = publish_when_alone(setup, content, store, stop).await?;
    let mut diagnostics = [synced.diagnostics, published.diagnostics].concat();
    diagnostics.sort();
    diagnostics.dedup();
    tell(setup, &diagnostics);
    Ok(())
}

/// Where another node is at it in the same folder, that is waited for: a large archive takes minutes.
async fn publish_when_alone(
    setup: &Setup,
    content: &Content,
    store: &Store,
    stop: &CancellationToken,
) -> anyhow::Result<Published> {
    let mut tries = 0;
    loop {
        match content.publish(store, setup.clock.now()).await {
            Err(error) if error.is_transient() && tries < TRIES && !stop.is_cancelled() => {
                tracing::warn!(error = chain_of(&error), "tries again to publish");
                tries += 1;
                tokio::time::sleep(PAUSE).await;
            }
            done => return Ok(done?),
        }
    }
}

/// Eyes on what people write; without them the schedule alone publishes.
fn watch(content: &Content) -> Option<Watch> {
    let started = Watch::start(&content.root, content.settings.site.theme.logo_files());
    if let Err(error) = &started {
        tracing::warn!(error = chain_of(error), "changes cannot be watched for; the schedule publishes all the same");
    }
    started.ok()
}

async fn publish_changes(
    content: Content,
    store: Store,
    setup: &Setup,
    watch: Option<Watch>,
    stop: CancellationToken,
) -> anyhow::Result<()> {
    match watch {
        Some(watch) => keep_published(content, store, setup.clock.clone(), watch, stop).await.context("cannot publish"),
        None => Ok(()),
    }
}

/// Takes bounces from mail servers, if it is to listen for them.
async fn take_what_comes_back(
    door: Option<Door>,
    setup: &Setup,
    store: &Store,
    key: &TokenKey,
    stop: CancellationToken,
) {
    let Some(door) = door else { return };
    let sender = &setup.config.mail.sender;
    let returns = sender.bounces.clone().unwrap_or_else(|| sender.from.address.clone());
    let desk = lmtp::Desk { store: store.clone(), key: key.clone(), clock: setup.clock.clone(), returns };
    lmtp::serve(door, desk, lmtp::Limits::default(), stop).await;
}

/// Waits for a part of the daemon, and stops the others should it fail.
async fn or_stop(part: impl Future<Output = anyhow::Result<()>>, stop: &CancellationToken) -> anyhow::Result<()> {
    let ended = part.await;
    if ended.is_err() {
        stop.cancel();
    }
    ended
}
