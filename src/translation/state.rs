//! What a translation was made from: the record beside the catalog, and the state that follows from it.
//!
//! The record is a file of its own because translation tools rewrite comments: a state kept in a
//! comment of the catalog would be replaced with the new Dutch text, and the old translation would look fresh.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::{Segment, SegmentId, align::Known, difference::is_minor, emit::comment, segment::hash};

/// How a segment stands in a locale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// There is no translation.
    Missing,
    /// A machine made it or found it elsewhere, and nobody has approved it.
    Machine,
    /// The Dutch text has changed since it was made.
    Stale,
    /// It says what the Dutch text says.
    Current,
}

/// Where a translation came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// A person wrote it.
    Human,
    /// A translation service made it.
    Machine,
    /// It was taken from the same text, or one much like it, elsewhere.
    Memory,
}

/// What is remembered of one translation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// The Dutch text it was made from.
    pub source: String,
    /// The hash of the Dutch text that its file showed after the last sync, when that is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown_hash: Option<String>,
    /// The hash of the translation at the last sync.
    pub target_hash: String,
    /// Where it came from.
    pub origin: Origin,
    /// Which service made it, or which text elsewhere it was taken from, for a translator to read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Whether a person has looked at it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reviewed: bool,
}

/// A translation that a machine offers for a segment that has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fill {
    /// The text.
    pub text: String,
    /// What kind of machine.
    pub origin: Origin,
    /// Which service, or which text elsewhere, for a translator to read.
    pub from: String,
}

/// What is offered for the segments of one post in one locale.
pub type Fills = HashMap<SegmentId, Fill>;

/// The records of one post in one locale, in the order of their ids.
pub type Records = BTreeMap<String, Record>;

/// The record a translation should have now, given the one it had.
///
/// `shown` is the Dutch text that the translator saw, as far as the file tells. Whoever changed the
/// translation translated what the file showed: if the Dutch text has changed since, it is stale at birth.
/// That the newest was shown must be in the record, because translation tools rewrite comments, and the
/// file must not say otherwise, because a sync that is killed has written the record and not yet the file.
///
/// Whoever only wants to know how the translation stands asks [`state_of`].
pub fn record_of(source: &str, target: &str, old: Option<&Record>, shown: Option<&str>) -> Record {
    let target_hash = hash(target);
    let shown_now = |record: &Record| (record.source != source).then(|| hash(source));
    let mut record = match old {
        Some(old) if old.target_hash == target_hash => old.clone(),
        Some(old) => {
            let saw_the_newest = old.showed(source) && shown.is_none_or(|shown| shown.trim() == comment(source).trim());
            let seen = if saw_the_newest { source } else { shown.unwrap_or(&old.source) };
            Record {
                source: seen.to_owned(),
                shown_hash: None,
                target_hash,
                origin: Origin::Human,
                from: None,
                reviewed: false,
            }
        }
        None => {
            let seen = shown.unwrap_or(source).to_owned();
            Record { source: seen, shown_hash: None, target_hash, origin: Origin::Human, from: None, reviewed: false }
        }
    };
    record.shown_hash = shown_now(&record);
    record
}

/// Carries translations over edits that the writer calls minor: those that were current for the text in
/// `known` are now made from the text of today. What was stale before stays so.
pub fn carry_over(records: &mut Records, known: &[Known], segments: &[Segment]) {
    let texts: HashMap<_, _> = known.iter().map(|old| (&old.id, &old.text)).collect();
    for segment in segments {
        let Some(before) = texts.get(&segment.id).filter(|before| **before != &segment.text) else { continue };
        if let Some(record) = records.get_mut(segment.id.as_str()).filter(|one| one.state(before) != State::Stale) {
            record.source.clone_from(&segment.text);
            record.shown_hash = None;
        }
    }
}

/// How a translation stands now, given the record it had: the state of what [`record_of`] would make
/// of it. Publishing asks this for every segment in every locale, so it makes nothing.
pub fn state_of(source: &str, target: &str, old: Option<&Record>) -> State {
    match old {
        Some(old) if old.target_hash == hash(target) => old.state(source),
        Some(old) if !is_minor(&old.source, source) && !old.showed(source) => State::Stale,
        _ => State::Current,
    }
}

impl Record {
    /// The record of a translation that no person made, for the Dutch text as it is now.
    pub fn filled(source: &str, fill: &Fill) -> Self {
        Self {
            source: source.to_owned(),
            shown_hash: None,
            target_hash: hash(&fill.text),
            origin: fill.origin,
            from: Some(fill.from.clone()),
            reviewed: false,
        }
    }

    /// Whether the file showed this Dutch text after the last sync.
    pub(super) fn showed(&self, source: &str) -> bool {
        match &self.shown_hash {
            Some(shown_hash) => *shown_hash == hash(source),
            None => self.source == source,
        }
    }

    /// The state of a translation with this record, for the Dutch text as it is now.
    pub fn state(&self, source: &str) -> State {
        if !is_minor(&self.source, source) {
            State::Stale
        } else if self.origin != Origin::Human && !self.reviewed {
            State::Machine
        } else {
            State::Current
        }
    }

    /// The record of the same translation, after its file has been made to show the Dutch text as it is now.
    pub fn shown_with(&self, source: &str) -> Self {
        Self { shown_hash: (self.source != source).then(|| hash(source)), ..self.clone() }
    }

    /// The record of the same translation, approved for the Dutch text as it is now.
    pub fn approved(&self, source: &str) -> Self {
        Self { source: source.to_owned(), shown_hash: None, reviewed: true, ..self.clone() }
    }
}

/// The records as the text of their file.
pub fn render_records(records: &Records) -> String {
    let head = "# Written by `postduif sync`: what each translation was made from. Commit it with the catalogs.\n\n";
    format!("{head}{}", toml::to_string(records).unwrap_or_default())
}

/// Reads the records of a file; the text after the error's line says what is wrong.
///
/// # Errors
/// When the file is not what [`render_records`] writes, as after a merge conflict.
pub fn parse_records(text: &str) -> Result<Records, toml::de::Error> {
    toml::from_str(text)
}

/// The record of `id`.
pub fn record<'a>(records: &'a Records, id: &SegmentId) -> Option<&'a Record> {
    records.get(id.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = "Heb geduld.";
    const NEW: &str = "Wees geduldig.";

    #[test]
    fn a_translation_goes_stale_when_the_dutch_changes_and_fresh_when_it_is_edited() {
        let first = record_of(OLD, "Be patient.", None, Some(OLD));
        assert_eq!(first.state(OLD), State::Current);
        assert_eq!(first.state(NEW), State::Stale);
        let synced = record_of(NEW, "Be patient.", Some(&first), Some(OLD));
        assert_eq!(synced.state(NEW), State::Stale);
        assert_eq!(synced.source, OLD, "the text it was made from is remembered");
        let edited = record_of(NEW, "Have patience.", Some(&synced), Some(NEW));
        assert_eq!(edited.state(NEW), State::Current);
    }

    #[test]
    fn who_translated_the_old_dutch_while_it_changed_did_not_translate_the_new_one() {
        let first = record_of(OLD, "Be patient.", None, Some(OLD));
        let edited_meanwhile = record_of(NEW, "Have patience.", Some(&first), Some(OLD));
        assert_eq!(edited_meanwhile.state(NEW), State::Stale);
    }

    #[test]
    fn who_translated_the_old_dutch_after_a_sync_was_killed_did_not_translate_the_new_one() {
        let first = record_of(OLD, "Be patient.", None, Some(OLD));
        let written_without_its_file = record_of(NEW, "Be patient.", Some(&first), Some(OLD));
        let edited = record_of(NEW, "Have patience.", Some(&written_without_its_file), Some(OLD));
        assert_eq!(edited.state(NEW), State::Stale);
    }

    #[test]
    fn a_machines_work_is_current_only_once_it_is_approved() {
        let record = Record { origin: Origin::Machine, ..record_of(OLD, "Be patient.", None, None) };
        assert_eq!(record.state(OLD), State::Machine);
        assert_eq!(record.approved(OLD).state(OLD), State::Current);
    }

    #[test]
    fn the_state_is_that_of_the_record_it_would_get() {
        let first = record_of(OLD, "Be patient.", None, None);
        let machine = Record { origin: Origin::Machine, ..first.clone() };
        let olds = [None, Some(record_of(NEW, "Be patient.", Some(&first), None)), Some(first), Some(machine)];
        for old in &olds {
            for (source, target) in [(OLD, "Be patient."), (NEW, "Be patient."), (OLD, "Wait."), (NEW, "Wait.")] {
                let record = record_of(source, target, old.as_ref(), None);
                assert_eq!(state_of(source, target, old.as_ref()), record.state(source), "{source} {target} {old:?}");
            }
        }
    }

    #[test]
    fn records_are_read_back_as_they_were_written() {
        let records = Records::from([("p-1".to_owned(), record_of(OLD, "\"Geduld\" = x", None, None))]);
        assert_eq!(parse_records(&render_records(&records)).unwrap(), records);
    }
}
