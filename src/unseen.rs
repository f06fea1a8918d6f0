//! Characters that nobody sees: which turn a text around, which hide in it, and what they are called.

/// What is wrong with a sign for direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// It makes what follows read other than it is written.
    Override,
    /// Nothing ends it, so it reaches into what stands after the text.
    NotClosed,
    /// It ends something that nothing began.
    NotOpened,
}

impl Turn {
    /// How a sentence ends that says so, and what to do.
    pub fn said(self) -> (&'static str, &'static str) {
        let close = "write both signs of the pair, or none: it would turn around what stands after it";
        match self {
            Self::Override => (
                ": it is read other than it is written",
                "delete it; to keep a name in its direction, put U+2068 before and U+2069 after it",
            ),
            Self::NotClosed => (" that nothing ends", close),
            Self::NotOpened => (" that ends nothing", close),
        }
    }
}

/// The first sign that turns the direction of a text against its script (Unicode Standard Annex 9): an override,
/// which makes it read other than it is written, and what is opened and not closed or the reverse,
/// which reaches into what stands after it. A closed isolate is good style.
pub fn first_turn(text: &str) -> Option<(usize, char, Turn)> {
    let mut open: Vec<(usize, char)> = Vec::new();
    for (at, c) in text.char_indices() {
        let is_isolate = |open: &(usize, char)| open.1 >= '\u{2066}';
        match c {
            '\u{202d}' | '\u{202e}' => return Some((at, c, Turn::Override)),
            '\u{202a}' | '\u{202b}' | '\u{2066}'..='\u{2068}' => open.push((at, c)),
            '\u{202c}' if open.last().is_some_and(|last| !is_isolate(last)) => drop(open.pop()),
            '\u{2069}' if open.last().is_some_and(is_isolate) => drop(open.pop()),
            '\u{202c}' | '\u{2069}' => return Some((at, c, Turn::NotOpened)),
            _ => {}
        }
    }
    open.first().map(|(at, c)| (*at, *c, Turn::NotClosed))
}

/// Whether a character is invisible, or stands for one that got lost, and has no business in prose of any language.
pub fn is_unseen(c: char) -> bool {
    let is_lost_or_hidden =
        matches!(c, '\u{200b}' | '\u{feff}' | '\u{180e}' | '\u{2028}' | '\u{2029}' | '\u{fffc}' | '\u{fffd}');
    c.is_control() || is_lost_or_hidden
}

/// What such a character is, and what to do about it.
pub fn said_of_unseen(c: char) -> (&'static str, &'static str) {
    match c {
        '\u{fffd}' => ("a sign for a character that got lost", "write the character that was meant"),
        _ => ("an invisible character", "delete it; it often comes along with copied text"),
    }
}

/// What a person can look a character up by.
pub fn name_of(c: char) -> String {
    let name = match c {
        '\t' => "tab",
        '\n' => "line feed",
        '\r' => "carriage return",
        '\u{a0}' => "no-break space",
        '\u{202f}' => "narrow no-break space",
        '\u{200b}' => "zero-width space",
        '\u{200c}' => "zero-width non-joiner",
        '\u{200d}' => "zero-width joiner",
        '\u{feff}' => "byte order mark",
        '\u{202a}' => "left-to-right embedding",
        '\u{202b}' => "right-to-left embedding",
        '\u{202c}' => "end of an embedding",
        '\u{202d}' => "left-to-right override",
        '\u{202e}' => "right-to-left override",
        '\u{2066}' => "left-to-right isolate",
        '\u{2067}' => "right-to-left isolate",
        '\u{2068}' => "first strong isolate",
        '\u{2069}' => "end of an isolate",
        _ => "character",
    };
    format!("{name} (U+{:04X})", u32::from(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turn(text: &str) -> Option<usize> {
        first_turn(text).map(|(at, ..)| at)
    }

    #[test]
    fn only_pairs_that_are_closed_in_order_turn_nothing_else() {
        assert_eq!(turn("أحمد \u{2068}Jonas\u{2069} و\u{200f}"), None);
        assert_eq!(turn("a \u{202b}b \u{2067}c\u{2069} d\u{202c}"), None);
        assert_eq!(turn("a \u{2068}b"), Some(2));
        assert_eq!(turn("a\u{2069}"), Some(1));
        assert_eq!(turn("\u{2068}a\u{202c}\u{2069}"), Some(4));
        assert_eq!(turn("\u{2068}\u{202e}a\u{202c}\u{2069}"), Some(3));
    }
}
