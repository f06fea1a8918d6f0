//! The name of a post in addresses and file names, and its first one in the database.

use std::{fmt, str::FromStr, sync::Arc};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// The longest slug, in bytes: with a locale and an extension it stays under the 255
/// that file systems allow for a name.
const MAX_LENGTH: usize = 120;

/// A post's name: lower-case ASCII letters, digits and single hyphens, as in `kracht-na-50`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Slug(Arc<str>);

/// The text is no slug.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("{0:?} is no slug: use lower-case letters a to z, digits and single hyphens, at most {MAX_LENGTH}")]
pub struct NotASlug(String);

impl Slug {
    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Slug {
    type Err = NotASlug;

    fn from_str(text: &str) -> Result<Self, NotASlug> {
        let plain = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        let hyphens = text.starts_with('-') || text.ends_with('-') || text.contains("--");
        if text.is_empty() || text.len() > MAX_LENGTH || !plain || hyphens {
            return Err(NotASlug(text.to_owned()));
        }
        Ok(Self(text.into()))
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Slug {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Slug {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_safe_in_a_path_and_an_address() {
        for good in ["a", "kracht-na-50", "7-tips"] {
            assert!(good.parse::<Slug>().is_ok(), "{good}");
        }
        for bad in ["", "-a", "a-", "a--b", "A", "é", "a/b", "..", "a b", &"a".repeat(121)] {
            assert!(bad.parse::<Slug>().is_err(), "{bad}");
        }
    }
}
