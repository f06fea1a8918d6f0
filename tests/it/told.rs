//! What would happen to readers without a word is told to those who write.

use serde_json::{Value, json};

use crate::harness::folder::Folder;

/// What the check says under a code: file, line, message and remedy.
fn found(folder: &Folder, code: &str) -> Vec<(String, u64, String, String)> {
    let said = folder.run(&["check", "--json"]).json();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let of_code = said["diagnostics"].as_array().unwrap().iter().filter(|one| one["code"] == code);
    let found = of_code
        .map(|one| (text(&one["file"]), one["line"].as_u64().unwrap(), text(&one["message"]), text(&one["help"])));
    found.collect()
}

#[test]
fn a_post_that_lacks_nothing_but_its_summary_is_said_to_lack_it() {
    let folder = Folder::model();
    let body = (1..=8).map(|nth| format!("Zin {nth} over de trap.\n\n")).collect::<String>();
    folder.write("posts/trap.md", format!("---\ntitle: De trap\ndate: 2026-10-02\nsummary: Kort.\n---\n{body}"));
    folder.fine(&["sync"]);
    let file = "locales/fr/posts/trap.ftl";
    let lines: Vec<String> = folder.read(file).lines().map(str::to_owned).collect();
    let translate = |line: &String| match line.strip_prefix("# todo ").filter(|todo| !todo.starts_with("summary")) {
        Some(todo) => format!("{todo} Une phrase sur l’escalier, {}.", line.len()),
        None => line.clone(),
    };
    folder.write(file, lines.iter().map(|line| translate(line) + "\n").collect::<String>());

    let plan = folder.fine(&["plan"]);
    assert!(plan.contains("keep trap from fr: the summary is missing\n"), "{plan}");
    assert!(plan.contains("keep trap from de: 0 of 10 texts translated, and the gate wants 80 %\n"), "{plan}");
    let plan = folder.run(&["plan", "--json"]).json();
    let blocked = |locale| {
        plan["blocked"].as_array().unwrap().iter().find(|one| one["post"] == "trap" && one["locale"] == locale)
    };
    assert_eq!(blocked("fr").unwrap()["lacks"], json!(["summary"]));
    assert!(blocked("de").unwrap().get("lacks").is_none(), "{plan}");
    let status = folder.fine(&["status", "--post", "trap"]);
    assert!(status.contains("\n✗ fr/trap: the summary is missing\n"), "{status}");
    assert!(!status.contains("de/trap"), "where the bar says it, nothing is added: {status}");
    let status = folder.run(&["status", "--post", "trap", "--json"]).json();
    assert_eq!(status["posts"][0]["locales"]["fr"]["lacks"], json!(["summary"]));
}

#[test]
fn words_of_the_site_that_a_language_lacks_are_told() {
    let folder = Folder::model();
    assert_eq!(found(&folder, "untranslated-words"), [], "the model publication has all of its words");
    let config = folder.read("postduif.toml");
    let without = |from: &str| {
        config.lines().filter(|line| !line.starts_with(from)).fold(String::new(), |all, line| all + line + "\n")
    };
    folder.write("postduif.toml", without("fr = \"Quand"));
    let line = config.lines().position(|line| line == "[site.tagline]").unwrap() + 1;
    let said = found(&folder, "untranslated-words");
    let [(file, at, message, help)] = &said[..] else { panic!("{said:?}") };
    assert_eq!((file.as_str(), *at), ("postduif.toml", u64::try_from(line).unwrap()));
    assert_eq!(message, "`site.tagline` is not there in fr");
    assert_eq!(help, "add `fr = \"…\"`");
}

#[test]
fn a_post_that_is_taken_from_its_readers_is_told() {
    let folder = Folder::model();
    let file = "posts/sterker-na-je-vijftigste/index.md";
    folder.fine(&["publish"]);
    let post = folder.read(file);
    assert_eq!(folder.run(&["plan", "--json"]).json()["withdrawn"], json!({}));
    folder.write(file, post.replacen("---\n", "---\ndraft: true\n", 1));
    let said = found(&folder, "published-draft");
    assert_eq!(said.iter().map(|(file, line, ..)| (file.as_str(), *line)).collect::<Vec<_>>(), [(file, 2)], "{said:?}");

    let locales = "ar, de, en, fr, nl";
    let all = json!({ "sterker-na-je-vijftigste": locales.split(", ").collect::<Vec<_>>() });
    let plan = folder.run(&["plan", "--json"]).json();
    let mut planned: Vec<_> = plan["withdrawn"]["sterker-na-je-vijftigste"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one.as_str().unwrap())
        .collect();
    planned.sort_unstable();
    assert_eq!(planned.join(", "), locales);
    assert!(folder.fine(&["plan"]).contains(": sterker-na-je-vijftigste\n"));
    let checked = folder.run(&["publish", "--check"]).stdout;
    assert!(
        checked.contains(&format!("to be withdrawn from readers of {locales}: sterker-na-je-vijftigste\n")),
        "{checked}"
    );
    assert_eq!(folder.run(&["publish", "--json"]).json()["withdrawn"], all);
    let again = folder.fine(&["publish"]);
    assert!(!again.contains("withdrawn"), "it is told once: {again}");
    assert_eq!(folder.run(&["plan", "--json"]).json()["withdrawn"], json!({}));
    assert_eq!(found(&folder, "published-draft"), []);

    folder.write(file, post);
    folder.fine(&["publish"]);
    std::fs::remove_file(folder.path(file)).unwrap();
    let said = folder.run(&["publish"]).stdout;
    assert!(said.contains(&format!("withdrawn from readers of {locales}: sterker-na-je-vijftigste\n")), "{said}");
}

#[test]
fn a_newcomer_with_the_name_of_a_page_takes_nothing_from_it() {
    let folder = Folder::model();
    folder.fine(&["publish"]);
    let (page, french) = (folder.read("public/fr/over-ons/index.html"), folder.read("locales/fr/posts/over-ons.ftl"));
    folder.write("posts/over-ons.md", "---\ntitle: Over wie dan?\ndate: 2026-10-02\n---\nEen heel andere tekst.\n");
    let said = found(&folder, "duplicate-slug");
    let [(file, _, message, _)] = &said[..] else { panic!("{said:?}") };
    assert_eq!(file, "posts/over-ons.md");
    assert!(message.contains("already taken by pages/over-ons.md"), "{message}");
    folder.run(&["sync"]);
    assert_eq!(folder.read("locales/fr/posts/over-ons.ftl"), french);
    folder.run(&["publish"]);
    assert_eq!(folder.read("public/fr/over-ons/index.html"), page);

    // It may come under a name of its own.
    std::fs::rename(folder.path("posts/over-ons.md"), folder.path("posts/over-wie.md")).unwrap();
    folder.fine(&["publish"]);
    assert!(folder.read("public/nl/over-wie/index.html").contains("Een heel andere tekst."));
}

#[test]
fn html_that_a_template_writes_as_text_is_an_error_at_its_line() {
    let folder = Folder::model();
    folder.fine(&["publish"]);
    let page = folder.read("public/nl/magnesium-en-spierkrampen/index.html");
    let own = "<!doctype html>\n<title>{{page.title.text}}</title>\n<article>{{page.body_html}}</article>\n";
    folder.write("templates/page/post.hbs", own);
    let said = found(&folder, "escaped-html");
    let [(file, line, message, help)] = &said[..] else { panic!("{said:?}") };
    assert_eq!((file.as_str(), *line), ("templates/page/post.hbs", 3));
    assert!(message.contains("`page.body_html` is HTML"), "{message}");
    assert_eq!(help, "this is HTML: write three braces, `{{{page.body_html}}}`");
    assert_eq!(folder.run(&["publish"]).code, 1);
    assert_eq!(folder.read("public/nl/magnesium-en-spierkrampen/index.html"), page, "the site stays as it was");
    folder.write("templates/page/post.hbs", own.replace("{{page.body_html}}", "{{{page.body_html}}}"));
    folder.fine(&["publish"]);
    assert!(folder.read("public/nl/magnesium-en-spierkrampen/index.html").contains("<article><"));
}

#[test]
fn ids_of_feeds_that_would_change_with_the_domain_are_told_once_there_is_one() {
    let folder = Folder::model();
    assert_eq!(found(&folder, "passing-id"), []);
    let config = folder.read("postduif.toml");
    let id = config.lines().find(|line| line.starts_with("id = ")).unwrap();
    folder.write("postduif.toml", config.replacen(&format!("{id}\n"), "", 1));
    assert_eq!(found(&folder, "passing-id"), [], "nobody finds {config} by its name yet");

    let written = folder.read("postduif.toml");
    let url = written.lines().find(|line| line.starts_with("base_url = ")).unwrap();
    folder.write("postduif.toml", written.replacen(url, "base_url = \"https://duif.example/\"", 1));
    folder.fine(&["publish"]);
    let first = folder.read("public/nl/feed.xml");
    let said = found(&folder, "passing-id");
    let [(file, _, _, help)] = &said[..] else { panic!("{said:?}") };
    let (_, rest) = help.split_once('`').unwrap();
    let (line, _) = rest.split_once('`').unwrap();
    assert_eq!((file.as_str(), line), ("postduif.toml", "id = \"duif.example,2026\""));

    // With that line the ids are those of before, and stay so under another name.
    let moved = folder.read("postduif.toml").replacen("duif.example", "elders.example", 1);
    folder.write("postduif.toml", moved.replacen("[site]\n", &format!("[site]\n{line}\n"), 1));
    assert_eq!(found(&folder, "passing-id"), []);
    folder.fine(&["publish"]);
    let ids = |feed: &str| -> Vec<String> {
        let parts = feed.split("<guid isPermaLink=\"false\">").skip(1);
        parts.map(|part| part.split_once("</guid>").unwrap().0.to_owned()).collect()
    };
    let second = folder.read("public/nl/feed.xml");
    assert!(second.contains("https://elders.example/nl/") && !ids(&first).is_empty(), "{second}");
    assert_eq!(ids(&first), ids(&second));
}
