//! What the log says at its most talkative: nothing by which somebody could be known, and nothing by which
//! somebody could act in their name.

use std::{
    fs,
    io::{Read as _, Write as _},
    net::TcpStream,
    process::Command,
};

use serde_json::Value;

use crate::{
    bounces::shape,
    harness::{
        daemon::{Daemon, get, wait_for},
        folder::{Folder, parsed, recipient},
    },
    relay::{Act, Manners, Relay},
};

/// Readers of whom nothing may be seen, name included; what comes of their mail.
const READERS: [(&str, &str, &str); 5] = [
    ("adelheid", "Adelheid Quaghebeur", "accepted"),
    ("boudewijn", "Boudewijn Rotsaert", "rejected at once, with the address in the reply"),
    ("cunegonde", "Cunegonde Stalpaert", "deferred, likewise"),
    ("dagobert", "Dagobert Tuytschaever", "refused as a matter of policy"),
    ("ermengarde", "Ermengarde Uyttersprot", "accepted, and suppressed later"),
];

/// Who joins by the web.
const NEW: &str = "floribert";

const HOST: &str = "stille-lezers.example";

/// Sends a form to the daemon, as a browser without scripts does.
fn post(address: &str, path: &str, form: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    let length = form.len();
    write!(
        stream,
        "POST {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n{form}"
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "{path}: {answer}");
    answer
}

/// The path of a link of the latest mail to somebody.
fn link(relay: &Relay, to: &str, end: &str) -> String {
    wait_for(&format!("a mail to {to} with a link to {end}"), || {
        let mails = relay.mails();
        let mail = mails.iter().rev().find(|mail| recipient(&parsed(mail)).starts_with(to))?;
        let text = parsed(mail).body_text(0)?.into_owned();
        let found = text.split_whitespace().find(|word| word.contains("/s/") && word.contains(end))?;
        Some(found[found.find("/s/")?..].trim_end_matches(['>', ')', '.']).to_owned())
    })
}

/// A publication whose log says everything, in this format.
fn talkative(folder: &Folder, relay: &Relay, format: &str, arguments: &[&str]) -> Command {
    let mut command = folder.postduif(arguments);
    command.env("RUST_LOG", "trace").env("POSTDUIF_LOG__FORMAT", format);
    command.env("POSTDUIF_MAIL__RELAY", format!("smtp://127.0.0.1:{}", relay.port()));
    command.env("POSTDUIF_MAIL__CONNECTIONS", "1").env("POSTDUIF_MAIL__BOUNCES", "terug@oefenpraktijk.example");
    command
}

/// Runs a command, and keeps what it logs.
fn hear(log: &mut String, mut command: Command) -> String {
    let output = command.output().unwrap();
    log.push_str(&String::from_utf8(output.stderr).unwrap());
    String::from_utf8(output.stdout).unwrap()
}

async fn listen_to(format: &str) -> String {
    let folder = Folder::model();
    folder.fine(&["publish"]);
    let rows = READERS.map(|(reader, name, _)| format!("{reader}@{HOST},nl,{name}\n")).concat();
    folder.write("readers.csv", format!("email,locale,name\n{rows}"));
    let relay = Relay::start(Manners::default()).await;
    relay.on("RCPT", Act::Say(b"250 ok\r\n"));
    relay.on("RCPT", Act::Say(b"550 5.1.1 <boudewijn@stille-lezers.example> nobody here\r\n"));
    relay.on("RCPT", Act::Say(b"451 4.3.0 cunegonde@stille-lezers.example: later\r\n"));
    relay.on("RCPT", Act::Say(b"550 5.7.1 dagobert@stille-lezers.example wants no mail like this\r\n"));
    let (mut log, mut tokens) = (String::new(), Vec::new());
    let say = |arguments: &[&str]| talkative(&folder, &relay, format, arguments);

    let import = ["subscribers", "import", "readers.csv", "--consent", "a story", "--start", "latest:1"];
    hear(&mut log, say(&import));
    hear(&mut log, say(&["run", "weekly-digest"]));
    let issue: Value = serde_json::from_str(&hear(&mut log, say(&["issues", "show", "1", "--json"]))).unwrap();
    let counts = ["accepted", "rejected", "deferred", "planned"].map(|state| issue[state].as_u64().unwrap());
    assert_eq!(counts, [2, 1, 1, 5], "who was refused as a matter of policy has no attempt behind them: {issue}");

    // A bounce names its delivery by a proof, which is in the mail's return path.
    let said = relay.commands();
    let tag = said.iter().find_map(|said| said.split_once("terug+")?.1.split_once('@')).unwrap().0.to_owned();
    folder
        .write("back.eml", shape("hard-postfix", &tag).replace("an@lezers.example", "adelheid@stille-lezers.example"));
    hear(&mut log, say(&["bounce", "back.eml"]));
    tokens.push(tag);
    hear(&mut log, say(&["subscribers", "suppress", "ermengarde@stille-lezers.example"]));
    hear(&mut log, say(&["subscribers", "show", "cunegonde@stille-lezers.example"]));

    let daemon = Daemon::start_by(say(&["serve"]), &folder);
    post(&daemon.site, "/nl/subscribe", &format!("email={NEW}%40{HOST}&cadence=weekly&name=Floribert+Vleugels"));
    let confirm = link(&relay, NEW, "/confirm");
    post(&daemon.site, &confirm, "");
    let preferences = link(&relay, NEW, "/preferences");
    assert_eq!(daemon.get(&preferences).status, 200);
    let leave = link(&relay, NEW, "/unsubscribe");
    post(&daemon.site, &leave, "List-Unsubscribe=One-Click");
    assert_eq!(daemon.get("/s/no-token/preferences").status, 404);
    assert_eq!(get(&daemon.operations, "/metrics").status, 200);
    tokens.extend([confirm, preferences, leave].map(|path| path.split('/').nth(2).unwrap().to_owned()));
    assert_eq!(daemon.stop().0, Some(0));
    log.push_str(&fs::read_to_string(folder.path("serve.log")).unwrap());

    for token in tokens {
        assert!(token.len() > 8 && !log.contains(&token), "{format}: {token} is in the log: {}", around(&log, &token));
    }
    log
}

/// The lines in which something stands.
fn around(log: &str, what: &str) -> String {
    let what = what.to_lowercase();
    log.lines().filter(|line| line.to_lowercase().contains(&what)).take(5).collect::<Vec<_>>().join("\n")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_is_named_in_the_log_however_much_it_says() {
    for format in ["text", "json"] {
        let log = listen_to(format).await;
        assert!(log.contains("stopped; nothing is left on the wire"), "{format}: it is talkative: {log}");
        let readers = READERS.iter().flat_map(|(reader, name, _)| [*reader, name.split_once(' ').unwrap().1]);
        for word in readers.chain([NEW, "Vleugels", "%40", HOST]) {
            let found = around(&log, word);
            assert!(found.is_empty(), "{format}: {word} is in the log:\n{found}");
        }
    }
}
