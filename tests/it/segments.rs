//! From a block of Dutch to a translator's message and back: what is offered, and that its own words make the same page.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use chrono_tz::Tz;
use postduif::{
    posts::{LoadSettings, load_posts, markdown::read_blocks},
    random::Random,
    translation::{Catalog, SegmentId, emit},
};

use crate::harness::{Publication, fixture, tell, tell_with};

/// The constructs of the fixture.
fn constructs() -> Vec<String> {
    let text: String = ["blocks", "inlines", "extensions"]
        .map(|name| fs::read_to_string(fixture("segments").join(name).with_extension("md")).unwrap())
        .concat();
    text.split("%% ").skip(1).map(|construct| construct.split_once('\n').unwrap().1.to_owned()).collect()
}

/// What is wrong with the posts: line, column and help of those findings whose code is `wanted`.
fn found(garden: &Publication, wanted: impl Fn(&str) -> bool) -> Vec<(&'static str, usize, usize, String)> {
    let found = load_posts(garden.root(), LoadSettings { zone: Tz::UTC }).unwrap().diagnostics;
    let found = found.into_iter().filter(|found| wanted(found.code));
    found.map(|found| (found.code, found.line, found.column, found.help)).collect()
}

/// A locale in which nothing but the words of posts can differ from Dutch.
const FLEMISH: (&str, &str) = ("[locales.nl]", "[locales.nl]\n[locales.nl-BE]\nchain = [\"nl\"]");

/// Publishes bodies in Dutch, and in a locale whose catalogs hold the Dutch words: pairs of pages.
async fn publish_twice(garden: &Publication, bodies: &[String]) -> Vec<[String; 2]> {
    let slug = |nth: usize| format!("bouwsel-{nth}");
    for (nth, body) in bodies.iter().enumerate() {
        let head = format!("---\ntitle: Bouwsel {nth}\ndate: 2026-10-01\nauthors: [mieke]\n---\n");
        garden.write(&format!("posts/{}.md", slug(nth)), head + body);
    }
    assert_eq!(found(garden, |code| code == "untranslatable-block"), []);
    garden.content.sync().await.unwrap();
    for nth in 0..bodies.len() {
        let ftl = garden.read(&format!("locales/nl/posts/{}.ftl", slug(nth)));
        garden.write(&format!("locales/nl-BE/posts/{}.ftl", slug(nth)), ftl);
    }
    garden.publish().await;
    let page = |locale: &str, nth: usize| {
        let page = garden.read(&format!("public/{locale}/{}/index.html", slug(nth)));
        let (_, body) = page.split_once("<div class=\"prose\">").unwrap();
        let (body, _) = body.split_once("\n</div>\n</div>\n</article>").unwrap();
        body.replace(&format!("/{locale}/"), "/nl/")
    };
    (0..bodies.len()).map(|nth| [page("nl", nth), page("nl-BE", nth)]).collect()
}

#[test]
fn every_construct_is_the_same_page_again_from_its_own_words() {
    let bodies = constructs();
    let together = [bodies.join("\n\n"), bodies.iter().rev().map(String::as_str).collect::<Vec<_>>().join("\n\n")];
    tell_with(&[FLEMISH], async |garden| {
        for [dutch, own_words] in publish_twice(&garden, &together).await {
            assert!(dutch.len() > 10_000);
            assert_eq!(dutch, own_words);
        }
    });
}

#[test]
fn a_paragraph_of_twenty_thousand_characters_is_one_segment() {
    let sentence = "Wie *elke dag* een beetje beweegt\nmerkt `na` een [maand](a.md) verschil & blijft. ";
    let body = sentence.repeat(20_000 / sentence.len() + 1);
    assert_eq!(read_blocks(&body, 1).blocks.len(), 1);
    tell_with(&[FLEMISH], async |garden| {
        let [dutch, own_words] = publish_twice(&garden, &[body]).await.remove(0);
        assert!(dutch.len() > 20_000);
        assert_eq!(dutch, own_words);
    });
}

#[test]
fn a_note_reaches_translators_and_no_reader() {
    tell(async |garden| {
        let marked =
            "<!-- note: dit is *geen* grap -->\nEen grap.\n\n<!-- no-translate -->\nAbeel.\n\n<!-- note: vaktaal -->\n";
        let post = "posts/regenton.md";
        let text = garden.read(post) + "\n" + marked + "- Snoeien\n- Enten\n";
        garden.write(post, text);
        garden.sync().await;
        let french = garden.read("locales/fr/posts/regenton.ftl");
        assert!(french.contains("# nl: Een grap.\n# writer: dit is *geen* grap\n# todo "), "{french}");
        assert_eq!(french.matches("# writer: vaktaal\n").count(), 2);
        assert!(!french.contains("Abeel"));
        for (nl, en) in [("Een grap.", "A joke."), ("Snoeien", "Pruning"), ("Enten", "Grafting")] {
            garden.translate("en", "regenton", nl, en);
        }
        garden.sync().await;
        garden.join_from("an@lezers.example", "nl", "latest:3".parse().unwrap()).await;
        let mails = garden.digest().await;
        let page = garden.read("public/nl/regenton/index.html");
        assert!(page.contains("<p>Abeel.</p>") && page.contains("Een grap."), "{page}");
        let english = garden.read("public/en/regenton/index.html");
        assert!(english.contains("<p lang=\"nl\">Abeel.</p>"), "{english}");
        let outputs = [page, english, garden.read("public/nl/feed.xml"), mails[0].html.clone(), mails[0].text.clone()];
        for output in outputs {
            assert!(!["geen* grap", "vaktaal", "no-translate"].iter().any(|said| output.contains(said)), "{output}");
        }
    });
}

#[test]
fn a_comment_that_reaches_no_translator_is_told() {
    tell(async |garden| {
        let marked = "\n<!-- no-tranlate -->\nEen.\n\nTwee. <!-- note: x -->\n\n<!-- no-translate -->\n";
        let text = garden.read("posts/regenton.md");
        let first = text.lines().count() + 2;
        garden.write("posts/regenton.md", text + marked);
        let help = "put it on the line above the block it is about".to_owned();
        let expected = [
            ("unknown-comment", first, 1, "did you mean `<!-- no-translate -->`?".to_owned()),
            ("loose-comment", first + 3, 7, help.clone()),
            ("loose-comment", first + 5, 1, help),
        ];
        assert_eq!(found(&garden, |_| true), expected);
    });
}

#[test]
fn a_title_with_signs_is_shown_as_it_is() {
    tell(async |garden| {
        let head = "---\ntitle: \"# 1 *tip* <b> [a](b) {x}\"\nsummary: |\n  - een\n\n  `twee`\ndate: 2026-10-01\nauthors: [mieke]\n---\nTekst.\n";
        garden.write("posts/tekens.md", head);
        garden.sync().await;
        garden.translate("fr", "tekens", "# 1 *tip* <b> [a](b) {x}", "- 2 _truc_ <i> [c](d) { \"{\" }y{ \"}\" }");
        garden.translate("fr", "tekens", "- een `twee`", "> un `deux`");
        garden.translate("fr", "tekens", "Tekst.", "Texte.");
        garden.sync().await;
        garden.publish().await;
        assert!(garden.read("public/nl/tekens/index.html").contains("# 1 *tip* &lt;b&gt; [a](b) {x}</h1>"));
        let french = garden.read("public/fr/tekens/index.html");
        assert!(
            french.contains("- 2 _truc_ &lt;i&gt; [c](d) {y}</h1>") && french.contains("&gt; un `deux`"),
            "{french}"
        );
    });
}

/// Characters that some Fluent parser, some editor or some Python may treat in its own way.
const NASTY: &[&str] = &[
    "woord",
    " ",
    "  ",
    "{",
    "}",
    "\"",
    "\\",
    "\\u0041",
    "[",
    "]",
    "*",
    ".",
    "#",
    "=",
    "-",
    "$",
    "12",
    "3.5",
    "\t",
    "\n",
    "\r",
    "\r\n",
    "\0",
    "\u{1}",
    "\u{b}",
    "\u{c}",
    "\u{1c}",
    "\u{7f}",
    "\u{85}",
    "\u{a0}",
    "\u{200b}",
    "\u{200f}",
    "\u{2028}",
    "\u{2029}",
    "\u{3000}",
    "\u{feff}",
    "\u{fffe}",
    "\u{10ffff}",
    "é",
    "e\u{301}",
    "👩\u{200d}👧",
    "العربية",
    "p-1 = x",
    "one {",
];

/// A catalog of texts put together by chance, and what each message says.
fn catalog_of_chance(random: &Random) -> (String, Vec<(String, String)>) {
    let (mut ftl, mut texts) = (String::new(), Vec::new());
    for nth in 0..250 {
        let bytes = random.bytes::<24>().unwrap();
        let length = usize::from(bytes[0] % 23);
        let text: String = bytes[1..=length].iter().map(|byte| NASTY[usize::from(*byte) % NASTY.len()]).collect();
        let id = format!("p-{nth}").parse::<SegmentId>().unwrap();
        ftl.push_str(&emit::message(&id, &text));
        texts.push((id.to_string(), text));
    }
    (ftl, texts)
}

/// All `.ftl` files below a folder.
fn catalogs(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            catalogs(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "ftl") {
            found.push(path);
        }
    }
}

/// What postduif reads from a file of the model publication, as `same_text.py` wants it.
fn read_here(path: &Path) -> serde_json::Value {
    let parse = |path: &Path, glossary: &Catalog| Catalog::parse(path, &fs::read_to_string(path).unwrap(), glossary).0;
    let locale = path.ancestors().find(|folder| folder.parent().is_some_and(|all| all.ends_with("locales"))).unwrap();
    let terms = Some(locale.join("terms.ftl")).filter(|terms| terms.exists());
    let glossary = terms.as_deref().map(|terms| parse(terms, &Catalog::default())).unwrap_or_default();
    let catalog = parse(path, &glossary);
    let texts: BTreeMap<_, _> = catalog.messages().map(|(id, message)| (id.as_str(), message.text.as_str())).collect();
    serde_json::json!({ "ftl": path, "glossary": terms, "texts": texts })
}

/// The Python that has a module, if there is one; CI must have it.
pub(crate) fn python_with(module: &str) -> Option<String> {
    let python = std::env::var("POSTDUIF_TEST_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let output = Command::new(&python).args(["-c", &format!("import {module}")]).output();
    let found = output.is_ok_and(|output| output.status.success());
    assert!(found || std::env::var_os("CI").is_none(), "no Python with {module}, which CI needs");
    if !found {
        println!("skipped: Python has no {module}");
    }
    found.then_some(python)
}

#[test]
fn python_reads_the_same_texts() {
    let Some(python) = python_with("fluent.syntax") else { return };
    let folder = tempfile::tempdir().unwrap();
    let mut model = Vec::new();
    catalogs(&Path::new(env!("CARGO_MANIFEST_DIR")).join("locales"), &mut model);
    assert!(model.len() > 20, "{model:?}");
    let mut files: Vec<_> = model.iter().map(|path| read_here(path)).collect();
    let random = Random::seeded(11);
    for nth in 0..20 {
        let (ftl, texts) = catalog_of_chance(&random);
        let path = folder.path().join(format!("{nth}.ftl"));
        fs::write(&path, ftl).unwrap();
        let texts: BTreeMap<_, _> = texts.into_iter().collect();
        files.push(serde_json::json!({ "ftl": path, "glossary": null, "texts": texts }));
    }
    let list = folder.path().join("files.json");
    fs::write(&list, serde_json::to_string(&files).unwrap()).unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tools/same_text.py");
    let output = Command::new(python).arg(script).arg(list).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    println!("{said}");
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
}
