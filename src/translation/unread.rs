//! Comments that may well be the rest of a translation, and that nobody would ever read.

use std::path::Path;

use memchr::memmem;

use super::pieces::{MACHINE, NOTE, STALE, TODO, left_alone};
use crate::{diagnostic::Diagnostic, line::lines, locale::Locale};

/// Says where a person's comment stands right below a `# todo`: some editors wrap a long comment into a second one.
pub(super) fn unread_text(file: &Path, ftl: &str, source: &Locale) -> Option<Diagnostic> {
    memmem::find(ftl.as_bytes(), TODO.as_bytes())?;
    let mut below_todo = false;
    for (line, nth) in lines(ftl).zip(1..) {
        if below_todo && is_somebodys(line, source) {
            let message = "a comment right below a `# todo` is no part of it";
            let help = "if it belongs to the translation, take its `#` away and indent it by four blanks; \
                        put a remark above the `# todo`";
            return Some(left_alone(file, "unread-text", message).at(nth, 1).help(help));
        }
        below_todo = line.starts_with(TODO);
    }
    None
}

/// Whether a comment line is none of those that sync writes.
fn is_somebodys(line: &str, source: &Locale) -> bool {
    let shows_source = line.strip_prefix("# ").and_then(|rest| rest.strip_prefix(source.as_str()));
    let is_ours = [TODO, NOTE, STALE, MACHINE].iter().any(|mark| line.starts_with(mark));
    line.starts_with("# ") && !is_ours && !shows_source.is_some_and(|rest| rest.starts_with(": "))
}
