//! Several relays: which mail goes to which, and by which others if that one is away.

use std::{
    fmt,
    num::{NonZeroU32, NonZeroUsize},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Instant,
};

use super::{Intent, Place, Relay, SmtpPool, Timeouts, breaker::Breaker, sendmail::Sendmail};
use crate::{mail::ComposedMail, outbox::Outcome};

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
}

/// The relays of a publication. Copies share their connections and what is known of their health.
#[derive(Clone)]
pub struct Relays(Arc<Inner>);

struct Inner {
    began: Instant,
    hands: Vec<Hand>,
    standings: Mutex<Vec<Standing>>,
}

/// What gives mail to one relay.
struct Hand {
    route: Route,
    way: Way,
}

enum Way {
    Smtp(SmtpPool),
    Program(Sendmail),
}

/// What is known of one relay while mail leaves.
#[derive(Debug, Clone, Copy, Default)]
struct Standing {
    breaker: Breaker,
    /// How much it is owed: the one that is owed most comes next.
    owed: i64,
}

impl Relays {
    /// Relays that are connected to when the first mail is sent.
    pub fn new(routes: Vec<Route>, timeouts: Timeouts) -> Self {
        let hand = |route: Route| {
            let way = match &route.relay.place {
                Place::Sendmail(program) => Way::Program(Sendmail::new(program.clone(), route.connections.get())),
                _ => Way::Smtp(SmtpPool::new(route.relay.clone(), route.connections, timeouts)),
            };
            Hand { route, way }
        };
        let hands: Vec<_> = routes.into_iter().map(hand).collect();
        let standings = Mutex::new(vec![Standing::default(); hands.len()]);
        Self(Arc::new(Inner { began: Instant::now(), hands, standings }))
    }

    /// Sends one mail to its one recipient, by the relay whose turn it is. One that fails before the ledger was
    /// asked has not had the mail: then the next is tried. The future must be driven to its end.
    pub async fn send(&self, mail: &ComposedMail, intent: &mut Intent) -> Outcome {
        let inner = &*self.0;
        let mut tried = vec![false; inner.hands.len()];
        let mut outcome = Outcome::Fault { reason: "there is no relay".to_owned() };
        while let Some(at) = inner.choose(&tried) {
            tried[at] = true;
            outcome = inner.hands[at].send(mail, intent).await;
            if intent.is_withheld() {
                return outcome;
            }
            inner.note(at, &outcome);
            if intent.is_asked() || !matches!(outcome, Outcome::Fault { .. }) {
                return outcome;
            }
        }
        outcome
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
        for Hand { route, way } in &self.0.hands {
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
    /// Whose turn it is, of those that were not tried with this mail.
    fn choose(&self, tried: &[bool]) -> Option<usize> {
        let now = self.began.elapsed();
        let mut standings = self.lock();
        let untried: Vec<_> = (0..self.hands.len()).filter(|at| !tried[*at]).collect();
        let well: Vec<_> = untried.iter().copied().filter(|at| !standings[*at].breaker.is_open()).collect();
        let priority = |at: &usize| self.hands[*at].route.priority;
        let in_use = well.iter().map(priority).min().unwrap_or(u8::MAX);
        // Whoever is left alone is asked after its pause, and at once if nobody else can be: the worker makes pauses too.
        let back = untried.iter().copied().find(|at| {
            let breaker = &mut standings[*at].breaker;
            breaker.is_open() && priority(at) <= in_use && breaker.lets_through(now)
        });
        if back.is_some() {
            return back;
        }
        let usable = if well.is_empty() { untried } else { well };
        let first = usable.iter().map(priority).min()?;
        let mut equals: Vec<_> = usable.into_iter().filter(|at| priority(at) == first).collect();
        if equals.iter().any(|at| self.hands[*at].has_room()) {
            equals.retain(|at| self.hands[*at].has_room());
        }
        let weights: Vec<_> = equals.iter().map(|at| (*at, i64::from(self.hands[*at].route.weight.get()))).collect();
        next_in_turn(&mut standings, &weights)
    }

    /// Hears what became of a mail.
    fn note(&self, at: usize, outcome: &Outcome) {
        let now = self.began.elapsed();
        let breaker = &mut self.lock()[at].breaker;
        let Outcome::Fault { reason } = outcome else { return breaker.answered() };
        if breaker.failed(now) && self.hands.len() > 1 {
            tracing::warn!(relay = %self.hands[at].route.relay, reason, "a relay fails; others take its mail");
        }
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Standing>> {
        self.standings.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Each is given its weight, and the one that is owed most comes next and pays for all: so turns are spread evenly,
/// and one that was away is owed nothing for that time.
fn next_in_turn(standings: &mut [Standing], weights: &[(usize, i64)]) -> Option<usize> {
    for (at, weight) in weights {
        standings[*at].owed += weight;
    }
    let (chosen, _) = *weights.iter().max_by_key(|(at, _)| (standings[*at].owed, std::cmp::Reverse(*at)))?;
    standings[chosen].owed -= weights.iter().map(|(_, weight)| weight).sum::<i64>();
    Some(chosen)
}

impl fmt::Debug for Relays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.hands.iter().map(|hand| &hand.route.relay)).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turns_are_spread_by_weight_and_nobody_catches_up() {
        let mut standings = vec![Standing::default(); 3];
        let mut turns = |weights: &[(usize, i64)], count: usize| -> String {
            let turn = |_| next_in_turn(&mut standings, weights).unwrap().to_string();
            (0..count).map(turn).collect()
        };
        assert_eq!(turns(&[(0, 3), (1, 1)], 8), "00100010");
        assert_eq!(turns(&[(2, 1)], 3), "222", "the others are away");
        assert_eq!(turns(&[(0, 1), (1, 1), (2, 1)], 6), "012012");
    }
}
