//! A database that is damaged or held, a disk that is full, a relay that is away: each is said, and nothing is lost.

use std::{fs, process::Command};

use sqlx::{Connection as _, SqliteConnection, sqlite::SqliteConnectOptions};

use crate::{
    bad_input::{assert_everybody_got_one, published},
    harness::folder::{Ended, Folder},
};

#[test]
fn a_damaged_database_is_said_to_be_one_and_is_left_alone() {
    let folder = Folder::model();
    let nonsense = "dit is geen databank\n".repeat(500);
    folder.write("data/postduif.db", &nonsense);
    for command in [&["publish"][..], &["run", "weekly-digest"], &["plan"], &["issues", "list"]] {
        let ended = folder.run(command);
        assert_eq!(ended.code, 2, "{command:?}: {ended:?}");
        assert!(ended.stderr.contains("the file is damaged or is no SQLite database; put back a backup"), "{ended:?}");
    }
    assert_eq!(folder.read("data/postduif.db"), nonsense);

    fs::remove_file(folder.path("data/postduif.db")).unwrap();
    fs::create_dir(folder.path("data/postduif.db")).unwrap();
    let ended = folder.run(&["publish"]);
    assert_eq!(ended.code, 2);
    assert!(
        ended.stderr.contains(
            "cannot open the database: the file of the database cannot be opened or written: look at its path"
        ),
        "{ended:?}"
    );
}

#[tokio::test]
async fn a_database_that_another_process_holds_is_waited_for_and_nothing_is_lost() {
    let folder = Folder::with_readers();
    let options = SqliteConnectOptions::new().filename(folder.path("data/postduif.db"));
    let mut holder = SqliteConnection::connect_with(&options).await.unwrap();
    let held = holder.begin_with("BEGIN IMMEDIATE").await.unwrap();
    let ended = folder.run(&["run", "weekly-digest"]);
    assert_eq!(ended.code, 2, "{ended:?}");
    assert!(ended.stderr.contains("another process holds it"), "{ended:?}");
    assert!(folder.outbox().is_empty());
    held.rollback().await.unwrap();
    folder.fine(&["run", "weekly-digest"]);
    assert_everybody_got_one(&folder);
}

#[test]
fn a_folder_where_a_file_should_be_is_named() {
    let folder = Folder::with_readers();
    fs::remove_file(folder.path("public/nl/feed.xml")).unwrap();
    folder.write("public/nl/feed.xml/bestand", "");
    let ended = folder.run(&["publish"]);
    assert_eq!(ended.code, 2, "{ended:?}");
    assert!(ended.stderr.contains("public/nl/feed.xml"), "{ended:?}");
    fs::remove_dir_all(folder.path("public/nl/feed.xml")).unwrap();

    folder.write("outbox", "een bestand");
    let ended = folder.run(&["run", "weekly-digest"]);
    assert_eq!(ended.code, 2, "{ended:?}");
    assert!(ended.stderr.contains("cannot make the outbox"), "{ended:?}");
    fs::remove_file(folder.path("outbox")).unwrap();
    folder.fine(&["run", "weekly-digest"]);
    assert_everybody_got_one(&folder);
}

/// Runs the program with files of at most so many kilobytes: to it, a disk that is full.
fn with_little_room(folder: &Folder, kilobytes: u32, arguments: &str) -> Ended {
    let program = env!("CARGO_BIN_EXE_postduif");
    // dash counts in blocks of 512 bytes, and the signal would end the program before it could say why.
    let script = format!("trap '' XFSZ; ulimit -f {}; exec '{program}' {arguments}", kilobytes * 2);
    let mut shell = Command::new("sh");
    folder.at_home(&mut shell).args(["-c", &script]).output().unwrap().into()
}

#[test]
fn a_full_disk_is_said_and_afterwards_everything_is_there_once() {
    let folder = Folder::model();
    for kilobytes in [1, 10, 30, 60, 100] {
        let ended = with_little_room(&folder, kilobytes, "publish");
        assert_eq!(ended.code, 2, "{kilobytes}: {ended:?}");
        assert!(ended.stderr.contains("error: cannot "), "{kilobytes}: {ended:?}");
    }
    folder.fine(&["publish"]);
    assert!(published(&folder).len() >= 5);
    folder.fine(&["subscribers", "import", "demo/subscribers.csv", "--start", "latest:3"]);
    for kilobytes in [10, 30, 100, 200, 300, 400, 500] {
        let ended = with_little_room(&folder, kilobytes, "run weekly-digest");
        assert!(matches!(ended.code, 0 | 2), "{kilobytes}: {ended:?}");
        assert!(ended.code == 0 || ended.stderr.contains("error: cannot "), "{kilobytes}: {ended:?}");
    }
    folder.fine(&["run", "weekly-digest"]);
    assert_everybody_got_one(&folder);
    assert!(fs::read_dir(folder.path("outbox")).unwrap().count() == 6, "nothing half-written is left");
}

#[test]
fn a_relay_that_is_away_loses_nothing() {
    let folder = Folder::with_readers();
    let ended: Ended = folder
        .postduif(&["run", "weekly-digest"])
        .env("POSTDUIF_MAIL__RELAY", "smtp://127.0.0.1:1")
        .output()
        .unwrap()
        .into();
    assert_eq!(ended.code, 2, "{ended:?}");
    assert!(ended.stderr.contains("error: the relay cannot be used: "), "{ended:?}");
    assert!(ended.stderr.contains("what it did not take waits for `serve` or the next `run`"), "{ended:?}");
    assert!(folder.outbox().is_empty());
    let issue = folder.run(&["issues", "show", "1", "--json"]).json();
    assert_eq!((&issue["planned"], &issue["accepted"]), (&6.into(), &0.into()), "{issue}");
    assert_eq!((&issue["rejected"], &issue["uncertain"]), (&0.into(), &0.into()), "{issue}");

    folder.fine(&["run", "weekly-digest"]);
    assert_everybody_got_one(&folder);
}
