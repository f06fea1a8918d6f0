//! What a relay's reply means for the one mail it is about.

use lettre::transport::smtp::{Error, response::Response};

pub(super) use crate::bounces::redact;
use crate::{
    bounces::{Status, Verdict, classify},
    line::one_line,
    outbox::Outcome,
};

/// What is kept of a reply: enough for an explanation with a link in it.
const LONGEST_TEXT_CHARS: usize = 500;

/// A reply as a relay gave it (RFC 5321 section 4.2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reply {
    code: u16,
    text: String,
}

/// What came back for a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Answer {
    /// A reply.
    Reply(Reply),
    /// The connection broke, or what came was no reply.
    Lost(String),
    /// Nothing, for as long as a relay may take.
    Silence,
}

impl Reply {
    #[cfg(test)]
    fn new(code: u16, text: &str) -> Self {
        Self { code, text: text.to_owned() }
    }

    /// 2xx: done.
    pub(super) fn is_done(&self) -> bool {
        self.code / 100 == 2
    }

    /// 354: send the mail.
    pub(super) fn invites_mail(&self) -> bool {
        self.code == 354
    }

    /// 421: the relay closes the connection, whatever was asked of it.
    pub(super) fn closes(&self) -> bool {
        self.code == 421
    }

    /// Whether a refusal is about the dialog, about how the relay is set up, or about how much of ours it takes, which no
    /// recipient can help (RFC 5321 section 4.2.2, RFC 4954 section 6, RFC 3463 sections 3.4 to 3.6).
    fn is_about_us(&self) -> bool {
        /// The routing status that providers give for a daily limit.
        const LIMIT_REACHED: (u16, u16) = (4, 5);
        let is_dialog = matches!(self.code, 500..=504 | 530..=538 | 555);
        is_dialog
            || Status::find(&self.text).is_some_and(|Status(_, subject, detail)| {
                matches!(subject, 3 | 5) || (subject, detail) == LIMIT_REACHED
            })
    }

    /// For the ledger: without the recipient's address, which relays like to repeat.
    pub(super) fn without(&self, address: &str) -> String {
        let text = redact(&self.text, address);
        let text: String = text.chars().take(LONGEST_TEXT_CHARS).collect();
        format!("{} {text}", self.code).trim_end().to_owned()
    }
}

impl Answer {
    /// Reads what lettre makes of a reply; a negative one is an error there.
    pub(super) fn read(result: Result<Response, Error>) -> Self {
        match result {
            Ok(response) => {
                let text = response.message().collect::<Vec<_>>().join(" ");
                Self::Reply(Reply { code: response.code().into(), text })
            }
            Err(error) => match error.status() {
                Some(code) => {
                    let text = std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default();
                    Self::Reply(Reply { code: code.into(), text })
                }
                None => Self::Lost(in_words(&error)),
            },
        }
    }

    /// Whether it is a reply with this code.
    pub(super) fn is(&self, code: u16) -> bool {
        matches!(self, Self::Reply(reply) if reply.code == code)
    }

    /// In words, for the ledger.
    pub(super) fn describe(&self, address: &str) -> String {
        match self {
            Self::Reply(reply) => reply.without(address),
            Self::Lost(reason) => redact(reason, address),
            Self::Silence => "no answer in time".to_owned(),
        }
    }
}

/// Why there is no reply: what lettre says of it is for whoever reads its code.
fn in_words(error: &Error) -> String {
    let text = one_line(&error.to_string());
    match text.strip_prefix("response error: ") {
        Some(rest) if rest.contains("incomplete") => "the relay hung up".to_owned(),
        Some(rest) => {
            let said = rest.split_once(" at: ").map_or(rest, |(_, said)| said);
            format!("what it says is no reply of a mail server: {said:?}")
        }
        None => text,
    }
}

/// What a refused recipient or a refused DATA means: the mail has not left.
pub(super) fn refused(answer: &Answer, address: &str) -> Outcome {
    let text = answer.describe(address);
    match answer {
        // Out of step, as after a reply that was lost: the next connection is not.
        Answer::Reply(reply) if reply.code / 100 == 4 || reply.code == 503 => Outcome::Deferred { reply: text },
        Answer::Reply(reply) if reply.code / 100 == 5 => rejected(reply, text),
        // Neither yes nor no, where yes was not understood as such: the dialog is broken.
        Answer::Reply(_) => Outcome::Fault { reason: format!("it answers what makes no sense: {text}") },
        // It may be this mail that breaks the relay, so the attempt counts, and ends some day.
        Answer::Lost(_) | Answer::Silence => Outcome::Deferred { reply: text },
    }
}

/// What the answer to the final dot means. Only a 2xx is acceptance, only a 4xx or 5xx
/// refusal; after anything else the relay may have the mail (RFC 1047).
pub(super) fn settled(answer: &Answer, address: &str) -> Outcome {
    let text = answer.describe(address);
    match answer {
        Answer::Reply(reply) => match reply.code / 100 {
            2 => Outcome::Accepted { reply: text },
            4 => Outcome::Deferred { reply: text },
            5 => rejected(reply, text),
            _ => Outcome::Uncertain { reason: text },
        },
        Answer::Lost(_) | Answer::Silence => Outcome::Uncertain { reason: format!("after the last byte: {text}") },
    }
}

/// A 5xx: about this recipient, or about all mail of ours.
fn rejected(reply: &Reply, text: String) -> Outcome {
    match classify(Status::find(&text), &text) {
        Verdict::Policy => Outcome::Refused { reply: text },
        Verdict::Hard => Outcome::Rejected { reply: text },
        _ if reply.is_about_us() => Outcome::Refused { reply: text },
        _ => Outcome::Rejected { reply: text },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reply(code: u16, text: &str) -> Answer {
        Answer::Reply(Reply::new(code, text))
    }

    #[test]
    fn only_a_2xx_after_the_last_byte_is_acceptance() {
        let outcome = |answer| settled(&answer, "an@example.org");
        assert_eq!(outcome(reply(250, "2.0.0 queued")), Outcome::Accepted { reply: "250 2.0.0 queued".to_owned() });
        assert!(matches!(outcome(reply(251, "")), Outcome::Accepted { .. }));
        assert!(matches!(outcome(reply(451, "4.3.0 later")), Outcome::Deferred { .. }));
        assert!(matches!(outcome(reply(421, "closing")), Outcome::Deferred { .. }));
        assert!(matches!(outcome(reply(550, "5.2.0 no")), Outcome::Rejected { .. }));
        assert!(matches!(outcome(reply(554, "5.7.1 spam")), Outcome::Refused { .. }));
        for odd in [reply(354, "go on"), reply(334, ""), Answer::Lost("cut".to_owned()), Answer::Silence] {
            assert!(matches!(outcome(odd), Outcome::Uncertain { .. }));
        }
    }

    #[test]
    fn before_the_last_byte_nothing_is_uncertain() {
        let outcome = |answer| refused(&answer, "an@example.org");
        for (code, text) in [(450, "4.2.0 greylisted"), (452, "4.2.2 full"), (451, "")] {
            assert!(matches!(outcome(reply(code, text)), Outcome::Deferred { .. }), "{code}");
        }
        // The basic code decides when the enhanced one says something else.
        assert!(matches!(outcome(reply(450, "5.7.32 alignment")), Outcome::Deferred { .. }));
        for (code, text) in [(550, "5.1.1 unknown"), (550, ""), (552, "5.2.2 full"), (550, "5.5.0 mailbox unavailable")]
        {
            assert!(matches!(outcome(reply(code, text)), Outcome::Rejected { .. }), "{code}");
        }
        for text in ["5.7.1 no", "5.7.26 unauthenticated", "Service unavailable; client host blocked"] {
            assert!(matches!(outcome(reply(554, text)), Outcome::Refused { .. }), "{text}");
        }
        // What no recipient can help waits, and is nobody's bounce.
        for (code, text) in [
            (550, "5.4.5 Daily user sending limit exceeded"),
            (554, "5.3.5 system incorrectly configured"),
            (555, "5.5.4 unsupported option: NOTIFY"),
            (504, "5.5.2 <vm>: Helo command rejected: need fully-qualified hostname"),
            (554, "5.5.1 no"),
            (500, "5.3.0"),
            (530, "5.7.0 authentication required"),
            (535, ""),
        ] {
            assert!(matches!(outcome(reply(code, text)), Outcome::Refused { .. }), "{code} {text}");
        }
        for code in [421, 503] {
            assert!(matches!(outcome(reply(code, "")), Outcome::Deferred { .. }), "{code}");
        }
        assert!(matches!(outcome(reply(250, "")), Outcome::Fault { .. }));
        for lost in [Answer::Lost("cut".to_owned()), Answer::Silence] {
            assert!(matches!(outcome(lost), Outcome::Deferred { .. }));
        }
    }

    #[test]
    fn the_recipient_is_not_in_what_is_kept() {
        let kept = reply(550, "5.1.1 <AN@Example.org>: an@example.org unknown").describe("an@example.org");
        assert_eq!(kept, "550 5.1.1 <recipient>: recipient unknown");
        let others = "4.7.28 too many for <jan.jansen@elders.example>, ask chief.admin@relay.example.";
        assert_eq!(
            reply(450, others).describe("an@example.org"),
            "450 4.7.28 too many for <…@elders.example>, ask …@relay.example."
        );
        assert_eq!(
            reply(535, "5.7.8 authentication failed for a").describe("a"),
            "535 5.7.8 authentication failed for recipient"
        );
        assert_eq!(reply(550, &"é".repeat(9_000)).describe("").chars().count(), 504);
        assert_eq!(reply(550, "").describe("x"), "550");
    }
}
