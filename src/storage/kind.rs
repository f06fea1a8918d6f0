//! What a delivery is: which mail, for whom, and whether it goes first.

use std::{fmt, str::FromStr};

/// What a delivery is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Part of an issue.
    Digest,
    /// "Is it you?": the one mail a pending subscriber gets.
    Confirmation,
    /// "There you are", with the latest posts.
    Welcome,
    /// "Is this your new address?", to that address.
    Move,
    /// "Your address is about to change", to the old one.
    Moving,
    /// "You subscribe already", to who asks again.
    Known,
}

impl Kind {
    const ALL: [Self; 6] = [Self::Digest, Self::Confirmation, Self::Welcome, Self::Move, Self::Moving, Self::Known];

    /// The word in the database and in logs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Digest => "digest",
            Self::Confirmation => "confirmation",
            Self::Welcome => "welcome",
            Self::Move => "move",
            Self::Moving => "moving",
            Self::Known => "known",
        }
    }

    /// Whether it answers something its subscriber just did, and so goes first.
    pub fn is_administrative(self) -> bool {
        self != Self::Digest
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Kind {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let known = Self::ALL.into_iter().find(|kind| kind.as_str() == text);
        known.ok_or_else(|| format!("{text:?} is no kind of delivery"))
    }
}
