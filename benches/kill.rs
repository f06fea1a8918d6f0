//! What remains of a digest whose sender is killed again and again: the long kill test.
//!
//! ```sh
//! cargo bench --bench kill --profile dev -- --kills 50 --subscribers 10000
//! cargo bench --bench kill --profile dev -- --kills 50 --store postgres://… --nodes 2
//! cargo bench --bench kill --profile dev -- --kills 50 --crashes 5 --nodes 2
//! cargo bench --bench kill --profile dev -- --kills 50 --full 5
//! ```
//!
//! The real program sends to a real `smtp-sink` and is killed with SIGKILL after a random number of
//! mails, until so many are dead; then one is left alone. Afterwards the ledger adds up, and everybody
//! is in the sink's dump: once, or twice with the same Message-ID, if the ledger says that so many were
//! sent again. On SQLite what a dead one held is free at once; on PostgreSQL its leases are ended by
//! hand, as if the time had passed. With several nodes all send at once, and one is killed each time. `--crashes 5`
//! kills besides, so often, the PostgreSQL server, which is then one of its own; `--full 5` fills the disk so often, a
//! small one in memory. Whoever ends because of that is started again, as systemd does.
//! `--naive 10` kills a loop over nodemailer's pool so often instead, for the record.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so")]

mod measure;
#[path = "digest/publication.rs"]
mod publication;
#[path = "digest/sink.rs"]
mod sink;
#[path = "../tests/it/kills/disk.rs"]
mod disk;
#[path = "kill/dump.rs"]
mod dump;
#[path = "kill/ground.rs"]
mod ground;
#[path = "kill/naive.rs"]
mod naive;
#[path = "digest/nodemailer.rs"]
mod nodemailer;
#[path = "../tests/it/kills/server.rs"]
mod server;

use std::{
    fs::{self, File},
    os::unix::process::ExitStatusExt as _,
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use dump::Dump;
use ground::Ground;
use measure::{Program, option};
use postduif::random::Random;
use publication::make_publication;

/// A life that sees no mail for so long is killed all the same: it may be composing.
const LONGEST_LIFE: Duration = Duration::from_secs(20);

/// What `kill` says to a process.
const SIGTERM: i32 = 15;

/// After this long something hangs.
const LONGEST: Duration = Duration::from_secs(900);

fn main() {
    let (kills, subscribers, nodes) = (option("--kills", 50), option("--subscribers", 10_000), option("--nodes", 1));
    let random = Random::seeded(option("--seed", 1));
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    make_publication(root, subscribers);
    let often = option("--naive", 0);
    if often > 0 {
        let text = "Blijf bewegen waar mogelijk, en geef het de tijd die het nodig heeft: zes weken.\n".repeat(100);
        let mails = [nodemailer::parts(format!("Subject: Bewegen\r\n\r\n{text}").as_bytes())];
        for when in ["before", "after"] {
            naive::kill_a_loop(root, &mails, subscribers, often, when, &random);
        }
        return;
    }
    let mut ground = Ground::choose(root);
    let store = ground.url();
    let dump = Dump::start(root);
    let relay = format!("smtp://{}", dump.address());
    let mut environment = vec![
        ("POSTDUIF_MAIL__RELAY", relay.as_str()),
        ("POSTDUIF_WEB__LISTEN", "127.0.0.1:0"),
        ("POSTDUIF_WEB__OPERATIONS", "127.0.0.1:0"),
        ("RUST_LOG", "off"),
    ];
    environment.extend(store.as_deref().map(|url| ("POSTDUIF_STORE__URL", url)));
    let path = Path::new(env!("CARGO_BIN_EXE_postduif"));
    let postduif = Program::new(path, root, &environment);
    let publish = postduif.run(&["publish"]);
    publish.print("publish", publication::LOCALES.len() as u64, "languages");
    let import =
        postduif.run(&["subscribers", "import", "subscribers.csv", "--consent", "a bench", "--start", "latest:3"]);
    import.print("import", subscribers, "rows");
    import.print_ratio("import ÷ publish", &publish);

    let begin = Instant::now();
    let mut siege = Siege { root, environment: &environment, store: store.as_deref(), dead: Vec::new() };
    // The first begins the issue, as a run does; the others are daemons that find it there.
    let mut first = siege.start(&["run", "weekly-digest"]);
    while dump.count() == 0 && first.lives() {
        thread::sleep(Duration::from_millis(1));
    }
    siege.kill(first);
    let mut living: Vec<Node> = (0..nodes).map(|_| siege.start(&["serve"])).collect();
    // Mail goes on to leave while one is killed, and is not to be at its end before the last kill.
    let share = (subscribers / (kills + 1) / 2).max(1);
    let (mut late, mut fallen) = (0, 0);
    while siege.killed() < kills {
        let (enough, born) = (dump.count() + random.number().unwrap() % (2 * share) + 1, Instant::now());
        while dump.count() < enough && born.elapsed() < LONGEST_LIFE && living.iter_mut().all(Node::lives) {
            thread::sleep(Duration::from_millis(1));
        }
        ground.shake_if_due(siege.killed(), kills);
        fallen += siege.raise(&mut living);
        assert!(fallen == 0 || ground.shaken > 0, "nobody ends unasked: {}", siege.said());
        late += u64::from(dump.count() >= subscribers);
        siege.kill(living.remove(random.number().unwrap() as usize % living.len()));
        living.push(siege.start(&["serve"]));
    }
    let last = Instant::now();
    while postduif.run(&["issues", "show", "1"]).printed.contains("sending") {
        assert!(last.elapsed() < LONGEST, "it comes to its end: {}", siege.said());
        thread::sleep(Duration::from_millis(500));
        siege.raise(&mut living);
        siege.end_leases();
    }
    living.into_iter().for_each(|node| siege.stop(node));
    println!(
        "{kills} kills in {:.0} s, of {nodes} at a time, {late} of them after the last mail; {subscribers} subscribers",
        begin.elapsed().as_secs_f64()
    );
    println!("{} times the database or its disk was away, and {fallen} ended because of it", ground.shaken);
    siege.said().lines().filter(|line| line.starts_with("error")).for_each(|line| println!("  {line}"));
    dump.judge(&postduif, subscribers, kills);
}

/// The publication, and who sends for it.
struct Siege<'a> {
    root: &'a Path,
    environment: &'a [(&'a str, &'a str)],
    store: Option<&'a str>,
    /// The numbers of the processes that were killed.
    dead: Vec<String>,
}

impl Siege<'_> {
    fn start(&self, arguments: &[&str]) -> Node {
        let mut command = Command::new(env!("CARGO_BIN_EXE_postduif"));
        command.args(arguments).current_dir(self.root).envs(self.environment.iter().copied());
        let said = File::options().create(true).append(true).open(self.root.join("said")).unwrap();
        Node(command.stdout(Stdio::null()).stderr(said).spawn().unwrap())
    }

    /// Starts others for those that have ended, and gives how many these were.
    fn raise(&self, nodes: &mut [Node]) -> u64 {
        let mut fallen = 0;
        for node in nodes.iter_mut().filter_map(|node| (!node.lives()).then_some(node)) {
            *node = self.start(&["serve"]);
            fallen += 1;
        }
        fallen
    }

    fn killed(&self) -> u64 {
        self.dead.len() as u64
    }

    fn kill(&mut self, mut node: Node) {
        if node.lives() {
            node.0.kill().unwrap();
            node.0.wait().unwrap();
            self.dead.push(node.0.id().to_string());
        }
        self.end_leases();
    }

    /// Ends what the dead held where other machines could not know. A server may do the last of their work after that.
    fn end_leases(&self) {
        let Some(url) = self.store else { return };
        let update = format!(
            "UPDATE deliveries SET lease_until = 0 WHERE lease_until > 0 AND split_part(worker, '-', 1) IN ('{}')",
            self.dead.join("', '")
        );
        let psql = Command::new("psql").args(["-q", "-c", &update, url]).status().unwrap();
        assert!(psql.success(), "psql ends the leases");
    }

    fn stop(&self, mut node: Node) {
        let stopped = Command::new("kill").arg(node.0.id().to_string()).status().unwrap();
        let ended = node.0.wait().unwrap();
        // One that had just begun does not hear yet that it is to end well, and has nothing on the wire.
        assert!(
            stopped.success() && (ended.success() || ended.signal() == Some(SIGTERM)),
            "the last ones end well: {ended}: {}",
            self.said()
        );
    }

    fn said(&self) -> String {
        fs::read_to_string(self.root.join("said")).unwrap()
    }
}

/// The program at work; it does not outlive the siege.
struct Node(Child);

impl Node {
    fn lives(&mut self) -> bool {
        self.0.try_wait().unwrap().is_none()
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
