//! Characters that nobody sees: they turn the text around, hide in it, or stand at its edge.

use std::ops::Range;

use super::{
    language::Language,
    message::{Findings, Message},
};
use crate::unseen::{first_turn, is_unseen, name_of, said_of_unseen};

/// Reports what turns the direction of a text against its script.
pub(super) fn check_direction(message: &Message<'_>, findings: &mut Findings<'_>) {
    let text = message.text();
    if text.is_ascii() {
        return;
    }
    let Some((at, c, turn)) = first_turn(text) else { return };
    let (said, help) = turn.said();
    let said = format!("`{}` holds a {}{said}", message.id, name_of(c));
    findings.error("direction-control", message.in_file(at..at + c.len_utf8()), said, help);
}

/// Warns of characters that nobody sees and that have no business in prose.
pub(super) fn check_invisible(message: &Message<'_>, language: &Language, findings: &mut Findings<'_>) {
    let text = message.text();
    let suspicious = text.char_indices().find(|(at, c)| match c {
        c if is_unseen(*c) => true,
        // Tags spell a flag behind a black one, and are invisible text elsewhere.
        '\u{e0000}'..='\u{e007f}' => !text[..*at].trim_end_matches(|c| c >= '\u{e0000}').ends_with('\u{1f3f4}'),
        '\u{200c}' | '\u{200d}' => !language.has_joiners() && !joins_emoji(&text[..*at]),
        _ => false,
    });
    let Some((at, c)) = suspicious else { return };
    let (what, help) = said_of_unseen(c);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_blanks_in_a_row_are_found_whatever_they_are() {
        assert_eq!(first_double("een twee\u{a0} drie"), Some(8..11));
        assert_eq!(first_double("een twee\u{a0}! drie "), None);
    }
}
