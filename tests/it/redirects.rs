//! Who looks for a post under the name that it had is led to it.

use axum::http::StatusCode;

use crate::harness::tell;

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
fn an_old_name_that_another_post_has_now_is_that_posts() {
    tell(async |garden| {
        garden.edit("posts/slakken.md", "topics: [dieren]", "topics: [dieren]\naliases: [composteren]");
        let found = garden.publish().await.diagnostics;
        assert!(found.iter().any(|found| found.code == "alias-taken" && found.line > 1), "{found:#?}");
        assert_eq!(garden.get("/nl/composteren/").await.status, StatusCode::OK);
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
