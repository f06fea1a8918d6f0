//! A writer and a translator at work on the same files, each in their own editor.

use std::process::Stdio;

use postduif::translation::{State, variant::Coverage};
use serde_json::Value;

use crate::harness::{Publication, postduif, program, tell};

const POST: &str = "posts/slakken.md";
const FRENCH: &str = "locales/fr/posts/slakken.ftl";
const QUOTE: &str = "Wie slakken heeft, heeft ook egels.";

/// How a post stands in French, as `status --json` says it.
fn french_status(garden: &Publication, post: &str) -> Value {
    let said = postduif(garden.root(), "status --json").fine();
    let read: Value = serde_json::from_str(&said).unwrap();
    let posts = read["posts"].as_array().unwrap();
    posts.iter().find(|row| row["slug"] == post).unwrap()["locales"]["fr"].clone()
}

/// The block of lines in a catalog that ends with a message or what is to be one.
fn entry(garden: &Publication, id: &str) -> String {
    let ftl = garden.read(FRENCH);
    let mut entries = ftl.split("\n\n");
    entries.find(|entry| entry.contains(&format!("{id} ="))).unwrap_or_else(|| panic!("{id} in {ftl}")).to_owned()
}

async fn french_coverage(garden: &Publication) -> Coverage {
    let (publication, _) = garden.content.load().await.unwrap();
    let post = publication.post(&"slakken".parse().unwrap()).unwrap();
    let french = publication.settings.locale(&"fr".parse().unwrap()).unwrap();
    publication.translations.variant(post, french).coverage
}

#[test]
fn a_new_post_is_asked_for_sentence_by_sentence_and_completed_in_any_editor() {
    tell(async |garden| {
        garden.write("posts/mulch.md", "---\ntitle: Mulch\ndate: 2026-10-09\n---\n\nLeg **stro** rond de kool.\n");
        let synced = garden.content.sync().await.unwrap();
        assert!(synced.written.iter().any(|file| file.ends_with("fr/posts/mulch.ftl")), "{synced:?}");
        let asked = garden.read("locales/fr/posts/mulch.ftl");
        assert!(asked.contains("# nl: Mulch\n# todo title =\n"), "{asked}");
        assert!(asked.contains("# nl: Leg **stro** rond de kool.\n# todo p-"), "{asked}");
        assert_eq!(french_status(&garden, "mulch")["missing"], 2);

        garden.translate("fr", "mulch", "Mulch", "Le paillis");
        garden.translate("fr", "mulch", "Leg **stro** rond de kool.", "Mettez de la **paille** autour du chou.");
        garden.sync().await;
        let done = garden.read("locales/fr/posts/mulch.ftl");
        assert!(done.contains("# nl: Mulch\ntitle = Le paillis\n") && !done.contains("todo"), "{done}");
        let status = french_status(&garden, "mulch");
        assert_eq!((&status["current"], &status["missing"], &status["gate"]), (&2.into(), &0.into(), &"open".into()));
        garden.publish().await;
        let page = garden.read("public/fr/mulch/index.html");
        assert!(page.contains("<p>Mettez de la <strong>paille</strong> autour du chou.</p>"), "{page}");
        let again = garden.content.sync().await.unwrap();
        assert_eq!(again.written.len(), 0, "what is in step is not written again");
    });
}

#[test]
fn one_dutch_word_makes_one_sentence_stale_until_it_is_approved() {
    tell(async |garden| {
        let before = garden.read(FRENCH);
        garden.edit(POST, "Keer de plank elke ochtend om.", "Keer de plank elke avond om.");
        garden.sync().await;
        let expected = "# nl: Keer de plank elke avond om. Breng wat je vindt naar de composthoop.\n\
            # stale: it said \"Keer de plank elke ochtend om. Breng wat je vindt naar de composthoop.\" \
            when this was translated\n\
            # stale: Keer de plank elke [-ochtend-] {+avond+} om. Breng wat je …\n\
            p-5c2e41 = Retournez la planche chaque matin. Portez vos trouvailles au compost.";
        assert_eq!(entry(&garden, "p-5c2e41"), expected);
        assert_eq!(garden.read(FRENCH).lines().count(), before.lines().count() + 2, "nothing else changed");
        let status = french_status(&garden, "slakken");
        assert_eq!((&status["stale"], &status["current"]), (&1.into(), &4.into()));

        let said = postduif(garden.root(), "approve fr/slakken p-5c2e41").fine();
        assert!(said.starts_with("approved fr/slakken p-5c2e41 (stale)\n"), "{said}");
        assert!(!garden.read(FRENCH).contains("# stale"));
        let status = french_status(&garden, "slakken");
        assert_eq!((&status["stale"], &status["current"]), (&0.into(), &5.into()));
        assert!(postduif(garden.root(), "approve fr/slakken").fine().contains("nothing in fr/slakken waits"));
        assert!(
            postduif(garden.root(), "approve fr/slaken")
                .wrong()
                .contains("there is no post `slaken`; did you mean `slakken`?")
        );
    });
}

#[test]
fn who_corrects_a_stale_sentence_makes_it_current_and_loses_no_note() {
    tell(async |garden| {
        garden.edit(FRENCH, "p-5c2e41 = Retournez", "# Le mot « trouvailles » plaît à Bo.\np-5c2e41 = Retournez");
        garden.edit(POST, "Keer de plank elke ochtend om.", "Keer de plank elke avond om.");
        garden.sync().await;
        assert!(entry(&garden, "p-5c2e41").contains("# Le mot « trouvailles » plaît à Bo."));
        garden.edit(FRENCH, "Retournez la planche chaque matin.", "Retournez la planche chaque soir.");
        garden.sync().await;
        let corrected = "# nl: Keer de plank elke avond om. Breng wat je vindt naar de composthoop.\n\
            # Le mot « trouvailles » plaît à Bo.\n\
            p-5c2e41 = Retournez la planche chaque soir. Portez vos trouvailles au compost.";
        assert_eq!(entry(&garden, "p-5c2e41"), corrected);
        assert_eq!(
            french_coverage(&garden).await,
            Coverage { segments: 6, current: 5, missing: 1, ..Coverage::default() }
        );
    });
}

#[test]
fn a_paragraph_that_is_put_in_between_moves_no_translation() {
    tell(async |garden| {
        garden.edit(POST, "Keer de plank", "Een rode plank werkt niet beter.\n\nKeer de plank");
        garden.sync().await;
        let ftl = garden.read(FRENCH);
        let ids: Vec<_> =
            ftl.lines().filter_map(|line| line.split(" = ").next()).filter(|id| id.starts_with("p-")).collect();
        assert_eq!(ids, ["p-b7aea9", "p-5c2e41", "p-00fa90"]);
        let place = |text: &str| ftl.find(text).unwrap();
        assert!(
            place("p-b7aea9 = ") < place("# nl: Een rode plank") && place("# nl: Een rode plank") < place("p-5c2e41 =")
        );
        let coverage = french_coverage(&garden).await;
        assert_eq!((coverage.segments, coverage.current, coverage.stale, coverage.missing), (7, 5, 0, 2));
    });
}

#[test]
fn a_paragraph_that_is_deleted_keeps_its_translation_and_comes_back_with_it() {
    tell(async |garden| {
        let whole = garden.read(POST);
        let before = garden.read(FRENCH);
        garden.edit(POST, "Slakkenkorrels gebruiken we niet. Ook de egel eet mee.\n\n", "");
        garden.sync().await;
        let ftl = garden.read(FRENCH);
        let (current, obsolete) = ftl.split_once("### Obsolete").unwrap();
        assert!(!current.contains("p-00fa90") && obsolete.contains("p-00fa90 = Pas de granulés chez nous."), "{ftl}");
        garden.sync().await;
        assert_eq!(garden.read(FRENCH), ftl, "it rests there");
        garden.write(POST, whole);
        garden.sync().await;
        assert_eq!(garden.read(FRENCH), before, "as if it had never been gone");
        assert_eq!(french_coverage(&garden).await.current, 5);
    });
}

#[test]
fn a_page_shows_in_dutch_what_is_not_translated_yet_and_says_so() {
    tell(async |garden| {
        garden.publish().await;
        let page = garden.read("public/fr/slakken/index.html");
        assert!(page.contains(&format!("<blockquote class=\"pull\" lang=\"nl\">\n<p>{QUOTE}</p>")), "{page}");
        assert!(page.contains("<p>Pas de granulés chez nous. Le hérisson mange aussi.</p>"));
        assert!(page.contains("pas encore entièrement traduit"), "a notice above the text");

        garden.translate("fr", "slakken", QUOTE, "Qui a des limaces a aussi des hérissons.");
        garden.sync().await;
        garden.publish().await;
        let page = garden.read("public/fr/slakken/index.html");
        assert!(page.contains("<p>Qui a des limaces a aussi des hérissons.</p>"), "{page}");
        assert!(
            !page.contains("<p lang=")
                && !page.contains("\" lang=\"nl\">\n<p>")
                && !page.contains("pas encore entièrement traduit"),
            "{page}"
        );
    });
}

#[test]
fn below_the_gate_there_is_no_page_and_no_release() {
    tell(async |garden| {
        garden.remove(FRENCH);
        garden.sync().await;
        assert_eq!(french_status(&garden, "slakken")["gate"], "closed");
        garden.publish().await;
        assert!(!garden.has("public/fr/slakken/index.html"));
        assert!(!garden.read("public/fr/feed.xml").contains("slakken</guid>"));
        let releases = garden.store.releases(&"fr".parse().unwrap()).await.unwrap();
        assert_eq!(releases.iter().map(|release| release.post.as_str()).collect::<Vec<_>>(), ["composteren"]);
        let front = garden.read("public/fr/index.html");
        assert!(!front.contains("slakken"), "{front}");
    });
}

#[test]
fn the_state_survives_tools_that_rewrite_comments() {
    tell(async |garden| {
        garden.edit(POST, "Keer de plank elke ochtend om.", "Keer de plank elke avond om.");
        garden.sync().await;
        let stripped: String =
            garden.read(FRENCH).lines().filter(|line| !line.starts_with('#')).map(|line| format!("{line}\n")).collect();
        garden.write(FRENCH, stripped);
        assert_eq!(french_coverage(&garden).await.stale, 1, "it is known without any comment");
        garden.sync().await;
        assert_eq!(french_coverage(&garden).await.stale, 1);
        assert!(entry(&garden, "p-5c2e41").contains("# stale: it said \"Keer de plank elke ochtend om."));
        let (publication, _) = garden.content.load().await.unwrap();
        let segments = publication.translations.segments(&"slakken".parse().unwrap());
        let french = publication.translations.translated(&"fr".parse().unwrap(), &"slakken".parse().unwrap()).unwrap();
        let stale = segments.iter().filter(|segment| french.find(segment).is_some_and(|(_, s)| s == State::Stale));
        assert_eq!(stale.map(|segment| segment.id.as_str()).collect::<Vec<_>>(), ["p-5c2e41"]);
    });
}

/// The French file as Pontoon's library (moz.l10n) writes it: the Dutch one with the French texts put in, after
/// the first paragraph was deleted.
const WRITTEN_BY_PONTOON: &str = "\
### Vrede met de slak
### Made from posts/slakken.md by `postduif sync`: edit the post, not this file.
###
### Earlier texts, remembered in case they come back.

# title
title = La paix avec la limace
# summary
summary = Une limace mange ce qu’elle trouve. Qu’elle trouve autre chose.
# paragraph
p-5c2e41 = Retournez la planche chaque matin. Portez vos trouvailles au compost.
# paragraph
p-00fa90 = Pas de granulés chez nous. Le hérisson mange aussi.

# was p-b7aea9 = Leg een plank tussen de sla. Daaronder zitten ze overdag.
";

#[test]
fn what_a_tool_copies_from_the_dutch_file_does_not_pile_up() {
    tell(async |garden| {
        garden.edit(POST, "Leg een plank tussen de sla. Daaronder zitten ze overdag.\n\n", "");
        garden.sync().await;
        let synced = garden.read(FRENCH);
        let (own, _) = synced.split_once("\n### Obsolete").unwrap();
        for _ in 0..2 {
            garden.write(FRENCH, WRITTEN_BY_PONTOON);
            garden.sync().await;
            assert_eq!(garden.read(FRENCH), own, "the file is as if no tool had been there");
        }
    });
}

#[test]
fn a_file_in_which_copies_have_piled_up_is_tidied_and_what_a_person_wrote_stays() {
    tell(async |garden| {
        garden.sync().await;
        let own = garden.read(FRENCH);
        let (header, rest) = own.split_once("\n\n").unwrap();
        let copied =
            "### Vrede met de slak\n\n### Made from posts/slakken.md by `postduif sync`: edit the post, not this file.";
        let comments = "# title\n# a title\n# title\n# was it so?\ntitle = La paix";
        let piled = format!("{header}\n\n{copied}\n\n### Mine\n\n{copied}\n\n{rest}");
        garden.write(FRENCH, piled.replacen("title = La paix", comments, 1));
        garden.sync().await;
        let kept = format!("{header}\n\n### Mine\n\n{rest}");
        assert_eq!(
            garden.read(FRENCH),
            kept.replacen("title = La paix", "# a title\n# was it so?\ntitle = La paix", 1)
        );
    });
}

#[test]
fn a_comma_makes_no_translation_stale_and_a_digit_does() {
    tell(async |garden| {
        garden.edit(POST, "Keer de plank elke ochtend om. Breng", "keer de plank, elke ochtend, om; breng");
        garden.sync().await;
        let kept = "# nl: keer de plank, elke ochtend, om; breng wat je vindt naar de composthoop.\n\
            p-5c2e41 = Retournez la planche chaque matin. Portez vos trouvailles au compost.";
        assert_eq!(entry(&garden, "p-5c2e41"), kept);
        garden.edit(POST, "elke ochtend", "om 7 uur");
        garden.sync().await;
        garden.edit(POST, "om 7 uur", "om 8 uur");
        garden.sync().await;
        assert_eq!(french_status(&garden, "slakken")["stale"], 1);
    });
}

#[test]
fn the_writer_may_say_that_an_edit_is_minor_but_not_of_what_was_stale_before() {
    tell(async |garden| {
        garden.edit(POST, QUOTE, "Wie slakken heeft, heeft ook merels.");
        garden.sync().await;
        let stale = french_status(&garden, "slakken")["stale"].clone();
        garden.edit(POST, "elke ochtend om", "elken morgen om");
        let said = postduif(garden.root(), "sync --minor slakken").fine();
        assert!(said.contains("updated locales/fr/posts/slakken.ftl"), "{said}");
        assert_eq!(french_status(&garden, "slakken")["stale"], stale);
        assert!(!entry(&garden, "p-5c2e41").contains("# stale"));
        let said = postduif(garden.root(), "sync --minor slaken").wrong();
        assert!(said.contains("there is no post `slaken`; did you mean `slakken`?"), "{said}");
    });
}

#[test]
fn a_text_that_is_put_below_its_line_is_fine_before_the_sync_and_after_it() {
    tell(async |garden| {
        garden.write("posts/mulch.md", "---\ntitle: Mulch\ndate: 2026-10-09\n---\n\nLeg stro.\n");
        garden.sync().await;
        let file = "locales/fr/posts/mulch.ftl";
        garden.edit(file, "# todo title =", "# todo title =\n    Le\n    paillis");
        let said = postduif(garden.root(), "check --json").out;
        assert!(!said.contains("fluent-syntax"), "{said}");
        garden.edit(file, "    paillis", "    paillis {");
        let said = postduif(garden.root(), "check --json").out;
        assert!(said.contains("fluent-syntax"), "{said}");
        garden.edit(file, "    paillis {", "    paillis");
        garden.sync().await;
        assert!(garden.read(file).contains("# nl: Mulch\ntitle =\n    Le\n    paillis\n"), "{}", garden.read(file));
    });
}

#[test]
fn a_catalog_that_is_a_link_stays_one_and_what_it_leads_to_is_kept_in_step() {
    tell(async |garden| {
        let real = "elders/slakken.ftl";
        garden.write(real, garden.read(FRENCH));
        garden.remove(FRENCH);
        let link = garden.root().join(FRENCH);
        std::os::unix::fs::symlink("../../../elders/slakken.ftl", &link).unwrap();
        garden.edit(POST, "Keer de plank elke ochtend om.", "Keer de plank elke avond om.");
        garden.sync().await;
        assert!(link.symlink_metadata().unwrap().is_symlink());
        assert!(garden.read(real).contains("{+avond+}"));
    });
}

#[test]
fn a_line_that_somebody_is_still_at_work_on_keeps_sync_from_the_file() {
    tell(async |garden| {
        for half in ["p-5c2e41 = Retournez { ", "p-5c2e41", "p-5c2e41 ="] {
            let whole = garden.read(FRENCH);
            let line = whole.lines().find(|line| line.starts_with("p-5c2e41")).unwrap();
            let at_work = whole.replace(line, half);
            garden.write(FRENCH, &at_work);
            garden.edit(POST, "Wie slakken heeft", "Wie veel slakken heeft");
            let said = postduif(garden.root(), "sync").wrong();
            let number = at_work.lines().position(|line| line == half.trim_end_matches('\n')).unwrap() + 1;
            assert!(said.contains(&format!("slakken.ftl:{number}:")), "{said}");
            assert_eq!(garden.read(FRENCH), at_work, "{half}");
            garden.write(FRENCH, &whole);
            garden.sync().await;
            garden.edit(POST, "Wie veel slakken heeft", "Wie slakken heeft");
            garden.sync().await;
        }
    });
}

#[test]
fn a_paragraph_that_moves_to_another_post_takes_its_translation_along_for_a_person_to_see() {
    tell(async |garden| {
        garden.sync().await;
        let text = "Keer de plank elke ochtend om. Breng wat je vindt naar de composthoop.";
        assert!(garden.read(POST).contains(text));
        garden.edit(POST, text, "");
        let other = garden.read("posts/regenton.md");
        garden.write("posts/regenton.md", format!("{other}\n{text}\n"));
        garden.sync().await;
        let there = garden.read("locales/fr/posts/regenton.ftl");
        let (_, moved) = there.split_once(&format!("# nl: {text}\n")).unwrap();
        let expected =
            "# machine: from slakken p-5c2e41, the same text; nobody has read this yet; correct it, or approve it\n";
        assert!(moved.starts_with(expected), "{moved}");
        assert!(moved.contains("= Retournez la planche chaque matin. Portez vos trouvailles au compost.\n"), "{moved}");
        assert_eq!(french_status(&garden, "regenton")["machine"], 1);
    });
}

#[test]
fn a_sync_that_is_killed_again_and_again_leaves_each_file_old_or_new_and_comes_to_the_same_end() {
    tell(async |garden| {
        garden.sync().await;
        let posts = ["slakken", "regenton", "eerste-vorst"];
        for post in posts {
            let file = format!("posts/{post}.md");
            let text = garden.read(&file);
            garden.write(&file, format!("{text}\nEen alinea die er nog niet stond, in {post}.\n"));
        }
        let files: Vec<_> = posts
            .iter()
            .flat_map(|post| ["nl", "fr", "en", "de", "ar"].map(|tag| format!("locales/{tag}/posts/{post}.ftl")))
            .collect();
        let files: Vec<_> = files.into_iter().filter(|file| garden.root().join(file).exists()).collect();
        let before: Vec<_> = files.iter().map(|file| garden.read(file)).collect();
        let changed = || files.iter().zip(&before).filter(|(file, before)| garden.read(file) != **before).count();
        let mut kills = 0;
        for written in 1..files.len() {
            let mut sync = program(garden.root()).arg("sync").stdout(Stdio::null()).spawn().unwrap();
            while changed() < written && sync.try_wait().unwrap().is_none() {
                std::thread::yield_now();
            }
            kills += usize::from(sync.try_wait().unwrap().is_none());
            let _ = sync.kill();
            sync.wait().unwrap();
            for (file, before) in files.iter().zip(&before) {
                let now = garden.read(file);
                assert!(now == *before || now.contains("Een alinea die er nog niet stond"), "{file}: {now}");
            }
        }
        assert!(kills > 0, "no sync was killed before its end");
        // What it was at when it was killed: no process has the highest number there is.
        garden.write("locales/fr/posts/.slakken.ftl.4194305.new", "half of");
        garden.write("data/sync.unfinished", "");
        garden.edit("posts/slakken.md", "in slakken.", "in de slakken.");
        garden.sync().await;
        assert!(!garden.has("locales/fr/posts/.slakken.ftl.4194305.new") && !garden.has("data/sync.unfinished"));
        for (file, before) in files.iter().zip(&before) {
            let now = garden.read(file);
            let lost: Vec<_> = before.lines().filter(|line| !now.contains(line)).collect();
            assert_eq!(lost, Vec::<&str>::new(), "{file}");
        }
    });
}
