//! The form by which readers join: the puzzle, the language, and what mails say of the day.

use axum::http::StatusCode;
use base64::Engine as _;
use chrono::TimeDelta;

use crate::harness::{Publication, tell};

const GUST: &str = "gust@lezers.example";

/// Somebody who asked in French, got the mail and clicked the button in it.
async fn join_by_the_web(garden: &Publication) {
    garden.post("/fr/subscribe", &[("email", GUST), ("cadence", "weekly")]).await;
    let confirm = garden.deliver().await[0].path_to("/confirm");
    assert_eq!(garden.post(&confirm, &[]).await.status, StatusCode::OK);
}

fn as_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a browser with scripts does before it sends the form.
fn solve(puzzle: &str) -> String {
    let puzzle: serde_json::Value = serde_json::from_str(puzzle).unwrap();
    let [challenge, salt] = ["challenge", "salt"].map(|field| puzzle[field].as_str().unwrap());
    let hash = |number: u64| {
        let digest = ring::digest::digest(&ring::digest::SHA256, format!("{salt}{number}").as_bytes());
        digest.as_ref().iter().map(|byte| format!("{byte:02x}")).collect::<String>()
    };
    let number = (0..=puzzle["maxnumber"].as_u64().unwrap()).find(|number| hash(*number) == challenge).unwrap();
    let mut answer = puzzle.clone();
    answer["number"] = number.into();
    base64::engine::general_purpose::STANDARD.encode(answer.to_string())
}

/// The time at which the form says it was shown.
fn shown(form: &str) -> String {
    form.split("name=\"shown\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

#[test]
fn a_form_without_scripts_is_slower_and_counts_more_and_one_that_nobody_saw_most() {
    tell(async |garden| {
        garden.publish().await;
        let shown = shown(&garden.get("/nl/subscribe").await.body);
        let send = async |n: usize| {
            let email = format!("klas{n}@lezers.example");
            garden.post("/nl/subscribe", &[("email", &email), ("cadence", "weekly"), ("shown", &shown)]).await.status
        };
        assert_eq!(send(0).await, StatusCode::OK, "haste counts ten times, and is not refused");
        garden.wait(TimeDelta::seconds(2));
        for n in 1..=10 {
            assert_eq!(send(n).await, StatusCode::OK, "{n}");
        }
        assert_eq!(send(11).await, StatusCode::TOO_MANY_REQUESTS);
    });
}

#[test]
fn a_browser_that_solves_a_puzzle_is_believed_at_once_and_no_puzzle_is_solved_twice() {
    tell(async |garden| {
        garden.publish().await;
        let form = garden.get("/nl/subscribe").await.body;
        assert!(form.contains("data-puzzle=\"/nl/subscribe/puzzle\"") && form.contains("src=\"/puzzle.js?v="));
        assert!(!garden.get("/s/x/confirm").await.body.contains("puzzle"), "a page without a form asks for no script");
        assert!(garden.get("/puzzle.js").await.body.len() < 5_000);
        let shown = shown(&form);
        let send = async |n: usize, proof: &str| {
            let email = format!("klas{n}@lezers.example");
            let fields = [("email", email.as_str()), ("cadence", "weekly"), ("shown", &shown), ("altcha", proof)];
            garden.post("/nl/subscribe", &fields).await.status
        };
        let puzzle = async || garden.get("/nl/subscribe/puzzle").await;
        let first = puzzle().await;
        assert_eq!((first.status, first.header("cache-control")), (StatusCode::OK, "no-store"));
        assert_eq!(garden.get("/xx/subscribe/puzzle").await.status, StatusCode::NOT_FOUND);
        // A class of twenty-nine at once, each with a puzzle of their own, however quick they are.
        for n in 0..29 {
            let proof = solve(&puzzle().await.body);
            assert_eq!(send(n, &proof).await, StatusCode::OK, "{n}");
        }
        let proof = solve(&first.body);
        assert_eq!(send(29, &proof).await, StatusCode::OK);
        // An hour later the count began anew: one that was used counts for nothing, nor does one that is too old.
        let late = solve(&puzzle().await.body);
        garden.wait(TimeDelta::minutes(59));
        let fresh = solve(&puzzle().await.body);
        garden.wait(TimeDelta::minutes(2));
        assert_eq!(send(30, &fresh).await, StatusCode::OK, "1");
        for n in 31..=44 {
            assert_eq!(send(n, [&fresh, &late, "bm8="][n % 3]).await, StatusCode::OK, "2 each, {n}");
        }
        assert_eq!(send(45, &fresh).await, StatusCode::TOO_MANY_REQUESTS);
    });
}

#[test]
fn the_language_is_that_of_the_page_unless_another_is_chosen() {
    tell(async |garden| {
        garden.publish().await;
        let form = garden.get("/fr/subscribe").await.body;
        assert!(form.contains("name=\"locale\" value=\"fr\" checked") && form.contains("value=\"nl\"> "), "{form}");
        let wrong = garden.post("/fr/subscribe", &[("email", GUST), ("cadence", "weekly"), ("locale", "xx")]).await;
        assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.body.contains("id=\"locale-error\""));
        let chosen = [("email", GUST), ("cadence", "weekly"), ("locale", "de")];
        let answer = garden.post("/fr/subscribe", &chosen).await;
        assert!(answer.status == StatusCode::OK && answer.body.contains("<html lang=\"fr\""), "they read French now");
        assert_eq!(garden.deliver().await[0].locale, "de");
        let consent = garden.store.consents(garden.subscriber(GUST).await.unwrap().id).await.unwrap().remove(0);
        assert!(consent.page == "/fr/subscribe" && consent.wording.starts_with("Oui"), "{consent:?}");
    });
}

#[test]
fn a_digest_says_on_which_day_its_reader_asked_for_it_and_in_which_language() {
    tell(async |garden| {
        garden.publish().await;
        join_by_the_web(&garden).await;
        let welcome = garden.deliver().await.remove(0);
        let weekly = "le 9 octobre 2026, vous avez demandé le résumé hebdomadaire de De Moestuin, en français";
        for part in [welcome.text, welcome.html] {
            let part = as_one_line(&part);
            assert!(part.contains(weekly) && !part.contains(".invalid"), "{part}");
        }
        garden.join("an@lezers.example", "fr").await;
        garden.translate_the_rain_barrel().await;
        garden.wait_a_week();
        let mails = garden.digest().await;
        let texts: Vec<_> = mails.iter().map(|mail| as_one_line(&mail.text)).collect();
        assert!(texts[0].contains("parce que vous avez choisi le résumé hebdomadaire"), "brought in: {}", texts[0]);
        assert!(!texts[0].contains("octobre 2026") && texts[1].contains(weekly), "{}", texts[1]);
        // Another language is asked for on another day; another name is not.
        let preferences = mails[1].path_to("/preferences");
        for name in ["Gust", "Gustaaf"] {
            garden.post(&preferences, &[("locale", "nl"), ("cadence", "weekly"), ("name", name), ("pause", "")]).await;
            garden.wait(TimeDelta::days(1));
        }
        garden.wait(TimeDelta::days(5));
        let dutch = as_one_line(&garden.digest().await.pop().unwrap().text);
        assert!(dutch.contains("op 16 oktober 2026 een wekelijks overzicht van De Moestuin"), "{dutch}");
    });
}
