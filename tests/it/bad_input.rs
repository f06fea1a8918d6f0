//! What is wrong is said with its place and its remedy, and stops nothing else; nothing is lost.

use std::{collections::BTreeSet, fs, process::Command};

use serde_json::Value;

use crate::harness::folder::Folder;

/// A diagnostic that must be there: what the file says, and where and how it is wrong.
struct Wrong {
    name: &'static str,
    text: &'static str,
    place: (u64, u64),
    code: &'static str,
    help: &'static str,
}

const WRONG_POSTS: &[Wrong] = &[
    Wrong {
        name: "posts/fout-sleutel.md",
        text: "---\ntitle: Een\ndate: 2026-10-01\ntopcis: [rug]\n---\n\nTekst.\n",
        place: (4, 1),
        code: "unknown-key",
        help: "did you mean `topics`?",
    },
    Wrong {
        name: "posts/fout-datum.md",
        text: "---\ntitle: Een\ndate: gisteren\n---\n\nTekst.\n",
        place: (3, 7),
        code: "bad-date",
        help: "write a day as 2026-10-02",
    },
    Wrong {
        name: "posts/fout-titel.md",
        text: "---\ndate: 2026-10-01\n---\n\nTekst.\n",
        place: (2, 1),
        code: "missing-key",
        help: "add a line such as `title: ",
    },
    Wrong {
        name: "posts/fout-yaml.md",
        text: "---\ntitle: \"Een\ndate: 2026-10-01\n---\n\nTekst.\n",
        place: (2, 8),
        code: "bad-front-matter",
        help: "between \"double quotes\"",
    },
    Wrong {
        name: "posts/fout-toml.md",
        text: "+++\ntitle = Een\ndate = 2026-10-01\n+++\n\nTekst.\n",
        place: (2, 9),
        code: "bad-front-matter",
        help: "between \"double quotes\"",
    },
    Wrong {
        name: "posts/fout-open.md",
        text: "---\ntitle: Een\ndate: 2026-10-01\n\nTekst.\n",
        place: (1, 1),
        code: "no-front-matter",
        help: "add a line `---` below the last key",
    },
    Wrong {
        name: "posts/fout-kaal.md",
        text: "Tekst.\n",
        place: (1, 1),
        code: "no-front-matter",
        help: "begin the file with `---`",
    },
    Wrong {
        name: "posts/fout-concept.md",
        text: "---\ntitle: Een\ndate: 2026-10-01\ndraft: misschien\n---\n\nTekst.\n",
        place: (4, 8),
        code: "wrong-type",
        help: "write true or false",
    },
    Wrong {
        name: "posts/fout-bron.md",
        text: "---\ntitle: Een\ndate: 2026-10-01\nsources:\n  - text: Bron\n    doi: elf\n---\n\nTekst.\n",
        place: (6, 10),
        code: "bad-doi",
        help: "a DOI looks like 10.",
    },
    Wrong {
        name: "posts/fout-beeld.md",
        text: "---\ntitle: Een\ndate: 2026-10-01\n---\n\nTekst.\n\n![Een pad](weg.svg)\n",
        place: (8, 1),
        code: "missing-picture",
        help: "put it beside posts/fout-beeld.md, or correct its name",
    },
    Wrong {
        name: "posts/fout-link.md",
        text: "---\ntitle: Een\ndate: 2026-10-01\n---\n\n[Lees](spitten-zonder-spyt.md)\n",
        place: (6, 1),
        code: "broken-link",
        help: "did you mean `spitten-zonder-spijt.md`?",
    },
    Wrong {
        name: "posts/Fout Naam.md",
        text: "---\ntitle: Een\ndate: 2026-10-01\n---\n\nTekst.\n",
        place: (1, 1),
        code: "bad-slug",
        help: "rename the file to `fout-naam.md`",
    },
    // The second file of one slug, in the order of their names.
    Wrong {
        name: "posts/zitten-het-nieuwe-roken/index.md",
        text: "---\ntitle: Een\ndate: 2026-10-01\n---\n\nTekst.\n",
        place: (1, 1),
        code: "duplicate-slug",
        help: "rename one of the two",
    },
];

/// The diagnostics of `check --json`, as it prints them.
fn check(folder: &Folder) -> Vec<Value> {
    let ended = folder.run(&["check", "--json"]);
    let found = ended.json()["diagnostics"].as_array().unwrap().clone();
    assert_eq!(ended.code, i32::from(!found.is_empty()), "{ended:?}");
    for one in &found {
        let keys: BTreeSet<&str> = one.as_object().unwrap().keys().map(String::as_str).collect();
        let mut promised: BTreeSet<&str> = ["code", "column", "file", "help", "line", "message", "severity"].into();
        if let Some((line, column)) = end(one) {
            promised.extend(["end_line", "end_column"]);
            assert!((line, column) > (one["line"].as_u64().unwrap(), one["column"].as_u64().unwrap()), "{one}");
        }
        assert_eq!(keys, promised, "{one}");
        assert!(!one["help"].as_str().unwrap().is_empty(), "no remedy: {one}");
    }
    found
}

/// Where the words end that a diagnostic is about, if it tells.
fn end(one: &Value) -> Option<(u64, u64)> {
    one["end_line"].as_u64().zip(one["end_column"].as_u64())
}

#[track_caller]
fn assert_found(found: &[Value], file: &str, (line, column): (u64, u64), code: &str, help: &str) {
    let matches = |one: &&Value| {
        one["file"].as_str().unwrap().starts_with(file)
            && one["line"] == line
            && one["column"] == column
            && one["code"] == code
            && one["help"].as_str().unwrap().contains(help)
    };
    assert_eq!(found.iter().filter(matches).count(), 1, "{code} at {file}:{line}:{column}, {help}: {found:#?}");
}

/// The posts that Dutch readers find.
pub(crate) fn published(folder: &Folder) -> BTreeSet<String> {
    let entries = fs::read_dir(folder.path("public/nl")).unwrap().map(|entry| entry.unwrap());
    let posts = entries.filter(|entry| entry.path().join("index.html").is_file());
    posts.map(|entry| entry.file_name().into_string().unwrap()).collect()
}

/// Who is to get the digest of the demo subscribers, each once.
pub(crate) fn assert_everybody_got_one(folder: &Folder) {
    let recipients = folder.recipients();
    assert_eq!(recipients.len(), 6, "{recipients:?}");
    assert!(recipients.values().all(|mails| *mails == 1), "{recipients:?}");
}

#[test]
fn each_wrong_post_is_shown_with_its_place_and_remedy_and_the_others_are_published() {
    let folder = Folder::model();
    folder.fine(&["publish"]);
    let good = published(&folder);
    for wrong in WRONG_POSTS {
        folder.write(wrong.name, wrong.text);
    }
    folder.write("posts/fout-bytes.md", b"---\ntitle: caf\xe9\n---\n");
    fs::create_dir(folder.path("posts/fout-map.md")).unwrap();

    let found = check(&folder);
    for wrong in WRONG_POSTS {
        let file = if wrong.code == "duplicate-slug" { "posts/zitten-het-nieuwe-roken" } else { wrong.name };
        assert_found(&found, file, wrong.place, wrong.code, wrong.help);
    }
    assert_found(&found, "posts/fout-bytes.md", (2, 1), "not-utf8", "save it as UTF-8");
    assert_found(&found, "posts/fout-map.md", (1, 1), "not-a-file", "index.md");
    assert_eq!(found.len(), WRONG_POSTS.len() + 2, "{found:#?}");

    let ended = folder.run(&["publish"]);
    assert_eq!(ended.code, 1, "{ended:?}");
    for wrong in WRONG_POSTS {
        assert!(ended.stderr.contains(wrong.help), "{}: {}", wrong.name, ended.stderr);
    }
    let now = published(&folder);
    assert!(now.is_superset(&good), "{now:?}");
    for hidden in ["fout-datum", "fout-titel", "fout-yaml", "fout-toml", "fout-open", "fout-kaal", "fout-concept"] {
        assert!(!now.contains(hidden), "{hidden} is published");
    }
}

#[test]
fn one_broken_message_does_not_take_its_file_down_and_sync_leaves_the_file_as_it_is() {
    let folder = Folder::model();
    folder.fine(&["publish"]);
    let post = "locales/fr/posts/magnesium-en-spierkrampen.ftl";
    let broken = format!("{}\ndit is geen bericht\n", folder.read(post));
    let line = broken.lines().count() as u64;
    folder.write(post, &broken);
    let site = "locales/fr/site.ftl";
    folder.write(site, format!("{}\nkapot = {{ $\n", folder.read(site)));

    let found = check(&folder);
    assert_found(&found, post, (line, 1), "fluent-syntax", "put `# ` before a line that is a remark");
    assert!(found.iter().any(|one| one["file"] == site && one["code"] == "broken-message"), "{found:#?}");

    let ended = folder.run(&["sync"]);
    assert_eq!(ended.code, 1, "{ended:?}");
    assert_eq!(folder.read(post), broken);

    let page = folder.read("public/fr/magnesium-en-spierkrampen/index.html");
    assert_eq!(folder.run(&["publish"]).code, 1);
    assert_eq!(folder.read("public/fr/magnesium-en-spierkrampen/index.html"), page, "the other messages are used");
}

#[test]
fn a_text_nested_deeper_than_any_parser_should_go_costs_only_itself() {
    let folder = Folder::model();
    folder.fine(&["publish"]);
    let deep = format!("{}\"a\"{}", "{".repeat(3000), "}".repeat(3000));
    let post = "locales/fr/posts/magnesium-en-spierkrampen.ftl";
    let files = [post, "locales/fr/terms.ftl", "locales/fr/site.ftl", "locales/nl/site.ftl", "locales/nl/terms.ftl"];
    for file in files {
        let name = if file.ends_with("terms.ftl") { "-diep" } else { "diep" };
        folder.write(file, format!("{}\n{name} = {deep}\n", folder.read(file)));
    }
    let broken = folder.read(post);
    let found = check(&folder);
    for file in files {
        let line = folder.read(file).lines().count() as u64;
        let code = if file.ends_with("site.ftl") { "broken-message" } else { "fluent-syntax" };
        assert_found(&found, file, (line, 1), code, "a message is");
    }
    let ended = folder.run(&["sync"]);
    assert_eq!(ended.code, 1, "{ended:?}");
    assert_eq!(folder.read(post), broken, "sync leaves it as it is");
    let page = folder.read("public/fr/magnesium-en-spierkrampen/index.html");
    assert_eq!(folder.run(&["publish"]).code, 1);
    assert_eq!(folder.read("public/fr/magnesium-en-spierkrampen/index.html"), page, "all else is used");
}

#[test]
fn a_post_that_is_one_long_row_of_signs_keeps_nobody_waiting() {
    /// Longer than all of a post.
    const BYTES: usize = 100_000;
    let folder = Folder::model();
    folder.fine(&["sync"]);
    folder.fine(&["publish"]);
    let posts = published(&folder);
    let signs = [">", "- ", "+ ", "1. ", "[", "*", "`", "<", "|", "![a](", "[^a]", "~~a", "*a **b "];
    for (nth, sign) in signs.iter().enumerate() {
        let row = sign.repeat(BYTES / sign.len());
        folder.write(&format!("posts/rij-{nth}.md"), format!("---\ntitle: Rij\ndate: 2026-10-01\n---\n\n{row}\n"));
    }
    let found = check(&folder);
    let left_out = [("posts/rij-0.md", (6, 101)), ("posts/rij-2.md", (6, 201)), ("posts/rij-3.md", (6, 301))];
    for (file, place) in left_out {
        assert_found(&found, file, place, "nested-too-deep", "delete signs at the head of the line");
    }
    let count = |code: &str| found.iter().filter(|one| one["code"] == code).count();
    assert_eq!(
        (count("nested-too-deep"), count("missing-footnote")),
        (left_out.len(), 100),
        "no more than can be read"
    );
    folder.run(&["sync"]);
    assert_eq!(folder.run(&["publish"]).code, 1);
    assert!(published(&folder).is_superset(&posts), "all other posts are there");
    assert_eq!(published(&folder).len(), posts.len() + signs.len() - left_out.len());
}

#[test]
fn a_file_of_the_interface_that_is_no_utf8_gives_way_to_the_texts_of_the_program() {
    let folder = Folder::model();
    folder.fine(&["publish"]);
    let mut files = BTreeSet::new();
    for name in ["site.ftl", "mail.ftl", "topics.ftl", "terms.ftl"] {
        let file = format!("locales/fr/{name}");
        let text = folder.read(&file);
        folder.write(&file, [text.as_bytes(), b"\xef\n"].concat());
        files.insert((file, text.lines().count() as u64 + 1));
    }
    let found = check(&folder);
    for (file, line) in files {
        assert_found(&found, &file, (line, 1), "not-utf8", "save it as UTF-8");
    }
    assert!(!found.iter().any(|one| one["code"] == "missing-message"), "{found:#?}");
    let ended = folder.run(&["publish"]);
    assert_eq!(ended.code, 1, "{ended:?}");
    assert!(ended.stderr.contains("locales/fr/mail.ftl:"), "{ended:?}");
    assert!(folder.read("public/fr/magnesium-en-spierkrampen/index.html").contains("Aller au contenu"));
}

#[test]
fn a_template_that_asks_for_what_is_not_there_gives_way_to_the_one_of_the_theme() {
    let folder = Folder::model();
    folder.fine(&["publish"]);
    let page = "public/nl/spitten-zonder-spijt/index.html";
    let page = if folder.path(page).exists() { page } else { "public/nl/opnieuw-beginnen-lopen/index.html" };
    let before = folder.read(page);
    folder.write("templates/page/post.hbs", "<html>\n<h1>{{page.titel}}</h1>\n</html>\n");
    folder.write("templates/page/topic.hbs", "{{#if}\n");

    let found = check(&folder);
    assert!(
        found.iter().any(|one| one["file"] == "templates/page/post.hbs"
            && one["line"] == 2
            && one["code"] == "template-fails"
            && one["message"].as_str().unwrap().contains("titel")),
        "{found:#?}"
    );
    assert!(found.iter().any(|one| one["file"] == "templates/page/topic.hbs"), "{found:#?}");
    let ended = folder.run(&["publish"]);
    assert_eq!(ended.code, 1, "{ended:?}");
    assert_eq!(folder.read(page), before);
}

#[test]
fn a_workflow_that_never_comes_or_cannot_be_read_stops_no_other() {
    let folder = Folder::with_readers();
    folder.write("workflows/nooit.toml", "title = \"Nooit\"\nschedule = \"0 8 30 2 *\"\n[[steps]]\ndo = \"publish\"\n");
    folder.write("workflows/fout.toml", "title = \"Fout\"\nschedul = \"0 8 * * *\"\n[[steps]]\ndo = \"publish\"\n");
    folder.write("workflows/stap.toml", "title = \"Stap\"\nschedule = \"0 8 * * *\"\n[[steps]]\ndo = \"pubish\"\n");
    let found = check(&folder);
    assert_found(&found, "workflows/nooit.toml", (2, 12), "never-fires", "the day of the month and the month");
    assert_found(&found, "workflows/fout.toml", (2, 1), "bad-workflow", "did you mean `schedule`?");
    assert_found(&found, "workflows/stap.toml", (4, 6), "bad-step", "did you mean `publish`?");
    let end_in = |file: &str| found.iter().find(|one| one["file"] == file).and_then(end);
    let ends = ["workflows/nooit.toml", "workflows/fout.toml", "workflows/stap.toml"].map(end_in);
    assert_eq!(ends, [Some((2, 24)), Some((2, 8)), Some((4, 14))], "after the words");
    let ended = folder.run(&["run", "nooit"]);
    assert_eq!(ended.code, 1);
    assert!(ended.stderr.contains("never-fires"), "{ended:?}");
    let ended = folder.run(&["run", "wekly-digest"]);
    assert_eq!(ended.code, 1);
    assert!(ended.stderr.contains("did you mean `weekly-digest`?"), "{ended:?}");
    folder.fine(&["run", "weekly-digest"]);
    assert_everybody_got_one(&folder);
}

#[test]
fn each_bad_row_of_a_csv_is_reported_and_the_good_ones_are_in() {
    let folder = Folder::model();
    folder.fine(&["publish"]);
    folder.write(
        "lezers.csv",
        "email,locale,cadence\n\
         goed@example.org,fr,weekly\n\
         niet-goed,fr,weekly\n\
         xx@example.org,xx,weekly\n\
         jaar@example.org,nl,yearly\n\
         te@example.org,nl,weekly,veel\n\
         beter@example.org,nl,\n",
    );
    let ended = folder.run(&["subscribers", "import", "lezers.csv", "--consent", "paper"]);
    assert_eq!(ended.code, 1, "{ended:?}");
    assert!(ended.stdout.contains("2 added, 0 known already and left as they are, 4 refused"), "{ended:?}");
    for (line, says) in [
        (3, "not a mail address"),
        (4, "choose one of nl, fr, en, de, ar, fr-BE"),
        (5, "use instant, daily, weekly or monthly"),
        (6, "4 cells, but the first line names 3 columns"),
    ] {
        let row = ended.stderr.lines().find(|row| row.starts_with(&format!("lezers.csv: line {line}: ")));
        assert!(row.is_some_and(|row| row.contains(says)), "line {line}, {says}: {}", ended.stderr);
    }
    let export = folder.fine(&["subscribers", "export"]);
    let addresses: Vec<&str> = export.lines().skip(1).filter_map(|row| row.split(',').next()).collect();
    assert_eq!(addresses, ["goed@example.org", "beter@example.org"]);

    // As spreadsheets write it, with a blank line.
    folder.write("blad.csv", "email;locale\r\n\r\nfout;nl\r\n");
    let ended = folder.run(&["subscribers", "import", "blad.csv", "--consent", "paper"]);
    assert!(ended.stderr.starts_with("blad.csv: line 3: "), "{ended:?}");

    // What nobody gets now is kept, with a word on it.
    folder.write("wens.csv", "email,cadence,topics\na@example.org,instant,rugpij;voeding\nb@example.org,daily,\n");
    let ended = folder.run(&["subscribers", "import", "wens.csv", "--consent", "paper"]);
    assert_eq!(ended.code, 0, "{ended:?}");
    assert!(ended.stdout.contains("2 added"), "{ended:?}");
    let warnings: Vec<&str> = ended.stderr.lines().collect();
    assert_eq!(
        warnings,
        [
            "wens.csv: line 2: warning: no post is about `rugpij` yet; did you mean `rugpijn`?",
            "wens.csv: line 2: warning: no workflow sends a digest `instant` yet; there are daily, weekly, monthly",
        ]
    );
    let ended = folder.run(&["subscribers", "add", "c@example.org", "--topics", "voeding,niets"]);
    assert_eq!((ended.code, ended.stderr.lines().count()), (0, 1), "{ended:?}");
    assert!(ended.stderr.starts_with("warning: no post is about `niets` yet"), "{ended:?}");

    folder.write("open.csv", "email,name\nd@example.org,Dé\ne@example.org,\"Eva\nf@example.org,Fé\n");
    let ended = folder.run(&["subscribers", "import", "open.csv", "--consent", "paper"]);
    assert!(ended.code == 1 && ended.stdout.contains("1 added"), "{ended:?}");
    let says = "open.csv: line 3: a quote is opened here and never closed, so 1 line after it cannot be read";
    assert_eq!(ended.stderr.trim_end(), says);

    folder.write("kop.csv", "emial,locale\nx@example.org,nl\n");
    for (file, says) in [("kop.csv", "did you mean `email`?"), ("weg.csv", "cannot read weg.csv")] {
        let ended = folder.run(&["subscribers", "import", file, "--consent", "paper"]);
        assert_eq!(ended.code, 1, "{ended:?}");
        assert!(ended.stderr.contains(says), "{ended:?}");
    }
}

#[test]
fn an_unknown_key_of_the_configuration_is_refused_with_the_one_that_was_meant() {
    let folder = Folder::model();
    let good = folder.read("postduif.toml");
    folder.write("postduif.toml", good.replace("max_posts", "maks_posts"));
    let line = 1 + good.lines().position(|line| line.starts_with("max_posts")).unwrap();
    let ended = folder.run(&["check"]);
    assert_eq!(ended.code, 1, "{ended:?}");
    assert!(ended.stderr.contains(&format!("postduif.toml:{line}:1")), "{ended:?}");
    assert!(ended.stderr.contains("did you mean `max_posts`?"), "{ended:?}");

    fs::remove_file(folder.path("postduif.toml")).unwrap();
    let ended = folder.run(&["check"]);
    assert_eq!(ended.code, 1);
    assert!(ended.stderr.contains("help: run postduif in the folder of a publication"), "{ended:?}");
    fs::create_dir(folder.path("postduif.toml")).unwrap();
    let ended = folder.run(&["check"]);
    assert_eq!(ended.code, 1);
    assert!(ended.stderr.contains("Is a directory"), "{ended:?}");
}

/// Puts something in the place of a file that cannot be read as one, whoever runs the program.
fn make_unreadable(folder: &Folder, file: &str, how: &str) {
    let path = folder.path(file);
    let _ = fs::remove_file(&path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    match how {
        "loop" => std::os::unix::fs::symlink(path.file_name().unwrap(), &path).unwrap(),
        "pipe" => assert!(Command::new("mkfifo").arg(&path).status().unwrap().success()),
        _ => std::os::unix::fs::symlink("nergens", &path).unwrap(),
    }
}

#[test]
fn a_file_that_cannot_be_read_stops_no_other_and_its_post_keeps_its_page() {
    let folder = Folder::model();
    folder.fine(&["publish"]);
    let slug = "magnesium-en-spierkrampen";
    let page = format!("public/nl/{slug}/index.html");
    let (before, posts) = (folder.read(&page), published(&folder));
    let feed = folder.read("public/nl/feed.xml");
    for how in ["loop", "pipe", "nowhere"] {
        let files = [&format!("posts/{slug}.md"), "posts/map/index.md", "workflows/nacht.toml", "locales/fr/mail.ftl"];
        for file in files {
            make_unreadable(&folder, file, how);
        }
        let found = check(&folder);
        // Nobody asks for more of a language than it has: a link that leads nowhere is no file there.
        let seen = &files[..if how == "nowhere" { 3 } else { 4 }];
        for file in seen {
            assert_found(&found, file, (1, 1), "unreadable-file", if how == "nowhere" { "mend" } else { "plain file" });
        }
        for (command, code) in [("sync", 1), ("status", 0)] {
            assert_eq!(folder.run(&[command]).code, code, "{how}: {command}");
        }
        let ended = folder.run(&["publish"]);
        assert_eq!(ended.code, 1, "{how}: {ended:?}");
        assert!(ended.stderr.contains("unreadable-file"), "{ended:?}");
        assert_eq!(folder.read(&page), before, "{how}");
        assert_eq!(published(&folder), posts, "{how}");
        assert_eq!(folder.read("public/nl/feed.xml").matches("<item>").count(), feed.matches("<item>").count());
    }
}

#[test]
fn a_post_with_a_merge_conflict_keeps_its_old_page_until_somebody_resolves_it() {
    let folder = Folder::model();
    folder.fine(&["publish"]);
    let (file, page) = ("posts/magnesium-en-spierkrampen.md", "public/nl/magnesium-en-spierkrampen/index.html");
    let (post, before, french) =
        (folder.read(file), folder.read(page), folder.read("locales/fr/posts/magnesium-en-spierkrampen.ftl"));
    let line = post.lines().count() as u64 + 2;
    folder.write(file, format!("{post}\n<<<<<<< HEAD\nEén zin.\n=======\nTwee zinnen.\n>>>>>>> tak\n"));
    assert_found(&check(&folder), file, (line, 1), "merge-conflict", "keep one side");
    assert!(folder.run(&["sync"]).stderr.contains("merge-conflict"));
    assert_eq!(folder.read("locales/fr/posts/magnesium-en-spierkrampen.ftl"), french);
    assert_eq!(folder.run(&["publish"]).code, 1);
    assert_eq!(folder.read(page), before);
    folder.write(file, format!("{post}\n```\n<<<<<<< HEAD\n=======\n>>>>>>> tak\n```\n"));
    folder.fine(&["publish"]);
    assert!(folder.read(page).contains("&lt;&lt;&lt;&lt;&lt;&lt;&lt; HEAD"), "a post may show one");
}

#[test]
fn characters_that_nobody_sees_are_shown_in_posts_too() {
    let folder = Folder::model();
    folder.write("posts/stil.md", "---\ntitle: Stil\ndate: 2026-10-01\n---\n\nEen\0 zin.\n\nTwee \u{202e}zinnen.\n");
    let found = check(&folder);
    assert_found(&found, "posts/stil.md", (6, 4), "invisible-character", "copied text");
    assert_found(&found, "posts/stil.md", (8, 6), "direction-control", "delete it");
    assert_eq!(found.len(), 2, "{found:#?}");
}
