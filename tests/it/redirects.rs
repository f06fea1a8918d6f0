//! Who looks for a post under the name that it had is led to it.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::{Method, StatusCode};
use postduif::outbox::Outcome;

use crate::harness::{Publication, Received, on_each_database, tell};

#[test]
fn an_old_address_leads_to_the_new_one_in_every_language_that_has_it() {
    tell(async |garden| {
        garden.edit(
            "posts/slakken.md",
            "topics: [dieren]",
            "topics: [dieren]\naliases: [huisjesslakken, naaktslakken]",
        );
        garden.publish().await;
        for locale in ["nl", "fr"] {
            for old in ["huisjesslakken", "naaktslakken"] {
                let answer = garden.get(&format!("/{locale}/{old}/")).await;
                assert_eq!(answer.status, StatusCode::PERMANENT_REDIRECT, "{locale}/{old}");
                assert_eq!(answer.header("location"), format!("/{locale}/slakken/"));
            }
        }
        let page = garden.read("public/nl/huisjesslakken/index.html");
        assert!(page.contains("<link rel=\"canonical\" href=\"https://moestuin.example/nl/slakken/\">"), "{page}");
        assert!(page.contains("<meta http-equiv=\"refresh\" content=\"0; url=/nl/slakken/\">"), "{page}");
        let feed = garden.read("public/nl/feed.xml") + &garden.read("public/sitemap.xml");
        assert!(!feed.contains("huisjesslakken"), "{feed}");
        garden.edit("posts/slakken.md", "\naliases: [huisjesslakken, naaktslakken]", "");
        garden.publish().await;
        assert_eq!(garden.get("/nl/huisjesslakken/").await.status, StatusCode::NOT_FOUND, "nothing is left behind");
    });
}

#[test]
fn the_front_door_of_a_host_that_asks_nobody_for_a_language_leads_to_the_source() {
    tell(async |garden| {
        garden.publish().await;
        let door = garden.read("public/index.html");
        assert!(door.contains("<meta http-equiv=\"refresh\" content=\"0; url=/nl/\">"), "{door}");
        assert!(door.contains("<link rel=\"canonical\" href=\"https://moestuin.example/nl/\">"), "{door}");
        let answer = garden.ask(Method::GET, "/", &[("accept-language", "fr")], "").await;
        assert_eq!(answer.header("location"), "/fr/", "who can ask does");
    });
}

#[test]
fn a_path_that_a_post_had_on_another_site_leads_to_it() {
    tell(async |garden| {
        let aliases = "aliases: [/2019/05/slak.html, /dieren/slak, /slak.php, /nl/regenton, /nl/subscribe, /../slak, '/slak?p=1']";
        garden.edit("posts/slakken.md", "topics: [dieren]", &format!("topics: [dieren]\n{aliases}"));
        let found = garden.publish().await.diagnostics;
        let said = found.iter().filter(|found| found.code == "bad-alias" && found.line > 1 && !found.help.is_empty());
        assert_eq!(
            said.map(|found| found.column).collect::<BTreeSet<_>>().len(),
            2,
            "each where it stands: {found:#?}"
        );
        assert!(
            found.iter().any(|found| found.code == "alias-taken" && found.message.contains("/nl/regenton")),
            "{found:#?}"
        );
        for old in ["/2019/05/slak.html", "/dieren/slak", "/slak.php"] {
            let answer = garden.get(old).await;
            assert_eq!(
                (answer.status, answer.header("location")),
                (StatusCode::PERMANENT_REDIRECT, "/nl/slakken/"),
                "{old}"
            );
        }
        for file in ["2019/05/slak.html", "dieren/slak/index.html"] {
            assert!(garden.read(&format!("public/{file}")).contains("content=\"0; url=/nl/slakken/\""), "{file}");
        }
        assert!(!garden.has("public/nl/subscribe"), "the form stays where it is, on any host");
        assert!(!garden.has("public/slak.php"), "nobody should get it as a text");
        assert_ne!(garden.get("/nl/regenton").await.header("location"), "/nl/slakken/");
        let page = garden.read("public/nl/regenton/index.html");
        assert!(!page.contains("http-equiv=\"refresh\""), "a page that is there stays: {page}");
        garden.edit("posts/slakken.md", &format!("\n{aliases}"), "");
        garden.publish().await;
        assert!(!garden.has("public/2019") && !garden.has("public/dieren"), "nothing is left behind");
    });
}

#[test]
fn a_page_that_gets_another_file_name_is_found_under_the_old_one_too() {
    tell(async |garden| {
        garden.write("pages/over.md", "---\ntitle: Over ons\naliases: [/over.html]\n---\nWij tuinieren, al jaren.\n");
        garden.sync().await;
        garden.publish().await;
        garden.write("pages/wie-we-zijn.md", garden.read("pages/over.md"));
        garden.remove("pages/over.md");
        garden.publish().await;
        for old in ["/nl/over/", "/over.html"] {
            let answer = garden.get(old).await;
            assert_eq!(
                (answer.status, answer.header("location")),
                (StatusCode::PERMANENT_REDIRECT, "/nl/wie-we-zijn/")
            );
        }
    });
}

#[test]
fn an_old_name_that_another_post_has_now_is_that_posts() {
    tell(async |garden| {
        garden.edit("posts/slakken.md", "topics: [dieren]", "topics: [dieren]\naliases: [composteren]");
        let found = garden.publish().await.diagnostics;
        assert!(found.iter().any(|found| found.code == "alias-taken" && found.line > 1), "{found:#?}");
        assert_eq!(garden.get("/nl/composteren/").await.status, StatusCode::OK);
    });
}

#[test]
fn an_old_name_that_is_the_address_of_another_page_leads_nowhere() {
    tell(async |garden| {
        garden.edit("posts/slakken.md", "topics: [dieren]", "topics: [dieren]\naliases: [archive, naaktslakken]");
        let found = garden.publish().await.diagnostics;
        assert!(found.iter().any(|found| found.code == "alias-taken" && found.line > 1), "{found:#?}");
        assert_eq!(garden.get("/nl/archive/").await.status, StatusCode::OK);
        assert_eq!(garden.get("/nl/naaktslakken/").await.status, StatusCode::PERMANENT_REDIRECT);
    });
}

#[test]
fn a_post_that_gets_another_file_name_is_still_found_under_the_old_one() {
    tell(async |garden| {
        garden.publish().await;
        garden.sync().await;
        for (old, new) in [("slakken", "slakken-weren"), ("slakken-weren", "slakkenvrede")] {
            garden.write(&format!("posts/{new}.md"), garden.read(&format!("posts/{old}.md")));
            garden.remove(&format!("posts/{old}.md"));
            garden.sync().await;
        }
        garden.publish().await;
        for old in ["slakken", "slakken-weren"] {
            let answer = garden.get(&format!("/fr/{old}/")).await;
            assert_eq!(
                (answer.status, answer.header("location")),
                (StatusCode::PERMANENT_REDIRECT, "/fr/slakkenvrede/")
            );
        }
    });
}

#[test]
fn an_old_name_leads_on_in_each_language_until_the_post_that_has_it_now_is_there() {
    tell(async |garden| {
        garden.publish().await;
        garden.sync().await;
        rename(&garden, &[("slakken", "slakkenvrede")]);
        garden.sync().await;
        garden.publish().await;
        let new = "---\ntitle: Nieuwe slakken\ndate: 2026-10-07\nsummary: Kort.\n---\nWeer andere slakken.\n";
        garden.write("posts/slakken.md", new.replacen("date", "draft: true\ndate", 1));
        garden.sync().await;
        garden.publish().await;
        let old = async |locale: &str| {
            let answer = garden.get(&format!("/{locale}/slakken/")).await;
            (answer.status == StatusCode::PERMANENT_REDIRECT).then(|| answer.header("location").to_owned())
        };
        assert_eq!(old("nl").await.as_deref(), Some("/nl/slakkenvrede/"), "a draft takes nothing");
        garden.write("posts/slakken.md", new);
        garden.sync().await;
        garden.publish().await;
        assert_eq!(old("nl").await, None);
        assert!(garden.read("public/nl/slakken/index.html").contains("Weer andere slakken."));
        assert_eq!(old("fr").await.as_deref(), Some("/fr/slakkenvrede/"), "it is not translated yet");
    });
}

/// Gives posts other file names, all at once.
fn rename(garden: &Publication, renames: &[(&str, &str)]) {
    let texts: Vec<_> = renames.iter().map(|(old, _)| garden.read(&format!("posts/{old}.md"))).collect();
    renames.iter().for_each(|(old, _)| garden.remove(&format!("posts/{old}.md")));
    for ((_, new), text) in renames.iter().zip(texts) {
        garden.write(&format!("posts/{new}.md"), text);
    }
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
            let answer = garden.get(path).await;
            assert_eq!((answer.status, answer.header("location")), (StatusCode::PERMANENT_REDIRECT, to));
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
            let answer = garden.get("/nl/nieuw/").await;
            assert_eq!(
                (answer.status, answer.header("location")),
                (StatusCode::PERMANENT_REDIRECT, &*format!("/nl/{new}/"))
            );
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
            let answer = garden.get(&format!("/{path}/slakken/")).await;
            assert_eq!(
                (answer.status, answer.header("location")),
                (StatusCode::PERMANENT_REDIRECT, &*format!("/{path}/vrede/"))
            );
        }
        garden.sync().await;
        assert!(garden.publish().await.released.is_empty());
        assert!(!garden.has("locales/fr/posts/slakken.ftl"), "its translations go with it");
        let title = french.lines().find(|line| line.starts_with("title")).unwrap();
        assert!(garden.read("locales/fr/posts/vrede.ftl").contains(title));
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
            let answer = garden.get(&format!("/fr/{old}/")).await;
            assert_eq!((answer.status, answer.header("location")), (StatusCode::PERMANENT_REDIRECT, "/fr/regenton/"));
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
