//! Where readers, operators and mail servers come in. What one configuration has opened stays open for the next: whoever
//! comes in between waits a moment, and is not sent away.

use std::net::{self, SocketAddr};

use anyhow::Context as _;
use tokio::net::TcpListener;

use super::systemd;
use crate::lmtp::{Door, Place};

/// Where somebody is to come in, as the configuration says it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Places<'a> {
    /// Readers, if they are answered.
    pub(super) public: Option<SocketAddr>,
    pub(super) operations: SocketAddr,
    /// Mail servers with what comes back, if it is listened for.
    pub(super) bounces: Option<&'a Place>,
}

/// All that is open.
pub(super) struct Doors {
    public: Option<Open>,
    operations: Open,
    bounces: Option<(Place, Door)>,
}

/// A socket, and the address that was asked for.
struct Open {
    asked: SocketAddr,
    socket: net::TcpListener,
}

impl Doors {
    /// Opens what is not open `before`.
    pub(super) async fn open(places: Places<'_>, before: Option<&Self>) -> anyhow::Result<Self> {
        let own = |asked| systemd::bind(asked);
        let public = places.public.map(|asked| {
            let open = before.and_then(|before| before.public.as_ref());
            Open::at(asked, open, systemd::listener).context("readers cannot come in: `web.listen` says where")
        });
        let operations = Open::at(places.operations, before.map(|before| &before.operations), own)
            .context("operators cannot come in: `web.operations` says where")?;
        let bounces = match places.bounces {
            Some(place) => Some((place.clone(), door(place, before).await?)),
            None => None,
        };
        Ok(Self { public: public.transpose()?, operations, bounces })
    }

    /// For readers.
    pub(super) fn public(&self) -> anyhow::Result<Option<TcpListener>> {
        self.public.as_ref().map(Open::listener).transpose()
    }

    /// For operators.
    pub(super) fn operations(&self) -> anyhow::Result<TcpListener> {
        self.operations.listener()
    }

    /// For mail servers.
    pub(super) fn bounces(&self) -> Option<Door> {
        self.bounces.as_ref().map(|(_, door)| door.clone())
    }
}

impl Open {
    fn at(
        asked: SocketAddr,
        before: Option<&Self>,
        open: impl FnOnce(SocketAddr) -> anyhow::Result<TcpListener>,
    ) -> anyhow::Result<Self> {
        let socket = match before.filter(|before| before.asked == asked) {
            Some(before) => before.socket.try_clone()?,
            None => open(asked)?.into_std()?,
        };
        Ok(Self { asked, socket })
    }

    fn listener(&self) -> anyhow::Result<TcpListener> {
        Ok(TcpListener::from_std(self.socket.try_clone()?)?)
    }
}

async fn door(place: &Place, before: Option<&Doors>) -> anyhow::Result<Door> {
    if let Some((open, door)) = before.and_then(|before| before.bounces.as_ref())
        && open == place
    {
        return Ok(door.clone());
    }
    Door::open(place).await.with_context(|| format!("cannot listen for bounces on {place}"))
}
