//! What the daemon costs while nothing happens: N posts in five languages, S subscribers, nobody there.
//!
//! ```sh
//! cargo bench --bench idle -- --posts 10000 --subscribers 100000 --seconds 30
//! ```
//!
//! It is started twice: the second time is how a service starts, with a site that was published before. Beside it
//! stands what others say of theirs: listmonk "runs in 57 MB", Ghost asks for a machine with 1 GB.
//! `--keep FOLDER` leaves the publication there, and takes the one that is there already. Each time it is asked to publish
//! once more, as a schedule does: what a program holds after work is more than before.

#![expect(clippy::unwrap_used, clippy::cast_precision_loss, reason = "a benchmark that cannot go on says so")]

#[expect(dead_code, reason = "other benchmarks print ratios")]
mod measure;
#[expect(dead_code, reason = "other benchmarks count words")]
#[path = "publish/posts.rs"]
mod posts;
#[expect(dead_code, reason = "other benchmarks edit posts")]
#[path = "publish/publication.rs"]
mod publication;

use std::{
    fmt::Write as _,
    fs,
    io::{Read as _, Write as _},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use measure::{Program, option, word};
use posts::{LOCALES, Post};
use publication::{make_publication, translate_all};

/// The clock ticks in a second in which the system counts the processor's time.
const TICKS: f64 = 100.0;

/// How memory is given back, as the unit in `packaging` says it.
const ALLOCATOR: [(&str, &str); 2] = [("MIMALLOC_PURGE_DELAY", "0"), ("MIMALLOC_ARENA_EAGER_COMMIT", "0")];

/// How long a start may take before something is wrong.
const PATIENCE: Duration = Duration::from_mins(30);

/// After a start it reads, publishes and puts pages into memory; after so long without work it is idle.
const QUIET: Duration = Duration::from_secs(5);

fn main() {
    let (count, subscribers) = (option("--posts", 1_000), option("--subscribers", 10_000));
    let seconds = Duration::from_secs(option("--seconds", 30));
    let (folder, kept) = (tempfile::tempdir().unwrap(), word("--keep"));
    let root = kept.as_deref().map_or(folder.path(), Path::new);
    if !root.join("data").exists() {
        prepare(root, count, subscribers);
    }
    println!("{count} posts in {} languages, {subscribers} subscribers", LOCALES.len());
    for what in ["the first start", "a start with a site that is there"] {
        let daemon = Daemon::start(root);
        println!("{what}: the first answer after {:.2} s", daemon.answered_after.as_secs_f64());
        daemon.wait_until_idle();
        let before = daemon.cpu();
        thread::sleep(seconds);
        let share = (daemon.cpu() - before) / seconds.as_secs_f64();
        println!("  idle: {:.3} % of a core, {:.1} MiB", share * 100.0, daemon.memory_kib() as f64 / 1024.0);
        let before = daemon.cpu();
        daemon.hang_up();
        daemon.wait_until_idle();
        let (cost, memory) = (daemon.cpu() - before, daemon.memory_kib() as f64 / 1024.0);
        println!("  asked to publish, with nothing new: {cost:.2} s of CPU, then {memory:.1} MiB");
    }
}

fn prepare(root: &Path, count: u64, subscribers: u64) {
    let posts: Vec<Post> = (0..count).map(Post::make).collect();
    make_publication(root, &posts);
    let postduif = Program::new(env!("CARGO_BIN_EXE_postduif"), root, &[]);
    postduif.run(&["sync"]);
    translate_all(root);
    postduif.run(&["sync"]);
    let mut csv = String::from("email,locale,cadence\n");
    for number in 0..subscribers {
        let locale = LOCALES[number as usize % LOCALES.len()];
        writeln!(csv, "reader-{number}@lezers.example,{locale},weekly").unwrap();
    }
    fs::write(root.join("subscribers.csv"), csv).unwrap();
    postduif.run(&["subscribers", "import", "subscribers.csv", "--consent", "a bench"]);
}

/// A daemon that does not outlive this.
struct Daemon {
    process: Child,
    answered_after: Duration,
}

impl Daemon {
    fn start(root: &Path) -> Self {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port();
        let mut command = Command::new(env!("CARGO_BIN_EXE_postduif"));
        command.current_dir(root).arg("serve").env("POSTDUIF_WEB__LISTEN", format!("127.0.0.1:{port}"));
        command.env("POSTDUIF_WEB__OPERATIONS", "127.0.0.1:0").env("RUST_LOG", "error").envs(ALLOCATOR);
        let begin = Instant::now();
        let process = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let mut daemon = Self { process, answered_after: Duration::ZERO };
        while !is_answered(port) {
            assert!(daemon.process.try_wait().unwrap().is_none(), "it ended");
            assert!(begin.elapsed() < PATIENCE, "it does not answer");
            thread::sleep(Duration::from_millis(5));
        }
        daemon.answered_after = begin.elapsed();
        daemon
    }

    /// Says that something may have changed; it begins soon after.
    fn hang_up(&self) {
        assert!(Command::new("kill").args(["-HUP", &self.process.id().to_string()]).status().unwrap().success());
        thread::sleep(QUIET);
    }

    fn wait_until_idle(&self) {
        loop {
            let before = self.cpu();
            thread::sleep(QUIET);
            if self.cpu() - before < QUIET.as_secs_f64() / 50.0 {
                return;
            }
        }
    }

    /// The seconds of the processor that it has had (proc(5)).
    fn cpu(&self) -> f64 {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.process.id())).unwrap();
        let fields: Vec<u64> =
            stat.rsplit_once(") ").unwrap().1.split(' ').map(|field| field.parse().unwrap_or(0)).collect();
        (fields[11] + fields[12]) as f64 / TICKS
    }

    fn memory_kib(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.process.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        line.split_whitespace().next().unwrap().parse().unwrap()
    }
}

impl Drop for Daemon {
    fn drop(&mut self) {
        let _ = Command::new("kill").arg(self.process.id().to_string()).status();
        let _ = self.process.wait();
    }
}

fn is_answered(port: u16) -> bool {
    let Ok(mut stream) = TcpStream::connect((Ipv4Addr::LOCALHOST, port)) else { return false };
    let mut answer = String::new();
    write!(stream, "GET /nl/ HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n").is_ok()
        && stream.read_to_string(&mut answer).is_ok()
        && answer.starts_with("HTTP/1.1 200")
}
