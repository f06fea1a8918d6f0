//! What the WebSub hub was last told of each feed.

use std::collections::HashMap;

use super::{
    Error, Store,
    backend::{Column, on, rows},
};

impl Store {
    /// What the hub was last told of each feed: by its address, the digest of the file.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn told_feeds(&self) -> Result<HashMap<String, String>, Error> {
        let mut reading = self.db.read().await?;
        let told: Vec<(String, String)> = on!(&mut reading, c => {
            sqlx::query_as("SELECT url, digest FROM told_feeds").fetch_all(c).await
        })?;
        Ok(told.into_iter().collect())
    }

    /// Notes that the hub was told of these feeds, each with the digest of its file.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn record_told_feeds(&self, feeds: &[(String, String)]) -> Result<(), Error> {
        let mut tx = self.db.begin().await?;
        let insert = format!(
            "INSERT INTO told_feeds (url, digest) SELECT url, digest FROM {} WHERE true \
             ON CONFLICT (url) DO UPDATE SET digest = excluded.digest",
            tx.rows_as(&[("url", Column::Text), ("digest", Column::Text)])
        );
        tx.execute_rows(insert, rows(feeds)?, &[]).await?;
        tx.commit().await
    }
}
