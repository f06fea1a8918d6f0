//! Translations that are not one: the Dutch text itself, or one far shorter or longer.

use super::{
    language::Language,
    message::{Findings, Message, quoted},
    prose::prose,
};
use crate::translation::terms::Glossary;

/// A Dutch text with fewer ordinary words than this may well be the same in another language ("per week").
const ENOUGH_WORDS: usize = 3;

/// And so may one whose ordinary words have fewer letters in all ("km per week").
const ENOUGH_LETTERS: usize = 12;

/// In shorter texts one long word decides how far they grow.
const LONG_ENOUGH: usize = 60;

/// How many characters a translation has for each of the Dutch. In the model publication it is 0.69 to
/// 1.68 over its 482 texts of `LONG_ENOUGH` characters in English, French, German and Arabic.
const USUAL: (f64, f64) = (0.5, 2.0);

/// The same where a sign is a word or a syllable: half of what is usual between Chinese and English
/// at the lower end, which is 0.25 to 0.5, and twice that at the upper.
const USUAL_IF_DENSE: (f64, f64) = (0.12, 1.0);

/// Whether a translation is the Dutch text, which has words that are hardly the same in both languages.
pub(super) fn is_identical(message: &Message<'_>, language: &Language) -> bool {
    let dutch = message.original.text;
    message.text().trim() == dutch.trim()
        && !language.is_kin_of_source
        && has_ordinary_words(dutch, message.original.is_markdown())
}

/// Whether a text has enough words that are no names: those that begin with a small letter, and with
/// them the first of the text.
fn has_ordinary_words(text: &str, is_markdown: bool) -> bool {
    let stretches = if is_markdown { prose(text) } else { std::iter::once(0..text.len()).collect() };
    let is_sign = |c: char| !c.is_alphabetic() && !matches!(c, '-' | '\'' | '’');
    let words = stretches.iter().flat_map(|stretch| text[stretch.clone()].split(is_sign));
    let words = words.filter(|word| word.chars().nth(1).is_some());
    let mut nth = 0;
    let ordinary = words.filter(|word| {
        nth += 1;
        nth == 1 || word.starts_with(char::is_lowercase)
    });
    let (count, letters) = ordinary.fold((0, 0), |(count, letters), word| (count + 1, letters + word.chars().count()));
    count >= ENOUGH_WORDS && letters >= ENOUGH_LETTERS
}

/// Finds terms of the Dutch text that a translation says otherwise than the glossary.
pub(super) fn check_terms(message: &Message<'_>, terms: &Glossary, language: &Language, findings: &mut Findings<'_>) {
    for term in terms.ignored(message.original.text, message.text()) {
        let (Some(dutch), Some(word)) = (term.source.first(), term.target.first()) else { continue };
        findings.warning(
            "ignored-term",
            message.in_file(0..message.text().len()),
            format!("`{}` does not say \"{word}\", which the glossary has for \"{dutch}\"", message.id),
            format!(
                "say it so, or add the form that stands here to `-{}` in locales/{}/terms.ftl",
                term.name, language.locale
            ),
        );
    }
}

/// Says that a translation is the Dutch text.
pub(super) fn say_identical(message: &Message<'_>, language: &Language, findings: &mut Findings<'_>) {
    let id = message.id;
    findings.warning(
        "same-as-source",
        message.in_file(0..message.text().len()),
        format!("`{id}` is not translated: it says what the source says, \"{}\"", quoted(message.text())),
        format!("translate it into {}; without the line, the next language of the chain is shown", language.locale),
    );
}

/// Warns of a translation that is far shorter or longer than its Dutch text.
pub(super) fn check_length(message: &Message<'_>, language: &Language, findings: &mut Findings<'_>) {
    // No character has more than four bytes: most texts are neither counted nor looked at.
    if message.original.text.len() < LONG_ENOUGH {
        return;
    }
    let dutch = message.original.text.chars().count();
    if dutch < LONG_ENOUGH {
        return;
    }
    let own = message.text().chars().count();
    let (least, most) = if language.is_dense() { USUAL_IF_DENSE } else { USUAL };
    #[expect(clippy::cast_precision_loss, reason = "no text is as long as 2^52 characters")]
    let ratio = own as f64 / dutch as f64;
    if (least..=most).contains(&ratio) {
        return;
    }
    let (code, help) = if ratio < least {
        ("too-short", "is a sentence missing?")
    } else {
        ("too-long", "is there something that the Dutch text does not say?")
    };
    let message_text = format!("`{}` has {own} characters, its Dutch text {dutch}", message.id);
    findings.warning(code, message.at.clone(), message_text, help);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_loan_words_may_be_the_same_in_both_languages() {
        for same in [
            "Jonas De Backer",
            "Tekening: Jonas De Backer",
            "Magnesium",
            "Per week",
            "km per week",
            "[PubMed](https://x.example/een-lang-pad-naar-een-artikel)",
            "`cargo test --test it` 12",
            "Videbæk, Bueno, Nielsen & Rasmussen (2015), Sports Medicine 45(7)",
        ] {
            assert!(!has_ordinary_words(same, true), "{same}");
        }
        for dutch in ["Wanneer stop je?", "Wat betekent dat?", "Heb geduld met je rug.", "Roffe en collega's, 2015."] {
            assert!(has_ordinary_words(dutch, true), "{dutch}");
        }
    }
}
