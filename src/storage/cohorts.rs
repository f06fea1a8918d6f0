//! What an issue carried to whom, as it was frozen.

use std::collections::HashMap;

use sqlx::AssertSqlSafe;

use super::{
    Error, Issue, Store,
    backend::on,
    issues::{self, COLUMNS, issue},
    parse,
};
use crate::{locale::Locale, outbox::IssueId, posts::Slug};

/// Those of an issue who got the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssueCohort {
    /// Their language.
    pub locale: Locale,
    /// The subject of their mail.
    pub subject: String,
    /// Its posts, by what they are known by.
    pub posts: Vec<Slug>,
    /// How many they are.
    pub recipients: u64,
}

impl Store {
    /// The issue that a workflow made last.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn last_issue_of(&self, workflow: &str) -> Result<Option<Issue>, Error> {
        let select = format!("SELECT {COLUMNS} FROM issues WHERE workflow = $1 ORDER BY slot DESC LIMIT 1");
        let mut reading = self.db.read().await?;
        let row: Option<issues::Row> = on!(&mut reading, c => {
            sqlx::query_as(AssertSqlSafe(select)).bind(workflow).fetch_optional(c).await
        })?;
        row.map(issue).transpose()
    }

    /// Who got what in an issue.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn issue_cohorts(&self, id: IssueId) -> Result<Vec<IssueCohort>, Error> {
        let mut tx = self.db.snapshot().await?;
        let select = "SELECT cohort_id, count(*) FROM deliveries WHERE issue_id = $1 AND cohort_id IS NOT NULL \
                      GROUP BY cohort_id";
        let counts: Vec<(i64, i64)> = on!(&mut tx, c => sqlx::query_as(select).bind(id.0).fetch_all(c).await)?;
        let counts: HashMap<i64, i64> = counts.into_iter().collect();
        let select = "SELECT c.id, c.locale, c.subject, p.post FROM cohorts AS c \
                      JOIN cohort_posts AS p ON p.cohort_id = c.id WHERE c.issue_id = $1 ORDER BY c.id, p.position";
        let rows: Vec<(i64, String, String, String)> = on!(&mut tx, c => {
            sqlx::query_as(select).bind(id.0).fetch_all(c).await
        })?;
        let cohort = |rows: &[(i64, String, String, String)]| {
            let (cohort, locale, subject, _) = &rows[0];
            Ok(IssueCohort {
                locale: parse(locale)?,
                subject: subject.clone(),
                posts: rows.iter().map(|row| parse(&row.3)).collect::<Result<_, _>>()?,
                recipients: counts.get(cohort).copied().unwrap_or_default().unsigned_abs(),
            })
        };
        rows.chunk_by(|a, b| a.0 == b.0).map(cohort).collect()
    }
}
