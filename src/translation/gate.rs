//! The rule that says when a variant may be published.

use std::time::Duration;

use serde::{Deserialize, Deserializer};

use super::State;
use crate::{locale::Locale, posts::markdown::Kind};

/// When a post is good enough for the readers of a locale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gate {
    /// The share of segments, in percent, that must be in the reader's language. Title and summary
    /// must be whatever the share.
    pub coverage: u8,
    /// What becomes of stale translations.
    pub stale: Trust,
    /// What becomes of machine translations that nobody approved.
    pub machine: Trust,
    /// What happens to a post that does not pass.
    pub below: Below,
    /// How long after its date a post waits for its translation; then its readers get it with what
    /// the languages of their chain have, on a page of its own. None: as long as it takes.
    pub wait_at_most: Option<Duration>,
}

/// How far a translation is trusted that does not surely say what the Dutch says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    /// Readers do not see it: the next language of their chain stands in its place. Written `false`.
    Hidden,
    /// Readers see it, but it does not count for the gate. Written `"shown"`.
    Shown,
    /// Readers see it, and it counts. Written `true`.
    Counted,
}

/// What happens to a post that does not pass the gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Below {
    /// There is no page.
    Hide,
    /// There is a page with a notice and the blocks in the language they are in.
    Fallback,
    /// There is no page; lists lead to the one in the source locale, and name its language.
    Source,
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

/// Whether no gate opens without a segment of this kind.
pub(super) fn is_required(kind: Kind) -> bool {
    matches!(kind, Kind::Title | Kind::Summary)
}

impl Default for Gate {
    /// Eighty percent, Mozilla's rule; stale text is shown, a machine's is not.
    fn default() -> Self {
        Self { coverage: 80, stale: Trust::Counted, machine: Trust::Hidden, below: Below::Hide, wait_at_most: None }
    }
}

impl Gate {
    /// Whether readers see a translation in this state.
    pub fn shows(&self, state: State) -> bool {
        self.trust(state) != Trust::Hidden
    }

    /// Whether a translation in this state counts for the coverage.
    pub fn counts(&self, state: State) -> bool {
        self.trust(state) == Trust::Counted
    }

    /// Whether a post may go through. Of each of its segments: whether it [must](is_required) be translated, and
    /// whether what readers get to see of it is in their language and [counts](Self::counts).
    pub(super) fn passes(&self, segments: impl Iterator<Item = (bool, bool)>) -> bool {
        let (mut all, mut counted) = (0, 0);
        for (is_required, counts) in segments {
            if is_required && !counts {
                return false;
            }
            all += 1;
            counted += usize::from(counts);
        }
        self.has_enough(counted, all)
    }

    /// Whether so many texts are the share of all that it wants.
    pub(super) fn has_enough(&self, counted: usize, all: usize) -> bool {
        counted * 100 >= usize::from(self.coverage) * all
    }

    fn trust(&self, state: State) -> Trust {
        match state {
            State::Current => Trust::Counted,
            State::Stale => self.stale,
            State::Machine => self.machine,
            State::Missing => Trust::Hidden,
        }
    }
}

impl<'de> Deserialize<'de> for Trust {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "lowercase")]
        enum Word {
            Shown,
        }
        #[derive(Deserialize)]
        #[serde(
            untagged,
            expecting = "expected `true` (shown and counted), `\"shown\"` (not counted) or `false` (not shown)"
        )]
        enum Written {
            Counted(bool),
            Word(Word),
        }
        Ok(match Written::deserialize(deserializer)? {
            Written::Counted(true) => Self::Counted,
            Written::Counted(false) => Self::Hidden,
            Written::Word(Word::Shown) => Self::Shown,
        })
    }
}
