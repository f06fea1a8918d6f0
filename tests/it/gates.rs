//! Which readers get which post: gates, chains of languages, and what is said about a translation.

use chrono::TimeDelta;
use postduif::diagnostic::Diagnostic;

use crate::harness::{ADDRESS, Publication, postduif, tell, tell_with};

const SLUGS: &str = "locales/fr/posts/slakken.ftl";

/// A page as it was written.
fn page(garden: &Publication, path: &str) -> String {
    garden.read(&format!("public/{path}index.html"))
}

fn has_page(garden: &Publication, path: &str) -> bool {
    garden.has(&format!("public/{path}index.html"))
}

/// The `hreflang` links of a page, as languages.
fn alternates(page: &str) -> Vec<&str> {
    let tags = page.split("<link rel=\"alternate\" hreflang=\"").skip(1);
    tags.filter_map(|rest| rest.split('"').next()).collect()
}

fn canonical(page: &str) -> &str {
    page.split("<link rel=\"canonical\" href=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap()
}

/// Every file of the site in a locale, its feed among them, and its addresses in the sitemap, as one text.
fn everything(garden: &Publication, locale: &str) -> String {
    let (sitemap, own) = (garden.read("public/sitemap.xml"), format!("/{locale}/"));
    let mut all: String = sitemap.split(['<', '>', '"']).filter(|part| part.contains(&own)).collect();
    assert!(!all.is_empty(), "the sitemap has nothing of {locale}: {sitemap}");
    let mut folders = vec![garden.root().join("public").join(locale)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            if entry.path().is_dir() {
                folders.push(entry.path());
            } else {
                all += &entry.path().display().to_string();
                all += &std::fs::read_to_string(entry.path()).unwrap();
            }
        }
    }
    all
}

async fn diagnostics(garden: &Publication) -> Vec<Diagnostic> {
    garden.content.load().await.unwrap().1
}

/// Translates the French title of the rain barrel, and nothing else of it.
async fn translate_the_title(garden: &Publication) {
    garden.translate("fr", "regenton", "De regenton vullen", "Remplir le tonneau");
    garden.sync().await;
}

#[test]
fn a_post_that_misses_the_gate_is_hidden() {
    tell(async |garden| {
        garden.publish().await;
        assert!(!has_page(&garden, "fr/regenton/"));
        assert!(!everything(&garden, "fr").contains("regenton"));
    });
}

#[test]
fn a_post_that_misses_the_gate_is_shown_with_its_fallback_and_a_notice() {
    tell_with(&[("[locales.fr]", "[locales.fr]\ngate = { below = \"fallback\" }")], async |garden| {
        translate_the_title(&garden).await;
        garden.publish().await;
        let french = page(&garden, "fr/regenton/");
        assert!(french.contains("<h1>Remplir le tonneau</h1>"), "{french}");
        assert!(french.contains("<p class=\"summary\" lang=\"nl\" dir=\"ltr\">Eén bui"), "{french}");
        assert!(french.contains("<p lang=\"nl\">Hang de ton"), "{french}");
        assert!(french.contains("Cet article n’est pas encore entièrement traduit."), "{french}");
        assert!(page(&garden, "fr/").contains("href=\"/fr/regenton/\">Remplir le tonneau"));
    });
}

#[test]
fn a_post_that_misses_the_gate_is_linked_to_where_it_was_written() {
    tell_with(&[("[locales.fr]", "[locales.fr]\ngate = { below = \"source\" }")], async |garden| {
        garden.edit("posts/slakken.md", "topics: [dieren]", "topics: [dieren]\nrelated: [regenton]");
        garden.edit("posts/slakken.md", "naar de composthoop", "naar [de ton](regenton.md)");
        translate_the_title(&garden).await;
        garden.publish().await;
        assert!(!has_page(&garden, "fr/regenton/"), "it has no page of its own");
        let quoted = "<a href=\"/nl/regenton/\" hreflang=\"nl\" lang=\"nl\" dir=\"ltr\">De regenton vullen</a>";
        let named = "<span class=\"tongue\" lang=\"nl\" dir=\"ltr\">Nederlands</span>";
        for list in ["fr/", "fr/topics/bodem/", "fr/topics/water/", "fr/slakken/"] {
            let list_page = page(&garden, list);
            assert!(list_page.contains(quoted) && list_page.contains(named), "{list}: {list_page}");
        }
        let all = everything(&garden, "fr");
        assert!(!all.contains("/fr/regenton/"), "nothing leads to a page that is not there");
        assert!(!garden.read("public/fr/feed.xml").contains("regenton"));
        assert!(!garden.read("public/sitemap.xml").contains("/fr/regenton/"));
        let dutch = page(&garden, "nl/regenton/");
        assert!(!alternates(&dutch).contains(&"fr"));
        assert!(dutch.contains("(niet beschikbaar in deze taal, naar de voorpagina)"), "{dutch}");
        assert!(
            page(&garden, "fr/slakken/").contains("rel=\"prev\" href=\"/fr/composteren/\""),
            "neighbors have pages"
        );
        assert!(!page(&garden, "fr/slakken/").contains("rel=\"next\""), "neighbors have pages");

        for (nl, fr) in [
            ("Eén bui is goed voor een maand gieten.", "Une averse suffit pour un mois d’arrosage."),
            ("Hang de ton onder de regenpijp en leg er een deksel op.", "Placez le tonneau sous la descente."),
            ("Een ton van tweehonderd liter is na één bui vol.", "Deux cents litres sont pleins après une averse."),
        ] {
            garden.translate("fr", "regenton", nl, fr);
        }
        garden.sync().await;
        garden.publish().await;
        assert!(page(&garden, "fr/").contains("href=\"/fr/regenton/\">Remplir le tonneau"));
        assert!(!page(&garden, "fr/").contains("tongue"));
    });
}

#[test]
fn what_is_linked_is_no_news_until_it_is_translated() {
    tell_with(&[("[locales.fr]", "[locales.fr]\ngate = { below = \"source\" }")], async |garden| {
        garden.publish().await;
        garden.join_from("fr@lezers.example", "fr", "latest:9".parse().unwrap()).await;
        assert_eq!(garden.digest().await[0].about(), "fr: slakken composteren");
        garden.translate_the_rain_barrel().await;
        garden.wait_a_week();
        assert_eq!(garden.digest().await[0].about(), "fr: regenton");
    });
}

#[test]
fn who_waited_long_enough_gets_a_page_that_names_the_original() {
    let gate = "[locales.fr]\ngate = { below = \"source\", wait_at_most = \"1d\" }";
    tell_with(&[("[locales.fr]", gate)], async |garden| {
        garden.publish().await;
        let waited = page(&garden, "fr/regenton/");
        assert!(waited.contains("<h1 lang=\"nl\" dir=\"ltr\">De regenton vullen</h1>"), "{waited}");
        assert_eq!(canonical(&waited), format!("{ADDRESS}/nl/regenton/"));
        assert_eq!(alternates(&waited), [""; 0]);
        assert!(!alternates(&page(&garden, "nl/regenton/")).contains(&"fr"));
        let feed = garden.read("public/fr/feed.xml");
        assert!(feed.contains("/fr/regenton/</link>") && feed.contains("<dc:language>nl</dc:language>"), "{feed}");
        assert!(!garden.read("public/sitemap.xml").contains("/fr/regenton/"));
        garden.join_from("fr@lezers.example", "fr", "latest:9".parse().unwrap()).await;
        assert_eq!(garden.digest().await[0].about(), "fr: regenton slakken composteren", "it is not kept from them");
    });
}

#[test]
fn a_page_is_advertised_from_the_half_of_it_on() {
    let gate = "[locales.fr]\ngate = { coverage = 10, below = \"fallback\" }";
    tell_with(&[("[locales.fr]", gate)], async |garden| {
        let told = |garden: &Publication| {
            let french = page(garden, "fr/regenton/");
            let own = canonical(&french) == format!("{ADDRESS}/fr/regenton/");
            let everywhere = [
                garden.read("public/sitemap.xml").contains("/fr/regenton/"),
                alternates(&french).contains(&"nl"),
                alternates(&page(garden, "nl/regenton/")).contains(&"fr"),
            ];
            assert_eq!(everywhere, [own; 3], "{french}");
            // Its gate says that it is shown all the same, and so do the feeds.
            assert!(garden.read("public/fr/feed.xml").contains("Remplir le tonneau"), "{french}");
            own
        };
        garden.edit("posts/regenton.md", "is na één bui vol.", "is na één bui vol.\n\nEen deksel houdt muggen buiten.");
        garden.sync().await;
        translate_the_title(&garden).await;
        garden.translate("fr", "regenton", "Eén bui is goed voor een maand gieten.", "Une averse suffit.");
        garden.sync().await;
        garden.publish().await;
        assert!(!told(&garden), "two of five are French");
        garden.translate("fr", "regenton", "Een deksel houdt muggen buiten.", "Un couvercle arrête les moustiques.");
        garden.sync().await;
        garden.publish().await;
        assert!(told(&garden), "three of five are French");
    });
}

#[test]
fn title_and_summary_are_required_whatever_the_share() {
    let gate = "[locales.fr]\ngate = { coverage = 0 }";
    tell_with(&[("[locales.fr]", gate)], async |garden| {
        translate_the_title(&garden).await;
        garden.publish().await;
        assert!(!has_page(&garden, "fr/regenton/"), "no summary");
        garden.translate("fr", "regenton", "Eén bui is goed voor een maand gieten.", "Une averse suffit.");
        garden.sync().await;
        garden.publish().await;
        assert!(has_page(&garden, "fr/regenton/"));
    });
}

#[test]
fn stale_texts_are_shown_counted_or_neither() {
    for (stale, shown, open) in [("true", true, true), ("\"shown\"", true, false), ("false", false, false)] {
        let gate = format!("[locales.fr]\ngate = {{ stale = {stale}, below = \"fallback\" }}");
        tell_with(&[("[locales.fr]", &gate)], async |garden| {
            garden.edit("posts/slakken.md", "title: Vrede met de slak", "title: Nooit meer vrede met de slak");
            garden.sync().await;
            garden.publish().await;
            let french = page(&garden, "fr/slakken/");
            assert_eq!(french.contains("<h1>La paix avec la limace</h1>"), shown, "{stale}");
            assert_eq!(garden.read("public/fr/feed.xml").contains("/fr/slakken/</link>"), open, "{stale}");
            assert_eq!(french.contains("version antérieure"), shown, "what is behind says so");
        });
    }
}

#[test]
fn a_translation_that_is_behind_says_since_when() {
    tell(async |garden| {
        garden.publish().await;
        assert!(!page(&garden, "fr/slakken/").contains("version antérieure"));
        garden.edit("posts/slakken.md", "Keer de plank elke ochtend om.", "Keer de plank nooit meer om.");
        garden.sync().await;
        garden.publish().await;
        let note = "Certains passages suivent encore une version antérieure de l’original.";
        assert!(page(&garden, "fr/slakken/").contains(note), "the writer did not say when");
        garden.edit("posts/slakken.md", "date: 2026-10-05", "date: 2026-10-05\nupdated: 2026-10-08");
        garden.publish().await;
        let note = "une version antérieure de l’original, mis à jour le 8 octobre 2026.";
        assert!(page(&garden, "fr/slakken/").contains(note), "{}", page(&garden, "fr/slakken/"));
        assert!(!page(&garden, "nl/slakken/").contains("eerdere versie"), "the original is never behind itself");
        let arabic = page(&garden, "ar/composteren/");
        assert!(!arabic.contains("class=\"callout translation"), "what is whole needs no notice");
    });
}

#[test]
fn a_post_is_nowhere_in_a_language_that_its_writer_does_not_want() {
    tell(async |garden| {
        garden.publish().await;
        garden.join_from("fr@lezers.example", "fr", "latest:9".parse().unwrap()).await;
        garden.join_from("be@lezers.example", "fr-BE", "latest:9".parse().unwrap()).await;
        garden.join_from("nl@lezers.example", "nl", "latest:9".parse().unwrap()).await;
        garden.edit("posts/slakken.md", "topics: [dieren]", "topics: [dieren]\nnot_in: [fr]");
        garden.edit("posts/composteren/index.md", "related: [slakken]\n", "");
        garden.edit("posts/composteren/index.md", "[over slakken](slakken.md)", "over slakken");
        garden.edit("locales/fr/posts/composteren.ftl", "[sur les limaces](slakken.md)", "sur les limaces");
        let mails = garden.digest().await;
        let about: Vec<_> = mails.iter().map(|mail| mail.about()).collect();
        assert_eq!(about, ["fr-BE: composteren", "fr: composteren", "nl: regenton slakken composteren"]);
        assert!(!everything(&garden, "fr").contains("slakken"), "it was there before");
        assert!(!garden.read("public/sitemap.xml").contains("/fr/slakken/"));
        assert!(has_page(&garden, "de/slakken/") && has_page(&garden, "en/slakken/"));
        assert_eq!(alternates(&page(&garden, "nl/slakken/")), ["nl", "en", "de", "x-default"]);
        let dutch = page(&garden, "nl/slakken/");
        assert!(dutch.contains("href=\"/fr/\" lang=\"fr\""), "the switcher leads to the front page: {dutch}");
    });
}

#[test]
fn a_digest_of_nothing_but_what_is_switched_off_is_not_sent() {
    tell(async |garden| {
        garden.publish().await;
        garden.join_from("fr@lezers.example", "fr", "latest:1".parse().unwrap()).await;
        garden.edit("posts/slakken.md", "topics: [dieren]", "topics: [dieren]\nnot_in: [fr]");
        assert_eq!(garden.digest().await.len(), 0, "nothing new is no failure");
        garden.translate_the_rain_barrel().await;
        garden.wait_a_week();
        assert_eq!(garden.digest().await[0].about(), "fr: regenton");
    });
}

#[test]
fn translators_are_not_asked_for_a_language_that_a_post_is_not_in() {
    tell(async |garden| {
        let mulch = "---\ntitle: Mulch\ndate: 2026-10-09\nnot_in: [fr]\n---\n\nLeg **stro** rond de kool.\n";
        garden.write("posts/mulch.md", mulch);
        garden.sync().await;
        assert!(!garden.has("locales/fr/posts/mulch.ftl") && garden.has("locales/en/posts/mulch.ftl"));
        let planned = postduif(garden.root(), "translate --locale fr --dry-run --memory-only").fine();
        assert!(!planned.contains("mulch"), "{planned}");
        garden.write("posts/mulch.md", mulch.replace("not_in: [fr]\n", ""));
        garden.sync().await;
        assert!(garden.has("locales/fr/posts/mulch.ftl"));
    });
}

#[test]
fn a_language_that_a_post_is_not_in_lends_it_no_words_either() {
    tell(async |garden| {
        let arabic = "locales/ar/posts/composteren.ftl";
        garden.edit(arabic, "p-5e97dd = ", "# p-5e97dd = ");
        garden.publish().await;
        assert!(page(&garden, "ar/composteren/").contains("<span lang=\"en\" dir=\"ltr\">"));
        garden.edit("posts/composteren/index.md", "topics: [bodem]", "topics: [bodem]\nnot_in: en");
        garden.publish().await;
        assert!(page(&garden, "ar/composteren/").contains("<span lang=\"nl\" dir=\"ltr\">Schillen en koffiedik."));
    });
}

#[test]
fn a_slip_in_the_languages_that_a_post_is_not_in_is_shown_where_it_stands() {
    tell(async |garden| {
        for (written, code, help) in [
            ("[fr-CH]", "unknown-locale", "did you mean `fr`?"),
            ("dee", "unknown-locale", "did you mean `de`?"),
            ("[sv]", "unknown-locale", "the languages are fr, en, de, ar, fr-BE"),
            ("[nl]", "not-in-source", "write `draft: true` for a post that nobody is to see yet"),
            ("[1]", "bad-locale", "name languages as postduif.toml does: [de, fr]"),
        ] {
            let before = garden.read("posts/slakken.md");
            garden.edit("posts/slakken.md", "topics: [dieren]", &format!("topics: [dieren]\nnot_in: {written}"));
            let found = diagnostics(&garden).await;
            let found: Vec<_> = found.iter().map(|found| (found.code, found.line, found.help.as_str())).collect();
            assert_eq!(found, [(code, 6, help)], "{written}");
            garden.publish().await;
            assert!(has_page(&garden, "nl/slakken/") && has_page(&garden, "fr/slakken/"));
            garden.write("posts/slakken.md", before);
        }
    });
}

#[test]
fn each_block_is_in_the_first_language_of_the_chain_that_has_it() {
    let chains = [("chain = [\"fr\", \"en\"]\nedition = false", "chain = [\"fr\", \"en\"]\ngate = { coverage = 0 }")];
    tell_with(&chains, async |garden| {
        let english = garden.read("locales/en/posts/slakken.ftl");
        assert!(english.contains("\np-a5d633 = "), "{english}");
        garden.sync().await;
        garden.edit(SLUGS, "p-b7aea9 = ", "# p-b7aea9 = ");
        let english = english.replace("p-b7aea9 = ", "# p-b7aea9 = ");
        garden.write("locales/en/posts/slakken.ftl", english);
        garden.translate("fr-BE", "slakken", "Slakkenkorrels gebruiken we niet. Ook de egel eet mee.", "Nenni.");
        garden.sync().await;
        garden.publish().await;
        let belgian = page(&garden, "fr-BE/slakken/");
        assert!(belgian.contains("<p>Nenni.</p>"), "its own: {belgian}");
        assert!(belgian.contains("<h1>La paix avec la limace</h1>"), "then French: {belgian}");
        assert!(belgian.contains("<blockquote class=\"pull\" lang=\"en\">"), "then English: {belgian}");
        assert!(belgian.contains("<p lang=\"nl\">Leg een plank"), "then Dutch: {belgian}");
        assert!(belgian.contains("Ce qui manque apparaît dans une autre langue."), "{belgian}");
    });
}

#[test]
fn what_passes_a_low_gate_is_in_the_feed_and_marked() {
    tell_with(&[("[locales.fr]", "[locales.fr]\ngate = { coverage = 0 }")], async |garden| {
        garden.translate("fr", "regenton", "De regenton vullen", "Remplir le tonneau");
        garden.translate("fr", "regenton", "Eén bui is goed voor een maand gieten.", "Une averse suffit.");
        garden.sync().await;
        let mut text = garden.read("posts/regenton.md");
        for number in 1..=6 {
            text += &format!("\nNog een zin, de {number}de, over de ton.\n");
        }
        garden.write("posts/regenton.md", text);
        garden.sync().await;
        garden.publish().await;
        let feed = garden.read("public/fr/atom.xml");
        let (_, item) = feed.split_once("<title>Remplir le tonneau</title>").unwrap_or_else(|| panic!("{feed}"));
        assert!(item.contains("hreflang=\"nl\"") && item.contains("<summary>Une averse suffit.</summary>"), "{item}");
        assert!(item.contains("&lt;p lang=&quot;nl&quot;&gt;Nog een zin, de 1de"), "{item}");
        assert!(garden.read("public/fr/index.html").contains("Remplir le tonneau"));
    });
}

#[test]
fn a_translation_that_comes_late_is_new_to_who_had_the_original() {
    tell_with(&[("[locales.fr]", "[locales.fr]\ngate = { wait_at_most = \"3d\" }")], async |garden| {
        garden.wait(TimeDelta::days(4));
        garden.publish().await;
        let updated = || {
            let feed = garden.read("public/fr/atom.xml");
            let (_, entry) = feed.split_once("fr/regenton</id><updated>").unwrap_or_else(|| panic!("{feed}"));
            let order: Vec<_> = feed.match_indices("<published>").map(|(at, _)| feed[at..at + 30].to_owned()).collect();
            (entry.split_once('<').unwrap().0.to_owned(), order)
        };
        let (dutch, order) = updated();
        garden.wait(TimeDelta::days(2));
        garden.translate_the_rain_barrel().await;
        garden.publish().await;
        let (french, same_order) = updated();
        let now = garden.now().with_timezone(&chrono_tz::Europe::Brussels).to_rfc3339();
        assert!(french > dutch && french == now, "{dutch} {french} {now}");
        assert_eq!(order, same_order, "a translation changes no order");
        garden.wait(TimeDelta::days(1));
        assert_eq!(garden.publish().await.site.written(), 0, "it is new once");
        assert_eq!(updated().0, french);
    });
}
