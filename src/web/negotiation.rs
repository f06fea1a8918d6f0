//! What a client has already, and in which encodings it takes the rest (RFC 9110 sections 12.5.3 and 13.1).

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};

/// The header fields of a request.
pub(super) trait Fields {
    /// The values of all fields of a name; one that is no text is empty.
    fn texts(&self, name: &HeaderName) -> impl Iterator<Item = &str>;
}

impl Fields for HeaderMap {
    fn texts(&self, name: &HeaderName) -> impl Iterator<Item = &str> {
        self.get_all(name).iter().map(|value| value.to_str().unwrap_or_default())
    }
}

impl Fields for [httparse::Header<'_>] {
    fn texts(&self, name: &HeaderName) -> impl Iterator<Item = &str> {
        let named = self.iter().filter(move |field| field.name.eq_ignore_ascii_case(name.as_str()));
        named.map(|field| str::from_utf8(field.value).unwrap_or_default())
    }
}

/// How the bytes of a body are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    /// As they are.
    Identity,
    /// RFC 1952.
    Gzip,
    /// RFC 7932, which is the smallest.
    Brotli,
}

impl Encoding {
    /// What `Content-Encoding` says.
    pub(super) fn name(self) -> Option<HeaderValue> {
        match self {
            Self::Identity => None,
            Self::Gzip => Some(HeaderValue::from_static("gzip")),
            Self::Brotli => Some(HeaderValue::from_static("br")),
        }
    }

    /// The encoding that a client likes best, and of those that it likes as well, the smallest. Who takes none at all
    /// gets the bytes as they are, too.
    pub(super) fn best(asked: &(impl Fields + ?Sized)) -> Self {
        let (mut brotli, mut gzip, mut identity, mut others) = (None, None, None, 0.0);
        for asked in asked.texts(&header::ACCEPT_ENCODING).flat_map(|list| list.split(',')) {
            let (name, weight) = asked.split_once(';').map_or((asked, 1.0), |(name, weight)| (name, weight_of(weight)));
            match name.trim() {
                "*" => others = weight,
                name if name.eq_ignore_ascii_case("br") => brotli = Some(weight),
                name if name.eq_ignore_ascii_case("gzip") || name.eq_ignore_ascii_case("x-gzip") => gzip = Some(weight),
                name if name.eq_ignore_ascii_case("identity") => identity = Some(weight),
                _ => {}
            }
        }
        let (brotli, gzip) = (brotli.unwrap_or(others), gzip.unwrap_or(others));
        // Who does not name it takes it, but does not ask for it.
        let identity = identity.unwrap_or_default();
        match brotli.max(gzip) {
            best if best <= 0.0 || best < identity => Self::Identity,
            best if best <= brotli => Self::Brotli,
            _ => Self::Gzip,
        }
    }
}

/// The weight that a parameter gives, from 0 to 1 (RFC 9110 section 12.4.2); 1 where it is none.
pub(super) fn weight_of(parameter: &str) -> f32 {
    let written = parameter.split_once('=').filter(|(name, _)| name.trim().eq_ignore_ascii_case("q"));
    written
        .and_then(|(_, weight)| weight.trim().parse().ok())
        .filter(|weight| (0.0..=1.0).contains(weight))
        .unwrap_or(1.0)
}

/// Whether a client has what it asks for already: by its tag, or else by the time of its last change.
pub(super) fn has_it(asked: &(impl Fields + ?Sized), tag: &str, written: i64) -> bool {
    let mut tags = asked.texts(&header::IF_NONE_MATCH).peekable();
    if tags.peek().is_some() {
        let opaque = |tag| str::trim_start_matches(str::trim(tag), "W/");
        let mut known = tags.flat_map(|list| list.split(','));
        return known.any(|known| known.trim() == "*" || opaque(known) == opaque(tag));
    }
    let mut since = asked.texts(&header::IF_MODIFIED_SINCE).filter_map(parse_date);
    since.next().is_some_and(|since| written <= since)
}

/// Whether a range may be answered with: of the version that the client has a part of, there may be none left. `tag` is the
/// strong one of the version that is there: a weak one says nothing about bytes.
pub(super) fn may_be_partial(headers: &HeaderMap, tag: &str, written: i64) -> bool {
    let is_this = |version: &str| version.trim() == tag || parse_date(version) == Some(written);
    headers.texts(&HeaderName::from_static("if-range")).all(is_this)
}

/// A moment as HTTP writes it (RFC 9110 section 5.6.7).
pub(super) fn date(seconds: i64) -> Option<HeaderValue> {
    let at = chrono::DateTime::from_timestamp(seconds, 0)?;
    HeaderValue::from_str(&at.format("%a, %d %b %Y %H:%M:%S GMT").to_string()).ok()
}

fn parse_date(text: &str) -> Option<i64> {
    chrono::NaiveDateTime::parse_from_str(text, "%a, %d %b %Y %H:%M:%S GMT").ok().map(|at| at.and_utc().timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(HeaderName, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.clone(), HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn a_client_gets_the_encoding_that_it_likes_best_and_else_the_smallest() {
        for (asked, best) in [
            ("gzip, deflate, br, zstd", Encoding::Brotli),
            ("gzip;q=1.0, br;q=0", Encoding::Gzip),
            ("gzip;q=1.0, br;q=0.8", Encoding::Gzip),
            ("gzip;q=0.5, BR; Q=0.5", Encoding::Brotli),
            ("identity;q=1, gzip;q=0.5, *;q=0", Encoding::Identity),
            ("identity;q=0", Encoding::Identity),
            ("*", Encoding::Brotli),
            ("br;q=0, *;q=0.1", Encoding::Gzip),
            ("*;q=0", Encoding::Identity),
            ("gzip;level=9, br;q=2, deflate;;q=", Encoding::Brotli),
            ("x-gzip", Encoding::Gzip),
            ("gzip;q=0.000", Encoding::Identity),
            ("deflate", Encoding::Identity),
            ("", Encoding::Identity),
        ] {
            assert_eq!(Encoding::best(&headers(&[(header::ACCEPT_ENCODING, asked)])), best, "{asked}");
        }
        assert_eq!(Encoding::best(&HeaderMap::new()), Encoding::Identity);
    }

    #[test]
    fn who_has_it_already_is_known_by_tag_or_time_and_the_tag_decides() {
        let (tag, written) = ("W/\"abc\"", 1_000_000_000);
        let (none_match, since) = (header::IF_NONE_MATCH, header::IF_MODIFIED_SINCE);
        for (asked, has) in [
            (vec![(none_match.clone(), "W/\"abc\"")], true),
            (vec![(none_match.clone(), "\"x\", \"abc\"")], true),
            (vec![(none_match.clone(), "*")], true),
            (vec![(none_match.clone(), "\"x\"")], false),
            (vec![(since.clone(), "Sun, 09 Sep 2001 01:46:40 GMT")], true),
            (vec![(since.clone(), "Sun, 09 Sep 2001 01:46:39 GMT")], false),
            (vec![(since.clone(), "gisteren")], false),
            (vec![(none_match, "\"x\""), (since, "Sun, 09 Sep 2001 01:46:40 GMT")], false),
            (vec![], false),
        ] {
            assert_eq!(has_it(&headers(&asked), tag, written), has, "{asked:?}");
        }
        assert_eq!(date(written).unwrap(), "Sun, 09 Sep 2001 01:46:40 GMT");
    }

    #[test]
    fn a_part_of_another_version_is_not_given() {
        let range = |version| headers(&[(HeaderName::from_static("if-range"), version)]);
        let may_be = |headers: &HeaderMap, written| may_be_partial(headers, "\"abc\"", written);
        assert!(may_be(&HeaderMap::new(), 1_000_000_000));
        assert!(may_be(&range("Sun, 09 Sep 2001 01:46:40 GMT"), 1_000_000_000));
        assert!(!may_be(&range("Sun, 09 Sep 2001 01:46:40 GMT"), 1_000_000_001));
        assert!(may_be(&range("\"abc\""), 1_000_000_000));
        assert!(!may_be(&range("W/\"abc\""), 1_000_000_000));
        assert!(!may_be(&range("\"abd\""), 1_000_000_000));
    }
}
