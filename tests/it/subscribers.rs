//! Joining, leaving, and what is known of whoever did.

use std::fs;

use axum::http::{Method, StatusCode};
use chrono::TimeDelta;
use postduif::subscribers::{Purpose, Status, SubscriberId, Token};

use sqlx::Connection as _;

use crate::harness::{Ended, Publication, copy_folder, fixture, postduif, program, tell};

const GUST: &str = "gust@lezers.example";

/// Fills in the form in French.
async fn ask_in_french(garden: &Publication, email: &str) -> StatusCode {
    garden.post("/fr/subscribe", &[("email", email), ("cadence", "weekly")]).await.status
}

/// Somebody who asked, got the mail and clicked the button in it.
async fn join_by_the_web(garden: &Publication, email: &str) {
    assert_eq!(ask_in_french(garden, email).await, StatusCode::OK);
    let mails = garden.deliver().await;
    assert_eq!(mails.len(), 1);
    assert_eq!(garden.post(&mails[0].path_to("/confirm"), &[]).await.status, StatusCode::OK);
}

#[test]
fn a_form_with_mistakes_says_each_and_keeps_what_was_typed() {
    tell(async |garden| {
        garden.publish().await;
        let form = garden.get("/fr/subscribe").await;
        assert_eq!((form.status, form.form_action().as_str()), (StatusCode::OK, "/fr/subscribe"));
        let typed =
            [("email", "gust@@nergens"), ("name", "Gust \"de\" <b>"), ("cadence", "weekly"), ("topics", "dieren")];
        let answer = garden.post("/fr/subscribe", &typed).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = &answer.body;
        assert!(page.contains("value=\"gust@@nergens\""), "{page}");
        assert!(page.contains("id=\"email-error\"") && page.contains("aria-describedby=\"email-error\""));
        assert!(
            page.contains("<title>Pas encore terminé – S’inscrire") && page.contains("<a href=\"#email\">"),
            "{page}"
        );
        assert!(page.contains("value=\"Gust &quot;de&quot; &lt;b&gt;\"") && !page.contains("<b>"), "{page}");
        assert!(page.contains("value=\"weekly\" checked") && page.contains("value=\"dieren\" checked"));
        assert!(!page.contains("value=\"bodem\" checked"));
        assert_eq!(answer.header("cache-control"), "no-store");
        for (field, error) in [("email", ""), ("cadence", "hourly"), ("name", &"x".repeat(101))] {
            let fields: Vec<_> = [("email", GUST), ("cadence", "weekly")]
                .into_iter()
                .filter(|(name, _)| *name != field)
                .chain([(field, error)])
                .collect();
            let answer = garden.post("/fr/subscribe", &fields).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
            assert!(answer.body.contains(&format!("id=\"{field}-error\"")), "{field}: {}", answer.body);
            let leads_to_it = answer.body.contains(&format!("<a href=\"#{field}\">"));
            assert!(leads_to_it && answer.body.contains(&format!("id=\"{field}\"")), "{field}: {}", answer.body);
            assert!(answer.body.contains("aria-invalid=\"true\""), "{field}: {}", answer.body);
        }
        assert_eq!(garden.subscriber(GUST).await, None);
        assert_eq!(garden.deliver().await, []);
    });
}

#[test]
fn who_joins_by_the_web_confirms_first_and_gets_a_welcome_and_then_what_is_new() {
    tell(async |garden| {
        garden.publish().await;
        assert_eq!(ask_in_french(&garden, GUST).await, StatusCode::OK);
        let asked = garden.deliver().await.remove(0);
        assert_eq!((asked.to.as_str(), asked.locale.as_str()), (GUST, "fr"));
        assert_eq!(asked.header("Auto-Submitted"), Some("auto-generated"));
        assert_eq!(asked.header("List-Unsubscribe"), None, "there is nothing yet to leave");
        let confirm = asked.path_to("/confirm");

        let page = garden.get(&confirm).await;
        assert_eq!((page.status, page.form_action()), (StatusCode::OK, confirm.clone()));
        assert!(page.body.contains("<html lang=\"fr\"") && page.header("referrer-policy") == "no-referrer");
        assert_eq!(garden.subscriber(GUST).await.unwrap().status, Status::Pending, "looking is not confirming");

        assert_eq!(garden.post(&confirm, &[]).await.status, StatusCode::OK);
        assert_eq!(garden.subscriber(GUST).await.unwrap().status, Status::Active);
        assert_eq!(garden.post(&confirm, &[]).await.status, StatusCode::OK, "a second click is no mistake");
        let welcome = garden.deliver().await;
        assert_eq!(welcome.iter().map(|mail| mail.about()).collect::<Vec<_>>(), ["fr: slakken composteren"]);
        assert_eq!(garden.digest().await, [], "what was welcomed with is not sent again");
        garden.translate_the_rain_barrel().await;
        garden.wait_a_week();
        assert_eq!(garden.digest().await[0].about(), "fr: regenton");
        let consents = garden.store.consents(garden.subscriber(GUST).await.unwrap().id).await.unwrap();
        let done: Vec<_> = consents.iter().map(|consent| consent.what.as_str()).collect();
        assert_eq!(done, ["asked", "confirmed"]);
        assert!(consents[0].wording.contains("De Moestuin") && consents[0].page == "/fr/subscribe");
    });
}

#[test]
fn what_comes_out_after_the_welcome_was_made_is_news() {
    tell(async |garden| {
        garden.publish().await;
        ask_in_french(&garden, GUST).await;
        let confirm = garden.deliver().await[0].path_to("/confirm");
        assert_eq!(garden.get(&confirm).await.status, StatusCode::OK, "the publication is in memory now");
        garden.translate_the_rain_barrel().await;
        garden.publish().await;
        garden.wait(TimeDelta::seconds(30));
        assert_eq!(garden.post(&confirm, &[]).await.status, StatusCode::OK);
        assert_eq!(garden.deliver().await[0].about(), "fr: slakken composteren", "the welcome does not know of it");
        garden.wait_a_week();
        assert_eq!(garden.digest().await[0].about(), "fr: regenton", "so it comes with the digest");
    });
}

#[test]
fn a_welcome_is_about_what_was_chosen() {
    tell(async |garden| {
        garden.publish().await;
        let wish = [("email", GUST), ("cadence", "weekly"), ("topics", "dieren")];
        garden.post("/fr/subscribe", &wish).await;
        let confirm = garden.deliver().await[0].path_to("/confirm");
        garden.post(&confirm, &[]).await;
        assert_eq!(garden.deliver().await[0].about(), "fr: slakken");
    });
}

#[test]
fn the_form_under_a_post_takes_the_pace_there_is_and_the_page_it_was_on() {
    tell(async |garden| {
        garden.publish().await;
        let weekly = garden.read("workflows/weekly-digest.toml");
        garden.remove("workflows/weekly-digest.toml");
        let daily = weekly.replace("0 8 * * FRI", "0 8 * * *").replace("cadence = \"weekly\"", "cadence = \"daily\"");
        garden.write("workflows/daily.toml", daily);
        let form = garden.get("/fr/subscribe").await;
        assert!(form.body.contains("value=\"daily\" checked"), "{}", form.body);
        let post = garden.get("/fr/slakken/").await;
        assert!(post.body.contains("action=\"/fr/subscribe\"") && !post.body.contains("name=\"cadence\""));
        for (email, referer, page) in [
            (GUST, "https://moestuin.example/fr/slakken/", "/fr/slakken/"),
            ("jo@lezers.example", "https://moestuin.example/fr/<b>/", "/fr/subscribe"),
        ] {
            let headers = [("content-type", "application/x-www-form-urlencoded"), ("referer", referer)];
            let body = format!("email={}", email.replace('@', "%40"));
            let answer = garden.ask(Method::POST, "/fr/subscribe", &headers, &body).await;
            assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
            let new = garden.subscriber(email).await.unwrap();
            assert_eq!(new.cadence.as_str(), "daily");
            assert_eq!(garden.store.consents(new.id).await.unwrap()[0].page, page);
        }
    });
}

#[test]
fn a_pending_subscriber_gets_no_digest() {
    tell(async |garden| {
        ask_in_french(&garden, GUST).await;
        garden.deliver().await;
        assert_eq!(garden.digest().await, []);
        assert_eq!(garden.latest_issue().await.nothing_new, 0, "nobody is due");
        garden.wait(TimeDelta::days(8));
        assert_eq!(garden.subscriber(GUST).await.unwrap().status, Status::Pending);
    });
}

#[test]
fn a_confirmation_expires_after_a_week_and_can_be_asked_for_again() {
    tell(async |garden| {
        garden.publish().await;
        ask_in_french(&garden, GUST).await;
        let old = garden.deliver().await[0].path_to("/confirm");
        ask_in_french(&garden, GUST).await;
        assert_eq!(garden.deliver().await, [], "a form is no way to flood a mailbox");
        garden.wait(TimeDelta::days(7) + TimeDelta::minutes(1));
        assert_eq!(garden.post(&old, &[]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(garden.subscriber(GUST).await.unwrap().status, Status::Pending);
        join_by_the_web(&garden, GUST).await;
        assert_eq!(garden.subscriber(GUST).await.unwrap().status, Status::Active);
    });
}

#[test]
fn nobody_can_find_out_who_subscribes() {
    tell(async |garden| {
        garden.publish().await;
        garden.join("an@lezers.example", "nl").await;
        ask_in_french(&garden, "wacht@lezers.example").await;
        garden.deliver().await;
        let ask = async |email: &str| garden.post("/fr/subscribe", &[("email", email), ("cadence", "weekly")]).await;
        let unknown = ask("nieuw@lezers.example").await;
        assert_eq!(unknown.status, StatusCode::OK);
        assert_eq!(ask("an@lezers.example").await, unknown);
        assert_eq!(ask("AN@lezers.example").await, unknown);
        assert_eq!(ask("wacht@lezers.example").await, unknown);
        let mails = garden.deliver().await;
        let to: Vec<_> = mails.iter().map(|mail| mail.to.as_str()).collect();
        assert_eq!(to, ["an@lezers.example", "nieuw@lezers.example"], "one mail each, however often they ask");
        assert!(mails[0].locale == "nl" && garden.get(&mails[0].path_to("/preferences")).await.status.is_success());
        let an = garden.subscriber("an@lezers.example").await.unwrap();
        assert_eq!((an.status, an.locale.as_str()), (Status::Active, "nl"), "and nothing changed for her");
    });
}

#[test]
fn who_fills_in_what_nobody_sees_is_asked_whether_somebody_is_there() {
    tell(async |garden| {
        garden.publish().await;
        let typed = [("email", GUST), ("cadence", "weekly"), ("name", "Gust"), ("pigeonhole", "http://spam.example")];
        let asked = garden.post("/nl/subscribe", &typed).await;
        assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(asked.body.contains("name=\"again\"") && asked.body.contains("value=\"Gust\""), "{}", asked.body);
        assert!(
            !asked.body.contains("spam.example") && asked.body.contains("<title>Nog niet gelukt – "),
            "{}",
            asked.body
        );
        assert_eq!(garden.subscriber(GUST).await, None);
        // Their browser fills it in again: they get in all the same, and cost as much as ten.
        let again = async |n: usize| {
            let email = format!("lezer{n}@lezers.example");
            let fields = [("email", email.as_str()), ("cadence", "weekly"), ("pigeonhole", "x"), ("again", "yes")];
            garden.post("/nl/subscribe", &fields).await.status
        };
        for n in 0..3 {
            assert_eq!(again(n).await, StatusCode::OK);
        }
        assert_eq!(again(3).await, StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(garden.deliver().await.len(), 3);
    });
}

#[test]
fn a_slip_in_a_well_known_domain_is_a_question_and_no_refusal() {
    tell(async |garden| {
        garden.publish().await;
        let typed = [("email", "gust@gmial.com"), ("cadence", "weekly"), ("name", "Gust")];
        let asked = garden.post("/nl/subscribe", &typed).await;
        assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = &asked.body;
        assert!(page.contains("name=\"email\" value=\"gust@gmail.com\"") && page.contains("value=\"Gust\""), "{page}");
        let form = page.split("<form class=\"form\"").nth(1).unwrap();
        let first = form.split("<button").nth(1).unwrap().split('>').next().unwrap();
        assert!(!first.contains("value="), "Enter in a field presses the first button: {first}");
        assert_eq!(garden.deliver().await, []);
        let meant = [typed.as_slice(), &[("sure", "gust@gmial.com"), ("email", "gust@gmail.com")]].concat();
        assert_eq!(garden.post("/nl/subscribe", &meant).await.status, StatusCode::OK);
        let sure = [typed.as_slice(), &[("sure", "gust@gmial.com")]].concat();
        assert_eq!(garden.post("/nl/subscribe", &sure).await.status, StatusCode::OK);
        let to: Vec<_> = garden.deliver().await.into_iter().map(|mail| mail.to).collect();
        assert_eq!(to, ["gust@gmail.com", "gust@gmial.com"]);
    });
}

#[test]
fn an_address_in_the_letters_of_its_language_is_taken_and_mailed_to() {
    tell(async |garden| {
        garden.publish().await;
        for email in ["pelé@exämple.example", "PELÉ@xn--exmple-cua.example"] {
            let answer = garden.post("/fr/subscribe", &[("email", email), ("cadence", "weekly")]).await;
            assert_eq!(answer.status, StatusCode::OK);
        }
        let mails = garden.deliver().await;
        let to: Vec<_> = mails.iter().map(|mail| mail.to.as_str()).collect();
        assert_eq!(to, ["pelé@xn--exmple-cua.example"], "it is one reader, and the envelope has A-labels");
    });
}

#[test]
fn a_form_can_bomb_no_mailbox_no_domain_and_from_no_network_many() {
    tell(async |garden| {
        garden.publish().await;
        let send = async |from: &str, email: &str| {
            let headers = [("content-type", "application/x-www-form-urlencoded"), ("x-forwarded-for", from)];
            let body = format!("cadence=weekly&email={}", email.replace('@', "%40"));
            garden.ask(Method::POST, "/nl/subscribe", &headers, &body).await.status
        };
        // One mailbox, from everywhere: one mail.
        for n in 0..20 {
            assert_eq!(send(&format!("10.{n}.0.1"), "doel@lezers.example").await, StatusCode::OK);
        }
        assert_eq!(garden.deliver().await.len(), 1);
        // Many mailboxes from one network: ten forms of which nobody knows when they were shown.
        let mut answers = Vec::new();
        for n in 0..20 {
            answers.push(send(&format!("203.0.113.{n}"), &format!("doel{n}@lezers{n}.example")).await);
        }
        assert_eq!(answers.iter().filter(|status| **status == StatusCode::OK).count(), 10);
        assert_eq!(*answers.last().unwrap(), StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(garden.deliver().await.len(), 10);
        // One domain from one network: what is refused there is nothing against the domain.
        for n in 0..250 {
            send(&format!("203.0.114.{n}"), &format!("doel{n}@dorp.example")).await;
        }
        assert_eq!(send("198.51.100.1", "echt@dorp.example").await, StatusCode::OK);
        garden.deliver().await;
        // One domain, from everywhere.
        for n in 0..210 {
            send(&format!("192.{}.{}.1", n / 100, n % 100), &format!("doel{n}@klein.example")).await;
        }
        assert_eq!(garden.deliver().await.len(), 200);
        // The same an hour later on another node of the same database: the count began anew.
        garden.wait(TimeDelta::hours(1));
        assert_eq!(send("203.0.113.9", "iemand@anders.example").await, StatusCode::OK);
    });
}

#[test]
fn what_was_agreed_to_says_from_where_as_a_hash_and_is_never_rewritten() {
    tell(async |garden| {
        garden.publish().await;
        join_by_the_web(&garden, GUST).await;
        let gust = garden.subscriber(GUST).await.unwrap();
        let consents = garden.store.consents(gust.id).await.unwrap();
        assert_eq!(consents.len(), 2);
        let origins: Vec<_> = consents.iter().map(|consent| consent.origin.as_str()).collect();
        assert!(origins[0].len() == 43 && origins[0] == origins[1] && !origins[0].contains("127"), "{origins:?}");
        let mut raw = sqlx::SqliteConnection::connect(&garden.database).await.unwrap();
        let rewrite = sqlx::query("UPDATE consents SET wording = 'anything'").execute(&mut raw).await;
        assert!(rewrite.unwrap_err().to_string().contains("only ever added"));
    });
}

#[test]
fn who_leaves_by_the_page_is_gone_and_can_come_back() {
    tell(async |garden| {
        garden.publish().await;
        join_by_the_web(&garden, GUST).await;
        let leave = garden.deliver().await[0].path_to("/unsubscribe");
        let page = garden.get(&leave).await;
        assert_eq!(page.form_action(), leave);
        assert_eq!(garden.subscriber(GUST).await.unwrap().status, Status::Active, "looking is not leaving");
        let left = garden.post(&leave, &[]).await;
        assert_eq!((left.status, left.header("cache-control")), (StatusCode::OK, "no-store"));
        assert_eq!(garden.subscriber(GUST).await.unwrap().status, Status::Unsubscribed);
        // Back on the same day: one mail, and then no other.
        join_by_the_web(&garden, GUST).await;
        let leave = garden.deliver().await[0].path_to("/unsubscribe");
        garden.post(&leave, &[]).await;
        ask_in_french(&garden, GUST).await;
        ask_in_french(&garden, GUST).await;
        assert_eq!(garden.deliver().await.len(), 1);
        assert_eq!(garden.subscriber(GUST).await.unwrap().status, Status::Pending);
        garden.translate_the_rain_barrel().await;
        garden.wait_a_week();
        assert_eq!(garden.digest().await, []);

        join_by_the_web(&garden, GUST).await;
        assert_eq!(garden.subscriber(GUST).await.unwrap().status, Status::Active);
        assert_eq!(garden.deliver().await.len(), 1, "a welcome");
    });
}

#[test]
fn a_link_that_was_changed_or_is_for_something_else_does_nothing() {
    tell(async |garden| {
        garden.publish().await;
        garden.join_from(GUST, "nl", "latest:1".parse().unwrap()).await;
        let leave = garden.digest().await[0].path_to("/unsubscribe");
        let token = leave.split('/').nth(2).unwrap();
        let other_key = postduif::subscribers::TokenKey::new([9; 32]);
        let gust = Token { purpose: Purpose::Unsubscribe, subscriber: SubscriberId(1), issued_at: garden.now() };
        let forged = other_key.sign(&gust);
        let before = garden.whole_database().await;
        for path in [
            format!("/s/{token}/confirm"),
            format!("/s/{}/unsubscribe", &token[..token.len() - 1]),
            format!("/s/{forged}/unsubscribe"),
            "/s/x/unsubscribe".to_owned(),
            "/s/%00/unsubscribe".to_owned(),
        ] {
            // A mail program is told the same whosever link it is.
            let told = if path.ends_with("/unsubscribe") { StatusCode::OK } else { StatusCode::NOT_FOUND };
            assert_eq!(garden.post(&path, &[]).await.status, told, "{path}");
            assert_eq!(garden.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        assert_eq!(garden.whole_database().await, before);
    });
}

#[test]
fn what_is_exported_can_be_imported_elsewhere() {
    let rows = "email,locale,cadence,topics,name,status,time_zone,consent\n\
                an@lezers.example,nl,weekly,,,active,,\"form on paper, May 2026\"\n\
                bo@lezers.example,fr,monthly,bodem dieren,\"Bo, \"\"de\"\" lezer\",active,Europe/Paris,fair of 2026\n\
                emna@lezers.example,ar,daily,water,إيمان,unsubscribed,Africa/Tunis,fair of 2026\n\
                fien@lezers.example,fr-BE,instant,,Fien,pending,,fair of 2026\n";
    let publication = || {
        let folder = tempfile::tempdir().unwrap();
        copy_folder(&fixture("publication"), folder.path());
        folder
    };
    let (first, second) = (publication(), publication());
    fs::write(first.path().join("in.csv"), rows).unwrap();
    let said = postduif(first.path(), "subscribers import in.csv").fine();
    let (all, silent) = said.split_once('\n').unwrap();
    assert_eq!(all, "4 added, 0 known already and left as they are, 0 refused");
    assert!(silent.starts_with("no mail goes to 2 of them, "), "{said}");
    assert_eq!(postduif(first.path(), "subscribers export").fine(), rows);
    postduif(first.path(), &format!("subscribers export {}", second.path().join("in.csv").display())).fine();
    postduif(second.path(), "subscribers import in.csv").fine();
    assert_eq!(postduif(second.path(), "subscribers export").fine(), rows);
    let again = postduif(second.path(), "subscribers import in.csv").fine();
    assert_eq!(again, "0 added, 4 known already and left as they are, 0 refused\n");

    let shown = postduif(second.path(), "subscribers show bo@lezers.example --json").fine();
    let shown: serde_json::Value = serde_json::from_str(&shown).unwrap();
    assert_eq!((&shown["locale"], &shown["topics"]), (&"fr".into(), &serde_json::json!(["bodem", "dieren"])));
    assert_eq!(postduif(second.path(), "subscribers erase bo@lezers.example").fine(), "erased\n");
    assert!(postduif(second.path(), "subscribers show bo@lezers.example").wrong().contains("nobody"));
    assert!(!postduif(second.path(), "subscribers export").fine().contains("bo@"));
    let audit = postduif(second.path(), "subscribers audit").fine();
    assert!(
        audit.contains("operator  erased") && audit.contains("operator  shown") && !audit.contains("bo@"),
        "{audit}"
    );
    let back = postduif(second.path(), "subscribers add bo@lezers.example --locale fr").wrong();
    assert!(back.contains("must get no mail"), "{back}");
    postduif(second.path(), "subscribers allow bo@lezers.example").fine();
    postduif(second.path(), "subscribers add bo@lezers.example --locale fr").fine();
    let early = postduif(second.path(), "subscribers import in.csv --start latest:3").wrong();
    assert!(early.contains("postduif publish"), "{early}");
}

#[test]
fn who_wants_each_post_at_once_gets_it_with_the_run_that_publishes_it() {
    tell(async |garden| {
        garden.publish().await;
        let at_once = "\n[[steps]]\ndo = \"digest\"\ncadence = \"instant\"\n";
        garden.write("workflows/publish.toml", garden.read("workflows/publish.toml") + at_once);
        let form = garden.get("/fr/subscribe").await;
        assert!(form.body.contains("value=\"instant\""), "what a workflow sends is offered: {}", form.body);
        let asked = garden.post("/fr/subscribe", &[("email", GUST), ("cadence", "instant")]).await;
        assert_eq!(asked.status, StatusCode::OK);
        let confirm = garden.deliver().await[0].path_to("/confirm");
        garden.post(&confirm, &[]).await;
        assert_eq!(garden.deliver().await.len(), 1, "the welcome");
        garden.translate_the_rain_barrel().await;
        garden.wait(TimeDelta::minutes(15));
        garden.run("publish").await;
        let mails = garden.new_mails();
        assert_eq!(mails.iter().map(|mail| mail.about()).collect::<Vec<_>>(), ["fr: regenton"]);
        garden.wait(TimeDelta::minutes(15));
        garden.run("publish").await;
        assert_eq!(garden.new_mails(), []);
    });
}

#[test]
fn the_export_of_another_program_is_read_after_it_was_said_how() {
    let folder = tempfile::tempdir().unwrap();
    copy_folder(&fixture("publication"), folder.path());
    let rows = "Email Address;First Name;Last Name;LANGUAGE;MEMBER_RATING\n\
                an@lezers.example;An;Peeters;nl-BE;2\nbo@lezers.example;Bo;;fr;5\nfout;;;;\n\
                an@lezers.example;An;Peeters;nl;2\ncas@lezers.example;Cas;;es;1\n";
    fs::write(folder.path().join("list.csv"), rows).unwrap();
    let unsaid = postduif(folder.path(), "subscribers import list.csv --dry-run");
    assert!(unsaid.code == 1 && unsaid.err.contains("does not say where and when these people agreed"), "{unsaid:?}");
    assert!(unsaid.err.contains("`--consent \"paper form, May 2026\"`"), "{unsaid:?}");
    let trial = postduif(folder.path(), "subscribers import list.csv --dry-run --consent paper");
    assert_eq!(trial.code, 1, "{trial:#?}");
    let how =
        "list.csv is UTF-8, columns separated by `;`\n  Email Address is read as email\n  First Name is read as name\n";
    assert!(trial.out.starts_with(how) && trial.out.contains("MEMBER_RATING is passed over"), "{}", trial.out);
    assert!(trial.out.ends_with("would add 2; 1 known already, 2 refused; nothing was changed\n"), "{}", trial.out);
    assert_eq!(postduif(folder.path(), "subscribers export").fine().lines().count(), 1, "nothing was changed");

    let words = ["subscribers", "import", "list.csv", "--report", "report.csv", "--consent", "form on paper, May 2026"];
    let real = Ended::of(program(folder.path()).args(words));
    assert!(real.out.ends_with("2 added, 1 known already and left as they are, 2 refused\n"), "{real:#?}");
    let report = fs::read_to_string(folder.path().join("report.csv")).unwrap();
    let mut lines: Vec<&str> = report.lines().collect();
    assert!(lines[0] == "line,outcome,reason" && lines.iter().any(|line| line.starts_with("4,refused,")), "{report}");
    lines.retain(|line| !line.contains("refused"));
    assert_eq!(lines[1..], ["2,added,", "3,added,", "5,known,"]);
    fs::write(folder.path().join("half.csv"), "email,opt-in\ndan@lezers.example,fair of 2026\nels@lezers.example,\n")
        .unwrap();
    let half = postduif(folder.path(), "subscribers import half.csv");
    assert!(half.out.ends_with("1 added, 0 known already and left as they are, 1 refused\n"), "{half:?}");
    assert!(half.err.contains("line 3: it does not say where and when they agreed"), "{half:?}");
    // Mailchimp has a file for each state, and says it in no column of that name.
    let rows = "Email Address,First Name,UNSUB_TIME,CLEAN_TIME\nuit@lezers.example,Uit,2026-05-04 10:11:12,\n\
                weg@lezers.example,Weg,,2026-05-04 10:11:12\nin@lezers.example,In,,\n";
    fs::write(folder.path().join("left.csv"), rows).unwrap();
    let left = postduif(folder.path(), "subscribers import left.csv --consent paper --report left.txt").fine();
    let says = ["  UNSUB_TIME is read as status\n", "\nno mail goes to 2 of them, "];
    assert!(says.iter().all(|said| left.contains(said)), "{left}");
    let report = fs::read_to_string(folder.path().join("left.txt")).unwrap();
    assert!(report.ends_with("\n2,added,unsubscribed\n3,added,unsubscribed\n4,added,\n"), "{report}");
    let list = postduif(folder.path(), "subscribers export").fine();
    for (who, status) in [("uit", "unsubscribed"), ("weg", "unsubscribed"), ("in", "active")] {
        let line = list.lines().find(|line| line.starts_with(&format!("{who}@"))).unwrap();
        assert!(line.contains(&format!(",{status},")), "{line}");
    }
    let shown = postduif(folder.path(), "subscribers show an@lezers.example").fine();
    assert!(shown.contains("An Peeters") && shown.contains("form on paper, May 2026"), "{shown}");
    let again = postduif(folder.path(), "subscribers import list.csv --consent paper");
    assert!(again.out.ends_with("0 added, 3 known already and left as they are, 2 refused\n"), "{again:#?}");
}
