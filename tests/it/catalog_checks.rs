//! A translator's slip is shown with exactly the words that are wrong, and what is right is not suspected.

use std::{collections::BTreeMap, fmt::Write as _};

use serde_json::Value;

use crate::harness::folder::Folder;

/// A message of a post: the Dutch text, what the translator wrote behind `id = `, and what is to be
/// said about it: the code, and the words that are underlined. `ID` are those of its id.
type Slip = (&'static str, &'static str, &'static str, &'static [(&'static str, &'static str)]);

const ID: &str = "the id";

/// What a paragraph needs to be long.
const LONG: &str = "Een lange zin, die zo lang is dat er geen twijfel over kan bestaan hoe lang zij is.";

const FRENCH: &[Slip] = &[
    // Links
    (
        "link-elders",
        "Lees [dit](https://x.example/a) eens.",
        "Lisez [ceci](https://x.example/b).",
        &[("different-link", "https://x.example/b")],
    ),
    ("link-weg", "Lees ook [dat](https://x.example/a) eens.", "Lisez aussi cela.", &[("different-link", ID)]),
    (
        "link-extra",
        "Lees dat eens.",
        "Lisez [cela](https://x.example/c) donc.",
        &[("different-link", "https://x.example/c")],
    ),
    (
        "link-dubbel",
        "Zie [een](https://x.example/a), [twee](https://x.example/a).",
        "Voir [un](https://x.example/a), [deux](https://y.example/).",
        &[("different-link", "https://y.example/")],
    ),
    ("link-post", "Zie [spitten](spitten-zonder-spijt.md).", "Voir [bêcher](./spitten-zonder-spijt.md).", &[]),
    (
        "link-post-fout",
        "Zie ook [spitten](spitten-zonder-spijt.md).",
        "Voir aussi [bêcher](becher-sans-regret.md).",
        &[("different-link", "becher-sans-regret.md")],
    ),
    (
        "link-orde",
        "[Een](https://x.example/1) en [nog](https://x.example/2).",
        "[Deux](https://x.example/2) et [un](https://x.example/1).",
        &[],
    ),
    (
        "adres-bloot",
        "Kijk op https://x.example/pad hierna.",
        "Regardez https://x.example/voie après.",
        &[("different-link", "https://x.example/voie")],
    ),
    (
        "link-achter-accolade",
        "Tussen { en } staat [dit](https://x.example/q).",
        "Entre { \"{\" } et {\"}\"} il y a [ça](https://x.example/r).",
        &[("different-link", "https://x.example/r")],
    ),
    (
        "link-gevouwen",
        "Op regel twee staat [die](https://x.example/s).",
        "\n    À la ligne deux\n    se trouve [ça](https://x.example/t).",
        &[("different-link", "https://x.example/t")],
    ),
    (
        "alinea",
        "Dit is maar één alinea.",
        "Voilà\n    un alinéa.\n\n    Et un autre.",
        &[("not-one-paragraph", "Et un autre.")],
    ),
    // Code and footnotes
    (
        "code-anders",
        "Typ `postduif sync` in.",
        "Tapez `postduif synchro` ici.",
        &[("different-code", "`postduif synchro`")],
    ),
    ("code-weg", "Typ `postduif check` in.", "Tapez la commande ici.", &[("different-code", ID)]),
    ("noot-anders", "Dat is gemeten.[^bron]", "C’est mesuré.[^source]", &[("different-footnote", "[^source]")]),
    ("noot-weg", "Dat is ook gemeten.[^bron]", "C’est mesuré aussi.", &[("different-footnote", ID)]),
    // Markdown
    ("ster", "Een **vet** woord.", "Un mot **gras*.", &[("unbalanced-markdown", "*")]),
    ("ster-los", "Nog een **vet** woord.", "Encore un mot ** gras **.", &[("unbalanced-markdown", "**")]),
    (
        "haak",
        "Een [woord](https://x.example/w) hier.",
        "Un [mot](https://x.example/w ici.",
        &[("unbalanced-markdown", "](")],
    ),
    ("ster-in-het-nederlands", "Vijf * drie en *zo.", "Cinq * trois et *voilà.", &[]),
    ("nadruk-anders", "Een *schuin* woord.", "Un mot _penché_ ou pas.", &[]),
    ("ontsnapt", "Een gewoon woord.", "Un mot \\*normal\\*.", &[]),
    // Numbers
    ("getal-anders", "Er liepen 532 mensen.", "532 personnes ? Non, 523.", &[]),
    ("getal-omgewisseld", "Er liepen toen 532 mensen mee.", "Il y avait 523 personnes.", &[("missing-number", "523")]),
    ("getal-weg", "Dat kost 3,5 procent.", "Cela coûte quelques pour cent.", &[("missing-number", ID)]),
    ("getal-geschreven", "Er waren 5.200 lopers en 3,5 procent.", "Il y avait 5\u{202f}200 coureurs et 3.5 %.", &[]),
    ("getal-in-woorden", "Doe dat 8 keer.", "Faites cela huit fois.", &[]),
    // Wording
    ("onvertaald", "Wanneer stop je ermee?", "Wanneer stop je ermee?", &[("same-as-source", "Wanneer stop je ermee?")]),
    ("naam", "Jonas De Backer", "Jonas De Backer", &[]),
    ("leenwoord", "Yoga", "Yoga", &[]),
    ("woordenlijst", "Neem dan magnesium.", "Prenez du chocolat.", &[("ignored-term", "Prenez du chocolat.")]),
    ("woordenlijst-goed", "Ook dat is magnesium.", "C’est du magnésium aussi.", &[]),
    ("te-kort", LONG, "Une phrase.", &[("too-short", ID)]),
    ("arabisch", "Heb geduld met je rug.", "تحلَّ بالصبر مع ظهرك", &[("wrong-script", "تحلَّ بالصبر مع ظهرك")]),
    // Characters
    ("keert-om", "Vraag het aan hem.", "Demandez-lui \u{202e}cela.", &[("direction-control", "\u{202e}")]),
    ("open-isolaat", "Vraag het aan haar.", "Demandez à \u{2068}elle.", &[("direction-control", "\u{2068}")]),
    ("heel-isolaat", "Vraag het aan Ahmed.", "Demandez à \u{2068}Ahmed\u{2069} donc.", &[]),
    ("nul-breed", "Niemand ziet dit.", "Personne ne\u{200b} voit.", &[("invisible-character", "\u{200b}")]),
    ("tab-en-breed", "Niemand ziet dat.", "歩く\tne\u{200b} va.", &[("invisible-character", "\t")]),
    ("gezin", "Het hele gezin \u{1f468}\u{200d}\u{1f469}.", "La famille \u{1f468}\u{200d}\u{1f469}.", &[]),
    ("begin-blank", "Zonder blanco vooraan.", "{ \" \" }Sans blanc.", &[("stray-blanks", "{ \" \" }")]),
    ("einde-blank", "Zonder blanco achteraan.", "Sans blanc.\u{a0}", &[("stray-blanks", "\u{a0}")]),
    ("dubbel-blank", "Met twee blanco's.", "Avec  deux.", &[("stray-blanks", "  ")]),
    ("frans-blank", "Wat is dat toch?", "Qu’est-ce donc\u{a0}?", &[]),
    // What is no plain text
    ("variabele", "Dag, beste lezer.", "Bonjour { $name }.", &[("unknown-variable", "$name")]),
    ("term", "Bij ons in de praktijk.", "Chez { -practise }.", &[("unknown-term", "-practise")]),
    ("term-goed", "Bij Beweegreden thuis.", "Chez { -practice }.", &[]),
    ("keuze", "Eén keer of meer.", "{ $n ->\n    [one] Une fois\n   *[other] Plus\n }", &[("not-plain-text", "$n")]),
    ("functie", "Eén keer of nog meer.", "{ NUMBER(3) } fois.", &[("not-plain-text", "NUMBER")]),
];

const ARABIC: &[Slip] = &[
    (
        "frans",
        "Heb geduld met je rug.",
        "Un peu de patience avec le dos",
        &[("wrong-script", "Un peu de patience avec le dos")],
    ),
    ("naam", "Tekening: Jonas De Backer", "رسم: Jonas De Backer", &[]),
    ("cijfers", "Er liepen 532 mensen mee, 3,5 procent.", "شارك ٥٣٢ شخصًا، أي ٣٫٥ في المئة.", &[]),
    ("niet-verbonden", "Een gewoon woord.", "کتاب\u{200c}ها كلمة عادية", &[]),
    ("ster", "Een **vet** woord.", "كلمة **عريضة* هنا", &[("unbalanced-markdown", "*")]),
    (
        "link",
        "Lees [dit](https://x.example/a) eens.",
        "اقرأ [هذا](https://x.example/b) الآن",
        &[("different-link", "https://x.example/b")],
    ),
];

/// The model publication with one more post of these texts, translated so.
fn folder_with(locale: &str, slips: &[Slip]) -> Folder {
    let folder = Folder::model();
    let (mut post, mut nl, mut own) =
        ("---\ntitle: Proef\ndate: 2026-10-01\n---\n".to_owned(), String::new(), String::new());
    for (id, dutch, written, _) in slips {
        let _ = write!(post, "\n{dutch}\n");
        let escaped = dutch.replace('{', "\u{1}").replace('}', "{ \"}\" }").replace('\u{1}', "{ \"{\" }");
        let _ = writeln!(nl, "{id} = {escaped}");
        let _ = writeln!(own, "{id} = {written}\n");
    }
    if post.contains("[^bron]") {
        post.push_str("\n[^bron]: https://x.example/bron\n");
    }
    folder.write("posts/proef.md", post);
    folder.write("locales/nl/posts/proef.ftl", nl);
    folder.write(&format!("locales/{locale}/posts/proef.ftl"), own);
    folder
}

fn check(folder: &Folder) -> Vec<Value> {
    folder.run(&["check", "--json"]).json()["diagnostics"].as_array().unwrap().clone()
}

/// What of a text a diagnostic underlines.
fn underlined(text: &str, found: &Value) -> String {
    let number = |key: &str| usize::try_from(found[key].as_u64().unwrap_or_else(|| panic!("{key}: {found}"))).unwrap();
    assert_eq!(number("line"), number("end_line"), "{found}");
    let line = text.lines().nth(number("line") - 1).unwrap();
    line.chars().skip(number("column") - 1).take(number("end_column") - number("column")).collect()
}

#[test]
fn each_slip_is_found_and_exactly_its_words_are_underlined() {
    for (locale, slips) in [("fr", FRENCH), ("ar", ARABIC)] {
        let folder = folder_with(locale, slips);
        let file = format!("locales/{locale}/posts/proef.ftl");
        let text = folder.read(&file);
        let mut found: BTreeMap<&str, Vec<(String, String)>> = BTreeMap::new();
        let all = check(&folder);
        for one in &all {
            assert_eq!(one["file"], file, "{one}");
            assert!(!one["help"].as_str().unwrap().is_empty(), "no remedy: {one}");
            let line = usize::try_from(one["line"].as_u64().unwrap()).unwrap();
            let of = |(id, ..): &&Slip| {
                let first = text.lines().position(|line| line.starts_with(&format!("{id} ="))).unwrap() + 1;
                let length = text.lines().skip(first).take_while(|line| !line.contains(" = ")).count();
                (first..=first + length).contains(&line)
            };
            let (id, ..) = slips.iter().find(of).unwrap_or_else(|| panic!("{one}"));
            let words = underlined(&text, one);
            let words = if words == *id { ID.to_owned() } else { words };
            found.entry(id).or_default().push((one["code"].as_str().unwrap().to_owned(), words));
        }
        let mut wrong = Vec::new();
        for (id, _, _, expected) in slips {
            let expected: Vec<_> =
                expected.iter().map(|(code, words)| ((*code).to_owned(), (*words).to_owned())).collect();
            let said = found.remove(id).unwrap_or_default();
            if said != expected {
                wrong.push(format!("{locale}, {id}: {said:?} instead of {expected:?}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

#[test]
fn the_model_publication_has_nothing_to_complain_about() {
    let folder = Folder::model();
    assert_eq!(check(&folder), [Value::Null; 0]);
    assert!(folder.fine(&["check"]).contains("no errors"));
}

#[test]
fn a_translation_is_held_against_the_dutch_text_that_it_was_made_from() {
    let folder = folder_with(
        "fr",
        &[(
            "a",
            "Lees [dit](https://x.example/a) helemaal door tot het einde.",
            "Lisez [ceci](https://x.example/a).",
            &[],
        )],
    );
    folder.fine(&["sync", "proef"]);
    let post = folder.read("posts/proef.md");
    folder.write(
        "posts/proef.md",
        post.replace("(https://x.example/a) helemaal", "(https://x.example/b) 212 keer helemaal"),
    );
    assert_eq!(check(&folder), [Value::Null; 0], "it is stale, which is for `status` to say");
    let french = folder.read("locales/fr/posts/proef.ftl");
    folder.write("locales/fr/posts/proef.ftl", french.replace("(https://x.example/a).", "(https://x.example/faux)."));
    let codes: Vec<_> = check(&folder).iter().map(|one| one["code"].clone()).collect();
    assert_eq!(codes, ["different-link"]);
}

#[test]
fn what_belongs_to_nothing_is_shown_and_the_tail_is_left_in_peace() {
    let slips: &[Slip] = &[("p-1f20aa", "Heb geduld met je rug.", "Patience.", &[])];
    let folder = folder_with("fr", slips);
    let file = "locales/fr/posts/proef.ftl";
    let tail = "### Obsolete: no longer in the post. A message comes back by itself if its Dutch text does.";
    folder.write(file, format!("p-1f20ab = Patience.\nverdwaald = Perdu\n\n{tail}\n\np-oud = Vieux\n"));
    folder.write("locales/fr/posts/weg.ftl", "title = Parti\n");
    folder.write("locales/.state/fr/weg.toml", "");
    folder.write("posts/kapot.md", "geen kop\n");
    folder.write("locales/fr/posts/kapot.ftl", "title = Cassé\n");
    let found: Vec<Value> = check(&folder).into_iter().filter(|one| one["file"] != "posts/kapot.md").collect();
    let codes: Vec<_> =
        found.iter().map(|one| (one["code"].as_str().unwrap(), one["line"].as_u64().unwrap())).collect();
    assert_eq!(codes, [("unknown-id", 1), ("unknown-id", 2), ("catalog-without-post", 1)], "{found:#?}");
    assert_eq!(found[0]["help"], "did you mean `p-1f20aa`?");
    let help = "move this file, locales/.state/fr/weg.toml with it and those of the other languages to that name";
    assert!(found[2]["help"].as_str().unwrap().contains(help), "{found:#?}");
    folder.write("locales/nl/posts/weg.ftl", "title = Weg\n");
    folder.write("locales/nl/posts/kapot.ftl", "title = Kapot\n");
    // One that cannot be read may be it, if nothing else is.
    folder.write("posts/Weg er mee.md", "---\ntitle: Weg\ndate: 2026-10-01\n---\nParti.\n");
    let found = check(&folder);
    let waits = found.iter().find(|one| one["file"] == "locales/fr/posts/weg.ftl").unwrap();
    assert!(waits["help"].as_str().unwrap().starts_with("posts/Weg er mee.md cannot be read"), "{waits}");
    std::fs::remove_file(folder.path("posts/Weg er mee.md")).unwrap();
    let found = check(&folder);
    let dutch = found.iter().find(|one| one["file"] == "locales/nl/posts/weg.ftl").unwrap();
    assert!(dutch["help"].as_str().unwrap().contains("move this file and those"), "{dutch}");
}

#[test]
fn what_the_interface_lacks_is_shown_where_readers_would_miss_it() {
    let folder = Folder::model();
    let config = folder.read("postduif.toml");
    folder.write(
        "postduif.toml",
        config.replace("[locales.fr-BE]", "[locales.pl]\n[locales.uk]\nedition = false\n[locales.fr-BE]"),
    );
    let topics = folder.read("locales/fr/topics.ftl");
    folder.write("locales/fr/topics.ftl", topics.replace("topic-lopen =", "topic-loopen ="));
    folder.write(
        "locales/nl/topics.ftl",
        format!("{}eigen = { } en { }\n", folder.read("locales/nl/topics.ftl"), "{ $a }", "{ $b }"),
    );
    folder.write(
        "locales/de/topics.ftl",
        format!("{}eigen = { }\n", folder.read("locales/de/topics.ftl"), "{ $a } { $c }"),
    );
    folder.write("locales/uk/site.ftl", "reading-time = { $minutes ->\n    [one] одна\n   *[other] багато\n }\n");
    let found = check(&folder);
    let is = |file: &str, code: &str, says: &str| {
        found
            .iter()
            .filter(|one| {
                let said = format!("{} {}", one["message"].as_str().unwrap(), one["help"].as_str().unwrap());
                one["file"] == file && one["code"] == code && said.contains(says)
            })
            .count()
            == 1
    };
    assert!(
        is("locales/fr/topics.ftl", "missing-message", "fr has pages, but lacks 2 texts: eigen, topic-lopen"),
        "{found:#?}"
    );
    assert!(is("locales/pl/site.ftl", "missing-message", "and "), "{found:#?}");
    assert!(is("locales/uk/site.ftl", "missing-plural", "[many] for 0, 5, 6, [few] for 2, 3, 4"), "{found:#?}");
    assert!(is("locales/de/topics.ftl", "missing-variable", "`eigen` does not use $b"), "{found:#?}");
    assert!(is("locales/de/topics.ftl", "unknown-variable", "$c"), "{found:#?}");
    assert!(
        !found
            .iter()
            .any(|one| one["code"] == "missing-message" && one["file"].as_str().unwrap().starts_with("locales/uk"))
    );
    let plural = found.iter().find(|one| one["code"] == "missing-plural").unwrap();
    assert_eq!(underlined(&folder.read("locales/uk/site.ftl"), plural), "$minutes");
}

#[test]
fn what_stands_nowhere_and_what_lacks_a_form_is_shown() {
    let folder = Folder::model();
    let edit = |file: &str, text: String| folder.write(file, text);
    let site = folder.read("locales/fr/site.ftl");
    let at = site.find("topic-count").unwrap();
    let (before, after) = site.split_at(at);
    let line = after.lines().find(|line| line.contains("[one]")).unwrap();
    edit(
        "locales/fr/site.ftl",
        format!("{before}{}\nniet-bestaand = x\n", after.replacen(&format!("{line}\n"), "", 1)),
    );
    let terms = folder.read("locales/fr/terms.ftl");
    let first = terms.lines().find(|line| line.starts_with('-')).unwrap();
    edit("locales/fr/terms.ftl", format!("{terms}\n{first}\n-nulle-part = x\nmessage = x\n"));
    edit("locales/xx/site.ftl", "skip-link = Hop\n".to_owned());
    let found = check(&folder);
    let codes: Vec<_> = found
        .iter()
        .map(|one| (one["file"].as_str().unwrap(), one["code"].as_str().unwrap(), one["severity"].as_str().unwrap()))
        .collect();
    assert_eq!(
        codes,
        [
            ("locales/fr/site.ftl", "missing-plural", "warning"),
            ("locales/fr/site.ftl", "unknown-id", "warning"),
            ("locales/fr/terms.ftl", "duplicate-term", "error"),
            ("locales/fr/terms.ftl", "unknown-term", "warning"),
            ("locales/fr/terms.ftl", "unknown-id", "warning"),
            ("locales/xx", "unknown-locale", "warning"),
        ],
        "{found:#?}"
    );
    assert!(found[0]["help"].as_str().unwrap().contains("[one] for 0, 1"), "{found:#?}");
}

#[test]
fn a_link_to_another_host_is_an_error_and_another_page_of_it_a_warning() {
    for (address, severity) in [
        ("https://nl.x.example/b", "warning"),
        ("https://fr.x.example/a", "warning"),
        ("https://y.example/a", "error"),
        ("https://nl.x.example@y.example/a", "error"),
        ("javascript:alert(1)", "error"),
    ] {
        let french = format!("Lisez [ceci]({address}).");
        let slip = ("a", "Lees [dit](https://nl.x.example/a).", french.leak() as &'static str, &[] as &[_]);
        let found = check(&folder_with("fr", &[slip]));
        let said: Vec<_> = found.iter().map(|one| (one["code"].as_str(), one["severity"].as_str())).collect();
        assert_eq!(said, [(Some("different-link"), Some(severity))], "{address}");
    }
}

#[test]
fn an_attribute_of_a_text_is_shown_nowhere_and_that_is_said() {
    let folder = folder_with("fr", &[("a", "Heb geduld met je rug.", "Patience.\n    .autre = Du calme.", &[])]);
    let found = check(&folder);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!((&found[0]["code"], &found[0]["severity"]), (&"unused-attribute".into(), &"warning".into()));
    assert_eq!(underlined(&folder.read("locales/fr/posts/proef.ftl"), &found[0]), "autre");
}

#[test]
fn a_person_sees_the_words_the_errors_first_and_how_many_there_are() {
    let slips: &[Slip] = &[
        ("a", "Een gewone zin.", "Une  phrase.", &[]),
        ("b", "Nog een **vet** woord.", "Encore un mot **gras*.", &[]),
    ];
    let folder = folder_with("fr", slips);
    folder.write("locales/de/posts/weg.ftl", "title = Weg\n");
    let ended = folder.run(&["check"]);
    assert_eq!(ended.code, 1, "{ended:?}");
    let heads: Vec<_> = ended
        .stderr
        .lines()
        .filter(|line| line.starts_with(['e', 'w']))
        .map(|line| line.split(']').next().unwrap())
        .collect();
    assert_eq!(heads, ["error[unbalanced-markdown", "warning[stray-blanks", "warning[catalog-without-post"]);
    assert!(ended.stderr.contains("--> locales/fr/posts/proef.ftl:3:19\n"), "{}", ended.stderr);
    assert!(ended.stderr.contains("3 | b = Encore un mot **gras*.\n  |                   ^\n"), "{}", ended.stderr);
    assert!(ended.stdout.contains("1 error and 2 warnings"), "{ended:?}");
}

#[test]
fn a_link_to_a_place_or_a_path_that_is_not_there_is_shown() {
    let folder = Folder::model();
    folder.write("posts/kop.md", "---\ntitle: Kop\ndate: 2026-10-02\n---\n## Éen kop\n\n<p id=\"eigen\">x</p>\n");
    let fine = "[a](kop.md) [a](kop.md#éen-kop) [a](kop.md#%C3%A9en-kop) [a](kop.md#eigen) [a](#slot) [a](#) [a](/nl/kop/) \
                [a](/nl/) [a](/nl/archive/2026/) [a](/nl/feeds/) [a](/afspraak) [a](https://a.example/nl/x/#y)";
    let dead =
        "[a](kop.md#een-kop)\n[a](#begin)\n[a](/nl/kopje/)\n[a](/nl/topics/niets/)\n[a](/nl/kop/verder/)\n[a](/kop/)";
    folder.write("posts/links.md", format!("---\ntitle: Links\ndate: 2026-10-02\n---\n## Slot\n\n{fine}\n\n{dead}\n"));
    let found = check(&folder);
    let dead = found.iter().filter(|one| one["code"] == "dead-link");
    let said: Vec<_> = dead.map(|one| (one["line"].as_u64().unwrap(), one["help"].as_str().unwrap())).collect();
    assert_eq!(said.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [9, 10, 11, 12, 13, 14], "{said:?}");
    assert!(said[0].1.contains("`#éen-kop`") && said[2].1.contains("`kop.md`"), "{said:?}");
}

#[test]
fn a_post_of_nothing_but_links_to_nowhere_keeps_nobody_waiting() {
    /// As long as a post may be, but for its head.
    const BYTES: usize = 900_000;
    let folder = Folder::model();
    for (name, row) in [("tekst", "[a](#b) "), ("kop", "## a\n\n[a](#b)\n\n"), ("html", "<div><img <a href=\"#b\" ")] {
        let body = row.repeat(BYTES / row.len());
        folder.write(&format!("posts/{name}.md"), format!("---\ntitle: Rij\ndate: 2026-10-01\n---\n\n{body}\n"));
    }
    let found = check(&folder);
    // What stands at one place is told once.
    let most = [
        ("tekst", "dead-link", 100),
        ("kop", "dead-link", 100),
        ("html", "dead-link", 1),
        ("html", "missing-alt", 100),
    ];
    for (name, code, most) in most {
        let file = format!("posts/{name}.md");
        let told = found.iter().filter(|one| one["file"] == *file && one["code"] == code).count();
        assert_eq!(told, most, "{name}: {code}, no more than can be read");
    }
}
