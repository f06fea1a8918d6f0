//! The files of the theme as they go onto the site: style sheet, icon, script, logo.

use std::{fs, string::FromUtf8Error};

use super::{Error, Publication, style_sheet::compact};
use crate::{diagnostic::Diagnostic, disk};

/// The files of the theme, and the logo of the publication, each by its path on the site.
///
/// # Errors
/// When the logo is there and cannot be read. One that is not there is a [diagnostic](check_logo).
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
    if let Some((file, path)) = theme.logo.as_ref().zip(theme.logo_path())
        && let Some(bytes) = disk::read_if_there(&publication.root.join(file))?
    {
        files.push((path, bytes));
    }
    Ok(files)
}

/// Says when the logo that the theme names is not there.
pub(super) fn check_logo(publication: &Publication) -> Option<Diagnostic> {
    let file = publication.settings.site.theme.logo.as_ref()?;
    let is_there = publication.root.join(file).is_file();
    let text = fs::read_to_string(publication.root.join("postduif.toml")).unwrap_or_default();
    let line = text.lines().position(|line| line.trim_start().starts_with("logo")).map_or(1, |line| line + 1);
    let message = format!("the logo `{file}` is not there, and pages show nothing in its place");
    let found = Diagnostic::error("postduif.toml".as_ref(), "missing-logo", message).at(line, 1);
    (!is_there).then(|| found.help("put the file into the publication's folder, or correct `theme.logo`"))
}
