//! The order in which objects go up, for readers who look in the middle of it.

use std::collections::BTreeMap;

use super::listing::Listing;
use crate::{
    fingerprint::Fingerprint,
    publication::{Manifest, PARTS, cache_control, content_type, part_of},
};

/// What has to be done so that the bucket holds the site.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Plan {
    /// What goes up, each part after all of the last: pictures and style, pages, feeds and lists, front pages.
    pub(super) parts: [Vec<String>; PARTS],
    /// What no longer belongs.
    pub(super) gone: Vec<String>,
}

/// What tells an object from another: what is in it, and what is said of it.
pub(super) fn mark(path: &str, print: Fingerprint) -> Fingerprint {
    Fingerprint::of_parts([&print.to_string(), content_type(path), cache_control(path)])
}

impl Plan {
    /// Compares a site with what is up there.
    pub(super) fn between(there: &Listing, site: &Manifest) -> Self {
        let mut plan = Self::default();
        for (path, file) in site.files() {
            if there.0.get(path) != Some(&Some(mark(path, file.print))) {
                plan.parts[part_of(path)].push(path.to_owned());
            }
        }
        plan.gone = there.0.keys().filter(|path| site.get(path).is_none()).cloned().collect();
        plan
    }

    /// Whether there is nothing to do.
    pub(super) fn is_empty(&self) -> bool {
        self.gone.is_empty() && self.count() == 0
    }

    /// How many objects go up.
    pub(super) fn count(&self) -> usize {
        self.parts.iter().map(Vec::len).sum()
    }

    /// Everything that it touches, of which nothing is known until it is done.
    pub(super) fn in_doubt(&self) -> BTreeMap<String, Option<Fingerprint>> {
        self.parts.iter().flatten().chain(&self.gone).map(|path| (path.clone(), None)).collect()
    }
}
