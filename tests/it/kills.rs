//! What remains of a digest whose senders, database or disk are taken away in the middle of it.
//!
//! The real program sends to a relay of these stories, which keeps what it takes. Afterwards the ledger adds up, and
//! everybody has got their mail: once, or again with the same Message-ID where the ledger says so. The long version is
//! `benches/kill.rs`.

mod disk;
mod server;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use mail_parser::MessageParser;
use serde_json::Value;
use sqlx::{AssertSqlSafe, Connection as _, PgConnection};
use tempfile::TempDir;

use self::{disk::SmallDisk, server::Server};
use crate::{
    harness::{Ended, copy_folder, fixture, program},
    relay::{Manners, Relay},
};

const READERS: usize = 600;

/// How long the relay thinks about each mail: so that there is a middle.
const PAUSE: Duration = Duration::from_millis(20);

/// After this long something hangs.
const PATIENCE: Duration = Duration::from_secs(240);

/// A publication under siege.
struct Siege {
    folder: TempDir,
    relay: Relay,
    url: Option<String>,
}

impl Siege {
    /// The small publication with many readers, on SQLite or at this URL; `data` is where SQLite's folder is.
    async fn lay(url: Option<String>, data: Option<&Path>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy_folder(&fixture("publication"), folder.path());
        if let Some(data) = data {
            std::os::unix::fs::symlink(data, folder.path().join("data")).unwrap();
        }
        let readers: String = (0..READERS).map(|n| format!("lezer{n}@lezers.example,nl\n")).collect();
        fs::write(folder.path().join("readers.csv"), format!("email,locale\n{readers}")).unwrap();
        let relay = Relay::start(Manners { pause: PAUSE, offers: vec!["PIPELINING"], ..Manners::default() }).await;
        let siege = Self { folder, relay, url };
        siege.fine(&["publish"]);
        siege.fine(&["subscribers", "import", "readers.csv", "--consent", "a story", "--start", "latest:2"]);
        siege
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = program(self.folder.path());
        command.args(arguments).env("POSTDUIF_MAIL__RELAY", format!("smtp://127.0.0.1:{}", self.relay.port()));
        command.envs([("POSTDUIF_WEB__LISTEN", "127.0.0.1:0"), ("POSTDUIF_WEB__OPERATIONS", "127.0.0.1:0")]);
        command.envs(self.url.as_ref().map(|url| ("POSTDUIF_STORE__URL", url)));
        command
    }

    fn fine(&self, arguments: &[&str]) -> String {
        Ended::of(&mut self.command(arguments)).fine()
    }

    /// Starts the program, which goes on beside the story.
    fn start(&self, arguments: &[&str]) -> Node {
        let log = self.log();
        let log = fs::OpenOptions::new().create(true).append(true).open(log).unwrap();
        Node(self.command(arguments).stdout(Stdio::null()).stderr(log).spawn().unwrap())
    }

    fn log(&self) -> PathBuf {
        self.folder.path().join("log")
    }

    /// Waits until something is so.
    async fn until(&self, what: &str, mut so: impl AsyncFnMut() -> bool) {
        let begin = Instant::now();
        while !so().await {
            let log = || fs::read_to_string(self.log()).unwrap_or_default();
            assert!(begin.elapsed() < PATIENCE, "{what} does not come: {}", log());
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    /// Waits for so many mails more.
    async fn until_more(&self, count: usize) {
        let enough = (self.relay.mails().len() + count).min(READERS);
        self.until("the next mail", async || self.relay.mails().len() >= enough).await;
    }

    /// The issue as other programs read it; nothing while the database is away.
    fn issue(&self) -> Value {
        let shown = Ended::of(&mut self.command(&["issues", "show", "1", "--json"]));
        serde_json::from_str(&shown.out).unwrap_or_default()
    }

    /// Waits for the end, and looks whether everybody is accounted for. Gives how many mails came twice.
    async fn judge(&self) -> usize {
        let mut looked = Instant::now();
        let mut issue = self.issue();
        let begin = Instant::now();
        while issue["state"] != "finished" {
            let log = || fs::read_to_string(self.log()).unwrap_or_default();
            assert!(begin.elapsed() < PATIENCE, "it does not end: {issue} {}", log());
            tokio::time::sleep(Duration::from_millis(500).saturating_sub(looked.elapsed())).await;
            looked = Instant::now();
            issue = self.issue();
        }
        assert_eq!((&issue["planned"], &issue["accepted"]), (&READERS.into(), &READERS.into()), "{issue}");
        let mut received = BTreeMap::<String, Vec<String>>::new();
        for mail in self.relay.mails() {
            let mail = MessageParser::default().parse(&mail).unwrap();
            let to = mail.to().unwrap().first().unwrap().address().unwrap().to_owned();
            received.entry(to).or_default().push(mail.message_id().unwrap().to_owned());
        }
        assert_eq!(received.len(), READERS, "everybody has got their mail");
        let twice: Vec<_> = received.values().filter(|ids| ids.len() > 1).collect();
        assert!(twice.iter().all(|ids| ids.iter().all(|id| *id == ids[0])), "again with the same Message-ID");
        let again = issue["sent_again"].as_u64().unwrap();
        assert!(twice.len() as u64 <= again, "{} came twice, and the ledger says {again}", twice.len());
        twice.len()
    }
}

/// The program at work; it is killed when this is dropped.
struct Node(Child);

impl Node {
    fn lives(&mut self) -> bool {
        self.0.try_wait().unwrap().is_none()
    }

    /// Kills it, and ends at a server the leases that others would have to wait for.
    async fn kill(mut self, url: Option<&str>) {
        let id = self.0.id();
        self.0.kill().unwrap();
        self.0.wait().unwrap();
        if let Some(url) = url {
            let update =
                format!("UPDATE deliveries SET lease_until = 0 WHERE lease_until IS NOT NULL AND worker LIKE '{id}-%'");
            let mut server = PgConnection::connect(url).await.unwrap();
            sqlx::query(AssertSqlSafe(update)).execute(&mut server).await.unwrap();
        }
    }

    /// Asks it to end, which it does well.
    fn stop(mut self) {
        assert!(Command::new("kill").arg(self.0.id().to_string()).status().unwrap().success());
        assert!(self.0.wait().unwrap().success());
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_program_that_is_killed_again_and_again_goes_on_where_it_was() {
    let siege = Siege::lay(None, None).await;
    for _ in 0..5 {
        let node = siege.start(&["run", "weekly-digest"]);
        siege.until_more(80).await;
        node.kill(None).await;
    }
    siege.fine(&["run", "weekly-digest"]);
    siege.judge().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_nodes_on_one_server_of_which_one_is_killed_again_and_again_serve_everybody() {
    let Some(server) = Server::start() else { return };
    let url = server.url();
    let siege = Siege::lay(Some(url.clone()), None).await;
    // The first begins the issue; the others find it there.
    let first = siege.start(&["run", "weekly-digest"]);
    siege.until_more(20).await;
    first.kill(Some(&url)).await;
    let mut nodes = vec![siege.start(&["serve"]), siege.start(&["serve"])];
    for victim in [0, 1, 1, 0] {
        siege.until_more(60).await;
        nodes.remove(victim).kill(Some(&url)).await;
        nodes.push(siege.start(&["serve"]));
    }
    siege.judge().await;
    nodes.into_iter().for_each(Node::stop);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_breaks_down_in_the_middle_of_it_is_waited_for() {
    let Some(mut server) = Server::start() else { return };
    let siege = Siege::lay(Some(server.url()), None).await;
    let mut node = siege.start(&["run", "weekly-digest"]);
    for _ in 0..2 {
        siege.until_more(100).await;
        server.crash();
        server.run();
    }
    siege.until("the end of the run", async || !node.lives()).await;
    siege.judge().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_disk_that_is_full_in_the_middle_of_it_loses_nobody() {
    let Some(disk) = SmallDisk::mount(8) else { return };
    let siege = Siege::lay(None, Some(disk.path())).await;
    let mut node = siege.start(&["run", "weekly-digest"]);
    siege.until_more(100).await;
    disk.fill();
    // What is said to leave has left; then nothing more can be written down, and it says so.
    siege.until("its end", async || !node.lives()).await;
    assert!(siege.relay.mails().len() < READERS);
    let said = fs::read_to_string(siege.log()).unwrap();
    assert!(said.contains("the disk is full or failing; make room and start again"), "{said}");
    disk.make_room();
    siege.fine(&["run", "weekly-digest"]);
    siege.judge().await;
}
