//! The line on a terminal that says how far a run has come, how fast it goes, and who waits for what.

use std::{
    collections::{BTreeMap, HashMap},
    pin::pin,
    time::Duration,
};

use indicatif::{HumanCount, HumanDuration, ProgressBar, ProgressStyle};
use tokio::time::{Instant, sleep};

use crate::{
    outbox::{IssueId, State},
    storage::Store,
};

/// How often the line is written anew.
const EVERY: Duration = Duration::from_millis(500);

/// Looking at the ledger takes at most one part in so many of the time.
const SHARE: u32 = 20;

/// How much the last look counts for the rate: about ten seconds are remembered.
const NEWEST: f64 = 0.1;

/// Settled mails a second of one issue.
#[derive(Debug, Default, Clone, Copy)]
struct Pace {
    settled: u64,
    rate: Option<f64>,
}

/// Does something long, and says on the terminal how far the issues are meanwhile. Where nobody
/// looks it says nothing.
pub(super) async fn beside<T>(store: &Store, work: impl Future<Output = T>) -> T {
    if !console::user_attended_stderr() {
        return work.await;
    }
    let bar = ProgressBar::new_spinner();
    bar.set_style(ProgressStyle::with_template("{msg}").unwrap_or_else(|_| ProgressStyle::default_spinner()));
    let mut work = pin!(work);
    let done = tokio::select! {
        done = &mut work => done,
        () = watch(store, &bar) => work.await,
    };
    bar.finish_and_clear();
    done
}

/// Writes the line until the ledger cannot be read, which whoever does the work will say.
async fn watch(store: &Store, bar: &ProgressBar) {
    let (mut paces, mut looked) = (HashMap::<IssueId, Pace>::new(), Instant::now());
    loop {
        let begin = Instant::now();
        let Ok(sending) = store.sending().await else { return };
        let elapsed = looked.elapsed();
        looked = Instant::now();
        bar.set_message(lines(&sending, &mut paces, elapsed));
        sleep(EVERY.max(begin.elapsed() * SHARE)).await;
    }
}

fn lines(
    sending: &BTreeMap<IssueId, HashMap<State, u64>>,
    paces: &mut HashMap<IssueId, Pace>,
    elapsed: Duration,
) -> String {
    let lines = sending.iter().map(|(issue, states)| {
        let pace = paces.entry(*issue).or_default();
        pace.look(states, elapsed);
        line(*issue, states, *pace)
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn of(states: &HashMap<State, u64>, wanted: &[State]) -> u64 {
    wanted.iter().filter_map(|state| states.get(state)).sum()
}

impl Pace {
    fn look(&mut self, states: &HashMap<State, u64>, elapsed: Duration) {
        let settled = of(states, &[State::Accepted, State::Rejected, State::Deferred]);
        let newest = settled.saturating_sub(self.settled) as f64 / elapsed.as_secs_f64().max(0.001);
        // The first look has seen nothing yet that it could compare with.
        self.rate = match (self.rate, self.settled) {
            (_, 0) => None,
            (None, _) => Some(newest),
            (Some(rate), _) => Some(rate * (1.0 - NEWEST) + newest * NEWEST),
        };
        self.settled = settled;
    }
}

/// "issue 3: 12,400 of 100,000 accepted, 812 a second, 2 minutes left; 31 deferred".
fn line(issue: IssueId, states: &HashMap<State, u64>, pace: Pace) -> String {
    let all: u64 = states.values().sum();
    let (accepted, waiting) = (of(states, &[State::Accepted]), of(states, &[State::Planned, State::Claimed]));
    let mut line = format!("issue {issue}: {} of {} accepted", HumanCount(accepted), HumanCount(all));
    if let Some(rate) = pace.rate.filter(|rate| *rate >= 0.1 && waiting > 0) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a rate, rounded for people")]
        let shown = rate.round() as u64;
        let left = HumanDuration(Duration::from_secs_f64(waiting as f64 / rate));
        line += &format!(", {} a second, {left} left", HumanCount(shown));
    }
    let others = [State::Claimed, State::Deferred, State::Rejected, State::Uncertain];
    let others = others.into_iter().map(|state| (state, of(states, &[state]))).filter(|(_, count)| *count > 0);
    let others: Vec<_> = others.map(|(state, count)| format!("{} {}", HumanCount(count), waits(state))).collect();
    if !others.is_empty() {
        line += &format!("; {}", others.join(", "));
    }
    line
}

/// What mails in a state wait for.
fn waits(state: State) -> &'static str {
    match state {
        State::Claimed => "on their way",
        State::Deferred => "wait for their next attempt",
        State::Uncertain => "without an answer",
        _ => state.as_str(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_says_how_far_how_fast_and_who_waits() {
        let at = |accepted, planned, deferred| {
            HashMap::from([
                (State::Accepted, accepted),
                (State::Planned, planned),
                (State::Deferred, deferred),
                (State::Claimed, 0),
            ])
        };
        let (mut paces, second) = (HashMap::new(), Duration::from_secs(1));
        let mut look = |states| lines(&BTreeMap::from([(IssueId(3), states)]), &mut paces, second);
        assert_eq!(look(at(1_000, 99_000, 0)), "issue 3: 1,000 of 100,000 accepted");
        assert_eq!(look(at(2_000, 98_000, 0)), "issue 3: 2,000 of 100,000 accepted, 1,000 a second, 2 minutes left");
        assert_eq!(
            look(at(2_900, 97_000, 100)),
            "issue 3: 2,900 of 100,000 accepted, 1,000 a second, 2 minutes left; 100 wait for their next attempt"
        );
        assert_eq!(look(at(99_900, 0, 100)), "issue 3: 99,900 of 100,000 accepted; 100 wait for their next attempt");
    }
}
