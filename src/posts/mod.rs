//! The Dutch posts: `posts/*.md` to [`Post`], with a diagnostic for whatever is wrong in them.
//!
//! What stands in `pages/` is read in the same way and translated in the same way. It is a
//! [page](Post::is_page): it is on the site, and in no list, feed or mail.

mod slug;
mod naming;
mod field;
mod citation;
mod instant;
mod withheld;
mod front_matter;
pub mod markdown;
mod check;
mod stray;
mod aliases;
mod load;

pub use aliases::{alias_of_another_page, alias_of_itself, old_path};
pub use check::{BROKEN_LINK, is_picture_of_posts};
pub use citation::Citation;
pub use front_matter::Picture;
pub use load::{
    Error, LoadSettings, Loaded, PostFile, ReadFile, TAKEN, gather_posts, list_posts, load_post, load_posts,
    refers_rightly, salvage_texts,
};
pub(crate) use naming::numbered;
pub use naming::slug_of;
pub use slug::{NotASlug, Slug};

use std::{
    borrow::Cow,
    cmp::Ordering,
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use crate::{clock::Timestamp, diagnostic::Diagnostic, locale::Locale};

use self::markdown::{Block, Target};

/// Words an adult reads in a minute: the mean for silent reading of non-fiction
/// (Brysbaert 2019, 238 for English), rounded down for longer Dutch words.
const WORDS_PER_MINUTE: usize = 220;

/// Lines and columns, from 1, by key and name.
pub type Places = BTreeMap<(Cow<'static, str>, String), (usize, usize)>;

/// One source article, as its file says.
///
/// Its text (body, blocks, and where they stand) is large, and lists do [without it](Self::without_text).
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Post {
    /// Its name in addresses.
    pub slug: Slug,
    /// By what the database and the feeds know it: the first name it had, which it keeps when it gets another.
    pub id: Slug,
    /// The file, relative to the publication's folder.
    pub file: PathBuf,
    /// The title, plain text.
    pub title: String,
    /// What it is about, in a sentence or two of plain text.
    pub summary: Option<String>,
    /// When it may be published; in the future means: not before then.
    pub date: Timestamp,
    /// When it was last corrected.
    pub updated: Option<Timestamp>,
    /// Ids of its authors, as listed in `postduif.toml`.
    pub authors: Vec<String>,
    /// Ids of its topics, as named in `topics.ftl`.
    pub topics: Vec<String>,
    /// The picture that leads it.
    pub image: Option<Picture>,
    /// What it is based on.
    pub sources: Vec<Citation>,
    /// "Read these too".
    pub related: Vec<Slug>,
    /// Whether it ends with the publication's call to action.
    pub call_to_action: bool,
    /// Whether it goes into digests.
    pub newsletter: bool,
    /// The languages that it is not published in, and that nobody should translate it into.
    pub not_in: Vec<Locale>,
    /// By what its writer wants it to be known, whatever its file is called: a new post in the file of an old one needs that.
    pub own_id: Option<Slug>,
    /// The names that it had before, under which readers still look for it.
    pub aliases: Vec<Slug>,
    /// The paths of the page that it was on another site, from the root of this one.
    pub old_paths: Vec<String>,
    /// By what an imported article is known again, so that it is imported once.
    pub imported_from: Vec<String>,
    /// What a person should look at before it is published.
    pub review: Vec<String>,
    /// Whether it is not to be published yet.
    pub draft: bool,
    /// Whether readers got it on its date or later, as the ledger says: then it is out, whatever a clock says now.
    #[serde(skip)]
    pub is_out: bool,
    /// Where front matter names an author, a topic or a post: line and column, by key and name.
    pub places: Places,
    /// The body, as Markdown.
    #[serde(skip)]
    pub body: String,
    /// The line of the file the body starts on, from 1.
    #[serde(skip)]
    pub body_line: usize,
    /// Every translatable block, front matter first, then the body in order.
    #[serde(skip)]
    pub blocks: Vec<Block>,
    /// The other posts and the pictures that the body refers to, each with its line and column.
    pub targets: Vec<(Target, (usize, usize))>,
    /// For each block of the body, in order, which leaf of the body's tree it is.
    #[serde(skip)]
    pub body_leaves: Vec<usize>,
    /// Minutes it takes to read, at least one.
    pub minutes: u32,
}

/// The folders that hold posts and pages.
const FOLDERS: [&str; 2] = [POSTS, PAGES];

/// The folder of the posts, which every publication has.
const POSTS: &str = "posts";

/// The folder of what is no post.
const PAGES: &str = "pages";

/// Whether a file, relative to the publication's folder, is that of a page.
fn is_page(file: &Path) -> bool {
    file.starts_with(PAGES)
}

/// Minutes it takes to read `blocks`, at least one.
fn reading_minutes(blocks: &[Block]) -> u32 {
    // In plain ASCII, which most texts are, the same words are counted in a third of the time.
    let words = |text: &str| match text.is_ascii() {
        true => text.split_ascii_whitespace().count(),
        false => text.split_whitespace().count(),
    };
    let words: usize = blocks.iter().map(|block| words(&block.text)).sum();
    u32::try_from(words.div_ceil(WORDS_PER_MINUTE)).unwrap_or(u32::MAX).max(1)
}

impl Post {
    /// Line and column, from 1, at which front matter names something under `key`.
    pub fn place(&self, key: &'static str, name: &str) -> (usize, usize) {
        self.places.get(&(key.into(), name.to_owned())).copied().unwrap_or((1, 1))
    }

    /// The names of the other posts that it refers to, each with its line and column.
    pub fn references(&self) -> impl Iterator<Item = (&str, (usize, usize))> {
        let linked = self.targets.iter().filter_map(|(target, at)| match target {
            Target::Post(slug) => Some((slug.as_str(), *at)),
            Target::Picture(_) => None,
        });
        let related = self.related.iter().map(|slug| {
            let written = [slug.to_string(), format!("{slug}.md")].map(|name| self.place("related", &name));
            (slug.as_str(), written[0].max(written[1]))
        });
        linked.chain(related)
    }

    /// The same without its text.
    #[must_use]
    pub fn without_text(&self) -> Self {
        Self {
            slug: self.slug.clone(),
            id: self.id.clone(),
            file: self.file.clone(),
            title: self.title.clone(),
            summary: self.summary.clone(),
            date: self.date,
            updated: self.updated,
            authors: self.authors.clone(),
            topics: self.topics.clone(),
            image: self.image.clone(),
            sources: self.sources.clone(),
            related: self.related.clone(),
            call_to_action: self.call_to_action,
            newsletter: self.newsletter,
            not_in: self.not_in.clone(),
            aliases: self.aliases.clone(),
            own_id: self.own_id.clone(),
            old_paths: self.old_paths.clone(),
            imported_from: self.imported_from.clone(),
            review: self.review.clone(),
            draft: self.draft,
            is_out: self.is_out,
            places: self.places.clone(),
            targets: self.targets.clone(),
            minutes: self.minutes,
            body: String::new(),
            body_line: 0,
            blocks: Vec::new(),
            body_leaves: Vec::new(),
        }
    }

    /// Which of two posts comes first in lists; of those with the same date, by their names.
    pub fn newest_first(&self, other: &Self) -> Ordering {
        other.date.cmp(&self.date).then_with(|| self.slug.cmp(&other.slug))
    }

    /// Whether readers may see it at `now`.
    pub fn is_public(&self, now: Timestamp) -> bool {
        !self.draft && (self.is_out || self.date <= now)
    }

    /// What a person should look at before it is published, as warnings that go when its line goes.
    pub fn reviews(&self) -> impl Iterator<Item = Diagnostic> {
        self.review.iter().map(|text| {
            let (line, column) = self.place("review", text);
            let found = Diagnostic::warning(&self.file, "to-review", format!("to review: {text}")).at(line, column);
            found.help("look at it, then take this line out of `review`")
        })
    }

    /// Whether it is a page, such as one about who writes, and no article of a date.
    pub fn is_page(&self) -> bool {
        is_page(&self.file)
    }

    /// The folder that its pictures lie in, which is its own if its file is `index.md`.
    pub fn folder(&self) -> &Path {
        self.file.parent().unwrap_or(Path::new(""))
    }
}
