//! Reading `posts/`: every file becomes a post or a diagnostic, and none stops another.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use chrono_tz::Tz;

use super::{
    Post, Slug,
    field::{parse_toml, parse_yaml},
    front_matter::{FrontMatter, read_front_matter},
    markdown::{Block, Kind, Target, body_blocks, is_relative, local_targets},
    reading_minutes,
};
use crate::diagnostic::Diagnostic;

/// A post longer than this is a mistake, not an article: the longest novel chapters are a tenth of it.
const MAX_POST_BYTES: u64 = 1 << 20;

/// What loading needs to know from the configuration.
#[derive(Debug, Clone, Copy)]
pub struct LoadSettings {
    /// The zone in which a date without one begins.
    pub zone: Tz,
}

/// The folder could not be read.
#[derive(Debug, thiserror::Error)]
#[error("cannot read {path}", path = path.display())]
pub struct Error {
    /// The file or folder.
    pub path: PathBuf,
    /// Why not.
    #[source]
    pub source: io::Error,
}

/// What was read, and what was wrong.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The posts, newest first; drafts and future posts are among them.
    pub posts: Vec<Post>,
    /// What is wrong, in file order.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads every post in `root/posts`: `SLUG.md`, or `SLUG/index.md` with its pictures beside it.
///
/// # Errors
/// When the folder or a file cannot be read; what a file says wrong is a diagnostic.
pub fn load_posts(root: &Path, settings: LoadSettings) -> Result<Loaded, Error> {
    let mut loaded = Loaded::default();
    let mut first_file: BTreeMap<Slug, PathBuf> = BTreeMap::new();
    for (name, file) in post_files(root)? {
        let slug = match name.parse::<Slug>() {
            Ok(slug) => slug,
            Err(error) => {
                let found = Diagnostic::error(&file, "bad-slug", format!("the file name is the slug, and {error}"));
                loaded.diagnostics.push(found.help("rename the file, for example to `kleine-stappen.md`"));
                continue;
            }
        };
        if let Some(first) = first_file.get(&slug) {
            let message =
                format!("the slug `{slug}` is already taken by {}, so this post is left out", first.display());
            loaded.diagnostics.push(Diagnostic::error(&file, "duplicate-slug", message).help("rename one of the two"));
            continue;
        }
        first_file.insert(slug.clone(), file.clone());
        let path = root.join(&file);
        if path.is_dir() {
            let help = format!("put the post into it as `index.md`, and call the folder `{slug}`");
            let found = Diagnostic::error(&file, "not-a-file", "this is a folder, so no post is read from it");
            loaded.diagnostics.push(found.help(help));
            continue;
        }
        let bytes = read_limited(&path).map_err(|source| Error { path, source })?;
        loaded.posts.extend(parse_post(slug, &file, bytes.as_deref(), settings, &mut loaded.diagnostics));
    }
    check_targets(root, &loaded.posts, &mut loaded.diagnostics);
    loaded.posts.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.slug.cmp(&b.slug)));
    loaded.diagnostics.sort();
    Ok(loaded)
}

/// The name and file of each post, in a fixed order. A folder without posts is an empty publication.
fn post_files(root: &Path) -> Result<Vec<(String, PathBuf)>, Error> {
    let folder = root.join("posts");
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(source) => return Err(Error { path: folder, source }),
    };
    let mut files = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|source| Error { path: folder.clone(), source })?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with(['.', '_']) {
            continue;
        }
        if let Some(slug) = name.strip_suffix(".md") {
            files.push((slug.to_owned(), Path::new("posts").join(&name)));
        } else if entry.path().join("index.md").is_file() {
            files.push((name.clone(), Path::new("posts").join(&name).join("index.md")));
        }
    }
    files.sort_by(|a, b| a.1.cmp(&b.1));
    Ok(files)
}

/// The bytes of a file, or none when it is too long to be a post.
fn read_limited(path: &Path) -> io::Result<Option<Vec<u8>>> {
    if fs::metadata(path)?.len() > MAX_POST_BYTES {
        return Ok(None);
    }
    fs::read(path).map(Some)
}

fn parse_post(
    slug: Slug,
    file: &Path,
    bytes: Option<&[u8]>,
    settings: LoadSettings,
    found: &mut Vec<Diagnostic>,
) -> Option<Post> {
    let Some(bytes) = bytes else {
        let message = format!("the file is larger than {MAX_POST_BYTES} bytes, so it is left out");
        found.push(Diagnostic::error(file, "too-large", message).help("split it into several posts"));
        return None;
    };
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches('\u{feff}').replace("\r\n", "\n"),
        Err(error) => {
            let line = bytes[..error.valid_up_to()].iter().filter(|&&b| b == b'\n').count() + 1;
            let message = "the file is not written in UTF-8, so it is left out";
            found
                .push(Diagnostic::error(file, "not-utf8", message).at(line, 1).help("save it as UTF-8 in your editor"));
            return None;
        }
    };
    let (front, body, body_line) = split(&text, file, settings, found)?;
    let (title, date) = (front.title.clone()?, front.date?);
    let mut blocks = front_matter_blocks(&front, &title);
    blocks.extend(body_blocks(body, body_line));
    Some(Post {
        slug,
        file: file.to_owned(),
        title,
        summary: front.summary,
        date,
        updated: front.updated,
        authors: front.authors,
        topics: front.topics,
        image: front.image,
        sources: front.sources,
        related: front.related,
        call_to_action: front.call_to_action,
        newsletter: front.newsletter,
        draft: front.draft,
        body: body.to_owned(),
        body_line,
        minutes: reading_minutes(&blocks),
        blocks,
    })
}

/// Takes a file apart: front matter, body, and the line the body starts on.
fn split<'a>(
    text: &'a str,
    file: &Path,
    settings: LoadSettings,
    found: &mut Vec<Diagnostic>,
) -> Option<(FrontMatter, &'a str, usize)> {
    let fence = text.lines().next().unwrap_or_default().trim_end();
    if fence != "---" && fence != "+++" {
        let help = "begin the file with `---`, then `title: …` and `date: …`, then `---` again";
        found.push(Diagnostic::error(file, "no-front-matter", "the post does not begin with front matter").help(help));
        return None;
    }
    let start = text.find('\n').map_or(text.len(), |at| at + 1);
    let mut end = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end() == fence {
            let (front, body) = (&text[start..end], &text[end + line.len()..]);
            let body_line = text[..end].matches('\n').count() + 2;
            let tree = if fence == "---" { parse_yaml(front, 2) } else { parse_toml(front, 2) };
            return match tree {
                Ok(tree) => Some((read_front_matter(&tree, file, settings.zone, found), body, body_line)),
                Err(error) => {
                    let kind = if fence == "---" { "YAML" } else { "TOML" };
                    let message = format!("the front matter is not valid {kind}: {}", error.reason);
                    let help = "put texts with a colon or a quote between \"double quotes\"";
                    found.push(
                        Diagnostic::error(file, "bad-front-matter", message).at(error.line, error.column).help(help),
                    );
                    None
                }
            };
        }
        end += line.len();
    }
    let message = format!("the front matter has no closing `{fence}`");
    found.push(
        Diagnostic::error(file, "no-front-matter", message).help(format!("add a line `{fence}` below the last key")),
    );
    None
}

fn front_matter_blocks(front: &FrontMatter, title: &str) -> Vec<Block> {
    let block = |kind, text: &str| Block { kind, text: text.to_owned(), line: 1 };
    let mut blocks = vec![block(Kind::Title, title)];
    blocks.extend(front.summary.as_deref().map(|text| block(Kind::Summary, text)));
    if let Some(image) = &front.image {
        let said = [
            (Kind::Alt, Some(&image.alt)),
            (Kind::Caption, image.caption.as_ref()),
            (Kind::Credit, image.credit.as_ref()),
        ];
        let said = said.into_iter().filter_map(|(kind, text)| text.map(|text| block(kind, text)));
        blocks.extend(said.filter(|block| !block.text.is_empty()));
    }
    blocks
}

/// Finds pictures that are not there and links to posts that do not exist.
fn check_targets(root: &Path, posts: &[Post], found: &mut Vec<Diagnostic>) {
    let knows = |slug: &str| posts.iter().any(|post| post.slug.as_str() == slug);
    for post in posts {
        let folder = root.join(post.folder().unwrap_or(Path::new("posts")));
        let pictures = post
            .image
            .iter()
            .filter(|image| is_relative(&image.src))
            .map(|image| (Target::Picture(image.src.clone()), image.line));
        let related = post.related.iter().map(|slug| (Target::Post(slug.to_string()), 1));
        for (target, line) in local_targets(&post.body, post.body_line).into_iter().chain(pictures).chain(related) {
            match target {
                Target::Picture(name) if !folder.join(&name).is_file() => {
                    let message = format!("the picture `{name}` is not there");
                    let help = format!("put it beside {}, or correct its name", post.file.display());
                    found.push(Diagnostic::error(&post.file, "missing-picture", message).at(line, 1).help(help));
                }
                Target::Post(slug) if !knows(&slug) => {
                    let names = posts.iter().map(|post| post.slug.as_str());
                    let help = crate::diagnostic::nearest(&slug, names).map_or_else(
                        || "link to a post by its file name".to_owned(),
                        |meant| format!("did you mean `{meant}.md`?"),
                    );
                    let message = format!("there is no post `{slug}`, so this link leads nowhere");
                    found.push(Diagnostic::error(&post.file, "broken-link", message).at(line, 1).help(help));
                }
                _ => {}
            }
        }
    }
}
