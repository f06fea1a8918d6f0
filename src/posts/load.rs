//! Reading `posts/`: every file becomes a post or a diagnostic, and none stops another.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use chrono_tz::Tz;

use super::{
    Post, Slug,
    aliases::check_aliases,
    field::{parse_toml, parse_yaml},
    front_matter::{FrontMatter, read_front_matter},
    markdown::{
        Block, CALLOUTS, Kind, MOST_NESTED, MarkerSlip, ReadBlocks, Slip, Target, clean_text, is_relative,
        local_targets, read_blocks, slips, too_deep,
    },
    reading_minutes,
    stray::{check_characters, merge_conflict},
};
use crate::{
    diagnostic::{Diagnostic, nearest},
    disk,
};

/// A post longer than this is a mistake, not an article: the longest novel chapters are a tenth of it.
const MAX_POST_BYTES: u64 = 1 << 20;

/// What loading needs to know from the configuration.
#[derive(Debug, Clone, Copy)]
pub struct LoadSettings {
    /// The zone in which a date without one begins.
    pub zone: Tz,
}

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

/// Reads every post in `root/posts`: `SLUG.md`, or `SLUG/index.md` with its pictures beside it.
///
/// # Errors
/// When the folder cannot be read; a file that cannot be, and what one says wrong, is a diagnostic.
pub fn load_posts(root: &Path, settings: LoadSettings) -> Result<Loaded, Error> {
    let (files, diagnostics) = list_posts(root)?;
    let mut loaded = Loaded { diagnostics, ..Loaded::default() };
    for file in &files {
        match read_post(root, file, settings, &mut loaded.diagnostics) {
            Some(Read { post, is_whole: true }) => loaded.posts.push(post),
            Some(Read { post, is_whole: false }) => loaded.unfinished.push(post),
            None => {}
        }
    }
    for post in loaded.posts.iter().chain(&loaded.unfinished) {
        check_body(post, &mut loaded.diagnostics);
        check_targets(root, post, &files, &mut loaded.diagnostics);
    }
    let aliases = check_aliases(loaded.posts.iter().chain(&loaded.unfinished), &files);
    loaded.diagnostics.extend(aliases);
    loaded.posts.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.slug.cmp(&b.slug)));
    loaded.diagnostics.sort();
    Ok(loaded)
}

/// The files of all posts, each slug once, and a diagnostic for each file that can be none.
///
/// # Errors
/// When the folder cannot be read.
pub fn list_posts(root: &Path) -> Result<(Vec<PostFile>, Vec<Diagnostic>), Error> {
    let mut diagnostics = Vec::new();
    let mut first_file: BTreeMap<Slug, PathBuf> = BTreeMap::new();
    for (name, file) in post_files(root)? {
        let slug = match name.parse::<Slug>() {
            Ok(slug) => slug,
            Err(error) => {
                let found = Diagnostic::error(&file, "bad-slug", format!("the file name is the slug, and {error}"));
                diagnostics.push(found.help("rename the file, for example to `kleine-stappen.md`"));
                continue;
            }
        };
        if let Some(first) = first_file.get(&slug) {
            let message =
                format!("the slug `{slug}` is already taken by {}, so this post is left out", first.display());
            diagnostics.push(Diagnostic::error(&file, "duplicate-slug", message).help("rename one of the two"));
            continue;
        }
        first_file.insert(slug, file);
    }
    let mut files: Vec<_> = first_file.into_iter().map(|(slug, file)| PostFile { slug, file }).collect();
    files.sort_by(|a, b| a.file.cmp(&b.file));
    Ok((files, diagnostics))
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
        // One that cannot be read just now is not gone.
        let index = entry.path().join("index.md");
        if let Some(slug) = name.strip_suffix(".md") {
            files.push((slug.to_owned(), Path::new("posts").join(&name)));
        } else if disk::is_there(&index) && !index.is_dir() {
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
    let is_whole = front.title.is_some() && front.date.is_some();
    let (title, date) = (front.title.clone().unwrap_or_default(), front.date.unwrap_or_default());
    let mut blocks = front_matter_blocks(&front, &title);
    let read = read_blocks(body, body_line);
    check_blocks(file, &read, found);
    blocks.extend(read.blocks);
    let post = Post {
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
        aliases: front.aliases,
        imported_from: front.imported_from,
        review: front.review,
        draft: front.draft,
        places: front.places,
        body: body.to_owned(),
        body_line,
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

/// Whether a picture's name leads away from the folder of its post.
fn leaves_the_folder(name: &str) -> bool {
    name.starts_with('/') || name.split(['/', '\\']).any(|part| part == "..")
}

fn picture_elsewhere(file: &Path, name: &str) -> Diagnostic {
    let message = format!("the picture `{name}` is not in the folder of the post, so it is not published");
    Diagnostic::error(file, "picture-elsewhere", message).help(format!("put it beside {}", file.display()))
}

/// Finds what cannot be translated as it stands, and comments to translators that reach nobody.
fn check_blocks(file: &Path, read: &ReadBlocks, found: &mut Vec<Diagnostic>) {
    for (slip, (line, column)) in &read.marker_slips {
        let one = match slip {
            MarkerSlip::Misspelled(said, meant) => {
                let message = format!("the comment `{said}` says nothing to translators");
                Diagnostic::warning(file, "unknown-comment", message).help(format!("did you mean `<!-- {meant} -->`?"))
            }
            MarkerSlip::Loose(said) => {
                let message = format!("no block comes after the comment `{said}`");
                Diagnostic::warning(file, "loose-comment", message)
                    .help("put it on the line above the block it is about")
            }
            MarkerSlip::Crowded(said) => {
                let message = format!("the comment `{said}` does not stand on a line of its own, so it says nothing");
                Diagnostic::warning(file, "loose-comment", message)
                    .help("put it on the line above the block it is about")
            }
        };
        found.push(one.at(*line, *column));
    }
    for (beginning, (line, column)) in &read.untranslatable {
        let message = format!("the block `{beginning}` cannot be written as one line, so nobody can translate it");
        let help = "say it with simpler markup: spaces around emphasis, no emphasis inside emphasis";
        found.push(Diagnostic::warning(file, "untranslatable-block", message).at(*line, *column).help(help));
    }
}

/// Finds what a post says that leads nowhere, without looking at anything else.
fn check_body(post: &Post, found: &mut Vec<Diagnostic>) {
    for (slip, (line, column)) in slips(&post.body, post.body_line) {
        let one = match slip {
            Slip::Picture(name) => picture_elsewhere(&post.file, &name),
            Slip::Address(url) => {
                let message = format!("nobody can follow a link to `{url}`");
                Diagnostic::error(&post.file, "bad-link", message)
                    .help("link to https://, mailto: or tel:, or to a post")
            }
            Slip::Footnote(name) => {
                let message = format!("there is no footnote `[^{name}]`, so the sign itself is shown");
                Diagnostic::error(&post.file, "missing-footnote", message)
                    .help(format!("add a line `[^{name}]: …`, or write \\[^ if it is meant so"))
            }
            Slip::Callout(kind) => {
                let message = format!("there is no callout `[!{kind}]`, so it is shown as a quote with that word");
                let known = CALLOUTS.map(|known| format!("[!{}]", known.to_uppercase())).join(", ");
                Diagnostic::warning(&post.file, "unknown-callout", message).help(format!("the callouts are {known}"))
            }
        };
        found.push(one.at(line, column));
    }
    if let Some(image) = post.image.as_ref().filter(|image| image.src.starts_with('/')) {
        found.push(picture_elsewhere(&post.file, &image.src).at(image.place.0, image.place.1));
    }
}

/// Finds pictures that are not there and links to posts that do not exist. A post whose file cannot be read
/// does: what is wrong is told there, and not at each link to it.
fn check_targets(root: &Path, post: &Post, files: &[PostFile], found: &mut Vec<Diagnostic>) {
    let folder = root.join(post.folder().unwrap_or(Path::new("posts")));
    let image = post.image.iter().filter(|image| is_relative(&image.src));
    let image = image.map(|image| (Target::Picture(image.src.clone()), image.place));
    let related = post.related.iter().map(|slug| {
        let written = [slug.to_string(), format!("{slug}.md")].map(|name| post.place("related", &name));
        (Target::Post(slug.to_string()), written[0].max(written[1]))
    });
    for (target, (line, column)) in local_targets(&post.body, post.body_line).into_iter().chain(image).chain(related) {
        let one = match target {
            Target::Picture(name) if leaves_the_folder(&name) => picture_elsewhere(&post.file, &name),
            Target::Picture(name) if !folder.join(&name).is_file() => {
                let message = format!("the picture `{name}` is not there");
                let help = format!("put it beside {}, or correct its name", post.file.display());
                Diagnostic::error(&post.file, "missing-picture", message).help(help)
            }
            Target::Picture(name) => match fs::File::open(folder.join(&name)) {
                Ok(_) => continue,
                Err(error) => {
                    let message = format!("the picture `{name}` cannot be read: {error}");
                    Diagnostic::error(&post.file, "unreadable-picture", message).help("let the program read it")
                }
            },
            Target::Post(slug) if files.iter().all(|file| file.slug.as_str() != slug) => {
                let names = files.iter().map(|file| file.slug.as_str());
                let help = nearest(&slug, names).map_or_else(
                    || "link to a post by its file name".to_owned(),
                    |meant| format!("did you mean `{meant}.md`?"),
                );
                let message = format!("there is no post `{slug}`, so this link leads nowhere");
                Diagnostic::error(&post.file, "broken-link", message).help(help)
            }
            _ => continue,
        };
        found.push(one.at(line, column));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is wrong in a folder with one post: code, line and column.
    fn found(text: &str) -> Vec<(&'static str, usize, usize)> {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("posts")).unwrap();
        fs::write(folder.path().join("posts/stappen.md"), text).unwrap();
        fs::write(folder.path().join("buiten.svg"), "<svg/>").unwrap();
        let loaded = load_posts(folder.path(), LoadSettings { zone: Tz::UTC }).unwrap();
        loaded.diagnostics.into_iter().map(|found| (found.code, found.line, found.column)).collect()
    }

    #[test]
    fn what_leads_nowhere_is_found_where_it_stands() {
        let head = "---\ntitle: Stappen\ndate: 2026-10-02\nrelated:\n  - niets\n---\n";
        let body = "![a](../buiten.svg)\n\n![b](/buiten.svg)\n\n[c](javascript:alert)\n\nMet noot.[^x]\n";
        let expected = [
            ("broken-link", 5, 5),
            ("picture-elsewhere", 7, 1),
            ("picture-elsewhere", 9, 1),
            ("bad-link", 11, 1),
            ("missing-footnote", 13, 10),
        ];
        assert_eq!(found(&format!("{head}{body}")), expected);
    }

    #[test]
    fn what_is_wrong_in_the_middle_of_a_paragraph_is_found_there() {
        let head = "---\ntitle: Stappen\ndate: 2026-10-02\nimage:\n  src: weg.svg\n  alt: Weg\n---\n";
        let body = "Één regel,\nen *dan [**wég**](nergens.md)* en ![x](weg.png).\n\n\
                    > - Eén [a](javascript:b), twéé[^x]\n>   en drie[^y].[^x]\n\n\
                    | a | é |\n|---|---|\n| b | é [c](nergens.md) |\n";
        let expected = [
            ("missing-picture", 5, 8),
            ("broken-link", 9, 9),
            ("missing-picture", 9, 35),
            ("bad-link", 11, 9),
            ("missing-footnote", 11, 32),
            ("missing-footnote", 12, 12),
            ("missing-footnote", 12, 17),
            ("broken-link", 16, 9),
        ];
        assert_eq!(found(&format!("{head}{body}")), expected);
    }

    #[test]
    fn a_post_without_a_date_tells_all_its_mistakes_and_spoils_no_link() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("posts")).unwrap();
        let bad = "---\ntitle: Stappen\ndate: gisteren\n---\n[a](niets.md) en [b](goed.md)\n";
        fs::write(folder.path().join("posts/fout.md"), bad).unwrap();
        let good = "---\ntitle: Goed\ndate: 2026-10-02\nrelated: [fout]\n---\n[a](fout.md)\n";
        fs::write(folder.path().join("posts/goed.md"), good).unwrap();
        let loaded = load_posts(folder.path(), LoadSettings { zone: Tz::UTC }).unwrap();
        let found: Vec<_> = loaded.diagnostics.iter().map(|found| (found.code, found.line, found.column)).collect();
        assert_eq!(found, [("bad-date", 3, 7), ("broken-link", 5, 1)]);
        assert_eq!(loaded.posts.iter().map(|post| post.slug.as_str()).collect::<Vec<_>>(), ["goed"]);
    }

    #[test]
    fn a_callout_of_no_known_kind_is_suspected_and_an_escaped_one_is_not() {
        let head = "---\ntitle: Stappen\ndate: 2026-10-02\n---\n";
        let body = "> [!FOO]\n> Tekst.\n\n> \\[!FOO] zo bedoeld\n\n> [!TIP]\n> Goed.\n\n> [!important]\n> Goed.\n\n- > [!info] x\n";
        assert_eq!(found(&format!("{head}{body}")), [("unknown-callout", 5, 1), ("unknown-callout", 16, 3)]);
    }

    #[test]
    fn an_honest_body_is_not_suspected() {
        let head = "---\ntitle: Stappen\ndate: 2026-10-02\n---\n";
        let body = "[a](https://a.example) [b](mailto:b@c.example) [c](tel:+3234700000) [d](#kop) [e](/nl/) <f@g.example> \
                    [h](stappen.md)\n\nMet noot.[^1] Als `[^x]`, en \\[^y].\n\n[^1]: De noot.\n";
        assert_eq!(found(&format!("{head}{body}")), []);
    }
}
