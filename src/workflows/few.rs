//! Publishing a few posts that were saved, without reading the others.

use std::sync::Arc;

use tokio::task::spawn_blocking;

use super::{
    content::{Content, Error, Open, Published},
    moment::released,
};
use crate::{
    clock::Timestamp,
    locale::Locale,
    publication::{Kept, Saved, Settings, Sketch},
    storage::Store,
};

impl Content {
    /// From now on it is remembered what was published, so that what is saved can be published without reading all.
    pub fn follow_saves(&self) {
        self.kept.iter().for_each(Kept::want_sketch);
    }

    /// Lets go of what is remembered, for who publishes no more.
    pub fn forget(&self) {
        self.kept.iter().for_each(Kept::forget);
    }

    /// Publishes what was saved if its pages and feeds are all that changes; none where more has to be looked at. Nothing is
    /// written then.
    pub(super) async fn publish_few(
        &self,
        store: &Store,
        open: &Arc<Open>,
        (sketch, saved): (Box<Sketch>, Saved),
        now: Timestamp,
    ) -> Result<Option<Published>, Error> {
        let Some(kept) = self.kept.clone().filter(|_| saved != Saved::Anything) else { return Ok(None) };
        let (content, own, reading) = (self.clone(), Arc::clone(open), kept.clone());
        let read = move || {
            if !sketch.is_of(&own.folder) {
                return Ok(None);
            }
            let settings = Settings::clone(&content.settings);
            let excerpt = sketch.excerpt(&content.root, settings, &reading, &saved, now)?;
            Ok::<_, Error>(excerpt.map(|excerpt| (sketch, excerpt)))
        };
        let Some((mut sketch, excerpt)) = spawn_blocking(read).await?? else { return Ok(None) };
        let locales: Vec<Locale> = self.settings.locales.iter().map(|settings| settings.locale.clone()).collect();
        let (releases, heads) = store.releases_of(&excerpt.ids(), &locales).await?;
        if !sketch.has_heads(&heads) {
            return Ok(None);
        }
        let own = Arc::clone(open);
        let write = move || {
            let Some(site) = excerpt.write(&mut sketch, &released(&releases), &own.folder, now)? else {
                return Ok(None);
            };
            let diagnostics = sketch.diagnostics().to_vec();
            kept.keep_sketch(Some(sketch));
            Ok(Some(Published { site, diagnostics, ..Published::default() }))
        };
        spawn_blocking(write).await?
    }
}
