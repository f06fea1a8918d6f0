//! What a service manager gives and is told, as systemd does it: the socket it has opened, that the program is
//! ready, that it is alive, and that it stops (`sd_listen_fds(3)`, `sd_notify(3)`). Without one all of it does nothing.

use std::{net::SocketAddr, time::Duration};

use anyhow::Context as _;
use listenfd::ListenFd;
use sd_notify::NotifyState;
use tokio::net::{TcpListener, TcpSocket};
use tokio_util::sync::CancellationToken;

use crate::line::chain_of;

/// So many readers may wait to be let in, or as many as the system lets: one more would try again only after a second.
const QUEUE: u32 = 4096;

/// The socket that the service manager has opened for readers, else one of our own at an address.
pub(super) fn listener(address: SocketAddr) -> anyhow::Result<TcpListener> {
    let given = ListenFd::from_env().take_tcp_listener(0).context("what the service manager gives is no TCP socket")?;
    let Some(given) = given else { return bind(address) };
    given.set_nonblocking(true)?;
    Ok(TcpListener::from_std(given)?)
}

/// A socket at an address.
pub(super) fn bind(address: SocketAddr) -> anyhow::Result<TcpListener> {
    let open = || {
        let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }?;
        // A daemon that is started again need not wait for the last connections of the one before.
        socket.set_reuseaddr(true)?;
        socket.bind(address)?;
        socket.listen(QUEUE)
    };
    open().with_context(|| format!("cannot listen on {address}"))
}

/// Says, once it is so, that readers are answered and the schedule is kept, and from then on that the program is alive, twice
/// as often as the service manager wants to hear it. Once `stop` says so: that it stops, which may take as
/// long as what is on the wire.
pub(super) async fn keep_told(is_ready: CancellationToken, stop: CancellationToken) {
    tokio::select! {
        () = is_ready.cancelled() => tell(NotifyState::Ready),
        () = stop.cancelled() => {}
    }
    let every = sd_notify::watchdog_enabled().map(|most| most / 2);
    while !stop.is_cancelled() {
        tokio::select! {
            () = stop.cancelled() => {}
            () = pause(every) => tell(NotifyState::Watchdog),
        }
    }
    tell(NotifyState::Stopping);
}

async fn pause(every: Option<Duration>) {
    match every {
        Some(every) => tokio::time::sleep(every).await,
        None => std::future::pending().await,
    }
}

fn tell(state: NotifyState<'_>) {
    if let Err(error) = sd_notify::notify(&[state]) {
        tracing::warn!(error = chain_of(&error), "the service manager cannot be told");
    }
}
