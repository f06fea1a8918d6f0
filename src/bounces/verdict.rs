//! What a bounce says about an address: a status code, and where that says little, the words beside it.

use std::{fmt, str::FromStr};

/// What came back, as far as it matters to whom it came back from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// Nobody is at this address: nothing more is sent there.
    Hard,
    /// It could not be delivered this time; if that goes on, nothing more is sent there.
    Soft,
    /// Our mail was not wanted, whoever it was for: reputation, authentication, content. It says nothing
    /// against the address.
    Policy,
    /// The reader told their provider that they do not want it: nothing more is sent there.
    Complaint,
    /// An automatic answer: the mail arrived.
    Reply,
    /// Not yet delivered, or delivered: nothing came back.
    Notice,
    /// The reader asks to leave: their mail program wrote to the address in the mail's List-Unsubscribe.
    Leave,
}

/// The text names no verdict.
#[derive(Debug, thiserror::Error)]
#[error("{0:?} is no kind of bounce")]
pub struct NotAVerdict(String);

impl Verdict {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Hard, Self::Soft, Self::Policy, Self::Complaint, Self::Reply, Self::Notice, Self::Leave];

    /// The word in the database and in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Hard => "hard",
            Self::Soft => "soft",
            Self::Policy => "policy",
            Self::Complaint => "complaint",
            Self::Reply => "reply",
            Self::Notice => "notice",
            Self::Leave => "leave",
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Verdict {
    type Err = NotAVerdict;

    fn from_str(text: &str) -> Result<Self, NotAVerdict> {
        Self::ALL.into_iter().find(|verdict| verdict.as_str() == text).ok_or_else(|| NotAVerdict(text.to_owned()))
    }
}

/// An enhanced status code (RFC 3463): class, subject, detail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Status(pub u8, pub u16, pub u16);

impl Status {
    /// The first status in a text, `5.1.1` or `#5.1.1`; not the beginning of an IP address or of a version.
    pub fn find(text: &str) -> Option<Self> {
        let is_part = |c: char| c.is_ascii_digit() || c == '.';
        text.split(|c: char| !is_part(c)).find_map(|word| word.trim_matches('.').parse().ok())
    }

    /// Whether it will not get better: of the class 5.
    pub fn is_permanent(self) -> bool {
        self.0 == 5
    }
}

impl FromStr for Status {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut numbers = text.split('.').map(|number| number.parse::<u16>().ok().filter(|number| *number < 1_000));
        match (numbers.next().flatten(), numbers.next().flatten(), numbers.next().flatten(), numbers.next()) {
            (Some(class @ (2 | 4 | 5)), Some(subject), Some(detail), None) => Ok(Self(class as u8, subject, detail)),
            _ => Err(()),
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.0, self.1, self.2)
    }
}

/// Words of those who do not want our mail.
const UNWANTED: [&str; 28] = [
    "spam",
    "blocked",
    "blacklist",
    "block list",
    "blocklist",
    "black list",
    "reputation",
    "policy",
    "dmarc",
    "spf ",
    "dkim",
    "unsolicited",
    "bulk mail",
    "junk",
    "rbl",
    "spamhaus",
    "barracuda",
    "not authorized",
    "access denied",
    "relaying denied",
    "relay access",
    "authentication required",
    "unauthenticated",
    "rate limit",
    "too many messages",
    "content rejected",
    "virus",
    "message size",
];

/// Words for somebody who is not there.
const NOBODY: [&str; 52] = [
    "user unknown",
    "unknown user",
    "no such user",
    "no such recipient",
    "no such mailbox",
    "no such address",
    "unknown recipient",
    "recipient unknown",
    "unknown address",
    "recipient not found",
    "user not found",
    "mailbox not found",
    "address not found",
    "could not be found",
    "wasn't found",
    "does not exist",
    "doesn't exist",
    "not exist",
    "invalid recipient",
    "invalid mailbox",
    "invalid address",
    "recipient rejected",
    "address rejected",
    "no mailbox",
    "mailbox unavailable",
    "unrouteable address",
    "unroutable address",
    "not a known user",
    "isn't a valid",
    "not a valid",
    "account is disabled",
    "account has been disabled",
    "account is inactive",
    "account inactive",
    "account that you tried to reach is",
    "mailbox disabled",
    "no longer available",
    "no longer valid",
    "no longer active",
    "no longer in use",
    "no longer works",
    "not listed in",
    "not our customer",
    "doesn't have a",
    "bestaat niet",
    "onbekende gebruiker",
    "existiert nicht",
    "unbekannter",
    "n'existe pas",
    "utilisateur inconnu",
    "destinataire inconnu",
    "no account by that name",
];

/// Words for a mailbox that takes nothing now.
const FULL: [&str; 16] = [
    "mailbox full",
    "mailbox is full",
    "inbox is full",
    "out of storage",
    "over quota",
    "overquota",
    "quota exceeded",
    "exceeded quota",
    "exceeded its quota",
    "exceeds quota",
    "storage exceeded",
    "insufficient system storage",
    "mailbox size limit",
    "postvak is vol",
    "postfach voll",
    "boîte pleine",
];

/// Whether one of these words is in a text, which is in lower case.
fn says(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// What a failed delivery says about its address, from the status and what was said with it. Who is
/// in doubt is soft: a good address that is dropped never comes back.
pub fn classify(status: Option<Status>, words: &str) -> Verdict {
    let words = words.to_lowercase();
    let by_words = || {
        if says(&words, &FULL) {
            Verdict::Soft
        } else if says(&words, &UNWANTED) {
            Verdict::Policy
        } else if says(&words, &NOBODY) {
            Verdict::Hard
        } else {
            Verdict::Soft
        }
    };
    match status {
        // Of our own: who may send (RFC 7372), what may be sent, and the sender's own address.
        Some(Status(_, 7, _) | Status(5, 6, _) | Status(5, 3, 4) | Status(5, 1, 7 | 8)) => Verdict::Policy,
        Some(status) if !status.is_permanent() => Verdict::Soft,
        Some(Status(_, 1, 1 | 2 | 3 | 6 | 10)) if !says(&words, &FULL) && !says(&words, &["spamhaus", "blacklist"]) => {
            Verdict::Hard
        }
        // Gmail says 5.2.1 also of an address that gets too much at the moment.
        Some(Status(_, 2 | 4, _)) => Verdict::Soft,
        _ => by_words(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_is_found_where_it_is_and_nowhere_else() {
        for (text, found) in [
            ("5.1.1", Some("5.1.1")),
            ("550 5.1.1 <an@example.org>: unknown", Some("5.1.1")),
            ("550-5.7.26 unauthenticated", Some("5.7.26")),
            ("(#5.1.1)", Some("5.1.1")),
            ("4.2.2 (over quota).", Some("4.2.2")),
            ("host mx.example.org[192.0.2.1] said: 550 no", None),
            ("connect to 5.1.1.1 failed, qmail 1.03, version 3.1.2", None),
            ("", None),
        ] {
            assert_eq!(Status::find(text).map(|status| status.to_string()).as_deref(), found, "{text}");
        }
    }

    #[test]
    fn a_code_decides_where_it_says_something_and_the_words_where_it_does_not() {
        use Verdict::{Hard, Policy, Soft};
        for (status, words, verdict) in [
            ("5.1.1", "user unknown", Hard),
            ("5.1.1", "", Hard),
            ("5.1.10", "recipient not found by SMTP address lookup", Hard),
            ("5.1.2", "bad destination", Hard),
            ("5.0.0", "550 no such user here", Hard),
            ("5.0.0", "554 delivery error: dd This user doesn't have a yahoo.com account", Hard),
            ("5.0.0", "552 mailbox full", Soft),
            ("5.0.0", "unknown failure", Soft),
            ("5.0.0", "554 message rejected as spam, user unknown", Policy),
            ("5.2.1", "the user you are trying to contact is receiving mail at a rate that", Soft),
            ("5.2.2", "mailbox full and inactive", Soft),
            ("5.4.4", "host not found", Soft),
            ("5.4.1", "recipient address rejected: access denied", Soft),
            ("5.7.1", "user unknown", Policy),
            ("5.7.26", "this mail is unauthenticated", Policy),
            ("5.7.515", "access denied, sending domain does not meet the required level", Policy),
            ("5.3.4", "message too big", Policy),
            ("5.3.0", "other trouble", Soft),
            ("5.6.0", "not rfc 5322 compliant", Policy),
            ("5.1.8", "sender address rejected: domain not found", Policy),
            ("5.1.1", "mailbox is full", Soft),
            ("4.4.7", "delivery time expired", Soft),
            ("4.7.28", "unusual rate of mail", Policy),
        ] {
            assert_eq!(classify(status.parse().ok(), words), verdict, "{status} {words}");
        }
        for (words, verdict) in [
            ("sorry, no mailbox here by that name. (#5.1.1)", Hard),
            ("het postvak bestaat niet", Hard),
            ("der empfänger existiert nicht", Hard),
            ("votre message a été bloqué: spam", Policy),
            ("the mailbox is full", Soft),
            ("something went wrong", Soft),
        ] {
            assert_eq!(classify(None, words), verdict, "{words}");
        }
    }

    #[test]
    fn a_verdict_is_read_as_it_is_written() {
        for verdict in Verdict::ALL {
            assert_eq!(verdict.to_string().parse::<Verdict>().unwrap(), verdict);
        }
    }
}
