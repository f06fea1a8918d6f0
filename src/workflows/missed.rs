//! What readers would miss without a word: posts that are too old for any digest, and topics that nothing is about any more.

use std::{
    collections::HashSet,
    path::{Path, PathBuf},
};

use super::{Content, Moment};
use crate::{
    clock::Timestamp,
    diagnostic::{Diagnostic, count},
    digest::NewRelease,
    disk,
    locale::Locale,
    posts::{Post, Slug},
    publication::{Change, Publication, PublishedFiles, WriteReport, page_path},
};

impl Moment {
    /// Says of releases that they go into no digest since their posts are dated too long ago: a wrong year looks so. Nothing
    /// is said of the first publish, which may be that of an archive, nor of a translation that comes later.
    pub(super) fn too_old(&self, due: &[NewRelease]) -> Vec<Diagnostic> {
        let source = &self.publication.settings.site.source;
        let late: Vec<_> = due.iter().filter(|release| release.locale == *source && !release.newsworthy).collect();
        if late.is_empty() || self.releases.is_empty() {
            return Vec::new();
        }
        let before: HashSet<&Slug> = self.releases.iter().map(|release| &release.post).collect();
        let first = late.into_iter().filter(|release| !before.contains(&release.post));
        let posts = first.filter_map(|release| self.publication.known_post(&release.post));
        posts.filter(|post| post.newsletter).map(|post| too_old(post, self.now)).collect()
    }
}

impl Content {
    /// Says what readers would miss if the publication were published now, beside the site that is there.
    ///
    /// # Errors
    /// When the list of the site is there and cannot be read.
    pub fn check_missed(&self, publication: &Publication, now: Timestamp) -> Result<Vec<Diagnostic>, disk::Error> {
        let files = PublishedFiles::load(&self.public, &PublishedFiles::default())?;
        let source = &publication.settings.site.source;
        // Where nothing was published, or not all can be read, nobody knows.
        if files.get("sitemap.xml").is_none() || !publication.unreadable.is_empty() {
            return Ok(Vec::new());
        }
        let is_there = |name: &Slug| files.get(&page_path(source, name)).is_some();
        let is_late = |post: &&Post| {
            let age = (now - post.date).to_std().unwrap_or_default();
            post.is_public(now) && post.newsletter && !post.is_page() && age > self.digest.max_age
        };
        let late = publication.posts.iter().filter(is_late);
        let unseen = late.filter(|post| !is_there(&post.slug) && !post.aliases.iter().any(is_there));
        let mut found: Vec<_> = unseen.map(|post| too_old(post, now)).collect();
        let is_about = |topic: &str| publication.posts.iter().any(|post| post.topics.iter().any(|one| one == topic));
        let topics = files.iter().filter_map(|(path, _)| topic_at(path, source));
        found.extend(topics.filter(|topic| !is_about(topic)).map(|topic| topic_gone(source, topic)));
        Ok(found)
    }
}

/// Says of topics whose pages and feeds are gone since the last publish.
pub(super) fn gone_topics(report: &WriteReport, source: &Locale) -> Vec<Diagnostic> {
    let gone = report.changes.iter().filter(|(_, change)| **change == Change::Gone);
    let topics = gone.filter_map(|(path, _)| topic_at(path, source));
    topics.map(|topic| topic_gone(source, topic)).collect()
}

/// The topic whose page in the source's language is at a path.
fn topic_at<'p>(path: &'p str, source: &Locale) -> Option<&'p str> {
    let rest = path.strip_prefix(source.as_str())?.strip_prefix("/topics/")?;
    rest.strip_suffix("/index.html").filter(|topic| !topic.contains('/'))
}

fn topic_gone(source: &Locale, topic: &str) -> Diagnostic {
    let file: PathBuf = ["locales", source.as_str(), "topics.ftl"].iter().collect();
    let message = format!("no post is about `{topic}` any more, so its pages and feeds are gone, whoever follows them");
    Diagnostic::warning(&file, "topic-gone", message)
        .help(format!(
            "a topic gets another name here, and in the posts it stays `{topic}`; if it is to be another, let its feeds lead on by `[redirects]` in postduif.toml"
        ))
}

fn too_old(post: &Post, now: Timestamp) -> Diagnostic {
    let (line, column) = post.place("date", "");
    let message =
        format!("this is dated {} ago, so it goes into no digest", count((now - post.date).num_days(), "day"));
    Diagnostic::warning(Path::new(&post.file), "too-old-to-send", message)
        .at(line, column)
        .help("look at the year; `max_age` in `[digest]` says how old is too old, and `newsletter: false` that it is meant so")
}
