//! Text on one line: where it may be broken, and where it must not.

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_control_characters_become_spaces_and_what_must_hold_together_does() {
        assert_eq!(
            one_line(" Bonne\r\n\tlecture\u{202f}!\u{2028}«\u{a0}Oui\u{a0}»\u{85}\u{7}"),
            "Bonne lecture\u{202f}! «\u{a0}Oui\u{a0}»"
        );
    }
}
