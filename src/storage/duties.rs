//! What is going on at this moment: last runs, open issues, letters that wait.

use std::collections::BTreeMap;

use super::{Error, Issue, Run, Store, backend::on, instant, parse};
use crate::{clock::Timestamp, locale::Locale};

/// A publication has a dozen workflows, not ten thousand.
const MOST_WORKFLOWS: i64 = 10_000;

/// What is going on at this moment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Duties {
    /// The last run of each workflow that has ended, by its name.
    pub last_runs: BTreeMap<String, Run>,
    /// The runs that were begun and not ended.
    pub unfinished: Vec<Run>,
    /// The issues that are not settled yet, oldest first.
    pub issues: Vec<Issue>,
    /// Mails that are of no issue and wait, such as confirmations.
    pub letters: u64,
    /// When the mail that is due first is, or was.
    pub due_at: Option<Timestamp>,
    /// How many subscribe in each language.
    pub readers: BTreeMap<Locale, u64>,
}

impl Store {
    /// What is going on at this moment.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn duties(&self) -> Result<Duties, Error> {
        let last = "WHERE id IN (SELECT max(id) FROM runs WHERE finished_at IS NOT NULL GROUP BY workflow) LIMIT $1";
        let last = self.select_runs(last, MOST_WORKFLOWS).await?;
        let counts = "SELECT (SELECT count(*) FROM deliveries WHERE due_at IS NOT NULL AND issue_id IS NULL), \
                      (SELECT min(due_at) FROM deliveries WHERE due_at IS NOT NULL AND (issue_id IS NULL \
                      OR issue_id IN (SELECT id FROM issues WHERE state = 'sending')))";
        let mut reading = self.db.read().await?;
        let (letters, due_at): (i64, Option<i64>) = on!(&mut reading, c => sqlx::query_as(counts).fetch_one(c).await)?;
        let readers = "SELECT locale, count(*) FROM subscribers WHERE status = 'active' GROUP BY locale";
        let readers: Vec<(String, i64)> = on!(&mut reading, c => sqlx::query_as(readers).fetch_all(c).await)?;
        drop(reading);
        let counted = |(locale, count): (String, i64)| Ok::<_, Error>((parse(&locale)?, count.unsigned_abs()));
        Ok(Duties {
            last_runs: last.into_iter().map(|run| (run.workflow.clone(), run)).collect(),
            unfinished: self.unfinished_runs().await?,
            issues: self.open_issues().await?,
            letters: letters.unsigned_abs(),
            due_at: due_at.map(instant).transpose()?,
            readers: readers.into_iter().map(counted).collect::<Result<_, _>>()?,
        })
    }
}
