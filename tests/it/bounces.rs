//! What comes back: which delivery it is about, what it says of the address, and what follows.

use std::{fs, path::PathBuf};

use postduif::{
    bounces::{About, Returned, Tags, Verdict},
    clock::Timestamp,
    outbox::DeliveryId,
    subscribers::{Purpose, SubscriberId, Token, TokenKey},
};

use crate::harness::fixture;

/// The files with mails that came back. What each is begins its name.
fn shapes() -> Vec<(String, String)> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(fixture("bounces")).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let name = |path: &PathBuf| path.file_stem().unwrap().to_str().unwrap().to_owned();
    paths.iter().map(|path| (name(path), fs::read_to_string(path).unwrap())).collect()
}

/// A shape as it would come back for a mail with this tag and this link.
fn filled(shape: &str, tag: &str, link: &str) -> String {
    shape.replace("@TAG@", tag).replace("@LINK@", link)
}

fn link(key: &TokenKey, subscriber: i64) -> String {
    let issued_at = Timestamp::UNIX_EPOCH;
    let token = Token { purpose: Purpose::Unsubscribe, subscriber: SubscriberId(subscriber), issued_at };
    format!("https://moestuin.example/s/{}/unsubscribe", key.sign(&token))
}

#[test]
fn every_shape_of_bounce_is_understood_and_finds_its_delivery() {
    let key = TokenKey::new([7; 32]);
    let (tag, link) = (Tags::new(&key).tag(DeliveryId(42)), link(&key, 9));
    let all = shapes();
    assert!(all.len() > 30);
    for (name, shape) in all {
        let word = name.split('-').next().unwrap();
        let expected = (word != "letter").then(|| word.parse::<Verdict>().unwrap());
        let lines = filled(&shape, &tag, &link);
        for mail in [lines.replace('\n', "\r\n"), lines] {
            let returned = Returned::read(mail.as_bytes(), None, &key, Timestamp::UNIX_EPOCH);
            assert_eq!(returned.verdict, expected, "{name}: {returned:?}");
            let about = match name.contains("blacked-out") {
                true => About::Subscriber(SubscriberId(9)),
                false => About::Delivery(DeliveryId(42)),
            };
            assert_eq!(returned.about, Some(about), "{name}");
            assert!(!returned.detail.contains("lezers.example>") && !returned.detail.contains('@'), "{returned:?}");
        }
    }
}

#[test]
fn whoever_does_not_know_the_proof_names_no_delivery() {
    let (key, other) = (TokenKey::new([7; 32]), TokenKey::new([8; 32]));
    let (tag, link) = (Tags::new(&other).tag(DeliveryId(42)), link(&other, 9));
    for (name, shape) in shapes() {
        let mail = filled(&shape, &tag, &link);
        let returned =
            Returned::read(mail.as_bytes(), Some("bounces+42-aaaaaaaa@moestuin.example"), &key, Timestamp::UNIX_EPOCH);
        assert_eq!(returned.about, None, "{name}");
    }
}

#[test]
fn no_bytes_are_too_strange() {
    let key = TokenKey::new([7; 32]);
    let random = postduif::random::Random::seeded(5);
    for (name, shape) in shapes() {
        let mail = filled(&shape, &Tags::new(&key).tag(DeliveryId(42)), "").into_bytes();
        for _ in 0..40 {
            let mut broken = mail.clone();
            for _ in 0..8 {
                let at = random.number().unwrap() as usize % broken.len();
                broken[at] = random.number().unwrap() as u8;
            }
            broken.truncate(random.number().unwrap() as usize % mail.len());
            let returned = Returned::read(&broken, None, &key, Timestamp::UNIX_EPOCH);
            assert!(returned.detail.chars().count() <= 310, "{name}");
        }
    }
}
