//! From sources to drafts.

use std::path::{Path, PathBuf};

use chrono_tz::Tz;
use url::Url;

use super::{
    Error, Names,
    article::Article,
    draft::{Draft, compose_draft},
    feed::Item,
    fetch::Fetcher,
    gather::{Source, gather, gather_page},
    leftovers::is_cut,
    pictures::{Files, fetch_pictures},
    shelf::Shelf,
};
use crate::{
    clock::Clock,
    disk,
    line::chain_of,
    locale::Locale,
    posts::{LoadSettings, Slug},
    publication::Settings,
};

/// Makes drafts of what others published.
#[derive(Debug)]
pub struct Importer {
    /// The publication's folder.
    root: PathBuf,
    /// The zone in which its days begin.
    zone: Tz,
    /// Where its pages are.
    base_url: Url,
    /// The language that posts are written in.
    source: Locale,
    /// The authors and topics it knows.
    names: Names,
    /// The way to the web.
    fetcher: Fetcher,
    /// The time.
    clock: Clock,
}

/// What to do.
#[derive(Debug, Clone)]
pub struct Order {
    /// Where from.
    pub sources: Vec<Source>,
    /// Whether nothing is written, and no picture fetched.
    pub dry_run: bool,
    /// How many drafts are made at most.
    pub limit: usize,
}

/// What was done.
#[derive(Debug, Default)]
pub struct Report {
    /// The drafts, in the order of their sources.
    pub imported: Vec<Imported>,
    /// Articles that were imported before, or twice.
    pub skipped: Vec<Skipped>,
    /// Sources and articles of which nothing came.
    pub failed: Vec<Failed>,
    /// What stands in dumps and is no article.
    pub left_out: Vec<LeftOut>,
    /// New articles beyond the limit.
    pub left: usize,
}

/// A draft that was made.
#[derive(Debug)]
pub struct Imported {
    /// Where from: its address, or the file.
    pub from: String,
    /// Its name.
    pub slug: Slug,
    /// Its file, relative to the publication's folder.
    pub file: PathBuf,
    /// Its title.
    pub title: String,
    /// Its date, as its front matter has it.
    pub date: String,
    /// Ids of its authors.
    pub authors: Vec<String>,
    /// How many words it has.
    pub words: usize,
    /// How many pictures it shows.
    pub pictures: usize,
    /// What a person should look at.
    pub review: Vec<String>,
}

/// An article that is there already.
#[derive(Debug)]
pub struct Skipped {
    /// Where from.
    pub from: String,
    /// The post that it became.
    pub post: Slug,
    /// Whether that was in the same import: it stands there twice.
    pub is_twice: bool,
}

/// A source or an article of which nothing came.
#[derive(Debug)]
pub struct Failed {
    /// Which.
    pub from: String,
    /// Why not, with causes.
    pub reason: String,
}

/// A stretch of a dump that is no article.
#[derive(Debug)]
pub struct LeftOut {
    /// The dump.
    pub from: String,
    /// The line it begins on.
    pub line: usize,
    /// How it begins.
    pub beginning: String,
}

/// A post longer than this could not be loaded again.
const MAX_TEXT_BYTES: usize = 1 << 20;

impl Importer {
    /// An importer for a publication's folder.
    ///
    /// # Errors
    /// When the names of its topics cannot be read.
    pub fn new(root: &Path, settings: &Settings, fetcher: Fetcher, clock: Clock) -> Result<Self, Error> {
        let (names, zone) = (Names::load(root, settings)?, settings.site.zone);
        let (base_url, source) = (settings.site.base_url.clone(), settings.site.source.clone());
        Ok(Self { root: root.to_owned(), zone, base_url, source, names, fetcher, clock })
    }

    /// Does what is ordered. `watch` is told how many articles are done, and how many there are in this source.
    ///
    /// # Errors
    /// When the posts that are there cannot be read, or a draft not written. What cannot be fetched or read
    /// from a source is part of the report, and stops nothing else.
    pub async fn import(&self, order: &Order, mut watch: impl FnMut(usize, usize)) -> Result<Report, Error> {
        if !order.dry_run {
            disk::sweep(&self.root.join("posts"))?;
        }
        let mut shelf = Shelf::load(&self.root, LoadSettings { zone: self.zone })?;
        let mut report = Report::default();
        for source in &order.sources {
            let from = source.to_string();
            let gathered = match gather(&self.fetcher, source, &self.names).await {
                Ok(gathered) => gathered,
                Err(refused) => {
                    report.failed.push(Failed { from, reason: chain_of(&refused) });
                    continue;
                }
            };
            let left_out = gathered.left_out.into_iter();
            report.left_out.extend(left_out.map(|(line, beginning)| LeftOut { from: from.clone(), line, beginning }));
            let total = gathered.items.len();
            for (done, item) in gathered.items.into_iter().enumerate() {
                watch(done, total);
                self.take(item, &from, order, &mut shelf, &mut report).await?;
            }
        }
        Ok(report)
    }

    /// Makes a draft of one article, unless there is one.
    async fn take(
        &self,
        item: Item,
        source: &str,
        order: &Order,
        shelf: &mut Shelf,
        report: &mut Report,
    ) -> Result<(), Error> {
        let Item { mut article, page } = item;
        let address = article.origins.iter().find(|origin| origin.starts_with("http"));
        let from = address.cloned().unwrap_or_else(|| source.to_owned());
        if let Some(post) = shelf.known(&article.origins) {
            report.skipped.push(Skipped { from, post: post.clone(), is_twice: shelf.is_new(post) });
            return Ok(());
        }
        if report.imported.len() >= order.limit {
            report.left += 1;
            return Ok(());
        }
        if let Some(page) = page {
            match gather_page(&self.fetcher, &page).await {
                Ok(whole) => complete(&mut article, whole),
                Err(refused) => {
                    let doubt = format!("this is only the summary; its page could not be had: {}", chain_of(&refused));
                    article.doubts.push(doubt);
                }
            }
        }
        if article.words() == 0 {
            report.failed.push(Failed { from, reason: "there is no text in it".to_owned() });
            return Ok(());
        }
        let files = if order.dry_run { Files::new() } else { fetch_pictures(&self.fetcher, &mut article).await };
        article.keep_paths(&self.base_url);
        if let Some(language) = article.language.as_deref().filter(|language| is_other(language, &self.source)) {
            article
                .doubts
                .push(format!("it says that its language is {language}, and posts here are in {}", self.source));
        }
        let draft = compose_draft(&article, &self.names, self.zone, self.clock.now());
        if draft.text.len() > MAX_TEXT_BYTES {
            report.failed.push(Failed { from, reason: format!("its text is larger than {MAX_TEXT_BYTES} bytes") });
            return Ok(());
        }
        let pictures = article.figures().len() + article.lead.iter().len();
        let placed = if order.dry_run {
            let name = if pictures > 0 { "/index.md" } else { ".md" };
            let slug = shelf.reserve(&draft.title, &article.origins);
            slug.map(|slug| {
                let file = PathBuf::from(format!("posts/{slug}{name}"));
                (slug, file)
            })
        } else {
            put(&article, &draft, files, shelf)?
        };
        match placed {
            Some((slug, file)) => report.imported.push(Imported {
                from,
                slug,
                file,
                words: article.words(),
                pictures,
                title: draft.title,
                date: draft.date,
                authors: draft.authors,
                review: draft.review,
            }),
            None => report.failed.push(Failed { from, reason: "there is no free name for it".to_owned() }),
        }
        Ok(())
    }
}

/// Writes a draft under a free name.
fn put(article: &Article, draft: &Draft, files: Files, shelf: &mut Shelf) -> Result<Option<(Slug, PathBuf)>, Error> {
    while let Some(slug) = shelf.reserve(&draft.title, &article.origins) {
        // Somebody may have taken the name since the folder was read.
        if let Some(file) = shelf.put(&slug, &draft.text, files.clone())? {
            return Ok(Some((slug, file)));
        }
    }
    Ok(None)
}

/// Whether a language tag names another language; what is none says nothing.
fn is_other(tag: &str, source: &Locale) -> bool {
    tag.replace('_', "-").parse::<Locale>().is_ok_and(|locale| locale.language() != source.language())
}

/// Adds what the page of an article says to what the feed says of it.
fn complete(article: &mut Article, page: Article) {
    let short = article.parts.iter().map(super::prose::words_of).collect::<Vec<_>>().join(" ");
    let said = article.summary.take().or(Some(short)).filter(|text| !text.trim().is_empty() && !is_cut(text));
    article.is_summary_guessed = said.is_none() && page.is_summary_guessed;
    article.summary = said.or(page.summary);
    article.lead = page.lead;
    article.parts = page.parts;
    article.sources.extend(page.sources);
    article.title = article.title.take().or(page.title);
    article.date = article.date.take().or(page.date);
    if article.authors.is_empty() {
        article.authors = page.authors;
    }
    if article.categories.is_empty() {
        article.categories = page.categories;
    }
    article.origins.extend(page.origins);
    article.origins.sort();
    article.origins.dedup();
    article.doubts.extend(page.doubts);
    *article = std::mem::take(article).settle();
}
