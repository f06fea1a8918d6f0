//! `postduif subscribers allow`: takes back that addresses must get no mail, one by one or all of a bad day.

use chrono::NaiveDate;

use super::super::{
    Ended, Setup,
    report::{complain, say},
};
use crate::{
    clock::begin_of,
    diagnostic::count,
    outbox::IssueId,
    storage::{Actor, Lifted},
    subscribers::SubscriberEmail,
};

/// Whose suppressions are taken back.
#[derive(Debug, clap::Args)]
#[group(id = "whom", required = true, multiple = false)]
pub(super) struct Whom {
    /// The addresses
    #[arg(value_name = "EMAIL", group = "whom", num_args = 1..)]
    emails: Vec<SubscriberEmail>,
    /// All from which mail came back since the beginning of that day
    #[arg(long, value_name = "DAY", group = "whom")]
    bounced_since: Option<NaiveDate>,
    /// All from which mail of this issue came back
    #[arg(long, value_name = "ISSUE", group = "whom")]
    issue: Option<i64>,
}

pub(super) async fn allow(setup: &Setup, whom: &Whom) -> anyhow::Result<Ended> {
    let Whom { emails, bounced_since, issue } = whom;
    let mut which: Vec<_> = emails.iter().map(Lifted::Of).collect();
    if let Some(day) = bounced_since {
        let Some(begin) = begin_of(*day, setup.config.settings.site.zone) else {
            complain!("error: {day} is no day here");
            return Ok(Ended::ToFix);
        };
        which.push(Lifted::BouncedSince(begin));
    }
    which.extend(issue.map(|issue| Lifted::BouncedIn(IssueId(issue))));
    let (store, now) = (setup.store().await?, setup.clock.now());
    let (mut addresses, mut restored) = (0, 0);
    for which in which {
        let allowed = store.allow(which, Actor::Operator, now).await?;
        addresses += allowed.addresses;
        restored += allowed.restored;
    }
    let then = match restored {
        0 => "whose it was may subscribe again".to_owned(),
        1 => "1 subscription goes on as before".to_owned(),
        _ => format!("{restored} subscriptions go on as before"),
    };
    match addresses {
        0 => say!("nobody was suppressed")?,
        _ => say!("{} taken back; {then}", count(addresses, "suppression"))?,
    }
    Ok(Ended::Fine)
}
