//! How far a post is in each language, without any of its texts: all that `status` asks for.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use super::{
    Gate, LocaleSettings, Segment, State,
    gate::is_required,
    variant::{Coverage, Translated, has_waited},
};
use crate::{
    clock::Timestamp,
    locale::Locale,
    posts::{Post, Slug, markdown::Kind},
};

/// One post, and how each of its segments stands in each locale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Survey {
    /// The post.
    pub slug: Slug,
    /// When readers may see it first.
    #[serde(with = "chrono::serde::ts_milliseconds")]
    pub date: Timestamp,
    /// Whether it is not to be published yet.
    pub draft: bool,
    /// The locales that its writer does not want it in.
    pub not_in: Vec<Locale>,
    /// Of each segment, whether no gate opens without it.
    required: Vec<bool>,
    /// The states of the segments, in each locale that has a catalog.
    states: Vec<(Locale, States)>,
}

/// The states of segments in their order, a byte for each when they are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
struct States(Vec<State>);

impl Serialize for States {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0.iter().map(|state| *state as u8).collect::<Vec<_>>())
    }
}

impl<'de> Deserialize<'de> for States {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let state = |byte: &u8| State::ALL.get(usize::from(*byte)).copied();
        let states = <&[u8]>::deserialize(deserializer)?.iter().map(state).collect::<Option<_>>();
        states.map(Self).ok_or_else(|| D::Error::custom("no such state"))
    }
}

/// The states of a post along a reader's chain, each with whether it is their own language.
struct Shown<'s> {
    chain: Vec<(bool, &'s [State])>,
    source_is_own: bool,
}

impl Shown<'_> {
    /// Whether a segment is in the reader's language, and trusted.
    fn counts(&self, at: usize, gate: &Gate) -> bool {
        match self.chain.iter().find(|(_, states)| gate.shows(states[at])) {
            Some((is_own, states)) => *is_own && gate.counts(states[at]),
            None => self.source_is_own,
        }
    }
}

impl Survey {
    pub(super) fn of(post: &Post, segments: &[Segment], translated: &[(&Locale, Translated)]) -> Self {
        let states_in = |translated: &Translated| -> Vec<State> {
            segments.iter().map(|segment| translated.find(segment).map_or(State::Missing, |(_, state)| state)).collect()
        };
        Self {
            slug: post.slug.clone(),
            date: post.date,
            draft: post.draft,
            not_in: post.not_in.clone(),
            required: segments.iter().map(|segment| is_required(segment.kind)).collect(),
            states: translated.iter().map(|(locale, one)| ((*locale).clone(), States(states_in(one)))).collect(),
        }
    }

    /// How many segments stand how in a locale.
    pub fn coverage(&self, locale: &Locale, source: &Locale) -> Coverage {
        let segments = self.required.len();
        if locale == source {
            return Coverage { segments, current: segments, ..Coverage::default() };
        }
        self.states_in(locale).map_or(Coverage::nothing(segments), |states| Coverage::of(states.iter().copied()))
    }

    /// Whether the readers of a locale may have the post at `now`: the same answer as
    /// [`resolve_variant`](super::variant::resolve_variant) gives.
    pub fn is_open(&self, settings: &LocaleSettings, source: &Locale, now: Timestamp) -> bool {
        let gate = &settings.gate;
        let shown = self.shown(settings, source);
        // So nearly every post of an archive is.
        let is_all_current = || match shown.chain.first() {
            Some((is_own, states)) => *is_own && states.iter().all(|state| *state == State::Current),
            None => shown.source_is_own,
        };
        let counts = |at: usize| shown.counts(at, gate);
        let passes = || gate.passes(self.required.iter().enumerate().map(|(at, required)| (*required, counts(at))));
        !self.not_in.contains(&settings.locale) && (is_all_current() || passes() || has_waited(self.date, gate, now))
    }

    /// Title and summary, as far as they alone keep the gate closed: the same answer as
    /// [`Variant::lacks`](super::Variant::lacks) gives.
    pub fn lacks(&self, settings: &LocaleSettings, source: &Locale) -> Vec<Kind> {
        let Coverage { segments, current, .. } = self.coverage(&settings.locale, source);
        if !settings.gate.has_enough(current, segments) {
            return Vec::new();
        }
        let shown = self.shown(settings, source);
        let required = self.required.iter().enumerate().filter(|(_, required)| **required);
        // Of each there is one at most, the title first.
        let required = required.zip([Kind::Title, Kind::Summary]);
        required.filter(|((at, _), _)| !shown.counts(*at, &settings.gate)).map(|(_, kind)| kind).collect()
    }

    /// What the readers of a locale may see.
    fn shown(&self, settings: &LocaleSettings, source: &Locale) -> Shown<'_> {
        let is_own = |locale: &Locale| locale.language() == settings.locale.language();
        let chain = settings.chain.iter().filter(|locale| !self.not_in.contains(locale));
        let chain = chain.take_while(|locale| *locale != source);
        let chain = chain.filter_map(|locale| Some((is_own(locale), self.states_in(locale)?))).collect();
        Shown { chain, source_is_own: is_own(source) }
    }

    fn states_in(&self, locale: &Locale) -> Option<&[State]> {
        self.states.iter().find(|(one, _)| one == locale).map(|(_, states)| states.0.as_slice())
    }
}
