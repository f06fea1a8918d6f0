//! Releases: which posts became available to the readers of a locale, in which order.

use sqlx::AssertSqlSafe;

use super::{
    Error, Store,
    backend::{Column, Tx, on, rows},
    backup::PUBLISHED_BEFORE,
    instant, millis, parse,
};
use crate::{
    clock::Timestamp,
    digest::{NewRelease, Release, number_releases},
    locale::Locale,
    posts::Slug,
};

type Row = (String, i64, String, String, i64, i64, i64, String, Option<String>, Option<i64>);

const ALL: &str = "SELECT locale, sequence, post, variant_locale, newsworthy, dated, released_at, \
                   guid, title, translated_at FROM releases ORDER BY locale, sequence";
const OF_LOCALE: &str = "SELECT locale, sequence, post, variant_locale, newsworthy, dated, \
                         released_at, guid, title, translated_at FROM releases WHERE locale = $1 ORDER BY sequence";

impl Store {
    /// The releases of a locale in their order.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn releases(&self, locale: &Locale) -> Result<Vec<Release>, Error> {
        let mut reading = self.db.read().await?;
        let rows: Vec<Row> = on!(&mut reading, c => {
            sqlx::query_as(OF_LOCALE).bind(locale.as_str()).fetch_all(c).await
        })?;
        rows.into_iter().map(release).collect()
    }

    /// All releases, by locale and then in their order.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn all_releases(&self) -> Result<Vec<Release>, Error> {
        let mut reading = self.db.read().await?;
        let rows: Vec<Row> = on!(&mut reading, c => sqlx::query_as(ALL).fetch_all(c).await)?;
        rows.into_iter().map(release).collect()
    }

    /// The releases of these posts in these locales, and the sequence of the last release of each locale, all at one moment.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn releases_of(&self, posts: &[Slug], locales: &[Locale]) -> Result<(Vec<Release>, Vec<i64>), Error> {
        let mut tx = self.db.snapshot().await?;
        let asked: Vec<_> = locales.iter().flat_map(|locale| posts.iter().map(move |post| (locale, post))).collect();
        let select = format!(
            "SELECT releases.locale, sequence, releases.post, variant_locale, newsworthy, dated, released_at, guid, title, \
             translated_at FROM {} CROSS JOIN releases WHERE releases.locale = r.locale AND releases.post = r.post",
            tx.rows_as(&[("locale", Column::Text), ("post", Column::Text)])
        );
        let asked = rows(&asked)?;
        let found: Vec<Row> = on!(&mut tx, c => sqlx::query_as(AssertSqlSafe(select)).bind(asked).fetch_all(c).await)?;
        let mut heads = Vec::with_capacity(locales.len());
        for locale in locales {
            let select = "SELECT max(sequence) FROM releases WHERE locale = $1";
            let head: Option<i64> =
                on!(&mut tx, c => sqlx::query_scalar(select).bind(locale.as_str()).fetch_one(c).await)?;
            heads.push(head.unwrap_or_default());
        }
        Ok((found.into_iter().map(release).collect::<Result<_, _>>()?, heads))
    }

    /// Makes the releases that are not there yet, in the given order, and returns those.
    /// A (locale, post) is released once; saying it again changes nothing. After the database was put back, what
    /// the first call finds goes into no digest: it may have been in one.
    ///
    /// # Errors
    /// When the database fails; then none was made.
    pub async fn record_releases(&self, releases: &[NewRelease], now: Timestamp) -> Result<Vec<Release>, Error> {
        let before = self.were_published_before().await?;
        if releases.is_empty() && !before {
            return Ok(Vec::new());
        }
        let mut tx = self.db.begin().await?;
        if let Tx::Postgres(tx) = &mut tx {
            // Two nodes that publish at once take turns, so that sequences have no gaps.
            let lock = "LOCK TABLE releases IN SHARE ROW EXCLUSIVE MODE";
            sqlx::query(lock).execute(&mut **tx).await?;
        }
        let mut made = number_releases(releases.to_vec(), &all_in(&mut tx).await?, now);
        if before {
            made.iter_mut().for_each(|release| release.newsworthy = false);
            let delete = "DELETE FROM meta WHERE key = $1";
            on!(&mut tx, c => sqlx::query(delete).bind(PUBLISHED_BEFORE).execute(c).await.map(|_| ()))?;
        }
        let values: Vec<_> = made
            .iter()
            .map(|release| {
                (
                    &release.locale,
                    release.sequence,
                    &release.post,
                    &release.variant_locale,
                    i64::from(release.newsworthy),
                    millis(release.dated),
                    millis(release.released_at),
                    &release.guid,
                    &release.title,
                )
            })
            .collect();
        let insert = format!(
            "INSERT INTO releases (locale, sequence, post, variant_locale, newsworthy, dated, \
             released_at, guid, title) SELECT * FROM {}",
            tx.rows_as(&[
                ("locale", Column::Text),
                ("sequence", Column::Number),
                ("post", Column::Text),
                ("variant_locale", Column::Text),
                ("newsworthy", Column::Number),
                ("dated", Column::Number),
                ("released_at", Column::Number),
                ("guid", Column::Text),
                ("title", Column::Text),
            ])
        );
        tx.execute_rows(insert, rows(&values)?, &[]).await?;
        tx.commit().await?;
        Ok(made)
    }

    /// Notes that posts which readers of a locale got in another language are there in theirs now. What was noted before stays.
    ///
    /// # Errors
    /// When the database fails; then nothing was noted.
    pub async fn note_translated(&self, posts: &[(Locale, Slug)], now: Timestamp) -> Result<(), Error> {
        if posts.is_empty() {
            return Ok(());
        }
        let mut tx = self.db.begin().await?;
        let update = format!(
            "UPDATE releases SET translated_at = $2 FROM {} \
             WHERE releases.locale = r.locale AND releases.post = r.post AND translated_at IS NULL",
            tx.rows_as(&[("locale", Column::Text), ("post", Column::Text)])
        );
        tx.execute_rows(update, rows(posts)?, &[millis(now)]).await?;
        tx.commit().await?;
        Ok(())
    }
}

impl Store {
    /// Whether the database was put back, and nothing was published since.
    async fn were_published_before(&self) -> Result<bool, Error> {
        let select = "SELECT count(*) FROM meta WHERE key = $1";
        let mut reading = self.db.read().await?;
        let count: i64 = on!(&mut reading, c => sqlx::query_scalar(select).bind(PUBLISHED_BEFORE).fetch_one(c).await)?;
        Ok(count > 0)
    }
}

/// All releases as a transaction sees them.
pub(super) async fn all_in(tx: &mut Tx) -> Result<Vec<Release>, Error> {
    let rows: Vec<Row> = on!(tx, c => sqlx::query_as(ALL).fetch_all(c).await)?;
    rows.into_iter().map(release).collect()
}

fn release(row: Row) -> Result<Release, Error> {
    let (locale, sequence, post, variant_locale, newsworthy, dated, released_at, guid, title, translated_at) = row;
    Ok(Release {
        locale: parse(&locale)?,
        post: parse(&post)?,
        sequence,
        variant_locale: parse(&variant_locale)?,
        newsworthy: newsworthy != 0,
        dated: instant(dated)?,
        released_at: instant(released_at)?,
        guid,
        title,
        translated_at: translated_at.map(instant).transpose()?,
    })
}
