//! Readers who walk all the way in a real browser: they join, say yes in the mail, change to Arabic, get the digest in
//! Arabic, and leave by the link in it; once with scripts and once without.

use mail_parser::Message;
use postduif::clock::Clock;
use serde_json::Value;

use crate::harness::{
    browser::Browser,
    daemon::{Daemon, wait_for},
    folder::{Folder, parsed, recipient},
};

const HOST: &str = "beweegreden.example";
const READER: &str = "qaria@qurra.example";
const TITLE: &str = "يوم على الدرج";

/// A post that is new to everybody; its Arabic stands in the order in which a translator is asked for it.
const SUMMARY_AND_TEXT: [&str; 2] = ["Twee verdiepingen per dag.", "Neem vandaag de trap en laat de lift staan."];
const ARABIC: [&str; 3] = [TITLE, "طابقان كل يوم.", "اصعد الدرج اليوم ودع المصعد."];

/// Everything that was mailed to the reader, each looked at until one of them has something to give.
fn in_their_mail<T>(folder: &Folder, what: &str, look: impl Fn(&Message<'_>) -> Option<T>) -> T {
    wait_for(what, || {
        let outbox = folder.outbox();
        outbox
            .values()
            .rev()
            .map(|mail| parsed(mail))
            .filter(|mail| recipient(mail) == READER)
            .find_map(|mail| look(&mail))
    })
}

/// The link in the text of a mail that ends so.
fn link(folder: &Folder, end: &str) -> String {
    in_their_mail(folder, end, |mail| {
        let text = mail.body_text(0)?.into_owned();
        text.split_whitespace().find(|word| word.contains("/s/") && word.ends_with(end)).map(str::to_owned)
    })
}

fn status(folder: &Folder) -> Value {
    folder.run(&["subscribers", "show", READER, "--json"]).json()["status"].take()
}

/// Writes a post, translates it as a translator does, and waits until it is online.
fn publish_in_arabic(folder: &Folder, daemon: &Daemon) {
    let today = Clock::system().now().format("%Y-%m-%d");
    let [summary, text] = SUMMARY_AND_TEXT;
    folder.write(
        "posts/trap.md",
        format!(
            "---\ntitle: Een dag op de trap\ndate: {today}\ntopics: [krachttraining]\nsummary: {summary}\n---\n{text}\n"
        ),
    );
    folder.fine(&["sync"]);
    let file = "locales/ar/posts/trap.ftl";
    let (asked, mut texts) = (folder.read(file), ARABIC.into_iter());
    let translated = asked.lines().map(|line| match line.strip_prefix("# todo ") {
        Some(todo) => format!("{todo} {}\n", texts.next().unwrap()),
        None => format!("{line}\n"),
    });
    folder.write(file, translated.collect::<String>());
    wait_for("the page in Arabic", || daemon.get("/ar/trap/").body.contains(TITLE).then_some(()));
}

fn walk(scripts: bool) {
    let folder = Folder::model();
    let mut serve = folder.postduif(&["serve"]);
    serve.env("POSTDUIF_SITE__BASE_URL", format!("http://{HOST}"));
    let daemon = Daemon::start_by(serve, &folder);
    let Some(browser) = Browser::open(HOST, &daemon.site, scripts, "Europe/Brussels") else { return };
    browser.go(&format!("http://{HOST}/nl/subscribe"));
    browser.look("nl");
    browser.write("#email", READER);
    browser.press("main form.form button[type=submit]");
    browser.look("nl");
    assert_eq!(browser.sent().contains("altcha="), scripts, "the puzzle is solved where it can be");
    assert_eq!(status(&folder), "pending");

    browser.go(&link(&folder, "/confirm"));
    browser.look("nl");
    assert_eq!(status(&folder), "pending", "looking changes nothing");
    browser.press("main button[type=submit]");
    browser.look("nl");
    assert_eq!(status(&folder), "active");

    browser.go(&link(&folder, "/preferences"));
    browser.click("input[name=locale][value=ar]");
    browser.press("main form.form button[type=submit]");
    browser.look("ar");
    publish_in_arabic(&folder, &daemon);
    let mut run = folder.postduif(&["run", "weekly-digest"]);
    assert!(run.env("POSTDUIF_SITE__BASE_URL", format!("http://{HOST}")).status().unwrap().success());
    let leave = in_their_mail(&folder, "the digest", |mail| {
        let is_it = mail.subject()?.contains(TITLE) && mail.header_raw("Content-Language")?.trim() == "ar";
        assert!(!is_it || mail.body_text(0)?.contains("باللغة العربية"), "it says which language was asked for");
        let header = mail.header_raw("List-Unsubscribe")?.trim().trim_matches(['<', '>']).to_owned();
        is_it.then_some(header)
    });

    browser.go(&leave);
    browser.look("ar");
    assert_eq!(status(&folder), "active", "looking changes nothing");
    browser.press("main button[type=submit]");
    browser.look("ar");
    assert_eq!(status(&folder), "unsubscribed");
    drop(browser);
    assert_eq!(daemon.stop().0, Some(0));
}

/// The place that is chosen on the page that a browser shows.
fn place(browser: &Browser) -> Value {
    browser.script("return document.querySelector('#time-zone').value")
}

#[test]
fn a_browser_with_scripts_chooses_where_it_is_and_only_for_who_has_not_said_it() {
    let folder = Folder::model();
    let file = "workflows/weekly-digest.toml";
    folder.write(file, format!("{}at = \"08:00 local\"\n", folder.read(file)));
    let mut serve = folder.postduif(&["serve"]);
    serve.env("POSTDUIF_SITE__BASE_URL", format!("http://{HOST}"));
    let daemon = Daemon::start_by(serve, &folder);
    for (scripts, zone, chosen) in [
        // Chromium calls it by its older name.
        (true, "Asia/Kolkata", "Asia/Kolkata"),
        (true, "Europe/Brussels", ""),
        (false, "Asia/Kolkata", ""),
    ] {
        let Some(browser) = Browser::open(HOST, &daemon.site, scripts, zone) else { return };
        browser.go(&format!("http://{HOST}/nl/subscribe"));
        browser.look("nl");
        assert_eq!(place(&browser), chosen, "{zone}, scripts: {scripts}");
        // Who says otherwise, and has to mend something else, is not overruled.
        browser.click("#time-zone option[value='']");
        browser.write("#name", &"x".repeat(101));
        browser.write("#email", READER);
        browser.press("main form.form button[type=submit]");
        browser.look("nl");
        assert_eq!(place(&browser), "", "{zone}, scripts: {scripts}");
        browser.go(&format!("http://{HOST}/ar/subscribe"));
        browser.look("ar");
    }
    assert_eq!(daemon.stop().0, Some(0));
}

#[test]
fn a_reader_with_scripts_joins_changes_to_arabic_reads_the_digest_in_it_and_leaves() {
    walk(true);
}

#[test]
fn a_reader_without_scripts_joins_changes_to_arabic_reads_the_digest_in_it_and_leaves() {
    walk(false);
}
