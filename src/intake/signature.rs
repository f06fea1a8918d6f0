//! Who wrote a text and when, as people write it above or below.

/// The words before the names of authors.
const BYLINES: [&str; 4] = ["geschreven door ", "auteur: ", "tekst: ", "door "];

/// A byline is short: a sentence may begin with the same words.
pub(super) const MAX_BYLINE: usize = 80;

/// "Geschreven door An op 11/09/24", "Geschreven door An Peeters, juni 2025".
pub(super) fn read_author(text: &str) -> Option<(Vec<String>, Option<String>)> {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let head =
        BYLINES.iter().find(|head| text.get(..head.len()).is_some_and(|start| start.eq_ignore_ascii_case(head)))?;
    let rest = &text[head.len()..];
    // "Door goed te snoeien bloeit een roos langer" is a sentence.
    let begins_as_name = rest.starts_with(char::is_uppercase);
    if text.len() > MAX_BYLINE
        || !begins_as_name
        || rest.ends_with('.') && rest.contains(' ') && date_at_end(rest).is_none()
    {
        return None;
    }
    let (names, date) = date_at_end(rest).unwrap_or((rest, None));
    Some((read_byline(names.trim_end_matches(['.', ','])), date))
}

/// The names and what comes after them, if there is something like a date.
fn date_at_end(rest: &str) -> Option<(&str, Option<String>)> {
    let after = |separator: &str| rest.split_once(separator);
    let (names, written) = after(" op ")
        .or_else(|| after(" in "))
        .or_else(|| rest.rsplit_once(", ").filter(|(_, written)| has_digit(written)))?;
    has_digit(written).then(|| (names, Some(written.trim().to_owned())))
}

fn has_digit(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
}

/// The names in "Door An Peeters en Jan Maes".
pub(super) fn read_byline(byline: &str) -> Vec<String> {
    let mut names = byline.trim();
    for head in ["geschreven door", "door", "by", "auteur:", "tekst:"] {
        let matches = names.get(..head.len()).is_some_and(|start| start.eq_ignore_ascii_case(head));
        if matches && names[head.len()..].starts_with(|c: char| c.is_whitespace()) {
            names = names[head.len()..].trim_start();
        }
    }
    let names = names.replace(" en ", ",").replace(" and ", ",").replace(" & ", ",");
    names.split(',').map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_apart() {
        assert_eq!(read_byline("Door An Peeters en Jan Maes"), ["An Peeters", "Jan Maes"]);
        assert_eq!(read_byline("Doornroosje"), ["Doornroosje"]);
    }
}
