//! A post keeps what readers know it by, whatever it is called.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use postduif::outbox::Outcome;

use crate::harness::{Publication, Received, on_each_database, tell};

/// Gives posts other file names, all at once.
pub(crate) fn rename(garden: &Publication, renames: &[(&str, &str)]) {
    let texts: Vec<_> = renames.iter().map(|(old, _)| garden.read(&format!("posts/{old}.md"))).collect();
    renames.iter().for_each(|(old, _)| garden.remove(&format!("posts/{old}.md")));
    for ((_, new), text) in renames.iter().zip(texts) {
        garden.write(&format!("posts/{new}.md"), text);
    }
}

/// Where an old address leads for good.
async fn led_to(garden: &Publication, path: &str) -> String {
    let answer = garden.get(path).await;
    assert_eq!(answer.status, StatusCode::PERMANENT_REDIRECT, "{path}");
    answer.header("location").to_owned()
}

/// The ids in a feed, by title.
fn guids(garden: &Publication, locale: &str) -> BTreeMap<String, String> {
    let feed = rss::Channel::read_from(garden.read(&format!("public/{locale}/feed.xml")).as_bytes()).unwrap();
    let items = feed.items.into_iter().map(|item| (item.title.unwrap(), item.guid.unwrap().value));
    items.collect()
}

#[test]
fn a_post_that_gets_another_file_name_is_in_no_feed_or_mail_a_second_time() {
    on_each_database(async |garden| {
        garden.publish().await;
        garden.sync().await;
        garden.join_from("an@lezers.example", "nl", "latest:2".parse().unwrap()).await;
        garden.join("bo@lezers.example", "fr").await;
        let before = ["nl", "fr"].map(|locale| guids(garden, locale));
        let now = || ["nl", "fr"].map(|locale| guids(garden, locale));
        // The mail is refused, so that what it had is to come again: under its new name.
        garden.relay.fail_on(1, Outcome::Rejected { reply: "because".to_owned() });
        assert_eq!(garden.digest().await.len(), 0);
        rename(garden, &[("slakken", "slakkenvrede")]);
        garden.wait_a_week();
        let mails = garden.digest().await;
        assert_eq!(mails.iter().map(Received::about).collect::<Vec<_>>(), ["nl: regenton slakkenvrede"]);
        assert_eq!(now(), before);
        // Two change names, and a new post takes the one that was given up.
        rename(garden, &[("slakkenvrede", "regenton"), ("regenton", "slakkenvrede")]);
        garden.sync().await;
        rename(garden, &[("regenton", "vrede"), ("slakkenvrede", "regenwater")]);
        garden.write("posts/slakken.md", "---\ntitle: Nieuwe slakken\ndate: 2026-10-16\n---\nEr zijn er weer.\n");
        garden.sync().await;
        garden.wait_a_week();
        let mails = garden.digest().await;
        assert_eq!(mails.iter().map(Received::about).collect::<Vec<_>>(), ["nl: eerste-vorst slakken"]);
        let mut after = now();
        assert_eq!(after[0].remove("Nieuwe slakken").unwrap(), "tag:moestuin.example,2026:nl/slakken-2");
        after[0].remove("De eerste vorst").unwrap();
        after[1].remove("Les premières gelées");
        assert_eq!(after, before);
        garden.wait_a_week();
        assert_eq!(garden.digest().await, []);
    });
}

#[test]
fn a_post_that_was_renamed_just_now_is_read_in_all_languages_under_all_its_names() {
    tell(async |garden| {
        garden.edit("posts/regenton.md", "date:", "related: [slakken]\ndate:");
        let body = garden.read("posts/regenton.md") + "\nZie [de slakken](slakken.md).\n";
        garden.write("posts/regenton.md", body);
        garden.sync().await;
        garden.publish().await;
        let before = garden.read("public/fr/slakken/index.html");
        for (old, new) in [("slakken", "slakken-weren"), ("slakken-weren", "slakkenvrede")] {
            rename(&garden, &[(old, new)]);
            let found = garden.publish().await.diagnostics;
            let said = found.iter().filter(|found| found.code == "old-name" && found.file.ends_with("regenton.md"));
            assert_eq!(said.count(), 2, "the link and `related`: {found:#?}");
            assert!(found.iter().all(|found| found.code != "broken-link"), "{found:#?}");
        }
        assert_eq!(garden.read("public/fr/slakkenvrede/index.html"), before.replace("slakken/", "slakkenvrede/"));
        let page = garden.read("public/nl/regenton/index.html");
        assert!(page.contains("<a href=\"/nl/slakkenvrede/\">de slakken</a>"), "{page}");
        for (path, to) in [("/fr/slakken/", "/fr/slakkenvrede/"), ("/nl/slakken-weren/", "/nl/slakkenvrede/")] {
            assert_eq!(led_to(&garden, path).await, to);
        }
        let site = garden.read("public/_redirects");
        garden.sync().await;
        garden.publish().await;
        assert_eq!(garden.read("public/_redirects"), site, "a sync changes nothing more");
    });
}

#[test]
fn posts_that_took_each_others_names_are_themselves_also_before_a_sync() {
    on_each_database(async |garden| {
        garden.publish().await;
        garden.sync().await;
        garden.join_from("an@lezers.example", "nl", "latest:2".parse().unwrap()).await;
        assert_eq!(garden.digest().await.iter().map(Received::about).collect::<Vec<_>>(), ["nl: regenton slakken"]);
        let before = ["nl", "fr"].map(|locale| guids(garden, locale));
        // One takes a free name and another its own; then two change theirs.
        for renames in
            [&[("slakken", "vrede"), ("regenton", "slakken")][..], &[("vrede", "slakken"), ("slakken", "vrede")]]
        {
            rename(garden, renames);
            for _ in 0..2 {
                assert!(garden.publish().await.released.is_empty(), "{renames:?}");
                assert_eq!(["nl", "fr"].map(|locale| guids(garden, locale)), before, "{renames:?}");
            }
            garden.sync().await;
            assert!(garden.publish().await.released.is_empty(), "{renames:?}");
        }
    });
}

#[test]
fn a_post_that_is_renamed_before_any_sync_has_seen_it_is_no_new_one() {
    on_each_database(async |garden| {
        garden.publish().await;
        let new = "---\ntitle: Nieuw\ndate: 2026-10-07\nsummary: Kort.\n---\nEr groeit al iets.\n";
        garden.write("posts/nieuw.md", new);
        assert_eq!(garden.publish().await.released.len(), 1);
        let before = guids(garden, "nl");
        for (old, new) in [("nieuw", "nieuwer"), ("nieuwer", "nieuwst"), ("nieuwst", "oud")] {
            rename(garden, &[(old, new)]);
            if new == "oud" {
                garden.sync().await;
            }
            assert!(garden.publish().await.released.is_empty(), "{new}");
            garden.edit(&format!("posts/{new}.md"), "al iets.", "al iets meer.");
            assert!(garden.publish().await.released.is_empty(), "{new}, with another text");
            assert_eq!(guids(garden, "nl"), before, "{new}");
            assert_eq!(led_to(garden, "/nl/nieuw/").await, format!("/nl/{new}/"));
            garden.edit(&format!("posts/{new}.md"), "al iets meer.", "al iets.");
            garden.publish().await;
        }
        // A copy is a post of its own, and stays one when the first is gone.
        garden.write("posts/kopie.md", garden.read("posts/oud.md"));
        assert_eq!(garden.publish().await.released.len(), 1);
        garden.sync().await;
        garden.remove("posts/oud.md");
        garden.publish().await;
        assert_eq!(guids(garden, "nl")["Nieuw"], "tag:moestuin.example,2026:nl/kopie");
    });
}

#[test]
fn a_post_that_is_edited_from_head_to_foot_and_then_renamed_is_itself_before_any_sync() {
    on_each_database(async |garden| {
        garden.publish().await;
        garden.sync().await;
        garden.publish().await;
        let french = garden.read("locales/fr/posts/slakken.ftl");
        let text = garden.read("posts/slakken.md");
        let (head, body) = text.rsplit_once("---\n").unwrap();
        let body: String =
            body.lines().map(|line| format!("{line}{}\n", if line.is_empty() { "" } else { " Toch?" })).collect();
        garden.write("posts/slakken.md", format!("{head}---\n{body}"));
        garden.publish().await;
        let before = ["nl", "fr"].map(|locale| guids(garden, locale));
        rename(garden, &[("slakken", "vrede")]);
        for _ in 0..2 {
            assert!(garden.publish().await.released.is_empty());
            assert_eq!(["nl", "fr"].map(|locale| guids(garden, locale)), before);
        }
        for path in ["nl", "fr"] {
            assert_eq!(led_to(garden, &format!("/{path}/slakken/")).await, format!("/{path}/vrede/"));
        }
        garden.sync().await;
        assert!(garden.publish().await.released.is_empty());
        assert!(!garden.has("locales/fr/posts/slakken.ftl"), "its translations go with it");
        let title = french.lines().find(|line| line.starts_with("title")).unwrap();
        assert!(garden.read("locales/fr/posts/vrede.ftl").contains(title));
    });
}

/// The text of a post without translations.
fn program(year: &str, date: &str) -> String {
    format!(
        "---\ntitle: Programma {year}\ndate: {date}\nsummary: Wat we dit jaar doen.\n---\nZaaien en oogsten in {year}.\n"
    )
}

#[test]
fn a_new_post_in_the_file_of_an_old_one_is_sent_when_it_says_so() {
    on_each_database(async |garden| {
        garden.write("posts/programma.md", program("2025", "2026-10-05"));
        garden.publish().await;
        garden.sync().await;
        garden.publish().await;
        garden.join_from("an@lezers.example", "nl", "latest:1".parse().unwrap()).await;
        assert_eq!(garden.digest().await.len(), 1);
        let before = guids(garden, "nl");
        garden.wait_a_week();
        // Whatever is corrected, it is the same post.
        garden.write("posts/programma.md", program("2026", "2026-10-05"));
        assert!(garden.publish().await.released.is_empty());
        garden.write("posts/programma.md", program("2027", "2026-10-13"));
        for _ in 0..2 {
            let published = garden.publish().await;
            assert!(published.released.is_empty());
            let said = published.diagnostics.iter().find(|found| found.code == "dated-after-release").unwrap();
            assert_eq!((said.line, said.column), (3, 7));
            assert!(said.help.contains("add `id: programma-2`"), "{said:?}");
            garden.sync().await;
        }
        assert_eq!(guids(garden, "nl")["Programma 2027"], before["Programma 2025"]);
        // Only its writer knows whether it is another.
        garden.edit("posts/programma.md", "summary:", "id: programma-2\nsummary:");
        for released in [1, 0] {
            let published = garden.publish().await;
            assert_eq!(published.released.len(), released);
            assert!(published.diagnostics.iter().all(|found| found.code != "dated-after-release"));
            assert_eq!(guids(garden, "nl")["Programma 2027"], "tag:moestuin.example,2026:nl/programma-2");
        }
        assert!(garden.digest().await.iter().any(|mail| mail.about().contains("programma")));
        // Broken, it is still that one.
        let text = garden.read("posts/programma.md");
        garden.write("posts/programma.md", text.replacen("title: ", "title: \"", 1));
        garden.publish().await;
        assert_eq!(guids(garden, "nl")["Programma 2027"], "tag:moestuin.example,2026:nl/programma-2");
        // The next year needs yet another name.
        garden.wait_a_week();
        garden.write("posts/programma.md", text.replacen("date: 2026-10-13", "date: 2026-10-20", 1));
        let found = garden.publish().await.diagnostics;
        let said = found.iter().find(|found| found.code == "dated-after-release").unwrap();
        assert!(said.help.contains("add `id: programma-3`"), "{said:?}");
        garden.write("posts/programma.md", text);
        garden.publish().await;
        let ids = guids(garden, "nl");
        rename(garden, &[("programma", "jaarprogramma")]);
        garden.sync().await;
        assert!(garden.publish().await.released.is_empty());
        assert_eq!(guids(garden, "nl"), ids);
        // No two posts are one.
        garden.edit("posts/regenton.md", "date:", "id: slakken\ndate:");
        let published = garden.publish().await;
        let said = published.diagnostics.iter().find(|found| found.code == "id-taken").unwrap();
        assert!(
            said.file.ends_with("regenton.md") && said.line > 1 && said.message.contains("posts/slakken.md"),
            "{said:?}"
        );
        assert_eq!(guids(garden, "nl"), ids);
    });
}

#[test]
fn an_old_text_that_is_put_back_under_any_name_is_itself() {
    on_each_database(async |garden| {
        garden.publish().await;
        garden.sync().await;
        garden.publish().await;
        let before = guids(garden, "nl");
        let old = garden.read("posts/slakken.md");
        // A copy that is laid aside takes nothing from the one whose title was corrected since.
        garden.write("posts/bewaard.md", old.replacen("---\n", "---\ndraft: true\n", 1));
        garden.edit("posts/slakken.md", "title: ", "title: Toch ");
        for _ in 0..2 {
            assert!(garden.publish().await.released.is_empty());
            let now = guids(garden, "nl");
            assert_eq!(now.values().collect::<Vec<_>>().len(), before.len());
            assert!(before.values().all(|guid| now.values().any(|one| one == guid)), "{now:?}");
        }
        garden.remove("posts/bewaard.md");
        // Overwritten, and put back beside what stands in its file now.
        garden.write("posts/slakken.md", program("2026", "2026-10-07"));
        assert!(garden.publish().await.released.is_empty());
        garden.write("posts/vrede.md", &old);
        for released in [1, 0, 0] {
            assert_eq!(garden.publish().await.released.len(), released);
            let mut now = guids(garden, "nl");
            assert_eq!(now.remove("Programma 2026").unwrap(), "tag:moestuin.example,2026:nl/slakken-2");
            assert_eq!(now, before);
        }
        garden.sync().await;
        // Back under its own name, it is the same again.
        garden.remove("posts/vrede.md");
        garden.write("posts/slakken.md", &old);
        for _ in 0..2 {
            assert!(garden.publish().await.released.is_empty());
            assert_eq!(guids(garden, "nl"), before);
            garden.sync().await;
        }
        // Also where a sync has brought the new text into its catalogs before.
        garden.write("posts/slakken.md", program("2027", "2026-10-06"));
        let found = garden.content.sync().await.unwrap().diagnostics;
        assert_eq!(found.iter().map(|found| found.code).collect::<Vec<_>>(), ["another-text"]);
        assert!(garden.publish().await.released.is_empty());
        garden.write("posts/vrede.md", &old);
        for released in [1, 0, 0] {
            assert_eq!(garden.publish().await.released.len(), released);
            let mut now = guids(garden, "nl");
            assert!(now.remove("Programma 2027").unwrap().starts_with("tag:moestuin.example,2026:nl/slakken-"));
            assert_eq!(now, before);
            let found = garden.content.sync().await.unwrap().diagnostics;
            assert!(found.iter().all(|found| found.code == "another-text"), "{found:#?}");
        }
        garden.remove("posts/vrede.md");
        garden.write("posts/slakken.md", &old);
        assert!(garden.publish().await.released.is_empty());
        assert_eq!(guids(garden, "nl"), before);
        garden.sync().await;
        // So is one that was moved while something unfinished stands under its name, or before any sync knew who it is.
        for unfinished in ["", "---\ntitle: Nieuw\n---\n"] {
            rename(garden, &[("slakken", "rust")]);
            garden.write("posts/slakken.md", unfinished);
            for _ in 0..2 {
                assert!(garden.publish().await.released.is_empty());
                assert_eq!(guids(garden, "nl"), before);
                garden.content.sync().await.unwrap();
            }
            garden.remove("posts/slakken.md");
            rename(garden, &[("rust", "slakken")]);
            garden.sync().await;
        }
        garden.write("posts/programma.md", program("2026", "2026-10-08"));
        assert_eq!(garden.publish().await.released.len(), 1);
        let before = guids(garden, "nl");
        rename(garden, &[("slakken", "rust"), ("programma", "slakken")]);
        for _ in 0..3 {
            assert!(garden.publish().await.released.is_empty());
            assert_eq!(guids(garden, "nl"), before);
            garden.sync().await;
        }
    });
}

#[test]
fn whatever_else_is_lost_the_ledger_knows_a_renamed_post_again() {
    on_each_database(async |garden| {
        garden.write("posts/programma.md", program("2026", "2026-10-05"));
        garden.publish().await;
        let before = guids(garden, "nl");
        rename(garden, &[("programma", "jaarprogramma")]);
        garden.edit("posts/jaarprogramma.md", "Zaaien en oogsten in", "Zaaien, wieden en oogsten in");
        garden.remove("data/outlines.index");
        for _ in 0..2 {
            assert!(garden.publish().await.released.is_empty());
            assert_eq!(guids(garden, "nl"), before);
            assert_eq!(led_to(garden, "/nl/programma/").await, "/nl/jaarprogramma/");
        }
        garden.sync().await;
        garden.remove("locales/.state/first-names.toml");
        garden.remove("locales/.state/renamed.toml");
        assert!(garden.publish().await.released.is_empty());
        assert_eq!(guids(garden, "nl"), before);
        // A copy under the same title is another post as long as the first is there, readable or not.
        let text = garden.read("posts/jaarprogramma.md");
        garden.write("posts/kopie.md", &text);
        garden.write("posts/jaarprogramma.md", text.replace("date: ", "date: den "));
        assert_eq!(garden.publish().await.released.len(), 1);
    });
}

#[test]
fn a_post_that_gets_its_name_back_before_a_sync_is_itself_again() {
    on_each_database(async |garden| {
        garden.publish().await;
        garden.sync().await;
        garden.publish().await;
        garden.join_from("an@lezers.example", "nl", "latest:2".parse().unwrap()).await;
        garden.digest().await;
        let before = ["nl", "fr"].map(|locale| guids(garden, locale));
        for renames in [&[("slakken", "vrede")][..], &[("vrede", "rust")], &[("rust", "slakken")]] {
            rename(garden, renames);
            for _ in 0..2 {
                assert!(garden.publish().await.released.is_empty(), "{renames:?}");
                assert_eq!(["nl", "fr"].map(|locale| guids(garden, locale)), before, "{renames:?}");
            }
        }
        // And what changes names with another one by one.
        for renames in [&[("slakken", "x")][..], &[("regenton", "slakken")], &[("x", "regenton")]] {
            rename(garden, renames);
            for _ in 0..2 {
                assert!(garden.publish().await.released.is_empty(), "{renames:?}");
                assert_eq!(["nl", "fr"].map(|locale| guids(garden, locale)), before, "{renames:?}");
            }
        }
        for old in ["vrede", "rust"] {
            assert_eq!(led_to(garden, &format!("/fr/{old}/")).await, "/fr/regenton/");
        }
        garden.sync().await;
        assert!(garden.publish().await.released.is_empty());
    });
}

#[test]
fn who_publishes_without_a_sync_or_names_the_old_name_by_hand_is_understood_too() {
    tell(async |garden| {
        garden.publish().await;
        garden.sync().await;
        let before = guids(&garden, "nl");
        rename(&garden, &[("slakken", "slakkenvrede")]);
        assert!(garden.publish().await.released.is_empty(), "found by its texts");
        assert_eq!(guids(&garden, "nl"), before);
        garden.sync().await;
        assert!(garden.publish().await.released.is_empty());
        // Rewritten from head to foot, only its writer can tell.
        garden.remove("posts/regenton.md");
        let text = "---\ntitle: Water\ndate: 2026-10-07\naliases: [regenton]\n---\nVang het op.\n";
        garden.write("posts/water.md", text);
        garden.sync().await;
        assert!(garden.publish().await.released.is_empty());
        assert_eq!(guids(&garden, "nl")["Water"], before["De regenton vullen"]);
    });
}

#[test]
fn a_draft_that_takes_the_file_of_a_deleted_post_is_told_what_makes_it_a_new_one() {
    on_each_database(async |garden| {
        let text = |title: &str, words: &str, draft: &str| {
            format!(
                "---\ntitle: {title}\ndate: 2026-10-05\n{draft}topics: [dieren]\nsummary: Over {words}.\n---\nHier staat alles over {words}.\n"
            )
        };
        garden.write("posts/egel.md", text("De egel", "stekels", ""));
        garden.write("posts/mol.md", text("De mol", "gangen", "draft: true\n"));
        garden.sync().await;
        garden.publish().await;
        garden.join_from("an@lezers.example", "nl", "latest:1".parse().unwrap()).await;
        assert_eq!(garden.digest().await.len(), 1);
        garden.remove("posts/egel.md");
        garden.remove("posts/mol.md");
        garden.write("posts/egel.md", text("De mol", "gangen", ""));
        let found = garden.content.sync().await.unwrap().diagnostics;
        let said: Vec<_> =
            found.iter().map(|found| (found.code, found.file.to_str().unwrap(), found.help.as_str())).collect();
        let help = "if it is a new post in the file of an old one, add `id: egel-2`";
        assert_eq!(said, [("another-text", "posts/egel.md", help)]);
        assert!(garden.publish().await.released.is_empty(), "only its writer knows whether it is another");
        garden.sync().await;
        garden.edit("posts/egel.md", "topics:", "id: egel-2\ntopics:");
        garden.sync().await;
        assert_eq!(garden.publish().await.released.len(), 1);
        garden.wait_a_week();
        assert!(garden.digest().await.iter().any(|mail| mail.about().contains("egel")));
        assert_eq!(guids(garden, "nl")["De mol"], "tag:moestuin.example,2026:nl/egel-2");
    });
}
