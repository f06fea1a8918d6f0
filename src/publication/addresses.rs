//! Where everything is: the one place that knows how addresses and paths are built.

use url::Url;

use crate::{locale::Locale, posts::Slug};

/// The addresses of a site. Paths are relative to the site's root and double as file names.
#[derive(Debug, Clone)]
pub struct Addresses {
    base: String,
}

/// The style sheet.
pub(super) const STYLE_PATH: &str = "site.css";
/// The icon.
pub(super) const FAVICON_PATH: &str = "favicon.svg";

impl Addresses {
    /// The addresses below `base`.
    pub fn new(base: &Url) -> Self {
        let base = base.as_str();
        Self { base: base.strip_suffix('/').unwrap_or(base).to_owned() }
    }

    /// The full address of a path.
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

    /// The feed of an edition.
    pub fn feed(&self, locale: &Locale) -> String {
        self.url(&format!("{locale}/feed.xml"))
    }

    /// The page where a reader subscribes.
    pub fn subscribe(&self, locale: &Locale) -> String {
        self.url(&format!("{locale}/subscribe"))
    }

    /// A picture of a post, the same in all languages.
    pub fn picture(&self, slug: &Slug, name: &str) -> String {
        self.url(&format!("media/{slug}/{name}"))
    }

    /// What the bearer of a personal link may do.
    pub fn personal(&self, token: &str, action: &str) -> String {
        self.url(&format!("s/{token}/{action}"))
    }
}
