//! The text of a post while pages are made of it.

use std::cell::OnceCell;

use comrak::Arena;

use super::{
    super::{
        Error, Publication,
        body::{Body, Original, Words, render_body},
    },
    Around, Pages,
};
use crate::{
    posts::Post,
    translation::{LocaleSettings, Whole},
};

/// The text of a post in all languages: read and taken apart once, and only if somebody asks for it.
pub(in crate::publication) struct BodyText<'t> {
    arena: &'t Arena<'t>,
    post: &'t Post,
    read: OnceCell<(Whole, Original<'t>)>,
}

impl<'t> BodyText<'t> {
    /// That of a post, whose tree is to live in `arena`.
    pub(in crate::publication) fn of(arena: &'t Arena<'t>, post: &'t Post) -> Self {
        Self { arena, post, read: OnceCell::new() }
    }

    fn read(&self, publication: &Publication) -> Result<&(Whole, Original<'t>), Error> {
        if let Some(read) = self.read.get() {
            return Ok(read);
        }
        let whole = publication.outlines().and_then(|outlines| outlines.whole(self.post));
        let whole = whole.ok_or_else(|| Error::Gone(self.post.file.clone()))?;
        let original = Original::parse(self.arena, &whole.body, &whole.body_leaves);
        Ok(self.read.get_or_init(|| (whole, original)))
    }
}

impl Pages<'_> {
    /// The body of a post for the readers of a locale.
    ///
    /// # Errors
    /// When its text does not lie ready, and its file is no post any more.
    pub(in crate::publication) fn body(&self, settings: &LocaleSettings, text: &BodyText<'_>) -> Result<Body, Error> {
        let (whole, original) = text.read(self.publication)?;
        let words = Words { locale: &settings.locale, blocks: whole.blocks(&settings.locale) };
        Ok(render_body(original, words, &Around { pages: self, settings, post: text.post }))
    }

    /// The same of a post of which no other page is made now.
    ///
    /// # Errors
    /// As for [`body`](Self::body).
    pub(in crate::publication) fn body_of(&self, settings: &LocaleSettings, post: &Post) -> Result<Body, Error> {
        let arena = Arena::new();
        self.body(settings, &BodyText::of(&arena, post))
    }
}
