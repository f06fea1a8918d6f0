//! What is wrong in the file of a workflow, at the words that are.

use std::{ops::Range, path::Path};

use toml::Spanned;

use crate::diagnostic::{Diagnostic, Positions, nearest};

/// Why something in the file cannot be used: where, what, and the remedy.
pub(super) struct Wrong {
    pub(super) at: Range<usize>,
    pub(super) code: &'static str,
    pub(super) message: String,
    pub(super) help: String,
}

impl Wrong {
    pub(super) fn new(
        at: Range<usize>,
        code: &'static str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self { at, code, message: message.into(), help: help.into() }
    }

    /// The same for a person, as an error or a warning.
    pub(super) fn told(
        self,
        severity: fn(&Path, &'static str, String) -> Diagnostic,
        file: &Path,
        positions: &Positions<'_>,
    ) -> Diagnostic {
        let one = severity(file, self.code, self.message).help(self.help);
        if self.at.is_empty() {
            let (line, column) = positions.of(self.at.start);
            one.at(line, column)
        } else {
            one.spanning(positions, self.at)
        }
    }
}

/// Says that something is no length of time.
pub(super) fn not_a_duration(text: &Spanned<String>) -> Wrong {
    let message = format!("{:?} is no length of time", text.get_ref());
    Wrong::new(text.span(), "bad-duration", message, "write a number and a unit: 90s, 15m, 6h, 2d")
}

/// The name that was meant, or all there are after some words.
pub(super) fn did_you_mean(name: &str, known: &[&str], else_say: &str) -> String {
    nearest(name, known.iter().copied())
        .map_or_else(|| format!("{else_say} {}", known.join(", ")), |meant| format!("did you mean `{meant}`?"))
}

/// What could be read; what is wrong instead goes to the others.
pub(super) fn keep<T>(read: Result<T, Wrong>, wrong: &mut Vec<Wrong>) -> Option<T> {
    read.map_err(|one| wrong.push(one)).ok()
}
