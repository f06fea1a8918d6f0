//! The states of a delivery, and which event leads from which to which.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use super::Outcome;

/// A delivery's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DeliveryId(pub i64);

/// An issue's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct IssueId(pub i64);

impl fmt::Display for DeliveryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for IssueId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Where a delivery is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// It waits for a worker.
    Planned,
    /// A worker has it, under a lease.
    Claimed,
    /// The relay wanted it later; it waits for its next attempt.
    Deferred,
    /// The relay took it.
    Accepted,
    /// The relay will not take it, or has not in three days.
    Rejected,
    /// Its subscriber gets no mail of this issue, for a reason that is kept.
    Excluded,
    /// It may have arrived: it waits to be sent again, or is held.
    Uncertain,
    /// It was still waiting when the next issue took its posts along.
    Superseded,
    /// An editor stopped it.
    Cancelled,
}

/// The text names no state.
#[derive(Debug, thiserror::Error)]
#[error("{0:?} is no state of a delivery")]
pub struct NotAState(String);

impl State {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Planned,
        Self::Claimed,
        Self::Deferred,
        Self::Accepted,
        Self::Rejected,
        Self::Excluded,
        Self::Uncertain,
        Self::Superseded,
        Self::Cancelled,
    ];

    /// The word in the database and in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Claimed => "claimed",
            Self::Deferred => "deferred",
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
            Self::Excluded => "excluded",
            Self::Uncertain => "uncertain",
            Self::Superseded => "superseded",
            Self::Cancelled => "cancelled",
        }
    }
}

impl FromStr for State {
    type Err = NotAState;

    fn from_str(text: &str) -> Result<Self, NotAState> {
        Self::ALL.into_iter().find(|state| state.as_str() == text).ok_or_else(|| NotAState(text.to_owned()))
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A mail whose answer is lost so often is held, whatever the publication decides: a relay that takes mails and never says
/// so would give its readers one after each pause, for three days.
const MOST_IN_DOUBT: u32 = 3;

/// What to do with a mail that may have arrived, as the publication decides.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Uncertainty {
    /// Send it again, with the same Message-ID: perhaps twice, never not at all.
    #[default]
    Resend,
    /// Keep it: perhaps not at all, never twice.
    Hold,
}

/// What the rules need to know about a delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Where it is.
    pub state: State,
    /// Whether the running attempt may have sent the last byte.
    pub on_wire: bool,
    /// Attempts that came to an end.
    pub attempts: u32,
    /// Whether an earlier attempt may have arrived.
    pub in_doubt: bool,
}

/// What may happen to a delivery that somebody has, or had, claimed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event<'a> {
    /// A worker takes it.
    Claimed,
    /// The worker that had it has not been heard of in time.
    LeaseExpired,
    /// The worker says what became of it.
    Reported(&'a Outcome),
    /// A person lets it be tried again from the beginning.
    Retried,
}

/// When a delivery is to be claimed next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// Not any more: it is settled, or a worker has it.
    Never,
    /// At once.
    Now,
    /// When the relay has had time to recover.
    AfterFault,
    /// When those who refuse our mail may have changed their mind; if that takes three days, the delivery
    /// [gives up](Next::give_up).
    AfterRefusal,
    /// When the [backoff](super::retry::next_attempt) says so; if that says never,
    /// the delivery [gives up](Next::give_up).
    AfterBackoff,
}

/// What an event leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Next {
    /// Where the delivery is now.
    pub state: State,
    /// When it is due again.
    pub due: Due,
    /// Whether an attempt came to its end.
    pub attempt_ended: bool,
    /// Whether its posts now count as received.
    pub served: bool,
}

/// The event cannot happen in this state: a late report about something settled.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("a delivery that is {0} cannot go on from there")]
pub struct Illegal(pub State);

impl Progress {
    /// What an event leads to: the whole state machine of sending.
    ///
    /// # Errors
    /// When the event comes too late to change anything.
    pub fn step(self, event: Event<'_>, policy: Uncertainty) -> Result<Next, Illegal> {
        use State::{Accepted, Claimed, Deferred, Planned, Rejected, Uncertain};
        match (self.state, event) {
            (Planned | Deferred | Uncertain, Event::Claimed) => Ok(Next::resting(Claimed, Due::Never)),
            // Whoever was killed sends again: it is the answers that are lost again and again that mean something.
            (Claimed, Event::LeaseExpired) if self.on_wire => Ok(in_doubt(policy, Due::Now)),
            (Claimed, Event::LeaseExpired) => Ok(Next::resting(self.as_before(), Due::Now)),
            (Claimed | Uncertain, Event::Reported(Outcome::Accepted { .. })) => Ok(Next::settled(Accepted, true)),
            (Claimed, Event::Reported(outcome)) => Ok(match outcome {
                Outcome::Accepted { .. } => Next::settled(Accepted, true),
                Outcome::Rejected { .. } => Next::settled(Rejected, self.in_doubt),
                Outcome::Uncertain { .. } if self.in_doubt && self.attempts + 1 >= MOST_IN_DOUBT => {
                    in_doubt(Uncertainty::Hold, Due::Never)
                }
                Outcome::Uncertain { .. } => in_doubt(policy, Due::AfterBackoff),
                Outcome::Deferred { .. } => Next {
                    state: if self.in_doubt { Uncertain } else { Deferred },
                    due: Due::AfterBackoff,
                    attempt_ended: true,
                    served: false,
                },
                Outcome::Refused { .. } => Next::resting(self.as_before(), Due::AfterRefusal),
                Outcome::Fault { .. } => Next::resting(self.as_before(), Due::AfterFault),
            }),
            // One that may have arrived counts as received.
            (Rejected, Event::Retried) if !self.in_doubt => Ok(Next::resting(Planned, Due::Now)),
            // Where it was held: a person says that twice is better than not at all.
            (Uncertain, Event::Retried) => Ok(Next::resting(Uncertain, Due::Now)),
            (state, _) => Err(Illegal(state)),
        }
    }

    /// The state in which it waited before it was claimed.
    fn as_before(self) -> State {
        match self {
            Self { in_doubt: true, .. } => State::Uncertain,
            Self { attempts: 0, .. } => State::Planned,
            _ => State::Deferred,
        }
    }
}

impl Next {
    /// No attempt ended.
    fn resting(state: State, due: Due) -> Self {
        Self { state, due, attempt_ended: false, served: false }
    }

    /// An attempt ended, and with it the delivery.
    fn settled(state: State, served: bool) -> Self {
        Self { state, due: Due::Never, attempt_ended: true, served }
    }

    /// The end of a delivery whose time is over: what may have arrived is held, the rest is rejected.
    #[must_use]
    pub fn give_up(self) -> Self {
        match self.state {
            State::Uncertain => Self::settled(State::Uncertain, true),
            _ => Self::settled(State::Rejected, false),
        }
    }
}

/// An attempt ended without an answer.
fn in_doubt(policy: Uncertainty, due: Due) -> Next {
    match policy {
        Uncertainty::Resend => Next { state: State::Uncertain, due, attempt_ended: true, served: false },
        Uncertainty::Hold => Next::settled(State::Uncertain, true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcomes() -> [Outcome; 6] {
        let text = || "250 ok".to_owned();
        [
            Outcome::Accepted { reply: text() },
            Outcome::Deferred { reply: text() },
            Outcome::Rejected { reply: text() },
            Outcome::Uncertain { reason: text() },
            Outcome::Fault { reason: text() },
            Outcome::Refused { reply: text() },
        ]
    }

    /// Progress in words: state, and whether it is on the wire, was tried, is in doubt.
    fn progress(state: State, on_wire: bool, attempts: u32, in_doubt: bool) -> Progress {
        Progress { state, on_wire, attempts, in_doubt }
    }

    #[test]
    fn every_event_in_every_state() {
        use Due::{AfterBackoff, AfterFault, AfterRefusal, Never, Now};
        use State::{Accepted, Claimed, Deferred, Planned, Rejected, Uncertain};
        use Uncertainty::{Hold, Resend};
        let [accepted, deferred, rejected, uncertain, fault, refused] = &outcomes();
        let fresh = progress(Claimed, false, 0, false);
        let tried = progress(Claimed, false, 2, false);
        let doubtful = progress(Claimed, false, 1, true);
        let doubted_twice = progress(Claimed, true, 2, true);
        let wired = progress(Claimed, true, 0, false);
        #[rustfmt::skip]
        let table = [
            // claimed, event, policy => state, due, attempt ended, served
            (fresh, Event::LeaseExpired, Resend, (Planned, Now, false, false)),
            (tried, Event::LeaseExpired, Resend, (Deferred, Now, false, false)),
            (doubtful, Event::LeaseExpired, Hold, (Uncertain, Now, false, false)),
            (wired, Event::LeaseExpired, Resend, (Uncertain, Now, true, false)),
            (wired, Event::LeaseExpired, Hold, (Uncertain, Never, true, true)),
            (wired, Event::Reported(accepted), Resend, (Accepted, Never, true, true)),
            (fresh, Event::Reported(accepted), Hold, (Accepted, Never, true, true)),
            (fresh, Event::Reported(deferred), Resend, (Deferred, AfterBackoff, true, false)),
            (doubtful, Event::Reported(deferred), Resend, (Uncertain, AfterBackoff, true, false)),
            (wired, Event::Reported(rejected), Resend, (Rejected, Never, true, false)),
            (doubtful, Event::Reported(rejected), Resend, (Rejected, Never, true, true)),
            (wired, Event::Reported(uncertain), Resend, (Uncertain, AfterBackoff, true, false)),
            (wired, Event::Reported(uncertain), Hold, (Uncertain, Never, true, true)),
            (doubtful, Event::Reported(uncertain), Resend, (Uncertain, AfterBackoff, true, false)),
            (doubted_twice, Event::Reported(uncertain), Resend, (Uncertain, Never, true, true)),
            (doubted_twice, Event::LeaseExpired, Resend, (Uncertain, Now, true, false)),
            (fresh, Event::Reported(fault), Resend, (Planned, AfterFault, false, false)),
            (tried, Event::Reported(fault), Resend, (Deferred, AfterFault, false, false)),
            (doubtful, Event::Reported(fault), Resend, (Uncertain, AfterFault, false, false)),
            (wired, Event::Reported(refused), Hold, (Planned, AfterRefusal, false, false)),
            (tried, Event::Reported(refused), Resend, (Deferred, AfterRefusal, false, false)),
            (doubtful, Event::Reported(refused), Resend, (Uncertain, AfterRefusal, false, false)),
        ];
        for (before, event, policy, (state, due, attempt_ended, served)) in table {
            let next = before.step(event, policy);
            assert_eq!(next, Ok(Next { state, due, attempt_ended, served }), "{before:?} {event:?}");
        }
    }

    #[test]
    fn what_waits_can_be_claimed_and_nothing_else() {
        for state in State::ALL {
            let next = progress(state, false, 0, false).step(Event::Claimed, Uncertainty::Resend);
            let waits = matches!(state, State::Planned | State::Deferred | State::Uncertain);
            assert_eq!(next.is_ok(), waits, "{state}");
        }
    }

    #[test]
    fn a_late_report_changes_nothing_that_is_settled() {
        use State::{Accepted, Cancelled, Excluded, Rejected, Superseded};
        for state in [Accepted, Rejected, Excluded, Superseded, Cancelled] {
            for outcome in &outcomes() {
                let event = Event::Reported(outcome);
                let next = progress(state, true, 1, false).step(event, Uncertainty::Resend);
                assert_eq!(next, Err(Illegal(state)));
            }
        }
    }

    #[test]
    fn only_what_was_rejected_or_is_held_is_tried_again_and_not_what_counts_as_received() {
        for state in State::ALL {
            for in_doubt in [false, true] {
                let next = progress(state, false, 3, in_doubt).step(Event::Retried, Uncertainty::Resend);
                let to = match state {
                    State::Rejected if !in_doubt => Ok(Next::resting(State::Planned, Due::Now)),
                    State::Uncertain => Ok(Next::resting(State::Uncertain, Due::Now)),
                    _ => Err(Illegal(state)),
                };
                assert_eq!(next, to);
            }
        }
    }

    #[test]
    fn a_late_answer_ends_the_doubt() {
        let [accepted, deferred, ..] = &outcomes();
        let doubtful = progress(State::Uncertain, false, 1, true);
        let next = doubtful.step(Event::Reported(accepted), Uncertainty::Hold).unwrap();
        assert_eq!((next.state, next.served), (State::Accepted, true));
        assert!(doubtful.step(Event::Reported(deferred), Uncertainty::Hold).is_err());
    }

    #[test]
    fn a_state_is_read_as_it_is_written() {
        for state in State::ALL {
            assert_eq!(state.to_string().parse::<State>().unwrap(), state);
        }
    }
}
