//! What became of mails since the program was started, in numbers for those who watch it.

use std::{
    fmt::Write as _,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use crate::outbox::Outcome;

/// Up to how many milliseconds a mail may take to count as one of these: from a relay in the same rack to one that
/// looks at each mail.
const STEPS_MS: [u64; 9] = [5, 20, 50, 100, 250, 1_000, 5_000, 30_000, 120_000];

/// The words for outcomes, in the order in which they are counted.
const OUTCOMES: [&str; 6] = ["accepted", "deferred", "rejected", "refused", "uncertain", "fault"];

/// Counts of outcomes and times. Copies count together.
#[derive(Debug, Clone, Default)]
pub struct Tally(Arc<Counts>);

#[derive(Debug, Default)]
struct Counts {
    outcomes: [AtomicU64; OUTCOMES.len()],
    steps: [AtomicU64; STEPS_MS.len()],
    timed: AtomicU64,
    micros: AtomicU64,
}

impl Tally {
    /// Notes what became of a mail, and how long it took.
    pub(super) fn note(&self, outcome: &Outcome, took: Duration) {
        let add = |counter: &AtomicU64, count| counter.fetch_add(count, Ordering::Relaxed);
        add(&self.0.outcomes[place_of(outcome)], 1);
        let took = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        if let Some(step) = STEPS_MS.iter().position(|step| took <= step * 1_000) {
            add(&self.0.steps[step], 1);
        }
        add(&self.0.timed, 1);
        add(&self.0.micros, took);
    }

    /// Writes them as Prometheus reads them (text format 0.0.4).
    pub fn write(&self, out: &mut String) {
        let of = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        let mut line = |text: std::fmt::Arguments<'_>| {
            // Nothing that is written to a text fails.
            let _ = writeln!(out, "{text}");
        };
        line(format_args!(
            "# HELP postduif_mails_total Mails that were tried since the start, by what became of them."
        ));
        line(format_args!("# TYPE postduif_mails_total counter"));
        for (outcome, counter) in OUTCOMES.iter().zip(&self.0.outcomes) {
            line(format_args!("postduif_mails_total{{outcome=\"{outcome}\"}} {}", of(counter)));
        }
        line(format_args!("# HELP postduif_mail_seconds How long a mail took, from a free connection to the answer."));
        line(format_args!("# TYPE postduif_mail_seconds histogram"));
        let mut sum = 0;
        for (step, counter) in STEPS_MS.iter().zip(&self.0.steps) {
            sum += of(counter);
            line(format_args!(
                "postduif_mail_seconds_bucket{{le=\"{}\"}} {sum}",
                Duration::from_millis(*step).as_secs_f64()
            ));
        }
        let timed = of(&self.0.timed);
        line(format_args!("postduif_mail_seconds_bucket{{le=\"+Inf\"}} {timed}"));
        line(format_args!("postduif_mail_seconds_sum {}", Duration::from_micros(of(&self.0.micros)).as_secs_f64()));
        line(format_args!("postduif_mail_seconds_count {timed}"));
    }
}

fn place_of(outcome: &Outcome) -> usize {
    match outcome {
        Outcome::Accepted { .. } => 0,
        Outcome::Deferred { .. } => 1,
        Outcome::Rejected { .. } => 2,
        Outcome::Refused { .. } => 3,
        Outcome::Uncertain { .. } => 4,
        Outcome::Fault { .. } => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_mail_is_counted_by_outcome_and_by_time() {
        let tally = Tally::default();
        let text = || "250".to_owned();
        tally.note(&Outcome::Accepted { reply: text() }, Duration::from_millis(3));
        tally.note(&Outcome::Accepted { reply: text() }, Duration::from_millis(70));
        tally.note(&Outcome::Fault { reason: text() }, Duration::from_secs(300));
        let mut written = String::new();
        tally.write(&mut written);
        for line in [
            "postduif_mails_total{outcome=\"accepted\"} 2",
            "postduif_mails_total{outcome=\"fault\"} 1",
            "postduif_mail_seconds_bucket{le=\"0.005\"} 1",
            "postduif_mail_seconds_bucket{le=\"0.1\"} 2",
            "postduif_mail_seconds_bucket{le=\"120\"} 2",
            "postduif_mail_seconds_bucket{le=\"+Inf\"} 3",
            "postduif_mail_seconds_sum 300.073",
            "postduif_mail_seconds_count 3",
        ] {
            assert!(written.lines().any(|written| written == line), "{line}: {written}");
        }
    }
}
