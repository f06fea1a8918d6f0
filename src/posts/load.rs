//! Reading `posts/`: every file becomes a post or a diagnostic, and none stops another.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    fs::{self, File},
    io, mem,
    path::{Path, PathBuf},
};

use chrono_tz::Tz;
use rustix::fs::{AtFlags, FileType, statat};

use super::{
    FOLDERS, POSTS, Post, Slug,
    aliases::{check_aliases, forget_own_alias, forget_taken_aliases},
    check::{check_blocks, check_body, check_targets},
    field::{parse_toml, parse_yaml},
    front_matter::{FrontMatter, read_front_matter},
    is_page,
    markdown::{Block, Kind, MOST_NESTED, clean_text, read_blocks, too_deep},
    reading_minutes, slug_of,
    stray::{check_characters, merge_conflict, no_post, texts_in_folder},
};
use crate::{diagnostic::Diagnostic, disk, parallel};

/// A post longer than this is a mistake, not an article: the longest novel chapters are a tenth of it.
const MAX_POST_BYTES: u64 = 1 << 20;

/// What loading needs to know from the configuration.
#[derive(Debug, Clone, Copy)]
pub struct LoadSettings {
    /// The zone in which a date without one begins.
    pub zone: Tz,
}

/// What stands beside the posts of an edition, so that no post can be called so.
pub const TAKEN: [&str; 6] = ["archive", "authors", "feeds", "issues", "subscribe", "topics"];

/// A file that a post is read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostFile {
    /// The post's name, which is the file's.
    pub slug: Slug,
    /// The file, relative to the publication's folder.
    pub file: PathBuf,
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
    /// What is written as posts but has no title or no date, with stand-ins for those: it is none, and
    /// what else is wrong in it can be told all the same.
    pub unfinished: Vec<Post>,
    /// What is wrong, in file order.
    pub diagnostics: Vec<Diagnostic>,
}

/// A file as it was read, with what is wrong in it whatever else there is.
#[derive(Debug, Clone)]
pub struct ReadFile {
    /// The post; none where it could not be read.
    post: Option<Post>,
    /// Whether there is a title and a date, without which it is no post.
    is_whole: bool,
    found: Vec<Diagnostic>,
}

impl ReadFile {
    /// Reads a file.
    pub fn read(root: &Path, file: &PostFile, settings: LoadSettings) -> Self {
        let mut found = Vec::new();
        let read = read_post(root, file, settings, &mut found);
        if let Some(Read { post, .. }) = &read {
            check_body(post, &mut found);
        }
        let is_whole = read.as_ref().is_some_and(|read| read.is_whole);
        Self { post: read.map(|read| read.post), is_whole, found }
    }

    /// A file in which there is nothing wrong, as it was read before.
    pub fn known(post: Post) -> Self {
        Self { post: Some(post), is_whole: true, found: Vec::new() }
    }

    /// Gives what was read, if it is a whole post, and keeps all of it but its text.
    pub fn take_whole(&mut self) -> Option<Post> {
        let post = self.post.as_mut().filter(|_| self.is_whole)?;
        let kept = post.without_text();
        Some(mem::replace(post, kept))
    }

    /// Whether nothing is wrong in it.
    pub fn is_fine(&self) -> bool {
        self.found.is_empty()
    }

    /// What was read, without its text; none where it is no whole post.
    pub fn into_post(self) -> Option<Post> {
        self.post.filter(|_| self.is_whole)
    }
}

/// Reads every post in `root/posts` and every page in `root/pages`: `SLUG.md`, or `SLUG/index.md` with
/// its pictures beside it.
///
/// # Errors
/// When the folder cannot be read; a file that cannot be, and what one says wrong, is a diagnostic.
pub fn load_posts(root: &Path, settings: LoadSettings) -> Result<Loaded, Error> {
    let (files, found) = list_posts(root)?;
    let read = parallel::map(&files, |file| ReadFile::read(root, file, settings));
    Ok(gather_posts(root, &files, read, found))
}

/// Puts together what was read of all files that [`list_posts`] names, with what is wrong between them.
pub fn gather_posts(root: &Path, files: &[PostFile], read: Vec<ReadFile>, found: Vec<Diagnostic>) -> Loaded {
    let mut loaded = Loaded { diagnostics: found, ..Loaded::default() };
    let names = files.iter().map(|file| file.slug.as_str()).collect();
    let checked = parallel::map(&read, |read| {
        let mut found = Vec::new();
        read.post.iter().for_each(|post| check_targets(root, post, &names, &mut found));
        found
    });
    loaded.diagnostics.extend(checked.into_iter().flatten());
    for ReadFile { post, is_whole, found } in read {
        loaded.diagnostics.extend(found);
        let Some(post) = post else { continue };
        let posts = if is_whole { &mut loaded.posts } else { &mut loaded.unfinished };
        posts.push(post);
    }
    for post in loaded.posts.iter_mut().chain(&mut loaded.unfinished) {
        loaded.diagnostics.extend(forget_own_alias(post));
        loaded.diagnostics.extend(forget_taken_aliases(post, &TAKEN));
    }
    let aliases = check_aliases(loaded.posts.iter().chain(&loaded.unfinished), files);
    loaded.diagnostics.extend(aliases);
    loaded.posts.sort_by(Post::newest_first);
    loaded.diagnostics.sort();
    loaded
}

/// Whether all is there that a post refers to, where posts have these names.
pub fn refers_rightly(root: &Path, post: &Post, names: &BTreeSet<&str>) -> bool {
    let mut found = Vec::new();
    check_targets(root, post, names, &mut found);
    found.is_empty()
}

/// The files of all posts, each slug once, and a diagnostic for each file that can be none.
///
/// # Errors
/// When the folder cannot be read.
pub fn list_posts(root: &Path) -> Result<(Vec<PostFile>, Vec<Diagnostic>), Error> {
    let mut diagnostics = Vec::new();
    let mut files: Vec<PostFile> = Vec::new();
    let mut places: HashMap<Slug, usize> = HashMap::new();
    for (name, file) in post_files(root, &mut diagnostics)? {
        let slug = match name.parse::<Slug>() {
            Ok(slug) => slug,
            Err(error) => {
                let found = Diagnostic::error(&file, "bad-slug", format!("the file name is the slug, and {error}"));
                let help = match slug_of(&name) {
                    Some(slug) if file.ends_with("index.md") => format!("rename the folder to `{slug}`"),
                    Some(slug) => format!("rename the file to `{slug}.md`"),
                    None => "rename the file, for example to `kleine-stappen.md`".to_owned(),
                };
                diagnostics.push(found.help(help));
                continue;
            }
        };
        if TAKEN.contains(&slug.as_str()) {
            let message = format!("the address of `{slug}` is that of another page, so this post is left out");
            diagnostics.push(Diagnostic::error(&file, "taken-slug", message).help("rename the file"));
            continue;
        }
        if let Some(first) = places.get(&slug) {
            let first = &mut files[*first];
            // Whose translations there are was there before, and keeps them and its address.
            let was_there = has_catalogs(root, &slug, &file) && !has_catalogs(root, &slug, &first.file);
            let newcomer = if was_there { mem::replace(&mut first.file, file) } else { file };
            let message =
                format!("the slug `{slug}` is already taken by {}, so this post is left out", first.file.display());
            diagnostics.push(Diagnostic::error(&newcomer, "duplicate-slug", message).help("rename one of the two"));
            continue;
        }
        places.insert(slug.clone(), files.len());
        files.push(PostFile { slug, file });
    }
    files.sort_by_cached_key(|post| in_order(&post.file));
    Ok((files, diagnostics))
}

/// Whether catalogs say, in their second line, that they are about this file.
fn has_catalogs(root: &Path, slug: &Slug, file: &Path) -> bool {
    let Ok(locales) = fs::read_dir(root.join("locales")) else { return false };
    let name = format!("{slug}.ftl");
    let file = file.to_string_lossy();
    locales.flatten().any(|locale| {
        let catalog = disk::read_plain(&locale.path().join(POSTS).join(&name)).unwrap_or_default();
        let catalog = String::from_utf8_lossy(&catalog);
        catalog.lines().nth(1).is_some_and(|line| line.starts_with("### ") && line.contains(&*file))
    })
}

/// Reads one post; none when it cannot be read, or lacks something without which it is none. What is wrong is added
/// to `found`.
pub fn load_post(root: &Path, file: &PostFile, settings: LoadSettings, found: &mut Vec<Diagnostic>) -> Option<Post> {
    read_post(root, file, settings, found).filter(|read| read.is_whole).map(|read| read.post)
}

/// What a file says.
struct Read {
    post: Post,
    /// Whether there is a title and a date, without which it is no post.
    is_whole: bool,
}

fn read_post(
    root: &Path,
    PostFile { slug, file }: &PostFile,
    settings: LoadSettings,
    found: &mut Vec<Diagnostic>,
) -> Option<Read> {
    let path = root.join(file);
    if path.is_dir() {
        let help = format!("put the post into it as `index.md`, and call the folder `{slug}`");
        let folder = Diagnostic::error(file, "not-a-file", "this is a folder, so no post is read from it");
        found.push(folder.help(help));
        return None;
    }
    match read_limited(&path) {
        Ok(bytes) => parse_post(slug.clone(), file, bytes.as_deref(), settings, found),
        Err(error) => {
            found.push(disk::unreadable(file, &error));
            None
        }
    }
}

/// What can be made out of a post that cannot be read: the texts of its body, and what its front matter may say.
pub fn salvage_texts(root: &Path, file: &Path) -> (HashSet<String>, Vec<String>) {
    let Ok(Some(bytes)) = read_limited(&root.join(file)) else { return Default::default() };
    let text = clean_text(&String::from_utf8_lossy(&bytes));
    let fence = text.lines().next().unwrap_or_default().trim_end();
    let rest = text.strip_prefix(fence).unwrap_or_default();
    let is_fence = |line: &&str| line.trim_end() == fence;
    let front: Vec<_> = rest.split_inclusive('\n').take_while(|line| !is_fence(line)).collect();
    let values = front.iter().filter_map(|line| line.split_once([':', '=']));
    let values = values.map(|(_, value)| value.trim().trim_matches(['"', '\'']).to_owned()).collect();
    // Where nothing closes it, all may be body.
    let end = front.iter().map(|line| line.len()).sum();
    let body = rest.get(end..).filter(|body| !body.is_empty()).unwrap_or(rest);
    if too_deep(body, 1).is_some() {
        return Default::default();
    }
    (read_blocks(body, 1).blocks.into_iter().map(|block| block.text).collect(), values)
}

/// The name and file of each post and page, in a fixed order; of the same name, the post first. A folder
/// without posts is an empty publication.
fn post_files(root: &Path, found: &mut Vec<Diagnostic>) -> Result<Vec<(String, PathBuf)>, Error> {
    let mut files = Vec::new();
    for folder in FOLDERS {
        let mut there = files_in(root, folder, found)?;
        there.sort_by_cached_key(|(_, file)| in_order(file));
        files.append(&mut there);
    }
    Ok(files)
}

/// What sorts as a path does, by its components, in a fraction of the time.
fn in_order(file: &Path) -> String {
    file.to_string_lossy().replace('/', "\0")
}

fn files_in(root: &Path, name: &str, found: &mut Vec<Diagnostic>) -> Result<Vec<(String, PathBuf)>, Error> {
    let (folder, below) = (root.join(name), Path::new(name));
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound && name != POSTS => return Ok(Vec::new()),
        // It is hardly meant to have none: a disk is not there, or this is another folder.
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let source = io::Error::new(error.kind(), "there is no such folder; put it back, or make an empty one");
            return Err(Error { path: folder, source });
        }
        Err(source) => return Err(Error { path: folder, source }),
    };
    // Files in it are asked for by their names alone, which is cheapest.
    let open = File::open(&folder).ok();
    let mut files = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|source| Error { path: folder.clone(), source })?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with(['.', '_']) {
            continue;
        }
        if let Some(slug) = name.strip_suffix(".md") {
            files.push((slug.to_owned(), below.join(&name)));
        } else if entry.file_type().is_ok_and(|kind| !kind.is_file()) {
            let index = Path::new(&name).join("index.md");
            found.extend(texts_in_folder(root, &below.join(&name)));
            if is_index(&folder, open.as_ref(), &index) {
                files.push((name, below.join(index)));
            }
        } else {
            found.extend(no_post(&below.join(name)));
        }
    }
    Ok(files)
}

/// Whether something has this name in a folder that a post may be read from. One that cannot be read just now is not
/// gone.
fn is_index(folder: &Path, open: Option<&File>, name: &Path) -> bool {
    let kind = open.and_then(|open| statat(open, name, AtFlags::SYMLINK_NOFOLLOW).ok());
    match kind.map(|stat| FileType::from_raw_mode(stat.st_mode)) {
        Some(FileType::Symlink) => !folder.join(name).is_dir(),
        Some(kind) => kind != FileType::Directory,
        None => disk::is_there(&folder.join(name)),
    }
}

/// The bytes of a file, or none when it is too long to be a post.
fn read_limited(path: &Path) -> io::Result<Option<Vec<u8>>> {
    if fs::metadata(path)?.len() > MAX_POST_BYTES {
        return Ok(None);
    }
    disk::read_plain(path).map(Some)
}

fn parse_post(
    slug: Slug,
    file: &Path,
    bytes: Option<&[u8]>,
    settings: LoadSettings,
    found: &mut Vec<Diagnostic>,
) -> Option<Read> {
    let Some(bytes) = bytes else {
        let message = format!("the file is larger than {MAX_POST_BYTES} bytes, so it is left out");
        found.push(Diagnostic::error(file, "too-large", message).help("split it into several posts"));
        return None;
    };
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches('\u{feff}'),
        Err(error) => {
            let line = bytes[..error.valid_up_to()].iter().filter(|&&b| b == b'\n').count() + 1;
            let message = "the file is not written in UTF-8, so it is left out";
            found
                .push(Diagnostic::error(file, "not-utf8", message).at(line, 1).help("save it as UTF-8 in your editor"));
            return None;
        }
    };
    if let Some(conflict) = merge_conflict(file, text) {
        found.push(conflict);
        return None;
    }
    check_characters(file, text, found);
    let text = clean_text(text);
    let (front, body, body_line) = split(&text, file, settings, found)?;
    if let Some((line, column)) = too_deep(body, body_line) {
        let message =
            format!("here quotes or lists are in one another over {MOST_NESTED} deep, so the post is left out");
        let help = "delete signs at the head of the line, or put a backslash before the first if they mean nothing";
        found.push(Diagnostic::error(file, "nested-too-deep", message).at(line, column).help(help));
        return None;
    }
    let is_whole = front.title.is_some() && (front.date.is_some() || is_page(file));
    let (title, date) = (front.title.clone().unwrap_or_default(), front.date.unwrap_or_default());
    let mut blocks = front_matter_blocks(&front, &title);
    let read = read_blocks(body, body_line);
    check_blocks(file, &read, found);
    blocks.extend(read.blocks);
    let post = Post {
        id: slug.clone(),
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
        not_in: front.not_in,
        own_id: front.id,
        aliases: front.aliases,
        old_paths: front.old_paths,
        imported_from: front.imported_from,
        is_out: false,
        review: front.review,
        draft: front.draft,
        places: front.places,
        body: body.to_owned(),
        body_line,
        targets: read.targets,
        body_leaves: read.leaves,
        minutes: reading_minutes(&blocks),
        blocks,
    };
    Some(Read { post, is_whole })
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
                    let help = if error.reason.contains("duplicate") {
                        "keep one of the lines that begin with the same word"
                    } else if error.reason.contains("date") {
                        "write a day as 2026-10-02, or an instant as 2026-10-02T07:30:00+02:00"
                    } else if error.reason.contains("tab") {
                        "put blanks in place of the tab"
                    } else if error.reason.contains("quoted scalar") {
                        "close the text with the quote that begins it: texts with a colon stand between \"double quotes\""
                    } else {
                        "put texts with a colon or a quote between \"double quotes\""
                    };
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
    // YAML and TOML know texts of several lines; a segment is one line.
    let on_one_line = |text: &str| text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    let block = |kind, text: &str| Block { kind, text: on_one_line(text), line: 1, note: None };
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
