//! What became of one attempt, and why somebody gets none.

use std::{fmt, str::FromStr};

/// What became of one attempt to send a delivery, as the worker reports it.
/// Replies hold what the relay said, without the recipient's address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The relay took responsibility: 2xx after the final dot.
    Accepted {
        /// What it said.
        reply: String,
    },
    /// The relay wants it later: 4xx.
    Deferred {
        /// What it said.
        reply: String,
    },
    /// The relay will never take it: 5xx about this recipient or mail.
    Rejected {
        /// What it said.
        reply: String,
    },
    /// The relay does not want our mail, whoever it is for: 5xx about authentication, reputation or content. It is
    /// nobody's attempt, and says nothing against the address.
    Refused {
        /// What it said.
        reply: String,
    },
    /// The last byte may have arrived, the answer did not.
    Uncertain {
        /// What cut it off.
        reason: String,
    },
    /// The relay itself failed before the last byte: it is nobody's attempt, and the
    /// delivery waits as it did before.
    Fault {
        /// What failed.
        reason: String,
    },
}

impl Outcome {
    /// What is kept about it for people to read.
    pub fn detail(&self) -> &str {
        match self {
            Self::Accepted { reply }
            | Self::Deferred { reply }
            | Self::Rejected { reply }
            | Self::Refused { reply } => reply,
            Self::Uncertain { reason } | Self::Fault { reason } => reason,
        }
    }
}

/// Why somebody who was due gets no mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Exclusion {
    /// A mail to them is on its way, so which posts they have is not known yet.
    /// The next digest carries what this one would have.
    InFlight,
    /// They unsubscribed after the issue was frozen.
    Unsubscribed,
    /// They began a pause after the issue was frozen. The first digest after it carries the posts.
    Paused,
    /// Their address must get no mail any more: it bounces, or they complained.
    Suppressed,
    /// Their language is no more. What is released until it comes back is theirs then, as far as it is no old news.
    NoLanguage,
}

/// The text names no exclusion.
#[derive(Debug, thiserror::Error)]
#[error("{0:?} is no reason for an exclusion")]
pub struct NotAnExclusion(String);

impl Exclusion {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::InFlight, Self::Unsubscribed, Self::Paused, Self::Suppressed, Self::NoLanguage];

    /// The word in the database and in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::InFlight => "in_flight",
            Self::Unsubscribed => "unsubscribed",
            Self::Paused => "paused",
            Self::Suppressed => "suppressed",
            Self::NoLanguage => "no_language",
        }
    }
}

impl fmt::Display for Exclusion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Exclusion {
    type Err = NotAnExclusion;

    fn from_str(text: &str) -> Result<Self, NotAnExclusion> {
        Self::ALL.into_iter().find(|reason| reason.as_str() == text).ok_or_else(|| NotAnExclusion(text.to_owned()))
    }
}
