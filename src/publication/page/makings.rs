//! What a page is made of, so that one whose makings are the same need not be made again.
//!
//! A page is made by its template from what the template is given, and by the rules that hold for all pages. The
//! makings of a page are the fingerprint of all that: so nothing that shows on a page can be forgotten here.

use std::fmt::Write as _;

use serde::Serialize;

use super::{
    super::{Entry, Error},
    Pages,
};
use crate::{
    fingerprint::Fingerprint,
    posts::{
        Slug,
        markdown::{Target, post_link},
    },
    templates::Site,
    translation::LocaleSettings,
};

/// Says whether a page is there already that was made of these makings.
pub(in crate::publication) type Known<'k> = dyn Fn(Fingerprint) -> bool + 'k;

/// A page, or the word that it is there already.
#[derive(Debug)]
pub(in crate::publication) struct Made {
    /// What it is made of; none where that cannot be told.
    pub(in crate::publication) makings: Option<Fingerprint>,
    /// What can be seen of it at a glance.
    pub(in crate::publication) glance: Option<Fingerprint>,
    /// None where it is there already; of a feed what it says in its format.
    pub(in crate::publication) html: Option<String>,
}

impl Pages<'_> {
    /// Makes a page of what its template is given, and of whatever `more` stands for, unless it is known.
    pub(super) fn make<P: Serialize>(
        &self,
        kind: &str,
        (site, page): (&Site, P),
        more: &str,
        known: &Known<'_>,
        render: impl FnOnce(P) -> Result<String, Error>,
    ) -> Result<Made, Error> {
        // What cannot be written as JSON cannot be given to a template either, which then says so.
        let given = serde_json::to_string(&(site, &page)).ok();
        let rules = self.publication.rules.to_string();
        let makings = given.map(|given| Fingerprint::of_parts([&rules, kind, &given, more]));
        let html = if makings.is_some_and(known) { None } else { Some(render(page)?) };
        Ok(Made { makings, glance: None, html })
    }

    /// What the body of a post is made of: its text, and what that refers to.
    pub(in crate::publication) fn body_makings(&self, settings: &LocaleSettings, entry: &Entry<'_>) -> String {
        let (post, variant) = (entry.post, &entry.variant);
        let mut makings = variant.print.to_string();
        for (target, _) in &post.targets {
            // Writing to a string cannot fail.
            let _ = match target {
                Target::Post(slug) => write!(makings, "\n{}", self.post_makings(settings, slug)),
                Target::Picture(name) => write!(makings, "\n{:?}", self.shown(post, name)),
            };
        }
        for address in &variant.mentions {
            let _ = match post_link(address) {
                Some((slug, _)) => write!(makings, "\n{}", self.post_makings(settings, slug)),
                None => write!(makings, "\n{:?}", self.shown(post, address)),
            };
        }
        makings
    }

    fn post_makings(&self, settings: &LocaleSettings, slug: &str) -> String {
        let url = slug.parse::<Slug>().ok().and_then(|slug| self.post_url(settings, &slug));
        format!("{slug} {url:?}")
    }
}
