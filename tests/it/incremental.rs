//! Whatever is edited, what is published on top of the last site is the site made from nothing.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use chrono::TimeDelta;
use postduif::{
    publication::{Kept, Saved, Settings},
    random::Random,
    translation::gate::Trust,
    workflows::Content,
};

use crate::harness::{Publication, postduif, tell};

type Site = BTreeMap<String, Vec<u8>>;

/// The files of a site, with what is in them, but for what the program keeps for itself.
fn site(folder: &Path, prefix: &str, files: &mut Site) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = format!("{prefix}{}", entry.file_name().to_str().unwrap());
        if entry.path().is_dir() {
            site(&entry.path(), &format!("{name}/"), files);
        } else if !name.starts_with(".postduif-") {
            files.insert(name, fs::read(entry.path()).unwrap());
        }
    }
}

/// Publishes on top of the last site and from nothing, and compares. Gives what was written the first way.
async fn publish_both(garden: &Publication, what: &str) -> Vec<String> {
    publish_saved_and_anew(garden, Saved::Anything, what).await
}

/// The same as the daemon does it, which is told what was saved.
async fn publish_saved_and_anew(garden: &Publication, saved: Saved, what: &str) -> Vec<String> {
    let published = garden.content.publish_saved(&garden.store, saved, garden.now()).await.unwrap();
    let from_nothing = Content { public: garden.root().join("anew"), kept: None, ..garden.content.clone() };
    from_nothing.publish(&garden.store, garden.now()).await.unwrap();
    let (mut on_top, mut anew) = (Site::new(), Site::new());
    site(&garden.content.public, "", &mut on_top);
    site(&from_nothing.public, "", &mut anew);
    fs::remove_dir_all(&from_nothing.public).unwrap();
    let names = |site: &Site| site.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&on_top), names(&anew), "after {what}");
    for (name, bytes) in &anew {
        assert!(on_top[name] == *bytes, "after {what} {name} is not what it would be if it were made from nothing");
    }
    published.site.changes.into_keys().collect()
}

/// Eyes on the files that people write, as the daemon has them.
struct Eyes {
    seen: BTreeMap<PathBuf, Vec<u8>>,
}

impl Eyes {
    fn on(garden: &Publication) -> Self {
        Self { seen: Self::look(garden) }
    }

    fn look(garden: &Publication) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = Site::new();
        for folder in ["posts", "pages", "locales", "templates"].into_iter().filter(|folder| garden.has(folder)) {
            site(&garden.root().join(folder), &format!("{folder}/"), &mut files);
        }
        files.into_iter().map(|(name, bytes)| (name.into(), bytes)).collect()
    }

    /// What was saved since somebody asked: what has come, gone or changed.
    fn saved(&mut self, garden: &Publication) -> Saved {
        let before = std::mem::replace(&mut self.seen, Self::look(garden));
        let mut saved = Saved::default();
        let files = before.keys().chain(self.seen.keys());
        files.filter(|file| before.get(*file) != self.seen.get(*file)).for_each(|file| saved.note(file));
        saved
    }
}

/// A garden of which the daemon remembers what it published.
async fn followed(garden: &mut Publication) -> Eyes {
    garden.content.kept = Some(Kept::trusting());
    garden.content.follow_saves();
    garden.sync().await;
    publish_both(garden, "the first publish").await;
    Eyes::on(garden)
}

/// An edit: what it is called, the file, and what in it says something else.
type Edit = (&'static str, &'static str, &'static str, &'static str);

/// Edits of every kind; each is made, and later taken back.
const EDITS: [Edit; 18] = [
    ("a text", "posts/slakken.md", "Keer de plank elke ochtend om.", "Keer de plank nooit meer om."),
    ("a link", "posts/slakken.md", "Ook de egel", "Net als in [de compost](composteren.md#kop). Ook de egel"),
    ("a title", "posts/slakken.md", "title: Vrede met de slak", "title: Oorlog met de slak"),
    ("a date", "posts/slakken.md", "date: ", "date: 2026-09-20 # "),
    ("a topic", "posts/slakken.md", "topics: [dieren]", "topics: [dieren, bodem]"),
    ("an old name", "posts/slakken.md", "topics: [dieren]", "topics: [dieren]\naliases: [huisjes]"),
    ("a draft", "posts/regenton.md", "summary:", "draft: true\nsummary:"),
    ("a link that goes", "posts/composteren/index.md", "[over slakken](slakken.md)", "over slakken"),
    ("a picture", "posts/composteren/zak.svg", "<svg ", "<svg data-x=\"1\" "),
    ("a translation", "locales/fr/posts/slakken.ftl", "La paix avec la limace", "La limace en paix"),
    (
        "a link in a translation",
        "locales/fr/posts/slakken.ftl",
        "Le hérisson mange",
        "Le [hérisson](composteren.md) mange",
    ),
    ("a translation that goes", "locales/en/posts/composteren.ftl", "p-5e97dd = ", "# p-5e97dd = "),
    ("the name of a topic", "locales/nl/topics.ftl", "topic-dieren = ", "topic-dieren = Alle "),
    ("a text of the interface", "locales/nl/site.ftl", "nav-home = ", "nav-home = Naar "),
    ("a template", "templates/partials/elsewhere.hbs", "", "{{#if elsewhere}} ({{elsewhere.autonym}}){{/if}}"),
    ("a new post", "posts/mol.md", "", "---\ntitle: De mol\ndate: 2026-10-01\ntopics: [dieren]\n---\nGraaft.\n"),
    ("a new page", "pages/over.md", "", "---\ntitle: Over ons\n---\nWij tuinieren.\n"),
    ("a style", "templates/assets/site.css", "", "body { color: black }\n"),
];

#[test]
fn whatever_is_edited_the_site_is_what_it_would_be_if_it_were_made_from_nothing() {
    tell(async |mut garden| {
        garden.content.kept = Some(Kept::trusting());
        publish_both(&garden, "the first publish").await;
        let file = "locales/nl/site.ftl";
        if !garden.has(file) {
            garden.write(file, "nav-home = Begin\n");
        }
        publish_both(&garden, "texts of one's own").await;
        let mut undo: Vec<(&str, Option<String>)> = Vec::new();
        for (at, (what, file, from, to)) in EDITS.into_iter().enumerate() {
            let before = garden.has(file).then(|| garden.read(file));
            match &before {
                Some(text) => {
                    assert!(text.contains(from), "{file} says {from:?}");
                    garden.write(file, text.replacen(from, to, 1));
                }
                None => garden.write(file, to),
            }
            undo.push((file, before));
            publish_both(&garden, what).await;
            // Some are taken back at once, some stay under those that follow.
            if at % 3 == 1 {
                take_back(&garden, undo.pop().unwrap());
                publish_both(&garden, &format!("{what}, taken back")).await;
            }
        }
        garden.wait(TimeDelta::days(12));
        publish_both(&garden, "a future post that is due").await;
        while let Some(one) = undo.pop() {
            take_back(&garden, one);
            if undo.len().is_multiple_of(3) {
                publish_both(&garden, "edits that are taken back").await;
            }
        }
    });
}

#[test]
fn whatever_is_saved_before_the_daemons_eyes_the_site_is_what_it_would_be_if_it_were_made_from_nothing() {
    tell(async |mut garden| {
        let mut eyes = followed(&mut garden).await;
        let mut undo: Vec<(&str, Option<String>)> = Vec::new();
        let texts = ("locales/nl/site.ftl", "nav-home = Begin\n");
        if !garden.has(texts.0) {
            garden.write(texts.0, texts.1);
        }
        for (at, (what, file, from, to)) in EDITS.into_iter().enumerate() {
            let before = garden.has(file).then(|| garden.read(file));
            match &before {
                Some(text) => garden.write(file, text.replacen(from, to, 1)),
                None => garden.write(file, to),
            }
            undo.push((file, before));
            publish_saved_and_anew(&garden, eyes.saved(&garden), what).await;
            // A text that changes beside it is seen too.
            garden.write("posts/composteren/index.md", garden.read("posts/composteren/index.md") + "Nog iets.\n");
            publish_saved_and_anew(&garden, eyes.saved(&garden), &format!("{what}, and a text")).await;
            if at % 3 == 1 {
                take_back(&garden, undo.pop().unwrap());
                publish_saved_and_anew(&garden, eyes.saved(&garden), &format!("{what}, taken back")).await;
            }
            if at % 5 == 4 {
                garden.content.sync().await.unwrap();
                publish_saved_and_anew(&garden, eyes.saved(&garden), "a sync").await;
                undo.retain(|(file, _)| !file.starts_with("locales/"));
            }
        }
        garden.wait(TimeDelta::days(12));
        garden.write("posts/composteren/index.md", garden.read("posts/composteren/index.md") + "Ten slotte.\n");
        let written = publish_saved_and_anew(&garden, eyes.saved(&garden), "a text when a future post is due").await;
        assert!(written.len() > 10, "{written:?}");
        while let Some(one) = undo.pop() {
            take_back(&garden, one);
            publish_saved_and_anew(&garden, eyes.saved(&garden), "an edit that is taken back").await;
        }
    });
}

#[test]
fn who_saves_a_text_has_its_pages_and_feeds_published_and_nothing_else_looked_at() {
    tell(async |mut garden| {
        let mut eyes = followed(&mut garden).await;
        let list = garden.read("public/.postduif-files");
        let own = |written: &[String], slug: &str| {
            let is_own = |path: &String| path.contains(slug) || path.ends_with(".xml") || path.ends_with("feed.json");
            assert!(!written.is_empty() && written.iter().all(is_own), "{written:?}");
        };
        for (file, from, to) in [
            ("posts/slakken.md", "Keer de plank elke ochtend om.", "Keer de plank nooit meer om."),
            ("posts/slakken.md", "Keer de plank nooit meer om.", "Keer de plank [soms](composteren.md) om."),
            ("locales/fr/posts/slakken.ftl", "Le hérisson mange", "Le gros hérisson mange"),
        ] {
            garden.edit(file, from, to);
            // What editors make for a moment beside it is nobody's.
            let mut saved = eyes.saved(&garden);
            ["posts/4913", "posts/sedA1b2C3"].into_iter().for_each(|name| saved.note(Path::new(name)));
            own(&publish_saved_and_anew(&garden, saved, to).await, "slakken");
            assert_eq!(garden.read("public/.postduif-files"), list, "{to}: the list is not written anew");
            assert!(garden.has("public/.postduif-newer"), "{to}");
        }
        // A hand in the site is not looked for until everything is published.
        assert_eq!(publish_saved_and_anew(&garden, Saved::default(), "nothing").await, [""; 0]);
        // Whoever looks at everything finds that all is as it should be.
        assert_eq!(publish_both(&garden, "everything").await, [""; 0]);

        // What another process publishes is no secret.
        garden.edit("posts/slakken.md", "title: Vrede met de slak", "title: Oorlog met de slak");
        let other = Content { kept: None, ..garden.content.clone() };
        assert!(!other.publish(&garden.store, garden.now()).await.unwrap().site.changes.is_empty());
        garden.edit("posts/composteren/index.md", "title: ", "title: Goed ");
        let _ = eyes.saved(&garden);
        let mut saved = Saved::default();
        saved.note(Path::new("posts/composteren/index.md"));
        publish_saved_and_anew(&garden, saved, "a title after another process").await;
        assert!(!garden.has("public/.postduif-newer"), "the list is written anew, and nothing is newer");
    });
}

#[test]
fn whatever_is_approved_renamed_or_configured_the_site_is_what_it_would_be_if_it_were_made_from_nothing() {
    tell(async |mut garden| {
        garden.content.kept = Some(Kept::trusting());
        publish_both(&garden, "the first publish").await;
        garden.edit("posts/slakken.md", "Keer de plank elke ochtend om.", "Keer de plank nooit meer om.");
        garden.sync().await;
        publish_both(&garden, "a text that makes translations stale").await;
        postduif(garden.root(), "approve fr/slakken").fine();
        publish_both(&garden, "a translation that is right as it is").await;

        let settings = |change: &dyn Fn(&mut Settings)| {
            let mut settings = Settings::clone(&garden.content.settings);
            change(&mut settings);
            Arc::new(settings)
        };
        let changed: [(&str, Arc<Settings>); 5] = [
            ("a gate that opens", settings(&|all| all.locales.iter_mut().for_each(|one| one.gate.coverage = 0))),
            ("a gate that trusts no stale text", settings(&|all| all.locales[1].gate.stale = Trust::Hidden)),
            (
                "an author with another name",
                settings(&|all| {
                    all.site.authors.values_mut().for_each(|author| author.name.push_str(" de Oude"));
                }),
            ),
            ("a language less", settings(&|all| _ = all.locales.pop())),
            ("another time zone", settings(&|all| all.site.zone = chrono_tz::Pacific::Auckland)),
        ];
        let before = Arc::clone(&garden.content.settings);
        for (what, settings) in changed {
            garden.content.settings = settings;
            publish_both(&garden, what).await;
            garden.content.settings = Arc::clone(&before);
            publish_both(&garden, &format!("{what}, taken back")).await;
        }

        for (from, to) in [("posts/slakken.md", "posts/huisjes.md"), ("posts/composteren", "posts/compost")] {
            fs::rename(garden.root().join(from), garden.root().join(to)).unwrap();
            publish_both(&garden, &format!("{from}, now called {to}")).await;
            garden.sync().await;
            publish_both(&garden, "a sync that moves its translations").await;
        }
    });
}

/// How many steps of the walk are taken; `POSTDUIF_TEST_STEPS` says otherwise.
const STEPS: usize = 12;

#[test]
fn wherever_a_walk_of_edits_leads_the_site_is_what_it_would_be_if_it_were_made_from_nothing() {
    walk(20_261_128, false);
    walk(20_261_129, true);
}

/// A walk of edits, which the daemon sees or not.
fn walk(seed: u64, is_followed: bool) {
    tell(async |mut garden| {
        let mut eyes = followed(&mut garden).await;
        let steps = std::env::var("POSTDUIF_TEST_STEPS").ok().and_then(|steps| steps.parse().ok()).unwrap_or(STEPS);
        let chance = Random::seeded(seed);
        let mut undo: Vec<(usize, (&str, Option<String>))> = Vec::new();
        for step in 0..steps {
            // Several things happen between two publishes.
            let mut done = Vec::new();
            for _ in 0..=step % 3 {
                let at = usize::try_from(chance.number().unwrap() % EDITS.len() as u64).unwrap();
                let (what, file, from, to) = EDITS[at];
                if let Some(made) = undo.iter().position(|(made, _)| *made == at) {
                    // Those that were made to the same file later go with it.
                    let same: Vec<_> = undo.extract_if(made.., |(_, (of, _))| *of == file).collect();
                    take_back(&garden, same.into_iter().next().unwrap().1);
                } else {
                    let before = garden.has(file).then(|| garden.read(file));
                    match &before {
                        Some(text) if !from.is_empty() => garden.write(file, text.replacen(from, to, 1)),
                        _ => garden.write(file, to),
                    }
                    undo.push((at, (file, before)));
                }
                done.push(what);
            }
            if step % 2 == 0 {
                garden.content.sync().await.unwrap();
                // What sync wrote is no edit to take back.
                undo.retain(|(_, (file, _))| !file.starts_with("locales/"));
            }
            let saved = if is_followed { eyes.saved(&garden) } else { Saved::Anything };
            publish_saved_and_anew(&garden, saved, &format!("step {step}: {done:?}")).await;
        }
    });
}

fn take_back(garden: &Publication, (file, before): (&str, Option<String>)) {
    match before {
        Some(text) => garden.write(file, text),
        None => garden.remove(file),
    }
}

#[test]
fn what_did_not_change_is_not_made_again() {
    tell(async |garden| {
        publish_both(&garden, "the first publish").await;
        let page = garden.root().join("public/nl/composteren/index.html");
        let list = garden.read("public/.postduif-files");
        garden.edit("posts/slakken.md", "Keer de plank elke ochtend om.", "Keer de plank nooit meer om.");
        garden.sync().await;
        let written = publish_both(&garden, "a text").await;
        assert!(written.contains(&"nl/slakken/index.html".to_owned()), "{written:?}");
        assert!(!written.contains(&"nl/composteren/index.html".to_owned()), "{written:?}");
        // A page that somebody touched is made again, whatever it was made of.
        fs::write(&page, "anders").unwrap();
        assert_eq!(publish_both(&garden, "a page that was touched").await, ["nl/composteren/index.html"]);
        // The list can be made again.
        garden.remove("public/.postduif-files");
        assert_eq!(publish_both(&garden, "a list that was lost").await, [""; 0]);
        assert_eq!(garden.read("public/.postduif-files").lines().count(), list.lines().count());
    });
}
