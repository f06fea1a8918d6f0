//! One mail server that hands over what came back.

use std::io::{self, ErrorKind};

use tokio::{
    io::{AsyncBufReadExt as _, AsyncRead, AsyncWrite, AsyncWriteExt as _, BufReader},
    time::timeout,
};

use super::{Desk, Limits, command::Command};
use crate::{
    bounces::{self, Returned, Verdict},
    clock::Timestamp,
    storage::{Recorded, Store},
};

/// A dialog with one mail server.
pub(super) struct Session<S> {
    stream: BufReader<S>,
    desk: Desk,
    limits: Limits,
    envelope: Envelope,
}

/// What was said of the mail that comes next.
#[derive(Default)]
struct Envelope {
    sender: Option<String>,
    recipients: Vec<String>,
}

impl<S: AsyncRead + AsyncWrite + Unpin> Session<S> {
    pub(super) fn new(stream: S, desk: Desk, limits: Limits) -> Self {
        Self { stream: BufReader::new(stream), desk, limits, envelope: Envelope::default() }
    }

    /// Answers until the other side is done.
    pub(super) async fn run(&mut self) -> io::Result<()> {
        self.say("220 postduif takes what comes back (LMTP)").await?;
        loop {
            let mut line = Vec::new();
            if !self.read_line(&mut line, self.limits.line_bytes).await? {
                return Ok(());
            }
            match Command::parse(&String::from_utf8_lossy(&line)) {
                Command::Quit => return self.say("221 2.0.0 bye").await,
                Command::Data => self.data().await?,
                command => {
                    let answer = self.answer(command);
                    self.say(&answer).await?;
                }
            }
        }
    }

    /// Says that it is over, to whoever still listens.
    pub(super) async fn take_leave(&mut self) {
        // Without it they find out by themselves.
        let _ = self.say("421 4.3.2 closing").await;
    }

    fn answer(&mut self, command: Command) -> String {
        let answer = match command {
            Command::Hello => {
                let size = self.limits.mail_bytes;
                return format!(
                    "250-postduif\r\n250-PIPELINING\r\n250-ENHANCEDSTATUSCODES\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 SIZE {size}"
                );
            }
            Command::WrongHello => "500 5.5.1 this is LMTP, which begins with LHLO",
            Command::From(_) if self.envelope.sender.is_some() => "503 5.5.1 the mail before is not over",
            Command::From(sender) => {
                self.envelope.sender = Some(sender);
                "250 2.1.0 ok"
            }
            Command::To(_) if self.envelope.sender.is_none() => "503 5.5.1 MAIL comes first",
            Command::To(_) if self.envelope.recipients.len() >= self.limits.recipients => {
                "452 4.5.3 too many recipients"
            }
            Command::To(recipient) if self.is_ours(&recipient) => {
                self.envelope.recipients.push(recipient);
                "250 2.1.5 ok"
            }
            Command::To(_) => "550 5.1.1 nothing of ours comes back to this address",
            Command::Reset => {
                self.envelope = Envelope::default();
                "250 2.0.0 ok"
            }
            Command::Nothing => "250 2.0.0 ok",
            Command::Garbled => "501 5.5.4 that names no address",
            Command::Unknown | Command::Data | Command::Quit => "500 5.5.1 that is no command here",
        };
        answer.to_owned()
    }

    /// Whether our mail comes back to an address: to that of all bounces, or to one with a delivery's name behind it.
    fn is_ours(&self, recipient: &str) -> bool {
        let Some((local, domain)) = recipient.rsplit_once('@') else { return false };
        let local = local.split_once('+').map_or(local, |(base, _)| base);
        let returns = &self.desk.returns;
        local.eq_ignore_ascii_case(returns.user()) && domain.eq_ignore_ascii_case(returns.domain())
    }

    /// Takes a mail, and answers once for each recipient (RFC 2033 section 4.2).
    async fn data(&mut self) -> io::Result<()> {
        if self.envelope.recipients.is_empty() {
            return self.say("503 5.5.1 there is no recipient").await;
        }
        self.say("354 go on").await?;
        let mail = self.read_mail().await?;
        let Envelope { sender, recipients } = std::mem::take(&mut self.envelope);
        let mut answers = Vec::with_capacity(recipients.len());
        for recipient in &recipients {
            answers.push(match &mail {
                Some(mail) => self.deal_with(mail, sender.as_deref().unwrap_or_default(), recipient).await,
                None => "552 5.3.4 nothing that was sent from here is so long",
            });
        }
        self.say(&answers.join("\r\n")).await
    }

    /// Writes down what a mail says. A letter of a reader goes back to them: nobody reads what comes in here.
    async fn deal_with(&self, mail: &[u8], sender: &str, recipient: &str) -> &'static str {
        let Desk { store, key, clock, .. } = &self.desk;
        let arrived = bounces::Envelope { sender: Some(sender), recipient: Some(recipient) };
        let returned = Returned::read(mail, arrived, key, clock.now());
        match note(store, &returned, clock.now()).await {
            Some(Recorded::NoBounce) if !sender.is_empty() => "550 5.7.1 this address is read by a program alone",
            Some(Recorded::NotOurs) if returned.verdict == Some(Verdict::Leave) => {
                "550 5.7.1 that names no mail of ours; leave by the link at its end"
            }
            Some(_) => "250 2.0.0 noted",
            None => "451 4.3.0 it cannot be written down now",
        }
    }

    /// Reads up to the final dot; `None` if that is longer than anything is.
    async fn read_mail(&mut self) -> io::Result<Option<Vec<u8>>> {
        let (mut mail, mut length) = (Vec::new(), 0);
        loop {
            let mut line = Vec::new();
            if !self.read_line(&mut line, self.limits.kept_bytes).await? {
                return Err(ErrorKind::UnexpectedEof.into());
            }
            if matches!(line.as_slice(), b".\r\n" | b".\n") {
                return Ok((length <= self.limits.mail_bytes).then_some(mail));
            }
            let line = line.strip_prefix(b".").unwrap_or(&line);
            length += line.len();
            let room = self.limits.kept_bytes - mail.len();
            mail.extend_from_slice(&line[..line.len().min(room)]);
        }
    }

    /// Reads a line; `false` if there is none any more. What is beyond `most` bytes of it is passed over.
    async fn read_line(&mut self, line: &mut Vec<u8>, most: usize) -> io::Result<bool> {
        loop {
            let read = timeout(self.limits.silence, self.stream.fill_buf()).await;
            let bytes = read.map_err(|_| ErrorKind::TimedOut)??;
            if bytes.is_empty() {
                return Ok(false);
            }
            let end = bytes.iter().position(|byte| *byte == b'\n').map(|at| at + 1);
            let count = end.unwrap_or(bytes.len());
            let room = most - line.len();
            line.extend_from_slice(&bytes[..count.min(room)]);
            self.stream.consume(count);
            if end.is_some() {
                return Ok(true);
            }
        }
    }

    async fn say(&mut self, answer: &str) -> io::Result<()> {
        self.stream.write_all(format!("{answer}\r\n").as_bytes()).await?;
        self.stream.flush().await
    }
}

/// Writes down what came back; `None` if the database failed.
async fn note(store: &Store, returned: &Returned, now: Timestamp) -> Option<Recorded> {
    match store.record_bounce(returned, now).await {
        Ok(recorded) => {
            let verdict = returned.verdict.map(|verdict| verdict.as_str());
            let delivery = match recorded {
                Recorded::Suppressed(delivery)
                | Recorded::Noted(delivery)
                | Recorded::Left(delivery)
                | Recorded::Known(delivery) => Some(delivery.0),
                Recorded::NotOurs | Recorded::NoBounce => None,
            };
            tracing::info!(verdict, delivery, "a mail came back");
            Some(recorded)
        }
        Err(error) => {
            tracing::warn!(%error, "cannot write down what came back; the mail server keeps it");
            None
        }
    }
}
