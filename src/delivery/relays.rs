//! Several relays: which mail goes to which, and by which others if that one is away.

use std::{
    fmt,
    num::{NonZeroU32, NonZeroUsize},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Instant,
};

use super::{
    Intent, Place, Relay, SmtpPool, Timeouts,
    breaker::{Breaker, Suspicion},
    sendmail::Sendmail,
    smtp::NOT_INTERNATIONALIZED,
};
use crate::{
    mail::ComposedMail,
    outbox::{
        Outcome,
        exits::{Exit, Exits, Turns},
        throttle::{Lane, Rate},
    },
};

/// A relay, and when it is used.
#[derive(Debug, Clone)]
pub struct Route {
    /// Where mail is handed over.
    pub relay: Relay,
    /// Those with the lowest number are used while one of them can be.
    pub priority: u8,
    /// How much mail it gets, beside others of the same priority.
    pub weight: NonZeroU32,
    /// The most connections to it at a time.
    pub connections: NonZeroUsize,
    /// How fast it gets mail.
    pub rate: Option<Rate>,
}

/// The relays of a publication. Copies share their connections and what is known of their health.
#[derive(Clone)]
pub struct Relays(Arc<Inner>);

struct Inner {
    began: Instant,
    hands: Vec<Hand>,
    standing: Mutex<Standing>,
}

/// What gives mail to one relay.
struct Hand {
    route: Route,
    lane: String,
    way: Way,
}

enum Way {
    Smtp(SmtpPool),
    Program(Sendmail),
}

/// What is known of the relays while mail leaves.
#[derive(Debug, Default)]
struct Standing {
    breakers: Vec<Breaker>,
    suspicions: Vec<Suspicion>,
    /// Why one was left alone last.
    reason: Option<String>,
    turns: Turns,
}

impl Relays {
    /// Relays that are connected to when the first mail is sent.
    pub fn new(routes: Vec<Route>, timeouts: Timeouts) -> Self {
        let hand = |route: Route| {
            let way = match &route.relay.place {
                Place::Sendmail(program) => Way::Program(Sendmail::new(program.clone(), route.connections.get())),
                _ => Way::Smtp(SmtpPool::new(route.relay.clone(), route.connections, timeouts)),
            };
            Hand { lane: lane_of(&route.relay), route, way }
        };
        let hands: Vec<_> = routes.into_iter().map(hand).collect();
        let (breakers, suspicions) = (vec![Breaker::default(); hands.len()], vec![Suspicion::default(); hands.len()]);
        let standing = Standing { breakers, suspicions, ..Standing::default() };
        Self(Arc::new(Inner { began: Instant::now(), hands, standing: Mutex::new(standing) }))
    }

    /// The relays as whoever claims sees them.
    pub fn exits(&self) -> Exits {
        let exit = |Hand { route, lane, .. }: &Hand| Exit {
            lane: lane.clone(),
            rate: route.rate,
            priority: route.priority,
            weight: route.weight,
        };
        Exits::new(self.0.hands.iter().map(exit).collect())
    }

    /// Which of them are not left alone now.
    pub fn well(&self) -> Vec<bool> {
        self.0.lock().breakers.iter().map(|breaker| !breaker.is_open()).collect()
    }

    /// Sends one mail to its one recipient, by the relay at which it has a place, or the one whose turn it is. One
    /// that fails before the ledger was asked has not had the mail: then the next is tried, if that has a place for it, and
    /// so it is where one takes no address that is not ASCII, or says of reader after reader that they do not exist. What a
    /// relay says to everybody is a fault of its own.
    /// The future must be driven to its end.
    pub async fn send(&self, mail: &ComposedMail, intent: &mut Intent) -> Outcome {
        let inner = &*self.0;
        let mut tried = vec![false; inner.hands.len()];
        let mut outcome = inner.nowhere();
        let (mut unfit, mut is_unfit_alone, mut rejected) = (None, true, None);
        while let Some(at) = inner.choose(intent.relay(), &tried) {
            tried[at] = true;
            let Hand { route, lane, .. } = &inner.hands[at];
            if !intent.has_place(&Lane { name: lane, rate: route.rate }).await {
                is_unfit_alone = false;
                continue;
            }
            let sent = inner.hands[at].send(mail, intent).await;
            if intent.is_withheld() {
                return sent;
            }
            if sent.detail() == NOT_INTERNATIONALIZED {
                intent.take_back().await;
                unfit = Some(sent);
                continue;
            }
            let is_doubtful = inner.is_doubtful(at, &sent, &tried);
            outcome = inner.note(at, mail.to.domain(), sent);
            if is_doubtful && rejected.is_none() {
                intent.take_back().await;
                rejected = Some((at, outcome.clone()));
                continue;
            }
            if rejected.is_some() {
                break;
            }
            if matches!(outcome, Outcome::Rejected { .. }) {
                return inner.believe(at, outcome);
            }
            if intent.is_asked() || !matches!(outcome, Outcome::Fault { .. }) {
                return outcome;
            }
            is_unfit_alone = false;
        }
        match (rejected, unfit) {
            (Some((by, first)), _) => inner.settle(by, first, outcome),
            // Where another is away or has no place, it may be the one that takes it.
            (None, Some(rejected)) if is_unfit_alone => rejected,
            _ => outcome,
        }
    }

    /// How many mails can be on their way at a time: the backup takes no more than what it stands in for.
    pub fn max_connections(&self) -> usize {
        let hands = &self.0.hands;
        let of = |priority| hands.iter().map(|hand| &hand.route).filter(move |route| route.priority == priority);
        let at_once = |hand: &Hand| of(hand.route.priority).map(|route| route.connections.get()).sum();
        hands.iter().map(at_once).max().unwrap_or(1)
    }

    /// Asks each relay what it can, sends nothing, and says for people why one cannot be used.
    pub async fn offers(&self) -> Vec<(Relay, Result<Vec<String>, String>)> {
        let mut all = Vec::new();
        for Hand { route, way, .. } in &self.0.hands {
            let offers = match way {
                Way::Smtp(pool) => pool.offers().await,
                Way::Program(program) => program.is_there().map(|()| Vec::new()).map_err(|error| error.to_string()),
            };
            all.push((route.relay.clone(), offers));
        }
        all
    }

    /// Takes leave of all of them.
    pub(super) async fn close(&self) {
        for hand in &self.0.hands {
            if let Way::Smtp(pool) = &hand.way {
                pool.close().await;
            }
        }
    }
}

impl Hand {
    async fn send(&self, mail: &ComposedMail, intent: &mut Intent) -> Outcome {
        match &self.way {
            Way::Smtp(pool) => pool.send(mail, intent).await,
            Way::Program(program) => program.send(mail, intent).await,
        }
    }

    fn has_room(&self) -> bool {
        match &self.way {
            Way::Smtp(pool) => pool.has_room(),
            Way::Program(program) => program.has_room(),
        }
    }
}

impl Inner {
    /// Whose turn it is, of those that were not tried with this mail; `by` is the lane at which it has a place.
    fn choose(&self, by: Option<&str>, tried: &[bool]) -> Option<usize> {
        let now = self.began.elapsed();
        let Standing { breakers, suspicions, turns, .. } = &mut *self.lock();
        let untried: Vec<_> = (0..self.hands.len()).filter(|at| !tried[*at]).collect();
        let well: Vec<_> = untried.iter().copied().filter(|at| !breakers[*at].is_open()).collect();
        let priority = |at: &usize| self.hands[*at].route.priority;
        let in_use = well.iter().map(priority).min().unwrap_or(u8::MAX);
        // Whoever is left alone is asked after its pause, and at once if nobody else can be: the worker makes pauses too. But
        // one that answers, and fails everybody, is asked by one mail after each pause.
        let back = untried.iter().copied().find(|at| {
            let breaker = &mut breakers[*at];
            breaker.is_open() && priority(at) <= in_use && breaker.lets_through(now)
        });
        if back.is_some() {
            return back;
        }
        let plainly_away = || untried.iter().copied().filter(|at| !suspicions[*at].is_certain()).collect();
        let usable: Vec<_> = if well.is_empty() { plainly_away() } else { well };
        let own = usable.iter().copied().find(|at| by == Some(self.hands[*at].lane.as_str()));
        if own.is_some() {
            return own;
        }
        let first = usable.iter().map(priority).min()?;
        let mut equals: Vec<_> = usable.into_iter().filter(|at| priority(at) == first).collect();
        if equals.iter().any(|at| self.hands[*at].has_room()) {
            equals.retain(|at| self.hands[*at].has_room());
        }
        let weights: Vec<_> = equals.iter().map(|at| (*at, i64::from(self.hands[*at].route.weight.get()))).collect();
        turns.next(&weights)
    }

    /// Whether another relay is to be asked about a reader whom this one rejects.
    fn is_doubtful(&self, at: usize, outcome: &Outcome, tried: &[bool]) -> bool {
        let standing = self.lock();
        let another = (0..self.hands.len()).any(|other| !tried[other] && !standing.breakers[other].is_open());
        matches!(outcome, Outcome::Rejected { .. }) && another && !standing.suspicions[at].is_trusted()
    }

    /// What becomes of a mail that one relay has rejected, by what another says of it.
    fn settle(&self, by: usize, rejected: Outcome, other: Outcome) -> Outcome {
        match other {
            Outcome::Accepted { .. } => {
                let now = self.began.elapsed();
                let standing = &mut *self.lock();
                if standing.suspicions[by].rejects_everybody() && standing.breakers[by].fails_everybody(now) {
                    let (relay, reply) = (&self.hands[by].route.relay, rejected.detail());
                    tracing::warn!(%relay, reply, "a relay rejects whoever the mail is for, and another takes it; it is left alone for a while");
                }
                other
            }
            Outcome::Uncertain { .. } | Outcome::Deferred { .. } => other,
            Outcome::Rejected { .. } => rejected,
            Outcome::Refused { .. } | Outcome::Fault { .. } => self.believe(by, rejected),
        }
    }

    /// What a rejection is worth of which no other relay can say anything now: of one that has rejected everybody for a while
    /// nothing, as long as there are others.
    fn believe(&self, by: usize, rejected: Outcome) -> Outcome {
        let is_believed = self.hands.len() == 1 || !self.lock().suspicions[by].rejects_everybody();
        if is_believed { rejected } else { Outcome::Fault { reason: rejected.detail().to_owned() } }
    }

    /// What becomes of a mail that no relay is there for.
    fn nowhere(&self) -> Outcome {
        let reason = self.lock().reason.clone();
        Outcome::Fault { reason: reason.unwrap_or_else(|| "no relay has a place for it".to_owned()) }
    }

    /// Hears what became of a mail to a domain, and gives what that is to be taken for.
    fn note(&self, at: usize, domain: &str, outcome: Outcome) -> Outcome {
        let now = self.began.elapsed();
        let standing = &mut *self.lock();
        let fails_everybody = standing.suspicions[at].heed(domain, &outcome);
        let breaker = &mut standing.breakers[at];
        let is_new = match &outcome {
            _ if fails_everybody => breaker.fails_everybody(now),
            Outcome::Fault { .. } => breaker.failed(now),
            // It was left alone for that.
            Outcome::Rejected { .. } if breaker.is_open() && standing.suspicions[at].rejects_everybody() => {
                breaker.failed(now);
                return outcome;
            }
            _ => {
                breaker.answered();
                return outcome;
            }
        };
        let reason = outcome.detail().to_owned();
        if is_new && (fails_everybody || self.hands.len() > 1) {
            let relay = &self.hands[at].route.relay;
            tracing::warn!(%relay, reason, "a relay fails, whoever the mail is for; it is left alone for a while");
        }
        standing.reason = Some(reason.clone());
        // It may have the mail, whatever it does to others.
        if matches!(outcome, Outcome::Uncertain { .. }) { outcome } else { Outcome::Fault { reason } }
    }

    fn lock(&self) -> MutexGuard<'_, Standing> {
        self.standing.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What the database calls the lane of a relay: no domain has a name like this. Two accounts at one server have one each.
fn lane_of(relay: &Relay) -> String {
    let user = relay.login.as_ref().map(|login| format!(" as {}", login.user)).unwrap_or_default();
    format!("relay {relay}{user}").to_lowercase()
}

impl fmt::Debug for Relays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.hands.iter().map(|hand| &hand.route.relay)).finish()
    }
}
