//! Whatever is edited, what is published on top of the last site is the site made from nothing.

use std::{collections::BTreeMap, fs, path::Path, sync::Arc};

use chrono::TimeDelta;
use postduif::{
    publication::{Kept, Settings},
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
    let published = garden.publish().await;
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
    tell(async |mut garden| {
        garden.content.kept = Some(Kept::trusting());
        let steps = std::env::var("POSTDUIF_TEST_STEPS").ok().and_then(|steps| steps.parse().ok()).unwrap_or(STEPS);
        let chance = Random::seeded(20_261_128);
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
            publish_both(&garden, &format!("step {step}: {done:?}")).await;
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
