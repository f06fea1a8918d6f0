//! The machine at work: memory, three services, and all that services get wrong.

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
    let interpreter = Interpreter::new(settings, client, garden.clock.clone(), Random::seeded(1)).with_timeout(TIMEOUT);
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
fn what_a_service_gets_wrong_is_waited_out_or_left_and_said() {
    /// What was missing in a post of four texts when one of its answers cannot be used.
    const ONE_LOST: usize = MISSING - 1;
    let seconds = |count: u64| Duration::from_secs(count);
    let cases = [
        (vec![Fault::Code(429, Some("7"), "")], MISSING, seconds(7), ""),
        (
            vec![Fault::Code(429, None, ""), Fault::Code(500, None, "oops"), Fault::Code(503, None, "")],
            MISSING,
            seconds(3),
            "",
        ),
        (vec![Fault::Cut], MISSING, Duration::from_millis(500), ""),
        (vec![Fault::Drip], MISSING, Duration::from_millis(500), ""),
        (vec![Fault::Code(429, Some("9999"), "")], 0, seconds(0), "busy, for 9999 s"),
        (vec![Fault::Code(500, None, ""); 5], 0, seconds(7), "failed with 500"),
        (vec![Fault::Code(456, None, "Quota Exceeded")], 0, seconds(0), "quota"),
        (vec![Fault::Code(402, None, "")], 0, seconds(0), "quota"),
        (vec![Fault::Code(403, None, "")], 0, seconds(0), "refuses the key"),
        (vec![Fault::Code(404, None, "{\"message\":\"no such thing\"}")], 0, seconds(0), "(404): no such thing"),
        (vec![Fault::Endless], MISSING - 3, seconds(0), "more than"),
        (vec![Fault::Code(400, None, "{\"error\":\"too long\"}")], MISSING - 3, seconds(0), "too long"),
        (vec![Fault::Code(413, None, ""); 9], 0, seconds(0), "(413)"),
        (vec![Fault::Says("<html>Down for maintenance</html>")], MISSING, Duration::from_millis(500), ""),
        (
            vec![Fault::Says("<html>Down</html>"), Fault::Says("{}")],
            MISSING - 3,
            Duration::from_millis(500),
            "answered something else",
        ),
        (vec![Fault::Twist(|nth, text| if nth == 0 { String::new() } else { text })], ONE_LOST, seconds(0), "no words"),
        (
            vec![Fault::Twist(|nth, text| if nth == 1 { text + " <a href=\"http://e.vil\">x</a>" } else { text })],
            ONE_LOST,
            seconds(0),
            "e.vil",
        ),
        (
            vec![Fault::Twist(|nth, text| if nth == 1 { text + " [x](http://e.vil)" } else { text })],
            ONE_LOST,
            seconds(0),
            "(http://e.vil)",
        ),
        (
            vec![Fault::Twist(|nth, text| if nth == 1 { text + "\u{1b}[2J" } else { text })],
            ONE_LOST,
            seconds(0),
            "U+001B",
        ),
        (
            vec![Fault::Twist(|nth, text| if nth == 1 { text + "\n\nmore" } else { text })],
            ONE_LOST,
            seconds(0),
            "U+000A",
        ),
    ];
    for ((faults, made, waited, said), provider) in cases.into_iter().zip(ALL.into_iter().cycle()) {
        tell(async |garden| {
            let service = Service::open(faults.clone());
            let began = garden.now();
            let filled = fill(&garden, service.settings(provider)).await;
            assert_eq!(filled.from_service, made, "{provider}: {filled:?}");
            assert_eq!(missing(&garden).await, MISSING - made);
            let paused = (garden.now() - began).to_std().unwrap();
            assert!(paused >= waited && paused <= waited * 2, "{provider}: waited {paused:?}, not {waited:?}");
            let all = format!("{:?} {:?}", filled.stopped, filled.refused);
            assert!(all.contains(said), "{provider}: {said:?} is not in {all}");
            assert!(!all.contains("geheim"), "{all}");
            assert_eq!(filled.stopped.is_none() && filled.refused.is_empty(), said.is_empty(), "{all}");
        });
    }
}

#[test]
fn an_answer_with_too_few_translations_is_not_guessed_at() {
    for provider in [Provider::DeepL, Provider::LibreTranslate] {
        tell(async |garden| {
            let service = Service::open([Fault::OneLess, Fault::OneLess]);
            let filled = fill(&garden, service.settings(provider)).await;
            assert_eq!(filled.from_service, MISSING - 3);
            assert!(
                filled.refused.iter().all(|refused| refused.reason.contains("2 translations of 3 texts")),
                "{filled:?}"
            );
        });
    }
}

#[test]
fn a_model_may_fence_its_answer_and_mixed_up_ids_are_seen_by_the_marks() {
    tell(async |garden| {
        let service = Service::open([Fault::Fence]);
        assert_eq!(fill(&garden, service.settings(Provider::OpenAi)).await.from_service, MISSING);
    });
    tell(async |garden| {
        garden.edit("posts/eerste-vorst.md", "title: ", "title: Zie ");
        let text = garden.read("posts/eerste-vorst.md");
        garden
            .write("posts/eerste-vorst.md", format!("{}\n\nLees [dit](slakken.md).\n\nOf **dat**.\n", text.trim_end()));
        let service = Service::open([Fault::SwappedIds]);
        let filled = fill(&garden, service.settings(Provider::OpenAi)).await;
        let lost: Vec<_> = filled.refused.iter().map(|refused| refused.reason.as_str()).collect();
        assert!(
            lost.len() >= 2 && lost.iter().all(|reason| reason.contains("id=") || reason.contains("instead of once")),
            "{lost:?}"
        );
        assert!(!garden.read("locales/fr/posts/eerste-vorst.ftl").contains("slakken.md)="));
    });
}

#[test]
fn a_lost_link_loses_that_text_alone_and_is_reported_with_its_post_and_id() {
    for provider in ALL {
        tell(async |garden| {
            garden.edit("posts/regenton.md", "Hang de ton", "Lees [dit](slakken.md).\n\nHang de ton");
            let twist = Fault::Twist(|_, text| text.replace("<g id=\"1\">", "").replace("</g>", ""));
            let service = Service::open([twist.clone(), twist.clone(), twist]);
            let filled = fill(&garden, service.settings(provider)).await;
            assert_eq!(filled.from_service, MISSING);
            let [refused] = filled.refused.as_slice() else { panic!("{filled:?}") };
            assert_eq!(
                (refused.post.as_str(), refused.reason.as_str()),
                ("regenton", "`[…](slakken.md)` is there 0 times instead of once")
            );
            let todo = format!("# nl: Lees [dit](slakken.md).\n# todo {} =\n", refused.id);
            assert!(garden.read("locales/fr/posts/regenton.ftl").contains(&todo));
        });
    }
}

#[test]
fn a_stray_sign_of_a_service_is_shown_as_it_is_and_check_finds_nothing_wrong() {
    for provider in ALL {
        tell(async |garden| {
            let dutch = "Typ ``  a  `` op [deze plek](<a\\<b c>).";
            garden.edit("posts/regenton.md", "Hang de ton", &format!("{dutch}\n\nHang de ton"));
            let twist = Fault::Twist(|nth, text| format!("{text} {}", ["5*", "_a", "[b", "`c"][nth % 4]));
            let service = Service::open(vec![twist; 9]);
            let filled = fill(&garden, service.settings(provider)).await;
            assert_eq!((filled.refused, filled.from_service), (vec![], MISSING + 1));
            let french = garden.read("locales/fr/posts/regenton.ftl");
            assert!(french.contains("= TYP `  a  ` OP [DEZE PLEK](<a\\<b c>). "), "{french}");
            let said = Ended::of(program(garden.root()).arg("check"));
            let said = format!("{}{}", said.out, said.err);
            assert!(!said.contains("unbalanced-markdown") && !said.contains("so readers see it"), "{said}");
        });
    }
}

#[test]
fn a_redirect_is_not_followed_and_the_key_goes_nowhere_else() {
    for provider in ALL {
        tell(async |garden| {
            let elsewhere = Service::open([]);
            let service = Service::open([Fault::Elsewhere(format!("{}/v2/translate", elsewhere.address))]);
            let filled = fill(&garden, service.settings(provider)).await;
            assert!(filled.stopped.unwrap().contains("sends us elsewhere"));
            assert_eq!(elsewhere.asked().len(), 0);
        });
    }
}

#[test]
fn when_the_quota_ends_what_was_done_is_kept_and_the_next_run_asks_for_the_rest() {
    tell(async |garden| {
        let service = Service::open([Fault::Twist(|_, text| text), Fault::Code(456, None, "")]);
        let filled = fill(&garden, service.settings(Provider::DeepL)).await;
        assert!(filled.from_service > 0 && filled.from_service < MISSING, "{filled:?}");
        assert_eq!(missing(&garden).await, MISSING - filled.from_service);
        let again = fill(&garden, service.settings(Provider::DeepL)).await;
        assert_eq!(again.from_service, MISSING - filled.from_service);
        let texts: Vec<_> = service.translations().iter().map(|asked| asked.texts().len()).collect();
        assert_eq!(texts.len(), 4, "the first, the refused, and the two that were left: {texts:?}");
    });
}

#[test]
fn a_stop_in_the_middle_of_a_post_ends_everything_and_the_report_counts_what_is_left() {
    /// Texts in a request to LibreTranslate, as each is long enough to fill half of one.
    const TOGETHER: usize = 2;
    /// Texts that are added to a post, for several requests.
    const ADDED: usize = 10;
    let faithful = || Fault::Twist(|_, text| text);
    let banned = "{\"error\":\"Too many request limits violations\\u001b[2J, geheim-1234\"}";
    let cases = [
        (vec![Fault::Code(456, None, "")], "quota"),
        (vec![Fault::Code(403, None, "")], "refuses the key (403)"),
        (
            vec![Fault::Code(403, None, banned)],
            "does not let us in (403): Too many request limits violations\u{fffd}[2J, …",
        ),
        (vec![Fault::Code(500, None, ""); 5], "failed with 500"),
        (vec![Fault::Code(413, None, "too long"); 3], "(413): too long"),
    ];
    for (faults, said) in cases {
        tell(async |garden| {
            let long = |nth: usize| format!("Alinea {nth}: {}", "de ton staat onder de goot. ".repeat(30).trim_end());
            let added: String = (0..ADDED).map(|nth| format!("{}\n\n", long(nth))).collect();
            garden.edit("posts/regenton.md", "Hang de ton", &format!("{added}Hang de ton"));
            let all = missing_after_sync(&garden).await;
            assert_eq!(all, MISSING + ADDED);
            // The shorter posts before it take one request each; the stop comes two requests into the long one.
            let before = requests_before(&garden, "regenton").await + 2;
            let script = (0..before).map(|_| faithful()).chain(faults.clone());
            let service = Service::open(script);
            let filled = fill(&garden, service.settings(Provider::LibreTranslate)).await;
            assert!(filled.stopped.as_ref().is_some_and(|reason| reason.contains(said)), "{said}: {filled:?}");
            assert_eq!(service.asked().len(), before + faults.len(), "nothing is asked after {said}");
            let refused = filled.refused.len();
            assert_eq!(filled.from_service + refused + filled.left, all, "{filled:?}");
            assert!(filled.left >= TOGETHER && filled.from_service > 0, "{filled:?}");
            assert_eq!(missing(&garden).await, all - filled.from_service);
            assert!(!format!("{filled:?}").contains("geheim"), "{filled:?}");
            let again = fill(&garden, service.settings(Provider::LibreTranslate)).await;
            assert_eq!((again.from_service, again.left, again.stopped), (all - filled.from_service, 0, None));
        });
    }
}

async fn missing_after_sync(garden: &Publication) -> usize {
    garden.sync().await;
    missing(garden).await
}

/// How many posts with something missing come before `slug`.
async fn requests_before(garden: &Publication, slug: &str) -> usize {
    work(garden).await.posts.iter().position(|gaps| gaps.post.as_str() == slug).unwrap()
}

#[test]
fn whoever_stops_it_or_limits_it_gets_what_was_done_until_then() {
    tell(async |garden| {
        let service = Service::open([]);
        let limited = fill_until(&garden, service.settings(Provider::DeepL), 70, &CancellationToken::new()).await;
        assert_eq!((limited.from_service, limited.characters), (3, 66));
        assert!(limited.stopped.unwrap().contains("at most 70 characters"));
        let stop = CancellationToken::new();
        let settings = service.settings(Provider::DeepL);
        let interpreter = Interpreter::new(settings, client(), garden.clock.clone(), Random::seeded(1));
        let stopped = work(&garden).await.fill(Some(&interpreter), usize::MAX, &stop, |_| stop.cancel()).await.unwrap();
        assert_eq!((stopped.from_service, stopped.stopped.as_deref()), (4, Some("stopped")));
        assert_eq!(service.translations().len(), 2);
        assert_eq!(missing(&garden).await, 1);
    });
}

#[test]
fn whoever_stops_it_while_it_waits_for_a_busy_service_need_not_wait() {
    tell(async |garden| {
        let service = Service::open(vec![Fault::Code(429, Some("200"), ""); 9]);
        let stop = CancellationToken::new();
        let interpreter =
            Interpreter::new(service.settings(Provider::DeepL), client(), Clock::system(), Random::seeded(1));
        let work = work(&garden).await;
        let filling = work.fill(Some(&interpreter), usize::MAX, &stop, |_| {});
        let stopping = async {
            let asked = spawn_blocking({
                let service = service.clone();
                move || service.wait_for(1)
            });
            asked.await.unwrap();
            stop.cancel();
        };
        let (filled, ()) = tokio::join!(filling, stopping);
        assert_eq!(filled.unwrap().stopped.as_deref(), Some("stopped"));
        assert_eq!(service.translations().len(), 1);
    });
}

#[test]
fn whoever_is_killed_loses_one_batch_and_asks_for_the_rest_the_next_time() {
    tell(async |garden| {
        let service = Service::open([Fault::Twist(|_, text| text), Fault::Drip]);
        let mut command = command(&garden, &service, "--locale fr --yes");
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        service.wait_for(2);
        child.kill().unwrap();
        child.wait().unwrap();
        assert_eq!(missing(&garden).await, MISSING - 3);
        let said = translate(&garden, &service, "--locale fr --yes").fine();
        assert!(said.contains("0 texts from the memory, 5 by the service"), "{said}");
        let texts: Vec<_> = service.translations().iter().map(|asked| asked.texts().len()).collect();
        assert_eq!(texts, [3, 4, 4, 1]);
    });
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
        assert_eq!((gaps.missing, gaps.exact, gaps.fuzzy, gaps.asked.len()), (6, 1, 1, 4));
        let filled = work.fill(None, 0, &CancellationToken::new(), |_| {}).await.unwrap();
        assert_eq!(filled.from_memory, 2);
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
        let interpreter = Interpreter::new(service.settings(Provider::DeepL), client, clock, Random::seeded(1));
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

/// The program with a service in its environment.
fn command(garden: &Publication, service: &Service, arguments: &str) -> Command {
    let mut command = program(garden.root());
    command.arg("translate").args(arguments.split_whitespace());
    command.env("POSTDUIF_TRANSLATE__PROVIDER", "deepl").env("POSTDUIF_TRANSLATE__URL", &service.address);
    command.env("POSTDUIF_TRANSLATE__KEY", "geheim-1234").env("POSTDUIF_TRANSLATE__PRICE_PER_MILLION", "20");
    command.env("RUST_LOG", "trace").stdin(Stdio::null());
    command
}

fn translate(garden: &Publication, service: &Service, arguments: &str) -> Ended {
    let ended = Ended::of(&mut command(garden, service, arguments));
    assert!(!ended.out.contains("geheim") && !ended.err.contains("geheim"), "{ended:?}");
    ended
}

#[test]
fn a_dry_run_says_what_it_would_cost_and_sends_nothing() {
    tell(async |garden| {
        let service = Service::open([]);
        let before = garden.read("locales/fr/posts/regenton.ftl");
        let said = translate(&garden, &service, "--locale fr --dry-run").fine();
        assert!(said.contains("regenton") && said.contains("DeepL: 260 characters, about 0.01"), "{said}");
        let found: Value =
            serde_json::from_str(&translate(&garden, &service, "--locale fr --dry-run --json").fine()).unwrap();
        let regenton = found["posts"].as_array().unwrap().iter().find(|post| post["post"] == "regenton").unwrap();
        let expected = json!({
            "post": "regenton", "missing": 4, "exact": 0, "fuzzy": 0, "asked": 4, "characters": 159,
            "cost": 159.0 * 20.0 / 1e6, "blocked": null,
        });
        assert_eq!(regenton, &expected);
        assert_eq!((&found["done"], service.asked().len()), (&Value::Null, 0));
        assert_eq!(garden.read("locales/fr/posts/regenton.ftl"), before);
    });
}

#[test]
fn nobody_is_paid_before_somebody_said_yes() {
    tell(async |garden| {
        let service = Service::open([]);
        let said = translate(&garden, &service, "--locale fr").wrong();
        assert!(said.contains("DeepL may cost money (260 characters, about 0.01), and nobody said yes"), "{said}");
        assert!(said.contains("add --yes"), "{said}");
        assert_eq!(service.asked().len(), 0);
        let said = translate(&garden, &service, "--locale fr --memory-only").fine();
        assert!(said.contains("0 texts from the memory, 0 by the service"), "{said}");
        let said = translate(&garden, &service, "--locale fr --yes regenton").fine();
        assert!(said.contains("0 texts from the memory, 4 by the service"), "{said}");
        let done: Value =
            serde_json::from_str(&translate(&garden, &service, "--locale fr --yes --json").fine()).unwrap();
        assert_eq!(done["done"]["from_service"], 4);
        assert!(translate(&garden, &service, "--locale fr --yes").fine().contains("nothing is missing in fr"));
    });
}

#[test]
fn what_cannot_be_translated_is_said() {
    tell(async |garden| {
        let service = Service::open([]);
        for (arguments, said) in [
            ("--locale xx", "the publication has no language `xx`"),
            ("--locale nl", "`nl` is what the posts are written in"),
            ("--locale fr regentn", "did you mean `regenton`?"),
            ("--locale fr winterplan", "`winterplan` is a draft"),
            ("--locale fr --provider openai", "is not the one that is configured, which is deepl"),
            ("--locale fr --provider babel", "choose deepl, libretranslate or openai"),
        ] {
            let err = translate(&garden, &service, arguments).wrong();
            assert!(err.contains(said), "{arguments}: {err}");
        }
        assert_eq!(service.asked().len(), 0);
        let toml = garden.read("postduif.toml");
        garden.write("postduif.toml", toml + "\n[translate]\nprovider = \"deepl\"\nkey = \"geheim-5678\"\n");
        let err = translate(&garden, &service, "--locale fr").wrong();
        assert!(
            err.contains("a key does not belong into this file") && err.contains("POSTDUIF_TRANSLATE__KEY"),
            "{err}"
        );
    });
}

#[test]
fn a_step_of_a_workflow_translates_and_a_service_that_fails_does_not_fail_the_run() {
    tell(async |garden| {
        let step = "[[steps]]\ndo = \"translate\"\nlocales = [\"fr\", \"xx\", \"de\"]\nmax_characters = 300\n\n[[steps]]\ndo = \"publish\"";
        garden.edit("workflows/publish.toml", "[[steps]]\ndo = \"publish\"", step);
        let service = Service::open([Fault::Twist(|_, text| text), Fault::Code(456, None, "")]);
        let mut runner = garden.runner().await;
        let client = client();
        let settings = service.settings(Provider::LibreTranslate);
        runner.interpreter = Some(Interpreter::new(settings, client, garden.clock.clone(), Random::seeded(1)));
        let report = runner.run(&garden.workflow("publish"), garden.now()).await.unwrap().unwrap();
        let said: Vec<_> = report.steps.iter().map(ToString::to_string).collect();
        let translated = "0 texts filled in from memory, 3 by the service; it ended early, with 12 texts left: the quota of \
                          the service is used up; xx is no language to translate into";
        assert_eq!(said[1], translated, "{said:?}");
        assert!(said[2].contains("posts released"), "{said:?}");
        garden.wait(chrono::TimeDelta::hours(1));
        let report = runner.run(&garden.workflow("publish"), garden.now()).await.unwrap().unwrap();
        let said = report.steps[1].to_string();
        assert!(said.contains("5 by the service; it ended early, with") || said.contains("8 by the service"), "{said}");
    });
}
