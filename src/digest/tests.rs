//! Stories about windows, starts and changes of language, and one about all of them at once.

use std::collections::HashSet;

use chrono::TimeDelta;
use proptest::prelude::*;

use super::*;
use crate::subscribers::Topics;

fn at(day: i64) -> Timestamp {
    Timestamp::UNIX_EPOCH + TimeDelta::days(day)
}

fn slug(name: &str) -> Slug {
    name.parse().unwrap()
}

/// Releases of a locale on the given days, in order; a name that ends in `-old` is not newsworthy.
fn releases(locale: &str, posts: &[(&str, i64)]) -> Vec<Release> {
    let locale: Locale = locale.parse().unwrap();
    (1..)
        .zip(posts)
        .map(|(sequence, (post, day))| Release {
            locale: locale.clone(),
            post: slug(post),
            sequence,
            variant_locale: locale.clone(),
            newsworthy: !post.ends_with("-old"),
            dated: at(*day),
            released_at: at(*day),
            guid: format!("{locale}:{post}"),
        })
        .collect()
}

fn all_topics(releases: &[Release]) -> PostTopics {
    releases.iter().map(|release| (release.post.clone(), Topics::default())).collect()
}

/// The posts that are due to somebody at this place who wants everything.
fn due(place: &Placement, releases: &[Release]) -> Vec<String> {
    let Some(first) = releases.first() else {
        return Vec::new();
    };
    let offer = Offer::new(first.locale.clone(), releases, &all_topics(releases));
    let topics = Topics::default();
    let reader = Reader { cursor: place.cursor, any_age_until: place.any_age_until, topics: &topics };
    let places = offer.select(reader, |post| place.served.contains(post));
    places.into_iter().map(|place| offer.post(place).unwrap().to_string()).collect()
}

fn at_cursor(cursor: i64) -> Placement {
    Placement { cursor, ..Placement::default() }
}

#[test]
fn a_digest_takes_what_lies_between_cursor_and_head() {
    let nl = releases("nl", &[("a", 1), ("b-old", 2), ("c", 3), ("d", 4)]);
    assert_eq!(due(&at_cursor(0), &nl), ["a", "c", "d"]);
    assert_eq!(due(&at_cursor(1), &nl), ["c", "d"]);
    assert_eq!(due(&at_cursor(4), &nl), [""; 0]);
    assert_eq!(due(&at_cursor(9), &nl), [""; 0]);
}

#[test]
fn topics_and_posts_that_were_taken_back_narrow_it() {
    let nl = releases("nl", &[("a", 1), ("b", 2), ("c", 3)]);
    let topics = PostTopics::from([(slug("a"), "rug".parse().unwrap()), (slug("b"), "voeding".parse().unwrap())]);
    let offer = Offer::new(nl[0].locale.clone(), &nl, &topics);
    for (wish, expected) in [("", vec![0, 1]), ("rug knie", vec![0]), ("knie", vec![])] {
        let wish: Topics = wish.parse().unwrap();
        let reader = Reader { cursor: 0, any_age_until: 0, topics: &wish };
        assert_eq!(offer.select(reader, |_| false), expected);
    }
    assert_eq!(offer.head(), 3, "the head counts what is not offered");
}

#[test]
fn a_start_says_what_is_still_sent() {
    // A late translation: "c" is released last, and is not the latest post.
    let nl = releases("nl", &[("a-old", 1), ("b", 5), ("d", 9), ("c", 3)]);
    let day = |text: &str| Start::Date(text.parse().unwrap());
    for (start, expected) in [
        (Start::Head, vec![]),
        (Start::Latest(0), vec![]),
        (Start::Latest(2), vec!["b", "d"]),
        (Start::Latest(99), vec!["a-old", "b", "d", "c"]),
        (day("1970-01-04"), vec!["b", "d", "c"]),
        (day("1970-01-06"), vec!["b", "d"]),
        (day("2026-01-01"), vec![]),
    ] {
        assert_eq!(due(&start.place(&nl, &all_topics(&nl)), &nl), expected, "{start}");
    }
    assert_eq!(Start::Latest(3).place(&[], &PostTopics::new()), Placement::default());
}

#[test]
fn the_latest_posts_are_those_that_a_digest_can_carry() {
    let nl = releases("nl", &[("a", 1), ("b", 2), ("not-mailed", 3)]);
    let mut posts = all_topics(&nl);
    posts.remove(&slug("not-mailed"));
    let place = Start::Latest(2).place(&nl, &posts);
    assert_eq!(place.cursor, 0);
    let offer = Offer::new(nl[0].locale.clone(), &nl, &posts);
    let reader = Reader { cursor: place.cursor, any_age_until: place.any_age_until, topics: &Topics::default() };
    assert_eq!(offer.select(reader, |post| place.served.contains(post)), [0, 1]);
}

#[test]
fn a_start_is_read_as_it_is_written() {
    for text in ["head", "latest:3", "2026-01-31"] {
        assert_eq!(text.parse::<Start>().unwrap().to_string(), text);
    }
    for bad in ["", "tail", "latest", "latest:-1", "2026-13-01", "head:1"] {
        assert!(bad.parse::<Start>().is_err(), "{bad}");
    }
}

#[test]
fn a_change_of_language_keeps_what_was_not_received_and_no_more() {
    let nl = releases("nl", &[("a", 1), ("b", 2), ("c", 3), ("d", 4)]);
    // French came in another order, has one of its own, and lacks "b".
    let fr = releases("fr", &[("d", 4), ("a", 5), ("own", 6), ("c", 7)]);
    let place = map_cursor(&at_cursor(2), &nl, &fr, at(0));
    assert_eq!(due(&place, &fr), ["d", "own", "c"]);
    // When "b" comes in French at last, it was received in Dutch.
    let fr = releases("fr", &[("d", 4), ("a", 5), ("own", 6), ("c", 7), ("b", 8), ("e", 9)]);
    assert_eq!(due(&place, &fr), ["d", "own", "c", "e"]);
}

#[test]
fn what_was_out_before_somebody_came_does_not_come_by_a_change_of_language() {
    let nl = releases("nl", &[("a", 1)]);
    let fr = releases("fr", &[("own-early", 2), ("own-late", 6)]);
    let place = map_cursor(&at_cursor(1), &nl, &fr, at(5));
    assert_eq!(due(&place, &fr), ["own-late"]);
}

#[test]
fn what_an_import_asked_for_at_any_age_is_kept_by_a_change_of_language() {
    let nl = releases("nl", &[("a-old", 1), ("b-old", 2), ("c-old", 3)]);
    let fr = releases("fr", &[("a-old", 4), ("x-old", 4), ("c-old", 5), ("b-old", 6)]);
    let place = map_cursor(&Start::Latest(2).place(&nl, &all_topics(&nl)), &nl, &fr, at(9));
    assert_eq!(due(&place, &fr), ["c-old", "b-old"]);
}

#[test]
fn there_and_back_again_changes_nothing() {
    let nl = releases("nl", &[("a", 1), ("b", 2), ("only", 3), ("c", 4)]);
    let fr = releases("fr", &[("c", 2), ("a", 3)]);
    let there = map_cursor(&at_cursor(3), &nl, &fr, at(0));
    assert_eq!(due(&there, &fr), ["c"]);
    let back = map_cursor(&there, &fr, &nl, at(0));
    assert_eq!(due(&back, &nl), ["c"]);
}

/// What may happen to one reader and one publication.
#[derive(Debug, Clone)]
enum Happening {
    /// A post passes the gate of a locale.
    Release { locale: usize, post: usize },
    /// A digest is sent and accepted.
    Digest,
    /// The reader changes language.
    Move { locale: usize },
}

fn happenings() -> impl Strategy<Value = Vec<Happening>> {
    let one = prop_oneof![
        4 => (0..3_usize, 0..8_usize).prop_map(|(locale, post)| Happening::Release { locale, post }),
        2 => Just(Happening::Digest),
        1 => (0..3_usize).prop_map(|locale| Happening::Move { locale }),
    ];
    proptest::collection::vec(one, 0..60)
}

proptest! {
    #[test]
    fn nothing_is_doubled_and_nothing_is_lost_whatever_happens(story in happenings()) {
        const LOCALES: [&str; 3] = ["nl", "fr", "de"];
        let mut posts: [Vec<(String, i64)>; 3] = Default::default();
        let (mut reads, mut place, mut received) = (0, Placement::default(), HashSet::new());
        let shelf = |posts: &[Vec<(String, i64)>; 3], locale: usize| {
            let posts: Vec<_> = posts[locale].iter().map(|(p, d)| (p.as_str(), *d)).collect();
            releases(LOCALES[locale], &posts)
        };
        for (day, happening) in (1..).zip(story.into_iter().chain([Happening::Digest])) {
            match happening {
                Happening::Release { locale, post } => {
                    let post = format!("p{post}");
                    if posts[locale].iter().all(|(known, _)| *known != post) {
                        posts[locale].push((post, day));
                    }
                }
                Happening::Digest => {
                    let here = shelf(&posts, reads);
                    for post in due(&place, &here) {
                        prop_assert!(received.insert(post.clone()), "{post} came twice");
                    }
                    place.cursor = place.cursor.max(here.len() as i64);
                }
                Happening::Move { locale } if locale != reads => {
                    place = map_cursor(&place, &shelf(&posts, reads), &shelf(&posts, locale), at(0));
                    reads = locale;
                }
                Happening::Move { .. } => {}
            }
        }
        for (post, _) in &posts[reads] {
            prop_assert!(received.contains(post), "{post} never came");
        }
    }
}
