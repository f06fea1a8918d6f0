//! What is wrong with a line that is no Fluent, for who has never heard of it.

/// What is wrong with a line that the parser stumbled over, and what to do; `reason` is what the parser itself says.
pub(super) fn explain(line: &str, reason: &str) -> (String, String) {
    let others = "the other messages are used meanwhile";
    let (what, help) = match line.chars().next() {
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
            _ => (
                format!("this cannot be read as Fluent: {reason}"),
                "a message is one line, `id = text`; write a brace as { \"{\" }".to_owned(),
            ),
        },
    };
    (what, format!("{help}; {others}"))
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
            ("  # remark", "this cannot be read as Fluent", "a message is one line"),
            ("", "this cannot be read as Fluent", "a message is one line"),
            ("##", "this cannot be read as Fluent", "a message is one line"),
        ] {
            let (said, remedy) = explain(line, "reason");
            assert!(said.contains(what) && remedy.contains(help), "{line:?}: {said}; {remedy}");
            assert!(remedy.ends_with("the other messages are used meanwhile"), "{remedy}");
        }
    }
}
