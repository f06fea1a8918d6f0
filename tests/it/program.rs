//! The real program, as a person runs it: in a folder of its own, with nothing faked.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use mail_parser::Message;
use serde_json::Value;

use crate::harness::{
    daemon::{Daemon, Running, get, wait_for},
    folder::{Ended, Folder, parsed, recipient},
};

/// The demo subscribers' languages, in the order of their rows, and that of the mail each gets.
const READERS: [(&str, &str); 6] = [
    ("griet@lezers.example", "nl"),
    ("camille@lecteurs.example", "fr"),
    ("alice@readers.example", "en"),
    ("jana@leser.example", "de"),
    ("salma@qurra.example", "ar"),
    ("hugues@lecteurs.example", "fr-BE"),
];

fn header(mail: &Message<'_>, name: &str) -> String {
    mail.header_raw(name).unwrap_or_else(|| panic!("no {name}")).trim().to_owned()
}

fn keys(object: &Value) -> BTreeSet<&str> {
    object.as_object().unwrap().keys().map(String::as_str).collect()
}
#[test]
fn the_daemon_serves_five_languages_and_stops_when_it_is_asked_to() {
    let folder = Folder::model();
    let daemon = Daemon::start(&folder);
    assert!(daemon.greeting.contains("mail is written to outbox/*.eml"), "{}", daemon.greeting);
    assert!(daemon.greeting.contains("postduif run weekly-digest"), "{}", daemon.greeting);
    for (locale, direction) in [("nl", "ltr"), ("fr", "ltr"), ("en", "ltr"), ("de", "ltr"), ("ar", "rtl")] {
        let html = format!("<html lang=\"{locale}\" dir=\"{direction}\"");
        for page in ["", "opnieuw-beginnen-lopen/", "topics/belasting/", "subscribe"] {
            let answer = daemon.get(&format!("/{locale}/{page}"));
            assert_eq!(answer.status, 200, "/{locale}/{page}: {}", answer.head);
            assert!(answer.body.contains(&html), "/{locale}/{page}: {}", &answer.body[..200]);
        }
        let feed = daemon.get(&format!("/{locale}/feed.xml"));
        assert_eq!(feed.status, 200, "{}", feed.head);
        assert!(feed.head.contains("xml"), "{}", feed.head);
        assert!(feed.body.contains(&format!("<language>{locale}</language>")), "{locale}: {}", &feed.body[..600]);
        let nothing = daemon.get(&format!("/{locale}/zoek-maar/"));
        assert_eq!(nothing.status, 404);
        assert!(nothing.body.contains(&html), "404 of {locale}: {}", nothing.body);
    }
    assert_eq!(daemon.get("/sitemap.xml").status, 200);
    for (path, says) in [("/health/live", "alive"), ("/health/ready", "ready")] {
        let answer = get(&daemon.operations, path);
        assert_eq!((answer.status, answer.body.trim()), (200, says));
    }
    assert_eq!(daemon.get("/health/ready").status, 404, "health is no reader's business");
    let metrics = get(&daemon.operations, "/metrics").body;
    for line in [
        "postduif_mails_total{outcome=\"accepted\"} 0",
        "postduif_delivery_overdue_seconds 0",
        "postduif_subscribe_forms 0",
        "postduif_subscribe_forms_limit 1000",
        "# TYPE postduif_lane_wait_seconds gauge",
    ] {
        assert!(metrics.lines().any(|said| said == line), "{line}: {metrics}");
    }

    let (code, _) = daemon.stop();
    assert_eq!(code, Some(0));
    let log = folder.read("serve.log");
    assert!(log.contains("stopped; nothing is left on the wire"), "{log}");
}

#[test]
fn six_readers_get_one_mail_each_in_their_own_language_and_nothing_twice() {
    let folder = Folder::with_readers();
    folder.fine(&["run", "weekly-digest"]);
    let outbox = folder.outbox();
    assert_eq!(outbox.len(), READERS.len(), "{:?}", outbox.keys());
    let mut subjects = BTreeSet::new();
    for ((name, bytes), (address, locale)) in outbox.iter().zip(READERS) {
        assert!(name.contains(&format!("-{locale}-")), "{name}");
        let mail = parsed(bytes);
        assert_eq!(recipient(&mail), address);
        assert_eq!(header(&mail, "Content-Language"), locale);
        assert!(header(&mail, "List-Unsubscribe").ends_with("/unsubscribe>"));
        assert_eq!(header(&mail, "List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
        assert!(header(&mail, "List-Id").contains('<'));
        assert!(mail.message_id().is_some());
        let (text, html) = (mail.body_text(0).unwrap(), mail.body_html(0).unwrap());
        assert!(html.contains(&format!("lang=\"{locale}\"")), "{name}");
        assert_eq!(html.contains("dir=\"rtl\""), locale == "ar", "{name}");
        let language = locale.split('-').next().unwrap();
        assert!(text.contains(&format!("http://127.0.0.1:8080/{language}/")), "{name}: {text}");
        assert!(!text.contains('<'), "tag soup in {name}: {text}");
        subjects.insert(mail.subject().unwrap().to_owned());
    }
    // Hugues reads the French texts; everybody else has a subject that nobody else has.
    assert_eq!(subjects.len(), 5, "{subjects:?}");

    let again = folder.fine(&["run", "weekly-digest"]);
    assert!(again.contains("nothing new for 6"), "{again}");
    assert_eq!(folder.outbox(), outbox);
}

#[test]
fn what_other_programs_read_has_the_shape_that_was_promised() {
    let folder = Folder::with_readers();
    let check = folder.run(&["check", "--json"]).json();
    assert_eq!((keys(&check), &check["diagnostics"]), (["diagnostics", "workflows"].into(), &serde_json::json!([])));
    for workflow in check["workflows"].as_array().unwrap() {
        assert_eq!(keys(workflow), ["name", "next", "on", "zone"].into());
        assert_eq!(workflow["next"].as_array().unwrap().len(), 5, "{workflow}");
    }

    let status = folder.run(&["status", "--json"]).json();
    assert_eq!(keys(&status), ["posts"].into());
    for post in status["posts"].as_array().unwrap() {
        assert_eq!(keys(post), ["locales", "slug"].into());
        assert_eq!(keys(&post["locales"]), ["ar", "de", "en", "fr", "nl"].into());
        for numbers in post["locales"].as_object().unwrap().values() {
            assert_eq!(keys(numbers), ["current", "gate", "machine", "missing", "segments", "stale"].into());
            assert!(["open", "closed"].contains(&numbers["gate"].as_str().unwrap()));
            let sum: u64 =
                ["current", "stale", "machine", "missing"].iter().map(|key| numbers[key].as_u64().unwrap()).sum();
            assert_eq!(numbers["segments"].as_u64().unwrap(), sum, "{post}");
        }
    }

    let plan = folder.run(&["plan", "weekly-digest", "--json"]).json();
    assert_eq!(keys(&plan), ["blocked", "digest", "gives_way", "held", "publish", "withdrawn", "workflow"].into());
    assert_eq!(plan["held"], serde_json::json!([]));
    let digest = &plan["digest"];
    assert_eq!(keys(digest), ["cohorts", "ended", "excluded", "nothing_new", "recipients", "unconfirmed"].into());
    assert_eq!((&digest["recipients"], &digest["nothing_new"]), (&6.into(), &0.into()));
    for cohort in digest["cohorts"].as_array().unwrap() {
        assert_eq!(keys(cohort), ["locale", "posts", "recipients", "subject"].into());
        assert_eq!(cohort["posts"].as_array().unwrap().len(), 3);
    }
    assert!(folder.outbox().is_empty(), "a plan sends nothing");

    folder.fine(&["run", "weekly-digest"]);
    let issue = folder.run(&["issues", "show", "1", "--json"]).json();
    let numbers = ["accepted", "cancelled", "deferred", "excluded", "planned", "rejected", "superseded", "uncertain"];
    let mut promised: BTreeSet<&str> = numbers.into();
    promised.extend(["id", "workflow", "state"]);
    assert!(keys(&issue).is_superset(&promised), "{issue}");
    assert_eq!(
        (&issue["id"], &issue["workflow"], &issue["state"]),
        (&1.into(), &"weekly-digest".into(), &"finished".into())
    );
    for number in numbers {
        let expected = if matches!(number, "accepted" | "planned") { 6 } else { 0 };
        assert_eq!(issue[number], expected, "{number}");
    }
    assert_eq!(folder.run(&["issues", "show", "99", "--json"]).code, 1);
}

#[test]
fn a_plan_before_the_first_publish_tells_what_would_be_published_and_changes_nothing() {
    let folder = Folder::model();
    let plan = folder.run(&["plan", "--json"]).json();
    assert_eq!(plan["workflow"], "weekly-digest");
    let publish = plan["publish"].as_array().unwrap();
    assert!(publish.len() > 20, "{plan}");
    assert!(publish.iter().all(|one| keys(one) == ["locale", "post"].into()), "{plan}");
    assert_eq!(folder.run(&["plan", "--json"]).json(), plan);
    assert!(!folder.path("public").exists());
}

#[test]
fn a_run_that_is_killed_again_and_again_loses_nobody_and_doubles_nothing() {
    const SUBSCRIBERS: usize = 300;
    let folder = Folder::model();
    let languages = ["nl", "fr", "en", "de", "ar", "fr-BE"];
    let mut rows = "email,locale\n".to_owned();
    for n in 0..SUBSCRIBERS {
        rows.push_str(&format!("lezer{n}@example.org,{}\n", languages[n % languages.len()]));
    }
    folder.write("many.csv", rows);
    folder.fine(&["publish"]);
    folder.fine(&["subscribers", "import", "many.csv", "--consent", "paper", "--start", "latest:2"]);
    for enough in [1, 60, 120, 200] {
        let mut run = Running(
            folder.postduif(&["run", "weekly-digest"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap(),
        );
        wait_for("the next mail", || {
            let written = fs::read_dir(folder.path("outbox")).map_or(0, Iterator::count);
            (written >= enough || run.0.try_wait().unwrap().is_some()).then_some(())
        });
        run.0.kill().unwrap();
        run.0.wait().unwrap();
    }
    folder.fine(&["run", "weekly-digest"]);
    let recipients = folder.recipients();
    let everybody: BTreeMap<String, usize> = (0..SUBSCRIBERS).map(|n| (format!("lezer{n}@example.org"), 1)).collect();
    assert_eq!(recipients, everybody);
    let issue = folder.run(&["issues", "show", "1", "--json"]).json();
    assert_eq!((&issue["planned"], &issue["accepted"]), (&SUBSCRIBERS.into(), &SUBSCRIBERS.into()), "{issue}");
    assert_eq!(issue["state"], "finished", "{issue}");
}

/// Postfix's test server, which keeps each mail in a file of its own.
struct SmtpSink {
    _running: Running,
    port: u16,
}

impl SmtpSink {
    /// Starts it, unless it is not installed.
    fn start(folder: &Path) -> Option<Self> {
        let program = Path::new("/usr/sbin/smtp-sink");
        if !program.exists() {
            assert!(std::env::var_os("CI").is_none(), "smtp-sink is required in CI (Debian: postfix)");
            println!("skipped: smtp-sink is not installed (Debian: postfix)");
            return None;
        }
        fs::create_dir_all(folder).unwrap();
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port();
        let mut command = Command::new(program);
        if Command::new("id").arg("-u").output().unwrap().stdout.trim_ascii() == b"0" {
            command.args(["-u", "root"]);
        }
        let child = command
            .args(["-d", "mail.", &format!("127.0.0.1:{port}"), "64"])
            .current_dir(folder)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let running = Running(child);
        wait_for("smtp-sink", || TcpStream::connect((Ipv4Addr::LOCALHOST, port)).ok());
        Some(Self { _running: running, port })
    }
}

#[test]
fn a_real_relay_gets_the_same_six_mails_once_each() {
    let folder = Folder::with_readers();
    let Some(sink) = SmtpSink::start(&folder.path("sink")) else { return };
    let relay = format!("smtp://127.0.0.1:{}", sink.port);
    for _ in 0..2 {
        let ended: Ended =
            folder.postduif(&["run", "weekly-digest"]).env("POSTDUIF_MAIL__RELAY", &relay).output().unwrap().into();
        assert_eq!(ended.code, 0, "{ended:?}");
    }
    let mut arrived: Vec<(String, String)> = Vec::new();
    for entry in fs::read_dir(folder.path("sink")).unwrap() {
        let dump = fs::read(entry.unwrap().path()).unwrap();
        // The sink puts what it heard from the client above the mail itself.
        let mail = parsed(&dump);
        if mail.subject().is_some() {
            arrived.push((recipient(&mail), header(&mail, "Content-Language")));
        }
    }
    arrived.sort();
    let mut expected: Vec<_> = READERS.map(|(address, locale)| (address.to_owned(), locale.to_owned())).into();
    expected.sort();
    assert_eq!(arrived, expected);
    assert!(folder.outbox().is_empty());
}

#[test]
fn the_text_of_a_real_blog_is_published() {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seed/blog.txt");
    let seed = std::env::var_os("POSTDUIF_SEED").map_or(beside, PathBuf::from);
    let Ok(text) = fs::read_to_string(&seed) else {
        println!("skipped: there is no {}", seed.display());
        return;
    };
    let folder = Folder::model();
    folder.write("posts/blog.md", format!("---\ntitle: Een blog\ndate: 2026-10-01\n---\n\n{text}"));
    folder.fine(&["check"]);
    folder.fine(&["sync"]);
    folder.fine(&["publish"]);
    assert!(folder.read("public/nl/blog/index.html").contains("<html lang=\"nl\""));
    assert!(folder.read("locales/nl/posts/blog.ftl").len() > 1_000);
    assert!(folder.fine(&["sync"]).contains("in step"));
}
