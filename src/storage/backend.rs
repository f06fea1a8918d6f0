//! Two databases behind one set of statements.
//!
//! Every statement is written once, with `$1` placeholders. What differs is here: how a
//! transaction begins, how many rows go in by one statement, and how rows are locked.

use std::{fs::OpenOptions, io, os::unix::fs::OpenOptionsExt as _, path::Path, time::Duration};

use serde::Serialize;
use sqlx::{
    AssertSqlSafe, Connection as _, PgConnection, PgPool, Postgres, Sqlite, Transaction,
    pool::PoolConnection,
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous},
};
use tokio::time::timeout;

use super::Error;

/// The rights of a new file: who runs the program reads and writes it, and nobody else.
const OWNER_ONLY: u32 = 0o600;

/// What SQLite calls a database that is no file.
const MEMORY: &str = ":memory:";

/// How long SQLite waits for another process that writes to the same file: `run` beside `serve`.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// How long to wait for a connection of the pool.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(30);

/// How long a server may take to let the first connection in; a firewall may never answer.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// Readers of a SQLite file, and connections to PostgreSQL: few, as statements are short.
const CONNECTIONS: u32 = 6;

/// Rows that the thread which speaks to SQLite may be ahead of who reads them: at the end of each lot they wait for
/// each other.
const ROWS_AT_ONCE: usize = 512;

/// The same thing of either database.
#[derive(Debug, Clone)]
pub(super) enum Backend<S, P> {
    /// A file.
    Sqlite(S),
    /// A server.
    Postgres(P),
}

/// Connections to a SQLite file: it has one writer at a time.
#[derive(Debug, Clone)]
pub(super) struct Pools {
    writer: SqlitePool,
    pub(super) reader: SqlitePool,
}

/// The database.
pub(super) type Db = Backend<Pools, PgPool>;
/// A transaction that writes.
pub(super) type Tx = Backend<Transaction<'static, Sqlite>, Transaction<'static, Postgres>>;
/// A connection that reads.
pub(super) type Reading = Backend<PoolConnection<Sqlite>, PoolConnection<Postgres>>;

/// Runs one expression on whichever connection it is: `on!(tx, c => query.execute(c).await)`.
macro_rules! on {
    ($backend:expr, $connection:ident => $statement:expr) => {
        match $backend {
            $crate::storage::backend::Backend::Sqlite(inner) => {
                let $connection = &mut **inner;
                $statement
            }
            $crate::storage::backend::Backend::Postgres(inner) => {
                let $connection = &mut **inner;
                $statement
            }
        }
    };
}
pub(super) use on;

impl Db {
    /// Opens `sqlite:PATH`, making folder and file, or `postgres://…`.
    pub(super) async fn open(url: &str) -> Result<Self, Error> {
        if let Some(path) = file_of(url) {
            if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
                std::fs::create_dir_all(folder).map_err(|source| Error::Folder { path: folder.to_owned(), source })?;
            }
            return Self::sqlite(path).await;
        }
        match url.starts_with("postgres://") || url.starts_with("postgresql://") {
            true => Self::postgres(url).await,
            false => Err(Error::unknown(url)),
        }
    }

    /// Opens a file, which is made if it is not there.
    async fn sqlite(path: &Path) -> Result<Self, Error> {
        if path != Path::new(MEMORY) {
            // It holds addresses and keys; its log gets the same rights from SQLite, which tells what is wrong too.
            let _ = OpenOptions::new().append(true).create(true).mode(OWNER_ONLY).open(path);
        }
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            // What is committed outlives a pulled plug: a mail that may have left must be known to have.
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(BUSY_TIMEOUT)
            .row_buffer_size(ROWS_AT_ONCE)
            .foreign_keys(true);
        // When the disk is full SQLite itself ends a transaction, which sqlx then still counts:
        // such a connection can begin no other, and makes place for a new one.
        let pool = || {
            SqlitePoolOptions::new()
                .acquire_timeout(ACQUIRE_TIMEOUT)
                // A file is not cut off as a server may be.
                .test_before_acquire(false)
                .after_release(|connection, _| Box::pin(async move { Ok(!connection.is_in_transaction()) }))
        };
        let writer =
            pool().max_connections(1).idle_timeout(None).max_lifetime(None).connect_with(options.clone()).await?;
        let reader =
            pool().max_connections(CONNECTIONS).connect_lazy_with(options.create_if_missing(false).read_only(true));
        Ok(Self::Sqlite(Pools { writer, reader }))
    }

    /// Connects to a server.
    async fn postgres(url: &str) -> Result<Self, Error> {
        let options: PgConnectOptions = url.parse().map_err(|_| Error::unknown(url))?;
        // Before there is a pool: it would ask a server that is away again and again, and keep the reason.
        let first = timeout(CONNECT_TIMEOUT, PgConnection::connect_with(&options)).await;
        match first.unwrap_or_else(|_| Err(sqlx::Error::Io(io::ErrorKind::TimedOut.into()))) {
            Ok(connection) => connection.close().await?,
            Err(source @ sqlx::Error::Io(_)) => return Err(Error::Away { place: place_of(&options), source }),
            Err(error) => return Err(error.into()),
        }
        let pool = PgPoolOptions::new().acquire_timeout(ACQUIRE_TIMEOUT).max_connections(CONNECTIONS);
        Ok(Self::Postgres(pool.connect_lazy_with(options)))
    }

    /// Begins a transaction that writes; on SQLite it has the file for itself from here on.
    pub(super) async fn begin(&self) -> Result<Tx, Error> {
        Ok(match self {
            Self::Sqlite(pools) => Tx::Sqlite(pools.writer.begin_with("BEGIN IMMEDIATE").await?),
            Self::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }

    /// Begins a transaction that reads, and sees one moment only.
    pub(super) async fn snapshot(&self) -> Result<Tx, Error> {
        Ok(match self {
            Self::Sqlite(pools) => Tx::Sqlite(pools.reader.begin().await?),
            Self::Postgres(pool) => {
                Tx::Postgres(pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?)
            }
        })
    }

    /// A connection for a single statement that reads.
    pub(super) async fn read(&self) -> Result<Reading, Error> {
        Ok(match self {
            Self::Sqlite(pools) => Reading::Sqlite(pools.reader.acquire().await?),
            Self::Postgres(pool) => Reading::Postgres(pool.acquire().await?),
        })
    }

    /// Closes all connections, which writes SQLite's log into its file.
    pub(super) async fn close(&self) {
        match self {
            Self::Sqlite(pools) => {
                pools.reader.close().await;
                pools.writer.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

impl Tx {
    /// Makes what was written last.
    pub(super) async fn commit(self) -> Result<(), Error> {
        match self {
            Self::Sqlite(tx) => tx.commit().await?,
            Self::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }

    /// Runs a statement made with [`rows_as`](Self::rows_as); `numbers` are bound from `$2` on. Gives how many rows
    /// it changed.
    pub(super) async fn execute_rows(&mut self, sql: String, rows: String, numbers: &[i64]) -> Result<u64, Error> {
        Ok(on!(self, c => {
            let query = sqlx::query(AssertSqlSafe(sql)).bind(rows);
            let query = numbers.iter().fold(query, |query, number| query.bind(number));
            query.execute(c).await.map(|done| done.rows_affected())
        })?)
    }

    /// The end of a `SELECT` that keeps others from changing the rows until the commit.
    /// SQLite needs none: a transaction that writes has the file for itself.
    pub(super) fn for_update(&self) -> &'static str {
        match self {
            Self::Sqlite(_) => "",
            Self::Postgres(_) => " FOR UPDATE",
        }
    }

    /// The end of a `SELECT` that takes rows nobody else is taking.
    pub(super) fn skip_locked(&self) -> &'static str {
        match self {
            Self::Sqlite(_) => "",
            Self::Postgres(_) => " FOR UPDATE SKIP LOCKED",
        }
    }

    /// A table `r` for `FROM`, made of the [`rows`] bound to `$1`.
    pub(super) fn rows_as(&self, columns: &[(&str, Column)]) -> String {
        let (source, open, close) = match self {
            Self::Sqlite(_) => ("json_each($1)", "", ""),
            Self::Postgres(_) => ("jsonb_array_elements($1::jsonb) AS e(value)", "(", ")::bigint"),
        };
        let list: Vec<String> = columns
            .iter()
            .enumerate()
            .map(|(place, (name, column))| match column {
                Column::Number => format!("{open}value->>{place}{close} AS {name}"),
                Column::Text => format!("value->>{place} AS {name}"),
            })
            .collect();
        format!("(SELECT {} FROM {source}) AS r", list.join(", "))
    }
}

/// The file of a SQLite database, from its address.
pub(super) fn file_of(url: &str) -> Option<&Path> {
    url.strip_prefix("sqlite:").map(|path| Path::new(path.strip_prefix("//").unwrap_or(path)))
}

/// Where a server is, without user and password.
fn place_of(options: &PgConnectOptions) -> String {
    match options.get_socket() {
        Some(socket) => socket.display().to_string(),
        None => format!("{}:{}", options.get_host(), options.get_port()),
    }
}

/// The type of a column of [`Tx::rows_as`].
#[derive(Debug, Clone, Copy)]
pub(super) enum Column {
    /// `BIGINT`.
    Number,
    /// `TEXT`.
    Text,
}

/// Many rows in one parameter: a JSON array of tuples.
pub(super) fn rows<T: Serialize>(rows: &[T]) -> Result<String, Error> {
    serde_json::to_string(rows).map_err(Error::row)
}
