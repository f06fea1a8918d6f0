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

mod daemon;
#[expect(dead_code, reason = "other benchmarks print ratios")]
mod measure;
#[expect(dead_code, reason = "other benchmarks count words")]
#[path = "publish/posts.rs"]
mod posts;
#[expect(dead_code, reason = "other benchmarks edit posts")]
#[path = "publish/publication.rs"]
mod publication;

use std::{fmt::Write as _, fs, path::Path, process::Command, thread, time::Duration};

use daemon::Daemon;
use measure::{Program, option, word};
use posts::{LOCALES, Post};
use publication::{make_publication, translate_all};

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
        let daemon = Daemon::start(Path::new(env!("CARGO_BIN_EXE_postduif")), root);
        println!("{what}: the first answer after {:.2} s", daemon.answered_after.as_secs_f64());
        daemon.wait_until_idle(QUIET);
        let before = daemon.cpu();
        thread::sleep(seconds);
        let share = (daemon.cpu() - before) / seconds.as_secs_f64();
        println!("  idle: {:.3} % of a core, {:.1} MiB", share * 100.0, daemon.memory_kib() as f64 / 1024.0);
        let before = daemon.cpu();
        hang_up(&daemon);
        daemon.wait_until_idle(QUIET);
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

/// Says that something may have changed; it begins soon after.
fn hang_up(daemon: &Daemon) {
    assert!(Command::new("kill").args(["-HUP", &daemon.id().to_string()]).status().unwrap().success());
    thread::sleep(QUIET);
}
