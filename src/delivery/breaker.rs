//! A relay that fails is left alone for a while; then one mail tries whether it is back.
//!
//! One that does not answer fails plainly. One that answers, and has for everybody the same no, may fail too: that shows
//! when several receivers in a row hear it, and none is heard that took a mail.

use std::{collections::BTreeSet, time::Duration};

use super::smtp::CREDENTIALS_REFUSED;
use crate::outbox::{Outcome, throttle::is_too_fast};

/// So many faults in a row are no accident.
const MOST_FAULTS: u32 = 3;

/// For so long it is left alone at first, and at most; each time that it is still away, twice as long.
const PAUSES: (Duration, Duration) = (Duration::from_secs(15), Duration::from_secs(600));

/// What is known of a relay's health. Times are counted from any one moment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Breaker {
    faults: u32,
    /// It is left alone until then.
    until: Option<Duration>,
    /// Whether a mail is on its way that tries whether it is back.
    is_tried: bool,
}

impl Breaker {
    /// Whether mail may go there now. Once a pause is over one mail may, and the others wait for what becomes of it.
    pub(super) fn lets_through(&mut self, now: Duration) -> bool {
        match self.until {
            None => true,
            Some(until) if until > now => false,
            Some(_) => {
                self.until = Some(now + self.pause());
                self.is_tried = true;
                true
            }
        }
    }

    /// Whether it is left alone.
    pub(super) fn is_open(&self) -> bool {
        self.until.is_some()
    }

    /// It answered, whatever it said.
    pub(super) fn answered(&mut self) {
        *self = Self::default();
    }

    /// It failed. Says whether that was once too often, just now.
    pub(super) fn failed(&mut self, now: Duration) -> bool {
        let was_open = self.is_open();
        self.is_tried = false;
        self.faults = self.faults.saturating_add(1);
        if self.faults >= MOST_FAULTS {
            self.until = Some(now + self.pause());
        }
        self.is_open() && !was_open
    }

    /// It answered, and fails everybody all the same. Says whether that is news.
    pub(super) fn fails_everybody(&mut self, now: Duration) -> bool {
        // What was on its way already when it was left alone makes its pause no longer.
        if self.is_open() && !self.is_tried {
            return false;
        }
        self.faults = self.faults.max(MOST_FAULTS - 1);
        self.failed(now)
    }

    fn pause(&self) -> Duration {
        let (shortest, longest) = PAUSES;
        let doublings = self.faults.saturating_sub(MOST_FAULTS).min(16);
        (shortest * 2_u32.pow(doublings)).min(longest)
    }
}

/// So many receivers with nothing in common but the relay are no accident.
const MOST_RECEIVERS: usize = 4;

/// So many readers in a row that a relay knows nothing of, and another takes the mail of the last.
const MOST_STRANGERS: u32 = 3;

/// What speaks against a relay that answers: the receivers, one after the other, for whom it had what may be its own no.
#[derive(Debug, Clone, Default)]
pub(super) struct Suspicion {
    receivers: BTreeSet<String>,
    /// It does not know us.
    is_closed: bool,
    /// It has taken a mail since somebody was rejected last.
    is_trusted: bool,
    /// How many it has rejected since it took a mail.
    rejections: u32,
}

impl Suspicion {
    /// Hears what became of a mail to a domain. Says whether that is the relay's doing, as it does the same to everybody.
    pub(super) fn heed(&mut self, domain: &str, outcome: &Outcome) -> bool {
        match outcome {
            Outcome::Accepted { .. } => *self = Self { is_trusted: true, ..Self::default() },
            Outcome::Rejected { .. } => {
                self.is_trusted = false;
                self.rejections = self.rejections.saturating_add(1);
            }
            Outcome::Fault { reason } if reason.contains(CREDENTIALS_REFUSED) => {
                self.is_closed = true;
                return true;
            }
            _ => {}
        }
        if !may_be_its_doing(outcome) {
            return false;
        }
        if !self.is_certain() {
            self.receivers.insert(domain.to_lowercase());
        }
        self.is_certain()
    }

    /// Whether enough of them have heard it.
    pub(super) fn is_certain(&self) -> bool {
        self.is_closed || self.receivers.len() >= MOST_RECEIVERS
    }

    /// Whether it is believed that there is no such reader: who has just taken a mail knows what it says. Otherwise another
    /// relay is asked, if there is one.
    pub(super) fn is_trusted(&self) -> bool {
        self.is_trusted
    }

    /// Whether it rejects everybody, now that another relay has taken a mail that it rejected.
    pub(super) fn rejects_everybody(&self) -> bool {
        self.rejections >= MOST_STRANGERS
    }
}

/// Whether a relay may have done this that does it to everybody: no mail of ours, not so many, not now, or no answer. A
/// mailbox that is full or unknown, and a greylist, are its receivers' doing.
fn may_be_its_doing(outcome: &Outcome) -> bool {
    match outcome {
        Outcome::Refused { .. } | Outcome::Uncertain { .. } => true,
        Outcome::Deferred { reply } => {
            // What begins with no 4 is no reply, or one that is out of step.
            !reply.starts_with('4') || reply.starts_with("421") || reply.contains(" 4.3.") || is_too_fast(reply)
        }
        Outcome::Accepted { .. } | Outcome::Rejected { .. } | Outcome::Fault { .. } => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_every_receiver_hears_is_the_relays_doing_and_one_acceptance_clears_it() {
        let reply = |reply: &str| Outcome::Deferred { reply: reply.to_owned() };
        let blocked = || Outcome::Refused { reply: "554 5.7.1 blocked".to_owned() };
        let cut = || Outcome::Uncertain { reason: "after the last byte: cut".to_owned() };
        let mut suspicion = Suspicion::default();
        let heard: Vec<bool> =
            ["a.be", "b.be", "B.BE", "c.be", "d.be"].iter().map(|domain| suspicion.heed(domain, &blocked())).collect();
        assert_eq!(heard, [false, false, false, false, true]);
        assert!(!suspicion.heed("e.be", &reply("452 4.2.2 mailbox full")), "that is about one of them");
        assert!(suspicion.heed("a.be", &cut()) && suspicion.is_certain());
        assert!(!suspicion.heed("a.be", &Outcome::Accepted { reply: "250".to_owned() }) && !suspicion.is_certain());
        assert!(suspicion.is_trusted() && !suspicion.rejects_everybody());
        let rejected = Outcome::Rejected { reply: "550 5.1.1 unknown".to_owned() };
        for _ in 0..3 {
            assert!(!suspicion.heed("a.be", &rejected));
        }
        assert!(!suspicion.is_trusted() && suspicion.rejects_everybody() && !suspicion.is_certain());
        let denied = Outcome::Fault { reason: format!("{CREDENTIALS_REFUSED}: 535") };
        assert!(suspicion.heed("a.be", &denied) && suspicion.is_certain());
        for (outcome, is_suspect) in [
            (reply("451 4.3.0 lookup failure"), true),
            (reply("421 closing"), true),
            (reply("454 4.7.0 Throttling failure: Maximum sending rate exceeded"), true),
            (reply("no answer in time"), true),
            (reply("450 4.2.0 greylisted"), false),
            (Outcome::Rejected { reply: "550 5.1.1 unknown".to_owned() }, false),
        ] {
            assert_eq!(may_be_its_doing(&outcome), is_suspect, "{outcome:?}");
        }
    }

    fn at(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn some_faults_in_a_row_open_it_and_an_answer_closes_it() {
        let mut breaker = Breaker::default();
        assert_eq!([breaker.failed(at(0)), breaker.failed(at(0))], [false, false]);
        breaker.answered();
        assert_eq!([breaker.failed(at(1)), breaker.failed(at(1)), breaker.failed(at(1))], [false, false, true]);
        assert!(!breaker.lets_through(at(2)));
        breaker.answered();
        assert!(breaker.lets_through(at(2)));
    }

    #[test]
    fn who_fails_everybody_is_left_alone_at_once_and_the_mails_on_their_way_make_that_no_longer() {
        let mut breaker = Breaker::default();
        let opened: Vec<_> = (0..10).map(|_| breaker.fails_everybody(at(0))).collect();
        assert_eq!(opened.iter().filter(|opened| **opened).count(), 1);
        assert!(!breaker.lets_through(at(14)) && breaker.lets_through(at(15)), "one tries");
        assert!(!breaker.fails_everybody(at(16)) && !breaker.lets_through(at(45)) && breaker.lets_through(at(46)));
    }

    #[test]
    fn after_the_pause_one_mail_tries_and_each_pause_is_longer() {
        let mut breaker = Breaker::default();
        for _ in 0..MOST_FAULTS {
            breaker.failed(at(0));
        }
        assert!(!breaker.lets_through(at(14)));
        assert!(breaker.lets_through(at(15)), "one tries");
        assert!(!breaker.lets_through(at(15)), "and one only");
        assert!(!breaker.failed(at(15)), "it was open before");
        assert!(!breaker.lets_through(at(44)) && breaker.lets_through(at(45)));
        for _ in 0..40 {
            breaker.failed(at(50));
        }
        assert!(!breaker.lets_through(at(649)) && breaker.lets_through(at(650)));
    }
}
