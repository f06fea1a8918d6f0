//! What the body of one post refers to.

use super::{
    super::{Punctuation, body::Surroundings, pictures::Shown},
    Pages,
};
use crate::{locale::Locale, posts::Post, templates::Value, translation::LocaleSettings};

/// What the body of one post refers to.
pub(super) struct Around<'p, 'a> {
    pub(super) pages: &'p Pages<'a>,
    pub(super) settings: &'p LocaleSettings,
    pub(super) post: &'p Post,
}

impl Surroundings for Around<'_, '_> {
    fn source(&self) -> &Locale {
        &self.pages.publication.settings.site.source
    }

    fn own_page(&self) -> String {
        let links = &self.pages.links;
        if links.are_complete() { links.post(&self.settings.locale, &self.post.slug) } else { String::new() }
    }

    fn post_url(&self, slug: &str) -> Option<String> {
        self.pages.post_url(self.settings, &slug.parse().ok()?)
    }

    fn rooted(&self, written: &str) -> String {
        self.pages.links.rooted(written)
    }

    fn picture(&self, name: &str) -> Shown {
        self.pages.shown(self.post, name)
    }

    fn punctuation(&self) -> Punctuation {
        self.pages.publication.settings.site.theme.punctuation
    }

    fn has_lead(&self) -> bool {
        self.post.image.is_some()
    }

    fn callout_title(&self, kind: &str) -> String {
        self.pages.message(&self.settings.locale, &format!("callout-{kind}")).unwrap_or_else(|| kind.to_owned())
    }

    fn box_name(&self, kind: &str) -> String {
        self.pages.message(&self.settings.locale, &format!("{kind}-name")).unwrap_or_else(|| kind.to_owned())
    }

    fn footnotes_title(&self) -> String {
        self.pages.message(&self.settings.locale, "footnotes-title").unwrap_or_default()
    }

    fn footnote_back(&self, number: usize) -> String {
        let messages = self.pages.publication.templates.messages();
        #[expect(clippy::cast_precision_loss, reason = "no post has so many footnotes")]
        let number = Value::Number(number as f64);
        messages.format(&self.settings.locale, "footnote-back", &[("number", number)]).unwrap_or_default()
    }
}
