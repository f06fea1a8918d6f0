//! A piece of text that knows which language it is in.

use serde::Serialize;

use crate::locale::{Direction, Locale};

/// A text on a page or in a mail. When it had to be taken from another language than the
/// page's, it carries that language, so that the template can mark it (WCAG 2.2, 3.1.2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Text {
    /// The text itself, plain, not escaped.
    pub text: String,
    /// Its language, when that is not the page's.
    pub lang: Option<Locale>,
    /// The direction it is written in, when its language is not the page's.
    pub dir: Option<Direction>,
}

impl Text {
    /// A text in the page's own language.
    pub fn own(text: impl Into<String>) -> Self {
        Self { text: text.into(), lang: None, dir: None }
    }

    /// A text in the language `locale`, for a page in the language `page`.
    pub fn in_locale(text: impl Into<String>, locale: &Locale, page: &Locale) -> Self {
        if locale.language() == page.language() {
            return Self::own(text);
        }
        Self { text: text.into(), lang: Some(locale.clone()), dir: Some(locale.direction()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_text_in_another_language_says_which() {
        let (nl, be, ar) = ("nl".parse().unwrap(), "nl-BE".parse().unwrap(), "ar".parse().unwrap());
        assert_eq!(Text::in_locale("Rust", &nl, &be), Text::own("Rust"));
        let borrowed = Text::in_locale("Rust", &nl, &ar);
        assert_eq!((borrowed.lang, borrowed.dir), (Some(nl), Some(Direction::Ltr)));
    }
}
