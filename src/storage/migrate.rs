//! Brings a database up to the version this program knows, or refuses a newer one.

use sqlx::AssertSqlSafe;

use super::{
    Error,
    backend::{Db, Tx, on},
};

/// A step: its number, its name, and what it says to SQLite and to PostgreSQL.
type Migration = (i64, &'static str, [&'static str; 2]);

macro_rules! migration {
    ($number:literal, $file:literal) => {
        (
            $number,
            $file,
            [
                include_str!(concat!("../../migrations/sqlite/", $file)),
                include_str!(concat!("../../migrations/postgres/", $file)),
            ],
        )
    };
}

/// The steps in their order; a step once released never changes. Numbers have gaps, so that what is
/// made side by side does not collide.
const MIGRATIONS: &[Migration] = &[
    migration!(1, "0001_first.sql"),
    migration!(2, "0002_told_feeds.sql"),
    migration!(10, "0010_suppressions.sql"),
    migration!(11, "0011_preferences.sql"),
    migration!(12, "0012_records.sql"),
    migration!(20, "0020_bounces.sql"),
    migration!(21, "0021_lanes.sql"),
    migration!(22, "0022_turns.sql"),
    migration!(23, "0023_relays.sql"),
    migration!(24, "0024_recipients.sql"),
    migration!(25, "0025_allowed.sql"),
    migration!(26, "0026_refusals.sql"),
    migration!(27, "0027_totals.sql"),
    migration!(40, "0040_approval.sql"),
    migration!(41, "0041_triggers.sql"),
    migration!(42, "0042_notes.sql"),
    migration!(50, "0050_tide.sql"),
    migration!(60, "0060_titles.sql"),
    migration!(61, "0061_translated.sql"),
];

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
    for (version, _, [sqlite, postgres]) in beyond(&taken(&mut tx).await?)? {
        let step = if matches!(tx, Tx::Sqlite(_)) { *sqlite } else { *postgres };
        on!(&mut tx, c => sqlx::raw_sql(AssertSqlSafe(step)).execute(c).await.map(|_| ()))?;
        let insert = "INSERT INTO schema_version (version) VALUES ($1)";
        on!(&mut tx, c => sqlx::query(insert).bind(version).execute(c).await.map(|_| ()))?;
    }
    tx.commit().await
}

/// The names of all steps.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    MIGRATIONS.iter().map(|(_, name, _)| name.trim_end_matches(".sql"))
}

/// The names of the steps that a database has not taken yet.
pub(super) async fn missing(db: &Db) -> Result<Vec<&'static str>, Error> {
    let mut tx = db.snapshot().await?;
    let exists = match tx {
        Tx::Sqlite(_) => "SELECT count(*) FROM sqlite_schema WHERE name = 'schema_version'",
        Tx::Postgres(_) => {
            "SELECT count(*) FROM pg_tables WHERE tablename = 'schema_version' \
                            AND schemaname = ANY (current_schemas(false))"
        }
    };
    let exists: i64 = on!(&mut tx, c => sqlx::query_scalar(exists).fetch_one(c).await)?;
    let found = if exists > 0 { taken(&mut tx).await? } else { Vec::new() };
    Ok(beyond(&found)?.map(|(_, name, _)| name.trim_end_matches(".sql")).collect())
}

/// The steps that a database has taken.
async fn taken(tx: &mut Tx) -> Result<Vec<i64>, Error> {
    let versions = "SELECT version FROM schema_version";
    Ok(on!(tx, c => sqlx::query_scalar(versions).fetch_all(c).await)?)
}

/// The steps that are not among those; one that nobody here knows is a newer program's.
fn beyond(found: &[i64]) -> Result<impl Iterator<Item = &'static Migration>, Error> {
    let known = MIGRATIONS.iter().map(|(version, ..)| *version).max().unwrap_or(0);
    match found.iter().copied().find(|version| *version > known) {
        Some(found) => Err(Error::Newer { found, known }),
        None => Ok(MIGRATIONS.iter().filter(|(version, ..)| !found.contains(version))),
    }
}
