//! The same with a loop over nodemailer's pool, which remembers in a file whom it has written to.

use std::{
    fs,
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};

use postduif::random::Random;
use serde_json::{Value, json};

use crate::{dump::Dump, nodemailer};

/// Connections, as postduif has them when nothing is configured.
const CONNECTIONS: u64 = 10;

/// Kills it so often, lets it come to its end, and says what its readers got. Whom it has written to it notes `before`
/// or `after` that.
pub(crate) fn kill_a_loop(root: &Path, mails: &[Value], readers: u64, kills: u64, when: &str, random: &Random) {
    let folder = root.join(when);
    fs::create_dir(&folder).unwrap();
    let dump = Dump::start(&folder);
    let settings = json!({
        "packages": nodemailer::packages(), "port": dump.port(), "connections": CONNECTIONS, "first": 0, "end": readers,
        "mails": mails, "log": folder.join("written"), "when": when,
    });
    let file = folder.join("settings.json");
    fs::write(&file, settings.to_string()).unwrap();
    let start = || -> Child {
        let mut node = Command::new("node");
        node.arg(nodemailer::script()).arg(&file).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    };
    for _ in 0..kills {
        let enough = dump.count() + random.number().unwrap() % (readers / kills) + 1;
        let mut child = start();
        while dump.count() < enough && child.try_wait().unwrap().is_none() {
            thread::sleep(Duration::from_millis(1));
        }
        child.kill().unwrap();
        child.wait().unwrap();
    }
    assert!(start().wait().unwrap().success());
    let received = dump.received();
    let twice: Vec<_> = received.values().filter(|ids| ids.len() > 1).collect();
    let alike = twice.iter().filter(|ids| ids.iter().all(|id| *id == ids[0])).count();
    println!(
        "a loop over nodemailer that notes {when} it writes, {kills} kills: {} of {readers} got nothing; {} got it twice, \
         {alike} of them with the same Message-ID; it knows of none of them",
        readers - received.len() as u64,
        twice.len(),
    );
}
