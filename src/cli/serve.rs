//! `postduif serve`: the daemon.

mod files;
mod greeting;
mod systemd;

use std::time::Duration;

use anyhow::Context as _;
use tokio::{
    net::TcpListener,
    signal::unix::{Signal, SignalKind, signal},
    sync::oneshot,
};
use tokio_util::sync::CancellationToken;

use self::greeting::{There, greet};
use super::{Ended, Setup, on_a_thread, report};
use crate::{
    delivery::{Presence, Transport},
    line::chain_of,
    lmtp::{self, Door},
    storage::Store,
    subscribers::TokenKey,
    web::{self, Desk, Limits, Listeners},
    workflows::{Content, Nudge, Published, Runner, Watch, keep_published, keep_schedule, load_workflows},
};

/// The name under which the daemon is present where its database is a file.
pub(super) const DAEMON: &str = "serve";

/// How often somebody who publishes at the same time is waited for, and how long each time.
const TRIES: u32 = 300;
const PAUSE: Duration = Duration::from_secs(1);

/// The arguments of `serve`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Where readers come in, instead of `web.listen`
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<std::net::SocketAddr>,
    /// What this node does, where others work with the same database: each has a site of its own to serve
    #[arg(long, value_name = "ROLE", value_delimiter = ',', default_values = ["web", "schedule", "deliver"])]
    roles: Vec<Role>,
    /// Write mail to files, though a relay takes it else: it counts as sent, and nobody gets it
    #[arg(long)]
    as_files: bool,
}

/// A part of the daemon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Role {
    /// Publish what is saved, and answer readers
    Web,
    /// Keep the schedule
    Schedule,
    /// Send mail, and take what comes back
    Deliver,
}

pub(super) async fn run(setup: &Setup, arguments: &Arguments) -> anyhow::Result<Ended> {
    // Two would write the same site; where the database is a server, others may well be meant to.
    let file = setup.config.database_file();
    let alone = file.map(|file| Presence::claim(&file.with_extension("workers"), DAEMON)).transpose();
    let alone = alone.context("cannot see whether another daemon is at work")?;
    if matches!(alone, Some(None)) {
        report::complain!("error: another `postduif serve` works with this database; end that one first");
        return Ok(Ended::ToFix);
    }
    let store = setup.store().await?;
    let has = |role| arguments.roles.contains(&role);
    if has(Role::Deliver) && !arguments.as_files && setup.lacks_its_relay(&store).await? {
        return Ok(Ended::ToFix);
    }
    let content = setup.publishing()?;
    let stop = stop_on_signal();
    // From here on it ends nobody, whatever this node does.
    let hangup = signal(SignalKind::hangup()).context("cannot hear SIGHUP")?;
    let listen = arguments.listen.unwrap_or(setup.config.web.listen);
    let public = if has(Role::Web) { Some(systemd::listener(listen)?) } else { None };
    let operations = systemd::bind(setup.config.web.operations)?;
    let door = match setup.config.mail.bounces_listen.as_ref().filter(|_| has(Role::Deliver)) {
        Some(place) => Some(Door::open(place).await.with_context(|| format!("cannot listen for bounces on {place}"))?),
        None => None,
    };

    // Before anything is read: what is saved meanwhile is published next.
    let watch = if has(Role::Web) { watch(&content) } else { None };
    look_again_on_hangup(hangup, watch.as_ref().map(Watch::nudge));
    let (workflows, found) = load_workflows(&content.root, &content.settings, setup.clock.now())?;
    report::print_diagnostics(&found, &content.root);
    // The last good site is there for readers while the next is made; a new publication has none.
    let has_site = content.has_site() || !has(Role::Web);
    if !has_site {
        publish(setup, &content, &store, &stop).await?;
    }

    let mut runner =
        Runner { content: content.clone(), delivers: has(Role::Deliver), ..setup.runner(&store, &stop).await? };
    if arguments.as_files {
        runner.worker.transport = setup.files()?;
    }
    let there = There {
        to_files: matches!(runner.worker.transport, Transport::Eml(_)),
        is_new: store.issues(1).await?.is_empty(),
        roles: &arguments.roles,
        listening: public.as_ref().map(TcpListener::local_addr).transpose()?,
        operations: operations.local_addr()?,
        door: door.as_ref(),
        workflows: &workflows,
    };
    greet(setup, &there)?;
    let listeners = Listeners { public, operations, tally: runner.worker.tally.clone() };
    let key = store.token_key(&setup.random).await?;
    let returns = take_what_comes_back(door, setup, &store, &key, stop.clone());
    let (say_published, is_published) = oneshot::channel();
    let published = async {
        if has_site && has(Role::Web) {
            publish(setup, &content, &store, &stop).await?;
        }
        // Nobody listens any more if the schedule has failed.
        let _ = say_published.send(());
        publish_changes(content.clone(), store.clone(), setup, watch, stop.clone()).await
    };
    let desk = Desk::new(content.clone(), store.clone(), key.clone(), setup.clock.clone(), setup.random.clone());
    let rules = &setup.config.web;
    let desk =
        desk.open_to(setup.config.incoming_secret()?).behind(rules.trusted_proxies.clone()).taking(rules.intake());
    let limits = Limits::within(files::as_many_as_the_system_lets_us());
    let web = async { web::serve(limits, desk, listeners, stop.clone()).await.context("cannot serve") };
    let schedule = async {
        if !has(Role::Schedule) {
            return Ok(());
        }
        // Two would bring the same catalogs in step.
        let _ = is_published.await;
        keep_schedule(runner.clone(), stop.clone()).await.context("cannot keep the schedule")
    };
    let deliver = async {
        let worker = runner.worker.clone();
        match has(Role::Deliver) {
            true => {
                on_a_thread(async move { worker.deliver_forever().await }).await?.map(drop).context("cannot deliver")
            }
            false => Ok(()),
        }
    };
    let told = tokio::spawn(systemd::keep_told(stop.clone()));
    // If one of them fails, the others are asked to stop, and what is on the wire is finished.
    let (web, schedule, deliver, published, ()) = tokio::join!(
        or_stop(web, &stop),
        or_stop(schedule, &stop),
        or_stop(deliver, &stop),
        or_stop(published, &stop),
        returns
    );
    stop.cancel();
    told.await?;
    web.and(schedule).and(deliver).and(published)?;
    tracing::info!("stopped; nothing is left on the wire");
    Ok(Ended::Fine)
}

/// Publishes what has changed since somebody last did, and says what is wrong with it.
async fn publish(setup: &Setup, content: &Content, store: &Store, stop: &CancellationToken) -> anyhow::Result<()> {
    let synced = content.sync().await?;
    let published = publish_when_alone(setup, content, store, stop).await?;
    let mut diagnostics = [synced.diagnostics, published.diagnostics].concat();
    diagnostics.sort();
    diagnostics.dedup();
    report::print_diagnostics(&diagnostics, &content.root);
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

/// SIGHUP says what saving a file says: something has changed. Who publishes nothing reads workflows at each look anyway.
fn look_again_on_hangup(mut hangup: Signal, nudge: Option<Nudge>) {
    tokio::spawn(async move {
        while hangup.recv().await.is_some() {
            match &nudge {
                Some(nudge) => nudge.say(),
                None => tracing::info!("SIGHUP: there is nothing to publish here; workflows are read all the time"),
            }
        }
    });
}

/// Eyes on what people write; without them the schedule alone publishes.
fn watch(content: &Content) -> Option<Watch> {
    let started = Watch::start(&content.root);
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

/// A token that is cancelled by SIGTERM or Ctrl-C: what is on the wire is then finished. A second
/// Ctrl-C does what it always does.
pub(super) fn stop_on_signal() -> CancellationToken {
    let stop = CancellationToken::new();
    let cancelled = stop.clone();
    tokio::spawn(async move {
        let (Ok(mut terminate), Ok(mut interrupt)) = (signal(SignalKind::terminate()), signal(SignalKind::interrupt()))
        else {
            return;
        };
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        cancelled.cancel();
    });
    stop
}
