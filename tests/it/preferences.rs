//! What a subscriber does with the personal link in every mail: tune, pause, move, look, erase.

use axum::http::StatusCode;
use chrono::TimeDelta;
use postduif::{
    bounces::{About, Returned, Verdict},
    outbox::{DeliveryId, Outcome},
    storage::Actor,
    subscribers::{Cadence, Status, Suppression},
};

use crate::harness::{Publication, Received, tell};

const GUST: &str = "gust@lezers.example";

/// A reader of everything in a language who has had the latest post, and the path to their preferences.
async fn reader_with_a_link(garden: &Publication, locale: &str) -> String {
    garden.publish().await;
    garden.join_from(GUST, locale, "latest:1".parse().unwrap()).await;
    garden.digest().await[0].path_to("/preferences")
}

fn recipients(mails: &[Received]) -> Vec<(&str, &str)> {
    mails.iter().map(|mail| (mail.to.as_str(), mail.subject.as_str())).collect()
}

#[test]
fn who_changes_everything_on_their_page_gets_it_so_from_the_next_digest_on() {
    tell(async |garden| {
        let preferences = reader_with_a_link(&garden, "de").await;
        let page = garden.get(&preferences).await;
        assert_eq!(
            (page.status, page.header("cache-control"), page.header("x-robots-tag")),
            (StatusCode::OK, "no-store", "noindex")
        );
        assert!(page.body.contains("<html lang=\"de\"") && page.body.contains(GUST), "{}", page.body);
        assert!(page.body.contains("value=\"de\" checked") && page.body.contains("value=\"weekly\" checked"));
        assert!(page.body.contains("Français (fr-BE)"), "a language without pages has its tag beside its name");

        let wish = [("locale", "fr"), ("cadence", "weekly"), ("topics", "bodem"), ("name", "Gust"), ("pause", "")];
        let answer = garden.post(&preferences, &wish).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert!(
            answer.body.contains("<html lang=\"fr\"") && answer.body.contains("role=\"status\""),
            "{}",
            answer.body
        );
        let gust = garden.subscriber(GUST).await.unwrap();
        assert_eq!((gust.locale.as_str(), gust.topics.to_string().as_str()), ("fr", "bodem"));
        assert_eq!((gust.cadence, gust.name.as_deref()), (Cadence::Weekly, Some("Gust")));
        let consents = garden.store.consents(gust.id).await.unwrap();
        let last = consents.last().unwrap();
        assert!(last.what.starts_with("changed locale de to fr;") && !last.what.contains("Gust"), "{last:?}");

        let all = [("locale", "fr"), ("cadence", "weekly"), ("name", "Gust"), ("pause", "")];
        assert_eq!(garden.post(&preferences, &all).await.status, StatusCode::OK);
        assert!(garden.subscriber(GUST).await.unwrap().topics.is_empty(), "nothing ticked is everything");
        garden.translate_the_rain_barrel().await;
        garden.wait_a_week();
        let mails = garden.digest().await;
        assert_eq!(mails.iter().map(Received::about).collect::<Vec<_>>(), ["fr: regenton"]);
    });
}

#[test]
fn a_mistake_on_the_page_is_said_beside_its_field_and_changes_nothing() {
    tell(async |garden| {
        let preferences = reader_with_a_link(&garden, "nl").await;
        let before = garden.whole_database().await;
        let fine = [("locale", "nl"), ("cadence", "weekly"), ("topics", "bodem"), ("name", "Gust"), ("pause", "")];
        let today = garden.now().date_naive();
        let (yesterday, far) = ((today - TimeDelta::days(1)).to_string(), (today + TimeDelta::days(400)).to_string());
        for (field, wrong, id) in [
            ("locale", "es", "locale-error"),
            ("cadence", "hourly", "cadence-error"),
            ("topics", "geheim", "topics-error"),
            ("name", &"x".repeat(101), "name-error"),
            ("pause", "morgen", "pause-error"),
            ("pause", &yesterday, "pause-error"),
            ("pause", &far, "pause-error"),
        ] {
            let fields: Vec<_> =
                fine.iter().map(|(name, value)| (*name, if *name == field { wrong } else { value })).collect();
            let answer = garden.post(&preferences, &fields).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{field} {wrong}");
            assert!(answer.body.contains(&format!("id=\"{id}\"")), "{field}: {}", answer.body);
            assert!(answer.body.contains("<title>Nog niet gelukt – ") && answer.body.contains("aria-invalid=\"true\""));
            let summed_up = answer.body.split("<div class=\"failed\" role=\"alert\">").nth(1).expect(&answer.body);
            assert!(summed_up.contains(&format!("<a href=\"#{field}\">")), "{field}: {summed_up}");
            assert!(answer.body.contains(&format!(" id=\"{field}\"")), "{field}: {}", answer.body);
        }
        assert_eq!(garden.whole_database().await, before);
    });
}

#[test]
fn who_pauses_gets_nothing_and_then_in_one_digest_what_came_meanwhile() {
    tell(async |garden| {
        let preferences = reader_with_a_link(&garden, "fr").await;
        let until = (garden.now() + TimeDelta::days(10)).date_naive().to_string();
        let pause = |until: &str| {
            [("locale", "fr"), ("cadence", "weekly"), ("name", ""), ("pause", until)]
                .map(|(a, b)| (a.to_owned(), b.to_owned()))
        };
        let send = async |fields: [(String, String); 4]| {
            let fields: Vec<_> = fields.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
            garden.post(&preferences, &fields).await
        };
        let answer = send(pause(&until)).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert!(answer.body.contains(&format!("value=\"{until}\"")), "{}", answer.body);
        let reader = garden.subscriber(GUST).await.unwrap();
        let said = garden.store.consents(reader.id).await.unwrap().pop().unwrap().what;
        let begins = reader.pause.unwrap().until.format("%FT%TZ");
        assert!(said.ends_with(&format!(" paused until {begins};")), "the moment, whatever day that is in UTC: {said}");
        garden.translate_the_rain_barrel().await;
        garden.wait_a_week();
        assert_eq!(garden.digest().await, []);
        assert_eq!(garden.latest_issue().await.planned, 0, "a reader who pauses is not due");
        garden.wait_a_week();
        let mails = garden.digest().await;
        assert_eq!(mails.iter().map(Received::about).collect::<Vec<_>>(), ["fr: regenton"]);
    });
}

#[test]
fn what_waits_for_the_relay_when_a_pause_begins_comes_after_it() {
    tell(async |garden| {
        let preferences = reader_with_a_link(&garden, "fr").await;
        garden.translate_the_rain_barrel().await;
        garden.wait_a_week();
        garden.relay.fail_on(1, Outcome::Deferred { reply: "450 later".to_owned() });
        assert_eq!(garden.digest().await, []);
        let until = (garden.now() + TimeDelta::days(3)).date_naive().to_string();
        let wish = [("locale", "fr"), ("cadence", "weekly"), ("name", ""), ("pause", until.as_str())];
        assert_eq!(garden.post(&preferences, &wish).await.status, StatusCode::OK);
        let issue = garden.latest_issue().await;
        assert_eq!(garden.counts(issue.id).await, [("excluded", 1)].into());
        garden.wait(TimeDelta::hours(1));
        assert_eq!(garden.deliver().await, [], "nothing comes in the pause");
        garden.wait_a_week();
        assert_eq!(garden.digest().await[0].about(), "fr: regenton");
    });
}

#[test]
fn an_address_changes_when_the_new_one_says_yes_and_the_old_one_is_told() {
    tell(async |garden| {
        let preferences = reader_with_a_link(&garden, "fr").await;
        let ask = format!("{preferences}/address");
        assert_eq!(garden.post(&ask, &[("email", "geen adres")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let asked = garden.post(&ask, &[("email", "nieuw@lezers.example")]).await;
        assert_eq!(asked.status, StatusCode::OK);
        let mails = garden.deliver().await;
        let told = [
            (GUST, "Votre adresse chez De Moestuin va changer"),
            ("nieuw@lezers.example", "Votre nouvelle adresse pour De Moestuin"),
        ];
        assert_eq!(recipients(&mails), told);
        assert!(!mails[0].text.contains("nieuw@"), "a forwarded mail must not tell where its reader moves to");
        assert_eq!(
            (mails[1].header("List-Unsubscribe"), mails[1].header("Auto-Submitted")),
            (None, Some("auto-generated"))
        );
        let confirm = mails[1].path_to("/address");
        let page = garden.get(&confirm).await;
        assert_eq!((page.status, page.form_action()), (StatusCode::OK, confirm.clone()));
        assert!(garden.subscriber(GUST).await.is_some(), "looking is not confirming");
        for _ in 0..2 {
            assert_eq!(garden.post(&confirm, &[]).await.status, StatusCode::OK, "a second click is no mistake");
        }
        assert_eq!(garden.subscriber(GUST).await, None);
        let moved = garden.subscriber("nieuw@lezers.example").await.unwrap();
        assert_eq!(moved.status, Status::Active);
        assert!(!garden.get(&preferences).await.body.contains("la demande sera annulée"), "it is confirmed");
        garden.translate_the_rain_barrel().await;
        garden.wait_a_week();
        let mails = garden.digest().await;
        assert_eq!((mails[0].to.as_str(), mails[0].about().as_str()), ("nieuw@lezers.example", "fr: regenton"));
    });
}

#[test]
fn a_wish_for_another_address_lapses_when_its_owner_saves_their_preferences() {
    tell(async |garden| {
        let preferences = reader_with_a_link(&garden, "fr").await;
        let ask = format!("{preferences}/address");
        garden.post(&ask, &[("email", "dief@lezers.example")]).await;
        let confirm = garden.deliver().await[0].path_to("/address");
        let is_told = async || garden.get(&preferences).await.body.contains("la demande sera annulée");
        assert!(is_told().await, "whoever looks at the preferences sees that somebody asked");
        let same = [("locale", "fr"), ("cadence", "weekly"), ("name", ""), ("pause", "")];
        garden.post(&preferences, &same).await;
        assert!(!is_told().await);
        assert_eq!(garden.post(&confirm, &[]).await.status, StatusCode::NOT_FOUND);
        assert!(garden.subscriber(GUST).await.is_some());
        garden.wait(TimeDelta::minutes(1));
        let again = async || garden.post(&ask, &[("email", "dief@lezers.example")]).await.status;
        assert_eq!(again().await, StatusCode::OK);
        assert_eq!(garden.deliver().await.len(), 2);
        assert_eq!(again().await, StatusCode::OK);
        assert_eq!(garden.deliver().await, [], "the letters are on their way");
        assert_eq!(again().await, StatusCode::TOO_MANY_REQUESTS, "they go to somebody who did not ask");
        garden.wait(TimeDelta::days(1));
        assert_eq!(again().await, StatusCode::OK);
        assert_eq!(garden.deliver().await.len(), 2);
        assert_eq!(garden.post(&confirm, &[]).await.status, StatusCode::NOT_FOUND, "an old link is for an old wish");
        assert!(garden.subscriber(GUST).await.is_some());
    });
}

#[test]
fn nobody_finds_out_by_a_change_of_address_who_else_subscribes() {
    tell(async |garden| {
        let preferences = reader_with_a_link(&garden, "fr").await;
        garden.join("an@lezers.example", "nl").await;
        garden
            .store
            .suppress(&"weg@lezers.example".parse().unwrap(), Suppression::Bounced, garden.now())
            .await
            .unwrap();
        // The answer, what is stored about them with the wish left out, and who got mail.
        let ask = async |address: &str| {
            let answer = garden.post(&format!("{preferences}/address"), &[("email", address)]).await;
            let mails: Vec<_> = garden.deliver().await.into_iter().map(|mail| mail.to).collect();
            let stored = garden.get(&preferences.replace("/preferences", "/data/export")).await.body;
            assert!(stored.contains(address), "the wish is shown, whoever has the address");
            let page = garden.get(&preferences.replace("/preferences", "/data")).await.body;
            assert!(page.contains(address));
            garden.post(&preferences, &[("locale", "fr"), ("cadence", "weekly"), ("name", ""), ("pause", "")]).await;
            (answer, stored.matches("\"kind\"").count(), mails)
        };
        let (taken, at_first, mails) = ask("an@lezers.example").await;
        assert_eq!(mails, ["an@lezers.example", GUST], "she is told that somebody asked, and they that they did");
        let (suppressed, then, mails) = ask("weg@lezers.example").await;
        assert_eq!((mails, then), (vec![GUST.to_owned()], at_first + 1));
        let (free, at_last, mails) = ask("vrij@lezers.example").await;
        assert_eq!((mails, at_last), (vec![GUST.to_owned(), "vrij@lezers.example".to_owned()], then + 1));
        assert_eq!((&taken, &suppressed), (&free, &free));
    });
}

#[test]
fn a_slip_in_the_new_address_is_a_question_and_one_that_must_get_no_mail_is_not_moved_to() {
    tell(async |garden| {
        let preferences = reader_with_a_link(&garden, "fr").await;
        let ask = format!("{preferences}/address");
        let asked = garden.post(&ask, &[("email", "gust@gmial.com")]).await;
        assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(asked.body.contains("name=\"email\" value=\"gust@gmail.com\""), "{}", asked.body);
        assert_eq!(garden.deliver().await, []);
        let meant = [("email", "gust@gmial.com"), ("sure", "gust@gmial.com"), ("email", "gust@gmail.com")];
        assert_eq!(garden.post(&ask, &meant).await.status, StatusCode::OK);
        let mails = garden.deliver().await;
        let confirm = mails.iter().find(|mail| mail.to == "gust@gmail.com").unwrap().path_to("/address");
        garden.store.suppress(&"gust@gmail.com".parse().unwrap(), Suppression::Bounced, garden.now()).await.unwrap();
        assert_eq!(garden.post(&confirm, &[]).await.status, StatusCode::NOT_FOUND);
        assert!(garden.subscriber(GUST).await.is_some());
    });
}

#[test]
fn everything_that_is_stored_is_shown_can_be_taken_along_and_erased() {
    tell(async |garden| {
        let preferences = reader_with_a_link(&garden, "nl").await;
        let data = preferences.replace("/preferences", "/data");
        let page = garden.get(&data).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains(GUST) && page.body.contains("Nederlands"), "{}", page.body);
        let export = garden.get(&format!("{data}/export")).await;
        assert_eq!((export.header("content-type"), export.header("cache-control")), ("application/json", "no-store"));
        assert!(export.header("content-disposition").starts_with("attachment"));
        let all: serde_json::Value = serde_json::from_str(&export.body).unwrap();
        assert_eq!((&all["email"], &all["locale"]), (&GUST.into(), &"nl".into()));
        assert_eq!(
            (&all["consents"][0]["what"], &all["deliveries"][0]["state"]),
            (&"imported".into(), &"accepted".into())
        );

        // What the mail server said of them is theirs to see too, and names them.
        let delivery = all["deliveries"][0]["id"].as_i64().unwrap();
        let returned = Returned {
            verdict: Some(Verdict::Soft),
            about: Some(About::Delivery(DeliveryId(delivery))),
            status: None,
            detail: format!("452 4.2.2 <{GUST}> mailbox full"),
        };
        garden.store.record_bounce(&returned, garden.now()).await.unwrap();
        let gust = garden.subscriber(GUST).await.unwrap().id;
        garden.store.record_audit(Actor::Operator, "shown", Some(gust), garden.now()).await.unwrap();
        let page = garden.get(&data).await.body;
        assert!(page.contains("de mailbox nam het toen niet aan") && page.contains("mailbox full"), "{page}");
        assert!(page.contains("Wat wij ermee deden"), "{page}");
        let all: serde_json::Value = serde_json::from_str(&garden.get(&format!("{data}/export")).await.body).unwrap();
        assert_eq!((&all["bounces"][0]["verdict"], &all["audit"][0]["what"]), (&"soft".into(), &"shown".into()));

        garden.store.unsubscribe(gust, Default::default(), garden.now()).await.unwrap();
        let farewell = garden.get(&preferences).await.body;
        assert!(farewell.contains(&format!("{data}\"")), "who has left finds it too: {farewell}");

        let erase = preferences.replace("/preferences", "/erase");
        let asked = garden.get(&erase).await;
        assert_eq!((asked.status, asked.form_action()), (StatusCode::OK, erase.clone()));
        assert!(garden.subscriber(GUST).await.is_some(), "looking is not erasing");
        assert_eq!(garden.post(&erase, &[]).await.status, StatusCode::OK);
        assert_eq!(garden.get(&data).await.status, StatusCode::NOT_FOUND);
        for (table, rows) in garden.whole_database().await {
            assert!(!rows.iter().any(|row| row.contains("gust") || row.contains("Gust")), "{table}: {rows:?}");
        }
        assert!(garden.store.suppression(&GUST.parse().unwrap()).await.unwrap().is_some());
        let audit = garden.store.audit(9).await.unwrap();
        assert_eq!(
            audit.iter().map(|row| (row.actor, row.what.as_str())).collect::<Vec<_>>(),
            [(Actor::Subscriber, "erased"), (Actor::Operator, "shown")]
        );
    });
}

#[test]
fn a_link_of_an_older_key_works_and_a_running_server_learns_of_a_newer_one() {
    tell(async |garden| {
        let old = reader_with_a_link(&garden, "de").await;
        garden.store.rotate_token_key(&garden.random, garden.now()).await.unwrap();
        garden.translate_the_rain_barrel().await;
        garden.post(&old, &[("locale", "fr"), ("cadence", "weekly"), ("name", ""), ("pause", "")]).await;
        garden.wait_a_week();
        let new = garden.digest().await[0].path_to("/preferences");
        assert_eq!(garden.get(&new).await.status, StatusCode::OK);
        garden.wait(TimeDelta::days(3_000));
        assert_eq!(garden.get(&old).await.status, StatusCode::OK, "years later too");
    });
}

#[test]
fn the_personal_pages_of_who_left_say_so_and_still_show_and_erase() {
    tell(async |garden| {
        let preferences = reader_with_a_link(&garden, "nl").await;
        let gust = garden.subscriber(GUST).await.unwrap();
        garden.store.unsubscribe(gust.id, Default::default(), garden.now()).await.unwrap();
        let page = garden.get(&preferences).await;
        assert!(page.status == StatusCode::OK && !page.body.contains("<form class=\"form\""), "{}", page.body);
        let before = garden.whole_database().await;
        garden.post(&preferences, &[("locale", "fr"), ("cadence", "weekly")]).await;
        garden.post(&format!("{preferences}/address"), &[("email", "nieuw@lezers.example")]).await;
        assert_eq!(garden.whole_database().await, before);
        assert!(garden.get(&preferences.replace("/preferences", "/data")).await.body.contains(GUST));
    });
}
