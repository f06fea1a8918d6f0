//! What is said of the files of a site to whoever gets them, from this program or from elsewhere.

/// Pages and feeds: so long a reader may see the last version of them.
const PAGE_AGE: &str = "public, max-age=60";

/// Style, script and icon change with a new theme, and no page breaks by the last one.
const THEME_AGE: &str = "public, max-age=3600";

/// A picture keeps its name when another takes its place, which is seldom, and then mostly because it was the wrong one.
const PICTURE_AGE: &str = "public, max-age=3600";

/// How long nobody needs to ask for a file again, as `Cache-Control` says it.
pub fn cache_control(path: &str) -> &'static str {
    if path.starts_with("media/") {
        PICTURE_AGE
    } else if path.contains('/') || path.ends_with(".xml") || path.ends_with(".html") {
        PAGE_AGE
    } else {
        THEME_AGE
    }
}

/// What a file is announced as: feeds as what they are, everything else by its ending.
pub fn content_type(path: &str) -> &'static str {
    let (stem, extension) = path.rsplit_once('.').unwrap_or((path, ""));
    match (stem.rsplit('/').next().unwrap_or(stem), extension.to_ascii_lowercase().as_str()) {
        ("feed", "xml") => "application/rss+xml; charset=utf-8",
        ("atom", "xml") => "application/atom+xml; charset=utf-8",
        ("feed", "json") => "application/feed+json; charset=utf-8",
        (_, "opml") => "text/x-opml; charset=utf-8",
        (_, "html") => "text/html; charset=utf-8",
        (_, "xml") => "text/xml",
        (_, "json") => "application/json",
        (_, "css") => "text/css",
        (_, "js") => "text/javascript",
        (_, "svg") => "image/svg+xml",
        (_, "jpg" | "jpeg") => "image/jpeg",
        (_, "png") => "image/png",
        (_, "webp") => "image/webp",
        (_, "gif") => "image/gif",
        (_, "avif") => "image/avif",
        (_, "ico") => "image/x-icon",
        (_, "woff2") => "font/woff2",
        (_, "txt") => "text/plain",
        _ => "application/octet-stream",
    }
}
