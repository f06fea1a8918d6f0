//! What comes back: which delivery it is about, what it says of the address, and what follows.

use std::{fs, io::Write as _, path::PathBuf, process::Stdio};

use chrono::TimeDelta;
use postduif::{
    bounces::{About, Envelope, Returned, Tags, Verdict},
    clock::Timestamp,
    outbox::{DeliveryId, Outcome},
    storage::Recorded,
    subscribers::{Purpose, Status, SubscriberId, Suppression, Token, TokenKey},
};

use crate::harness::{self, Publication, Received, fixture, on_each_database, tell, tell_with};

/// Where mails of the small publication come back to.
pub(crate) const BOUNCES: (&str, &str) = ("[mail]\n", "[mail]\nbounces = \"bounces@moestuin.example\"\n");

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

/// The shape of a name, for a tag.
pub(crate) fn shape(name: &str, tag: &str) -> String {
    filled(&shapes().into_iter().find(|(known, _)| known == name).unwrap().1, tag, "")
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
            let returned = Returned::read(mail.as_bytes(), Envelope::default(), &key, Timestamp::UNIX_EPOCH);
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
        let envelope = Envelope { recipient: Some("bounces+42-aaaaaaaa@moestuin.example"), sender: None };
        let returned = Returned::read(mail.as_bytes(), envelope, &key, Timestamp::UNIX_EPOCH);
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
            let returned = Returned::read(&broken, Envelope::default(), &key, Timestamp::UNIX_EPOCH);
            assert!(returned.detail.chars().count() <= 310, "{name}");
        }
    }
}

/// One reader who got a digest, and the tag of that mail.
pub(crate) async fn one_mail(garden: &Publication) -> String {
    garden.publish().await;
    garden.join_from("an@lezers.example", "nl", "latest:1".parse().unwrap()).await;
    garden.digest().await;
    let mail = garden.relay.mails().remove(0);
    let tag = mail.tag.unwrap();
    assert_eq!(mail.from.to_string(), format!("bounces+{tag}@moestuin.example"), "it comes back to its own address");
    tag
}

pub(crate) async fn status(garden: &Publication) -> Status {
    garden.subscriber("an@lezers.example").await.unwrap().status
}

/// Runs `postduif bounce` on the story's own database.
fn bounce(garden: &Publication, arguments: &str) -> String {
    let mut command = harness::program(garden.root());
    command.env("POSTDUIF_STORE__URL", &garden.database).arg("bounce").args(arguments.split_whitespace());
    harness::Ended::of(&mut command).fine()
}

#[test]
fn an_address_where_nobody_is_gets_nothing_more_and_a_forged_or_repeated_bounce_does_nothing() {
    tell_with(&[BOUNCES], async |garden| {
        let tag = one_mail(&garden).await;
        let (number, _) = tag.split_once('-').unwrap();
        garden.write("forged.eml", shape("hard-postfix", &format!("{number}-aaaaaaaa")));
        garden.write("hard.eml", shape("hard-postfix", &tag));
        let before = garden.whole_database().await;
        let said = bounce(&garden, "forged.eml");
        assert!(said.contains("hard, but about no mail that was sent from here; nothing changed"), "{said}");
        assert_eq!(garden.whole_database().await, before);
        let said = bounce(&garden, "hard.eml");
        assert!(
            said.contains(&format!("hard, delivery {number}; nothing more is sent to this address: 550 5.1.1")),
            "{said}"
        );
        assert!(!said.contains("an@lezers"), "{said}");
        assert_eq!(status(&garden).await, Status::Unsubscribed);
        let after = garden.whole_database().await;
        let said = bounce(&garden, "hard.eml hard.eml");
        assert!(said.ends_with("2 mails read: 2 hard\n") && said.contains("known already"), "{said}");
        assert_eq!(garden.whole_database().await, after);
        garden.wait_a_week();
        assert_eq!(garden.digest().await, []);
    });
}

#[test]
fn a_maildir_is_emptied_of_what_is_dealt_with_and_letters_are_left_to_people() {
    tell_with(&[BOUNCES], async |garden| {
        let tag = one_mail(&garden).await;
        for folder in ["new", "cur", "tmp"] {
            fs::create_dir_all(garden.root().join("Maildir").join(folder)).unwrap();
        }
        for name in ["complaint-abuse", "reply-vacation", "letter-of-a-reader", "notice-delayed"] {
            garden.write(&format!("Maildir/new/{name}"), shape(name, &tag));
        }
        garden.write("Maildir/new/stranger", shape("hard-postfix", "7-aaaaaaaa"));
        let said = bounce(&garden, "Maildir --json");
        let said: serde_json::Value = serde_json::from_str(&said).unwrap();
        let consequences: Vec<_> =
            said["mails"].as_array().unwrap().iter().map(|mail| mail["consequence"].as_str().unwrap()).collect();
        assert_eq!(consequences, ["suppressed", "no-bounce", "noted", "noted", "not-ours"], "{said:#}");
        assert_eq!(fs::read_dir(garden.root().join("Maildir/new")).unwrap().count(), 0);
        assert!(garden.has("Maildir/cur/letter-of-a-reader:2,") && garden.has("Maildir/cur/stranger:2,"));
        assert_eq!(fs::read_dir(garden.root().join("Maildir/cur")).unwrap().count(), 2);
        assert_eq!(status(&garden).await, Status::Unsubscribed);
        let address = "an@lezers.example".parse().unwrap();
        assert_eq!(garden.store.suppression(&address).await.unwrap().unwrap().0, Suppression::Complained);
        let said = harness::Ended::of(
            harness::program(garden.root()).env("POSTDUIF_STORE__URL", &garden.database).args(["issues", "show", "1"]),
        );
        assert!(said.fine().contains("came back: 1 complaint, 1 notice, 1 reply"));
    });
}

#[test]
fn one_mail_that_cannot_be_read_holds_up_no_other() {
    tell_with(&[BOUNCES], async |garden| {
        let tag = one_mail(&garden).await;
        for folder in ["new/a-folder", "cur", "tmp"] {
            fs::create_dir_all(garden.root().join("Maildir").join(folder)).unwrap();
        }
        garden.write("Maildir/new/hard", shape("hard-postfix", &tag));
        let pipe = garden.root().join("Maildir/new/a-pipe");
        assert!(std::process::Command::new("mkfifo").arg(pipe).status().unwrap().success());
        let mut command = harness::program(garden.root());
        command.env("POSTDUIF_STORE__URL", &garden.database).args(["bounce", "Maildir"]);
        let ended = harness::Ended::of(&mut command);
        assert_eq!(ended.code, 2, "{ended:?}");
        assert!(ended.out.ends_with("1 mail read: 1 hard\n"), "{ended:?}");
        assert!(ended.err.contains("cannot read 2 mails: Maildir/new/a-folder: "), "{ended:?}");
        assert!(ended.err.contains("Maildir/new/a-pipe: it is no file"), "{ended:?}");
        assert_eq!(status(&garden).await, Status::Unsubscribed);
        assert!(garden.has("Maildir/new/a-folder") && !garden.has("Maildir/new/hard"));
    });
}

#[test]
fn a_mailbox_of_the_old_kind_is_read_to_its_end() {
    tell_with(&[BOUNCES], async |garden| {
        let tag = one_mail(&garden).await;
        let mail =
            |name: &str, tag: &str| format!("From MAILER-DAEMON Fri Oct  9 08:05:11 2026\n{}\n", shape(name, tag));
        let mails = [mail("hard-postfix", "7-aaaaaaaa"), mail("letter-of-a-reader", &tag), mail("hard-postfix", &tag)];
        garden.write("mbox", mails.concat());
        let said = bounce(&garden, "mbox");
        let says = [
            "mbox, mail 1: hard, but about no mail",
            "mbox, mail 2: no bounce",
            "mbox, mail 3: hard, delivery 1; nothing more",
            "3 mails read: 2 hard",
        ];
        assert!(
            said.lines().zip(says).all(|(line, says)| line.starts_with(says)) && said.lines().count() == 4,
            "{said}"
        );
        assert_eq!(status(&garden).await, Status::Unsubscribed);
    });
}

#[test]
fn a_mail_may_come_through_a_pipe() {
    tell_with(&[BOUNCES], async |garden| {
        let tag = one_mail(&garden).await;
        let mut command = harness::program(garden.root());
        command.env("POSTDUIF_STORE__URL", &garden.database).arg("bounce");
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(shape("hard-qmail", &tag).as_bytes()).unwrap();
        let said = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
        assert!(said.starts_with("standard input: hard, delivery "), "{said}");
        assert_eq!(status(&garden).await, Status::Unsubscribed);
    });
}

#[test]
fn a_mailbox_that_stays_full_is_given_up_and_one_that_was_full_for_a_holiday_is_not() {
    on_each_database(async |garden| {
        garden.publish().await;
        garden.join_from("an@lezers.example", "nl", "latest:1".parse().unwrap()).await;
        let key = garden.store.token_key(&garden.random).await.unwrap();
        let mut recorded = Vec::new();
        for week in 0..4 {
            // Each week has something new to say.
            let post = format!("---\ntitle: Week {week}\ndate: {}\n---\nTomaten.\n", garden.now().to_rfc3339());
            garden.write(&format!("posts/week-{week}.md"), post);
            garden.publish().await;
            garden.digest().await;
            let tag = garden.relay.mails().pop().unwrap().tag.unwrap();
            let returned = Returned::read(shape("soft-full", &tag).as_bytes(), Envelope::default(), &key, garden.now());
            recorded.push(garden.store.record_bounce(&returned, garden.now()).await.unwrap());
            garden.wait_a_week();
        }
        assert!(recorded[..3].iter().all(|one| matches!(one, Recorded::Noted(_))), "{recorded:?}");
        assert!(matches!(recorded[3], Recorded::Suppressed(_)), "{recorded:?}");
        assert_eq!(status(garden).await, Status::Unsubscribed);
    });
}

#[test]
fn what_says_nothing_against_an_address_never_ends_a_subscription() {
    tell(async |garden| {
        garden.publish().await;
        garden.join_from("an@lezers.example", "nl", "latest:1".parse().unwrap()).await;
        garden.digest().await;
        let tag = garden.relay.mails().remove(0).tag.unwrap();
        let key = garden.store.token_key(&garden.random).await.unwrap();
        for (name, shape) in shapes() {
            if ["policy", "notice", "reply", "letter"].iter().any(|word| name.starts_with(word)) {
                let returned =
                    Returned::read(filled(&shape, &tag, "").as_bytes(), Envelope::default(), &key, garden.now());
                garden.store.record_bounce(&returned, garden.now()).await.unwrap();
                assert_eq!(status(&garden).await, Status::Active, "{name}");
            }
        }
    });
}

#[test]
fn what_the_relay_says_at_once_counts_as_what_comes_back_later() {
    on_each_database(async |garden| {
        garden.publish().await;
        for name in ["an", "bo"] {
            garden.join_from(&format!("{name}@lezers.example"), "nl", "latest:1".parse().unwrap()).await;
        }
        garden.relay.fail_on(1, Outcome::Rejected { reply: "550 5.1.1 user unknown".to_owned() });
        garden.relay.fail_on(2, Outcome::Rejected { reply: "554 5.7.1 blocked".to_owned() });
        garden.digest().await;
        assert_eq!(status(garden).await, Status::Unsubscribed, "nobody is there");
        assert_eq!(garden.subscriber("bo@lezers.example").await.unwrap().status, Status::Active, "it was us");
        garden.wait(TimeDelta::weeks(1));
        let mails = garden.digest().await;
        assert_eq!(mails.iter().map(|mail| mail.to.as_str()).collect::<Vec<_>>(), ["bo@lezers.example"]);
    });
}

#[test]
fn who_writes_to_the_address_in_the_mail_has_left_and_leaves_by_it_again_after_coming_back() {
    tell_with(&[BOUNCES], async |garden| {
        let tag = one_mail(&garden).await;
        let mail = Received::parse(&garden.relay.mails()[0]);
        let way = format!("<mailto:bounces+{tag}@moestuin.example?subject=unsubscribe>");
        assert!(mail.header("List-Unsubscribe").unwrap().ends_with(&way), "{}", mail.headers);
        garden.write("wish.eml", shape("leave-by-mail", &tag));
        garden.write("forged.eml", shape("leave-by-mail", &tag.replace(|c: char| c.is_ascii_lowercase(), "a")));
        let nobody = bounce(&garden, "forged.eml");
        assert!(nobody.contains("about no mail that was sent from here"), "{nobody}");
        assert_eq!(status(&garden).await, Status::Active);

        assert!(bounce(&garden, "wish.eml").contains("leave, delivery 1; its reader has left"));
        let an = garden.subscriber("an@lezers.example").await.unwrap();
        assert_eq!(an.status, Status::Unsubscribed);
        let consents = garden.store.consents(an.id).await.unwrap();
        assert_eq!(consents.iter().filter(|one| one.page == "mail" && one.what == "unsubscribed").count(), 1);
        assert!(bounce(&garden, "wish.eml").contains("known already"));
        garden.post("/nl/subscribe", &[("email", "an@lezers.example"), ("cadence", "weekly")]).await;
        let confirm = garden.deliver().await.pop().unwrap().path_to("/confirm");
        garden.post(&confirm, &[]).await;
        assert_eq!(status(&garden).await, Status::Active, "no suppression keeps them out");
        assert!(bounce(&garden, "wish.eml").contains("its reader has left"), "by the old mail");
        assert_eq!(status(&garden).await, Status::Unsubscribed);
    });
}
