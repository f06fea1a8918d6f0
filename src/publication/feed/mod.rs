//! The feeds of an edition: one of all its posts and one for each of its topics, in three formats.
//!
//! [`compose`] says what a feed holds, [`rss`], [`atom`] and [`json`] how that is written. Beside them are the page
//! that tells people what feeds are, and the lists of feeds (OPML) that programs take in at once.

mod atom;
mod compose;
mod issues;
mod json;
mod opml;
mod page;
mod rss;

use std::{path::Path, sync::Arc};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, FixedOffset};
use ring::digest;
use serde::{Deserialize, Serialize};

use self::compose::Composed;
pub(super) use self::{
    compose::{compose_changed, posts_in_feed},
    opml::render_all_opml,
};
use super::{
    Addresses, Edition, Error, Pages, Settings,
    folder::{MadeOf, Staging},
    glance::Glance,
    page::Made,
};
use crate::{disk, locale::Locale, templates::IssuePage, translation::LocaleSettings};

/// What has written the feeds; a copy somewhere tells its age.
const GENERATOR: &str = "postduif";

/// An instant by the clocks of the site, so that who reads no further than the day reads the right one.
type Moment = DateTime<FixedOffset>;

/// A way to write a feed. All three say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// RSS 2.0.
    Rss,
    /// Atom 1.0 (RFC 4287).
    Atom,
    /// JSON Feed 1.1.
    Json,
}

impl Format {
    /// All of them; most readers know the first.
    pub(super) const ALL: [Self; 3] = [Self::Rss, Self::Atom, Self::Json];

    /// Its name.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Rss => "RSS",
            Self::Atom => "Atom",
            Self::Json => "JSON",
        }
    }

    /// The file of a feed that is written so.
    pub(super) fn file(self) -> &'static str {
        match self {
            Self::Rss => "feed.xml",
            Self::Atom => "atom.xml",
            Self::Json => "feed.json",
        }
    }

    /// Its media type.
    pub(super) fn media_type(self) -> &'static str {
        match self {
            Self::Rss => "application/rss+xml",
            Self::Atom => "application/atom+xml",
            Self::Json => "application/feed+json",
        }
    }
}

/// Whether a file of the site is a feed, by its path.
pub fn is_feed(path: &str) -> bool {
    Format::ALL.iter().any(|format| path.rsplit('/').next() == Some(format.file()))
}

/// A feed, in no format yet.
#[derive(Debug)]
struct Feed {
    /// What it is known by, which never changes (RFC 4287 section 4.2.6).
    id: String,
    /// The place of its files, below the site.
    folder: String,
    /// The publication, and the topic.
    title: String,
    /// Half a sentence on what it is about.
    description: Option<String>,
    /// The one language it is in.
    language: Locale,
    /// The page that shows the same.
    home_url: String,
    /// The address of its files, without their names.
    base_url: String,
    /// Who is told when it changes, and tells others (WebSub).
    hub: Option<String>,
    /// Who is behind it.
    publisher: Person,
    /// When it last changed: a new post, or a correction of one.
    updated: Moment,
    /// The newest first.
    items: Vec<Arc<Item>>,
}

impl Feed {
    /// The address of the feed itself.
    fn own_url(&self, format: Format) -> String {
        format!("{}{}", self.base_url, format.file())
    }

    /// The path of its file in the site.
    fn path(&self, format: Format) -> String {
        format!("{}{}", self.folder, format.file())
    }

    fn render(&self, format: Format) -> String {
        match format {
            Format::Rss => rss::render(self),
            Format::Atom => atom::render(self),
            Format::Json => json::render(self),
        }
    }
}

/// A post in a feed. Written as it is in a JSON Feed, from which it is read back when its post cannot be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Item {
    /// What it is known by, which never changes.
    #[serde(rename = "id")]
    guid: String,
    /// Its page.
    url: String,
    /// Its title, plain text.
    title: String,
    /// Its summary, plain text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    summary: Option<String>,
    /// The whole of it.
    #[serde(rename = "content_html")]
    html: String,
    /// The address of its picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    image: Option<String>,
    /// The date of the post, which never changes.
    #[serde(rename = "date_published")]
    published: Moment,
    /// When it was last corrected.
    #[serde(rename = "date_modified")]
    updated: Moment,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    authors: Vec<Person>,
    /// The names of its topics.
    #[serde(default, rename = "tags", skip_serializing_if = "Vec::is_empty")]
    topics: Vec<String>,
    /// Its language, where that is not the feed's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    language: Option<Locale>,
    /// Those of its title and its summary, where they are not the feed's.
    #[serde(default, rename = "_languages", skip_serializing_if = "Languages::is_of_the_feed")]
    languages: Languages,
    /// Its picture as a file.
    #[serde(default, rename = "attachments", skip_serializing_if = "Vec::is_empty")]
    enclosures: Vec<Enclosure>,
}

/// The languages of what stands around the text of an item, whose blocks name theirs themselves.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Languages {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    title: Option<Locale>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    summary: Option<Locale>,
}

impl Languages {
    fn is_of_the_feed(&self) -> bool {
        *self == Self::default()
    }
}

/// Somebody who writes, or is behind the publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Person {
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

/// A file that belongs to a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Enclosure {
    url: String,
    #[serde(rename = "mime_type")]
    media_type: String,
    #[serde(rename = "size_in_bytes")]
    length: u64,
}

/// All files by which readers and their programs follow an edition, by their paths below its folder, but feeds that are
/// there already. The site as it was still has the items of posts that cannot be read now, and those of posts of which
/// nothing else is shown now.
///
/// # Errors
/// When a template cannot be rendered, or a feed that was there not be read.
pub(super) fn feed_files(
    pages: &Pages<'_>,
    edition: &Edition<'_>,
    staging: &Staging<'_>,
    glance: Option<Glance>,
) -> Result<Vec<(String, Made)>, Error> {
    let folder = format!("{}/", edition.locale());
    let below = |path: &str| path.trim_start_matches(&folder).to_owned();
    let mut files = Vec::new();
    let composed = compose::compose_feeds(&pages.off_site(), edition, staging, glance)?;
    for Composed { feed, made_of: MadeOf { makings, glance }, .. } in composed.into_iter().filter(|one| !one.is_there) {
        let made = |format| Made { makings, glance, html: Some(feed.render(format)) };
        files.extend(Format::ALL.map(|format| (below(&feed.path(format)), made(format))));
    }
    let made_of = MadeOf { makings: None, glance: glance.map(|glance| glance.of([])) };
    let anew = |text| Made { makings: None, glance: made_of.glance, html: Some(text) };
    files.push((opml::FILE.to_owned(), anew(opml::render_opml(pages, edition))));
    if !staging.keep(&format!("{folder}feeds/index.html"), made_of) {
        files.push(("feeds/index.html".to_owned(), anew(pages.feeds_page(edition)?)));
    }
    Ok(files)
}

impl Composed {
    /// Its file in a format.
    pub(super) fn file(&self, format: Format) -> (String, Made) {
        let MadeOf { makings, glance } = self.made_of;
        (self.feed.path(format), Made { makings, glance, html: Some(self.feed.render(format)) })
    }
}

/// The paths of the files of a feed.
pub(super) fn feed_paths(locale: &Locale, topic: Option<&str>) -> [String; 3] {
    let folder = folder_of(locale, topic);
    Format::ALL.map(|format| format!("{folder}{}", format.file()))
}

/// The folder of the feed of an edition, or of one of its topics.
fn folder_of(locale: &Locale, topic: Option<&str>) -> String {
    topic.map_or_else(|| format!("{locale}/"), |topic| format!("{locale}/topics/{topic}/"))
}

/// The feed of the issues that the readers of an edition got, in a format by the name of its file; `None` if there is no
/// such format. The page of each gives its number.
///
/// # Errors
/// When a template cannot be rendered.
pub fn render_issues_feed(
    pages: &Pages<'_>,
    settings: &LocaleSettings,
    issues: &[(i64, IssuePage)],
    file: &str,
) -> Result<Option<(&'static str, String)>, Error> {
    let Some(format) = Format::ALL.into_iter().find(|format| format.file() == file) else { return Ok(None) };
    let feed = issues::compose_issues_feed(pages, settings, issues)?;
    Ok(Some((format.media_type(), feed.render(format))))
}

/// The feeds of a published site, in all formats: the address of each, and a digest of what it says.
///
/// # Errors
/// When a feed is there and cannot be read.
pub fn published_feeds(public: &Path, settings: &Settings) -> Result<Vec<(String, String)>, disk::Error> {
    let addresses = Addresses::new(&settings.site.base_url);
    let mut feeds = Vec::new();
    for settings in settings.locales.iter().filter(|settings| settings.edition) {
        let locale = &settings.locale;
        let topics = disk::names_in(&public.join(format!("{locale}/topics")))?;
        let folders = topics.into_iter().map(|topic| format!("{locale}/topics/{topic}/"));
        for folder in [format!("{locale}/")].into_iter().chain(folders) {
            for path in Format::ALL.map(|format| format!("{folder}{}", format.file())) {
                if let Some(feed) = disk::read_if_there(&public.join(&path))? {
                    let digest = URL_SAFE_NO_PAD.encode(digest::digest(&digest::SHA256, &feed));
                    feeds.push((addresses.url(&path), digest));
                }
            }
        }
    }
    Ok(feeds)
}

/// A text without the characters that XML 1.0 forbids (section 2.2), which the crates would write.
fn xml_text(text: &str) -> String {
    let allowed =
        |c: &char| matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    if text.chars().all(|c| allowed(&c)) {
        return text.to_owned();
    }
    text.chars().filter(allowed).collect()
}
