//! The rule that says when a variant may be published.

use std::time::Duration;

use crate::locale::Locale;

/// When a post is good enough for the readers of a locale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gate {
    /// The share of segments, in percent, that must be in the reader's language.
    pub coverage: u8,
    /// Whether stale translations are shown (and count).
    pub stale: bool,
    /// Whether machine translations that nobody approved are shown (and count).
    pub machine: bool,
    /// What happens to the page of a post that does not pass.
    pub below: Below,
    /// How long after its date a post waits for its translation; then its readers get it in the
    /// next language of their chain. None: as long as it takes.
    pub wait_at_most: Option<Duration>,
}

/// What happens to the page of a post that does not pass the gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Below {
    /// There is no page.
    Hide,
    /// There is a page with a notice and the blocks in the language they are in.
    Fallback,
}

/// One language of the publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocaleSettings {
    /// The language.
    pub locale: Locale,
    /// Its name in itself, as in "Nederlands", where it is not to be the one that `site.ftl` gives.
    pub autonym: Option<String>,
    /// The languages its readers are given, best first: itself, its fallbacks, the source locale.
    pub chain: Vec<Locale>,
    /// When a post may be published in it.
    pub gate: Gate,
    /// Whether it has pages and feeds of its own. A locale without (such as `fr-BE` beside `fr`)
    /// is for mail: its links lead to the first edition in its chain.
    pub edition: bool,
}

impl Default for Gate {
    /// Eighty percent, Mozilla's rule; stale text is shown, a machine's is not.
    fn default() -> Self {
        Self { coverage: 80, stale: true, machine: false, below: Below::Hide, wait_at_most: None }
    }
}
