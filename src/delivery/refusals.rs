//! Who does not want our mail: counted for each group of receivers, so that nobody is asked on and on.

use std::collections::HashMap;

use chrono::TimeDelta;

use crate::outbox::{
    Outcome,
    throttle::{MOST_REFUSALS, REFUSED_PAUSE, TOO_FAST_PAUSE, is_too_fast},
};

/// Refusals in a row, by group.
#[derive(Debug, Default)]
pub(super) struct Refusals(HashMap<String, u32>);

impl Refusals {
    /// Hears what became of a mail to a group; says for how long to leave the group alone, and why.
    pub(super) fn heed(&mut self, group: &str, outcome: &Outcome) -> Option<(TimeDelta, &'static str)> {
        match outcome {
            Outcome::Accepted { .. } => {
                self.0.remove(group);
                None
            }
            Outcome::Deferred { reply } if is_too_fast(reply) => {
                Some((TOO_FAST_PAUSE, "a group of receivers wants mail more slowly"))
            }
            Outcome::Refused { .. } => {
                let count = self.0.entry(group.to_owned()).or_default();
                *count += 1;
                let is_enough = *count >= MOST_REFUSALS;
                if is_enough {
                    self.0.remove(group);
                }
                is_enough.then_some((REFUSED_PAUSE, "a group of receivers refuses our mail, whoever it is for"))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_refusal_is_no_reason_and_several_in_a_row_are() {
        let mut refusals = Refusals::default();
        let refused = Outcome::Refused { reply: "554 5.7.1 spam".to_owned() };
        let mut heed = |group: &str, outcome: &Outcome| refusals.heed(group, outcome).map(|(pause, _)| pause);
        for _ in 1..MOST_REFUSALS {
            assert_eq!(heed("google", &refused), None);
            assert_eq!(heed("elders.example", &refused), None);
            assert_eq!(heed("elders.example", &Outcome::Accepted { reply: "250".to_owned() }), None);
        }
        assert_eq!(heed("google", &refused), Some(REFUSED_PAUSE));
        assert_eq!(heed("google", &refused), None, "it is counted anew");
        let too_fast = Outcome::Deferred { reply: "421 4.7.28 unusual rate of mail".to_owned() };
        assert_eq!(heed("google", &too_fast), Some(TOO_FAST_PAUSE));
    }
}
