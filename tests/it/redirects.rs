//! Who looks for a post under the name that it had is led to it.

use std::collections::BTreeSet;

use axum::http::{Method, StatusCode};

use crate::{
    harness::{folder::Folder, tell, tell_with},
    names::rename,
};

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
                let answer = garden.get(&format!("/{locale}/{old}?van=brief")).await;
                assert_eq!(answer.header("location"), format!("/{locale}/slakken/?van=brief"), "at once");
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
        // What hangs on an address goes along wherever it leads.
        for (asked, to) in [("/?van=brief", "/fr/?van=brief"), ("/fr/slakken?van=brief", "/fr/slakken/?van=brief")] {
            let answer = garden.ask(Method::GET, asked, &[("accept-language", "fr")], "").await;
            assert_eq!(answer.header("location"), to);
        }
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
fn an_old_name_that_is_its_own_is_passed_over() {
    tell(async |garden| {
        for alias in ["slakken", "slakken.md", "/nl/slakken", "/nl/slakken/", "/fr/slakken/", "/nl/slakken/index.html"]
        {
            let written = format!("topics: [dieren]\naliases: ['{alias}', naaktslakken]");
            garden.edit("posts/slakken.md", "topics: [dieren]", &written);
            let found = garden.publish().await.diagnostics;
            let said = found.iter().find(|found| found.code == "alias-of-itself").expect(alias);
            assert!(!said.is_error() && said.line > 1 && said.column > 1, "{alias}: {said:?}");
            assert!(said.message.contains("its own name") && said.help.contains("leave it out"), "{alias}: {said:?}");
            assert!(found.iter().all(|found| found.code != "alias-taken"), "{alias}: {found:#?}");
            for page in ["/nl/slakken/", "/fr/slakken/"] {
                assert_eq!(garden.get(page).await.status, StatusCode::OK, "{alias}: {page}");
            }
            let list = garden.read("public/_redirects");
            assert!(
                list.lines().all(|line| !line.starts_with("/nl/slakken") && !line.starts_with("/fr/slakken")),
                "{list}"
            );
            assert_eq!(garden.get("/nl/naaktslakken/").await.header("location"), "/nl/slakken/", "{alias}");
            garden.edit("posts/slakken.md", &written, "topics: [dieren]");
        }
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

#[test]
fn a_path_in_any_script_leads_on_however_it_is_asked_for() {
    tell(async |garden| {
        let aliases = "aliases: [/2019/limaçon, '/وردة/', /2019/lima%C3%A7on]";
        garden.edit("posts/slakken.md", "topics: [dieren]", &format!("topics: [dieren]\n{aliases}"));
        let found = garden.publish().await.diagnostics;
        let codes: Vec<_> = found.iter().map(|one| (one.code, one.file.to_str().unwrap())).collect();
        assert_eq!(codes, [("said-twice", "posts/slakken.md")]);
        for asked in ["/2019/lima%C3%A7on", "/2019/lima%c3%a7on/", "/%D9%88%D8%B1%D8%AF%D8%A9/"] {
            let answer = garden.get(asked).await;
            let led = (answer.status, answer.header("location"));
            assert_eq!(led, (StatusCode::PERMANENT_REDIRECT, "/nl/slakken/"), "{asked}");
        }
        assert!(garden.read("public/2019/limaçon/index.html").contains("url=/nl/slakken/"));
        assert!(garden.read("public/_redirects").contains("/2019/lima%C3%A7on /nl/slakken/ 301\n"));
    });
}

#[test]
fn the_feeds_of_another_site_lead_to_those_of_this_one() {
    let table = "[redirects]\n\"/feed/\" = \"/nl/feed.xml\"\n\"/rss.php\" = \"/nl/feed.xml\"\n\"/winkel\" = \"https://winkel.example/\"\n\"/nl/topics/beesten/feed.xml\" = \"/nl/topics/dieren/feed.xml\"\n";
    tell_with(&[("[authors.", &format!("{table}[authors."))], async |garden| {
        garden.edit("posts/slakken.md", "topics: [dieren]", "topics: [dieren]\naliases: [/feed/]");
        let found = garden.publish().await.diagnostics;
        assert_eq!(found.iter().map(|one| one.code).collect::<Vec<_>>(), ["alias-taken"], "{found:?}");
        for (asked, to) in [
            ("/feed/", "/nl/feed.xml"),
            ("/feed", "/nl/feed.xml"),
            ("/rss.php", "/nl/feed.xml"),
            ("/winkel", "https://winkel.example/"),
            ("/nl/topics/beesten/feed.xml", "/nl/topics/dieren/feed.xml"),
        ] {
            let answer = garden.get(asked).await;
            assert_eq!((answer.status, answer.header("location")), (StatusCode::PERMANENT_REDIRECT, to), "{asked}");
        }
        assert!(garden.read("public/winkel/index.html").contains("url=https://winkel.example/"));
    });
}

#[test]
fn a_path_that_leads_nowhere_is_told_at_its_line() {
    let folder = Folder::model();
    let config = folder.read("postduif.toml");
    let line = config.lines().count() + 2;
    let table =
        "[redirects]\n\"/feed/\" = \"/nl/feed.xml\"\n\"/oud\" = \"/nl/bestaat-niet/\"\n\"/nl/archive/\" = \"/nl/\"\n";
    folder.write("postduif.toml", format!("{config}\n{table}"));
    let said = folder.run(&["check", "--json"]).json();
    let told: Vec<_> = said["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["code"].as_str().unwrap(), one["line"].as_u64().unwrap()))
        .collect();
    let line = u64::try_from(line).unwrap();
    assert_eq!(told, [("dead-link", line + 2), ("alias-taken", line + 3)], "{said}");
}

#[test]
fn nobody_is_led_to_a_language_in_which_there_is_nothing_yet() {
    tell_with(&[("[locales.nl]", "[locales.es]\n[locales.nl]")], async |garden| {
        garden.publish().await;
        let led = async |asked: &str| {
            garden.ask(Method::GET, "/", &[("accept-language", asked)], "").await.header("location").to_owned()
        };
        assert_eq!(led("es, fr;q=0.5").await, "/fr/");
        assert_eq!(led("es").await, "/nl/");
        assert_eq!(garden.get("/es/").await.status, StatusCode::OK, "who wants it gets it");
        garden.write("locales/es/posts/slakken.ftl", garden.read("locales/fr/posts/slakken.ftl"));
        garden.publish().await;
        assert_eq!(led("es, fr;q=0.5").await, "/es/");
    });
}
