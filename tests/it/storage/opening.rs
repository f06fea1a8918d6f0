//! Opening a database: one that is not there, damaged, locked, newer, or nonsense.

use std::fs;

use postduif::{
    random::Random,
    storage::{Error, Store},
    subscribers::{Purpose, SubscriberId, Token},
};
use sqlx::{Connection as _, PgConnection, SqliteConnection};

use super::harness::{Publication, day};
use crate::databases::on_each_database;

#[test]
fn a_database_of_a_newer_program_is_refused() {
    on_each_database(async |database| {
        let newer = "INSERT INTO schema_version (version) VALUES (99)";
        if database.file().is_some() {
            let mut raw = SqliteConnection::connect(database.url()).await.unwrap();
            sqlx::query(newer).execute(&mut raw).await.unwrap();
            raw.close().await.unwrap();
        } else {
            let mut raw = PgConnection::connect(database.url()).await.unwrap();
            sqlx::query(newer).execute(&mut raw).await.unwrap();
            raw.close().await.unwrap();
        }
        let error = Store::open(database.url()).await.unwrap_err();
        assert!(matches!(error, Error::Newer { found: 99, .. }), "{error}");
        assert!(!error.is_transient());
        assert!(error.to_string().contains("use the newer program"), "{error}");
    });
}

#[test]
fn a_database_remembers_when_a_relay_last_took_mail() {
    on_each_database(async |database| {
        assert_eq!(database.store.relay_used_at().await.unwrap(), None);
        for on in [1, 2] {
            database.store.note_relay_used(day(on)).await.unwrap();
        }
        assert_eq!(database.open_again().await.relay_used_at().await.unwrap(), Some(day(2)));
    });
}

#[tokio::test]
async fn a_damaged_file_is_called_damaged() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("postduif.db");
    fs::write(&file, "this is no database, though it is long enough to be one".repeat(100)).unwrap();
    let error = Store::open(&format!("sqlite:{}", file.display())).await.unwrap_err();
    assert!(matches!(error, Error::Corrupt(_)), "{error:?}");
    assert!(!error.is_transient());
}

#[test]
fn a_database_that_somebody_holds_is_called_locked_and_may_be_tried_again() {
    on_each_database(async |database| {
        if database.file().is_none() {
            return;
        }
        let mut other = SqliteConnection::connect(database.url()).await.unwrap();
        sqlx::query("BEGIN IMMEDIATE").execute(&mut other).await.unwrap();
        let error = database.store.token_key(&Random::seeded(1)).await.unwrap_err();
        assert!(matches!(error, Error::Locked(_)) && error.is_transient(), "{error:?}");
        assert!(database.store.all_releases().await.unwrap().is_empty(), "reading goes on");
        sqlx::query("COMMIT").execute(&mut other).await.unwrap();
        Publication(&database.store).publish("nl", &["a"], 1).await;
    });
}

#[tokio::test]
async fn nonsense_is_refused_without_repeating_a_password() {
    for url in ["", "mysql://root:geheim@host/db", "data/postduif.db"] {
        let error = Store::open(url).await.unwrap_err();
        assert!(matches!(error, Error::Url(_)), "{url}");
        assert!(!error.to_string().contains("geheim"));
    }
    let error = Store::open("sqlite:/proc/nowhere/postduif.db").await.unwrap_err();
    assert!(matches!(error, Error::Folder { .. }), "{error:?}");
}

#[test]
fn the_key_is_made_once() {
    on_each_database(async |database| {
        let token = Token { purpose: Purpose::Unsubscribe, subscriber: SubscriberId(7), issued_at: day(0) };
        let key = database.store.token_key(&Random::seeded(1)).await.unwrap();
        let other = database.open_again().await;
        let again = other.token_key(&Random::seeded(2)).await.unwrap();
        assert_eq!(again.verify(&key.sign(&token), day(9)), Ok(token));
        let name = database.store.publication_id(&Random::seeded(3)).await.unwrap();
        assert_eq!(other.publication_id(&Random::seeded(4)).await.unwrap(), name);
        other.close().await;
    });
}
