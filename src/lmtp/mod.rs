//! Mail that comes back, taken from a mail server by LMTP (RFC 2033): on an address or a socket of this machine.
//!
//! A mail server is told that a mail was taken only after what it says is committed. It may ask
//! anything of us as often as it likes: nothing here costs more than it says in its [limits](Limits).

mod command;
mod door;
mod session;

pub use door::{Door, NotADoor, Place};

use std::{sync::Arc, time::Duration};

use tokio::{
    io::{AsyncRead, AsyncWrite},
    sync::Semaphore,
    time::sleep,
};
use tokio_util::sync::CancellationToken;

use self::session::Session;
use crate::{bounces::MOST_BYTES, clock::Clock, mail::Address, storage::Store, subscribers::TokenKey};

/// How long to wait when the system gives no connection.
const PAUSE: Duration = Duration::from_millis(100);

/// What whoever hands mail over may take.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// The most connections at a time; Postfix opens twenty to one place.
    pub connections: usize,
    /// How long a line may take to come (RFC 5321 section 4.5.3.2.7).
    pub silence: Duration,
    /// The longest line that is no part of a mail.
    pub line_bytes: usize,
    /// What is kept of a mail: its words and the head of what came back.
    pub kept_bytes: usize,
    /// The longest mail; nothing that we sent comes near.
    pub mail_bytes: usize,
    /// The most recipients of a mail; a bounce has one.
    pub recipients: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 32,
            silence: Duration::from_secs(300),
            line_bytes: 4 * 1024,
            kept_bytes: MOST_BYTES,
            mail_bytes: 64 * 1024 * 1024,
            recipients: 100,
        }
    }
}

/// Who takes mail that comes back, and writes down what it says.
#[derive(Debug, Clone)]
pub struct Desk {
    /// Where that is written.
    pub store: Store,
    /// What the names of deliveries are proved with.
    pub key: TokenKey,
    /// When it is.
    pub clock: Clock,
    /// Where our mail comes back to, and nobody else's.
    pub returns: Address,
}

/// Takes mail until `stop` says so. What was not answered for by then comes again.
pub async fn serve(door: Door, desk: Desk, limits: Limits, stop: CancellationToken) {
    let room = Arc::new(Semaphore::new(limits.connections));
    loop {
        // The semaphore is never closed.
        let Ok(place) = Arc::clone(&room).acquire_owned().await else { return };
        let accepted = tokio::select! {
            () = stop.cancelled() => return,
            accepted = door.accept() => accepted,
        };
        let Ok(stream) = accepted else {
            sleep(PAUSE).await;
            continue;
        };
        let (desk, stop) = (desk.clone(), stop.clone());
        tokio::spawn(async move {
            attend(stream, desk, limits, stop).await;
            drop(place);
        });
    }
}

async fn attend(stream: impl AsyncRead + AsyncWrite + Unpin, desk: Desk, limits: Limits, stop: CancellationToken) {
    let mut session = Session::new(stream, desk, limits);
    tokio::select! {
        () = stop.cancelled() => session.take_leave().await,
        // Whoever hangs up comes again with what we did not take.
        ended = session.run() => drop(ended),
    }
}
