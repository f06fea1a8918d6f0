//! `postduif serve`: the daemon.

mod files;
mod systemd;

use anyhow::Context as _;
use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;

use super::{
    Ended, Setup,
    report::{self, say},
    setup::first_digest,
};
use crate::{
    delivery::Presence,
    line::chain_of,
    lmtp::{self, Door},
    storage::Store,
    subscribers::TokenKey,
    web::{self, Desk, Limits, Listeners},
    workflows::{Content, Nudge, Trigger, Watch, keep_published, keep_schedule, load_workflows},
};

/// The name under which the daemon is present where its database is a file.
const DAEMON: &str = "serve";

/// The arguments of `serve`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Where readers come in, instead of `web.listen`
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<std::net::SocketAddr>,
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
    let content = setup.content();
    let stop = stop_on_signal();
    let listen = arguments.listen.unwrap_or(setup.config.web.listen);
    let (public, operations) = (systemd::listener(listen).await?, systemd::bind(setup.config.web.operations).await?);
    let listening = (public.local_addr()?, operations.local_addr()?);
    let door = match &setup.config.mail.bounces_listen {
        Some(place) => Some(Door::open(place).await.with_context(|| format!("cannot listen for bounces on {place}"))?),
        None => None,
    };

    // Before anything is read: what is saved meanwhile is published next.
    let watch = watch(&content);
    if let Some(watch) = &watch {
        look_again_on_hangup(watch.nudge());
    }
    let synced = content.sync().await?;
    let published = content.publish(&store, setup.clock.now()).await?;
    let mut diagnostics = [synced.diagnostics, published.diagnostics].concat();
    let (workflows, found) = load_workflows(&content.root, &content.settings, setup.clock.now())?;
    diagnostics.extend(found);
    diagnostics.sort();
    diagnostics.dedup();
    report::print_diagnostics(&diagnostics, &content.root);

    let runner = setup.runner(&store, &stop).await?;
    let listeners = Listeners { public, operations, tally: runner.worker.tally.clone() };
    greet(setup, listening, door.as_ref(), &workflows)?;
    let key = store.token_key(&setup.random).await?;
    let returns = take_what_comes_back(door, setup, &store, &key, stop.clone());
    let published = publish_changes(content.clone(), store.clone(), setup, watch, stop.clone());
    let desk = Desk::new(content, store.clone(), key.clone(), setup.clock.clone(), setup.random.clone());
    let desk = desk.open_to(setup.config.incoming_secret()?);
    let limits = Limits::within(files::as_many_as_the_system_lets_us());
    let web = async { web::serve(limits, desk, listeners, stop.clone()).await.context("cannot serve") };
    let schedule = async { keep_schedule(runner.clone(), stop.clone()).await.context("cannot keep the schedule") };
    let deliver = async { runner.worker.deliver_forever().await.map(drop).context("cannot deliver") };
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

/// SIGHUP says what saving a file says: something has changed.
fn look_again_on_hangup(nudge: Nudge) {
    tokio::spawn(async move {
        let Ok(mut hangup) = signal(SignalKind::hangup()) else { return };
        while hangup.recv().await.is_some() {
            nudge.say();
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

/// One calm screen: what is where, and what to do next.
fn greet(
    setup: &Setup,
    (listening, operations): (std::net::SocketAddr, std::net::SocketAddr),
    door: Option<&Door>,
    workflows: &[crate::workflows::Workflow],
) -> anyhow::Result<()> {
    let settings = &setup.config.settings;
    let here = std::path::absolute(setup.config.path("postduif.toml".as_ref()));
    let folder = here.as_deref().ok().and_then(|file| file.parent()).unwrap_or(&setup.config.root);
    say!("postduif {} serves {}", env!("CARGO_PKG_VERSION"), folder.display())?;
    say!("")?;
    for locale in settings.locales.iter().filter(|settings| settings.edition) {
        say!("  {:<6} http://{listening}/{}/", locale.locale.to_string(), locale.locale)?;
    }
    say!("  feeds  http://{listening}/{}/feed.xml, and so for each language", settings.site.source)?;
    say!("  health http://{operations}/health/ready")?;
    say!("  errors http://{operations}/problems")?;
    say!("")?;
    match setup.config.mail.relays.as_slice() {
        [] => say!("  No relay is configured: mail is written to {}/*.eml.", setup.config.mail.outbox.display())?,
        [route] => say!("  Mail goes to the relay {}.", route.relay)?,
        routes => {
            let relays: Vec<_> = routes.iter().map(|route| route.relay.to_string()).collect();
            say!("  Mail goes to the relays {}.", relays.join(", "))?;
        }
    }
    if let Some(door) = door {
        say!("  Bounces come in by LMTP at {}.", door.place()?)?;
    }
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
            Some(Trigger::Webhook) => say!("  {} runs when POST /hooks/{} asks for it.", workflow.name, workflow.name)?,
            None => {}
        }
    }
    if let Some(digest) = first_digest(workflows) {
        say!("  To send the first digest now, in another terminal: postduif run {}", digest.name)?;
    }
    Ok(say!("")?)
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
