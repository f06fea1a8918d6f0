//! Issues on the web: what readers got, for everybody, without anybody's links.

use axum::http::StatusCode;

use crate::harness::tell;

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
