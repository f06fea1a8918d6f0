//! What the checks know about a language: the scripts it is written in.

use icu_locale::{LanguageIdentifier, LocaleExpander};
use icu_properties::{CodePointMapData, PropertyParser, props::Script};

use crate::locale::Locale;

/// A language that posts are translated into.
pub(super) struct Language {
    pub(super) locale: Locale,
    /// The scripts of its letters, by the likely subtags of CLDR; none where these are not known.
    pub(super) scripts: Vec<Script>,
    /// Whether it is the source language in another region, where many texts stay as they are.
    pub(super) is_kin_of_source: bool,
}

impl Language {
    pub(super) fn of(locale: &Locale, source: &Locale) -> Self {
        let is_kin_of_source = locale.language() == source.language();
        Self { locale: locale.clone(), scripts: scripts_of(locale), is_kin_of_source }
    }

    /// Whether a character of it says about as much as a word: Chinese, Japanese, Korean.
    pub(super) fn is_dense(&self) -> bool {
        self.scripts.iter().any(|script| matches!(*script, Script::Han | Script::Hangul))
    }

    /// Whether its letters take another shape beside an invisible joiner (Unicode Standard, section 23.2).
    pub(super) fn has_joiners(&self) -> bool {
        const WITHOUT: [Script; 11] = [
            Script::Latin,
            Script::Greek,
            Script::Cyrillic,
            Script::Armenian,
            Script::Georgian,
            Script::Hebrew,
            Script::Han,
            Script::Hiragana,
            Script::Katakana,
            Script::Hangul,
            Script::Bopomofo,
        ];
        self.scripts.iter().any(|script| !WITHOUT.contains(script))
    }

    /// Its scripts by name, for a message: "Arabic".
    pub(super) fn script_names(&self) -> String {
        self.scripts.iter().map(|script| name_of(*script)).collect::<Vec<_>>().join(" or ")
    }
}

/// The script of a character.
pub(super) fn script_of(c: char) -> Script {
    if c.is_ascii_alphabetic() { Script::Latin } else { CodePointMapData::<Script>::new().get(c) }
}

/// The name of a script.
pub(super) fn name_of(script: Script) -> &'static str {
    icu_properties::PropertyNamesLong::<Script>::new().get(script).unwrap_or("another")
}

fn scripts_of(locale: &Locale) -> Vec<Script> {
    let Ok(mut tag) = LanguageIdentifier::try_from_str(locale.as_str()) else { return Vec::new() };
    LocaleExpander::new_common().maximize(&mut tag);
    match tag.script.as_ref().map(|script| script.as_str()) {
        // Names for ways of writing that mix scripts or choose among the signs of one (ISO 15924).
        Some("Jpan") => vec![Script::Han, Script::Hiragana, Script::Katakana],
        Some("Kore") => vec![Script::Hangul, Script::Han],
        Some("Hans" | "Hant") => vec![Script::Han, Script::Bopomofo],
        Some(name) => PropertyParser::<Script>::new().get_strict(name).into_iter().collect(),
        None => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scripts_of_a_language_are_known() {
        let scripts = |tag: &str| Language::of(&tag.parse().unwrap(), &"nl".parse().unwrap()).script_names();
        for (tag, names) in [
            ("fr-BE", "Latin"),
            ("ar", "Arabic"),
            ("fa", "Arabic"),
            ("uk", "Cyrillic"),
            ("sr-Latn", "Latin"),
            ("zh", "Han or Bopomofo"),
            ("ja", "Han or Hiragana or Katakana"),
            ("ko", "Hangul or Han"),
            ("hi", "Devanagari"),
        ] {
            assert_eq!(scripts(tag), names, "{tag}");
        }
    }
}
