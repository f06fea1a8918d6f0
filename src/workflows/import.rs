//! What others published, as drafts: the step `import`.

use std::path::PathBuf;

use super::{Content, content::Error};
use crate::{
    clock::Clock,
    intake::{Fetcher, Importer, Limits, Order, Permission, Report, Source},
};

impl Content {
    /// Makes drafts of what is new at these sources, from the public network and files of the publication's folder only.
    ///
    /// # Errors
    /// When the posts that are there cannot be read, or a draft not written. Of what nothing came is in the report.
    pub async fn import(&self, from: &[Source], max_drafts: usize, clock: &Clock) -> Result<Report, Error> {
        let here = |file: &PathBuf| Source::File(self.root.join(file));
        let sources = from.iter().map(|source| match source {
            Source::File(file) => here(file),
            Source::Web(_) => source.clone(),
        });
        let order = Order { sources: sources.collect(), dry_run: false, limit: max_drafts };
        let fetcher = Fetcher::new(Permission::default(), Limits::default(), false)?;
        let importer = Importer::new(&self.root, &self.settings, fetcher, clock.clone())?;
        Ok(importer.import(&order, |_, _| {}).await?)
    }
}
