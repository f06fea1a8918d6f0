//! Who is at work where several machines share a server: a lock that lives as long as its connection.

use sqlx::{Connection as _, PgConnection};

use super::{Error, Store, backend::Backend};

/// How a server finds out that the machine of a holder is gone without a word: after a minute and
/// a half, where the usual answer of a system is two hours.
const KEEPALIVE: [(&str, &str); 3] =
    [("tcp_keepalives_idle", "60"), ("tcp_keepalives_interval", "10"), ("tcp_keepalives_count", "3")];

/// A name that is held. The server lets go of it when this is dropped or the process ends, however
/// it ends. Behind a pooler that shares sessions between clients it holds nothing.
#[derive(Debug)]
pub struct Hold {
    _session: Option<PgConnection>,
}

impl Store {
    /// Holds a name, and waits while another does. On SQLite it holds nothing: there the lock files
    /// of one machine say who is at work.
    ///
    /// # Errors
    /// When the server cannot be reached.
    pub async fn hold(&self, name: &str) -> Result<Hold, Error> {
        let Backend::Postgres(pool) = &self.db else { return Ok(Hold { _session: None }) };
        // A session of its own: one of the pool would go back to it with the lock.
        let options = pool.connect_options().as_ref().clone().options(KEEPALIVE);
        let mut session = PgConnection::connect_with(&options).await?;
        sqlx::query("SELECT pg_advisory_lock(hashtextextended($1, 0))").bind(name).execute(&mut session).await?;
        Ok(Hold { _session: Some(session) })
    }

    /// Whether somebody holds a name.
    ///
    /// # Errors
    /// When the server cannot be reached.
    pub async fn is_held(&self, name: &str) -> Result<bool, Error> {
        let Backend::Postgres(pool) = &self.db else { return Ok(false) };
        let mut tx = pool.begin().await?;
        let ask = "SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0))";
        let free: bool = sqlx::query_scalar(ask).bind(name).fetch_one(&mut *tx).await?;
        tx.rollback().await?;
        Ok(!free)
    }
}
