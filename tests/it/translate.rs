//! The machine at work: memory, three services, and all that services get wrong.

mod command;
mod faults;
mod service;

use std::{
    process::{Command, Stdio},
    sync::Arc,
    time::Duration,
};

use postduif::{
    clock::Clock,
    machine::{self, Filled, Formality, Interpreter, Provider, Settings, Work},
    random::Random,
    translation::Origin,
};
use serde_json::{Value, json};
use tokio::task::spawn_blocking;
use tokio_util::sync::CancellationToken;

use self::service::{Fault, Service};
use crate::harness::{Ended, Publication, program, tell};

const ALL: [Provider; 3] = [Provider::DeepL, Provider::LibreTranslate, Provider::OpenAi];

/// What French misses at the beginning: three texts of one post, four of another, one of a third.
const MISSING: usize = 8;

/// Long enough for an answer from this machine, short enough to wait for one that never ends.
const TIMEOUT: Duration = Duration::from_millis(600);

/// Asks a service for what French misses, as the program does.
async fn fill(garden: &Publication, settings: Settings) -> Filled {
    fill_until(garden, settings, usize::MAX, &CancellationToken::new()).await
}

/// The client of the program, with the TLS provider that the program installs.
fn client() -> reqwest::Client {
    let _ = rustls::crypto::ring::default_provider().install_default();
    machine::client().unwrap()
}

async fn fill_until(garden: &Publication, settings: Settings, most: usize, stop: &CancellationToken) -> Filled {
    garden.sync().await;
    let client = client();
    let interpreter = Interpreter::new(settings, client, TIMEOUT, garden.clock.clone(), Random::seeded(1));
    work(garden).await.fill(Some(&interpreter), most, stop, |_| {}).await.unwrap()
}

async fn work(garden: &Publication) -> Work {
    let (publication, found) = garden.content.load().await.unwrap();
    Work::find(Arc::new(publication), &found, &"fr".parse().unwrap(), &[]).unwrap()
}

async fn missing(garden: &Publication) -> usize {
    work(garden).await.posts.iter().map(|gaps| gaps.missing).sum()
}

#[test]
fn each_service_is_asked_in_its_own_way_and_what_it_makes_waits_for_a_reader() {
    for provider in ALL {
        tell(async |garden| {
            let service = Service::open([]);
            let filled = fill(&garden, service.settings(provider)).await;
            assert_eq!((filled.from_service, filled.from_memory), (MISSING, 0), "{filled:?}");
            assert_eq!((filled.refused.len(), &filled.stopped, filled.remarks.len()), (0, &None, 0), "{filled:?}");
            let french = garden.read("locales/fr/posts/regenton.ftl");
            let name = match provider {
                Provider::DeepL => "DeepL",
                Provider::LibreTranslate => "LibreTranslate",
                Provider::OpenAi => "babel-1",
            };
            let expected = format!(
                "# machine: {name}; nobody has read this yet; correct it, or approve it\ntitle = DE REGENTON VULLEN\n"
            );
            assert!(french.contains(&expected), "{french}");
            let (publication, found) = garden.content.load().await.unwrap();
            assert_eq!(found, []);
            let slug = "regenton".parse().unwrap();
            let translated = publication.translations.translated(&"fr".parse().unwrap(), &slug).unwrap();
            assert!(translated.records.values().all(|record| record.origin == Origin::Machine && !record.reviewed));
            assert_eq!(missing(&garden).await, 0);
            let before = service.asked().len();
            assert_eq!(fill(&garden, service.settings(provider)).await.from_service, 0);
            assert_eq!(service.asked().len(), before, "nothing is missing, so nobody is asked");
        });
    }
}

#[test]
fn deepl_gets_its_languages_the_tags_to_leave_alone_and_what_the_text_is_part_of() {
    tell(async |garden| {
        let service = Service::open([]);
        let settings = Settings { formality: Some(Formality::Less), ..service.settings(Provider::DeepL) };
        fill(&garden, settings).await;
        let asked = service.translations();
        let body = &asked.iter().find(|asked| asked.texts().len() == 4).unwrap().body;
        assert_eq!(body["target_lang"], "FR");
        assert_eq!(body["formality"], "prefer_less");
        assert_eq!(body["context"], "De regenton vullen\nEén bui is goed voor een maand gieten.");
        assert!(asked.iter().all(|asked| asked.authorization.as_deref() == Some("DeepL-Auth-Key geheim-1234")));
    });
}

#[test]
fn markup_is_hidden_from_the_service_and_comes_back() {
    for provider in ALL {
        tell(async |garden| {
            let dutch = "Lees **eerst** [dit & dat](slakken.md), typ `git mv` en <b>rust</b> <3.[^noot]";
            garden.edit(
                "posts/regenton.md",
                "Hang de ton onder",
                &format!("{dutch}\n\n[^noot]: Een noot.\n\nHang de ton onder"),
            );
            let service = Service::open([]);
            let filled = fill(&garden, service.settings(provider)).await;
            assert_eq!(filled.refused, []);
            let french = garden.read("locales/fr/posts/regenton.ftl");
            let back = "= LEES **EERST** [DIT & DAT](slakken.md), TYP `git mv` EN <b>RUST</b> <3.[^noot]\n";
            assert!(french.contains(back), "{french}");
            let all: String = service.translations().iter().flat_map(service::Asked::texts).collect();
            assert!(all.contains("<g id=\"2\">dit &amp; dat</g>") && !all.contains("slakken.md"), "{all}");
        });
    }
}

#[test]
fn terms_go_to_each_service_as_it_takes_them_and_one_that_is_ignored_is_said() {
    let nl = "-barrel = ton\n-rain = bui\n-garden = De Moestuin\n";
    let fr = "-barrel = tonneau\n-rain = BUI\n-garden = De Moestuin\n";
    for provider in ALL {
        tell(async |garden| {
            garden.write("locales/nl/terms.ftl", nl);
            garden.write("locales/fr/terms.ftl", fr);
            let service = Service::open([]);
            let filled = fill(&garden, service.settings(provider)).await;
            assert_eq!(filled.from_service, MISSING);
            let french = garden.read("locales/fr/posts/regenton.ftl");
            assert!(french.contains(", which does not say \"tonneau\" for \"ton\"; nobody has read"), "{french}");
            assert!(!french.contains("for \"bui\""), "{french}");
            let asked = service.translations();
            let asked = asked.iter().find(|asked| asked.texts().len() == 4).unwrap();
            match provider {
                Provider::DeepL => {
                    let [glossary] = service.glossaries().try_into().unwrap();
                    assert_eq!(asked.body["glossary_id"], glossary["glossary_id"]);
                    assert_eq!(glossary["entries"], "ton\ttonneau\nbui\tBUI");
                    garden.write("locales/fr/terms.ftl", fr.replace("tonneau", "barrique"));
                    let post = garden.read("posts/slakken.md");
                    garden.write("posts/slakken.md", format!("{post}\n\nEen ton is er ook.\n"));
                    fill(&garden, service.settings(provider)).await;
                    let [newer] = service.glossaries().try_into().unwrap();
                    assert_eq!(newer["entries"], "ton\tbarrique\nbui\tBUI", "the old one is deleted");
                }
                Provider::OpenAi => {
                    let rules = asked.body["messages"][0]["content"].as_str().unwrap();
                    assert!(rules.contains("- ton = tonneau\n") && !rules.contains("De Moestuin"), "{rules}");
                }
                Provider::LibreTranslate => {}
            }
        });
    }
}

#[test]
fn a_paragraph_that_moves_to_another_post_finds_its_translation_in_the_memory() {
    tell(async |garden| {
        let moved = "Slakkenkorrels gebruiken we niet. Ook de egel eet mee.";
        garden.edit("posts/slakken.md", &format!("{moved}\n\n"), "");
        garden.edit("posts/regenton.md", "Hang de ton", &format!("{moved}\n\nHang de ton"));
        garden.edit(
            "posts/regenton.md",
            "Een ton van",
            "Leg een houten plank tussen de sla. Daaronder zitten ze overdag.\n\nEen ton van",
        );
        garden.sync().await;
        let work = work(&garden).await;
        let gaps = work.posts.iter().find(|gaps| gaps.post.as_str() == "regenton").unwrap();
        // The same text `sync` has found by itself.
        assert_eq!((gaps.missing, gaps.exact, gaps.fuzzy, gaps.asked.len()), (5, 0, 1, 4));
        let filled = work.fill(None, 0, &CancellationToken::new(), |_| {}).await.unwrap();
        assert_eq!(filled.from_memory, 1);
        let french = garden.read("locales/fr/posts/regenton.ftl");
        let same = format!(
            "# nl: {moved}\n# machine: from slakken p-00fa90, the same text; nobody has read this yet; correct it, or approve it\n"
        );
        assert!(french.contains(&same), "{french}");
        assert!(french.contains(" = Pas de granulés chez nous. Le hérisson mange aussi.\n"), "{french}");
        let alike = "from slakken p-b7aea9, 95 % alike; it translates: Leg een {+houten+} plank tussen de sla. …;";
        assert!(french.contains(alike), "{french}");
        assert_eq!(missing(&garden).await, MISSING, "the rest is as it was");
    });
}

#[test]
fn a_machines_text_is_not_passed_on_by_the_memory() {
    tell(async |garden| {
        let service = Service::open([]);
        fill(&garden, service.settings(Provider::LibreTranslate)).await;
        let text = garden.read("posts/winterplan.md");
        garden.write(
            "posts/winterplan.md",
            text.replace("draft: true\n", "") + "\n\nEen ton van tweehonderd liter is na één bui vol.\n",
        );
        garden.sync().await;
        let exact: usize = work(&garden).await.posts.iter().map(|gaps| gaps.exact + gaps.fuzzy).sum();
        assert_eq!(exact, 0);
    });
}

#[test]
fn a_post_whose_file_has_a_mistake_is_left_alone_and_nobody_is_paid_for_it() {
    tell(async |garden| {
        let before = garden.read("locales/fr/posts/regenton.ftl") + "<<<<<<< ours\n";
        garden.write("locales/fr/posts/regenton.ftl", &before);
        let service = Service::open([]);
        let client = client();
        let clock = Clock::manual(garden.now());
        let interpreter = Interpreter::new(
            service.settings(Provider::DeepL),
            client,
            machine::ANSWER_TIMEOUT,
            clock,
            Random::seeded(1),
        );
        let filled =
            work(&garden).await.fill(Some(&interpreter), usize::MAX, &CancellationToken::new(), |_| {}).await.unwrap();
        assert_eq!(filled.from_service, MISSING - 4);
        assert!(
            filled.remarks[0].starts_with("regenton is left as it is: locales/fr/posts/regenton.ftl:"),
            "{filled:?}"
        );
        assert_eq!(garden.read("locales/fr/posts/regenton.ftl"), before);
        assert!(service.translations().iter().all(|asked| asked.texts().len() < 4));
    });
}
