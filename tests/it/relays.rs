//! Which relay a mail goes by, and how each kind of relay wants to be spoken to.

use std::{
    fs,
    net::TcpListener,
    num::{NonZeroU32, NonZeroUsize},
    os::unix::fs::PermissionsExt as _,
    path::Path,
    time::Duration,
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use postduif::{
    delivery::{Intent, Relays, Route, Timeouts},
    mail::ComposedMail,
    outbox::Outcome,
};
use tokio::sync::oneshot;

use crate::{
    relay::{Act, Manners, Relay},
    smtp::{TO, impatient, kind, mail_to, pool_at, send, send_to},
};

/// Relays with a URL, a priority and a weight each.
fn relays(routes: &[(&str, u8, u32)]) -> Relays {
    let route = |(url, priority, weight): &(&str, u8, u32)| Route {
        relay: url.parse().unwrap(),
        priority: *priority,
        weight: NonZeroU32::new(*weight).unwrap(),
        connections: NonZeroUsize::new(4).unwrap(),
        rate: None,
    };
    Relays::new(routes.iter().map(route).collect(), impatient(500))
}

fn url(relay: &Relay) -> String {
    format!("smtp://127.0.0.1:{}", relay.port())
}

async fn send_by(relays: &Relays) -> Outcome {
    relays.send(&mail_to(TO), &mut Intent::without_ledger()).await
}

/// One mail to each of so many domains, one after the other; says what became of each.
async fn send_to_domains(relays: &Relays, count: usize) -> Vec<&'static str> {
    let mut outcomes = Vec::new();
    for number in 0..count {
        let to = format!("an@lezers{number}.example");
        outcomes.push(kind(&relays.send(&mail_to(&to), &mut Intent::without_ledger()).await));
    }
    outcomes
}

#[tokio::test]
async fn a_relay_that_has_the_same_no_for_everybody_is_left_alone_and_the_backup_takes_its_mail() {
    for (phase, says, heard) in [
        ("RCPT", Act::Say(b"554 5.7.1 Service unavailable; client host blocked\r\n"), "refused"),
        ("RCPT", Act::Say(b"451 4.3.0 Temporary lookup failure\r\n"), "deferred"),
        ("RCPT", Act::SayAndClose(b"421 4.3.2 closing\r\n"), "deferred"),
        ("RCPT", Act::Cut, "deferred"),
        (".", Act::Say(b"454 4.7.0 Throttling failure: Maximum sending rate exceeded\r\n"), "deferred"),
    ] {
        let (one, backup) = (Relay::start(Manners::default()).await, Relay::start(Manners::default()).await);
        (0..60).for_each(|_| one.on(phase, says.clone()));
        let relays = relays(&[(&url(&one), 1, 1), (&url(&backup), 2, 1)]);
        let outcomes = send_to_domains(&relays, 12).await;
        assert_eq!(outcomes[..3], [heard; 3], "{says:?}: so far it may be about them: {outcomes:?}");
        assert!(outcomes[4..].iter().all(|outcome| *outcome == "accepted"), "{says:?}: {outcomes:?}");
        assert!(backup.mails().len() >= 8, "{says:?}");
    }
}

#[tokio::test]
async fn a_relay_without_a_backup_that_fails_everybody_is_asked_no_more_and_it_is_nobodys_attempt() {
    let relay = Relay::start(Manners::default()).await;
    (0..12).for_each(|_| relay.on(".", Act::Cut));
    let relays = relays(&[(&url(&relay), 1, 1)]);
    let outcomes = send_to_domains(&relays, 12).await;
    assert_eq!(outcomes[..4], ["uncertain"; 4], "those it may have");
    assert!(outcomes[4..].iter().all(|outcome| *outcome == "fault"), "{outcomes:?}");
    assert_eq!(relay.mails().len(), 4, "no more are risked");
}

#[tokio::test]
async fn a_mailbox_that_is_full_or_unknown_or_greylisted_is_no_fault_of_the_relay() {
    let relay = Relay::start(Manners::default()).await;
    for _ in 0..3 {
        relay.on("RCPT", Act::Say(b"452 4.2.2 mailbox full\r\n"));
        relay.on("RCPT", Act::Say(b"550 5.1.1 <an@lezers.example> unknown\r\n"));
        relay.on("RCPT", Act::Say(b"450 4.2.0 greylisted\r\n"));
    }
    let outcomes = send_to_domains(&relays(&[(&url(&relay), 1, 1)]), 10).await;
    assert_eq!(outcomes[..3], ["deferred", "rejected", "deferred"]);
    assert_eq!(outcomes.last(), Some(&"accepted"), "{outcomes:?}");
}

#[tokio::test]
async fn a_relay_is_greeted_by_the_name_that_is_given_and_never_by_one_that_nobody_can_look_up() {
    let relay = Relay::start(Manners::default()).await;
    let own = format!("{}?hello=mail.duif.example", url(&relay));
    assert_eq!(kind(&send(&pool_at(&own, 1, None)).await), "accepted");
    assert_eq!(kind(&send(&pool_at(&url(&relay), 1, None)).await), "accepted");
    let hellos: Vec<_> = relay.commands().into_iter().filter(|command| command.starts_with("EHLO")).collect();
    assert_eq!(hellos[0], "EHLO mail.duif.example");
    let by_default = hellos.last().unwrap();
    assert!(by_default.contains('.') || by_default.contains(':'), "{by_default}");
    assert!("smtp://relay.example?hello=vm".parse::<postduif::delivery::Relay>().is_err());
}

#[tokio::test]
async fn relays_of_one_priority_share_the_mail_by_weight_and_the_backup_gets_none() {
    let (one, two, backup) = (
        Relay::start(Manners::default()).await,
        Relay::start(Manners::default()).await,
        Relay::start(Manners::default()).await,
    );
    let relays = relays(&[(&url(&one), 1, 3), (&url(&two), 1, 1), (&url(&backup), 2, 1)]);
    for _ in 0..40 {
        assert_eq!(kind(&send_by(&relays).await), "accepted");
    }
    assert_eq!([&one, &two, &backup].map(|relay| relay.mails().len()), [30, 10, 0]);
    assert_eq!(relays.max_connections(), 8, "the backup stands in for the others, and is not used beside them");
}

#[tokio::test]
async fn where_one_relay_is_away_another_takes_its_mail_and_it_is_left_alone() {
    let away = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let backup = Relay::start(Manners::default()).await;
    let relays = relays(&[(&format!("smtp://127.0.0.1:{away}"), 1, 1), (&url(&backup), 2, 1)]);
    for _ in 0..10 {
        assert_eq!(kind(&send_by(&relays).await), "accepted");
    }
    assert_eq!(backup.mails().len(), 10);

    // Whoever refuses our name and password is as good as away.
    let strict = Relay::start(Manners { offers: vec!["AUTH PLAIN"], ..Manners::default() }).await;
    (0..20).for_each(|_| strict.on("AUTH", Act::Say(b"535 5.7.8 wrong\r\n")));
    let relays =
        self::relays(&[(&format!("smtp://duif:geheim@127.0.0.1:{}", strict.port()), 1, 1), (&url(&backup), 2, 1)]);
    for _ in 0..10 {
        assert_eq!(kind(&send_by(&relays).await), "accepted");
    }
    assert_eq!(backup.mails().len(), 20);
    assert_eq!(strict.connections(), 1, "to ask again at once would lock us out");
}

#[tokio::test]
async fn where_all_are_away_each_is_asked_and_it_is_nobodys_attempt() {
    let free = || TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let urls = [(); 2].map(|()| format!("smtp://127.0.0.1:{}", free()));
    let relays = relays(&[(&urls[0], 1, 1), (&urls[1], 2, 1)]);
    for _ in 0..8 {
        assert_eq!(kind(&send_by(&relays).await), "fault");
    }
}

#[tokio::test]
async fn a_silent_relay_is_left_for_the_next_as_soon_as_its_url_says() {
    let (silent, backup) = (Relay::start(Manners::default()).await, Relay::start(Manners::default()).await);
    let route = |url: String, priority| Route {
        relay: url.parse().unwrap(),
        priority,
        weight: NonZeroU32::MIN,
        connections: NonZeroUsize::MIN,
        rate: None,
    };
    let routes = vec![route(format!("{}?timeout=1s", url(&silent)), 1), route(url(&backup), 2)];
    let relays = Relays::new(routes, Timeouts::default());
    for phase in ["connect", "EHLO", "MAIL"] {
        silent.on(phase, Act::Silence);
        assert_eq!(kind(&send_by(&relays).await), "accepted", "{phase}");
    }
    assert_eq!((silent.mails().len(), backup.mails().len()), (0, 3));
}

#[tokio::test]
async fn an_address_beyond_ascii_goes_by_the_relay_that_takes_it_and_waits_for_it() {
    let mail = ComposedMail { bytes: "To: <pelé@example.org>\r\n\r\nx\r\n".into(), ..mail_to("pelé@example.org") };
    let old = Relay::start(Manners::default()).await;
    let new = Relay::start(Manners { offers: vec!["8BITMIME", "SMTPUTF8"], ..Manners::default() }).await;
    let send_by = async |relays: &Relays| kind(&relays.send(&mail, &mut Intent::without_ledger()).await);
    assert_eq!(send_by(&relays(&[(&url(&old), 1, 1), (&url(&new), 2, 1)])).await, "accepted");
    assert_eq!((old.mails().len(), new.mails().len()), (0, 1));
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    assert_eq!(send_by(&relays(&[(&url(&old), 1, 1), (&format!("smtp://127.0.0.1:{free}"), 2, 1)])).await, "fault");
    assert_eq!(send_by(&relays(&[(&url(&old), 1, 1), (&url(&old), 2, 1)])).await, "rejected");
}

#[tokio::test]
async fn what_may_have_left_by_one_relay_is_not_given_to_another() {
    let (one, two) = (Relay::start(Manners::default()).await, Relay::start(Manners::default()).await);
    one.on(".", Act::Cut);
    let relays = relays(&[(&url(&one), 1, 1), (&url(&two), 2, 1)]);
    assert_eq!(kind(&send_by(&relays).await), "uncertain");
    assert!(two.mails().is_empty());
    // Nor is a refusal of the recipient a reason to ask elsewhere, by one that has just taken a mail.
    assert_eq!(kind(&send_by(&relays).await), "accepted");
    one.on("RCPT", Act::Say(b"550 5.1.1 unknown\r\n"));
    assert_eq!(kind(&send_by(&relays).await), "rejected");
    assert!(two.mails().is_empty());
}

#[tokio::test]
async fn commands_go_together_where_the_relay_can_take_them_and_each_answer_finds_its_own() {
    let relay = Relay::start(Manners { offers: vec!["PIPELINING"], strict: true, ..Manners::default() }).await;
    let pool = pool_at(&url(&relay), 1, None);
    for _ in 0..2 {
        relay.on("RCPT", Act::Say(b"550 5.1.1 unknown\r\n"));
        assert_eq!(kind(&send_to(&pool, "weg@example.org").await), "rejected");
        assert_eq!(kind(&send_to(&pool, "er@example.org").await), "accepted");
    }
    assert_eq!(relay.mails(), vec![mail_to("er@example.org").bytes; 2]);
    assert_eq!(relay.connections(), 1);
    // One that invites a mail to nobody gets an empty one, which nobody receives.
    let relay = Relay::start(Manners { offers: vec!["PIPELINING"], ..Manners::default() }).await;
    let pool = pool_at(&url(&relay), 1, None);
    relay.on("RCPT", Act::Say(b"450 4.2.0 later\r\n"));
    assert_eq!(kind(&send(&pool).await), "deferred");
    assert_eq!(kind(&send(&pool).await), "accepted");
    assert_eq!(relay.mails(), [Vec::new(), mail_to(TO).bytes]);
}

#[tokio::test]
async fn a_connection_carries_a_hundred_mails_and_one_that_was_given_up_half_way_none() {
    let relay = Relay::start(Manners::default()).await;
    let pool = pool_at(&url(&relay), 1, None);
    for _ in 0..101 {
        assert_eq!(kind(&send(&pool).await), "accepted");
    }
    assert_eq!(relay.connections(), 2);
    // Whoever stops waiting leaves a dialog behind in which nobody knows what the next answer is to.
    let begun = || relay.commands().iter().filter(|command| *command == "DATA").count();
    relay.on("DATA", Act::Silence);
    let mail = mail_to(TO);
    let mut intent = Intent::without_ledger();
    tokio::select! {
        outcome = pool.send(&mail, &mut intent) => panic!("{outcome:?}"),
        () = async { while begun() < 102 { tokio::time::sleep(Duration::from_millis(1)).await } } => {}
    }
    assert_eq!(kind(&send(&pool).await), "accepted");
    assert_eq!((relay.connections(), relay.mails().len()), (3, 102));
}

#[tokio::test]
async fn a_token_stands_in_for_the_password_and_is_read_anew_at_each_login() {
    let relay = Relay::start(Manners { offers: vec!["AUTH PLAIN LOGIN XOAUTH2"], ..Manners::default() }).await;
    let file = tempfile::NamedTempFile::new().unwrap();
    let url =
        format!("smtp://an%40duif.be@127.0.0.1:{}?auth=xoauth2&password_file={}", relay.port(), file.path().display());
    for token in ["first", "second"] {
        fs::write(file.path(), format!("{token}\n")).unwrap();
        assert_eq!(kind(&send(&pool_at(&url, 1, None)).await), "accepted");
        let said = relay.commands().into_iter().rfind(|command| command.starts_with("AUTH")).unwrap();
        let response = STANDARD.decode(said.strip_prefix("AUTH XOAUTH2 ").unwrap()).unwrap();
        assert_eq!(String::from_utf8(response).unwrap(), format!("user=an@duif.be\x01auth=Bearer {token}\x01\x01"));
    }
    fs::remove_file(file.path()).unwrap();
    assert_eq!(kind(&send(&pool_at(&url, 1, None)).await), "fault", "without the file nobody is to blame");
}

#[tokio::test]
async fn a_token_that_is_refused_comes_with_the_servers_reason_and_no_way_to_log_in_with_its_own() {
    let relay = Relay::start(Manners { offers: vec!["AUTH PLAIN XOAUTH2"], ..Manners::default() }).await;
    relay.on("AUTH", Act::Say(b"334 eyJzdGF0dXMiOiI0MDEifQ==\r\n"));
    relay.on("other", Act::Say(b"535 5.7.8 Username and Password not accepted\r\n"));
    let url = format!("smtp://duif:oud@127.0.0.1:{}?auth=xoauth2", relay.port());
    let refused = send(&pool_at(&url, 1, None)).await;
    assert_eq!(kind(&refused), "fault");
    assert!(
        refused.detail().contains("535 5.7.8 Username and Password not accepted {\"status\":\"401\"}"),
        "{refused:?}"
    );

    let relay = Relay::start(Manners { offers: vec!["AUTH CRAM-MD5"], ..Manners::default() }).await;
    let nothing = send(&pool_at(&format!("smtp://duif:geheim@127.0.0.1:{}", relay.port()), 1, None)).await;
    assert!(nothing.detail().contains("no way to log in that we know (CRAM-MD5)"), "{nothing:?}");
    assert!(!relay.commands().iter().any(|command| command.starts_with("AUTH")), "the password is not tried");
}

#[tokio::test]
async fn an_old_server_is_told_name_and_password_one_after_the_other() {
    let relay = Relay::start(Manners { offers: vec!["AUTH LOGIN"], ..Manners::default() }).await;
    relay.on("AUTH", Act::Say(b"334 VXNlcm5hbWU6\r\n"));
    relay.on("other", Act::Say(b"334 UGFzc3dvcmQ6\r\n"));
    relay.on("other", Act::Say(b"235 welcome\r\n"));
    let outcome = send(&pool_at(&format!("smtp://duif:geheim@127.0.0.1:{}?auth=login", relay.port()), 1, None)).await;
    assert_eq!(kind(&outcome), "accepted", "{outcome:?}");
    let said: Vec<_> = relay.commands()[2..5].to_vec();
    assert_eq!(said, ["AUTH LOGIN".to_owned(), STANDARD.encode("duif"), STANDARD.encode("geheim")]);
    // What is asked for alone is not replaced by another.
    let pool = pool_at(&format!("smtp://duif:geheim@127.0.0.1:{}?auth=plain", relay.port()), 1, None);
    assert_eq!(kind(&send(&pool).await), "fault");
}

#[tokio::test]
async fn an_lmtp_server_is_greeted_as_such_by_address_and_on_a_socket() {
    let folder = tempfile::tempdir().unwrap();
    let socket = folder.path().join("lmtp.sock");
    let (near, local) = (Relay::start(Manners::default()).await, Relay::at_socket(&socket));
    for (relay, url) in
        [(&near, format!("lmtp://127.0.0.1:{}", near.port())), (&local, format!("lmtp://{}", socket.display()))]
    {
        relay.on(".", Act::Say(b"452 4.2.2 full\r\n"));
        let pool = pool_at(&url, 1, None);
        assert_eq!(kind(&send(&pool).await), "deferred", "{url}");
        assert_eq!(kind(&send(&pool).await), "accepted", "{url}");
        let commands = relay.commands();
        assert!(commands[0].starts_with("LHLO ") && !commands.iter().any(|command| command.starts_with("EHLO")));
    }
}

/// A program that writes its arguments and its input down, and ends like this.
fn program(folder: &Path, ending: &str) -> String {
    let path = folder.join("sendmail");
    let text = format!("#!/bin/sh\necho \"$@\" >>{0}/arguments\ncat >>{0}/mails\n{ending}\n", folder.display());
    fs::write(&path, text).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    format!("sendmail://{}", path.display())
}

#[tokio::test]
async fn a_program_gets_the_mail_and_its_end_says_what_became_of_it() {
    for (ending, expected) in [
        ("exit 0", "accepted"),
        ("echo no such user an@example.org >&2; exit 67", "rejected"),
        ("exit 75", "deferred"),
        ("exit 78", "fault"),
        ("kill -9 $$", "uncertain"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let relays = relays(&[(&program(folder.path(), ending), 1, 1)]);
        let outcome = send_by(&relays).await;
        assert_eq!(kind(&outcome), expected, "{ending}: {outcome:?}");
        assert!(!outcome.detail().contains(TO), "{outcome:?}");
        assert_eq!(outcome.detail().starts_with("5.1.1 "), expected == "rejected", "as a mail server says it");
        let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
        assert_eq!(read("arguments"), "-i -f duif@example.org -- an@example.org\n");
        assert_eq!(read("mails"), String::from_utf8(mail_to(TO).bytes).unwrap().replace("\r\n", "\n"));
    }
}

#[tokio::test]
async fn a_program_that_is_not_there_or_may_not_send_sends_nothing() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(kind(&send_by(&relays(&[("sendmail:///nowhere/sendmail", 1, 1)])).await), "fault");
    let (never, committed) = oneshot::channel();
    drop(never);
    let relays = relays(&[(&program(folder.path(), "echo sent >sent"), 1, 1)]);
    let outcome = relays.send(&mail_to(TO), &mut Intent::granted_by(committed)).await;
    assert_eq!(kind(&outcome), "fault");
    assert!(
        fs::read_dir(folder.path()).unwrap().count() == 1,
        "it was not even started: killed, we would leave it half a mail"
    );
}

#[tokio::test]
async fn a_program_may_say_much_and_leave_something_running() {
    let folder = tempfile::tempdir().unwrap();
    let chatter = "i=0; while [ $i -lt 2000 ]; do echo 'much to say about it' >&2; i=$((i+1)); done; exit 0";
    let relays_of = |ending: &str| relays(&[(&program(folder.path(), ending), 1, 1)]);
    assert_eq!(kind(&send_by(&relays_of(chatter)).await), "accepted");
    // What stays behind holds its standard error open.
    let outcome = send_by(&relays_of("printf 'twee\\nregels\\n' >&2; sleep 30 & exit 75")).await;
    assert!(matches!(&outcome, Outcome::Deferred { .. }), "{outcome:?}");
    assert!(outcome.detail().ends_with("twee regels"), "{outcome:?}");
}

#[tokio::test]
async fn a_relay_that_knows_nobody_is_not_believed_where_another_does() {
    let (bad, good) = (Relay::start(Manners::default()).await, Relay::start(Manners::default()).await);
    (0..100).for_each(|_| bad.on("RCPT", Act::Say(b"550 5.1.1 unknown\r\n")));
    let both = relays(&[(&url(&bad), 1, 1), (&url(&good), 2, 1)]);
    assert_eq!(send_to_domains(&both, 20).await, ["accepted"; 20]);
    assert_eq!((good.mails().len(), bad.mails().len()), (20, 0));
    let asked = bad.commands().iter().filter(|command| command.starts_with("RCPT")).count();
    assert_eq!(asked, 3, "then it is left alone");

    // Where the other is away by then, it waits for it.
    let (bad, away) = (Relay::start(Manners::default()).await, Relay::start(Manners::default()).await);
    (0..100).for_each(|_| bad.on("RCPT", Act::Say(b"550 5.1.1 unknown\r\n")));
    (0..100).for_each(|_| away.on("connect", Act::Say(b"421 4.3.2 down\r\n")));
    let both = relays(&[(&url(&bad), 1, 1), (&url(&away), 2, 1)]);
    let heard = send_to_domains(&both, 10).await;
    assert!(heard[..2] == ["rejected"; 2] && heard[2..] == ["fault"; 8], "{heard:?}");

    // Of a reader whom both reject it is true, and who has just taken a mail is believed.
    let (one, two) = (Relay::start(Manners::default()).await, Relay::start(Manners::default()).await);
    let both = relays(&[(&url(&one), 1, 1), (&url(&two), 2, 1)]);
    for relay in [&one, &two] {
        relay.on("RCPT", Act::Say(b"550 5.1.1 unknown\r\n"));
    }
    assert_eq!(send_to_domains(&both, 2).await, ["rejected", "accepted"]);
    one.on("RCPT", Act::Say(b"550 5.1.1 unknown\r\n"));
    assert_eq!(send_to_domains(&both, 1).await, ["rejected"]);
    assert_eq!((one.mails().len(), two.mails().len()), (1, 0));
}

#[tokio::test]
async fn a_relay_that_does_not_know_us_is_asked_once_after_each_pause() {
    let relay = Relay::start(Manners { offers: vec!["AUTH PLAIN"], ..Manners::default() }).await;
    (0..100).for_each(|_| relay.on("AUTH", Act::Say(b"535 5.7.8 wrong\r\n")));
    let relays = relays(&[(&format!("smtp://an:geheim@127.0.0.1:{}", relay.port()), 1, 1)]);
    for outcome in send_to_domains(&relays, 20).await {
        assert_eq!(outcome, "fault");
    }
    assert_eq!(relay.connections(), 1);
}
