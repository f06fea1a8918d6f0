//! What gets into a post without anybody writing it: the marks of a merge conflict, and characters that nobody sees.

use std::{fs, path::Path};

use crate::{
    diagnostic::{Diagnostic, Positions},
    unseen::{first_turn, is_unseen, name_of, said_of_unseen},
};

/// Says where a merge conflict is not resolved. Which side is meant is for a person to say, so such a post is none.
pub(super) fn merge_conflict(file: &Path, text: &str) -> Option<Diagnostic> {
    let line = first_conflict(text)?;
    let message = "a merge conflict is not resolved here, so the post is left out";
    let found = Diagnostic::error(file, "merge-conflict", message).at(line, 1);
    Some(found.help("keep one side, and delete the lines <<<<<<<, ======= and >>>>>>>"))
}

/// The line, from 1, on which a conflict begins whose three marks stand at line starts in their order. A post may show
/// one in fenced code.
fn first_conflict(text: &str) -> Option<usize> {
    let mut fence: Option<&str> = None;
    let mut begun = None;
    let mut is_divided = false;
    for (line, nth) in text.lines().zip(1..) {
        if begun.is_some() {
            // A fence that opens on both sides would hide the rest.
            is_divided |= line == "=======";
            if is_divided && line.starts_with(">>>>>>> ") {
                return begun;
            }
            continue;
        }
        let run = fence_of(line);
        match fence {
            None if line.starts_with("<<<<<<< ") => begun = Some(nth),
            None => fence = run,
            Some(open) if run.is_some_and(|run| run.starts_with(open) && line.trim() == run) => fence = None,
            Some(_) => {}
        }
    }
    None
}

/// The signs with which a line opens or closes fenced code (CommonMark 0.31, section 4.5).
fn fence_of(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let sign = line.chars().next().filter(|sign| matches!(sign, '`' | '~'))?;
    let (run, info) = line.split_at(line.len() - line.trim_start_matches(sign).len());
    (run.len() >= 3 && !(sign == '`' && info.contains('`'))).then_some(run)
}

/// Reports the first sign that turns a paragraph around, and the first that nobody sees.
pub(super) fn check_characters(file: &Path, text: &str, found: &mut Vec<Diagnostic>) {
    let positions = || Positions::new(text);
    // Direction begins anew with each paragraph.
    let mut start = 0;
    for paragraph in text.split("\n\n").take(if text.is_ascii() { 0 } else { usize::MAX }) {
        if !paragraph.is_ascii()
            && let Some((at, c, turn)) = first_turn(paragraph)
        {
            let (said, help) = turn.said();
            let one = Diagnostic::error(file, "direction-control", format!("here is a {}{said}", name_of(c)));
            let at = start + at;
            found.push(one.spanning(&positions(), at..at + c.len_utf8()).help(help));
            break;
        }
        start += paragraph.len() + 2;
    }
    // Nearly every character is one that a keyboard has.
    let is_stray = |c: char| !matches!(c, ' '..='~' | '\t' | '\n' | '\r') && is_unseen(c);
    if let Some((at, c)) = text.char_indices().find(|(_, c)| is_stray(*c)) {
        let (what, help) = said_of_unseen(c);
        let one = Diagnostic::warning(file, "invisible-character", format!("here is {what}: {}", name_of(c)));
        found.push(one.spanning(&positions(), at..at + c.len_utf8()).help(help));
    }
}

/// The file of a post that is a folder.
const INDEX: &str = "index.md";

/// The endings of files that somebody may have taken for posts.
const TEXTS: [&str; 10] = ["docx", "htm", "html", "markdown", "md", "mdown", "mdx", "mkd", "odt", "txt"];

/// Says of a file among posts that it is none, if it looks as if it was meant to be one.
pub(super) fn no_post(file: &Path) -> Option<Diagnostic> {
    let ending = file.extension()?.to_str()?.to_ascii_lowercase();
    if !TEXTS.contains(&ending.as_str()) {
        return None;
    }
    let message = "only what ends in `.md` is a post, so this file is left out";
    let help = format!("call it `{}` if it is one", file.with_extension("md").file_name()?.to_str()?);
    Some(Diagnostic::warning(file, "not-a-post", message).help(help))
}

/// How many files are named in a folder of posts, and how deep it is looked into: more is no folder of posts.
const MOST_NAMED: usize = 100;
const MOST_DEEP: usize = 8;

/// The same of the texts in a folder of posts, and in folders in it, that are no post: all but its own `index.md`.
pub(super) fn texts_in_folder(root: &Path, folder: &Path) -> Vec<Diagnostic> {
    let (mut found, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(within) = folders.pop() {
        let is_deep = within != folder;
        for entry in fs::read_dir(root.join(&within)).into_iter().flatten().flatten() {
            let Ok(name) = entry.file_name().into_string() else { continue };
            let file = within.join(&name);
            if name.starts_with(['.', '_']) || !is_deep && name == INDEX {
                continue;
            }
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                folders.extend((file.components().count() < MOST_DEEP).then_some(file));
            } else if file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("md")) {
                found.push(text_in_folder(folder, &file));
            }
        }
    }
    found.sort();
    found.truncate(MOST_NAMED);
    found
}

fn text_in_folder(folder: &Path, file: &Path) -> Diagnostic {
    let posts = folder.parent().unwrap_or(folder);
    let message = "of a folder only its `index.md` is a post, so this file is left out";
    let own = file.parent().filter(|own| *own != folder && file.ends_with(INDEX));
    let help = match own.and_then(Path::file_name) {
        Some(name) => format!("move its folder to {}", posts.join(name).display()),
        None if file.parent() == Some(folder) => {
            format!("call it `index.md`, or put it into {} itself", posts.display())
        }
        None => format!("put it into {} itself", posts.display()),
    };
    Diagnostic::warning(file, "not-a-post", message).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONFLICT: &str = "<<<<<<< HEAD\nEén.\n=======\nTwee.\n>>>>>>> tak\n";

    #[test]
    fn a_conflict_begins_with_the_first_of_three_marks_in_order() {
        assert_eq!(first_conflict(&format!("Tekst.\n\n{CONFLICT}")), Some(3));
        assert_eq!(first_conflict(&format!("```\nx\n```\n{CONFLICT}")), Some(4));
        let code_on_both_sides = CONFLICT.replace("Eén.", "```\na\n```").replace("Twee.", "```\nb\n```");
        assert_eq!(first_conflict(&code_on_both_sides), Some(1));
        assert_eq!(first_conflict(&CONFLICT.replace("Eén.", "```")), Some(1), "a fence that opens on one side");
    }

    #[test]
    fn a_heading_with_a_line_below_it_and_a_conflict_in_code_are_none() {
        assert_eq!(first_conflict("Een kop\n=======\n\n>>>>>>> citaat\n"), None);
        assert_eq!(first_conflict("<<<<<<< dit\n\nEen kop\n--------\n"), None);
        for fence in ["```", "~~~~", "  ```git"] {
            let close = fence.trim().trim_end_matches("git");
            assert_eq!(first_conflict(&format!("{fence}\n{CONFLICT}{close}\n\nTekst.\n")), None, "{fence}");
        }
    }

    #[test]
    fn characters_that_nobody_sees_are_found_where_they_stand() {
        let found_in = |text: &str| {
            let mut found = Vec::new();
            check_characters("posts/a.md".as_ref(), text, &mut found);
            found.into_iter().map(|one| (one.code, one.line, one.column)).collect::<Vec<_>>()
        };
        assert_eq!(found_in("Een.\n\nTwéé\u{202e}drie.\n"), [("direction-control", 3, 5)]);
        assert_eq!(found_in("Een \u{2067}twee.\n\nDrie\u{2069}.\n"), [("direction-control", 1, 5)]);
        assert_eq!(found_in("Een\0.\nTwee\u{200b}.\n"), [("invisible-character", 1, 4)]);
        assert_eq!(found_in("Een \u{2068}أحمد\u{2069}.\r\n\tTwee \u{1f469}\u{200d}\u{1f33e}.\r\n"), []);
    }
}
