//! What remains of a digest whose sender is killed again and again: the long kill test.
//!
//! ```sh
//! cargo bench --bench kill --profile dev -- --kills 50 --subscribers 10000
//! cargo bench --bench kill --profile dev -- --kills 50 --store postgres://… --nodes 2
//! ```
//!
//! The real program sends to a real `smtp-sink` and is killed with SIGKILL after a random number of
//! mails, until so many are dead; then one is left alone. Afterwards the ledger adds up, and everybody
//! is in the sink's dump: once, or twice with the same Message-ID, if the ledger says that so many were
//! sent again. On SQLite what a dead one held is free at once; on PostgreSQL its leases are ended by
//! hand, as if the time had passed. With several nodes all send at once, and one is killed each time.
//! `--naive 10` kills a loop over nodemailer's pool so often instead, for the record.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so")]

mod measure;
#[path = "digest/publication.rs"]
mod publication;
#[path = "digest/sink.rs"]
mod sink;
#[path = "kill/dump.rs"]
mod dump;
#[path = "kill/naive.rs"]
mod naive;
#[path = "digest/nodemailer.rs"]
mod nodemailer;

use std::{
    fs::{self, File},
    os::unix::process::ExitStatusExt as _,
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use dump::Dump;
use measure::{Program, option, word};
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
    let store = word("--store");
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
    let start = |arguments: &[&str]| {
        let mut command = Command::new(path);
        command.args(arguments).current_dir(root).envs(environment.iter().copied());
        let said = File::options().create(true).append(true).open(root.join("said")).unwrap();
        Node(command.stdout(Stdio::null()).stderr(said).spawn().unwrap())
    };
    // The first begins the issue, as a run does; the others are daemons that find it there.
    let mut first = start(&["run", "weekly-digest"]);
    while dump.count() == 0 && first.lives() {
        thread::sleep(Duration::from_millis(1));
    }
    let mut killed = u64::from(kill(first, store.as_deref()));
    let mut living: Vec<Node> = (0..nodes).map(|_| start(&["serve"])).collect();
    let mut ended = 0;
    let share = (subscribers / (kills + 1)).max(1);
    while killed < kills {
        let (before, born) = (dump.count(), Instant::now());
        let enough = before + random.number().unwrap() % (2 * share) + 1;
        while dump.count() < enough && born.elapsed() < LONGEST_LIFE && living.iter_mut().all(Node::lives) {
            thread::sleep(Duration::from_millis(1));
        }
        let victim = living.remove(random.number().unwrap() as usize % living.len());
        killed += u64::from(kill(victim, store.as_deref()));
        living.push(start(&["serve"]));
        if dump.count() >= subscribers {
            ended += 1;
            assert!(ended < 20, "all is sent before {kills} were killed: take more subscribers");
        }
    }
    while postduif.run(&["issues", "show", "1"]).printed.contains("sending") {
        assert!(begin.elapsed() < LONGEST, "it comes to its end");
        thread::sleep(Duration::from_millis(500));
    }
    for mut node in living {
        let stopped = Command::new("kill").arg(node.0.id().to_string()).status().unwrap();
        let ended = node.0.wait().unwrap();
        // One that had just begun does not hear yet that it is to end well, and has nothing on the wire.
        let said = || fs::read_to_string(root.join("said")).unwrap();
        assert!(
            stopped.success() && (ended.success() || ended.signal() == Some(SIGTERM)),
            "the last ones end well: {ended}: {}",
            said()
        );
    }
    println!("{killed} kills in {:.0} s, {nodes} at a time, {subscribers} subscribers", begin.elapsed().as_secs_f64());
    dump.judge(&postduif, subscribers, killed);
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

/// Kills a process, and ends what it held where other machines could not know; says whether it lived.
fn kill(mut node: Node, store: Option<&str>) -> bool {
    let alive = node.lives();
    node.0.kill().unwrap();
    node.0.wait().unwrap();
    if let Some(url) = store {
        let update = format!(
            "UPDATE deliveries SET lease_until = 0 WHERE lease_until IS NOT NULL AND worker LIKE '{}-%'",
            node.0.id()
        );
        let psql = Command::new("psql").args(["-q", "-c", &update, url]).status().unwrap();
        assert!(psql.success(), "psql ends the leases");
    }
    alive
}
