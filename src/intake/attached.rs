//! Files that a feed sends along with an article.

use feed_rs::model::Entry;
use url::Url;

use super::{
    article::Article,
    feed::resolve,
    prose::{Figure, Part},
};

/// Pictures of people who wrote something, which WordPress.com sends along with each article.
const FACES: &str = "gravatar.com/avatar/";

/// The first picture that the feed sends along goes above the text, unless it is in there; to any other file a link stays.
pub(super) fn add_attached(article: &mut Article, entry: &Entry, base: Option<&Url>) {
    let enclosed = entry.media.iter().flat_map(|media| &media.content).filter_map(|content| {
        let kind = content.content_type.as_ref().map(ToString::to_string);
        content.url.clone().map(|url| (url, kind))
    });
    let linked = entry.links.iter().filter(|link| match link.rel.as_deref() {
        Some(rel) => rel == "enclosure",
        None => link.media_type.as_deref().is_some_and(|kind| !kind.contains("html")),
    });
    let linked = linked.filter_map(|link| Some((resolve(&link.href, base)?, link.media_type.clone())));
    let mut has_lead = false;
    for (url, kind) in enclosed.chain(linked).filter(|(url, _)| !url.as_str().contains(FACES)) {
        if is_picture(&url, kind.as_deref()) {
            if !std::mem::replace(&mut has_lead, true) {
                add_lead(article, url);
            }
        } else if !article.attached.iter().any(|file| file == url.as_str()) {
            article.attached.push(url.into());
        }
    }
}

/// What has no type is a picture, which shows when it is fetched, unless its name says that it is something else.
fn is_picture(url: &Url, kind: Option<&str>) -> bool {
    const OTHERS: [&str; 12] = ["aac", "epub", "flac", "m4a", "m4v", "mov", "mp3", "mp4", "ogg", "pdf", "wav", "zip"];
    let kind = kind.filter(|kind| !kind.is_empty());
    kind.map_or_else(
        || {
            let ending = url.path().rsplit_once('.').map_or("", |(_, ending)| ending);
            !OTHERS.iter().any(|other| ending.eq_ignore_ascii_case(other))
        },
        |kind| kind.starts_with("image/"),
    )
}

fn add_lead(article: &mut Article, picture: Url) {
    if article.figures().iter().all(|figure| figure.src != picture.as_str()) {
        article.parts.insert(0, Part::Figure(Figure { src: picture.into(), alt: String::new(), caption: None }));
    }
}
