//! The language in which somebody is answered: that of the page, or else the one that the browser asks for
//! (RFC 9110 section 12.5.4).

use axum::http::HeaderValue;

use super::Desk;
use crate::locale::Locale;

/// More languages than a person reads; what follows them in the header is not looked at.
const MOST_LANGUAGES: usize = 20;

/// The language to answer in: that of the edition whose address was asked for, else what the `Accept-Language` header
/// wants, else that of the publication.
pub(super) fn language(desk: &Desk, path: &str, asked: Option<&HeaderValue>) -> Locale {
    let mut editions = desk.editions();
    let first = path.split('/').nth(1).unwrap_or_default();
    if let Some(place) = editions.iter().position(|edition| edition.as_str() == first) {
        return editions.swap_remove(place);
    }
    let asked = asked.and_then(|asked| asked.to_str().ok()).unwrap_or_default();
    best_locale(asked, &editions).unwrap_or(&desk.content().settings.site.source).clone()
}

/// The first of `editions` that the `Accept-Language` header `asked` for wants most: the same tag,
/// or else the same language in another region. None when it wants none of them.
fn best_locale<'a>(asked: &str, editions: &'a [Locale]) -> Option<&'a Locale> {
    let mut wanted: Vec<(f32, Locale)> = asked.split(',').take(MOST_LANGUAGES).filter_map(parse_range).collect();
    // A stable sort: of equal weights the first one named wins.
    wanted.sort_by(|a, b| b.0.total_cmp(&a.0));
    wanted.iter().find_map(|(_, wanted)| {
        let same = editions.iter().find(|edition| *edition == wanted);
        same.or_else(|| editions.iter().find(|edition| edition.language() == wanted.language()))
    })
}

/// One language with its weight, such as `fr-BE;q=0.8`; none for weight zero and for `*`.
fn parse_range(range: &str) -> Option<(f32, Locale)> {
    let (tag, weight) = match range.split_once(';') {
        Some((tag, parameter)) => (tag, parameter.trim().strip_prefix("q=")?.parse().ok()?),
        None => (range, 1.0),
    };
    (weight > 0.0).then_some((weight, tag.trim().parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weightiest_language_that_there_is_wins() {
        let editions: Vec<Locale> = ["nl", "fr", "en", "de", "ar"].map(|tag| tag.parse().unwrap()).into();
        for (asked, expected) in [
            ("fr-BE,fr;q=0.9,en;q=0.8", Some("fr")),
            ("en;q=0.5, de;q=0.7", Some("de")),
            ("ja, ar-EG;q=0.1", Some("ar")),
            ("nl;q=0, en;q=0.1", Some("en")),
            ("ja", None),
            ("*", None),
            ("", None),
            (";;;,,q=1,=", None),
        ] {
            assert_eq!(best_locale(asked, &editions).map(Locale::as_str), expected, "{asked:?}");
        }
    }
}
