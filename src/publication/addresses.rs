//! Where everything is: the one place that knows how addresses and paths are built.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use url::{Position, Url};

use crate::{locale::Locale, posts::Slug};

/// The addresses of a site. Paths are relative to the site's root and double as file names.
#[derive(Debug, Clone)]
pub struct Addresses {
    /// What comes before the path of an address: scheme and host, or nothing.
    host: String,
    /// What all addresses begin with, without the last slash.
    base: String,
}

/// What of a file's name a path cannot have (URL Standard, the path percent-encode set), and the comma, which ends an
/// address in a `srcset`.
const NOT_IN_ADDRESS: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'}')
    .add(b',');

/// The style sheet of all pages.
pub(super) const STYLE_PATH: &str = "site.css";
/// What lists, forms and notices have beside it.
pub(super) const MORE_STYLE_PATH: &str = "more.css";
/// The icon.
pub(super) const FAVICON_PATH: &str = "favicon.svg";
/// The script of the search.
pub(super) const SEARCH_PATH: &str = "search.js";
/// The script that solves puzzles.
pub(super) const PUZZLE_PATH: &str = "puzzle.js";

impl Addresses {
    /// Complete addresses below `base`, for whoever reads outside the site.
    pub fn new(base: &Url) -> Self {
        Self::below(&base[..Position::BeforePath], base)
    }

    /// Addresses below the path of `base`, which hold on whatever host the site is served from.
    pub fn on_site(base: &Url) -> Self {
        Self::below("", base)
    }

    fn below(host: &str, base: &Url) -> Self {
        Self { host: host.to_owned(), base: format!("{host}{}", base.path().trim_end_matches('/')) }
    }

    /// Whether they name their host, for whoever reads outside the site.
    pub fn are_complete(&self) -> bool {
        !self.host.is_empty()
    }

    /// What an author wrote, `/appointment`, as an address; anything but such a path stays as it is.
    pub fn rooted(&self, written: &str) -> String {
        let is_path = written.starts_with('/') && !written.starts_with("//");
        if is_path { format!("{}{written}", self.host) } else { written.to_owned() }
    }

    /// The address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("{}/{path}", self.base)
    }

    /// The front page of an edition.
    pub fn home(&self, locale: &Locale) -> String {
        self.url(&format!("{locale}/"))
    }

    /// The page of a post.
    pub fn post(&self, locale: &Locale, slug: &Slug) -> String {
        self.url(&format!("{locale}/{slug}/"))
    }

    /// The page of a topic.
    pub fn topic(&self, locale: &Locale, topic: &str) -> String {
        self.url(&format!("{locale}/topics/{topic}/"))
    }

    /// The page of somebody who writes.
    pub fn author(&self, locale: &Locale, author: &str) -> String {
        self.url(&format!("{locale}/authors/{author}/"))
    }

    /// All posts of an edition by year.
    pub fn archive(&self, locale: &Locale) -> String {
        self.url(&format!("{locale}/archive/"))
    }

    /// What the search of an edition looks through.
    pub fn search_index(&self, locale: &Locale) -> String {
        self.url(&format!("{locale}/search.json"))
    }

    /// The page about the feeds of an edition.
    pub fn feeds(&self, locale: &Locale) -> String {
        self.url(&format!("{locale}/feeds/"))
    }

    /// The page where a reader subscribes.
    pub fn subscribe(&self, locale: &Locale) -> String {
        self.url(&format!("{locale}/subscribe"))
    }

    /// Where a browser gets a puzzle to solve before it sends that page's form.
    pub fn puzzle(&self, locale: &Locale) -> String {
        self.url(&format!("{locale}/subscribe/puzzle"))
    }

    /// The issues of the newsletter that readers of an edition got.
    pub fn issues(&self, locale: &Locale) -> String {
        self.url(&format!("{locale}/issues/"))
    }

    /// One of them.
    pub fn issue(&self, locale: &Locale, number: i64) -> String {
        self.url(&format!("{locale}/issues/{number}/"))
    }

    /// A picture of a post, the same in all languages.
    pub fn picture(&self, slug: &Slug, name: &str) -> String {
        self.url(&format!("media/{slug}/{}", utf8_percent_encode(name, NOT_IN_ADDRESS)))
    }

    /// A path that a page had on another site.
    pub fn old(&self, path: &str) -> String {
        self.url(&utf8_percent_encode(path.trim_start_matches('/'), NOT_IN_ADDRESS).to_string())
    }

    /// What the bearer of a personal link may do.
    pub fn personal(&self, token: &str, action: &str) -> String {
        self.url(&format!("s/{token}/{action}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_a_picture_has_nothing_that_an_address_cannot_have() {
        let addresses = Addresses::on_site(&Url::parse("https://beweegreden.example/").unwrap());
        let address = |name: &str| addresses.picture(&"rug".parse().unwrap(), name);
        assert_eq!(address("foto groot, é #1.jpg"), "/media/rug/foto%20groot%2C%20%C3%A9%20%231.jpg");
        assert_eq!(address("100%.jpg"), "/media/rug/100%25.jpg");
    }

    #[test]
    fn addresses_hold_on_any_host_or_name_theirs() {
        let at_root = Url::parse("https://beweegreden.example/").unwrap();
        let below = Url::parse("https://lindelo.example:8443/beweegreden/").unwrap();
        let locale = "nl".parse().unwrap();
        for (addresses, home, appointment) in [
            (Addresses::new(&at_root), "https://beweegreden.example/nl/", "https://beweegreden.example/afspraak"),
            (Addresses::on_site(&at_root), "/nl/", "/afspraak"),
            (
                Addresses::new(&below),
                "https://lindelo.example:8443/beweegreden/nl/",
                "https://lindelo.example:8443/afspraak",
            ),
            (Addresses::on_site(&below), "/beweegreden/nl/", "/afspraak"),
        ] {
            assert_eq!(addresses.home(&locale), home);
            assert_eq!(addresses.rooted("/afspraak"), appointment);
            for elsewhere in ["//other.example/", "https://other.example/", "#top", "mailto:a@b.example"] {
                assert_eq!(addresses.rooted(elsewhere), elsewhere);
            }
        }
    }
}
