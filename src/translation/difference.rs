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
/// Not minor, since a translation must follow: whatever is a letter or a digit, a question mark, what stands
/// between two numbers or as a sign before one (`2,5`, `10-12`, `-5`, `.5`), emphasis, addresses, and code.
pub(super) fn is_minor(old: &str, new: &str) -> bool {
    old == new || essence(old) == essence(new)
}

/// A text without what [`is_minor`] overlooks.
fn essence(text: &str) -> String {
    let mut essence = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let is_at_a_word = || !text[..text.len() - rest.len()].ends_with(char::is_alphanumeric);
        let kept = verbatim(rest).or_else(|| if is_at_a_word() { address(rest) } else { None });
        if let Some(end) = kept {
            essence.push_str(&rest[..end]);
            rest = &rest[end..];
        } else if c.is_alphanumeric() || matches!(c, '?' | '؟') {
            essence.extend(c.to_lowercase());
            rest = &rest[c.len_utf8()..];
        } else if is_overlooked(c) {
            let end = rest.find(|c| !is_overlooked(c)).unwrap_or(rest.len());
            let end = rest[..end].find("](").unwrap_or(end).max(c.len_utf8());
            let between_numbers = essence.ends_with(char::is_numeric);
            if rest[end..].starts_with(char::is_numeric) {
                push_before_number(&mut essence, &rest[..end], between_numbers);
            }
            rest = &rest[end..];
        } else {
            essence.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    essence
}

/// How far a text is code, an address in brackets or one with a scheme.
fn verbatim(text: &str) -> Option<usize> {
    if text.starts_with("](") {
        return text.find(')').map(|end| end + 1);
    }
    if let Some(code) = text.strip_prefix('`') {
        return code.find('`').map(|end| end + 2);
    }
    let has_scheme = text.starts_with("http://") || text.starts_with("https://");
    has_scheme.then(|| text.find(|c: char| c.is_whitespace() || matches!(c, ')' | '>')).unwrap_or(text.len()))
}

/// How far a word is an address without a scheme: of a person, or of a host such as `www.tuin.be`.
fn address(text: &str) -> Option<usize> {
    let word = text.split(char::is_whitespace).next().unwrap_or_default();
    let word = word.trim_end_matches(|c: char| !c.is_alphanumeric());
    let is_part = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    // A dot in a word divides an address, unless what follows is one letter (`o.a.`) or begins a sentence.
    let is_host = |host: &str| {
        let last = host.rsplit('.').next().unwrap_or_default();
        host.contains('.') && host.split('.').all(is_part) && last.len() > 1 && last.chars().all(char::is_lowercase)
    };
    let (name, host) = word.split_once('@').unwrap_or(("", word));
    let (host, path) = host.split_once('/').unwrap_or((host, ""));
    let is_address = is_host(host) && name.split('.').all(|part| part.is_empty() || is_part(part));
    (is_address && !path.contains('@')).then_some(word.len())
}

/// What stands before a number: all of it if another number is before that, else its last sign.
fn push_before_number(essence: &mut String, signs: &str, between_numbers: bool) {
    let alike = |c: char| if is_dash(c) { '-' } else { c };
    let is_blank = |c: char| c.is_whitespace();
    if between_numbers {
        let all: String = signs.chars().filter(|c| !is_blank(*c)).map(alike).collect();
        essence.push_str(if all.is_empty() { " " } else { &all });
    } else if let Some(sign) = signs.chars().next_back().filter(|c| is_dash(*c) || matches!(c, '.' | ',')) {
        essence.push(alike(sign));
    }
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '–' | '—' | '−')
}

fn is_overlooked(c: char) -> bool {
    c.is_whitespace() || is_punctuation(c)
}

/// Whether a sign only divides or decorates. What means something by itself (`%`, `€`, `+`, `<`) does not.
fn is_punctuation(c: char) -> bool {
    const SIGNS: &str = ".,;:!'\"()[]\\/…‘’‚‛“”„‟‹›«»¡·";
    SIGNS.contains(c) || is_dash(c) || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}')
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
            ("10-12 stappen", "10–12 stappen"),
            ("bij -5 graden", "bij –5 graden"),
            ("stap 3 (5 minuten)", "stap 3 (5 minuten),"),
            ("Neem o.a. rust", "Neem oa rust"),
            ("einde.Begin", "einde. Begin"),
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
            ("bij –5 graden", "bij 5 graden"),
            ("bij ‑5 graden", "bij 5 graden"),
            ("bij −5 graden", "bij 5 graden"),
            ("bij \"-5 graden", "bij \"5 graden"),
            ("bij:-5 graden", "bij: 5 graden"),
            ("bij **-5** graden", "bij **5** graden"),
            ("bij [-3 graden]", "bij [3 graden]"),
            ("Neem ,5 mg", "Neem 5 mg"),
            ("Neem .5 mg", "Neem 5 mg"),
            ("Neem 1 000 stappen", "Neem 1000 stappen"),
            ("Neem 10 - 12 stappen", "Neem 10 12 stappen"),
            ("Oefening A.1", "Oefening A1"),
            ("Zie www.site-a.be", "Zie www.sitea.be"),
            ("Schrijf info@de-tuin.be.", "Schrijf info@detuin.be."),
            ("Zie tuin.be/op-maat", "Zie tuin.be/opmaat"),
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
