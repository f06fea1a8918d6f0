//! What a save costs the daemon, and how soon it is online: one paragraph of one post, of N posts in five languages.
//!
//! ```sh
//! cargo bench --bench save -- --posts 2000 --saves 10
//! ```
//!
//! Half of the saves are of the newest post, which stands in feeds, and half of one in the middle of the archive. First each
//! is waited for until a reader gets the new text; then as many are saved while nobody asks, and what they cost the
//! processor together is divided by their number. Before it publishes, the daemon waits until nothing more was saved for
//! 25 ms, which is in the time and not in the cost.
//!
//! `--peer PROGRAM` measures another postduif in the same run, and Hugo's server is measured where there is one (see
//! `benches/publish.rs`). `--keep FOLDER` leaves the publication there, and takes the one that is there already.

#![expect(clippy::unwrap_used, clippy::cast_precision_loss, reason = "a benchmark that cannot go on says so")]

#[expect(dead_code, reason = "other benchmarks ask whose process it is")]
mod daemon;
#[expect(dead_code, reason = "other benchmarks count pages")]
#[path = "publish/hugo.rs"]
mod hugo;
#[expect(dead_code, reason = "other benchmarks print ratios")]
mod measure;
#[expect(dead_code, reason = "other benchmarks count words")]
#[path = "publish/posts.rs"]
mod posts;
#[expect(dead_code, reason = "other benchmarks edit once")]
#[path = "publish/publication.rs"]
mod publication;

use std::{
    fs,
    path::{Path, PathBuf},
    process::{self, Command},
    sync::atomic::{AtomicU64, Ordering},
    thread,
    time::{Duration, Instant},
};

use daemon::{Daemon, free_port};
use measure::{Program, option, word};
use posts::{LOCALES, Post};
use publication::{make_publication, translate_all};

/// After so long without work nothing more comes of a save.
const QUIET: Duration = Duration::from_millis(1500);

/// A file that was saved so long ago may be known by its time.
const SETTLED: Duration = Duration::from_secs(4);

/// How often a page is asked for; asking costs the daemon something too.
const ASK_EVERY: Duration = Duration::from_millis(4);

/// How often something was saved.
static SAVED: AtomicU64 = AtomicU64::new(0);

fn main() {
    let (count, saves) = (option("--posts", 500), option("--saves", 10));
    let posts: Vec<Post> = (0..count).map(Post::make).collect();
    let (folder, kept) = (tempfile::tempdir().unwrap(), word("--keep"));
    let root = kept.as_deref().map_or(folder.path(), Path::new);
    if !root.join("data").exists() {
        make_publication(root, &posts);
        let postduif = Program::new(env!("CARGO_BIN_EXE_postduif"), root, &[]);
        postduif.run(&["sync"]);
        translate_all(root);
        postduif.run(&["sync"]);
        postduif.run(&["publish"]);
    }
    println!("{count} posts in {} languages, {saves} saves of a paragraph", LOCALES.len());
    let edited = [&posts[0], &posts[posts.len() / 2]];
    let programs =
        [Some(("postduif", env!("CARGO_BIN_EXE_postduif").to_owned())), word("--peer").map(|at| ("peer", at))];
    for (name, program) in programs.into_iter().flatten() {
        let daemon = Daemon::start(Path::new(&program), root);
        let files =
            edited.map(|post| (root.join("posts").join(&post.slug).join("index.md"), format!("/nl/{}/", post.slug)));
        measure(name, &daemon, &files, saves);
    }
    let Some(hugo) = hugo::find() else {
        println!("hugo is not installed; see the head of `benches/publish.rs`");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    hugo::make_site(folder.path(), &posts);
    let port = free_port();
    let mut command = Command::new(hugo);
    command.current_dir(folder.path()).args(["server", "--bind", "127.0.0.1", "--port", &port.to_string()]);
    let daemon = Daemon::begin(command, port);
    let files = edited.map(|post| {
        let file = folder.path().join("content/posts").join(&post.slug).join("index.nl.md");
        (file, format!("/nl/posts/{}/", post.slug))
    });
    measure("hugo server", &daemon, &files, saves);
}

/// Saves files again and again, each with the path of its page.
fn measure(name: &str, daemon: &Daemon, files: &[(PathBuf, String); 2], saves: u64) {
    daemon.wait_until_idle(QUIET);
    thread::sleep(SETTLED);
    for (what, (file, path)) in ["the newest post", "one in the archive"].iter().zip(files) {
        let mut times: Vec<f64> = (0..saves).map(|_| time(daemon, file, path).as_secs_f64()).collect();
        times.sort_by(f64::total_cmp);
        let before = daemon.cpu();
        for _ in 0..saves {
            save(file);
            daemon.wait_until_idle(QUIET);
        }
        let cost = (daemon.cpu() - before) / saves as f64;
        println!(
            "{name:<12} {what:<19} {cost:>6.3} s of CPU, online after {:.3} s ({:.3} to {:.3}), {:>6.1} MiB",
            times[times.len() / 2],
            times[0],
            times[times.len() - 1],
            daemon.memory_kib() as f64 / 1024.0,
        );
    }
}

/// The time from a save until a reader gets what was saved.
fn time(daemon: &Daemon, file: &Path, path: &str) -> Duration {
    let begin = Instant::now();
    let mark = save(file);
    while !daemon.get(path).is_some_and(|page| page.contains(&mark)) {
        assert!(begin.elapsed() < Duration::from_mins(2), "{path} does not say {mark}");
        thread::sleep(ASK_EVERY);
    }
    let time = begin.elapsed();
    daemon.wait_until_idle(QUIET);
    time
}

/// Puts a word that nobody has seen before the first paragraph of a post, in the place of the last one.
fn save(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap();
    let at = text.find("\n\n## ").map(|heading| heading + 2 + text[heading + 2..].find("\n\n").unwrap() + 2).unwrap();
    let (before, paragraph) = text.split_at(at);
    let marked = paragraph.split_once("Gewijzigd: ").filter(|(mark, _)| mark.starts_with("Keer"));
    let rest = marked.map_or(paragraph, |(_, rest)| rest);
    let mark = format!("Keer{}-{}", process::id(), SAVED.fetch_add(1, Ordering::Relaxed));
    fs::write(file, format!("{before}{mark} Gewijzigd: {rest}")).unwrap();
    mark
}
