//! The real program on this repository's own publication, from the first command to the mails.

use std::{
    env, fs,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use tempfile::TempDir;

use crate::{
    harness::{Ended, Received, copy_folder, postduif, program, tell},
    smtp::SmtpSink,
};

/// The readers of `demo/subscribers.csv`, with their languages, in the order of the alphabet.
const READERS: [(&str, &str); 6] = [
    ("alice@readers.example", "en"),
    ("camille@lecteurs.example", "fr"),
    ("griet@lezers.example", "nl"),
    ("hugues@lecteurs.example", "fr-BE"),
    ("jana@leser.example", "de"),
    ("salma@qurra.example", "ar"),
];

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What somebody has who cloned the repository, without what only builds the program.
fn clone() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in ["posts", "locales", "workflows", "demo"] {
        copy_folder(&repository().join(name), &folder.path().join(name));
    }
    fs::copy(repository().join("postduif.toml"), folder.path().join("postduif.toml")).unwrap();
    folder
}

/// The mails in `outbox`, by address.
fn outbox(folder: &Path) -> Vec<Received> {
    let files = fs::read_dir(folder.join("outbox")).unwrap().map(|file| file.unwrap().path());
    let mails = files.map(|path| {
        let mail = Received::parse_bytes(&fs::read(&path).unwrap());
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        assert!(name.contains(&format!("-{}-", mail.locale)) && name.ends_with(".eml"), "{name}");
        mail
    });
    let mut mails: Vec<_> = mails.collect();
    mails.sort_by(|a, b| a.to.cmp(&b.to));
    mails
}

#[test]
fn from_a_clone_to_six_mails_each_in_its_readers_language() {
    let folder = clone();
    let published = postduif(folder.path(), "publish").fine();
    assert!(published.contains("released to readers of ar"), "{published}");
    postduif(folder.path(), "subscribers import demo/subscribers.csv --start latest:3").fine();
    let plan = postduif(folder.path(), "plan weekly-digest --json").fine();
    let plan: serde_json::Value = serde_json::from_str(&plan).unwrap();
    assert_eq!(plan["digest"]["recipients"], 6);

    let mut run = program(folder.path());
    let ran = Ended::of(run.args(["run", "weekly-digest"]).env("RUST_LOG", "postduif=trace,sqlx=off"));
    for (email, _) in READERS {
        assert!(!ran.err.contains(email), "no address in the log: {}", ran.err);
    }
    let said = ran.fine();
    assert!(said.contains("6 planned, 6 accepted"), "{said}");
    let mails = outbox(folder.path());
    let readers: Vec<_> = mails.iter().map(|mail| (mail.to.as_str(), mail.locale.as_str())).collect();
    assert_eq!(readers, READERS);
    for mail in &mails {
        let (rtl, tag) = (mail.locale == "ar", &mail.locale);
        let html = format!("<html lang=\"{tag}\" dir=\"{}\"", if rtl { "rtl" } else { "ltr" });
        assert!(mail.html.contains(&html), "{tag}: {}", &mail.html[..300]);
        assert!(mail.html.contains("</html>") && mail.text.contains("/unsubscribe"), "{tag}");
        assert_eq!(mail.header("List-Unsubscribe-Post"), Some("List-Unsubscribe=One-Click"));
    }
    let subject = |tag: &str| &mails.iter().find(|mail| mail.locale == tag).unwrap().subject;
    assert_ne!(subject("nl"), subject("en"));
    assert_eq!(subject("fr"), subject("fr-BE"), "who reads French in Belgium reads the French pages");

    assert!(postduif(folder.path(), "run weekly-digest").fine().contains("nothing new for 6"));
    assert_eq!(outbox(folder.path()).len(), 6);
    let issues = postduif(folder.path(), "issues list").fine();
    assert!(issues.contains("6 of 6 accepted"), "{issues}");
}

#[test]
fn the_same_mails_reach_a_real_relay_exactly_once() {
    let folder = clone();
    let inbox = tempfile::tempdir().unwrap();
    let Some(sink) = SmtpSink::start(inbox.path(), &[]) else { return };
    postduif(folder.path(), "publish").fine();
    postduif(folder.path(), "subscribers import demo/subscribers.csv --start latest:3").fine();
    let relay = format!("smtp://127.0.0.1:{}", sink.port);
    for expected in ["6 accepted", "nothing new for 6"] {
        let mut run = program(folder.path());
        let ran = Ended::of(run.args(["run", "weekly-digest"]).env("POSTDUIF_MAIL__RELAY", &relay)).fine();
        assert!(ran.contains(expected), "{ran}");
    }
    drop(sink);
    let dump = fs::read_to_string(inbox.path().join("dump")).unwrap();
    assert_eq!(dump.matches("X-Rcpt-Args: ").count(), 6);
    for (email, tag) in READERS {
        assert_eq!(dump.matches(&format!("X-Rcpt-Args: <{email}>")).count(), 1, "{email}");
        assert!(dump.contains(&format!("Content-Language: {tag}\n")), "{tag}");
    }
    assert!(!folder.path().join("outbox").exists(), "a relay is configured");
}

/// The daemon; it is killed if a test fails before it ended by itself.
struct Daemon {
    child: Child,
    address: String,
}

impl Daemon {
    /// Starts it on a free port, and reads what it says until it has said where it is.
    fn start(folder: &Path) -> Self {
        let mut command = program(folder);
        command.arg("serve").stdout(Stdio::piped()).stderr(Stdio::null());
        command.env("POSTDUIF_WEB__LISTEN", "127.0.0.1:0").env("POSTDUIF_WEB__OPERATIONS", "127.0.0.1:0");
        let mut child = command.spawn().unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
        let address = said.find_map(|line| {
            let (_, address) = line.trim().strip_prefix("nl ")?.split_once("http://")?;
            Some(address.strip_suffix("/nl/")?.to_owned())
        });
        let address = address.expect("it says where the Dutch pages are");
        let rest: Vec<_> = said.by_ref().take_while(|line| !line.contains("postduif run weekly-digest")).collect();
        assert!(rest.iter().any(|line| line.contains("No relay is configured")), "{rest:?}");
        Self { child, address }
    }

    /// Asks for a page; gives the status line and the body.
    fn get(&self, path: &str) -> (String, String) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.lines().next().unwrap().to_owned(), body.to_owned())
    }

    /// Asks it to end, and gives the exit code.
    fn terminate(mut self) -> Option<i32> {
        let sent = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        assert!(sent.success());
        self.child.wait().unwrap().code()
    }
}

impl Drop for Daemon {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn serve_shows_the_site_lets_others_run_beside_it_and_ends_when_it_is_asked_to() {
    let folder = clone();
    let daemon = Daemon::start(folder.path());
    for tag in ["nl", "fr", "en", "de", "ar"] {
        let (status, body) = daemon.get(&format!("/{tag}/"));
        assert_eq!(status, "HTTP/1.1 200 OK");
        assert!(body.contains(&format!("<html lang=\"{tag}\"")), "{tag}");
        assert_eq!(daemon.get(&format!("/{tag}/feed.xml")).0, "HTTP/1.1 200 OK");
        assert_eq!(daemon.get(&format!("/{tag}/subscribe")).0, "HTTP/1.1 200 OK");
    }
    assert_eq!(daemon.get("/nl/niets/").0, "HTTP/1.1 404 Not Found");
    postduif(folder.path(), "subscribers import demo/subscribers.csv --start latest:3").fine();
    postduif(folder.path(), "run weekly-digest").fine();
    assert_eq!(outbox(folder.path()).len(), 6, "the daemon and the run share the work, and each mail is sent once");
    assert_eq!(daemon.terminate(), Some(0));
    assert!(postduif(folder.path(), "issues list").fine().contains("finished: 6 of 6 accepted"));
    let left = fs::read_dir(folder.path().join("data/postduif.workers"));
    assert_eq!(left.map_or(0, Iterator::count), 0, "no worker holds anything any more");
}

#[test]
fn what_the_clone_brings_has_nothing_wrong_in_it() {
    let folder = clone();
    let checked = postduif(folder.path(), "check").fine();
    assert!(checked.contains("no errors"), "{checked}");
    assert!(postduif(folder.path(), "sync").fine().contains("in step"), "the catalogs are synced");
    let status = postduif(folder.path(), "status").fine();
    assert!(status.contains("stale") && status.contains("machine") && status.contains("missing"), "{status}");
}

/// A raw text dump of a real blog, if somebody has put it beside the checkout: much longer and
/// messier than what one would write for a test. It is only read, never copied.
fn seed() -> Option<String> {
    let beside = repository().join("../shared/seed/blog.txt");
    let path = env::var_os("POSTDUIF_SEED").map_or(beside, PathBuf::from);
    let bytes = fs::read(&path);
    if bytes.is_err() {
        println!("skipped: there is no text at {}; POSTDUIF_SEED may name one", path.display());
    }
    Some(String::from_utf8_lossy(&bytes.ok()?).into_owned())
}

#[test]
fn a_real_blog_is_read_cut_into_segments_and_shown() {
    let Some(text) = seed() else { return };
    tell(async |garden| {
        let text = text.replace("\r\n", "\n");
        garden.write("posts/blog.md", format!("---\ntitle: Een echte blog\ndate: 2026-10-01\n---\n\n{text}"));
        garden.sync().await;
        let published = garden.publish().await;
        assert!(published.diagnostics.iter().all(|found| !found.is_error()), "{:#?}", published.diagnostics);
        let (publication, _) = garden.content.load().await.unwrap();
        let segments = publication.translations.segments(&"blog".parse().unwrap());
        assert!(segments.len() > 50, "{} segments", segments.len());
        let page = garden.read("public/nl/blog/index.html");
        assert!(page.contains("Een echte blog") && page.len() > text.len(), "{} bytes", page.len());
        let catalog = garden.read("locales/nl/posts/blog.ftl");
        garden.sync().await;
        assert_eq!(garden.read("locales/nl/posts/blog.ftl"), catalog, "it is read back as it was written");
    });
}
