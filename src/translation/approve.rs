//! Approving translations as they are: only what a person can have seen beside the Dutch text of now.

use std::path::Path;

use super::{
    Error, SegmentId, State, Translations, difference, emit,
    files::{Memory, load_records, read_text},
    folder::{catalog_file, records_file},
    pieces::take_apart,
    records::render_records,
    state::{Fills, Record},
    sync::{Job, sync_target},
};
use crate::{
    diagnostic::Diagnostic,
    disk,
    locale::Locale,
    posts::{Post, Slug},
};

/// A translation that can be approved as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    /// Its id.
    pub id: SegmentId,
    /// How it stands until then: stale or a machine's.
    pub state: State,
    /// The Dutch text it is approved for.
    pub source: String,
    /// The translation.
    pub translation: String,
    /// What is remembered of it until then.
    record: Record,
}

impl Approval {
    /// The Dutch text with what changed since it was translated marked; none where nothing did, or it was
    /// written anew.
    pub fn change(&self) -> Option<String> {
        let before = Some(&self.record.source).filter(|before| **before != self.source)?;
        difference::marked(before, &self.source)
    }
}

/// What of a post can be approved in a locale.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Approvals {
    /// What can be, in the order of the post.
    pub ready: Vec<Approval>,
    /// What cannot: the Dutch text changed, and the file does not show it yet.
    pub unseen: Vec<SegmentId>,
    /// What is wrong with the file; then nothing of it can be approved.
    pub diagnostics: Vec<Diagnostic>,
}

/// Looks up which stale and machine translations of a post can be approved: those in one of `states`,
/// and of `ids` if there are any.
///
/// # Errors
/// When a file is there and cannot be read.
pub fn select_approvals(
    root: &Path,
    translations: &Translations,
    source: &Locale,
    locale: &Locale,
    post: &Post,
    states: &[State],
    ids: &[SegmentId],
) -> Result<Approvals, Error> {
    let mut approvals = Approvals::default();
    let Some(translated) = translations.translated(locale, &post.slug) else { return Ok(approvals) };
    let segments = translations.segments(&post.slug);
    let file = catalog_file(locale, &post.slug);
    approvals.diagnostics.extend(Memory::load(root, source, &post.slug).broken);
    let ftl = read_text(root, &file, &mut approvals.diagnostics).unwrap_or_default();
    let records = load_records(root, locale, &post.slug, &mut approvals.diagnostics);
    if approvals.diagnostics.is_empty() {
        let job = Job { post, segments, source, fills: &Fills::default(), minor: false };
        let synced = sync_target(&file, &ftl, &job, &records);
        approvals.diagnostics.extend(synced.err().unwrap_or_default());
    }
    let Ok(pieces) = take_apart(&file, &ftl, source) else { return Ok(approvals) };
    if !approvals.diagnostics.is_empty() {
        return Ok(approvals);
    }
    for segment in segments.iter().filter(|segment| ids.is_empty() || ids.contains(&segment.id)) {
        let Some((text, state)) = translated.find(segment).filter(|(_, state)| states.contains(state)) else {
            continue;
        };
        // What somebody wrote since the last sync has no record of its own yet.
        let record = records
            .get(segment.id.as_str())
            .filter(|record| translated.catalog.written(&segment.id).is_some_and(|written| record.is_of(written)));
        let shown = pieces.shown_for(segment);
        let file_shows = shown.is_none_or(|shown| shown.trim() == emit::comment(&segment.text).trim());
        if let Some(record) = record.filter(|record| record.showed(&segment.text) && file_shows) {
            approvals.ready.push(Approval {
                id: segment.id.clone(),
                state,
                source: segment.text.clone(),
                translation: text.to_owned(),
                record: record.clone(),
            });
        } else {
            approvals.unseen.push(segment.id.clone());
        }
    }
    Ok(approvals)
}

/// Writes down that translations are right as they are. Gives those that were approved: not what
/// somebody changed since it was looked up.
///
/// # Errors
/// When the records cannot be read or written.
pub fn approve_segments(
    root: &Path,
    locale: &Locale,
    slug: &Slug,
    approvals: Vec<Approval>,
) -> Result<Vec<Approval>, Error> {
    let path = root.join(records_file(locale, slug));
    let old = disk::read_if_there(&path)?;
    let mut records = load_records(root, locale, slug, &mut Vec::new());
    let is_unchanged = |approval: &Approval| records.get(approval.id.as_str()) == Some(&approval.record);
    let approved: Vec<_> = approvals.into_iter().filter(is_unchanged).collect();
    for Approval { id, source, record, .. } in &approved {
        records.insert(id.to_string(), record.approved(source));
    }
    let is_written =
        approved.is_empty() || disk::write_over(&path, old.as_deref(), render_records(&records).as_bytes())?;
    Ok(if is_written { approved } else { Vec::new() })
}
