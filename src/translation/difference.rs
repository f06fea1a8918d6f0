//! What changed between two versions of a Dutch text: shown to translators, and whether it matters to them.

use std::fmt::Write as _;

use similar::{Algorithm, ChangeTag, TextDiff};

/// Words of unchanged text shown on each side of a change; the rest becomes `…`.
const CONTEXT: usize = 4;

/// From this share of changed words on, marks help nobody: the two texts are read one after the other.
const REWRITTEN: f32 = 0.4;

/// Whether two texts differ in punctuation, spacing and capitals at most, so that a translation of one
/// is a translation of the other.
///
/// Not minor, since a translation must follow: whatever is a letter or a digit, a question mark, a sign
/// between two digits or before one (`2,5`, `10-12`, `-5`), emphasis, addresses, and code.
pub(super) fn is_minor(old: &str, new: &str) -> bool {
    old == new || essence(old) == essence(new)
}

/// A text without what [`is_minor`] overlooks.
fn essence(text: &str) -> String {
    let mut essence = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let verbatim = if rest.starts_with("](") {
            rest.find(')').map(|end| end + 1)
        } else if c == '`' {
            rest[1..].find('`').map(|end| end + 2)
        } else if rest.starts_with("http://") || rest.starts_with("https://") {
            rest.find(|c: char| c.is_whitespace() || matches!(c, ')' | '>')).or(Some(rest.len()))
        } else {
            None
        };
        if let Some(end) = verbatim {
            essence.push_str(&rest[..end]);
            rest = &rest[end..];
            continue;
        }
        let after = &rest[c.len_utf8()..];
        let of_a_number = || {
            let before = &text[..text.len() - rest.len()];
            let is_minus = c == '-' && (before.is_empty() || before.ends_with([' ', '(']));
            after.starts_with(char::is_numeric) && (is_minus || essence.ends_with(char::is_numeric))
        };
        if c.is_alphanumeric() || matches!(c, '?' | '؟') {
            essence.extend(c.to_lowercase());
        } else if of_a_number() || !(c.is_whitespace() || is_punctuation(c)) {
            essence.push(c);
        }
        rest = after;
    }
    essence
}

/// Whether a sign only divides or decorates. What means something by itself (`%`, `€`, `+`, `<`) does not.
fn is_punctuation(c: char) -> bool {
    const SIGNS: &str = ".,;:!'\"()[]-\\/…–—‑‘’‚‛“”„‟‹›«»¡·";
    SIGNS.contains(c) || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}')
}

/// The new text with what is gone as `[-gone-]` and what came as `{+came+}`, as wdiff marks it. Stretches
/// that stayed are shortened. None where the text was written anew.
pub(super) fn marked(old: &str, new: &str) -> Option<String> {
    let (old_words, new_words) = (words(old), words(new));
    let diff = TextDiff::configure().algorithm(Algorithm::Patience).diff_slices(&old_words, &new_words);
    if diff.ratio() < REWRITTEN {
        return None;
    }
    let mut stretches: Vec<(ChangeTag, Vec<&str>)> = Vec::new();
    for change in diff.iter_all_changes() {
        match stretches.last_mut() {
            Some((tag, words)) if *tag == change.tag() => words.push(change.value()),
            _ => stretches.push((change.tag(), vec![change.value()])),
        }
    }
    let last = stretches.len().saturating_sub(1);
    let mut out = String::new();
    for (at, (tag, words)) in stretches.iter().enumerate() {
        if at > 0 {
            out.push(' ');
        }
        let _ = match tag {
            ChangeTag::Delete => write!(out, "[-{}-]", words.join(" ")),
            ChangeTag::Insert => write!(out, "{{+{}+}}", words.join(" ")),
            ChangeTag::Equal => write!(out, "{}", beside_a_change(words, at == 0, at == last)),
        };
    }
    Some(out)
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// The ends of a stretch that lie beside a change.
fn beside_a_change(words: &[&str], first: bool, last: bool) -> String {
    let (head, tail) = (if first { 0 } else { CONTEXT }, if last { 0 } else { CONTEXT });
    if words.len() <= head + tail + 1 {
        return words.join(" ");
    }
    let parts = [words[..head].join(" "), "…".to_owned(), words[words.len() - tail..].join(" ")];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn punctuation_spacing_and_capitals_are_minor() {
        for (old, new) in [
            ("Blijf bewegen, elke dag", "Blijf bewegen – elke dag."),
            ("Rug pijn", "rugpijn"),
            ("Doe het rustig aan!", "doe het rustig aan"),
            ("zo'n 'rust'", "zo’n ‘rust’"),
            ("een  spatie", "een spatie"),
            ("mee-eten", "mee\u{ad}eten"),
        ] {
            assert!(is_minor(old, new), "{old:?} {new:?}");
        }
    }

    #[test]
    fn what_a_translation_must_follow_is_not_minor() {
        for (old, new) in [
            ("Neem 2,5 gram", "Neem 25 gram"),
            ("Neem 10-12 stappen", "Neem 1012 stappen"),
            ("Herhaal 1 2 keer", "Herhaal 12 keer"),
            ("Helpt rust.", "Helpt rust?"),
            ("een keer", "één keer"),
            ("Zie [dit](a.md)", "Zie [dit](b.md)"),
            ("Zie [dit](a-b.md)", "Zie [dit](ab.md)"),
            ("Typ `a-b`", "Typ `ab`"),
            ("5 % meer", "5 meer"),
            ("pijn < 5", "pijn > 5"),
            ("Doe het **rustig** aan", "Doe het ~~rustig~~ aan"),
            ("bij -5 graden", "bij 5 graden"),
            ("Zie https://a.be/b-c", "Zie https://a.be/bc"),
            ("Met noot[^a]", "Met noot[^b]"),
            ("geen rust", "rust"),
        ] {
            assert!(!is_minor(old, new), "{old:?} {new:?}");
        }
    }

    #[test]
    fn a_change_is_marked_with_the_words_around_it() {
        let old = "Neem de eerste week alleen de trap naar boven, en daarna ook weer eens naar beneden toe.";
        let new = "Neem de eerste twee weken alleen de trap naar boven, en daarna ook weer eens naar beneden toe.";
        assert_eq!(marked(old, new).unwrap(), "Neem de eerste [-week-] {+twee weken+} alleen de trap naar …");
        let moved = "Neem de eerste week alleen de trap naar boven, en daarna ook weer eens naar benee toe.";
        assert_eq!(marked(old, moved).unwrap(), "… ook weer eens naar [-beneden-] {+benee+} toe.");
        assert_eq!(marked("Heb geduld.", "Wees geduldig."), None);
    }

    proptest! {
        #[test]
        fn nothing_that_came_or_went_is_left_out(old in "[ab c]{0,40}", new in "[ab c]{0,40}") {
            if let Some(marked) = marked(&old, &new) {
                prop_assert_eq!(marked.contains("[-") || marked.contains("{+"), words(&old) != words(&new));
            }
        }

        #[test]
        fn being_minor_goes_both_ways(a in "\\PC{0,30}", b in "\\PC{0,30}") {
            prop_assert_eq!(is_minor(&a, &b), is_minor(&b, &a));
            prop_assert!(is_minor(&a, &a));
        }
    }
}
