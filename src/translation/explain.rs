//! What is wrong with a line that is no Fluent, for who has never heard of it.

/// What the rest of the file does while a line is wrong.
pub(super) const MEANWHILE: &str = "the other messages are used meanwhile";

/// What to do about a line of which nothing better can be said.
pub(super) const PLAIN: &str = "a message is one line, `id = text`; write a brace as { \"{\" }";

/// Why a text cannot be made to depend on anything, and what to do.
pub(super) const NO_FORMS: (&str, &str) = ("posts have no variables and no plural forms", "write the sentence out");

/// What is wrong with a line that the parser stumbled over, and what to do; `reason` is what the parser itself says.
/// `above` is the message that the line goes on with, where it stands directly below one.
pub(super) fn explain(line: &str, reason: &str, above: Option<&str>) -> (String, String) {
    let (what, help) = match above {
        Some(above) => explain_wrapped(line, above),
        None => explain_alone(line, reason),
    };
    (what, format!("{help}; {MEANWHILE}"))
}

/// The same of a line that goes on with the message `above`, and is not indented.
fn explain_wrapped(line: &str, above: &str) -> (String, String) {
    let what = format!("this line goes on with `{above}` but is not indented, so `{above}` is not used");
    let put = if line.starts_with('\t') { "in place of the tab" } else { "before this line" };
    let help = format!("put four blanks {put}, since it goes on with `{above}`, or `# ` if it is a remark");
    (what, help)
}

fn explain_alone(line: &str, reason: &str) -> (String, String) {
    match line.chars().next() {
        Some('#')
            if !line.trim_start_matches('#').starts_with([' ', '\r']) && !line.trim_end_matches('#').is_empty() =>
        {
            (
                "after the `#` of a comment stands a blank, and here is none".to_owned(),
                format!("write `# {}`", line.trim_start_matches('#').trim()),
            )
        }
        Some('=' | '<' | '>') if is_conflict(line) => (
            "this line is left from two versions that Git could not put together".to_owned(),
            "keep one of the two texts, and delete the lines of `<`, `=` and `>`".to_owned(),
        ),
        Some('\t') => (
            "this line begins with a tab, and Fluent knows blanks only".to_owned(),
            "put four blanks in place of the tab if it goes on with the text above, and none if it begins a message"
                .to_owned(),
        ),
        _ if chooses(line) => (format!("this cannot be read: {}", NO_FORMS.0), NO_FORMS.1.to_owned()),
        _ => match id_of(line) {
            Some((id, "")) => (
                format!("after `{id}` stands no `=`"),
                format!(
                    "write `{id} = ` and the translation; put `# ` before a line that is a remark, and four blanks before one \
                     that goes on with the text above"
                ),
            ),
            Some((id, "=")) => (
                format!("`{id}` has no text"),
                format!("write the translation after the `=`, or `# todo ` before `{id}` if it is still to come"),
            ),
            _ => (format!("this cannot be read as Fluent: {reason}"), PLAIN.to_owned()),
        },
    }
}

/// Whether a line has the arrow with which one of several texts is chosen.
fn chooses(line: &str) -> bool {
    line.split_once('{').is_some_and(|(_, inside)| inside.contains("->"))
}

/// The name that a line begins with, where words stand after it and no `=`.
pub(super) fn name_of(line: &str) -> Option<&str> {
    id_of(line).filter(|(_, after)| after.is_empty()).map(|(name, _)| name)
}

/// Whether Git has written a line where two versions meet.
fn is_conflict(line: &str) -> bool {
    ["=======", "<<<<<<<", ">>>>>>>"].iter().any(|mark| line.starts_with(mark))
}

/// The name that a line begins with, and the `=` after it if there is nothing else; of a line with words after its
/// name nothing but the name.
fn id_of(line: &str) -> Option<(&str, &str)> {
    let end = line.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').unwrap_or(line.len());
    let (id, rest) = line.split_at(end);
    if !id.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    match rest.trim() {
        "=" => Some((id, "=")),
        after if after.starts_with('=') => None,
        _ => Some((id, "")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_slips_are_told_in_words_of_everyday() {
        for (line, what, help) in [
            ("#todo p-1 = Marche", "after the `#` of a comment stands a blank", "write `# todo p-1 = Marche`"),
            ("=======", "two versions that Git could not put together", "keep one of the two texts"),
            ("\tet reposez-vous.", "begins with a tab", "four blanks"),
            ("title Marche", "after `title` stands no `=`", "write `title = ` and the translation"),
            ("title", "after `title` stands no `=`", "put `# ` before a line that is a remark"),
            ("title =", "`title` has no text", "`# todo ` before `title`"),
            ("p-1 = Prenez {", "this cannot be read as Fluent: reason", "write a brace as"),
            (
                "p-1 = { $n -> [one] un *[other] {3} }",
                "posts have no variables and no plural forms",
                "write the sentence",
            ),
            ("  # remark", "this cannot be read as Fluent", "a message is one line"),
            ("", "this cannot be read as Fluent", "a message is one line"),
            ("##", "this cannot be read as Fluent", "a message is one line"),
        ] {
            let (said, remedy) = explain(line, "reason", None);
            assert!(said.contains(what) && remedy.contains(help), "{line:?}: {said}; {remedy}");
            assert!(remedy.ends_with("the other messages are used meanwhile"), "{remedy}");
        }
    }

    #[test]
    fn the_rest_of_a_text_is_first_of_all_to_be_indented() {
        for (line, help) in [
            ("uniquement s'il est froid.", "put four blanks before this line, since it goes on with `p-1`"),
            ("\tet reposez-vous.", "put four blanks in place of the tab, since it goes on with `p-1`"),
        ] {
            let (said, remedy) = explain(line, "reason", Some("p-1"));
            assert!(said.ends_with("so `p-1` is not used") && remedy.starts_with(help), "{line:?}: {said}; {remedy}");
        }
    }
}
