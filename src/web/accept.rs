//! The language in which somebody is answered: that of the page, or else the one that the browser asks for
//! (RFC 9110 section 12.5.4).

use axum::http::HeaderValue;

use super::{Desk, negotiation::weight_of};
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
    best_locale(asked, &desk.content().settings.site.source, &editions).clone()
}

/// The first of `editions` that the `Accept-Language` header `asked` for wants most: the same tag, or else the same
/// language in another region. Who wants none of them gets `source`, or else the first in a language that is not refused.
fn best_locale<'a>(asked: &str, source: &'a Locale, editions: &'a [Locale]) -> &'a Locale {
    let mut wanted: Vec<(f32, Locale)> = asked.split(',').take(MOST_LANGUAGES).filter_map(parse_range).collect();
    // A stable sort: of equal weights the first one named wins.
    wanted.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (wanted, refused) = wanted.split_at(wanted.partition_point(|(weight, _)| *weight > 0.0));
    let best = wanted.iter().find_map(|(_, wanted)| {
        let same = editions.iter().find(|edition| *edition == wanted);
        same.or_else(|| editions.iter().find(|edition| edition.language() == wanted.language()))
    });
    let is_refused = |edition: &Locale| refused.iter().any(|(_, refused)| refused.language() == edition.language());
    best.or_else(|| [source].into_iter().chain(editions).find(|edition| !is_refused(edition))).unwrap_or(source)
}

/// One language with its weight, such as `fr-BE;q=0.8`; none for `*`.
fn parse_range(range: &str) -> Option<(f32, Locale)> {
    let (tag, weight) = range.split_once(';').map_or((range, 1.0), |(tag, weight)| (tag, weight_of(weight)));
    Some((weight, tag.trim().parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weightiest_language_that_there_is_wins() {
        let editions: Vec<Locale> = ["nl", "fr", "en", "de", "ar"].map(|tag| tag.parse().unwrap()).into();
        for (asked, expected) in [
            ("fr-BE,fr;q=0.9,en;q=0.8", "fr"),
            ("en;q=0.5, de;q=0.7", "de"),
            ("ja, ar-EG;Q=0.1", "ar"),
            ("nl;q=0, en;q=0.1", "en"),
            ("nl; q=0", "fr"),
            ("fr;q=0, nl;q=0, ja", "en"),
            ("ja", "nl"),
            ("*", "nl"),
            ("", "nl"),
            (";;;,,q=1,=", "nl"),
        ] {
            assert_eq!(best_locale(asked, &editions[0], &editions).as_str(), expected, "{asked:?}");
        }
    }
}
