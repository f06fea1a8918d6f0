//! A new publication: what `init` makes, and what it leaves alone.

use std::{
    fs,
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
};

use crate::harness::{Ended, postduif, program};

/// Runs `init` in a folder; words with blanks stand by themselves.
fn init(folder: &Path, arguments: &[&str]) -> Ended {
    Ended::of(program(folder).arg("init").args(arguments))
}

fn read(folder: &Path, file: &str) -> String {
    fs::read_to_string(folder.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// Every file below a folder with its words.
fn all_files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().display().to_string();
                files.push((name, fs::read(path).unwrap()));
            }
        }
    }
    files.sort();
    files
}

#[test]
fn a_new_publication_is_ready_to_be_read_by_page_and_by_mail() {
    let folder = tempfile::tempdir().unwrap();
    let said = init(folder.path(), &["mijn-blad"]).fine();
    assert!(said.starts_with("Mijn blad is ready in mijn-blad.\n") && said.ends_with("  postduif serve\n"), "{said}");
    let blad = folder.path().join("mijn-blad");
    let checked = postduif(&blad, "check").fine();
    assert!(checked.ends_with("\n1 post in 5 locales and 2 workflows checked: no errors\n"), "{checked}");
    assert!(checked.contains("weekly-digest runs next on Fri "), "{checked}");
    assert_eq!(postduif(&blad, "sync").fine(), "the locale files are in step with the posts\n");
    for locale in ["nl", "fr", "en", "de", "ar"] {
        let address = format!("subscribers add lezer-{locale}@lezers.example --locale {locale} --start latest:1");
        postduif(&blad, &address).fine();
    }
    assert!(postduif(&blad, "run weekly-digest").fine().contains("5 planned, 5 accepted"));
    for (locale, title) in
        [("nl", "De eerste duif is los"), ("fr", "Le premier pigeon"), ("ar", "انطلقت الحمامة الأولى")]
    {
        assert!(read(&blad, &format!("public/{locale}/eerste-duif/index.html")).contains(title), "{locale}");
    }
    assert_eq!(fs::read_dir(blad.join("outbox")).unwrap().count(), 5);
}

#[test]
fn what_was_chosen_is_what_the_publication_has() {
    let folder = tempfile::tempdir().unwrap();
    let title = r#"Het "Blad": <nieuws>"#;
    // Dutch goes without saying, and once is enough.
    let (locales, zone) = ("nl,en,fr,en", "Europe/Paris");
    let choices = ["--title", title, "--base-url", "https://blad.example/", "--locales", locales, "--time-zone", zone];
    init(folder.path(), &[&["."][..], &choices].concat()).fine();
    let written: toml::Table = read(folder.path(), "postduif.toml").parse().unwrap();
    assert_eq!(written["site"]["title"].as_str(), Some(title));
    assert_eq!(written["site"]["base_url"].as_str(), Some("https://blad.example"));
    assert!(written["site"]["id"].as_str().unwrap().starts_with("blad.example,20"), "{written}");
    assert_eq!(written["site"]["time_zone"].as_str(), Some("Europe/Paris"));
    assert_eq!(written["locales"].as_table().unwrap().keys().collect::<Vec<_>>(), ["nl", "en", "fr"]);
    assert_eq!(written["mail"]["from"].as_str(), Some(r#"Het "Blad": nieuws <newsletter@blad.example>"#));
    assert!(read(folder.path(), "locales/l10n.toml").contains(r#"locales = ["en", "fr"]"#));
    let tongues = all_files(folder.path()).into_iter().map(|(name, _)| name);
    let others: Vec<_> = tongues.filter(|name| name.contains("/de/") || name.contains("/ar/")).collect();
    assert!(others.is_empty(), "{others:?}");
    let checked = postduif(folder.path(), "check").fine();
    assert!(checked.ends_with("\n1 post in 3 locales and 2 workflows checked: no errors\n"), "{checked}");
}

#[test]
fn nothing_that_stands_there_is_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("posts")).unwrap();
    fs::write(folder.path().join("posts/eerste-duif.md"), "mijn eigen woorden\n").unwrap();
    let before = all_files(folder.path());
    let said = init(folder.path(), &["."]).wrong();
    assert!(said.contains("there is a posts/eerste-duif.md already") && said.contains("help: "), "{said}");
    assert_eq!(all_files(folder.path()), before);
    fs::remove_file(folder.path().join("posts/eerste-duif.md")).unwrap();
    fs::write(folder.path().join("LICENSE"), "van mij\n").unwrap();
    init(folder.path(), &["."]).fine();
    assert_eq!(read(folder.path(), "LICENSE"), "van mij\n", "what is not in the way may stay");
}

#[test]
fn whoever_was_killed_half_way_says_the_same_again() {
    let folder = tempfile::tempdir().unwrap();
    init(folder.path(), &["blad"]).fine();
    let whole = all_files(folder.path());
    for (name, _) in whole.iter().step_by(2) {
        fs::remove_file(folder.path().join(name)).unwrap();
    }
    init(folder.path(), &["blad"]).fine();
    assert_eq!(all_files(folder.path()), whole);
}

#[test]
fn a_file_of_the_theme_is_written_where_it_can_be_changed() {
    let folder = tempfile::tempdir().unwrap();
    init(folder.path(), &["blad"]).fine();
    let blad = folder.path().join("blad");
    let copy = |name: &str| init(&blad, &[".", "--template", name]);
    for name in ["page/post.hbs", "partials/card.hbs", "assets/site.css"] {
        assert!(copy(name).fine().starts_with(&format!("templates/{name} takes the place")));
    }
    let post = read(&blad, "templates/page/post.hbs");
    fs::write(blad.join("templates/page/post.hbs"), post.replacen("<article", "<article data-own", 1)).unwrap();
    postduif(&blad, "publish").fine();
    assert!(read(&blad, "public/nl/eerste-duif/index.html").contains("<article data-own"));
    let said = copy("page/post.hbs").wrong();
    assert!(said.contains("is there already"), "{said}");
    assert!(read(&blad, "templates/page/post.hbs").contains("data-own"), "it stays as it is");
    assert!(copy("page/posts.hbs").wrong().contains("did you mean `page/post.hbs`?"));
    let said = copy("niets").wrong();
    assert!(said.contains("mail/digest/body.html.hbs, "), "{said}");
}

#[test]
fn a_choice_that_cannot_be_is_told_with_the_remedy() {
    let folder = tempfile::tempdir().unwrap();
    for (choice, remedy) in [
        (["--locales", "fr,pt"], "languages whose interface is built in: fr, en, de, ar"),
        (["--base-url", "blad.example"], "write it as in https://example.org"),
        (["--time-zone", "Europe/Brusels"], "did you mean Europe/Brussels?"),
        (["--title", " "], "a title is some words on one line"),
    ] {
        let said = init(folder.path(), &[&["blad"][..], &choice].concat()).wrong();
        assert!(said.contains(remedy), "{said}");
    }
    assert!(all_files(folder.path()).is_empty());
}

#[test]
fn who_sits_at_a_terminal_is_asked_and_asked_again() {
    let folder = tempfile::tempdir().unwrap();
    let ask = format!("{} init blad", env!("CARGO_BIN_EXE_postduif"));
    // `script` of Debian's bsdutils, which every Debian has, plays the terminal.
    let script = Command::new("script")
        .args(["--quiet", "--return", "--command", &ask, "/dev/null"])
        .current_dir(folder.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let Ok(mut script) = script else {
        eprintln!("left out: `script` is not there to play a terminal");
        return;
    };
    script.stdin.take().unwrap().write_all("Het Blad\n\npt\nfr\nEurope/Paris\n".as_bytes()).unwrap();
    let said = String::from_utf8(script.wait_with_output().unwrap().stdout).unwrap();
    assert!(said.contains("What is it called? [Blad]"), "{said}");
    assert_eq!(said.matches("In which languages beside Dutch?").count(), 2, "{said}");
    let written = read(folder.path(), "blad/postduif.toml");
    assert!(
        written.contains("title = \"Het Blad\"") && written.contains("\n[locales.nl]\n[locales.fr]\n\n"),
        "{written}"
    );
    assert!(written.contains("base_url = \"http://127.0.0.1:8080\"") && written.contains("Europe/Paris"), "{written}");
}
