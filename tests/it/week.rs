//! A week in the life of the daemon, on a clock that is set by hand: five posts, translations that come late, and readers
//! of every pace. What changed when is in `snapshots/week.snap`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    path::Path,
    time::{Instant, SystemTime},
};

use chrono::{DateTime, TimeDelta};
use chrono_tz::{Europe::Brussels, Tz};
use postduif::{
    digest::Start,
    subscribers::{Cadence, NewSubscriber, Status},
    workflows::Lookout,
};
use tokio_util::sync::CancellationToken;

use crate::{
    harness::{Publication, tell},
    snapshots::look,
};

/// The day on which it begins: a Monday, with a month's end in it.
const MONDAY: &str = "2026-10-26T00:30:00+01:00";

/// The posts of the week: their names, days and titles.
const POSTS: [(&str, &str, &str); 5] = [
    ("maandag", "2026-10-26T07:00:00+01:00", "De laatste bonen"),
    ("dinsdag", "2026-10-27T09:00:00+01:00", "Bollen planten"),
    ("donderdag", "2026-10-29T07:30:00+01:00", "Een bed van blad"),
    ("vrijdag", "2026-10-30T12:00:00+01:00", "De eerste nachtvorst"),
    ("zaterdag", "2026-10-31T10:00:00+01:00", "Gereedschap oliën"),
];

/// What is saved in French and when: what was Dutch until then, and its post.
const LATE: [(&str, &str, &str, &str); 3] = [
    ("2026-10-27T20:00:00+01:00", "maandag", "De laatste bonen", "Les derniers haricots"),
    ("2026-10-30T09:00:00+01:00", "dinsdag", "Bollen planten", "Planter des bulbes"),
    ("2026-11-01T20:00:00+01:00", "donderdag", "Een bed van blad", "Un lit de feuilles"),
];

fn workflow(schedule: &str, cadence: Option<Cadence>) -> String {
    let digest = cadence.map(|cadence| format!("[[steps]]\ndo = \"digest\"\ncadence = \"{cadence}\"\n"));
    let steps = "[[steps]]\ndo = \"sync\"\n[[steps]]\ndo = \"publish\"\n";
    format!("schedule = \"{schedule}\"\ntime_zone = \"Europe/Brussels\"\n{steps}{}", digest.unwrap_or_default())
}

async fn join(garden: &Publication, email: &str, locale: &str, cadence: Cadence) {
    let standings = garden.content.standings(&garden.store, garden.now()).await.unwrap();
    let new = NewSubscriber {
        email: format!("{email}@lezers.example").parse().unwrap(),
        locale: locale.parse().unwrap(),
        cadence,
        topics: Default::default(),
        name: None,
        status: Status::Active,
        time_zone: None,
    };
    garden.store.add_subscriber(&new, Start::Head, &standings, garden.now()).await.unwrap();
}

fn at(text: &str) -> DateTime<Tz> {
    DateTime::parse_from_rfc3339(text).unwrap().with_timezone(&Brussels)
}

/// The pages and feeds of a language, and when each was written.
fn files(folder: &Path, language: &str) -> BTreeMap<String, SystemTime> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.join(language)];
    while let Some(inside) = folders.pop() {
        for entry in fs::read_dir(inside).unwrap().map(Result::unwrap) {
            let (path, what) = (entry.path(), entry.metadata().unwrap());
            let name = path.strip_prefix(folder).unwrap().to_str().unwrap();
            match path.extension().and_then(|extension| extension.to_str()) {
                None if what.is_dir() => folders.push(path),
                Some("html" | "xml") => _ = found.insert(name.to_owned(), what.modified().unwrap()),
                _ => {}
            }
        }
    }
    found
}

/// What readers see, and a diary of how it changes.
struct Diary {
    text: String,
    seen: [BTreeMap<String, SystemTime>; 2],
    /// What has been saved since pages last changed.
    saved: Vec<String>,
}

impl Diary {
    const LANGUAGES: [&str; 2] = ["nl", "fr"];

    fn begin(garden: &Publication) -> Self {
        let seen = Self::LANGUAGES.map(|language| files(&garden.root().join("public"), language));
        Self { text: String::new(), seen, saved: Vec::new() }
    }

    /// Writes down which pages are new since it last looked; none is without a reason.
    fn note_pages(&mut self, garden: &Publication, now: DateTime<Tz>) {
        let mut is_new = false;
        for (language, seen) in Self::LANGUAGES.iter().zip(&mut self.seen) {
            let there = files(&garden.root().join("public"), language);
            let changed: BTreeSet<_> = there.iter().filter(|(name, when)| seen.get(*name) != Some(when)).collect();
            if changed.is_empty() {
                continue;
            }
            writeln!(self.text, "{} {language} pages, after {}:", now.format("%a %H:%M"), self.saved.join(", "))
                .unwrap();
            for (name, _) in &changed {
                let how = if seen.contains_key(*name) { "changed" } else { "new" };
                writeln!(self.text, "    {how:<8}{name}").unwrap();
            }
            is_new = true;
            *seen = there;
        }
        assert!(!is_new || !self.saved.is_empty(), "pages changed for no reason: {}", self.text);
        if is_new {
            self.saved.clear();
        }
    }
}

#[test]
fn a_week_goes_by_and_every_reader_gets_each_post_once_at_their_own_pace() {
    let begin = Instant::now();
    tell(async |garden| {
        for (name, schedule, cadence) in [
            ("publish", "0 */3 * * *", None),
            ("at-once", "15 7-21/2 * * *", Some(Cadence::Instant)),
            ("daily", "0 8 * * *", Some(Cadence::Daily)),
            ("weekly-digest", "0 8 * * FRI", Some(Cadence::Weekly)),
            ("monthly", "0 8 1 * *", Some(Cadence::Monthly)),
        ] {
            garden.write(&format!("workflows/{name}.toml"), workflow(schedule, cadence));
        }
        garden.clock.set(at(MONDAY).to_utc());
        garden.publish().await;
        for (email, cadence) in
            [("ida", Cadence::Instant), ("dries", Cadence::Daily), ("wim", Cadence::Weekly), ("maud", Cadence::Monthly)]
        {
            join(&garden, email, "nl", cadence).await;
            join(&garden, &format!("{email}-fr"), "fr", cadence).await;
        }
        let lookout = Lookout::new(garden.runner().await, CancellationToken::new());
        lookout.look().await;
        let mut diary = Diary::begin(&garden);
        let mut saved = 0;
        let mut got = BTreeMap::<String, Vec<String>>::new();
        while garden.now() < at("2026-11-02T09:00:00+01:00") {
            garden.wait(TimeDelta::minutes(15));
            let now = garden.now().with_timezone(&Brussels);
            // Each post is written an hour before it is to come out.
            for (name, day, title) in POSTS.iter().filter(|(_, day, _)| now + TimeDelta::hours(1) == at(day)) {
                let text = format!("---\ntitle: {title}\ndate: {day}\n---\n");
                garden.write(&format!("posts/{name}.md"), text);
                diary.saved.push(format!("{name} was written"));
                saved += 1;
            }
            for (_, post, nl, fr) in LATE.iter().filter(|(when, ..)| now == at(when)) {
                garden.translate("fr", post, nl, fr);
                diary.saved.push(format!("{post} was translated"));
            }
            lookout.look().await;
            lookout.settle().await;
            diary.note_pages(&garden, now);
            for mail in garden.new_mails() {
                let reader = mail.to.split('@').next().unwrap().to_owned();
                writeln!(diary.text, "{} mail to {reader}: {}", now.format("%a %H:%M"), mail.subject).unwrap();
                got.entry(reader).or_default().push(format!("{} {}", now.format("%a %H:%M"), mail.about()));
            }
        }
        assert_eq!(saved, POSTS.len());
        look("week", &diary.text);
        let expected = [
            (
                "dries",
                vec![
                    "Mon 08:00 nl: maandag",
                    "Wed 08:00 nl: dinsdag",
                    "Thu 08:00 nl: donderdag",
                    "Sat 08:00 nl: vrijdag",
                    "Sun 08:00 nl: zaterdag",
                ],
            ),
            ("dries-fr", vec!["Wed 08:00 fr: maandag", "Sat 08:00 fr: dinsdag", "Mon 08:00 fr: donderdag"]),
            (
                "ida",
                vec![
                    "Mon 07:15 nl: maandag",
                    "Tue 09:15 nl: dinsdag",
                    "Thu 09:15 nl: donderdag",
                    "Fri 13:15 nl: vrijdag",
                    "Sat 11:15 nl: zaterdag",
                ],
            ),
            ("ida-fr", vec!["Tue 21:15 fr: maandag", "Fri 09:15 fr: dinsdag", "Sun 21:15 fr: donderdag"]),
            ("maud", vec!["Sun 08:00 nl: zaterdag vrijdag donderdag dinsdag maandag"]),
            ("maud-fr", vec!["Sun 08:00 fr: dinsdag maandag"]),
            ("wim", vec!["Fri 08:00 nl: donderdag dinsdag maandag"]),
            ("wim-fr", vec!["Fri 08:00 fr: maandag"]),
        ];
        let expected: BTreeMap<_, _> = expected
            .into_iter()
            .map(|(reader, mails)| (reader.to_owned(), mails.into_iter().map(str::to_owned).collect::<Vec<_>>()))
            .collect();
        assert_eq!(got, expected);
        let runs = garden.store.runs(1_000).await.unwrap();
        let (done, other): (Vec<_>, Vec<_>) = runs.iter().partition(|run| run.outcome.as_deref() == Some("done"));
        assert!(done.len() > 7 * 8 + 7 * 8, "{}", done.len());
        assert!(other.iter().all(|run| run.outcome.as_deref() == Some("skipped: the workflow is new")), "{other:?}");
        let feed = garden.read("public/fr/feed.xml");
        for (_, post, _, fr) in LATE {
            assert!(feed.contains(fr), "{post} is in the French feed");
        }
        assert!(!feed.contains("nachtvorst"), "what is not translated is not");
    });
    let seconds = begin.elapsed().as_secs();
    println!("a week went by in {seconds} s");
}
