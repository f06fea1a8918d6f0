//! What was published and is another thing now: a clock that was ahead, a language that is no more, a post that is a page.

use axum::http::StatusCode;
use chrono::TimeDelta;
use postduif::diagnostic::Diagnostic;

use crate::harness::{Publication, READERS, folder::Folder, on_each_database, tell};

/// What is on the site now: the front page, the lists and the feeds.
fn site(garden: &Publication) -> Vec<String> {
    [
        "nl/index.html",
        "nl/slakken/index.html",
        "nl/topics/bodem/index.html",
        "nl/feed.xml",
        "fr/feed.json",
        "sitemap.xml",
    ]
    .map(|file| garden.read(&format!("public/{file}")))
    .into()
}

#[test]
fn what_is_out_stays_out_when_a_clock_goes_back() {
    on_each_database(async |garden| {
        for (email, locale) in READERS {
            garden.join(email, locale).await;
        }
        garden.publish().await;
        let before = site(garden);
        // A machine that does not know the time yet.
        garden.wait(-TimeDelta::days(14));
        let again = garden.publish().await;
        assert_eq!(again.site.removed(), 0, "{:?}", again.site);
        assert_eq!(again.released.values().sum::<usize>(), 0);
        assert_eq!(site(garden), before);
        let mails = garden.digest().await;
        assert!(mails.iter().any(|mail| mail.text.contains("Vrede met de slak")), "it is out, so it is sent");
        // What an editor moves into the future is not out, whatever was before.
        garden.wait(TimeDelta::days(14));
        garden.edit("posts/slakken.md", "date: 2026-10-05", "date: 2026-10-25");
        let moved = garden.publish().await;
        assert!(moved.diagnostics.iter().any(|found| found.code == "dated-after-release"), "{:#?}", moved.diagnostics);
        assert!(!garden.read("public/nl/index.html").contains("Vrede met de slak"));
    });
}

#[test]
fn what_is_a_page_now_goes_into_no_digest() {
    on_each_database(async |garden| {
        for (email, locale) in READERS {
            garden.join(email, locale).await;
        }
        garden.publish().await;
        garden.write("pages/slakken.md", garden.read("posts/slakken.md").replace("topics: [dieren]\n", ""));
        garden.remove("posts/slakken.md");
        let mails = garden.digest().await;
        assert!(!mails.is_empty() && mails.iter().all(|mail| !mail.text.contains("Vrede met de slak")));
    });
}

#[test]
fn who_reads_a_language_that_is_no_more_is_named_and_gets_what_is_theirs_when_it_comes_back() {
    let folder = Folder::with_readers();
    let config = folder.read("postduif.toml");
    let (before, rest) = config.split_once("[locales.de]").unwrap();
    let after = rest.split_once("\n[").unwrap().1;
    folder.write("postduif.toml", format!("{before}[{after}"));
    let plan = folder.fine(&["plan", "weekly-digest"]);
    assert!(plan.contains("leave out 1: no_language"), "{plan}");
    let status = folder.run(&["status", "--service"]).stdout;
    assert!(status.contains("1 subscriber in de, which is no more"), "{status}");
    folder.fine(&["run", "weekly-digest"]);
    let shown = folder.fine(&["issues", "show", "1"]);
    assert!(shown.contains("excluded because no_language: 1"), "{shown}");
    let reader = "jana@leser.example";
    assert!(!folder.recipients().contains_key(reader) && folder.recipients().len() == 5, "{:?}", folder.recipients());
    folder.write("postduif.toml", config);
    folder.fine(&["run", "weekly-digest"]);
    assert_eq!(folder.recipients()[reader], 1);
    assert!(folder.recipients().values().all(|mails| *mails == 1), "{:?}", folder.recipients());
    assert!(!folder.run(&["status", "--service"]).stdout.contains("which is no more"));
}

/// The findings of a kind, each with its file and line.
fn found(diagnostics: &[Diagnostic], code: &str) -> Vec<String> {
    let found = diagnostics.iter().filter(|found| found.code == code);
    found.map(|found| format!("{}:{}: {}", found.file.display(), found.line, found.message)).collect()
}

#[test]
fn a_post_that_is_too_old_for_any_digest_is_told_once_and_an_archive_is_not() {
    tell(async |garden| {
        let old = |title: &str| format!("---\ntitle: {title}\ndate: 2025-10-08\n---\nEen jaar te vroeg.\n");
        garden.write("posts/archief.md", old("Uit het archief"));
        assert_eq!(found(&garden.publish().await.diagnostics, "too-old-to-send"), [""; 0], "the first time");
        garden.write("posts/bericht.md", old("Een bericht"));
        garden.write("posts/stil.md", old("Een stil bericht").replace("date:", "newsletter: false\ndate:"));
        let told = ["posts/bericht.md:3: this is dated 366 days ago, so it goes into no digest"];
        let planned =
            garden.content.plan(&garden.store, &garden.workflow("weekly-digest"), garden.now()).await.unwrap();
        assert_eq!(found(&planned.diagnostics, "too-old-to-send"), told);
        let (publication, _) = garden.content.load().await.unwrap();
        let checked = garden.content.check_missed(&publication, garden.now()).unwrap();
        assert_eq!(found(&checked, "too-old-to-send"), told);
        assert_eq!(found(&garden.publish().await.diagnostics, "too-old-to-send"), told);
        assert_eq!(found(&garden.publish().await.diagnostics, "too-old-to-send"), [""; 0]);
        assert_eq!(garden.content.check_missed(&publication, garden.now()).unwrap(), []);
    });
}

#[test]
fn a_topic_that_nothing_is_about_any_more_is_told() {
    tell(async |garden| {
        garden.publish().await;
        garden.edit("posts/slakken.md", "topics: [dieren]", "topics: [bodem]");
        let told = [
            "locales/nl/topics.ftl:1: no post is about `dieren` any more, so its pages and feeds are gone, whoever follows them",
        ];
        let (publication, _) = garden.content.load().await.unwrap();
        assert_eq!(found(&garden.content.check_missed(&publication, garden.now()).unwrap(), "topic-gone"), told);
        assert_eq!(found(&garden.publish().await.diagnostics, "topic-gone"), told);
        assert_eq!(found(&garden.publish().await.diagnostics, "topic-gone"), [""; 0]);
    });
}

#[test]
fn who_asks_for_a_post_that_is_not_in_their_language_yet_is_led_to_those_in_which_it_is() {
    tell(async |garden| {
        garden.publish().await;
        let answer = garden.get("/fr/regenton/").await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        assert!(answer.body.contains("<html lang=\"fr\"") && answer.body.contains("Pas encore dans cette langue"));
        assert!(answer.body.contains("href=\"/nl/regenton/\" lang=\"nl\""), "{}", answer.body);
        assert!(
            garden.get("/fr/nergens/").await.body.contains("Cette page n’existe pas"),
            "what is nowhere is nowhere"
        );
        assert!(garden.read("public/fr/404.html").contains("Cette page n’existe pas"));
    });
}
