//! Blocks as they are kept: a locale is its place among those of the publication, since to read a tag takes longer than all
//! the rest.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{LocaleSettings, Resolved, State};
use crate::{locale::Locale, posts::markdown::Kind};

/// A block as it is kept.
pub(super) type Packed<'t> = (Kind, Cow<'t, str>, usize, State);

/// The locales of a publication by their places.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Tags(Vec<Locale>);

impl Tags {
    /// Those of the readers stand first, in their order.
    pub(super) fn of(readers: &[LocaleSettings]) -> Self {
        let own = readers.iter().map(|settings| &settings.locale);
        let mut locales: Vec<Locale> = Vec::new();
        for locale in own.chain(readers.iter().flat_map(|settings| &settings.chain)) {
            if !locales.contains(locale) {
                locales.push(locale.clone());
            }
        }
        Self(locales)
    }

    /// The place of a locale.
    pub(super) fn place(&self, locale: &Locale) -> Option<usize> {
        self.0.iter().position(|one| one == locale)
    }

    /// The locale at a place.
    pub(super) fn at(&self, place: usize) -> Option<Locale> {
        self.0.get(place).cloned()
    }

    /// Blocks as they are kept; none where one is in another locale.
    pub(super) fn pack_all<'b>(&self, blocks: &'b [Resolved]) -> Option<Vec<Packed<'b>>> {
        let pack =
            |block: &'b Resolved| Some((block.kind, Cow::from(&block.text), self.place(&block.locale)?, block.state));
        blocks.iter().map(pack).collect()
    }

    /// Blocks as they were.
    pub(super) fn unpack_all(&self, packed: Vec<Packed<'_>>) -> Option<Vec<Resolved>> {
        let unpack = |(kind, text, place, state): Packed<'_>| {
            Some(Resolved { kind, text: text.into_owned(), locale: self.at(place)?, state })
        };
        packed.into_iter().map(unpack).collect()
    }
}
