//! A post in one locale: each of its blocks in the best language there is, and whether that is good enough.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    ops::AddAssign,
};

use serde::{Deserialize, Serialize};

use super::{
    Catalog, Gate, LocaleSettings, Segment, State,
    gate::is_required,
    state::{Records, record},
};
use crate::{
    clock::Timestamp,
    fingerprint::Fingerprint,
    locale::Locale,
    posts::{
        Post,
        markdown::{Kind, mentioned},
    },
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

/// A post in one locale, as lists, feeds and links tell of it. Its text is another matter: it is much longer, and only who
/// makes a page of it needs it ([`resolve_blocks`]).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    /// The reader's locale.
    pub locale: Locale,
    /// What stands in its front matter, in that order: title, summary, what is said of the lead picture.
    pub front: Vec<Resolved>,
    /// The headings of its body.
    pub headings: Vec<String>,
    /// How many of its blocks are in which language, by their tags.
    pub languages: Vec<(Locale, usize)>,
    /// Whether any of its blocks is a machine's.
    pub machine: bool,
    /// Whether any is stale.
    pub stale: bool,
    /// Whatever in its text may name another post or a picture.
    pub mentions: Vec<String>,
    /// The fingerprint of its text, and of the Dutch text that this stands in.
    pub print: Fingerprint,
    /// How many segments stand how in this locale itself.
    pub coverage: Coverage,
    /// Whether it passes the gate.
    pub(super) passes: bool,
    /// Whether an error in a catalog keeps it from that which passed before. Then this is how it was, as far as that is known.
    pub is_damaged: bool,
}

/// How many segments of a post stand how in one locale.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
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

impl Coverage {
    /// Counts the states of the segments of a post.
    pub fn of(states: impl Iterator<Item = State>) -> Self {
        let mut coverage = Self::default();
        for state in states {
            coverage.segments += 1;
            match state {
                State::Current => coverage.current += 1,
                State::Stale => coverage.stale += 1,
                State::Machine => coverage.machine += 1,
                State::Missing => coverage.missing += 1,
            }
        }
        coverage
    }

    /// Of so many segments none is translated.
    pub fn nothing(segments: usize) -> Self {
        Self { segments, missing: segments, ..Self::default() }
    }
}

impl AddAssign for Coverage {
    fn add_assign(&mut self, more: Self) {
        self.segments += more.segments;
        self.current += more.current;
        self.stale += more.stale;
        self.machine += more.machine;
        self.missing += more.missing;
    }
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
        let state = record(&self.records, &segment.id).map_or(State::Current, |record| record.state(&segment.text));
        Some((text, state))
    }

    /// Forgets the records that say that all is well, as none at all would, and those of texts that are away: what
    /// readers get does not depend on them, and they are half of what is known of an archive.
    pub(super) fn forget_origins(&mut self, segments: &[Segment]) {
        let mut kept = Records::new();
        for segment in segments {
            if let Some(record) = self.records.remove(segment.id.as_str())
                && record.state(&segment.text) != State::Current
            {
                kept.insert(segment.id.to_string(), record);
            }
        }
        self.records = kept;
    }

    /// How its segments stand.
    pub fn coverage(&self, segments: &[Segment]) -> Coverage {
        Coverage::of(segments.iter().map(|segment| self.find(segment).map_or(State::Missing, |(_, state)| state)))
    }
}

impl Variant {
    /// The first text of a kind in the front matter: the title, the summary.
    pub fn first(&self, kind: Kind) -> Option<&Resolved> {
        self.front.iter().find(|block| block.kind == kind)
    }

    /// Whether its readers may have it at `now`: it passes the gate, or has waited for that as long as the gate says.
    pub fn is_open(&self, post: &Post, gate: &Gate, now: Timestamp) -> bool {
        !post.not_in.contains(&self.locale) && (self.passes || has_waited(post.date, gate, now))
    }

    /// Title and summary, as far as they alone keep the gate closed: enough is current, and they are not.
    pub fn lacks(&self, gate: &Gate) -> Vec<Kind> {
        let Coverage { segments, current, .. } = self.coverage;
        let required = self.front.iter().filter(|block| is_required(block.kind));
        let lacking = required.filter(|block| !counts(&self.locale, block, gate) && gate.has_enough(current, segments));
        lacking.map(|block| block.kind).collect()
    }

    /// The locale that the title is in: what a reader would call the language of the post.
    pub fn main_locale(&self) -> &Locale {
        self.front.first().map_or(&self.locale, |title| &title.locale)
    }

    /// The share of blocks in the reader's own language, region aside, in percent, rounded down.
    pub fn own_percent(&self) -> usize {
        let (mut own, mut all) = (0, 0);
        for (locale, count) in &self.languages {
            all += count;
            own += if locale.language() == self.locale.language() { *count } else { 0 };
        }
        (own * 100).checked_div(all).unwrap_or(100)
    }

    /// Whether at least half of it is in the reader's own language.
    pub fn is_mostly_own(&self) -> bool {
        self.own_percent() >= LEAST_OWN
    }

    /// Whether any of it is in another language.
    pub fn falls_back(&self) -> bool {
        self.languages.iter().any(|(locale, _)| locale.language() != self.locale.language())
    }

    /// The language that most of its blocks are in; its own if that has as many as another.
    pub fn most_common_language(&self) -> Option<&Locale> {
        let most = self.languages.iter().max_by_key(|(locale, count)| (*count, *locale == self.locale));
        most.map(|(locale, _)| locale)
    }

    /// A post whose blocks were [resolved](resolve_blocks).
    pub(super) fn resolved<'a>(
        post: &Post,
        segments: &[Segment],
        blocks: &[Resolved],
        settings: &LocaleSettings,
        source: &Locale,
        translated: impl Fn(&Locale) -> Option<&'a Translated>,
    ) -> Self {
        let all = segments.len();
        let coverage = match translated(&settings.locale) {
            _ if settings.locale == *source => Coverage { segments: all, current: all, ..Coverage::default() },
            Some(own) => own.coverage(segments),
            None => Coverage::nothing(all),
        };
        Self::of(post, blocks, coverage, settings)
    }

    /// A post whose blocks these are.
    fn of(post: &Post, blocks: &[Resolved], coverage: Coverage, settings: &LocaleSettings) -> Self {
        let has = |state| blocks.iter().any(|block| block.state == state);
        let mut languages: BTreeMap<&Locale, usize> = BTreeMap::new();
        for block in blocks {
            *languages.entry(&block.locale).or_default() += 1;
        }
        let front = blocks.len().saturating_sub(post.body_leaves.len());
        let headings = blocks.iter().filter(|block| block.kind == Kind::Heading);
        let texts = blocks.iter().map(|block| block.text.as_str()).chain([post.body.as_str()]);
        let mentions: BTreeSet<_> = texts.flat_map(mentioned).collect();
        Self {
            locale: settings.locale.clone(),
            front: blocks[..front].to_vec(),
            headings: headings.map(|block| block.text.clone()).collect(),
            languages: languages.into_iter().map(|(locale, count)| (locale.clone(), count)).collect(),
            machine: has(State::Machine),
            stale: has(State::Stale),
            mentions: mentions.into_iter().map(Cow::into_owned).collect(),
            print: print(post, blocks),
            coverage,
            passes: passes(&settings.locale, blocks, &settings.gate),
            is_damaged: false,
        }
    }
}

/// The fingerprint of the words that a post gets, and of the text that they stand in.
fn print(post: &Post, blocks: &[Resolved]) -> Fingerprint {
    let kinds: String = blocks.iter().map(|block| format!("{:?} {} ", block.kind, block.locale)).collect();
    let texts = blocks.iter().map(|block| block.text.as_str());
    Fingerprint::of_parts([kinds.as_str(), &post.body].into_iter().chain(texts))
}

/// Puts the best text there is into each place of a post, along the reader's chain.
///
/// `translated` gives the catalog of a locale for this post; the last of the chain is the source
/// locale, which always has the text. A locale that the post is [not in](Post::not_in) has none,
/// for its own readers as for those of others.
pub fn resolve_blocks<'a>(
    post: &Post,
    segments: &[Segment],
    settings: &LocaleSettings,
    source: &Locale,
    translated: impl Fn(&Locale) -> Option<&'a Translated>,
) -> Vec<Resolved> {
    let chain = settings.chain.iter().filter(|locale| !post.not_in.contains(locale));
    let chain: Vec<_> = chain.map(|locale| (locale, translated(locale))).collect();
    segments.iter().map(|segment| resolve_block(segment, &chain, source, &settings.gate)).collect()
}

/// The same, and whether that may be published; without the text.
pub fn resolve_variant<'a>(
    post: &Post,
    segments: &[Segment],
    settings: &LocaleSettings,
    source: &Locale,
    translated: impl Fn(&Locale) -> Option<&'a Translated>,
) -> Variant {
    let blocks = resolve_blocks(post, segments, settings, source, &translated);
    Variant::resolved(post, segments, &blocks, settings, source, translated)
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
fn passes(locale: &Locale, blocks: &[Resolved], gate: &Gate) -> bool {
    gate.passes(blocks.iter().map(|block| (is_required(block.kind), counts(locale, block, gate))))
}

/// Whether a block is in the reader's language, and trusted.
fn counts(locale: &Locale, block: &Resolved, gate: &Gate) -> bool {
    block.locale.language() == locale.language() && gate.counts(block.state)
}

/// Whether a post of this date has waited for its translation as long as the gate says at most.
pub(super) fn has_waited(date: Timestamp, gate: &Gate, now: Timestamp) -> bool {
    let waited = (now - date).to_std().unwrap_or_default();
    gate.wait_at_most.is_some_and(|most| waited >= most)
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use proptest::prelude::*;

    use super::*;
    use crate::translation::{
        Origin, Survey,
        gate::{Below, Trust},
        segment::hash,
        state::Record,
    };

    /// The languages of the chain before the source.
    const CHAIN: [&str; 3] = ["fr-BE", "fr", "en"];

    fn locale(tag: &str) -> Locale {
        tag.parse().unwrap()
    }

    fn segment(at: usize) -> Segment {
        let kind = [Kind::Title, Kind::Summary, Kind::Paragraph][at.min(2)];
        Segment { id: format!("p-{at}").parse().unwrap(), kind, text: format!("Zin {at}."), note: None, before: None }
    }

    /// A catalog in which the segments stand in these states.
    fn translated(tag: &str, states: &[State]) -> Translated {
        let mut ftl = String::new();
        let mut records = Records::new();
        for (at, state) in states.iter().enumerate().filter(|(_, state)| **state != State::Missing) {
            let (id, text) = (segment(at).id, format!("{tag} {at}"));
            ftl += &format!("{id} = {text}\n");
            let record = Record {
                source: if *state == State::Stale { "Iets heel anders".to_owned() } else { segment(at).text },
                shown_hash: None,
                target_hash: hash(&text),
                origin: if *state == State::Machine { Origin::Machine } else { Origin::Human },
                from: None,
                reviewed: false,
            };
            records.insert(id.to_string(), record);
        }
        let (catalog, found) = Catalog::parse("x.ftl".as_ref(), &ftl, &Catalog::default());
        assert_eq!(found, []);
        Translated { catalog, records }
    }

    fn post(not_in: Vec<Locale>) -> Post {
        let folder = tempfile::tempdir().unwrap();
        let posts = folder.path().join("posts");
        std::fs::create_dir(&posts).unwrap();
        std::fs::write(posts.join("zin.md"), "---\ntitle: Zin\ndate: 2026-10-02\n---\n").unwrap();
        let settings = crate::posts::LoadSettings { zone: chrono_tz::Tz::UTC };
        let mut loaded = crate::posts::load_posts(folder.path(), settings).unwrap();
        Post { not_in, ..loaded.posts.remove(0) }
    }

    fn states() -> impl Strategy<Value = [[State; 3]; 6]> {
        let state = prop_oneof![
            2 => Just(State::Current),
            1 => Just(State::Stale),
            1 => Just(State::Machine),
            1 => Just(State::Missing)
        ];
        proptest::array::uniform6(proptest::array::uniform3(state))
    }

    fn trust() -> impl Strategy<Value = Trust> {
        prop_oneof![Just(Trust::Hidden), Just(Trust::Shown), Just(Trust::Counted)]
    }

    proptest! {
        #[test]
        fn every_block_is_the_first_of_the_chain_that_may_be_shown(
            states in states(), stale in trust(), machine in trust(), coverage in 0_u8..=100,
            off in proptest::array::uniform3(proptest::bool::weighted(0.2)),
        ) {
            let source = locale("nl");
            let catalogs: HashMap<_, _> = CHAIN.iter().enumerate().map(|(column, tag)| {
                let states: Vec<_> = states.iter().map(|row| row[column]).collect();
                (locale(tag), translated(tag, &states))
            }).collect();
            let gate = Gate { coverage, stale, machine, below: Below::Hide, wait_at_most: None };
            let chain: Vec<_> = CHAIN.iter().chain(&["nl"]).map(|tag| locale(tag)).collect();
            let settings =
                LocaleSettings { locale: locale("fr-BE"), autonym: None, chain, gate: gate.clone(), edition: true };
            let not_in = CHAIN.iter().zip(off).filter(|(_, off)| *off).map(|(tag, _)| locale(tag)).collect();
            let post = post(not_in);
            let segments: Vec<_> = (0..states.len()).map(segment).collect();
            let variant = resolve_variant(&post, &segments, &settings, &source, |tag| catalogs.get(tag));
            let blocks = resolve_blocks(&post, &segments, &settings, &source, |tag| catalogs.get(tag));

            let mut counted = 0;
            let mut are_required = true;
            for (at, (block, row)) in blocks.iter().zip(&states).enumerate() {
                let allowed = |column: &usize| !off[*column] && match row[*column] {
                    State::Current => true,
                    State::Stale => stale != Trust::Hidden,
                    State::Machine => machine != Trust::Hidden,
                    State::Missing => false,
                };
                let first = (0..CHAIN.len()).find(allowed);
                let expected = first.map_or((source.clone(), format!("Zin {at}.")), |column| {
                    (locale(CHAIN[column]), format!("{} {at}", CHAIN[column]))
                });
                prop_assert_eq!((&block.locale, &block.text), (&expected.0, &expected.1));
                let trusted = match block.state {
                    State::Stale => stale == Trust::Counted,
                    State::Machine => machine == Trust::Counted,
                    _ => true,
                };
                let counts = trusted && first.is_some_and(|column| column < 2);
                counted += usize::from(counts);
                are_required &= at > 1 || counts;
            }
            let passes = are_required && counted * 100 >= usize::from(coverage) * states.len();
            let open = variant.is_open(&post, &gate, post.date);
            prop_assert_eq!(open, passes && !off[0]);

            let catalogs: Vec<_> = CHAIN.iter().map(|tag| (locale(tag), catalogs[&locale(tag)].clone())).collect();
            let borrowed: Vec<_> = catalogs.iter().map(|(locale, one)| (locale, one.clone())).collect();
            let survey = Survey::of(&post, &segments, &borrowed);
            prop_assert_eq!(survey.is_open(&settings, &source, post.date), open, "a survey says the same");
            prop_assert_eq!(survey.coverage(&settings.locale, &source), variant.coverage);

            let Coverage { segments, current, stale, machine, missing } = variant.coverage;
            prop_assert_eq!(segments, states.len());
            prop_assert_eq!(current + stale + machine + missing, segments);
            let of = |state| states.iter().filter(|row| row[0] == state).count();
            prop_assert_eq!((current, stale, machine), (of(State::Current), of(State::Stale), of(State::Machine)));
        }
    }
}
