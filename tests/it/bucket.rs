//! The site in object storage: what goes up, when, and what becomes of it when something goes wrong.

mod storage;

use std::{collections::BTreeMap, error::Error as _, fs, path::Path};

use postduif::{line::chain_of, publication::Saved, workflows};

use self::storage::{Fault, KEY, Storage};
use crate::harness::{Publication, folder::Folder, tell};

/// The files of a folder by their paths, but for those that the program keeps for itself.
fn files(folder: &Path, prefix: &str, found: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = format!("{prefix}{}", entry.file_name().to_str().unwrap());
        if entry.path().is_dir() {
            files(&entry.path(), &format!("{name}/"), found);
        } else if !name.starts_with(".postduif-") {
            found.insert(name, fs::read(entry.path()).unwrap());
        }
    }
}

/// Expects the bucket to hold what the folder holds.
fn holds(storage: &Storage, public: &Path) {
    let mut found = BTreeMap::new();
    files(public, "", &mut found);
    let site = storage.site();
    assert_eq!(site.keys().collect::<Vec<_>>(), found.keys().collect::<Vec<_>>());
    for (name, bytes) in found {
        assert!(site[&name].bytes == bytes, "{name} is another one");
    }
}

/// A story of the small publication, whose site is brought to a bucket.
fn tell_of_a_bucket(story: impl AsyncFnOnce(Publication, Storage)) {
    let _ = rustls::crypto::ring::default_provider().install_default();
    tell(async |mut garden| {
        let storage = Storage::open();
        garden.content.bucket = Some(storage.bucket(KEY.1));
        story(garden, storage).await;
    });
}

async fn failed(garden: &Publication) -> workflows::ContentError {
    garden.content.publish(&garden.store, garden.now()).await.unwrap_err()
}

#[test]
fn the_site_goes_up_once_and_then_only_what_changed() {
    tell_of_a_bucket(async |garden, storage| {
        let published = garden.publish().await;
        holds(&storage, &garden.content.public);
        assert_eq!(published.uploaded.unwrap().written, published.site.files);
        assert_eq!(storage.done().len(), published.site.files);
        let site = storage.site();
        let said = |name: &str| (site[name].kind.as_str(), site[name].age.as_str());
        assert_eq!(said("nl/index.html"), ("text/html; charset=utf-8", "public, max-age=60"));
        assert_eq!(said("nl/feed.xml"), ("application/rss+xml; charset=utf-8", "public, max-age=60"));
        assert_eq!(said("site.css"), ("text/css", "public, max-age=3600"));

        garden.publish().await;
        assert_eq!(storage.done(), [""; 0], "nothing is new");
        garden.edit("posts/slakken.md", "Keer de plank elke ochtend om.", "Keer de plank nooit meer om.");
        garden.sync().await;
        let published = garden.publish().await;
        let mut done = storage.done();
        done.sort();
        let changed: Vec<_> = published.site.changes.keys().map(|path| format!("PUT {path}")).collect();
        assert_eq!(done, changed);
        holds(&storage, &garden.content.public);

        garden.remove("posts/slakken.md");
        garden.publish().await;
        holds(&storage, &garden.content.public);
        assert!(storage.done().contains(&"DELETE nl/slakken/index.html".to_owned()));
    });
}

#[test]
fn a_text_that_the_daemon_was_told_of_goes_up_alone() {
    tell_of_a_bucket(async |garden, storage| {
        garden.content.follow_saves();
        garden.sync().await;
        garden.publish().await;
        garden.edit("posts/slakken.md", "Keer de plank elke ochtend om.", "Keer de plank nooit meer om.");
        let mut saved = Saved::default();
        saved.note(Path::new("posts/slakken.md"));
        let published = garden.content.publish_saved(&garden.store, saved, garden.now()).await.unwrap();
        assert!(garden.has("public/.postduif-newer"), "it went the shorter way");
        assert_eq!(published.uploaded.unwrap().written, published.site.changes.len());
        holds(&storage, &garden.content.public);
    });
}

#[test]
fn what_pages_show_goes_before_them_front_pages_after_and_what_is_gone_last() {
    tell_of_a_bucket(async |garden, storage| {
        garden.publish().await;
        storage.done();
        garden.remove("posts/regenton.md");
        garden.write("posts/mol/index.md", "---\ntitle: De mol\ndate: 2026-10-01\n---\n![Een gang](gang.svg)\n");
        garden.write("posts/mol/gang.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>");
        garden.write("templates/assets/site.css", "body { color: black }\n");
        garden.sync().await;
        garden.publish().await;
        let done = storage.done();
        let at = |line: &str| done.iter().position(|one| one == line).unwrap_or_else(|| panic!("{line}: {done:#?}"));
        let order = [
            "PUT media/mol/gang.svg",
            "PUT nl/mol/index.html",
            "PUT nl/feed.xml",
            "PUT nl/index.html",
            "DELETE nl/regenton/index.html",
        ];
        assert!(order.map(at).is_sorted(), "{done:#?}");
        assert!(at("PUT site.css") < at("PUT nl/mol/index.html"));
        let first_gone = done.iter().position(|line| line.starts_with("DELETE ")).unwrap();
        assert!(done[first_gone..].iter().all(|line| line.starts_with("DELETE ")), "{done:#?}");
        holds(&storage, &garden.content.public);
    });
}

#[test]
fn an_upload_that_is_killed_anywhere_is_gone_on_with() {
    tell_of_a_bucket(async |garden, storage| {
        // A service that refuses all from a moment on sees what it would see of a process that is killed then.
        storage.take(Some(70));
        failed(&garden).await;
        let before = storage.done().len();
        storage.take(None);
        let published = garden.publish().await;
        holds(&storage, &garden.content.public);
        let after = storage.done().len();
        assert!(before > 60 && before + after < published.site.files + 50, "{before} and {after}");

        // Each time it comes a little further, and in between the edit is taken back.
        let (old, new) = ("Keer de plank elke ochtend om.", "Keer de plank nooit meer om.");
        for changes in 0.. {
            garden.edit("posts/slakken.md", old, new);
            garden.sync().await;
            storage.take(Some(changes));
            let ended = garden.content.publish(&garden.store, garden.now()).await;
            storage.take(None);
            garden.edit("posts/slakken.md", new, old);
            garden.sync().await;
            garden.publish().await;
            holds(&storage, &garden.content.public);
            if ended.is_ok() {
                break;
            }
        }
    });
}

#[test]
fn a_service_that_is_busy_or_hangs_up_is_asked_again() {
    tell_of_a_bucket(async |garden, storage| {
        storage.fail(&[Fault::Code(503), Fault::Code(500), Fault::Cut, Fault::Code(500), Fault::Cut]);
        garden.publish().await;
        holds(&storage, &garden.content.public);
        storage.fail(&[Fault::Code(503); 10]);
        let error = failed(&garden).await;
        assert!(error.is_transient(), "a run of a workflow stays open: {error:?}");
    });
}

#[test]
fn who_is_refused_is_told_which_object_and_what_to_do_and_not_the_key() {
    tell_of_a_bucket(async |mut garden, storage| {
        garden.content.bucket = Some(storage.bucket("een-andere"));
        let error = failed(&garden).await;
        let said = chain_of(&error);
        assert!(said.contains("cannot read s3://tuin/site/.postduif-changes: correct `bucket.key_id`"), "{said}");
        assert!(!said.contains("een-andere") && !error.is_transient() && error.source().is_some(), "{said}");
        assert!(garden.has("public/nl/index.html"), "in the folder the site is there all the same");
    });
}

#[test]
fn the_program_takes_the_key_from_the_environment_or_a_file() {
    let (folder, storage) = (Folder::model(), Storage::open());
    let table = format!(
        "\n[bucket]\nname = \"tuin\"\nprefix = \"site\"\nendpoint = \"{}\"\nregion = \"eu-west-3\"\n",
        storage.address
    );
    folder.write("postduif.toml", folder.read("postduif.toml") + &table);
    let refused = folder.run(&["publish"]);
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(refused.stderr.contains("`bucket.key_id` is missing"), "{refused:?}");
    assert_eq!(folder.run(&["status"]).code, 0, "who translates needs no key");

    folder.write("sleutel", format!("{}\n", KEY.1));
    let with = |name: &str, value: &str| {
        let mut command = folder.postduif(&["publish"]);
        command.env("POSTDUIF_BUCKET__KEY_ID", KEY.0).env(name, value).output().unwrap()
    };
    let sleutel = folder.path("sleutel");
    for (name, value) in [("POSTDUIF_BUCKET__KEY_FILE", sleutel.to_str().unwrap()), ("POSTDUIF_BUCKET__KEY", KEY.1)] {
        let output = with(name, value);
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success() && said.contains("s3://tuin/site/: "), "{said} {:?}", output.stderr);
        holds(&storage, &folder.path("public"));
    }
    let wrong = with("POSTDUIF_BUCKET__KEY", "een-andere");
    let said = String::from_utf8(wrong.stderr).unwrap();
    assert_eq!(wrong.status.code(), Some(2), "{said}");
    assert!(said.contains("correct `bucket.key_id` and the key") && !said.contains("een-andere"), "{said}");
}
