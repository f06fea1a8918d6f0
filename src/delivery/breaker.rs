//! A relay that fails is left alone for a while; then one mail tries whether it is back.

use std::time::Duration;

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
}

impl Breaker {
    /// Whether mail may go there now. Once a pause is over one mail may, and the others wait for what becomes of it.
    pub(super) fn lets_through(&mut self, now: Duration) -> bool {
        match self.until {
            None => true,
            Some(until) if until > now => false,
            Some(_) => {
                self.until = Some(now + self.pause());
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
        self.faults = self.faults.saturating_add(1);
        if self.faults >= MOST_FAULTS {
            self.until = Some(now + self.pause());
        }
        self.is_open() && !was_open
    }

    fn pause(&self) -> Duration {
        let (shortest, longest) = PAUSES;
        let doublings = self.faults.saturating_sub(MOST_FAULTS).min(16);
        (shortest * 2_u32.pow(doublings)).min(longest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
