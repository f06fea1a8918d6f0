//! One mail over one connection: MAIL, RCPT, DATA, and the mail itself.

use std::{fmt::Display, iter, time::Duration};

use lettre::transport::smtp::{
    client::AsyncSmtpConnection,
    commands::{Data, Mail, Quit, Rcpt, Rset},
    extension::{Extension, MailBodyParameter, MailParameter, RcptParameter},
};
use memchr::memmem;
use tokio::time::{Instant, timeout};

use super::{Timeouts, dial::Dialed, stream::Written};
use crate::{
    delivery::{
        Intent,
        reply::{Answer, refused, settled},
    },
    mail::ComposedMail,
    outbox::Outcome,
};

/// How long to wait for a good-bye that changes nothing.
const QUIT_TIMEOUT: Duration = Duration::from_secs(5);

/// A relay that answers within this time is asked together with the ledger: of what both take, the longer counts. With
/// one that takes its time, a mail would stand on the wire for longer than it has to.
const AT_ONCE: Duration = Duration::from_millis(10);

/// Why a relay does not get a mail; another may take it (RFC 6531 section 3.2).
pub(in crate::delivery) const NOT_INTERNATIONALIZED: &str = "the relay takes no internationalized addresses (5.6.7)";

/// A parameter is not known (RFC 5321 section 4.1.1.11).
const PARAMETER_UNKNOWN: u16 = 555;

/// An open dialog with a relay.
pub(super) struct Connection {
    smtp: AsyncSmtpConnection,
    written: Written,
    /// Whether the relay reports what becomes of a mail as it is told to (RFC 3461).
    reports: bool,
    /// Whether it takes several commands at once (RFC 2920): two round trips a mail in place of four.
    pipelines: bool,
    /// Transactions that were begun on it.
    pub(super) used: u32,
    /// When it was opened.
    pub(super) since: Instant,
    /// When the last one ended.
    pub(super) idle_since: Instant,
    /// A refused transaction is still open and has to be ended before the next.
    refused: bool,
    /// Whether it took the last recipient at once.
    is_prompt: bool,
}

/// What a transaction came to.
pub(super) struct Ended {
    pub(super) outcome: Outcome,
    /// Whether the connection may be used again.
    pub(super) reusable: bool,
    /// Whether the mail has not left and the connection may be to blame, not the mail:
    /// it broke or was closed by the relay between two mails, as relays do.
    pub(super) worth_a_new_connection: bool,
    /// Whether it did not take the parameters for reports that it offers to take.
    pub(super) cannot_report: bool,
}

impl Ended {
    fn before_data(answer: &Answer, outcome: Outcome) -> Self {
        let broken = match answer {
            Answer::Reply(reply) => reply.closes(),
            Answer::Lost(_) | Answer::Silence => true,
        };
        Self { outcome, reusable: !broken, worth_a_new_connection: broken, cannot_report: false }
    }

    /// An invited mail does not come: there is no way back but to hang up.
    fn broken_off(outcome: Outcome) -> Self {
        Self { outcome, reusable: false, worth_a_new_connection: false, cannot_report: false }
    }

    fn unsent(outcome: Outcome) -> Self {
        Self { reusable: true, ..Self::broken_off(outcome) }
    }
}

/// What a report is to be like: with the tag by which it is known again, and with no more of the mail than its
/// headers (RFC 3461 sections 4.3 and 4.4).
fn report_parameters(tag: &str) -> Vec<MailParameter> {
    let parameter = |keyword: &str, value: &str| MailParameter::Other {
        keyword: keyword.to_owned(),
        value: Some(value.to_owned()),
    };
    vec![parameter("RET", "HDRS"), parameter("ENVID", tag)]
}

/// Of what to report, and the address as it was before anybody forwarded the mail (RFC 3461 sections 4.1 and
/// 4.2); one beyond ASCII would have to be written in another way, and the tag says enough.
fn recipient_parameters(address: &str) -> Vec<RcptParameter> {
    let parameter =
        |keyword: &str, value: String| RcptParameter::Other { keyword: keyword.to_owned(), value: Some(value) };
    let original = address.is_ascii().then(|| parameter("ORCPT", format!("rfc822;{address}")));
    iter::once(parameter("NOTIFY", "FAILURE,DELAY".to_owned())).chain(original).collect()
}

/// A mail as it goes over the wire: a dot before each that begins a line, and one alone at the end (RFC 5321 section
/// 4.5.2). lettre goes through it byte by byte, which is a tenth of what sending costs.
fn until_the_dot(mail: &str) -> String {
    /// A dozen dots more than there were make no second allocation.
    const MORE: usize = 16;
    let mut wire = String::with_capacity(mail.len() + MORE);
    if mail.starts_with('.') {
        wire.push('.');
    }
    let mut rest = mail;
    while let Some(at) = memmem::find(rest.as_bytes(), b"\n.") {
        let (line, next) = rest.split_at(at + 1);
        wire.extend([line, "."]);
        rest = next;
    }
    wire.extend([rest, if mail.ends_with("\r\n") { ".\r\n" } else { "\r\n.\r\n" }]);
    wire
}

impl Connection {
    /// `reports` is false where the relay is known to offer more than it takes.
    pub(super) fn new(Dialed { smtp, offers, written }: Dialed, reports: bool) -> Self {
        let offered = |word: &str| offers.iter().any(|offer| offer == word);
        let (reports, pipelines) = (reports && offered("DSN"), offered("PIPELINING"));
        Self {
            smtp,
            written,
            reports,
            pipelines,
            used: 0,
            since: Instant::now(),
            idle_since: Instant::now(),
            refused: false,
            is_prompt: false,
        }
    }

    /// Sends one mail. The future must not be dropped: the connection would be out of step.
    pub(super) async fn send(&mut self, mail: &ComposedMail, intent: &mut Intent, timeouts: &Timeouts) -> Ended {
        if std::mem::take(&mut self.is_prompt) {
            intent.ask().await;
        }
        let ended = self.transact(mail, intent, timeouts).await;
        if ended.worth_a_new_connection || ended.cannot_report {
            intent.take_back().await;
        }
        ended
    }

    async fn transact(&mut self, mail: &ComposedMail, intent: &mut Intent, timeouts: &Timeouts) -> Ended {
        let address: &str = mail.to.as_ref();
        self.used += 1;
        // Nothing of the mail is on the wire, so it may stay where it is; of the dialog nobody knows how far it came.
        let opened = tokio::select! {
            opened = self.open(mail, timeouts) => opened,
            () = intent.stopped() => return Ended::broken_off(super::stopped()),
        };
        if let Err(ended) = opened {
            return ended;
        }
        if !self.is_prompt {
            // Of the time that the ledger gives for what is on the wire some is gone.
            intent.take_back().await;
        }
        // From here on nothing is tried again: the lease is that of a mail on the wire.
        let (granted, answer) = tokio::join!(intent.granted(), async {
            match self.pipelines {
                true => self.listen(timeouts.data).await,
                false => self.ask(Data, timeouts.data).await,
            }
        });
        if let Err(withheld) = granted {
            return Ended::broken_off(withheld.into());
        }
        if !matches!(&answer, Answer::Reply(reply) if reply.invites_mail()) {
            let ended = Ended::before_data(&answer, refused(&answer, address));
            return Ended { worth_a_new_connection: false, ..ended };
        }
        self.send_content(mail, timeouts).await
    }

    /// Names sender and recipient, and says DATA with them where the relay can take all at once.
    async fn open(&mut self, mail: &ComposedMail, timeouts: &Timeouts) -> Result<(), Ended> {
        let address: &str = mail.to.as_ref();
        if std::mem::take(&mut self.refused) {
            let answer = self.ask(Rset, timeouts.command).await;
            if !matches!(&answer, Answer::Reply(reply) if reply.is_done()) {
                return Err(self.relay_failed(&answer, address));
            }
        }
        let tag = mail.tag.as_deref().filter(|_| self.reports);
        let mut parameters = tag.map_or_else(Vec::new, report_parameters);
        // An address that is not ASCII stands in the To header too.
        if !mail.bytes.is_ascii() {
            if !self.smtp.server_info().supports_feature(Extension::SmtpUtfEight) {
                let reply = NOT_INTERNATIONALIZED.to_owned();
                return Err(Ended::unsent(Outcome::Rejected { reply }));
            }
            parameters.extend([MailParameter::SmtpUtfEight, MailParameter::Body(MailBodyParameter::EightBitMime)]);
        }

        let sender = Mail::new(Some(mail.from.clone()), parameters);
        let parameters = tag.map_or_else(Vec::new, |_| recipient_parameters(address));
        let recipient = Rcpt::new(mail.to.clone(), parameters);

        let begin = Instant::now();
        // Nothing here is about the recipient yet, so a refusal is about us.
        let answer = match self.pipelines {
            true => self.ask(format!("{sender}{recipient}{Data}"), timeouts.command).await,
            false => self.ask(sender, timeouts.command).await,
        };
        if !matches!(&answer, Answer::Reply(reply) if reply.is_done()) {
            let cannot_report = tag.is_some() && answer.is(PARAMETER_UNKNOWN);
            return Err(Ended { cannot_report, ..self.relay_failed(&answer, address) });
        }
        self.refused = true;
        let answer = match self.pipelines {
            true => self.listen(timeouts.command).await,
            false => self.ask(recipient, timeouts.command).await,
        };
        if !matches!(&answer, Answer::Reply(reply) if reply.is_done()) {
            let cannot_report = tag.is_some() && answer.is(PARAMETER_UNKNOWN);
            let ended = Ended { cannot_report, ..Ended::before_data(&answer, refused(&answer, address)) };
            return Err(match self.pipelines && ended.reusable {
                true => self.take_back_data(ended, timeouts).await,
                false => ended,
            });
        }
        self.is_prompt = begin.elapsed() < AT_ONCE;
        Ok(())
    }

    /// DATA was said before the recipient was refused. Who invites a mail to nobody gets its end alone, which
    /// nobody receives (RFC 2920 section 3.1).
    async fn take_back_data(&mut self, ended: Ended, timeouts: &Timeouts) -> Ended {
        let mut answer = self.listen(timeouts.data).await;
        if matches!(&answer, Answer::Reply(reply) if reply.invites_mail()) {
            answer = self.ask(".\r\n", timeouts.command).await;
        }
        let in_step = matches!(&answer, Answer::Reply(reply) if !reply.closes());
        Ended { reusable: in_step, ..ended }
    }

    /// Sends the mail and the dot that ends it in one piece, and waits for the answer.
    async fn send_content(&mut self, mail: &ComposedMail, timeouts: &Timeouts) -> Ended {
        let address: &str = mail.to.as_ref();
        let Ok(text) = str::from_utf8(&mail.bytes) else {
            return Ended::broken_off(Outcome::Rejected { reply: "not sent: the mail is no text".to_owned() });
        };
        let content = until_the_dot(text);
        let end = self.written.bytes() + content.len();
        let answer = self.ask(content, timeouts.content).await;
        if let Answer::Reply(reply) = &answer {
            self.refused = !reply.is_done();
            let reusable = !reply.closes();
            return Ended { reusable, ..Ended::broken_off(settled(&answer, address)) };
        }
        let has_left = self.written.bytes() >= end;
        let outcome = if has_left { settled(&answer, address) } else { refused(&answer, address) };
        Ended::broken_off(outcome)
    }

    /// Ends the dialog politely, but not at any price.
    pub(super) async fn quit(mut self) {
        self.ask(Quit, QUIT_TIMEOUT).await;
    }

    async fn ask(&mut self, command: impl Display, limit: Duration) -> Answer {
        match timeout(limit, self.smtp.command(command)).await {
            Ok(result) => Answer::read(result),
            Err(_) => Answer::Silence,
        }
    }

    /// Waits for the reply to a command that was sent together with others.
    async fn listen(&mut self, limit: Duration) -> Answer {
        match timeout(limit, self.smtp.read_response()).await {
            Ok(result) => Answer::read(result),
            Err(_) => Answer::Silence,
        }
    }

    /// Before a recipient was named: whatever it is, it is nobody's attempt.
    fn relay_failed(&mut self, answer: &Answer, address: &str) -> Ended {
        let reason = format!("the relay takes no mail: {}", answer.describe(address));
        Ended { worth_a_new_connection: true, ..Ended::broken_off(Outcome::Fault { reason }) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_of_a_mail_ends_it() {
        assert_eq!(until_the_dot("a: b\r\n\r\n.\r\n..x\r\n"), "a: b\r\n\r\n..\r\n...x\r\n.\r\n");
        assert_eq!(until_the_dot(".x\r\ny."), "..x\r\ny.\r\n.\r\n");
    }
}
