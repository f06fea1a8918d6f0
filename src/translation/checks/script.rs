//! Text in the wrong script: French left in an Arabic catalog, or the reverse.

use std::collections::HashSet;

use icu_properties::props::Script;

use super::{
    language::{Language, name_of, script_of},
    message::{Findings, Message, quoted},
    prose::prose,
};

/// Fewer letters than this may be a unit, a name or an abbreviation.
const ENOUGH_LETTERS: usize = 6;

/// Warns where more than half of the letters are of a script that the language is not written in. Words
/// that the Dutch text has too do not count: names and titles of studies stay as they are.
pub(super) fn check_script(message: &Message<'_>, language: &Language, findings: &mut Findings<'_>) {
    let text = message.text();
    if language.scripts.is_empty() || is_surely_right(text, language) {
        return;
    }
    let is_foreign = |c: char| {
        let script = script_of(c);
        c.is_alphabetic()
            && !matches!(script, Script::Common | Script::Inherited)
            && !language.scripts.contains(&script)
    };
    let (own, foreign) = count(text, &is_foreign);
    if foreign < ENOUGH_LETTERS || foreign <= own {
        return;
    }
    let dutch: HashSet<&str> = words(message.original.text).map(|(_, word)| word).collect();
    let stretches = if message.original.is_markdown() { prose(text) } else { std::iter::once(0..text.len()).collect() };
    let (mut own, mut foreign, mut first, mut last) = (0, 0, None, 0);
    for stretch in stretches {
        for (at, word) in words(&text[stretch.clone()]).filter(|(_, word)| !dutch.contains(word)) {
            let (own_here, foreign_here) = count(word, &is_foreign);
            own += own_here;
            foreign += foreign_here;
            if foreign_here > 0 {
                first = first.or(Some(stretch.start + at));
                last = stretch.start + at + word.len();
            }
        }
    }
    let Some(first) = first.filter(|_| foreign >= ENOUGH_LETTERS && foreign > own) else { return };
    let wrong = &text[first..last];
    let script = wrong.chars().find(|c| is_foreign(*c)).map_or("another", |c| name_of(script_of(c)));
    findings.warning(
        "wrong-script",
        message.in_file(first..last),
        format!("`{}` is mostly in {script} letters: \"{}\"", message.id, quoted(wrong)),
        format!("{} is written in {} letters: translate it", language.locale, language.script_names()),
    );
}

/// Whether a Latin text holds no letters beyond those of Latin alphabets, which saves looking each up.
fn is_surely_right(text: &str, language: &Language) -> bool {
    /// The first letter of the first block of another script, Greek.
    const BEYOND_LATIN: char = '\u{370}';
    language.scripts == [Script::Latin] && text.chars().all(|c| c < BEYOND_LATIN || !c.is_alphabetic())
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| (word.as_ptr().addr() - text.as_ptr().addr(), word))
}

/// The letters of the language, and the others.
fn count(text: &str, is_foreign: &impl Fn(char) -> bool) -> (usize, usize) {
    text.chars()
        .filter(|c| c.is_alphabetic())
        .fold((0, 0), |(own, foreign), c| if is_foreign(c) { (own, foreign + 1) } else { (own + 1, foreign) })
}
