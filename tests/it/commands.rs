//! The commands at the edges of a terminal and of a machine: pipes that close, databases that are
//! held or away, and what is left behind.

use std::{fs, net::TcpListener};

use axum::http::StatusCode;
use chrono::TimeDelta;
use mail_parser::MessageParser;
use postduif::{outbox::Outcome, storage::Store};
use sqlx::{Connection as _, SqliteConnection, sqlite::SqliteConnectOptions};

use crate::harness::{
    self,
    folder::{Ended, Folder},
    tell,
};

/// Each command that prints, on a publication with readers.
const PRINTING: [&[&str]; 12] = [
    &["check"],
    &["check", "--json"],
    &["status"],
    &["status", "--json"],
    &["sync"],
    &["approve", "fr/magnesium-en-spierkrampen"],
    &["plan"],
    &["publish"],
    &["preview", "weekly-digest", "--locale", "nl"],
    &["subscribers", "export"],
    &["run", "weekly-digest"],
    &["issues", "list"],
];

#[test]
fn who_has_read_enough_ends_a_command_quietly() {
    let folder = Folder::with_readers();
    for command in PRINTING {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let ended: Ended = folder.postduif(command).env("RUST_LOG", "off").stdout(writer).output().unwrap().into();
        assert_eq!((ended.code, ended.stderr.as_str()), (0, ""), "{command:?}");
    }
    assert_eq!(folder.recipients().len(), 6, "what was done is done");
}

#[test]
fn a_terminal_that_takes_nothing_is_a_failure_of_the_machine() {
    let folder = Folder::with_readers();
    for command in PRINTING {
        let full = || fs::File::options().write(true).open("/dev/full").unwrap();
        let ended: Ended = folder.postduif(command).stdout(full()).output().unwrap().into();
        assert_eq!(ended.code, 2, "{command:?}: {ended:?}");
        let says = "error: cannot write to standard output: No space left on device";
        assert!(ended.stderr.contains(says), "{command:?}: {ended:?}");
        // Where errors cannot be said either, the exit code still tells.
        let ended = folder.postduif(command).stdout(full()).stderr(full()).status().unwrap();
        assert_eq!(ended.code(), Some(2), "{command:?}");
    }
}

#[test]
fn the_model_is_in_step() {
    let said = Folder::model().fine(&["sync"]);
    assert_eq!(said, "the locale files are in step with the posts\n");
}

#[test]
fn a_sync_leaves_a_checkout_alone_that_git_is_at_work_in_and_a_hook_may_go_on() {
    let folder = Folder::with_readers();
    let post = "posts/magnesium-en-spierkrampen.md";
    folder.write(".git/index.lock", "");
    folder.write(post, folder.read(post) + "\nTot morgen.\n");
    let ended: Ended = folder.postduif(&["sync"]).env_remove("GIT_INDEX_FILE").output().unwrap().into();
    assert!(ended.code == 1 && ended.stderr.contains("busy-repository"), "{ended:?}");
    let ended: Ended = folder.postduif(&["sync"]).env("GIT_INDEX_FILE", ".git/index").output().unwrap().into();
    assert!(ended.code == 0 && ended.stdout.contains("updated locales/nl/posts/magnesium"), "{ended:?}");
}

/// What lies in the folder of the database and is of the database or its workers.
fn beside_the_database(folder: &Folder) -> Vec<String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder.path("data")).unwrap() {
        let entry = entry.unwrap();
        names.push(entry.file_name().into_string().unwrap());
        if entry.file_type().unwrap().is_dir() {
            names.extend(
                fs::read_dir(entry.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()),
            );
        }
    }
    names.retain(|name| name.starts_with("postduif") || name.starts_with("worker"));
    names.sort();
    names
}

#[test]
fn no_command_leaves_anything_beside_the_database() {
    let folder = Folder::with_readers();
    assert_eq!(beside_the_database(&folder), ["postduif.db"]);
    folder.write("data/postduif.workers/worker-4242-killed.lock", "");
    for command in [
        &["plan"][..],
        &["subscribers", "export"],
        &["subscribers", "erase", "nobody@lezers.example"],
        &["run", "weekly-digest"],
        &["issues", "show", "1"],
    ] {
        folder.run(command);
    }
    assert_eq!(beside_the_database(&folder), ["postduif.db", "postduif.workers"]);
}

#[test]
fn a_worker_that_ends_with_an_error_leaves_nothing_either() {
    let folder = Folder::with_readers();
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let mut run = folder.postduif(&["run", "weekly-digest"]);
    let ended: Ended = run.env("POSTDUIF_MAIL__RELAY", format!("smtp://127.0.0.1:{port}")).output().unwrap().into();
    assert_eq!(ended.code, 2, "{ended:?}");
    assert_eq!(beside_the_database(&folder), ["postduif.db", "postduif.workers"]);
}

/// Holds a database file as another process that writes does, while something is done.
async fn while_it_is_held<T>(file: &std::path::Path, during: impl AsyncFnOnce() -> T) -> T {
    let options = SqliteConnectOptions::new().filename(file);
    let mut holder = SqliteConnection::connect_with(&options).await.unwrap();
    let held = holder.begin_with("BEGIN IMMEDIATE").await.unwrap();
    let done = during().await;
    held.rollback().await.unwrap();
    done
}

#[tokio::test]
async fn a_database_that_is_held_is_named_once_and_nothing_is_promised_that_does_not_happen() {
    let folder = Folder::with_readers();
    let ended = while_it_is_held(&folder.path("data/postduif.db"), async || folder.run(&["publish"])).await;
    assert_eq!(ended.code, 2, "{ended:?}");
    assert_eq!(ended.stderr.matches("database is locked").count(), 1, "{ended:?}");
    assert!(ended.stderr.contains("try again when that is done"), "{ended:?}");
    folder.fine(&["publish"]);
}

#[test]
fn a_run_that_met_a_busy_database_is_gone_on_with_and_finishes() {
    tell(async |garden| {
        garden.publish().await;
        garden.join_from("griet@lezers.example", "nl", "latest:1".parse().unwrap()).await;
        let workflow = garden.workflow("weekly-digest");
        let runner = garden.runner().await;
        garden.store.begin_run("weekly-digest", garden.now(), garden.now()).await.unwrap();
        let file = garden.database.strip_prefix("sqlite:").unwrap();
        while_it_is_held(file.as_ref(), async || runner.resume(std::slice::from_ref(&workflow)).await.unwrap()).await;
        let open = garden.store.unfinished_runs().await.unwrap();
        assert_eq!((open.len(), garden.new_mails().len()), (1, 0), "{open:?}");

        runner.resume(std::slice::from_ref(&workflow)).await.unwrap();
        assert_eq!(garden.store.unfinished_runs().await.unwrap(), []);
        assert_eq!(garden.store.runs(1).await.unwrap()[0].outcome.as_deref(), Some("done"));
        assert_eq!(garden.new_mails().len(), 1);
        runner.resume(std::slice::from_ref(&workflow)).await.unwrap();
        assert_eq!(garden.new_mails().len(), 0);
    });
}

#[tokio::test]
async fn a_server_that_is_away_is_named_and_its_password_is_not() {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let url = format!("postgres://duif:geheim@127.0.0.1:{port}/post?password=ookgeheim");
    let folder = Folder::model();
    let mut command = folder.postduif(&["publish"]);
    let ended: Ended = command.env("POSTDUIF_STORE__URL", &url).output().unwrap().into();
    assert_eq!(ended.code, 2, "{ended:?}");
    assert!(ended.stderr.contains(&format!("no database server answers at 127.0.0.1:{port}")), "{ended:?}");
    assert!(ended.stderr.contains("look whether it runs"), "{ended:?}");
    assert_eq!(ended.stderr.trim().lines().count(), 1, "{ended:?}");
    assert!(!ended.stderr.contains("geheim"), "{ended:?}");
    let error = Store::open(&url).await.unwrap_err();
    assert!(!format!("{error:?} {error}").contains("geheim"));
}

#[test]
fn a_preview_is_what_a_reader_gets_as_page_as_text_and_as_mail() {
    let folder = Folder::with_readers();
    let said = folder.fine(&["preview", "weekly-digest", "--locale", "fr"]);
    let eml = fs::read(folder.path("preview/weekly-digest-fr.eml")).unwrap();
    let mail = MessageParser::default().parse(&eml).unwrap();
    assert!(said.starts_with(mail.subject().unwrap()), "{said}");
    let link = "http://127.0.0.1:8080/s/test/fr";
    assert_eq!(mail.header_raw("List-Unsubscribe").unwrap().trim(), format!("<{link}>"));
    let text = mail.body_text(0).unwrap().replace("\r\n", "\n");
    assert_eq!(text.trim_end(), folder.read("preview/weekly-digest-fr.txt").trim_end());
    for part in [mail.body_html(0).unwrap().as_ref(), &folder.read("preview/weekly-digest-fr.html")] {
        assert!(part.contains(link) && !part.contains(".invalid"), "{part}");
    }
    assert!(folder.outbox().is_empty(), "nothing is sent that nobody asked for");
}

#[test]
fn a_test_goes_to_the_author_alone_and_stands_in_no_ledger() {
    let folder = Folder::with_readers();
    let before = folder.fine(&["subscribers", "export"]);
    for (locale, subject) in [("nl", "Proef: "), ("fr", "Essai\u{a0}: "), ("de", "Test: "), ("ar", "تجربة: ")] {
        let said = folder.fine(&["preview", "weekly-digest", "--locale", locale, "--to", "lien@beweegreden.example"]);
        assert!(said.contains(&format!("sent as a test: written to 0000-{locale}-0.eml")), "{said}");
        let outbox = folder.outbox();
        let mail = MessageParser::default().parse(&outbox[&format!("0000-{locale}-0.eml")]).unwrap();
        assert!(mail.subject().unwrap().starts_with(subject), "{:?}", mail.subject());
        assert_eq!(mail.to().unwrap().first().unwrap().address(), Some("lien@beweegreden.example"));
    }
    assert!(folder.fine(&["issues", "list"]).starts_with("there is no issue yet"));
    assert_eq!(folder.fine(&["subscribers", "export"]), before);
    folder.fine(&["run", "weekly-digest"]);
    assert_eq!(folder.outbox().len(), 4 + 6, "the readers get theirs all the same");

    let mut away = folder.postduif(&["preview", "weekly-digest", "--locale", "nl", "--to", "lien@beweegreden.example"]);
    let ended: Ended = away.env("POSTDUIF_MAIL__RELAY", "smtp://127.0.0.1:1").output().unwrap().into();
    assert_eq!(ended.code, 2, "{ended:?}");
    assert!(ended.stderr.contains("the relay cannot be used") && !ended.stderr.contains("lien@"), "{ended:?}");
    assert_eq!(folder.run(&["preview", "weekly-digest", "--locale", "nl", "--to", "lien"]).code, 1);
}

#[test]
fn the_links_of_a_test_lead_to_a_page_that_says_so() {
    tell(async |garden| {
        garden.publish().await;
        for (locale, says) in [("nl", "Dit is een proefmail"), ("fr", "Ceci est un e-mail d’essai")] {
            let path = format!("/s/test/{locale}");
            for answer in [garden.get(&path).await, garden.post(&path, &[("List-Unsubscribe", "One-Click")]).await] {
                assert_eq!(answer.status, StatusCode::OK);
                assert!(answer.body.contains(says) && !answer.body.contains("<form"), "{}", answer.body);
            }
        }
        for unknown in ["/s/test/xx", "/s/test/..", "/s/test/unsubscribe"] {
            assert_eq!(garden.get(unknown).await.status, StatusCode::NOT_FOUND, "{unknown}");
        }
    });
}

#[test]
fn a_language_that_nobody_reads_is_answered_with_those_that_there_are() {
    let folder = Folder::with_readers();
    let ended = folder.run(&["preview", "weekly-digest", "--locale", "xx"]);
    assert_eq!(ended.code, 1, "{ended:?}");
    assert!(ended.stderr.contains("in `xx`; choose one of nl, fr, en, de, ar, fr-BE"), "{ended:?}");
    let ended = folder.run(&["preview", "weekly-digest", "--locale", "nl", "--posts", "0"]);
    assert!(ended.code == 1 && ended.stderr.contains("at least one post"), "{ended:?}");
}

#[test]
fn an_issue_is_listed_under_the_time_of_its_publication() {
    let folder = Folder::with_readers();
    folder.fine(&["run", "weekly-digest"]);
    let slot = |said: String| said.split_ascii_whitespace().skip(2).take(3).collect::<Vec<_>>().join(" ");
    for command in [&["issues", "list"][..], &["issues", "show", "1"]] {
        let zone = slot(folder.fine(command)).split(' ').next_back().unwrap().to_owned();
        assert!(["CET", "CEST"].contains(&zone.as_str()), "{zone}");
    }
    let file = folder.read("postduif.toml").replace("Europe/Brussels", "Asia/Tokyo");
    folder.write("postduif.toml", file);
    assert!(slot(folder.fine(&["issues", "list"])).ends_with(" JST"));
}

#[test]
fn everything_that_is_stored_about_a_subscriber_is_shown() {
    let folder = Folder::with_readers();
    folder.fine(&["subscribers", "add", "mia@lezers.example", "--start", "latest:1", "--topics", "voeding,lopen"]);
    folder.fine(&["run", "weekly-digest"]);
    let said = folder.fine(&["subscribers", "show", "mia@lezers.example"]);
    let names: Vec<&str> = said.lines().filter_map(|line| line.get(..13)).map(str::trim).take(7).collect();
    assert_eq!(names, ["number", "email", "name", "status", "locale", "cadence", "topics"], "{said}");
    assert!(said.contains("topics        lopen voeding"), "{said}");
    assert!(said.contains("imported") && said.contains("digest of issue 1 in nl: accepted"), "{said}");
    let json = folder.run(&["subscribers", "show", "mia@lezers.example", "--json"]).json();
    assert_eq!(json["topics"], serde_json::json!(["lopen", "voeding"]));
    assert_eq!(json["consents"][0]["what"], "imported");
    assert_eq!((&json["deliveries"][0]["state"], &json["deliveries"][0]["issue"]), (&"accepted".into(), &1.into()));
    folder.fine(&["subscribers", "add", "alles@lezers.example"]);
    let said = folder.fine(&["subscribers", "show", "alles@lezers.example"]);
    assert!(said.contains("topics        all"), "{said}");
}

#[test]
fn an_issue_is_paused_goes_on_and_is_tried_again_by_command() {
    tell(async |garden| {
        garden.publish().await;
        for name in ["an", "bo"] {
            garden.join_from(&format!("{name}@lezers.example"), "nl", "latest:1".parse().unwrap()).await;
        }
        garden.relay.fail_on(1, Outcome::Rejected { reply: "550 5.2.0 not today".to_owned() });
        garden.relay.fail_on(2, Outcome::Deferred { reply: "451 4.3.0 later".to_owned() });
        garden.digest().await;
        let issues = |arguments: &str| {
            let mut command = harness::program(garden.root());
            command.env("POSTDUIF_STORE__URL", &garden.database).arg("issues").args(arguments.split(' '));
            harness::Ended::of(&mut command)
        };
        let shown = issues("show 1").fine();
        assert!(shown.contains("1 rejected: 550 5.2.0 not today"), "{shown}");
        assert!(shown.contains("1 deferred, again at 2026-10-09 08:0"), "{shown}");
        let said = issues("approve 1").wrong();
        assert_eq!(said, "error: issue 1 is sending; this is for one that waits for approval\n");
        let said = issues("pause 1").fine();
        assert!(said.starts_with("issue 1 is paused: 0 of 2 accepted, 1 deferred, 1 rejected\n"), "{said}");
        garden.wait(TimeDelta::minutes(10));
        assert_eq!(garden.deliver().await, []);
        assert!(issues("resume 1").fine().starts_with("issue 1 is sending: "));
        assert_eq!(garden.deliver().await.len(), 1);
        let said = issues("retry 1").fine();
        assert!(said.starts_with("1 mail again\nissue 1 is sending: 1 of 2 accepted, 1 planned\n"), "{said}");
        // The command goes by the clock of the machine.
        garden.wait(TimeDelta::weeks(5_000));
        assert_eq!(garden.deliver().await.len(), 1);
        assert_eq!(issues("cancel 1").wrong(), "error: issue 1 is finished; this is for one that is not over yet\n");
        assert_eq!(issues("pause 7").wrong(), "error: there is no issue 7\n");
        let shown: serde_json::Value = serde_json::from_str(&issues("show 1 --json").fine()).unwrap();
        assert_eq!(
            (&shown["state"], &shown["accepted"], &shown["rejected"]),
            (&"finished".into(), &2.into(), &0.into())
        );
    });
}
