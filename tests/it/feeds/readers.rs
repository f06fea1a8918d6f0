//! Real readers of feeds, each of which remembers what it has seen: a post that changes is not seen twice.

use std::{
    collections::BTreeSet,
    fs,
    path::Path,
    process::{Command, Output},
};

use serde_json::Value;
use sqlx::Connection as _;

use super::{Item, items};
use crate::harness::{Publication, tell};

/// Whether a program is there. In CI it must be.
fn is_installed(program: &str, package: &str) -> bool {
    let is_there = Command::new(program).arg("--version").output().is_ok_and(|output| output.status.success());
    assert!(is_there || std::env::var_os("CI").is_none(), "{program} is not installed, which CI needs");
    if !is_there {
        println!("skipped: {program} is not installed ({package})");
    }
    is_there
}

fn good(output: Output) -> String {
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    said
}

/// What happens to posts that readers have seen, one thing after the other; between them `look` lets a reader look.
async fn much_happens(garden: &Publication, mut look: impl AsyncFnMut(&str)) {
    garden.publish().await;
    garden.sync().await;
    look("at first").await;
    garden.edit("posts/slakken.md", "elke ochtend", "elke avond");
    garden.edit("posts/slakken.md", "title: Vrede met de slak\n", "title: De slak en wij\nupdated: 2026-10-09\n");
    garden.edit("locales/fr/posts/slakken.ftl", "La paix avec la limace", "La limace et nous");
    garden.sync().await;
    garden.publish().await;
    look("after an edit and another title").await;
    garden.write("posts/de-slak.md", garden.read("posts/slakken.md"));
    garden.remove("posts/slakken.md");
    garden.edit("posts/composteren/index.md", "related: [slakken]\n", "");
    garden.edit("posts/composteren/index.md", "slakken.md", "de-slak.md");
    garden.sync().await;
    garden.publish().await;
    look("after another address").await;
    garden.wait_a_week();
    garden.translate_the_rain_barrel().await;
    garden.publish().await;
    look("after a translation that came late").await;
}

/// The feeds that are followed: two languages, two formats, a topic.
const FOLLOWED: [&str; 4] = ["nl/feed.xml", "nl/atom.xml", "fr/feed.xml", "fr/topics/dieren/feed.xml"];

#[test]
fn newsboat_sees_nothing_twice_whatever_happens_to_a_post() {
    if !is_installed("newsboat", "Debian: newsboat") {
        return;
    }
    tell(async |garden| {
        let home = tempfile::tempdir().unwrap();
        let server = garden.serve_files();
        let url = |feed: &str| format!("http://127.0.0.1:{}/{feed}", server.port);
        fs::write(home.path().join("urls"), FOLLOWED.map(|feed| url(feed) + "\n").concat()).unwrap();
        fs::write(home.path().join("config"), "").unwrap();
        let mut last = Vec::new();
        much_happens(&garden, async |when| {
            let mut newsboat = Command::new("newsboat");
            newsboat.env("HOME", home.path()).current_dir(home.path());
            newsboat.args(["-u", "urls", "-c", "cache.db", "-C", "config", "-x", "reload"]);
            good(newsboat.output().unwrap());
            last = cached(&home.path().join("cache.db")).await;
            // What stands in several feeds under one id is one item to newsboat.
            let folders = FOLLOWED.iter().filter_map(|feed| Some(feed.rsplit_once('/')?.0));
            let published = folders.flat_map(|folder| items(&garden, &format!("{folder}/")));
            let expected: BTreeSet<_> = published.map(|item| (item.id, item.title, item.url)).collect();
            assert_eq!(last, expected.into_iter().collect::<Vec<_>>(), "{when}");
        })
        .await;
        assert_eq!(last.len(), 3 + 3, "three in each language: {last:#?}");
    });
}

/// What newsboat's database holds: id, title and address of each item, in order.
async fn cached(file: &Path) -> Vec<(String, String, String)> {
    let mut cache = sqlx::SqliteConnection::connect(&format!("sqlite:{}", file.display())).await.unwrap();
    let select = "SELECT guid, title, url FROM rss_item ORDER BY guid, title";
    let seen = sqlx::query_as(select).fetch_all(&mut cache).await.unwrap();
    cache.close().await.unwrap();
    seen
}

#[test]
fn rss2email_mails_each_post_once_whatever_happens_to_it() {
    if !is_installed("r2e", "Debian: rss2email") {
        return;
    }
    tell(async |garden| {
        let home = tempfile::tempdir().unwrap();
        let server = garden.serve_files();
        let mails = home.path().join("mail");
        fs::create_dir(&mails).unwrap();
        let mut config = format!(
            "[DEFAULT]\nfrom = feeds@lezers.example\nto = an@lezers.example\nemail-protocol = maildir\n\
             maildir-path = {}\nmaildir-mailbox = new\n",
            mails.display()
        );
        for (number, feed) in FOLLOWED[..3].iter().enumerate() {
            config += &format!("[feed.f{number}]\nurl = http://127.0.0.1:{}/{feed}\n", server.port);
        }
        fs::write(home.path().join("config"), config).unwrap();
        let mut counts = Vec::new();
        much_happens(&garden, async |_| {
            let mut r2e = Command::new("r2e");
            r2e.env("HOME", home.path()).current_dir(home.path()).args(["-c", "config", "-d", "data.json", "run"]);
            good(r2e.output().unwrap());
            counts.push(fs::read_dir(mails.join("new/new")).map_or(0, Iterator::count));
        })
        .await;
        assert_eq!(counts, [8, 8, 8, 9], "one more when a translation arrives, and nothing else");
    });
}

#[test]
fn feedparser_reads_what_was_written() {
    let python = std::env::var("POSTDUIF_TEST_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let has_it = Command::new(&python).args(["-c", "import feedparser"]).output();
    if !has_it.is_ok_and(|output| output.status.success()) {
        assert!(std::env::var_os("CI").is_none(), "no Python with feedparser, which CI needs");
        println!("skipped: Python has no feedparser (tests/tools/requirements.txt)");
        return;
    }
    tell(async |garden| {
        garden.edit(
            "posts/slakken.md",
            "title: Vrede met de slak",
            "title: \"Sla & <slak> ]]> \\u0007!\"\nupdated: 2026-10-09",
        );
        garden.publish().await;
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tools/feeds.py");
        for feed in ["nl/feed.xml", "nl/atom.xml", "ar/feed.xml", "ar/atom.xml", "fr/topics/dieren/atom.xml"] {
            let file = garden.root().join("public").join(feed);
            let said = good(Command::new(&python).arg(&script).arg(file).output().unwrap());
            let read: Value = serde_json::from_str(&said).unwrap();
            assert_eq!(
                (&read["well_formed"], read["language"].as_str()),
                (&Value::Bool(true), Some(&feed[..2])),
                "{feed}"
            );
            let (folder, _) = feed.rsplit_once('/').unwrap();
            let published: Vec<_> = items(&garden, &format!("{folder}/")).iter().map(as_read).collect();
            assert_eq!(read["items"], Value::Array(published), "{feed}");
        }
    });
}

/// An item as `tests/tools/feeds.py` says it.
fn as_read(item: &Item) -> Value {
    let file = item.enclosure.as_ref();
    serde_json::json!({
        "id": item.id, "title": item.title, "url": item.url, "html": item.html,
        "published": item.published, "updated": item.updated, "authors": item.authors, "topics": item.topics,
        "enclosure": file.map(|(url, kind, length)| [url, kind, length]),
    })
}
