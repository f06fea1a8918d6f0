//! What is wrong in the file of a workflow, at the words that are.

use std::ops::Range;

use crate::diagnostic::nearest;

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
}

/// The name that was meant, or all there are after some words.
pub(super) fn did_you_mean(name: &str, known: &[&str], else_say: &str) -> String {
    nearest(name, known.iter().copied())
        .map_or_else(|| format!("{else_say} {}", known.join(", ")), |meant| format!("did you mean `{meant}`?"))
}
