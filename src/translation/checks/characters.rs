//! Characters that nobody sees: they turn the text around, hide in it, or stand at its edge.

use std::ops::Range;

use super::{
    language::Language,
    message::{Findings, Message},
};

/// Reports what turns the direction of a text against its script (Unicode Standard Annex 9): an override,
/// which makes it read other than it is written, and what is opened and not closed or the reverse,
/// which reaches into what stands after it. A closed isolate is good style.
pub(super) fn check_direction(message: &Message<'_>, findings: &mut Findings<'_>) {
    let text = message.text();
    if text.is_ascii() {
        return;
    }
    let Some((at, c, what)) = first_turn(text) else { return };
    let name = name_of(c);
    let (message_text, help) = match what {
        Turn::Override => (
            format!("`{}` holds a {name}: it is read other than it is written", message.id),
            "delete it; to keep a name in its direction, put U+2068 before and U+2069 after it",
        ),
        Turn::NotClosed => (format!("`{}` holds a {name} that nothing ends", message.id), CLOSE),
        Turn::NotOpened => (format!("`{}` holds a {name} that ends nothing", message.id), CLOSE),
    };
    findings.error("direction-control", message.in_file(at..at + c.len_utf8()), message_text, help);
}

const CLOSE: &str = "write both signs of the pair, or none: it would turn around what stands after it";

/// What is wrong with a sign for direction.
enum Turn {
    Override,
    NotClosed,
    NotOpened,
}

fn first_turn(text: &str) -> Option<(usize, char, Turn)> {
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

/// Warns of characters that nobody sees and that have no business in prose.
pub(super) fn check_invisible(message: &Message<'_>, language: &Language, findings: &mut Findings<'_>) {
    let text = message.text();
    let suspicious = text.char_indices().find(|(at, c)| match c {
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => true,
        '\u{200b}' | '\u{feff}' | '\u{180e}' | '\u{2028}' | '\u{2029}' | '\u{fffc}' | '\u{fffd}' => true,
        // Tags spell a flag behind a black one, and are invisible text elsewhere.
        '\u{e0000}'..='\u{e007f}' => !text[..*at].trim_end_matches(|c| c >= '\u{e0000}').ends_with('\u{1f3f4}'),
        '\u{200c}' | '\u{200d}' => !language.has_joiners() && !joins_emoji(&text[..*at]),
        _ => false,
    });
    let Some((at, c)) = suspicious else { return };
    let (what, help) = match c {
        '\u{fffd}' => ("a sign for a character that got lost", "write the character that was meant"),
        _ => ("an invisible character", "delete it; it often comes along with copied text"),
    };
    findings.warning(
        "invisible-character",
        message.in_file(at..at + c.len_utf8()),
        format!("`{}` holds {what}: {}", message.id, name_of(c)),
        help,
    );
}

/// Whether a joiner after this text joins two emoji into one, as in a family.
fn joins_emoji(before: &str) -> bool {
    before
        .chars()
        .next_back()
        .is_some_and(|c| matches!(c, '\u{2190}'..='\u{2bff}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}'))
}

/// Warns of blanks at the edges of a text, which Fluent would leave out if they were plain ones, and
/// of two in a row. Where the Dutch text has the same they are meant.
pub(super) fn check_blanks(message: &Message<'_>, findings: &mut Findings<'_>) {
    let (text, dutch) = (message.text(), message.original.text);
    let lead = text.len() - text.trim_start().len();
    let trail = text.trim_end().len();
    let mut say = |at: Range<usize>, message_text: String, help| {
        findings.warning("stray-blanks", message.in_file(at), message_text, help);
    };
    let id = message.id;
    if trail == 0 && !text.is_empty() {
        if !dutch.trim().is_empty() {
            say(0..text.len(), format!("`{id}` is blank"), "translate it, or delete the line");
        }
        return;
    }
    if lead > 0 && !dutch.starts_with(char::is_whitespace) {
        say(0..lead, format!("`{id}` begins with {}", blanks(&text[..lead])), "delete what stands before the text");
    }
    if trail < text.len() && !dutch.ends_with(char::is_whitespace) {
        let help = "delete what stands after the text";
        say(trail..text.len(), format!("`{id}` ends with {}", blanks(&text[trail..])), help);
    }
    if let Some(at) = first_double(&text[lead..trail]).map(|at| at.start + lead..at.end + lead)
        && first_double(dutch).is_none()
        // Blanks count in code.
        && text[..at.start].matches('`').count() % 2 == 0
    {
        say(at.clone(), format!("`{id}` has {} in a row", blanks(&text[at])), "keep one of them");
    }
}

/// The first two or more blanks in a row.
fn first_double(text: &str) -> Option<Range<usize>> {
    let mut run = 0..0;
    let mut count = 0;
    for (at, c) in text.char_indices() {
        if c.is_whitespace() {
            run = if count == 0 { at..at + c.len_utf8() } else { run.start..at + c.len_utf8() };
            count += 1;
        } else if count > 1 {
            return Some(run);
        } else {
            count = 0;
        }
    }
    None
}

/// "a blank", "a no-break space (U+00A0)", "3 blanks".
fn blanks(run: &str) -> String {
    let mut chars = run.chars();
    match (chars.next(), chars.next()) {
        (Some(' '), None) => "a blank".to_owned(),
        (Some(c), None) => format!("a {}", name_of(c)),
        _ => format!("{} blanks", run.chars().count()),
    }
}

/// What a person can look a character up by.
fn name_of(c: char) -> String {
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

    #[test]
    fn two_blanks_in_a_row_are_found_whatever_they_are() {
        assert_eq!(first_double("een twee\u{a0} drie"), Some(8..11));
        assert_eq!(first_double("een twee\u{a0}! drie "), None);
    }
}
