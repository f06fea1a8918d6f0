//! Random lives of a publication through its forms, its files and its runs: posts are written, edited, withdrawn and
//! translated, readers ask, confirm, leave and change their language. Each gets each post once, in the best language
//! that there is for them at that time.
//!
//! A few of them each time; `POSTDUIF_TEST_LIVES=1000` tells more. What relays and crashes do is told in
//! `storage/histories.rs`.

use std::{
    cell::Cell,
    collections::{BTreeMap, BTreeSet},
};

use axum::http::StatusCode;
use chrono::TimeDelta;
use proptest::{prelude::*, test_runner::TestRunner};

use crate::harness::{Publication, Received, tell_with};

/// The languages of the readers, and after how many hours they get a post that is not translated.
const WAITS: [(&str, i64); 3] = [("nl", 0), ("fr", 72), ("fr-BE", 120)];
/// The same as the publication says it.
const SETTINGS: [(&str, &str); 2] = [
    ("[locales.fr]\n", "[locales.fr]\ngate = { wait_at_most = \"72h\" }\n"),
    ("[locales.fr-BE]\n", "[locales.fr-BE]\ngate = { wait_at_most = \"120h\" }\n"),
];
const READERS: usize = 3;
const POSTS: usize = 5;
/// For so many hours the link in a confirmation is followed here; a day more and it would have expired.
const FRESH: i64 = 6 * 24;

/// What may happen, each in an hour of its own.
#[derive(Debug, Clone)]
enum Event {
    Write { post: usize },
    Translate { post: usize },
    Edit { post: usize },
    Withdraw { post: usize },
    Ask { who: usize, locale: usize },
    Confirm { who: usize },
    Leave { who: usize },
    Move { who: usize, locale: usize },
    Wait { hours: i64 },
    Run,
}

fn life() -> impl Strategy<Value = Vec<Event>> {
    let (who, locale, post) = (0..READERS, 0..WAITS.len(), 0..POSTS);
    let event = prop_oneof![
        4 => post.clone().prop_map(|post| Event::Write { post }),
        3 => post.clone().prop_map(|post| Event::Translate { post }),
        1 => post.clone().prop_map(|post| Event::Edit { post }),
        1 => post.prop_map(|post| Event::Withdraw { post }),
        4 => (who.clone(), locale.clone()).prop_map(|(who, locale)| Event::Ask { who, locale }),
        5 => who.clone().prop_map(|who| Event::Confirm { who }),
        1 => who.clone().prop_map(|who| Event::Leave { who }),
        2 => (who, locale).prop_map(|(who, locale)| Event::Move { who, locale }),
        3 => (1..48_i64).prop_map(|hours| Event::Wait { hours }),
        5 => Just(Event::Run),
    ];
    proptest::collection::vec(event, 5..30).prop_map(|events| [first_post().as_slice(), &events].concat())
}

/// How each life begins, so that there is none in which nobody gets anything.
fn first_post() -> [Event; 4] {
    [Event::Ask { who: 0, locale: 0 }, Event::Confirm { who: 0 }, Event::Write { post: 0 }, Event::Run]
}

/// What the model knows of a post.
#[derive(Debug, Default, Clone)]
struct Piece {
    /// The hour it is dated.
    written: Option<i64>,
    version: usize,
    translated: bool,
    withdrawn: bool,
    /// In which hour it came out for the readers of each language.
    released: BTreeMap<usize, i64>,
}

/// What the model knows of a reader.
#[derive(Debug, Default)]
struct Reader {
    /// The link in the last confirmation, the hour it came and the language it is for.
    asked: Option<(String, i64, usize)>,
    active: bool,
    locale: usize,
    /// Since when they read in this language without a break.
    here_since: i64,
    has_moved: bool,
    /// The links of their welcome: to leave, and to their preferences.
    links: [String; 2],
    received: BTreeSet<usize>,
    /// What was out in a language before they came to it, and is no news to them in the next one either.
    passed: BTreeSet<usize>,
}

struct World {
    garden: Publication,
    hour: i64,
    pieces: [Piece; POSTS],
    readers: [Reader; READERS],
}

fn slug(post: usize) -> String {
    format!("stuk-{post}")
}

fn titles(post: usize) -> [String; 2] {
    [format!("Stuk nummer {post}"), format!("Texte {post}")]
}

fn address(who: usize) -> String {
    format!("lezer{who}@lezers.example")
}

impl World {
    fn save(&self, post: usize) {
        let piece = &self.pieces[post];
        let Some(written) = piece.written else { return };
        let date = (self.garden.now() - TimeDelta::hours(self.hour - written)).to_rfc3339();
        let [title, _] = titles(post);
        let draft = if piece.withdrawn { "draft: true\n" } else { "" };
        let text = format!(
            "---\ntitle: {title}\ndate: {date}\ntopics: [bodem]\nsummary: Over {post}.\n{draft}---\n\n\
             Alinea {post}, versie {}.\n",
            piece.version
        );
        self.garden.write(&format!("posts/{}.md", slug(post)), text);
    }

    async fn translate(&mut self, post: usize) {
        let piece = &mut self.pieces[post];
        if piece.written.is_none() || piece.translated || piece.withdrawn {
            return;
        }
        piece.translated = true;
        let [title, titre] = titles(post);
        let paragraph = format!("Alinea {post}, versie {}.", piece.version);
        self.garden.sync().await;
        let sur = format!("Sur {post}.");
        for (nl, fr) in [(title, titre), (format!("Over {post}."), sur), (paragraph, format!("Alinéa {post}."))] {
            self.garden.translate("fr", &slug(post), &nl, &fr);
        }
        self.garden.sync().await;
    }

    async fn ask(&mut self, who: usize, locale: usize) {
        if self.readers[who].active {
            return;
        }
        let form = [("email", address(who)), ("locale", WAITS[locale].0.to_owned())];
        let form: Vec<_> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(self.garden.post("/nl/subscribe", &form).await.status, StatusCode::OK);
        // One a day: where none comes, the last one counts.
        if let Some(mail) = self.garden.deliver().await.first() {
            self.readers[who].asked = Some((mail.path_to("/confirm"), self.hour, locale));
        }
    }

    async fn confirm(&mut self, who: usize) {
        let reader = &mut self.readers[who];
        let hour = self.hour;
        let Some((link, _, locale)) = reader.asked.take_if(|(_, asked, _)| hour - *asked < FRESH) else { return };
        assert_eq!(self.garden.post(&link, &[]).await.status, StatusCode::OK);
        let welcome = self.garden.deliver().await;
        assert_eq!(welcome[0].locale, WAITS[locale].0);
        let links = ["/unsubscribe", "/preferences"].map(|end| welcome[0].path_to(end));
        let received = std::mem::take(&mut reader.received);
        let (has_moved, passed) = (reader.has_moved, std::mem::take(&mut reader.passed));
        *reader = Reader { active: true, locale, here_since: hour, links, received, passed, has_moved, asked: None };
    }

    async fn change_language(&mut self, who: usize, locale: usize) {
        let reader = &mut self.readers[who];
        if !reader.active || reader.locale == locale {
            return;
        }
        let wish = [("locale", WAITS[locale].0), ("cadence", "weekly"), ("name", ""), ("pause", "")];
        assert_eq!(self.garden.post(&reader.links[1], &wish).await.status, StatusCode::OK);
        let was_out = |piece: &Piece| piece.released.contains_key(&reader.locale);
        reader.passed.extend((0..POSTS).filter(|post| was_out(&self.pieces[*post])));
        (reader.locale, reader.here_since, reader.has_moved) = (locale, self.hour, true);
    }

    async fn run(&mut self) {
        let hour = self.hour;
        for piece in self.pieces.iter_mut().filter(|piece| !piece.withdrawn) {
            let Some(written) = piece.written else { continue };
            for (locale, (_, wait)) in WAITS.iter().enumerate() {
                if piece.translated || hour - written >= *wait {
                    piece.released.entry(locale).or_insert(hour);
                }
            }
        }
        for mail in self.garden.digest().await {
            self.arrives(&mail);
        }
        for (who, reader) in self.readers.iter().enumerate().filter(|(_, reader)| reader.active) {
            for (post, piece) in self.pieces.iter().enumerate().filter(|(_, piece)| !piece.withdrawn) {
                let is_new = piece.released.get(&reader.locale).is_some_and(|hour| *hour > reader.here_since);
                let had = reader.received.contains(&post) || reader.passed.contains(&post);
                assert!(!is_new || had, "{post} did not come to {who}: {reader:?}");
            }
        }
    }

    fn arrives(&mut self, mail: &Received) {
        let who = (0..READERS).find(|who| address(*who) == mail.to).expect("a reader");
        let reader = &mut self.readers[who];
        assert!(reader.active, "a mail to who did not confirm or has left: {who}");
        assert_eq!(mail.locale, WAITS[reader.locale].0);
        let about = mail.about();
        for post in (0..POSTS).filter(|post| about.split(' ').any(|word| word == slug(*post))) {
            let piece = &self.pieces[post];
            assert!(!piece.withdrawn, "{post} was withdrawn");
            let released = piece.released.get(&reader.locale).expect("nothing comes before its release");
            assert!(reader.has_moved || *released > reader.here_since, "{post} was out before {who} came");
            assert!(reader.received.insert(post), "{post} came to {who} twice");
            let best = usize::from(reader.locale > 0 && piece.translated);
            let [here, other] = [best, 1 - best].map(|language| titles(post)[language].clone());
            assert!(mail.text.contains(&here) && !mail.text.contains(&other), "{here}: {}", mail.text);
        }
    }

    async fn happens(&mut self, event: &Event) {
        self.pass(1);
        match event {
            Event::Write { post } if self.pieces[*post].written.is_none() => {
                self.pieces[*post].written = Some(self.hour);
                self.save(*post);
            }
            Event::Write { .. } => {}
            Event::Translate { post } => self.translate(*post).await,
            Event::Edit { post } => {
                self.pieces[*post].version += 1;
                self.save(*post);
            }
            Event::Withdraw { post } => {
                self.pieces[*post].withdrawn = true;
                self.save(*post);
            }
            Event::Ask { who, locale } => self.ask(*who, *locale).await,
            Event::Confirm { who } => self.confirm(*who).await,
            Event::Leave { who } => {
                let reader = &mut self.readers[*who];
                if std::mem::take(&mut reader.active) {
                    assert_eq!(self.garden.post(&reader.links[0], &[]).await.status, StatusCode::OK);
                }
            }
            Event::Move { who, locale } => self.change_language(*who, *locale).await,
            Event::Wait { hours } => self.pass(*hours),
            Event::Run => self.run().await,
        }
    }

    fn pass(&mut self, hours: i64) {
        self.hour += hours;
        self.garden.wait(TimeDelta::hours(hours));
    }
}

#[test]
fn whatever_people_do_each_reader_gets_each_post_once_and_in_the_best_language_there_is() {
    let cases = std::env::var("POSTDUIF_TEST_LIVES").ok().and_then(|text| text.parse().ok()).unwrap_or(6);
    let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    let received = Cell::new(0);
    let told = TestRunner::new(config).run(&life(), |events| {
        tell_with(&SETTINGS, async |garden| {
            garden.publish().await;
            let mut world = World { garden, hour: 0, pieces: Default::default(), readers: Default::default() };
            for event in &events {
                world.happens(event).await;
            }
            // In the end everybody has what is theirs.
            world.pass(WAITS[2].1);
            world.run().await;
            received.set(received.get() + world.readers.iter().map(|reader| reader.received.len()).sum::<usize>());
        });
        Ok(())
    });
    told.unwrap();
    println!("{cases} lives, in which readers got {} posts", received.get());
    assert!(received.get() >= usize::try_from(cases).unwrap(), "a life in which nobody got anything");
}
