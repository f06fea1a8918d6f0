//! Issues on the web: what readers got, for everybody, without anybody's links.

use axum::http::StatusCode;

use crate::harness::tell;

/// The last words of the post about slugs, in French.
const LAST_WORDS: &str = "Le hérisson mange aussi";

#[test]
fn an_issue_can_be_read_in_the_browser_without_anybodys_links() {
    tell(async |garden| {
        garden.publish().await;
        for (email, locale) in [("gust@lezers.example", "fr"), ("fien@lezers.example", "fr-BE")] {
            garden.join_from(email, locale, "latest:2".parse().unwrap()).await;
        }
        assert!(!garden.get("/fr/issues/").await.body.contains("/fr/issues/1/"), "there is none yet");
        let mails = garden.digest().await;
        for mail in &mails {
            assert_eq!(mail.path_to("/issues/1/"), "/fr/issues/1/", "Belgian readers of French see the French pages");
        }
        let page = garden.get("/fr/issues/1/").await;
        assert_eq!((page.status, page.header("x-robots-tag")), (StatusCode::OK, ""));
        assert!(page.body.contains("<html lang=\"fr\"") && !page.body.contains("/s/"), "{}", page.body);
        assert!(page.body.contains("/fr/slakken/") && page.body.contains("/fr/composteren/"), "{}", page.body);
        assert!(!page.body.contains("lezers.example") && !page.body.contains("Fien"));
        let all = garden.get("/fr/issues/").await;
        assert!(all.status == StatusCode::OK && all.body.contains("/fr/issues/1/"), "{}", all.body);
        assert!(garden.get("/fr/subscribe").await.body.contains("href=\"/fr/issues/\""));
        for nowhere in
            ["/nl/issues/1/", "/fr/issues/2/", "/fr/issues/-1/", "/fr/issues/een/", "/es/issues/", "/fr-BE/issues/1/"]
        {
            assert_eq!(garden.get(nowhere).await.status, StatusCode::NOT_FOUND, "{nowhere}");
        }
    });
}

#[test]
fn what_was_withdrawn_is_gone_from_the_issue_on_the_web_too() {
    tell(async |garden| {
        garden.publish().await;
        garden.join_from("gust@lezers.example", "nl", "latest:2".parse().unwrap()).await;
        let about = garden.digest().await[0].about();
        let gone = about.split(' ').nth(1).unwrap().to_owned();
        let page = garden.get("/nl/issues/1/").await.body;
        assert!(page.contains(&format!("/nl/{gone}/")), "{page}");
        garden.remove(&format!("posts/{gone}.md"));
        garden.wait(chrono::TimeDelta::minutes(2));
        let page = garden.get("/nl/issues/1/").await;
        assert!(page.status == StatusCode::OK && !page.body.contains(&format!("/nl/{gone}/")), "{}", page.body);
    });
}

#[test]
fn the_issues_of_a_language_have_a_feed_of_their_own() {
    tell(async |garden| {
        garden.publish().await;
        garden.join_from("gust@lezers.example", "fr", "latest:2".parse().unwrap()).await;
        garden.digest().await;
        assert!(garden.get("/fr/issues/").await.body.contains("href=\"/fr/issues/feed.xml\""));
        for (file, media_type) in [
            ("feed.xml", "application/rss+xml"),
            ("atom.xml", "application/atom+xml"),
            ("feed.json", "application/feed+json"),
        ] {
            let feed = garden.get(&format!("/fr/issues/{file}")).await;
            assert_eq!((feed.status, feed.header("content-type")), (StatusCode::OK, media_type));
            for said in ["https://moestuin.example/fr/issues/1/", "Infolettre du 9 octobre 2026", "/fr/slakken/"] {
                assert!(feed.body.contains(said), "{said} in {}", feed.body);
            }
            assert!(!feed.body.contains("/s/") && !feed.body.contains("lezers.example"), "{}", feed.body);
            let parsed = feed_rs::parser::parse(feed.body.as_bytes()).unwrap();
            let ids: Vec<_> = parsed.entries.iter().map(|entry| entry.id.as_str()).collect();
            assert_eq!(ids, ["tag:moestuin.example,2026:fr/issues/1"], "{file}");
        }
        for nowhere in ["/fr/issues/feed.txt", "/xx/issues/feed.xml"] {
            assert_eq!(garden.get(nowhere).await.status, StatusCode::NOT_FOUND, "{nowhere}");
        }
        let empty = garden.get("/de/issues/feed.json").await;
        assert!(empty.status == StatusCode::OK && empty.body.contains("\"items\":[]"), "{}", empty.body);
    });
}

#[test]
fn a_digest_of_one_post_carries_all_of_it_where_its_workflow_says_so_and_it_fits() {
    tell(async |garden| {
        garden.edit("workflows/weekly-digest.toml", "cadence = \"weekly\"", "cadence = \"weekly\"\nfull_text = true");
        let long = "Een slak komt zelden alleen. ".repeat(4_000);
        garden.publish().await;
        garden.join_from("een@lezers.example", "fr", "latest:1".parse().unwrap()).await;
        garden.join_from("twee@lezers.example", "fr", "latest:2".parse().unwrap()).await;
        let mails = garden.digest().await;
        let [one, two] = &mails[..] else { panic!("{mails:?}") };
        assert_eq!(one.about(), "fr: slakken");
        for part in [&one.html, &one.text] {
            assert!(part.contains(LAST_WORDS), "{part}");
        }
        assert!(!one.html.contains("<img") && one.html.contains("Le lire sur le web"), "{}", one.html);
        for part in [&two.html, &two.text] {
            assert!(!part.contains(LAST_WORDS), "of two posts there are summaries: {part}");
        }
        // A post that would be cut is linked to.
        garden.write("posts/lang.md", format!("---\ntitle: Lang\ndate: 2026-10-10\nsummary: Kort.\n---\n{long}\n"));
        garden.sync().await;
        garden.wait_a_week();
        garden.join("nl@lezers.example", "nl").await;
        garden.publish().await;
        let mail = garden.digest().await.pop().unwrap();
        assert_eq!(mail.about(), "nl: lang");
        assert!(mail.html.len() < 90_000 && !mail.html.contains("komt zelden"), "{}", mail.html.len());
    });
}
