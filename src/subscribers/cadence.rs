//! How often a subscriber gets a digest.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// The pace of a digest. A digest goes to the subscribers who chose its pace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Cadence {
    /// As soon as there is something.
    Instant,
    /// Once a day.
    Daily,
    /// Once a week.
    Weekly,
    /// Once a month.
    Monthly,
}

/// The text is no cadence.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("{0:?} is no cadence: use instant, daily, weekly or monthly")]
pub struct NotACadence(String);

impl Cadence {
    /// All of them, the most frequent first.
    pub const ALL: [Self; 4] = [Self::Instant, Self::Daily, Self::Weekly, Self::Monthly];

    /// The word in files and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Instant => "instant",
            Self::Daily => "daily",
            Self::Weekly => "weekly",
            Self::Monthly => "monthly",
        }
    }
}

impl FromStr for Cadence {
    type Err = NotACadence;

    fn from_str(text: &str) -> Result<Self, NotACadence> {
        Self::ALL
            .into_iter()
            .find(|cadence| cadence.as_str().eq_ignore_ascii_case(text.trim()))
            .ok_or_else(|| NotACadence(text.to_owned()))
    }
}

impl fmt::Display for Cadence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cadence_is_read_as_it_is_written() {
        for cadence in Cadence::ALL {
            assert_eq!(cadence.to_string().parse(), Ok(cadence));
        }
        assert_eq!("Weekly ".parse(), Ok(Cadence::Weekly));
        assert!("hourly".parse::<Cadence>().is_err());
    }
}
