//! What is wrong with something that was written, before it is known where it stands.

/// What is wrong, at which keys, and what to do about it.
#[derive(Debug)]
pub(super) struct Remark {
    pub(super) keys: Vec<String>,
    pub(super) message: String,
    pub(super) help: String,
}

impl Remark {
    pub(super) fn new<S: ToString>(keys: &[S], message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { keys: keys.iter().map(S::to_string).collect(), message: message.into(), help: help.into() }
    }
}
