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
    best_of(desk, &editions, asked)
}

/// The one of some editions that the `Accept-Language` header wants, or else that of the publication.
pub(super) fn best_of(desk: &Desk, editions: &[Locale], asked: Option<&HeaderValue>) -> Locale {
    let asked = asked.and_then(|asked| asked.to_str().ok()).unwrap_or_default();
    best_locale(asked, &desk.content().settings.site.source, editions).clone()
}

/// The first of `editions` that the `Accept-Language` header `asked` for wants most: the same tag, or else the same
/// language in another region. `*` stands for all that are not named (RFC 4647 section 3.3.1), and of those for the source or
/// else the first. Who wants none of them gets `source`, or else the first in a language that is not refused.
fn best_locale<'a>(asked: &str, source: &'a Locale, editions: &'a [Locale]) -> &'a Locale {
    let mut ranges: Vec<(f32, Option<Locale>)> =
        asked.split(',').take(MOST_LANGUAGES).filter_map(parse_range).collect();
    // A stable sort: of equal weights the first one named wins, and `*` after all that have a name.
    ranges.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.is_none().cmp(&b.1.is_none())));
    let is_among = |ranges: &[(f32, Option<Locale>)], edition: &Locale| {
        ranges.iter().flat_map(|(_, named)| named).any(|named| named.language() == edition.language())
    };
    let (wanted, refused) = ranges.split_at(ranges.partition_point(|(weight, _)| *weight > 0.0));
    let best = wanted.iter().find_map(|(_, wanted)| match wanted {
        Some(wanted) => {
            let same = editions.iter().find(|edition| *edition == wanted);
            same.or_else(|| editions.iter().find(|edition| edition.language() == wanted.language()))
        }
        None => [source].into_iter().chain(editions).find(|edition| !is_among(&ranges, edition)),
    });
    let is_refused = |edition: &Locale| is_among(refused, edition);
    best.or_else(|| [source].into_iter().chain(editions).find(|edition| !is_refused(edition))).unwrap_or(source)
}

/// One language with its weight, such as `fr-BE;q=0.8`, or `*` for all others.
fn parse_range(range: &str) -> Option<(f32, Option<Locale>)> {
    let (tag, weight) = range.split_once(';').map_or((range, 1.0), |(tag, weight)| (tag, weight_of(weight)));
    Some((weight, if tag.trim() == "*" { None } else { Some(tag.trim().parse().ok()?) }))
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
            ("en;q=0.1,*;q=0.9", "nl"),
            ("nl;q=0.1,en;q=0.2,*;q=0.9", "fr"),
            ("*, en", "en"),
            ("nl;q=0, *", "fr"),
            ("fr;q=0.1, *;q=0", "fr"),
            ("ja, *;q=0.5", "nl"),
            ("", "nl"),
            (";;;,,q=1,=", "nl"),
        ] {
            assert_eq!(best_locale(asked, &editions[0], &editions).as_str(), expected, "{asked:?}");
        }
    }
}
