//! What attackers try: control characters in every field, bodies without end, heads that never come,
//! crowds, other people's hosts.

use std::time::Duration;

use axum::http::{Method, StatusCode};
use postduif::{subscribers::TokenKey, web::Limits};
use proptest::prelude::*;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    time::timeout,
};

use crate::harness::tell;

/// The names of the header fields of a mail.
fn names(headers: &str) -> Vec<String> {
    headers.lines().filter_map(|line| Some(line.split_once(": ")?.0.to_owned())).collect()
}

#[test]
fn no_control_character_in_any_field_of_a_form_makes_a_header_or_a_second_reader() {
    tell(async |garden| {
        garden.publish().await;
        garden.post("/nl/subscribe", &[("email", "gewoon@lezers.example"), ("cadence", "weekly")]).await;
        let plain = names(&garden.deliver().await[0].headers);
        let bad: Vec<char> = (0..0x20).chain([0x7f, 0x85, 0x2028, 0x2029]).filter_map(char::from_u32).collect();
        for (number, c) in bad.into_iter().enumerate() {
            garden.wait(chrono::TimeDelta::hours(1));
            let tail = format!("{c}Bcc: x@y.example");
            let email = format!("lezer{number}@lezers.example");
            let name = format!("Gust{tail}");
            let fields = [("email", email.as_str()), ("cadence", "weekly"), ("name", name.as_str())];
            for spoiled in ["email", "cadence", "topics", "shown", "sure"] {
                let with = fields.iter().map(|(name, value)| (*name, (*value).to_owned()));
                let with: Vec<_> = with.chain([(spoiled, format!("{email}{tail}"))]).collect();
                let with: Vec<_> = with.iter().map(|(name, value)| (*name, value.as_str())).collect();
                let answer = garden.post("/nl/subscribe", &with).await;
                let refused = answer.status == StatusCode::UNPROCESSABLE_ENTITY;
                assert!(refused || matches!(spoiled, "shown" | "sure"), "{c:?} in {spoiled}: {}", answer.status);
            }
            assert_eq!(garden.post("/nl/subscribe", &fields).await.status, StatusCode::OK);
            for mail in garden.deliver().await {
                assert_eq!((names(&mail.headers), mail.to.as_str()), (plain.clone(), email.as_str()), "{c:?}");
            }
        }
        let names: Vec<_> = garden.store.subscribers_after(None, 100).await.unwrap();
        assert!(names.iter().filter_map(|reader| reader.name.as_deref()).all(|name| !name.contains(char::is_control)));
    });
}

#[test]
fn no_control_character_in_any_field_of_the_personal_page_gets_anywhere() {
    tell(async |garden| {
        garden.publish().await;
        garden.join_from("gust@lezers.example", "nl", "latest:1".parse().unwrap()).await;
        let page = garden.digest().await[0].path_to("/preferences");
        let bad: Vec<char> = (0..0x20).chain([0x7f, 0x85, 0x2028, 0x2029]).filter_map(char::from_u32).collect();
        for c in bad {
            let good = [("locale", "fr"), ("cadence", "weekly"), ("topics", "bodem"), ("name", "Gust"), ("pause", "")];
            for (field, value) in good {
                let spoiled = format!("{value}{c}Bcc: x@y.example");
                let fields: Vec<_> =
                    good.iter().map(|(name, value)| (*name, if *name == field { &spoiled } else { *value })).collect();
                let answer = garden.post(&page, &fields).await;
                let expected = if field == "name" { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
                assert_eq!(answer.status, expected, "{c:?} in {field}");
            }
            let address = format!("gust{c}@lezers.example");
            let answer = garden.post(&format!("{page}/address"), &[("email", &address)]).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{c:?} in the address");
        }
        assert_eq!(garden.deliver().await, [], "nobody is written to");
        let name = garden.subscriber("gust@lezers.example").await.unwrap().name.unwrap();
        assert!(name.starts_with("Gust ") && !name.contains(char::is_control), "{name:?}");
    });
}

#[test]
fn no_path_and_no_header_of_a_request_leads_anybody_elsewhere() {
    tell(async |garden| {
        garden.publish().await;
        for path in
            ["//boos.example/", "//boos.example", "/%2f/boos.example/", "/\\boos.example", "/nl//boos.example/.."]
        {
            let headers =
                [("host", "boos.example"), ("x-forwarded-host", "boos.example"), ("referer", "https://boos.example/")];
            let answer = garden.ask(Method::GET, path, &headers, "").await;
            let to = answer.header("location");
            assert!(
                !to.contains("boos.example") || !to.starts_with("//") && !to.starts_with("http"),
                "{path} leads to {to}"
            );
        }
        let headers = [
            ("host", "boos.example"),
            ("x-forwarded-host", "boos.example"),
            ("content-type", "application/x-www-form-urlencoded"),
        ];
        garden.ask(Method::POST, "/nl/subscribe", &headers, "email=gust%40lezers.example&cadence=weekly").await;
        let mail = garden.deliver().await.remove(0);
        assert!(!mail.links().iter().any(|link| link.contains("boos")), "links name our own host");
        let page = garden.get("/nl/subscribe").await;
        let policy = page.header("content-security-policy");
        assert!(policy.contains("default-src 'none'") && policy.contains("form-action 'self'"), "{policy}");
        assert!(page.header("x-frame-options") == "DENY" && page.header("x-content-type-options") == "nosniff");
        assert_eq!(page.header("set-cookie"), "");
    });
}

#[test]
fn a_body_without_end_is_refused() {
    tell(async |garden| {
        garden.publish().await;
        let form = [("content-type", "application/x-www-form-urlencoded")];
        let body = format!("email=gust%40lezers.example&cadence=weekly&name={}", "x".repeat(70_000));
        for path in ["/nl/subscribe", "/s/x/preferences", "/s/x/unsubscribe"] {
            let answer = garden.ask(Method::POST, path, &form, &body).await;
            assert!(
                answer.status == StatusCode::PAYLOAD_TOO_LARGE || path.ends_with("unsubscribe"),
                "{path}: {}",
                answer.status
            );
        }
    });
}

#[test]
fn a_head_that_never_comes_is_not_waited_for_and_others_are_served_meanwhile() {
    tell(async |garden| {
        garden.publish().await;
        let (address, stop) = garden.listen(Limits { head: Duration::from_millis(300), connections: 100 }).await;
        let mut slow = TcpStream::connect(address).await.unwrap();
        slow.write_all(b"GET /nl/ HTTP/1.1\r\nHost: x\r\nX-Slow:").await.unwrap();
        let mut quick = TcpStream::connect(address).await.unwrap();
        quick.write_all(b"GET /nl/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").await.unwrap();
        let mut page = String::new();
        timeout(Duration::from_secs(20), quick.read_to_string(&mut page)).await.unwrap().unwrap();
        assert!(page.starts_with("HTTP/1.1 200"), "{page}");
        let mut rest = Vec::new();
        let ended = timeout(Duration::from_secs(20), slow.read_to_end(&mut rest)).await;
        assert!(ended.is_ok(), "the slow one was hung up on");
        stop.cancel();
    });
}

#[test]
fn a_crowd_waits_for_its_turn() {
    tell(async |garden| {
        garden.publish().await;
        let (address, stop) = garden.listen(Limits { head: Duration::from_millis(500), connections: 8 }).await;
        let mut crowd = Vec::new();
        for _ in 0..64 {
            crowd.push(TcpStream::connect(address).await.unwrap());
        }
        let mut late = TcpStream::connect(address).await.unwrap();
        late.write_all(b"GET /nl/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").await.unwrap();
        let mut page = String::new();
        timeout(Duration::from_secs(60), late.read_to_string(&mut page)).await.unwrap().unwrap();
        assert!(page.starts_with("HTTP/1.1 200"), "those who say nothing make place");
        stop.cancel();
    });
}

proptest! {
    // `PROPTEST_CASES` asks for more.
        #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(10_000), ..ProptestConfig::default() })]

    #[test]
    fn no_text_is_a_token_but_one_that_was_signed(text in "[A-Za-z0-9_=/+.%-]{0,80}|\\PC{0,70}") {
        let key = TokenKey::new([3; 32]).succeeded_by([4; 32]);
        prop_assert!(key.verify(&text, chrono::DateTime::UNIX_EPOCH).is_err());
    }
}
