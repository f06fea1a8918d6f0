//! How long a mailbox may be unable to take mail before it is given up: one pure function.

use chrono::TimeDelta;

use crate::clock::Timestamp;

/// After this long a soft bounce counts half.
const HALF_LIFE: TimeDelta = TimeDelta::days(90);

/// So much is too much: four weeks in a row, five months in a row.
const TOO_MUCH: f64 = 3.0;

/// A mailbox that is full for a holiday is not given up, however often it is tried meanwhile.
const LONGEST_HOLIDAY: TimeDelta = TimeDelta::days(14);

/// Older bounces count for nothing, and need not be looked up.
pub const REMEMBERED: TimeDelta = TimeDelta::days(365);

/// Whether an address is given up that bounced softly at these moments.
pub fn is_exhausted(soft: &[Timestamp], now: Timestamp) -> bool {
    let age = |at: Timestamp| (now - at).max(TimeDelta::zero());
    let half_lives = |age: TimeDelta| age.num_seconds() as f64 / HALF_LIFE.num_seconds() as f64;
    let weight: f64 = soft.iter().map(|at| 0.5_f64.powf(half_lives(age(*at)))).sum();
    let since = soft.iter().min().map(|first| age(*first));
    weight >= TOO_MUCH && since.is_some_and(|since| since >= LONGEST_HOLIDAY)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// After how many bounces, each so many days after the last, an address is given up.
    fn given_up_after(every: i64) -> Option<usize> {
        let at = |n: usize| Timestamp::UNIX_EPOCH + TimeDelta::days(every * n as i64);
        (1..=60).find(|count| {
            let soft: Vec<_> = (0..*count).map(at).collect();
            is_exhausted(&soft, at(count - 1))
        })
    }

    #[test]
    fn what_goes_on_is_given_up_and_what_happens_now_and_then_is_not() {
        assert_eq!(given_up_after(1), Some(15), "daily: a holiday is over");
        assert_eq!(given_up_after(7), Some(4), "weekly");
        assert_eq!(given_up_after(30), Some(5), "monthly");
        assert_eq!(given_up_after(180), None, "twice a year");
        assert!(!is_exhausted(&[], Timestamp::UNIX_EPOCH));
    }
}
