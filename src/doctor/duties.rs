//! Whether the service does what it should: the daemon, its runs, its mail.

use chrono::TimeDelta;

use super::Finding;
use crate::{
    clock::Timestamp,
    diagnostic::{Diagnostic, count},
    locale::Locale,
    storage::{Issue, IssueState, RelayTrouble, Run},
};

/// A run that takes longer than this has probably stalled; a digest to a hundred thousand readers takes half of it.
const LONGEST_RUN: TimeDelta = TimeDelta::hours(2);

/// Mail that could have left this long ago is waited for.
const OVERDUE: TimeDelta = TimeDelta::minutes(10);

/// A slot that nobody has seen to for so long was not seen: the schedule is looked at every few seconds.
const UNSEEN: TimeDelta = TimeDelta::minutes(5);

/// Whether the daemon is there; unknown where the database is a server's, and others may see to it.
pub fn judge_daemon(is_at_work: Option<bool>) -> Finding {
    match is_at_work {
        Some(true) => Finding::good("daemon", "`postduif serve` is at work"),
        Some(false) => Finding::wrong("daemon", "`postduif serve` is not at work: no schedule is kept, no mail leaves")
            .remedy("start it, for example with `systemctl start postduif`"),
        None => Finding::unknown("daemon", "whether a node keeps the schedule is not to be seen from here"),
    }
}

/// Whether a workflow's last slot was seen to. `due` is when it should have run, `dealt_with` the last slot that was.
pub fn judge_slot(
    workflow: &str,
    due: Option<Timestamp>,
    dealt_with: Option<Timestamp>,
    now: Timestamp,
) -> Option<Finding> {
    let due = due.filter(|due| dealt_with.is_some_and(|dealt_with| dealt_with < *due) && now - *due > UNSEEN)?;
    let message = format!("{workflow} was due {} ago and did not begin", length(now - due));
    Some(
        Finding::wrong("schedule", message).remedy(format!("start `postduif serve`, or say `postduif run {workflow}`")),
    )
}

/// Whether a workflow waits for a time that its last slot has come before: the clock was ahead then.
pub fn judge_ahead(workflow: &str, dealt_with: Option<Timestamp>, now: Timestamp) -> Option<Finding> {
    let ahead = dealt_with? - now;
    (ahead > UNSEEN).then(|| {
        let message = format!("{workflow} has run for a time that comes in {}: the clock was wrong", length(ahead));
        let remedy = format!("until then the clock starts it no more; `postduif run {workflow}` does");
        Finding::doubtful("schedule", message).remedy(remedy)
    })
}

/// Whether somebody subscribes in a language that the publication has not.
pub fn judge_language(locale: &Locale, readers: u64, locales: &[Locale]) -> Option<Finding> {
    let is_there = locales.contains(locale);
    (!is_there && readers > 0).then(|| {
        let message = format!("{} in {locale}, which is no more: they get no digest", count(readers, "subscriber"));
        let remedy = format!(
            "put `[locales.{locale}]` back, if only with `edition = false` and a `chain`; \
             `postduif subscribers export` has the addresses of those who are to hear of it"
        );
        Finding::doubtful("languages", message).remedy(remedy)
    })
}

/// Whether the file of a workflow can be read: if not, it does not run.
pub fn judge_file(found: &Diagnostic) -> Option<Finding> {
    let message = format!("{}:{}:{}: {}", found.file.display(), found.line, found.column, found.message);
    found.is_error().then(|| Finding::wrong("workflow", message).remedy(found.help.clone()))
}

/// How a run ended, where it did not end well.
pub fn judge_last(run: &Run) -> Option<Finding> {
    let (name, outcome) = (&run.workflow, run.outcome.as_deref()?);
    let again = format!("postduif run {name}");
    match outcome.split([':', ' ']).next().unwrap_or_default() {
        "failed" => Some(Finding::wrong("run", format!("{name} {outcome}")).remedy(again)),
        "missed" => Some(Finding::doubtful("run", format!("{name} was {outcome}")).remedy(again)),
        _ => None,
    }
}

/// Whether a run that has begun still gets anywhere.
pub fn judge_unfinished(run: &Run, now: Timestamp) -> Option<Finding> {
    let since = now - run.started_at;
    let message = format!("{} has not ended since it began {} ago", run.workflow, length(since));
    let remedy = "look into the log; mail that may leave only slowly takes its time (`postduif issues list`)";
    (since > LONGEST_RUN).then(|| Finding::doubtful("run", message).remedy(remedy))
}

/// Whether mail waits that could leave.
pub fn judge_due(due: Option<Timestamp>, now: Timestamp) -> Option<Finding> {
    let late = now - due?;
    let message = format!("mail could have left {} ago, and waits", length(late));
    let remedy = "look whether `postduif serve` is at work and the relay takes mail: `postduif doctor`";
    (late > OVERDUE).then(|| Finding::wrong("mail", message).remedy(remedy))
}

/// Whether a relay takes mail, where some waits.
pub fn judge_relay(trouble: Option<&RelayTrouble>, now: Timestamp) -> Option<Finding> {
    let RelayTrouble { since, reason } = trouble?;
    let message = format!("no relay has taken mail for {}: {reason}", length(now - *since));
    Some(
        Finding::wrong("relay", message)
            .remedy("postduif doctor asks it; what waits leaves by itself once it takes mail"),
    )
}

/// Whether an issue waits for a person.
pub fn judge_issue(issue: &Issue) -> Option<Finding> {
    let id = issue.id;
    let finding = |what: &str, verb: &str| {
        let remedy = format!("postduif issues {verb} {id}, or postduif issues cancel {id}");
        Finding::doubtful("issue", format!("issue {id} of {} {what}", issue.workflow)).remedy(remedy)
    };
    match issue.state {
        IssueState::Waiting => Some(finding("waits for approval", "approve")),
        IssueState::Paused => Some(finding("is paused", "resume")),
        IssueState::Sending | IssueState::Cancelled | IssueState::Expired | IssueState::Finished => None,
    }
}

/// Whether the last issue of a workflow went to nobody, since nobody approved it.
pub fn judge_expired(issue: &Issue) -> Option<Finding> {
    let message = format!("issue {} of {} was not approved in time, and went to nobody", issue.id, issue.workflow);
    let remedy = "its posts come with the next; `approve_within` gives editors more time";
    (issue.state == IssueState::Expired).then(|| Finding::doubtful("issue", message).remedy(remedy))
}

/// `3 days`, `2 hours`, `12 minutes`.
fn length(time: TimeDelta) -> String {
    indicatif::HumanDuration(time.to_std().unwrap_or_default()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::RunId;

    fn at(time: &str) -> Timestamp {
        format!("2026-11-27T{time}:00Z").parse().unwrap()
    }

    fn run(outcome: Option<&str>) -> Run {
        Run {
            id: RunId(1),
            workflow: "weekly-digest".to_owned(),
            slot: at("07:00"),
            outcome: outcome.map(str::to_owned),
            started_at: at("07:00"),
            finished_at: outcome.map(|_| at("07:05")),
            done: String::new(),
        }
    }

    fn said(finding: Option<Finding>) -> Option<String> {
        finding.map(|finding| finding.message)
    }

    #[test]
    fn what_has_stalled_is_told_and_what_takes_its_time_is_not() {
        let slot = |dealt_with, now| said(judge_slot("weekly-digest", Some(at("07:00")), dealt_with, at(now)));
        assert_eq!(slot(Some(at("07:00")), "09:00"), None);
        assert_eq!(slot(Some(at("06:00")), "07:04"), None, "it may begin any moment");
        assert_eq!(
            slot(Some(at("06:00")), "09:00").as_deref(),
            Some("weekly-digest was due 2 hours ago and did not begin")
        );
        assert_eq!(slot(None, "09:00"), None, "nobody has seen the workflow yet");
        assert_eq!(said(judge_unfinished(&run(None), at("08:30"))), None);
        assert!(said(judge_unfinished(&run(None), at("10:00"))).unwrap().ends_with("since it began 3 hours ago"));
        assert_eq!(said(judge_due(Some(at("07:00")), at("07:09"))), None);
        assert!(said(judge_due(Some(at("07:00")), at("07:12"))).unwrap().contains("12 minutes ago"));
        assert_eq!(said(judge_last(&run(Some("done; x is held")))), None);
        assert_eq!(
            said(judge_last(&run(Some("failed: the disk is full")))).as_deref(),
            Some("weekly-digest failed: the disk is full")
        );
        assert!(said(judge_last(&run(Some("missed: it would have been too late")))).is_some());
    }
}
