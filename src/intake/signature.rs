//! Who wrote a text and when, as people write it above or below.

use super::date::read_date;

/// The words before the names of authors.
const BYLINES: [&str; 6] = ["geschreven door ", "auteur: ", "tekst: ", "door ", "door: ", "by: "];

/// What stands between the things that a byline says.
const BETWEEN: [&str; 6] = ["·", "|", "•", " – ", " — ", " - "];

/// A byline is short: a sentence may begin with the same words.
pub(super) const MAX_BYLINE: usize = 80;

/// The things that a byline says, one by one.
pub(super) fn pieces_of(byline: &str) -> Vec<String> {
    let divided = BETWEEN.iter().fold(byline.to_owned(), |text, sign| text.replace(sign, "\n"));
    divided.lines().map(|piece| piece.trim().to_owned()).filter(|piece| !piece.is_empty()).collect()
}

/// "Geschreven door An op 11/09/24", "Geschreven door An Peeters, juni 2025", "Door An | 11/09/24 | 5 min lezen".
pub(super) fn read_author(text: &str) -> Option<(Vec<String>, Option<String>)> {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let pieces = pieces_of(text);
    let (signature, others) = pieces.split_first()?;
    if text.len() > MAX_BYLINE || !others.iter().all(|other| read_date(other).is_some() || is_reading_time(other)) {
        return None;
    }
    let (names, date) = read_signature(signature)?;
    Some((names, date.or_else(|| others.iter().find(|other| read_date(other).is_some()).cloned())))
}

fn read_signature(text: &str) -> Option<(Vec<String>, Option<String>)> {
    let head =
        BYLINES.iter().find(|head| text.get(..head.len()).is_some_and(|start| start.eq_ignore_ascii_case(head)))?;
    let rest = &text[head.len()..];
    // "Door goed te snoeien bloeit een roos langer" is a sentence.
    let begins_as_name = rest.starts_with(char::is_uppercase);
    if !begins_as_name || rest.ends_with('.') && rest.contains(' ') && date_at_end(rest).is_none() {
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

/// "Geschreven op 3 februari 2025", "Gepubliceerd: 31.12.24".
pub(super) fn read_dated(text: &str) -> Option<String> {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let heads = ["geschreven", "gepubliceerd", "geplaatst", "datum", "published", "posted"];
    let head =
        heads.iter().find(|head| text.get(..head.len()).is_some_and(|start| start.eq_ignore_ascii_case(head)))?;
    let rest = text[head.len()..].trim_start_matches([':', ' ']);
    let date = ["op ", "on "].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest).trim();
    read_date(date).map(|_| date.to_owned())
}

/// "Leestijd: 5 min", "5 min leestijd", "ca. 5 minuten lezen".
pub(super) fn is_reading_time(text: &str) -> bool {
    let text = text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let ends = ["leestijd", "om te lezen", "lezen", "leeswerk", "read", "reading time"];
    ["leestijd", "reading time"].iter().any(|head| text.starts_with(head))
        || ends.iter().find_map(|end| text.strip_suffix(end)).is_some_and(are_minutes)
}

/// "5 minuten", "ca. 5 min.", in lower case.
pub(super) fn are_minutes(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    let units = ["minuten", "minuut", "minutes", "minute", "min"];
    let Some(count) = units.iter().find_map(|unit| text.strip_suffix(unit)) else { return false };
    let is_number = |word: &str| word.chars().all(|c| c.is_ascii_digit() || "±~-–".contains(c));
    let mut words = count.trim_end_matches(['-', ' ']).split_whitespace();
    words.all(|word| is_number(word) || ["ca.", "ca", "circa"].contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_ends_where_something_else_begins() {
        let (an, day) = (vec!["An Peeters".to_owned()], Some("11/09/24".to_owned()));
        assert_eq!(read_author("Door An Peeters - 11/09/24"), Some((an.clone(), day.clone())));
        assert_eq!(read_author("Door: An Peeters | 11/09/24 | 5 min lezen"), Some((an, day)));
        assert_eq!(read_author("Door Vlaanderen – een tocht"), None);
    }

    #[test]
    fn names_are_told_apart() {
        assert_eq!(read_byline("Door An Peeters en Jan Maes"), ["An Peeters", "Jan Maes"]);
        assert_eq!(read_byline("Doornroosje"), ["Doornroosje"]);
    }
}
