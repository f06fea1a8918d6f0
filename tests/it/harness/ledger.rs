//! A look into the whole database, to see whether something changed it.

use std::collections::BTreeMap;

use postduif::{
    outbox::{IssueId, State},
    storage::Issue,
};
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, SqliteConnection};

use super::Publication;

impl Publication {
    /// Every row of every table, as text.
    pub(crate) async fn whole_database(&self) -> BTreeMap<String, Vec<String>> {
        if self.is_on_one_machine() { sqlite_rows(&self.database).await } else { postgres_rows(&self.database).await }
    }

    /// The latest issue.
    pub(crate) async fn latest_issue(&self) -> Issue {
        self.store.issues(1).await.unwrap().remove(0)
    }

    /// How many deliveries of an issue are in which state, empty states left out. The numbers
    /// must add up.
    pub(crate) async fn counts(&self, issue: IssueId) -> BTreeMap<&'static str, u64> {
        let counts = self.store.issue_counts(issue).await.unwrap();
        assert!(counts.add_up(), "every reader who was due is accounted for: {counts:?}");
        let all = State::ALL.into_iter().map(|state| (state.as_str(), counts.of(state)));
        all.filter(|(_, count)| *count > 0).collect()
    }
}

async fn sqlite_rows(url: &str) -> BTreeMap<String, Vec<String>> {
    let mut database = SqliteConnection::connect(url).await.unwrap();
    let names = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name";
    let tables: Vec<String> = sqlx::query_scalar(names).fetch_all(&mut database).await.unwrap();
    let mut all = BTreeMap::new();
    for table in tables {
        let columns =
            format!("SELECT group_concat('quote(' || name || ')', ' || '' '' || ') FROM pragma_table_info('{table}')");
        let columns: String = sqlx::query_scalar(AssertSqlSafe(columns)).fetch_one(&mut database).await.unwrap();
        let select = format!("SELECT {columns} FROM {table} ORDER BY 1");
        let rows = sqlx::query_scalar(AssertSqlSafe(select)).fetch_all(&mut database).await.unwrap();
        all.insert(table, rows);
    }
    all
}

async fn postgres_rows(url: &str) -> BTreeMap<String, Vec<String>> {
    let mut database = PgConnection::connect(url).await.unwrap();
    let names = "SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1";
    let tables: Vec<String> = sqlx::query_scalar(names).fetch_all(&mut database).await.unwrap();
    let mut all = BTreeMap::new();
    for table in tables {
        let select = format!("SELECT row_to_json(t)::text FROM {table} AS t ORDER BY 1");
        let rows = sqlx::query_scalar(AssertSqlSafe(select)).fetch_all(&mut database).await.unwrap();
        all.insert(table, rows);
    }
    all
}
