//! SMTP (RFC 5321): a pool of connections to one relay.
//!
//! lettre speaks the commands; this room owns what decides over loss and duplicates:
//! a connection with which anything went wrong is never used again, each phase has its
//! time, and only a 2xx after the final dot is acceptance.

mod dial;
mod stream;
mod transaction;

use std::{
    fmt,
    num::NonZeroUsize,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};

use rustls::ClientConfig;
use tokio::sync::{Semaphore, SemaphorePermit};

pub(super) use self::{dial::CREDENTIALS_REFUSED, transaction::NOT_INTERNATIONALIZED};
use self::{
    dial::{dial, system_tls},
    transaction::{Connection, Ended},
};
use super::{Intent, Relay, Security};
use crate::{mail::ComposedMail, outbox::Outcome};

/// Mails over one connection: many relays close after a hundred.
const MAILS_PER_CONNECTION: u32 = 100;

/// A connection that was idle for longer may have been forgotten by a firewall.
const LONGEST_IDLE: Duration = Duration::from_secs(30);

/// How long a relay may take; the defaults are those of RFC 5321 section 4.5.3.2.
/// Shorter ones make duplicates: the relay may have taken a mail that is then sent again.
#[derive(Debug, Clone, Copy)]
pub struct Timeouts {
    /// To accept a TCP connection.
    pub connect: Duration,
    /// To agree on TLS, and again to greet.
    pub greeting: Duration,
    /// To answer MAIL, RCPT and the like.
    pub command: Duration,
    /// To answer DATA. With the next it must stay below the ledger's lease for a mail on
    /// the wire ([`WIRE_LEASE`](crate::outbox::WIRE_LEASE)).
    pub data: Duration,
    /// To read the mail and to answer its final dot.
    pub content: Duration,
    /// To keep a connection: an older one ends after its mail, as a name may lead to another machine by now, and a certificate
    /// have come to its end.
    pub life: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(30),
            greeting: Duration::from_secs(300),
            command: Duration::from_secs(300),
            data: Duration::from_secs(120),
            content: Duration::from_secs(600),
            life: Duration::from_mins(5),
        }
    }
}

impl Timeouts {
    /// For a relay that may take no longer. The answer to the final dot keeps its time: who does not wait for it sends the
    /// mail twice.
    fn of(self, relay: &Relay) -> Self {
        let Some(most) = relay.timeout else { return self };
        let Self { connect, greeting, command, data, content, life } = self;
        Self {
            connect: connect.min(most),
            greeting: greeting.min(most),
            command: command.min(most),
            data: data.min(most),
            content,
            life,
        }
    }
}

/// Connections to one relay, at most a fixed number of them. Copies share the pool.
#[derive(Clone)]
pub struct SmtpPool(Arc<Inner>);

struct Inner {
    relay: Relay,
    tls: Option<Arc<ClientConfig>>,
    timeouts: Timeouts,
    max_connections: usize,
    /// One for each connection that may be in use.
    permits: Semaphore,
    /// Permits taken away because the relay takes fewer connections than we would open.
    withheld: AtomicUsize,
    /// Connections that are open, in use or idle.
    open: AtomicUsize,
    idle: Mutex<Vec<Connection>>,
    /// Whether it takes the parameters for reports, as it may offer.
    reports: AtomicBool,
}

impl SmtpPool {
    /// A pool that connects when the first mail is sent. TLS trusts the machine's
    /// certificate authorities.
    pub fn new(relay: Relay, max_connections: NonZeroUsize, timeouts: Timeouts) -> Self {
        let tls = (relay.security != Security::Plain).then(system_tls);
        Self::with_tls(relay, max_connections, timeouts, tls)
    }

    /// A pool with its own idea of whom TLS trusts.
    pub fn with_tls(
        relay: Relay,
        max_connections: NonZeroUsize,
        timeouts: Timeouts,
        tls: Option<Arc<ClientConfig>>,
    ) -> Self {
        Self(Arc::new(Inner {
            timeouts: timeouts.of(&relay),
            reports: AtomicBool::new(true),
            relay,
            tls,
            max_connections: max_connections.get(),
            permits: Semaphore::new(max_connections.get()),
            withheld: AtomicUsize::new(0),
            open: AtomicUsize::new(0),
            idle: Mutex::default(),
        }))
    }

    /// The most connections it opens.
    pub fn max_connections(&self) -> usize {
        self.0.max_connections
    }

    /// Whether a connection can be had without waiting for another mail.
    pub(super) fn has_room(&self) -> bool {
        self.0.permits.available_permits() > 0
    }

    /// Sends one mail to its one recipient. The future must be driven to its end.
    pub async fn send(&self, mail: &ComposedMail, intent: &mut Intent) -> Outcome {
        let pool = &*self.0;
        loop {
            let permit = tokio::select! {
                permit = pool.permits.acquire() => permit,
                () = intent.stopped() => return stopped(),
            };
            let Ok(permit) = permit else {
                return Outcome::Fault { reason: "the pool is closed".to_owned() };
            };
            if let Some(mut connection) = pool.take_idle() {
                let ended = connection.send(mail, intent, &pool.timeouts).await;
                if !ended.worth_a_new_connection {
                    return pool.put_back(connection, ended).await;
                }
                pool.discard(connection);
            }
            let dialed = tokio::select! {
                dialed = dial(&pool.relay, pool.tls.as_ref(), &pool.timeouts) => dialed,
                () = intent.stopped() => return stopped(),
            };
            let reports = pool.reports.load(Ordering::Relaxed);
            let mut connection = match dialed {
                Ok(dialed) => Connection::new(dialed, reports),
                Err(_) if pool.make_do_with_less(permit) => continue,
                Err(error) => {
                    return Outcome::Fault { reason: error.to_string() };
                }
            };
            pool.open.fetch_add(1, Ordering::Relaxed);
            let ended = connection.send(mail, intent, &pool.timeouts).await;
            if ended.cannot_report && reports {
                pool.reports.store(false, Ordering::Relaxed);
                pool.discard(connection);
                continue;
            }
            return pool.put_back(connection, ended).await;
        }
    }

    /// Opens a dialog and gives what the relay says it can; sends nothing.
    ///
    /// # Errors
    /// When there is no dialog: why not, for people.
    pub async fn offers(&self) -> Result<Vec<String>, String> {
        let pool = &*self.0;
        let dialed = dial(&pool.relay, pool.tls.as_ref(), &pool.timeouts).await.map_err(|error| error.to_string())?;
        let offers = dialed.offers.clone();
        Connection::new(dialed, false).quit().await;
        Ok(offers)
    }

    /// Takes leave of the relay on all idle connections, and forgets how many it took.
    pub async fn close(&self) {
        let idle = std::mem::take(&mut *self.0.lock_idle());
        for connection in idle {
            self.0.open.fetch_sub(1, Ordering::Relaxed);
            connection.quit().await;
        }
        self.0.permits.add_permits(self.0.withheld.swap(0, Ordering::Relaxed));
    }
}

/// A mail that was not on the wire yet when its sender was to stop.
fn stopped() -> Outcome {
    Outcome::Fault { reason: "stopped before it was sent".to_owned() }
}

impl Inner {
    /// The connection used last that is still good.
    fn take_idle(&self) -> Option<Connection> {
        let mut idle = self.lock_idle();
        let before = idle.len();
        idle.retain(|connection| connection.idle_since.elapsed() < LONGEST_IDLE);
        self.open.fetch_sub(before - idle.len(), Ordering::Relaxed);
        idle.pop()
    }

    async fn put_back(&self, mut connection: Connection, ended: Ended) -> Outcome {
        if !ended.reusable {
            self.discard(connection);
        } else if connection.used >= MAILS_PER_CONNECTION || connection.since.elapsed() >= self.timeouts.life {
            self.open.fetch_sub(1, Ordering::Relaxed);
            connection.quit().await;
        } else {
            connection.idle_since = tokio::time::Instant::now();
            self.lock_idle().push(connection);
        }
        ended.outcome
    }

    fn discard(&self, connection: Connection) {
        self.open.fetch_sub(1, Ordering::Relaxed);
        drop(connection);
    }

    /// The relay refused one more connection while it keeps others: then those are what
    /// it takes, and this mail waits for one of them. One permit always stays.
    fn make_do_with_less(&self, permit: SemaphorePermit<'_>) -> bool {
        let one_less = |withheld| (withheld + 1 < self.max_connections).then_some(withheld + 1);
        let fewer = self.open.load(Ordering::Relaxed) > 0
            && self.withheld.fetch_update(Ordering::Relaxed, Ordering::Relaxed, one_less).is_ok();
        if fewer {
            permit.forget();
        }
        fewer
    }

    fn lock_idle(&self) -> MutexGuard<'_, Vec<Connection>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for SmtpPool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SmtpPool({})", self.0.relay)
    }
}
