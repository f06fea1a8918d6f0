//! The step `notify`: what others are told of a run.

use std::sync::{Arc, Mutex};

use axum::{
    Router,
    body::Bytes,
    http::{HeaderMap, StatusCode},
    routing::post,
};
use postduif::workflows::webhook::{Claim, Secret};
use serde_json::{Value, json};

use crate::harness::{Loopback, SECRET, tell, tell_with};

/// What was heard: the headers and the body of each request.
type Heard = Arc<Mutex<Vec<(HeaderMap, Vec<u8>)>>>;

/// A program that gives these answers, one after the other, and then is fine with everything.
fn hook(answers: &'static [u16]) -> (Loopback, Heard) {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let heard = Heard::default();
    let hear = Arc::clone(&heard);
    let answer = async move |headers: HeaderMap, body: Bytes| {
        let mut heard = hear.lock().unwrap();
        let status = answers.get(heard.len()).copied().unwrap_or(204);
        heard.push((headers, body.to_vec()));
        StatusCode::from_u16(status).unwrap()
    };
    (Loopback::serve(Router::new().route("/", post(answer))), heard)
}

/// A workflow that publishes, and tells others with these lines.
fn telling(lines: &str) -> String {
    format!(
        "title = \"De week\"\nschedule = \"0 * * * *\"\n[[steps]]\ndo = \"sync\"\n[[steps]]\ndo = \"publish\"\n[[steps]]\ndo = \"notify\"\n{lines}\n"
    )
}

#[test]
fn a_webhook_is_told_what_was_done_and_can_tell_by_whom() {
    let (server, heard) = hook(&[503]);
    tell(async |garden| {
        garden.write("workflows/tell.toml", telling(&format!("webhook = \"http://127.0.0.1:{}/\"", server.port)));
        let report = garden.run("tell").await;
        assert_eq!(report.steps.last().unwrap().to_string(), "the webhook was called");
        let heard = heard.lock().unwrap();
        assert_eq!(heard.len(), 2, "who is busy is asked again");
        let secret: Secret = SECRET.parse().unwrap();
        let ids: Vec<_> = heard.iter().map(|(headers, _)| headers["webhook-id"].to_str().unwrap().to_owned()).collect();
        assert_eq!(ids[0], ids[1], "so that it can be told from another");
        let (headers, body) = &heard[1];
        let header = |name: &str| headers[name].to_str().unwrap();
        let claim = Claim {
            id: header("webhook-id"),
            timestamp: header("webhook-timestamp"),
            signatures: header("webhook-signature"),
        };
        secret.verify(claim, body, garden.now()).unwrap();
        let said: Value = serde_json::from_slice(body).unwrap();
        assert_eq!((&said["type"], &said["timestamp"]), (&json!("postduif.run"), &json!("2026-10-09T06:00:00Z")));
        let data = &said["data"];
        assert_eq!((&data["workflow"], &data["slot"]), (&json!("tell"), &json!("2026-10-09T06:00:00Z")));
        assert_eq!(data["steps"][1]["what"], "published", "{data}");
        let missing = &data["untranslated"][0];
        assert!(missing["texts"].as_u64().unwrap() > 0 && missing["locale"].is_string(), "{data}");
    });
}

#[test]
fn who_cannot_be_told_fails_no_run_and_is_named_in_it() {
    let (server, heard) = hook(&[410, 410]);
    tell(async |garden| {
        garden.write("workflows/tell.toml", telling(&format!("webhook = \"http://127.0.0.1:{}/\"", server.port)));
        let report = garden.run("tell").await;
        let expected = "the webhook could not be called: it answered 410 Gone";
        assert_eq!(report.steps.last().unwrap().to_string(), expected);
        assert_eq!(heard.lock().unwrap().len(), 1, "who says no is not asked again");
        let run = garden.store.runs(1).await.unwrap().remove(0);
        assert_eq!(run.outcome.unwrap(), format!("done; {expected}"));
    });
}

#[test]
fn each_editor_hears_in_their_language_what_was_done_and_what_is_to_be_translated() {
    let editors = "[[editors]]\naddress = \"mieke@redactie.example\"\n[[editors]]\naddress = \"rie@redactie.example\"\nlocale = \"fr\"\n\n[mail]\n";
    tell_with(&[("[mail]\n", editors)], async |garden| {
        garden.write("workflows/tell.toml", telling("editors = true"));
        let report = garden.run("tell").await;
        assert_eq!(report.steps.last().unwrap().to_string(), "2 editors written to");
        let mails = garden.new_mails();
        assert_eq!(mails.iter().map(|mail| mail.locale.as_str()).collect::<Vec<_>>(), ["nl", "fr"]);
        assert_eq!(mails[0].subject, "Klaar: De week (De Moestuin)");
        assert_eq!(mails[1].subject, "Terminé\u{a0}: De week (De Moestuin)");
        // "De regenton vullen" has no French yet.
        for (mail, colon) in mails.iter().zip([":", "\u{a0}:"]) {
            // The name of a language turns no number around.
            let says = format!("De regenton vullen – \u{2068}Français\u{2069}{colon} 4");
            assert!(mail.text.contains(&says), "{}", mail.text);
        }
        assert!(mails[0].text.contains("Artikels gepubliceerd, in elke taal geteld: "), "{}", mails[0].text);
        assert!(mails[0].header("List-Unsubscribe").is_none(), "it is no newsletter");

        // In the place of the site there is a file.
        let public = garden.root().join("public");
        std::fs::rename(&public, garden.root().join("elsewhere")).unwrap();
        garden.write("public", "x");
        garden.wait_a_week();
        let runner = garden.runner().await;
        assert!(runner.run(&garden.workflow("tell"), garden.now()).await.is_err());
        let mails = garden.new_mails();
        assert_eq!(mails.len(), 2, "who hears what was done hears what was not");
        assert_eq!(mails[0].subject, "Mislukt: De week (De Moestuin)");
        assert!(mails[0].text.contains("Daarna is een stap mislukt."), "{}", mails[0].text);
    });
}
