//! The glossary: words that are always said the same way, and translations that do not say them.
//!
//! `locales/TAG/terms.ftl` holds Fluent terms. A term's value is the word itself; its attributes, whatever
//! they are called, are other forms of it that are as good:
//!
//! ```ftl
//! # in nl                                 # in fr
//! -physiotherapist = kinesitherapeut      -physiotherapist = kinésithérapeute
//!     .plural = kinesitherapeuten             .noun = kinésithérapie
//! ```
//!
//! Messages may use a term as `{ -physiotherapist }`. Attributes are private to a term (Fluent 1.0), so
//! languages may have different ones, and as many as they need.
//!
//! - A Dutch term is found as whole words, in any of its forms, without regard to case. Inside a longer
//!   term it does not count: "lage rugpijn" is not also "rugpijn".
//! - A translation says a term if the words of one form stand in it in order, each at the beginning of a
//!   word: "physiotherapist" is in "Physiotherapists". A word of one or two letters must be the whole
//!   word. A form of seven letters or more may also stand inside a word, as in "Trainingsbelastung".
//! - Diacritics count in Latin script ("cote" is not "côte"); Arabic vowel signs do not, nor does what
//!   Arabic writes together with a word: `و`, `ف`, `ب`, `ل`, `ك` and the article `ال`.
//! - Addresses of links, signs of footnotes and code are no words.
//!
//! In doubt a translation is taken to say the term: a false alarm costs a translator more than a miss.

use std::path::Path;

use fluent_syntax::ast::Entry;

use super::{Catalog, files::read_text, folder::glossary_file, pattern::Plain, syntax};
use crate::{diagnostic::Diagnostic, disk, locale::Locale};

/// From this many letters on a form may stand inside a longer word.
const LONG_FORM: usize = 7;

/// Up to this many letters a word of a form must be a whole word of the text.
const SHORT_WORD: usize = 2;

/// A word or words that are always translated the same way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Its name, without the hyphen.
    pub name: String,
    /// The Dutch word, and its other forms.
    pub source: Vec<String>,
    /// Its translation, and other forms of that.
    pub target: Vec<String>,
}

/// The terms of one locale that have a translation.
#[derive(Debug, Clone, Default)]
pub struct Glossary {
    terms: Vec<Term>,
}

impl Glossary {
    /// Reads the terms of the source locale and of `locale`. A file that is not there has none.
    ///
    /// # Errors
    /// When a file is there and cannot be read; what it says wrong is a diagnostic.
    pub fn load(root: &Path, source: &Locale, locale: &Locale) -> Result<(Self, Vec<Diagnostic>), disk::Error> {
        let mut found = Vec::new();
        let mut read = |locale: &Locale| {
            let file = glossary_file(locale);
            let text = read_text(root, &file, &mut found).unwrap_or_default();
            found.extend(Catalog::parse(&file, &text, &Catalog::default()).1);
            Ok(text)
        };
        let glossary = Self::parse(&read(source)?, &read(locale)?);
        Ok((glossary, found))
    }

    /// The terms that both files have. What cannot be used in them is left out.
    pub fn parse(source: &str, target: &str) -> Self {
        let translated = forms(target);
        let of = |name: &str| translated.iter().find(|(known, _)| known == name).map(|(_, forms)| forms.clone());
        let terms = forms(source).into_iter();
        let terms = terms.filter_map(|(name, source)| Some(Term { target: of(&name)?, name, source }));
        Self { terms: terms.collect() }
    }

    /// All terms, in the order of the source's file.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The words that are the same in both languages: names.
    pub fn names(&self) -> Vec<String> {
        let same = self.terms.iter().filter(|term| term.source.first() == term.target.first());
        same.filter_map(|term| term.source.first().cloned()).collect()
    }

    /// The terms that a Dutch text uses.
    pub fn matches(&self, dutch: &str) -> Vec<&Term> {
        let text = spoken_words(dutch);
        let mut places: Vec<(usize, usize, &Term)> = Vec::new();
        for term in &self.terms {
            for form in term.source.iter().map(|form| spoken_words(form)).filter(|form| !form.is_empty()) {
                let at = text.windows(form.len()).enumerate().filter(|(_, window)| *window == form);
                places.extend(at.map(|(start, _)| (start, start + form.len(), term)));
            }
        }
        let inside = |(start, end, _): &(usize, usize, &Term)| {
            places.iter().any(|(from, to, _)| from <= start && end <= to && to - from > end - start)
        };
        let used: Vec<_> = places.iter().filter(|place| !inside(place)).map(|(_, _, term)| &term.name).collect();
        self.terms.iter().filter(|term| used.contains(&&term.name)).collect()
    }

    /// The terms that a Dutch text uses and its translation does not say in any form.
    pub fn ignored(&self, dutch: &str, translation: &str) -> Vec<&Term> {
        let text = spoken_words(translation);
        let says = |form: &String| says(&text, &spoken_words(form));
        self.matches(dutch).into_iter().filter(|term| !term.target.iter().any(says)).collect()
    }
}

/// The terms of a file with their forms: the value first.
fn forms(ftl: &str) -> Vec<(String, Vec<String>)> {
    let (resource, _) = syntax::parse(ftl);
    let terms = resource.body.iter().filter_map(|entry| match entry {
        Entry::Term(term) => Some(term),
        _ => None,
    });
    let named = terms.map(|term| {
        let values = std::iter::once(&term.value).chain(term.attributes.iter().map(|attribute| &attribute.value));
        let plain = values.filter_map(|value| Plain::resolve(ftl, value, |_| None).ok());
        let forms: Vec<_> = plain.map(|plain| plain.text).filter(|form| !form.is_empty()).collect();
        (term.id.name.to_owned(), forms)
    });
    named.filter(|(_, forms)| !forms.is_empty()).collect()
}

/// The words of a text, in small letters and without Arabic vowel signs.
fn spoken_words(text: &str) -> Vec<String> {
    let text = without_addresses(text);
    let is_vowel_sign = |c: char| matches!(c, '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}');
    let bare: String = text.chars().filter(|c| !is_vowel_sign(*c)).flat_map(char::to_lowercase).collect();
    let words = bare.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// A text without what its links lead to, the signs of its footnotes, and its code.
fn without_addresses(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let next = |rest: &str| {
        let found = [("](", ")"), ("[^", "]"), ("`", "`"), ("<", ">")].into_iter();
        let found = found.filter_map(|(open, close)| Some((rest.find(open)?, open, close)));
        let (start, open, close) = found.min()?;
        let inside = start + open.len();
        Some((start, rest[inside..].find(close).map_or(inside, |length| inside + length + close.len())))
    };
    while let Some((start, end)) = next(rest) {
        out.push_str(&rest[..start]);
        out.push(' ');
        rest = &rest[end..];
    }
    out + rest
}

/// Whether the words of a form stand in a text, in order and next to each other.
fn says(text: &[String], form: &[String]) -> bool {
    let inside =
        |word: &String| matches!(form, [only] if only.chars().count() >= LONG_FORM && word.contains(only.as_str()));
    !form.is_empty()
        && (text.iter().any(inside)
            || text.windows(form.len()).any(|window| window.iter().zip(form).all(|(word, form)| begins(word, form))))
}

/// Whether a word begins with a word of a form, after what Arabic writes together with it.
fn begins(word: &str, form: &str) -> bool {
    let form = bare_arabic(form).last().copied().unwrap_or(form);
    let is_short = form.chars().count() <= SHORT_WORD;
    // A feminine ending opens up before a suffix: قدرة, قدرتك.
    let stem = form.strip_suffix('ة').unwrap_or(form);
    bare_arabic(word).iter().any(|word| if is_short { *word == form } else { word.starts_with(stem) })
}

/// A word without its Arabic prefixes, one after the other: all that it could be.
fn bare_arabic(word: &str) -> Vec<&str> {
    let mut bare = vec![word];
    for prefixes in [&["و", "ف"][..], &["ب", "ل", "ك"], &["ال", "ل"]] {
        let last = bare.last().copied().unwrap_or(word);
        bare.extend(prefixes.iter().find_map(|prefix| last.strip_prefix(prefix)).filter(|rest| !rest.is_empty()));
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::*;

    const NL: &str = "-physiotherapist = kinesitherapeut\n    .plural = kinesitherapeuten\n-back-pain = rugpijn\n\
                      -low-back-pain = lage rugpijn\n-load = belasting\n-capacity = draagkracht\n-practice = Beweegreden\n";

    fn glossary(target: &str) -> Glossary {
        Glossary::parse(NL, target)
    }

    fn names<'a>(terms: &[&'a Term]) -> Vec<&'a str> {
        terms.iter().map(|term| term.name.as_str()).collect()
    }

    #[test]
    fn a_dutch_term_is_found_as_a_whole_word_and_the_longer_one_wins() {
        let en = glossary(
            "-physiotherapist = physiotherapist\n-back-pain = back pain\n-low-back-pain = low back pain\n-load = load\n",
        );
        assert_eq!(names(&en.matches("De Kinesitherapeuten zien lage rugpijn.")), ["physiotherapist", "low-back-pain"]);
        assert_eq!(names(&en.matches("Rugpijn, en lage rugpijn")), ["back-pain", "low-back-pain"]);
        assert_eq!(names(&en.matches("overbelasting en **belasting**")), ["load"]);
        assert!(en.matches("Lees [dit](belasting.md) en `belasting`[^belasting] <https://a.be/belasting>").is_empty());
        assert!(en.matches("overbelasting en rugpijnklachten; Beweegreden").is_empty());
    }

    #[test]
    fn a_translation_that_says_the_term_in_any_form_does_not_ignore_it() {
        for (target, dutch, good, bad) in [
            ("-load = load", "De belasting.", "Your loads", "An overload"),
            ("-load = charge\n    .verb = sollicit", "De belasting.", "La sollicitation de l’os", "Le poids"),
            ("-load = Belastung", "De belasting.", "Die Trainingsbelastung", "Die Last"),
            ("-capacity = capacité de charge", "Draagkracht", "Vos capacités de charge", "Capacité à la charge"),
            ("-load = الحِمل", "De belasting.", "وبالحمل الزائد", "الوزن"),
            ("-load = الحِمل", "De belasting.", "للحمل حدّ", "تحميل"),
            ("-capacity = قدرة التحمّل", "Draagkracht", "وقدرتك التحمل", "قدرة الجسم"),
        ] {
            let glossary = glossary(target);
            assert!(glossary.ignored(dutch, good).is_empty(), "{good}");
            assert_eq!(glossary.ignored(dutch, bad).len(), 1, "{bad}");
        }
    }

    #[test]
    fn a_word_that_is_the_same_in_both_languages_is_a_name() {
        assert_eq!(glossary("-practice = Beweegreden\n-load = load\n").names(), ["Beweegreden"]);
    }

    #[test]
    fn the_model_publication_says_its_terms() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let posts = crate::posts::load_posts(root, crate::posts::LoadSettings { zone: chrono_tz::UTC }).unwrap().posts;
        let locales: Vec<Locale> = ["nl", "fr", "en", "de", "ar"].map(|tag| tag.parse().unwrap()).into();
        let translations = crate::translation::load_translations(root, &locales[0], &locales, &posts);
        let (mut used, mut ignored) = (0, Vec::new());
        for locale in &locales[1..] {
            let (glossary, found) = Glossary::load(root, &locales[0], locale).unwrap();
            assert_eq!(found, []);
            assert!(glossary.terms().len() >= 12, "{locale}");
            for post in &posts {
                let Some(translated) = translations.translated(locale, &post.slug) else { continue };
                for segment in translations.segments(&post.slug) {
                    let Some((text, _)) = translated.find(segment) else { continue };
                    used += glossary.matches(&segment.text).len();
                    let terms = glossary.ignored(&segment.text, text);
                    ignored.extend(
                        terms
                            .iter()
                            .map(|term| format!("{locale}/{} {}: {} in {text}", post.slug, segment.id, term.name)),
                    );
                }
            }
        }
        assert!(used > 250, "{used}");
        assert!(ignored.is_empty(), "{} of {used}:\n{}", ignored.len(), ignored.join("\n"));
    }
}
