//! What services get wrong, and what is kept of the work when it ends early.

use super::{
    command::{command, translate},
    *,
};

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
        (vec![Fault::Code(403, None, banned)], "does not let us in (403): Too many request limits violations [2J, …"),
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
        assert_eq!(limited.stopped.unwrap(), "this run may send no more characters");
        let stop = CancellationToken::new();
        let settings = service.settings(Provider::DeepL);
        let interpreter =
            Interpreter::new(settings, client(), machine::ANSWER_TIMEOUT, garden.clock.clone(), Random::seeded(1));
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
        let interpreter = Interpreter::new(
            service.settings(Provider::DeepL),
            client(),
            machine::ANSWER_TIMEOUT,
            Clock::system(),
            Random::seeded(1),
        );
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
