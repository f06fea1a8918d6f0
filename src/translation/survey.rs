//! How far a post is in each language, without any of its texts: all that `status` asks for.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use super::{
    Catalog, LocaleSettings, Segment, State,
    align::align,
    files::{Error, load_glossary, load_memory, load_translated},
    in_step::Folder,
    index::{Index, Look},
    variant::{Coverage, Translated, has_waited},
};
use crate::{
    clock::Timestamp,
    locale::Locale,
    posts::{Post, PostFile, Slug, list_posts, load_post, markdown::Kind},
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
    states: Vec<(Locale, Vec<State>)>,
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
            states: translated.iter().map(|(locale, one)| ((*locale).clone(), states_in(one))).collect(),
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
        let chain = settings.chain.iter().filter(|locale| !self.not_in.contains(locale));
        let chain: Vec<_> = chain.take_while(|locale| *locale != source).collect();
        let chain: Vec<_> = chain.into_iter().filter_map(|locale| Some((locale, self.states_in(locale)?))).collect();
        let counts = |at: usize| {
            let shown =
                chain.iter().map(|(locale, states)| (*locale, states[at])).find(|(_, state)| gate.shows(*state));
            let (locale, state) = shown.unwrap_or((source, State::Current));
            locale.language() == settings.locale.language() && gate.counts(state)
        };
        let counted = (0..self.required.len()).filter(|at| counts(*at)).count();
        let passes = (0..self.required.len()).all(|at| !self.required[at] || counts(at))
            && (counted * 100).checked_div(self.required.len()).unwrap_or(100) >= usize::from(gate.coverage);
        !self.not_in.contains(&settings.locale) && (passes || has_waited(self.date, gate, now))
    }

    fn states_in(&self, locale: &Locale) -> Option<&[State]> {
        self.states.iter().find(|(one, _)| one == locale).map(|(_, states)| states.as_slice())
    }
}

/// Whether no gate opens without a segment of this kind.
pub(super) fn is_required(kind: Kind) -> bool {
    matches!(kind, Kind::Title | Kind::Summary)
}

/// Surveys the posts of a folder, newest first. What has not changed since it was surveyed is not read.
///
/// # Errors
/// When a file cannot be read.
pub fn survey_posts(folder: &Folder<'_>) -> Result<Vec<Survey>, Error> {
    let (files, _) = list_posts(folder.root)?;
    let mut index = Index::load(folder);
    let looks = Look::at_all(folder.root, &files, |post| folder.files_of(post));
    let mut glossaries = None;
    let mut surveys = Vec::with_capacity(files.len());
    for (file, look) in files.iter().zip(looks) {
        if let Some(known) = index.survey(&file.slug, &look) {
            surveys.push(known.clone());
            continue;
        }
        let glossaries = match &mut glossaries {
            Some(loaded) => loaded,
            none => none.insert(load_glossaries(folder)?),
        };
        if let Some(survey) = survey_post(folder, file, glossaries)? {
            index.note_survey(look, survey.clone());
            surveys.push(survey);
        }
    }
    index.save(folder.root);
    surveys.sort_by(|a, b| (Reverse(a.date), &a.slug).cmp(&(Reverse(b.date), &b.slug)));
    Ok(surveys)
}

fn load_glossaries<'a>(folder: &Folder<'a>) -> Result<Vec<(&'a Locale, Catalog)>, Error> {
    let load = |locale| Ok((locale, load_glossary(folder.root, locale, &mut Vec::new())?));
    folder.locales.iter().map(load).collect()
}

/// Surveys one post; none when it cannot be read, which is for `check` to say.
fn survey_post(
    folder: &Folder<'_>,
    file: &PostFile,
    glossaries: &[(&Locale, Catalog)],
) -> Result<Option<Survey>, Error> {
    let Some(post) = load_post(folder.root, file, folder.settings, &mut Vec::new())? else { return Ok(None) };
    let (known, _) = load_memory(folder.root, folder.source, &post.slug)?;
    let segments = align(&known, &post.blocks);
    let mut translated = Vec::new();
    for (locale, glossary) in glossaries {
        let found = &mut Vec::new();
        translated.extend(
            load_translated(folder.root, locale, &post.slug, &segments, glossary, found)?.map(|one| (*locale, one)),
        );
    }
    Ok(Some(Survey::of(&post, &segments, &translated)))
}
