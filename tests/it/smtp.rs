//! One mail, one outcome, whatever the relay does.

use std::{net::TcpListener, num::NonZeroUsize, sync::Arc, time::Duration};

use postduif::{
    delivery::{Intent, SmtpPool, Timeouts},
    mail::ComposedMail,
    outbox::Outcome,
};
use tokio::sync::oneshot;
use tokio_rustls::TlsAcceptor;

use crate::relay::{Act, Manners, Relay};

pub(crate) const TO: &str = "an@example.org";

pub(crate) fn pool(port: u16, connections: usize) -> SmtpPool {
    pool_at(&format!("smtp://127.0.0.1:{port}"), connections, None)
}

pub(crate) fn pool_at(url: &str, connections: usize, tls: Option<Arc<rustls::ClientConfig>>) -> SmtpPool {
    SmtpPool::with_tls(url.parse().unwrap(), NonZeroUsize::new(connections).unwrap(), impatient(300), tls)
}

/// Whoever waits for no answer longer than so many milliseconds.
pub(crate) fn impatient(millis: u64) -> Timeouts {
    let short = Duration::from_millis(millis);
    let usual = Timeouts::default();
    Timeouts { connect: short, greeting: short, command: short, data: short, content: short, ..usual }
}

pub(crate) fn mail_to(to: &str) -> ComposedMail {
    let bytes = format!("Subject: dag\r\nTo: <{to}>\r\n\r\n.een punt\r\nnog een regel\r\n").into_bytes();
    ComposedMail {
        from: "duif@example.org".parse().unwrap(),
        to: to.parse().unwrap(),
        tag: Some("42-k7q2m4xa".to_owned()),
        bytes,
    }
}

pub(crate) async fn send(pool: &SmtpPool) -> Outcome {
    send_to(pool, TO).await
}

pub(crate) async fn send_to(pool: &SmtpPool, to: &str) -> Outcome {
    pool.send(&mail_to(to), &mut Intent::without_ledger()).await
}

pub(crate) fn kind(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Accepted { .. } => "accepted",
        Outcome::Deferred { .. } => "deferred",
        Outcome::Rejected { .. } => "rejected",
        Outcome::Refused { .. } => "refused",
        Outcome::Uncertain { .. } => "uncertain",
        Outcome::Fault { .. } => "fault",
    }
}

/// What becomes of the first mail if the relay does this, and whether the next one arrives: the same whether
/// or not it takes several commands at once.
async fn first_mail(phase: &'static str, act: Act) -> Outcome {
    let outcome = first_mail_to(Manners::default(), phase, act.clone()).await;
    let pipelined = Manners { offers: vec!["PIPELINING"], ..Manners::default() };
    assert_eq!(first_mail_to(pipelined, phase, act).await, outcome, "{phase}");
    outcome
}

async fn first_mail_to(manners: Manners, phase: &'static str, act: Act) -> Outcome {
    let relay = Relay::start(manners).await;
    relay.on(phase, act);
    let pool = pool(relay.port(), 2);
    let outcome = send(&pool).await;
    assert_eq!(kind(&send(&pool).await), "accepted", "the mail after {phase}: {outcome:?}");
    outcome
}

#[tokio::test]
async fn a_mail_arrives_as_it_was_and_the_connection_is_used_again() {
    let relay = Relay::start(Manners::default()).await;
    let pool = pool(relay.port(), 2);
    for _ in 0..3 {
        assert_eq!(send(&pool).await, Outcome::Accepted { reply: "250 2.0.0 queued".to_owned() });
    }
    assert_eq!(relay.mails(), vec![mail_to(TO).bytes; 3]);
    assert_eq!(relay.connections(), 1);
    pool.close().await;
    assert_eq!(relay.commands().last().unwrap(), "QUIT");
}

#[tokio::test]
async fn each_refusal_in_each_phase_has_its_outcome() {
    for (phase, says, expected) in [
        ("connect", &b"421 4.3.2 not now\r\n"[..], "fault"),
        ("connect", b"554 5.7.1 go away\r\n", "fault"),
        ("EHLO", b"451 4.3.0 later\r\n", "fault"),
        ("EHLO", b"550 5.7.1 no\r\n", "fault"),
        ("MAIL", b"451 4.3.0 later\r\n", "fault"),
        ("MAIL", b"550 5.7.1 not you\r\n", "fault"),
        ("RCPT", b"450 4.2.0 greylisted\r\n", "deferred"),
        ("RCPT", b"550 5.1.1 unknown\r\n", "rejected"),
        ("RCPT", b"530 5.7.0 log in first\r\n", "refused"),
        ("RCPT", b"421 4.7.28 unusual rate of mail\r\n", "deferred"),
        ("RCPT", b"550 5.4.5 Daily user sending limit exceeded\r\n", "refused"),
        ("RCPT", b"550 5.1.0 <duif@example.org>: Sender address rejected: User unknown in local table\r\n", "refused"),
        ("RCPT", b"550-Verification failed for <duif@example.org>\r\n550-No Such User Here\r\n550 ok?\r\n", "refused"),
        ("RCPT", b"551 not our customer; relaying not allowed\r\n", "refused"),
        ("DATA", b"451 4.3.0 later\r\n", "deferred"),
        ("DATA", b"554 5.5.1 no\r\n", "refused"),
        (".", b"452 4.2.2 full\r\n", "deferred"),
        (".", b"554 5.7.1 spam\r\n", "refused"),
        (".", b"354 what?\r\n", "uncertain"),
    ] {
        let outcome = first_mail(phase, Act::Say(says)).await;
        assert_eq!(kind(&outcome), expected, "{phase}: {outcome:?}");
    }
}

#[tokio::test]
async fn silence_in_each_phase_ends_in_time_and_is_uncertain_only_after_the_last_byte() {
    for (phase, expected) in [
        ("connect", "fault"),
        ("EHLO", "fault"),
        ("MAIL", "fault"),
        ("RCPT", "deferred"),
        ("DATA", "deferred"),
        (".", "uncertain"),
    ] {
        let outcome = first_mail(phase, Act::Silence).await;
        assert_eq!(kind(&outcome), expected, "{phase}: {outcome:?}");
    }
}

#[tokio::test]
async fn a_cut_in_each_phase_is_uncertain_only_after_the_last_byte() {
    for (phase, expected) in [
        ("connect", "fault"),
        ("EHLO", "fault"),
        ("MAIL", "fault"),
        ("RCPT", "deferred"),
        ("DATA", "deferred"),
        (".", "uncertain"),
    ] {
        let outcome = first_mail(phase, Act::Cut).await;
        assert_eq!(kind(&outcome), expected, "{phase}: {outcome:?}");
    }
}

/// What each phase is usually answered with, and what becomes of a mail when that does not come.
const REPLIES: [(&str, &[u8], &str); 6] = [
    ("connect", b"220 fault.example ESMTP\r\n", "fault"),
    ("EHLO", b"250-fault.example\r\n250 8BITMIME\r\n", "fault"),
    ("MAIL", b"250 ok\r\n", "fault"),
    ("RCPT", b"250 ok\r\n", "deferred"),
    ("DATA", b"354 go on\r\n", "deferred"),
    (".", b"250 2.0.0 queued\r\n", "uncertain"),
];

#[tokio::test]
async fn a_reply_that_breaks_off_at_any_byte_is_none() {
    for (phase, reply, expected) in REPLIES {
        for end in 1..reply.len() {
            let outcome = first_mail(phase, Act::SayAndClose(&reply[..end])).await;
            assert_eq!(kind(&outcome), expected, "{phase} after {end} bytes: {outcome:?}");
        }
    }
}

#[tokio::test]
async fn what_greets_with_something_else_is_no_relay_and_nobodys_attempt() {
    for banner in [
        &b"HTTP/1.1 400 Bad Request\r\n\r\n"[..],
        b"SSH-2.0-OpenSSH_9.9\r\n",
        b"* OK IMAP4rev1 ready\r\n",
        b"\x16\x03\x01\x00\xa5\x01",
        b"220\r\n250 and more than was asked\r\n",
        b"250 hello\r\n",
        b"421 4.3.2 not now\r\n",
        b"554 5.7.1 not you\r\n",
        b"\n\n\n",
    ] {
        let outcome = first_mail("connect", Act::SayAndClose(banner)).await;
        assert_eq!(kind(&outcome), "fault", "{:?}: {outcome:?}", String::from_utf8_lossy(banner));
    }
}

#[tokio::test]
async fn a_relay_that_speaks_slowly_is_heard_to_its_end_and_one_that_takes_too_long_is_not() {
    for (phase, reply, expected) in REPLIES {
        let outcome = first_mail(phase, Act::Drip(reply, Duration::from_millis(100))).await;
        assert_eq!(kind(&outcome), expected, "{phase}: {outcome:?}");
        // After a reply of its own to DATA the relay of these stories reads no mail.
        if phase != "DATA" {
            let outcome = first_mail(phase, Act::Drip(reply, Duration::from_micros(200))).await;
            assert_eq!(kind(&outcome), "accepted", "{phase}: {outcome:?}");
        }
    }
}

#[tokio::test]
async fn a_mail_cut_off_before_its_final_dot_cannot_have_arrived() {
    let relay = Relay::start(Manners::default()).await;
    relay.on("DATA", Act::CutInContent);
    let mut mail = mail_to(TO);
    // More than the buffers between the two hold, so that the cut is noticed while writing.
    mail.bytes.extend(b"x".repeat(70).iter().chain(b"\r\n").cycle().take(72 * 400_000));
    let outcome = pool(relay.port(), 1).send(&mail, &mut Intent::without_ledger()).await;
    assert_eq!(kind(&outcome), "deferred", "{outcome:?}");
    assert!(relay.mails().is_empty());
}

#[tokio::test]
async fn careless_replies_are_understood() {
    let latin = first_mail("RCPT", Act::Say(b"550 5.1.1 bo\xeete ferm\xe9e\r\n")).await;
    assert_eq!(latin, Outcome::Rejected { reply: "550 5.1.1 boîte fermée".to_owned() });
    let bare = first_mail("RCPT", Act::Say(b"550\r\n")).await;
    assert_eq!(bare, Outcome::Rejected { reply: "550".to_owned() });
    let bare_dot = first_mail(".", Act::Say(b"250\r\n")).await;
    assert_eq!(bare_dot, Outcome::Accepted { reply: "250".to_owned() });
    let lines =
        first_mail("RCPT", Act::Say(b"550-5.1.1 No such\r\n550-5.1.1 <AN@example.org>\r\n550 5.1.1 here\r\n")).await;
    assert_eq!(lines, Outcome::Rejected { reply: "550 5.1.1 No such <recipient> here".to_owned() });
    let line_feeds = first_mail("RCPT", Act::Say(b"450 4.2.0 later\n")).await;
    assert_eq!(line_feeds, Outcome::Deferred { reply: "450 4.2.0 later".to_owned() });
}

#[tokio::test]
async fn what_is_no_reply_never_counts_as_acceptance() {
    for nonsense in [&b"hello\r\n"[..], b"250-one\r\n550 two\r\n", b"25\r\n", b"999 x\r\n", b"\r\n"] {
        let outcome = first_mail(".", Act::Say(nonsense)).await;
        assert_eq!(kind(&outcome), "uncertain", "{nonsense:?}: {outcome:?}");
        let outcome = first_mail("RCPT", Act::Say(nonsense)).await;
        assert_eq!(kind(&outcome), "deferred", "{nonsense:?}: {outcome:?}");
    }
}

#[tokio::test]
async fn a_reply_too_many_is_not_taken_for_the_next_answer() {
    let relay = Relay::start(Manners::default()).await;
    relay.on("MAIL", Act::Say(b"250 ok\r\n250 ok\r\n250 ok\r\n"));
    relay.on("RCPT", Act::Say(b"550 5.1.1 unknown\r\n"));
    let outcome = send(&pool(relay.port(), 1)).await;
    assert_eq!(kind(&outcome), "deferred", "{outcome:?}");
    assert!(relay.mails().is_empty());
}

#[tokio::test]
async fn a_relay_that_closes_after_some_mails_costs_nobody_an_attempt() {
    let relay = Relay::start(Manners { mails_per_connection: Some(3), ..Manners::default() }).await;
    let pool = pool(relay.port(), 2);
    for _ in 0..10 {
        let outcome = send(&pool).await;
        assert_eq!(kind(&outcome), "accepted", "{outcome:?}");
    }
    assert_eq!(relay.mails().len(), 10);
    assert_eq!(relay.connections(), 4);
}

#[tokio::test]
async fn a_connection_that_went_stale_is_replaced() {
    for phase in ["MAIL", "RCPT"] {
        for act in [Act::Cut, Act::Silence, Act::SayAndClose(b"421 4.4.2 idle too long\r\n")] {
            let relay = Relay::start(Manners::default()).await;
            let pool = pool(relay.port(), 1);
            assert_eq!(kind(&send(&pool).await), "accepted");
            relay.on(phase, act.clone());
            let outcome = send(&pool).await;
            assert_eq!(kind(&outcome), "accepted", "{phase} {act:?}: {outcome:?}");
            assert_eq!((relay.mails().len(), relay.connections()), (2, 2));
        }
    }
}

#[tokio::test]
async fn a_connection_that_is_old_ends_after_its_mail() {
    let relay = Relay::start(Manners::default()).await;
    let url = format!("smtp://127.0.0.1:{}", relay.port()).parse().unwrap();
    let timeouts = Timeouts { life: Duration::from_millis(500), ..Timeouts::default() };
    let pool = SmtpPool::new(url, NonZeroUsize::MIN, timeouts);
    assert_eq!(kind(&send(&pool).await), "accepted");
    tokio::time::sleep(Duration::from_millis(600)).await;
    for _ in 0..2 {
        assert_eq!(kind(&send(&pool).await), "accepted");
    }
    let commands = relay.commands();
    let quits = commands.iter().position(|command| command == "QUIT").unwrap();
    let before = commands[..quits].iter().filter(|command| command.starts_with("MAIL")).count();
    assert_eq!((before, relay.mails().len(), relay.connections()), (2, 3, 2));
}

#[tokio::test]
async fn a_refused_recipient_leaves_the_connection_to_the_next() {
    let relay = Relay::start(Manners::default()).await;
    let pool = pool(relay.port(), 1);
    for phase in ["RCPT", "DATA", "."] {
        relay.on(phase, Act::Say(b"550 5.1.1 unknown\r\n"));
        assert_eq!(kind(&send_to(&pool, "weg@example.org").await), "rejected", "{phase}");
        assert_eq!(kind(&send_to(&pool, "er@example.org").await), "accepted", "{phase}");
    }
    assert_eq!(relay.connections(), 1);
    assert_eq!(relay.commands().iter().filter(|command| *command == "RSET").count(), 3);
}

#[tokio::test]
async fn no_more_connections_are_open_than_may_be_however_many_mails_wait() {
    let relay = Relay::start(Manners { pause: Duration::from_millis(10), ..Manners::default() }).await;
    let pool = pool(relay.port(), 3);
    let send_one = || {
        let pool = pool.clone();
        tokio::spawn(async move { send(&pool).await })
    };
    for task in (0..30).map(|_| send_one()).collect::<Vec<_>>() {
        assert_eq!(kind(&task.await.unwrap()), "accepted");
    }
    assert_eq!((relay.mails().len(), relay.most_open()), (30, 3));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_relay_that_takes_few_connections_still_gets_every_mail() {
    let relay = Relay::start(Manners { most_connections: Some(2), ..Manners::default() }).await;
    let pool = pool(relay.port(), 8);
    // Two connections are open before the rush, so that a refusal finds others to wait for.
    let (one, two) = tokio::join!(send(&pool), send(&pool));
    assert_eq!((kind(&one), kind(&two)), ("accepted", "accepted"));
    let tasks: Vec<_> = (0..40)
        .map(|_| {
            let pool = pool.clone();
            tokio::spawn(async move { send(&pool).await })
        })
        .collect();
    for task in tasks {
        let outcome = task.await.unwrap();
        assert_eq!(kind(&outcome), "accepted", "{outcome:?}");
    }
    assert_eq!(relay.mails().len(), 42);
}

#[tokio::test]
async fn a_relay_that_is_not_there_is_nobodys_attempt() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let outcome = send(&pool(free, 1)).await;
    assert!(matches!(&outcome, Outcome::Fault { reason } if reason.contains("cannot connect")), "{outcome:?}");
}

#[tokio::test]
async fn nothing_leaves_before_the_ledger_knows() {
    let relay = Relay::start(Manners::default()).await;
    let pool = pool(relay.port(), 1);
    let (commit, committed) = oneshot::channel();
    let mut intent = Intent::granted_by(committed);
    let sending = {
        let pool = pool.clone();
        tokio::spawn(async move { pool.send(&mail_to(TO), &mut intent).await })
    };
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert!(relay.mails().is_empty());
    commit.send(()).unwrap();
    assert_eq!(kind(&sending.await.unwrap()), "accepted");

    let (never, committed) = oneshot::channel();
    drop(never);
    let outcome = pool.send(&mail_to(TO), &mut Intent::granted_by(committed)).await;
    assert_eq!(kind(&outcome), "fault");
    assert_eq!(kind(&send(&pool).await), "accepted");
    assert_eq!(relay.mails().len(), 2);
}

#[tokio::test]
async fn an_address_beyond_ascii_goes_only_where_it_is_understood() {
    let mail = ComposedMail { bytes: "To: <pelé@example.org>\r\n\r\nx\r\n".into(), ..mail_to("pelé@example.org") };
    let relay = Relay::start(Manners::default()).await;
    let outcome = pool(relay.port(), 1).send(&mail, &mut Intent::without_ledger()).await;
    assert_eq!(kind(&outcome), "rejected");

    let relay = Relay::start(Manners { offers: vec!["8BITMIME", "SMTPUTF8"], ..Manners::default() }).await;
    let outcome = pool(relay.port(), 1).send(&mail, &mut Intent::without_ledger()).await;
    assert_eq!(kind(&outcome), "accepted");
    assert!(relay.commands().iter().any(|command| command.contains("SMTPUTF8") && command.contains("8BITMIME")));
}

#[tokio::test]
async fn a_relay_that_reports_is_told_how_and_another_is_not() {
    for (offers, wanted) in [(vec!["PIPELINING", "dsn"], true), (vec!["PIPELINING"], false)] {
        let relay = Relay::start(Manners { offers, ..Manners::default() }).await;
        assert_eq!(kind(&send_to(&pool(relay.port(), 1), "an+lijst@example.org").await), "accepted");
        let commands = relay.commands();
        let said = |words: &str| commands.iter().any(|command| command.ends_with(words));
        let reports = said("<duif@example.org> RET=HDRS ENVID=42-k7q2m4xa")
            && said("<an+lijst@example.org> NOTIFY=FAILURE,DELAY ORCPT=rfc822;an+2Blijst@example.org");
        assert_eq!(reports, wanted, "{commands:?}");
        assert_eq!(commands.iter().any(|command| command.contains("ENVID")), wanted);
    }
}

#[tokio::test]
async fn a_relay_that_takes_less_than_it_offers_gets_the_mail_without() {
    for phase in ["MAIL", "RCPT"] {
        for offers in [vec!["DSN"], vec!["PIPELINING", "DSN"]] {
            let relay = Relay::start(Manners { offers, strict: true, ..Manners::default() }).await;
            relay.on(phase, Act::Say(b"555 5.5.4 unsupported option\r\n"));
            let pool = pool(relay.port(), 1);
            for _ in 0..2 {
                assert_eq!(kind(&send(&pool).await), "accepted", "{phase}");
            }
            let told = relay.commands().iter().filter(|command| command.contains("ENVID")).count();
            assert_eq!((told, relay.mails().len(), relay.connections()), (1, 2, 2), "{phase}");
            // What it does not take without either is its own matter.
            relay.on("RCPT", Act::Say(b"555 5.5.4 unsupported option\r\n"));
            assert_eq!(kind(&send(&pool).await), "refused", "{phase}");
        }
    }
}

/// A certificate for 127.0.0.1, and a client that trusts it.
fn tls() -> (TlsAcceptor, Arc<rustls::ClientConfig>) {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let key = rcgen::KeyPair::generate().unwrap();
    let certificate = rcgen::CertificateParams::new(["127.0.0.1".to_owned()]).unwrap().self_signed(&key).unwrap();
    let server = rustls::ServerConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], key.into())
        .unwrap();
    let mut roots = rustls::RootCertStore::empty();
    roots.add(certificate.der().clone()).unwrap();
    let client = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    (TlsAcceptor::from(Arc::new(server)), Arc::new(client))
}

#[tokio::test]
async fn tls_with_a_password_from_the_first_byte_and_after_starttls() {
    for (scheme, tls_at_once) in [("smtps", true), ("smtp+starttls", false)] {
        let (acceptor, client) = tls();
        let offers = vec!["STARTTLS", "AUTH PLAIN LOGIN"];
        let relay = Relay::start(Manners { tls: Some(acceptor), tls_at_once, offers, ..Manners::default() }).await;
        relay.on("RCPT", Act::Say(b"550 5.1.1 ferm\xe9\r\n"));
        let pool = pool_at(&format!("{scheme}://duif:geheim@127.0.0.1:{}", relay.port()), 1, Some(client));
        assert_eq!(send(&pool).await, Outcome::Rejected { reply: "550 5.1.1 fermé".to_owned() });
        assert_eq!(kind(&send(&pool).await), "accepted");
        assert_eq!(relay.commands().iter().filter(|command| command.starts_with("AUTH PLAIN")).count(), 1);
    }
}

#[tokio::test]
async fn without_the_promised_tls_nothing_is_sent() {
    let (acceptor, client) = tls();
    let none = Relay::start(Manners::default()).await;
    let injecting = Relay::start(Manners {
        offers: vec!["STARTTLS"],
        tls: Some(acceptor.clone()),
        injected: b"250 anything you like\r\n",
        ..Manners::default()
    })
    .await;
    let stranger = Relay::start(Manners { tls: Some(acceptor), tls_at_once: true, ..Manners::default() }).await;
    let (_, other_client) = tls();
    for (relay, scheme, client) in [
        (&none, "smtp+starttls", client.clone()),
        (&injecting, "smtp+starttls", client),
        (&stranger, "smtps", other_client),
    ] {
        let url = format!("{scheme}://duif:geheim@127.0.0.1:{}", relay.port());
        let outcome = send(&pool_at(&url, 1, Some(client))).await;
        assert_eq!(kind(&outcome), "fault", "{outcome:?}");
        assert!(relay.commands().iter().all(|command| command.starts_with("EHLO") || command == "STARTTLS"));
    }
}

#[tokio::test]
async fn a_wrong_password_is_nobodys_attempt() {
    let relay = Relay::start(Manners { offers: vec!["AUTH PLAIN"], ..Manners::default() }).await;
    relay.on("AUTH", Act::Say(b"535 5.7.8 wrong\r\n"));
    let pool = pool_at(&format!("smtp://duif:geheim@127.0.0.1:{}", relay.port()), 1, None);
    let outcome = send(&pool).await;
    assert!(matches!(&outcome, Outcome::Fault { reason } if reason.contains("535")), "{outcome:?}");
}
