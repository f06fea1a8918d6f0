//! Who reads, in which language, how often and about what.

mod cadence;
mod email;
mod pause;
mod slip;
mod suppression;
mod topics;

pub mod csv;
pub mod puzzle;
pub mod token;

use std::{fmt, str::FromStr};

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::{
    clock::Timestamp,
    locale::{Locale, is_direction_control},
};

pub use cadence::{Cadence, NotACadence};
pub use email::{NotAnEmail, SubscriberEmail};
pub use pause::{MAX_PAUSE, Pause};
pub use slip::is_provider;
pub use suppression::{HashKey, NotASuppression, Suppression};
pub use token::{CONFIRM_WITHIN, Error as TokenError, Purpose, Token, TokenKey};
pub use topics::{NotATopic, Topics};

/// A subscriber's number, which never changes and is never given out twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SubscriberId(pub i64);

impl fmt::Display for SubscriberId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// How far a subscription has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Asked for, and not confirmed yet: gets the confirmation mail and nothing else.
    Pending,
    /// Gets digests.
    Active,
    /// Ended: gets nothing.
    Unsubscribed,
}

/// The text is no status.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("{0:?} is no status: use pending, active or unsubscribed")]
pub struct NotAStatus(String);

impl Status {
    /// The word in files and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Active => "active",
            Self::Unsubscribed => "unsubscribed",
        }
    }
}

impl FromStr for Status {
    type Err = NotAStatus;

    fn from_str(text: &str) -> Result<Self, NotAStatus> {
        [Self::Pending, Self::Active, Self::Unsubscribed]
            .into_iter()
            .find(|status| status.as_str().eq_ignore_ascii_case(text.trim()))
            .ok_or_else(|| NotAStatus(text.to_owned()))
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Somebody who subscribed, as the database keeps them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscriber {
    /// Their number.
    pub id: SubscriberId,
    /// Where mail goes.
    pub email: SubscriberEmail,
    /// The language they read.
    pub locale: Locale,
    /// How often they get a digest.
    pub cadence: Cadence,
    /// What they want to read about.
    pub topics: Topics,
    /// How they want to be addressed.
    pub name: Option<String>,
    /// How far the subscription has come.
    pub status: Status,
    /// Where they live, for dates and times.
    pub time_zone: Option<Tz>,
    /// The last time in which they wanted no digest.
    pub pause: Option<Pause>,
    /// When they asked for it, or were imported.
    pub created_at: Timestamp,
    /// When they confirmed; an import counts as confirmed by the importer.
    pub confirmed_at: Option<Timestamp>,
    /// The release sequence of their locale up to which they were served.
    pub cursor: i64,
    /// Releases up to this sequence are sent however old their post is; zero for nobody's wish.
    pub any_age_until: i64,
}

impl Subscriber {
    /// From when on new posts are theirs to receive.
    pub fn since(&self) -> Timestamp {
        self.confirmed_at.unwrap_or(self.created_at)
    }

    /// Until when they want no digest, if they want none now.
    pub fn paused_until(&self, now: Timestamp) -> Option<Timestamp> {
        self.pause.filter(|pause| pause.holds(now)).map(|pause| pause.until)
    }
}

/// Somebody who is to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSubscriber {
    /// Where mail goes.
    pub email: SubscriberEmail,
    /// The language they read.
    pub locale: Locale,
    /// How often they get a digest.
    pub cadence: Cadence,
    /// What they want to read about.
    pub topics: Topics,
    /// How they want to be addressed.
    pub name: Option<String>,
    /// How far the subscription has come.
    pub status: Status,
    /// Where they live, for dates and times.
    pub time_zone: Option<Tz>,
}

/// The longest name that is kept, in characters: longer ones are no names but abuse of the form.
pub const MAX_NAME: usize = 100;

/// A name as somebody typed it, on one line, without control characters and those that turn the
/// direction of text; `None` when nothing is left.
pub fn clean_name(text: &str) -> Option<String> {
    let visible = text.chars().filter(|c| !is_direction_control(*c));
    let plain: String = visible.map(|c| if c.is_control() { ' ' } else { c }).collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let name: String = words.join(" ").chars().take(MAX_NAME).collect();
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_line_of_text() {
        assert_eq!(clean_name("  Lien\r\nBcc: x@y.be "), Some("Lien Bcc: x@y.be".to_owned()));
        assert_eq!(clean_name(" \t\0"), None);
        assert_eq!(clean_name("Lien\u{202e}gpj\u{2069}"), Some("Liengpj".to_owned()));
        assert_eq!(clean_name(&"é".repeat(300)).map(|name| name.chars().count()), Some(MAX_NAME));
    }

    #[test]
    fn a_status_is_read_as_it_is_written() {
        for status in [Status::Pending, Status::Active, Status::Unsubscribed] {
            assert_eq!(status.to_string().parse(), Ok(status));
        }
        assert!("gone".parse::<Status>().is_err());
    }
}
