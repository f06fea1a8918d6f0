//! Brings a database up to the version this program knows, or refuses a newer one.

use sqlx::AssertSqlSafe;

use super::{
    Error,
    backend::{Db, Tx, on},
};

/// The steps, oldest first, for SQLite and for PostgreSQL; a step once released never changes.
const MIGRATIONS: [[&str; 2]; 1] = [[
    include_str!("../../migrations/sqlite/0001_first.sql"),
    include_str!("../../migrations/postgres/0001_first.sql"),
]];

/// Keeps two nodes from migrating at once: any number, the same in every version.
const LOCK: i64 = 0x706f_7374_6475_6966;

/// Runs the steps that are missing, all in one transaction.
pub(super) async fn migrate(db: &Db) -> Result<(), Error> {
    let mut tx = db.begin().await?;
    if let Tx::Postgres(tx) = &mut tx {
        sqlx::query("SELECT pg_advisory_xact_lock($1)").bind(LOCK).execute(&mut **tx).await?;
    }
    let create = "CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL)";
    on!(&mut tx, c => sqlx::query(create).execute(c).await.map(|_| ()))?;
    let version = "SELECT coalesce(max(version), 0) FROM schema_version";
    let found: i64 = on!(&mut tx, c => sqlx::query_scalar(version).fetch_one(c).await)?;
    let known = MIGRATIONS.len() as i64;
    if found > known {
        return Err(Error::Newer { found, known });
    }
    for (version, [sqlite, postgres]) in (1..).zip(MIGRATIONS).filter(|(v, _)| *v > found) {
        let step = if matches!(tx, Tx::Sqlite(_)) { sqlite } else { postgres };
        on!(&mut tx, c => sqlx::raw_sql(AssertSqlSafe(step)).execute(c).await.map(|_| ()))?;
        let insert = "INSERT INTO schema_version (version) VALUES ($1)";
        on!(&mut tx, c => sqlx::query(insert).bind::<i64>(version).execute(c).await.map(|_| ()))?;
    }
    tx.commit().await
}
