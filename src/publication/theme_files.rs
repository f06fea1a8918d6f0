//! The files of the theme as they go onto the site: style sheet, icon, script, logo.

use std::{fs, path::Path, string::FromUtf8Error};

use super::{Error, Publication, redirects::LIST_PATH, style_sheet::compact};
use crate::{diagnostic::Diagnostic, disk, templates::theme_file};

/// The files of the theme, and the logos of the publication, each by its path on the site.
///
/// # Errors
/// When a logo is there and cannot be read. One that is not there is a [diagnostic](check_logos).
pub(super) fn theme_files(publication: &Publication) -> Result<Vec<(String, Vec<u8>)>, Error> {
    let theme = &publication.settings.site.theme;
    let mut files = Vec::new();
    for (name, content) in publication.templates.assets().filter(|(name, _)| !is_taken(publication, name)) {
        let mut content = theme.dress(name, content).into_owned();
        if name.ends_with(".css") {
            // One that is not UTF-8 is somebody's own, and left alone.
            content = String::from_utf8(content).map_or_else(FromUtf8Error::into_bytes, |css| compact(&css).into());
        }
        files.push((name.to_owned(), content));
    }
    for (_, file, path) in theme.logos() {
        if let Some(bytes) = disk::read_if_there(&publication.root.join(file))? {
            files.push((path, bytes));
        }
    }
    Ok(files)
}

/// Of all files that the site writes itself, that one may be gone on with.
const ROBOTS: &str = "robots.txt";

/// Whether an asset has the address of something that the site writes itself, and is no file of the theme.
fn is_taken(publication: &Publication, name: &str) -> bool {
    let is_of_the_theme = || theme_file(&format!("assets/{name}")).is_some();
    name == ROBOTS || !is_of_the_theme() && (name == LIST_PATH || publication.has_at(&format!("/{name}")))
}

/// What the publication adds to what crawlers are told.
pub(super) fn own_robots(publication: &Publication) -> String {
    let own = publication.templates.assets().find(|(name, _)| *name == ROBOTS);
    own.map_or_else(String::new, |(_, own)| format!("\n{}\n", String::from_utf8_lossy(own).trim()))
}

/// Says of assets that stand where the site has something of its own: they are not published.
pub(super) fn check_assets(publication: &Publication) -> Vec<Diagnostic> {
    let taken = publication.templates.assets().map(|(name, _)| name);
    let taken = taken.filter(|name| *name != ROBOTS && is_taken(publication, name));
    let say = |name: &str| {
        let file = Path::new("templates/assets").join(name);
        let message = format!("the site has something of its own at `/{name}`, so this file is not published");
        let help = "change the template of that page, or give the file another name";
        Diagnostic::error(&file, "taken-asset", message).help(help)
    };
    taken.map(say).collect()
}

/// Says when a logo that the theme names is not there.
pub(super) fn check_logos(publication: &Publication) -> Vec<Diagnostic> {
    let logos = publication.settings.site.theme.logos();
    let missing = logos.filter(|(_, file, _)| !publication.root.join(file).is_file());
    let diagnostic = |(key, file, _): (&str, &str, String)| {
        let text = fs::read_to_string(publication.root.join("postduif.toml")).unwrap_or_default();
        let is_key = |line: &str| line.split_once('=').is_some_and(|(name, _)| name.trim() == key);
        let line = text.lines().position(is_key).map_or(1, |line| line + 1);
        let message = format!("the logo `{file}` is not there, and pages show nothing in its place");
        let found = Diagnostic::error("postduif.toml".as_ref(), "missing-logo", message).at(line, 1);
        found.help(format!("put the file into the publication's folder, or correct `theme.{key}`"))
    };
    missing.map(diagnostic).collect()
}
