//! Finding the translations of texts that came from another post.

use std::{collections::HashMap, path::Path};

use super::{
    Catalog, Fill, Fills, Origin, Segment, SegmentId, State,
    files::{Memory, load_glossary, load_records, read_text},
    folder::catalog_file,
    origins::Origins,
    state::{Record, record},
};
use crate::{locale::Locale, posts::Slug};

/// Texts of one post that stand, or stood, in another as well.
#[derive(Debug, Default)]
pub(super) struct Moves<'a> {
    found: Vec<Move<'a>>,
}

/// One text, and where else it stands.
#[derive(Debug)]
struct Move<'a> {
    segment: &'a Segment,
    post: Slug,
    id: SegmentId,
}

impl<'a> Moves<'a> {
    /// Looks for the texts that are `new` in the post `slug`, in the posts that `origins` knows to have had them.
    pub(super) fn find(root: &Path, source: &Locale, new: &[&'a Segment], origins: &mut Origins, slug: &Slug) -> Self {
        let mut found = Vec::new();
        for post in origins.posts_with(new.iter().map(|segment| segment.text.as_str()), slug) {
            let known = Memory::load(root, source, &post).known;
            // Of equal texts the first counts.
            let ids: HashMap<_, _> = known.iter().rev().map(|old| (old.text.as_str(), &old.id)).collect();
            let here = new.iter().filter_map(|segment| Some((*segment, ids.get(segment.text.as_str())?)));
            found.extend(here.map(|(segment, id)| Move { segment, post: post.clone(), id: (*id).clone() }));
        }
        Self { found }
    }

    /// What there is of them in a locale: translations that are current where they stand. A person should
    /// see them in their new place before they count, since a sentence may mean something else there.
    pub(super) fn fills(&self, root: &Path, locale: &Locale) -> Fills {
        let mut fills = Fills::default();
        if self.found.is_empty() {
            return fills;
        }
        let glossary = load_glossary(root, locale, &mut Vec::new());
        for Move { segment, post, id } in &self.found {
            let file = catalog_file(locale, post);
            // What is wrong in the other post's files is said when that post is synced.
            let Some(ftl) = read_text(root, &file, &mut Vec::new()) else { continue };
            let records = load_records(root, locale, post, &mut Vec::new());
            let (catalog, _) = Catalog::parse(&file, &ftl, &glossary);
            let is_current =
                |record: &Record, written: &str| record.is_of(written) && record.state(&segment.text) == State::Current;
            if let Some((text, written)) = catalog.text(id).zip(catalog.written(id))
                && record(&records, id).is_some_and(|record| is_current(record, written))
            {
                let from = format!("from {post} {id}, the same text");
                let fill = Fill { text: text.to_owned(), origin: Origin::Memory, from };
                fills.entry(segment.id.clone()).or_insert(fill);
            }
        }
        fills
    }
}
