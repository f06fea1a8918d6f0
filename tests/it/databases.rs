//! A database of its own for each story: SQLite always, and PostgreSQL too when
//! `POSTDUIF_TEST_POSTGRES` holds the URL of a server on which databases may be made.

use std::{
    env,
    panic::{AssertUnwindSafe, resume_unwind},
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicU32, Ordering},
};

use futures_util::FutureExt as _;
use postduif::storage::Store;
use sqlx::{AssertSqlSafe, Connection as _, PgConnection};
use tempfile::TempDir;

/// Names the server to test on, besides SQLite.
const POSTGRES: &str = "POSTDUIF_TEST_POSTGRES";

/// An empty database and the program's way into it.
pub(crate) struct Database {
    pub(crate) store: Store,
    url: String,
    folder: TempDir,
}

impl Database {
    /// Opens it once more, as a second process would.
    pub(crate) async fn open_again(&self) -> Store {
        Store::open(&self.url).await.unwrap()
    }

    /// Its URL.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// A folder of its own.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The file, if it is one.
    pub(crate) fn file(&self) -> Option<PathBuf> {
        self.url.starts_with("sqlite:").then(|| self.folder.path().join("data/postduif.db"))
    }
}

/// Tells a story on SQLite and, if there is a server, on PostgreSQL.
pub(crate) fn on_each_database(story: impl AsyncFn(&Database)) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("data/postduif.db").display());
        tell(&story, url, folder).await;
        if let Ok(server) = env::var(POSTGRES) {
            on_postgres(&story, &server).await;
        }
    });
}

async fn on_postgres(story: &impl AsyncFn(&Database), server: &str) {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let name = format!("story_{}_{}", process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    let mut admin = PgConnection::connect(server).await.unwrap();
    let create = format!("CREATE DATABASE {name}");
    sqlx::query(AssertSqlSafe(create)).execute(&mut admin).await.unwrap();
    let mut url = url::Url::parse(server).unwrap();
    url.set_path(&name);
    let told = AssertUnwindSafe(tell(story, url.into(), tempfile::tempdir().unwrap()));
    let told = told.catch_unwind().await;
    let drop = format!("DROP DATABASE {name} WITH (FORCE)");
    sqlx::query(AssertSqlSafe(drop)).execute(&mut admin).await.unwrap();
    if let Err(panic) = told {
        eprintln!("on PostgreSQL:");
        resume_unwind(panic);
    }
}

async fn tell(story: &impl AsyncFn(&Database), url: String, folder: TempDir) {
    let store = Store::open(&url).await.unwrap();
    let database = Database { store, url, folder };
    story(&database).await;
    database.store.close().await;
}
