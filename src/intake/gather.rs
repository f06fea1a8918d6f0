//! From a source to the articles in it.

use std::{
    borrow::Cow,
    fs, io,
    path::{Path, PathBuf},
    str::FromStr,
    thread,
    time::Duration,
};

use tokio::sync::oneshot;
use url::Url;

use super::{
    article::Article,
    charset::decode,
    dump::{MIN_WORDS, read_dump},
    export::Export,
    feed::{self, Item, is_feed, read_feed},
    fetch::{Failure, Fetcher, Wanted},
    identity::tell_apart,
    names::Names,
    page::{self, read_page},
    threads::take_others,
};

/// How long the parsers may take over one document. The longest feeds take a second; what takes so much
/// more was made to.
const PARSING: Duration = Duration::from_secs(60);

/// What the parsers may put on their stack: they walk down the elements of a page, of which there are as
/// many within each other as [`super::shape`] allows.
const STACK_BYTES: usize = 16 << 20;

/// The biggest file that is read, as for documents on the web.
const FILE_BYTES: u64 = 20 << 20;

/// Characters at the beginning of a document that tell what it is.
const HEAD: usize = 1_000;

/// Where articles come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A feed, a page or a dump on the web.
    Web(Url),
    /// One in a file.
    File(PathBuf),
}

/// The text names no source.
#[derive(Debug, thiserror::Error)]
#[error("{0:?} is no address: write it in full, from https://")]
pub struct NotASource(String);

impl FromStr for Source {
    type Err = NotASource;

    /// What begins with `http://` or `https://` is an address, and with any other scheme nothing; all else is a file.
    fn from_str(text: &str) -> Result<Self, NotASource> {
        if !text.contains("://") {
            return Ok(Self::File(text.into()));
        }
        let url = text.parse::<Url>().ok().filter(|url| matches!(url.scheme(), "http" | "https"));
        url.map(Self::Web).ok_or_else(|| NotASource(text.to_owned()))
    }
}

impl std::fmt::Display for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Web(url) => write!(f, "{url}"),
            Self::File(file) => write!(f, "{}", file.display()),
        }
    }
}

/// Why nothing came from a source.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// It could not be fetched.
    #[error(transparent)]
    Fetch(#[from] Failure),
    /// It could not be read from the disk.
    #[error("the file cannot be read")]
    File(#[source] io::Error),
    /// It is larger than anything of its kind.
    #[error("the file is larger than {} MB", FILE_BYTES >> 20)]
    TooBig,
    /// It is a feed, and a bad one.
    #[error(transparent)]
    Feed(#[from] feed::Unreadable),
    /// It is a page without an article.
    #[error(transparent)]
    Page(#[from] page::Unreadable),
    /// It is no text.
    #[error("it is neither a feed nor a page nor a text")]
    NoText,
    /// It is a feed without articles.
    #[error("there is no article in it")]
    Nothing,
    /// It is a post already.
    #[error(
        "it is a post already, in Markdown: put it into posts/, and `postduif check` says what its front matter lacks"
    )]
    Post,
    /// It is a text without articles.
    #[error(
        "there is no article in it: that is a text of {MIN_WORDS} words or more, or one that says who wrote it, \
         or when together with its reading time or its sources"
    )]
    NoSigns,
    /// Its parser came to no end.
    #[error("it cannot be taken apart within {} seconds", PARSING.as_secs())]
    Endless,
    /// Its parser broke down.
    #[error("it cannot be taken apart")]
    Broken,
}

/// What a source holds.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// The articles, in their order.
    pub(super) items: Vec<Item>,
    /// What is no article: its line and how it begins.
    pub(super) left_out: Vec<(usize, String)>,
}

/// Fetches or reads a source, and finds the articles in it.
pub(super) async fn gather(fetcher: &Fetcher, source: &Source, names: &Names) -> Result<Gathered, Refused> {
    let names = names.clone();
    let gathered = match source {
        Source::Web(asked) => {
            let fetched = fetcher.fetch(asked, Wanted::Document).await?;
            let text = decode(&fetched.bytes, fetched.content_type.as_deref());
            let asked = asked.clone();
            apart(move || read(&text, Some(&fetched.url), Some(&asked), &names)).await?
        }
        Source::File(file) => {
            let bytes = read_file(file)?;
            let text = decode(&bytes, None);
            apart(move || read(&text, None, None, &names)).await?
        }
    };
    if gathered.items.is_empty() { Err(Refused::Nothing) } else { Ok(gathered) }
}

/// Fetches the page of an article of which a feed has only a summary.
pub(super) async fn gather_page(fetcher: &Fetcher, page: &Url) -> Result<Article, Refused> {
    let fetched = fetcher.fetch(page, Wanted::Document).await?;
    let text = decode(&fetched.bytes, fetched.content_type.as_deref());
    let article = apart(move || Ok(read_page(&without_strays(&text)?, Some(&fetched.url))?)).await?;
    Ok(article.settle())
}

fn read_file(file: &Path) -> Result<Vec<u8>, Refused> {
    if fs::metadata(file).map_err(Refused::File)?.len() > FILE_BYTES {
        return Err(Refused::TooBig);
    }
    fs::read(file).map_err(Refused::File)
}

/// Reads a document by what it is, whatever it is called. It lies at `url`, and was `asked` for at another
/// address if that leads there.
fn read(text: &str, url: Option<&Url>, asked: Option<&Url>, names: &Names) -> Result<Gathered, Refused> {
    let text = without_strays(text)?;
    let text = text.as_ref();
    let head: String = text.trim_start().chars().take(HEAD).collect();
    if is_feed(text) {
        return read_articles(text, url, names);
    }
    if is_post(text) {
        return Err(Refused::Post);
    }
    if head.starts_with('<') || head.to_ascii_lowercase().contains("<html") {
        let mut article = read_page(text, url)?.settle();
        // A page that moved is known by its old address as well.
        let asked = asked.map(Url::to_string).filter(|asked| !article.origins.contains(asked));
        article.origins.extend(asked);
        return Ok(Gathered { items: vec![Item { article, page: None }], left_out: Vec::new() });
    }
    let dump = read_dump(text, names);
    if dump.articles.is_empty() {
        return Err(Refused::NoSigns);
    }
    let items = dump.articles.into_iter().map(|article| Item { article, page: None }).collect();
    Ok(Gathered { items, left_out: dump.left_out })
}

/// The articles of a feed or of an export.
fn read_articles(text: &str, url: Option<&Url>, names: &Names) -> Result<Gathered, Refused> {
    let export = Export::read(text);
    let mut items = read_feed(export.as_ref().map_or(text, |export| &export.feed), url)?;
    let left_out = match export {
        Some(export) => {
            for (item, told) in items.iter_mut().zip(&export.told) {
                export.tell(told, &mut item.article, names);
                item.page = item.page.take().filter(|_| told.is_public());
            }
            export.left_out
        }
        None => take_others(text, &mut items),
    };
    tell_apart(&mut items);
    let items = items.into_iter().map(|item| Item { article: item.article.settle(), ..item });
    Ok(Gathered { items: items.collect(), left_out })
}

/// Whether a text is a post as it lies in `posts`, or as other programs keep theirs: Markdown with front matter.
fn is_post(text: &str) -> bool {
    /// Lines that front matter has at most.
    const MOST_LINES: usize = 200;
    let mut lines = text.trim_start().lines().map(str::trim_end);
    let Some(fence) = lines.next().filter(|fence| matches!(*fence, "---" | "+++")) else { return false };
    let front: Vec<_> = lines.take(MOST_LINES).collect();
    let end = front.iter().position(|line| *line == fence);
    end.is_some_and(|end| front[..end].iter().any(|line| line.to_ascii_lowercase().starts_with("title")))
}

/// A text without the control characters that got into it by mistake, mostly when it was taken for another character
/// set. What is full of them is no text.
fn without_strays(text: &str) -> Result<Cow<'_, str>, Refused> {
    /// Of so many characters of a text one may be such, and one in any case; of what is packed it is one in twelve.
    const CHARACTERS_FOR_ONE: usize = 50;
    let is_stray = |c: char| c.is_control() && !c.is_whitespace();
    let head = text.trim_start().chars().take(HEAD);
    let strays = head.clone().filter(|c| c.is_ascii() && is_stray(*c)).count();
    if strays > 1 + head.count() / CHARACTERS_FOR_ONE {
        return Err(Refused::NoText);
    }
    Ok(if text.contains(is_stray) { text.replace(is_stray, "").into() } else { text.into() })
}

/// Takes a document apart on a thread of its own. Parsers of what strangers wrote may come to no end, or
/// break down; either costs this document and no other.
async fn apart<T: Send + 'static>(work: impl FnOnce() -> Result<T, Refused> + Send + 'static) -> Result<T, Refused> {
    let (done, taken) = oneshot::channel();
    let thread = thread::Builder::new().name("intake".to_owned()).stack_size(STACK_BYTES);
    thread.spawn(move || drop(done.send(work()))).map_err(|_| Refused::Broken)?;
    match tokio::time::timeout(PARSING, taken).await {
        Ok(Ok(read)) => read,
        Ok(Err(_)) => Err(Refused::Broken),
        Err(_) => Err(Refused::Endless),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_an_address_or_a_file() {
        assert!(matches!("HTTPS://a.example/b".parse(), Ok(Source::Web(_))));
        assert!(matches!("blog.txt".parse(), Ok(Source::File(_))));
        assert!("file:///etc/passwd".parse::<Source>().is_err());
        assert!("gopher://a.example".parse::<Source>().is_err());
    }

    #[test]
    fn a_stray_character_is_taken_out_of_a_text_and_what_is_full_of_them_is_none() {
        assert_eq!(without_strays("Hij zei \u{e2}\u{80}\u{9c}rust\u{1}\n").unwrap(), "Hij zei \u{e2}rust\n");
        let packed: String = (0..400_u32).map(|n| char::from((n * 167 % 256) as u8)).collect();
        for binary in ["\0\u{1}PK", "\u{89}PNG\r\n\u{1a}\n\0\0\0\rIHDR\0\0", &packed] {
            assert!(matches!(without_strays(binary), Err(Refused::NoText)), "{binary:?}");
        }
    }

    #[tokio::test]
    async fn a_parser_that_breaks_down_costs_its_document_alone() {
        let broken = apart(|| -> Result<(), Refused> { panic!("on purpose") }).await;
        assert!(matches!(broken, Err(Refused::Broken)));
    }
}
