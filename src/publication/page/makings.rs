//! What a page is made of, so that one whose makings are the same need not be made again.
//!
//! A page is made by its template from what the template is given, and by the rules that hold for all pages. The
//! makings of a page are the fingerprint of all that: so nothing that shows on a page can be forgotten here.

use serde::Serialize;

use super::{
    super::{Entry, Error, Fingerprint},
    Pages,
};
use crate::{
    posts::{
        Slug,
        markdown::{Target, is_relative, post_link},
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
    /// None where it is there already.
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
        Ok(Made { makings, html })
    }

    /// What the body of a post is made of: its own text, the words of the variant, and what both refer to.
    pub(super) fn body_makings(&self, settings: &LocaleSettings, entry: &Entry<'_>) -> String {
        let blocks =
            entry.variant.blocks.iter().map(|block| format!("{:?} {} {}", block.kind, block.locale, block.text));
        let mut makings: Vec<String> = blocks.collect();
        makings.push(entry.post.body.clone());
        let mut referred = Vec::new();
        for (target, _) in &entry.post.targets {
            referred.push(match target {
                Target::Post(slug) => self.post_makings(settings, slug),
                Target::Picture(name) => format!("{:?}", self.shown(entry.post, name)),
            });
        }
        for text in &makings {
            referred.extend(addresses(text).filter_map(|address| match post_link(&address) {
                Some((slug, _)) => Some(self.post_makings(settings, slug)),
                None if is_picture(&address) => Some(format!("{:?}", self.shown(entry.post, &address))),
                None => None,
            }));
        }
        makings.append(&mut referred);
        makings.join("\n")
    }

    fn post_makings(&self, settings: &LocaleSettings, slug: &str) -> String {
        let url = slug.parse::<Slug>().ok().and_then(|slug| self.post_url(settings, &slug));
        format!("{slug} {url:?}")
    }
}

/// Whatever may be an address within the publication in a text; rather too much than too little.
fn addresses(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| c.is_whitespace() || "()[]<>\"'|".contains(c));
    words.filter(|word| word.contains('.')).map(|word| word.replace('\\', ""))
}

fn is_picture(address: &str) -> bool {
    const EXTENSIONS: [&str; 7] = ["svg", "jpg", "jpeg", "png", "webp", "gif", "avif"];
    let extension = address.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    is_relative(address) && extension.is_some_and(|extension| EXTENSIONS.contains(&extension.as_str()))
}
