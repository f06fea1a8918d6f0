//! Mail servers hand in what came back.

mod postfix;

use std::time::Duration;

use postduif::{
    lmtp::{Desk, Door, Limits, Place, serve},
    subscribers::Status,
};
use tokio::{
    io::{AsyncBufReadExt as _, AsyncRead, AsyncWrite, AsyncWriteExt as _, BufReader},
    net::{TcpStream, UnixStream},
};
use tokio_util::sync::CancellationToken;

use crate::{
    bounces::{BOUNCES, one_mail, shape, status},
    harness::{Publication, tell_with},
};

/// A server that takes what comes back to a publication; gives where, and what stops it.
async fn listening(garden: &Publication, place: Place, limits: Limits) -> (Place, CancellationToken) {
    let door = Door::open(&place).await.unwrap();
    let (place, stop) = (door.place().unwrap(), CancellationToken::new());
    let desk = Desk {
        store: garden.store.clone(),
        key: garden.store.token_key(&garden.random).await.unwrap(),
        clock: garden.clock.clone(),
        returns: "bounces@moestuin.example".parse().unwrap(),
    };
    tokio::spawn(serve(door, desk, limits, stop.clone()));
    (place, stop)
}

fn anywhere() -> Place {
    "127.0.0.1:0".parse().unwrap()
}

/// A mail server's side of the dialog.
struct Server<S>(BufReader<S>);

impl Server<TcpStream> {
    async fn connect(place: &Place) -> Self {
        let Place::Address(address) = place else { panic!("{place} is no address") };
        Self(BufReader::new(TcpStream::connect(address).await.unwrap()))
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> Server<S> {
    /// The codes of so many answers, with the enhanced ones.
    async fn hear(&mut self, count: usize) -> Vec<String> {
        let mut codes = Vec::new();
        while codes.len() < count {
            let mut line = String::new();
            if self.0.read_line(&mut line).await.unwrap() == 0 {
                codes.push("gone".to_owned());
            } else if line.as_bytes()[3] == b' ' {
                codes.push(line.split(' ').take(2).collect::<Vec<_>>().join(" ").trim_end().to_owned());
            }
        }
        codes
    }

    async fn say(&mut self, text: &str) {
        self.0.write_all(text.replace('\n', "\r\n").as_bytes()).await.unwrap();
    }

    /// Hands in a mail for an address, and gives the answer to it.
    async fn hand_in(&mut self, sender: &str, recipient: &str, mail: &str) -> String {
        self.say(&format!("MAIL FROM:<{sender}>\nRCPT TO:<{recipient}>\nDATA\n")).await;
        let codes = self.hear(3).await;
        assert_eq!(codes, ["250 2.1.0", "250 2.1.5", "354 go"]);
        self.say(&format!("{}\n.\n", mail.replace("\n.", "\n.."))).await;
        self.hear(1).await.remove(0)
    }
}

#[test]
fn what_is_handed_in_has_its_effect_before_it_is_answered_for() {
    tell_with(&[BOUNCES], async |garden| {
        let tag = one_mail(&garden).await;
        let (place, _) = listening(&garden, anywhere(), Limits::default()).await;
        let mut server = Server::connect(&place).await;
        server.say("LHLO mx.lezers.example\n").await;
        assert_eq!(server.hear(2).await, ["220 postduif", "250 SIZE"]);
        let (number, _) = tag.split_once('-').unwrap();
        let forged = format!("bounces+{number}-aaaaaaaa@moestuin.example");
        assert_eq!(
            server.hand_in("", &forged, &shape("hard-postfix", &format!("{number}-aaaaaaaa"))).await,
            "250 2.0.0"
        );
        assert_eq!(status(&garden).await, Status::Active, "forged");
        let own = format!("bounces+{tag}@moestuin.example");
        for _ in 0..2 {
            // The return path alone says whose it is.
            assert_eq!(server.hand_in("", &own, &shape("hard-postfix", "1-nobody")).await, "250 2.0.0");
            assert_eq!(status(&garden).await, Status::Unsubscribed);
        }
        server.say("QUIT\n").await;
        assert_eq!(server.hear(2).await, ["221 2.0.0", "gone"]);
    });
}

#[test]
fn a_letter_goes_back_to_its_writer_and_other_addresses_are_not_ours() {
    tell_with(&[BOUNCES], async |garden| {
        let tag = one_mail(&garden).await;
        let (place, _) = listening(&garden, anywhere(), Limits::default()).await;
        let mut server = Server::connect(&place).await;
        server.hear(1).await;
        let before = garden.whole_database().await;
        let own = format!("BOUNCES+{}@Moestuin.example", tag.to_uppercase());
        let letter = "Subject: dank\n\nDank je.\n";
        assert_eq!(server.hand_in("an@lezers.example", &own, letter).await, "550 5.7.1");
        assert_eq!(server.hand_in("", &own, letter).await, "250 2.0.0", "nobody is told who did not write");
        // Whoever wants to leave and names no mail of ours has not left, and hears so.
        let wish = "Subject: unsubscribe\n\n";
        assert_eq!(server.hand_in("an@lezers.example", "bounces@moestuin.example", wish).await, "550 5.7.1");
        server.say("MAIL FROM:<>\nRCPT TO:<an@lezers.example>\nRCPT TO:<bounces@elders.example>\nDATA\n").await;
        assert_eq!(server.hear(4).await, ["250 2.1.0", "550 5.1.1", "550 5.1.1", "503 5.5.1"]);
        assert_eq!(garden.whole_database().await, before);
        server.say("RSET\n").await;
        server.hear(1).await;
        assert_eq!(server.hand_in("an@lezers.example", &own, wish).await, "250 2.0.0");
        assert_eq!(status(&garden).await, Status::Unsubscribed);
    });
}

#[test]
fn who_is_to_be_answered_hands_in_no_bounce_but_may_complain() {
    tell_with(&[BOUNCES], async |garden| {
        let tag = one_mail(&garden).await;
        let (place, _) = listening(&garden, anywhere(), Limits::default()).await;
        let mut server = Server::connect(&place).await;
        server.hear(1).await;
        let own = format!("bounces+{tag}@moestuin.example");
        let before = garden.whole_database().await;
        for name in ["letter-that-answers-in-words-of-failure", "letter-about-a-mail-that-did-not-come", "hard-qmail"] {
            assert_eq!(server.hand_in("piet@lezers.example", &own, &shape(name, &tag)).await, "550 5.7.1", "{name}");
        }
        assert_eq!(garden.whole_database().await, before);
        // What looks like a report by a program is kept, and ends nothing.
        server.hand_in("postmaster@lezers.example", &own, &shape("hard-postfix", &tag)).await;
        assert_eq!(status(&garden).await, Status::Active);
        assert_eq!(server.hand_in("fbl@groot.example", &own, &shape("complaint-abuse", &tag)).await, "250 2.0.0");
        assert_eq!(status(&garden).await, Status::Unsubscribed);
    });
}

#[test]
fn what_is_no_lmtp_costs_little_and_what_is_too_long_is_refused() {
    tell_with(&[BOUNCES], async |garden| {
        let tag = one_mail(&garden).await;
        let short = Duration::from_millis(300);
        let limits =
            Limits { connections: 2, silence: short, mail_bytes: 20_000, kept_bytes: 10_000, ..Limits::default() };
        let (place, stop) = listening(&garden, anywhere(), limits).await;
        let mut server = Server::connect(&place).await;
        server.hear(1).await;
        server.say("EHLO mx.lezers.example\nGET / HTTP/1.1\nRCPT TO:<x@y>\nMAIL FROM:x\nDATA\nNOOP\nRSET\n").await;
        let codes = server.hear(7).await;
        assert_eq!(codes, ["500 5.5.1", "500 5.5.1", "503 5.5.1", "501 5.5.4", "503 5.5.1", "250 2.0.0", "250 2.0.0"]);
        server.say(&format!("{}\n", "x".repeat(200_000))).await;
        assert_eq!(server.hear(1).await, ["500 5.5.1"]);
        let own = format!("bounces+{tag}@moestuin.example");
        let long = format!("{}\n{}", shape("hard-postfix", &tag), "een regel van het bericht\n".repeat(500));
        assert_eq!(server.hand_in("", &own, &long).await, "250 2.0.0", "its beginning says all");
        assert_eq!(status(&garden).await, Status::Unsubscribed);
        assert_eq!(server.hand_in("", &own, &"x\n".repeat(20_000)).await, "552 5.3.4");
        assert_eq!(server.hear(1).await, ["gone"], "who says nothing is hung up on");
        let mut server = Server::connect(&place).await;
        server.hear(1).await;
        stop.cancel();
        assert_eq!(server.hear(2).await, ["421 4.3.2", "gone"]);
    });
}

#[test]
fn a_socket_is_taken_over_from_the_dead_and_not_from_the_living() {
    tell_with(&[BOUNCES], async |garden| {
        let tag = one_mail(&garden).await;
        let path = garden.root().join("lmtp.sock");
        drop(std::os::unix::net::UnixListener::bind(&path).unwrap());
        let place: Place = path.to_str().unwrap().parse().unwrap();
        let (_, stop) = listening(&garden, place.clone(), Limits::default()).await;
        assert!(Door::open(&place).await.is_err(), "somebody listens there");
        let mut server = Server(BufReader::new(UnixStream::connect(&path).await.unwrap()));
        server.hear(1).await;
        let own = format!("bounces+{tag}@moestuin.example");
        assert_eq!(server.hand_in("", &own, &shape("hard-postfix", &tag)).await, "250 2.0.0");
        assert_eq!(status(&garden).await, Status::Unsubscribed);
        stop.cancel();
        server.hear(2).await;
        garden.write("notes.txt", "");
        let file: Place = garden.root().join("notes.txt").to_str().unwrap().parse().unwrap();
        assert!(Door::open(&file).await.is_err() && garden.has("notes.txt"), "a file is not removed");
    });
}
