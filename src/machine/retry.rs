//! What can go wrong with a service, and whether to ask again: one pure function with a table.

use std::time::Duration;

/// How often one batch is sent when the service is busy, broken or away.
pub const ATTEMPTS: u32 = 5;

/// How often one batch is sent when the answers make no sense: the second is seldom better than the first.
const ATTEMPTS_AT_SENSE: u32 = 2;

/// The first pause; it doubles with each attempt.
const FIRST_PAUSE: Duration = Duration::from_secs(1);

/// The longest pause that we choose ourselves.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// The longest that a service may ask us to wait; after that a person had better come back later.
const LONGEST_WAIT: Duration = Duration::from_mins(5);

/// A service did not translate.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// It is asked too often.
    #[error("the service is busy{}", wait.map_or_else(String::new, |wait| format!(", for {} s", wait.as_secs())))]
    Busy {
        /// When it wants to be asked again, if it said.
        wait: Option<Duration>,
    },
    /// It failed.
    #[error("the service failed with {0}")]
    Broken(u16),
    /// It cannot be reached, or the connection was cut.
    #[error("cannot reach the service, or it hung up")]
    Unreachable(#[source] reqwest::Error),
    /// It took too long.
    #[error("the service did not finish its answer within {} s", .0.as_secs_f32())]
    Slow(Duration),
    /// It said more than any answer needs.
    #[error("the answer has more than {0} bytes")]
    TooBig(usize),
    /// What it said is no answer.
    #[error("the service answered something else: {0}")]
    Garbled(String),
    /// What was paid for is used up.
    #[error("the quota of the service is used up")]
    Quota,
    /// It does not let us in: for the key, or as we are banned or have used up what a key may have.
    #[error("{}", unwelcome(*status, said))]
    Unwelcome {
        /// Its code.
        status: u16,
        /// What it said, if it said anything.
        said: String,
    },
    /// The key cannot be sent.
    #[error("the key holds a character that cannot be sent, perhaps a line end")]
    Key,
    /// It refuses this request.
    #[error("the service refuses the request ({status}): {said}")]
    Refused {
        /// Its code.
        status: u16,
        /// What it said.
        said: String,
    },
    /// It wants us to ask somewhere else.
    #[error("the service sends us elsewhere ({0}), where the key and the texts do not go")]
    Redirected(u16),
    /// Somebody said stop while we waited.
    #[error("stopped")]
    Stopped,
}

/// What to do after a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Send the same again after a pause.
    Again(Duration),
    /// Leave these texts, and go on with the next.
    Skip,
    /// Leave it all: the next request would end the same way.
    Stop,
}

/// What to do when a batch failed for the `attempts`-th time, from 1. `chance` is a random number, which
/// spreads the pauses over half their length, so that many who failed together do not come back together.
pub fn next_step(failure: &Failure, attempts: u32, chance: u64) -> Verdict {
    let full = FIRST_PAUSE.saturating_mul(1 << attempts.saturating_sub(1).min(16)).min(LONGEST_PAUSE);
    let share = u32::try_from(chance % 1_000).unwrap_or_default();
    let pause = full / 2 + full / 2 * share / 1_000;
    match failure {
        Failure::Busy { wait: Some(wait) } if *wait > LONGEST_WAIT => Verdict::Stop,
        Failure::Busy { wait } if attempts < ATTEMPTS => Verdict::Again(pause.max(wait.unwrap_or_default())),
        Failure::Broken(_) | Failure::Unreachable(_) | Failure::Slow(_) if attempts < ATTEMPTS => Verdict::Again(pause),
        Failure::Garbled(_) if attempts < ATTEMPTS_AT_SENSE => Verdict::Again(pause),
        Failure::Garbled(_) | Failure::TooBig(_) | Failure::Refused { status: 400 | 413 | 414 | 422, .. } => {
            Verdict::Skip
        }
        Failure::Busy { .. }
        | Failure::Broken(_)
        | Failure::Unreachable(_)
        | Failure::Slow(_)
        | Failure::Quota
        | Failure::Unwelcome { .. }
        | Failure::Key
        | Failure::Refused { .. }
        | Failure::Redirected(_)
        | Failure::Stopped => Verdict::Stop,
    }
}

/// A service that says nothing else means the key; one that speaks knows better.
fn unwelcome(status: u16, said: &str) -> String {
    match said {
        "" => format!("the service refuses the key ({status})"),
        said => format!("the service does not let us in ({status}): {said}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn busy(seconds: u64) -> Failure {
        Failure::Busy { wait: Some(Duration::from_secs(seconds)) }
    }

    #[test]
    fn every_failure_has_its_next_step() {
        let again = |millis| Verdict::Again(Duration::from_millis(millis));
        let refused = |status| Failure::Refused { status, said: String::new() };
        let garbled = || Failure::Garbled(String::new());
        for (failure, attempts, chance, expected) in [
            (Failure::Busy { wait: None }, 1, 0, again(500)),
            (Failure::Busy { wait: None }, 1, 998, again(999)),
            (busy(7), 1, 0, again(7_000)),
            (busy(0), 2, 0, again(1_000)),
            (busy(300), 1, 0, again(300_000)),
            (busy(301), 1, 0, Verdict::Stop),
            (busy(1), ATTEMPTS, 0, Verdict::Stop),
            (Failure::Broken(503), 1, 500, again(750)),
            (Failure::Broken(500), 4, 0, again(4_000)),
            (Failure::Broken(500), ATTEMPTS, 0, Verdict::Stop),
            (Failure::Slow(Duration::ZERO), 3, 0, again(2_000)),
            (Failure::Slow(Duration::ZERO), ATTEMPTS, 0, Verdict::Stop),
            (garbled(), 1, 0, again(500)),
            (garbled(), 2, 0, Verdict::Skip),
            (Failure::TooBig(1), 1, 0, Verdict::Skip),
            (refused(400), 1, 0, Verdict::Skip),
            (refused(413), 1, 0, Verdict::Skip),
            (refused(404), 1, 0, Verdict::Stop),
            (Failure::Quota, 1, 0, Verdict::Stop),
            (Failure::Unwelcome { status: 403, said: String::new() }, 1, 0, Verdict::Stop),
            (Failure::Key, 1, 0, Verdict::Stop),
            (Failure::Redirected(302), 1, 0, Verdict::Stop),
            (Failure::Stopped, 1, 0, Verdict::Stop),
        ] {
            assert_eq!(next_step(&failure, attempts, chance), expected, "{failure} {attempts}");
        }
    }

    #[test]
    fn no_pause_is_longer_than_what_we_choose_and_none_overflows() {
        for attempts in 0..ATTEMPTS {
            let Verdict::Again(pause) = next_step(&Failure::Broken(500), attempts, u64::MAX) else { panic!() };
            assert!(pause <= LONGEST_PAUSE);
        }
        assert_eq!(next_step(&Failure::Broken(500), u32::MAX, 0), Verdict::Stop);
    }
}
