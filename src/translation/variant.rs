//! A post in one locale: each of its blocks in the best language there is, and whether that is good enough.

use serde::Serialize;

use super::{
    Catalog, Gate, LocaleSettings, Segment, State,
    state::{Records, record, state_of},
};
use crate::{
    clock::Timestamp,
    locale::Locale,
    posts::{Post, Slug, markdown::Kind},
};

/// The least share of a page, in percent, that is in its own language. With less than half of it,
/// `hreflang`, a feed and a search result would promise a language that most of the page is not in,
/// and the page has more in common with the source's than with itself.
const LEAST_OWN: usize = 50;

/// One block of a variant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolved {
    /// What it is.
    pub kind: Kind,
    /// The text, on one line.
    pub text: String,
    /// The language the text is really in.
    pub locale: Locale,
    /// How the translation stands; `Current` for the source's own text.
    pub state: State,
}

/// A post in one locale.
#[derive(Debug, Clone)]
pub struct Variant {
    /// The post.
    pub slug: Slug,
    /// The reader's locale.
    pub locale: Locale,
    /// The post's blocks, in its order.
    pub blocks: Vec<Resolved>,
    /// How many segments stand how in this locale itself.
    pub coverage: Coverage,
    /// Whether its readers may have it.
    pub open: bool,
}

/// How many segments of a post stand how in one locale.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// All segments.
    pub segments: usize,
    /// Those that say what the Dutch says.
    pub current: usize,
    /// Those whose Dutch has changed.
    pub stale: usize,
    /// Those a machine made.
    pub machine: usize,
    /// Those that are not there.
    pub missing: usize,
}

/// A catalog with what its translations were made from.
#[derive(Debug, Clone, Default)]
pub struct Translated {
    /// The messages.
    pub catalog: Catalog,
    /// Their records.
    pub records: Records,
}

impl Translated {
    /// The text of a segment and how it stands.
    pub fn find(&self, segment: &Segment) -> Option<(&str, State)> {
        let text = self.catalog.text(&segment.id)?;
        Some((text, state_of(&segment.text, text, record(&self.records, &segment.id))))
    }

    /// How its segments stand.
    pub fn coverage(&self, segments: &[Segment]) -> Coverage {
        let mut coverage = Coverage { segments: segments.len(), ..Coverage::default() };
        for segment in segments {
            match self.find(segment).map_or(State::Missing, |(_, state)| state) {
                State::Current => coverage.current += 1,
                State::Stale => coverage.stale += 1,
                State::Machine => coverage.machine += 1,
                State::Missing => coverage.missing += 1,
            }
        }
        coverage
    }
}

impl Variant {
    /// The text of the first block of a kind: the title, the summary.
    pub fn first(&self, kind: Kind) -> Option<&Resolved> {
        self.blocks.iter().find(|block| block.kind == kind)
    }

    /// Whether a text is in the reader's own language, region aside.
    pub fn is_own(&self, text: &Resolved) -> bool {
        text.locale.language() == self.locale.language()
    }

    /// The locale that the title is in: what a reader would call the language of the post.
    pub fn main_locale(&self) -> &Locale {
        self.blocks.first().map_or(&self.locale, |title| &title.locale)
    }

    /// The share of blocks in the reader's own language, in percent, rounded down.
    pub fn own_percent(&self) -> usize {
        self.percent(|block| self.is_own(block))
    }

    /// Whether at least half of it is in the reader's own language.
    pub fn is_mostly_own(&self) -> bool {
        self.own_percent() >= LEAST_OWN
    }

    fn percent(&self, of: impl Fn(&Resolved) -> bool) -> usize {
        let some = self.blocks.iter().filter(|block| of(block)).count();
        (some * 100).checked_div(self.blocks.len()).unwrap_or(100)
    }
}

/// Puts the best text there is into each place of a post, along the reader's chain.
///
/// `translated` gives the catalog of a locale for this post; the last of the chain is the source
/// locale, which always has the text. A locale that the post is [not in](Post::not_in) has none,
/// for its own readers as for those of others.
pub fn resolve_variant<'a>(
    post: &Post,
    segments: &[Segment],
    settings: &LocaleSettings,
    source: &Locale,
    translated: impl Fn(&Locale) -> Option<&'a Translated>,
    now: Timestamp,
) -> Variant {
    let chain = settings.chain.iter().filter(|locale| !post.not_in.contains(locale));
    let chain: Vec<_> = chain.map(|locale| (locale, translated(locale))).collect();
    let blocks = segments.iter().map(|segment| resolve_block(segment, &chain, source, &settings.gate)).collect();
    let own = translated(&settings.locale).map(|own| own.coverage(segments));
    let all = segments.len();
    let coverage = match own {
        _ if settings.locale == *source => Coverage { segments: all, current: all, ..Coverage::default() },
        Some(coverage) => coverage,
        None => Coverage { segments: all, missing: all, ..Coverage::default() },
    };
    let mut variant =
        Variant { slug: post.slug.clone(), locale: settings.locale.clone(), blocks, coverage, open: false };
    variant.open = !post.not_in.contains(&settings.locale)
        && (passes(&variant, &settings.gate) || has_waited(post, &settings.gate, now));
    variant
}

fn resolve_block(
    segment: &Segment,
    chain: &[(&Locale, Option<&Translated>)],
    source: &Locale,
    gate: &Gate,
) -> Resolved {
    for (locale, translated) in chain {
        if *locale == source {
            break;
        }
        if let Some((text, state)) = translated.and_then(|translated| translated.find(segment))
            && gate.shows(state)
        {
            return Resolved { kind: segment.kind, text: text.to_owned(), locale: (*locale).clone(), state };
        }
    }
    Resolved { kind: segment.kind, text: segment.text.clone(), locale: source.clone(), state: State::Current }
}

/// Title and summary must be in the reader's language, and enough of the rest.
fn passes(variant: &Variant, gate: &Gate) -> bool {
    let counts = |block: &Resolved| variant.is_own(block) && gate.counts(block.state);
    let mut required = variant.blocks.iter().filter(|block| matches!(block.kind, Kind::Title | Kind::Summary));
    required.all(counts) && variant.percent(counts) >= usize::from(gate.coverage)
}

fn has_waited(post: &Post, gate: &Gate, now: Timestamp) -> bool {
    let waited = (now - post.date).to_std().unwrap_or_default();
    gate.wait_at_most.is_some_and(|most| waited >= most)
}
