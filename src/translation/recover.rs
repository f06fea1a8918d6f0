//! The records of translations that have none, or whose record is of an older text.
//!
//! A record is missing where a person added a message by hand, and where the file of records was lost or
//! cannot be read, as after a merge conflict. Comments are no place for a state, since translation tools
//! rewrite them; but where nothing else is left, they must not be overlooked: else a machine's text, or one
//! whose Dutch has changed, would pass for one that somebody has checked.

use std::path::Path;

use super::{
    Catalog, Origin, Segment,
    pieces::{Pieces, take_apart},
    segment::hash,
    state::{Record, Records, record, record_of},
};
use crate::locale::Locale;

/// The records of those messages of `catalog` that have none in `records`, as far as the file says anything.
pub(super) fn recover_records(pieces: &Pieces, catalog: &Catalog, records: &Records) -> Records {
    let mut recovered = Records::new();
    for piece in &pieces.all {
        let Some(id) = piece.id.as_ref().filter(|id| !records.contains_key(id.as_str())) else { continue };
        let Some((text, source)) = catalog.written(id).zip(piece.made_from.as_ref().or(piece.shown.as_ref())) else {
            continue;
        };
        let shown = piece.shown.as_ref().filter(|_| piece.made_from.is_some());
        let record = Record {
            source: source.clone(),
            shown_hash: shown.map(|shown| hash(shown)),
            target_hash: hash(text),
            origin: if piece.machine.is_some() { Origin::Machine } else { Origin::Human },
            from: piece.machine.clone().filter(|from| !from.is_empty()),
            reviewed: false,
        };
        recovered.insert(id.to_string(), record);
    }
    recovered
}

/// The records as the next sync will make them, for a file that was only read: whoever asks how translations
/// stand must not get another answer before that sync than after it.
pub(super) fn settle_records(
    file: &Path,
    ftl: &str,
    source: &Locale,
    segments: &[Segment],
    catalog: &Catalog,
    records: &mut Records,
) {
    let is_settled = |segment: &&Segment| {
        let Some(text) = catalog.written(&segment.id) else { return true };
        record(records, &segment.id).is_some_and(|record| record.is_of(text))
    };
    let open: Vec<_> = segments.iter().filter(|segment| !is_settled(segment)).collect();
    if open.is_empty() {
        return;
    }
    // Where it is not clear what the file says, `check` and `sync` say so.
    let pieces = take_apart(file, ftl, source).unwrap_or_default();
    let recovered = recover_records(&pieces, catalog, records);
    for segment in open {
        let Some(text) = catalog.written(&segment.id) else { continue };
        let known = record(records, &segment.id).or_else(|| record(&recovered, &segment.id));
        let settled = record_of(&segment.text, text, known, pieces.shown_for(segment));
        records.insert(segment.id.to_string(), settled);
    }
}
