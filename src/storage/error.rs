//! Why the database could not do it, in words for the person who runs it.

use std::{io, path::PathBuf};

/// A failure of the database. [`is_transient`](Self::is_transient) says whether to try again.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The address is of no database that is known here.
    #[error("{0:?} is no address of a database: use sqlite:PATH or postgres://USER@HOST:PORT/NAME")]
    Url(String),
    /// The folder of the database file cannot be made.
    #[error("cannot make the folder {}", .path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A newer program has been here, and this one does not know what it wrote.
    #[error(
        "cannot use this database: it is of version {found}, and this program knows up to \
         {known}; use the newer program, or a backup from before"
    )]
    Newer {
        /// The version of the database.
        found: i64,
        /// The newest version this program knows.
        known: i64,
    },
    /// Somebody else holds the file, or a row, for too long.
    #[error("cannot use the database now: another process holds it; try again when that is done")]
    Locked(#[source] sqlx::Error),
    /// No server answered when the program came.
    #[error(
        "no database server answers at {place}; look whether it runs, and whether `store.url` names its host and port"
    )]
    Away {
        /// Host and port, or the socket.
        place: String,
        /// Why not.
        #[source]
        source: sqlx::Error,
    },
    /// The server is away, or too busy.
    #[error("cannot reach the database now")]
    Unreachable(#[source] sqlx::Error),
    /// The file is damaged, or is no database at all.
    #[error("cannot read the database: the file is damaged or is no SQLite database; put back a backup")]
    Corrupt(#[source] sqlx::Error),
    /// There is no room left, or a quota is used up.
    #[error("cannot write to the database: the disk is full or failing; make room and start again")]
    Full(#[source] sqlx::Error),
    /// The file cannot be opened or written.
    #[error("the file of the database cannot be opened or written: look at its path and permissions")]
    Denied(#[source] sqlx::Error),
    /// A row holds what this program would never have written.
    #[error("cannot understand a row of the database: {0}")]
    Row(String),
    /// There is no such row.
    #[error("there is no {0}")]
    Missing(String),
    /// The system gave no randomness for a new key.
    #[error(transparent)]
    Random(#[from] crate::random::Unavailable),
    /// Anything else the database says.
    #[error("cannot do this in the database")]
    Query(#[source] sqlx::Error),
}

impl Error {
    /// Whether the same call may well succeed a little later.
    pub fn is_transient(&self) -> bool {
        matches!(self, Self::Locked(_) | Self::Unreachable(_) | Self::Away { .. })
    }

    /// An address of which nothing is known here. It is named up to the colon only: what follows
    /// may hold a password.
    pub(super) fn unknown(url: &str) -> Self {
        Self::Url(url.split(':').next().unwrap_or_default().to_owned())
    }

    /// A row holds what this program would never have written.
    pub(super) fn row(error: impl std::fmt::Display) -> Self {
        Self::Row(error.to_string())
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        use sqlx::Error::{Database, Io, PoolTimedOut, Tls, WorkerCrashed};
        let code = match &error {
            Database(inner) => inner.code().map(|code| code.into_owned()),
            Io(_) | PoolTimedOut | Tls(_) | WorkerCrashed => return Self::Unreachable(error),
            _ => None,
        };
        match code.as_deref().map(Cause::of) {
            Some(Cause::Locked) => Self::Locked(error),
            Some(Cause::Unreachable) => Self::Unreachable(error),
            Some(Cause::Corrupt) => Self::Corrupt(error),
            Some(Cause::Full) => Self::Full(error),
            Some(Cause::Denied) => Self::Denied(error),
            Some(Cause::Other) | None => Self::Query(error),
        }
    }
}

/// What a result code means: of SQLite a number, of PostgreSQL five characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cause {
    Locked,
    Unreachable,
    Corrupt,
    Full,
    Denied,
    Other,
}

impl Cause {
    fn of(code: &str) -> Self {
        match (code.len(), code.parse::<i32>()) {
            // PostgreSQL, appendix A of its manual.
            (5, _) => match &code[..2] {
                "40" | "55" => Self::Locked,
                "08" | "57" => Self::Unreachable,
                "28" => Self::Denied,
                "53" if code == "53100" => Self::Full,
                "53" => Self::Unreachable,
                "XX" if code != "XX000" => Self::Corrupt,
                _ => Self::Other,
            },
            // SQLite: the low byte is the primary code (sqlite.org/rescode.html).
            (_, Ok(code)) => match code & 0xff {
                // A write that went wrong (a quota, say), and no room for the index of the log.
                10 if matches!(code, 778 | 4874) => Self::Full,
                5 | 6 => Self::Locked,
                8 | 14 => Self::Denied,
                11 | 26 => Self::Corrupt,
                13 => Self::Full,
                _ => Self::Other,
            },
            _ => Self::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_says_what_to_do() {
        for (code, cause) in [
            ("5", Cause::Locked),
            ("517", Cause::Locked),
            ("11", Cause::Corrupt),
            ("26", Cause::Corrupt),
            ("13", Cause::Full),
            ("778", Cause::Full),
            ("14", Cause::Denied),
            ("2067", Cause::Other),
            ("40P01", Cause::Locked),
            ("57P01", Cause::Unreachable),
            ("53100", Cause::Full),
            ("23505", Cause::Other),
        ] {
            assert_eq!(Cause::of(code), cause, "{code}");
        }
    }
}
