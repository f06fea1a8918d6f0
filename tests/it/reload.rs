//! What people save is online within a second, and what is wrong in it is said.

use std::{
    fs::{self, File},
    io::Write as _,
    os::unix::fs::symlink,
    time::Duration,
};

use axum::http::StatusCode;
use postduif::workflows::{Look, Watch, keep_published};
use tokio_util::sync::CancellationToken;

use crate::harness::{
    Publication,
    daemon::{Daemon, wait_for},
    folder::Folder,
    tell, tell_with,
};

/// Longer than anything here takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);

/// Tells a story while everything that is saved gets published. The story is given what waits for the next publish.
async fn while_published(garden: &Publication, story: impl AsyncFnOnce(&dyn Fn() -> Next)) {
    let stop = CancellationToken::new();
    let watch = Watch::start(garden.root(), garden.content.settings.site.theme.logo_files()).unwrap();
    garden.publish().await;
    let (content, store, clock) = (garden.content.clone(), garden.store.clone(), garden.clock.clone());
    let keeping = keep_published(content, store, clock, watch, stop.clone());
    let telling = async {
        story(&|| Next(garden.content.problems.follow())).await;
        stop.cancel();
    };
    let (kept, ()) = tokio::join!(keeping, telling);
    kept.unwrap();
}

/// The publishes that come after now.
struct Next(tokio::sync::watch::Receiver<Look>);

impl Next {
    /// Waits for a publish after which something holds.
    async fn until(mut self, holds: impl AsyncFn() -> bool) {
        let waiting = async {
            while !holds().await {
                self.0.changed().await.unwrap();
            }
        };
        tokio::time::timeout(PATIENCE, waiting).await.expect("it is not published");
    }
}

#[test]
fn what_is_saved_is_online_without_being_asked_for() {
    tell(async |garden| {
        while_published(&garden, async |next| {
            let says = async |path: &str, text: &str| garden.get(path).await.body.contains(text);
            let waiting = next();
            garden.edit("posts/slakken.md", "Keer de plank elke ochtend om.", "Keer de plank nooit meer om.");
            waiting.until(async || says("/nl/slakken/", "nooit meer om").await).await;

            let waiting = next();
            garden.write("posts/mol/index.md", "---\ntitle: De mol\ndate: 2026-10-02\n---\nGraaft.\n");
            waiting.until(async || garden.get("/nl/mol/").await.status == StatusCode::OK).await;

            let waiting = next();
            garden.write("posts/mol/index.md", "---\ntitle: De blinde mol\ndate: 2026-10-02\n---\nGraaft.\n");
            waiting.until(async || says("/nl/mol/", "De blinde mol").await).await;

            let waiting = next();
            let catalog = garden.read("locales/fr/posts/slakken.ftl");
            garden
                .write("locales/fr/posts/slakken.ftl", catalog.replace("La paix avec la limace", "La limace en paix"));
            waiting.until(async || says("/fr/slakken/", "La limace en paix").await).await;

            // A folder that was not there when the watch began.
            let waiting = next();
            garden.write("templates/page/not-there.hbs", "x");
            waiting.until(async || !garden.content.problems.last().diagnostics.is_empty()).await;
        })
        .await;
    });
}

#[test]
fn what_is_wrong_is_shown_while_the_last_good_page_is_served() {
    tell(async |garden| {
        while_published(&garden, async |next| {
            let good = garden.read("posts/slakken.md");
            let page = garden.get("/nl/slakken/").await.body;
            let waiting = next();
            garden.write("posts/slakken.md", good.replacen("title:", "titel:", 1));
            waiting
                .until(async || garden.content.problems.last().diagnostics.iter().any(|found| found.is_error()))
                .await;
            let found = garden.content.problems.last().diagnostics;
            assert!(found.iter().any(|found| found.file.ends_with("slakken.md") && found.line > 1), "{found:#?}");
            assert_eq!(garden.get("/nl/slakken/").await.body, page);
            let waiting = next();
            garden.write("posts/slakken.md", good);
            waiting.until(async || garden.content.problems.last().diagnostics.is_empty()).await;
        })
        .await;
    });
}

#[test]
fn half_of_a_file_is_not_published_while_somebody_writes_the_rest() {
    tell(async |garden| {
        while_published(&garden, async |next| {
            let text = garden.read("posts/slakken.md").replace("elke ochtend", "nooit meer");
            let mut waiting = garden.content.problems.follow();
            waiting.mark_unchanged();
            let mut file = File::create(garden.root().join("posts/slakken.md")).unwrap();
            let (first, rest) = text.split_at(text.find("Keer de plank").unwrap());
            file.write_all(first.as_bytes()).unwrap();
            let early = tokio::time::timeout(Duration::from_millis(900), waiting.changed()).await;
            assert!(early.is_err(), "it was published though it was half written");
            let waiting = next();
            file.write_all(rest.as_bytes()).unwrap();
            drop(file);
            waiting.until(async || garden.get("/nl/slakken/").await.body.contains("nooit meer")).await;
        })
        .await;
    });
}

#[test]
fn what_changes_before_anybody_asks_is_not_missed() {
    tell(async |garden| {
        let mut watch = Watch::start(garden.root(), None).unwrap();
        garden.edit("posts/slakken.md", "Keer de plank elke ochtend om.", "Keer de plank nooit meer om.");
        garden.publish().await;
        // What is read, and what the program itself writes, is no change.
        tokio::time::timeout(PATIENCE, watch.changed()).await.unwrap();
    });
}

#[test]
fn nothing_is_published_in_the_middle_of_a_checkout() {
    tell(async |garden| {
        garden.write(".git/HEAD", "ref: refs/heads/main\n");
        while_published(&garden, async |next| {
            garden.write(".git/index.lock", "");
            let mut waiting = garden.content.problems.follow();
            waiting.mark_unchanged();
            garden.edit("posts/slakken.md", "Keer de plank elke ochtend om.", "Keer de plank nooit meer om.");
            let early = tokio::time::timeout(Duration::from_millis(900), waiting.changed()).await;
            assert!(early.is_err(), "it was published though Git was at work");
            let waiting = next();
            garden.remove(".git/index.lock");
            waiting.until(async || garden.get("/nl/slakken/").await.body.contains("nooit meer om")).await;
        })
        .await;
    });
}

#[test]
fn the_daemon_publishes_what_is_saved_in_the_folder_that_it_was_started_in() {
    let folder = Folder::model();
    let daemon = Daemon::start(&folder);
    let post = folder.read("posts/magnesium-en-spierkrampen.md");
    folder.write("posts/magnesium-en-spierkrampen.md", post.replacen("Helpt magnesium", "Helpt veel magnesium", 1));
    let page = || Some(folder.read("public/nl/magnesium-en-spierkrampen/index.html"));
    wait_for("the page", || page().filter(|page| page.contains("Helpt veel magnesium")));
    assert_eq!(daemon.stop().0, Some(0));
    let log = folder.read("serve.log");
    assert!(log.contains("published what has changed") && !log.contains("cannot be watched"), "{log}");
}

#[test]
fn a_new_logo_is_online_like_anything_else() {
    tell_with(&[("[locales.nl]", "[theme]\nlogo = \"merk/logo.svg\"\n[locales.nl]")], async |garden| {
        let logo = |radius: u32| {
            format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><circle r=\"{radius}\"/></svg>")
        };
        garden.write("merk/logo.svg", logo(3));
        while_published(&garden, async |next| {
            let waiting = next();
            garden.write("merk/logo.svg", logo(4));
            waiting.until(async || garden.read("public/logo.svg").contains("r=\"4\"")).await;
        })
        .await;
    });
}

#[test]
fn what_is_saved_behind_a_link_is_online_like_anything_else() {
    tell(async |garden| {
        let good = garden.read("posts/slakken.md");
        let move_out = |name: &str| {
            garden.write(&format!("elders/{name}.md"), garden.read(&format!("posts/{name}.md")));
            fs::remove_file(garden.root().join(format!("posts/{name}.md"))).unwrap();
            symlink(format!("../elders/{name}.md"), garden.root().join(format!("posts/{name}.md"))).unwrap();
        };
        move_out("slakken");
        while_published(&garden, async |next| {
            let is_online = async |page: &str, text: &str| garden.get(page).await.body.contains(text);
            let waiting = next();
            garden.write("elders/slakken.md", format!("{good}\nDeze regel kwam erbij.\n"));
            waiting.until(async || is_online("/nl/slakken/", "Deze regel kwam erbij.").await).await;
            // As most editors do it: another file takes the place of that one. Twice, since it is that file then.
            for text in ["En deze.", "Deze ook nog."] {
                let waiting = next();
                garden.write("elders/nieuw.md", format!("{good}\n{text}\n"));
                fs::rename(garden.root().join("elders/nieuw.md"), garden.root().join("elders/slakken.md")).unwrap();
                waiting.until(async || is_online("/nl/slakken/", text).await).await;
            }
            // A link that comes meanwhile.
            let waiting = next();
            move_out("regenton");
            garden.edit("posts/slakken.md", "Deze ook nog.", "Nu is de ton ook verhuisd.");
            waiting.until(async || is_online("/nl/slakken/", "Nu is de ton ook verhuisd.").await).await;
            let waiting = next();
            garden.write("elders/regenton.md", garden.read("elders/regenton.md") + "\nEen late regel.\n");
            waiting.until(async || is_online("/nl/regenton/", "Een late regel.").await).await;
        })
        .await;
    });
}

#[test]
fn a_site_that_somebody_deletes_is_written_again() {
    tell(async |garden| {
        while_published(&garden, async |next| {
            let waiting = next();
            fs::remove_dir_all(garden.root().join("public")).unwrap();
            waiting.until(async || garden.get("/nl/slakken/").await.status == StatusCode::OK).await;
        })
        .await;
    });
}
