//! What leaves is signed, and whoever looks at the signatures sees what was changed on the way.

use std::{
    borrow::Borrow, collections::HashMap, fs, hash::Hash, path::Path, process::Command, sync::Arc, time::Instant,
};

use mail_auth::{
    AuthenticatedMessage, DkimResult, MessageAuthenticator, Parameters, ResolverCache, Txt,
    common::{parse::TxtRecordParser as _, verify::DomainKey},
};
use postduif::mail::{DkimRecord, Signer};

use crate::{
    harness::{Publication, copy_folder, fixture, postduif, tell_with},
    segments::python_with,
};

/// Two keys, as a publication has them that wants to be verified everywhere.
const KEYS: &str = "dkim.keys = [\
                    { selector = \"oud\", key_file = \"dkim/rsa.pem\" }, \
                    { selector = \"nieuw\", key_file = \"dkim/ed25519.pem\" }]\n";

/// The names in the DNS, as those know them who verify.
struct Dns(HashMap<String, String>);

impl Dns {
    fn new() -> Self {
        let mut signer = Signer::new("moestuin.example");
        for (selector, file) in [("oud", "dkim/rsa.pem"), ("nieuw", "dkim/ed25519.pem")] {
            signer.add(selector, &fs::read(fixture(file)).unwrap()).unwrap();
        }
        let entry = |record: &DkimRecord| (format!("{}.", record.name), record.text.clone());
        Self(signer.records().map(entry).collect())
    }
}

impl ResolverCache<Box<str>, Txt> for Dns {
    fn get<Q: Hash + Eq + ?Sized>(&self, name: &Q) -> Option<Txt>
    where
        Box<str>: Borrow<Q>,
    {
        let (_, text) = self.0.iter().find(|(known, _)| {
            let known: Box<str> = known.as_str().into();
            known.borrow() == name
        })?;
        Some(Txt::DomainKey(Arc::new(DomainKey::parse(text.as_bytes()).unwrap())))
    }

    fn remove<Q: Hash + Eq + ?Sized>(&self, _: &Q) -> Option<Txt>
    where
        Box<str>: Borrow<Q>,
    {
        None
    }

    fn insert(&self, _: Box<str>, _: Txt, _: Instant) {}
}

/// What each signature is worth, RSA's first.
async fn verdicts(mail: &[u8]) -> Vec<bool> {
    let read = AuthenticatedMessage::parse(mail).unwrap();
    let dns = Dns::new();
    let verifier = MessageAuthenticator::new_cloudflare().unwrap();
    let outputs = verifier.verify_dkim(Parameters::new(&read).with_txt_cache(&dns)).await;
    outputs.iter().map(|output| *output.result() == DkimResult::Pass).collect()
}

/// A publication with keys, and one mail of its digest.
async fn signed_mail(garden: &Publication) -> Vec<u8> {
    garden.publish().await;
    garden.join_from("an@lezers.example", "fr", "latest:3".parse().unwrap()).await;
    garden.digest().await;
    garden.relay.mails()[0].bytes.clone()
}

/// Tells a story of a publication that signs.
fn tell_signed(story: impl AsyncFnOnce(Publication)) {
    tell_with(&[("[mail]\n", &format!("[mail]\n{KEYS}"))], async |garden| {
        copy_folder(&fixture("dkim"), &garden.root().join("dkim"));
        story(garden).await;
    });
}

#[test]
fn what_leaves_is_signed_by_each_key_and_verifies() {
    tell_signed(async |garden| {
        let mail = signed_mail(&garden).await;
        assert_eq!(verdicts(&mail).await, [true, true]);
        let text = String::from_utf8(mail).unwrap();
        let unfolded = text.replace("\r\n\t", "");
        let signatures: Vec<&str> = unfolded.lines().take_while(|line| line.starts_with("DKIM-Signature: ")).collect();
        assert!(signatures[0].contains("a=rsa-sha256; s=oud; d=moestuin.example; c=relaxed/relaxed"), "{signatures:?}");
        assert!(signatures[1].contains("a=ed25519-sha256; s=nieuw; d=moestuin.example"), "{signatures:?}");
        for signature in signatures {
            let (_, fields) = signature.split_once("h=").unwrap();
            let named =
                |field: &str| fields.split(';').next().unwrap().split(':').filter(|name| *name == field).count();
            // RFC 8058 section 4 wants the pair covered. What nobody may add is there once more than it occurs.
            for field in ["From", "To", "Subject", "List-Unsubscribe", "List-Unsubscribe-Post", "Feedback-ID"] {
                assert_eq!(named(field), 2, "{field}: {signature}");
            }
            assert_eq!((named("Cc"), named("List-Archive")), (1, 1), "{signature}");
            assert_eq!(named("X-Auto-Response-Suppress"), 0, "{signature}");
        }
    });
}

#[test]
fn whatever_is_changed_or_added_on_the_way_is_seen() {
    tell_signed(async |garden| {
        let mail = signed_mail(&garden).await;
        let text = String::from_utf8(mail.clone()).unwrap();
        let body = text.find("\r\n\r\n").unwrap() + 4;
        for field in [
            "From",
            "To",
            "Subject",
            "Date",
            "Message-ID",
            "List-Unsubscribe",
            "List-Unsubscribe-Post",
            "Feedback-ID",
            "List-Id",
        ] {
            let mut changed = mail.clone();
            let at = text.find(&format!("\r\n{field}: ")).unwrap() + field.len() + 6;
            changed[at] ^= 1;
            assert_eq!(verdicts(&changed).await, [false, false], "{field}");
            let added = [format!("{field}: nog een\r\n").as_bytes(), &mail].concat();
            assert_eq!(verdicts(&added).await, [false, false], "a second {field}");
        }
        for at in [body, body + 200, mail.len() - 3] {
            let mut changed = mail.clone();
            changed[at] ^= 1;
            assert_eq!(verdicts(&changed).await, [false, false], "byte {at}");
        }
        // What relays do anyway does no harm.
        let relayed = [&b"Received: from elsewhere\r\n"[..], &mail].concat();
        assert_eq!(verdicts(&relayed).await, [true, true]);
    });
}

/// A mail and the same with a byte flipped, in files, with what the DNS would say of the keys.
fn in_files(garden: &Publication, mail: &[u8]) -> [String; 3] {
    let mut changed = mail.to_vec();
    changed[mail.len() / 2] ^= 1;
    let records = serde_json::to_string(&Dns::new().0).unwrap();
    [("good.eml", mail), ("bad.eml", &changed), ("dns.json", records.as_bytes())].map(|(name, bytes)| {
        let file = garden.root().join(name);
        fs::write(&file, bytes).unwrap();
        file.to_str().unwrap().to_owned()
    })
}

#[test]
fn python_verifies_what_was_signed_and_sees_a_flipped_byte() {
    let Some(python) = python_with("dkim") else { return };
    tell_signed(async |garden| {
        let [good, bad, records] = in_files(&garden, &signed_mail(&garden).await);
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tools/verify_dkim.py");
        let verified = |mail: &str| Command::new(&python).arg(script).arg(&records).arg(mail).output().unwrap();
        let output = verified(&good);
        assert_eq!(
            String::from_utf8_lossy(&output.stdout),
            "pass\npass\n",
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        assert_eq!(String::from_utf8_lossy(&verified(&bad).stdout), "fail\nfail\n");
    });
}

#[test]
fn mailauth_verifies_what_was_signed_and_sees_a_flipped_byte() {
    let packages = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/browser/node_modules/mailauth");
    if !Path::new(packages).exists() {
        assert!(std::env::var_os("CI").is_none(), "CI has the packages of tests/browser");
        println!("skipped: there is no mailauth (npm ci --prefix tests/browser)");
        return;
    }
    tell_signed(async |garden| {
        let [good, bad, records] = in_files(&garden, &signed_mail(&garden).await);
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tools/verify_dkim.mjs");
        let verified = |mail: &str| {
            let output = Command::new("node").args([script, &records, mail]).output().unwrap();
            format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
        };
        assert_eq!(verified(&good), "pass\npass\n");
        assert_eq!(verified(&bad), "neutral\nneutral\n");
    });
}

#[test]
fn opendkim_verifies_each_signature_and_sees_a_flipped_byte() {
    let program = "/usr/sbin/opendkim";
    if !Path::new(program).exists() {
        assert!(std::env::var_os("CI").is_none(), "OpenDKIM is required in CI (Debian: opendkim)");
        println!("skipped: OpenDKIM is not installed (Debian: opendkim)");
        return;
    }
    tell_signed(async |garden| {
        let records = Dns::new().0;
        let records = records.iter().map(|(name, text)| format!("{} {text}\n", name.trim_end_matches('.')));
        garden.write("records", records.collect::<String>());
        let at = |name: &str| garden.root().join(name).display().to_string();
        let settings = format!("Mode v\nTestPublicKeys {}\nSocket local:{}\n", at("records"), at("socket"));
        garden.write("opendkim.conf", settings);
        // It stops at the first signature that is good, so each is shown to it alone.
        let text = String::from_utf8(signed_mail(&garden).await).unwrap();
        let (first, others) = text.split_at(text[1..].find("DKIM-Signature: ").unwrap() + 1);
        let is_end = |(at, _): &(usize, &str)| !others[at + 2..].starts_with(['\t', ' ']);
        let end = others.match_indices("\r\n").find(is_end).unwrap().0 + 2;
        let alone = [format!("{first}{}", &others[end..]), others.to_owned()];
        for (mail, selector) in alone.iter().zip(["oud", "nieuw"]) {
            let [good, bad, _] = in_files(&garden, mail.as_bytes());
            let judged = |mail: &str| {
                let output = Command::new(program).args(["-t", mail, "-x", &at("opendkim.conf")]).output().unwrap();
                format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
            };
            let (good, bad) = (judged(&good), judged(&bad));
            assert!(good.contains(&format!("s={selector}")) && good.contains("succeeded"), "{good}");
            assert!(
                bad.contains(&format!("s={selector}")) && bad.contains("failed: signature verification failed"),
                "{bad}"
            );
        }
    });
}

#[test]
fn a_key_that_cannot_sign_is_named_with_its_file_and_what_to_do() {
    tell_signed(async |garden| {
        garden.sync().await;
        let run = || postduif(garden.root(), "run weekly-digest");
        garden.remove("dkim/rsa.pem");
        let missing = run().wrong();
        assert!(missing.contains("dkim/rsa.pem cannot sign as the DKIM key `oud`: it cannot be read"), "{missing}");
        for (file, why, help) in [
            ("rsa-public.pem", "it holds the public key", "openssl genpkey"),
            ("rsa-short.pem", "neither RSA with 2,048", "openssl genpkey"),
            ("locked.pem", "encrypted", "openssl pkey -in"),
        ] {
            garden.write("dkim/rsa.pem", fs::read(fixture("dkim").join(file)).unwrap());
            let said = run().wrong();
            assert!(said.contains(why) && said.contains(help) && said.contains("postduif.toml:"), "{said}");
            let checked = postduif(garden.root(), "check").wrong();
            assert!(checked.contains(why) && checked.contains("postduif.toml:"), "{checked}");
        }
        // Who writes and translates has no keys, and needs none.
        garden.remove("dkim/rsa.pem");
        postduif(garden.root(), "check").fine();
        garden.write("dkim/rsa.pem", fs::read(fixture("dkim/rsa.pem")).unwrap());
        run().fine();
    });
}
