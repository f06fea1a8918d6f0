//! `[redirects]`: where paths of the site that was there before lead, beside those of its posts.

use std::{collections::BTreeMap, fs};

use url::{Position, Url};

use super::{Config, name_of, place::place_of, remark::Remark};
use crate::{diagnostic::Diagnostic, posts::old_path, publication::Publication};

/// The table with its paths as they are read.
pub(super) fn redirects(written: BTreeMap<String, String>) -> Result<BTreeMap<String, String>, Remark> {
    let mut read = BTreeMap::new();
    for (from, to) in written {
        let wrong = |message: String, help: &str| Err(Remark::new(&["redirects", &from], message, help));
        let Some(path) = old_path(&from) else {
            let help = "write the path that it had, without `?` and what comes after it: \"/feed/\"";
            return wrong(format!("nothing can lead from `{from}`"), help);
        };
        let Some(to) = address(&to) else {
            let message = format!("`{from}` leads to {to:?}, which is neither a path nor a web address");
            return wrong(message, "begin it with `/`, such as \"/nl/feed.xml\", or with https://");
        };
        if old_path(&to).is_some_and(|to| to == path) {
            return wrong(format!("`{from}` leads to itself"), "name the path where it is now");
        }
        if read.insert(path, to).is_some() {
            return wrong(format!("`{from}` stands there twice"), "take one of the lines out");
        }
    }
    Ok(read)
}

/// Where a path leads, as an address has it: a path on this site, or a whole address.
fn address(written: &str) -> Option<String> {
    if !written.starts_with('/') {
        let url = written.parse::<Url>().ok().filter(|url| matches!(url.scheme(), "http" | "https"));
        return url.map(String::from);
    }
    let anywhere: Url = "https://localhost/".parse().ok()?;
    let url = anywhere.join(written).ok().filter(|url| url.host() == anywhere.host())?;
    Some(url[Position::BeforePath..].to_owned())
}

impl Config {
    /// Says of redirections where something of this site is already, and which lead to nothing that it has.
    pub fn check_redirects(&self, publication: &Publication) -> Vec<Diagnostic> {
        let redirects = &self.settings.site.redirects;
        if redirects.is_empty() {
            return Vec::new();
        }
        let text = fs::read_to_string(&self.file).unwrap_or_default();
        let mut found = Vec::new();
        for (path, to) in redirects {
            let (line, column) = place_of(&text, &["redirects", path]);
            let mut tell = |one: Diagnostic| found.push(one.at(line, column));
            if publication.has_at(path) {
                let message = format!("the site has a page at `{path}`, so nothing leads on from there");
                let one = Diagnostic::error(name_of(&self.file), "alias-taken", message);
                tell(one.help("take the line out"));
            }
            if let Some((message, help)) = publication.dead_path(to) {
                tell(Diagnostic::warning(name_of(&self.file), "dead-link", message).help(help));
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_leads_to_another_or_to_an_address() {
        let read = |from: &str, to: &str| redirects(BTreeMap::from([(from.to_owned(), to.to_owned())]));
        for (from, to) in [("/feed/", "/nl/feed.xml"), ("/tag/caf%C3%A9", "https://a.example/x")] {
            assert_eq!(read(from, to).unwrap().into_values().collect::<Vec<_>>(), [to]);
        }
        for (to, written) in [("/caf\u{e9} x", "/caf%C3%A9%20x"), ("https://a.example/x y", "https://a.example/x%20y")]
        {
            assert_eq!(read("/feed/", to).unwrap().into_values().collect::<Vec<_>>(), [written]);
        }
        for (from, to) in [
            ("feed", "/nl/"),
            ("/?p=5", "/nl/"),
            ("/feed/", "nl/"),
            ("/feed/", "//a.example"),
            ("/a%20b", "/a b"),
            ("/x", "/\\\\a.example"),
        ] {
            assert!(read(from, to).is_err(), "{from} {to}");
        }
        let twice = [("/caf\u{e9}", "/nl/"), ("/caf%C3%A9", "/nl/")].map(|(from, to)| (from.into(), to.into()));
        assert!(redirects(BTreeMap::from(twice)).is_err());
    }
}
