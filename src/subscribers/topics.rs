//! What a subscriber wants to read about, or a post is about.

use std::{collections::BTreeSet, fmt, str::FromStr};

use serde::{Serialize, Serializer};

use crate::posts::Slug;

/// A set of topic ids. Of a subscriber, the empty set means: everything.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Topics(BTreeSet<Slug>);

/// One of the words is no topic.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("{0:?} is no topic: use lower-case letters a to z, digits and hyphens, as in `lage-rug`")]
pub struct NotATopic(String);

impl Topics {
    /// Whether a subscriber with these topics wants a post with those.
    pub fn want(&self, post: &Self) -> bool {
        self.0.is_empty() || self.0.iter().any(|topic| post.0.contains(topic))
    }

    /// The same for topics as a post names them.
    pub fn want_any(&self, named: &[String]) -> bool {
        self.0.is_empty() || named.iter().any(|topic| self.contains(topic))
    }

    /// Whether there are none, which for a subscriber means all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether it holds this one.
    pub fn contains(&self, topic: &str) -> bool {
        self.0.iter().any(|known| known.as_str() == topic)
    }

    /// The ids in alphabetical order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(Slug::as_str)
    }
}

impl FromIterator<Slug> for Topics {
    fn from_iter<I: IntoIterator<Item = Slug>>(topics: I) -> Self {
        Self(topics.into_iter().collect())
    }
}

/// Reads ids that are separated by blanks, commas or semicolons.
impl FromStr for Topics {
    type Err = NotATopic;

    fn from_str(text: &str) -> Result<Self, NotATopic> {
        text.split(|c: char| matches!(c, ',' | ';') || c.is_whitespace())
            .filter(|word| !word.is_empty())
            .map(|word| word.parse::<Slug>().map_err(|_| NotATopic(word.to_owned())))
            .collect::<Result<BTreeSet<_>, _>>()
            .map(Self)
    }
}

/// Writes the ids in alphabetical order, separated by blanks.
impl fmt::Display for Topics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, topic) in self.iter().enumerate() {
            if index > 0 {
                f.write_str(" ")?;
            }
            f.write_str(topic)?;
        }
        Ok(())
    }
}

impl Serialize for Topics {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn topics(text: &str) -> Topics {
        text.parse().unwrap()
    }

    #[test]
    fn no_topics_means_everything() {
        assert!(topics("").want(&topics("rug")));
        assert!(topics("").want(&topics("")));
    }

    #[test]
    fn one_common_topic_is_enough() {
        assert!(topics("rug knie").want(&topics("voeding rug")));
        assert!(!topics("rug").want(&topics("voeding")));
        assert!(!topics("rug").want(&topics("")));
    }

    #[test]
    fn topics_are_read_as_they_are_written() {
        for text in [" rug;knie ; rug", "rug,knie", "rug, knie"] {
            assert_eq!(topics(text).to_string(), "knie rug");
        }
        assert_eq!("Lage rug".parse::<Topics>(), Err(NotATopic("Lage".to_owned())));
    }
}
