//! The files of the theme: those inside the binary, and those of the publication that replace them.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use super::{
    Error,
    oddities::{check_inline, check_style},
};
use crate::{
    diagnostic::{Diagnostic, nearest},
    disk,
};

/// The folder of a publication in which it keeps its own templates.
const FOLDER: &str = "templates";

/// How the name of a template file ends.
const EXTENSION: &str = ".hbs";

/// The longest template, in bytes: far beyond any written by hand.
const MAX_BYTES: u64 = 1 << 20;

#[derive(rust_embed::Embed)]
#[folder = "templates/"]
struct BuiltIn;

/// The text of a template and where it comes from.
#[derive(Debug, Clone)]
pub(super) struct Source {
    /// The text.
    pub(super) text: String,
    /// Whether it is the publication's own.
    pub(super) own: bool,
}

/// Templates by name: `page/post`, `mail/digest/body.txt`, `partials/card`.
pub(super) type Sources = BTreeMap<String, Source>;

/// The style sheet and pictures of the theme by name, such as `site.css`.
pub(super) type Assets = BTreeMap<String, Cow<'static, [u8]>>;

/// The templates inside the binary.
pub(super) fn built_in() -> &'static Sources {
    static TEMPLATES: LazyLock<Sources> = LazyLock::new(|| {
        let template = |path: Cow<'static, str>| {
            let text = String::from_utf8_lossy(&BuiltIn::get(&path)?.data).into_owned();
            Some((path.strip_suffix(EXTENSION)?.to_owned(), Source { text, own: false }))
        };
        BuiltIn::iter().filter_map(template).collect()
    });
    &TEMPLATES
}

/// The assets inside the binary.
pub(super) fn built_in_assets() -> Assets {
    let asset = |path: Cow<'static, str>| {
        Some((path.strip_prefix("assets/")?.to_owned(), BuiltIn::get(&path)?.data))
            .filter(|_| !path.ends_with(EXTENSION))
    };
    BuiltIn::iter().filter_map(asset).collect()
}

/// The names of the files of the theme, from the folder of templates.
pub fn theme_names() -> Vec<String> {
    let mut names: Vec<_> = BuiltIn::iter().map(Cow::into_owned).collect();
    names.sort();
    names
}

/// A file of the theme by its name.
pub fn theme_file(name: &str) -> Option<Cow<'static, [u8]>> {
    BuiltIn::get(name).map(|file| file.data)
}

/// Puts the publication's own files in the place of their namesakes.
///
/// # Errors
/// When the folder is there and cannot be read; a file that cannot be is a diagnostic.
pub(super) fn add_own(
    dir: &Path,
    sources: &mut Sources,
    assets: &mut Assets,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<(), Error> {
    let mut paths = Vec::new();
    collect(&dir.join(FOLDER), "", &mut paths)?;
    paths.sort();
    for path in paths {
        let file = Path::new(FOLDER).join(&path);
        let bytes = match read(&dir.join(&file)) {
            Ok(bytes) => bytes,
            Err(error) => {
                diagnostics.push(disk::unreadable(&file, &error));
                continue;
            }
        };
        if let Some(name) = path.strip_prefix("assets/") {
            let css = str::from_utf8(&bytes).ok().filter(|_| name.ends_with(".css"));
            diagnostics.extend(css.and_then(|css| check_style(&file, css)));
            assets.insert(name.to_owned(), bytes.into());
            continue;
        }
        let known =
            path.strip_suffix(EXTENSION).filter(|name| name.starts_with("partials/") || sources.contains_key(*name));
        match (known, String::from_utf8(bytes)) {
            (Some(name), Ok(text)) => {
                let is_of_pages = name.starts_with("page/") || name.starts_with("partials/");
                if is_of_pages && !name.starts_with("partials/mail-") {
                    diagnostics.extend(check_inline(&file, &text));
                }
                sources.insert(name.to_owned(), Source { text, own: true });
            }
            (Some(_), Err(_)) => diagnostics
                .push(Diagnostic::error(&file, "not-utf-8", "this file is not text in UTF-8").help("save it as UTF-8")),
            (None, _) => diagnostics.push(unknown_template(&file, &path, sources)),
        }
    }
    Ok(())
}

/// The file of the template `name`, from the publication's folder.
pub(super) fn file_of(name: &str) -> PathBuf {
    Path::new(FOLDER).join(format!("{name}{EXTENSION}"))
}

/// Takes out those of the publication's own templates that are in `files`, and if none is, all
/// of them: then something of its own makes a template of the theme fail.
pub(super) fn give_way<'a>(all: &mut Sources, files: impl Iterator<Item = &'a Path>) {
    let files: BTreeSet<_> = files.collect();
    let own: Vec<String> = all.iter().filter(|(_, source)| source.own).map(|(name, _)| name.clone()).collect();
    let (failing, others): (Vec<_>, Vec<_>) = own.into_iter().partition(|name| files.contains(&*file_of(name)));
    for name in if failing.is_empty() { others } else { failing } {
        match built_in().get(&name) {
            Some(source) => all.insert(name, source.clone()),
            None => all.remove(&name),
        };
    }
}

/// Whether the template makes plain text, not HTML.
pub(super) fn is_plain_text(name: &str) -> bool {
    name.ends_with(".txt")
}

/// A folder of the site that may be hidden, as others look for it there (RFC 8615).
const WELL_KNOWN: &str = "assets/.well-known";

/// The paths of all files below `folder`, with `/`, from there. Hidden files do not count, but for those that others look for.
fn collect(folder: &Path, prefix: &str, paths: &mut Vec<String>) -> Result<(), Error> {
    let failed = |source| Error::Io { path: folder.to_owned(), source };
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(failed(error)),
    };
    for entry in entries {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let kind = entry.file_type().map_err(failed)?;
        if name.starts_with('.') && format!("{prefix}{name}") != WELL_KNOWN {
            continue;
        } else if kind.is_dir() {
            collect(&entry.path(), &format!("{prefix}{name}/"), paths)?;
        } else if kind.is_file() {
            paths.push(format!("{prefix}{name}"));
        }
    }
    Ok(())
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    if fs::metadata(path)?.len() > MAX_BYTES {
        return Err(io::Error::other(format!("it is larger than {MAX_BYTES} bytes")));
    }
    disk::read_plain(path)
}

fn unknown_template(file: &Path, path: &str, sources: &Sources) -> Diagnostic {
    let name = path.strip_suffix(EXTENSION).unwrap_or(path);
    let (folder, own) = name.rsplit_once('/').unwrap_or(("", name));
    let others = sources.keys().filter_map(|other| other.rsplit_once('/'));
    let others: Vec<&str> = others.filter(|(of, _)| *of == folder).map(|(_, other)| other).collect();
    let help = match nearest(own, others.iter().copied()) {
        Some(meant) => format!("did you mean `{}`?", file_of(&format!("{folder}/{meant}")).display()),
        None if !others.is_empty() => format!("the names in `{FOLDER}/{folder}/` are {}", others.join(", ")),
        None => format!("partials go into `{FOLDER}/partials/`, style sheets and pictures into `{FOLDER}/assets/`"),
    };
    Diagnostic::warning(file, "unknown-template", "no page or mail is made from this file").help(help)
}
