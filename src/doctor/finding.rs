//! One thing that was looked at, how it is, and what to do.

use std::fmt;

use serde::Serialize;

/// How something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// As it should be.
    Good,
    /// It could not be seen from here.
    Unknown,
    /// Mail leaves, and some of it may not arrive.
    Doubtful,
    /// Mail does not arrive, or not everywhere.
    Wrong,
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What it is about, in a word: `relay`, `SPF`.
    pub topic: &'static str,
    /// How it is.
    pub standing: Standing,
    /// What was seen.
    pub message: String,
    /// What to do: a record to publish or a command, word for word.
    pub remedy: Option<String>,
}

impl Finding {
    /// Everything is as it should be.
    pub fn good(topic: &'static str, message: impl Into<String>) -> Self {
        Self { topic, standing: Standing::Good, message: message.into(), remedy: None }
    }

    /// It could not be seen.
    pub fn unknown(topic: &'static str, message: impl Into<String>) -> Self {
        Self { topic, standing: Standing::Unknown, message: message.into(), remedy: None }
    }

    /// Some mail may not arrive.
    pub fn doubtful(topic: &'static str, message: impl Into<String>) -> Self {
        Self { topic, standing: Standing::Doubtful, message: message.into(), remedy: None }
    }

    /// Mail does not arrive.
    pub fn wrong(topic: &'static str, message: impl Into<String>) -> Self {
        Self { topic, standing: Standing::Wrong, message: message.into(), remedy: None }
    }

    /// Says what to do.
    #[must_use]
    pub fn remedy(mut self, remedy: impl Into<String>) -> Self {
        self.remedy = Some(remedy.into());
        self
    }
}

impl fmt::Display for Standing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Good => "✓",
            Self::Unknown => "?",
            Self::Doubtful => "!",
            Self::Wrong => "✗",
        })
    }
}
