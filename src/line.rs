//! Text on one line: where it may be broken and where it must not, and errors with their causes.

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
}
