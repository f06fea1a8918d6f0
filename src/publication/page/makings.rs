//! What a page is made of, so that one whose makings are the same need not be made again.
//!
//! A page is made by its template from what the template is given, and by the rules that hold for all pages. The
//! makings of a page are the fingerprint of all that: so nothing that shows on a page can be forgotten here.

use std::{borrow::Cow, fmt::Write as _};

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
        Ok(Made { makings, html })
    }

    /// What the body of a post is made of: its own text, the words of the variant, and what both refer to.
    pub(in crate::publication) fn body_makings(&self, settings: &LocaleSettings, entry: &Entry<'_>) -> String {
        let (post, blocks) = (entry.post, &entry.variant.blocks);
        let length: usize = blocks.iter().map(|block| block.text.len() + 32).sum();
        let mut makings = String::with_capacity(length + post.body.len() + 1024);
        // Writing to a string cannot fail.
        for block in blocks {
            let _ = writeln!(makings, "{:?} {} {}", block.kind, block.locale, block.text);
        }
        makings.push_str(&post.body);
        for (target, _) in &post.targets {
            let _ = match target {
                Target::Post(slug) => write!(makings, "\n{}", self.post_makings(settings, slug)),
                Target::Picture(name) => write!(makings, "\n{:?}", self.shown(post, name)),
            };
        }
        let texts = blocks.iter().map(|block| block.text.as_str()).chain([post.body.as_str()]);
        for address in texts.flat_map(addresses) {
            let _ = match post_link(&address) {
                Some((slug, _)) => write!(makings, "\n{}", self.post_makings(settings, slug)),
                None if is_picture(&address) => write!(makings, "\n{:?}", self.shown(post, &address)),
                None => Ok(()),
            };
        }
        makings
    }

    fn post_makings(&self, settings: &LocaleSettings, slug: &str) -> String {
        let url = slug.parse::<Slug>().ok().and_then(|slug| self.post_url(settings, &slug));
        format!("{slug} {url:?}")
    }
}

/// Whatever may be an address within the publication in a text; rather too much than too little.
fn addresses(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let is_around = |c: char| c.is_whitespace() || "()[]<>\"'|".contains(c);
    let mut done = 0;
    let words = text.match_indices('.').filter_map(move |(dot, _)| {
        if dot < done {
            return None;
        }
        let begin = text[done..dot].rfind(is_around).map_or(done, |at| {
            let around = text[done + at..].chars().next().map_or(1, char::len_utf8);
            done + at + around
        });
        done = text[dot..].find(is_around).map_or(text.len(), |at| dot + at);
        Some(&text[begin..done])
    });
    words.map(|word| if word.contains('\\') { word.replace('\\', "").into() } else { word.into() })
}

fn is_picture(address: &str) -> bool {
    const EXTENSIONS: [&str; 7] = ["svg", "jpg", "jpeg", "png", "webp", "gif", "avif"];
    let extension = address.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    is_relative(address) && extension.is_some_and(|extension| EXTENSIONS.contains(&extension.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_with_a_dot_may_be_an_address() {
        let text = "Zie [de rug](rug.md#a.b) en\u{a0}«foto.\\_1.jpg|x.png» of niets. (a.b)c";
        let found: Vec<_> = addresses(text).collect();
        assert_eq!(found, ["rug.md#a.b", "«foto._1.jpg", "x.png»", "niets.", "a.b"]);
        assert_eq!(addresses("").count() + addresses("geen").count(), 0);
    }
}
