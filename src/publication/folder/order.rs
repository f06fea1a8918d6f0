//! The order in which files of a site take their places, for readers who look in the middle of it.

use std::path::Path;

/// The parts that come one after the other.
pub const PARTS: usize = 4;

/// In which part a file comes: pictures and style, pages, feeds and lists, front pages.
pub fn part_of(path: &str) -> usize {
    let name = Path::new(path);
    let depth = path.matches('/').count();
    match name.extension().and_then(|extension| extension.to_str()) {
        Some("html") if depth <= 1 && path.ends_with("index.html") => 3,
        Some("html") => 1,
        Some("xml" | "json" | "opml") => 2,
        Some(_) => 0,
        None => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_takes_its_place_before_what_it_shows_or_leads_to() {
        for (path, place) in [
            ("site.css", 0),
            ("media/rug/foto.jpg", 0),
            ("search.js", 0),
            ("nl/rug/index.html", 1),
            ("nl/topics/rug/index.html", 1),
            ("nl/404.html", 1),
            ("nl/feed.xml", 2),
            ("nl/search.json", 2),
            ("sitemap.xml", 2),
            ("_redirects", 2),
            ("nl/index.html", 3),
            ("index.html", 3),
        ] {
            assert_eq!(part_of(path), place, "{path}");
        }
    }
}
