//! What a bounce can say about an address, and the status codes by which it says it.

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
    fn a_verdict_is_read_as_it_is_written() {
        for verdict in Verdict::ALL {
            assert_eq!(verdict.to_string().parse::<Verdict>().unwrap(), verdict);
        }
    }
}
