//! How long it takes to keep translations in step: N posts in five languages.
//!
//! ```sh
//! cargo bench --bench sync -- --posts 10000
//! ```
//!
//! `sync` and `status` run from cold, with nothing new, and after one paragraph was changed. Beside them
//! stand Python's `fluent.syntax` (on PyPI), which does nothing but parse the same catalogs: the
//! program `python3`, or what `PYTHON` names; and po4a (Debian: po4a), which keeps gettext catalogs in
//! step with some of the same posts. `--keep FOLDER` leaves the publication there.

#![expect(clippy::unwrap_used, clippy::cast_precision_loss, reason = "a benchmark that cannot go on says so")]

#[expect(dead_code, reason = "other benchmarks look at what a program printed")]
mod measure;
#[expect(dead_code, reason = "other benchmarks count words")]
#[path = "publish/posts.rs"]
mod posts;
#[path = "sync/po4a.rs"]
mod po4a;
#[path = "publish/publication.rs"]
mod publication;

use std::{env, fs, path::Path, process::Command, thread, time::Duration};

use measure::{Cost, Program, option, word};
use posts::{LOCALES, Post};
use publication::{edit_paragraph, make_publication, translate_all};

/// Parses every catalog there is, and does nothing with it.
const PARSE: &str = "import pathlib
from fluent.syntax import FluentParser
parser = FluentParser(with_spans=False)
for file in pathlib.Path('locales').glob('*/posts/*.ftl'):
    parser.parse(file.read_text(encoding='utf-8'))
";

/// In microseconds for each post and language, whatever the number of posts.
const COLD_GOAL: f64 = 250.0;

/// In milliseconds for a publication of 10,000 posts: each file is asked for whether it changed, and that alone
/// costs a microsecond.
const AGAIN_GOAL: f64 = 200.0;

/// So many posts are enough to see what po4a takes for one.
const PO4A_POSTS: usize = 100;

fn main() {
    let count = option("--posts", 1_000);
    let posts: Vec<Post> = (0..count).map(Post::make).collect();
    let catalogs = count * LOCALES.len() as u64;
    println!("{count} posts in {} languages: {catalogs} catalogs", LOCALES.len());

    let (folder, kept) = (tempfile::tempdir().unwrap(), word("--keep"));
    let root = kept.as_deref().map_or(folder.path(), Path::new);
    make_publication(root, &posts);
    let postduif = Program::new(env!("CARGO_BIN_EXE_postduif"), root, &[]);
    let run = |what: &str, arguments: &[&str]| {
        let cost = postduif.run(arguments);
        cost.print(what, catalogs, "catalogs");
        cost
    };
    run("sync: everything is new", &["sync"]);
    translate_all(root);
    run("sync: translations that came in", &["sync"]);
    run("sync: once more", &["sync"]);
    println!("{} messages", messages(root));

    forget(root);
    let status = run("status: from cold", &["status", "--json"]);
    forget(root);
    let cold = run("sync: from cold", &["sync"]);
    settle();
    run("sync: nothing new", &["sync"]);
    run("status: first after a sync", &["status", "--json"]);
    settle();
    run("status: nothing new", &["status", "--json"]);
    edit_paragraph(root, &posts[0]);
    settle();
    let sync_again = run("sync: one paragraph changed", &["sync"]);
    let status_again = run("status: one paragraph changed", &["status", "--json"]);
    for (what, cost) in [("sync", &cold), ("status", &status)] {
        hold_against(&format!("{what} from cold, CPU per catalog"), per_catalog(cost, catalogs), COLD_GOAL, "µs");
    }
    for (what, cost) in [("sync", &sync_again), ("status", &status_again)] {
        let milliseconds = cost.cpu.as_secs_f64() * 1e3;
        hold_against(&format!("{what} after one paragraph, CPU in total"), milliseconds, AGAIN_GOAL, "ms");
    }

    compare_with_po4a(&posts[..posts.len().min(PO4A_POSTS)], &cold, catalogs);
    let python = env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let has_fluent = Command::new(&python).args(["-c", "import fluent.syntax"]).output();
    if !has_fluent.is_ok_and(|output| output.status.success()) {
        println!("fluent.syntax is not installed; see the head of this benchmark");
        return;
    }
    let peer = Program::new(python, root, &[]).run(&["-c", PARSE]);
    peer.print("fluent.syntax: parse", catalogs, "catalogs");
    cold.print_ratio("sync from cold ÷ fluent.syntax", &peer);
}

/// By catalog, as it is asked for a share of the posts only.
fn compare_with_po4a(posts: &[Post], cold: &Cost, catalogs: u64) {
    let folder = tempfile::tempdir().unwrap();
    let Some(project) = po4a::make_project(folder.path(), posts) else {
        println!("po4a is not installed; see the head of this benchmark");
        return;
    };
    let peer = po4a::sync(&project);
    let its_catalogs = (posts.len() * (LOCALES.len() - 1)) as u64;
    peer.print("po4a: nothing new", its_catalogs, "catalogs");
    let (ours, its) = (per_catalog(cold, catalogs), per_catalog(&peer, its_catalogs));
    println!("  po4a: {its:.0} µs of CPU per catalog; sync from cold ÷ po4a: {:.4} ×", ours / its);
}

/// Takes away what the program remembers of earlier runs.
fn forget(root: &Path) {
    let _ = fs::remove_dir_all(root.join("data"));
}

/// Waits until a file that is as it was is known to be: what changed within two seconds is not trusted.
fn settle() {
    thread::sleep(Duration::from_secs(3));
}

/// Prints a figure beside the goal for it.
fn hold_against(what: &str, figure: f64, goal: f64, unit: &str) {
    let verdict = if figure < goal { "holds" } else { "does not hold" };
    println!("  {what}: {figure:.0} {unit} of {goal:.0} {unit}, {:.2} × the goal: {verdict}", figure / goal);
}

fn per_catalog(cost: &Cost, catalogs: u64) -> f64 {
    cost.cpu.as_secs_f64() * 1e6 / catalogs as f64
}

/// How many messages the catalogs hold.
fn messages(root: &Path) -> usize {
    let count = |path: &Path| fs::read_to_string(path).unwrap().lines().filter(|line| line.contains(" = ")).count();
    let of_locale = |locale: &str| {
        let folder = fs::read_dir(root.join("locales").join(locale).join("posts")).unwrap();
        folder.map(|entry| count(&entry.unwrap().path())).sum::<usize>()
    };
    LOCALES.iter().map(|locale| of_locale(locale)).sum()
}
