//! Whatever people and machines get wrong: each thing is said with its place and the remedy, and
//! stops nothing else.

use std::{fs, net::TcpListener, path::Path, process::Command};

use postduif::diagnostic::Diagnostic;
use sqlx::{Connection as _, SqliteConnection};

use crate::harness::{Ended, Publication, copy_folder, fixture, postduif, program, tell};

/// Where something is wrong: `file:line:column code`.
fn places(found: &[Diagnostic]) -> Vec<String> {
    let place = |found: &Diagnostic| {
        assert!(!found.message.is_empty() && !found.help.is_empty(), "what is wrong, and what to do: {found:?}");
        format!("{}:{}:{} {}", found.file.display(), found.line, found.column, found.code)
    };
    found.iter().map(place).collect()
}

/// A copy of the fixture publication, for the real program.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy_folder(&fixture("publication"), folder.path());
    folder
}

fn released(garden: &Publication, locale: &str) -> Vec<String> {
    let posts = ["composteren", "slakken", "regenton", "eerste-vorst", "winterplan", "goed"];
    let there = |post: &&str| garden.has(&format!("public/{locale}/{post}/index.html"));
    posts.into_iter().filter(there).map(str::to_owned).collect()
}

#[test]
fn a_mistake_in_front_matter_is_shown_where_it_stands_and_what_was_meant() {
    const HEAD: &str = "---\ntitle: Goed\ndate: 2026-10-01\n";
    let cases = [
        ("Geen kop, maar wel tekst.\n".to_owned(), "1:1 no-front-matter", "begin the file with `---`"),
        ("---\ntitle: Nooit gesloten\n".to_owned(), "1:1 no-front-matter", "add a line `---`"),
        ("---\ntitle: \"open\ndate: 2026-10-01\n---\n".to_owned(), "2:8 bad-front-matter", "quotes"),
        ("+++\ntitle = Zonder\n+++\n".to_owned(), "2:9 bad-front-matter", "quotes"),
        ("---\ndate: 2026-10-01\n---\n".to_owned(), "2:1 missing-key", "title: Kleine stappen"),
        ("---\ntitle: Goed\n---\n".to_owned(), "2:1 missing-key", "date: 2026-10-02"),
        ("---\ntitle: Goed\ndate: morgen\n---\n".to_owned(), "3:7 bad-date", "2026-10-02"),
        (format!("{HEAD}topcis: [bodem]\n---\n"), "4:1 unknown-key", "did you mean `topics`?"),
        (format!("{HEAD}topics: {{ a: b }}\n---\n"), "4:9 wrong-type", "[een, twee]"),
        (format!("{HEAD}draft: misschien\n---\n"), "4:8 wrong-type", "true or false"),
        (format!("{HEAD}summary:\n---\n"), "4:8 empty-value", "leave the line out"),
        (format!("{HEAD}topics: [bodme]\n---\n"), "1:1 unknown-topic", "topics.ftl"),
        (format!("{HEAD}authors: [miekje]\n---\n"), "1:1 unknown-author", "did you mean `mieke`?"),
        (format!("{HEAD}related: [slaken]\n---\n"), "1:1 broken-link", "did you mean `slakken.md`?"),
        (format!("{HEAD}---\n\nZie [slaken](slaken.md).\n"), "6:1 broken-link", "did you mean `slakken.md`?"),
        (format!("{HEAD}---\n\nTekst.\n\n![Een kip](kip.svg)\n"), "8:1 missing-picture", "beside posts/goed.md"),
        (format!("{HEAD}image:\n  src: kip.svg\n  alt: Een kip.\n---\n"), "5:1 missing-picture", "correct its name"),
        (format!("{HEAD}sources:\n  - text: Boek\n    doi: 11/1\n---\n"), "6:10 bad-doi", "10."),
        (format!("{HEAD}sources:\n  - text: Boek\n    pmid: PM12\n---\n"), "6:11 bad-pmid", "digits"),
        (format!("{HEAD}sources:\n  - text: Boek\n    url: example.org\n---\n"), "6:10 bad-url", "https://"),
    ];
    tell(async |garden| {
        let mut wrong = Vec::new();
        for (text, place, remedy) in cases {
            garden.write("posts/goed.md", &text);
            let found = garden.check().await;
            if places(&found) != [format!("posts/goed.md:{place}")] || !found[0].help.contains(remedy) {
                wrong.push(format!("{text}\nis to be {place} with {remedy:?}, and is {found:#?}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    });
}

#[test]
fn many_bad_posts_are_all_shown_and_the_good_ones_come_out() {
    tell(async |garden| {
        garden.write("posts/kapot.md", "---\ntitle: Kapot\ndate: gisteren\n---\n");
        garden.write("posts/Mijn Post.md", "---\ntitle: Goed\ndate: 2026-10-01\n---\n");
        garden.write("posts/latin.md", b"---\ntitle: Caf\xe9\ndate: 2026-10-01\n---\n");
        garden.write("posts/slakken/index.md", "---\ntitle: Nog een slak\ndate: 2026-10-01\n---\n");
        garden.write("posts/beeld.md", "---\ntitle: Beeld\ndate: 2026-10-01\n---\n\n![Een kip](kip.svg)\n");
        let published = garden.publish().await;
        let expected = [
            "posts/Mijn Post.md:1:1 bad-slug",
            "posts/beeld.md:6:1 missing-picture",
            "posts/kapot.md:3:7 bad-date",
            "posts/latin.md:2:1 not-utf8",
            "posts/slakken.md:1:1 duplicate-slug",
        ];
        let mut found = places(&published.diagnostics);
        found.sort();
        assert_eq!(found.len(), expected.len(), "{found:#?}");
        assert_eq!(found, expected);
        assert_eq!(released(&garden, "nl"), ["composteren", "slakken", "regenton"]);
        assert!(garden.read("public/nl/slakken/index.html").contains("Nog een slak"), "one of the two is kept");
        assert!(garden.has("public/nl/beeld/index.html"), "a picture that is missing stops no text");
    });
}

#[test]
fn one_bad_message_takes_no_catalog_down_and_sync_leaves_the_file_alone() {
    tell(async |garden| {
        let file = "locales/fr/posts/composteren.ftl";
        garden.edit(file, "image-credit = Dessin", "image-credit Dessin");
        garden.edit(file, "p-28a5de = Commencez", "p-28a5de = { Commencez");
        let before = garden.read(file);
        let found = garden.check().await;
        assert_eq!(places(&found).len(), 2, "{found:#?}");
        assert!(places(&found).iter().all(|place| place.ends_with("fluent-syntax")));
        let line = before.lines().position(|line| line.starts_with("p-28a5de")).unwrap() + 1;
        assert!(found.iter().any(|found| found.line == line), "{found:#?}");
        let synced = garden.content.sync().await.unwrap();
        assert_eq!(places(&synced.diagnostics), places(&found));
        assert_eq!(garden.read(file), before, "not a byte is lost");
        garden.publish().await;
        let page = garden.read("public/fr/composteren/index.html");
        assert!(page.contains("Composter dans un seul sac") && page.contains("<strong>droge bladeren</strong>"));
        assert_eq!(released(&garden, "fr"), ["composteren", "slakken"]);
    });
}

#[test]
fn a_broken_text_of_the_interface_costs_only_itself() {
    tell(async |garden| {
        garden.write("locales/fr/site.ftl", "nav-home = { $geen\nsubscribe-title = La lettre du jardin\n");
        let found = garden.check().await;
        assert_eq!(places(&found), ["locales/fr/site.ftl:1:1 broken-message"]);
        garden.publish().await;
        assert!(garden.read("public/fr/index.html").contains("Tous les articles"), "the binary's own text is used");
        assert!(garden.get("/fr/subscribe").await.body.contains("La lettre du jardin"));
    });
}

#[test]
fn an_unknown_variable_in_a_template_is_shown_and_the_programs_own_template_used() {
    tell(async |garden| {
        garden.write("templates/page/post.hbs", "<title>{{page.title.text}}</title>\n<h1>{{page.titel}}</h1>\n");
        garden.write("templates/page/topic.hbs", "{{#if page.title}}");
        garden.write("templates/mail/digest/subject.txt.hbs", "Nieuws uit {{site.naam}}");
        let found = garden.check().await;
        let expected = [
            "templates/mail/digest/subject.txt.hbs:1:12 template-fails",
            "templates/page/post.hbs:2:5 template-fails",
            "templates/page/topic.hbs:1:1 broken-template",
        ];
        let shown: Vec<_> =
            places(&found).into_iter().map(|place| place.replace(":1:19 broken", ":1:1 broken")).collect();
        assert_eq!(shown, expected, "{found:#?}");
        garden.publish().await;
        assert!(garden.read("public/nl/slakken/index.html").contains("<h1>Vrede met de slak</h1>"));
        garden.join_from("an@lezers.example", "nl", "latest:1".parse().unwrap()).await;
        assert_eq!(garden.digest().await[0].subject, "De regenton vullen");
    });
}

#[test]
fn a_cron_line_that_never_fires_is_shown_and_stops_no_other_workflow() {
    tell(async |garden| {
        let steps = "time_zone = \"Europe/Brussels\"\n[[steps]]\ndo = \"sync\"\n";
        garden.write("workflows/nooit.toml", format!("title = \"Nooit\"\nschedule = \"0 8 31 2 *\"\n{steps}"));
        garden.write("workflows/vaag.toml", format!("schedule = \"every friday\"\n{steps}"));
        garden.write("workflows/mars.toml", "schedule = \"0 8 * * *\"\ntime_zone = \"Europe/Brussel\"\nsteps = []\n");
        let expected = [
            "workflows/mars.toml:2:13 bad-time-zone",
            "workflows/nooit.toml:2:12 never-fires",
            "workflows/vaag.toml:1:12 bad-schedule",
        ];
        assert_eq!(places(&garden.check().await), expected);
        garden.run("weekly-digest").await;
        assert_eq!(released(&garden, "en"), ["composteren", "slakken", "regenton"]);

        let refused = postduif(garden.root(), "run nooit").to_fix();
        assert!(refused.contains("workflows/nooit.toml:2:12") && refused.contains("never comes"), "{refused}");
        let unknown = postduif(garden.root(), "run weekly-digset").to_fix();
        assert!(unknown.contains("did you mean `weekly-digest`?"), "{unknown}");
    });
}

#[test]
fn check_shows_everything_and_says_by_its_exit_code_whether_something_is_wrong() {
    let folder = folder();
    assert!(
        postduif(folder.path(), "check").fine().contains("5 posts in 6 locales and 2 workflows checked: no errors")
    );
    fs::write(folder.path().join("posts/kapot.md"), "---\ntitle: Kapot\ndate: gisteren\n---\n").unwrap();
    let shown = postduif(folder.path(), "check").to_fix();
    assert!(shown.contains("posts/kapot.md:3:7") && shown.contains("help: write a day as 2026-10-02"), "{shown}");
    let json = postduif(folder.path(), "check --json");
    let read: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    let found = &read["diagnostics"][0];
    assert_eq!((&found["file"], &found["line"], &found["column"]), (&"posts/kapot.md".into(), &3.into(), &7.into()));
    assert_eq!((&found["severity"], &found["code"]), (&"error".into(), &"bad-date".into()));
    assert_eq!(json.code, 1);
}

#[test]
fn a_configuration_that_is_wrong_or_missing_can_be_fixed() {
    let folder = folder();
    let file = folder.path().join("postduif.toml");
    let good = fs::read_to_string(&file).unwrap();
    for (from, to, said) in [
        ("source_locale", "source_locael", "did you mean `source_locale`?"),
        ("chain = [\"en\"]", "chain = [\"eo\"]", "add a line [locales.eo]"),
        ("Europe/Brussels", "Europe/Brusels", "did you mean `Europe/Brussels`?"),
        ("[locales.nl]", "", "add a line [locales.nl]"),
        ("https://moestuin.example\"\nid", "moestuin\"\nid", "base_url"),
    ] {
        fs::write(&file, good.replace(from, to)).unwrap();
        let shown = postduif(folder.path(), "check").to_fix();
        assert!(shown.contains("postduif.toml") && shown.contains(said), "{shown}");
    }
    fs::remove_file(&file).unwrap();
    let shown = postduif(folder.path(), "check").to_fix();
    assert!(shown.contains("postduif.toml") && shown.contains("--config"), "{shown}");
}

#[test]
fn bad_rows_of_a_csv_file_are_named_by_line_and_the_good_ones_come_in() {
    let folder = folder();
    let rows = "email,locale,cadence,time_zone\n\
                an@lezers.example,nl,,\n\
                geen-adres,nl,,\n\
                bo@lezers.example,xx,,\n\
                cas@lezers.example,nl,hourly,\n\
                dirk@lezers.example,nl,,Europe/Brusels\n\
                emna@lezers.example,fr,monthly,Europe/Brussels\n\
                AN@lezers.example,nl,,\n";
    fs::write(folder.path().join("lezers.csv"), rows).unwrap();
    let ended = postduif(folder.path(), "subscribers import lezers.csv");
    assert_eq!(ended.code, 1, "{ended:?}");
    assert_eq!(ended.out, "2 added, 1 known already and left as they are, 4 refused\n");
    for line in [3, 4, 5, 6] {
        assert!(ended.err.contains(&format!("line {line}")), "line {line} is named: {}", ended.err);
    }
    assert!(!ended.err.contains("geen-adres"), "what may be an address is not repeated");
    let there = postduif(folder.path(), "subscribers export").fine();
    assert_eq!(there.lines().count(), 3, "{there}");

    fs::write(folder.path().join("lezers.csv"), "name,emial\nAn,an@lezers.example\n").unwrap();
    assert!(postduif(folder.path(), "subscribers import lezers.csv").to_fix().contains("did you mean `email`?"));
    assert!(postduif(folder.path(), "subscribers import weg.csv").to_fix().contains("cannot read weg.csv"));
}

// The machine fails: exit code 2, one clear sentence, and nothing is lost.

#[test]
fn a_corrupt_database_is_said_to_be_one() {
    let folder = folder();
    fs::create_dir(folder.path().join("data")).unwrap();
    fs::write(folder.path().join("data/postduif.db"), "dit is geen databank, maar wel lang genoeg".repeat(200))
        .unwrap();
    let said = postduif(folder.path(), "publish").failed();
    assert!(said.contains("cannot open the database") && said.contains("damaged"), "{said}");
    assert!(!folder.path().join("public").exists());
}

#[tokio::test]
async fn a_locked_database_is_waited_for_and_then_said_to_be_locked() {
    let folder = folder();
    postduif(folder.path(), "publish").fine();
    let url = format!("sqlite:{}", folder.path().join("data/postduif.db").display());
    let mut other = SqliteConnection::connect(&url).await.unwrap();
    sqlx::query("BEGIN IMMEDIATE").execute(&mut other).await.unwrap();
    fs::write(folder.path().join("posts/nieuw.md"), "---\ntitle: Nieuw\ndate: 2026-10-01\n---\n").unwrap();
    let said = postduif(folder.path(), "publish").failed();
    assert!(said.contains("locked"), "{said}");
    sqlx::query("COMMIT").execute(&mut other).await.unwrap();
    assert!(postduif(folder.path(), "publish").fine().contains("released to readers of nl: 1 posts"));
}

#[test]
fn a_file_in_the_place_of_a_folder_is_named() {
    let folder = folder();
    for name in ["data", "public", "outbox"] {
        fs::write(folder.path().join(name), "in de weg").unwrap();
        let command = if name == "outbox" { "run weekly-digest" } else { "publish" };
        let said = postduif(folder.path(), command).failed();
        assert!(said.contains(name), "{said}");
        fs::remove_file(folder.path().join(name)).unwrap();
    }
}

/// Runs the program so that no file may grow over so many blocks of 512 bytes: a full disk.
fn on_a_full_disk(folder: &Path, blocks: usize, arguments: &str) -> Ended {
    let program = program(folder);
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" {arguments}");
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(script).arg(program.get_program()).current_dir(folder);
    for (name, _) in program.get_envs() {
        shell.env_remove(name);
    }
    Ended::of(&mut shell)
}

#[test]
fn a_full_disk_is_said_to_be_full_and_loses_nothing() {
    let folder = folder();
    postduif(folder.path(), "publish").fine();
    fs::write(folder.path().join("lezers.csv"), "email,locale\nan@lezers.example,nl\nbo@lezers.example,fr\n").unwrap();
    postduif(folder.path(), "subscribers import lezers.csv --start latest:2").fine();
    let mut failures = 0;
    // From where the database cannot be opened to where the last mail is not written.
    for blocks in [1, 64, 128, 256, 290, 300, 310, 320, 340, 360, 400] {
        let ended = on_a_full_disk(folder.path(), blocks, "run weekly-digest");
        if ended.code != 0 {
            failures += 1;
            let said = ended.failed();
            assert!(said.contains("cannot") || said.contains("full"), "{said}");
        }
    }
    assert!(failures > 2, "{failures} failures");
    postduif(folder.path(), "run weekly-digest").fine();
    let mut mails: Vec<_> = fs::read_dir(folder.path().join("outbox"))
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    mails.sort();
    assert_eq!(mails.len(), 2, "one mail for each reader, and nothing half-written: {mails:?}");
    assert!(mails.iter().all(|name| name.ends_with(".eml")), "{mails:?}");
    let whole = postduif(folder.path(), "issues list --json").fine();
    let read: serde_json::Value = serde_json::from_str(&whole).unwrap();
    let accepted = |issue: &serde_json::Value| issue["accepted"].as_u64().unwrap();
    assert_eq!(read["issues"].as_array().unwrap().iter().map(accepted).sum::<u64>(), 2, "{whole}");
}

#[test]
fn an_unreachable_relay_is_said_to_be_so_and_its_mails_wait() {
    let folder = folder();
    postduif(folder.path(), "publish").fine();
    fs::write(folder.path().join("lezers.csv"), "email,locale\nan@lezers.example,nl\nbo@lezers.example,fr\n").unwrap();
    postduif(folder.path(), "subscribers import lezers.csv --start latest:2").fine();
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let relay = format!("smtp://127.0.0.1:{free}");
    let ended = Ended::of(program(folder.path()).args(["run", "weekly-digest"]).env("POSTDUIF_MAIL__RELAY", relay));
    let said = ended.failed();
    assert!(said.contains("the relay cannot be used") && said.contains("next `run`"), "{said}");
    assert!(!said.contains("@lezers"), "{said}");
    assert!(!folder.path().join("outbox").exists());

    let ran = postduif(folder.path(), "run weekly-digest").fine();
    assert_eq!(fs::read_dir(folder.path().join("outbox")).unwrap().count(), 2, "{ran}");
}
