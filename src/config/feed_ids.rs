//! What the ids of feeds begin with, and whether it stays when the address of the site changes.

use std::fs;

use url::Host;

use super::{Config, name_of, place::place_of};
use crate::diagnostic::Diagnostic;

impl Config {
    /// Says, once readers find the site under a name, that the ids in its feeds follow that name as long as nothing else
    /// is written: after a move every feed reader would show every post again.
    pub fn check_id(&self) -> Option<Diagnostic> {
        if self.has_id || !self.is_found_by_name() {
            return None;
        }
        let text = fs::read_to_string(&self.file).unwrap_or_default();
        let (line, column) = place_of(&text, &["site", "base_url"]);
        let message = "the ids in the feeds follow the host of `site.base_url`: under another one, feed readers would show \
                       every post once more";
        let help =
            format!("add `id = \"{}\"` below `[site]`: the ids of today, which then stay", self.settings.site.id);
        Some(Diagnostic::warning(name_of(&self.file), "passing-id", message).at(line, column).help(help))
    }

    /// Whether the address is one that others than this machine and its neighbors can ask for.
    fn is_found_by_name(&self) -> bool {
        match self.settings.site.base_url.host() {
            Some(Host::Domain(name)) => {
                name.contains('.') && !name.ends_with(".localhost") && !name.ends_with(".local")
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::config::Config;

    fn said(base_url: &str, id: &str, environment: &[(&str, &str)]) -> Option<(usize, String)> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("postduif.toml");
        let text =
            format!("[site]\ntitle = \"T\"\nbase_url = \"{base_url}\"\n{id}source_locale = \"nl\"\n[locales.nl]\n");
        std::fs::write(&file, text).unwrap();
        let environment = environment.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
        let config = Config::load(&file, environment).unwrap();
        config.check_id().map(|found| (found.line, found.help))
    }

    #[test]
    fn ids_that_would_not_survive_a_move_are_told_with_the_line_that_keeps_them() {
        let help = "add `id = \"duif.example,2026\"` below `[site]`: the ids of today, which then stay";
        assert_eq!(said("https://duif.example/blog/", "", &[]), Some((3, help.to_owned())));
        assert_eq!(said("https://duif.example/blog/", "id = \"duif.example,2026\"\n", &[]), None);
        let named = [("POSTDUIF_SITE__ID", "duif.example,2020")];
        assert_eq!(said("https://duif.example/", "", &named), None);
    }

    #[test]
    fn a_site_that_nobody_finds_by_its_name_yet_may_wait() {
        for url in
            ["http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]/", "http://duif.localhost", "http://nas/"]
        {
            assert_eq!(said(url, "", &[]), None, "{url}");
        }
    }
}
