//! What an editor sees of the translations, and how they say that one is right as it is.

use postduif::{
    posts::Slug,
    translation::{Fill, Fills, Origin, fill_segments},
};
use serde_json::Value;

use crate::harness::{Publication, postduif, tell, tell_with};

const FRENCH: &str = "locales/fr/posts/slakken.ftl";

/// Puts a machine's text into each segment of a post that has none.
async fn let_a_machine_translate(garden: &Publication, locale: &str, post: &str) {
    let (publication, _) = garden.content.load().await.unwrap();
    let slug: Slug = post.parse().unwrap();
    let segments = publication.translations.segments(&slug);
    let fill = |text: &str| Fill { text: format!("machine: {text}"), origin: Origin::Machine, from: "test".to_owned() };
    let fills: Fills = segments.iter().map(|segment| (segment.id.clone(), fill(&segment.text))).collect();
    let post = publication.post(&slug).unwrap();
    let report =
        fill_segments(garden.root(), &publication.translations, &locale.parse().unwrap(), post, &fills).unwrap();
    assert_eq!(report.diagnostics, []);
    garden.sync().await;
}

/// Makes one French sentence of "slakken" stale.
async fn make_one_stale(garden: &Publication) {
    garden.edit("posts/slakken.md", "Keer de plank elke ochtend om.", "Keer de plank elke avond om.");
    garden.sync().await;
}

fn json(garden: &Publication, arguments: &str) -> Value {
    serde_json::from_str(&postduif(garden.root(), arguments).fine()).unwrap()
}

/// The numbers of a post in a locale: current, stale, machine, missing.
fn numbers(garden: &Publication, post: &str, locale: &str) -> [u64; 4] {
    let status = json(garden, &format!("status --json --post {post}"));
    let of = &status["posts"][0]["locales"][locale];
    ["current", "stale", "machine", "missing"].map(|key| of[key].as_u64().unwrap())
}

#[test]
fn a_program_reads_the_table_in_full_and_without_colors() {
    tell(async |garden| {
        make_one_stale(&garden).await;
        garden.edit("posts/eerste-vorst.md", "date: 2026-10-20T06:00:00+02:00", "date: 2099-10-20");
        let table = postduif(garden.root(), "status").fine();
        let expected = [
            "                                fr                 en                 de                 ar",
            "eerste-vorst (from 2099-10-20)  ✗ ··········   0%  ✗ ··········   0%  ✗ ··········   0%  ✗ ··········   0%",
            "regenton                        ✗ ··········   0%  ✓ ██████████ 100%  ✗ ··········   0%  ✗ ··········   0%",
            "slakken                         ✓ ██████▒▒··  66%  ✓ ████████▒▒  83%  ✓ ████████▒▒  83%  ✗ ··········   0%",
            "composteren                     ✓ ██████████ 100%  ✓ ██████████ 100%  ✓ ██████████ 100%  ✓ ██████████ 100%",
            "",
            "      open  current  stale  machine  missing",
            "fr  2 of 4       20      1        0        8",
            "en  3 of 4       25      1        0        3",
            "de  2 of 4       21      1        0        7",
            "ar  1 of 4       16      0        0       13",
            "",
            "█ current  ▒ stale  ░ machine  · missing",
            "✓ passes its gate  ✗ does not  – its writer does not want it there",
        ];
        assert_eq!(table.lines().collect::<Vec<_>>(), expected);
    });
}

#[test]
fn languages_and_posts_can_be_picked_out() {
    tell(async |garden| {
        let table = postduif(garden.root(), "status --locale fr --post slakken --post regenton").fine();
        assert!(
            table.starts_with("          fr\nslakken   ✓ ████████··  83%\nregenton  ✗ ··········   0%\n"),
            "{table}"
        );
        let picked = json(&garden, "status --locale fr --post slakken --json");
        assert_eq!(picked["posts"].as_array().unwrap().len(), 1);
        assert_eq!(picked["posts"][0]["locales"].as_object().unwrap().keys().collect::<Vec<_>>(), ["fr"]);
        for (slip, help) in [
            ("status --post slaken", "did you mean `slakken`?"),
            ("status --locale fx", "there are fr, en, de, ar"),
            ("status --missing nl", "posts are written in `nl`"),
            ("status --missing fr-BE", "its readers get those of `fr`"),
        ] {
            assert!(postduif(garden.root(), slip).wrong().contains(help), "{slip}");
        }
    });
}

#[test]
fn what_is_left_to_do_has_a_file_and_a_line() {
    tell(async |garden| {
        make_one_stale(&garden).await;
        let_a_machine_translate(&garden, "fr", "regenton").await;
        let list = postduif(garden.root(), "status --missing fr").fine();
        for expected in [
            "fr/slakken: 1 missing, 1 stale, 19 words\n    Vrede met de slak\n",
            "locales/fr/posts/slakken.ftl:16: stale p-5c2e41\n    Keer de plank elke [-ochtend-] {+avond+} om. Breng wat je …\n    \
             → Retournez la planche chaque matin. Portez vos trouvailles au compost.\n",
            "locales/fr/posts/slakken.ftl:22: missing p-a5d633\n    Wie slakken heeft, heeft ook egels.\n",
            "locales/fr/posts/regenton.ftl:6: machine title\n    De regenton vullen\n    → machine: De regenton vullen\n",
            "\nfr: 4 missing, 1 stale, 4 machine, 64 words in 3 posts\n",
        ] {
            assert!(list.contains(expected), "{expected}\n{list}");
        }
        let lists = json(&garden, "status --missing all --json");
        let todo = lists["todo"].as_array().unwrap();
        assert!(todo.iter().any(|task| task["locale"] == "ar"));
        for task in todo {
            let (file, line) = (task["file"].as_str().unwrap(), task["line"].as_u64().unwrap());
            let text = garden.read(file);
            let line = text.lines().nth(usize::try_from(line).unwrap() - 1).unwrap();
            assert!(line.contains(&format!("{} =", task["id"].as_str().unwrap())), "{task}: {line}");
            assert_eq!(line.starts_with("# todo "), task["state"] == "missing");
        }
    });
}

#[test]
fn nothing_is_left_to_do_where_a_writer_does_not_want_a_post() {
    tell(async |garden| {
        garden.edit("posts/regenton.md", "topics:", "not_in: [fr]\ntopics:");
        assert!(!postduif(garden.root(), "status --missing fr").fine().contains("regenton"));
        assert!(postduif(garden.root(), "status --missing de").fine().contains("regenton"));
        let table = postduif(garden.root(), "status --locale fr --locale de").fine();
        assert!(table.contains("regenton      – off              ✗ "), "{table}");
        assert!(table.contains("\nfr  2 of 3       21      0        0        4\n"), "it does not count: {table}");
        let status = json(&garden, "status --json --post regenton");
        let french = &status["posts"][0]["locales"]["fr"];
        assert_eq!((&french["gate"], &french["switched_off"]), (&"closed".into(), &true.into()));
        assert!(postduif(garden.root(), "approve fr/regenton").wrong().contains("see `not_in` in posts/regenton.md"));
    });
}

#[test]
fn a_list_of_what_is_not_in_the_files_yet_asks_for_a_sync() {
    tell(async |garden| {
        garden.write("posts/mulch.md", "---\ntitle: Mulch\ndate: 2026-10-09\n---\nLeg stro.\n");
        let list = postduif(garden.root(), "status --missing fr --post mulch").fine();
        assert!(list.contains("locales/fr/posts/mulch.ftl: missing title\n"), "{list}");
        assert!(list.contains("run `postduif sync`"), "{list}");
    });
}

#[test]
fn one_kind_or_a_few_segments_are_approved_and_shown() {
    tell(async |garden| {
        make_one_stale(&garden).await;
        let_a_machine_translate(&garden, "fr", "slakken").await;
        assert_eq!(numbers(&garden, "slakken", "fr"), [4, 1, 1, 0]);
        let dry = postduif(garden.root(), "approve fr/slakken --stale --dry-run").fine();
        let shown = "fr/slakken p-5c2e41 (stale)\n  nl  Keer de plank elke [-ochtend-] {+avond+} om. Breng wat je …\n  \
                     fr  Retournez la planche chaque matin. Portez vos trouvailles au compost.\n1 ";
        assert_eq!(dry, format!("would approve {shown}to approve in fr/slakken; still to do: 1 machine\n"));
        assert_eq!(numbers(&garden, "slakken", "fr"), [4, 1, 1, 0], "it only looked");

        let done = postduif(garden.root(), "approve fr/slakken --machine").fine();
        assert!(done.starts_with("approved fr/slakken p-a5d633 (machine)\n"), "{done}");
        assert!(done.ends_with("1 approved in fr/slakken; still to do: 1 stale\n"), "{done}");
        assert_eq!(numbers(&garden, "slakken", "fr"), [5, 1, 0, 0]);
        let done = json(&garden, "approve fr/slakken p-5c2e41 p-a5d633 --json");
        assert_eq!(done["approved"][0]["id"], "p-5c2e41");
        assert_eq!(done["approved"].as_array().unwrap().len(), 1, "the other was approved before");
        assert_eq!(done["remaining"], serde_json::json!({ "stale": 0, "machine": 0, "missing": 0 }));
        assert_eq!(numbers(&garden, "slakken", "fr"), [6, 0, 0, 0]);
        assert!(!garden.read(FRENCH).contains("# stale") && !garden.read(FRENCH).contains("# machine"));
    });
}

#[test]
fn a_whole_language_is_approved_by_who_means_it() {
    tell(async |garden| {
        make_one_stale(&garden).await;
        let_a_machine_translate(&garden, "fr", "regenton").await;
        let asked = postduif(garden.root(), "approve fr").wrong();
        assert!(asked.contains("5 translations in 2 posts of fr; say --yes"), "{asked}");
        assert_eq!(numbers(&garden, "regenton", "fr"), [0, 0, 4, 0], "nobody said yes");
        let done = postduif(garden.root(), "approve fr --yes").fine();
        assert!(done.contains("5 approved in fr; still to do: 4 not translated\n"), "{done}");
        assert_eq!(numbers(&garden, "regenton", "fr"), [4, 0, 0, 0]);
        let none = postduif(garden.root(), "approve fr").fine();
        assert!(none.contains("nothing in fr waits for this approval"), "{none}");
    });
}

#[test]
fn nobody_approves_what_they_cannot_have_seen() {
    tell(async |garden| {
        make_one_stale(&garden).await;
        garden.edit("posts/slakken.md", "Keer de plank elke avond om.", "Keer de plank nooit om.");
        assert_eq!(postduif(garden.root(), "approve fr/slakken --dry-run").code, 1);
        let refused = postduif(garden.root(), "approve fr/slakken");
        assert_eq!(refused.code, 1, "{refused:?}");
        assert!(refused.err.contains("p-5c2e41 is not approved: its Dutch text changed"), "{refused:?}");
        assert_eq!(numbers(&garden, "slakken", "fr")[1], 1);
        assert!(garden.read(FRENCH).contains("# nl: Keer de plank nooit om."), "now the file shows it");
        postduif(garden.root(), "approve fr/slakken").fine();
        assert_eq!(numbers(&garden, "slakken", "fr")[1], 0);
    });
}

#[test]
fn nothing_is_approved_in_a_file_that_needs_a_person() {
    for (broken, code) in [
        ("p-a5d633 = Qui a { des limaces\n", "fluent-syntax"),
        ("<<<<<<< ours\n", "merge-conflict"),
        ("p-5c2e41 = Encore.\n", "duplicate-message"),
        ("# fin\r\n", "carriage-return"),
    ] {
        tell(async |garden| {
            make_one_stale(&garden).await;
            let good = garden.read(FRENCH);
            let bad = format!("{good}\n{broken}");
            garden.write(FRENCH, &bad);
            let records = garden.read("locales/.state/fr/slakken.toml");
            for arguments in ["approve fr/slakken", "approve fr/slakken p-5c2e41 --dry-run", "approve fr --yes"] {
                let refused = postduif(garden.root(), arguments);
                assert_eq!(refused.code, 1, "{refused:?}");
                assert!(refused.err.contains(code) && refused.err.contains(FRENCH), "{refused:?}");
            }
            assert_eq!((garden.read(FRENCH), garden.read("locales/.state/fr/slakken.toml")), (bad, records));
            garden.write(FRENCH, good);
            postduif(garden.root(), "approve fr/slakken").fine();
        });
    }
}

#[test]
fn a_slip_in_what_is_to_be_approved_says_what_was_meant() {
    tell(async |garden| {
        make_one_stale(&garden).await;
        for (slip, help) in [
            ("fr/slaken", "there is no post `slaken`; did you mean `slakken`?"),
            ("fx/slakken", "there is no language `fx`; there are fr, en, de, ar"),
            ("fr/slakken p-5c2e42", "did you mean `p-5c2e41`?"),
            ("fr/slakken p-a5d633", "p-a5d633 of slakken has no translation in `fr` yet"),
            ("slakken", "name the language too, as in `fr/slakken`"),
            ("nl/slakken", "posts are written in `nl`"),
            ("fr p-5c2e41", "name the post of `p-5c2e41` too"),
            ("fr/../slakken", "there is no post `../slakken`"),
        ] {
            let said = postduif(garden.root(), &format!("approve {slip}")).wrong();
            assert!(said.contains(help), "{slip}: {said}");
        }
        assert_eq!(numbers(&garden, "slakken", "fr")[1], 1);
    });
}

#[test]
fn what_is_approved_passes_a_gate_that_trusts_no_machine() {
    tell_with(&[("[locales.fr]", "[locales.fr]\ngate = { machine = false }")], async |garden| {
        let_a_machine_translate(&garden, "fr", "regenton").await;
        garden.publish().await;
        assert!(!garden.has("public/fr/regenton/index.html"));
        postduif(garden.root(), "approve fr/regenton").fine();
        garden.publish().await;
        let page = garden.read("public/fr/regenton/index.html");
        assert!(page.contains("<h1>machine: De regenton vullen</h1>") && !page.contains("traduits automatiquement"));
    });
}

#[test]
fn a_page_that_a_machine_translated_says_so() {
    for (machine, shown, open) in [("true", true, true), ("\"shown\"", true, false), ("false", false, false)] {
        let gate = format!("[locales.fr]\ngate = {{ machine = {machine}, below = \"fallback\" }}");
        tell_with(&[("[locales.fr]", &gate)], async |garden| {
            let_a_machine_translate(&garden, "fr", "regenton").await;
            garden.publish().await;
            let page = garden.read("public/fr/regenton/index.html");
            assert_eq!(page.contains("<h1>machine: De regenton vullen</h1>"), shown, "{machine}");
            assert_eq!(page.contains("ont été traduits automatiquement"), shown, "{machine}");
            assert_eq!(page.contains("n’est pas encore traduit"), !shown, "{machine}");
            assert_eq!(garden.read("public/fr/feed.xml").contains("/fr/regenton/</link>"), open, "{machine}");
        });
    }
}

#[test]
fn what_status_remembers_is_what_it_would_read() {
    tell(async |garden| {
        let status = || postduif(garden.root(), "status --json").fine();
        let first = status();
        assert_eq!(status(), first, "nothing changed");
        garden.edit("posts/slakken.md", "elke ochtend", "elke avond");
        let stale = status();
        assert_ne!(stale, first, "an edit is seen before any sync");
        garden.sync().await;
        assert_eq!(status(), stale);
        garden.edit("locales/fr/posts/slakken.ftl", "chaque matin", "chaque soir");
        let corrected = status();
        assert_ne!(corrected, stale);
        garden.remove("data/surveys.index");
        assert_eq!(status(), corrected, "and the same is read when nothing is remembered");
    });
}
