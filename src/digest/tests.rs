//! Stories about windows, starts and changes of language, and one about all of them at once.

use std::{collections::HashSet, time::Duration};

use chrono::TimeDelta;
use proptest::prelude::*;

use super::*;
use crate::subscribers::{Pause, Topics};

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
        .map(|(sequence, (post, day))| {
            let new = NewRelease {
                locale: locale.clone(),
                post: slug(post),
                variant_locale: locale.clone(),
                newsworthy: !post.ends_with("-old"),
                dated: at(*day),
                guid: format!("{locale}:{post}"),
                title: None,
            };
            new.released(sequence, at(*day))
        })
        .collect()
}

/// After so many days nobody waits for a post that cannot be had.
const PATIENCE: u64 = 20;

/// All posts can be had, and are about nothing.
fn all_ready(releases: &[Release]) -> Standings {
    let key = |release: &Release| (release.locale.clone(), release.post.clone());
    releases.iter().map(|release| (key(release), Standing::Ready(Topics::default()))).collect()
}

/// A post cannot be had, and nobody knows what it is about.
fn hold(standings: &mut Standings, release: &Release) {
    let standing = Standing::Held { reason: Reason::Gone, topics: None };
    standings.insert((release.locale.clone(), release.post.clone()), standing);
}

fn offer(releases: &[Release], standings: &Standings, day: i64) -> Offer {
    let locale = releases.first().map_or_else(|| "nl".parse().unwrap(), |release| release.locale.clone());
    Offer::new(locale, releases, standings, Duration::from_hours(PATIENCE * 24), at(day))
}

/// What a digest on that day means for somebody at this place.
fn select(place: &Placement, topics: &Topics, offer: &Offer) -> Selection {
    let reader = Reader { cursor: place.cursor, any_age_until: place.any_age_until, topics, since: at(0), pause: None };
    offer.select(reader, |post| place.served.contains(post))
}

fn names(offer: &Offer, places: &[usize]) -> Vec<String> {
    places.iter().map(|&place| offer.post(place).unwrap().to_string()).collect()
}

/// The posts that are due to somebody at this place who wants everything.
fn due(place: &Placement, releases: &[Release]) -> Vec<String> {
    let offer = offer(releases, &all_ready(releases), 0);
    names(&offer, &select(place, &Topics::default(), &offer).posts)
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
fn topics_and_what_a_writer_refuses_narrow_it() {
    let nl = releases("nl", &[("a", 1), ("b", 2), ("c", 3)]);
    let mut standings = all_ready(&nl);
    for (release, standing) in nl.iter().zip([
        Standing::Ready("rug".parse().unwrap()),
        Standing::Ready("voeding".parse().unwrap()),
        Standing::Refused,
    ]) {
        standings.insert((release.locale.clone(), release.post.clone()), standing);
    }
    let offer = offer(&nl, &standings, 4);
    for (wish, expected) in [("", vec!["a", "b"]), ("rug knie", vec!["a"]), ("knie", vec![])] {
        let selection = select(&at_cursor(0), &wish.parse().unwrap(), &offer);
        assert_eq!(names(&offer, &selection.posts), expected);
        assert_eq!(selection.cursor_to, 3, "what is not for them is done with");
    }
}

#[test]
fn a_post_that_cannot_be_had_keeps_the_cursor_before_it_until_it_would_be_no_news() {
    let nl = releases("nl", &[("a", 1), ("b", 2), ("c", 3)]);
    let mut standings = all_ready(&nl);
    hold(&mut standings, &nl[1]);
    let shown = |cursor: i64, day: i64| {
        let offer = offer(&nl, &standings, day);
        let Selection { posts, held, given_up, cursor_to } = select(&at_cursor(cursor), &Topics::default(), &offer);
        (names(&offer, &posts).join(" "), names(&offer, &held), names(&offer, &given_up), cursor_to)
    };
    let none = Vec::<String>::new();
    assert_eq!(shown(0, 4), ("a c".to_owned(), vec!["b".to_owned()], none.clone(), 1));
    assert_eq!(shown(2, 4), ("c".to_owned(), none.clone(), none.clone(), 3), "who has had it does not wait");
    assert_eq!(shown(0, 22), ("a c".to_owned(), vec!["b".to_owned()], none.clone(), 1));
    assert_eq!(shown(0, 23), ("a c".to_owned(), none, vec!["b".to_owned()], 3));
}

#[test]
fn who_asked_for_old_posts_waits_for_them_from_the_day_they_came() {
    let nl = releases("nl", &[("a-old", 1), ("b", 2)]);
    let mut standings = all_ready(&nl);
    let place = Start::Latest(2).place(&nl, &standings);
    hold(&mut standings, &nl[0]);
    let offer = offer(&nl, &standings, 100);
    let topics = Topics::default();
    let came =
        |day| Reader { cursor: 0, any_age_until: place.any_age_until, topics: &topics, since: at(day), pause: None };
    assert_eq!(offer.select(came(90), |_| false).cursor_to, 0);
    assert_eq!(offer.select(came(79), |_| false).cursor_to, 2);
}

#[test]
fn who_does_not_want_its_topic_does_not_wait_for_a_post() {
    let nl = releases("nl", &[("a", 1)]);
    let topics = Some("rug".parse().unwrap());
    let standing = Standing::Held { reason: Reason::GateClosed, topics };
    let standings = Standings::from([((nl[0].locale.clone(), nl[0].post.clone()), standing)]);
    let offer = offer(&nl, &standings, 2);
    assert_eq!(select(&at_cursor(0), &"knie".parse().unwrap(), &offer).cursor_to, 1);
    assert_eq!(select(&at_cursor(0), &"rug".parse().unwrap(), &offer).cursor_to, 0);
}

#[test]
fn who_paused_gets_what_they_missed_but_no_old_news() {
    let nl = releases("nl", &[("before", 1), ("early", 5), ("late", 30), ("after", 41)]);
    let topics = Topics::default();
    let pause = Some(Pause { since: at(2), until: at(40) });
    let due = |day| {
        let standings = all_ready(&nl);
        let offer = offer(&nl, &standings, day);
        let reader = Reader { cursor: 0, any_age_until: 0, topics: &topics, since: at(0), pause };
        let selection = offer.select(reader, |_| false);
        assert_eq!(selection.cursor_to, 4, "what is too old is done with");
        names(&offer, &selection.posts).join(" ")
    };
    assert_eq!(due(25), "before early late after");
    assert_eq!(due(42), "before late after", "only what came while they paused is too old");
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
        assert_eq!(due(&start.place(&nl, &all_ready(&nl)), &nl), expected, "{start}");
    }
    assert_eq!(Start::Latest(3).place(&[], &Standings::new()), Placement::default());
}

#[test]
fn the_latest_posts_are_those_that_a_digest_can_carry() {
    let nl = releases("nl", &[("a", 1), ("b", 2), ("not-mailed", 3)]);
    let mut standings = all_ready(&nl);
    standings.insert((nl[2].locale.clone(), nl[2].post.clone()), Standing::Refused);
    let place = Start::Latest(2).place(&nl, &standings);
    assert_eq!(place.cursor, 0);
    let offer = offer(&nl, &standings, 4);
    assert_eq!(names(&offer, &select(&place, &Topics::default(), &offer).posts), ["a", "b"]);
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
    let place = map_cursor(&Start::Latest(2).place(&nl, &all_ready(&nl)), &nl, &fr, at(9));
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

/// What may happen to one reader and one publication, each on a day of its own.
#[derive(Debug, Clone)]
enum Happening {
    /// A post passes the gate of a locale for the first time.
    Release { locale: usize, post: usize },
    /// The file of a post breaks, or is mended.
    Break { post: usize },
    /// The gate of a locale closes for a post, or opens again.
    Close { locale: usize, post: usize },
    /// Nothing, for some days.
    Wait { days: i64 },
    /// A digest is frozen, and what was still waiting of the last goes with it.
    Digest(Fate),
    /// What waits, or is on its way, arrives after all.
    Arrive,
    /// The reader changes language.
    Move { locale: usize },
    /// The reader wants everything, or only the even posts.
    Choose { even_only: bool },
    /// The reader gets another cadence, whose digests are not these.
    Pace { other: bool },
    /// The writer wants a post in no digest, or in digests again.
    Withdraw { post: usize },
    /// The reader pauses for some days, or ends their pause.
    Pause { days: i64 },
    /// The reader leaves, and comes back at once.
    Return,
}

/// What becomes of a mail at first.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Fate {
    Accepted,
    Deferred,
    OnItsWay,
    Rejected,
    /// It arrived, and the answer was lost: it is sent again, and is the same mail.
    InDoubt,
}

fn happenings() -> impl Strategy<Value = Vec<Happening>> {
    use Fate::{Accepted, Deferred, InDoubt, OnItsWay, Rejected};
    let fate = prop_oneof![
        3 => Just(Accepted), 2 => Just(Deferred), 1 => Just(OnItsWay), 1 => Just(Rejected), 1 => Just(InDoubt)
    ];
    let one = prop_oneof![
        8 => (0..3_usize, 0..8_usize).prop_map(|(locale, post)| Happening::Release { locale, post }),
        4 => (0..8_usize).prop_map(|post| Happening::Break { post }),
        3 => (0..3_usize, 0..8_usize).prop_map(|(locale, post)| Happening::Close { locale, post }),
        1 => (1..30_i64).prop_map(|days| Happening::Wait { days }),
        6 => fate.prop_map(Happening::Digest),
        2 => Just(Happening::Arrive),
        2 => (0..3_usize).prop_map(|locale| Happening::Move { locale }),
        1 => any::<bool>().prop_map(|even_only| Happening::Choose { even_only }),
        1 => any::<bool>().prop_map(|other| Happening::Pace { other }),
        1 => (0..8_usize).prop_map(|post| Happening::Withdraw { post }),
        1 => (0..40_i64).prop_map(|days| Happening::Pause { days }),
        1 => Just(Happening::Return),
    ];
    proptest::collection::vec(one, 0..60)
}

const LOCALES: [&str; 3] = ["nl", "fr", "de"];

/// A mail that is not settled yet.
#[derive(Debug)]
struct Mail {
    locale: usize,
    posts: Vec<(String, i64)>,
    cursor_to: i64,
    on_its_way: bool,
}

/// A publication and one reader of it.
#[derive(Debug, Default)]
struct World {
    day: i64,
    shelves: [Vec<(String, i64)>; 3],
    broken: HashSet<usize>,
    closed: HashSet<(usize, usize)>,
    reads: usize,
    topics: Topics,
    other_pace: bool,
    withdrawn: HashSet<usize>,
    pause: Option<Pause>,
    since: i64,
    place: Placement,
    open: Option<Mail>,
    received: HashSet<String>,
    /// What they may miss: it could not be had for too long, or was not what they wanted.
    excused: HashSet<String>,
}

fn toggle<T: Copy + Eq + std::hash::Hash>(set: &mut HashSet<T>, item: T) {
    if !set.remove(&item) {
        set.insert(item);
    }
}

fn topic(post: &str) -> Topics {
    let even = post[1..].parse::<usize>().unwrap() % 2 == 0;
    if even { "even" } else { "odd" }.parse().unwrap()
}

impl World {
    fn shelf(&self, locale: usize) -> Vec<Release> {
        let posts: Vec<_> = self.shelves[locale].iter().map(|(post, day)| (post.as_str(), *day)).collect();
        releases(LOCALES[locale], &posts)
    }

    fn can_be_had(&self, post: &str) -> bool {
        let number = post[1..].parse().unwrap();
        !self.broken.contains(&number) && !self.closed.contains(&(self.reads, number))
    }

    fn standings(&self, shelf: &[Release]) -> Standings {
        let stand = |release: &Release| {
            let (post, topics) = (release.post.as_str(), topic(release.post.as_str()));
            let broken = self.broken.contains(&post[1..].parse().unwrap());
            if self.withdrawn.contains(&post[1..].parse().unwrap()) {
                return ((release.locale.clone(), release.post.clone()), Standing::Refused);
            }
            let standing = match (self.can_be_had(post), broken) {
                (true, _) => Standing::Ready(topics),
                (false, true) => Standing::Held { reason: Reason::Gone, topics: None },
                (false, false) => Standing::Held { reason: Reason::GateClosed, topics: Some(topics) },
            };
            ((release.locale.clone(), release.post.clone()), standing)
        };
        shelf.iter().map(stand).collect()
    }

    fn digest(&mut self, fate: Fate) -> Result<(), TestCaseError> {
        if self.other_pace || self.pause.is_some_and(|pause| pause.holds(at(self.day))) {
            return Ok(());
        }
        let shelf = self.shelf(self.reads);
        for (post, released) in &self.shelves[self.reads] {
            let too_long = self.day - released > PATIENCE as i64;
            let missed = self.pause.is_some_and(|pause| pause.covers(at(*released)));
            let withdrawn = self.withdrawn.contains(&post[1..].parse().unwrap());
            let gone = withdrawn || (too_long && (missed || !self.can_be_had(post)));
            if !self.topics.want(&topic(post)) || gone {
                self.excused.insert(post.clone());
            }
        }
        let offer = offer(&shelf, &self.standings(&shelf), self.day);
        let Placement { cursor, any_age_until, .. } = self.place;
        let reader = Reader { cursor, any_age_until, topics: &self.topics, since: at(self.since), pause: self.pause };
        let selection = offer.select(reader, |post| self.place.served.contains(post));
        if selection.posts.is_empty() {
            if self.open.is_none() {
                self.place.cursor = selection.cursor_to;
            }
            return Ok(());
        }
        if self.open.as_ref().is_some_and(|mail| mail.on_its_way) {
            return Ok(());
        }
        let sequence = |post: &str| shelf.iter().find(|release| release.post.as_str() == post).unwrap().sequence;
        let posts = names(&offer, &selection.posts).into_iter().map(|post| (post.clone(), sequence(&post))).collect();
        let on_its_way = matches!(fate, Fate::OnItsWay | Fate::InDoubt);
        self.open = Some(Mail { locale: self.reads, posts, cursor_to: selection.cursor_to, on_its_way });
        match fate {
            Fate::Accepted => self.arrive(),
            Fate::Deferred | Fate::OnItsWay | Fate::InDoubt => Ok(()),
            Fate::Rejected => {
                self.open = None;
                Ok(())
            }
        }
    }

    /// As the database does it when a mail is accepted.
    fn arrive(&mut self) -> Result<(), TestCaseError> {
        let Some(mail) = self.open.take() else { return Ok(()) };
        let here = mail.locale == self.reads;
        if here {
            self.place.cursor = self.place.cursor.max(mail.cursor_to);
        }
        for (post, sequence) in mail.posts {
            prop_assert!(self.received.insert(post.clone()), "{post} came twice");
            if !here || sequence > mail.cursor_to {
                self.place.served.insert(slug(&post));
            }
        }
        Ok(())
    }

    fn happens(&mut self, happening: Happening) -> Result<(), TestCaseError> {
        self.day += 1;
        match happening {
            Happening::Release { locale, post } => {
                let name = format!("p{post}");
                let ready = !self.broken.contains(&post) && !self.closed.contains(&(locale, post));
                if ready && self.shelves[locale].iter().all(|(known, _)| *known != name) {
                    self.shelves[locale].push((name, self.day));
                }
            }
            Happening::Break { post } => toggle(&mut self.broken, post),
            Happening::Close { locale, post } => toggle(&mut self.closed, (locale, post)),
            Happening::Wait { days } => self.day += days,
            Happening::Digest(fate) => return self.digest(fate),
            Happening::Arrive => return self.arrive(),
            Happening::Move { locale } if locale != self.reads => {
                let since = at(self.since);
                self.place = map_cursor(&self.place, &self.shelf(self.reads), &self.shelf(locale), since);
                self.reads = locale;
            }
            Happening::Move { .. } => {}
            Happening::Choose { even_only } => {
                self.topics = if even_only { "even".parse().unwrap() } else { Topics::default() };
            }
            Happening::Pace { other } => self.other_pace = other,
            Happening::Withdraw { post } => toggle(&mut self.withdrawn, post),
            Happening::Pause { days } => {
                let until = (days > 0).then(|| at(self.day + days));
                self.pause = Pause::wished(self.pause, until, at(self.day));
                if days > 0 && self.open.as_ref().is_some_and(|mail| !mail.on_its_way) {
                    self.open = None;
                }
            }
            Happening::Return => {
                // What was on its way is on its way; all else begins anew at the head.
                self.open = self.open.take().filter(|mail| mail.on_its_way);
                self.excused.extend(self.shelves.iter().flatten().map(|(post, _)| post.clone()));
                self.place.cursor = self.shelf(self.reads).last().map_or(0, |release| release.sequence);
                (self.since, self.pause) = (self.day, None);
            }
        }
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn nothing_is_doubled_and_nothing_is_lost_whatever_happens(story in happenings()) {
        let mut world = World::default();
        for happening in story {
            world.happens(happening)?;
        }
        // In the end everything can be had, and wanted, and the relay takes it.
        world.arrive()?;
        world.broken.clear();
        world.closed.clear();
        world.withdrawn.clear();
        world.happens(Happening::Pause { days: 0 })?;
        world.happens(Happening::Choose { even_only: false })?;
        world.happens(Happening::Pace { other: false })?;
        world.happens(Happening::Digest(Fate::Accepted))?;
        for (post, _) in &world.shelves[world.reads] {
            prop_assert!(world.received.contains(post) || world.excused.contains(post), "{post} never came");
        }
    }
}
