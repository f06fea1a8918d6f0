//! Posts that readers had and have no longer: a draft again, deleted, or not wanted in a language any more.

use std::{
    collections::{BTreeMap, HashMap},
    path::Path,
};

use super::{Content, Moment, Published};
use crate::{
    diagnostic::Diagnostic,
    digest::Composer,
    locale::Locale,
    posts::{Post, Slug, TAKEN},
    publication::{Change, Publication, page_path},
};

/// Posts, each with the languages whose readers lose it.
pub type Withdrawn = BTreeMap<Slug, Vec<Locale>>;

/// The file of the page of a post.
const PAGE: &str = "index.html";

impl Published {
    /// The posts and pages that were taken from the site, or would be.
    pub fn withdrawn(&self) -> Withdrawn {
        let mut withdrawn = Withdrawn::new();
        for (path, _) in self.site.changes.iter().filter(|(_, change)| **change == Change::Gone) {
            let [locale, name, PAGE] = path.split('/').collect::<Vec<_>>()[..] else { continue };
            if let (Ok(locale), Ok(slug), false) = (locale.parse(), name.parse(), TAKEN.contains(&name)) {
                withdrawn.entry(slug).or_default().push(locale);
            }
        }
        withdrawn
    }
}

impl Moment {
    /// The posts that publishing would take from a site in this folder. The ledger knows which were there, so that its
    /// files need not be looked through.
    pub(super) fn withdrawn(&self, composer: &Composer<'_>, public: &Path) -> Withdrawn {
        let editions: HashMap<_, _> = composer.editions.iter().map(|edition| (edition.locale(), edition)).collect();
        let names: HashMap<_, _> = self.publication.posts.iter().map(|post| (&post.id, &post.slug)).collect();
        let mut withdrawn = Withdrawn::new();
        for release in &self.releases {
            let Some(edition) = editions.get(&release.locale) else { continue };
            if names.get(&release.post).is_some_and(|name| edition.has(name)) {
                continue;
            }
            let name = self.publication.present_name(&release.post);
            if !edition.has(&name) && public.join(page_path(&release.locale, &name)).is_file() {
                withdrawn.entry(name).or_default().push(release.locale.clone());
            }
        }
        withdrawn
    }
}

impl Content {
    /// Says of drafts that are on the site that their readers lose them.
    pub fn doubt_drafts(&self, publication: &Publication) -> Vec<Diagnostic> {
        let source = &publication.settings.site.source;
        let is_there = |post: &&Post| post.draft && self.public.join(page_path(source, &post.slug)).is_file();
        let say = |post: &Post| {
            let (line, column) = post.place("draft", "");
            let message = "this is a draft again, and its readers have it: the next `publish` takes it from the site";
            let help =
                "take the line out if it is to stay; what is only to be changed can be changed while it is there";
            Diagnostic::warning(&post.file, "published-draft", message).at(line, column).help(help)
        };
        publication.posts.iter().filter(is_there).map(say).collect()
    }
}
