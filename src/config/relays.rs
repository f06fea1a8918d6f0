//! `mail.relay` and `mail.relays`: where mail is handed over.

use std::num::{NonZeroU32, NonZeroUsize};

use serde::Deserialize;

use super::written::Remark;
use crate::{
    delivery::{Relay, Route},
    outbox::throttle::Rate,
};

/// One of several relays, as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenRelay {
    url: Relay,
    #[serde(default = "first")]
    priority: u8,
    #[serde(default = "one")]
    weight: NonZeroU32,
    connections: Option<NonZeroUsize>,
    rate: Option<Rate>,
}

fn first() -> u8 {
    1
}

fn one() -> NonZeroU32 {
    NonZeroU32::MIN
}

/// The relays, whichever way they are written.
pub(super) fn routes(
    relay: Option<Relay>,
    relays: Vec<WrittenRelay>,
    connections: NonZeroUsize,
) -> Result<Vec<Route>, Remark> {
    if relay.is_some() && !relays.is_empty() {
        let message = "`mail.relay` is for one relay, and there is `mail.relays` too";
        return Err(Remark::new(&["mail", "relay"], message, "write that relay into `mail.relays`, or take one out"));
    }
    let alone = relay.map(|url| WrittenRelay { url, priority: first(), weight: one(), connections: None, rate: None });
    let route = |written: WrittenRelay| Route {
        relay: written.url,
        priority: written.priority,
        weight: written.weight,
        connections: written.connections.unwrap_or(connections),
        rate: written.rate,
    };
    Ok(alone.into_iter().chain(relays).map(route).collect())
}
