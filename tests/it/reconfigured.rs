//! The configuration is edited while the daemon runs.

use std::{
    collections::BTreeSet,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

use crate::{
    harness::{
        daemon::{Daemon, get, wait_for},
        folder::{Ended, Folder, parsed, recipient},
    },
    relay::{Manners, Relay},
};

/// Readers who ask for a page again and again, until nobody waits for them any more.
struct Readers {
    end: Arc<AtomicBool>,
    answered: Arc<AtomicUsize>,
    asking: Vec<thread::JoinHandle<Vec<u16>>>,
}

impl Readers {
    fn of(daemon: &Daemon) -> Self {
        let (end, answered) = <(Arc<AtomicBool>, Arc<AtomicUsize>)>::default();
        let asking = (0..4)
            .map(|_| {
                let (end, answered, site) = (Arc::clone(&end), Arc::clone(&answered), daemon.site.clone());
                thread::spawn(move || {
                    let mut bad = Vec::new();
                    while !end.load(Ordering::Relaxed) {
                        let status = get(&site, "/nl/").status;
                        bad.extend(Some(status).filter(|status| *status != 200));
                        answered.fetch_add(1, Ordering::Relaxed);
                    }
                    bad
                })
            })
            .collect();
        Self { end, answered, asking }
    }

    /// How many were answered; all of them with the page.
    fn all_answered(self) -> usize {
        self.end.store(true, Ordering::Relaxed);
        let bad: Vec<u16> = self.asking.into_iter().flat_map(|asking| asking.join().unwrap()).collect();
        assert!(bad.is_empty(), "{bad:?}");
        self.answered.load(Ordering::Relaxed)
    }
}

#[test]
fn what_is_saved_in_the_configuration_counts_at_once_and_no_request_is_dropped() {
    let folder = Folder::with_readers();
    let daemon = Daemon::start(&folder);
    let metrics = get(&daemon.operations, "/metrics").body;
    let readers = Readers::of(&daemon);
    let written = folder.read("postduif.toml");
    for title in ["De Reisduif", "De Tortelduif", "De Houtduif"] {
        let toml: String = written
            .lines()
            .map(|line| match line.starts_with("title = ") {
                true => format!("title = \"{title}\"\n"),
                false => format!("{line}\n"),
            })
            .collect();
        folder.write("postduif.toml", toml);
        wait_for(title, || daemon.get("/nl/").body.contains(title).then_some(()));
    }
    assert!(readers.all_answered() > 10);
    let answered = |metrics: &str| {
        let line = metrics.lines().find(|line| line.starts_with("postduif_requests_total{status=\"2xx\"}"));
        line.and_then(|line| line.rsplit(' ').next()).map(|count| count.parse::<u64>().unwrap())
    };
    let [before, after] = [&metrics, &get(&daemon.operations, "/metrics").body].map(|metrics| answered(metrics));
    assert!(before.is_some() && after > before, "counters go on: {before:?}, {after:?}");
    assert_eq!(daemon.stop().0, Some(0));
    let log = folder.read("serve.log");
    assert!(log.matches("postduif.toml was read again").count() >= 3 && !log.contains("ERROR"), "{log}");
}

#[test]
fn a_mistake_in_the_configuration_is_told_and_all_goes_on_by_what_it_said_before() {
    let folder = Folder::with_readers();
    let daemon = Daemon::start(&folder);
    let (written, page) = (folder.read("postduif.toml"), daemon.get("/nl/").body);
    let problems = || get(&daemon.operations, "/problems").body;
    for (wrong, told) in [
        (written.replacen("title = ", "titel = ", 1), "did you mean `title`?"),
        (format!("{written}\n[webhooks]\nincoming_file = \"nowhere\"\n"), "nowhere"),
        (written.replacen("title = ", "title = \u{0}", 1), "postduif.toml:"),
    ] {
        folder.write("postduif.toml", wrong);
        wait_for(told, || problems().contains(told).then_some(()));
        assert!(problems().contains("1 error"), "{}", problems());
        assert_eq!(daemon.get("/nl/").body, page);
        folder.write("postduif.toml", &written);
        wait_for("the mended one", || problems().contains("0 errors").then_some(()));
    }
    // Bytes that are no text at all.
    folder.write("postduif.toml", [0xff, 0xfe, 0x00]);
    wait_for("the word on it", || problems().contains("see that it is there, is text").then_some(()));
    assert_eq!(daemon.get("/nl/").body, page);
    assert_eq!(daemon.stop().0, Some(0));
    let log = folder.read("serve.log");
    assert_eq!(log.matches("cannot be followed: what it said before counts").count(), 4, "{log}");
}

#[test]
fn a_daemon_outlives_what_cannot_be_published_and_a_database_that_is_not_there() {
    let folder = Folder::with_readers();
    let daemon = Daemon::start(&folder);
    let page = daemon.get("/nl/").body;
    let read_again = || folder.read("serve.log").matches("postduif.toml was read again").count();
    let [catalogs, aside] = ["locales/fr/posts", "aside"].map(|name| folder.path(name));
    std::fs::rename(&catalogs, &aside).unwrap();
    folder.write("locales/fr/posts", "this is no folder");
    daemon.signal("HUP");
    wait_for("the configuration", || (read_again() == 1).then_some(()));
    let log = || folder.read("serve.log");
    wait_for("the word on it", || log().contains("the last site stays").then_some(()));
    assert_eq!(daemon.get("/nl/").body, page);
    std::fs::remove_file(&catalogs).unwrap();
    std::fs::rename(&aside, &catalogs).unwrap();

    let written = folder.read("postduif.toml");
    folder.write("postduif.toml", format!("{written}\n[store]\nurl = \"sqlite:data/postduiff.db\"\n"));
    let problems = || get(&daemon.operations, "/problems").body;
    wait_for("the slip", || problems().contains("there is no database").then_some(()));
    assert!(!folder.path("data/postduiff.db").exists());
    assert_eq!(daemon.get("/nl/").body, page);
    assert_eq!(daemon.stop().0, Some(0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hangup_reads_the_files_that_hold_secrets_and_mail_that_waits_leaves_by_the_new_relay() {
    let relay = Relay::start(Manners::default()).await;
    let folder = Folder::with_readers();
    folder.write("relay", "smtp://127.0.0.1:1\n");
    let file = folder.path("relay");
    let mut run = folder.postduif(&["run", "weekly-digest"]);
    let refused = Ended::from(run.env("POSTDUIF_MAIL__RELAY_FILE", &file).output().unwrap());
    assert_eq!(refused.code, 2, "{refused:?}");

    let mut serve = folder.postduif(&["serve"]);
    serve.env("POSTDUIF_MAIL__RELAY_FILE", &file);
    let daemon = Daemon::start_by(serve, &folder);
    folder.write("relay", format!("smtp://127.0.0.1:{}\n", relay.port()));
    assert!(relay.mails().is_empty(), "nobody has said so yet");
    daemon.signal("HUP");
    wait_for("the mails", || (relay.mails().len() == 6).then_some(()));
    assert_eq!(daemon.stop().0, Some(0));
    let list = folder.fine(&["issues", "list"]);
    assert!(list.contains("6 of 6 accepted"), "{list}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_digest_goes_on_from_one_configuration_to_the_next_and_everybody_gets_it_once() {
    let relay = Relay::start(Manners { pause: Duration::from_millis(20), ..Manners::default() }).await;
    let folder = Folder::with_readers();
    let rows: String = (0..600).map(|number| format!("lezer{number}@lezers.example,nl,weekly\n")).collect();
    folder.write("readers.csv", format!("email,locale,cadence\n{rows}"));
    folder.fine(&["subscribers", "import", "readers.csv", "--start", "latest:1", "--consent", "paper, May 2026"]);
    // Nobody takes it yet, so that all of it is left to the daemon.
    let mut run = folder.postduif(&["run", "weekly-digest"]);
    assert_eq!(Ended::from(run.env("POSTDUIF_MAIL__RELAY", "smtp://127.0.0.1:1").output().unwrap()).code, 2);
    let mut serve = folder.postduif(&["serve"]);
    serve.env("POSTDUIF_MAIL__RELAY", format!("smtp://127.0.0.1:{}", relay.port()));
    let daemon = Daemon::start_by(serve, &folder);
    for turn in 1..=3 {
        let before = relay.mails().len();
        wait_for("more mail", || (relay.mails().len() > before + 10).then_some(()));
        daemon.signal("HUP");
        let again = || folder.read("serve.log").matches("was read again").count() >= turn;
        wait_for("the next configuration", || again().then_some(()));
    }
    assert!(relay.mails().len() < 606, "it was in the middle of it");
    wait_for("the rest", || (relay.mails().len() >= 606).then_some(()));
    assert_eq!(daemon.stop().0, Some(0));
    let mails = relay.mails();
    let to: BTreeSet<_> = mails.iter().map(|mail| recipient(&parsed(mail))).collect();
    assert_eq!((to.len(), mails.len()), (606, 606));
    assert!(folder.fine(&["issues", "list"]).contains("606 of 606 accepted"));
}
