//! When to try again: one pure function.

use chrono::TimeDelta;

use crate::clock::Timestamp;

/// From the first attempt on a delivery has three days: the shorter end of what RFC 5321
/// section 4.5.4.1 asks of a sender, as a digest that is older is superseded by the next.
pub const GIVE_UP_AFTER: TimeDelta = TimeDelta::hours(72);

/// How long to leave a relay alone that failed as a whole.
pub const FAULT_PAUSE: TimeDelta = TimeDelta::minutes(1);

/// How long to wait before a mail is offered again to those who do not want our mail.
pub const REFUSAL_PAUSE: TimeDelta = TimeDelta::hours(1);

/// When to try again what was refused, whoever it was for; `first` is when it was tried first. `None` is not any more.
pub fn after_refusal(first: Timestamp, now: Timestamp) -> Option<Timestamp> {
    let at = now + REFUSAL_PAUSE;
    (at - first <= GIVE_UP_AFTER).then_some(at)
}

/// Minutes after the first, second, … attempt; the last repeats. The first is longer than
/// most greylists ask for (five minutes).
const BACKOFF: [i64; 6] = [6, 15, 30, 60, 120, 240];

/// When to try again after `attempts` attempts, the first of which was at `first`; `None`
/// is not any more. `jitter` is any number; it spreads deliveries that were put off together
/// over a quarter of their wait.
pub fn next_attempt(attempts: u32, first: Timestamp, now: Timestamp, jitter: u64) -> Option<Timestamp> {
    let place = (attempts.max(1) - 1).min(BACKOFF.len() as u32 - 1);
    let wait = TimeDelta::minutes(BACKOFF[place as usize]);
    let spread = wait.num_milliseconds() / 4;
    let at = now + wait + TimeDelta::milliseconds((jitter % spread.unsigned_abs()) as i64);
    (at - first <= GIVE_UP_AFTER).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: Timestamp = Timestamp::UNIX_EPOCH;

    #[test]
    fn waits_grow_from_minutes_to_hours() {
        for (attempts, minutes) in [(0, 6), (1, 6), (2, 15), (3, 30), (5, 120), (6, 240), (99, 240)] {
            let at = next_attempt(attempts, START, START, 0);
            assert_eq!(at, Some(START + TimeDelta::minutes(minutes)), "{attempts}");
        }
    }

    #[test]
    fn the_last_attempt_is_within_three_days() {
        let (mut now, mut attempts) = (START, 0);
        loop {
            attempts += 1;
            match next_attempt(attempts, START, now, u64::MAX) {
                Some(at) => now = at,
                None => break,
            }
            assert!(now - START <= GIVE_UP_AFTER);
        }
        assert!((15..40).contains(&attempts), "{attempts}");
    }

    #[test]
    fn jitter_spreads_over_a_quarter_of_the_wait() {
        for jitter in [1, 12_345_678_901, u64::MAX] {
            let wait = next_attempt(3, START, START, jitter).unwrap() - START;
            assert!((30.0..37.5).contains(&(wait.num_seconds() as f64 / 60.0)), "{wait}");
        }
    }
}
