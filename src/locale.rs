//! A language as BCP 47 names it, which way it is written, and where to turn when it has no text.

use std::{fmt, str::FromStr, sync::Arc};

use icu_locale::LocaleDirectionality;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use unic_langid::LanguageIdentifier;

/// A language tag in canonical form (BCP 47), such as `nl`, `fr-BE` or `ar`. Cheap to clone.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Locale(Arc<str>);

/// The text is no language tag.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("{0:?} is no language tag such as `nl`, `fr-BE` or `zh-Hant` (BCP 47)")]
pub struct NotALocale(String);

/// The direction a language is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// From left to right.
    Ltr,
    /// From right to left, as Arabic and Hebrew are.
    Rtl,
}

impl Locale {
    /// The tag, for `lang` attributes, file names and the database.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language without region and script: `fr` for `fr-BE`.
    pub fn language(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }

    /// The direction its script is written in, from CLDR.
    pub fn direction(&self) -> Direction {
        let rtl = icu_locale::LanguageIdentifier::try_from_str(&self.0)
            .is_ok_and(|tag| LocaleDirectionality::new_common().is_right_to_left(&tag));
        if rtl { Direction::Rtl } else { Direction::Ltr }
    }

    /// The same tag in the type that Fluent uses.
    pub fn to_langid(&self) -> LanguageIdentifier {
        self.0.parse().unwrap_or_default()
    }
}

impl Direction {
    /// The value of the `dir` attribute.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// Whether a character is invisible and turns the direction of the text after it, so that it reads
/// other than it is written (Unicode Standard Annex 9, section 2).
pub fn is_direction_control(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a letter is written from right to left (the blocks of Hebrew, Arabic and their kin, and
/// their presentation forms; Unicode Standard Annex 9, classes R and AL).
pub fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

impl FromStr for Locale {
    type Err = NotALocale;

    fn from_str(tag: &str) -> Result<Self, NotALocale> {
        let parsed: LanguageIdentifier = tag.parse().map_err(|_| NotALocale(tag.to_owned()))?;
        if parsed.language.is_empty() {
            return Err(NotALocale(tag.to_owned()));
        }
        Ok(Self(parsed.to_string().into()))
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Locale {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Locale {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_brought_into_canonical_form() {
        assert_eq!("FR-be".parse::<Locale>().unwrap().as_str(), "fr-BE");
        assert_eq!("fr-BE".parse::<Locale>().unwrap().language(), "fr");
    }

    #[test]
    fn a_path_or_nothing_is_no_tag() {
        for bad in ["", "..", "../nl", "nl/x", "a b", "und"] {
            assert!(bad.parse::<Locale>().is_err(), "{bad:?}");
        }
    }

    #[test]
    fn arabic_is_written_from_right_to_left() {
        assert_eq!("ar".parse::<Locale>().unwrap().direction(), Direction::Rtl);
        assert_eq!("nl-BE".parse::<Locale>().unwrap().direction(), Direction::Ltr);
    }
}
