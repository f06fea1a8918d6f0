//! The files of the theme as they go onto the site: style sheet, icon, script, logo.

use std::{fs, string::FromUtf8Error};

use super::{Error, Publication, style_sheet::compact};
use crate::{diagnostic::Diagnostic, disk};

/// The files of the theme, and the logos of the publication, each by its path on the site.
///
/// # Errors
/// When a logo is there and cannot be read. One that is not there is a [diagnostic](check_logos).
pub(super) fn theme_files(publication: &Publication) -> Result<Vec<(String, Vec<u8>)>, Error> {
    let theme = &publication.settings.site.theme;
    let mut files = Vec::new();
    for (name, content) in publication.templates.assets() {
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
