//! What issues carried, for everybody to read: posts, and nobody's name.

use sqlx::AssertSqlSafe;

use super::{
    Error, Store,
    backend::{Column, on, rows},
    instant, parse,
};
use crate::{clock::Timestamp, locale::Locale, outbox::IssueId, posts::Slug};

/// The most posts that are looked through: of a lively daily digest, those of ten years.
const MOST_POSTS: i64 = 10_000;

/// An issue in one edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArchivedIssue {
    /// Its number.
    pub id: IssueId,
    /// When it was made.
    pub created_at: Timestamp,
    /// All posts that its readers in these languages got, whatever their topics.
    pub posts: Vec<Slug>,
}

impl Store {
    /// The issues that went out to readers of these languages, newest first. What waits for approval, can still be
    /// called back, or was cancelled is not among them.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn archived_issues(&self, locales: &[Locale]) -> Result<Vec<ArchivedIssue>, Error> {
        self.archived(locales, None).await
    }

    /// One of them.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn archived_issue(&self, locales: &[Locale], id: IssueId) -> Result<Option<ArchivedIssue>, Error> {
        Ok(self.archived(locales, Some(id)).await?.pop())
    }

    async fn archived(&self, locales: &[Locale], only: Option<IssueId>) -> Result<Vec<ArchivedIssue>, Error> {
        let mut tx = self.db.snapshot().await?;
        let select = format!(
            "SELECT DISTINCT i.id, i.created_at, p.post FROM issues AS i JOIN cohorts AS c ON c.issue_id = i.id \
             JOIN cohort_posts AS p ON p.cohort_id = c.id WHERE (i.state = 'finished' OR i.state IN ('sending', 'paused') \
             AND EXISTS (SELECT 1 FROM deliveries AS d WHERE d.issue_id = i.id AND d.state <> 'planned')) \
             AND c.locale IN (SELECT r.locale FROM {}) AND ($2 = 0 OR i.id = $2) \
             ORDER BY i.id DESC, p.post LIMIT $3",
            tx.rows_as(&[("locale", Column::Text)])
        );
        let values = rows(&locales.iter().map(|locale| (locale,)).collect::<Vec<_>>())?;
        let only = only.map_or(0, |id| id.0);
        let found: Vec<(i64, i64, String)> = on!(&mut tx, c => {
            let query = sqlx::query_as(AssertSqlSafe(select)).bind(values).bind(only).bind(MOST_POSTS);
            query.fetch_all(c).await
        })?;
        let of_issue = |rows: &[(i64, i64, String)]| {
            let posts = rows.iter().map(|(_, _, post)| parse(post)).collect::<Result<_, _>>()?;
            Ok(ArchivedIssue { id: IssueId(rows[0].0), created_at: instant(rows[0].1)?, posts })
        };
        found.chunk_by(|a, b| a.0 == b.0).map(of_issue).collect()
    }
}
