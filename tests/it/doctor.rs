//! Whether mail can leave and will arrive, and what is to be published where it will not.

use std::{fs, os::unix::fs::PermissionsExt as _, path::Path};

use postduif::mail::Signer;
use tempfile::TempDir;

use crate::{
    dns::DnsServer,
    harness::{Ended, copy_folder, fixture, program},
    relay::{Manners, Relay},
};

/// The small publication with a key, and an address for bounces.
fn publication() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy_folder(&fixture("publication"), folder.path());
    copy_folder(&fixture("dkim"), &folder.path().join("dkim"));
    let key = folder.path().join("dkim/ed25519.pem");
    fs::set_permissions(&key, fs::Permissions::from_mode(0o644)).unwrap();
    let file = folder.path().join("postduif.toml");
    let text = fs::read_to_string(&file).unwrap();
    let mail = "[mail]\nbounces = \"b@retour.moestuin.example\"\n\
                dkim.keys = [{ selector = \"a\", key_file = \"dkim/ed25519.pem\" }]\n";
    fs::write(&file, text.replace("[mail]\n", mail)).unwrap();
    folder
}

/// What it finds: topic, standing, remedy. And how it ended.
fn found(folder: &Path, dns: &DnsServer, relay: &str) -> (i32, Vec<(String, String, String)>) {
    let mut command = program(folder);
    command.env("POSTDUIF_MAIL__RELAY", relay);
    let ended = Ended::of(command.args(["doctor", "--json", "--dns", &dns.address.to_string()]));
    let said: serde_json::Value = serde_json::from_str(&ended.out).unwrap_or_else(|_| panic!("{ended:#?}"));
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let findings = said["findings"].as_array().unwrap().iter();
    (ended.code, findings.map(|one| (text(&one["topic"]), text(&one["standing"]), text(&one["remedy"]))).collect())
}

fn key() -> (String, String) {
    let mut signer = Signer::new("moestuin.example");
    signer.add("a", &fs::read(fixture("dkim/ed25519.pem")).unwrap()).unwrap();
    let record = signer.records().next().unwrap().clone();
    (record.name, record.text)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_missing_is_said_with_the_record_to_publish() {
    let (folder, dns) = (publication(), DnsServer::start(Vec::new()));
    let (code, findings) = found(folder.path(), &dns, "smtp://127.0.0.1:1");
    assert_eq!(code, 1);
    let one = |topic: &str| {
        let (_, standing, remedy) = findings.iter().find(|(known, _, _)| known == topic).unwrap();
        (standing.as_str(), remedy.as_str())
    };
    assert_eq!(one("relay").0, "wrong");
    assert_eq!(one("SPF"), ("wrong", "retour.moestuin.example. TXT \"v=spf1 mx ~all\""));
    let (name, text) = key();
    assert_eq!(one("DKIM"), ("wrong", format!("{name}. TXT \"{text}\"").as_str()));
    let policy = "_dmarc.moestuin.example. TXT \"v=DMARC1; p=none; rua=mailto:postmaster@moestuin.example\"";
    assert_eq!(one("DMARC"), ("wrong", policy));
    assert_eq!(one("return path").0, "wrong");
    assert_eq!((one("links").0, one("sender").0, one("alignment").0, one("clock").0), ("good", "good", "good", "good"));
    assert!(findings.iter().any(|(topic, _, remedy)| topic == "permissions" && remedy.starts_with("chmod go-rwx ")));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_everything_is_published_nothing_is_wrong() {
    let folder = publication();
    let (name, text) = key();
    let dns = DnsServer::start(vec![
        ("retour.moestuin.example".to_owned(), "TXT", "v=spf1 ip4:192.0.2.7 -all".to_owned()),
        ("retour.moestuin.example".to_owned(), "MX", "mx.moestuin.example".to_owned()),
        (name, "TXT", text),
        ("_dmarc.moestuin.example".to_owned(), "TXT", "v=DMARC1; p=reject; rua=mailto:d@moestuin.example".to_owned()),
    ]);
    let relay = Relay::start(Manners { offers: vec!["PIPELINING", "DSN"], ..Manners::default() }).await;
    let (code, findings) = found(folder.path(), &dns, &format!("smtp://127.0.0.1:{}", relay.port()));
    let bad: Vec<_> = findings
        .iter()
        .filter(|(topic, standing, _)| standing != "good" && !matches!(topic.as_str(), "permissions" | "disk" | "PTR"))
        .collect();
    assert!(bad.is_empty() && code == 0, "{bad:?}");
    let reverse = findings.iter().find(|(topic, ..)| topic == "PTR").unwrap();
    assert_eq!(reverse.1, "unknown", "from where a relay on this machine sends is not to be seen");
    assert_eq!(relay.commands().last().map(String::as_str), Some("QUIT"), "nothing is sent");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_relays_address_is_asked_whether_it_may_send() {
    let folder = publication();
    let dns = DnsServer::start(vec![
        ("mx.buiten.example".to_owned(), "A", "198.51.100.7".to_owned()),
        ("7.100.51.198.in-addr.arpa".to_owned(), "PTR", "mx.buiten.example".to_owned()),
        ("retour.moestuin.example".to_owned(), "TXT", "v=spf1 ip4:192.0.2.7 -all".to_owned()),
    ]);
    // The name is not known to the system, so the relay itself is not reached.
    let (_, findings) = found(folder.path(), &dns, "smtps://u:p@mx.buiten.example");
    let remedy = |topic: &str| findings.iter().find(|(known, _, _)| known == topic).unwrap().clone();
    assert_eq!(
        remedy("SPF").2,
        "if mail leaves from there: retour.moestuin.example. TXT \"v=spf1 ip4:198.51.100.7 ip4:192.0.2.7 -all\""
    );
    assert_eq!(remedy("PTR").1, "good");
}
