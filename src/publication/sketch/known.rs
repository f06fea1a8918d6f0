//! What is remembered of one post, and of one feed.

use std::{
    ops::Range,
    path::{Path, PathBuf},
};

use super::super::pictures::pictures_of;
use crate::{
    fingerprint::Fingerprint,
    posts::Post,
    translation::{Look, Outlines},
};

/// What is remembered of a post. Nothing of it has a place in memory of its own: what was read of an archive is gone a moment
/// later, and would leave its room to nobody while there is a name in each corner of it.
#[derive(Debug)]
pub(super) struct Known {
    /// Where its slug stands among those of all.
    pub(super) slug: Range<u32>,
    place: Place,
    /// How its files looked.
    pub(super) look: Look,
    /// What other files show of it, and which pictures it has.
    pub(super) shown: Fingerprint,
    /// Where its topics stand among those of all.
    pub(super) topics: Range<u32>,
    /// The editions in which it is, a bit each.
    editions: u32,
    /// Those in which it has a page.
    pages: u32,
}

/// Where its file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// `posts/SLUG.md`
    Post,
    /// `posts/SLUG/index.md`
    PostFolder,
    /// `pages/SLUG.md`
    Page,
    /// `pages/SLUG/index.md`
    PageFolder,
}

/// The slugs and the topics of all posts, one after the other.
#[derive(Debug, Default)]
pub(super) struct Words {
    slugs: String,
    /// By their places among the names of the topics.
    topics: Vec<u16>,
}

impl Words {
    pub(super) fn slug(&self, known: &Known) -> &str {
        &self.slugs[known.slug.start as usize..known.slug.end as usize]
    }

    pub(super) fn topics(&self, known: &Known) -> &[u16] {
        &self.topics[known.topics.start as usize..known.topics.end as usize]
    }

    /// How far they are.
    fn ends(&self) -> Option<[u32; 2]> {
        Some([u32::try_from(self.slugs.len()).ok()?, u32::try_from(self.topics.len()).ok()?])
    }
}

impl Known {
    /// What is to be remembered of a post; its slug and its topics are added to `words`. None of what is too much.
    pub(super) fn of(post: &Post, outlines: &Outlines, topics: &[String], words: &mut Words) -> Option<Self> {
        let place = match (post.is_page(), post.file.ends_with("index.md") && post.file.iter().count() > 2) {
            (false, false) => Place::Post,
            (false, true) => Place::PostFolder,
            (true, false) => Place::Page,
            (true, true) => Place::PageFolder,
        };
        let from = words.ends()?;
        words.slugs.push_str(post.slug.as_str());
        for name in &post.topics {
            words.topics.push(u16::try_from(topics.binary_search(name).ok()?).ok()?);
        }
        let to = words.ends()?;
        Some(Self {
            slug: from[0]..to[0],
            place,
            look: outlines.look(&post.slug)?.clone(),
            shown: shown(post, outlines)?,
            topics: from[1]..to[1],
            editions: 0,
            pages: 0,
        })
    }

    /// The file of a post with this slug, from the publication's folder.
    pub(super) fn file(&self, slug: &str) -> PathBuf {
        let folder = Path::new(if self.is_page() { "pages" } else { "posts" });
        match self.has_folder() {
            true => folder.join(slug).join("index.md"),
            false => folder.join(format!("{slug}.md")),
        }
    }

    pub(super) fn is_page(&self) -> bool {
        matches!(self.place, Place::Page | Place::PageFolder)
    }

    /// Whether its file lies in a folder of its own.
    pub(super) fn has_folder(&self) -> bool {
        matches!(self.place, Place::PostFolder | Place::PageFolder)
    }

    /// Notes that it is in an edition.
    pub(super) fn note(&mut self, edition: usize, has_page: bool) {
        self.editions |= 1 << edition;
        self.pages |= u32::from(has_page) << edition;
    }

    /// Whether it is in the lists of an edition.
    pub(super) fn is_listed(&self, edition: usize) -> bool {
        !self.is_page() && self.editions & 1 << edition != 0
    }

    /// Whether it is in an edition, be it as a page.
    pub(super) fn is_in(&self, edition: usize) -> bool {
        self.editions & 1 << edition != 0
    }

    pub(super) fn has_page(&self, edition: usize) -> bool {
        self.pages & 1 << edition != 0
    }
}

/// What other files show of a post, and which pictures it has.
pub(super) fn shown(post: &Post, outlines: &Outlines) -> Option<Fingerprint> {
    let listed = outlines.listed(&post.slug)?.to_string();
    let pictures = pictures_of(post);
    Some(Fingerprint::of_parts([listed.as_str()].into_iter().chain(pictures.iter().map(String::as_str))))
}

/// The posts in the feed of an edition, or of one of its topics.
#[derive(Debug)]
pub(super) struct FeedPosts {
    pub(super) edition: usize,
    pub(super) topic: Option<String>,
    /// By their places among all.
    pub(super) posts: Vec<usize>,
}
