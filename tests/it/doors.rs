//! What is said at the doors: while the database is busy, to whom has a bad link, to whom sends what nobody asked for.

use axum::http::{Method, StatusCode};
use chrono::TimeDelta;
use postduif::storage::Actor;
use sqlx::Connection as _;

use crate::harness::{Answer, Publication, tell, tell_with};

const GUST: &str = "gust@lezers.example";

/// What a form is sent as.
const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

/// A reader of a language who has had the latest post, and the path to a page of theirs.
async fn reader_with_a_link(garden: &Publication, locale: &str, end: &str) -> String {
    garden.publish().await;
    garden.join_from(GUST, locale, "latest:1".parse().unwrap()).await;
    garden.digest().await[0].path_to(end)
}

/// Erases that reader.
async fn erase(garden: &Publication) {
    let gust = garden.subscriber(GUST).await.unwrap();
    assert!(garden.store.erase_subscriber(gust.id, Actor::Operator, garden.now()).await.unwrap());
}

/// Asks for a page in a language, as a browser does.
async fn ask_in(garden: &Publication, method: Method, path: &str, language: &str) -> Answer {
    garden.ask(method, path, &[("accept-language", language)], "").await
}

/// What a page says of one thing, without its frame.
fn said_on(answer: &Answer) -> &str {
    let (_, rest) = answer.body.split_once("<section class=\"notice\">").expect(&answer.body);
    rest.split_once("</section>").unwrap().0
}

/// Whether an answer is a page in a language, and one that is kept nowhere.
fn is_page_in(answer: &Answer, locale: &str) -> bool {
    answer.header("content-type").starts_with("text/html")
        && answer.body.contains(&format!("<html lang=\"{locale}\""))
        && answer.header("cache-control") == "no-store"
}

#[test]
fn who_leaves_while_the_database_is_busy_is_asked_to_come_back() {
    tell(async |garden| {
        let leave = reader_with_a_link(&garden, "fr", "/unsubscribe").await;
        let one_click = async || {
            let headers = [FORM, ("accept-language", "fr")];
            garden.ask(Method::POST, &leave, &headers, "List-Unsubscribe=One-Click").await
        };
        let mut other = sqlx::SqliteConnection::connect(&garden.database).await.unwrap();
        let held = other.begin_with("BEGIN IMMEDIATE").await.unwrap();
        let busy = one_click().await;
        assert_eq!((busy.status, busy.header("retry-after")), (StatusCode::SERVICE_UNAVAILABLE, "60"));
        assert!(is_page_in(&busy, "fr") && said_on(&busy).contains("Réessayez dans une minute"), "{}", busy.body);
        held.rollback().await.unwrap();
        assert_eq!(one_click().await.status, StatusCode::OK);
    });
}

#[test]
fn nothing_that_goes_wrong_is_said_in_bare_english_or_kept_in_a_cache() {
    tell(async |garden| {
        garden.publish().await;
        let too_long = "x".repeat(70_000);
        for (method, path, body, status, locale) in [
            (Method::POST, "/fr/subscribe", too_long.as_str(), StatusCode::PAYLOAD_TOO_LARGE, "fr"),
            (Method::POST, "/s/x/preferences", &too_long, StatusCode::PAYLOAD_TOO_LARGE, "ar"),
            (Method::GET, "/s/%ff/confirm", "", StatusCode::BAD_REQUEST, "ar"),
            (Method::POST, "/s/x/data", "", StatusCode::METHOD_NOT_ALLOWED, "ar"),
            (Method::PUT, "/de/", "", StatusCode::METHOD_NOT_ALLOWED, "de"),
            (Method::GET, "/xx/subscribe", "", StatusCode::NOT_FOUND, "ar"),
            (Method::GET, "/en/issues/7/", "", StatusCode::NOT_FOUND, "en"),
            (Method::GET, "/nergens", "", StatusCode::NOT_FOUND, "ar"),
        ] {
            let headers = [FORM, ("accept-language", "ar-EG, nl;q=0.5")];
            let answer = garden.ask(method.clone(), path, &headers, body).await;
            assert_eq!(answer.status, status, "{method} {path}");
            assert!(is_page_in(&answer, locale), "{method} {path}: {:?} {}", answer.headers, answer.body);
            assert!(!answer.body.contains("limit exceeded") && !answer.body.contains("UTF-8`"), "{}", answer.body);
        }
        assert_eq!(ask_in(&garden, Method::PUT, "/de/", "de").await.header("allow"), "GET, HEAD");
        let hook = garden.ask(Method::GET, "/hooks/publish", &[], "").await;
        assert!(!hook.body.contains("<html"), "a program wants no page: {}", hook.body);
        assert_eq!(garden.get("/nl/subscribe").await.header("cache-control"), "public, max-age=60");
    });
}

#[test]
fn a_mail_program_is_told_the_same_whosever_link_it_has() {
    tell(async |garden| {
        let leave = reader_with_a_link(&garden, "fr", "/unsubscribe").await;
        let (_, token) = leave.split_once("/s/").unwrap();
        let cut = format!("/s/{}", &token[1..]);
        let multipart =
            "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";
        for (kind, body) in [
            ("application/x-www-form-urlencoded", "List-Unsubscribe=One-Click"),
            ("multipart/form-data; boundary=x", multipart),
            ("text/plain", ""),
        ] {
            let one_click = async |path: &str| garden.ask(Method::POST, path, &[("content-type", kind)], body).await;
            let stranger = one_click("/s/x/unsubscribe").await;
            assert_eq!(stranger.status, StatusCode::OK);
            for path in [&cut, "/s/%ff/unsubscribe", &leave, &leave] {
                assert_eq!(one_click(path).await, stranger, "{path}");
            }
        }
        erase(&garden).await;
        assert_eq!(garden.post(&leave, &[]).await, garden.post(&cut, &[]).await);
    });
}

#[test]
fn the_button_that_ends_a_subscription_is_answered_in_the_language_of_its_page() {
    tell(async |garden| {
        let leave = reader_with_a_link(&garden, "ar", "/unsubscribe").await;
        let page = ask_in(&garden, Method::GET, &leave, "de").await;
        assert!(page.body.contains("<html lang=\"ar\"") && page.body.contains("name=\"locale\" value=\"ar\""));
        let left = garden.ask(Method::POST, &leave, &[FORM, ("accept-language", "de")], "locale=ar").await;
        assert!(left.body.contains("<html lang=\"ar\""), "{}", left.body);
        let odd = garden.ask(Method::POST, &leave, &[FORM, ("accept-language", "de")], "locale=%ff%00").await;
        assert!(odd.body.contains("<html lang=\"de\""), "{}", odd.body);
    });
}

#[test]
fn a_link_that_is_nobodys_is_explained_in_the_language_of_whoever_clicks() {
    tell(async |garden| {
        garden.publish().await;
        garden.join_from(GUST, "nl", "latest:1".parse().unwrap()).await;
        let [page, leave] = {
            let mail = garden.digest().await.remove(0);
            ["/preferences", "/unsubscribe"].map(|end| mail.path_to(end))
        };
        erase(&garden).await;
        for (language, locale) in [("fr-BE, nl;q=0.5", "fr"), ("ar", "ar"), ("de", "de"), ("en", "en"), ("ja", "nl")] {
            for end in ["confirm", "preferences", "data", "erase", "unsubscribe", "address", "approve"] {
                let answer = ask_in(&garden, Method::GET, &format!("/s/x/{end}"), language).await;
                assert_eq!(answer.status, StatusCode::NOT_FOUND);
                assert!(is_page_in(&answer, locale), "{end} {language}: {}", answer.body);
            }
            let leave = ask_in(&garden, Method::GET, &leave, language).await;
            assert!(is_page_in(&leave, locale), "{language}: {}", leave.body);
            let erased = ask_in(&garden, Method::GET, &page, language).await;
            let form = format!("<a class=\"button\" href=\"/{locale}/subscribe\">");
            assert!(is_page_in(&erased, locale) && said_on(&erased).contains(&form), "{}", said_on(&erased));
        }
    });
}

#[test]
fn who_may_subscribe_again_is_led_to_the_form_and_who_wanted_another_address_is_not() {
    tell(async |garden| {
        garden.publish().await;
        garden.post("/fr/subscribe", &[("email", GUST), ("cadence", "weekly")]).await;
        let confirm = garden.deliver().await[0].path_to("/confirm");
        garden.wait(TimeDelta::days(8));
        let expired = ask_in(&garden, Method::GET, &confirm, "fr").await;
        assert!(said_on(&expired).contains("href=\"/fr/subscribe\""), "{}", said_on(&expired));

        let leave = {
            garden.join_from("an@lezers.example", "fr", "latest:1".parse().unwrap()).await;
            garden.digest().await[0].path_to("/preferences")
        };
        garden.post(&format!("{leave}/address"), &[("email", "nieuw@lezers.example")]).await;
        let mails = garden.deliver().await;
        let wish = mails.iter().find(|mail| mail.to == "nieuw@lezers.example").unwrap().path_to("/address");
        garden.wait(TimeDelta::days(8));
        for answer in
            [ask_in(&garden, Method::GET, &wish, "fr").await, ask_in(&garden, Method::POST, &wish, "fr").await]
        {
            assert_eq!(answer.status, StatusCode::NOT_FOUND);
            let said = said_on(&answer);
            assert!(said.contains("Rien n’a changé") && !said.contains("/subscribe"), "{said}");
        }
    });
}

#[test]
fn a_page_of_another_site_can_send_no_form_and_our_own_pages_can() {
    tell(async |garden| {
        let preferences = reader_with_a_link(&garden, "nl", "/preferences").await;
        let form = "email=doel%40lezers.example&cadence=weekly";
        let send = async |path: &str, said: &[(&str, &str)], body: &str| {
            let headers: Vec<_> = said.iter().copied().chain([FORM, ("host", "moestuin.example")]).collect();
            garden.ask(Method::POST, path, &headers, body).await
        };
        let other = [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")];
        for said in [&other[..], &other[1..], &[("origin", "null")]] {
            let refused = send("/fr/subscribe", said, form).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{said:?}");
            assert!(
                is_page_in(&refused, "fr") && said_on(&refused).contains("href=\"/fr/subscribe\""),
                "{}",
                refused.body
            );
        }
        let before = garden.whole_database().await;
        for path in [preferences.as_str(), &preferences.replace("/preferences", "/erase")] {
            assert_eq!(send(path, &other, "locale=fr&cadence=weekly").await.status, StatusCode::FORBIDDEN, "{path}");
        }
        assert_eq!(garden.whole_database().await, before);
        assert_eq!(garden.deliver().await, []);
        // The page of somebody's preferences tells nobody where it is, so its form comes from nowhere.
        assert_eq!(garden.get(&preferences).await.header("referrer-policy"), "no-referrer");
        let own = [("sec-fetch-site", "same-origin"), ("origin", "null")];
        for said in [&own[..], &own[1..]] {
            assert_eq!(send(&preferences, said, "locale=fr&cadence=weekly&name=&pause=").await.status, StatusCode::OK);
        }
        for said in [&[("sec-fetch-site", "same-origin")][..], &[("origin", "https://moestuin.example")], &[]] {
            assert_eq!(send("/fr/subscribe", said, form).await.status, StatusCode::OK, "{said:?}");
        }
        // A mail program on the web may be a page of another site.
        let leave = preferences.replace("/preferences", "/unsubscribe");
        let one_click = send(&leave, &other, "List-Unsubscribe=One-Click");
        assert_eq!(one_click.await.status, StatusCode::OK);
    });
}

/// Somebody new asks to subscribe; what the proxies say of from where stands in a header.
async fn asks_from(garden: &Publication, n: usize, chain: &str) -> Answer {
    let body = format!("cadence=weekly&email=lezer{n}%40lezers{n}.example");
    garden.ask(Method::POST, "/nl/subscribe", &[FORM, ("x-forwarded-for", chain)], &body).await
}

#[test]
fn behind_proxies_that_are_trusted_each_reader_comes_from_a_network_of_their_own() {
    let behind = [("[mail]", "[web]\ntrusted_proxies = [\"127.0.0.1\", \"10.0.0.0/8\"]\n\n[mail]")];
    tell_with(&behind, async |garden| {
        garden.publish().await;
        let send = async |n: usize, from: &str| asks_from(&garden, n, from).await;
        for n in 0..10 {
            let chain = format!("192.0.2.{n}, 203.0.113.{n}, 10.0.0.{n}");
            assert_eq!(send(n, &chain).await.status, StatusCode::OK, "{n}");
        }
        let too_often = send(10, "192.0.2.7, 203.0.113.7, 10.0.0.9").await;
        assert_eq!((too_often.status, too_often.header("retry-after")), (StatusCode::TOO_MANY_REQUESTS, "3600"));
        assert!(said_on(&too_often).contains("over een uur"), "{}", too_often.body);
        assert_eq!(send(11, "203.0.113.7, 198.51.100.7, 10.0.0.9").await.status, StatusCode::OK);
    });
}

#[test]
fn the_page_of_what_is_held_says_where_what_was_agreed_to_and_what_it_leaves_to_the_file() {
    tell(async |garden| {
        garden.publish().await;
        garden.post("/fr/subscribe", &[("email", GUST), ("cadence", "weekly")]).await;
        let confirm = garden.deliver().await[0].path_to("/confirm");
        garden.post(&confirm, &[]).await;
        let page = garden.deliver().await[0].path_to("/preferences").replace("/preferences", "/data");
        let gust = garden.subscriber(GUST).await.unwrap().id;
        let held = garden.store.personal_data(gust).await.unwrap().unwrap();
        let shown = garden.get(&page).await.body;
        assert!(shown.contains("/fr/subscribe</bdi>") && shown.contains(&held.consents[0].origin), "{shown}");
        assert!(held.served.iter().all(|post| shown.contains(&format!("<bdi>{post}</bdi>"))), "{shown}");
        assert!(!shown.contains("plus ancien"), "{shown}");
        // They ask for their link again, on each of fifty days.
        for _ in 0..50 {
            garden.post("/fr/subscribe", &[("email", GUST), ("cadence", "weekly")]).await;
            garden.deliver().await;
            garden.wait(TimeDelta::days(1) + TimeDelta::minutes(1));
        }
        let shown = garden.get(&page).await.body;
        assert!(
            shown.contains("2\u{202f}e-mails plus anciens figurent")
                || shown.contains("2 e-mails plus anciens figurent"),
            "{shown}"
        );
    });
}

#[test]
fn while_the_door_is_closed_the_form_says_so_in_every_language_and_who_is_in_notices_nothing() {
    let closed = [("[mail]", "[web]\nsubscribe = \"closed\"\n\n[mail]")];
    tell_with(&closed, async |garden| {
        let preferences = reader_with_a_link(&garden, "nl", "/preferences").await;
        for (locale, words) in [
            ("nl", "neemt nu geen nieuwe lezers aan"),
            ("en", "takes no new readers"),
            ("fr", "n’accueille pas de nouvelles inscriptions"),
            ("de", "nimmt im Moment keine neuen Anmeldungen an"),
            ("ar", "لا تستقبل نشرة"),
        ] {
            let path = format!("/{locale}/subscribe");
            let form = garden.get(&path).await;
            assert!(form.status == StatusCode::OK && said_on(&form).contains(words), "{}", form.body);
            let sent = garden.post(&path, &[("email", "nieuw@lezers.example"), ("cadence", "weekly")]).await;
            assert!(sent.status == StatusCode::FORBIDDEN && said_on(&sent).contains(words), "{}", sent.body);
        }
        assert_eq!(garden.deliver().await, []);
        assert_eq!(garden.get(&preferences).await.status, StatusCode::OK);
    });
}

#[test]
fn no_crowd_of_networks_has_more_mails_sent_in_an_hour_than_the_publication_allows() {
    let few = [("[mail]", "[web]\nsubscribe_per_hour = 12\n\n[mail]")];
    tell_with(&few, async |garden| {
        garden.publish().await;
        let send = async |n: usize, from: &str| asks_from(&garden, n, from).await;
        // Whom their own network has used up take nobody else's place.
        for n in 0..30 {
            let sent = send(n, "203.0.113.9").await.status;
            assert_eq!(sent == StatusCode::OK, n < 10, "{n}");
        }
        for n in 30..40 {
            let sent = send(n, &format!("198.51.{n}.7")).await;
            assert_eq!(sent.status == StatusCode::OK, n < 32, "{n}");
            assert_eq!(sent.header("retry-after") == "3600", n >= 32, "{n}");
        }
        assert_eq!(garden.deliver().await.len(), 12);
        garden.wait(TimeDelta::hours(1));
        assert_eq!(send(40, "198.51.100.7").await.status, StatusCode::OK);
    });
}

#[test]
fn who_has_all_networks_of_a_site_comes_from_one_place() {
    tell(async |garden| {
        garden.publish().await;
        let mut taken = 0;
        for n in 0..60 {
            let sent = asks_from(&garden, n, &format!("2001:db8:1:{n:x}::7")).await;
            taken += usize::from(sent.status == StatusCode::OK);
        }
        assert_eq!(taken, 40, "three each, of a hundred and twenty");
        assert_eq!(asks_from(&garden, 60, "2001:db8:2::7").await.status, StatusCode::OK);
    });
}
