//! What a translation was made from: the record beside the catalog, and the state that follows from it.
//!
//! Records stand in a file of their own (`records.rs`) because translation tools rewrite comments: a
//! state kept in a comment of the catalog would be replaced with the new Dutch text, and the old translation would
//! look fresh.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::{SegmentId, difference::is_minor, emit::comment, segment::hash};

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

impl State {
    /// All of them, each at the place that it has as a number.
    pub(super) const ALL: [Self; 4] = [Self::Missing, Self::Machine, Self::Stale, Self::Current];
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
pub type Fills = FxHashMap<SegmentId, Fill>;

/// The records of one post in one locale, in the order of their ids.
pub type Records = BTreeMap<String, Record>;

/// The record a translation should have now, given the one it had.
///
/// `shown` is the Dutch text that the translator saw, as far as that is known. Whoever changed the
/// translation translated what they saw: if the Dutch text has changed since, it is stale at birth.
/// That the newest was shown must be in the record, because translation tools rewrite comments, and the
/// file must not say otherwise, because a sync that is killed has written the record and not yet the file.
pub fn record_of(source: &str, target: &str, old: Option<&Record>, shown: Option<&str>) -> Record {
    let target_hash = hash(target);
    let mut record = match old {
        Some(old) if old.target_hash == target_hash => old.clone(),
        Some(old) => {
            let saw_the_newest = old.showed(source) && shown.is_none_or(|shown| shown.trim() == comment(source).trim());
            let seen = if saw_the_newest { source } else { shown.unwrap_or(&old.source) };
            Record::by_a_person(seen, target_hash)
        }
        None => Record::by_a_person(shown.unwrap_or(source), target_hash),
    };
    record.shown_hash = (record.source != source).then(|| hash(source));
    record
}

impl Record {
    fn by_a_person(source: &str, target_hash: String) -> Self {
        let source = source.to_owned();
        Self { source, shown_hash: None, target_hash, origin: Origin::Human, from: None, reviewed: false }
    }

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

    /// Whether it is the record of this translation, and not of what stood there before.
    pub(super) fn is_of(&self, target: &str) -> bool {
        self.target_hash == hash(target)
    }

    /// Whether the Dutch text has changed since in more than a [minor](is_minor) way.
    pub(super) fn is_outdated(&self, source: &str) -> bool {
        !is_minor(&self.source, source)
    }

    /// Whether no person made it, and none has approved it.
    pub(super) fn is_unread(&self) -> bool {
        self.origin != Origin::Human && !self.reviewed
    }

    /// The state of a translation with this record, for the Dutch text as it is now.
    ///
    /// What nobody has read and was made from another text vouches for nothing: it is as good as missing,
    /// whatever a gate thinks of stale texts and of machines'.
    pub fn state(&self, source: &str) -> State {
        match (self.is_outdated(source), self.is_unread()) {
            (true, true) => State::Missing,
            (true, false) => State::Stale,
            (false, true) => State::Machine,
            (false, false) => State::Current,
        }
    }

    /// Whether a machine may put something else in the place of this translation: another machine made it, from a
    /// text that is no more, and nobody has touched it since.
    pub(super) fn may_be_replaced(&self, source: &str, target: &str) -> bool {
        self.is_of(target) && self.state(source) == State::Missing
    }

    /// The record of the same translation after an edit of the Dutch text, from `before` to `source`, that its writer
    /// calls minor: what was good for the text of before is good for that of now. What was stale stays so.
    pub(super) fn carried_over(self, before: &str, source: &str) -> Self {
        if self.is_outdated(before) { self } else { Self { source: source.to_owned(), shown_hash: None, ..self } }
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
    fn what_nobody_has_read_and_no_longer_fits_is_as_good_as_missing() {
        let fill = Fill { text: "Be patient.".to_owned(), origin: Origin::Memory, from: "b p-1".to_owned() };
        let record = Record::filled(OLD, &fill);
        assert_eq!([record.state(OLD), record.state(NEW)], [State::Machine, State::Missing]);
        assert_eq!(record.approved(OLD).state(NEW), State::Stale, "somebody has read it");
        assert_eq!(record.carried_over(OLD, NEW).state(NEW), State::Machine, "the writer says it still fits");
    }

    #[test]
    fn an_edit_that_its_writer_calls_minor_makes_nothing_current_that_was_not() {
        let first = record_of(OLD, "Be patient.", None, Some(OLD));
        assert_eq!(first.clone().carried_over(OLD, NEW).state(NEW), State::Current);
        assert_eq!(first.carried_over(NEW, "Wees heel geduldig.").state("Wees heel geduldig."), State::Stale);
    }
}
