//! Text on one line: where it may be broken, how much of it fits, what of it is seen; and errors with their causes.

use crate::locale::is_direction_control;

/// Whether a line may end at this character, and the character go: blanks, line ends and control
/// characters, but not the spaces that hold together what belongs together (Unicode Standard Annex 14,
/// class GL), as French sets them before `!` and `:`.
pub fn is_break(c: char) -> bool {
    (c.is_whitespace() || c.is_control()) && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// The words of a text, as a line may be broken between them.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(is_break).filter(|word| !word.is_empty())
}

/// A text as one line, its words divided by single spaces.
pub fn one_line(text: &str) -> String {
    words(text).collect::<Vec<_>>().join(" ")
}

/// A text with a sign in place of what would steer a terminal or turn the direction of what stands after it.
pub fn visible(text: &str) -> String {
    text.replace(|c: char| c.is_control() || is_direction_control(c), "\u{fffd}")
}

/// The beginning of a text, [visible] and in at most so many columns of a terminal, with a sign that there is more.
pub fn shortened(text: &str, most: usize) -> String {
    let text = visible(text);
    let (mut columns, mut end, mut is_joined) = (0, 0, false);
    for (at, c) in text.char_indices() {
        let width = console::measure_text_width(c.encode_utf8(&mut [0; 4]));
        // Accents, and what makes one picture of two, stay with what they belong to.
        if columns < most && width > 0 && !is_joined {
            end = at;
        }
        columns += width;
        if columns > most {
            return format!("{}…", text[..end].trim_end());
        }
        is_joined = c == '\u{200d}';
    }
    text
}

/// An error and its causes on one line, for people, logs and rows. Some libraries say the
/// cause in their own text as well; it is said once here.
pub fn chain_of(error: &dyn std::error::Error) -> String {
    let mut line = error.to_string();
    let mut cause = error.source();
    while let Some(source) = cause {
        let text = source.to_string();
        if !line.ends_with(&text) {
            line = format!("{line}: {text}");
        }
        cause = source.source();
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, thiserror::Error)]
    #[error("the database says: {0}")]
    struct SaysItself(#[source] std::io::Error);

    #[test]
    fn a_cause_is_said_once() {
        let error = anyhow::Error::new(SaysItself(std::io::Error::other("it is locked"))).context("cannot publish");
        assert_eq!(chain_of(error.as_ref()), "cannot publish: the database says: it is locked");
    }

    #[test]
    fn lines_and_control_characters_become_spaces_and_what_must_hold_together_does() {
        assert_eq!(
            one_line(" Bonne\r\n\tlecture\u{202f}!\u{2028}«\u{a0}Oui\u{a0}»\u{85}\u{7}"),
            "Bonne lecture\u{202f}! «\u{a0}Oui\u{a0}»"
        );
    }

    #[test]
    fn what_fits_is_counted_in_columns_and_nothing_is_cut_in_two() {
        for (text, most, shown) in [
            ("zes en zeven", 12, "zes en zeven"),
            ("zes en zeven", 8, "zes en…"),
            ("漢字漢字", 8, "漢字漢字"),
            ("漢字漢字", 7, "漢字漢…"),
            ("漢字漢字", 6, "漢字…"),
            ("e\u{301}e\u{301}e\u{301}", 3, "e\u{301}e\u{301}e\u{301}"),
            ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
            ("a👩\u{200d}👧 en meer", 4, "a…"),
            ("een\u{1b}[31m\u{202e}twee", 9, "een\u{fffd}[31m…"),
        ] {
            assert_eq!(shortened(text, most), shown);
        }
    }
}
