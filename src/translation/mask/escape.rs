//! Words as Markdown that means those words, with as few backslashes as can be.

use crate::posts::markdown::begins_entity;

/// Adds words, with a backslash before the signs that look as if they were to mark something: whoever
/// reads one of them alone takes it for a slip. `is_last`: nothing comes after the words.
pub(super) fn push_meant(text: &mut String, words: &str, is_last: bool) {
    let is_blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let brackets_alone = !are_paired(words);
    // A mark that comes next is neither blank nor letter.
    let beyond = (!is_last).then_some('*');
    let mut before = text.chars().next_back();
    for (at, c) in words.char_indices() {
        let rest = &words[at + c.len_utf8()..];
        let after = rest.chars().next().or(beyond);
        let in_word = is_letter(before) && is_letter(after);
        let is_meant = match c {
            '`' => true,
            '*' | '_' => !(in_word || is_blank(before) && is_blank(after)) || before == Some(c) || after == Some(c),
            '~' => before == Some('~') || after == Some('~'),
            '[' | ']' => brackets_alone,
            '<' => after.is_some_and(|after| after.is_ascii_alphabetic() || "/!?".contains(after)),
            '&' => begins_entity(rest),
            '\\' => after.is_none_or(|after| after.is_ascii_punctuation()),
            _ => false,
        };
        if is_meant {
            text.push('\\');
        }
        text.push(c);
        before = Some(c);
    }
}

/// Whether each bracket has its other half, and none looks like that of a link.
fn are_paired(words: &str) -> bool {
    let depth = words.chars().try_fold(0_usize, |depth, c| match c {
        '[' => Some(depth + 1),
        ']' => depth.checked_sub(1),
        _ => Some(depth),
    });
    depth == Some(0) && !words.contains("](") && !words.contains("] (http")
}

/// Adds words, with a backslash before every sign that could be taken for markup.
pub(super) fn push_escaped(text: &mut String, words: &str) {
    let at_start = text.is_empty();
    let mut number_at_start = at_start;
    for (at, c) in words.char_indices() {
        let begins_a_block = at_start && at == 0 && matches!(c, '#' | '>' | '-' | '+' | '=' | ':');
        let ends_a_number = number_at_start && at > 0 && matches!(c, '.' | ')');
        if begins_a_block || ends_a_number || matches!(c, '\\' | '*' | '_' | '[' | ']' | '`' | '<' | '~' | '&') {
            text.push('\\');
        }
        number_at_start &= c.is_ascii_digit();
        text.push(c);
    }
}
